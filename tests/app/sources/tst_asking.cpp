// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sources/arxivoai.h"
#include "app/sources/biorxiv.h"

#include "app/net/httptransport.h"
#include "tests/support/fakeclock.h"
#include "tests/support/faketransport.h"
#include "tests/support/gzip.h"
#include "tests/support/misbehavingserver.h"
#include "tests/support/temporarylibrary.h"

#include <QtTest>
#include <thread>

using namespace paperdawn;
using namespace paperdawn::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto patience = 20s;
constexpr auto impatience = 150ms;
constexpr qint64 cap = 64 * 1024;

const QByteArray token = "verb%3DListRecords%26metadataPrefix%3DarXivRaw%26skip%3D1";

QByteArray oaiAnswer(const QByteArray &content)
{
    return "<?xml version='1.0' encoding='UTF-8'?>\n<OAI-PMH xmlns='http://www.openarchives.org/OAI/2.0/'>"
           "<responseDate>2025-12-09T06:00:00Z</responseDate>" +
           content + "</OAI-PMH>";
}

/** One paper, and behind it an element. */
QByteArray oaiPage(const QByteArray &id, const QByteArray &behind = {})
{
    return oaiAnswer("<ListRecords><record><header><identifier>oai:arXiv.org:" + id +
                     "</identifier><datestamp>2025-12-09</datestamp></header></record>" + behind +
                     "</ListRecords>");
}

QByteArray oaiError(const QByteArray &code)
{
    return oaiAnswer("<error code='" + code + "'>Because</error>");
}

QByteArray biorxivPage(const QByteArray &doi)
{
    return R"({"messages":[{"status":"ok","cursor":0,"count":1,"total":"1"}],"collection":[{"doi":")" + doi +
           R"(","version":"1","date":"2025-12-09"}]})";
}

/** The papers of a page, or what went wrong: its kind, and its words where they are the service's. */
template <typename Page>
QString outcome(const Result<Page> &page)
{
    if (!page) {
        const bool isTold = page.error().kind == ErrorKind::Rejected;
        return u"%1 %2 %3"_s.arg(int(page.error().kind))
            .arg(page.error().where, isTold ? page.error().what : QString());
    }
    QStringList keys;
    for (const auto &record : page->records) {
        keys += record.details.id.key();
    }
    return keys.join(u' ');
}

QString error(ErrorKind kind, const QString &words = {})
{
    return u"%1 127.0.0.1 %2"_s.arg(int(kind)).arg(words);
}

Endpoints loopback(const QUrl &base)
{
    Endpoints endpoints;
    endpoints.replace(Endpoint::ArxivOai, base);
    endpoints.replace(Endpoint::Biorxiv, base);
    return endpoints;
}

/** Both clients over a transport. */
struct Clients
{
    Clients(Transport &transport, const Endpoints &places)
        : endpoints(places)
        , oai(transport, endpoints, pool)
        , biorxiv(transport, endpoints, pool)
    {
    }
    const Endpoints endpoints;
    QThreadPool pool;
    const ArxivOai oai;
    const Biorxiv biorxiv;
};

/** Both clients, asking a server on this machine. */
struct Asking
{
    explicit Asking(const MisbehavingServer &server, Limits limits = {patience, patience, cap})
        : transport(loopback(server.url(u"/base"_s)), clock, [limits](Purpose) { return limits; })
        , clients(transport, loopback(server.url(u"/base"_s)))
    {
    }
    [[nodiscard]] QString oai() const { return outcome(settled(clients.oai.list({}, {}, {}))); }
    [[nodiscard]] QString biorxiv() const { return outcome(settled(clients.biorxiv.list(day(), 0, {}, {}))); }
    static BiorxivRange day() { return {Source::Biorxiv, {2025, 12, 9}, {2025, 12, 9}, {}}; }

    FakeClock clock;
    HttpTransport transport;
    Clients clients;
};

} // namespace

class TestAsking : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatOaiIsAsked()
    {
        FakeTransport transport([](const QUrl &) { return atomReply(oaiPage("2512.07834")); });
        const Clients clients(transport, Endpoints());
        const QDate from(2025, 12, 1);
        const QDate until(2025, 12, 9);
        QCOMPARE(outcome(settled(clients.oai.list({}, {}, {}))), u"arxiv:2512.07834"_s);
        (void)settled(clients.oai.list({u"oai_dc"_s, u"cs:cs:CV"_s, from, until}, {}, {}));
        (void)settled(clients.oai.list({.from = ArxivOai::earliest()}, {}, {}));
        (void)settled(clients.oai.next(QString::fromLatin1(token), {}, {}));
        (void)settled(clients.oai.next(u"1122234|1001"_s, {}, {}));
        (void)settled(clients.oai.paper(*PaperId::parse(u"math/0309136"_s), {}, {}));
        QStringList asked;
        for (const QUrl &url : transport.asked()) {
            asked += url.toString(QUrl::FullyEncoded);
        }
        const QString base = u"https://oaipmh.arxiv.org/oai?verb="_s;
        QCOMPARE(asked.join(u'\n'),
                 QStringList({base + u"ListRecords&metadataPrefix=arXivRaw"_s,
                              base + u"ListRecords&metadataPrefix=oai_dc&set=cs%3Acs%3ACV&from=2025-12-01"
                                     "&until=2025-12-09"_s,
                              base + u"ListRecords&metadataPrefix=arXivRaw"_s,
                              base + u"ListRecords&resumptionToken=verb%253DListRecords%2526metadataPrefix"
                                     "%253DarXivRaw%2526skip%253D1"_s,
                              base + u"ListRecords&resumptionToken=1122234%7C1001"_s,
                              base + u"GetRecord&metadataPrefix=arXivRaw&identifier=oai%3AarXiv.org%3Amath"
                                     "%2F0309136"_s})
                     .join(u'\n'));
    }

    void whatBiorxivIsAsked()
    {
        FakeTransport transport(
            [](const QUrl &) { return atomReply(biorxivPage("10.1101/2025.12.08.700001")); });
        const Clients clients(transport, Endpoints());
        const QDate from(2025, 12, 1);
        const QDate until(2025, 12, 9);
        const auto page = settled(clients.biorxiv.list({Source::Medrxiv, from, until, {}}, 30, {}, {}));
        QCOMPARE(outcome(page), u"medrxiv:10.1101/2025.12.08.700001"_s); // by who was asked
        (void)settled(clients.biorxiv.list({Source::Biorxiv, from, until, u"cell biology"_s}, 0, {}, {}));
        (void)settled(
            clients.biorxiv.paper(*PaperId::parse(u"biorxiv:10.64898/2025.12.08.700001"_s), {}, {}));
        QStringList asked;
        for (const QUrl &url : transport.asked()) {
            asked += url.toString(QUrl::FullyEncoded);
        }
        const QString base = u"https://api.biorxiv.org/details/"_s;
        QCOMPARE(asked.join(u'\n'),
                 QStringList({base + u"medrxiv/2025-12-01/2025-12-09/30/json"_s,
                              base + u"biorxiv/2025-12-01/2025-12-09/0/json?category=cell_biology"_s,
                              base + u"biorxiv/10.64898/2025.12.08.700001/na/json"_s})
                     .join(u'\n'));
    }

    /** The token comes back to the server as it gave it, and the last page has none. */
    void pagesFollowOneAnother()
    {
        MisbehavingServer server;
        server.always([](const Asked &asked) {
            const bool isFirst = !asked.target.contains("resumptionToken");
            return isFirst ? answers::good(
                                 oaiPage("2512.00001", "<resumptionToken>" + token + "</resumptionToken>"),
                                 "text/xml")
                   : asked.target.contains(token.toPercentEncoding())
                       ? answers::good(oaiPage("2512.00002", "<resumptionToken/>"), "text/xml")
                       : answers::good(oaiError("badResumptionToken"), "text/xml");
        });
        const Asking asking(server);
        const auto first = settled(asking.clients.oai.list({}, {}, {}));
        QCOMPARE(outcome(first), u"arxiv:2512.00001"_s);
        const auto last = settled(asking.clients.oai.next(first->token, {}, {}));
        QCOMPARE(outcome(last), u"arxiv:2512.00002"_s);
        QVERIFY(last->token.isNull());
        const auto refused = settled(asking.clients.oai.next(u"of yesterday"_s, {}, {}));
        QCOMPARE(outcome(refused), error(ErrorKind::Rejected, u"badResumptionToken: Because"_s));
        QVERIFY(isTokenRefused(refused.error()));
    }

    void whatOaiAnswers_data()
    {
        QTest::addColumn<Answer>("answer");
        QTest::addColumn<QString>("expected");
        const QByteArray page = oaiPage("2512.07834");
        const QString paper = u"arxiv:2512.07834"_s;
        const auto xml = QByteArray("text/xml");
        QTest::newRow("a page") << answers::good(page, xml) << paper;
        QTest::newRow("in gzip") << answers::gzipped(gzipOf(page)) << paper;
        QTest::newRow("in chunks") << answers::chunked(page) << paper;
        QTest::newRow("up to the end") << answers::closed(page, xml) << paper;
        QTest::newRow("none") << answers::good(oaiError("noRecordsMatch"), xml) << QString();
        QTest::newRow("rejected") << answers::good(oaiError("badArgument"), xml)
                                  << error(ErrorKind::Rejected, u"badArgument: Because"_s);
        QTest::newRow("rejected by status")
            << answers::status(400, oaiError("badVerb"), "Content-Type: text/xml\r\n")
            << error(ErrorKind::Rejected, u"badVerb: Because"_s);
        QTest::newRow("cut") << answers::shortBody(page) << error(ErrorKind::Incomplete);
        QTest::newRow("torn chunks") << answers::tornChunks(page) << error(ErrorKind::Incomplete);
        QTest::newRow("cut at a tag")
            << answers::closed(page.chopped(10), xml) << error(ErrorKind::Incomplete);
        QTest::newRow("cut, in gzip")
            << answers::gzipped(gzipOf(page).chopped(9)) << error(ErrorKind::Incomplete);
        QTest::newRow("empty") << answers::good({}, xml) << error(ErrorKind::BadAnswer);
        QTest::newRow("a login page") << answers::page() << error(ErrorKind::Portal);
        QTest::newRow("a page that calls itself XML") << answers::disguisedPage() << error(ErrorKind::Portal);
        QTest::newRow("too large") << answers::endlessBody() << error(ErrorKind::AnswerTooLarge);
        QTest::newRow("wait") << answers::status(503, "busy", "Retry-After: 300\r\n")
                              << error(ErrorKind::RateLimited);
        QTest::newRow("its own fault") << answers::status(500) << error(ErrorKind::ServerError);
        QTest::newRow("not there") << answers::status(404) << error(ErrorKind::BadAnswer);
        QTest::newRow("no entry") << answers::status(403, "no") << error(ErrorKind::Denied);
        QTest::newRow("hangs up") << answers::hangUp() << error(ErrorKind::Incomplete);
    }

    void whatOaiAnswers()
    {
        QFETCH(Answer, answer);
        QFETCH(QString, expected);
        const MisbehavingServer server(answer);
        QCOMPARE(Asking(server).oai(), expected);
    }

    void whatBiorxivAnswers_data()
    {
        QTest::addColumn<Answer>("answer");
        QTest::addColumn<QString>("expected");
        const QByteArray page = biorxivPage("10.1101/2025.12.08.700001");
        const auto json = QByteArray("application/json");
        QTest::newRow("a page") << answers::good(page, json) << u"biorxiv:10.1101/2025.12.08.700001"_s;
        QTest::newRow("none") << answers::good(
                                     R"({"messages":[{"status":"no posts found"}],"collection":[]})", json)
                              << QString();
        QTest::newRow("rejected") << answers::good(R"({"messages":[{"status":"Server not recognized"}]})",
                                                   json)
                                  << error(ErrorKind::Rejected, u"Server not recognized"_s);
        QTest::newRow("empty") << answers::good({}, json) << error(ErrorKind::Incomplete);
        QTest::newRow("cut") << answers::shortBody(page) << error(ErrorKind::Incomplete);
        QTest::newRow("cut, and nobody says so")
            << answers::closed(page.chopped(1), json) << error(ErrorKind::Incomplete);
        QTest::newRow("a login page") << answers::page() << error(ErrorKind::Portal);
        QTest::newRow("words") << answers::good("Too many connections", json) << error(ErrorKind::BadAnswer);
        QTest::newRow("its own fault") << answers::status(500) << error(ErrorKind::ServerError);
        QTest::newRow("not there") << answers::status(404) << error(ErrorKind::BadAnswer);
    }

    void whatBiorxivAnswers()
    {
        QFETCH(Answer, answer);
        QFETCH(QString, expected);
        const MisbehavingServer server(answer);
        QCOMPARE(Asking(server).biorxiv(), expected);
    }

    void whatTheServerSees()
    {
        const MisbehavingServer server(answers::silence());
        const Asking asking(server, {impatience, 0ms, cap});
        QCOMPARE(asking.oai(), error(ErrorKind::TimedOut));
        QCOMPARE(asking.biorxiv(), error(ErrorKind::TimedOut));
        QCOMPARE(server.asked().size(), 2);
        QCOMPARE(server.asked().first().target, "/base?verb=ListRecords&metadataPrefix=arXivRaw");
        QCOMPARE(server.asked().first().header("Accept"), "text/xml, application/xml");
        QCOMPARE(server.asked().last().target, "/base/details/biorxiv/2025-12-09/2025-12-09/0/json");
        QCOMPARE(server.asked().last().header("Accept"), "application/json");
    }

    void bothCanBeStopped()
    {
        const MisbehavingServer server(answers::silence());
        const Asking asking(server);
        std::stop_source stop;
        const auto oai = asking.clients.oai.list({}, stop.get_token(), {});
        const auto biorxiv = asking.clients.biorxiv.list(Asking::day(), 0, stop.get_token(), {});
        QTRY_COMPARE(server.asked().size(), 2);
        std::thread([&] { stop.request_stop(); }).join();
        QCOMPARE(outcome(settled(oai)).section(u' ', 0, 0), QString::number(int(ErrorKind::Cancelled)));
        QCOMPARE(outcome(settled(biorxiv)).section(u' ', 0, 0), QString::number(int(ErrorKind::Cancelled)));
    }
};

QTEST_GUILESS_MAIN(TestAsking)
#include "tst_asking.moc"
