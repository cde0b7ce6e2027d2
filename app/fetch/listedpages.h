// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/formats/arxivlisting.h"

#include <QSet>

namespace paperdawn {

/** The papers without their versions, so that what the API tells of them wins: lists tell titles and
 * abstracts as TeX or as HTML made of it. */
[[nodiscard]] QList<DayPaper> asListed(QList<DayPaper> papers);

/** The pages of one list of arXiv's on one day, put together as they come. Thread: any. */
class ListedPages final
{
public:
    ListedPages(QString category, QDate day);

    /** Errors: BadAnswer for a page of another day. */
    [[nodiscard]] Result<> add(const ListingPage &page);
    /** As many entries came as the pages say there are, or a page came without any. */
    [[nodiscard]] bool isAll() const;
    /** It lacks entries that its pages count. */
    [[nodiscard]] bool lacksSome() const { return m_papers.size() < m_total; }
    [[nodiscard]] int pages() const { return m_pages; }
    [[nodiscard]] int entries() const { return m_entries; } ///< that the pages show, so far
    [[nodiscard]] int total() const { return m_total; }     ///< of the list, as the newest page says
    /**
     * All that came, each once, in arXiv's order. Once isAll(), it is the whole list, with what each section
     * counts; one that stands on no page has no papers.
     */
    [[nodiscard]] DaySection section() const;

private:
    QString m_category;
    QDate m_day;
    int m_pages = 0;
    int m_entries = 0;
    int m_total = 0;
    bool m_isEnded = false;
    QList<KindCount> m_counted;
    QList<DayPaper> m_papers;
    QSet<PaperId> m_known; ///< of m_papers
};

} // namespace paperdawn
