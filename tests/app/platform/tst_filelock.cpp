// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/filelock.h"

#include <QtTest>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <thread>
#include <vector>

using namespace paperdawn;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestFileLock : public QObject
{
    Q_OBJECT
    QTemporaryDir m_dir;
    QString m_path = m_dir.filePath(u"lock"_s);

    static QDeadlineTimer now() { return QDeadlineTimer(0); }

private Q_SLOTS:
    void excludesEvenTheSameThread()
    {
        auto held = FileLock::acquire(m_path, now());
        QVERIFY(held);
        const auto second = FileLock::acquire(m_path, now());
        QCOMPARE(second.error().kind, ErrorKind::Busy);
        QCOMPARE(second.error().where, m_path);
        held = FileLock::acquire(m_dir.filePath(u"other"_s), now()); // gives the first one up
        QVERIFY(FileLock::acquire(m_path, now()));
    }

    void whoSharesItExcludesOnlyWhoWantsItAlone()
    {
        const auto held = FileLock::share(m_path, now());
        auto beside = FileLock::share(m_path, now());
        QVERIFY(held && beside);
        QCOMPARE(FileLock::acquire(m_path, now()).error().kind, ErrorKind::Busy);
        const auto alone = FileLock::acquire(m_dir.filePath(u"alone"_s), now());
        QVERIFY(alone);
        QCOMPARE(FileLock::share(m_dir.filePath(u"alone"_s), now()).error().kind, ErrorKind::Busy);
    }

    void excludesThreads()
    {
        constexpr int rounds = 50;
        int counter = 0; // not atomic: the lock is what protects it
        std::atomic<bool> failed = false;
        std::vector<std::jthread> threads;
        for (int i = 0; i < 4; ++i) {
            threads.emplace_back([&] {
                for (int round = 0; round < rounds; ++round) {
                    const auto lock = FileLock::acquire(m_path, QDeadlineTimer(60s));
                    failed = failed || !lock;
                    const int seen = counter;
                    std::this_thread::yield();
                    counter = seen + 1;
                }
            });
        }
        threads.clear();
        QVERIFY(!failed);
        QCOMPARE(counter, 4 * rounds);
    }

    void waitsUntilItIsFree()
    {
        auto held = std::make_unique<Result<FileLock>>(FileLock::acquire(m_path, now()));
        std::jthread release([&] {
            std::this_thread::sleep_for(30ms);
            held.reset();
        });
        QVERIFY(FileLock::acquire(m_path, QDeadlineTimer(60s)));
    }

    void stops()
    {
        const auto held = FileLock::acquire(m_path, now());
        std::stop_source stop;
        std::jthread stopper([&] {
            std::this_thread::sleep_for(30ms);
            stop.request_stop();
        });
        const auto waited =
            FileLock::acquire(m_path, QDeadlineTimer(QDeadlineTimer::Forever), stop.get_token());
        QCOMPARE(waited.error().kind, ErrorKind::Cancelled);
    }

    void aDeletedLockFileDoesNotLetTwoIn()
    {
        const auto old = FileLock::acquire(m_path, now());
        QVERIFY(QFile::remove(m_path));
        const auto fresh = FileLock::acquire(m_path, now());
        QVERIFY(fresh);
        QCOMPARE(FileLock::acquire(m_path, now()).error().kind, ErrorKind::Busy);
    }

    void isReleasedByAKill()
    {
        QProcess holder;
        holder.start(QCoreApplication::applicationFilePath(), {u"--hold"_s, m_path});
        QVERIFY(holder.waitForReadyRead());
        QCOMPARE(FileLock::acquire(m_path, now()).error().kind, ErrorKind::Busy);
        holder.kill();
        QVERIFY(holder.waitForFinished());
        QVERIFY(FileLock::acquire(m_path, now()));
    }

    void aMissingFolderIsSaid()
    {
        const auto lock = FileLock::acquire(m_dir.filePath(u"no/such/lock"_s), now());
        QCOMPARE(lock.error().kind, ErrorKind::NotFound);
    }
};

namespace {

/** What the test starts in order to kill it: takes the lock, says so, and waits. */
int hold(const QString &path)
{
    const auto lock = FileLock::acquire(path, QDeadlineTimer(0));
    std::puts(lock ? "held" : "refused");
    std::fflush(stdout);
    std::this_thread::sleep_for(60s);
    return 0;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"--hold"_s) {
        return hold(arguments.value(2));
    }
    TestFileLock test;
    return QTest::qExec(&test, arguments);
}

#include "tst_filelock.moc"
