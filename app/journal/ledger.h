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

/** What to append in order to take a deed back: each line's `was`, the last line first. */
[[nodiscard]] QList<Draft> undoing(const Deed &deed);
/** What to append in order to bring a deed again. */
[[nodiscard]] QList<Draft> redoing(const Deed &deed);

} // namespace paperdawn
