// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/newlistnotice.h"

#include "app/domain/listingday.h"
#include "ui/daywords.h"

namespace paperdawn {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto lookEvery = 1min;
constexpr int daysAClockMayBeAhead = 7; ///< what was told further in the future was told by a wrong clock
const QString toldKey = u"told-list"_s;

} // namespace

NewListNotice::NewListNotice(const Clock &clock, Settings &settings, IsHere isHere, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_settings(settings)
    , m_isHere(std::move(isHere))
{
    m_timer.setTimerType(Qt::VeryCoarseTimer);
    m_timer.setInterval(lookEvery);
    connect(&m_timer, &QTimer::timeout, this, &NewListNotice::look);
    connect(&m_notice, &DesktopNotice::chosen, this, &NewListNotice::chosen);
    connect(&settings, &Settings::changed, this, &NewListNotice::follow);
    follow();
}

void NewListNotice::follow()
{
    const bool isWanted = m_settings.tellsOfNewLists();
    if (isWanted && !m_timer.isActive()) {
        (void)takeNewest(); // what is announced already is no news
        m_timer.start();
    } else if (!isWanted) {
        m_timer.stop();
    }
}

void NewListNotice::look()
{
    if (!m_timer.isActive()) {
        return;
    }
    const QDate list = takeNewest();
    if (list.isValid() && !m_isHere(list)) {
        m_notice.show(tr("A new list is there"), dayName(list), tr("Get it"));
    }
}

/** The newest list, if it was not taken before; it never comes again. */
QDate NewListNotice::takeNewest()
{
    const QDate newest = ListingDay::latest(m_clock.now());
    const QDate told = QDate::fromString(m_settings.value(toldKey), Qt::ISODate);
    const bool isNew = newest.isValid() && (!told.isValid() || newest > told);
    const bool wasToldTooEarly = told.isValid() && told > newest.addDays(daysAClockMayBeAhead);
    if (isNew || wasToldTooEarly) {
        m_settings.setValue(toldKey, newest.toString(Qt::ISODate));
    }
    return isNew ? newest : QDate();
}

} // namespace paperdawn
