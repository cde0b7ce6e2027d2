// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fetch/apilists.h"

#include "app/base/async.h"
#include "app/domain/category.h"
#include "app/domain/listingday.h"
#include "app/fetch/lacking.h"

#include <algorithm>
#include <utility>

namespace paperdawn {

namespace {

Kind kindIn(const QString &category, const PaperDetails &paper)
{
    const QString primary = paper.categories.value(0);
    return Category::canonical(primary) == category ? Kind::New : Kind::Cross;
}

} // namespace

ApiLists::ApiLists(const FetchContext &fetch, QStringList categories, Done done)
    : m_fetch(fetch)
    , m_categories(std::move(categories))
    , m_done(std::move(done))
{
}

void ApiLists::start()
{
    next();
}

/**
 * From where it broke off; a list that was whole may have grown, for the index lags behind. Of one that
 * shrank, more is held than it has: where its end is now, that does not say.
 */
void ApiLists::next()
{
    if (++m_category == m_categories.size()) {
        return m_done(m_failure);
    }
    const DayPart known = part();
    if (!known.tallies.isEmpty()) {
        return next();
    }
    beginPass(known.held > known.expected.value_or(known.held) ? 0 : known.held);
}

void ApiLists::beginPass(int start)
{
    m_start = start;
    m_most = 0;
    m_fromTheStart = start == 0;
    m_askedAgain = false;
    m_triedAgain = false;
    ask();
}

void ApiLists::ask()
{
    m_fetch.tell(progress());
    whenDone(m_fetch.arxiv.api.list(m_categories.at(m_category), m_fetch.day, m_start, m_fetch.stop,
                                    m_fetch.telling(progress())),
             m_fetch.job, [this](const Result<AtomPage> &page) { take(page); });
}

void ApiLists::take(const Result<AtomPage> &page)
{
    if (!page) {
        return takeFailure(page.error());
    }
    m_triedAgain = false;
    m_failedBefore.reset();
    const auto received = int(page->papers.size() + page->unidentified.size());
    const bool isJustTheEnd = m_start > 0 && page->totalResults == m_start;
    if (received == 0 && !isJustTheEnd && !m_askedAgain) {
        m_askedAgain = true; // the server is known to send an empty answer for no reason
        return ask();
    }
    m_askedAgain = false;
    m_start += received;
    m_most = std::max(m_most, page->totalResults);
    const bool isAll = m_start == m_most && m_start == page->totalResults;
    const bool isLast = m_start == m_most || received == 0 || m_start >= ArxivApi::longestAnswer;
    DaySection section = m_fetch.section(m_categories.at(m_category));
    section.expected =
        m_start > m_most && received == 0 ? endOfMoreThanTold() : expected(isAll && m_fromTheStart);
    for (const PaperDetails &paper : page->papers) {
        section.papers += {paper, kindIn(section.category, paper)};
    }
    m_fetch.keep(section, [this, isLast, before = part().held] {
        const bool isOverAgain = m_start > m_most && part().held == before; // else it might go on for ever
        if (isLast || isOverAgain) {
            endPass();
        } else {
            ask();
        }
    });
}

/** What was stored is kept; other lists say nothing of why this one failed, and are asked for nevertheless.
 */
void ApiLists::takeFailure(const Error &error)
{
    if (m_fetch.stop.stop_requested()) {
        return m_done(error);
    }
    if (mayPass(error.kind) && !std::exchange(m_triedAgain, true)) {
        return ask();
    }
    const QString reason = failureReason(error);
    if (reason.isNull()) {
        return m_done(error);
    }
    m_failure = m_failure.value_or(error);
    const bool failsAlike = mayPass(error.kind) && m_failedBefore == error.kind;
    m_failedBefore = error.kind;
    const bool isAll = concernsAll(error.kind) || failsAlike; // the host is ill, each list would take as long
    const auto goOn = [this, error, isAll] { isAll ? m_done(error) : next(); };
    if (part().isWhole()) {
        return goOn();
    }
    DaySection section = m_fetch.section(m_categories.at(m_category));
    section.reason = reason;
    m_fetch.keep(section, goOn);
}

/**
 * As many papers as were ever told. That they are fewer is believed where a pass from the start proves it,
 * and that there are none only of a list of which nothing is known, and not on the first day: the server's
 * index lags behind the announcement.
 */
std::optional<int> ApiLists::expected(bool isProven) const
{
    const std::optional<int> known = part().expected;
    if (m_most == 0 && m_start == 0) {
        const bool isNew = m_fetch.clock.now() < ListingDay::announcementOf(m_fetch.day).addDays(1);
        return known || isNew ? known : std::optional(0);
    }
    if (m_start > m_most) { // it gives more than it tells of
        return known;
    }
    return isProven ? m_most : std::max(known.value_or(0), m_most);
}

/** Where a further page proves that there is no more of it. */
int ApiLists::endOfMoreThanTold() const
{
    const DayPart known = part();
    return std::max(known.expected.value_or(0), known.held);
}

/**
 * Papers that were indexed late stand between those that are here: then the list is asked for once more. So
 * it is where the pass began behind its end: one that shrank may have other papers by now.
 */
void ApiLists::endPass()
{
    if (!m_fromTheStart && (!part().isWhole() || m_start > m_most)) {
        return beginPass(0);
    }
    next();
}

FetchProgress ApiLists::progress() const
{
    return {
        FetchProgress::Step::Lists, m_categories.value(m_category), m_category, int(m_categories.size()), {}};
}

DayPart ApiLists::part() const
{
    return m_fetch.part(m_categories.at(m_category));
}

} // namespace paperdawn
