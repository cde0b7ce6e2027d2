// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sources/arxivapi.h"

#include "app/domain/category.h"
#include "app/domain/listingday.h"

namespace paperdawn {

using namespace Qt::StringLiterals;

namespace {

/** The category and the names that it has or had: the server does not know that they are the same. */
QString categoryClause(const QString &category)
{
    QStringList clauses{u"cat:"_s + category};
    for (const Category &other : Category::all()) {
        if (other.aliasOf == category) {
            clauses += u"cat:"_s + other.id;
        }
    }
    return clauses.size() == 1 ? clauses.first() : u'(' + clauses.join(u" OR "_s) + u')';
}

QString minute(const QDateTime &time)
{
    return time.toString(u"yyyyMMddHHmm"_s);
}

} // namespace

ArxivApi::ArxivApi(Transport &transport, const Endpoints &endpoints, QThreadPool &pool)
    : m_transport(transport)
    , m_endpoints(endpoints)
    , m_pool(pool)
{
}

QString ArxivApi::listQuery(const QString &category, QDate day)
{
    return listQuery(category, day, day);
}

/** Parentheses everywhere: the server gives no operator precedence. Both minutes count as within. */
QString ArxivApi::listQuery(const QString &category, QDate first, QDate last)
{
    const QDateTime end = ListingDay::opensAt(ListingDay::next(last)).addSecs(-60);
    return u"%1 AND submittedDate:[%2 TO %3]"_s.arg(categoryClause(category),
                                                    minute(ListingDay::opensAt(first)), minute(end));
}

Future<AtomPage> ArxivApi::list(const QString &category, QDate day, int start, std::stop_token stop,
                                HttpProgressed progressed) const
{
    return ask({{u"search_query"_s, listQuery(category, day)},
                {u"sortBy"_s, u"submittedDate"_s},
                {u"sortOrder"_s, u"ascending"_s},
                {u"start"_s, QString::number(start)},
                {u"max_results"_s, QString::number(std::min(papersAPage, longestAnswer - start))}},
               std::move(stop), std::move(progressed));
}

/** For one paper and its total, because the server divides by what it is asked for. */
Future<int> ArxivApi::count(const QString &category, QDate first, QDate last, std::stop_token stop) const
{
    const auto parse = [host = m_endpoints.base(Endpoint::ArxivApi).host()](const QByteArray &body) {
        return parseArxivAtom(body, host).map([](const AtomPage &page) { return page.totalResults; });
    };
    return readIn(m_pool,
                  get({{u"search_query"_s, listQuery(category, first, last)}, {u"max_results"_s, u"1"_s}},
                      std::move(stop), {}),
                  parse);
}

Future<AtomPage> ArxivApi::papers(const QList<PaperId> &ids, std::stop_token stop,
                                  HttpProgressed progressed) const
{
    QStringList numbers;
    for (const PaperId &id : ids.mid(0, papersALookUp)) {
        numbers += id.value();
    }
    return ask({{u"id_list"_s, numbers.join(u',')}, {u"max_results"_s, QString::number(papersALookUp)}},
               std::move(stop), std::move(progressed));
}

Future<AtomPage> ArxivApi::ask(const Parameters &parameters, std::stop_token stop,
                               HttpProgressed progressed) const
{
    const auto parse = [host = m_endpoints.base(Endpoint::ArxivApi).host()](const QByteArray &body) {
        return parseArxivAtom(body, host);
    };
    return readIn(m_pool, get(parameters, std::move(stop), std::move(progressed)), parse);
}

Future<HttpReply> ArxivApi::get(const Parameters &parameters, std::stop_token stop,
                                HttpProgressed progressed) const
{
    return m_transport.get({.url = withParameters(m_endpoints.base(Endpoint::ArxivApi), parameters),
                            .endpoint = Endpoint::ArxivApi,
                            .purpose = Purpose::Api,
                            .accept = "application/atom+xml"},
                           std::move(stop), std::move(progressed));
}

} // namespace paperdawn
