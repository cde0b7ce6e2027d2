// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/dayfile.h"

#include <QRandomGenerator>
#include <optional>

namespace paperdawn::bench {

/**
 * Papers that nobody wrote: titles, sentences, authors and categories of recorded ones, shuffled. The same
 * calls give the same papers. Thread: one at a time.
 */
class InventedPapers final
{
public:
    static constexpr int papersADay = 300;
    static constexpr int papersOfTheBigDay = 10000;
    static QDate newestDay() { return QDate(2026, 8, 21); }
    /** A list of papers that stand on other days too; before all of them, so that it is never the latest. */
    static QDate bigDay() { return QDate(2003, 1, 6); }

    /** `folder`: the recorded metadata, JSON records one to a line, gzipped. None if nothing can be read. */
    [[nodiscard]] static std::optional<InventedPapers> from(const QString &folder);

    /** Days in rising order, the last of them newestDay(). */
    [[nodiscard]] static QList<QDate> daysFor(qint64 papers);
    /** The next day's list; its days must rise. */
    [[nodiscard]] DayFile list(QDate day, int papers);
    /** The big day, of papers that were on the last lists. */
    [[nodiscard]] DayFile bigList() const;

private:
    [[nodiscard]] PaperDetails paper(QDate day);
    [[nodiscard]] QString anyOf(const QStringList &texts);

    QStringList m_titles;
    QStringList m_sentences;
    QStringList m_authors;
    QStringList m_categories;
    QRandomGenerator m_random{20251209};
    QDate m_month;
    int m_serial = 0;
    QList<PaperId> m_last;
};

} // namespace paperdawn::bench
