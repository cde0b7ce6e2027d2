// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sources/arxivoai.h"

namespace paperdawn {

using namespace Qt::StringLiterals;

ArxivOai::ArxivOai(Transport &transport, const Endpoints &endpoints, QThreadPool &pool)
    : m_transport(transport)
    , m_endpoints(endpoints)
    , m_pool(pool)
{
}

Future<OaiPage> ArxivOai::list(const OaiRange &range, std::stop_token stop, HttpProgressed progressed) const
{
    Parameters parameters{{u"verb"_s, u"ListRecords"_s}, {u"metadataPrefix"_s, range.metadataPrefix}};
    if (!range.set.isEmpty()) {
        parameters += std::pair{u"set"_s, range.set};
    }
    if (range.from.isValid() && range.from > earliest()) {
        parameters += std::pair{u"from"_s, range.from.toString(Qt::ISODate)};
    }
    if (range.until.isValid()) {
        parameters += std::pair{u"until"_s, range.until.toString(Qt::ISODate)};
    }
    return ask(parameters, std::move(stop), std::move(progressed));
}

/** A token stands for all other arguments, and is taken beside none. */
Future<OaiPage> ArxivOai::next(const QString &token, std::stop_token stop, HttpProgressed progressed) const
{
    return ask({{u"verb"_s, u"ListRecords"_s}, {u"resumptionToken"_s, token}}, std::move(stop),
               std::move(progressed));
}

Future<OaiPage> ArxivOai::paper(const PaperId &id, std::stop_token stop, HttpProgressed progressed) const
{
    return ask({{u"verb"_s, u"GetRecord"_s},
                {u"metadataPrefix"_s, u"arXivRaw"_s},
                {u"identifier"_s, u"oai:arXiv.org:"_s + id.value()}},
               std::move(stop), std::move(progressed));
}

Future<OaiPage> ArxivOai::ask(const Parameters &parameters, std::stop_token stop,
                              HttpProgressed progressed) const
{
    const QUrl url = withParameters(m_endpoints.base(Endpoint::ArxivOai), parameters);
    const auto parse = [host = url.host()](const QByteArray &body) { return parseArxivOai(body, host); };
    return readIn(m_pool,
                  m_transport.get({.url = url,
                                   .endpoint = Endpoint::ArxivOai,
                                   .purpose = Purpose::OaiPage,
                                   .accept = "text/xml, application/xml"},
                                  std::move(stop), std::move(progressed)),
                  parse);
}

} // namespace paperdawn
