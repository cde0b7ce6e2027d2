// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/domain/dayfile.h"

namespace paperdawn {

/** What stands under one heading of a listing page; on the page of a month, which has none, all of it. */
struct ListedSection
{
    QDate day;                 ///< whose list it is; invalid: a month's
    Kind kind = Kind::Unknown; ///< New, Cross or Replaced; Unknown where the page does not part them
    int shown = 0;             ///< of its entries on this page, as the page says
    int total = 0;             ///< of its entries on all pages, as the page says: the yardstick
    QList<DayPaper> papers;    ///< in arXiv's order, as often as they stand there; up to a tenth may lack

    bool operator==(const ListedSection &) const = default;
};

struct ListingPage
{
    QDate day;                     ///< whose list it is; invalid on pages of several days or of a month
    int total = 0;                 ///< entries of the whole list, this page and all others
    QList<ListedSection> sections; ///< none: the page says that there are no updates, or no further ones

    bool operator==(const ListingPage &) const = default;
};

/**
 * Reads a page of arXiv's /list/X/new, recent, pastweek or YYYY-MM, or of /catchup/X/DATE (arxiv-browse,
 * templates/list and catchup.html). `list` is the X that was asked for: whether a replaced paper is a cross-
 * list there, the page does not say. Abstracts only where the page has them; a version only where it links to
 * the paper as HTML. Accents come as Unicode, for arXiv converts them there, and an author list of 100 or
 * more counts as cut off, for arXiv cuts it there without a word (controllers/abs_page.py).
 *
 * What a heading says is shown is what is read, or it is an error; `shown` of a month's page, which arXiv
 * counts by other means, may be more than there are papers.
 *
 * Errors: Incomplete (the page has no end), AnswerTooLarge (over 20 MiB), BadAnswer (nothing, not UTF-8, or
 * arXiv's page has changed: no list, or fewer entries than it says). `where` is for the errors. Thread: any.
 */
[[nodiscard]] Result<ListingPage> parseArxivListing(const QByteArray &bytes, const QString &list,
                                                    const QString &where = {});

} // namespace paperdawn
