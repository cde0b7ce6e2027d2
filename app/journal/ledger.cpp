// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/ledger.h"

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
