// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/domain/dayfile.h"

#include <QSet>

namespace paperdawn {

/** The day's list of some categories or archives, as rss.arxiv.org tells it. */
struct ArxivFeed
{
    QStringList lists;        ///< of what was asked: "cs.CV", "hep-th"
    QDateTime built;          ///< UTC; not a sign that anything is new
    QDate day;                ///< in New York; of days without a list, too
    QList<DayPaper> papers;   ///< in arXiv's order, as often as they stand there
    QStringList unidentified; ///< the ids of items that name no paper, as they stood
    /** It has all 2,000 items that a feed may have: new papers of the lowest ids may be missing. */
    bool isCut = false;

    bool operator==(const ArxivFeed &) const = default;
};

/**
 * Reads a feed of rss.arxiv.org, RSS 2.0 or Atom (arxiv-feed, serializers/serializer.py), or the RSS 1.0 of
 * before February 2024. Titles and abstracts are TeX as it was submitted, names are not. An RSS 1.0 knows of
 * a paper's categories only the primary one. Errors: Rejected (the feed is arXiv's way of saying no: its
 * words), Incomplete, BadAnswer (as openXml(), or no feed of arXiv). `where` is for the errors. Thread: any.
 */
[[nodiscard]] Result<ArxivFeed> parseArxivFeed(const QByteArray &bytes, const QString &where = {});

/**
 * Whether these papers are the batch of the day before, served again under today's date, as happened on
 * 2026-08-12: some are new, and each that is new was so already then. A paper is new on a list only once.
 * Without a new paper nothing can be told: false.
 */
[[nodiscard]] bool isStaleBatch(const QList<DayPaper> &papers, const QSet<PaperId> &newTheDayBefore);

} // namespace paperdawn
