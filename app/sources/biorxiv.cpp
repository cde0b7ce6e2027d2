// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sources/biorxiv.h"

namespace paperdawn {

using namespace Qt::StringLiterals;

Biorxiv::Biorxiv(Transport &transport, const Endpoints &endpoints, QThreadPool &pool)
    : m_transport(transport)
    , m_endpoints(endpoints)
    , m_pool(pool)
{
}

Future<BiorxivPage> Biorxiv::list(const BiorxivRange &range, int cursor, std::stop_token stop,
                                  HttpProgressed progressed) const
{
    const QString what = u"%1/%2/%3"_s.arg(range.from.toString(Qt::ISODate),
                                           range.until.toString(Qt::ISODate), QString::number(cursor));
    return ask(range.server, what, range.category, std::move(stop), std::move(progressed));
}

Future<BiorxivPage> Biorxiv::paper(const PaperId &id, std::stop_token stop, HttpProgressed progressed) const
{
    return ask(id.source(), id.value() + u"/na"_s, {}, std::move(stop), std::move(progressed));
}

Future<BiorxivPage> Biorxiv::ask(Source server, const QString &what, const QString &category,
                                 std::stop_token stop, HttpProgressed progressed) const
{
    QUrl url = m_endpoints.base(Endpoint::Biorxiv);
    url.setPath(url.path() + u"/details/%1/%2/json"_s.arg(sourceKey(server), what));
    if (!category.isEmpty()) {
        url = withParameters(url, {{u"category"_s, QString(category).replace(u' ', u'_')}});
    }
    const auto parse = [host = url.host(), server](const QByteArray &body) {
        return parseBiorxivJson(body, server, host);
    };
    return readIn(m_pool,
                  m_transport.get({.url = url,
                                   .endpoint = Endpoint::Biorxiv,
                                   .purpose = Purpose::Api,
                                   .accept = "application/json"},
                                  std::move(stop), std::move(progressed)),
                  parse);
}

} // namespace paperdawn
