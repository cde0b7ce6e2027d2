// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fetch/fetchcontext.h"

namespace paperdawn {

/** A step of a fetch: what arXiv's API tells of some papers, asked for by their ids in batches. Where it
 * knows none of a whole batch, its index lags behind, and the others are not asked for. */
class LookUps final
{
public:
    using Done = std::function<void(const std::optional<Error> &error)>; ///< why it ended early

    /** `fetch` outlives it. Oldest papers first. */
    LookUps(const FetchContext &fetch, QList<PaperId> papers, Done done);
    void start();

private:
    void next();
    void take(const QList<PaperId> &asked, const Result<AtomPage> &page);

    const FetchContext &m_fetch;
    const QList<PaperId> m_papers;
    const Done m_done;
    qsizetype m_lookedUp = 0;
    bool m_askedAgain = false; ///< for a page that came empty, or cut
    bool m_triedAgain = false; ///< what failed just now
};

} // namespace paperdawn
