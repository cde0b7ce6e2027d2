// SPDX-License-Identifier: GPL-3.0-or-later
// What only other processes can do to a journal: write beside us, be killed, run out of disk.
#include "app/journal/journalfile.h"

#include "tests/support/decisions.h"
#include "tests/support/processes.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QSet>
#include <QtTest>
#include <cstdio>

using namespace paperdawn;
using namespace paperdawn::test;
using namespace Qt::StringLiterals;

namespace {

QString folderIn(const QString &dir)
{
    return dir + u"/journal"_s;
}

Result<JournalFile> openIn(const QString &dir)
{
    static const SystemClock clock;
    return JournalFile::open(folderIn(dir), dir + u"/machine"_s, clock);
}

/** Appends one to three decisions at a time, `appends` times; prints the number of each once acknowledged. */
int write(const QString &dir, const QString &name, int appends)
{
    auto file = openIn(dir);
    if (!file) {
        return 1;
    }
    for (int i = 0; i < appends; ++i) {
        const QList<Draft> drafts(1 + i % 3, starring(name + u':' + QString::number(i)));
        const auto decisions = file->append(drafts);
        if (!decisions) {
            return 2;
        }
        QByteArray numbers;
        for (const Decision &decision : *decisions) {
            numbers += QByteArray::number(decision.sequence) + '\n';
        }
        print(numbers);
    }
    return 0;
}

void say(const QString &what, const QString &value)
{
    std::printf("%s: %s\n", qPrintable(what), qPrintable(value));
}

QString outcome(const Result<QList<Decision>> &appended)
{
    if (appended) {
        return u"written"_s;
    }
    return appended.error().kind == ErrorKind::DiskFull ? u"disk full"_s : appended.error().what;
}

/** Runs in a small file system of its own: prints what became of each step. */
int fillDisk(const QString &dir)
{
    auto file = openIn(dir);
    if (!file) {
        return 1;
    }
    const QString filler = dir + u"/filler"_s;
    say(u"first"_s, outcome(file->append({starring(u"arxiv:1"_s)})));
    const QByteArray before = contentOf(file->path());
    QFile full(filler);
    if (!full.open(QIODevice::WriteOnly | QIODevice::Unbuffered)) {
        return 2;
    }
    while (full.write(QByteArray(512, 'f')) > 0) {
    }
    full.close();
    // the rest of the file's last page is still there to be filled: the write begins, and stops midway
    const QList<Draft> many(500, starring(u"arxiv:2"_s));
    say(u"when full"_s, outcome(file->append(many)));
    say(u"file"_s, contentOf(file->path()) == before ? u"as before"_s : u"changed"_s);
    say(u"readable"_s, QString::number(readAll(folderIn(dir)).decisions.size()));
    QFile::remove(filler);
    say(u"after making room"_s, outcome(file->append({starring(u"arxiv:3"_s)})));
    const Replay replay = readAll(folderIn(dir));
    say(u"last number"_s, QString::number(replay.decisions.last().sequence));
    say(u"unreadable"_s, QString::number(replay.unreadable.size()));
    return 0;
}

int openReadOnly(const QString &dir)
{
    const auto file = openIn(dir);
    say(u"opened"_s, file                                       ? u"yes"_s
                     : file.error().kind == ErrorKind::ReadOnly ? u"read-only"_s
                                                                : file.error().what);
    return 0;
}

QSet<qint64> numbersIn(const QByteArray &printed)
{
    QSet<qint64> numbers;
    // what was printed in part was acknowledged all the same, but nobody knows its number
    for (const QByteArray &line : printed.first(printed.lastIndexOf('\n') + 1).split('\n')) {
        if (!line.isEmpty()) {
            numbers << line.toLongLong();
        }
    }
    return numbers;
}

} // namespace

class TestJournalFaults : public QObject
{
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> m_dir;

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        QVERIFY(m_dir->isValid());
    }

    void twoProcessesLoseNothing()
    {
        constexpr int appends = 200;
        QProcess first;
        QProcess second;
        first.start(QCoreApplication::applicationFilePath(),
                    {u"--write"_s, m_dir->path(), u"first"_s, QString::number(appends)});
        second.start(QCoreApplication::applicationFilePath(),
                     {u"--write"_s, m_dir->path(), u"second"_s, QString::number(appends)});
        QVERIFY(first.waitForFinished(120'000) && second.waitForFinished(120'000));
        QCOMPARE(first.exitCode(), 0);
        QCOMPARE(second.exitCode(), 0);
        const QSet<qint64> ofFirst = numbersIn(first.readAllStandardOutput());
        const QSet<qint64> ofSecond = numbersIn(second.readAllStandardOutput());
        QVERIFY(!ofFirst.intersects(ofSecond));

        const Replay replay = readAll(folderIn(m_dir->path()));
        QVERIFY(replay.unreadable.isEmpty());
        QCOMPARE(replay.offsets.size(), 1); // one machine, one file
        QCOMPARE(replay.decisions.size(), ofFirst.size() + ofSecond.size());
        for (qsizetype i = 0; i < replay.decisions.size(); ++i) {
            const Decision &decision = replay.decisions.at(i);
            QCOMPARE(decision.sequence, i + 1);
            QCOMPARE(decision.paper.section(u':', 0, 0), ofFirst.contains(i + 1) ? u"first"_s : u"second"_s);
            // a deed is never cut in two by the other process, and time rises
            if (i > 0 && decision.deed != decision.sequence) {
                QCOMPARE(decision.paper, replay.decisions.at(i - 1).paper);
            }
            QVERIFY(i == 0 || decision.time >= replay.decisions.at(i - 1).time);
        }
    }

    /** PAPERDAWN_KILLS sets how many (1,000 before a release). */
    void nothingAcknowledgedIsLostToAKill()
    {
        const int kills = wanted("PAPERDAWN_KILLS", 40);
        QRandomGenerator random(9);
        QElapsedTimer sinceStart;
        sinceStart.start();
        Offsets offsets;
        QSet<qint64> written;
        qsizetype acknowledged = 0;
        qsizetype unreadable = 0;
        for (int kill = 0; kill < kills; ++kill) {
            // anywhere between write, fsync and print
            const QByteArray printed =
                printedUntilKilled({u"--write"_s, m_dir->path(), u"kill%1"_s.arg(kill), u"1000000"_s},
                                   1 + random.bounded(20), random.bounded(5000));
            QVERIFY(!printed.isEmpty());

            const Replay replay = readAll(folderIn(m_dir->path()), offsets);
            offsets = replay.offsets;
            unreadable += replay.unreadable.size();
            for (const Decision &decision : replay.decisions) {
                QVERIFY(!written.contains(decision.sequence));
                written << decision.sequence;
            }
            const QSet<qint64> numbers = numbersIn(printed);
            QVERIFY2(written.contains(numbers), qPrintable(u"lost in round %1"_s.arg(kill)));
            acknowledged += numbers.size();
        }
        QVERIFY(unreadable <= kills); // at most the line that was being written
        QVERIFY(acknowledged >= kills);
        qInfo("%d kills in %lld ms: %lld decisions acknowledged, %lld written, %lld torn", kills,
              sinceStart.elapsed(), qlonglong(acknowledged), qlonglong(written.size()),
              qlonglong(unreadable));
    }

    void aFullDiskIsSaidAndLosesNothing()
    {
        REQUIRE_UNSHARE();
        QCOMPARE(printedOnTmpfs(m_dir->path(), u"size=64k"_s, {u"--fill"_s, m_dir->path()}),
                 u"first: written\n"
                 "when full: disk full\n"
                 "file: as before\n"
                 "readable: 1\n"
                 "after making room: written\n"
                 "last number: 2\n"
                 "unreadable: 0"_s);
    }

    void aReadOnlyFileSystemIsSaid()
    {
        REQUIRE_UNSHARE();
        QCOMPARE(printedOnTmpfs(m_dir->path(), u"ro"_s, {u"--open"_s, m_dir->path()}),
                 u"opened: read-only"_s);
    }
};

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const QString mode = arguments.value(1);
    if (mode == u"--write"_s) {
        return write(arguments.value(2), arguments.value(3), arguments.value(4).toInt());
    }
    if (mode == u"--fill"_s) {
        return fillDisk(arguments.value(2));
    }
    if (mode == u"--open"_s) {
        return openReadOnly(arguments.value(2));
    }
    TestJournalFaults test;
    return QTest::qExec(&test, arguments);
}

#include "tst_journalfaults.moc"
