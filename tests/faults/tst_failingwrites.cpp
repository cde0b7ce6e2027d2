// SPDX-License-Identifier: GPL-3.0-or-later
// Each call to the disk in a reader's two mornings fails, one after the other: once, or from then on for
// good.
#include "app/base/sentence.h"

#include "tests/faults/filecalls.h"
#include "tests/faults/journey.h"
#include "tests/support/processes.h"
#include "tests/support/temporarylibrary.h"

#include <QElapsedTimer>
#include <QtTest>
#include <cerrno>

using namespace paperdawn;
using namespace paperdawn::test;
using namespace Qt::StringLiterals;

namespace {

/** What fails: the call so many calls after the first one, and all that come after it where it is for good.
 */
struct Failing
{
    int from = -1; ///< none
    bool isForGood = false;
    int number = EIO;
};

class FailingDisk final : public FileCallWatcher
{
public:
    explicit FailingDisk(const Failing &failing)
        : m_failing(failing)
    {
    }
    [[nodiscard]] int refusal(const FileCall &call) override
    {
        const int number = m_calls++;
        if (m_failing.from < 0 || number < m_failing.from ||
            (number > m_failing.from && !m_failing.isForGood)) {
            return 0;
        }
        if (number == m_failing.from) {
            m_failed = call.path.isEmpty() ? call.to : call.path;
        }
        return m_failing.number;
    }
    void made(const FileCall &) override {}
    [[nodiscard]] int calls() const { return m_calls; }
    [[nodiscard]] QByteArray failed() const { return m_failed; }

private:
    const Failing m_failing;
    int m_calls = 0;
    QByteArray m_failed;
};

/** What came of a journey on such a disk. */
struct Outcome
{
    int calls = 0;
    int failures = 0;
    QByteArray call; ///< the path of that which failed first
    QString broken;  ///< null: all is well
};

Outcome travel(const Failing &failing)
{
    const QTemporaryDir folder(scratchPlace() + u"/paperdawn-writes"_s);
    FailingDisk disk(failing);
    Promises promises;
    Outcome outcome;
    QStringList broken;
    watchFileCalls(QFile::encodeName(folder.path()), &disk);
    Journey(folder.path(), [&](const Told &told) {
        promises.hear(told);
        if (told.what == Told::What::Failed) {
            ++outcome.failures;
            if (told.error.kind == ErrorKind::Internal || sentence(told.error).isEmpty()) {
                broken += told.step + u" failed without a reason: "_s + told.error.what;
            }
        }
    }).go();
    watchFileCalls({}, nullptr);
    outcome.calls = disk.calls();
    outcome.call = disk.failed();
    if (const QString found = promises.brokenIn(folder.path()); !found.isEmpty()) {
        broken += found;
    }
    outcome.broken = broken.join(u'\n');
    return outcome;
}

} // namespace

/** PAPERDAWN_EVERY_WRITE: each call fails in each way, instead of a few of them. */
class TestFailingWrites : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLoggingCategory::setFilterRules(u"*.warning=false"_s); }

    void aDiskThatWorksLosesNothing()
    {
        const Outcome outcome = travel({});
        QCOMPARE(outcome.broken, QString());
        QCOMPARE(outcome.failures, 0);
        QVERIFY(outcome.calls > 200);
    }

    void whatFailsIsSaidAndNothingThatWasKeptIsLost_data()
    {
        QTest::addColumn<int>("number");
        QTest::addColumn<bool>("isForGood");
        QTest::newRow("full disk, once") << ENOSPC << false;
        QTest::newRow("full disk, for good") << ENOSPC << true;
        QTest::newRow("input/output error, once") << EIO << false;
        QTest::newRow("input/output error, for good") << EIO << true;
    }

    void whatFailsIsSaidAndNothingThatWasKeptIsLost()
    {
        QFETCH(int, number);
        QFETCH(bool, isForGood);
        const int calls = travel({}).calls;
        const int step = qEnvironmentVariableIsSet("PAPERDAWN_EVERY_WRITE") ? 1 : 29;
        QElapsedTimer timer;
        timer.start();
        QStringList broken;
        int runs = 0;
        int failures = 0;
        for (int from = 0; from < calls; from += step) {
            const Outcome outcome = travel({from, isForGood, number});
            ++runs;
            failures += outcome.failures;
            if (!outcome.broken.isEmpty()) {
                broken +=
                    u"call %1 (%2): %3"_s.arg(from).arg(QString::fromUtf8(outcome.call), outcome.broken);
            }
        }
        QVERIFY2(broken.isEmpty(),
                 qPrintable(u"%1 of %2 runs:\n%3"_s.arg(broken.size()).arg(runs).arg(broken.join(u'\n'))));
        QVERIFY(failures > 0);
        qInfo("%d runs, %d steps that failed and said so, nothing lost, %lld s", runs, failures,
              timer.elapsed() / 1000);
    }
};

QTEST_GUILESS_MAIN(TestFailingWrites)
#include "tst_failingwrites.moc"
