// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/formats/biorxivjson.h"
#include "app/sources/asking.h"

namespace paperdawn {

/** Which records of one of the two servers are asked for: one for each version posted on these days. */
struct BiorxivRange
{
    Source server = Source::Biorxiv; ///< or Medrxiv
    QDate from;
    QDate until;      ///< counts as within
    QString category; ///< "cell biology"; null: all. The service takes one that it does not know for none.

    bool operator==(const BiorxivRange &) const = default;
};

/**
 * The service of bioRxiv and medRxiv (https://api.biorxiv.org). How many records a page has is the service's
 * choice (100 by its help, 30 in fact). Answers are parsed in the pool. Errors: those of the transport and of
 * parseBiorxivJson(). Thread: the transport's.
 */
class Biorxiv final
{
public:
    Biorxiv(Transport &transport, const Endpoints &endpoints, QThreadPool &pool);

    /** A page; the first is at cursor 0. */
    [[nodiscard]] Future<BiorxivPage> list(const BiorxivRange &range, int cursor, std::stop_token stop,
                                           HttpProgressed progressed) const;
    /** All versions of a paper of either server; none where the service does not have it. */
    [[nodiscard]] Future<BiorxivPage> paper(const PaperId &id, std::stop_token stop,
                                            HttpProgressed progressed) const;

private:
    [[nodiscard]] Future<BiorxivPage> ask(Source server, const QString &what, const QString &category,
                                          std::stop_token stop, HttpProgressed progressed) const;

    Transport &m_transport;
    const Endpoints &m_endpoints;
    QThreadPool &m_pool;
};

} // namespace paperdawn
