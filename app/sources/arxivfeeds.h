// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/formats/arxivfeed.h"
#include "app/sources/asking.h"

namespace paperdawn {

/**
 * arXiv's feeds (https://info.arxiv.org/help/rss.html): the list of the current day with abstracts, in
 * arXiv's order. One category a request, for a feed has 2,000 papers at most and loses new ones beyond.
 * Answers are parsed in the pool. Errors: those of the transport and of parseArxivFeed(). Thread: the
 * transport's.
 */
class ArxivFeeds final
{
public:
    ArxivFeeds(Transport &transport, const Endpoints &endpoints, QThreadPool &pool);

    [[nodiscard]] Future<ArxivFeed> today(const QString &category, std::stop_token stop,
                                          HttpProgressed progressed) const;

private:
    Transport &m_transport;
    const Endpoints &m_endpoints;
    QThreadPool &m_pool;
};

} // namespace paperdawn
