// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/sentence.h"
#include "app/net/endpoints.h"

#include <QtTest>

using namespace paperdawn;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QString basesOf(const Endpoints &endpoints)
{
    QStringList lines;
    for (int i = 0; i < endpointCount; ++i) {
        lines += endpointName(Endpoint(i)) + u' ' + endpoints.base(Endpoint(i)).toString();
    }
    return lines.join(u'\n');
}

} // namespace

class TestEndpoints : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void servicesHaveTheirAddresses()
    {
        QCOMPARE(basesOf(Endpoints()), u"arxiv-api https://export.arxiv.org/api/query\n"
                                       "arxiv-feed https://rss.arxiv.org\n"
                                       "arxiv-site https://arxiv.org\n"
                                       "arxiv-oai https://oaipmh.arxiv.org/oai\n"
                                       "arxiv-pdf https://export.arxiv.org/pdf\n"
                                       "biorxiv https://api.biorxiv.org"_s);
    }

    void oneAddressIsReplacedAndTheOthersStay()
    {
        Endpoints endpoints;
        QVERIFY(endpoints.replace(u"arxiv-feed=http://127.0.0.1:8080/"_s));
        QVERIFY(endpoints.replace(u" biorxiv = https://mirror.example.cn/bio/ "_s));
        QCOMPARE(basesOf(endpoints), u"arxiv-api https://export.arxiv.org/api/query\n"
                                     "arxiv-feed http://127.0.0.1:8080\n"
                                     "arxiv-site https://arxiv.org\n"
                                     "arxiv-oai https://oaipmh.arxiv.org/oai\n"
                                     "arxiv-pdf https://export.arxiv.org/pdf\n"
                                     "biorxiv https://mirror.example.cn/bio"_s);
    }

    void whatWasToldToOthersWins()
    {
        Endpoints told;
        QVERIFY(told.replace(u"arxiv-api=https://export.arxiv.org/api/query"_s)); // its own address, but told
        told.setInterval(Endpoint::Biorxiv, 2s);
        Endpoints endpoints;
        QVERIFY(endpoints.replace(u"arxiv-api=https://mirror.example.cn"_s));
        QVERIFY(endpoints.replace(u"arxiv-pdf=https://mirror.example.cn/pdf"_s));
        endpoints.replaceAsIn(told);
        QCOMPARE(basesOf(endpoints), u"arxiv-api https://export.arxiv.org/api/query\n"
                                     "arxiv-feed https://rss.arxiv.org\n"
                                     "arxiv-site https://arxiv.org\n"
                                     "arxiv-oai https://oaipmh.arxiv.org/oai\n"
                                     "arxiv-pdf https://mirror.example.cn/pdf\n"
                                     "biorxiv https://api.biorxiv.org"_s);
        QCOMPARE(endpoints.pacing(Endpoint::Biorxiv), (Pacing{u"biorxiv"_s, 2s}));
    }

    void wrongAssignmentsAreNamed_data()
    {
        QTest::addColumn<QString>("assignment");
        QTest::addColumn<QString>("words");
        const QString names = u"arxiv-api, arxiv-feed, arxiv-site, arxiv-oai, arxiv-pdf, biorxiv"_s;
        const QString help = u". See “paperdawnctl --help”."_s;
        const auto name = [&](const QString &wrong) -> QString {
            return u"Endpoint “"_s + wrong + u"” is none of "_s + names + help;
        };
        const auto address = [&](const QString &wrong) -> QString {
            return u"“"_s + wrong + u"” is no address of an endpoint; give one as https://host/path"_s + help;
        };
        QTest::newRow("name") << u"arxiv=https://a.example"_s << name(u"arxiv"_s);
        QTest::newRow("empty") << QString() << name({});
        QTest::newRow("no sign") << u"biorxiv"_s << address({});
        for (const auto *wrong : {"", "a.example", "file:///etc/passwd", "ftp://a.example",
                                  "data:text/html,x", "https://", "https://me:secret@a.example",
                                  "https://a.example/?q=1", "https://a.example/#x", "http://a b/"}) {
            QTest::newRow(wrong) << "biorxiv="_L1 + QLatin1StringView(wrong)
                                 << address(QLatin1StringView(wrong));
        }
    }

    void wrongAssignmentsAreNamed()
    {
        QFETCH(QString, assignment);
        QFETCH(QString, words);
        Endpoints endpoints;
        const auto replaced = endpoints.replace(assignment);
        QVERIFY(!replaced);
        QCOMPARE(sentence(replaced.error()), words);
        QCOMPARE(basesOf(endpoints), basesOf(Endpoints()));
    }

    void paceBelongsToTheService()
    {
        const Endpoints endpoints;
        const Pacing machines{u"arxiv"_s, 3s};
        const Pacing pages{u"arxiv-pages"_s, 15s};
        QCOMPARE(endpoints.pacing(Endpoint::ArxivApi), machines);
        QCOMPARE(endpoints.pacing(Endpoint::ArxivFeed), machines);
        QCOMPARE(endpoints.pacing(Endpoint::ArxivOai), machines);
        QCOMPARE(endpoints.pacing(Endpoint::ArxivSite), pages);
        QCOMPARE(endpoints.pacing(Endpoint::ArxivPdf), pages);
        QCOMPARE(endpoints.pacing(Endpoint::Biorxiv), (Pacing{u"biorxiv"_s, 1s}));
    }

    void aMirrorKeepsThePaceAndLoopbackHasNoneUnlessSet()
    {
        Endpoints endpoints;
        endpoints.replace(Endpoint::ArxivApi, QUrl(u"https://mirror.example.cn"_s));
        QCOMPARE(endpoints.pacing(Endpoint::ArxivApi), (Pacing{u"arxiv"_s, 3s}));
        for (const auto *host : {"127.0.0.1", "127.1", "[::1]", "localhost", "arxiv.localhost"}) {
            endpoints.replace(Endpoint::ArxivApi, QUrl("http://"_L1 + QLatin1StringView(host) + ":80"_L1));
            QVERIFY2(!endpoints.pacing(Endpoint::ArxivApi), host);
        }
        endpoints.setInterval(Endpoint::ArxivApi, 2s);
        QCOMPARE(endpoints.pacing(Endpoint::ArxivApi), (Pacing{u"loopback-arxiv-api"_s, 2s}));
    }

    void privateLiterals_data()
    {
        QTest::addColumn<bool>("isPrivate");
        for (const auto *host : {"127.0.0.1",          "127.1",           "0x7f000001", "2130706433",
                                 "0177.0.0.1",         "0.0.0.0",         "10.1.2.3",   "172.31.255.255",
                                 "192.168.1.1",        "169.254.169.254", "100.64.0.1", "198.18.0.5",
                                 "224.0.0.1",          "255.255.255.255", "[::1]",      "[::]",
                                 "[::ffff:127.0.0.1]", "[::ffff:a00:1]",  "[fe80::1]",  "[fd00::1]",
                                 "[ff02::1]"}) {
            QTest::newRow(host) << true;
        }
        for (const auto *host : {"arxiv.org", "128.84.21.199", "172.32.0.1", "198.20.0.1", "[2606:4700::1]",
                                 "10.example.org", "127.0.0.1.example.org"}) {
            QTest::newRow(host) << false;
        }
    }

    void privateLiterals()
    {
        QFETCH(bool, isPrivate);
        const QUrl url("https://"_L1 + QLatin1StringView(QTest::currentDataTag()) + "/x"_L1);
        QVERIFY(url.isValid());
        QCOMPARE(isPrivateLiteral(url), isPrivate);
    }

    void whatMayBeAsked_data()
    {
        QTest::addColumn<Endpoint>("endpoint");
        QTest::addColumn<bool>("may");
        const auto row = [](Endpoint endpoint, const char *url, bool may) {
            QTest::newRow(url) << endpoint << may;
        };
        row(Endpoint::ArxivApi, "https://export.arxiv.org/api/query?search_query=x", true);
        row(Endpoint::ArxivApi, "https://arxiv.org/help", true);
        row(Endpoint::ArxivPdf, "https://www.arxiv.org/pdf/2512.07834", true);
        row(Endpoint::Biorxiv, "https://www.biorxiv.org/content/x.full.pdf", true);
        row(Endpoint::ArxivApi, "http://export.arxiv.org/api/query", false);
        row(Endpoint::ArxivApi, "https://export.arxiv.org:8443/api/query", false);
        row(Endpoint::ArxivApi, "https://arxiv.org.evil.example/", false);
        row(Endpoint::ArxivApi, "https://me@arxiv.org/", false);
        row(Endpoint::ArxivApi, "https://www.medrxiv.org/", false);
        row(Endpoint::ArxivApi, "file:///etc/passwd", false);
        row(Endpoint::ArxivApi, "data:text/plain,x", false);
        row(Endpoint::ArxivApi, "ftp://arxiv.org/", false);
        row(Endpoint::ArxivApi, "https://127.0.0.1/", false);
        // the feed is replaced below
        row(Endpoint::ArxivFeed, "http://mirror.example:8080/rss/cs.CV", true);
        row(Endpoint::ArxivApi, "http://mirror.example:8080/api", true);
        row(Endpoint::ArxivFeed, "https://mirror.example/rss/cs.CV", true);
        row(Endpoint::ArxivFeed, "http://mirror.example/rss/cs.CV", false);
        row(Endpoint::ArxivFeed, "https://www.arxiv.org/", false);
    }

    void whatMayBeAsked()
    {
        QFETCH(Endpoint, endpoint);
        QFETCH(bool, may);
        Endpoints endpoints;
        QVERIFY(endpoints.replace(u"arxiv-feed=http://mirror.example:8080"_s));
        QCOMPARE(endpoints.mayAsk(endpoint, QUrl(QLatin1StringView(QTest::currentDataTag()))), may);
    }
};

QTEST_GUILESS_MAIN(TestEndpoints)
#include "tst_endpoints.moc"
