// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sources/arxivsite.h"

namespace paperdawn {

using namespace Qt::StringLiterals;

ArxivSite::ArxivSite(Transport &transport, const Endpoints &endpoints, QThreadPool &pool)
    : m_transport(transport)
    , m_endpoints(endpoints)
    , m_pool(pool)
{
}

Future<ListingPage> ArxivSite::newest(const QString &list, int skip, std::stop_token stop,
                                      HttpProgressed progressed) const
{
    return ask(u"/list/%1/new"_s.arg(list),
               {{u"skip"_s, QString::number(skip)}, {u"show"_s, QString::number(entriesAPage)}}, list,
               std::move(stop), std::move(progressed));
}

Future<ListingPage> ArxivSite::catchUp(const QString &list, QDate day, int page, std::stop_token stop,
                                       HttpProgressed progressed) const
{
    return ask(u"/catchup/%1/%2"_s.arg(list, day.toString(Qt::ISODate)),
               {{u"abs"_s, u"True"_s}, {u"page"_s, QString::number(page)}}, list, std::move(stop),
               std::move(progressed));
}

Future<ListingPage> ArxivSite::ask(const QString &path, const Parameters &parameters, const QString &list,
                                   std::stop_token stop, HttpProgressed progressed) const
{
    QUrl url = m_endpoints.base(Endpoint::ArxivSite);
    url.setPath(url.path() + path);
    const auto parse = [list, host = url.host()](const QByteArray &body) {
        return parseArxivListing(body, list, host);
    };
    return readIn(m_pool,
                  m_transport.get({.url = withParameters(url, parameters),
                                   .endpoint = Endpoint::ArxivSite,
                                   .purpose = Purpose::Listing,
                                   .accept = "text/html"},
                                  std::move(stop), std::move(progressed)),
                  parse);
}

} // namespace paperdawn
