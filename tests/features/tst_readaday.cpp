// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/scenario.h"

using namespace paperdawn;
using namespace paperdawn::test;
using namespace Qt::StringLiterals;

namespace {

const QDate monday(2025, 12, 8);
const QDate tuesday(2025, 12, 9);
const QStringList mondaysTitles{u"Slow light"_s};
const QStringList tuesdaysTitles{u"Voxel art"_s, u"Relational similarity"_s, u"Äther drift"_s};

} // namespace

/** Import a day, read, decide, undo, come back. */
class TestReadADay : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void aDroppedDayIsShown()
    {
        Reader reader;
        Then(reader.seesTitle(), u"Paperdawn"_s);
        When(reader.hasDay(tuesday, tuesdaysTitles));
        Then(reader.seesRows(), u"Voxel art | Relational similarity | Äther drift"_s);
        Then(reader.seesTitle(), u"Paperdawn — 9 December 2025"_s);
        Then(reader.seesCurrent(), u"Voxel art"_s);
        QVERIFY(reader.seesMessage().startsWith(u"Imported: "_s));
        QVERIFY(reader.seesDetail().contains(u"Abstract of Voxel art."_s));
    }

    void aPaperIsReadOnceItWasLookedAt()
    {
        Reader reader;
        reader.settings().setDwell(700);
        Given(reader.hasDay(tuesday, tuesdaysTitles));
        When(reader.presses(u"j"_s));
        Then(reader.seesCurrent(), u"Relational similarity"_s);
        QVERIFY(reader.seesDetail().contains(u"Abstract of Relational similarity."_s));
        When(reader.looksFor(100));
        Then(reader.seesRows(),
             u"Voxel art | Relational similarity | Äther drift"_s); // not because one passed it
        When(reader.looksFor(800));
        Then(reader.seesRows(), u"Voxel art | Relational similarity (read) | Äther drift"_s);
        When(reader.presses(u"u"_s));
        Then(reader.seesRows(), u"Voxel art | Relational similarity | Äther drift"_s);
        When(reader.looksFor(900));
        Then(reader.seesRows(),
             u"Voxel art | Relational similarity | Äther drift"_s); // what was said, counts
    }

    void aStarIsUndoneAndDoneAgain()
    {
        Reader reader;
        Given(reader.hasDay(tuesday, tuesdaysTitles));
        When(reader.presses(u"j s"_s));
        Then(reader.seesInReadingList(), u"Relational similarity"_s);
        Then(reader.seesCurrent(), u"Äther drift"_s); // starred, and on to the next
        When(reader.presses(u"Ctrl+Z"_s));
        Then(reader.seesInReadingList(), u""_s);
        When(reader.presses(u"Ctrl+Shift+Z"_s));
        Then(reader.seesInReadingList(), u"Relational similarity"_s);
        When(reader.presses(u"k s"_s));
        Then(reader.seesInReadingList(), u""_s); // taken back, and no step
        Then(reader.seesCurrent(), u"Relational similarity"_s);
    }

    void theReadingListAndThePlaceSurviveARestart()
    {
        Reader reader;
        Given(reader.hasDay(monday, mondaysTitles));
        Given(reader.hasDay(tuesday, tuesdaysTitles));
        When(reader.presses(u"s"_s));
        Then(reader.seesInReadingList(), u"Voxel art"_s);
        Then(reader.seesCurrent(), u"Relational similarity"_s);
        When(reader.restarts());
        Then(reader.seesInReadingList(), u"Voxel art"_s);
        Then(reader.seesCurrent(), u"Relational similarity"_s);
        When(reader.presses(u"Alt+End"_s));
        Then(reader.seesTitle(), u"Paperdawn — Reading list"_s);
        Then(reader.seesRows(), u"*Voxel art (read)"_s);
        When(reader.presses(u"Ctrl+Z"_s)); // across the restart
        Then(reader.seesInReadingList(), u""_s);
        Then(reader.seesRows(), u""_s);
    }

    void theUnreadStayInSightWhileTheyAreRead()
    {
        Reader reader;
        reader.settings().setDwell(0); // only what is decided here is read
        Given(reader.hasDay(monday, mondaysTitles));
        Given(reader.hasDay(tuesday, tuesdaysTitles));
        Then(reader.seesBeside(u"Unread"_s), u"Unread, 4 paper(s)"_s);
        When(reader.presses(u"g u"_s));
        Then(reader.seesTitle(), u"Paperdawn — Unread"_s);
        Then(reader.seesRows(), u"Voxel art | Relational similarity | Äther drift | Slow light"_s);
        Then(reader.seesBeside(u"Unread"_s), u"Unread, 4 paper(s), shown"_s);
        When(reader.presses(u"j s"_s)); // starred, and so read
        Then(reader.seesBeside(u"Unread"_s), u"Unread, 3 paper(s), shown"_s);
        Then(reader.seesRows(), u"Voxel art | *Relational similarity (read) | Äther drift | Slow light"_s);
        When(reader.presses(u"g u"_s)); // opened anew
        Then(reader.seesRows(), u"Voxel art | Äther drift | Slow light"_s);
        When(reader.restarts());
        Then(reader.seesTitle(), u"Paperdawn — Unread"_s);
        When(reader.presses(u"Shift+G Shift+A"_s));
        Then(reader.seesBeside(u"Unread"_s), u"Unread, shown"_s);
        Then(reader.seesRows(), u"Voxel art (read) | Äther drift (read) | Slow light (read)"_s);
        When(reader.presses(u"Ctrl+Z"_s));
        Then(reader.seesRows(), u"Voxel art | Äther drift | Slow light"_s);
    }

    void theListsBesideAreReachedByKeys()
    {
        Reader reader;
        reader.settings().setDwell(0); // only what is decided here is read
        Given(reader.hasDay(monday, mondaysTitles));
        auto *lists = reader.window().findChild<Sidebar *>();
        lists->setCurrentRow(0);
        lists->setFocus();
        When(reader.presses(u"Down Return"_s));
        Then(reader.seesTitle(), u"Paperdawn — Unread"_s);
        Then(reader.seesCurrent(), u"Slow light"_s);
        When(reader.presses(u"s"_s)); // the keyboard is with the papers again
        Then(reader.seesInReadingList(), u"Slow light"_s);
        When(reader.presses(u"g u"_s));
        Then(reader.seesRows(), u""_s);
        Then(reader.seesBeside(u"Unread"_s), u"Unread, shown"_s);
    }

    void dayLayoutAndStarsSurviveARestart()
    {
        Reader reader;
        Given(reader.hasDay(monday, mondaysTitles));
        Given(reader.hasDay(tuesday, tuesdaysTitles));
        Given(reader.presses(u"["_s)); // not the latest
        Given(reader.presses(u"s F8 Ctrl+1"_s));
        Given(reader.window().resize(1100, 700));
        Given(reader.window().findChild<QSplitter *>(u"reading"_s)->setSizes({600, 300}));
        Then(reader.seesInReadingList(), u"Slow light"_s);
        const QList<int> panes = reader.window().findChild<QSplitter *>(u"reading"_s)->sizes();
        When(reader.restarts());
        Then(reader.seesTitle(), u"Paperdawn — 8 December 2025"_s);
        Then(reader.seesRows(), u"*Slow light (read)"_s);
        Then(reader.settings().density(), Density::Compact);
        Then(reader.window().size(), QSize(1100, 700));
        Then(reader.window().findChild<QWidget *>(u"left"_s)->isVisible(), false);
        Then(reader.window().findChild<QSplitter *>(u"reading"_s)->sizes(), panes);
        When(reader.presses(u"F8"_s));
        Then(reader.window().findChild<QWidget *>(u"left"_s)->isVisible(), true);
        When(reader.restarts());
        Then(reader.window().findChild<QWidget *>(u"left"_s)->isVisible(), true);
    }

    void daysAreLeafedThrough()
    {
        Reader reader;
        Given(reader.hasDay(monday, mondaysTitles));
        Given(reader.hasDay(tuesday, tuesdaysTitles));
        When(reader.presses(u"["_s));
        Then(reader.seesTitle(), u"Paperdawn — 8 December 2025"_s);
        Then(reader.seesRows(), u"Slow light"_s);
        When(reader.presses(u"["_s));
        Then(reader.seesMessage(), u"This is the first day here."_s);
        When(reader.presses(u"Alt+Right"_s));
        Then(reader.seesTitle(), u"Paperdawn — 9 December 2025"_s);
    }

    void aFilterNarrowsAndEscapeClears()
    {
        Reader reader;
        Given(reader.hasDay(tuesday, tuesdaysTitles));
        When(reader.presses(u"j /"_s));
        When(reader.types(u"ather"_s));
        Then(reader.seesRows(), u"Äther drift"_s);
        When(reader.presses(u"Esc"_s));
        Then(reader.seesRows(), u"Voxel art | Relational similarity | Äther drift"_s);
        When(reader.presses(u"/"_s));
        When(reader.types(u"js"_s)); // letters are letters there
        Then(reader.seesRows(), u""_s);
        Then(reader.seesInReadingList(), u""_s);
        When(reader.presses(u"Esc"_s));
        Then(reader.seesRows(), u"Voxel art | Relational similarity | Äther drift"_s);
    }

    void whoTypesAFilterDoesNotRead()
    {
        Reader reader;
        Given(reader.hasDay(tuesday, tuesdaysTitles));
        When(reader.presses(u"/"_s));
        When(reader.types(u"relational"_s));
        When(reader.looksFor(900));
        Then(reader.seesRows(), u"Relational similarity"_s);
        When(reader.presses(u"Return"_s)); // on to the list
        When(reader.looksFor(900));
        Then(reader.seesRows(), u"Relational similarity (read)"_s);
    }

    void aDayIsExported()
    {
        Reader reader;
        Given(reader.hasDay(tuesday, tuesdaysTitles));
        Given(reader.settings().setValue(u"export"_s,
                                         u"day table original clipboard"_s)); // as chosen last time
        QTimer::singleShot(0, &reader.window(),
                           [] { qobject_cast<QDialog *>(QApplication::activeModalWidget())->accept(); });
        When(reader.presses(u"Ctrl+E"_s));
        Then(reader.seesMessage(), u"The list is on the clipboard."_s);
        QVERIFY(reader.hasOnClipboard().contains(u"2512.09001"_s));
        QVERIFY(reader.hasOnClipboard().contains(u"2512.09003"_s));
    }

    void aDayIsExportedToAFileAndComesBack()
    {
        Reader reader;
        Given(reader.hasDay(tuesday, tuesdaysTitles));
        const QString path = reader.writes(u"mine.md"_s, "what was there before");
        When(reader.exports(0, path));
        Then(reader.seesMessage(), u"Exported to %1."_s.arg(path));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        QVERIFY2(text.startsWith("# arxiv 2025-12-09\n"), text.constData());
        for (const QString &title : tuesdaysTitles) {
            QCOMPARE(QString::fromUtf8(text).count(u"| %1 |"_s.arg(title)), 1);
        }
        Reader other;
        When(other.drops({path}));
        Then(other.seesRows(), u"Voxel art | Relational similarity | Äther drift"_s);
    }

    void aWindowThatIsClosedWritesTheExportFirst()
    {
        Reader reader;
        Given(reader.hasDay(tuesday, tuesdaysTitles));
        const QString path = reader.writes(u"mine.md"_s, "what was there before");
        When(reader.exports(0, path));
        reader.window().close();
        QVERIFY(reader.window().isVisible());
        QCOMPARE(reader.seesMessage(), u"The window closes once the export is written."_s);
        QTRY_VERIFY(!reader.window().isVisible());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().startsWith("# arxiv 2025-12-09\n"));
    }

    void aWindowThatIsClosedStaysWhereTheExportFails()
    {
        Reader reader;
        Given(reader.hasDay(tuesday, tuesdaysTitles));
        When(reader.exports(0, u"/proc/mine.md"_s));
        reader.window().close();
        QTRY_VERIFY(reader.seesMessage().contains(u"/proc"_s));
        reader.looksFor(200);
        QVERIFY(reader.window().isVisible());
        reader.window().close();
        QVERIFY(!reader.window().isVisible());
    }

    void theReadingListIsExportedToTheClipboard()
    {
        Reader reader;
        Given(reader.hasDay(tuesday, tuesdaysTitles));
        Given(reader.presses(u"j s"_s));
        Then(reader.seesInReadingList(), u"Relational similarity"_s);
        Given(reader.presses(u"j s"_s)); // a moment ago
        When(reader.exports(2, {}));
        Then(reader.seesMessage(), u"The list is on the clipboard."_s);
        Then(reader.hasOnClipboard().count(u"| Relational similarity |"_s), 1);
        Then(reader.hasOnClipboard().count(u"| Äther drift |"_s), 1);
        Then(reader.hasOnClipboard().contains(u"Voxel art"_s), false);
    }

    void aDialogThatIsLeftExportsNothing()
    {
        Reader reader;
        Given(reader.hasDay(tuesday, tuesdaysTitles));
        const QString path = reader.writes(u"mine.md"_s, "what was there before");
        const QString said = reader.seesMessage();
        When(reader.leavesTheFileDialog(path));
        Then(reader.seesMessage(), said);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("what was there before"));
    }

    void aSelectionIsMarkedAndGivenBack()
    {
        Reader reader;
        Given(reader.hasDay(tuesday, tuesdaysTitles));
        When(reader.presses(u"j Shift+A"_s));
        Then(reader.seesRows(), u"Voxel art (read) | Relational similarity (read) | Äther drift"_s);
        Then(reader.seesMessage(), u"2 marked read."_s);
        When(reader.presses(u"Ctrl+Z"_s));
        Then(reader.seesRows(), u"Voxel art | Relational similarity | Äther drift"_s);
        When(reader.presses(u"Shift+J s"_s));
        Then(reader.seesRows(), u"Voxel art | *Relational similarity | *Äther drift"_s);
    }

    void aPaperIsOpenedAndCopied()
    {
        Reader reader;
        Given(reader.hasDay(tuesday, tuesdaysTitles));
        When(reader.presses(u"Shift+Return"_s));
        Then(reader.hasOpened(), QUrl(u"https://arxiv.org/abs/2512.09001v1"_s));
        When(reader.presses(u"Shift+Y"_s));
        Then(reader.hasOnClipboard(), u"[Voxel art](https://arxiv.org/abs/2512.09001v1)"_s);
        When(reader.presses(u"Ctrl+C"_s));
        QVERIFY2(reader.hasOnClipboard().contains(u"| 标题1 |"_s), qPrintable(reader.hasOnClipboard()));
        QVERIFY(!reader.hasOnClipboard().contains(u"2512.09002"_s));
        When(reader.presses(u"y"_s));
        Then(reader.seesMessage(), u"1 paper(s) copied as BibTeX."_s);
        Then(reader.hasOnClipboard().contains(u"      title={Voxel art}, \n"_s), true);
        When(reader.presses(u"Shift+J y"_s));
        Then(reader.seesMessage(), u"2 paper(s) copied as BibTeX."_s);
        Then(reader.hasOnClipboard().count(u"@misc{"_s), 2);
    }

    void aDayIsExportedAsBibtex()
    {
        Reader reader;
        Given(reader.hasDay(tuesday, tuesdaysTitles));
        Given(reader.settings().setValue(u"export"_s, u"day table original clipboard bibtex"_s));
        QTimer::singleShot(0, &reader.window(),
                           [] { qobject_cast<QDialog *>(QApplication::activeModalWidget())->accept(); });
        When(reader.presses(u"Ctrl+E"_s));
        Then(reader.hasOnClipboard().count(u"@misc{"_s), 3);
        Then(reader.hasOnClipboard().contains(u"      title={Äther drift}, \n"_s), true);
    }

    void aDroppedNumberIsAPaper()
    {
        Reader reader;
        Given(reader.hasDay(monday, mondaysTitles));
        Given(reader.hasDay(tuesday, tuesdaysTitles));
        When(reader.dropsText(u"https://arxiv.org/abs/2512.08001"_s));
        Then(reader.seesTitle(), u"Paperdawn — 8 December 2025"_s);
        When(reader.dropsText(u"https://doi.org/10.1101/2024.01.02.573888"_s));
        Then(reader.seesMessage(), u"10.1101/2024.01.02.573888 is on no list here."_s);
    }

    void aRefusedFileIsExplained()
    {
        Reader reader;
        When(reader.drops({reader.writes(u"empty.md"_s, "")}));
        Then(reader.seesMessage().contains(u"empty.md is empty"_s), true);
        Then(reader.seesTitle(), u"Paperdawn"_s);
    }

    void aWholeImportIsTakenBackAndDoneAgain()
    {
        Reader reader;
        const QStringList files{reader.writes(u"2025-12-08-arxiv.md"_s, dayFile(monday, mondaysTitles)),
                                reader.writes(u"2025-12-09-arxiv.md"_s, dayFile(tuesday, tuesdaysTitles))};
        When(reader.drops(files));
        Then(reader.seesMessage(), u"Imported: 2 day(s), 4 paper(s) new."_s);
        Then(reader.seesOffered(), u"Undo"_s);
        Then(reader.seesTitle(), u"Paperdawn — 9 December 2025"_s);
        When(reader.presses(u"Ctrl+Z"_s)); // takes back decisions, and there is none
        Then(reader.seesRows(), u"Voxel art | Relational similarity | Äther drift"_s);
        When(reader.takesTheOffer());
        Then(reader.seesMessage(), u"The import was taken back: 4 paper(s) less. Stars stay."_s);
        Then(reader.services().library().latestDay(), QDate());
        Then(reader.seesTitle(), u"Paperdawn"_s); // the page of the first start
        When(reader.drops(files));
        Then(reader.seesMessage(), u"Imported: 2 day(s), 4 paper(s) new."_s);
        Then(reader.seesRows(), u"Voxel art | Relational similarity | Äther drift"_s);
        When(reader.drops(files)); // nothing new, nothing to take back
        Then(reader.seesOffered(), u""_s);
    }

    void theLastImportIsTakenBackAfterARestart()
    {
        Reader reader;
        const auto takeBack = [&reader] { return reader.window().actions()[Command::TakeBackImport]; };
        Then(takeBack()->isEnabled(), false);
        When(reader.drops({reader.writes(u"2025-12-09-arxiv.md"_s, dayFile(tuesday, tuesdaysTitles))}));
        When(reader.presses(u"s"_s)); // what is said now takes the place of the offer
        Then(reader.seesInReadingList(), u"Voxel art"_s);
        When(reader.restarts());
        QTRY_VERIFY(takeBack()->isEnabled());
        When(takeBack()->trigger());
        Then(reader.seesMessage(), u"Take back the last import? Its days and papers go; stars stay."_s);
        Then(reader.services().library().latestDay(), tuesday);
        When(reader.takesTheOffer());
        Then(reader.seesMessage(), u"The import was taken back: 2 paper(s) less. Stars stay."_s);
        Then(reader.services().library().latestDay(), QDate());
        Then(reader.seesInReadingList(), u"Voxel art"_s);
        QTRY_VERIFY(!takeBack()->isEnabled());
    }

    void anImportIsTakenBack()
    {
        Reader reader;
        Given(reader.hasDay(tuesday, tuesdaysTitles));
        Given(reader.presses(u"s"_s));
        Then(reader.seesInReadingList(), u"Voxel art"_s);
        When(reader.hasDay(monday, mondaysTitles));
        When(QTest::mouseClick(
            reader.window().findChild<MessageBar *>(u"messageBar"_s)->findChild<QPushButton *>(),
            Qt::LeftButton));
        Then(reader.seesMessage(), u"The import was taken back: 1 paper(s) less. Stars stay."_s);
        Then(reader.services().library().latestDay(), tuesday);
        Then(reader.seesInReadingList(), u"Voxel art"_s);
    }
};

QTEST_MAIN(TestReadADay)
#include "tst_readaday.moc"
