// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fetch/listedpages.h"

#include <algorithm>
#include <utility>

namespace paperdawn {

using namespace Qt::StringLiterals;

QList<DayPaper> asListed(QList<DayPaper> papers)
{
    for (DayPaper &paper : papers) {
        paper.details.version = 0;
    }
    return papers;
}

ListedPages::ListedPages(QString category, QDate day)
    : m_category(std::move(category))
    , m_day(day)
    , m_counted{{Kind::New, 0}, {Kind::Cross, 0}, {Kind::Replaced, 0}}
{
}

Result<> ListedPages::add(const ListingPage &page)
{
    if (page.day.isValid() && page.day != m_day) {
        return failure(ErrorKind::BadAnswer, u"the list of %1"_s.arg(page.day.toString(Qt::ISODate)));
    }
    ++m_pages;
    m_isEnded = page.sections.isEmpty();
    if (m_isEnded && m_pages > 1) { // it says nothing of the list
        return {};
    }
    m_total = page.total;
    for (const ListedSection &section : page.sections) {
        m_entries += section.shown;
        for (const DayPaper &paper : asListed(section.papers)) {
            if (!m_known.contains(paper.details.id)) { // the list grew between two pages
                m_known.insert(paper.details.id);
                m_papers += paper;
            }
        }
        if (const auto count = std::find_if(m_counted.begin(), m_counted.end(),
                                            [&](const KindCount &one) { return one.kind == section.kind; });
            count != m_counted.end()) {
            count->papers = section.total;
        }
    }
    return {};
}

bool ListedPages::isAll() const
{
    return m_isEnded || m_entries >= m_total;
}

DaySection ListedPages::section() const
{
    DaySection section{.day = m_day, .source = Source::Arxiv, .status = DayStatus::Approximate};
    section.category = m_category;
    section.papers = m_papers;
    section.expected = m_total;
    section.isWholeList = isAll();
    if (section.isWholeList) {
        section.counted = m_counted;
    }
    return section;
}

} // namespace paperdawn
