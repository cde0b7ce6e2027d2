// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/journal/ledger.h"

#include <QMap>
#include <algorithm>
#include <optional>

namespace paperdawn::test {

/**
 * What undo and redo must act on next, said without SQL to compare library.db with: the deeds of one machine,
 * across restarts and programs. As with Ledger, order and repetition of what it takes do not matter. Thread:
 * one.
 */
class UndoStack final
{
public:
    explicit UndoStack(QString machine)
        : m_machine(std::move(machine))
    {
    }
    /** Decisions of other machines are passed over. */
    void take(const Decision &decision);

    /** The deed that Ctrl+Z takes back next. */
    [[nodiscard]] std::optional<Deed> undo() const;
    /** The deed that Ctrl+Shift+Z brings again next. Any newer deed clears these. */
    [[nodiscard]] std::optional<Deed> redo() const;

private:
    struct Entry
    {
        QMap<qint64, Decision> lines; ///< by sequence
        qint64 movedAt = 0;           ///< sequence of the line that moved it last
        bool undone = false;
    };
    [[nodiscard]] std::optional<Deed> latest(bool undone) const;

    QString m_machine;
    QMap<qint64, Entry> m_deeds;
    qint64 m_newestDone = 0;
};

inline void UndoStack::take(const Decision &decision)
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

inline std::optional<Deed> UndoStack::latest(bool undone) const
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

inline std::optional<Deed> UndoStack::undo() const
{
    return latest(false);
}

inline std::optional<Deed> UndoStack::redo() const
{
    const auto deed = latest(true);
    if (!deed || m_deeds.find(deed->number)->movedAt < m_newestDone) {
        return {};
    }
    return deed;
}

} // namespace paperdawn::test
