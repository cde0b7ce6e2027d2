// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fetch/lookups.h"

#include "app/base/async.h"

#include <utility>

namespace paperdawn {

LookUps::LookUps(const FetchContext &fetch, QList<PaperId> papers, Done done)
    : m_fetch(fetch)
    , m_papers(std::move(papers))
    , m_done(std::move(done))
{
}

void LookUps::start()
{
    next();
}

void LookUps::next()
{
    const QList<PaperId> some = m_papers.mid(m_lookedUp, ArxivApi::papersALookUp);
    if (some.isEmpty()) {
        return m_done({});
    }
    const FetchProgress progress{FetchProgress::Step::Papers, {}, int(m_lookedUp), int(m_papers.size()), {}};
    m_fetch.tell(progress);
    whenDone(m_fetch.arxiv.api.papers(some, m_fetch.stop, m_fetch.telling(progress)), m_fetch.job,
             [this, some](const Result<AtomPage> &page) { take(some, page); });
}

/** Its total is how many were asked for: an answer that was cut and one without those that it does not know
 * look alike, so it is asked for once more, and then believed. */
void LookUps::take(const QList<PaperId> &asked, const Result<AtomPage> &page)
{
    if (!page) {
        const bool again = mayPass(page.error().kind) && !std::exchange(m_triedAgain, true);
        return again ? next() : m_done(page.error());
    }
    m_triedAgain = false;
    const bool isCut = page->papers.size() + page->unidentified.size() < page->totalResults;
    if ((page->papers.isEmpty() || isCut) && !m_askedAgain) {
        m_askedAgain = true;
        return next();
    }
    m_askedAgain = false;
    m_lookedUp += asked.size();
    DaySection section{.day = {}, .source = Source::Arxiv, .status = DayStatus::Unknown};
    for (const PaperDetails &paper : page->papers) {
        section.papers += {paper, Kind::Unknown};
    }
    if (section.papers.isEmpty()) {
        const bool lags = asked.size() == ArxivApi::papersALookUp; // and those to come are newer
        return lags ? m_done({}) : next();
    }
    m_fetch.keep(section, [this] { next(); });
}

} // namespace paperdawn
