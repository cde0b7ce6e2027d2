// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/calendarmodel.h"
#include "app/store/connection.h"
#include "tests/support/scenario.h"

#include <QContextMenuEvent>
#include <QMenu>

using namespace paperdawn;
using namespace paperdawn::test;
using namespace Qt::StringLiterals;

/** A day is removed, after asking, and brought back. */
class TestRemoveADay : public QObject
{
    Q_OBJECT

    static QMenu *menu(const Reader &reader)
    {
        QMenu *found = nullptr;
        for (QMenu *one : reader.table().window()->findChildren<QMenu *>(u"day-menu"_s)) {
            found = one->isVisible() ? one : found;
        }
        return found;
    }

    static void asksForMenu(const Reader &reader, QDate day, bool byMouse)
    {
        auto *days = reader.table().window()->findChild<QTableView *>(u"days"_s);
        const QModelIndex at = static_cast<CalendarModel *>(days->model())->indexOf(day);
        const QPoint centre = days->visualRect(at).center();
        if (byMouse) {
            QContextMenuEvent event(QContextMenuEvent::Mouse, centre, days->viewport()->mapToGlobal(centre));
            QCoreApplication::sendEvent(days->viewport(), &event);
        } else {
            days->setCurrentIndex(at);
            QContextMenuEvent event(QContextMenuEvent::Keyboard, {}, {});
            QCoreApplication::sendEvent(days, &event);
        }
    }

    /** What can be chosen there. */
    static QString seesInMenu(const Reader &reader)
    {
        QStringList names;
        for (const QAction *action : menu(reader) ? menu(reader)->actions() : QList<QAction *>()) {
            if (action->isEnabled() && !action->isSeparator()) {
                names += action->objectName();
            }
        }
        return names.join(u' ');
    }

    static void choosesRemoval(const Reader &reader)
    {
        QTest::keyClick(menu(reader), Qt::Key_Up); // the last of them
        QTest::keyClick(menu(reader), Qt::Key_Return);
    }

    /** As long as it takes until nothing is under way after the start. */
    static void timePasses(Reader &reader)
    {
        Then(reader.seesMessage(), QString());
        auto *timer = reader.window().findChild<QTimer *>(u"tidy-up"_s);
        timer->setInterval(0);
        QTRY_VERIFY(!timer->isActive());
    }

    static QString days(Reader &reader)
    {
        QStringList days;
        for (const DaySummary &day : reader.services().library().days().value_or(QList<DaySummary>())) {
            days += day.day.toString(Qt::ISODate);
        }
        return days.join(u' ');
    }

private Q_SLOTS:
    void itGoesAndComesAgain()
    {
        Reader reader;
        reader.settings().setDwell(0);
        Given(reader.hasDay(QDate(2025, 12, 8), {u"Slow light"_s}));
        Given(reader.hasDay(QDate(2025, 12, 9), {u"Voxel art"_s, u"Relational similarity"_s}));
        Given(reader.window().showDay(QDate(2025, 12, 9)));
        When(reader.presses(u"s"_s));
        Then(reader.seesInReadingList(), u"Voxel art"_s);

        When(reader.window().actions()[Command::RemoveDay]->trigger());
        Then(reader.seesMessage(),
             u"Remove Tuesday, 9 December 2025? Its list and the files it came from go; "
             "stars stay."_s);
        Then(reader.seesRows(), u"*Voxel art (read) | Relational similarity"_s);
        When(reader.takesTheOffer());
        Then(reader.seesOffered(), u"Undo"_s);
        QVERIFY(reader.seesMessage().startsWith(u"Removed: Tuesday, 9 December 2025"));
        Then(reader.seesRows(), QString());
        Then(reader.seesInReadingList(), u"Voxel art"_s);

        When(reader.takesTheOffer());
        Then(reader.seesRows(), u"*Voxel art (read) | Relational similarity"_s);
        Then(reader.seesMessage(), u"Tuesday, 9 December 2025 is back."_s);
    }

    void theCalendarOffersItForAnyDay_data()
    {
        QTest::addColumn<bool>("byMouse");
        QTest::newRow("right button") << true;
        QTest::newRow("Menu key") << false;
    }

    void theCalendarOffersItForAnyDay()
    {
        QFETCH(bool, byMouse);
        Reader reader;
        Given(reader.hasDay(QDate(2025, 12, 8), {u"Slow light"_s}));
        Given(reader.hasDay(QDate(2025, 12, 9), {u"Voxel art"_s}));
        When(asksForMenu(reader, QDate(2025, 12, 8), byMouse));
        Then(seesInMenu(reader), u"get-day look-up remove-day"_s);
        When(choosesRemoval(reader));
        Then(reader.seesMessage(), u"Remove Monday, 8 December 2025? Its list and the files it came from go; "
                                   "stars stay."_s);
        When(reader.takesTheOffer());
        Then(reader.seesOffered(), u"Undo"_s);
        QVERIFY(reader.seesMessage().startsWith(u"Removed: Monday, 8 December 2025"));
        Then(reader.seesRows(), u"Voxel art"_s); // the list that is read stays

        When(asksForMenu(reader, QDate(2025, 12, 8), byMouse));
        Then(seesInMenu(reader), u"get-day"_s); // nothing is here of it
    }

    void daysOlderThanTheSettingsKeepGoAndComeAgain()
    {
        Reader reader(QDateTime({2026, 3, 9}, {12, 0}, Qt::UTC));
        reader.settings().setDwell(0);
        Given(reader.hasDay(QDate(2025, 12, 7), {u"Slow light"_s, u"Voxel art"_s}));
        Given(reader.hasDay(QDate(2025, 12, 8), {u"Relational similarity"_s}));
        Given(reader.hasDay(QDate(2025, 12, 9), {u"Fast light"_s}));
        Given(reader.hasDay(QDate(2026, 3, 9), {u"Today's light"_s}));
        Given(reader.window().showDay(QDate(2025, 12, 7)));
        Given(reader.presses(u"s"_s));
        Then(reader.seesInReadingList(), u"Slow light"_s);

        Given(reader.restarts()); // days are kept for ever
        When(timePasses(reader));
        Then(days(reader), u"2025-12-07 2025-12-08 2025-12-09 2026-03-09"_s);

        Given(reader.restarts());
        Given(reader.settings().setKeptMonths(3));
        When(timePasses(reader)); // from the next start on
        Then(days(reader), u"2025-12-07 2025-12-08 2025-12-09 2026-03-09"_s);

        Given(reader.restarts());
        When(timePasses(reader));
        Then(reader.seesMessage(),
             u"2 day(s) before 9 December 2025 were removed, as the settings say. Starred "
             "papers stay."_s);
        Then(days(reader), u"2025-12-09 2026-03-09"_s);
        Then(reader.seesInReadingList(), u"Slow light"_s);
        Given(reader.window().showReadingList());
        QVERIFY2(reader.seesDetail().contains(u"Abstract of Slow light."), qPrintable(reader.seesDetail()));

        When(reader.takesTheOffer());
        Then(reader.seesMessage(), u"The days are back, and days are kept for ever from now on."_s);
        Then(days(reader), u"2025-12-07 2025-12-08 2025-12-09 2026-03-09"_s);
        QCOMPARE(reader.settings().keptMonths(), 0);
    }

    void aClockThatIsFarAheadMakesNoDayOld()
    {
        Reader reader(QDateTime({2036, 3, 9}, {12, 0}, Qt::UTC));
        Given(reader.hasDay(QDate(2025, 12, 8), {u"Slow light"_s}));
        Given(reader.hasDay(QDate(2025, 12, 9), {u"Fast light"_s}));
        Given(reader.settings().setKeptMonths(3));
        Given(reader.restarts());
        When(timePasses(reader));
        Then(days(reader), u"2025-12-08 2025-12-09"_s);
    }

    void itIsBackOnlyWhereAllOfItIs()
    {
        Reader reader;
        Given(reader.hasDay(QDate(2025, 12, 9), {u"Voxel art"_s}));
        const auto inCache = [&](const char *sql) {
            const auto beside = Connection::open(reader.services().folder().cacheFile(),
                                                 Connection::Mode::Write, Connection::Sync::Normal);
            QVERIFY(beside && (*beside)->run(sql));
        };
        Given(reader.window().actions()[Command::RemoveDay]->trigger());
        Given(reader.takesTheOffer());
        Then(reader.seesOffered(), u"Undo"_s);
        inCache("CREATE TRIGGER t BEFORE INSERT ON mention BEGIN SELECT RAISE(ABORT, 'no'); END");
        When(reader.takesTheOffer());
        Then(reader.seesOffered(), u"Try again"_s);
        QVERIFY2(reader.seesMessage().endsWith(u" Tuesday, 9 December 2025 is not back yet."_s),
                 qPrintable(reader.seesMessage()));
        inCache("DROP TRIGGER t");
        When(reader.takesTheOffer());
        Then(reader.seesMessage(), u"Tuesday, 9 December 2025 is back."_s);
        Then(reader.seesRows(), u"Voxel art"_s);
    }
};

QTEST_MAIN(TestRemoveADay)
#include "tst_removeaday.moc"
