// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sources/arxivapi.h"
#include "app/sources/arxivfeeds.h"
#include "app/sources/arxivsite.h"

namespace paperdawn {

/** All of arXiv that tells of a day's lists. Thread: the transport's. */
struct ArxivServices
{
    ArxivServices(Transport &transport, const Endpoints &endpoints, QThreadPool &pool)
        : api(transport, endpoints, pool)
        , site(transport, endpoints, pool)
        , feeds(transport, endpoints, pool)
    {
    }

    const ArxivApi api;
    const ArxivSite site;
    const ArxivFeeds feeds;
};

} // namespace paperdawn
