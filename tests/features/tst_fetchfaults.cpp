// SPDX-License-Identifier: GPL-3.0-or-later
// A day fetched from a server that answers in every wrong way, wherever it begins to: the fetch ends, what
// came stays, the day says what it lacks and why, and a server that is well again completes it.
#include "app/fetch/fetchjob.h"
#include "app/net/httptransport.h"
#include "ui/daywords.h"

#include "tests/support/fakearxiv.h"
#include "tests/support/gzip.h"
#include "tests/support/misbehavingserver.h"
#include "tests/support/nowhere.h"
#include "tests/support/temporarylibrary.h"

#include <QtTest>

using namespace paperdawn;
using namespace paperdawn::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QDate tuesday(2025, 12, 9);
const QString target = u"http://arxiv%1"_s;

/** Where the server begins to answer wrongly. */
enum class Place : quint8 { FirstPage, SecondPage, SecondList };

bool isAt(Place place, const QUrl &url)
{
    const bool isFirstList = asked(url, u"search_query"_s).contains(u"cat:cs.CL"_s);
    switch (place) {
    case Place::FirstPage:
        return isFirstList && asked(url, u"start"_s) == u"0"_s;
    case Place::SecondPage:
        return isFirstList && asked(url, u"start"_s) != u"0"_s;
    case Place::SecondList:
        return !isFirstList;
    }
    return false;
}

/** Patient with what is well, so that a slow machine changes nothing, and impatient with the rest. */
class Asking final : public Transport
{
public:
    using IsIll = std::function<bool(const QUrl &)>;

    Asking(const Endpoints &endpoints, const Clock &clock, IsIll isIll)
        : m_patient(endpoints, clock,
                    [](Purpose) {
                        return Limits{60s, 60s, cap};
                    })
        , m_impatient(endpoints, clock,
                      [](Purpose) {
                          return Limits{150ms, 5s, cap};
                      })
        , m_isIll(std::move(isIll))
    {
    }
    [[nodiscard]] Future<HttpReply> get(HttpRequest request, std::stop_token stop,
                                        HttpProgressed progressed) override
    {
        HttpTransport &transport = m_isIll(request.url) ? m_impatient : m_patient;
        return transport.get(std::move(request), std::move(stop), std::move(progressed));
    }

private:
    static constexpr qint64 cap = 8 << 20;
    HttpTransport m_patient;
    HttpTransport m_impatient;
    IsIll m_isIll;
};

} // namespace

class TestFetchFaults : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void everyAnswer_data()
    {
        QTest::addColumn<Answer>("answer");
        QTest::addColumn<QString>("words"); ///< behind the host's name
        QTest::addColumn<bool>("endsAll");  ///< the other lists would fare alike
        QTest::addColumn<Place>("place");
        const QByteArray feed = atomFeed(entries(1, 200), 230);
        const auto rows = [](const char *name, const Answer &answer, const char *words,
                             bool endsAll = false) {
            for (const auto &[where, place] : {std::pair("the first page", Place::FirstPage),
                                               {"the second page", Place::SecondPage},
                                               {"the second list", Place::SecondList}}) {
                QTest::addRow("%s at %s", name, where)
                    << answer << QString::fromUtf8(words) << endsAll << place;
            }
        };
        rows("400", answers::status(400, "Bad Request"),
             " gave an answer that Paperdawn does not understand (HTTP 400).");
        rows("403", answers::status(403), " does not give this to a program (HTTP 403).");
        rows("404", answers::status(404), " gave an answer that Paperdawn does not understand (HTTP 404).");
        rows("429", answers::status(429, "Rate exceeded"), " is busy and asks us to wait.", true);
        rows("500", answers::status(500), " has a fault of its own (HTTP 500).");
        rows("503", answers::status(503, {}, "Retry-After: 300\r\n"), " is busy and asks us to wait.", true);
        rows("a page", answers::page(), "This network wants a login first", true);
        rows("a page in disguise", answers::disguisedPage(), "This network wants a login first", true);
        rows("another feed", answers::good("<?xml version='1.0'?><rss/>"), " gave an answer that ");
        rows("an error of its own",
             answers::status(400,
                             "<?xml version='1.0' encoding='UTF-8'?><feed "
                             "xmlns='http://www.w3.org/2005/Atom'><entry><id>http://arxiv.org/api/errors#no"
                             "</id><summary>start must be small</summary></entry></feed>"),
             " does not accept what was asked (start must be small).");
        rows("half an answer", answers::shortBody(feed), " broke off before its answer was complete.");
        rows("half a feed", answers::closed(feed.first(feed.size() / 2)),
             " broke off before its answer was complete.");
        rows("no word, and the end", answers::hangUp(), " broke off before its answer was complete.");
        rows("silence", answers::silence(), " did not answer in time.");
        rows("endless headers", answers::endlessHead(), " did not answer in time.");
        rows("a redirect to another host", answers::redirect(m_other.url().toEncoded()),
             " leads to http://127.0.0.1:");
        rows("a redirect to a file", answers::redirect("file:///etc/passwd"), " leads to file:///etc/passwd");
        rows("a redirect in a loop", answers::redirect("/loop"), " leads to http://127.0.0.1:");
        rows("a bomb", answers::gzipped(gzipOf(QByteArray(1 << 20, '\0'), 64)),
             "The answer of 127.0.0.1 is too large (");
        rows("an endless body", answers::endlessBody(), "The answer of 127.0.0.1 is too large (");
    }

    void everyAnswer()
    {
        QFETCH(Answer, answer);
        QFETCH(QString, words);
        QFETCH(bool, endsAll);
        QFETCH(Place, place);
        m_isIll = true;
        m_server.at("/loop", {answers::redirect("/loop")});
        m_server.always([&](const Asked &asked) {
            const QUrl url(target.arg(QString::fromUtf8(asked.target)));
            return m_isIll && isAt(place, url) ? answer : answers::good(m_arxiv.answer(url));
        });
        TemporaryLibrary library;
        library.clock().set(QDateTime({2025, 12, 12}, {0, 0}, Qt::UTC));
        const auto store = library.store();
        const auto reader = library.library();
        const qint64 import = *await(store->beginImport());
        QVERIFY(await(
            store->put(import, dayFile(u"2025-12-08-arxiv.md"_s, manyPapers(9000, 3, u"2025-12-08"_s)))));

        const FetchOutcome ill = fetch(library, *store, *reader, place);
        QVERIFY(ill.error);
        const int held = place == Place::FirstPage ? 0 : place == Place::SecondPage ? 200 : 230;
        const bool hasOther = place != Place::SecondList && !endsAll;
        const auto days = reader->days(tuesday, tuesday);
        QCOMPARE(days->size(), 1);
        QCOMPARE(days->first().count, held + (hasOther ? 5 : 0));
        QCOMPARE(days->first().status, days->first().count == 0 ? DayStatus::Failed : DayStatus::Incomplete);
        QCOMPARE(ill.hasFailed(), days->first().count == 0);
        const QString lacking = place == Place::SecondList ? u"hep-th 0/?"_s
                                : endsAll ? u"cs.CL %1/%2, hep-th 0/?"_s.arg(held).arg(total(held))
                                          : u"cs.CL %1/%2"_s.arg(held).arg(total(held));
        QCOMPARE(days->first().reason, lacking);
        const QString sentence = dayStatusSentence(*days);
        QVERIFY2(sentence.contains(words), qPrintable(sentence));
        QCOMPARE(getRestWords(days->first().lacking), held == 200 && !endsAll ? u"Get the other 30"_s
                                                      : held == 200           ? u"Get the rest"_s
                                                                              : u"Try again"_s);
        QCOMPARE(reader->days(QDate(2025, 12, 8), QDate(2025, 12, 8))->first().count, 3);
        QCOMPARE(m_other.asked().size(), 0);

        m_isIll = false;
        QVERIFY(fetch(library, *store, *reader, place).isWhole());
        const auto whole = reader->days(tuesday, tuesday);
        QCOMPARE(whole->first().count, 235);
        QCOMPARE(whole->first().status, DayStatus::Approximate);
    }

private:
    static QString total(int held) { return held == 0 ? u"?"_s : u"230"_s; }

    FetchOutcome fetch(TemporaryLibrary &library, Store &store, const Library &reader, Place place)
    {
        Endpoints endpoints = nowhere();
        endpoints.replace(Endpoint::ArxivApi, m_server.url(u"/api/query"_s));
        Asking asking(endpoints, library.clock(),
                      [this, place](const QUrl &url) { return m_isIll && isAt(place, url); });
        QThreadPool pool;
        const ArxivServices services(asking, endpoints, pool);
        FetchJob job(services, store, reader, library.clock(), tuesday);
        FetchOutcome outcome{.error = Error{ErrorKind::Internal, u"it did not end"_s, {}, 0, {}}};
        QEventLoop loop;
        connect(
            &job, &FetchJob::finished, &loop,
            [&](const FetchOutcome &told) {
                outcome = told;
                loop.quit();
            },
            Qt::QueuedConnection);
        QTimer::singleShot(20'000, &loop, &QEventLoop::quit);
        job.fetchLists({u"cs.CL"_s, u"hep-th"_s});
        loop.exec();
        return outcome;
    }

    const FakeArxiv m_arxiv{{{u"cs.CL"_s, entries(1, 230)}, {u"hep-th"_s, entries(900, 5, u"hep-th"_s)}}};
    MisbehavingServer m_server;
    MisbehavingServer m_other;
    bool m_isIll = false;
};

QTEST_GUILESS_MAIN(TestFetchFaults)
#include "tst_fetchfaults.moc"
