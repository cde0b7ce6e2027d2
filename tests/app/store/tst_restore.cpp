// SPDX-License-Identifier: GPL-3.0-or-later
// Library.db is damaged, and the journal too: every star that a backup or a readable line knows comes back,
// and none that nobody gave.
#include "app/journal/journalfile.h"
#include "app/store/backup.h"

#include "tests/support/decisions.h"
#include "tests/support/filler.h"
#include "tests/support/processes.h"
#include "tests/support/temporarylibrary.h"

#include <QRandomGenerator>
#include <QtTest>
#include <cstdio>

using namespace paperdawn;
using namespace paperdawn::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int before = 40; ///< stars when the backup was taken
constexpr int after = 20;  ///< and later
const QDateTime theNextMorning({2025, 12, 10}, {8, 0}, Qt::UTC);

QString journalOf(const TemporaryLibrary &library)
{
    return JournalFile::open(library.folder().journalFolder(), library.folder().machineFile(), FakeClock())
        ->path();
}

void star(const TemporaryLibrary &library, int from, int count)
{
    const FakeClock clock;
    auto journal = JournalFile::open(library.folder().journalFolder(), library.folder().machineFile(), clock);
    for (int i = from; i < from + count; ++i) {
        Draft draft = starring(paper(i).key());
        draft.copy = {{u"title"_s, u"Paper %1"_s.arg(i)}};
        QVERIFY(journal->append({draft}));
    }
}

/** Stars, a backup of the day, more stars, closed properly the next morning. */
void fill(TemporaryLibrary &library, bool withBackup = true)
{
    star(library, 1, before);
    const auto store = library.store();
    if (withBackup) {
        QVERIFY(await(store->backUpIfDue()));
    }
    star(library, before + 1, after);
    QVERIFY(await(store->catchUp()));
    library.clock().set(theNextMorning);
}

QSet<int> starred(const TemporaryLibrary &library)
{
    QSet<int> numbers;
    const auto papers = library.library()->papers(InReadingList{}, u"en"_s);
    for (const Paper &each : papers.value_or(QList<Paper>())) {
        numbers.insert(each.id.value().mid(5).toInt());
    }
    return numbers;
}

bool overwrite(const QString &path, qint64 offset, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::ReadWrite) && file.seek(offset) && file.write(bytes) == bytes.size();
}

/** Damages a journal file in one of several ways. */
bool damageJournal(const QString &path, QRandomGenerator &random)
{
    const qint64 size = QFileInfo(path).size();
    switch (random.bounded(4)) {
    case 0:
        return QFile::remove(path);
    case 1:
        return QFile::resize(path, random.bounded(size));
    case 2:
        return putFile(path, {});
    default: {
        QByteArray bytes(random.bounded(10, 3000), '\0');
        for (char &byte : bytes) {
            byte = char(random.bounded(256));
        }
        return overwrite(path, random.bounded(size), bytes);
    }
    }
}

/** The papers whose lines can still be read in the journal file. */
QSet<int> readable(const QString &path)
{
    QSet<int> numbers;
    for (const QByteArray &line : contentOf(path).split('\n')) {
        if (const auto decision = fromLine(line)) {
            numbers.insert(decision->paper.section(u'.', 1).toInt());
        }
    }
    return numbers;
}

/** Library.db is damaged and the journal gone: only the backup, or the damaged file, knows the stars. */
void lose(TemporaryLibrary &library, bool withBackup)
{
    fill(library, withBackup);
    const QString path = library.folder().libraryFile();
    // the last page without a backup, which the stars are not read from: they have to be readable
    const qint64 where = withBackup ? 0 : QFileInfo(path).size() - 4096;
    QVERIFY(QFile::remove(journalOf(library)));
    QVERIFY(overwrite(path, where, QByteArray(4096, 'x')));
}

bool isYetToBeRestored(const TemporaryLibrary &library)
{
    return QFile::exists(library.folder().libraryFile() + u".restoring"_s);
}

/** What a start that nothing interrupts brings back. */
QSet<int> broughtBack(bool withBackup)
{
    TemporaryLibrary library;
    lose(library, withBackup);
    const auto store = library.store();
    return starred(library);
}

/** A start on a disk where library.db can be made, and nothing be restored; prints what comes of it. */
int fullDisk(const QString &disk)
{
    TemporaryLibrary library(disk);
    lose(library, true);
    const auto say = [&](const char *when) {
        std::printf("%s: %lld backup(s), %lld starred\n", when,
                    qlonglong(backups::all(library.folder()).size()), qlonglong(starred(library).size()));
    };
    std::unique_ptr<Store> store;
    auto filler = std::make_unique<Filler>(disk, 0);
    for (qint64 room = 0; !store && room < 1 << 20; room += 4096) {
        filler.reset();
        filler = std::make_unique<Filler>(disk, room);
        store = library.store();
    }
    std::printf("full at the start: %s\n", isYetToBeRestored(library) ? "yet to be restored" : "restored");
    (void)await(store->backUpIfDue());
    say("no backup");
    filler.reset();
    (void)await(store->catchUp());
    say("room again");
    library.clock().advance(2LL * 3600 * 1000); // not again at once
    (void)await(store->backUpIfDue());
    say("a backup");
    return 0;
}

} // namespace

class TestRestore : public QObject
{
    Q_OBJECT
    qint64 m_slowest = 0; ///< of the starts, in milliseconds
    int m_damaged = 0;

private Q_SLOTS:
    void cleanupTestCase()
    {
        qInfo() << m_damaged << "damaged journals and databases; the slowest start:" << m_slowest << "ms";
    }

    void whatIsSaidOfIt_data()
    {
        QTest::addColumn<bool>("journalGone");
        QTest::addColumn<QString>("said");
        QTest::newRow("the journal is sound")
            << false
            << u"Your library file was damaged. Restored from the journal: 60 star(s). The damaged file is "
               "kept as "_s;
        QTest::newRow("the journal is gone")
            << true
            << u"Your library file was damaged. Restored from the backup of %1 and from the journal: 40 "
               "star(s). The damaged file is kept as "_s.arg(QLocale().toString(
                   QDateTime({2025, 12, 9}, {8, 0}, Qt::UTC).toLocalTime(), QLocale::ShortFormat));
    }

    void whatIsSaidOfIt()
    {
        QFETCH(bool, journalGone);
        QFETCH(QString, said);
        TemporaryLibrary library;
        fill(library);
        QVERIFY(overwrite(library.folder().libraryFile(), 0, QByteArray(4096, 'x')));
        if (journalGone) {
            QVERIFY(QFile::remove(journalOf(library)));
        }
        const auto store = library.store();
        QCOMPARE(store->mended().size(), 1);
        const Fault &fault = store->mended().first();
        QCOMPARE(fault.what, said + QFileInfo(fault.kept).fileName() + u'.');
        QVERIFY(QFile::exists(fault.kept));
    }

    void bothAreDamaged_data()
    {
        QTest::addColumn<quint32>("seed");
        for (int seed = 1; seed <= wanted("PAPERDAWN_DAMAGES", 25); ++seed) {
            QTest::addRow("%d", seed) << quint32(seed);
        }
    }

    void bothAreDamaged()
    {
        QFETCH(quint32, seed);
        TemporaryLibrary library;
        fill(library);
        QRandomGenerator random(seed);
        const QString journal = journalOf(library);
        QVERIFY(damageJournal(journal, random));
        QVERIFY(overwrite(library.folder().libraryFile(), 0, QByteArray(100, 'x')));
        QSet<int> expected = readable(journal);
        for (int i = 1; i <= before; ++i) {
            expected.insert(i);
        }
        QElapsedTimer timer;
        timer.start();
        const auto store = library.store();
        const qint64 opened = timer.elapsed();
        QVERIFY(store);
        QVERIFY2(opened < 5000, qPrintable(QString::number(opened)));
        m_slowest = std::max(m_slowest, opened);
        ++m_damaged;
        QCOMPARE(starred(library), expected);
        QVERIFY(QFile::remove(library.folder().libraryFile())); // and again: it is in the journal now
        QVERIFY(await(store->catchUp()));
        QCOMPARE(starred(library), expected);
    }

    /** No backup and no journal: what pages of the damaged file can be read is all that is left. */
    void theDamagedFileIsReadAsFarAsItGoes()
    {
        TemporaryLibrary library;
        fill(library, false);
        const QString path = library.folder().libraryFile();
        QVERIFY(QFile::remove(journalOf(library)));
        const qint64 size = QFileInfo(path).size();
        QVERIFY(overwrite(path, size - 4096, QByteArray(4096, 'x')));
        const auto store = library.store();
        QCOMPARE(store->mended().size(), 1);
        const QSet<int> back = starred(library);
        QVERIFY2(back.size() > before, qPrintable(QString::number(back.size())));
        for (const int number : back) {
            QVERIFY(number >= 1 && number <= before + after);
        }
    }

    /** Whatever page is damaged, stars whose own rows can be read come back, without their copy if need be.
     */
    void aCopyThatCannotBeReadTakesNoStarWithIt()
    {
        TemporaryLibrary library;
        fill(library, false);
        const QString path = library.folder().libraryFile();
        const QByteArray whole = contentOf(path);
        const qsizetype page = 4096;
        const qsizetype where = whole.indexOf(R"({"title":"Paper 1"})") / page * page;
        QVERIFY(where > 0);
        QVERIFY(QFile::remove(journalOf(library)));
        QVERIFY(overwrite(path, where, QByteArray(page, 'x')));
        const auto store = library.store();
        QCOMPARE(starred(library).size(), before + after);
    }

    /** Somebody puts rubbish in its place while the window is open. */
    void itIsSaidWhileItIsOpenToo()
    {
        TemporaryLibrary library;
        fill(library);
        const auto store = library.store();
        QList<Fault> told;
        connect(store.get(), &Store::told, this, [&](const QList<Fault> &faults) { told += faults; });
        const QString path = library.folder().libraryFile();
        QVERIFY(QFile::remove(path));
        QVERIFY(putFile(path, QByteArray(8192, 'x')));
        QVERIFY(await(store->catchUp()));
        QCOMPARE(starred(library).size(), before + after);
        QTRY_COMPARE(told.size(), 1);
        QVERIFY(QFile::exists(told.first().kept));
    }

    void aLibraryFileThatIsGoneIsRestoredToo()
    {
        TemporaryLibrary library;
        fill(library);
        for (const QString &suffix : {u""_s, u"-wal"_s, u"-shm"_s}) {
            QFile::remove(library.folder().libraryFile() + suffix);
        }
        QVERIFY(QFile::remove(journalOf(library)));
        const auto store = library.store();
        QCOMPARE(starred(library).size(), before);
    }

    void whatWasInterruptedGoesOn_data()
    {
        QTest::addColumn<bool>("withBackup");
        QTest::newRow("only the backup knows") << true;
        QTest::newRow("only the damaged file knows") << false;
    }

    /** Stopped while the cache is built anew, when library.db is there already, sound and empty. */
    void whatWasInterruptedGoesOn()
    {
        QFETCH(bool, withBackup);
        const QSet<int> expected = broughtBack(withBackup);
        QVERIFY(expected.size() >= before);
        TemporaryLibrary library;
        {
            const auto store = library.store();
            const qint64 import = await(store->beginImport()).value_or(-1);
            QVERIFY(await(store->put(import, dayFile(u"day.md"_s, manyPapers(1, 5)))));
        }
        lose(library, withBackup);
        QVERIFY(QFile::remove(library.folder().cacheFile()));
        for (int start = 0; start < 2; ++start) {
            std::stop_source stop;
            stop.request_stop();
            const auto stopped =
                Store::open(library.folder(), library.clock(), u"laptop"_s, {{}, stop.get_token()});
            QCOMPARE(stopped.error().kind, ErrorKind::Cancelled);
            QVERIFY(QFile::exists(library.folder().libraryFile()));
            QVERIFY(isYetToBeRestored(library));
        }
        const auto store = library.store();
        QCOMPARE(starred(library), expected);
        QCOMPARE(store->mended().size(), 1);
        QVERIFY(!isYetToBeRestored(library));
    }

    /** The journal cannot take them at first; then somebody stars a paper, and it is not empty any more. */
    void whatCouldNotBeWrittenComesLater_data() { whatWasInterruptedGoesOn_data(); }

    void whatCouldNotBeWrittenComesLater()
    {
        QFETCH(bool, withBackup);
        QSet<int> expected = broughtBack(withBackup);
        TemporaryLibrary library;
        lose(library, withBackup);
        const QString journal = library.folder().journalFolder();
        QVERIFY(QDir(journal).removeRecursively() && putFile(journal, "in its place"));
        QVERIFY(!Store::open(library.folder(), library.clock(), u"laptop"_s));
        QVERIFY(isYetToBeRestored(library));
        QVERIFY(QFile::remove(journal));
        star(library, 500, 1);
        const auto store = library.store();
        QCOMPARE(starred(library), expected += 500);
        QCOMPARE(store->mended().size(), 1);
        QVERIFY(!isYetToBeRestored(library));
    }

    /** The disk is full at the start; while the window is open there is room again. */
    void aBackupOfTheDayWaitsForIt()
    {
        REQUIRE_UNSHARE();
        const QTemporaryDir disk;
        QCOMPARE(printedOnTmpfs(disk.path(), u"size=8m"_s, {u"--full"_s, disk.path()}),
                 u"full at the start: yet to be restored\n"
                 "no backup: 1 backup(s), 0 starred\n"
                 "room again: 1 backup(s), 40 starred\n"
                 "a backup: 2 backup(s), 40 starred"_s);
    }

    /** And library.db, made anew and not restored yet, is damaged too. */
    void allFilesThatWereSetAsideAreRead()
    {
        const QSet<int> expected = broughtBack(false);
        TemporaryLibrary library;
        lose(library, false);
        const QString journal = library.folder().journalFolder();
        QVERIFY(QDir(journal).removeRecursively() && putFile(journal, "in its place"));
        QVERIFY(!Store::open(library.folder(), library.clock(), u"laptop"_s));
        QVERIFY(putFile(library.folder().libraryFile(), QByteArray(8192, 'y')));
        QVERIFY(!Store::open(library.folder(), library.clock(), u"laptop"_s));
        QVERIFY(QFile::remove(journal));
        const auto store = library.store();
        QCOMPARE(starred(library), expected);
        QVERIFY(!isYetToBeRestored(library));
    }

    /** Whenever it is killed (PAPERDAWN_KILLS times), the start after it goes on. */
    void killedAtAnyTime_data() { whatWasInterruptedGoesOn_data(); }

    void killedAtAnyTime()
    {
        QFETCH(bool, withBackup);
        const QSet<int> expected = broughtBack(withBackup);
        QRandomGenerator random(17);
        QSet<bool> wasLeftUndone;
        const int kills = wanted("PAPERDAWN_KILLS", 24);
        for (int kill = 0; kill < kills;) {
            TemporaryLibrary library;
            lose(library, withBackup);
            do {
                printedUntilKilled({u"--open"_s, library.folder().path}, 1, random.bounded(12'000));
                wasLeftUndone += isYetToBeRestored(library);
                ++kill;
            } while (random.bounded(2) == 0);
            const auto store = library.store();
            QVERIFY(store);
            QCOMPARE(starred(library), expected);
            QVERIFY(!isYetToBeRestored(library));
        }
        qInfo() << kills << "kills, some before the end:" << wasLeftUndone.contains(true);
    }

    void aFirstStartHasNothingToRestore()
    {
        const TemporaryLibrary library;
        const auto store = library.store();
        QVERIFY(store);
        QVERIFY(!isYetToBeRestored(library));
        QVERIFY(store->mended().isEmpty());
    }

    /** A star that was taken back after the backup does not come again. */
    void whatTheJournalSaysLaterStands()
    {
        TemporaryLibrary library;
        fill(library);
        const FakeClock clock(QDateTime({2025, 12, 10}, {7, 0}, Qt::UTC));
        auto journal =
            JournalFile::open(library.folder().journalFolder(), library.folder().machineFile(), clock);
        QVERIFY(journal->append({starring(paper(1).key(), false)}));
        QVERIFY(overwrite(library.folder().libraryFile(), 0, QByteArray(100, 'x')));
        const auto store = library.store();
        QCOMPARE(starred(library).size(), before + after - 1);
        QVERIFY(!starred(library).contains(1));
        QCOMPARE(QDir(library.folder().journalFolder()).entryList({u"restored-*"_s}).size(), 0);
    }
};

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"--open"_s) {
        const FakeClock clock(theNextMorning);
        print("opening\n");
        return Store::open({arguments.value(2)}, clock, u"laptop"_s) ? 0 : 1;
    }
    if (arguments.value(1) == u"--full"_s) {
        return fullDisk(arguments.value(2));
    }
    TestRestore test;
    return QTest::qExec(&test, arguments);
}

#include "tst_restore.moc"
