// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/calendarmodel.h"

#include <QAbstractItemModelTester>
#include <QLocale>
#include <QSignalSpy>
#include <QtTest>

using namespace paperdawn;
using namespace Qt::StringLiterals;

namespace {

DaySummary summary(QDate day, DayStatus status, int count, int unread = 0, int starred = 0,
                   Source source = Source::Arxiv)
{
    return {day, source, status, {}, count, unread, starred};
}

const QDate today(2025, 12, 10); // a Wednesday

} // namespace

class TestCalendarModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        m_days.clear();
    }

    void sixWeeksBeginWhereTheLocaleHasIt_data()
    {
        QTest::addColumn<int>("begins");
        QTest::addColumn<QDate>("first");
        QTest::newRow("Monday") << int(Qt::Monday) << QDate(2025, 12, 1);
        QTest::newRow("Sunday") << int(Qt::Sunday) << QDate(2025, 11, 30);
        QTest::newRow("Saturday") << int(Qt::Saturday) << QDate(2025, 11, 29);
    }

    void sixWeeksBeginWhereTheLocaleHasIt()
    {
        QFETCH(int, begins);
        QFETCH(QDate, first);
        CalendarModel model(ask(), today, Qt::DayOfWeek(begins));
        const QAbstractItemModelTester tester(&model);
        QCOMPARE(model.dayAt(model.index(0, 0)), first);
        QCOMPARE(model.dayAt(model.index(5, 6)), first.addDays(41));
        QCOMPARE(model.indexOf(first.addDays(10)), model.index(1, 3));
        QVERIFY(!model.indexOf(first.addDays(-1)).isValid());
        QVERIFY(!model.indexOf(first.addDays(42)).isValid());
    }

    void theWeekBeginsAnew()
    {
        m_days = {summary(QDate(2025, 12, 9), DayStatus::Complete, 5)};
        CalendarModel model(ask(), today, Qt::Monday);
        const QAbstractItemModelTester tester(&model);
        const QSignalSpy headers(&model, &QAbstractItemModel::headerDataChanged);
        QCOMPARE(model.indexOf(QDate(2025, 12, 9)), model.index(1, 1));
        model.setWeekBegins(Qt::Sunday);
        QCOMPARE(headers.size(), 1);
        QCOMPARE(model.dayAt(model.index(0, 0)), QDate(2025, 11, 30));
        QCOMPARE(model.headerData(0, Qt::Horizontal, Qt::AccessibleTextRole).toString(), u"Sunday"_s);
        const QModelIndex tuesday = model.indexOf(QDate(2025, 12, 9));
        QCOMPARE(tuesday, model.index(1, 2));
        QCOMPARE(tuesday.data(CalendarModel::DayRole).value<CalendarDay>().count, 5);
        model.setWeekBegins(Qt::Sunday); // it does so already
        QCOMPARE(headers.size(), 1);
    }

    void aDaySaysWhatItIs_data()
    {
        QTest::addColumn<QDate>("day");
        QTest::addColumn<QString>("words");
        QTest::newRow("selection") << QDate(2025, 12, 9)
                                   << u", 20 paper(s), 12 unread, 1 starred, a selection"_s;
        QTest::newRow("failed") << QDate(2025, 12, 8) << u", failed"_s;
        QTest::newRow("one source failed") << QDate(2025, 12, 5) << u", 10 paper(s), incomplete"_s;
        QTest::newRow("empty") << QDate(2025, 12, 6) << u", no list"_s;
        QTest::newRow("not fetched") << QDate(2025, 12, 4) << u", nothing here"_s;
        QTest::newRow("future") << QDate(2025, 12, 11) << u", not yet announced"_s;
        QTest::newRow("today") << today << u", today, nothing here"_s;
    }

    void aDaySaysWhatItIs()
    {
        QFETCH(QDate, day);
        QFETCH(QString, words);
        m_days = {summary(QDate(2025, 12, 9), DayStatus::Selection, 10, 10, 1),
                  summary(QDate(2025, 12, 9), DayStatus::Selection, 10, 2, 0, Source::Biorxiv),
                  summary(QDate(2025, 12, 8), DayStatus::Failed, 0),
                  summary(QDate(2025, 12, 5), DayStatus::Failed, 0),
                  summary(QDate(2025, 12, 5), DayStatus::Complete, 10, 0, 0, Source::Biorxiv),
                  summary(QDate(2025, 12, 6), DayStatus::Empty, 0)};
        const CalendarModel model(ask(), today, Qt::Monday);
        const QString said = model.data(model.indexOf(day), Qt::AccessibleTextRole).toString();
        QCOMPARE(said, QLocale().toString(day, QLocale::LongFormat) + words);
    }

    void moreIsWarmer()
    {
        m_days = {summary(QDate(2025, 12, 1), DayStatus::Complete, 1),
                  summary(QDate(2025, 12, 2), DayStatus::Complete, 100),
                  summary(QDate(2025, 12, 3), DayStatus::Complete, 400)};
        const CalendarModel model(ask(), today, Qt::Monday);
        const auto heat = [&](int day) {
            return model.data(model.indexOf(QDate(2025, 12, day)), CalendarModel::DayRole)
                .value<CalendarDay>()
                .heat;
        };
        QCOMPARE((QList<int>{heat(1), heat(2), heat(3), heat(4)}), (QList<int>{1, 3, 5, 0}));
    }

    void tellsOnlyOfWhatChanged()
    {
        CalendarModel model(ask(), today, Qt::Monday);
        const QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
        model.refresh();
        QCOMPARE(changes.size(), 0);
        m_days = {summary(QDate(2025, 12, 9), DayStatus::Complete, 3)};
        model.refresh();
        QCOMPARE(changes.size(), 1);
        model.showMonth(2026, 1);
        QCOMPARE(changes.size(), 2);
        QCOMPARE(model.month(), QDate(2026, 1, 1));
    }

private:
    CalendarModel::Ask ask()
    {
        return [this](QDate, QDate) { return Result<QList<DaySummary>>(m_days); };
    }
    QList<DaySummary> m_days;
};

QTEST_GUILESS_MAIN(TestCalendarModel)
#include "tst_calendarmodel.moc"
