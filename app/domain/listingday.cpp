// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/listingday.h"

#include "app/domain/resourcerows.h"

#include <QHash>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace paperdawn {

namespace {

using WhyEmpty = ListingDay::WhyEmpty;

const QTime deadline(14, 0);
const QTime announcement(20, 0);

const QTimeZone &newYork()
{
    static const QTimeZone zone("America/New_York");
    return zone;
}

/** Why nothing is frozen or announced on a day; None on a day like any other. */
WhyEmpty skipOn(QDate day)
{
    static const QHash<QDate, WhyEmpty> skips = [] {
        QHash<QDate, WhyEmpty> read;
        for (const QStringList &row : resourceRows(u"holidays.csv"_s, u',', 2)) {
            read.insert(QDate::fromString(row[0], Qt::ISODate),
                        row[1] == "holiday"_L1 ? WhyEmpty::Holiday : WhyEmpty::SkippedFreeze);
        }
        return read;
    }();
    return skips.value(day, WhyEmpty::None);
}

bool isWeekend(QDate day)
{
    return day.dayOfWeek() >= Qt::Saturday;
}

bool hasFreeze(QDate day)
{
    return !isWeekend(day) && skipOn(day) == WhyEmpty::None;
}

/** The day of the last announcement whose list could be this working day's. */
QDate eveningBefore(QDate day)
{
    return day.addDays(-1);
}

/** The day of the freeze that fills the list of this working day. */
QDate freezeBefore(QDate day)
{
    return day.addDays(day.dayOfWeek() == Qt::Monday ? -3 : -1);
}

} // namespace

QDate ListingDay::of(const QDateTime &submitted)
{
    const QDateTime local = submitted.toTimeZone(newYork());
    if (!submitted.isValid() || !local.isValid()) {
        return {};
    }
    QDate freeze = local.date().addDays(local.time() >= deadline ? 1 : 0);
    while (!hasFreeze(freeze)) {
        freeze = freeze.addDays(1);
    }
    return next(freeze); // Friday's batch waits if Sunday's announcement is left out
}

QDateTime ListingDay::announcedAt(const QDateTime &submitted)
{
    return announcementOf(of(submitted));
}

QDateTime ListingDay::announcementOf(QDate day)
{
    if (!isListingDay(day) || !newYork().isValid()) {
        return {};
    }
    return QDateTime(eveningBefore(day), announcement, newYork()).toUTC();
}

QDateTime ListingDay::opensAt(QDate day)
{
    if (!isListingDay(day) || !newYork().isValid()) {
        return {};
    }
    // the first freeze whose papers stand on this list; it opened with the freeze before that
    QDate freeze = previous(day);
    while (!hasFreeze(freeze) || next(freeze) != day) {
        freeze = freeze.addDays(1);
    }
    do {
        freeze = freeze.addDays(-1);
    } while (!hasFreeze(freeze));
    return QDateTime(freeze, deadline, newYork()).toUTC();
}

QDate ListingDay::latest(const QDateTime &now)
{
    const QDateTime local = now.toTimeZone(newYork());
    if (!now.isValid() || !local.isValid()) {
        return {};
    }
    QDate day = next(local.date()); // it may have been announced this evening
    while (announcementOf(day) > now) {
        day = previous(day);
    }
    return day;
}

bool ListingDay::isListingDay(QDate day)
{
    return day.isValid() && whyEmpty(day) == WhyEmpty::None;
}

QDate ListingDay::next(QDate day)
{
    do {
        day = day.addDays(1);
    } while (day.isValid() && !isListingDay(day));
    return day;
}

QDate ListingDay::previous(QDate day)
{
    do {
        day = day.addDays(-1);
    } while (day.isValid() && !isListingDay(day));
    return day;
}

WhyEmpty ListingDay::whyEmpty(QDate day)
{
    if (isWeekend(day)) {
        return WhyEmpty::Weekend;
    }
    const WhyEmpty noFreeze = skipOn(freezeBefore(day));
    return noFreeze != WhyEmpty::None ? noFreeze : skipOn(eveningBefore(day));
}

} // namespace paperdawn
