// SPDX-License-Identifier: GPL-3.0-or-later
// A day goes as if it had never come, and comes again; marks stay whatever happens to the lists.
#include "app/journal/journalfile.h"
#include "app/store/connection.h"
#include "app/store/originals.h"

#include "tests/support/decisions.h"
#include "tests/support/temporarylibrary.h"

#include <QtTest>

using namespace paperdawn;
using namespace paperdawn::test;
using namespace Qt::StringLiterals;

namespace {

const QDate monday(2025, 12, 8);
const QDate tuesday(2025, 12, 9);

qint64 put(Store &store, const QList<ImportFile> &files)
{
    const qint64 import = await(store.beginImport()).value_or(-1);
    for (const ImportFile &file : files) {
        if (!await(store.put(import, file))) {
            return -1;
        }
    }
    return import;
}

/** Papers 1 to 10. */
ImportFile ofMonday()
{
    return dayFile(u"2025-12-08-arxiv.md"_s, manyPapers(1, 10, u"2025-12-08"_s));
}

/** Papers 6 to 15: half of them stand on Monday's list too. */
ImportFile ofTuesday()
{
    return dayFile(u"2025-12-09-arxiv.md"_s, manyPapers(6, 10, u"2025-12-09"_s));
}

/** Papers 20 to 22, a file more. */
ImportFile moreOfTuesday()
{
    return dayFile(u"2025-12-09-more.md"_s, manyPapers(20, 3, u"2025-12-09"_s));
}

ImportFile ofBothDays()
{
    return dayFile(u"both.md"_s,
                   manyPapers(30, 2, u"2025-12-08"_s) + '\n' + manyPapers(40, 2, u"2025-12-09"_s));
}

/** As a second program would, beside the store. */
void runInCache(const TemporaryLibrary &library, const QByteArray &sql)
{
    const auto beside =
        Connection::open(library.folder().cacheFile(), Connection::Mode::Write, Connection::Sync::Normal);
    QVERIFY(beside && (*beside)->run(sql.constData()));
}

void star(const TemporaryLibrary &library, int number)
{
    const FakeClock clock;
    auto journal = JournalFile::open(library.folder().journalFolder(), library.folder().machineFile(), clock);
    Draft draft = starring(paper(number).key());
    draft.copy = {{u"title"_s, u"Paper %1"_s.arg(number)}};
    QVERIFY(journal->append({draft}));
}

} // namespace

class TestRemoveDay : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void itGoesAsIfItHadNeverCome()
    {
        const TemporaryLibrary without;
        const auto other = without.store();
        QVERIFY(put(*other, {ofMonday()}) > 0);

        const TemporaryLibrary library;
        const auto store = library.store();
        QVERIFY(put(*store, {ofMonday(), ofTuesday()}) > 0);
        QVERIFY(put(*store, {moreOfTuesday()}) > 0);
        const QString before = libraryText(*library.library());
        const QString facts = cacheText(library.folder());

        const auto removed = await(store->removeDay(tuesday));
        QVERIFY(removed);
        QCOMPARE(removed->files.size(), 2);
        QCOMPARE(removed->days, 1);
        QCOMPARE(removed->papers, 8);
        QVERIFY(!removed->isPartly);
        QCOMPARE(cacheText(library.folder()), cacheText(without.folder()));
        QVERIFY(await(store->check(false))->isEmpty());

        const qint64 again = put(*store, removed->files);
        QVERIFY(again > 0);
        QCOMPARE(cacheText(library.folder()), facts);
        QCOMPARE(libraryText(*library.library()), before);
        QCOMPARE(await(store->undoableImport()).value_or(-1), again);
    }

    void whatIsStarredStaysWithAllThatIsKnownOfIt()
    {
        const TemporaryLibrary library;
        PaperDetails before = namedOnly(paper(12));
        {
            const auto store = library.store();
            QVERIFY(put(*store, {ofMonday(), ofTuesday()}) > 0);
            star(library, 12); // on Tuesday's list alone
            star(library, 7);  // on Monday's too
            QVERIFY(await(store->catchUp()));
            before = library.library()->details(paper(12)).value_or(before);
            QVERIFY(!before.abstract.isNull() || !before.translations.first().abstract.isNull());
            QCOMPARE(await(store->removeDay(tuesday))->papers, 4); // 11, 13, 14, 15
            QVERIFY(await(store->check(false))->isEmpty());
        }
        for (const QString &suffix : {u""_s, u"-wal"_s, u"-shm"_s}) {
            QVERIFY(library.library()->details(paper(12)) == before);
            QFile::remove(library.folder().cacheFile() + suffix); // and however the cache is lost
            (void)library.store();
        }
        const auto store = library.store();
        QVERIFY(library.library()->details(paper(12)) == before);
        QCOMPARE(library.library()->days()->size(), 1);
        QVERIFY(library.library()->daysOf(paper(12)).isEmpty());
        QCOMPARE(library.library()->papers(InReadingList{}, u"en"_s)->size(), 2);
        QVERIFY(put(*store, {ofTuesday()}) > 0); // and it may come again
        QVERIFY(library.library()->details(paper(12)) == before);
    }

    void allDaysBeforeOneGoTogether()
    {
        const TemporaryLibrary library;
        const auto store = library.store();
        QVERIFY(put(*store, {ofMonday(), ofTuesday(), ofBothDays()}) > 0);
        QVERIFY(put(*store, {dayFile(u"wednesday.md"_s, manyPapers(14, 3, u"2025-12-10"_s))}) > 0);
        QCOMPARE(await(store->removeDaysBefore(monday))->days, 0);

        auto partly = await(store->removeDaysBefore(tuesday));
        QCOMPARE(partly->days, 0); // the file with both days still tells of it
        QCOMPARE(partly->files.size(), 1);
        QVERIFY(partly->isPartly);

        const auto removed = await(store->removeDaysBefore(tuesday.addDays(1)));
        QCOMPARE(removed->days, 2);
        QCOMPARE(removed->files.size(), 2);
        QVERIFY(!removed->isPartly);
        const auto left = library.library()->days();
        QCOMPARE(left->size(), 1);
        QCOMPARE(left->first().day, tuesday.addDays(1));
        QCOMPARE(left->first().count, 3);
    }

    void aNewCacheDoesNotBringItBack()
    {
        const TemporaryLibrary library;
        {
            const auto store = library.store();
            QVERIFY(put(*store, {ofMonday(), ofTuesday()}) > 0);
            QVERIFY(await(store->removeDay(tuesday)));
        }
        for (const QString &suffix : {u""_s, u"-wal"_s, u"-shm"_s}) {
            QFile::remove(library.folder().cacheFile() + suffix);
        }
        const auto store = library.store();
        const auto days = library.library()->days();
        QCOMPARE(days->size(), 1);
        QCOMPARE(days->first().day, monday);
    }

    void whatTellsOfOtherDaysTooStays()
    {
        const TemporaryLibrary without;
        const auto other = without.store();
        QVERIFY(put(*other, {ofBothDays()}) > 0);
        QCOMPARE(without.library()->days()->size(), 2);

        const TemporaryLibrary library;
        const auto store = library.store();
        QVERIFY(put(*store, {ofBothDays(), ofTuesday()}) > 0);
        const auto removed = await(store->removeDay(tuesday));
        QVERIFY(removed->isPartly);
        QCOMPARE(removed->files.size(), 1);
        QCOMPARE(cacheText(library.folder()), cacheText(without.folder()));
    }

    void nothingGoesWhileAFileCannotBeRead()
    {
        const TemporaryLibrary library;
        const auto store = library.store();
        QVERIFY(put(*store, {ofTuesday(), moreOfTuesday()}) > 0);
        const QString facts = cacheText(library.folder());
        const QString path = originals::pathOf(library.folder().importsFolder(),
                                               originals::fingerprint(moreOfTuesday().bytes));
        QVERIFY(QFile::rename(path, path + u".away"_s) && QDir().mkdir(path)); // who is root reads all files
        const auto removed = await(store->removeDay(tuesday));
        QVERIFY(!removed);
        QCOMPARE(removed.error().where, path);
        QCOMPARE(cacheText(library.folder()), facts);

        QVERIFY(QDir().rmdir(path) && QFile::rename(path + u".away"_s, path));
        QCOMPARE(await(store->removeDay(tuesday))->files.size(), 2);
    }

    void whatFailsOnceItIsDecidedLosesNoFile()
    {
        const TemporaryLibrary library;
        auto store = library.store();
        QVERIFY(put(*store, {ofMonday(), ofTuesday()}) > 0);
        const QString before = cacheText(library.folder());
        runInCache(library, "CREATE TRIGGER t BEFORE DELETE ON mention BEGIN SELECT RAISE(ABORT, 'no'); END");
        const auto removed = await(store->removeDay(tuesday));
        QVERIFY(removed && removed->unfinished);
        QCOMPARE(removed->files.size(), 1);
        runInCache(library, "DROP TRIGGER t");
        QVERIFY(put(*store, removed->files) > 0); // thought better of it
        QCOMPARE(cacheText(library.folder()), before);

        runInCache(library, "CREATE TRIGGER t BEFORE DELETE ON mention BEGIN SELECT RAISE(ABORT, 'no'); END");
        QVERIFY(await(store->removeDay(tuesday))->unfinished);
        runInCache(library, "DROP TRIGGER t");
        store.reset();
        store = library.store(); // goes on with it
        QCOMPARE(library.library()->days()->size(), 1);
    }

    void whatIsStarredWhileARemovalWaitsIsKeptToo_data()
    {
        QTest::addColumn<QByteArray>("table");
        QTest::addColumn<bool>("restarts");
        QTest::newRow("files, by the next start") << QByteArray("mention") << true;
        QTest::newRow("files, by the next import") << QByteArray("mention") << false;
        QTest::newRow("papers, by the next start") << QByteArray("again_paper") << true;
        QTest::newRow("papers, by the next import") << QByteArray("again_paper") << false;
    }
    void whatIsStarredWhileARemovalWaitsIsKeptToo()
    {
        QFETCH(const QByteArray, table);
        QFETCH(const bool, restarts);
        const TemporaryLibrary library;
        auto store = library.store();
        QVERIFY(put(*store, {ofMonday(), ofTuesday()}) > 0);
        const auto before = library.library()->details(paper(12));
        runInCache(library,
                   "CREATE TRIGGER t BEFORE DELETE ON " + table + " BEGIN SELECT RAISE(ABORT, 'no'); END");
        QVERIFY(await(store->removeDay(tuesday))->unfinished);
        star(library, 12);
        if (restarts) {
            store.reset();
            runInCache(library, "DROP TRIGGER t");
            store = library.store();
        } else {
            runInCache(library,
                       "DROP TRIGGER t;"
                       "CREATE TRIGGER u BEFORE INSERT ON telling BEGIN SELECT RAISE(ABORT, 'no'); END");
            QCOMPARE(put(*store, {moreOfTuesday()}), -1);
        }
        QVERIFY(before && library.library()->details(paper(12)) == before);
        QVERIFY(!library.library()->details(paper(13)));
        QCOMPARE(library.library()->days()->size(), 1);
    }

    void aDayThatIsNotHereIsNothingToRemove()
    {
        const TemporaryLibrary library;
        const auto store = library.store();
        QVERIFY(put(*store, {ofMonday()}) > 0);
        const QString facts = cacheText(library.folder());
        const auto removed = await(store->removeDay(tuesday));
        QCOMPARE(removed->papers, 0);
        QVERIFY(removed->files.isEmpty());
        QCOMPARE(cacheText(library.folder()), facts);
    }
};

QTEST_GUILESS_MAIN(TestRemoveDay)
#include "tst_removeday.moc"
