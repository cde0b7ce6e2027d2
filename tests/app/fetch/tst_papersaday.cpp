// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fetch/papersaday.h"

#include "app/net/httptransport.h"
#include "app/net/pacedtransport.h"
#include "tests/support/fakeclock.h"
#include "tests/support/faketransport.h"
#include "tests/support/misbehavingserver.h"
#include "tests/support/temporarylibrary.h"

#include <QtTest>

using namespace paperdawn;
using namespace paperdawn::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto patience = 20s;
constexpr auto impatience = 150ms;
constexpr qint64 cap = 64 * 1024;

const QDate wednesday(2025, 12, 10);
const QDateTime thursdayEvening({2025, 12, 12}, {0, 0},
                                Qt::UTC); ///< in New York, an hour before Friday's list

/** As it was until 2025-11-11: each element declares its prefix. */
const QByteArray oldFeed =
    R"(<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <title type="html">ArXiv Query: search_query=cat:cs.CL</title>
  <updated>2025-10-01T00:00:00-04:00</updated>
  <opensearch:totalResults xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/">467</opensearch:totalResults>
  <opensearch:startIndex xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/">0</opensearch:startIndex>
  <opensearch:itemsPerPage xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/">1</opensearch:itemsPerPage>
</feed>
)";

const QByteArray rejection = R"(<feed xmlns="http://www.w3.org/2005/Atom"
  xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/"><opensearch:totalResults>1</opensearch:totalResults>
  <entry><id>https://arxiv.org/api/errors#search_query</id><title>Error</title><summary>No</summary></entry></feed>)";

Endpoints at(const QUrl &base)
{
    Endpoints endpoints;
    endpoints.replace(Endpoint::ArxivApi, base);
    return endpoints;
}

/** What was counted, or the kind of error. */
QString outcome(const Result<int> &papers)
{
    return papers ? QString::number(*papers) : u"error %1"_s.arg(int(papers.error().kind));
}

QString error(ErrorKind kind)
{
    return outcome(failure(kind));
}

/** The client, over a transport. */
struct Client
{
    Client(Transport &transport, Endpoints places)
        : endpoints(std::move(places))
        , api(transport, endpoints, pool)
    {
    }
    const Endpoints endpoints;
    QThreadPool pool;
    const ArxivApi api;
};

/** Over a real connection to a server on this machine. */
struct Asking
{
    explicit Asking(const MisbehavingServer &server, Limits limits = {patience, patience, cap})
        : transport(at(server.url(u"/api/query"_s)), clock, [limits](Purpose) { return limits; })
        , client(transport, at(server.url(u"/api/query"_s)))
    {
    }
    [[nodiscard]] QString count() const
    {
        return outcome(settled(client.api.count(u"cs.CL"_s, wednesday, wednesday, {})));
    }

    FakeClock clock{thursdayEvening};
    HttpTransport transport;
    Client client;
};

/** Totals by category; an error where there is none. */
struct Counting
{
    explicit Counting(QHash<QString, QList<int>> totalsToCome)
        : totals(std::move(totalsToCome))
        , transport([this](const QUrl &url) { return answer(url); })
        , client(transport, Endpoints())
        , papers(client.api, clock, told)
    {
    }

    Result<HttpReply> answer(const QUrl &url)
    {
        const QString category = asked(url, u"search_query"_s).section(u"cat:"_s, 1, 1).section(u' ', 0, 0);
        categories += category;
        if (fails.contains(category)) {
            return failure(fails.value(category));
        }
        QList<int> &left = totals[category];
        return atomReply(atomFeed({}, left.size() > 1 ? left.takeFirst() : left.value(0)));
    }

    /** What is asked for until nothing happens any more. */
    QString hears(const QStringList &wanted)
    {
        categories.clear();
        papers.ask(wanted);
        auto isOver = [&, before = qsizetype(-1)]() mutable {
            client.pool.waitForDone();
            QCoreApplication::processEvents();
            return std::exchange(before, categories.size()) == categories.size();
        };
        for (int calm = 0; calm < 3;) { // an answer takes a turn of the loop, and what is asked next another
            calm = isOver() ? calm + 1 : 0;
        }
        return categories.join(u' ');
    }

    QHash<QString, QList<int>> totals;
    QHash<QString, ErrorKind> fails;
    QStringList categories;
    FakeClock clock{thursdayEvening};
    FakeTransport transport;
    Client client;
    QHash<QString, int> told;
    PapersADay papers;
};

} // namespace

class TestPapersADay : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatTheServerAnswers_data()
    {
        QTest::addColumn<Answer>("answer");
        QTest::addColumn<QString>("expected");
        const QByteArray feed = atomFeed({{u"2512.00001v1"_s, u"One"_s, u"cs.CL"_s}}, 467);
        QTest::newRow("a total, and one paper") << answers::good(feed) << u"467"_s;
        QTest::newRow("as it was before 2025-11-11") << answers::good(oldFeed) << u"467"_s;
        QTest::newRow("in chunks") << answers::chunked(feed) << u"467"_s;
        QTest::newRow("none") << answers::good(atomFeed({}, 0)) << u"0"_s;
        QTest::newRow("no total") << answers::good(QByteArray(feed).replace("totalResults", "total"))
                                  << error(ErrorKind::BadAnswer);
        QTest::newRow("a total that is no number")
            << answers::good(QByteArray(feed).replace(">467<", ">many<")) << error(ErrorKind::BadAnswer);
        QTest::newRow("rejected") << answers::status(400, rejection, "Content-Type: application/atom+xml\r\n")
                                  << error(ErrorKind::Rejected);
        QTest::newRow("wait") << answers::status(503, "busy") << error(ErrorKind::RateLimited);
        QTest::newRow("its own fault") << answers::status(500) << error(ErrorKind::ServerError);
        QTest::newRow("a login page") << answers::page() << error(ErrorKind::Portal);
        QTest::newRow("a page that calls itself a feed")
            << answers::disguisedPage() << error(ErrorKind::Portal);
        QTest::newRow("cut") << answers::shortBody(feed) << error(ErrorKind::Incomplete);
        QTest::newRow("hangs up") << answers::hangUp() << error(ErrorKind::Incomplete);
    }

    void whatTheServerAnswers()
    {
        QFETCH(Answer, answer);
        QFETCH(QString, expected);
        const MisbehavingServer server(answer);
        QCOMPARE(Asking(server).count(), expected);
    }

    void silenceIsNotWaitedForEver()
    {
        const MisbehavingServer server(answers::silence());
        QCOMPARE(Asking(server, {impatience, 0ms, cap}).count(), error(ErrorKind::TimedOut));
    }

    /** The lists before the newest: that one may not be whole in the index. Thanksgiving is none of them. */
    void fiveListsAreAskedForInOne_data()
    {
        QTest::addColumn<QDateTime>("now");
        QTest::addColumn<QString>("dates");
        QTest::newRow("usual") << thursdayEvening << u"202512021900 TO 202512091859"_s;
        QTest::newRow("an hour later there is Friday's")
            << thursdayEvening.addSecs(3600) << u"202512031900 TO 202512101859"_s;
        QTest::newRow("a holiday between")
            << QDateTime({2025, 12, 3}, {12, 0}, Qt::UTC) << u"202511211900 TO 202512011859"_s;
    }

    void fiveListsAreAskedForInOne()
    {
        QFETCH(const QDateTime, now);
        QFETCH(QString, dates);
        Counting counting({{u"hep-th"_s, {98}}});
        counting.clock.set(now);
        QCOMPARE(counting.hears({u"hep-th"_s}), u"hep-th"_s);
        const QUrl url = counting.transport.asked().first();
        QCOMPARE(asked(url, u"search_query"_s), u"cat:hep-th AND submittedDate:["_s + dates + u']');
        QCOMPARE(asked(url, u"max_results"_s), u"1"_s); // with none the server fails
        QCOMPARE(counting.told, (QHash<QString, int>{{u"hep-th"_s, 20}}));
    }

    void eachCategoryIsAskedForOnce()
    {
        Counting counting({{u"cs.CL"_s, {467}}, {u"hep-th"_s, {98}}, {u"cs.LG"_s, {1000}}});
        const QSignalSpy changed(&counting.papers, &PapersADay::changed);
        QCOMPARE(counting.hears({u"cs.CL"_s, u"hep-th"_s}), u"cs.CL hep-th"_s);
        QCOMPARE(changed.size(), 2);
        QCOMPARE(counting.hears({u"cs.CL"_s, u"hep-th"_s, u"cs.LG"_s}), u"cs.LG"_s);
        QCOMPARE(counting.told,
                 (QHash<QString, int>{{u"cs.CL"_s, 93}, {u"hep-th"_s, 20}, {u"cs.LG"_s, 200}}));
        PapersADay another(counting.client.api, counting.clock, counting.told); // of another window
        another.ask({u"cs.CL"_s});
        QCOMPARE(counting.hears({u"hep-th"_s}), QString());
    }

    void oneAfterTheOther()
    {
        MisbehavingServer server(answers::silence());
        const Asking asking(server);
        QHash<QString, int> told;
        PapersADay papers(asking.client.api, asking.clock, told);
        papers.ask({u"cs.CL"_s, u"hep-th"_s});
        QTRY_COMPARE(server.asked().size(), 1);
        papers.ask({u"cs.CL"_s, u"hep-th"_s, u"cs.LG"_s});
        QTest::qWait(100);
        QCOMPARE(server.asked().size(), 1);
    }

    void whatIsWantedNoMoreIsNotAskedFor()
    {
        Counting counting({{u"cs.CL"_s, {467}}, {u"hep-th"_s, {98}}});
        counting.papers.ask({u"cs.CL"_s, u"hep-th"_s});
        QCOMPARE(counting.hears({u"cs.CL"_s}), QString()); // it is under way
        QCOMPARE(counting.told.keys(), QStringList(u"cs.CL"_s));
    }

    void nothingIsBelievedWhenItIsSaidTwice()
    {
        Counting counting({{u"cs.CL"_s, {0, 467}}, {u"cs.GL"_s, {0}}});
        QCOMPARE(counting.hears({u"cs.CL"_s, u"cs.GL"_s}), u"cs.CL cs.CL cs.GL cs.GL"_s);
        QCOMPARE(counting.told, (QHash<QString, int>{{u"cs.CL"_s, 93}, {u"cs.GL"_s, 0}}));
    }

    void moreThanListsCanHoldIsNoAnswer()
    {
        Counting counting({{u"cs.CL"_s, {std::numeric_limits<int>::max()}}, {u"cs.LG"_s, {10'000}}});
        QCOMPARE(counting.hears({u"cs.CL"_s, u"cs.LG"_s}), u"cs.CL cs.LG"_s);
        QCOMPARE(counting.told, (QHash<QString, int>{{u"cs.LG"_s, 2000}}));
    }

    void whatFailsIsLeftOutUntilThereIsAnotherNetwork_data()
    {
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("later");
        const QString all = u"cs.CL hep-th"_s;
        QTest::newRow("of its own") << ErrorKind::ServerError << all << u"cs.CL"_s;
        QTest::newRow("no network: the others are not asked for") << ErrorKind::Offline << u"cs.CL"_s << all;
        QTest::newRow("it asks to wait") << ErrorKind::RateLimited << u"cs.CL"_s << all;
        QTest::newRow("a login page") << ErrorKind::Portal << u"cs.CL"_s << all;
    }

    void whatFailsIsLeftOutUntilThereIsAnotherNetwork()
    {
        QFETCH(ErrorKind, kind);
        QFETCH(QString, first);
        QFETCH(QString, later);
        const QStringList both{u"cs.CL"_s, u"hep-th"_s};
        Counting counting({{u"cs.CL"_s, {467}}, {u"hep-th"_s, {98}}});
        counting.fails = {{u"cs.CL"_s, kind}};
        QCOMPARE(counting.hears(both), first);
        QVERIFY(!counting.told.contains(u"cs.CL"_s));
        QCOMPARE(counting.hears(both), QString());
        counting.fails.clear();
        counting.papers.forgetFailures();
        QCOMPARE(counting.hears(both), later);
        QCOMPARE(counting.told, (QHash<QString, int>{{u"cs.CL"_s, 93}, {u"hep-th"_s, 20}}));
    }

    /** What is under way is given up, too, and nothing comes of it any more. */
    void itCanBeCancelled()
    {
        MisbehavingServer server(answers::silence());
        const Asking asking(server);
        QHash<QString, int> told;
        PapersADay papers(asking.client.api, asking.clock, told);
        papers.ask({u"cs.CL"_s, u"cs.LG"_s});
        QTRY_COMPARE(server.asked().size(), 1);
        papers.cancel();
        server.always(answers::good(atomFeed({}, 98)));
        papers.ask({u"hep-th"_s});
        QTRY_COMPARE(told.keys(), QStringList(u"hep-th"_s));
        QCOMPARE(server.asked().size(), 2);
    }

    /** At arXiv's pace, a list that is asked for after it does not wait for what was cancelled. */
    void whatWaitsForItsTurnGivesItUp()
    {
        MisbehavingServer server(answers::good(atomFeed({}, 98)));
        const QTemporaryDir folder;
        FakeClock clock(thursdayEvening);
        Endpoints endpoints = at(server.url(u"/api/query"_s));
        endpoints.setInterval(Endpoint::ArxivApi, 3s);
        HttpTransport http(endpoints, clock);
        Pace pace(folder.path(), clock);
        PacedTransport transport(http, endpoints, pace, clock, 10ms);
        const Client client(transport, endpoints);
        QHash<QString, int> told;
        PapersADay papers(client.api, clock, told);
        papers.ask({u"cs.CL"_s, u"hep-th"_s, u"cs.LG"_s});
        QTRY_COMPARE(told.size(), 1);
        QTest::qWait(50); // the next one waits for the clock
        papers.cancel();
        const auto list = client.api.list(u"cs.CL"_s, wednesday, 0, {}, {});
        QTest::qWait(50);
        QVERIFY(!list.isFinished());
        clock.advance(3000);
        QVERIFY(settled(list));
        QCOMPARE(server.asked().size(), 2);
        QVERIFY(server.asked().last().target.contains("max_results=200"));
        QCOMPARE(told.size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestPapersADay)
#include "tst_papersaday.moc"
