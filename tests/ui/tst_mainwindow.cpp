// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/scenario.h"
#include "ui/paperdelegate.h"

#include <QAbstractButton>
#include <QAccessible>

using namespace paperdawn;
using namespace paperdawn::test;
using namespace Qt::StringLiterals;

namespace {

const QDate tuesday(2025, 12, 9);

QStringList manyTitles(int count)
{
    QStringList titles;
    for (int i = 1; i <= count; ++i) {
        titles += u"Title %1"_s.arg(i);
    }
    return titles;
}

QString accessibleName(QObject *object)
{
    const QAccessibleInterface *face = QAccessible::queryAccessibleInterface(object);
    return face ? face->text(QAccessible::Name) : QString();
}

} // namespace

class TestMainWindow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void enoughRowsAt1080p_data()
    {
        QTest::addColumn<Density>("density");
        QTest::addColumn<int>("least");
        QTest::newRow("compact") << Density::Compact << 35;
        QTest::newRow("cosy") << Density::Cosy << 18;
        QTest::newRow("reading") << Density::Reading << 9;
    }

    void enoughRowsAt1080p()
    {
        QFETCH(Density, density);
        QFETCH(int, least);
        Reader reader;
        reader.settings().setDensity(density);
        Given(reader.hasDay(tuesday, manyTitles(60)));
        reader.presses(u"Esc"_s);
        QFont usual = QApplication::font();
        usual.setPointSizeF(10);
        const QFont before = QApplication::font();
        QApplication::setFont(usual);
        constexpr int titleBar = 28;
        reader.window().resize(1920, 1080 - titleBar);
        QCoreApplication::processEvents();
        const PaperTableView &table = reader.table();
        int rows = 0; // those that are seen whole, from the first on
        while (rows < table.model()->rowCount() && table.viewport()->rect().contains(table.visualRect(
                                                       table.model()->index(rows, PaperTableModel::State)))) {
            ++rows;
        }
        QApplication::setFont(before);
        QVERIFY2(rows >= least, qPrintable(QString::number(rows)));
    }

    void rowsAreOfOneHeightOnTheGrid()
    {
        for (const int pixels : {11, 12, 13, 15, 20, 26}) {
            QFont font = QApplication::font();
            font.setPixelSize(pixels);
            for (const Density density : {Density::Compact, Density::Cosy, Density::Reading}) {
                const int height = PaperDelegate::rowHeight(density, font);
                QCOMPARE(height % 4, 0);
                const int lines = density == Density::Compact ? 1 : density == Density::Cosy ? 2 : 4;
                QVERIFY2(height >= lines * pixels * 3 / 2, qPrintable(QString::number(pixels)));
            }
        }
    }

    void everyPaneHasAName()
    {
        Reader reader;
        Given(reader.hasDay(tuesday, manyTitles(2)));
        QCOMPARE(accessibleName(&reader.window()), u"paperdawn"_s);
        QCOMPARE(accessibleName(&reader.table()), u"Papers"_s);
        for (const QString &name :
             {u"calendar"_s, u"days"_s, u"sidebar"_s, u"filter"_s, u"left"_s, u"reading"_s}) {
            auto *widget = reader.window().findChild<QWidget *>(name);
            QVERIFY2(widget, qPrintable(name));
            QVERIFY2(!accessibleName(widget).isEmpty(), qPrintable(name));
        }
        for (QAbstractButton *button : reader.window().findChildren<QAbstractButton *>()) {
            if (button->isVisible()) {
                QVERIFY2(!accessibleName(button).isEmpty(), qPrintable(button->objectName()));
            }
        }
    }

    void rowsAndDaysAreSpoken()
    {
        Reader reader;
        Given(reader.hasDay(tuesday, {u"Voxel art"_s}));
        Given(reader.presses(u"s"_s));
        const QModelIndex row = reader.table().model()->index(0, PaperTableModel::Title);
        Then(row.data(Qt::AccessibleTextRole).toString(),
             u"starred, read, Voxel art, 标题1, Ann Author1 et al."_s);
        auto *days = reader.window().findChild<QTableView *>(u"days"_s);
        Then(days->currentIndex().data(Qt::AccessibleTextRole).toString(),
             u"Tuesday, 9 December 2025, today, 1 paper(s), 1 starred, a selection"_s);
    }

    void lettersAreCommandsWithAnyInputMethod()
    {
        Reader reader;
        Given(reader.hasDay(tuesday, manyTitles(2)));
        for (const QString &name : {u"papers"_s, u"days"_s, u"sidebar"_s}) {
            QVERIFY2(!reader.window().findChild<QWidget *>(name)->testAttribute(Qt::WA_InputMethodEnabled),
                     qPrintable(name));
        }
        QVERIFY(reader.window().findChild<QWidget *>(u"filter"_s)->testAttribute(Qt::WA_InputMethodEnabled));
    }

    void spaceBelongsToAButtonThatHasTheKeyboard()
    {
        Reader reader;
        Given(reader.hasDay(tuesday, manyTitles(3)));
        const auto buttons = reader.window().findChild<DetailPane *>()->findChildren<QAbstractButton *>();
        QVERIFY(!buttons.isEmpty());
        buttons.first()->setFocus(); // the star
        When(reader.presses(u"Space"_s));
        Then(reader.seesInReadingList(), u"Title 1"_s);
        Then(reader.seesCurrent(), u"Title 1"_s);
    }

    void commandsWorkWhileTheCalendarHasTheKeyboard()
    {
        Reader reader;
        Given(reader.hasDay(tuesday, manyTitles(3)));
        reader.window().findChild<QTableView *>(u"days"_s)->setFocus();
        When(reader.presses(u"j s"_s));
        Then(reader.seesInReadingList(), u"Title 2"_s);
    }

    void theOriginalShowsOnlyWhileHeld()
    {
        Reader reader;
        reader.settings().setTitleLanguage(TitleLanguage::Translated);
        Given(reader.hasDay(tuesday, {u"Voxel art"_s}));
        Then(reader.seesDetail().contains(u"Abstract of Voxel art."_s), false);
        QTest::keyPress(&reader.table(), Qt::Key_V);
        Then(reader.seesDetail().contains(u"Abstract of Voxel art."_s), true);
        QTest::keyRelease(&reader.table(), Qt::Key_V);
        Then(reader.seesDetail().contains(u"Abstract of Voxel art."_s), false);
    }

    void titlesAndDensityAndTextAreChosenByKeys()
    {
        Reader reader;
        Given(reader.hasDay(tuesday, manyTitles(2)));
        When(reader.presses(u"b"_s));
        Then(reader.settings().titleLanguage(), TitleLanguage::Translated);
        When(reader.presses(u"`"_s));
        Then(reader.settings().titleLanguage(), TitleLanguage::Both);
        When(reader.presses(u"Ctrl+2"_s));
        Then(reader.settings().density(), Density::Cosy);
        When(reader.presses(u"Ctrl++ Ctrl++"_s));
        Then(reader.settings().textScale(), 120);
        When(reader.presses(u"Ctrl+0"_s));
        Then(reader.settings().textScale(), 100);
        When(reader.presses(u"F8"_s));
        QVERIFY(!reader.window().findChild<QWidget *>(u"left"_s)->isVisible());
    }

    void selectionSurvivesSortAndFilter()
    {
        Reader reader;
        Given(reader.hasDay(tuesday, {u"Cygnus"_s, u"Andromeda"_s, u"Boötes"_s}));
        When(reader.presses(u"j"_s));
        Then(reader.seesCurrent(), u"Andromeda"_s);
        When(reader.table().sortRequested(PaperTableModel::Title));
        Then(reader.seesRows(), u"Andromeda | Boötes | Cygnus"_s);
        Then(reader.seesCurrent(), u"Andromeda"_s);
        When(reader.presses(u"/"_s));
        When(reader.types(u"a"_s)); // all of them, by their author
        When(reader.types(u"ndro"_s));
        Then(reader.seesRows(), u"Andromeda"_s);
        Then(reader.seesCurrent(), u"Andromeda"_s);
        When(reader.presses(u"Esc"_s));
        Then(reader.seesCurrent(), u"Andromeda"_s);
        QCOMPARE(reader.table().selectedPapers().size(), 1);
    }

    void whatWasDamagedIsTold()
    {
        Reader reader;
        Given(reader.hasDay(tuesday, {u"Voxel art"_s}));
        Given(reader.closesTheWindow());
        const QString cache = reader.writes(u"library/cache.db"_s, "not a database");
        When(reader.opensTheWindow());
        const QString told = cache + u": It was damaged and was built anew; the damaged file is kept as "_s;
        QVERIFY2(reader.seesWarning().startsWith(told), qPrintable(reader.seesWarning()));
        Then(reader.seesRows(), u"Voxel art"_s);
        Given(reader.closesTheWindow());
        reader.writes(u"library/cache.db"_s, "not a database");
        reader.writes(u"library/library.db"_s, "not a database");
        When(reader.opensTheWindow());
        QVERIFY2(reader.seesWarning().endsWith(u". And 1 more: “paperdawnctl check” names them."_s),
                 qPrintable(reader.seesWarning()));
    }

    void theWeekBeginsAsTheLanguageHasIt()
    {
        Reader reader;
        Given(reader.hasDay(tuesday, manyTitles(2)));
        auto *days = reader.window().findChild<QTableView *>(u"days"_s);
        const auto firstColumn = [&] {
            return days->model()->headerData(0, Qt::Horizontal, Qt::AccessibleTextRole).toString();
        };
        QCOMPARE(firstColumn(), u"Monday"_s);
        const QLocale before;
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        QEvent change(QEvent::LanguageChange);
        QCoreApplication::sendEvent(&reader.window(), &change);
        QLocale::setDefault(before);
        QCOMPARE(firstColumn(), u"Sunday"_s);
        QCOMPARE(days->currentIndex().data(CalendarModel::DateRole).toDate(), tuesday);
        QCOMPARE(days->currentIndex().column(), 2);
    }

    void everyCommandHasWordsAndNoTwoShareAKey()
    {
        QWidget window;
        const Actions actions(&window);
        QHash<QString, QString> keys;
        for (const Actions::Group group : Actions::groups()) {
            for (const QAction *action : actions.of(group)) {
                QVERIFY2(!action->text().isEmpty(), qPrintable(action->objectName()));
                for (const QKeySequence &key : action->shortcuts()) {
                    const QString name = key.toString(QKeySequence::PortableText);
                    QVERIFY2(!name.isEmpty(), qPrintable(action->objectName()));
                    QVERIFY2(!keys.contains(name), qPrintable(name + u" "_s + action->objectName()));
                    keys.insert(name, action->objectName());
                }
            }
        }
        // every symbol has a letter, an arrow or a function key beside it
        const QString symbols = u"[]/`',.?"_s;
        for (const Actions::Group group : Actions::groups()) {
            for (const QAction *action : actions.of(group)) {
                bool symbol = false;
                bool other = false;
                for (const QKeySequence &key : action->shortcuts()) {
                    const QString name = key.toString(QKeySequence::PortableText);
                    (name.size() == 1 && symbols.contains(name) ? symbol : other) = true;
                }
                QVERIFY2(!symbol || other, qPrintable(action->objectName()));
            }
        }
    }
};

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
