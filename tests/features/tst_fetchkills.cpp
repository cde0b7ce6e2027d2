// SPDX-License-Identifier: GPL-3.0-or-later
// kill -9 while `paperdawnctl fetch` is at work: each page is there or not at all, none that it was through
// with is lost, and the next one goes on to the very day that an undisturbed one gets.
#include "app/services.h"

#include "tests/support/fakearxiv.h"
#include "tests/support/misbehavingserver.h"
#include "tests/support/nowhere.h"
#include "tests/support/processes.h"
#include "tests/support/programs.h"
#include "tests/support/temporarylibrary.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QtTest>

using namespace paperdawn;
using namespace paperdawn::test;
using namespace Qt::StringLiterals;

namespace {

const QDate tuesday(2025, 12, 9);
constexpr int papersAPage = 20;

/** Two lists that share papers: six pages of the first, the last one not full, and two of the second. */
const QList<AtomEntry> first = entries(1, 110);
const QList<AtomEntry> second = entries(100, 40, u"cs.LG"_s);
constexpr int pagesOfFirst = 6;
constexpr int pages = 8;

bool isOfFirst(const QUrl &url)
{
    return asked(url, u"search_query"_s).contains(u"cat:cs.CL"_s);
}

/** How many pages are stored, because this is asked for. */
int storedBefore(const QUrl &url)
{
    const int start = asked(url, u"start"_s).toInt();
    return (isOfFirst(url) ? 0 : pagesOfFirst) + (start + papersAPage - 1) / papersAPage;
}

Answer answerTo(const QUrl &url)
{
    const QList<AtomEntry> &list = isOfFirst(url) ? first : second;
    const int start = asked(url, u"start"_s).toInt();
    return answers::good(atomFeed(list.mid(start, papersAPage), int(list.size()), start));
}

/** Opens what is there, which takes back what is half stored, and looks at it. */
QString stateOf(const LibraryFolder &folder)
{
    const auto services = Services::open(folder, {}, std::make_unique<FakeClock>());
    if (!services) {
        return u"does not open: "_s + services.error().what;
    }
    const auto faults = await((*services)->store().check(false));
    if (!faults || !faults->isEmpty() || !(*services)->store().mended().isEmpty()) {
        return u"has faults"_s;
    }
    return cacheText(folder);
}

} // namespace

/** PAPERDAWN_KILLS sets how many kills (1,000 before a release). */
class TestFetchKills : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        m_server.always([this](const Asked &asked) {
            const QUrl url(u"http://arxiv%1"_s.arg(QString::fromUtf8(asked.target)));
            m_questions += url;
            if (m_isAsked) {
                m_isAsked(url);
            }
            return answerTo(url);
        });
    }

    void noPageIsLostAndNoneIsThereTwice()
    {
        const QStringList states = undisturbed();
        QCOMPARE(states.size(), pages + 1);
        QCOMPARE(QSet<QString>(states.begin(), states.end()).size(), pages + 1);
        QVERIFY(states.last().endsWith(
            u"\nday %1 0 %2 NULL 139"_s.arg(tuesday.toJulianDay()).arg(int(DayStatus::Approximate))));

        const int kills = wanted("PAPERDAWN_KILLS", 10);
        QRandomGenerator random(23);
        QElapsedTimer timer;
        timer.start();
        QMap<qsizetype, int> left; // how many kills left so many pages
        int killed = 0;
        while (killed < kills) {
            const TemporaryLibrary library;
            qsizetype before = 0;
            do {
                killed += fetchUntilKilled(library.folder(), pages - int(before), random);
                const qsizetype stored = m_questions.isEmpty() ? before : storedBefore(m_questions.last());
                const qsizetype there = states.indexOf(stateOf(library.folder()));
                QVERIFY2(there >= 0, qPrintable(u"kill %1: no state of whole pages: %2"_s.arg(killed).arg(
                                         stateOf(library.folder()))));
                QVERIFY2(there >= stored && there >= before,
                         qPrintable(u"kill %1: %2 pages of %3"_s.arg(killed).arg(there).arg(stored)));
                ++left[there];
                before = there;
            } while (before < pages && random.bounded(3) > 0 && killed < kills);
            m_questions.clear();
            const Run run = fetch(library.folder());
            QCOMPARE(run.err, QString());
            QCOMPARE(run.code, 0);
            QCOMPARE(storedBefore(m_questions.first()), int(std::min<qsizetype>(before, pagesOfFirst)));
            QCOMPARE(stateOf(library.folder()), states.last());
        }
        QStringList counts;
        for (const auto &[there, count] : left.asKeyValueRange()) {
            counts += u"%1 with %2 pages"_s.arg(count).arg(there);
        }
        qInfo().noquote() << killed << "kills:" << counts.join(u", "_s) << "there, nothing lost,"
                          << timer.elapsed() / 1000 << "s";
    }

private:
    [[nodiscard]] QStringList wordsFor(const LibraryFolder &folder) const
    {
        return QStringList{
                   u"--library"_s,  folder.path, u"fetch"_s,      u"--day"_s, tuesday.toString(Qt::ISODate),
                   u"--category"_s, u"cs.CL"_s,  u"--category"_s, u"cs.LG"_s} +
               nowhereWords() + QStringList{u"--endpoint"_s, u"arxiv-api="_s + m_server.url().toString()};
    }

    /** While the server answers here. */
    Run fetch(const LibraryFolder &folder)
    {
        QProcess process;
        startPaperdawnctl(process, wordsFor(folder));
        (void)QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, 60'000);
        return outcomeOf(process);
    }

    /** What is in the cache as each page is asked for, and at the end: nothing else may ever be there. */
    QStringList undisturbed()
    {
        const TemporaryLibrary library;
        QStringList states;
        m_isAsked = [&](const QUrl &) { states += cacheText(library.folder()); };
        const Run run = fetch(library.folder());
        m_isAsked = {};
        states += cacheText(library.folder());
        return run.code == 0 ? states : QStringList();
    }

    /** At the start, or some time after one of so many pages was asked for; false where it ended before that.
     */
    bool fetchUntilKilled(const LibraryFolder &folder, int pagesToCome, QRandomGenerator &random)
    {
        m_questions.clear();
        const qsizetype enough = random.bounded(pagesToCome + 1);
        const int then = random.bounded(12'000); // µs: a page takes some ms
        QProcess process;
        startPaperdawnctl(process, wordsFor(folder));
        process.waitForStarted();
        while (m_questions.size() < enough && process.state() == QProcess::Running) {
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        }
        QElapsedTimer since;
        since.start();
        while (since.nsecsElapsed() < then * 1000LL) {
            QCoreApplication::processEvents();
        }
        const bool isKilled = process.state() == QProcess::Running;
        process.kill();
        process.waitForFinished();
        QCoreApplication::processEvents(); // what it asked last
        return isKilled;
    }

    MisbehavingServer m_server;
    QList<QUrl> m_questions;
    std::function<void(const QUrl &)> m_isAsked;
};

QTEST_GUILESS_MAIN(TestFetchKills)
#include "tst_fetchkills.moc"
