// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/formats/arxivlisting.h"
#include "app/sources/asking.h"

namespace paperdawn {

/**
 * arXiv's own pages of a day's list: its order, its sections, and how many papers it counts in each, which is
 * what a day is measured by. `list` is a category, an archive ("math") or, of catch-up pages, a group
 * ("grp_physics"). Answers are parsed in the pool. Errors: those of the transport and of
 * parseArxivListing(); RateLimited, with the time, too, where the page is not up to date yet. Thread: the
 * transport's.
 */
class ArxivSite final
{
public:
    /** So far back goes catchUp(): further, arXiv shows no day's list. */
    static constexpr int catchUpDays = 90;
    static constexpr int entriesAPage = 2000;

    ArxivSite(Transport &transport, const Endpoints &endpoints, QThreadPool &pool);

    /** The newest list, from the `skip`th entry on. Which day that is, the page says. */
    [[nodiscard]] Future<ListingPage> newest(const QString &list, int skip, std::stop_token stop,
                                             HttpProgressed progressed) const;
    /** A page of the list of a day, the first is 1; with abstracts. */
    [[nodiscard]] Future<ListingPage> catchUp(const QString &list, QDate day, int page, std::stop_token stop,
                                              HttpProgressed progressed) const;

private:
    [[nodiscard]] Future<ListingPage> ask(const QString &path, const Parameters &parameters,
                                          const QString &list, std::stop_token stop,
                                          HttpProgressed progressed) const;

    Transport &m_transport;
    const Endpoints &m_endpoints;
    QThreadPool &m_pool;
};

} // namespace paperdawn
