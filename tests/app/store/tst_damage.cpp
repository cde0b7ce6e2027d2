// SPDX-License-Identifier: GPL-3.0-or-later
// Lost, damaged, foreign and locked databases: no star is lost, no day is lost, nothing is thrown away.
#include "app/base/sentence.h"
#include "app/journal/journalfile.h"
#include "app/store/migrations.h"
#include "app/store/starcopy.h"

#include "tests/support/decisions.h"
#include "tests/support/processes.h"
#include "tests/support/temporarylibrary.h"

#include <QCryptographicHash>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QtConcurrent>
#include <QtTest>
#include <atomic>
#include <cstdio>
#include <sqlite3.h>
#include <unistd.h>

using namespace paperdawn;
using namespace paperdawn::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int papers = 300;

/** Days, some stars, all closed properly. */
void fill(const TemporaryLibrary &library)
{
    const auto store = library.store();
    for (const QString &day : {u"2025-12-09"_s, u"2025-12-10"_s}) {
        QList<Row> rows;
        for (int i = 1; i <= papers; ++i) {
            rows += {u"Paper %1 of %2"_s.arg(i).arg(day), u"Ada"_s,
                     u"http://arxiv.org/pdf/2512.%1v1"_s.arg(i, 5, 10, QChar(u'0')), u"We draw %1."_s.arg(i)};
        }
        const qint64 import = await(store->beginImport()).value_or(-1);
        QVERIFY(await(store->put(import, dayFile(day + u"-arxiv.md"_s, dayText(u"arXiv"_s, day, rows)))));
    }
    const FakeClock clock;
    auto journal = JournalFile::open(library.folder().journalFolder(), library.folder().machineFile(), clock);
    QVERIFY(journal);
    for (int i = 1; i <= papers; i += 3) {
        Draft draft = starring(paper(i).key());
        draft.copy = starCopy(*library.library()->details(paper(i)));
        QVERIFY(journal->append({draft}));
    }
    QVERIFY(await(store->catchUp()));
}

QByteArray sha256(const QString &path)
{
    return QCryptographicHash::hash(contentOf(path), QCryptographicHash::Sha256);
}

bool overwrite(const QString &path, qint64 offset, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::ReadWrite) && file.seek(offset) && file.write(bytes) == bytes.size();
}

QByteArray randomBytes(QRandomGenerator &random, int count)
{
    QByteArray bytes(count, '\0');
    for (char &byte : bytes) {
        byte = char(random.bounded(256));
    }
    return bytes;
}

/** Damages a file in one of many ways. */
bool damage(const QString &path, QRandomGenerator &random)
{
    const qint64 size = QFileInfo(path).size();
    switch (random.bounded(10)) {
    case 0:
        return QFile::resize(path, random.bounded(size));
    case 1:
        return overwrite(path, 0, QByteArray(100, '\0'));
    case 2:
        return putFile(path, "a text in its place\n");
    case 3:
        return QFile::remove(path);
    case 4:
        return overwrite(path, 0, QByteArray(4096, '\0'));
    case 5:
        return putFile(path, {}); // zero length
    case 6:                       // another program's
        return QFile::remove(path) &&
               Connection::open(path, Connection::Mode::Write, Connection::Sync::Normal)
                   .and_then([](const std::unique_ptr<Connection> &theirs) {
                       return theirs->run("CREATE TABLE theirs(x); INSERT INTO theirs VALUES(1)");
                   })
                   .has_value();
    case 7: {
        const qint64 at = random.bounded(size);
        const char flipped = char(contentOf(path).at(at) ^ (1 << random.bounded(8)));
        return overwrite(path, at, QByteArray(1, flipped));
    }
    default:
        return overwrite(path, random.bounded(size), randomBytes(random, random.bounded(200, 12000)));
    }
}

int openIt(const QString &folder)
{
    const LibraryFolder library{folder};
    const FakeClock clock;
    auto store = Store::open(library, clock, u"laptop"_s);
    if (!store) {
        std::printf("%s\n", qPrintable(sentence(store.error())));
        return 0;
    }
    std::printf("opened\n");
    return 0;
}

} // namespace

class TestDamage : public QObject
{
    Q_OBJECT
    qint64 m_slowest = 0; ///< of the starts, in milliseconds
    int m_damaged = 0;

private Q_SLOTS:
    void cleanupTestCase()
    {
        qInfo() << m_damaged << "damaged databases; the slowest start:" << m_slowest << "ms";
    }

    void anyDamageIsMended_data()
    {
        QTest::addColumn<quint32>("seed");
        QTest::addColumn<bool>("cache");
        for (int seed = 1; seed <= wanted("PAPERDAWN_DAMAGES", 40); ++seed) {
            QTest::addRow("%s %d", seed % 2 == 0 ? "cache" : "library", seed)
                << quint32(seed) << (seed % 2 == 0);
        }
    }

    void anyDamageIsMended()
    {
        QFETCH(quint32, seed);
        QFETCH(bool, cache);
        const TemporaryLibrary library;
        fill(library);
        const QString expected = libraryText(*library.library());
        const QString facts = cacheText(library.folder());
        QRandomGenerator random(seed);
        QVERIFY(damage(cache ? library.folder().cacheFile() : library.folder().libraryFile(), random));

        QElapsedTimer timer;
        timer.start();
        auto store = library.store();
        const qint64 opened = timer.elapsed();
        QVERIFY(store);
        QVERIFY2(opened < 5000, qPrintable(QString::number(opened)));
        m_slowest = std::max(m_slowest, opened);
        ++m_damaged;
        // what no page's structure shows is found by a check, which compares with journal and originals
        QVERIFY(await(store->check(true)));
        QVERIFY(await(store->check(false))->isEmpty());
        if (libraryText(*library.library()) != expected) {
            QVERIFY(cache); // only the text of a paper can have changed without a trace
            QSKIP("a character of a text changed, which nothing can tell");
        }
        if (!cache) {
            QCOMPARE(cacheText(library.folder()), facts);
        }
        QVERIFY(await(store->catchUp()));
    }

    void aDamagedFileIsKeptAndTold_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("library") << u"library.db"_s;
        QTest::newRow("cache") << u"cache.db"_s;
    }

    void aDamagedFileIsKeptAndTold()
    {
        QFETCH(QString, name);
        const TemporaryLibrary library;
        fill(library);
        const QString expected = libraryText(*library.library());
        const QString path = library.folder().path + u'/' + name;
        QVERIFY(overwrite(path, 0, QByteArray(100, 'x')));
        const QByteArray damaged = sha256(path);
        const auto store = library.store();
        QCOMPARE(libraryText(*library.library()), expected);
        QCOMPARE(store->mended().size(), 1);
        QCOMPARE(store->mended().first().file, path);
        const QStringList aside = QDir(library.folder().path)
                                      .entryList({name + u".damaged-*"_s}, QDir::Files)
                                      .filter(QRegularExpression(u"[0-9]$"_s)); // beside its log
        QCOMPARE(aside.size(), 1);
        QVERIFY2(store->mended().first().what.contains(aside.first()),
                 qPrintable(store->mended().first().what));
        QCOMPARE(store->mended().first().kept, library.folder().path + u'/' + aside.first());
        QCOMPARE(sha256(library.folder().path + u'/' + aside.first()), damaged);
    }

    void tablesOfAnotherProgramAreSetAside_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("sql");
        for (const QString &name : {u"cache.db"_s, u"library.db"_s}) {
            const auto row = [&](const char *what, const QByteArray &sql) {
                QTest::addRow("%s: %s", qPrintable(name), what) << name << sql;
            };
            row("foreign, with our version",
                "PRAGMA writable_schema=ON; DELETE FROM sqlite_schema; PRAGMA writable_schema=OFF; VACUUM;"
                "CREATE TABLE theirs(x); PRAGMA user_version=1");
            row("without a version", "PRAGMA user_version=0");
            row("one more", "CREATE TABLE theirs(x)");
            row("a trigger", name == u"cache.db"_s
                                 ? "CREATE TRIGGER t AFTER INSERT ON day BEGIN SELECT 1; END"
                                 : "CREATE TRIGGER t AFTER INSERT ON copy BEGIN SELECT 1; END");
            row("one less", name == u"cache.db"_s ? "DROP TABLE to_do" : "DROP TABLE applied");
            row("another column", name == u"cache.db"_s ? "ALTER TABLE day ADD COLUMN x TEXT"
                                                        : "ALTER TABLE copy ADD COLUMN x TEXT");
        }
    }

    void tablesOfAnotherProgramAreSetAside()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, sql);
        const TemporaryLibrary library;
        fill(library);
        const QString expected = libraryText(*library.library());
        const QString path = library.folder().path + u'/' + name;
        sqlite3 *theirs = nullptr;
        QCOMPARE(sqlite3_open(qPrintable(path), &theirs), SQLITE_OK);
        const int code = sqlite3_exec(theirs, sql.constData(), nullptr, nullptr, nullptr);
        sqlite3_close(theirs);
        QCOMPARE(code, SQLITE_OK);
        const auto store = library.store();
        QVERIFY(store);
        QCOMPARE(store->mended().size(), 1);
        QCOMPARE(store->mended().first().file, path);
        QCOMPARE(libraryText(*library.library()), expected);
        QVERIFY(await(store->check(false))->isEmpty());
    }

    /** A process was killed, and its log is gone: what it had applied is applied again. */
    void aLogThatIsGoneLosesNoStar()
    {
        const TemporaryLibrary library;
        fill(library);
        const FakeClock clock;
        auto journal =
            JournalFile::open(library.folder().journalFolder(), library.folder().machineFile(), clock);
        const auto store = library.store();
        QVERIFY(journal->append({starring(paper(2).key())}));
        QVERIFY(await(store->catchUp()));
        const QString expected = libraryText(*library.library());

        const TemporaryLibrary copy;
        QVERIFY(QDir().mkpath(copy.folder().journalFolder()));
        for (const QString &name : {u"/cache.db"_s, u"/cache.db-wal"_s, u"/library.db"_s}) {
            QFile::copy(library.folder().path + name, copy.folder().path + name);
        }
        const QString journalFile = u"/journal/"_s + QFileInfo(journal->path()).fileName();
        QVERIFY(QFile::copy(journal->path(), copy.folder().path + journalFile));
        const auto again = copy.store();
        QCOMPARE(libraryText(*copy.library()), expected);
    }

    void aCacheThatIsGoneIsBuiltAnewThoughInterrupted()
    {
        const TemporaryLibrary library;
        fill(library);
        const QString facts = cacheText(library.folder());
        for (const QString &suffix : {u""_s, u"-wal"_s, u"-shm"_s}) {
            QFile::remove(library.folder().cacheFile() + suffix);
        }
        {
            // it was made, and the process ended before the first original
            auto anew = Connection::open(library.folder().cacheFile(), Connection::Mode::Write,
                                         Connection::Sync::Full);
            QVERIFY(migrate(**anew, u"cache"_s));
        }
        const auto store = library.store();
        QCOMPARE(cacheText(library.folder()), facts);
        QCOMPARE(await(store->undoableImport()).value_or(-1), 0); // nobody's import: nobody undoes it
    }

    void aStarOutlivesItsPaper()
    {
        const TemporaryLibrary library;
        fill(library);
        QVERIFY(QDir(library.folder().importsFolder()).removeRecursively());
        QVERIFY(QFile::remove(library.folder().cacheFile()));
        const auto store = library.store();
        const auto starred = library.library()->papers(InReadingList{}, u"zh-Hans"_s);
        QCOMPARE(starred->size(), papers / 3);
        for (const Paper &paper : *starred) {
            QVERIFY(paper.title.startsWith(u"Paper "));
            QCOMPARE(paper.authors, QStringList{u"Ada"_s});
        }
    }

    void aNewerLibraryIsNotTouched_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("wal");
        QTest::newRow("library") << u"library.db"_s << true;
        QTest::newRow("cache") << u"cache.db"_s << true;
        QTest::newRow("with another journal mode") << u"library.db"_s << false;
    }

    void aNewerLibraryIsNotTouched()
    {
        QFETCH(QString, name);
        QFETCH(bool, wal);
        const TemporaryLibrary library;
        fill(library);
        const QString path = library.folder().path + u'/' + name;
        {
            auto newer = Connection::open(path, Connection::Mode::Write, Connection::Sync::Full);
            QVERIFY((*newer)->run("PRAGMA user_version=9; CREATE TABLE later(x)"));
            (*newer)->checkpoint(true);
            QVERIFY(wal || (*newer)->run("PRAGMA journal_mode=DELETE"));
        }
        const QByteArray before = sha256(path);
        const FakeClock clock;
        const auto store = Store::open(library.folder(), clock, u"laptop"_s);
        QVERIFY(!store);
        QCOMPARE(sentence(store.error()), u"Made by a newer version of Paperdawn: nothing is changed in "_s +
                                              path + u". Update Paperdawn to go on with it."_s);
        QCOMPARE(sha256(path), before);
    }

    /** The window is open while paperdawnctl repairs: both go on with the new file. */
    void whoHasTheFileOpenGoesOnWithTheNewOne()
    {
        const TemporaryLibrary library;
        fill(library);
        const auto window = library.store();
        const auto reader = library.library();
        const QString expected = libraryText(*reader);
        QVERIFY(overwrite(library.folder().libraryFile(), 0, QByteArray(100, 'x')));
        const auto other = library.store(u"other"_s);
        QCOMPARE(other->mended().size(), 1);
        QCOMPARE(libraryText(*reader), expected);

        const qint64 version = reader->dataVersion();
        const FakeClock clock;
        auto journal =
            JournalFile::open(library.folder().journalFolder(), library.folder().machineFile(), clock);
        QVERIFY(journal->append({starring(paper(2).key())}));
        QVERIFY(await(window->catchUp()));
        QVERIFY(reader->marks(paper(2)).starred);
        QVERIFY(reader->dataVersion() != version);
        const qint64 import = await(window->beginImport()).value_or(-1);
        QVERIFY(await(window->put(
            import, dayFile(u"x.md"_s,
                            dayText(u"arXiv"_s, u"2025-12-11"_s,
                                    {{u"New"_s, u"Ada"_s, u"http://arxiv.org/pdf/2512.09999"_s, u""_s}})))));
        QVERIFY(reader->details(paper(9999)));
    }

    void aFailedReadDoesNotSilenceTheNext()
    {
        const TemporaryLibrary library;
        fill(library);
        const auto store = library.store();
        const auto reader = library.library();
        auto cache =
            Connection::open(library.folder().cacheFile(), Connection::Mode::Write, Connection::Sync::Full);
        QVERIFY((*cache)->run("ALTER TABLE listing RENAME TO elsewhere"));
        QVERIFY(reader->daysOf(paper(1)).isEmpty());
        QVERIFY(!reader->papers(OnDay{QDate(2025, 12, 9), {}}, u"en"_s));
        QVERIFY(reader->details(paper(1)));
        QVERIFY(reader->marks(paper(1)).starred);
        QVERIFY((*cache)->run("ALTER TABLE elsewhere RENAME TO listing"));
        QCOMPARE(reader->daysOf(paper(1)).size(), 2);
        QCOMPARE(reader->papers(OnDay{QDate(2025, 12, 9), {}}, u"en"_s)->size(), papers);
    }

    void wrongCountsAndRowsAreRepaired()
    {
        const TemporaryLibrary library;
        fill(library);
        const QString expected = libraryText(*library.library());
        const auto store = library.store();
        auto cache =
            Connection::open(library.folder().cacheFile(), Connection::Mode::Write, Connection::Sync::Full);
        QVERIFY((*cache)->run("UPDATE day SET papers = 7"));
        QCOMPARE(await(store->check(false))->size(), 1);
        const auto repaired = await(store->check(true));
        QVERIFY(repaired->size() == 1 && repaired->first().repaired);
        QCOMPARE(libraryText(*library.library()), expected);
        auto marks =
            Connection::open(library.folder().libraryFile(), Connection::Mode::Write, Connection::Sync::Full);
        QVERIFY((*marks)->run("UPDATE decision SET value = 'false' WHERE key = 'arxiv:2512.00001'"));
        marks->reset();
        QCOMPARE(await(store->check(false))->size(), 1);
        QVERIFY(await(store->check(true))->first().repaired);
        QCOMPARE(libraryText(*library.library()), expected);
    }

    /** Another program stars on, at any moment of the check. */
    void whatIsDecidedDuringACheckIsNoFault()
    {
        const TemporaryLibrary library;
        fill(library);
        const auto store = library.store();
        std::atomic<bool> isOver = false;
        const QFuture<int> other = QtConcurrent::run([&] {
            const FakeClock clock;
            auto journal =
                JournalFile::open(library.folder().journalFolder(), library.folder().machineFile(), clock);
            int refused = journal ? 0 : 1;
            for (int i = 0; journal && !isOver; ++i) {
                refused += journal->append({starring(paper(1 + i % papers).key(), i % 2 == 0)}) ? 0 : 1;
            }
            return refused;
        });
        QStringList faults;
        for (int i = 0; i < 20; ++i) {
            for (const Fault &fault : await(store->check(false)).value_or(QList<Fault>())) {
                faults += faultSentence(fault);
            }
        }
        isOver = true;
        QCOMPARE(other.result(), 0);
        QCOMPARE(faults, QStringList());
        QVERIFY(await(store->check(false))->isEmpty());
    }

    void aFolderThatCannotBeWrittenIsNamed()
    {
        if (QStandardPaths::findExecutable(u"setpriv"_s).isEmpty() || geteuid() != 0) {
            QSKIP("being another user needs setpriv and to be root");
        }
        const TemporaryLibrary library;
        QVERIFY(QDir().mkpath(library.folder().path));
        QVERIFY(QFile::setPermissions(library.path(u"."_s), QFile::Permissions(0x7055)));
        QVERIFY(QFile::setPermissions(library.folder().path, QFile::Permissions(0x7055)));
        QProcess other;
        other.start(u"setpriv"_s, QStringList{u"--reuid=65534"_s, u"--regid=65534"_s, u"--clear-groups"_s} +
                                      self({u"--open"_s, library.folder().path}));
        QVERIFY(other.waitForFinished());
        QCOMPARE(QString::fromUtf8(other.readAllStandardOutput()).trimmed(),
                 library.folder().path + u" cannot be opened: permission denied. Change its permissions or "
                                         "choose another place."_s);
    }

    void aReadOnlyFileSystemIsNamed()
    {
        REQUIRE_UNSHARE();
        const QTemporaryDir dir;
        QCOMPARE(printedOnTmpfs(dir.path(), u"ro"_s, {u"--open"_s, dir.path()}),
                 dir.path() +
                     u" cannot be written (Read-only file system), so nothing can be kept. Choose another "
                     "library folder."_s);
    }
};

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"--open"_s) {
        return openIt(arguments.value(2));
    }
    TestDamage test;
    return QTest::qExec(&test, arguments);
}

#include "tst_damage.moc"
