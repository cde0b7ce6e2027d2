// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/paper.h"

namespace paperdawn {

/*
 * A day in words: honest about how much of it is here. One day may have several sources. Thread: any.
 */

/** "Tuesday, 9 December 2025" */
[[nodiscard]] QString dayName(QDate day);
/** The same without the day of the week, for the window's title */
[[nodiscard]] QString shortDayName(QDate day);
/** The first day that is kept where `months` of them are; invalid: all are. */
[[nodiscard]] QDate oldestKept(int months, QDate newest);
/** Translation::origin for readers */
[[nodiscard]] QString originWords(const QString &origin);
/** "20 papers · 12 unread · a selection" */
[[nodiscard]] QString aboutDay(const QList<DaySummary> &sources, int papers, int unread);
/** One sentence for the status bar: "20 papers chosen by an archive, not the whole day." */
[[nodiscard]] QString dayStatusSentence(const QList<DaySummary> &sources);

/** What arXiv's own page counts and how much of it is here: "cs.CL · new 93/93 · cross-lists 41/41 ·
 * replacements 60/60 ✓"; of several lists, their sum. Null where none was held against it. */
[[nodiscard]] QString proofWords(const QList<DayPart> &lists);
/** The same of each list on a line of its own; one that could not be checked says so. */
[[nodiscard]] QString proofLines(const QList<DayPart> &lists);

/** What to press for the papers that a day lacks: "Get the other 50"; of a day of which nothing came, to try
 * again. */
[[nodiscard]] QString getRestWords(const QList<DayPart> &lacking);

/** What to say where there are no rows: what it is, and what to do next. */
struct EmptyWords
{
    QString what;
    QString next;
};
[[nodiscard]] EmptyWords emptyDayWords(QDate day, const QList<DaySummary> &sources, const QDateTime &now,
                                       bool mayFetch);

} // namespace paperdawn
