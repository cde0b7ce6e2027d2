// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fetch/fetchcontext.h"

namespace paperdawn {

/**
 * A step of a fetch: the lists of some categories from arXiv's API, page by page, each from where it broke
 * off. A list that fails is asked for once more where that may help; then its reason is kept with the day,
 * and the lists after it are asked for, unless all would fail alike, or two did. A list that arXiv's own page
 * told of is not asked for: the API knows only a part of it.
 */
class ApiLists final
{
public:
    /** Why it ended early, or what the first list that did not come failed by. */
    using Done = std::function<void(const std::optional<Error> &error)>;

    /** `fetch` outlives it. Canonical ids, in the order in which they are asked for. */
    ApiLists(const FetchContext &fetch, QStringList categories, Done done);
    void start();

private:
    void next();
    void beginPass(int start);
    void ask();
    void take(const Result<AtomPage> &page);
    void takeFailure(const Error &error);
    void endPass();
    [[nodiscard]] FetchProgress progress() const;
    [[nodiscard]] DayPart part() const;
    [[nodiscard]] std::optional<int> expected(bool isProven) const;
    [[nodiscard]] int endOfMoreThanTold() const;

    const FetchContext &m_fetch;
    const QStringList m_categories;
    const Done m_done;
    int m_category = -1; ///< the one at work
    int m_start = 0;
    int m_most = 0;                          ///< papers on the list, by what the pass at work was told
    bool m_fromTheStart = false;             ///< of the pass at work
    bool m_askedAgain = false;               ///< for a page that came empty
    bool m_triedAgain = false;               ///< what failed just now
    std::optional<ErrorKind> m_failedBefore; ///< what the list before it ended with
    std::optional<Error> m_failure;          ///< of the first list that did not come
};

} // namespace paperdawn
