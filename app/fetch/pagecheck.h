// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fetch/fetchcontext.h"
#include "app/fetch/listedpages.h"

namespace paperdawn {

/**
 * A step of a fetch: holds each list against arXiv's own page of it, which says what stands on the list, in
 * which order, and how many papers there are of each kind: the proof of the day. So far back as arXiv shows
 * such pages. Of the newest list the feed tells where its page cannot be had, which is no proof.
 */
class PageCheck final
{
public:
    /** Why the first list that could not be checked could not. */
    using Done = std::function<void(const std::optional<Error> &unchecked)>;

    /** `fetch` outlives it. Canonical ids, in the order in which they are checked. */
    PageCheck(const FetchContext &fetch, QStringList categories, Done done);
    void start();

private:
    void next();
    void ask();
    void take(const Result<ListingPage> &page);
    void takeFailure(const Error &error);
    void askFeed();
    void takeFeed(const Result<ArxivFeed> &feed);
    [[nodiscard]] bool isNewest() const;
    [[nodiscard]] bool isBelieved() const;
    [[nodiscard]] FetchProgress progress() const;
    [[nodiscard]] const QString &category() const { return m_categories.at(m_category); }

    const FetchContext &m_fetch;
    const QStringList m_categories;
    const Done m_done;
    int m_category = -1;               ///< the one at work
    std::optional<ListedPages> m_list; ///< of it
    bool m_triedAgain = false;         ///< what failed just now
    std::optional<ErrorKind> m_failedBefore;
    bool m_isSiteIll = false; ///< it is not asked for the lists that follow
    bool m_isFeedIll = false; ///< likewise
    std::optional<Error> m_unchecked;
};

} // namespace paperdawn
