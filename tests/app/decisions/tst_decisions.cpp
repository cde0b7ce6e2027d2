// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/decisions/decisions.h"

#include "app/platform/filelock.h"

#include "tests/support/decisions.h"
#include "tests/support/processes.h"
#include "tests/support/temporarylibrary.h"

#include <QSignalSpy>
#include <QtTest>
#include <cstdio>

using namespace paperdawn;
using namespace paperdawn::test;
using namespace Qt::StringLiterals;

namespace {

QList<PaperId> papers(int first, int last)
{
    QList<PaperId> papers;
    for (int i = first; i <= last; ++i) {
        papers += paper(i);
    }
    return papers;
}

/** A program that decides: everything but a window. */
struct Program
{
    explicit Program(const TemporaryLibrary &place, const Clock &clock)
        : journal(Journal::open(place.folder().journalFolder(), place.folder().machineFile(), clock)
                      .value_or(nullptr))
        , store(place.store(journal->machine()))
        , library(place.library())
        , decisions(std::make_unique<Decisions>(*library, *journal, *store))
    {
    }
    ~Program()
    {
        decisions.reset();
        library.reset();
        store.reset();
        journal.reset();
    }
    std::unique_ptr<Journal> journal;
    std::unique_ptr<Store> store;
    std::unique_ptr<Library> library;
    std::unique_ptr<Decisions> decisions;
};

/** What is starred (★) and read (r) among the first papers, as it is shown. */
QString shown(const Decisions &decisions, int count = 4)
{
    QString text;
    for (const PaperId &id : papers(1, count)) {
        const Marks marks = decisions.marks(id);
        text += marks.starred ? u'*' : u'-';
        text += marks.read ? u'r' : u' ';
    }
    return text;
}

QString stored(const Library &library, int count = 4)
{
    QString text;
    for (const PaperId &id : papers(1, count)) {
        const Marks marks = library.marks(id);
        text += marks.starred ? u'*' : u'-';
        text += marks.read ? u'r' : u' ';
    }
    return text;
}

QString text(const DeedDone &deed)
{
    const char *ways[] = {"done", "undone", "redone"};
    const char *whats[] = {"star", "unstar", "read", "unread"};
    QStringList keys;
    for (const PaperId &id : deed.papers) {
        keys += id.value();
    }
    return QLatin1String(ways[int(deed.way)]) + u' ' + QLatin1String(whats[int(deed.what)]) + u' ' +
           keys.join(u',');
}

} // namespace

/** What was said since the last time, waited for. */
#define SAYS(...)                                                                                            \
    QTRY_COMPARE(m_told.join(u"; "_s), QString(__VA_ARGS__));                                                \
    m_told.clear()

class TestDecisions : public QObject
{
    Q_OBJECT
    std::unique_ptr<TemporaryLibrary> m_place;
    std::unique_ptr<Program> m_program;
    QStringList m_told; ///< what was said, in order

    void start()
    {
        m_program = std::make_unique<Program>(*m_place, m_place->clock());
        connect(m_program->decisions.get(), &Decisions::done, this,
                [this](const DeedDone &deed) { m_told += text(deed); });
        connect(m_program->decisions.get(), &Decisions::failed, this,
                [this](const Error &error) { m_told += u"failed %1"_s.arg(int(error.kind)); });
    }
    void restart()
    {
        m_program.reset();
        start();
    }
    [[nodiscard]] Decisions &decisions() { return *m_program->decisions; }
    [[nodiscard]] const Library &library() { return *m_program->library; }
    [[nodiscard]] qsizetype journalLines()
    {
        return readAll(m_place->folder().journalFolder()).decisions.size();
    }
    /** While this is there, nothing that is decided comes to its end. */
    [[nodiscard]] std::optional<FileLock> journalHeld()
    {
        auto lock = FileLock::acquire(m_place->folder().machineFile() + u".lock"_s, QDeadlineTimer(5000));
        return lock ? std::optional(*std::move(lock)) : std::nullopt;
    }
    /** The journal cannot be written while this is there. */
    struct Locked
    {
        explicit Locked(const QString &journalFile)
            : file(journalFile)
            , aside(journalFile + u".aside"_s)
        {
            QFile::rename(file, aside);
            QDir().mkpath(file); // a folder in its place: no permissions that root would pass over
        }
        ~Locked()
        {
            QDir().rmdir(file);
            QFile::rename(aside, file);
        }
        QString file;
        QString aside;
    };
    [[nodiscard]] QString journalFile()
    {
        return m_program->journal->folder() + u'/' + m_program->journal->machine() + u".jsonl"_s;
    }

private Q_SLOTS:
    void init()
    {
        m_place = std::make_unique<TemporaryLibrary>();
        m_told.clear();
        start();
    }

    void cleanup()
    {
        m_program.reset();
        m_place.reset();
    }

    void aStarIsShownAtOnceAndThenKept()
    {
        QSignalSpy changes(&decisions(), &Decisions::marksChanged);
        auto held = journalHeld();
        auto starred = decisions().decide({paper(2)}, Decide::Star);
        QCOMPARE(shown(decisions()), u"- * - - "_s);
        QCOMPARE(stored(library()), u"- - - - "_s);
        QCOMPARE(changes.size(), 1);
        held.reset();
        QVERIFY(settled(starred));
        QTRY_COMPARE(stored(library()), u"- * - - "_s);
        SAYS(u"done star 2512.00002"_s);
        QCOMPARE(shown(decisions()), u"- * - - "_s);
        restart();
        QCOMPARE(shown(decisions()), u"- * - - "_s);
    }

    void aSelectionIsOneDeed()
    {
        decisions().decide({paper(1)}, Decide::Star);
        decisions().decide({paper(3), paper(1), paper(2), paper(3)}, Decide::Star);
        decisions().decide({paper(1), paper(2)}, Decide::Star); // they are already
        SAYS(u"done star 2512.00001; done star 2512.00003,2512.00002"_s);
        QCOMPARE(journalLines(), 3);
        decisions().undo();
        QTRY_COMPARE(stored(library()), u"* - - - "_s);
        SAYS(u"undone star 2512.00002,2512.00003"_s);
    }

    void threeQuickUndosUndoThreeDeeds()
    {
        for (int i = 1; i <= 4; ++i) {
            decisions().decide({paper(i)}, Decide::Star);
        }
        for (int i = 0; i < 3; ++i) {
            QVERIFY(decisions().canUndo());
            decisions().undo();
        }
        QTRY_COMPARE(stored(library()), u"* - - - "_s);
        for (int i = 0; i < 2; ++i) {
            QVERIFY(decisions().canRedo());
            decisions().redo();
        }
        QTRY_COMPARE(stored(library()), u"* * * - "_s);
        QTRY_VERIFY(decisions().canRedo() && decisions().canUndo());
        decisions().decide({paper(4)}, Decide::Star);
        QVERIFY(!decisions().canRedo());
        QTRY_COMPARE(m_told.isEmpty() ? QString() : m_told.last(), u"done star 2512.00004"_s);
        QCOMPARE(stored(library()), u"* * * * "_s);
        m_told.clear();
        decisions().redo();
        SAYS(u"failed %1"_s.arg(int(ErrorKind::NothingToRedo)));
    }

    void aStarIsUndoneBeforeItSettled()
    {
        auto held = journalHeld();
        decisions().decide({paper(1)}, Decide::Star);
        QVERIFY(decisions().canUndo());
        decisions().undo();
        QVERIFY(decisions().canUndo() && decisions().canRedo());
        held.reset();
        SAYS(u"done star 2512.00001; undone star 2512.00001"_s);
        QCOMPARE(shown(decisions()), u"- - - - "_s);
        QVERIFY(!decisions().canUndo());
        QVERIFY(decisions().canRedo());
    }

    void undoReachesBehindARestart()
    {
        decisions().decide({paper(1)}, Decide::Star);
        decisions().decide({paper(2)}, Decide::Read);
        SAYS(u"done star 2512.00001; done read 2512.00002"_s);
        restart();
        QVERIFY(decisions().canUndo());
        decisions().undo();
        decisions().undo();
        SAYS(u"undone read 2512.00002; undone star 2512.00001"_s);
        restart();
        QVERIFY(!decisions().canUndo());
        decisions().undo();
        SAYS(u"failed %1"_s.arg(int(ErrorKind::NothingToUndo)));
        decisions().redo();
        QTRY_COMPARE(stored(library()), u"* - - - "_s);
    }

    void anUndoThatFailsLeavesTheRest()
    {
        decisions().decide({paper(1)}, Decide::Star);
        SAYS(u"done star 2512.00001"_s);
        {
            const Locked locked(journalFile());
            decisions().undo();
            SAYS(u"failed %1"_s.arg(int(ErrorKind::Io)));
        }
        QCOMPARE(shown(decisions()), u"* - - - "_s);
        decisions().undo();
        SAYS(u"undone star 2512.00001"_s);
    }

    void aFailureTakesTheMarkBack()
    {
        QVERIFY(settled(decisions().decide({paper(1)}, Decide::Star)));
        SAYS(u"done star 2512.00001"_s);
        const Locked locked(journalFile());
        auto held = journalHeld();
        QSignalSpy changes(&decisions(), &Decisions::marksChanged);
        decisions().decide({paper(1), paper(2)}, Decide::Unstar);
        auto failed = decisions().decide({paper(2)}, Decide::Star);
        decisions().markRead(paper(3));
        QCOMPARE(shown(decisions()), u"- * -r- "_s);
        decisions().flush();
        held.reset();
        QVERIFY(!settled(failed));
        QTRY_COMPARE(shown(decisions()), u"* - - - "_s);
        QTRY_COMPARE(m_told.size(), 3);
        QVERIFY(changes.size() >= 6);
        QVERIFY(!decisions().canRedo());
    }

    void aStarThatWasKeptStaysShownThoughTheLibraryIsBusy()
    {
        const auto waiting = [this] { return decisions().marks(paper(1)).starred; };
        auto library = Connection::open(m_place->folder().libraryFile(), Connection::Mode::Write,
                                        Connection::Sync::Full);
        QVERIFY((*library)->run("ALTER TABLE applied RENAME TO elsewhere"));
        QVERIFY(settled(decisions().decide({paper(1)}, Decide::Star)));
        QTest::qWait(300);
        QVERIFY(waiting());
        QCOMPARE(m_told, QStringList());
        QVERIFY((*library)->run("ALTER TABLE elsewhere RENAME TO applied"));
        SAYS(u"done star 2512.00001"_s);
        QVERIFY(waiting());
    }

    void readMarksAreWrittenTogetherWithinASecond()
    {
        QElapsedTimer timer;
        timer.start();
        for (int i = 1; i <= 3; ++i) {
            decisions().markRead(paper(i));
            decisions().markRead(paper(i));
        }
        QCOMPARE(shown(decisions()), u"-r-r-r- "_s);
        QCOMPARE(journalLines(), 0);
        QTRY_COMPARE(stored(library()), u"-r-r-r- "_s);
        QCOMPARE(journalLines(), 3);
        QCOMPARE(readAll(m_place->folder().journalFolder()).decisions.last().time,
                 readAll(m_place->folder().journalFolder()).decisions.first().time); // one append
        QVERIFY(!decisions().canUndo());                                             // reading is no deed
        decisions().markRead(paper(1));
        QVERIFY(settled(decisions().flush()));
        QCOMPARE(journalLines(), 3);
    }

    void readMarksAreWrittenOnClosing()
    {
        decisions().markRead(paper(1));
        restart();
        QCOMPARE(shown(decisions()), u"-r- - - "_s);
    }

    void whatIsMarkedUnreadRightAfterReadingStaysUnread()
    {
        decisions().markRead(paper(1));
        decisions().decide({paper(1)}, Decide::Unread);
        QCOMPARE(shown(decisions()), u"- - - - "_s);
        SAYS(u"done unread 2512.00001"_s);
        QVERIFY(settled(decisions().flush()));
        restart();
        QCOMPARE(shown(decisions()), u"- - - - "_s);
    }

    void twoProgramsMeet()
    {
        Program other(*m_place, m_place->clock());
        QVERIFY(settled(other.decisions->decide({paper(1)}, Decide::Star)));
        QTRY_VERIFY(library().marks(paper(1)).starred);
        decisions().undo(); // the deeds are the machine's, whichever program did them
        SAYS(u"undone star 2512.00001"_s);
        QVERIFY(!other.decisions->marks(paper(1)).starred);
    }

    void aStarTakesItsCopyAlong()
    {
        const QByteArray day =
            dayText(u"arXiv"_s, u"2025-12-09"_s,
                    {{u"Voxel art"_s, u"Ada"_s, u"http://arxiv.org/pdf/2512.00001v1"_s, u""_s}});
        const qint64 import = await(m_program->store->beginImport()).value_or(-1);
        QVERIFY(await(m_program->store->put(import, dayFile(u"day.md"_s, day))));
        decisions().decide({paper(1)}, Decide::Star);
        decisions().decide({paper(1)}, Decide::Unstar);
        SAYS(u"done star 2512.00001; done unstar 2512.00001"_s);
        QVERIFY(await(m_program->store->undoImport(import)));
        decisions().undo();
        QTRY_COMPARE(library().readingListSize(), 1);
        QCOMPARE(library().papers(InReadingList{}, u"en"_s)->first().title, u"Voxel art"_s);
    }
};

QTEST_GUILESS_MAIN(TestDecisions)
#include "tst_decisions.moc"
