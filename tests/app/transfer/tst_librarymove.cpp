// SPDX-License-Identifier: GPL-3.0-or-later
// A library goes to another folder: all of it or nothing, and whatever ends that, one whole library is left.
#include "app/base/sentence.h"
#include "app/journal/journalfile.h"
#include "app/platform/filelock.h"
#include "app/services.h"
#include "app/settings/settings.h"
#include "app/transfer/librarymove.h"

#include "tests/support/decisions.h"
#include "tests/support/filler.h"
#include "tests/support/processes.h"
#include "tests/support/temporarylibrary.h"

#include <QCryptographicHash>
#include <QDirIterator>
#include <QRandomGenerator>
#include <QtTest>
#include <cstdio>

using namespace paperdawn;
using namespace paperdawn::test;
using namespace Qt::StringLiterals;

namespace {

const QDateTime longAgo({2024, 2, 29}, {8, 0}, Qt::UTC);

void put(const LibraryFolder &folder, const QString &name, const QByteArray &content)
{
    const QString path = folder.path + u'/' + name;
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    QVERIFY(putFile(path, content));
}

/** A day, a star, a PDF that was opened long ago, a large file, and what a reader may have put there. */
void fill(const TemporaryLibrary &library)
{
    {
        const auto store = library.store();
        const qint64 import = await(store->beginImport()).value_or(-1);
        QVERIFY(
            await(store->put(import, dayFile(u"2025-12-09-arxiv.md"_s, manyPapers(1, 10, u"2025-12-09"_s)))));
        const FakeClock clock;
        auto journal =
            JournalFile::open(library.folder().journalFolder(), library.folder().machineFile(), clock, {});
        QVERIFY(journal->append({starring(paper(3).key())}));
        QVERIFY(await(store->catchUp()));
    }
    put(library.folder(), u"pdf/2512.00001v1.pdf"_s, QByteArray(3'000'000, 'p'));
    put(library.folder(), u"journal/.shared"_s, "mine");
    QFile pdf(library.folder().pdfFolder() + u"/2512.00001v1.pdf"_s);
    QVERIFY(pdf.open(QIODevice::ReadWrite) && pdf.setFileTime(longAgo, QFileDevice::FileModificationTime));
}

/** Name, length and digest of each file, a line each; of what belongs to the place nothing. */
QString treeOf(const QString &folder)
{
    QStringList lines;
    QDirIterator each(folder, QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                      QDirIterator::Subdirectories);
    while (each.hasNext()) {
        const QFileInfo file(each.next());
        const QString name = QDir(folder).relativeFilePath(file.filePath());
        if (file.suffix() != "lock"_L1 && name != "unfinished-copy"_L1) {
            const QByteArray digest =
                file.isFile() ? QCryptographicHash::hash(contentOf(file.filePath()), QCryptographicHash::Sha1)
                              : QByteArray();
            lines += name + u' ' + QString::fromLatin1(digest.toHex());
        }
    }
    lines.sort();
    return lines.join(u'\n');
}

/** What a program does that moves a library; tells how far it is. */
int moveAndTell(const QString &from, const QString &to, const QString &settingsFile)
{
    print("begun\n");
    const auto move = LibraryMove::copy({from}, {to});
    if (!move) {
        return 1;
    }
    print("copied\n");
    Settings settings(settingsFile);
    settings.setLibraryFolder(to);
    if (!settings.keepNow()) {
        return 2;
    }
    print("written down\n");
    return (*move)->removeOld() ? 0 : 3;
}

/** On a disk that is full, at once or in the middle; prints what became of it. */
int fullDisk(const QString &disk, bool inTheMiddle)
{
    const TemporaryLibrary library;
    fill(library);
    const QString before = treeOf(library.folder().path);
    const LibraryFolder to{disk + u"/library"_s};
    std::optional<Filler> filler;
    const auto fillUp = [&] { filler.emplace(disk, 100'000); };
    if (!inTheMiddle) {
        fillUp();
    }
    const auto move = LibraryMove::copy(library.folder(), to, [&](qint64 done, qint64) {
        if (inTheMiddle && done > 0 && !filler) {
            fillUp();
        }
    });
    filler.reset();
    std::printf("%s|%s|%s\n", move ? "moved" : qPrintable(sentence(move.error()).replace(disk, u"DISK"_s)),
                treeOf(library.folder().path) == before ? "whole" : "changed",
                qPrintable(QDir(disk).entryList(QDir::AllEntries | QDir::NoDotAndDotDot).join(u' ')));
    return 0;
}

} // namespace

class TestLibraryMove : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void allOfItIsThereAndTheOldOneIsGone()
    {
        const TemporaryLibrary library;
        fill(library);
        const QString said = libraryText(*library.library());
        const QString before = treeOf(library.folder().path);
        const LibraryFolder to{library.path(u"elsewhere/books"_s)};
        const auto bytes = LibraryMove::mayGo(library.folder(), to);
        QVERIFY(bytes && *bytes > 3'000'000);
        QVERIFY(!QFileInfo::exists(to.path));

        QList<qint64> told;
        const auto move = LibraryMove::copy(library.folder(), to, [&](qint64 done, qint64 total) {
            told += done;
            QCOMPARE(total, *bytes);
        });
        QVERIFY2(move, qPrintable(move ? QString() : sentence(move.error())));
        QCOMPARE(told.last(), *bytes);
        QVERIFY(std::is_sorted(told.begin(), told.end()));
        QCOMPARE(treeOf(library.folder().path), before);
        QCOMPARE(treeOf(to.path), before);
        QVERIFY(!to.isLibrary()); // while nobody has written down that it is the one
        QCOMPARE(QFileInfo(to.pdfFolder() + u"/2512.00001v1.pdf"_s).lastModified(), longAgo);

        QVERIFY((*move)->removeOld());
        QVERIFY(to.isLibrary());
        QVERIFY(!QFileInfo::exists(library.folder().path));
        QCOMPARE(QDir(library.path(u""_s)).entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
                 QStringList(u"elsewhere"_s));
        const auto services = Services::open(to);
        QVERIFY(services);
        QCOMPARE(libraryText((*services)->library()), said);
    }

    void linksLeadWhereTheyLed()
    {
        const TemporaryLibrary library;
        fill(library);
        const QString shared = library.path(u"shared"_s);
        QVERIFY(QDir().rename(library.folder().journalFolder(), shared));
        QVERIFY(QFile::link(shared, library.folder().journalFolder()));
        QVERIFY(QFile::link(u"pdf"_s, library.folder().path + u"/sample"_s));
        const LibraryFolder to{library.path(u"elsewhere"_s)};
        const auto move = LibraryMove::copy(library.folder(), to);
        QVERIFY(move && (*move)->removeOld());
        QCOMPARE(QFileInfo(to.journalFolder()).symLinkTarget(), shared);
        QCOMPARE(QFileInfo(to.path + u"/sample"_s).symLinkTarget(), to.pdfFolder());
        QVERIFY(!QDir(shared).isEmpty());
        const auto services = Services::open(to);
        QCOMPARE((*services)->library().readingListSize(), 1);
    }

    void whatIsNotOfTheLibraryStaysWhereItIs()
    {
        const TemporaryLibrary library;
        fill(library);
        put(library.folder(), u"Letters/mother.txt"_s, "Dear");
        put(library.folder(), u"notes.md"_s, "mine");
        const LibraryFolder to{library.path(u"elsewhere"_s)};
        {
            const auto move = LibraryMove::copy(library.folder(), to);
            QVERIFY(move && (*move)->removeOld());
        }
        QCOMPARE(QDir(library.folder().path).entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
                 QStringList({u"Letters"_s, u"notes.md"_s}));
        QCOMPARE(contentOf(library.folder().path + u"/Letters/mother.txt"_s), "Dear");
        QVERIFY(!QFileInfo::exists(to.path + u"/notes.md"_s));
        QCOMPARE((*Services::open(to))->library().readingListSize(), 1);
    }

    void whoWaitedForItBeginsNoneInAFolderThatStays()
    {
        const TemporaryLibrary library;
        fill(library);
        put(library.folder(), u"notes.md"_s, "mine");
        std::unique_ptr<LibraryMove> move =
            *LibraryMove::copy(library.folder(), {library.path(u"elsewhere"_s)});
        const Opening opening{.told = [&](const OpeningStep &) {
            QVERIFY(move->removeOld());
            move.reset();
        }};
        QCOMPARE(Services::open(library.folder(), opening).error().kind, ErrorKind::LibraryGone);
        QVERIFY(!library.folder().holdsLibrary());
    }

    void whatItCannotGoToIsRefused_data()
    {
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("itself")
            << u"library"_s << u"DIR/library is a part of the library itself. Choose a folder elsewhere."_s;
        QTest::newRow("a part of it")
            << u"library/pdf/new"_s
            << u"DIR/library/pdf/new is a part of the library itself. Choose a folder elsewhere."_s;
        QTest::newRow("a part of it, by a link")
            << u"link/new"_s << u"DIR/link/new is a part of the library itself. Choose a folder elsewhere."_s;
        QTest::newRow("with something in it") << u"full"_s
                                              << u"DIR/full is not empty, so the library stays where it is. "
                                                 "Choose an empty folder."_s;
        QTest::newRow("a file") << u"full/mine.txt"_s
                                << u"DIR/full/mine.txt could not be read or written (Not a directory). Check "
                                   "the disk and try again."_s;
    }

    void whatItCannotGoToIsRefused()
    {
        QFETCH(const QString, to);
        QFETCH(const QString, sentence);
        const TemporaryLibrary library;
        fill(library);
        QVERIFY(QDir().mkpath(library.path(u"full"_s)));
        QVERIFY(putFile(library.path(u"full/mine.txt"_s), "mine"));
        QVERIFY(QFile::link(library.folder().path, library.path(u"link"_s)));
        const QString before = treeOf(library.path(u""_s));
        const LibraryFolder place{library.path(to)};
        const auto may = LibraryMove::mayGo(library.folder(), place);
        QVERIFY(!may);
        QCOMPARE(paperdawn::sentence(may.error()).replace(library.path(u""_s), u"DIR"_s), sentence);
        QCOMPARE(LibraryMove::copy(library.folder(), place).error(), may.error());
        QCOMPARE(treeOf(library.path(u""_s)), before);
    }

    void givenUpNothingIsLeftOfIt_data()
    {
        QTest::addColumn<qint64>("after");
        QTest::newRow("at once") << qint64(0);
        QTest::newRow("in the middle of a file") << qint64(1'000'000);
    }

    void givenUpNothingIsLeftOfIt()
    {
        QFETCH(const qint64, after);
        const TemporaryLibrary library;
        fill(library);
        const QString before = treeOf(library.path(u""_s));
        std::stop_source stop;
        const auto move = LibraryMove::copy(
            library.folder(), {library.path(u"elsewhere"_s)},
            [&](qint64 done, qint64) {
                if (done >= after) {
                    stop.request_stop();
                }
            },
            stop.get_token());
        QCOMPARE(move.error().kind, ErrorKind::Cancelled);
        QCOMPARE(treeOf(library.path(u""_s)), before);
        QVERIFY(Services::open(library.folder())); // nobody holds it any more
    }

    void thePlaceThatWasNotWrittenDownIsLeftAgain()
    {
        const TemporaryLibrary library;
        fill(library);
        QVERIFY(QDir().mkpath(library.path(u"empty"_s)));
        const QString before = treeOf(library.path(u""_s));
        const auto move = LibraryMove::copy(library.folder(), {library.path(u"empty"_s)});
        (*move)->withdraw();
        QCOMPARE(treeOf(library.path(u""_s)), before);
    }

    /** It was the place for a moment: what another program decided there is nowhere else. */
    void aCopyThatWasWrittenIntoStays_data()
    {
        QTest::addColumn<QString>("what");
        QTest::newRow("nothing was") << QString();
        QTest::newRow("a star more") << u"journal"_s;
        QTest::newRow("a day more") << u"imports"_s;
        QTest::newRow("in use") << u"use.lock"_s;
    }
    void aCopyThatWasWrittenIntoStays()
    {
        QFETCH(const QString, what);
        const TemporaryLibrary library;
        fill(library);
        const LibraryFolder to{library.path(u"elsewhere"_s)};
        const auto move = LibraryMove::copy(library.folder(), to);
        QVERIFY(move);
        std::optional<FileLock> held;
        if (what == "use.lock"_L1) {
            held = FileLock::share(to.useLock(), QDeadlineTimer(0)).value();
        } else if (what == "imports"_L1) {
            put(to, u"imports/0123456789abcdef.gz"_s, "new");
        } else if (!what.isNull()) {
            const QStringList lines = QDir(to.journalFolder()).entryList({u"*.jsonl"_s});
            QFile journal(to.journalFolder() + u'/' + lines.first());
            QVERIFY(journal.open(QIODevice::Append) && journal.write("{}\n") == 3);
        }
        QCOMPARE((*move)->withdrawUntouched(), what.isNull());
        QCOMPARE(QFileInfo::exists(to.path), !what.isNull());
        QCOMPARE(QFileInfo::exists(to.libraryFile()), !what.isNull());
        QVERIFY(QFileInfo::exists(library.folder().libraryFile()));
    }

    void whoHasItOpenKeepsItWhereItIs()
    {
        const TemporaryLibrary library;
        fill(library);
        const LibraryFolder to{library.path(u"elsewhere"_s)};
        {
            const auto reader = Services::open(library.folder());
            const auto another = Services::open(library.folder()); // beside the first
            QVERIFY(reader && another);
            const auto move = LibraryMove::copy(library.folder(), to);
            QCOMPARE(move.error().kind, ErrorKind::Busy);
            QCOMPARE(move.error().where, library.folder().path);
            QVERIFY(!QFileInfo::exists(to.path));
        }
        const auto move = LibraryMove::copy(library.folder(), to);
        QVERIFY(move);
        std::stop_source stop;
        int waited = 0;
        const Opening opening{.told =
                                  [&](const OpeningStep &step) {
                                      waited += step.what == OpeningStep::What::Waiting ? 1 : 0;
                                      stop.request_stop();
                                  },
                              .stop = stop.get_token()};
        QCOMPARE(Services::open(library.folder(), opening).error().kind, ErrorKind::Cancelled);
        QCOMPARE(waited, 1);
    }

    void whoWaitedForItFindsNoEmptyOneInItsPlace()
    {
        const TemporaryLibrary library;
        fill(library);
        std::unique_ptr<LibraryMove> move =
            *LibraryMove::copy(library.folder(), {library.path(u"elsewhere"_s)});
        const Opening opening{.told = [&](const OpeningStep &) {
            QVERIFY(move->removeOld());
            move.reset();
        }};
        const auto services = Services::open(library.folder(), opening);
        QCOMPARE(services.error().kind, ErrorKind::LibraryGone);
        QVERIFY(!QFileInfo::exists(library.folder().path));
    }

    void aFullDiskLeavesItWhereItIs_data()
    {
        QTest::addColumn<QString>("when");
        QTest::addColumn<QString>("said");
        QTest::newRow("known before") << u"at-once"_s << u"The library takes "_s;
        QTest::newRow("while it is copied")
            << u"in-the-middle"_s
            << u"Disk full: nothing was saved to DISK/library. Free some space and try again.|whole|"_s;
    }

    void aFullDiskLeavesItWhereItIs()
    {
        REQUIRE_UNSHARE();
        QFETCH(const QString, when);
        QFETCH(const QString, said);
        const QTemporaryDir disk;
        const QString outcome =
            printedOnTmpfs(disk.path(), u"size=8m"_s, {u"full-disk"_s, disk.path(), when});
        QVERIFY2(outcome.startsWith(said), qPrintable(outcome));
        QVERIFY2(outcome.endsWith(u"|whole|"_s), qPrintable(outcome)); // and nothing on that disk
    }

    void whateverKillsItOneWholeLibraryIsLeft()
    {
        int before = 0;
        int after = 0;
        int again = 0;
        const int rounds = wanted("PAPERDAWN_KILLS", 12);
        for (int round = 0; round < rounds; ++round) {
            const TemporaryLibrary library;
            fill(library);
            const QString whole = treeOf(library.folder().path);
            const QString settingsFile = library.path(u"settings.ini"_s);
            const LibraryFolder to{library.path(u"elsewhere"_s)};
            const QStringList words{u"move"_s, library.folder().path, to.path, settingsFile};
            const int lines = 1 + round % 3;
            const unsigned most = lines == 1 ? 60'000 : 2'000; // microseconds: the copying takes longest
            (void)printedUntilKilled(words, lines, QRandomGenerator::global()->bounded(most));
            const QString place = Settings(settingsFile).libraryFolder();
            if (place.isEmpty()) {
                ++before;
                QCOMPARE(treeOf(library.folder().path), whole);
                QVERIFY(LibraryFolder::ofReader(library.folder().path).isLibrary());
                again += QFileInfo::exists(to.path) ? 1 : 0;
                const auto move = LibraryMove::copy(library.folder(), to); // what is left does not hinder it
                QVERIFY2(move, qPrintable(move ? QString() : sentence(move.error())));
            } else {
                ++after;
                QCOMPARE(place, to.path);
                QVERIFY(LibraryFolder::thatIsThere(place));
            }
            QCOMPARE(treeOf(to.path), whole);
        }
        QVERIFY(after > 0);
        qInfo("killed before the new place was written down: %d (%d had begun), after: %d", before, again,
              after);
    }

    void beginningAgainLosesNothingThatCameBetween()
    {
        const TemporaryLibrary library;
        fill(library);
        const LibraryFolder to{library.path(u"elsewhere"_s)};
        put(to, u"unfinished-copy"_s, library.folder().path.toUtf8());
        put(to, u"pdf/2512.00001v1.pdf"_s, "half of i"); // by an attempt that was killed
        QVERIFY(!to.isLibrary());
        put(to, u"pdf/mine.pdf"_s, "mine");
        QCOMPARE(LibraryMove::copy(library.folder(), to).error().kind, ErrorKind::NotEmpty);
        QCOMPARE(contentOf(to.pdfFolder() + u"/mine.pdf"_s), "mine");
        QVERIFY(QFile::remove(to.pdfFolder() + u"/mine.pdf"_s));
        QVERIFY(LibraryMove::copy(library.folder(), to));
        QCOMPARE(treeOf(to.path), treeOf(library.folder().path));
    }
};

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments().mid(1);
    if (words.value(0) == "move"_L1) {
        return moveAndTell(words.at(1), words.at(2), words.at(3));
    }
    if (words.value(0) == "full-disk"_L1) {
        return fullDisk(words.at(1), words.at(2) == "in-the-middle"_L1);
    }
    TestLibraryMove test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_librarymove.moc"
