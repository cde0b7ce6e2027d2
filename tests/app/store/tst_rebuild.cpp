// SPDX-License-Identifier: GPL-3.0-or-later
// Building the cache anew from imports/: interrupted, on a full disk. No original is ever lost by it.
#include "app/base/sentence.h"
#include "app/store/migrations.h"
#include "app/store/writer.h"

#include "tests/support/decisions.h"
#include "tests/support/processes.h"
#include "tests/support/temporarylibrary.h"

#include <QtTest>
#include <cstdio>
#include <future>

using namespace paperdawn;
using namespace paperdawn::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

bool import(Store &store, const QString &name, const QByteArray &bytes)
{
    const qint64 import = await(store.beginImport()).value_or(-1);
    return await(store.put(import, dayFile(name, bytes))).has_value();
}

void loseCache(const LibraryFolder &folder)
{
    for (const QString &suffix : {u""_s, u"-wal"_s, u"-shm"_s}) {
        QFile::remove(folder.cacheFile() + suffix);
    }
}

QStringList originalsIn(const LibraryFolder &folder)
{
    return QDir(folder.importsFolder()).entryList(QDir::Files, QDir::Name);
}

/** Files that the cache holds in part. */
qint64 filesHalfStored(const LibraryFolder &folder)
{
    if (!QFileInfo::exists(folder.cacheFile())) {
        return 0;
    }
    const auto cache = Connection::open(folder.cacheFile(), Connection::Mode::Read, Connection::Sync::Normal);
    return cache ? (*cache)->number("SELECT count(*) FROM import_file WHERE published <> 1") : 0;
}

int openIt(const QString &folder)
{
    const FakeClock clock;
    return Store::open({folder}, clock, u"laptop"_s) ? 0 : 1;
}

void say(const QString &what, const QString &value)
{
    std::printf("%s: %s\n", qPrintable(what), qPrintable(value));
}

/** Opens the library; what it tells and shows. */
void sayOpened(const QString &when, const LibraryFolder &folder)
{
    const FakeClock clock;
    const auto store = Store::open(folder, clock, u"laptop"_s);
    if (!store) {
        say(when, u"does not open"_s);
        return;
    }
    QStringList told;
    for (const Fault &fault : (*store)->mended()) {
        told += QFileInfo(fault.file).fileName() + u": "_s + fault.what;
    }
    const auto days = (*Library::open(folder))->days();
    say(when, u"%1 day(s); %2"_s.arg(days->size()).arg(told.join(u'|')));
    say(u"originals"_s, QString::number(originalsIn(folder).size()));
}

/** Runs in a small file system of its own. */
int rebuildWithoutRoom(const QString &dir)
{
    const LibraryFolder folder{dir + u"/library"_s};
    {
        const FakeClock clock;
        const auto store = Store::open(folder, clock, u"laptop"_s);
        if (!store || !import(**store, u"big.md"_s, manyPapers(1, 6000))) {
            return 1;
        }
    }
    const qint64 size = QFileInfo(folder.cacheFile()).size();
    loseCache(folder);
    QFile filler(dir + u"/filler"_s);
    if (!filler.open(QIODevice::WriteOnly | QIODevice::Unbuffered)) {
        return 2;
    }
    while (filler.write(QByteArray(4096, 'f')) == 4096) {
    }
    filler.resize(filler.size() - size / 2); // the first batches fit
    filler.close();
    sayOpened(u"when full"_s, folder);
    QFile::remove(filler.fileName());
    sayOpened(u"after making room"_s, folder);
    return 0;
}

} // namespace

class TestRebuild : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /** PAPERDAWN_KILLS sets how many. */
    void aKillWhileTheCacheIsBuiltAnewLosesNoOriginal()
    {
        const TemporaryLibrary library;
        const LibraryFolder folder = library.folder();
        {
            const auto store = library.store();
            QVERIFY(import(*store, u"big.md"_s, manyPapers(1, 3000)));
            QVERIFY(import(*store, u"other.md"_s, manyPapers(2500, 2000)));
        }
        const QString facts = cacheText(folder);
        const QStringList originals = originalsIn(folder);
        int inTheMiddle = 0;
        const int kills = wanted("PAPERDAWN_KILLS", 8);
        for (int kill = 0; kill < kills; ++kill) {
            if (kill % 3 == 0) {
                loseCache(folder); // else it goes on where the last one was killed
            }
            QProcess rebuilding;
            rebuilding.start(self({}).first(), {u"--open"_s, folder.path});
            QVERIFY(rebuilding.waitForStarted());
            while (rebuilding.state() != QProcess::NotRunning && filesHalfStored(folder) == 0) {
                rebuilding.waitForFinished(1);
            }
            rebuilding.kill();
            QVERIFY(rebuilding.waitForFinished());
            inTheMiddle += filesHalfStored(folder) > 0 ? 1 : 0;
            QCOMPARE(originalsIn(folder), originals);
        }
        qInfo("%d of %d kills came in the middle of a file", inTheMiddle, kills);
        const auto store = library.store();
        QCOMPARE(originalsIn(folder), originals);
        QCOMPARE(cacheText(folder), facts);
        QVERIFY(await(store->check(false))->isEmpty());
    }

    void aFullDiskIsToldAndLosesNoOriginal()
    {
        REQUIRE_UNSHARE();
        const QTemporaryDir dir;
        QCOMPARE(
            printedOnTmpfs(dir.path(), u"size=24m"_s, {u"--rebuild-without-room"_s, dir.path()}),
            u"when full: 0 day(s); cache.db: The disk is full, so it could not be brought to order and may "
            "lack days. Free some space; the next start goes on.\n"
            "originals: 1\n"
            "after making room: 1 day(s); \n"
            "originals: 1"_s);
    }

    /** Who opens a library that another process is building anew sees all of it, or why not: never less. */
    void anotherProcessWaitsForTheRebuild()
    {
        const TemporaryLibrary library;
        const LibraryFolder folder = library.folder();
        QVERIFY(import(*library.store(), u"a.md"_s, manyPapers(1, 3)));
        const QString facts = cacheText(folder);
        loseCache(folder);
        {
            auto begun =
                Connection::open(folder.cacheFile(), Connection::Mode::Write, Connection::Sync::Full);
            QVERIFY(migrate(**begun, u"cache"_s));
        }
        auto rebuilding = std::optional(FileLock::acquire(folder.importLock(), QDeadlineTimer(0)).value());
        const FakeClock clock;
        const auto open = [&](std::chrono::milliseconds patience) {
            return Writer::open(folder, clock, u"laptop"_s, {}, patience).map([](const auto &) {});
        };
        const auto refused = open(10ms);
        QVERIFY(!refused);
        QCOMPARE(sentence(refused.error()), folder.path + u" is in use by another program for too long. "
                                                          "Close it and try again."_s);
        auto opening = std::async(std::launch::async, open, lockPatience);
        QCOMPARE(opening.wait_for(100ms), std::future_status::timeout);
        rebuilding.reset();
        QVERIFY(opening.get());
        QCOMPARE(cacheText(folder), facts);
    }

    /** Who looks on is told how far it is, and may stop it: the next opening goes on. */
    void aRebuildIsToldAndCanBeStopped()
    {
        const TemporaryLibrary library;
        const LibraryFolder folder = library.folder();
        {
            const auto store = library.store();
            QVERIFY(import(*store, u"a.md"_s, manyPapers(1, 3)));
            QVERIFY(import(*store, u"b.md"_s, manyPapers(4, 3, u"2025-12-10"_s)));
            QVERIFY(import(*store, u"c.md"_s, manyPapers(7, 3, u"2025-12-11"_s)));
        }
        const QString facts = cacheText(folder);
        loseCache(folder);
        const FakeClock clock;
        QStringList told;
        std::stop_source stop;
        const auto open = [&](int stopAt) {
            told.clear();
            const auto tell = [&](const OpeningStep &step) {
                told += openingSentence(step);
                if (step.done == stopAt) {
                    stop.request_stop();
                }
            };
            const auto store = Store::open(folder, clock, u"laptop"_s, {tell, stop.get_token()});
            return store ? ErrorKind::Internal : store.error().kind;
        };
        const QString form = u"The papers are being stored again from the imported files: %1 of 3."_s;
        QCOMPARE(open(1), ErrorKind::Cancelled);
        QCOMPARE(told, QStringList({form.arg(0), form.arg(1)}));
        QCOMPARE(originalsIn(folder).size(), 3);
        stop = {};
        QCOMPARE(open(-1), ErrorKind::Internal); // it is open
        QCOMPARE(told.size(), 1);                // two were stored before the stop was seen
        QCOMPARE(cacheText(folder), facts);
        QCOMPARE(open(-1), ErrorKind::Internal);
        QVERIFY(told.isEmpty());
    }

    void whoWaitsForAnotherProgramIsToldAndCanStop()
    {
        const TemporaryLibrary library;
        const LibraryFolder folder = library.folder();
        QVERIFY(import(*library.store(), u"a.md"_s, manyPapers(1, 3)));
        const auto writing = FileLock::acquire(folder.writerLock(), QDeadlineTimer(0));
        QVERIFY(writing);
        const FakeClock clock;
        std::stop_source stop;
        QStringList told;
        const auto tell = [&](const OpeningStep &step) {
            told += openingSentence(step);
            stop.request_stop();
        };
        const auto store = Store::open(folder, clock, u"laptop"_s, {tell, stop.get_token()});
        QVERIFY(!store);
        QCOMPARE(store.error().kind, ErrorKind::Cancelled);
        QCOMPARE(told, QStringList(u"Another program is writing to the library; waiting for it."_s));
    }

    /** Days that cannot be stored again are told, named by a check, and not forgotten. */
    void anOriginalThatCannotBeReadIsToldAndTriedAgain()
    {
        const TemporaryLibrary library;
        const LibraryFolder folder = library.folder();
        {
            const auto store = library.store();
            QVERIFY(import(*store, u"a.md"_s, manyPapers(1, 3)));
            QVERIFY(import(*store, u"b.md"_s, manyPapers(4, 3, u"2025-12-10"_s)));
        }
        const QString facts = cacheText(folder);
        const QString original = folder.importsFolder() + u'/' + originalsIn(folder).first();
        QVERIFY(QFile::rename(original, library.path(u"aside"_s)));
        QVERIFY(QFile::link(u"/proc/self/mem"_s, original)); // reading it is an I/O error
        loseCache(folder);
        for (int start = 0; start < 2; ++start) { // told as long as its day is missing
            const auto store = library.store();
            QCOMPARE(library.library()->days()->size(), 1);
            QCOMPARE(store->mended().size(), 1);
            QCOMPARE(store->mended().first().file, original);
            QVERIFY(!store->mended().first().repaired);
            const auto faults = await(store->check(true));
            QCOMPARE(faults->size(), 1);
            QCOMPARE(faults->first().file, original);
            QVERIFY(!faults->first().repaired);
        }
        QVERIFY(QFile::remove(original) && QFile::rename(library.path(u"aside"_s), original));
        const auto store = library.store();
        QVERIFY(store->mended().isEmpty());
        QCOMPARE(cacheText(folder), facts);
        QVERIFY(await(store->check(false))->isEmpty());
    }

    void anOriginalThatIsDamagedIsToldOnceAndNamedByACheck()
    {
        const TemporaryLibrary library;
        const LibraryFolder folder = library.folder();
        const QByteArray bytes = manyPapers(1, 3);
        QVERIFY(import(*library.store(), u"a.md"_s, bytes));
        const QString facts = cacheText(folder);
        const QString original = folder.importsFolder() + u'/' + originalsIn(folder).first();
        const QByteArray sound = contentOf(original);
        QVERIFY(putFile(original, "no gzip"));
        loseCache(folder);
        QCOMPARE(library.store()->mended().size(), 1);
        {
            const auto store = library.store();
            QVERIFY(store->mended().isEmpty());
            const auto faults = await(store->check(true));
            QCOMPARE(faults->size(), 1);
            QCOMPARE(faults->first().file, original);
            QVERIFY(!faults->first().repaired);
            QVERIFY(import(*store, u"a.md"_s, bytes)); // as the fault says
            QCOMPARE(cacheText(folder), facts);
            QVERIFY(await(store->check(false))->isEmpty());
        }
        // or it came back from a backup
        QVERIFY(putFile(original, "no gzip"));
        loseCache(folder);
        const auto store = library.store();
        QVERIFY(putFile(original, sound));
        QCOMPARE(await(store->check(false))->size(), 1);
        QVERIFY(await(store->check(true))->first().repaired);
        QVERIFY(await(store->check(false))->isEmpty());
        QCOMPARE(cacheText(folder), facts);
    }

    /** Of an import that fails, an original that was there before stays. */
    void aFailedImportLeavesWhatWasKeptBefore()
    {
        const TemporaryLibrary library;
        QList<PaperDetails> papers;
        for (int i = 1; i < 700; ++i) {
            papers += {.id = paper(i), .title = u"Small"_s};
        }
        papers +=
            {.id = *PaperId::parse(u"2512.09999"), .title = u"Huge"_s, .abstract = QString(20 << 20, u'a')};
        DaySection section{.day = QDate(2025, 12, 9)};
        for (const PaperDetails &details : std::as_const(papers)) {
            section.papers += {details, Kind::New};
        }
        const auto store = library.store();
        const QByteArray bytes = manyPapers(1, 700);
        QVERIFY(import(*store, u"day.md"_s, bytes));
        auto cache =
            Connection::open(library.folder().cacheFile(), Connection::Mode::Write, Connection::Sync::Full);
        // as if the cache were a new one that has not come to this file
        QVERIFY((*cache)->run("DELETE FROM mention; DELETE FROM telling; DELETE FROM import_of;"
                              "DELETE FROM import_file"));
        const qint64 second = await(store->beginImport()).value_or(-1);
        QVERIFY(!await(store->put(second, {u"day.md"_s, bytes, {{section}, {}}})));
        QCOMPARE(originalsIn(library.folder()).size(), 1);
    }
};

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"--open"_s) {
        return openIt(arguments.value(2));
    }
    if (arguments.value(1) == u"--rebuild-without-room"_s) {
        return rebuildWithoutRoom(arguments.value(2));
    }
    TestRebuild test;
    return QTest::qExec(&test, arguments);
}

#include "tst_rebuild.moc"
