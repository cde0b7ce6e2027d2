// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sources/arxivfeeds.h"

namespace paperdawn {

using namespace Qt::StringLiterals;

ArxivFeeds::ArxivFeeds(Transport &transport, const Endpoints &endpoints, QThreadPool &pool)
    : m_transport(transport)
    , m_endpoints(endpoints)
    , m_pool(pool)
{
}

Future<ArxivFeed> ArxivFeeds::today(const QString &category, std::stop_token stop,
                                    HttpProgressed progressed) const
{
    QUrl url = m_endpoints.base(Endpoint::ArxivFeed);
    url.setPath(url.path() + u"/rss/"_s + category);
    const auto parse = [host = url.host()](const QByteArray &body) { return parseArxivFeed(body, host); };
    return readIn(m_pool,
                  m_transport.get({.url = url,
                                   .endpoint = Endpoint::ArxivFeed,
                                   .purpose = Purpose::Feed,
                                   .accept = "application/rss+xml, application/xml, text/xml"},
                                  std::move(stop), std::move(progressed)),
                  parse);
}

} // namespace paperdawn
