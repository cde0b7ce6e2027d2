// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/journal.h"

#include "tests/support/decisions.h"
#include "tests/support/fakeclock.h"

#include "app/platform/filelock.h"

#include <QtTest>
#include <thread>
#include <vector>

using namespace paperdawn;
using namespace paperdawn::test;
using namespace Qt::StringLiterals;

class TestJournal : public QObject
{
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> m_dir;
    FakeClock m_clock;

    [[nodiscard]] QString folder() const { return m_dir->filePath(u"journal"_s); }
    [[nodiscard]] QString idFile() const { return m_dir->filePath(u"machine"_s); }

    static Future<QList<Decision>> append(Journal &journal, const QString &paper)
    {
        std::promise<QList<Draft>> made;
        made.set_value({starring(paper)});
        return journal.append(made.get_future(), Undoable::Yes);
    }

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        QVERIFY(m_dir->isValid());
    }

    void isFulfilledOnceItIsInTheFile()
    {
        const auto journal = Journal::open(folder(), idFile(), m_clock).value();
        QCOMPARE(journal->folder(), folder());
        auto future = append(*journal, u"arxiv:1"_s);
        const auto decisions = future.result();
        QVERIFY(decisions);
        QCOMPARE(text(readAll(folder()).decisions), text(*decisions));
        QCOMPARE(decisions->first().machine, journal->machine());
    }

    void nobodyWaitsForALockThatIsHeld()
    {
        auto journal = Journal::open(folder(), idFile(), m_clock).value();
        auto lock =
            std::make_unique<Result<FileLock>>(FileLock::acquire(idFile() + u".lock"_s, QDeadlineTimer(0)));
        QVERIFY(*lock);
        auto future = append(*journal, u"arxiv:1"_s);
        QVERIFY(!future.isFinished());
        QVERIFY(readAll(folder()).decisions.isEmpty());
        lock.reset();
        QVERIFY(future.result());
    }

    void theOrderIsThatOfTheAppendsHoweverLateTheirDraftsAre()
    {
        const auto journal = Journal::open(folder(), idFile(), m_clock).value();
        std::promise<QList<Draft>> late;
        auto first = journal->append(late.get_future(), Undoable::Yes);
        auto second = append(*journal, u"arxiv:2"_s);
        QVERIFY(!first.isFinished() && !second.isFinished());
        late.set_value({starring(u"arxiv:1"_s)});
        QVERIFY(second.result());
        const QList<Decision> decisions = readAll(folder()).decisions;
        QCOMPARE(decisions.size(), 2);
        QCOMPARE(decisions.first().paper, u"arxiv:1"_s);
    }

    void draftsThatComeToNothingAreNoDecision()
    {
        const auto journal = Journal::open(folder(), idFile(), m_clock).value();
        std::promise<QList<Draft>> none;
        none.set_value({});
        QCOMPARE(journal->append(none.get_future(), Undoable::Yes).result()->size(), 0);
        QVERIFY(append(*journal, u"arxiv:1"_s).result()); // the lock was let go
        QCOMPARE(readAll(folder()).decisions.size(), 1);
    }

    void closingWritesWhatWaits()
    {
        std::vector<Future<QList<Decision>>> futures;
        {
            const auto journal = Journal::open(folder(), idFile(), m_clock).value();
            for (int i = 0; i < 20; ++i) {
                futures.push_back(append(*journal, u"arxiv:%1"_s.arg(i)));
            }
        }
        QList<Decision> acknowledged;
        for (const auto &future : futures) {
            QVERIFY(future.isFinished() && future.resultCount() == 1);
            acknowledged += future.result().value();
        }
        QCOMPARE(text(readAll(folder()).decisions), text(acknowledged));
        QCOMPARE(acknowledged.last().paper, u"arxiv:19"_s);
    }

    void failuresComeBackInTheFuture()
    {
        const auto journal = Journal::open(folder(), idFile(), m_clock).value();
        QVERIFY(QDir(folder()).removeRecursively());
        auto future = append(*journal, u"arxiv:1"_s);
        QCOMPARE(future.result().error().kind, ErrorKind::NotFound);
        QVERIFY(QDir().mkpath(folder()));
        QVERIFY(append(*journal, u"arxiv:1"_s).result());
    }

    void takesAppendsFromAnyThread()
    {
        const auto journal = Journal::open(folder(), idFile(), m_clock).value();
        {
            std::vector<std::jthread> threads;
            for (int i = 0; i < 4; ++i) {
                threads.emplace_back([&] {
                    for (int turn = 0; turn < 10; ++turn) {
                        (void)append(*journal, u"arxiv:1"_s).result();
                    }
                });
            }
        }
        const Replay replay = readAll(folder());
        QCOMPARE(replay.decisions.size(), 40);
        QCOMPARE(replay.decisions.last().sequence, 40);
    }
};

QTEST_GUILESS_MAIN(TestJournal)
#include "tst_journal.moc"
