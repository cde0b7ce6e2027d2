// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/journal/decision.h"

#include <QList>
#include <QMap>
#include <optional>

namespace paperdawn {

/**
 * What decisions add up to: for each paper and field the one that stands. Whatever the order, however often
 * each is taken, and however many are still to come, the same decisions give the same ledger. Thread: one.
 */
class Ledger final
{
public:
    /** True if it stands now and did not before. */
    bool take(const Decision &decision);

    /** The decision that stands, or null; until the next take(). */
    [[nodiscard]] const Decision *find(const QString &paper, const QString &field) const;
    /** Of that decision; null where there is none. */
    [[nodiscard]] QJsonValue value(const QString &paper, const QString &field) const;
    /** All that stand, by paper and field. */
    [[nodiscard]] QList<Decision> standing() const { return m_standing.values(); }

    bool operator==(const Ledger &) const = default;

private:
    QMap<std::pair<QString, QString>, Decision> m_standing;
};

/** What one Ctrl+Z takes back. */
struct Deed
{
    qint64 number = 0;     ///< Decision::deed of its lines
    QList<Decision> lines; ///< by sequence; lines that were lost are absent
    bool operator==(const Deed &) const = default;
};

/**
 * What undo and redo act on next: the deeds of one machine, across restarts and programs. As with Ledger,
 * order and repetition of what it takes do not matter. Thread: one.
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

/** What to append in order to take a deed back: each line's `was`, the last line first. */
[[nodiscard]] QList<Draft> undoing(const Deed &deed);
/** What to append in order to bring a deed again. */
[[nodiscard]] QList<Draft> redoing(const Deed &deed);

} // namespace paperdawn
