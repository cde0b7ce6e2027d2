// SPDX-License-Identifier: GPL-3.0-or-later
// A disk that fills up in the middle of a fetch: said, what came before stays, the day says what it lacks,
// and where there is room again the next fetch goes on from there. In a small file system of its own.
#include "app/base/sentence.h"
#include "app/fetch/fetchjob.h"

#include "tests/support/fakearxiv.h"
#include "tests/support/filler.h"
#include "tests/support/processes.h"
#include "tests/support/temporarylibrary.h"

#include <QtTest>
#include <cstdio>

using namespace paperdawn;
using namespace paperdawn::test;
using namespace Qt::StringLiterals;

namespace {

const QDate tuesday(2025, 12, 9);

void say(const char *what, const QString &value)
{
    std::printf("%s: %s\n", what, qPrintable(value));
}

/** How the day stands, in a library that is opened anew. */
void sayDay(const LibraryFolder &folder)
{
    const auto library = Library::open(folder);
    const auto days = library ? (*library)->days(tuesday, tuesday) : failure(ErrorKind::Internal);
    say("day", days && !days->isEmpty() ? u"%1 papers, %2 %3"_s.arg(days->first().count)
                                              .arg(dayStatusKey(days->first().status), days->first().reason)
                                        : u"NOT HERE"_s);
}

/** `filled` is called as the second page is asked for. */
void fetch(const LibraryFolder &folder, const std::function<void()> &filled)
{
    const FakeClock clock(QDateTime({2025, 12, 12}, {0, 0}, Qt::UTC));
    const FakeArxiv arxiv{{{u"cs.CL"_s, entries(1, 230)}, {u"hep-th"_s, entries(900, 5, u"hep-th"_s)}}};
    FakeTransport transport([&](const QUrl &url) {
        if (asked(url, u"start"_s) == u"200"_s) {
            filled();
        }
        return atomReply(arxiv.answer(url));
    });
    const auto store = Store::open(folder, clock, u"laptop"_s);
    const auto library = Library::open(folder);
    if (!store || !library) {
        return say("fetch", u"THE LIBRARY DOES NOT OPEN"_s);
    }
    QThreadPool pool;
    const Endpoints endpoints;
    const ArxivServices services(transport, endpoints, pool);
    FetchJob job(services, **store, **library, clock, tuesday);
    std::optional<FetchOutcome> outcome;
    QObject::connect(&job, &FetchJob::finished, &job, [&](const FetchOutcome &told) { outcome = told; });
    job.fetchLists({u"cs.CL"_s, u"hep-th"_s});
    (void)QTest::qWaitFor([&] { return outcome.has_value(); }, 60'000);
    say("fetch", !outcome               ? u"IT DID NOT END"_s
                 : !outcome->error      ? u"all is here"_s
                 : outcome->hasFailed() ? sentence(*outcome->error)
                                        : u"NOT AN ERROR"_s);
    const auto faults = await((*store)->check(false));
    say("faults", faults ? QString::number(faults->size()) : sentence(faults.error()));
}

int fetching(const QString &disk, qint64 room)
{
    const LibraryFolder folder{disk + u"/library"_s};
    std::optional<Filler> filler;
    fetch(folder, [&] { filler.emplace(disk, room); });
    sayDay(folder);
    filler.reset();
    fetch(folder, [] {});
    sayDay(folder);
    return 0;
}

} // namespace

class TestFetchDiskFull : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { REQUIRE_UNSHARE(); }

    void whatCameBeforeStays_data()
    {
        QTest::addColumn<int>("room");
        for (const int room : {0, 4, 16, 64}) {
            QTest::addRow("%d KiB left", room) << room;
        }
    }

    void whatCameBeforeStays()
    {
        QFETCH(int, room);
        const QTemporaryDir dir;
        QCOMPARE(printedOnTmpfs(dir.path(), u"size=8m"_s,
                                {u"--fetch"_s, dir.path(), QString::number(room * 1024)}),
                 u"fetch: Disk full: nothing was saved to %1/library. Free some space and try again.\n"
                 "faults: 0\n"
                 "day: 200 papers, incomplete cs.CL 200/230, hep-th 0/?\n"
                 "fetch: all is here\n"
                 "faults: 0\n"
                 "day: 235 papers, approximate"_s.arg(dir.path()));
    }
};

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == "--fetch"_L1) {
        return fetching(arguments.value(2), arguments.value(3).toLongLong());
    }
    TestFetchDiskFull test;
    return QTest::qExec(&test, arguments);
}

#include "tst_fetchdiskfull.moc"
