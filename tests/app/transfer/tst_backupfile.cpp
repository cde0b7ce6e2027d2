// SPDX-License-Identifier: GPL-3.0-or-later
// The reader's own backup: whole, readable by any tar, and merged without overwriting what is newer.
#include "app/base/sentence.h"
#include "app/journal/journalfile.h"
#include "app/store/originals.h"
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

QSet<int> starred(const TemporaryLibrary &library)
{
    QSet<int> numbers;
    const auto there = library.library();
    const auto papers =
        there ? there->papers(InReadingList{}, u"en"_s).value_or(QList<Paper>()) : QList<Paper>();
    for (const Paper &each : papers) {
        numbers += each.id.value().section(u'.', 1).toInt();
    }
    return numbers;
}

/** What a backup file would bring into an empty library; -1 where it is none. */
int decisionsIn(const QString &path)
{
    const TemporaryLibrary empty;
    const auto backup = BackupFile::open(path, empty.folder());
    return backup ? (*backup)->brings().decisions : -1;
}

/** A start, which mends what a full disk left undone. */
bool opens(const TemporaryLibrary &library)
{
    return library.store() != nullptr;
}

bool bringInto(const TemporaryLibrary &library, const QString &path)
{
    const FakeClock clock(at(12));
    const auto store = library.store();
    const auto backup = store ? BackupFile::open(path, library.folder()) : failure(ErrorKind::DiskFull);
    return backup && (*backup)->mergeInto(*store, clock);
}

/** What is wrong after a disk with so much room was full while backing up, restoring and rebuilding. */
QStringList wrongAfterAFullDisk(const QString &disk, qint64 room, const QString &theirs,
                                QMap<bool, int> &done)
{
    QStringList wrong;
    TemporaryLibrary mine(disk);
    mine.clock().set(at(14));
    const QString path = disk + u"/mine.tar.gz"_s;
    decide(mine, at(8), 20, true);
    if (!writeBackup(mine.folder(), {}, path)) {
        wrong += u"no backup to begin with"_s;
    }
    decide(mine, at(9), 30, true);
    const auto whileFull = [&](auto work) {
        const Filler filler(disk, room);
        const bool succeeded = work();
        ++done[succeeded];
        return succeeded;
    };
    const bool written = whileFull([&] { return writeBackup(mine.folder(), {}, path).has_value(); });
    if (decisionsIn(path) != (written ? 2 : 1)) {
        wrong += u"the backup"_s;
    }
    whileFull([&] { return bringInto(mine, theirs); });
    if (!opens(mine) || !starred(mine).contains({20, 30})) {
        wrong += u"stars after a restore that failed"_s;
    }
    if (!bringInto(mine, theirs) || starred(mine) != QSet{1, 11, 20, 30}) {
        wrong += u"stars after the restore"_s;
    }
    if (!await(mine.store()->backUpIfDue()) || !QDir(mine.folder().journalFolder()).removeRecursively() ||
        !putFile(mine.folder().libraryFile(), QByteArray(8192, 'x'))) {
        wrong += u"the backup of the day"_s;
    }
    whileFull([&] { return opens(mine) && starred(mine).size() == 4; });
    if (!opens(mine) || starred(mine) != QSet{1, 11, 20, 30}) {
        wrong += u"stars after a restart"_s;
    }
    return wrong;
}

/** On a disk that is full at every step in turn; prints what went wrong. */
int sweep(const QString &disk)
{
    const TemporaryLibrary other;
    fill(other);
    const QString theirs = other.path(u"theirs.tar.gz"_s);
    (void)writeBackup(other.folder(), {}, theirs);
    QMap<bool, int> done;
    constexpr qint64 step = 4096;
    for (qint64 room = 0; room < 100 * step; room += step) {
        for (const QString &wrong : wrongAfterAFullDisk(disk, room, theirs, done)) {
            std::printf("room for %lld bytes: %s\n", qlonglong(room), qPrintable(wrong));
        }
    }
    std::printf("some did not fit: %d, some did: %d\n", done[false] > 0, done[true] > 0);
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
        const auto restored = (*backup)->mergeInto(*store, clock);
        QVERIFY(restored && restored->import > 0);
        QCOMPARE(restored->brought, (BackupCount{2, 2}));
        QCOMPARE(libraryText(*other.library()), textOf(library));
        // nothing is left to bring
        QCOMPARE((*BackupFile::open(path, other.folder()))->brings(), BackupCount{});
        // the days can be taken back, the stars stay, and what is known of their papers
        QCOMPARE(await(store->undoImport(restored->import)).value_or(-1), 18);
        QCOMPARE(other.library()->readingListSize(), 2);
    }

    void whatIsStoppedLeavesTheRestToAnotherAttempt()
    {
        const TemporaryLibrary library;
        fill(library);
        const QString path = library.path(u"mine.tar.gz"_s);
        QVERIFY(writeBackup(library.folder(), {}, path));
        const TemporaryLibrary other;
        const auto store = other.store();
        const FakeClock clock;
        std::stop_source stop;
        const auto stopped = (*BackupFile::open(path, other.folder()))
                                 ->mergeInto(
                                     *store, clock, [&](int, int) { stop.request_stop(); }, stop.get_token());
        QCOMPARE(int(stopped.error().kind), int(ErrorKind::Cancelled));
        QCOMPARE(other.library()->readingListSize(), 2);
        const auto rest = BackupFile::open(path, other.folder());
        QCOMPARE((*rest)->brings(), (BackupCount{0, 1}));
        QVERIFY((*rest)->mergeInto(*store, clock));
        QCOMPARE(libraryText(*other.library()), textOf(library));
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
        QVERIFY((*backup)->settingsFile().startsWith(library.folder().path + u"/unpacked-"_s));
        QCOMPARE((*backup)->brings(), BackupCount{});
    }

    void whatTheJournalLostIsInIt()
    {
        const TemporaryLibrary library;
        fill(library);
        const QString expected = textOf(library);
        QVERIFY(QDir(library.folder().journalFolder()).removeRecursively());
        decide(library, at(11), 5, true); // and it goes on
        const QString path = library.path(u"mine.tar.gz"_s);
        const auto written = writeBackup(library.folder(), {}, path);
        QVERIFY(written);
        QCOMPARE(*written, (BackupCount{3, 2}));
        QCOMPARE(QDir(library.folder().journalFolder()).entryList(QDir::Files).size(),
                 1); // none of it changed
        const TemporaryLibrary other;
        const auto store = other.store();
        const FakeClock clock(at(12));
        QVERIFY((*BackupFile::open(path, other.folder()))->mergeInto(*store, clock));
        QCOMPARE(other.library()->readingListSize(), 3);
        QVERIFY(QDir(library.folder().journalFolder()).removeRecursively()); // the journal alone tells it all
        QCOMPARE(textOf(library), expected);
    }

    void whatCannotBeReadLeavesTheOldFile_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("by");
        QTest::addColumn<QString>("said");
        QTest::newRow("the journal's folder") << u"journal"_s << QString() << u"Not a directory"_s;
        QTest::newRow("the originals' folder") << u"imports"_s << QString() << u"Not a directory"_s;
        QTest::newRow("a folder that is not mounted") << u"imports"_s << u"nowhere"_s << u"was not found"_s;
        QTest::newRow("a journal file")
            << u"journal/x.jsonl"_s << u"/proc/self/mem"_s << u"Input/output error"_s;
        QTest::newRow("one that is not mounted")
            << u"journal/x.jsonl"_s << u"nowhere"_s << u"was not found"_s;
        QTest::newRow("library.db") << u"library.db"_s << QString() << u"is damaged"_s;
    }

    void whatCannotBeReadLeavesTheOldFile()
    {
        QFETCH(QString, what);
        QFETCH(QString, by);
        QFETCH(QString, said);
        const TemporaryLibrary library;
        fill(library);
        const QString path = library.path(u"mine.tar.gz"_s);
        QVERIFY(putFile(path, "the old one"));
        const QString file = library.folder().path + u'/' + what;
        if (QFileInfo(file).isDir()) {
            QVERIFY(QDir(file).removeRecursively());
        }
        QVERIFY(by.isEmpty() ? putFile(file, QByteArray(8192, 'x')) : QFile::link(by, file));
        const auto written = writeBackup(library.folder(), {}, path);
        QVERIFY(!written);
        const QString sentenceOfIt = sentence(written.error());
        QVERIFY2(sentenceOfIt.contains(said), qPrintable(sentenceOfIt));
        QVERIFY2(sentenceOfIt.contains(what), qPrintable(sentenceOfIt));
        QCOMPARE(contentOf(path), QByteArray("the old one"));
        QCOMPARE(QFileInfo(path).dir().entryList({u"mine*"_s}).size(), 1);
    }

    void aSoundCopyTakesThePlaceOfARottenOne()
    {
        const TemporaryLibrary library;
        fill(library);
        const QString path = library.path(u"mine.tar.gz"_s);
        QVERIFY(writeBackup(library.folder(), {}, path));
        const QString expected = textOf(library);
        const QString imports = library.folder().importsFolder();
        const QString rotten = originals::all(imports).first();
        QVERIFY(putFile(originals::pathOf(imports, rotten), "rotten"));
        const auto backup = BackupFile::open(path, library.folder());
        QCOMPARE((*backup)->brings(), (BackupCount{0, 1}));
        const auto store = library.store();
        const FakeClock clock;
        const auto restored = (*backup)->mergeInto(*store, clock);
        QVERIFY(restored);
        QCOMPARE(restored->brought, (BackupCount{0, 1}));
        QVERIFY(originals::read(imports, rotten));
        QCOMPARE(textOf(library), expected);
        QVERIFY(await(store->check(false))->isEmpty());
    }

    /** Damaged there already, or of a newer version: each is said to be that, and all else comes. */
    void whatCannotBeHadIsNotCounted_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("damaged");
        QTest::newRow("damaged") << QByteArray("rotten") << 1;
        QTest::newRow("newer") << QByteArray() << 0;
    }

    void whatCannotBeHadIsNotCounted()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, damaged);
        const TemporaryLibrary library;
        fill(library);
        const QString imports = library.folder().importsFolder();
        if (damaged > 0) {
            QVERIFY(putFile(originals::pathOf(imports, originals::all(imports).first()), bytes));
        } else {
            const QByteArray newer = R"({"paperdawn_day":999,"sections":[]})";
            const QString fingerprint = originals::fingerprint(newer);
            QVERIFY(originals::keep(imports, fingerprint, {u"newer.json"_s, newer}));
            originals::place(imports, fingerprint);
        }
        const QString path = library.path(u"mine.tar.gz"_s);
        QVERIFY(writeBackup(library.folder(), {}, path));
        const TemporaryLibrary other;
        const auto store = other.store();
        const FakeClock clock;
        const auto restored = (*BackupFile::open(path, other.folder()))->mergeInto(*store, clock);
        if (damaged > 0) {
            QVERIFY(restored);
            QCOMPARE(restored->brought, (BackupCount{2, 1}));
            QCOMPARE(restored->damaged, damaged);
        } else {
            QVERIFY(!restored);
            QCOMPARE(restored.error().kind, ErrorKind::NewerSchema);
            QCOMPARE(other.library()->days({2025, 12, 1}, {2025, 12, 31})->size(), 2);
        }
        QCOMPARE(other.library()->readingListSize(), 2);
    }

    /** The originals do not find their place: the stars are here by then. */
    void decisionsComeFirst()
    {
        const TemporaryLibrary library;
        fill(library);
        const QString path = library.path(u"mine.tar.gz"_s);
        QVERIFY(writeBackup(library.folder(), {}, path));
        const TemporaryLibrary other;
        const auto store = other.store();
        const QString imports = other.folder().importsFolder();
        QVERIFY(putFile(imports, "in its place"));
        const auto backup = BackupFile::open(path, other.folder());
        QVERIFY(backup);
        const FakeClock clock;
        QVERIFY(!(*backup)->mergeInto(*store, clock));
        QCOMPARE(other.library()->readingListSize(), 2);
        QVERIFY(QFile::remove(imports)); // and another attempt goes on
        const auto again = BackupFile::open(path, other.folder());
        QCOMPARE((*again)->brings(), (BackupCount{0, 2}));
        QVERIFY((*again)->mergeInto(*store, clock));
        QCOMPARE(libraryText(*other.library()), textOf(library));
    }

    void settingsAsLargeAsNoneAreLeft()
    {
        const TemporaryLibrary library;
        fill(library);
        const QString settings = library.path(u"settings.ini"_s);
        const QString path = library.path(u"mine.tar.gz"_s);
        for (const bool tooLarge : {false, true}) {
            QVERIFY(putFile(settings, "[General]\n" + QByteArray(tooLarge ? 65 << 10 : 1000, ';')));
            QVERIFY(writeBackup(library.folder(), settings, path));
            const TemporaryLibrary other;
            const auto backup = BackupFile::open(path, other.folder());
            QVERIFY(backup);
            QCOMPARE((*backup)->settingsFile().isNull(), tooLarge);
            QCOMPARE((*backup)->brings(), (BackupCount{2, 2}));
        }
    }

    /** It is unpacked where the library is, what is here already is not, and nothing of it is left behind. */
    void itIsUnpackedInTheLibraryForNow()
    {
        const TemporaryLibrary library;
        fill(library);
        const QString path = library.path(u"mine.tar.gz"_s);
        QVERIFY(writeBackup(library.folder(), {}, path));
        const QDir folder(library.folder().path);
        const auto unpacked = [&] { return folder.entryList({u"unpacked-*"_s}, QDir::Dirs); };
        const QString left = folder.filePath(u"unpacked-killed"_s); // by a program that was killed
        QVERIFY(folder.mkpath(left + u"/imports"_s) && putFile(left + u"/lock"_s, {}));
        {
            const auto backup = BackupFile::open(path, library.folder());
            const auto another = BackupFile::open(path, library.folder()); // takes none away that is in use
            QVERIFY(backup && another);
            QCOMPARE(unpacked().size(), 2);
            QVERIFY(!QFile::exists(left));
            QCOMPARE((*backup)->brings(), BackupCount{});
            for (const QString &name : unpacked()) {
                QVERIFY(QDir(folder.filePath(name + u"/imports"_s)).isEmpty());
                QCOMPARE(QDir(folder.filePath(name + u"/journal"_s)).entryList(QDir::Files).size(), 1);
            }
        }
        QVERIFY(unpacked().isEmpty());
    }

    /** Backing up, restoring, and building library.db anew from the backup of the day. */
    void aDiskThatIsFullAtAnyStepLosesNoStar()
    {
        REQUIRE_UNSHARE();
        const QTemporaryDir disk;
        QCOMPARE(printedOnTmpfs(disk.path(), u"size=8m"_s, {u"--sweep"_s, disk.path()}),
                 u"some did not fit: 1, some did: 1"_s);
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
    if (arguments.value(1) == u"--sweep"_s) {
        return sweep(arguments.value(2));
    }
    TestBackupFile test;
    return QTest::qExec(&test, arguments);
}

#include "tst_backupfile.moc"
