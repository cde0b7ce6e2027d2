// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fetch/apilists.h"
#include "app/fetch/lookups.h"
#include "app/fetch/pagecheck.h"
#include "app/store/store.h"

namespace paperdawn {

/** What became of it. What came before an error stays. */
struct FetchOutcome
{
    QDate day;
    int added = 0;              ///< papers that the library did not have
    int completed = 0;          ///< papers of which it knew less
    QList<DayPart> parts;       ///< the categories that were asked for
    int stillIncomplete = 0;    ///< papers of which something is still unknown, where they were looked up
    std::optional<Error> error; ///< why it ended early, or what the first list that did not come failed by
    /** Why the first list that could not be held against arXiv's own page could not. */
    std::optional<Error> unchecked;
    [[nodiscard]] bool isWhole() const;
    /** Nothing of what was asked for is here, or nothing could be kept. */
    [[nodiscard]] bool hasFailed() const;
};

/**
 * Fetches one day of arXiv: the lists of some categories, or what is unknown of the papers that are here; or
 * looks up papers by their ids. What comes is stored page by page, so that nothing is lost where it breaks
 * off, and the next job goes on from there.
 *
 * Lists come from the API, which is quick and knows papers best, but goes by when they were submitted: such a
 * day is approximate. Then arXiv's own pages say what stands on them (PageCheck), and papers that those added
 * are looked up. Thread: the library's and the transport's. Runs once.
 */
class FetchJob final : public QObject
{
    Q_OBJECT
public:
    /** Where papers are looked up by their ids, no day is needed. */
    FetchJob(const ArxivServices &arxiv, Store &store, const Library &library, const Clock &clock, QDate day,
             QObject *parent = nullptr);
    ~FetchJob() override; ///< cancels

    /** Canonical ids, in the order in which they are asked for. finished() comes exactly once. */
    void fetchLists(const QStringList &categories);
    void lookUpPapers();
    /** Of no day. `stillIncomplete` is how many of them arXiv does not know. */
    void lookUp(const QList<PaperId> &papers);
    void cancel();

Q_SIGNALS:
    void progressed(const paperdawn::FetchProgress &progress);
    void finished(const paperdawn::FetchOutcome &outcome);

private:
    void check();
    void lookUpUnfamiliar();
    void keep(const DaySection &section, const FetchContext::Next &next);
    [[nodiscard]] QList<DaySection> withListsToCome(const DaySection &section) const;
    void endLists();
    void end(std::optional<Error> error);
    [[nodiscard]] QList<DayPart> parts() const;
    [[nodiscard]] Result<int> unknownPapers() const;

    Store &m_store;
    std::stop_source m_stop;
    const FetchContext m_fetch;
    FetchOutcome m_outcome;
    QStringList m_categories;       ///< empty where no lists were asked for
    QList<PaperId> m_papers;        ///< that were to be looked up
    std::optional<Error> m_failure; ///< of the first list that did not come
    std::optional<ApiLists> m_lists;
    std::optional<PageCheck> m_check;
    std::optional<LookUps> m_lookUps;
};

/** Why there can be no list of this day now: NoList (weekend, holiday …) or NotYet. */
[[nodiscard]] Result<> mayHaveList(QDate day, const QDateTime &now);

} // namespace paperdawn
