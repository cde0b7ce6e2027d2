// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sources/arxivapi.h"
#include "app/store/store.h"

#include <QObject>
#include <stop_token>

namespace paperdawn {

/** How far a fetch is. */
struct FetchProgress
{
    QString category; ///< the one at work; null: papers are looked up one by one
    int done = 0;     ///< categories, or papers
    int total = 0;
    QDateTime waitingUntil; ///< UTC, where the service is not to be asked before; invalid: it is being asked
    bool operator==(const FetchProgress &) const = default;
};

/** What became of it. What came before an error stays. */
struct FetchOutcome
{
    QDate day;
    int added = 0;              ///< papers that the library did not have
    int completed = 0;          ///< papers of which it knew less
    QList<DayPart> parts;       ///< the categories that were asked for
    int stillIncomplete = 0;    ///< papers of which something is still unknown, where they were looked up
    std::optional<Error> error; ///< why it ended early, or what the first list that did not come failed by
    [[nodiscard]] bool isWhole() const;
    /** Nothing of what was asked for is here, or nothing could be kept. */
    [[nodiscard]] bool hasFailed() const;
};

/**
 * Fetches one day from arXiv's API: the lists of some categories, or what is unknown of the papers that are
 * here; or looks up papers by their ids. Each page is stored as it comes, so that nothing is lost where it
 * breaks off, and the next job goes on from there. A list that fails is asked for once more where that may
 * help; then its reason is kept with the day, and the lists after it are asked for, unless all would fail
 * alike, or two did. Such a day is approximate. Thread: the library's and the transport's. Runs once.
 */
class FetchJob final : public QObject
{
    Q_OBJECT
public:
    /** Where papers are looked up by their ids, no day is needed. */
    FetchJob(const ArxivApi &api, Store &store, const Library &library, const Clock &clock, QDate day,
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
    void nextCategory();
    void beginPass(int start);
    void askForPage();
    void takePage(const Result<AtomPage> &page);
    void takeFailure(const Error &error);
    void endPass();
    void lookUpNext();
    void takeLookedUp(const QList<PaperId> &asked, const Result<AtomPage> &page);
    void keep(const DaySection &section, const std::function<void()> &next);
    [[nodiscard]] DaySection sectionOf(const QString &category) const;
    [[nodiscard]] QList<DaySection> withListsToCome(const DaySection &section) const;
    void end(std::optional<Error> error = {});
    void tell(const QDateTime &waitingUntil = {});
    [[nodiscard]] DayPart part() const;
    [[nodiscard]] Result<int> unknownPapers() const;
    [[nodiscard]] std::optional<int> expected(bool isProven) const;
    [[nodiscard]] int endOfMoreThanTold() const;
    [[nodiscard]] HttpProgressed progress();

    const ArxivApi &m_api;
    Store &m_store;
    const Library &m_library;
    const Clock &m_clock;
    const QDate m_day;
    std::stop_source m_stop;
    FetchOutcome m_outcome;

    QStringList m_categories;
    int m_category = -1; ///< the one at work
    int m_start = 0;
    int m_most = 0;                          ///< papers on the list, by what the pass at work was told
    bool m_fromTheStart = false;             ///< of the pass at work
    bool m_askedAgain = false;               ///< for a page that came empty
    bool m_triedAgain = false;               ///< what failed just now
    std::optional<ErrorKind> m_failedBefore; ///< what the list before it ended with
    std::optional<Error> m_failure;          ///< of the first list that did not come

    QList<PaperId> m_papers; ///< to be looked up
    qsizetype m_lookedUp = 0;
};

/** Whatever else the service is asked for does not come either, before that is mended. */
[[nodiscard]] bool concernsAll(ErrorKind kind);

/** Why there can be no list of this day now: NoList (weekend, holiday …) or NotYet. */
[[nodiscard]] Result<> mayHaveList(QDate day, const QDateTime &now);

} // namespace paperdawn
