// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/listingday.h"
#include "tests/support/shareddata.h"

#include <QtTest>

using namespace paperdawn;
using namespace Qt::StringLiterals;
using WhyEmpty = ListingDay::WhyEmpty;

namespace {

QDate day(const QString &text)
{
    return QDate::fromString(text, Qt::ISODate);
}

QDateTime time(const QString &text)
{
    return QDateTime::fromString(text, Qt::ISODate);
}

} // namespace

class TestListingDay : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void golden()
    {
        REQUIRE_SHARED_DATA(u"schedule/submission-to-listing.csv"_s);
        const QStringList lines =
            QString::fromUtf8(test::sharedBytes(u"schedule/submission-to-listing.csv"_s)).split(u'\n');
        int rows = 0;
        for (const QString &line : lines.mid(1)) {
            if (line.isEmpty()) {
                continue;
            }
            const QStringList cells = line.split(u',');
            QCOMPARE(cells[0] + u' ' + ListingDay::of(time(cells[0])).toString(Qt::ISODate),
                     cells[0] + u' ' + cells[3]);
            ++rows;
        }
        QCOMPARE(rows, 425);
    }

    void submissions_data()
    {
        QTest::addColumn<QString>("submitted");
        QTest::addColumn<QString>("listed");
        QTest::addColumn<QString>("announced");
        const auto row = [](const char *name, const QString &submitted, const QString &listed,
                            const QString &announced) {
            QTest::newRow(name) << submitted << listed << announced;
        };
        row("Monday in time", u"2025-12-08T18:59:59Z"_s, u"2025-12-09"_s, u"2025-12-09T01:00:00Z"_s);
        row("Monday at the deadline", u"2025-12-08T19:00:00Z"_s, u"2025-12-10"_s, u"2025-12-10T01:00:00Z"_s);
        row("Friday in time", u"2025-12-05T18:59:59Z"_s, u"2025-12-08"_s, u"2025-12-08T01:00:00Z"_s);
        row("Saturday", u"2025-12-06T12:00:00Z"_s, u"2025-12-09"_s, u"2025-12-09T01:00:00Z"_s);
        row("in summer", u"2025-08-05T17:59:59Z"_s, u"2025-08-06"_s, u"2025-08-06T00:00:00Z"_s);
        row("in summer, at the deadline", u"2025-08-05T18:00:00Z"_s, u"2025-08-07"_s,
            u"2025-08-07T00:00:00Z"_s);
        row("another offset", u"2025-12-09T02:59:59+08:00"_s, u"2025-12-09"_s, u"2025-12-09T01:00:00Z"_s);
        row("before a long holiday", u"2025-07-03T18:01:00Z"_s, u"2025-07-08"_s, u"2025-07-08T00:00:00Z"_s);
        row("at Christmas", u"2025-12-24T19:01:00Z"_s, u"2025-12-29"_s, u"2025-12-29T01:00:00Z"_s);
        row("clocks go forward", u"2026-03-09T18:00:00Z"_s, u"2026-03-11"_s, u"2026-03-11T00:00:00Z"_s);
        row("no time", u"nonsense"_s, QString(), QString());
    }

    void submissions()
    {
        QFETCH(QString, submitted);
        QFETCH(QString, listed);
        QFETCH(QString, announced);
        QCOMPARE(ListingDay::of(time(submitted)).toString(Qt::ISODate), listed);
        QCOMPARE(ListingDay::announcedAt(time(submitted)).toString(Qt::ISODate), announced);
        QCOMPARE(ListingDay::announcementOf(day(listed)).toString(Qt::ISODate), announced);
    }

    void days_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<WhyEmpty>("why");
        QTest::newRow("Tuesday") << u"2025-12-09"_s << WhyEmpty::None;
        QTest::newRow("Monday") << u"2025-12-08"_s << WhyEmpty::None;
        QTest::newRow("Saturday") << u"2025-12-06"_s << WhyEmpty::Weekend;
        QTest::newRow("Sunday") << u"2025-12-07"_s << WhyEmpty::Weekend;
        QTest::newRow("a holiday shows the batch of the day before") << u"2025-12-25"_s << WhyEmpty::None;
        QTest::newRow("the day after a holiday") << u"2025-12-26"_s << WhyEmpty::Holiday;
        QTest::newRow("the Monday after a holiday on Friday") << u"2026-06-22"_s << WhyEmpty::Holiday;
        QTest::newRow("the Tuesday after it") << u"2026-06-23"_s << WhyEmpty::None;
        QTest::newRow("the Tuesday after a holiday on Monday") << u"2025-09-02"_s << WhyEmpty::Holiday;
        QTest::newRow("the day after an outage") << u"2019-11-08"_s << WhyEmpty::SkippedFreeze;
        QTest::newRow("beyond the table") << u"2031-12-26"_s << WhyEmpty::None;
    }

    void days()
    {
        QFETCH(QString, text);
        QFETCH(WhyEmpty, why);
        QCOMPARE(ListingDay::whyEmpty(day(text)), why);
        QCOMPARE(ListingDay::isListingDay(day(text)), why == WhyEmpty::None);
        QCOMPARE(ListingDay::announcementOf(day(text)).isValid(), why == WhyEmpty::None);
    }

    void neighbours()
    {
        const auto around = [](const QString &text) -> QString {
            return ListingDay::previous(day(text)).toString(Qt::ISODate) + u" < "_s + text + u" < "_s +
                   ListingDay::next(day(text)).toString(Qt::ISODate);
        };
        QCOMPARE(around(u"2025-12-09"_s), u"2025-12-08 < 2025-12-09 < 2025-12-10"_s);
        QCOMPARE(around(u"2025-12-07"_s), u"2025-12-05 < 2025-12-07 < 2025-12-08"_s);
        QCOMPARE(around(u"2026-06-21"_s), u"2026-06-19 < 2026-06-21 < 2026-06-23"_s);
        QCOMPARE(around(u"2025-12-25"_s), u"2025-12-24 < 2025-12-25 < 2025-12-29"_s);
    }

    void everyListingDayIsReachedBySomeSubmission()
    {
        // From both ends: the rule by time and the rule by day are one rule.
        QSet<QDate> reached;
        for (QDateTime t = time(u"2019-12-20T00:00:00Z"_s); t < time(u"2027-01-10T00:00:00Z"_s);
             t = t.addSecs(3600)) {
            const QDate listed = ListingDay::of(t);
            QVERIFY2(ListingDay::announcementOf(listed) > t, qPrintable(t.toString(Qt::ISODate)));
            reached.insert(listed);
        }
        for (QDate d = day(u"2020-01-01"_s); d < day(u"2027-01-01"_s); d = d.addDays(1)) {
            QVERIFY2(reached.contains(d) == ListingDay::isListingDay(d), qPrintable(d.toString(Qt::ISODate)));
        }
    }

    void noDayIsNoListingDay()
    {
        QVERIFY(!ListingDay::isListingDay({}));
        QVERIFY(!ListingDay::next({}).isValid());
        QVERIFY(!ListingDay::previous({}).isValid());
        QVERIFY(!ListingDay::of({}).isValid());
        QVERIFY(!ListingDay::announcedAt({}).isValid());
    }
};

QTEST_GUILESS_MAIN(TestListingDay)
#include "tst_listingday.moc"
