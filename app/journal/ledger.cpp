// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/ledger.h"

#include <algorithm>

namespace paperdawn {

bool Ledger::take(const Decision &decision)
{
    const auto key = std::pair(decision.paper, decision.field);
    const auto known = m_standing.find(key);
    if (known == m_standing.end()) {
        m_standing.insert(key, decision);
        return true;
    }
    if (!supersedes(decision, *known)) {
        return false;
    }
    *known = decision;
    return true;
}

const Decision *Ledger::find(const QString &paper, const QString &field) const
{
    const auto known = m_standing.find({paper, field});
    return known == m_standing.end() ? nullptr : &*known;
}

QJsonValue Ledger::value(const QString &paper, const QString &field) const
{
    const Decision *standing = find(paper, field);
    return standing != nullptr ? standing->value : QJsonValue();
}

void UndoStack::take(const Decision &decision)
{
    if (decision.machine != m_machine) {
        return;
    }
    const qint64 number = decision.way == Way::Done ? decision.deed : decision.of;
    if (number == 0) {
        return;
    }
    // An undo may come before what it undoes, or outlive it: the entry then waits without lines.
    Entry &deed = m_deeds[number];
    if (decision.way == Way::Done) {
        Decision &line = deed.lines[decision.sequence];
        line = supersedes(decision, line) ? decision : line;
        m_newestDone = std::max(m_newestDone, decision.sequence);
    }
    if (decision.sequence > deed.movedAt) {
        deed.movedAt = decision.sequence;
        deed.undone = decision.way == Way::Undone;
    }
}

std::optional<Deed> UndoStack::latest(bool undone) const
{
    const Entry *found = nullptr;
    qint64 number = 0;
    for (auto deed = m_deeds.begin(); deed != m_deeds.end(); ++deed) {
        const bool counts = deed->undone == undone && !deed->lines.isEmpty();
        if (counts && (found == nullptr || deed->movedAt > found->movedAt)) {
            found = &*deed;
            number = deed.key();
        }
    }
    if (found == nullptr) {
        return {};
    }
    return Deed{number, found->lines.values()};
}

std::optional<Deed> UndoStack::undo() const
{
    return latest(false);
}

std::optional<Deed> UndoStack::redo() const
{
    const auto deed = latest(true);
    if (!deed || m_deeds.find(deed->number)->movedAt < m_newestDone) {
        return {};
    }
    return deed;
}

namespace {

Draft movedBack(const Decision &line, qint64 deed)
{
    return {line.paper, line.field, line.was, line.value, Way::Undone, deed, line.copy};
}

Draft broughtAgain(const Decision &line, qint64 deed)
{
    return {line.paper, line.field, line.value, line.was, Way::Redone, deed, line.copy};
}

} // namespace

QList<Draft> undoing(const Deed &deed)
{
    QList<Draft> drafts;
    drafts.reserve(deed.lines.size());
    for (auto line = deed.lines.rbegin(); line != deed.lines.rend(); ++line) {
        drafts << movedBack(*line, deed.number);
    }
    return drafts;
}

QList<Draft> redoing(const Deed &deed)
{
    QList<Draft> drafts;
    drafts.reserve(deed.lines.size());
    for (const Decision &line : deed.lines) {
        drafts << broughtAgain(line, deed.number);
    }
    return drafts;
}

} // namespace paperdawn
