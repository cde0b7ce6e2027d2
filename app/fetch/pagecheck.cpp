// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fetch/pagecheck.h"

#include "app/base/async.h"
#include "app/domain/listingday.h"
#include "app/fetch/lacking.h"

#include <algorithm>
#include <utility>

namespace paperdawn {

using namespace Qt::StringLiterals;

PageCheck::PageCheck(const FetchContext &fetch, QStringList categories, Done done)
    : m_fetch(fetch)
    , m_categories(std::move(categories))
    , m_done(std::move(done))
{
}

void PageCheck::start()
{
    const QDate newest = ListingDay::latest(m_fetch.clock.now());
    if (m_fetch.day.daysTo(newest) >= ArxivSite::catchUpDays) {
        return m_done({});
    }
    next();
}

void PageCheck::next()
{
    if (++m_category == m_categories.size()) {
        return m_done(m_unchecked);
    }
    if (m_fetch.part(category()).isProven()) {
        return next();
    }
    m_list.emplace(category(), m_fetch.day);
    m_triedAgain = false;
    m_isSiteIll ? askFeed() : ask();
}

/** Of the newest list the page is there from the announcement on; a catch-up page is one of a day that began.
 */
void PageCheck::ask()
{
    m_fetch.tell(progress());
    const auto telling = m_fetch.telling(progress());
    const ArxivSite &site = m_fetch.arxiv.site;
    whenDone(isNewest() ? site.newest(category(), m_list->entries(), m_fetch.stop, telling)
                        : site.catchUp(category(), m_fetch.day, m_list->pages() + 1, m_fetch.stop, telling),
             m_fetch.job, [this](const Result<ListingPage> &page) { take(page); });
}

void PageCheck::take(const Result<ListingPage> &page)
{
    const auto added = page ? m_list->add(*page) : tl::unexpected(page.error());
    if (!added) {
        return takeFailure(added.error());
    }
    m_triedAgain = false;
    m_failedBefore.reset();
    if (!isBelieved()) {
        return next();
    }
    m_fetch.keep(m_list->section(), [this] {
        if (!m_list->isAll()) {
            ask();
        } else if (m_list->lacksSome()) {
            askFeed();
        } else {
            next();
        }
    });
}

/** That there is no paper on it is not, where some are here, nor on the first day. */
bool PageCheck::isBelieved() const
{
    return m_list->total() > 0 || (m_fetch.part(category()).held == 0 && !isNewest());
}

void PageCheck::takeFailure(const Error &error)
{
    if (m_fetch.stop.stop_requested()) {
        return m_done(error);
    }
    if (mayPass(error.kind) && !std::exchange(m_triedAgain, true)) {
        return ask();
    }
    m_unchecked = m_unchecked.value_or(error);
    m_isSiteIll = concernsAll(error.kind) || m_failedBefore == error.kind;
    m_failedBefore = error.kind;
    isNoWay(error.kind) ? m_done(m_unchecked) : askFeed();
}

void PageCheck::askFeed()
{
    if (!isNewest() || m_isFeedIll) {
        return next();
    }
    m_fetch.tell(progress());
    whenDone(m_fetch.arxiv.feeds.today(category(), m_fetch.stop, m_fetch.telling(progress())), m_fetch.job,
             [this](const Result<ArxivFeed> &feed) { takeFeed(feed); });
}

/** One of another day, as before midnight in New York, or the one of the day before again, tells nothing. */
void PageCheck::takeFeed(const Result<ArxivFeed> &feed)
{
    if (m_fetch.stop.stop_requested()) {
        return m_done(m_unchecked);
    }
    if (!feed) {
        m_isFeedIll = true;
        return next();
    }
    const QDate before = ListingDay::previous(m_fetch.day);
    const bool isOfDay = feed->day == m_fetch.day && !feed->papers.isEmpty() &&
                         !isStaleBatch(feed->papers, m_fetch.library.newOn(before, category()));
    if (!isOfDay) {
        return next();
    }
    DaySection section = m_fetch.section(category());
    section.papers = asListed(feed->papers);
    if (!feed->isCut) {
        section.expected = std::max(m_fetch.part(category()).expected.value_or(0), int(feed->papers.size()));
    }
    m_fetch.keep(section, [this] { next(); });
}

bool PageCheck::isNewest() const
{
    return m_fetch.day == ListingDay::latest(m_fetch.clock.now());
}

FetchProgress PageCheck::progress() const
{
    return {FetchProgress::Step::Check, category(), m_category, int(m_categories.size()), {}};
}

} // namespace paperdawn
