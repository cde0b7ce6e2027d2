// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fetch/fetchjob.h"
#include "app/fetch/lacking.h"
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
    /** It is the API that answers; arXiv's pages are not to be had. */
    explicit Fetching(FakeTransport::Answer answer)
        : transport([answer = std::move(answer)](const QUrl &url) {
            return isOfApi(url) ? answer(url) : failure(ErrorKind::Denied);
        })
    {
        pool.setMaxThreadCount(1);
        at(u"2025-12-12T00:00:00Z"_s);
    }

    void at(const QString &time) { library.clock().set(QDateTime::fromString(time, Qt::ISODate)); }

    FetchOutcome run(const std::function<void(FetchJob &)> &start, QDate day = tuesday)
    {
        FetchJob job(arxiv, *store, *reader, library.clock(), day);
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

    static bool isOfApi(const QUrl &url) { return url.host() == "export.arxiv.org"_L1; }

    [[nodiscard]] qsizetype asked() const
    {
        return std::count_if(transport.asked().begin(), transport.asked().end(), isOfApi);
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
    ArxivServices arxiv{transport, endpoints, pool};
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
        QCOMPARE(fetching.asked(), 4); // three pages and one
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
        QCOMPARE(fetching.day().reason, u"cs.CL 400/450, hep-th 0/?"_s);
        QCOMPARE(fetching.papers().size(), 400);

        isBusy = false;
        const qsizetype before = fetching.asked();
        const FetchOutcome whole = fetching.lists({u"cs.CL"_s, u"hep-th"_s});
        QVERIFY(whole.isWhole());
        QCOMPARE(told(whole.parts), u"cs.CL 450/450, hep-th 5/5"_s);
        QCOMPARE(fetching.asked() - before,
                 2); // the page that was missing, and the other list
        QCOMPARE(fetching.day().status, DayStatus::Approximate);
        QVERIFY(fetching.day().reason.isNull());
    }

    /** Each is a way to get less than all, and each is said. */
    void aPartOfAListIsNotTakenForTheWhole_data()
    {
        using Page = std::function<QByteArray(const QList<AtomEntry> &, int)>;
        QTest::addColumn<Page>("second");
        QTest::addColumn<QString>("told");
        const auto row = [](const char *name, const char *told, const Page &second) {
            QTest::newRow(name) << second << QString::fromLatin1(told);
        };
        row("an empty page", "cs.CL 200/450",
            [](const QList<AtomEntry> &, int start) { return atomFeed({}, 450, start); });
        row("an empty page that tells of none", "cs.CL 200/450",
            [](const QList<AtomEntry> &, int start) { return atomFeed({}, 0, start); });
        row("the first page over again", "cs.CL 200/450",
            [](const QList<AtomEntry> &all, int) { return atomFeed(all.first(200), 450, 0); });
        row("fewer than the total", "cs.CL 440/450", [](const QList<AtomEntry> &all, int start) {
            return atomFeed(all.first(440).mid(start, 200), 450, start);
        });
        row("a total that shrinks", "cs.CL 300/450", [](const QList<AtomEntry> &all, int start) {
            return atomFeed(all.first(300).mid(start, 200), 300, start);
        });
        row("a total that grows, and is not given", "cs.CL 450/460",
            [](const QList<AtomEntry> &all, int start) { return atomFeed(all.mid(start, 200), 460, start); });
    }

    void aPartOfAListIsNotTakenForTheWhole()
    {
        using Page = std::function<QByteArray(const QList<AtomEntry> &, int)>;
        QFETCH(Page, second);
        QFETCH(QString, told);
        const FakeArxiv arxiv{{{u"cs.CL"_s, entries(1, 450)}}};
        bool isWell = false;
        Fetching fetching([&](const QUrl &url) {
            const int start = asked(url, u"start"_s).toInt();
            return atomReply(isWell || start == 0 ? arxiv.answer(url)
                                                  : second(arxiv.lists.value(u"cs.CL"_s), start));
        });
        QCOMPARE(::told(fetching.lists({u"cs.CL"_s}).parts), told);
        QCOMPARE(fetching.day().status, DayStatus::Incomplete);
        QCOMPARE(fetching.day().reason, told);
        QCOMPARE(::told(fetching.day().lacking), told);

        QCOMPARE(::told(fetching.lists({u"cs.CL"_s}).parts), told); // nor does it become the whole by time
        isWell = true;
        QVERIFY(fetching.lists({u"cs.CL"_s}).isWhole());
        QCOMPARE(fetching.papers().size(), 450);
        QCOMPARE(fetching.day().status, DayStatus::Approximate);
        QVERIFY(fetching.day().lacking.isEmpty());
    }

    void whatWasToldOfAListIsNotTakenBackByAnEmptyAnswer()
    {
        int total = 450;
        Fetching fetching([&](const QUrl &) { return atomReply(atomFeed({}, total)); });
        QCOMPARE(told(fetching.lists({u"cs.CL"_s}).parts), u"cs.CL 0/450"_s);
        total = 0;
        QCOMPARE(told(fetching.lists({u"cs.CL"_s}).parts), u"cs.CL 0/450"_s);
        QCOMPARE(fetching.day().status, DayStatus::Incomplete);
    }

    void aTotalOfFewerThanItGivesIsNone()
    {
        Fetching fetching([](const QUrl &) { return atomReply(atomFeed(entries(1, 20), 0)); });
        const FetchOutcome outcome = fetching.lists({u"cs.CL"_s});
        QCOMPARE(told(outcome.parts), u"cs.CL 20/?"_s);
        QCOMPARE(lackingWords(outcome.parts), u"cs.CL: 20 so far"_s);
        QCOMPARE(fetching.day().status, DayStatus::Incomplete);
    }

    /** An empty page is its end then. */
    void aListOfMoreThanItsTotalIsWholeOnceNoMoreComes()
    {
        const QList<AtomEntry> all = entries(1, 450);
        Fetching fetching([&](const QUrl &url) {
            const int start = asked(url, u"start"_s).toInt();
            return atomReply(atomFeed(all.mid(start, 200), 20, start));
        });
        const FetchOutcome outcome = fetching.lists({u"cs.CL"_s});
        QVERIFY(outcome.isWhole());
        QCOMPARE(told(outcome.parts), u"cs.CL 450/450"_s);
        QCOMPARE(fetching.day().status, DayStatus::Approximate);
        QVERIFY(fetching.lists({u"cs.CL"_s}).isWhole());
    }

    void papersThatComeToAListThatShrankAreNotMissed_data()
    {
        QTest::addColumn<bool>("isKnown");
        QTest::newRow("it is known that it shrank") << true;
        QTest::newRow("it shrank since") << false;
    }

    void papersThatComeToAListThatShrankAreNotMissed()
    {
        QFETCH(bool, isKnown);
        FakeArxiv arxiv{{{u"cs.CL"_s, entries(1, 20)}}};
        Fetching fetching([&](const QUrl &url) { return atomReply(arxiv.answer(url)); });
        QVERIFY(fetching.lists({u"cs.CL"_s}).isWhole());
        if (isKnown) {
            arxiv.lists[u"cs.CL"_s] = entries(1, 12);
            QCOMPARE(told(fetching.lists({u"cs.CL"_s}).parts), u"cs.CL 20/12"_s);
        }
        arxiv.lists[u"cs.CL"_s] = entries(100, isKnown ? 10 : 5) + entries(1, 12);
        QVERIFY(fetching.lists({u"cs.CL"_s}).isWhole());
        QVERIFY(fetching.reader->details(paper(100))->title == u"Paper 100"_s);
        QCOMPARE(fetching.papers().size(), isKnown ? 30 : 25);
    }

    void thatAListShrankIsBelievedOfAPassFromItsStart()
    {
        FakeArxiv arxiv{{{u"cs.CL"_s, entries(1, 450)}}};
        bool isBroken = true;
        Fetching fetching([&](const QUrl &url) -> Result<HttpReply> {
            if (isBroken && asked(url, u"start"_s) == u"400"_s) {
                return failure(ErrorKind::BadAnswer);
            }
            return atomReply(arxiv.answer(url));
        });
        QCOMPARE(told(fetching.lists({u"cs.CL"_s}).parts), u"cs.CL 400/450"_s);
        isBroken = false;
        arxiv.lists[u"cs.CL"_s] = entries(1, 390);
        const FetchOutcome outcome = fetching.lists({u"cs.CL"_s});
        QVERIFY(outcome.isWhole());
        QCOMPARE(told(outcome.parts), u"cs.CL 400/390"_s);
    }

    void theListsAfterOneThatFailedComeNevertheless()
    {
        const FakeArxiv arxiv{{{u"cs.CL"_s, entries(1, 5)}, {u"hep-th"_s, entries(500, 5, u"hep-th"_s)}}};
        bool isBroken = true;
        Fetching fetching([&](const QUrl &url) -> Result<HttpReply> {
            if (isBroken && asked(url, u"search_query"_s).contains(u"cat:cs.CL"_s)) {
                return failure(ErrorKind::BadAnswer, u"HTTP 404"_s, u"export.arxiv.org"_s);
            }
            return atomReply(arxiv.answer(url));
        });
        const FetchOutcome broken = fetching.lists({u"cs.CL"_s, u"hep-th"_s});
        QVERIFY(broken.error);
        QVERIFY(!broken.hasFailed()); // some of it is here
        QCOMPARE(told(broken.parts), u"cs.CL 0/?, hep-th 5/5"_s);
        QCOMPARE(fetching.asked(), 2);
        QCOMPARE(fetching.day().status, DayStatus::Incomplete);
        QCOMPARE(fetching.day().reason, u"cs.CL 0/?"_s);
        QCOMPARE(fetching.day().lacking.size(), 1);
        QCOMPARE(fetching.day().lacking.first().reason, failureReason(*broken.error));
        QCOMPARE(whyLacking(fetching.day().lacking),
                 u"export.arxiv.org gave an answer that Paperdawn does not understand (HTTP 404). What was "
                 "here is kept; try again later."_s);
        isBroken = false;
        QVERIFY(fetching.lists({u"cs.CL"_s}).isWhole());
        QCOMPARE(fetching.day().status, DayStatus::Approximate);
        QVERIFY(fetching.reader->parts(tuesday, Source::Arxiv).first().reason.isNull());
    }

    /** All would fail alike: the host wants to be left alone. */
    void whatConcernsAllListsEndsTheFetch()
    {
        Fetching fetching([](const QUrl &) { return failure(ErrorKind::RateLimited, {}, u"arxiv"_s); });
        const FetchOutcome outcome = fetching.lists({u"cs.CL"_s, u"hep-th"_s});
        QCOMPARE(outcome.error->kind, ErrorKind::RateLimited);
        QCOMPARE(told(outcome.parts), u"cs.CL 0/?, hep-th 0/?"_s);
        QCOMPARE(fetching.asked(), 1);
    }

    void whatMayPassIsAskedForOnceMore_data()
    {
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<int>("times");
        QTest::addColumn<int>("asked");
        for (const auto &[name, kind] : {std::pair("a fault of the server", ErrorKind::ServerError),
                                         {"no answer", ErrorKind::TimedOut},
                                         {"half an answer", ErrorKind::Incomplete}}) {
            QTest::addRow("%s, once", name) << kind << 1 << 3;
            QTest::addRow("%s, twice", name) << kind << 2 << 3;
        }
        QTest::newRow("another answer than asked for") << ErrorKind::BadAnswer << 1 << 2;
    }

    void whatMayPassIsAskedForOnceMore()
    {
        QFETCH(ErrorKind, kind);
        QFETCH(int, times);
        QFETCH(int, asked);
        const FakeArxiv arxiv{{{u"cs.CL"_s, entries(1, 5)}, {u"hep-th"_s, entries(500, 5, u"hep-th"_s)}}};
        int failures = 0;
        Fetching fetching([&](const QUrl &url) -> Result<HttpReply> {
            return ++failures <= times ? failure(kind) : Result<HttpReply>(atomReply(arxiv.answer(url)));
        });
        const FetchOutcome outcome = fetching.lists({u"cs.CL"_s, u"hep-th"_s});
        const bool comes = asked == 3 && times == 1;
        QCOMPARE(told(outcome.parts), comes ? u"cs.CL 5/5, hep-th 5/5"_s : u"cs.CL 0/?, hep-th 5/5"_s);
        QCOMPARE(fetching.asked(), asked);
    }

    /** Else each list of a host that is ill would take two deadlines. */
    void twoListsThatFailAlikeEndTheFetch_data()
    {
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("no answer") << ErrorKind::TimedOut;
        QTest::newRow("a fault of the server") << ErrorKind::ServerError;
        QTest::newRow("half an answer") << ErrorKind::Incomplete;
    }

    void twoListsThatFailAlikeEndTheFetch()
    {
        QFETCH(ErrorKind, kind);
        Fetching fetching([&](const QUrl &) { return failure(kind); });
        const FetchOutcome outcome = fetching.lists({u"cs.AI"_s, u"cs.CL"_s, u"cs.LG"_s, u"hep-th"_s});
        QCOMPARE(outcome.error->kind, kind);
        QCOMPARE(told(outcome.parts), u"cs.AI 0/?, cs.CL 0/?, cs.LG 0/?, hep-th 0/?"_s);
        QCOMPARE(fetching.asked(), 4); // each of two twice
    }

    void listsBetweenWhichOneCameDoNotFailAlike()
    {
        const FakeArxiv arxiv{{{u"cs.CL"_s, entries(1, 5)}}};
        Fetching fetching([&](const QUrl &url) -> Result<HttpReply> {
            return asked(url, u"search_query"_s).contains(u"cat:cs.CL"_s)
                       ? Result<HttpReply>(atomReply(arxiv.answer(url)))
                       : failure(ErrorKind::TimedOut);
        });
        (void)fetching.lists({u"cs.AI"_s, u"cs.CL"_s, u"cs.LG"_s, u"hep-th"_s});
        QCOMPARE(fetching.asked(), 7); // once the one that comes
    }

    void aDayOfWhichNothingCameHasFailed()
    {
        const FakeArxiv arxiv{{{u"cs.CL"_s, entries(1, 5)}}};
        bool isBroken = true;
        Fetching fetching([&](const QUrl &url) -> Result<HttpReply> {
            return isBroken ? Result<HttpReply>(
                                  failure(ErrorKind::ServerError, u"HTTP 500"_s, u"export.arxiv.org"_s))
                            : atomReply(arxiv.answer(url));
        });
        const FetchOutcome broken = fetching.lists({u"cs.CL"_s});
        QVERIFY(broken.hasFailed());
        QCOMPARE(fetching.day().status, DayStatus::Failed);
        QCOMPARE(failureSentence(fetching.day().lacking.first().reason),
                 u"export.arxiv.org has a fault of its own (HTTP 500). Try again in some minutes."_s);

        const qint64 import = *await(fetching.store->beginImport()); // a file tells of some of its papers
        QVERIFY(await(fetching.store->put(import, dayFile(u"2025-12-09-arxiv.md"_s, manyPapers(3, 2)))));
        QCOMPARE(fetching.day().status, DayStatus::Selection);
        QVERIFY(await(fetching.store->undoImport(import)));
        QCOMPARE(fetching.day().status, DayStatus::Failed);

        isBroken = false;
        QVERIFY(fetching.lists({u"cs.CL"_s}).isWhole());
        QCOMPARE(fetching.day().status, DayStatus::Approximate);
        QVERIFY(fetching.day().reason.isNull());
    }

    void whatFilesToldOfADayStandsWhereNothingCameOfItsLists()
    {
        const FakeArxiv arxiv{{{u"cs.CL"_s, entries(1, 5)}}};
        bool isOffline = true;
        Fetching fetching([&](const QUrl &url) -> Result<HttpReply> {
            return isOffline ? Result<HttpReply>(failure(ErrorKind::Offline, {}, u"arxiv"_s))
                             : atomReply(arxiv.answer(url));
        });
        const qint64 import = *await(fetching.store->beginImport());
        QVERIFY(await(fetching.store->put(import, dayFile(u"2025-12-09-arxiv.md"_s, manyPapers(3, 2)))));
        const DaySummary before = fetching.day();
        QCOMPARE(before.status, DayStatus::Selection);
        const FetchOutcome outcome = fetching.lists({u"cs.CL"_s, u"hep-th"_s});
        QVERIFY(outcome.hasFailed()); // it is told
        QCOMPARE(told(outcome.parts), u"cs.CL 0/?, hep-th 0/?"_s);
        QCOMPARE(fetching.day(), before);

        isOffline = false; // one of two lists is not the whole that was asked for
        (void)fetching.lists({u"cs.CL"_s});
        QCOMPARE(fetching.day().status, DayStatus::Incomplete);
        QCOMPARE(fetching.day().reason, u"hep-th 0/?"_s);
        (void)fetching.lists({u"hep-th"_s});
        QCOMPARE(fetching.day().status, DayStatus::Approximate);
    }

    /** The list that was to come next is not forgotten. */
    void aFetchThatEndsBetweenTwoListsLeavesAnIncompleteDay()
    {
        const FakeArxiv arxiv{{{u"cs.CL"_s, entries(1, 5)}, {u"hep-th"_s, entries(500, 5, u"hep-th"_s)}}};
        Fetching fetching([&](const QUrl &url) { return atomReply(arxiv.answer(url)); });
        (void)fetching.run([&](FetchJob &job) {
            QObject::connect(fetching.store.get(), &Store::changed, &job, [&] { job.cancel(); });
            job.fetchLists({u"cs.CL"_s, u"hep-th"_s});
        });
        QCOMPARE(fetching.papers().size(), 5);
        QCOMPARE(fetching.day().status, DayStatus::Incomplete);
        QCOMPARE(fetching.day().reason, u"hep-th 0/?"_s);
    }

    void aCancelledFetchOfWhichNothingCameLeavesNothing()
    {
        Fetching fetching([](const QUrl &) { return failure(ErrorKind::TimedOut); });
        const FetchOutcome outcome = fetching.run([](FetchJob &job) {
            job.cancel();
            job.fetchLists({u"cs.CL"_s});
        });
        QCOMPARE(outcome.error->kind, ErrorKind::Cancelled);
        QVERIFY(fetching.reader->days()->isEmpty());
    }

    void whatACutLookUpDoesNotTellIsStillUnknown()
    {
        Fetching fetching([](const QUrl &) { return atomReply(atomFeed(entries(1, 4), 10)); });
        const qint64 import = *await(fetching.store->beginImport());
        QVERIFY(await(fetching.store->put(import, dayFile(u"2025-12-09-arxiv.md"_s, manyPapers(1, 10)))));
        const FetchOutcome outcome = fetching.run([](FetchJob &job) { job.lookUpPapers(); });
        QVERIFY(!outcome.error);
        QVERIFY(!outcome.isWhole());
        QCOMPARE(outcome.completed, 4);
        QCOMPARE(outcome.stillIncomplete, 6);
        QCOMPARE(fetching.asked(), 2);
    }

    void listsTellHowManyPapersADayThereAre()
    {
        const FakeArxiv arxiv{{{u"cs.CL"_s, entries(1, 7)}, {u"hep-th"_s, entries(20, 2, u"hep-th"_s)}}};
        Fetching fetching([&](const QUrl &url) { return atomReply(arxiv.answer(url)); });
        QVERIFY(fetching.reader->papersADay().isEmpty());
        QVERIFY(fetching.run([](FetchJob &job) { job.fetchLists({u"cs.CL"_s, u"hep-th"_s}); }).isWhole());
        QCOMPARE(fetching.reader->papersADay(), (QHash<QString, int>{{u"cs.CL"_s, 7}, {u"hep-th"_s, 2}}));
    }

    /** Some of them are complete now: that is not nothing. */
    void aLookUpThatBreaksInTheMiddleIsIncomplete()
    {
        int asked = 0;
        const FakeArxiv arxiv{{{u"cs.CL"_s, entries(1, 150)}}};
        Fetching fetching([&](const QUrl &url) -> Result<HttpReply> {
            if (++asked == 1) {
                return atomReply(arxiv.answer(url));
            }
            return failure(ErrorKind::ServerError);
        });
        const qint64 import = *await(fetching.store->beginImport());
        QVERIFY(await(fetching.store->put(import, dayFile(u"2025-12-09-arxiv.md"_s, manyPapers(1, 150)))));
        const FetchOutcome outcome = fetching.run([](FetchJob &job) { job.lookUpPapers(); });
        QVERIFY(outcome.error);
        QCOMPARE(outcome.completed, 100);
        QCOMPARE(outcome.stillIncomplete, 50);
        QVERIFY(!outcome.isWhole());
        QVERIFY(!outcome.hasFailed());
    }

    /** arXiv's total of papers by their ids is how many were asked for. */
    void aPaperThatArxivDoesNotKnowKeepsNoneOfTheOthersAway()
    {
        const FakeArxiv arxiv{{{u"cs.CL"_s, entries(2, 149)}}};
        Fetching fetching([&](const QUrl &url) { return atomReply(arxiv.answer(url)); });
        const qint64 import = *await(fetching.store->beginImport());
        QVERIFY(await(fetching.store->put(import, dayFile(u"2025-12-09-arxiv.md"_s, manyPapers(1, 150)))));
        const FetchOutcome outcome = fetching.run([](FetchJob &job) { job.lookUpPapers(); });
        QVERIFY(!outcome.error);
        QCOMPARE(outcome.completed, 149);
        QCOMPARE(outcome.stillIncomplete, 1);
        QCOMPARE(fetching.asked(), 3); // the batch with the unknown one twice
    }

    void aSinglePaperThatArxivDoesNotKnowIsNoError()
    {
        const FakeArxiv arxiv{{{u"cs.CL"_s, entries(2, 3)}}};
        Fetching fetching([&](const QUrl &url) { return atomReply(arxiv.answer(url)); });
        const FetchOutcome outcome = fetching.run([](FetchJob &job) { job.lookUp({paper(1)}); }, {});
        QVERIFY(!outcome.error);
        QCOMPARE(outcome.stillIncomplete, 1);
        QCOMPARE(fetching.asked(), 2);
    }

    void reasonsAreKeptInNoLanguage()
    {
        const Error error{ErrorKind::Refused, u"file:///etc/passwd\n"_s, u"export.arxiv.org"_s, 0, {}};
        QCOMPARE(failureReason(error), u"refused\nexport.arxiv.org\nfile:///etc/passwd"_s);
        QVERIFY(
            failureSentence(failureReason(error)).startsWith(u"export.arxiv.org leads to file:///etc/"_s));
        QVERIFY(failureReason({ErrorKind::Cancelled, {}, {}, 0, {}}).isNull());
        QVERIFY(failureReason({ErrorKind::DiskFull, {}, {}, 0, {}}).isNull());
        QVERIFY(failureSentence({}).isNull());
        QVERIFY(failureSentence(u"of a later version"_s).isNull());
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
