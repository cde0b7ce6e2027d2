// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/formats/arxivoai.h"
#include "app/sources/asking.h"

namespace paperdawn {

/** Which records are asked for. Days are those of the datestamp and count as within. */
struct OaiRange
{
    QString metadataPrefix = QStringLiteral("arXivRaw");
    QString set; ///< "cs", "physics:hep-th", "cs:cs:CV"; null: all of arXiv
    QDate from;  ///< invalid: from the earliest on
    QDate until; ///< invalid: to the last; the server takes tomorrow at most

    bool operator==(const OaiRange &) const = default;
};

/**
 * arXiv's OAI-PMH (https://info.arxiv.org/help/oa): which records changed, oldest change first, in pages of
 * some thousand. A token is good until midnight UTC; where it is refused, see isTokenRefused(). Answers are
 * parsed in the pool. Errors: those of the transport and of parseArxivOai(). Thread: the transport's.
 */
class ArxivOai final
{
public:
    /** No datestamp lies before this day; the server refuses to be asked for one. */
    [[nodiscard]] static QDate earliest() { return {2005, 9, 16}; }

    ArxivOai(Transport &transport, const Endpoints &endpoints, QThreadPool &pool);

    /** The first page. */
    [[nodiscard]] Future<OaiPage> list(const OaiRange &range, std::stop_token stop,
                                       HttpProgressed progressed) const;
    /** The page that a token of the one before asks for. */
    [[nodiscard]] Future<OaiPage> next(const QString &token, std::stop_token stop,
                                       HttpProgressed progressed) const;
    /** One paper, with all of its versions; Rejected where arXiv does not have it. */
    [[nodiscard]] Future<OaiPage> paper(const PaperId &id, std::stop_token stop,
                                        HttpProgressed progressed) const;

private:
    [[nodiscard]] Future<OaiPage> ask(const Parameters &parameters, std::stop_token stop,
                                      HttpProgressed progressed) const;

    Transport &m_transport;
    const Endpoints &m_endpoints;
    QThreadPool &m_pool;
};

} // namespace paperdawn
