// SPDX-License-Identifier: GPL-3.0-or-later
// Lists held against arXiv's own page of the day: a fetch of which the page, or the feed, tells.
#include "app/fetch/fetchjob.h"

#include "tests/support/fakearxiv.h"
#include "tests/support/fakepages.h"
#include "tests/support/temporarylibrary.h"

#include <QtTest>

using namespace paperdawn;
using namespace paperdawn::test;
using namespace Qt::StringLiterals;

namespace {

const QDate tuesday(2025, 12, 9);

HttpReply reply(const QByteArray &body)
{
    HttpReply reply;
    reply.status = 200;
    reply.body = body;
    return reply;
}

/** arXiv with an API, pages and feeds, of which each may fail, and a library that is filled from it. */
struct Morning
{
    Morning() { at(u"2025-12-12T12:00:00Z"_s); }

    void at(const QString &time) { library.clock().set(QDateTime::fromString(time, Qt::ISODate)); }

    Result<HttpReply> answer(const QUrl &url)
    {
        if (url.host() == "export.arxiv.org"_L1) {
            ++asked.api;
            return api ? tl::unexpected(*api) : Result<HttpReply>(atomReply(arxiv.answer(url)));
        }
        const QString path = url.path();
        if (url.host() == "rss.arxiv.org"_L1) {
            ++asked.feeds;
            const QString category = path.section(u'/', -1);
            return feed ? tl::unexpected(*feed)
                        : Result<HttpReply>(reply(feedPage(category, fedDay, fed[category])));
        }
        ++asked.pages;
        if (page) {
            return tl::unexpected(*page);
        }
        const bool isCatchUp = path.startsWith(u"/catchup/"_s);
        const QString category = path.section(u'/', 2, 2);
        const auto skip = isCatchUp ? (test::asked(url, u"page"_s).toInt() - 1) * most
                                    : test::asked(url, u"skip"_s).toInt();
        const QDate day = isCatchUp ? QDate::fromString(path.section(u'/', 3), Qt::ISODate) : shownDay;
        const bool isNothing = isCut && skip > 0;
        const auto from = std::max<qsizetype>(0, skip - again);
        return reply(withoutEntry(
            listingPage(day, isNothing ? QList<ListedEntry>() : pages[category], from, most), lost));
    }

    FetchOutcome fetch(const QStringList &categories)
    {
        FetchJob job(services, *store, *reader, library.clock(), tuesday);
        std::optional<FetchOutcome> outcome;
        QObject::connect(&job, &FetchJob::finished, &job, [&](const FetchOutcome &told) { outcome = told; });
        QObject::connect(&job, &FetchJob::progressed, &job, [&](const FetchProgress &progress) {
            if (progressed) {
                progressed(job, progress);
            }
        });
        job.fetchLists(categories);
        (void)QTest::qWaitFor([&] { return outcome.has_value(); }, 20'000);
        return outcome.value_or(FetchOutcome{.error = Error{ErrorKind::Internal, u"no end"_s, {}, 0, {}}});
    }

    [[nodiscard]] DaySummary day() const
    {
        const auto days = reader->days(tuesday, tuesday);
        return days && !days->isEmpty() ? days->first() : DaySummary();
    }

    /** "complete: cs.CL 2/2 1/1 0/0": new, cross-listed, replaced. */
    [[nodiscard]] QString proof() const
    {
        QString text = dayStatusKey(day().status) + u':';
        for (const DayPart &part : reader->parts(tuesday, Source::Arxiv)) {
            text += u' ' + part.category;
            for (const DayTally &tally : part.tallies) {
                text += u" %1/%2"_s.arg(tally.held).arg(tally.expected);
            }
        }
        return text;
    }

    /** Numbers and kinds in the order of the list: "7 new, 3 cross". */
    [[nodiscard]] QString rows() const
    {
        QStringList rows;
        const auto papers = reader->papers(OnDay{tuesday, {}}, u"en"_s);
        for (const Paper &paper : papers.value_or(QList<Paper>())) {
            rows += QString::number(paper.id.value().section(u'.', 1).toInt()) + u' ' + kindKey(paper.kind);
        }
        return rows.join(u", "_s);
    }

    struct
    {
        int api = 0;
        int pages = 0;
        int feeds = 0;
    } asked;
    std::optional<Error> api; ///< what each fails by
    std::optional<Error> page;
    std::optional<Error> feed;
    FakeArxiv arxiv;
    QHash<QString, QList<ListedEntry>> pages;
    QHash<QString, QList<ListedEntry>> fed;
    QDate shownDay = tuesday; ///< on the page of the newest list
    QDate fedDay = tuesday;
    int most = 2000;    ///< entries a page
    int again = 0;      ///< entries of the page before that stand on a page again
    QByteArray lost;    ///< an entry that pages count and do not have
    bool isCut = false; ///< pages after the first say that there is nothing
    std::function<void(FetchJob &, const FetchProgress &)> progressed;

    TemporaryLibrary library;
    FakeTransport transport{[this](const QUrl &url) { return answer(url); }};
    Endpoints endpoints;
    QThreadPool pool;
    ArxivServices services{transport, endpoints, pool};
    std::unique_ptr<Store> store = library.store();
    std::unique_ptr<Library> reader = library.library();
};

const Error busy{ErrorKind::RateLimited, {}, u"arxiv.org"_s, 0, {}};
const Error ill{ErrorKind::ServerError, u"HTTP 500"_s, u"arxiv.org"_s, 0, {}};
const Error another{ErrorKind::BadAnswer, u"arXiv's page has changed"_s, u"arxiv.org"_s, 0, {}};

} // namespace

class TestPageCheck : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aDayIsWhatArxivsOwnPageSays()
    {
        Morning morning;
        morning.arxiv.lists[u"cs.CL"_s] = entries(3, 4) + entries(1, 2); // by when they were submitted
        morning.pages[u"cs.CL"_s] = listed(1, 4) + listed(20, 1, Kind::Cross, u"cs.LG"_s) +
                                    listed(10, 2, Kind::Replaced, u"cs.CL"_s, 2);
        morning.arxiv.lists[u"cs.LG"_s] = {entry(20, u"cs.LG"_s), entry(10), entry(11)}; // to be looked up
        morning.arxiv.lists[u"cs.LG"_s][1].id = u"2512.00010v2"_s;
        morning.arxiv.lists[u"cs.LG"_s][2].id = u"2512.00011v2"_s;
        const FetchOutcome outcome = morning.fetch({u"cs.CL"_s});
        QVERIFY(outcome.isWhole());
        QVERIFY(!outcome.unchecked);
        QCOMPARE(morning.proof(), u"complete: cs.CL 4/4 1/1 2/2"_s);
        QCOMPARE(morning.rows(), u"1 new, 2 new, 3 new, 4 new, 20 cross, 10 replaced, 11 replaced"_s);
        QCOMPARE(outcome.parts.first().expected, 7);
        QCOMPARE(morning.asked.api, 2); // the list, and the three that it did not have
        QCOMPARE(morning.asked.pages, 1);
        QCOMPARE(morning.asked.feeds, 0);
        QCOMPARE(morning.reader->details(paper(10))->title, u"Paper 10"_s); // as the API tells it
        QCOMPARE(morning.reader->details(paper(10))->version, 2);
        QCOMPARE(morning.reader->details(paper(20))->title, u"Paper 20"_s);
        QVERIFY(morning.reader->unfamiliarPapers(tuesday).isEmpty());
    }

    void aDayThatIsProvenIsNotAskedForAgain()
    {
        Morning morning;
        morning.arxiv.lists[u"cs.CL"_s] = entries(1, 4);
        morning.pages[u"cs.CL"_s] = listed(1, 4);
        QVERIFY(morning.fetch({u"cs.CL"_s}).isWhole());
        const int before = morning.transport.asked().size();
        QVERIFY(morning.fetch({u"cs.CL"_s}).isWhole());
        QCOMPARE(morning.transport.asked().size(), before);
    }

    void aDayIsCompleteOnceEachOfItsListsIs()
    {
        Morning morning;
        morning.arxiv.lists[u"cs.CL"_s] = entries(1, 4);
        morning.arxiv.lists[u"hep-th"_s] = entries(30, 2, u"hep-th"_s);
        morning.pages[u"cs.CL"_s] = listed(1, 4);
        morning.pages[u"hep-th"_s] = listed(30, 2, Kind::New, u"hep-th"_s);
        QVERIFY(morning.fetch({u"cs.CL"_s}).isWhole());
        QCOMPARE(morning.day().status, DayStatus::Complete);
        morning.page = busy;
        const FetchOutcome outcome = morning.fetch({u"cs.CL"_s, u"hep-th"_s});
        QVERIFY(outcome.isWhole());
        QCOMPARE(outcome.unchecked->kind, ErrorKind::RateLimited);
        QCOMPARE(morning.proof(), u"approximate: cs.CL 4/4 0/0 0/0 hep-th"_s);
        morning.page.reset();
        QVERIFY(!morning.fetch({u"cs.CL"_s, u"hep-th"_s}).unchecked);
        QCOMPARE(morning.proof(), u"complete: cs.CL 4/4 0/0 0/0 hep-th 2/2 0/0 0/0"_s);
    }

    void aListOfSeveralPages()
    {
        Morning morning;
        morning.most = 3;
        morning.arxiv.lists[u"cs.CL"_s] = entries(1, 4);
        morning.pages[u"cs.CL"_s] = listed(1, 4) + listed(10, 4, Kind::Replaced, u"cs.CL"_s, 3);
        QVERIFY(morning.fetch({u"cs.CL"_s}).isWhole());
        QCOMPARE(morning.proof(), u"complete: cs.CL 4/4 0/0 4/4"_s);
        QCOMPARE(morning.asked.pages, 3);
    }

    /** The newest list has a page of its own, before the day begins in New York. */
    void theNewestListIsAskedForWhereItStands()
    {
        Morning morning;
        morning.at(u"2025-12-09T02:00:00Z"_s);
        morning.most = 3;
        morning.arxiv.lists[u"cs.CL"_s] = entries(1, 4);
        morning.pages[u"cs.CL"_s] = listed(1, 4) + listed(10, 1, Kind::Replaced, u"cs.CL"_s, 3);
        QVERIFY(morning.fetch({u"cs.CL"_s}).isWhole());
        QCOMPARE(morning.proof(), u"complete: cs.CL 4/4 0/0 1/1"_s);
        QVERIFY(
            morning.transport.asked().contains(QUrl(u"https://arxiv.org/list/cs.CL/new?skip=3&show=2000"_s)));
    }

    /** Its page is of the day before still: nothing of that is taken. */
    void aPageOfAnotherDayIsNoProof()
    {
        Morning morning;
        morning.at(u"2025-12-09T02:00:00Z"_s);
        morning.shownDay = QDate(2025, 12, 8);
        morning.feed = busy;
        morning.arxiv.lists[u"cs.CL"_s] = entries(1, 4);
        morning.pages[u"cs.CL"_s] = listed(50, 3);
        const FetchOutcome outcome = morning.fetch({u"cs.CL"_s});
        QVERIFY(outcome.isWhole());
        QVERIFY(outcome.unchecked);
        QCOMPARE(morning.proof(), u"approximate: cs.CL"_s);
        QCOMPARE(morning.rows(), u"1 new, 2 new, 3 new, 4 new"_s);
    }

    /** What the page promises and does not have is missing, also where the API has it all. */
    void aPageThatGivesFewerThanItCounts()
    {
        Morning morning;
        morning.most = 3;
        morning.arxiv.lists[u"cs.CL"_s] = entries(1, 5);
        morning.pages[u"cs.CL"_s] = listed(1, 5);
        morning.isCut = true;
        const FetchOutcome outcome = morning.fetch({u"cs.CL"_s});
        QVERIFY(!outcome.isWhole());
        QCOMPARE(morning.proof(), u"incomplete: cs.CL 3/5 0/0 0/0"_s);
        QCOMPARE(morning.day().reason, u"cs.CL 3/5"_s);
        morning.isCut = false;
        QVERIFY(morning.fetch({u"cs.CL"_s}).isWhole());
        QCOMPARE(morning.proof(), u"complete: cs.CL 5/5 0/0 0/0"_s);
    }

    /** The page says 12 and has 11: the feed of the newest list has it. */
    void whatThePageLosesTheFeedHas_data()
    {
        QTest::addColumn<bool>("isFed");
        QTest::addColumn<QString>("proof");
        QTest::newRow("the feed has it") << true << u"complete: cs.CL 12/12 0/0 0/0"_s;
        QTest::newRow("nobody has it") << false << u"incomplete: cs.CL 11/12 0/0 0/0"_s;
    }

    void whatThePageLosesTheFeedHas()
    {
        QFETCH(bool, isFed);
        Morning morning;
        morning.at(u"2025-12-09T12:00:00Z"_s);
        morning.pages[u"cs.CL"_s] = listed(1, 12);
        morning.lost = "2512.00003";
        morning.fed[u"cs.CL"_s] = listed(1, isFed ? 12 : 2);
        morning.fetch({u"cs.CL"_s});
        QTEST(morning.proof(), "proof");
    }

    /** The list grew between two pages: what stands on both is one paper. */
    void entriesThatStandOnTwoPages()
    {
        Morning morning;
        morning.most = 4;
        morning.again = 1;
        morning.pages[u"cs.CL"_s] = listed(1, 7);
        morning.fetch({u"cs.CL"_s});
        QCOMPARE(morning.proof(), u"complete: cs.CL 7/7 0/0 0/0"_s);
    }

    void whatTheApiFailsToTellThePageTells_data()
    {
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("busy") << ErrorKind::RateLimited;
        QTest::newRow("a fault of its own") << ErrorKind::ServerError;
        QTest::newRow("no answer") << ErrorKind::TimedOut;
        QTest::newRow("another answer") << ErrorKind::BadAnswer;
    }

    void whatTheApiFailsToTellThePageTells()
    {
        QFETCH(ErrorKind, kind);
        Morning morning;
        morning.api = Error{kind, {}, u"export.arxiv.org"_s, 0, {}};
        morning.pages[u"cs.CL"_s] = listed(1, 4);
        morning.pages[u"hep-th"_s] = listed(30, 2, Kind::New, u"hep-th"_s);
        const FetchOutcome outcome = morning.fetch({u"cs.CL"_s, u"hep-th"_s});
        QVERIFY(!outcome.error);
        QVERIFY(outcome.isWhole());
        QCOMPARE(morning.proof(), u"complete: cs.CL 4/4 0/0 0/0 hep-th 2/2 0/0 0/0"_s);
        QCOMPARE(morning.reader->details(paper(1))->abstract, u"Abstract as listed of 2512.00001."_s);
        morning.api.reset(); // what it knows better comes with the next fetch of anything
        QCOMPARE(morning.reader->unfamiliarPapers(tuesday).size(), 6);
    }

    /** There is no network: nobody is asked in vain. */
    void withoutANetworkThePageIsNotAskedFor()
    {
        Morning morning;
        morning.api = Error{ErrorKind::Offline, {}, u"export.arxiv.org"_s, 0, {}};
        const FetchOutcome outcome = morning.fetch({u"cs.CL"_s, u"hep-th"_s});
        QCOMPARE(outcome.error->kind, ErrorKind::Offline);
        QCOMPARE(morning.transport.asked().size(), 1);
    }

    void theFeedTakesOverWhereThePageHasChanged()
    {
        Morning morning;
        morning.at(u"2025-12-09T13:00:00Z"_s);
        morning.page = another;
        morning.arxiv.lists[u"cs.CL"_s] = entries(1, 2);
        morning.fed[u"cs.CL"_s] = listed(1, 4) + listed(10, 1, Kind::Replaced, u"cs.CL"_s, 2);
        const FetchOutcome outcome = morning.fetch({u"cs.CL"_s});
        QVERIFY(outcome.isWhole());
        QCOMPARE(outcome.unchecked->what, another.what);
        QCOMPARE(morning.proof(), u"approximate: cs.CL"_s);
        QCOMPARE(outcome.parts.first().held, 5);
        QCOMPARE(morning.asked.feeds, 1);
    }

    void aFeedOfAnotherDayIsNotTaken_data()
    {
        QTest::addColumn<QDate>("day");
        QTest::newRow("it is the day before still") << QDate(2025, 12, 8);
        QTest::newRow("yesterday's batch under today's date") << tuesday;
    }

    void aFeedOfAnotherDayIsNotTaken()
    {
        QFETCH(QDate, day);
        Morning morning;
        const DaySection before = [] {
            DaySection section{.day = QDate(2025, 12, 8), .status = DayStatus::Approximate};
            section.category = u"cs.CL"_s;
            for (int i = 50; i < 53; ++i) {
                section.papers += {namedOnly(paper(i), 1), Kind::New};
            }
            return section;
        }();
        QVERIFY(await(morning.store->put(nobodysImport, {u"monday.json"_s, "monday", {{before}, {}}})));
        morning.at(u"2025-12-09T13:00:00Z"_s);
        morning.page = another;
        morning.arxiv.lists[u"cs.CL"_s] = entries(1, 2);
        morning.fedDay = day;
        morning.fed[u"cs.CL"_s] = listed(50, 3);
        QVERIFY(morning.fetch({u"cs.CL"_s}).isWhole());
        QCOMPARE(morning.rows(), u"1 new, 2 new"_s);
    }

    void anIllSiteIsNotAskedForEachList()
    {
        for (const Error &error : {busy, ill, another}) {
            Morning morning;
            morning.page = error;
            for (const QString &category : {u"cs.AI"_s, u"cs.CL"_s, u"cs.LG"_s, u"hep-th"_s}) {
                morning.arxiv.lists[category] = entries(1, 2, category);
            }
            const FetchOutcome outcome = morning.fetch({u"cs.AI"_s, u"cs.CL"_s, u"cs.LG"_s, u"hep-th"_s});
            QVERIFY(outcome.isWhole());
            QCOMPARE(outcome.unchecked->kind, error.kind);
            const bool isTriedAgain = error.kind == ErrorKind::ServerError;
            QCOMPARE(morning.asked.pages, error.kind == ErrorKind::RateLimited ? 1 : isTriedAgain ? 4 : 2);
        }
    }

    /** arXiv shows lists of the last 90 days. */
    void anOldDayCannotBeChecked()
    {
        Morning morning;
        morning.at(u"2026-03-20T12:00:00Z"_s);
        morning.arxiv.lists[u"cs.CL"_s] = entries(1, 2);
        QVERIFY(morning.fetch({u"cs.CL"_s}).isWhole());
        QCOMPARE(morning.asked.pages, 0);
        QCOMPARE(morning.proof(), u"approximate: cs.CL"_s);
    }

    void anEmptyPageIsBelievedWhereNothingIsHere_data()
    {
        QTest::addColumn<int>("here");
        QTest::addColumn<QString>("now");
        QTest::addColumn<QString>("proof");
        QTest::newRow("of an older day")
            << 0 << u"2025-12-12T12:00:00Z"_s << u"complete: cs.CL 0/0 0/0 0/0"_s;
        QTest::newRow("against the API") << 3 << u"2025-12-12T12:00:00Z"_s << u"approximate: cs.CL"_s;
        QTest::newRow("of the newest list") << 0 << u"2025-12-09T02:00:00Z"_s << u"incomplete: cs.CL"_s;
    }

    void anEmptyPageIsBelievedWhereNothingIsHere()
    {
        QFETCH(int, here);
        QFETCH(QString, now);
        QFETCH(QString, proof);
        Morning morning;
        morning.at(now);
        morning.arxiv.lists[u"cs.CL"_s] = entries(1, here);
        (void)morning.fetch({u"cs.CL"_s});
        QCOMPARE(morning.proof(), proof);
    }

    void aFetchThatIsStoppedWhileItChecksKeepsTheLists()
    {
        Morning morning;
        morning.arxiv.lists[u"cs.CL"_s] = entries(1, 4);
        morning.pages[u"cs.CL"_s] = listed(1, 4);
        morning.progressed = [](FetchJob &job, const FetchProgress &progress) {
            if (progress.step == FetchProgress::Step::Check) {
                job.cancel();
            }
        };
        const FetchOutcome outcome = morning.fetch({u"cs.CL"_s});
        QCOMPARE(outcome.error->kind, ErrorKind::Cancelled);
        QCOMPARE(morning.proof(), u"approximate: cs.CL"_s);
        QCOMPARE(morning.rows(), u"1 new, 2 new, 3 new, 4 new"_s);
    }

    /** The API told of the first version, the page of the second. */
    void aReplacementIsLookedUp()
    {
        Morning morning;
        morning.arxiv.lists[u"cs.CL"_s] = entries(1, 1);
        morning.pages[u"cs.CL"_s] = listed(1, 1) + listed(7, 1, Kind::Replaced, u"cs.CL"_s, 2);
        DaySection earlier{.day = QDate(2025, 12, 3), .status = DayStatus::Approximate};
        earlier.category = u"cs.CL"_s;
        PaperDetails first = namedOnly(paper(7), 1);
        first.title = u"As it was"_s;
        first.updated = QDateTime({2025, 12, 2}, {15, 0}, Qt::UTC);
        earlier.papers += {first, Kind::New};
        QVERIFY(await(morning.store->put(nobodysImport, {u"before.json"_s, "before", {{earlier}, {}}})));
        morning.arxiv.lists[u"cs.LG"_s] = {entry(7)};
        morning.arxiv.lists[u"cs.LG"_s][0].id = u"2512.00007v2"_s;
        QVERIFY(morning.fetch({u"cs.CL"_s}).isWhole());
        QCOMPARE(morning.reader->details(paper(7))->version, 2);
        QCOMPARE(morning.reader->details(paper(7))->title, u"Paper 7"_s);
    }
};

QTEST_GUILESS_MAIN(TestPageCheck)
#include "tst_pagecheck.moc"
