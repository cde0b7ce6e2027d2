// SPDX-License-Identifier: GPL-3.0-or-later
// The reader's own backup: whole, readable by any tar, and merged without overwriting what is newer.
#include "app/base/sentence.h"
#include "app/journal/journalfile.h"
#include "app/transfer/backupfile.h"

#include "tests/support/decisions.h"
#include "tests/support/filler.h"
#include "tests/support/processes.h"
#include "tests/support/temporarylibrary.h"

#include <QRandomGenerator>
#include <QStandardPaths>
#include <QtTest>
#include <cstdio>

using namespace paperdawn;
using namespace paperdawn::test;
using namespace Qt::StringLiterals;

namespace {

void decide(const TemporaryLibrary &library, const QDateTime &time, int number, bool on)
{
    const FakeClock clock(time);
    auto journal =
        JournalFile::open(library.folder().journalFolder(), library.folder().machineFile(), clock, {});
    QVERIFY(journal->append({starring(paper(number).key(), on)}));
}

QDateTime at(int hour)
{
    return {{2025, 12, 9}, {hour, 0}, Qt::UTC};
}

void importDay(const TemporaryLibrary &library, const QString &day, int first)
{
    const auto store = library.store();
    const qint64 import = await(store->beginImport()).value_or(-1);
    QVERIFY(await(store->put(import, dayFile(day + u"-arxiv.md"_s, manyPapers(first, 10, day)))));
}

/** Two days, stars on 1 and 11. */
void fill(const TemporaryLibrary &library)
{
    importDay(library, u"2025-12-08"_s, 1);
    importDay(library, u"2025-12-09"_s, 11);
    decide(library, at(8), 1, true);
    decide(library, at(9), 11, true);
    QVERIFY(await(library.store()->catchUp()));
}

QString textOf(const TemporaryLibrary &library)
{
    const auto store = library.store();
    return libraryText(*library.library());
}

/** On a disk that is full; prints what became of it. */
int fullDisk(const QString &disk)
{
    const TemporaryLibrary library;
    fill(library);
    const QString path = disk + u"/mine.tar.gz"_s;
    (void)putFile(path, "the old one");
    const Filler filler(disk, 0);
    const auto written = writeBackup(library.folder(), {}, path);
    std::printf("%s\n%s\n%s\n",
                written ? "written" : qPrintable(sentence(written.error()).replace(disk, u"DISK"_s)),
                contentOf(path).constData(), qPrintable(QDir(disk).entryList(QDir::Files).join(u' ')));
    return 0;
}

} // namespace

class TestBackupFile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void intoAnEmptyLibrary()
    {
        const TemporaryLibrary library;
        fill(library);
        const QString path = library.path(u"mine.tar.gz"_s);
        QVERIFY(putFile(library.path(u"settings.ini"_s), "[General]\ncategories=cs.CL\n"));
        const auto count = writeBackup(library.folder(), library.path(u"settings.ini"_s), path);
        QVERIFY(count);
        QCOMPARE(*count, (BackupCount{2, 2}));

        const TemporaryLibrary other;
        const auto store = other.store();
        const auto backup = BackupFile::open(path, other.folder());
        QVERIFY(backup);
        QCOMPARE((*backup)->brings(), (BackupCount{2, 2}));
        QCOMPARE(contentOf((*backup)->settingsFile()), QByteArray("[General]\ncategories=cs.CL\n"));
        const FakeClock clock;
        const auto import = (*backup)->mergeInto(*store, clock);
        QVERIFY(import && *import > 0);
        QCOMPARE(libraryText(*other.library()), textOf(library));
        // nothing is left to bring
        QCOMPARE((*BackupFile::open(path, other.folder()))->brings(), BackupCount{});
        // the days can be taken back, the stars stay
        QCOMPARE(await(store->undoImport(*import)).value_or(-1), 20);
        QCOMPARE(other.library()->readingListSize(), 2);
    }

    void laterMarksStand()
    {
        const TemporaryLibrary library;
        fill(library);
        const QString path = library.path(u"mine.tar.gz"_s);
        QVERIFY(writeBackup(library.folder(), {}, path));
        decide(library, at(10), 1, false); // after the backup
        decide(library, at(11), 5, true);
        const QString expected = textOf(library);
        QVERIFY(QDir(library.folder().importsFolder()).removeRecursively());
        QVERIFY(QFile::remove(library.folder().cacheFile()));
        const auto store = library.store();
        auto backup = BackupFile::open(path, library.folder());
        QCOMPARE((*backup)->brings(), (BackupCount{0, 2}));
        const FakeClock clock;
        QVERIFY((*backup)->mergeInto(*store, clock));
        QCOMPARE(libraryText(*library.library()), expected);
    }

    /** Any two libraries, each with decisions of its own: merged, each paper stands as it was decided last.
     */
    void anyMergeIsTheUnion()
    {
        const int merges = wanted("PAPERDAWN_MERGES", 30);
        for (int seed = 1; seed <= merges; ++seed) {
            QRandomGenerator random(quint32(seed) * 977U);
            const TemporaryLibrary mine;
            const TemporaryLibrary theirs;
            QMap<int, bool> last;
            for (int step = 0; step < 12; ++step) {
                const int number = random.bounded(1, 5);
                const bool on = random.bounded(2) == 1;
                decide(random.bounded(2) == 1 ? mine : theirs, at(8).addSecs(step), number, on);
                last[number] = on;
            }
            const QString path = theirs.path(u"b.tar.gz"_s);
            QVERIFY(writeBackup(theirs.folder(), {}, path));
            const auto store = mine.store();
            const FakeClock clock(at(12));
            QVERIFY((*BackupFile::open(path, mine.folder()))->mergeInto(*store, clock));
            for (auto one = last.begin(); one != last.end(); ++one) {
                QVERIFY2(mine.library()->marks(paper(one.key())).starred == *one,
                         qPrintable(u"seed %1"_s.arg(seed)));
            }
        }
    }

    void whatIsNoBackupIsRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("a text") << QByteArray("not a backup at all\n").repeated(100);
        QTest::newRow("zeros") << QByteArray(4096, '\0');
    }

    void whatIsNoBackupIsRefused()
    {
        QFETCH(QByteArray, bytes);
        const TemporaryLibrary library;
        const QString path = library.path(u"x.tar.gz"_s);
        QVERIFY(putFile(path, bytes));
        const auto backup = BackupFile::open(path, library.folder());
        QVERIFY(!backup);
        QCOMPARE(sentence(backup.error()),
                 path + u" is no backup of Paperdawn, or it is damaged. Choose another file."_s);
    }

    /** Cut anywhere, or with a byte changed, nothing of it is brought in unless it is as it was. */
    void aDamagedOneBringsNothingWrong()
    {
        const TemporaryLibrary library;
        fill(library);
        const QString path = library.path(u"mine.tar.gz"_s);
        QVERIFY(writeBackup(library.folder(), {}, path));
        const QByteArray whole = contentOf(path);
        QRandomGenerator random(7);
        const TemporaryLibrary other;
        for (int i = 0; i < 60; ++i) {
            QByteArray bytes = whole;
            const qsizetype where = random.bounded(int(whole.size() - 8)); // the gzip trailer apart
            if (i % 2 == 0) {
                bytes.truncate(where);
            } else {
                bytes[where] = char(bytes.at(where) ^ (1 << random.bounded(8)));
            }
            QVERIFY(putFile(path, bytes));
            const auto backup = BackupFile::open(path, other.folder());
            QVERIFY(!backup || i % 2 == 1);
            if (backup) { // a change in gzip's own header, which says nothing
                QCOMPARE((*backup)->brings(), (BackupCount{2, 2}));
            }
        }
    }

    void anyTarReadsIt()
    {
        const QString tar = QStandardPaths::findExecutable(u"tar"_s);
        if (tar.isEmpty()) {
            QSKIP("reading it by another program needs tar");
        }
        const TemporaryLibrary library;
        fill(library);
        const QString path = library.path(u"mine.tar.gz"_s);
        QVERIFY(writeBackup(library.folder(), {}, path));
        QProcess list;
        list.start(tar, {u"-tzf"_s, path});
        QVERIFY(list.waitForFinished());
        QCOMPARE(list.exitCode(), 0);
        QCOMPARE(list.readAllStandardOutput().count("paperdawn/imports/"), 2);
        // and what another tar packed is read
        const QString there = library.path(u"there"_s);
        QVERIFY(QDir().mkpath(there));
        QCOMPARE(QProcess::execute(tar, {u"-xzf"_s, path, u"-C"_s, there}), 0);
        const QString again = library.path(u"again.tar.gz"_s);
        QCOMPARE(QProcess::execute(tar, {u"-czf"_s, again, u"-C"_s, there, u"paperdawn"_s}), 0);
        const TemporaryLibrary other;
        const auto backup = BackupFile::open(again, other.folder());
        QVERIFY(backup);
        QCOMPARE((*backup)->brings(), (BackupCount{2, 2}));
    }

    void namesLeadNowhereElse()
    {
        const QString tar = QStandardPaths::findExecutable(u"tar"_s);
        if (tar.isEmpty()) {
            QSKIP("making a hostile archive needs tar");
        }
        const TemporaryLibrary library;
        const QString there = library.path(u"there/deep/er"_s);
        QVERIFY(QDir().mkpath(there));
        QVERIFY(putFile(library.path(u"there/settings.ini"_s), "[General]\n"));
        QVERIFY(putFile(library.path(u"there/evil.jsonl"_s), "x\n"));
        const QString path = library.path(u"x.tar.gz"_s);
        QCOMPARE(QProcess::execute(
                     tar, {u"-czPf"_s, path, u"-C"_s, there, u"../../settings.ini"_s, u"../../evil.jsonl"_s}),
                 0);
        const auto backup = BackupFile::open(path, library.folder());
        QVERIFY(backup);
        QVERIFY((*backup)->settingsFile().startsWith(QDir::tempPath()));
        QCOMPARE((*backup)->brings(), BackupCount{});
    }

    void aFullDiskLeavesTheOldFile()
    {
        REQUIRE_UNSHARE();
        const QTemporaryDir disk;
        QCOMPARE(printedOnTmpfs(disk.path(), u"size=1m"_s, {u"--full"_s, disk.path()}),
                 u"Disk full: nothing was saved to DISK/mine.tar.gz. Free some space and try again.\n"
                 "the old one\nfiller mine.tar.gz"_s);
    }
};

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"--full"_s) {
        return fullDisk(arguments.value(2));
    }
    TestBackupFile test;
    return QTest::qExec(&test, arguments);
}

#include "tst_backupfile.moc"
