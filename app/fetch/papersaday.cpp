// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fetch/papersaday.h"

#include "app/base/async.h"
#include "app/domain/listingday.h"
#include "app/fetch/fetchcontext.h"

#include <algorithm>

namespace paperdawn {

PapersADay::PapersADay(const ArxivApi &api, const Clock &clock, QHash<QString, int> &told, QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_clock(clock)
    , m_told(told)
{
}

PapersADay::~PapersADay()
{
    m_stop.request_stop();
}

void PapersADay::ask(const QStringList &categories)
{
    m_wanted = categories;
    m_failed.intersect({categories.cbegin(), categories.cend()}); // chosen again, they are asked for again
    askNext();
}

void PapersADay::cancel()
{
    m_wanted.clear();
    m_stop.request_stop();
    m_stop = {};
    m_isAsking = false;
}

void PapersADay::forgetFailures()
{
    m_failed.clear();
}

void PapersADay::askNext()
{
    const auto next = std::find_if(m_wanted.cbegin(), m_wanted.cend(), [this](const QString &category) {
        return !m_told.contains(category) && !m_failed.contains(category);
    });
    if (!m_isAsking && next != m_wanted.cend()) {
        ask(*next, false);
    }
}

/** Of the lists before the newest, which the index may not have whole for hours. */
void PapersADay::ask(const QString &category, bool isAgain)
{
    const QDate last = ListingDay::previous(ListingDay::latest(m_clock.now()));
    QDate first = last;
    for (int i = 1; i < lists; ++i) {
        first = ListingDay::previous(first);
    }
    if (!first.isValid()) { // nobody knows New York's time
        return;
    }
    m_isAsking = true;
    whenDone(m_api.count(category, first, last, m_stop.get_token()), this,
             [this, category, isAgain, stop = m_stop.get_token()](const Result<int> &papers) {
                 if (stop.stop_requested()) {
                     return;
                 }
                 if (papers == 0 && !isAgain) {
                     ask(category, true); // the server is known to send an empty answer for no reason
                 } else {
                     take(category, papers);
                 }
             });
}

/** More than a list can be is no answer to the question: the server took the days for something else. */
void PapersADay::take(const QString &category, const Result<int> &papers)
{
    m_isAsking = false;
    if (papers && *papers <= ArxivApi::longestAnswer) {
        m_told.insert(category, qRound(double(*papers) / lists));
        Q_EMIT changed();
    } else {
        fail(category, papers ? ErrorKind::BadAnswer : papers.error().kind);
    }
    askNext();
}

void PapersADay::fail(const QString &category, ErrorKind kind)
{
    m_failed += category;
    if (concernsAll(kind)) {
        m_failed.unite({m_wanted.cbegin(), m_wanted.cend()});
    }
}

} // namespace paperdawn
