// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/journalfile.h"
#include "app/journal/rejoin.h"

#include "tests/support/decisions.h"
#include "tests/support/fakeclock.h"

#include "app/base/sentence.h"
#include "app/platform/filelock.h"

#include <QtTest>
#include <csignal>
#include <sys/resource.h>
#include <thread>
#include <vector>

using namespace paperdawn;
using namespace paperdawn::test;
using namespace Qt::StringLiterals;

namespace {
const QString one = u"arxiv:2512.00001"_s;
const QString two = u"arxiv:2512.00002"_s;
} // namespace

class TestJournalFile : public QObject
{
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<FakeClock> m_clock;

    [[nodiscard]] QString folder() const { return m_dir->filePath(u"shared/journal"_s); }
    [[nodiscard]] QString idFile() const { return m_dir->filePath(u"own/machine"_s); }
    [[nodiscard]] JournalFile open() const { return JournalFile::open(folder(), idFile(), *m_clock).value(); }
    [[nodiscard]] QString all() const { return text(readAll(folder()).decisions); }

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_clock = std::make_unique<FakeClock>(QDateTime({2025, 12, 9}, {8, 0}, Qt::UTC)); // 1765267200000
        QVERIFY(QDir().mkpath(m_dir->filePath(u"own"_s)));
        QVERIFY(putFile(idFile(), "laptop\n"));
    }

    void appendsNumbersAndDeeds()
    {
        JournalFile file = open();
        QCOMPARE(file.machine(), u"laptop"_s);
        const auto star = file.append({starring(one)});
        QCOMPARE(text(*star), u"laptop 1 @1765267200000 deed 1: arxiv:2512.00001 star = true"_s);
        QVERIFY(file.append({starring(one, false), starring(two)}));
        QVERIFY(file.append({{one, u"read"_s, true, {}, Way::Done, 0, {}}}, Undoable::No));
        m_clock->advance(5000);
        QVERIFY(file.append({{two, u"star"_s, false, true, Way::Undone, 2, {}}}));
        QVERIFY(file.append({{two, u"star"_s, true, false, Way::Redone, 2, {}}}));
        QVERIFY(file.append({})->isEmpty());
        QCOMPARE(all(), u"laptop 1 @1765267200000 deed 1: arxiv:2512.00001 star = true\n"
                        "laptop 2 @1765267200001 deed 2: arxiv:2512.00001 star = false\n"
                        "laptop 3 @1765267200001 deed 2: arxiv:2512.00002 star = true\n"
                        "laptop 4 @1765267200002: arxiv:2512.00001 read = true\n"
                        "laptop 5 @1765267205000 undoes 2: arxiv:2512.00002 star = false\n"
                        "laptop 6 @1765267205001 redoes 2: arxiv:2512.00002 star = true"_s);
        const QFile::Permissions others = QFile::ReadGroup | QFile::ReadOther;
        QCOMPARE(QFile::permissions(file.path()) & others, QFile::Permissions());
    }

    void goesOnAfterARestart()
    {
        QVERIFY(open().append({starring(one)}));
        m_clock->set(QDateTime({1969, 12, 31}, {23, 0}, Qt::UTC));
        QVERIFY(open().append({starring(two)}));
        QCOMPARE(all(), u"laptop 1 @1765267200000 deed 1: arxiv:2512.00001 star = true\n"
                        "laptop 2 @1765267200001 deed 2: arxiv:2512.00002 star = true"_s);
    }

    /** The journal was lost, and what a backup knew of it stands in another file, in no order. */
    void numbersAndTimesGoOnAfterARestore()
    {
        QVERIFY(open().append({starring(one)}));
        const qint64 last = 1'765'270'800'000; // an hour later
        Decision ours{.machine = u"laptop"_s, .sequence = 70, .time = last, .deed = 70};
        ours.paper = one;
        ours.field = u"star"_s;
        ours.value = false;
        Decision theirs = ours;
        theirs.machine = u"desktop"_s;
        QList<Decision> restored{ours}; // at the start, and more than the end of a file behind it
        for (int i = 0; i < 30'000; ++i) {
            theirs.sequence = i + 1;
            theirs.time = last - 1'000'000 + i;
            theirs.deed = theirs.sequence;
            restored += theirs;
        }
        QVERIFY(rejoin(folder(), restored, m_clock->now()));
        JournalFile file = open();
        const auto next = file.append({starring(one)});
        QCOMPARE(text(*next), u"laptop 71 @%1 deed 71: arxiv:2512.00001 star = true"_s.arg(last + 1));
        QCOMPARE(ledgerOf(readAll(folder()).decisions).value(one, u"star"_s), QJsonValue(true));
        // and another one that comes while it is open, at the same time by the clock
        ours.sequence = 90;
        ours.time = last + 5;
        QVERIFY(rejoin(folder(), {ours}, m_clock->now()));
        QCOMPARE(QDir(folder()).entryList({u"restored-*.jsonl"_s}).size(), 2);
        QCOMPARE(text(*file.append({starring(one)})),
                 u"laptop 91 @%1 deed 91: arxiv:2512.00001 star = true"_s.arg(last + 6));
    }

    void aClockBefore1970StillGivesATime()
    {
        m_clock->set(QDateTime({1969, 12, 31}, {23, 0}, Qt::UTC));
        QVERIFY(open().append({starring(one)}));
        QCOMPARE(all(), u"laptop 1 @1 deed 1: arxiv:2512.00001 star = true"_s);
    }

    void aClockOf2038DoesNotWinForEver()
    {
        JournalFile ours = open();
        QVERIFY(ours.append({starring(one)}));
        FakeClock future(QDateTime({2038, 1, 19}, {3, 14, 8}, Qt::UTC));
        QVERIFY(putFile(m_dir->filePath(u"desktop-id"_s), "desktop"));
        JournalFile desktop = JournalFile::open(folder(), m_dir->filePath(u"desktop-id"_s), future).value();
        QVERIFY(desktop.append({starring(one, false)}));
        QCOMPARE(ledgerOf(readAll(folder()).decisions).value(one, u"star"_s), QJsonValue(false));
        QVERIFY(ours.append({starring(one)}));
        QCOMPARE(ledgerOf(readAll(folder()).decisions).value(one, u"star"_s), QJsonValue(true));
    }

    /** Nothing could be decided after it any more: it is kept and told, and does not count. */
    void aLineOfTheEndOfTimeDoesNotWinForEver()
    {
        QVERIFY(open().append({starring(one)}));
        const QByteArray last = R"({"m":"zzz","s":1,"t":9007199254740991,"p":"arxiv:2512.00001","f":"star",)"
                                "\"v\":false}\n";
        QVERIFY(putFile(folder() + u"/zzz.jsonl"_s, last));
        QCOMPARE(ledgerOf(readAll(folder()).decisions).value(one, u"star"_s), QJsonValue(true));
        QCOMPARE(readAll(folder()).unreadable.size(), 1);
        QCOMPARE(open().append({starring(one, false)})->first().time, 1'765'267'200'001);
        QCOMPARE(contentOf(folder() + u"/zzz.jsonl"_s), last);
    }

    void aClockBeyondAllYearsStillWrites()
    {
        m_clock->set(QDateTime({9999, 12, 31}, {23, 0}, Qt::UTC));
        QVERIFY(open().append({starring(one)}));
        QVERIFY(open().append({starring(one, false)}));
        QCOMPARE(ledgerOf(readAll(folder()).decisions).value(one, u"star"_s), QJsonValue(false));
    }

    void theMachineIsMadeOnceAndKept()
    {
        QVERIFY(QFile::remove(idFile()));
        const QString machine = open().machine();
        QVERIFY2(QRegularExpression(u"^[0-9a-f]{12}$"_s).match(machine).hasMatch(), qPrintable(machine));
        QCOMPARE(open().machine(), machine);
        QCOMPARE(contentOf(idFile()).split('\n').first(), machine.toLatin1());
        for (const QByteArray &damaged : {QByteArray(), QByteArray("../up"), QByteArray(300, 'a')}) {
            QVERIFY(putFile(idFile(), damaged));
            const QString fresh = open().machine();
            QVERIFY(isMachineId(fresh) && fresh != machine);
            QCOMPARE(open().machine(), fresh);
        }
    }

    void programsThatStartTogetherAreOneMachine()
    {
        QVERIFY(QFile::remove(idFile()));
        std::vector<QString> machines(4);
        {
            std::vector<std::jthread> threads;
            for (QString &machine : machines) {
                threads.emplace_back([&] { machine = open().machine(); });
            }
        }
        for (const QString &machine : machines) {
            QCOMPARE(machine, machines.front());
        }
    }

    void twoWritersInTwoThreadsLoseNothing()
    {
        constexpr int appends = 200;
        std::vector<QList<Decision>> acknowledged(2);
        {
            std::vector<std::jthread> threads;
            for (QList<Decision> &mine : acknowledged) {
                threads.emplace_back([&] {
                    JournalFile file = open();
                    for (int i = 0; i < appends; ++i) {
                        mine += file.append({starring(one), starring(two)}).value_or(QList<Decision>());
                    }
                });
            }
        }
        const Replay replay = readAll(folder());
        QVERIFY(replay.unreadable.isEmpty());
        QCOMPARE(replay.decisions.size(), 2 * 2 * appends);
        for (qsizetype i = 0; i < replay.decisions.size(); ++i) {
            QCOMPARE(replay.decisions.at(i).sequence, i + 1);
            QCOMPARE(replay.decisions.at(i).deed, i / 2 * 2 + 1); // no append has another in its middle
        }
        for (const QList<Decision> &mine : acknowledged) {
            QCOMPARE(mine.size(), 2 * appends);
            for (const Decision &decision : mine) {
                QCOMPARE(decision, replay.decisions.at(decision.sequence - 1));
            }
        }
    }

    /** Cut at every byte of the last line, then append: what was whole stays, what is new is there. */
    void aTornLastLineIsEnded()
    {
        JournalFile file = open();
        QVERIFY(file.append({starring(one)}));
        const QByteArray whole = contentOf(file.path());
        QVERIFY(file.append({starring(two)}));
        const QByteArray both = contentOf(file.path());
        for (qsizetype cut = whole.size(); cut <= both.size(); ++cut) {
            QVERIFY(putFile(file.path(), both.first(cut)));
            const auto appended = open().append({starring(u"new"_s)});
            QVERIFY(appended);
            const Replay replay = readAll(folder());
            // the line that lacks nothing but its end is a decision again
            const bool secondIsWhole = cut >= both.size() - 1;
            QCOMPARE(replay.decisions.size(), secondIsWhole ? 3 : 2);
            QCOMPARE(replay.decisions.first().paper, one);
            QCOMPARE(replay.decisions.last(), appended->first());
            QCOMPARE(appended->first().sequence, secondIsWhole ? 3 : 2);
            QCOMPARE(replay.unreadable.size(), cut > whole.size() && !secondIsWhole ? 1 : 0);
        }
    }

    void aFileThatWasCutOrRemovedIsTakenAsItIs()
    {
        JournalFile file = open();
        QVERIFY(file.append({starring(one)}));
        const QByteArray first = contentOf(file.path());
        QVERIFY(file.append({starring(two)}));
        QVERIFY(putFile(file.path(), first));                        // a backup was put back
        QCOMPARE(file.append({starring(two)})->first().sequence, 3); // a number is never given twice
        QVERIFY(QFile::remove(file.path()));
        QCOMPARE(file.append({starring(one)})->first().sequence, 4);
        QCOMPARE(readAll(folder()).decisions.size(), 1);
    }

    void foreignLinesInOurFileDoNotHideOurNumber()
    {
        JournalFile file = open();
        QVERIFY(file.append({starring(one)}));
        QByteArray content = contentOf(file.path());
        for (int i = 0; i < 3000; ++i) {
            content += "<<<<<<< of a merge that went wrong\n";
        }
        QVERIFY(putFile(file.path(), content + QByteArray(5000, '\0')));
        QCOMPARE(open().append({starring(two)})->first().sequence, 2);
        QCOMPARE(readAll(folder()).decisions.size(), 2);
        QCOMPARE(readAll(folder()).unreadable.size(), 3001);
    }

    void whatWouldNotBeReadAgainIsNotWritten_data()
    {
        QTest::addColumn<Draft>("draft");
        QTest::newRow("no paper") << Draft{u""_s, u"star"_s, true, {}, Way::Done, 0, {}};
        QTest::newRow("no field") << Draft{one, u""_s, true, {}, Way::Done, 0, {}};
        QTest::newRow("undo of nothing") << Draft{one, u"star"_s, true, {}, Way::Undone, 0, {}};
        QTest::newRow("undo of the future") << Draft{one, u"star"_s, true, {}, Way::Undone, 99, {}};
        QTest::newRow("too long") << Draft{one, u"note"_s, QString(longestLine, u'x'), {}, Way::Done, 0, {}};
    }
    void whatWouldNotBeReadAgainIsNotWritten()
    {
        QFETCH(Draft, draft);
        JournalFile file = open();
        QVERIFY(file.append({starring(one)}));
        const QByteArray before = contentOf(file.path());
        const auto appended = file.append({starring(two), draft});
        QVERIFY(!appended);
        QCOMPARE(appended.error().kind, ErrorKind::BadArgument);
        QCOMPARE(contentOf(file.path()), before);
        QCOMPARE(file.append({starring(two)})->first().sequence, 2);
    }

    void anAppendThatDoesNotFitLeavesTheFile()
    {
        JournalFile file = open();
        QVERIFY(file.append({starring(one)}));
        const QByteArray before = contentOf(file.path());
        rlimit limit = {};
        QCOMPARE(::getrlimit(RLIMIT_FSIZE, &limit), 0);
        const rlimit small{rlim_t(before.size()) + 150, limit.rlim_max}; // the second of two lines is cut
        std::signal(SIGXFSZ, SIG_IGN);
        ::setrlimit(RLIMIT_FSIZE, &small);
        const auto appended = file.append({starring(one), starring(two)});
        ::setrlimit(RLIMIT_FSIZE, &limit);
        QCOMPARE(appended.error().kind, ErrorKind::TooLarge);
        QCOMPARE(contentOf(file.path()), before);
        QCOMPARE(file.append({starring(two)})->first().sequence, 2);
    }

    void othersFilesAreNeverWritten()
    {
        QVERIFY(QDir().mkpath(folder()));
        const QString other = folder() + u"/desktop.jsonl"_s;
        QVERIFY(putFile(other, "torn"));
        QVERIFY(open().append({starring(one)}));
        QCOMPARE(contentOf(other), QByteArray("torn"));
    }

    /** A library that was copied with its machine's file: two machines must not write one journal file. */
    void onAnotherSystemTheMachineIsAnother()
    {
        const auto on = [this](const QString &system) {
            return JournalFile::open(folder(), idFile(), *m_clock, system)->machine();
        };
        QCOMPARE(on({}), u"laptop"_s);
        QCOMPARE(on(u"first"_s), u"laptop"_s); // of a version that did not note the system
        QCOMPARE(on(u"first"_s), u"laptop"_s);
        QCOMPARE(on({}), u"laptop"_s); // that cannot tell
        const QString copied = on(u"second"_s);
        QVERIFY(isMachineId(copied) && copied != u"laptop"_s);
        QCOMPARE(on(u"second"_s), copied);
        QVERIFY(on(u"first"_s) != u"laptop"_s && on(u"first"_s) != copied);
    }

    void aSystemIsToldByItsMachineId()
    {
        const QString file = m_dir->filePath(u"machine-id"_s);
        QCOMPARE(systemFingerprint(file), QString());
        QVERIFY(putFile(file, "uninitialized\n"));
        QCOMPARE(systemFingerprint(file), QString());
        QVERIFY(putFile(file, "0123456789abcdef0123456789abcdef\n"));
        const QString first = systemFingerprint(file);
        QCOMPARE(first.size(), 16);
        QVERIFY(!first.contains(u"0123456789abcdef"_s));
        QVERIFY(putFile(file, "0123456789abcdef0123456789abcdee\n"));
        QVERIFY(systemFingerprint(file) != first);
    }

    /** In a folder that is shared, anybody may have put a link in our file's place. */
    void aLinkInPlaceOfOurFileIsNotFollowed_data()
    {
        QTest::addColumn<bool>("dangling");
        QTest::newRow("to a file") << false;
        QTest::newRow("to nothing") << true;
    }

    void aLinkInPlaceOfOurFileIsNotFollowed()
    {
        QFETCH(bool, dangling);
        const QString victim = m_dir->filePath(u"victim"_s);
        QVERIFY(dangling || putFile(victim, "mine\n"));
        JournalFile file = open();
        QVERIFY(QFile::link(victim, file.path()));
        const auto appended = file.append({starring(one)});
        QVERIFY(!appended);
        QCOMPARE(sentence(appended.error()), file.path() + u" is a link to another file, so nothing was "
                                                           "written. Remove the link and try again."_s);
        QCOMPARE(contentOf(victim), QByteArray(dangling ? "" : "mine\n"));
        QCOMPARE(QFile::exists(victim), !dangling);
        QVERIFY(QFile::remove(file.path()));
        QVERIFY(file.append({starring(one)}));
    }

    void aFolderThatIsAFileIsSaid()
    {
        QVERIFY(putFile(m_dir->filePath(u"shared"_s), "x"));
        QVERIFY(!JournalFile::open(folder(), idFile(), *m_clock));
    }
};

QTEST_GUILESS_MAIN(TestJournalFile)
#include "tst_journalfile.moc"
