// SPDX-License-Identifier: GPL-3.0-or-later
// The backup of the day: whole, checked, and never instead of a better one.
#include "app/journal/journalfile.h"
#include "app/store/backup.h"
#include "app/store/migrations.h"

#include "tests/support/decisions.h"
#include "tests/support/filler.h"
#include "tests/support/processes.h"
#include "tests/support/temporarylibrary.h"

#include <QFile>
#include <QtTest>
#include <cstdio>

using namespace paperdawn;
using namespace paperdawn::test;
using namespace Qt::StringLiterals;

namespace {

QDateTime day(int number, int hour = 8)
{
    return {{2025, 12, number}, {hour, 0}, Qt::UTC};
}

void star(const TemporaryLibrary &library, const QList<int> &papers)
{
    const FakeClock clock;
    auto journal = JournalFile::open(library.folder().journalFolder(), library.folder().machineFile(), clock);
    for (const int number : papers) {
        QVERIFY(journal->append({starring(paper(number).key())}));
    }
}

/** "2025-12-09 08:00: 2 starred" a line, as each says when it is opened as a library; the newest first. */
QString backupText(const LibraryFolder &folder)
{
    const FakeClock clock;
    QStringList lines;
    for (const Backup &backup : backups::all(folder)) {
        const auto library = Library::openToRead({backup.path}, clock);
        lines += u"%1: %2 starred"_s.arg(backup.time.toString(u"yyyy-MM-dd hh:mm"))
                     .arg(library ? (*library)->readingListSize() : -1);
    }
    return lines.join(u'\n');
}

/** On a disk that fills up; prints what became of the second backup. */
int fullDisk(const QString &disk)
{
    const TemporaryLibrary library(disk);
    auto &clock = const_cast<TemporaryLibrary &>(library).clock();
    star(library, {1, 2});
    const auto store = library.store();
    clock.set(day(9));
    (void)await(store->backUpIfDue());
    clock.set(day(10));
    {
        const Filler filler(disk, 8 << 10);
        const auto taken = await(store->backUpIfDue());
        std::printf("%s\n", taken ? "taken" : taken.error().kind == ErrorKind::DiskFull ? "full" : "failed");
    }
    (void)await(store->backUpIfDue()); // not again at once
    std::printf("%s\n", qPrintable(backupText(library.folder())));
    clock.set(day(10, 10));
    (void)await(store->backUpIfDue());
    std::printf("%s\n", qPrintable(backupText(library.folder())));
    std::printf("%s\n", qPrintable(QDir(library.folder().backupFolder()).entryList(QDir::Files).join(u' ')));
    return 0;
}

} // namespace

class TestBackup : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void oneADayAndTheLastTwoAreKept()
    {
        TemporaryLibrary library;
        library.clock().set(day(9));
        const auto store = library.store();
        star(library, {1, 2});
        QVERIFY(await(store->catchUp()));
        QVERIFY(await(store->backUpIfDue()));
        library.clock().set(day(9, 9));
        QVERIFY(await(store->backUpIfDue()));
        QCOMPARE(backupText(library.folder()), u"2025-12-09 08:00: 2 starred"_s);

        star(library, {3});
        QVERIFY(await(store->catchUp()));
        for (const int number : {10, 11}) {
            library.clock().set(day(number));
            QVERIFY(await(store->backUpIfDue()));
        }
        QCOMPARE(backupText(library.folder()), u"2025-12-11 08:00: 3 starred\n2025-12-10 08:00: 3 starred"_s);
        for (const QFileInfo &file : QDir(library.folder().journalFolder()).entryInfoList(QDir::Files)) {
            QCOMPARE(
                contentOf(backups::all(library.folder()).first().path + u"/journal/"_s + file.fileName()),
                contentOf(file.filePath()));
        }
    }

    void oneThatCannotBeMadeIsToldOnceUntilOneIsMade()
    {
        TemporaryLibrary library;
        library.clock().set(day(9));
        const auto store = library.store();
        QMutex mutex;
        QStringList told;
        connect(
            store.get(), &Store::told, store.get(),
            [&](const QList<Fault> &faults) {
                const QMutexLocker lock(&mutex);
                told += faults.first().what;
            },
            Qt::DirectConnection);
        const auto tries = [&](int hour) {
            library.clock().set(day(9, hour));
            const bool made = await(store->backUpIfDue()).has_value();
            const QMutexLocker lock(&mutex);
            return u"%1 %2"_s.arg(made).arg(told.size());
        };
        const QString folder = library.folder().backupFolder();
        QFile inTheWay(folder);
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        QCOMPARE(tries(8), u"0 1"_s);
        QCOMPARE(tries(10), u"0 1"_s);
        QVERIFY(told.first().startsWith(u"The backup of the day could not be made: "_s));
        QVERIFY(inTheWay.remove());
        QCOMPARE(tries(12), u"1 1"_s);
    }

    void aClockThatWasAheadHoldsNothingUp()
    {
        TemporaryLibrary library;
        const auto store = library.store();
        library.clock().set(QDateTime({2038, 1, 19}, {3, 0}, Qt::UTC));
        QVERIFY(await(store->backUpIfDue()));
        for (const int number : {9, 10}) {
            library.clock().set(day(number));
            QVERIFY(await(store->backUpIfDue()));
            QVERIFY(await(store->backUpIfDue()));
        }
        QCOMPARE(backupText(library.folder()), u"2025-12-10 08:00: 0 starred\n2025-12-09 08:00: 0 starred"_s);
    }

    /** The journal was lost, and nobody noticed for days: the backup that still has it stays. */
    void aBetterOneIsNeverPushedOut()
    {
        TemporaryLibrary library;
        star(library, {1, 2, 3});
        const auto store = library.store();
        library.clock().set(day(9));
        QVERIFY(await(store->backUpIfDue()));
        QVERIFY(QDir(library.folder().journalFolder()).removeRecursively());
        for (const int number : {10, 11, 12, 13}) {
            library.clock().set(day(number));
            QVERIFY(await(store->backUpIfDue()));
        }
        const QList<Backup> there = backups::all(library.folder());
        QCOMPARE(there.size(), 3);
        QVERIFY(QDir(there.last().path + u"/journal"_s).entryList(QDir::Files).size() == 1);
    }

    void whatWasCutShortIsNoBackupAndIsInNobodysWay()
    {
        TemporaryLibrary library;
        const QString work = library.folder().backupFolder() + u"/under-way"_s;
        QVERIFY(QDir().mkpath(work + u"/journal"_s));
        QVERIFY(putFile(work + u"/library.db.new"_s, "half"));
        QVERIFY(backups::all(library.folder()).isEmpty());
        QVERIFY(await(library.store()->backUpIfDue()));
        QCOMPARE(backupText(library.folder()), u"2025-12-09 08:00: 0 starred"_s);
        QVERIFY(!QFile::exists(work));
    }

    void itIsTakenWhenNothingHappens()
    {
        const TemporaryLibrary library;
        const auto store = library.store();
        store->watchOthers();
        QTRY_COMPARE_WITH_TIMEOUT(backups::all(library.folder()).size(), 1, 30'000);
    }

    void aFullDiskLeavesTheOldOnes()
    {
        REQUIRE_UNSHARE();
        const QTemporaryDir disk;
        QCOMPARE(printedOnTmpfs(disk.path(), u"size=8m"_s, {u"--full"_s, disk.path()}),
                 u"full\n"
                 "2025-12-09 08:00: 2 starred\n"
                 "2025-12-10 10:00: 2 starred\n2025-12-09 08:00: 2 starred\n"
                 "lock"_s);
    }

    void aDatabaseIsKeptBeforeItIsMigrated()
    {
        const TemporaryLibrary library;
        QVERIFY(QDir().mkpath(library.folder().path));
        const QString path = library.folder().cacheFile();
        const auto open = [](const QString &file) {
            return *Connection::open(file, Connection::Mode::Write, Connection::Sync::Full);
        };
        {
            const auto old = open(path);
            QFile first(u":/paperdawn/sql/cache/001.sql"_s);
            QVERIFY(first.open(QFile::ReadOnly));
            QVERIFY(old->run(first.readAll().constData()));
            QVERIFY(old->run("INSERT INTO abstract VALUES(7, 'kept'); PRAGMA user_version=1"));
        }
        {
            const auto refused = open(path);
            const auto done = migrate(*refused, u"cache"_s, [](int) { return failure(ErrorKind::DiskFull); });
            QCOMPARE(done.error().kind, ErrorKind::DiskFull);
            QCOMPARE(refused->number("PRAGMA user_version"), 1);
        }
        const auto migrated = open(path);
        QVERIFY(migrate(*migrated, u"cache"_s, [&](int version) {
            return backups::keepBeforeMigration(*migrated, u"cache"_s, version, library.folder());
        }));
        QCOMPARE(migrated->number("PRAGMA user_version"), newestSchema(u"cache"_s));
        const auto kept = open(library.folder().backupFolder() + u"/cache-schema-1.db"_s);
        QCOMPARE(kept->number("PRAGMA user_version"), 1);
        QCOMPARE(kept->number("SELECT count(*) FROM abstract WHERE row = 7"), 1);
    }
};

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"--full"_s) {
        return fullDisk(arguments.value(2));
    }
    TestBackup test;
    return QTest::qExec(&test, arguments);
}

#include "tst_backup.moc"
