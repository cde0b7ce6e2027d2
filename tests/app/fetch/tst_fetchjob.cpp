// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fetch/fetchjob.h"
#include "tests/support/fakearxiv.h"
#include "tests/support/temporarylibrary.h"

#include <QtTest>

using namespace paperdawn;
using namespace paperdawn::test;
using namespace Qt::StringLiterals;

namespace {

const QDate tuesday(2025, 12, 9);

QString told(const QList<DayPart> &parts)
{
    QStringList texts;
    for (const DayPart &part : parts) {
        texts += u"%1 %2/%3"_s.arg(part.category)
                     .arg(part.held)
                     .arg(part.expected ? QString::number(*part.expected) : u"?"_s);
    }
    return texts.join(u", "_s);
}

/** A library, and the job that fills it from a transport. */
struct Fetching
{
    explicit Fetching(FakeTransport::Answer answer)
        : transport(std::move(answer))
    {
        pool.setMaxThreadCount(1);
        at(u"2025-12-12T00:00:00Z"_s);
    }

    void at(const QString &time) { library.clock().set(QDateTime::fromString(time, Qt::ISODate)); }

    FetchOutcome run(const std::function<void(FetchJob &)> &start)
    {
        FetchJob job(api, *store, *reader, library.clock(), tuesday);
        std::optional<FetchOutcome> outcome;
        int ends = 0;
        QObject::connect(&job, &FetchJob::finished, &job, [&](const FetchOutcome &told) {
            outcome = told;
            ++ends;
        });
        start(job);
        (void)QTest::qWaitFor([&] { return outcome.has_value(); }, 20'000);
        QTest::qWait(0);
        return ends == 1 ? *outcome : FetchOutcome{.error = Error{ErrorKind::Internal, u"no single end"_s}};
    }

    FetchOutcome lists(const QStringList &categories)
    {
        return run([&](FetchJob &job) { job.fetchLists(categories); });
    }

    [[nodiscard]] DaySummary day() const
    {
        const auto days = reader->days(tuesday, tuesday);
        return days && !days->isEmpty() ? days->first() : DaySummary();
    }

    [[nodiscard]] QList<Paper> papers() const { return *reader->papers(OnDay{tuesday, {}}, u"en"_s); }

    TemporaryLibrary library;
    FakeTransport transport;
    Endpoints endpoints;
    QThreadPool pool;
    ArxivApi api{transport, endpoints, pool};
    std::unique_ptr<Store> store = library.store();
    std::unique_ptr<Library> reader = library.library();
};

} // namespace

class TestFetchJob : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aDayOfSeveralCategoriesAndPages()
    {
        const FakeArxiv arxiv{{{u"cs.CL"_s, entries(1, 450)}, {u"cs.LG"_s, entries(440, 30, u"cs.LG"_s)}}};
        Fetching fetching([&](const QUrl &url) { return atomReply(arxiv.answer(url)); });
        const FetchOutcome outcome = fetching.lists({u"cs.CL"_s, u"cs.LG"_s});
        QVERIFY(!outcome.error);
        QVERIFY(outcome.isWhole());
        QCOMPARE(told(outcome.parts), u"cs.CL 450/450, cs.LG 30/30"_s);
        QCOMPARE(outcome.added, 469);
        QCOMPARE(fetching.transport.asked().size(), 4); // three pages and one
        QCOMPARE(fetching.day().status, DayStatus::Approximate);
        QCOMPARE(fetching.papers().size(), 469);
        QCOMPARE(fetching.papers().first().kind, Kind::New);
        const PaperDetails details = *fetching.reader->details(paper(1));
        QCOMPARE(details.title, u"Paper 1"_s);
        QCOMPARE(details.abstract, u"Abstract of Paper 1."_s);
        QVERIFY(details.authorsComplete);
    }

    void whatTheServerIsAskedFor()
    {
        QCOMPARE(ArxivApi::listQuery(u"cs.CL"_s, tuesday),
                 u"(cat:cs.CL OR cat:cmp-lg) AND submittedDate:[202512051900 TO 202512081859]"_s);
        QCOMPARE(ArxivApi::listQuery(u"hep-th"_s, QDate(2025, 7, 8)), // a holiday on the Friday before
                 u"cat:hep-th AND submittedDate:[202507031800 TO 202507071759]"_s);
    }

    void aPaperOfAnotherPrimaryCategoryIsCrossListed()
    {
        const FakeArxiv arxiv{{{u"cs.CL"_s, {entry(1), entry(2, u"cs.LG"_s)}}}};
        Fetching fetching([&](const QUrl &url) { return atomReply(arxiv.answer(url)); });
        QVERIFY(fetching.lists({u"cs.CL"_s}).isWhole());
        QCOMPARE(fetching.papers().at(0).kind, Kind::New);
        QCOMPARE(fetching.papers().at(1).kind, Kind::Cross);
    }

    /** Nothing is lost where it breaks off; the next one goes on from there. */
    void anErrorInTheMiddleLeavesAnIncompleteDayThatIsGoneOnWith()
    {
        const FakeArxiv arxiv{{{u"cs.CL"_s, entries(1, 450)}, {u"hep-th"_s, entries(500, 5, u"hep-th"_s)}}};
        bool isBusy = true;
        Fetching fetching([&](const QUrl &url) -> Result<HttpReply> {
            if (isBusy && asked(url, u"start"_s) == u"400"_s) {
                return failure(ErrorKind::RateLimited, {}, u"export.arxiv.org"_s);
            }
            return atomReply(arxiv.answer(url));
        });
        const FetchOutcome broken = fetching.lists({u"cs.CL"_s, u"hep-th"_s});
        QVERIFY(broken.error);
        QCOMPARE(broken.error->kind, ErrorKind::RateLimited);
        QVERIFY(!broken.isWhole());
        QCOMPARE(told(broken.parts), u"cs.CL 400/450, hep-th 0/?"_s);
        QCOMPARE(fetching.day().status, DayStatus::Incomplete);
        QCOMPARE(fetching.day().reason, u"cs.CL 400/450"_s);
        QCOMPARE(fetching.papers().size(), 400);

        isBusy = false;
        const qsizetype before = fetching.transport.asked().size();
        const FetchOutcome whole = fetching.lists({u"cs.CL"_s, u"hep-th"_s});
        QVERIFY(whole.isWhole());
        QCOMPARE(told(whole.parts), u"cs.CL 450/450, hep-th 5/5"_s);
        QCOMPARE(fetching.transport.asked().size() - before,
                 2); // the page that was missing, and the other list
        QCOMPARE(fetching.day().status, DayStatus::Approximate);
        QVERIFY(fetching.day().reason.isNull());
    }

    void anEmptyAnswerIsNotBelievedAtOnce()
    {
        const FakeArxiv arxiv{{{u"cs.CL"_s, entries(1, 3)}}};
        int count = 0;
        Fetching fetching([&](const QUrl &url) -> Result<HttpReply> {
            return ++count == 1 ? Result<HttpReply>(atomReply(atomFeed({}, 0)))
                                : atomReply(arxiv.answer(url));
        });
        QVERIFY(fetching.lists({u"cs.CL"_s}).isWhole());
        QCOMPARE(fetching.papers().size(), 3);
    }

    void aListWithoutPapersIsEmptyOnlyOnceTheIndexHadItsTime()
    {
        Fetching fetching([](const QUrl &) { return atomReply(atomFeed({}, 0)); });
        fetching.at(u"2025-12-09T02:00:00Z"_s); // an hour after the announcement
        QCOMPARE(told(fetching.lists({u"cs.CL"_s}).parts), u"cs.CL 0/?"_s);
        QCOMPARE(fetching.day().status, DayStatus::Incomplete);
        fetching.at(u"2025-12-11T02:00:00Z"_s);
        QCOMPARE(told(fetching.lists({u"cs.CL"_s}).parts), u"cs.CL 0/0"_s);
        QCOMPARE(fetching.day().status, DayStatus::Approximate);
    }

    /** Papers that the index got later stand anywhere in the list. */
    void aListThatGrewInTheMiddleIsWholeAgain()
    {
        FakeArxiv arxiv{{{u"cs.CL"_s, entries(10, 5)}}};
        Fetching fetching([&](const QUrl &url) { return atomReply(arxiv.answer(url)); });
        QVERIFY(fetching.lists({u"cs.CL"_s}).isWhole());
        arxiv.lists[u"cs.CL"_s] = entries(1, 2) + entries(10, 5);
        QVERIFY(fetching.lists({u"cs.CL"_s}).isWhole());
        QCOMPARE(fetching.papers().size(), 7);
        QCOMPARE(fetching.papers().first().id, paper(10)); // no row moves
    }

    void whatTheServerRefusesIsToldInItsWords()
    {
        Fetching fetching([](const QUrl &) {
            return atomReply(
                "<?xml version=\"1.0\" encoding=\"utf-8\"?><feed "
                "xmlns=\"http://www.w3.org/2005/Atom\"><entry>"
                "<id>https://arxiv.org/api/errors#incorrect_id_format_for_X</id><title>Error</title>"
                "<summary>incorrect id format for X</summary></entry></feed>",
                400);
        });
        const FetchOutcome outcome = fetching.lists({u"cs.CL"_s});
        QVERIFY(outcome.error);
        QVERIFY2(outcome.error->what.contains(u"incorrect id format"_s), qPrintable(outcome.error->what));
        QVERIFY(fetching.papers().isEmpty());
    }

    void aCancelledFetchKeepsWhatCame()
    {
        const FakeArxiv arxiv{{{u"cs.CL"_s, entries(1, 450)}}};
        Fetching fetching([&](const QUrl &url) { return atomReply(arxiv.answer(url)); });
        const FetchOutcome outcome = fetching.run([&](FetchJob &job) {
            QObject::connect(fetching.store.get(), &Store::changed, &job, [&] { job.cancel(); });
            job.fetchLists({u"cs.CL"_s});
        });
        QVERIFY(outcome.error);
        QCOMPARE(outcome.error->kind, ErrorKind::Cancelled);
        QCOMPARE(fetching.papers().size(), 200);
        QCOMPARE(fetching.day().status, DayStatus::Incomplete);
    }

    void importedPapersAreCompleted()
    {
        const FakeArxiv arxiv{{{u"cs.CL"_s, entries(1, 150)}}};
        Fetching fetching([&](const QUrl &url) { return atomReply(arxiv.answer(url)); });
        const qint64 import = *await(fetching.store->beginImport());
        QVERIFY(await(fetching.store->put(import, dayFile(u"2025-12-09-arxiv.md"_s, manyPapers(1, 160)))));
        const FetchOutcome outcome = fetching.run([](FetchJob &job) { job.lookUpPapers(); });
        QVERIFY(!outcome.error);
        QCOMPARE(outcome.completed, 150);
        QCOMPARE(outcome.stillIncomplete, 10); // arXiv does not have them
        QVERIFY(!outcome.isWhole());
        const PaperDetails details = *fetching.reader->details(paper(1));
        QCOMPARE(details.categories, QStringList(u"cs.CL"_s));
        QCOMPARE(fetching.papers().size(), 160);
        QCOMPARE(fetching.day().status, DayStatus::Selection); // the list is what it was
    }

    /** What was fetched is kept as imported files are: neither a lost cache nor an undone import takes it. */
    void whatWasFetchedOutlivesTheCacheAndAnUndoneImport()
    {
        const FakeArxiv arxiv{{{u"cs.CL"_s, entries(1, 5)}}};
        Fetching fetching([&](const QUrl &url) { return atomReply(arxiv.answer(url)); });
        QVERIFY(fetching.lists({u"cs.CL"_s}).isWhole());
        const QString facts = cacheText(fetching.library.folder());
        const qint64 import = *await(fetching.store->beginImport());
        QVERIFY(await(fetching.store->put(import, dayFile(u"2025-12-09-arxiv.md"_s, manyPapers(3, 5)))));
        QVERIFY(cacheText(fetching.library.folder()) != facts);
        QVERIFY(await(fetching.store->undoImport(import)));
        QCOMPARE(cacheText(fetching.library.folder()), facts);
        QCOMPARE(*await(fetching.store->undoableImport()), 0);

        fetching.reader.reset();
        fetching.store.reset();
        for (const QString &suffix : {u""_s, u"-wal"_s, u"-shm"_s}) {
            QFile::remove(fetching.library.folder().cacheFile() + suffix);
        }
        fetching.store = fetching.library.store();
        QCOMPARE(cacheText(fetching.library.folder()), facts);
    }

    void daysWithoutAListAreNotAskedFor()
    {
        const QDateTime now = QDateTime::fromString(u"2025-12-09T12:00:00Z"_s, Qt::ISODate);
        QVERIFY(mayHaveList(tuesday, now));
        QCOMPARE(mayHaveList(QDate(2025, 12, 6), now).error().kind, ErrorKind::NoList);
        QCOMPARE(mayHaveList(QDate(2025, 12, 10), now).error().kind, ErrorKind::NotYet);
    }
};

QTEST_GUILESS_MAIN(TestFetchJob)
#include "tst_fetchjob.moc"
