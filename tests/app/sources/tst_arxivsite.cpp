// SPDX-License-Identifier: GPL-3.0-or-later
// arXiv's pages and feeds as they are asked for, over a transport of our own and over a server on this
// machine.
#include "app/sources/arxivfeeds.h"
#include "app/sources/arxivsite.h"

#include "app/net/httptransport.h"
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

const QDate tuesday(2025, 12, 9);

const QByteArray noUpdates =
    "<!DOCTYPE html>\n<html lang=\"en\"><head><title>X</title></head><body><div id='content'><div "
    "id='dlpage'>"
    "<h3>Showing new listings for Tuesday, 9 December 2025</h3><p>No updates today.</p></div></div></body>"
    "</html>\n";

const QByteArray emptyFeed =
    "<?xml version='1.0' encoding='UTF-8'?>\n<rss version='2.0'><channel>"
    "<title>cs.CL updates on arXiv.org</title><link>http://rss.arxiv.org/rss/cs.CL</link>"
    "<description>cs.CL updates on the arXiv.org e-print archive.</description>"
    "<lastBuildDate>Tue, 09 Dec 2025 05:00:00 +0000</lastBuildDate>"
    "<pubDate>Tue, 09 Dec 2025 00:00:00 -0500</pubDate></channel></rss>";

/** "of 2025-12-09, 0 papers", or the kind of what went wrong. */
QString outcome(const Result<ListingPage> &page)
{
    return page ? u"of %1, %2 papers"_s.arg(page->day.toString(Qt::ISODate)).arg(page->total)
                : QString::number(int(page.error().kind));
}

QString outcome(const Result<ArxivFeed> &feed)
{
    return feed ? u"of %1, %2 papers"_s.arg(feed->day.toString(Qt::ISODate)).arg(feed->papers.size())
                : QString::number(int(feed.error().kind));
}

QString failed(ErrorKind kind)
{
    return QString::number(int(kind));
}

/** Both clients, asking a server on this machine. */
struct Asking
{
    explicit Asking(const MisbehavingServer &server)
        : transport(endpointsAt(server.url(u"/base"_s)), clock,
                    [](Purpose) {
                        return Limits{20s, 20s, 65'536};
                    })
        , endpoints(endpointsAt(server.url(u"/base"_s)))
        , site(transport, endpoints, pool)
        , feeds(transport, endpoints, pool)
    {
    }
    static Endpoints endpointsAt(const QUrl &base)
    {
        Endpoints endpoints;
        endpoints.replace(Endpoint::ArxivSite, base);
        endpoints.replace(Endpoint::ArxivFeed, base);
        return endpoints;
    }
    [[nodiscard]] QString newest() const { return outcome(settled(site.newest(u"cs.CL"_s, 0, {}, {}))); }
    [[nodiscard]] QString today() const { return outcome(settled(feeds.today(u"cs.CL"_s, {}, {}))); }

    FakeClock clock;
    HttpTransport transport;
    const Endpoints endpoints;
    QThreadPool pool;
    const ArxivSite site;
    const ArxivFeeds feeds;
};

} // namespace

class TestArxivSite : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsAsked()
    {
        FakeTransport transport(
            [](const QUrl &url) { return atomReply(url.path().contains("rss"_L1) ? emptyFeed : noUpdates); });
        const Endpoints endpoints;
        QThreadPool pool;
        const ArxivSite site(transport, endpoints, pool);
        const ArxivFeeds feeds(transport, endpoints, pool);
        QCOMPARE(outcome(settled(site.newest(u"cs.CL"_s, 2000, {}, {}))), u"of 2025-12-09, 0 papers"_s);
        QCOMPARE(outcome(settled(site.catchUp(u"math"_s, tuesday, 3, {}, {}))), u"of 2025-12-09, 0 papers"_s);
        QCOMPARE(outcome(settled(feeds.today(u"cs.CL"_s, {}, {}))), u"of 2025-12-09, 0 papers"_s);
        QStringList asked;
        for (const QUrl &url : transport.asked()) {
            asked += url.toString(QUrl::FullyEncoded);
        }
        QCOMPARE(asked.join(u'\n'),
                 QStringList({u"https://arxiv.org/list/cs.CL/new?skip=2000&show=2000"_s,
                              u"https://arxiv.org/catchup/math/2025-12-09?abs=True&page=3"_s,
                              u"https://rss.arxiv.org/rss/cs.CL"_s})
                     .join(u'\n'));
    }

    void whatTheServerSees()
    {
        MisbehavingServer server(answers::good(noUpdates, "text/html; charset=utf-8"));
        const Asking asking(server);
        QCOMPARE(asking.newest(), u"of 2025-12-09, 0 papers"_s);
        server.always(answers::good(emptyFeed, "application/rss+xml"));
        QCOMPARE(asking.today(), u"of 2025-12-09, 0 papers"_s);
        QCOMPARE(server.asked().first().target, "/base/list/cs.CL/new?skip=0&show=2000");
        QCOMPARE(server.asked().first().header("Accept"), "text/html");
        QCOMPARE(server.asked().last().target, "/base/rss/cs.CL");
    }

    void notUpToDateYet()
    {
        const MisbehavingServer server(
            answers::status(503, "This listing is temporarily unavailable", "Retry-After: 300\r\n"));
        const Asking asking(server);
        const auto page = settled(asking.site.newest(u"cs.CL"_s, 0, {}, {}));
        QCOMPARE(outcome(page), failed(ErrorKind::RateLimited));
        QCOMPARE(page.error().retryAt, asking.clock.now().addSecs(300));
        QCOMPARE(asking.today(), failed(ErrorKind::RateLimited));
    }

    void faults_data()
    {
        QTest::addColumn<Answer>("answer");
        QTest::addColumn<QString>("site");
        QTest::addColumn<QString>("feed");
        const auto row = [](const char *name, const Answer &answer, ErrorKind site, ErrorKind feed) {
            QTest::newRow(name) << answer << failed(site) << failed(feed);
        };
        row("a login page", answers::page(), ErrorKind::BadAnswer, ErrorKind::Portal);
        row("cut", answers::shortBody(noUpdates), ErrorKind::Incomplete, ErrorKind::Portal);
        row("empty", answers::good({}, "text/html"), ErrorKind::BadAnswer, ErrorKind::Portal);
        row("no such day", answers::status(400, "Invalid date"), ErrorKind::BadAnswer, ErrorKind::BadAnswer);
        row("its own fault", answers::status(500), ErrorKind::ServerError, ErrorKind::ServerError);
        row("not there", answers::status(404), ErrorKind::BadAnswer, ErrorKind::BadAnswer);
        row("no entry", answers::status(403), ErrorKind::Denied, ErrorKind::Denied);
        row("too large", answers::endlessBody(), ErrorKind::AnswerTooLarge, ErrorKind::AnswerTooLarge);
        row("hangs up", answers::hangUp(), ErrorKind::Incomplete, ErrorKind::Incomplete);
    }

    void faults()
    {
        QFETCH(Answer, answer);
        QFETCH(QString, site);
        QFETCH(QString, feed);
        const MisbehavingServer server(answer);
        const Asking asking(server);
        QCOMPARE(asking.newest(), site);
        QCOMPARE(asking.today(), feed);
    }
};

QTEST_GUILESS_MAIN(TestArxivSite)
#include "tst_arxivsite.moc"
