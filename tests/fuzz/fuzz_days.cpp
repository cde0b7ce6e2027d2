// SPDX-License-Identifier: GPL-3.0-or-later
// Dates and times as files and servers write them, and arXiv's schedule for them.
#include "app/domain/listingday.h"
#include "app/formats/dayheading.h"
#include "app/formats/filetext.h"
#include "app/net/retryafter.h"

#include "tests/fuzz/fuzz.h"

using namespace paperdawn;
using namespace paperdawn::fuzz;

namespace {

void requireSchedule(QDate day)
{
    const QDate next = ListingDay::next(day);
    const QDate previous = ListingDay::previous(day);
    require(previous < day && day < next, "a list comes before a day and after it");
    require(ListingDay::isListingDay(next) && ListingDay::isListingDay(previous), "and these are lists");
    require(ListingDay::isListingDay(day) == (ListingDay::whyEmpty(day) == ListingDay::WhyEmpty::None),
            "a day without a list says why");
    require(!ListingDay::isListingDay(day) || ListingDay::previous(next) == day, "next and previous agree");
}

} // namespace

void paperdawn::fuzz::feed(const QByteArray &input)
{
    const QString text = QString::fromUtf8(input);
    if (const QDate day = dateIn(text); day.isValid()) {
        require(text.contains(day.toString(Qt::ISODate)), "a date stands in the text");
        requireSchedule(day);
    }
    if (const auto heading = readDayHeading(text); heading && heading->day.isValid() && heading->source) {
        const auto again = readDayHeading(QString(u"# " + dayHeadingText(heading->day, *heading->source)));
        require(again && again->day == heading->day && again->source == heading->source,
                "a heading is written and read");
    }
    const QDateTime now({2025, 12, 9}, {8, 0}, Qt::UTC);
    if (const QDateTime until = parseRetryAfter(input, now); until.isValid()) {
        require(now <= until && until <= now.addDays(1), "a host is waited for no longer than a day");
    }
    if (const QDateTime time = QDateTime::fromString(text, Qt::ISODate); time.isValid()) {
        const QDate list = ListingDay::of(time);
        require(!list.isValid() || ListingDay::isListingDay(list), "a paper stands on a list");
    }
}
