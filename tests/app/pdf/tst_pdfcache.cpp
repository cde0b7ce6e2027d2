// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/sentence.h"
#include "app/net/httptransport.h"
#include "app/net/pacedtransport.h"
#include "app/pdf/pdfcache.h"

#include "tests/support/faketransport.h"
#include "tests/support/filler.h"
#include "tests/support/pdfserver.h"
#include "tests/support/processes.h"
#include "tests/support/temporarylibrary.h"

#include <QtTest>
#include <cstdio>

using namespace paperdawn;
using namespace paperdawn::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// Long enough for an answer on a slow machine, and no more than silence costs a test.
constexpr auto patience = 60s;
constexpr auto impatience = 150ms;
constexpr qint64 cap = 4 * 1024 * 1024;

Limits patient(Purpose /*purpose*/)
{
    return {patience, 0s, cap};
}

Limits impatient(Purpose /*purpose*/)
{
    return {impatience, 0s, cap};
}

VersionedId paperNamed(const QString &id)
{
    return *VersionedId::parse(id);
}

const VersionedId voxel = paperNamed(u"2512.07834v2"_s);

Endpoints only(const QUrl &url)
{
    Endpoints endpoints;
    endpoints.replace(Endpoint::ArxivPdf, url);
    endpoints.replace(Endpoint::Biorxiv, url);
    return endpoints;
}

/** The PDFs in a folder, and who asks for more of them at a server. */
class Shelf final
{
public:
    explicit Shelf(QString folder, const MisbehavingServer &server, HttpTransport::Limiting limits = patient)
        : m_endpoints(only(server.url()))
        , m_http(m_endpoints, m_clock, std::move(limits))
        , m_folder(std::move(folder))
        , m_cache(m_folder.path(), {[this]() -> Transport & { return m_http; }, m_endpoints}, m_pool, m_clock,
                  [this](const QList<PaperId> &) { return toldStarred(); })
    {
        QObject::connect(&m_cache, &PdfCache::finished, &m_cache,
                         [this](const PdfOutcome &outcome) { outcomes += outcome; });
        QObject::connect(&m_cache, &PdfCache::progressed, &m_cache,
                         [this](const PdfProgress &told) { progress = told; });
    }

    /** The name of the file, or what is said. */
    QString get(const VersionedId &paper, PdfCache::Why why = PdfCache::Why::Wanted)
    {
        const qsizetype before = outcomes.size();
        m_cache.fetch(paper, why);
        return QTest::qWaitFor([&] { return outcomes.size() > before; }, 60'000) ? said(outcomes.last())
                                                                                 : u"too long"_s;
    }
    /** As much as a server sends that then sends no more. */
    bool getsHalfOf(const QByteArray &pdf)
    {
        m_cache.fetch(voxel, PdfCache::Why::Wanted);
        return QTest::qWaitFor([&] { return progress && progress->of.received == pdf.size() / 2; }, 60'000);
    }
    static QString said(const PdfOutcome &outcome)
    {
        return outcome.error
                   ? sentence(*outcome.error)
                   : outcome.file.section(u'/', -1) + (outcome.isTooMuch ? u", too much"_s : QString());
    }

    [[nodiscard]] QString names() const
    {
        return QDir(m_folder.path()).entryList(QDir::Files | QDir::Hidden, QDir::Name).join(u' ');
    }
    [[nodiscard]] QByteArray bytes(const VersionedId &paper) const { return bytesOf(m_folder.fileOf(paper)); }
    [[nodiscard]] QString part(const VersionedId &paper) const { return m_folder.fileOf(paper) + u".part"_s; }

    /** Something that was opened so many hours after the others. */
    void has(const VersionedId &paper, qint64 size, int hours)
    {
        QDir().mkpath(m_folder.path());
        QFile file(m_folder.fileOf(paper));
        if (!file.open(QIODevice::WriteOnly) || file.write(pdfOf(size)) < size) {
            qFatal("no PDF");
        }
        file.close();
        PdfFolder::noteOpened(file.fileName(), m_clock.now().addSecs(hours * 3600));
    }

    PdfCache &cache() { return m_cache; }
    FakeClock &clock() { return m_clock; }
    QThreadPool &pool() { return m_pool; }
    QList<PdfOutcome> outcomes;
    std::optional<PdfProgress> progress;
    Result<QSet<PaperId>> starred;
    std::function<void()> isAsked; ///< right after it was told which are starred

private:
    Result<QSet<PaperId>> toldStarred()
    {
        const auto told = starred;
        if (isAsked) {
            isAsked();
        }
        return told;
    }

    FakeClock m_clock;
    QThreadPool m_pool;
    Endpoints m_endpoints;
    HttpTransport m_http;
    PdfFolder m_folder;
    PdfCache m_cache;
};

QByteArray rangeOf(const MisbehavingServer &server)
{
    return server.asked().last().header("Range");
}

/** Fetches over a server of its own until the disk is full; prints what is said and what is there then. */
int fetchOnFullDisk(const QString &disk)
{
    MisbehavingServer server;
    server.always(answers::pdf(pdfOf(2 << 20)));
    Shelf shelf(disk + u"/pdf"_s, server);
    const auto say = [&](const QString &text) {
        std::printf("%s\n", qPrintable(QString(text).replace(disk, u"DISK"_s)));
    };
    {
        const Filler filler(disk, 1 << 20);
        shelf.cache().fetch(paperNamed(u"2512.00001v1"_s), PdfCache::Why::Wanted);
        shelf.cache().fetch(paperNamed(u"2512.00002v1"_s), PdfCache::Why::Kept);
        (void)QTest::qWaitFor([&] { return shelf.outcomes.size() == 2; }, 60'000);
        say(u"dropped: "_s + shelf.said(shelf.outcomes.first()));
        say(shelf.said(shelf.outcomes.last()));
        say(u"there: %1, asked: %2"_s.arg(shelf.names()).arg(server.asked().size()));
    }
    say(shelf.get(voxel));
    say(shelf.bytes(voxel) == pdfOf(2 << 20) ? u"whole"_s : u"NOT WHOLE"_s);
    return 0;
}

/** Asks for a PDF and says how much of it came, until it is killed. */
int fetchUntilKilled(const QString &folder, const QString &port)
{
    const Endpoints endpoints = only(QUrl(u"http://127.0.0.1:"_s + port));
    const FakeClock clock;
    HttpTransport http(endpoints, clock, patient);
    QThreadPool pool;
    PdfCache cache(folder, {[&]() -> Transport & { return http; }, endpoints}, pool, clock,
                   [](const QList<PaperId> &) { return QSet<PaperId>(); });
    QObject::connect(&cache, &PdfCache::progressed, &cache, [](const PdfProgress &progress) {
        print(QByteArray::number(progress.of.received) + '\n');
    });
    cache.fetch(voxel, PdfCache::Why::Wanted);
    return QCoreApplication::exec();
}

} // namespace

class TestPdfCache : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_place.emplace();
        m_folder = m_place->path(u"pdf"_s);
    }

    void namesAreMadeOfIdAndVersionAlone_data()
    {
        QTest::addColumn<QString>("paper");
        QTest::addColumn<QString>("name");
        const auto row = [](const char *paper, const char *name) {
            QTest::newRow(paper) << QString::fromLatin1(paper) << QString::fromLatin1(name);
        };
        row("2512.07834v2", "arxiv_2512.07834v2.pdf");
        row("2512.07834", "arxiv_2512.07834.pdf");
        row("math.GT/0309136v1", "arxiv_math_0309136v1.pdf");
        row("cond-mat/9901001", "arxiv_cond-mat_9901001.pdf");
        row("biorxiv:10.1101/2024.10.23.619800", "biorxiv_10.1101_2024.10.23.619800.pdf");
        row("https://www.medrxiv.org/content/10.1101/2024.10.23.24315901v3",
            "medrxiv_10.1101_2024.10.23.24315901v3.pdf");
    }

    void namesAreMadeOfIdAndVersionAlone()
    {
        QFETCH(QString, paper);
        QFETCH(QString, name);
        const VersionedId id = paperNamed(paper);
        QCOMPARE(PdfFolder(u"/pdf"_s).fileOf(id), u"/pdf/"_s + name);
        QVERIFY(PdfFolder::paperOf(name) == id);
    }

    void otherNamesAreNotOurs()
    {
        for (const QString &name :
             {u"thesis.pdf"_s, u"arxiv_2512.07834v2.pdf.part"_s, u"arxiv_2512.07834v02.pdf"_s,
              u"2512.07834.pdf"_s, u"arxiv_.pdf"_s, u"arxiv_2512.07834V2.pdf"_s, u".pdf"_s, QString()}) {
            QVERIFY2(!PdfFolder::paperOf(name), qPrintable(name));
        }
    }

    void whatIsAskedForIsTheServicesOwnAddress_data()
    {
        QTest::addColumn<QString>("paper");
        QTest::addColumn<QString>("address");
        const auto row = [](const char *paper, const char *address) {
            QTest::newRow(paper) << QString::fromLatin1(paper) << QString::fromLatin1(address);
        };
        row("2512.07834v2", "https://export.arxiv.org/pdf/2512.07834v2");
        row("hep-th/9901001", "https://export.arxiv.org/pdf/hep-th/9901001");
        row("https://www.biorxiv.org/content/10.1101/2024.10.23.619800v1",
            "https://www.biorxiv.org/content/10.1101/2024.10.23.619800v1.full.pdf");
        row("biorxiv:10.1101/2024.10.23.619800", ""); // has none without a version
    }

    void whatIsAskedForIsTheServicesOwnAddress()
    {
        QFETCH(QString, paper);
        QFETCH(QString, address);
        const auto found = PdfAddress::of(paperNamed(paper), Endpoints());
        QCOMPARE(found ? found->url.toString() : QString(), address);
        QVERIFY(!found || Endpoints().mayAsk(found->endpoint, found->url));
    }

    void aPdfIsFetchedOnceAndKept()
    {
        MisbehavingServer server;
        server.always(answers::pdf(pdfOf(300'000)));
        Shelf shelf(m_folder, server);
        QCOMPARE(int(shelf.cache().placeOf(voxel)), int(PdfCache::Place::Absent));
        shelf.cache().fetch(voxel, PdfCache::Why::Kept);
        QCOMPARE(int(shelf.cache().placeOf(voxel)), int(PdfCache::Place::Coming));
        shelf.cache().fetch(voxel, PdfCache::Why::Wanted); // while it comes
        QTRY_COMPARE(shelf.outcomes.size(), 1);
        QVERIFY(shelf.outcomes.first().isWanted);
        QCOMPARE(shelf.said(shelf.outcomes.first()), u"arxiv_2512.07834v2.pdf"_s);
        QCOMPARE(shelf.bytes(voxel), pdfOf(300'000));
        QCOMPARE(shelf.names(), u"arxiv_2512.07834v2.pdf"_s);
        QCOMPARE(int(shelf.cache().placeOf(voxel)), int(PdfCache::Place::Here));
        QCOMPARE(shelf.get(voxel), u"arxiv_2512.07834v2.pdf"_s); // it is here
        QCOMPARE(server.asked().size(), 1);
        QCOMPARE(server.asked().first().target, "/2512.07834v2");
        QCOMPARE(shelf.progress->of.received, pdfOf(300'000).size());
        QCOMPARE(shelf.progress->of.total, pdfOf(300'000).size());
    }

    void ofAPaperWithoutAVersionTheNewestIsShown()
    {
        const MisbehavingServer server;
        Shelf shelf(m_folder, server);
        shelf.has(paperNamed(u"2512.07834v1"_s), 100, 0);
        shelf.has(paperNamed(u"2512.07834v10"_s), 100, 0);
        shelf.has(paperNamed(u"2512.07834v9"_s), 100, 0);
        QVERIFY(shelf.cache().fileOf({voxel.id, 0}).endsWith("/arxiv_2512.07834v10.pdf"_L1));
        QVERIFY(shelf.cache().fileOf(voxel).isNull());
        QCOMPARE(int(shelf.cache().placeOf({voxel.id, 0})), int(PdfCache::Place::Here));
        QCOMPARE(int(shelf.cache().placeOf(voxel)), int(PdfCache::Place::Absent));
    }

    void oneIsFetchedAfterTheOtherTheWantedFirst()
    {
        MisbehavingServer server;
        server.always(answers::pdf(pdfOf(1000)));
        Shelf shelf(m_folder, server);
        shelf.cache().fetch(paperNamed(u"2512.00001v1"_s), PdfCache::Why::Kept);
        shelf.cache().fetch(paperNamed(u"2512.00002v1"_s), PdfCache::Why::Kept);
        shelf.cache().fetch(paperNamed(u"2512.00003v1"_s), PdfCache::Why::Kept);
        shelf.cache().fetch(paperNamed(u"2512.00003v1"_s), PdfCache::Why::Wanted);
        QCOMPARE(shelf.progress->waiting, 2);
        QTRY_COMPARE(shelf.outcomes.size(), 3);
        QStringList asked;
        for (const Asked &one : server.asked()) {
            asked += QString::fromLatin1(one.target);
        }
        QCOMPARE(asked, (QStringList{u"/2512.00001v1"_s, u"/2512.00003v1"_s, u"/2512.00002v1"_s}));
        QVERIFY(!shelf.cache().isUnderWay());
    }

    void aBrokenAnswerIsGoneOnWith()
    {
        const QByteArray pdf = pdfOf(400'000);
        MisbehavingServer server;
        int asked = 0;
        server.always([&, whole = answers::pdf(pdf)](const Asked &request) {
            return ++asked <= 3 ? answers::cut(whole(request)) : whole(request);
        });
        Shelf shelf(m_folder, server);
        QCOMPARE(shelf.get(voxel), u"arxiv_2512.07834v2.pdf"_s);
        QCOMPARE(shelf.bytes(voxel), pdf);
        QCOMPARE(asked, 4);
        const qint64 half = pdf.size() / 2;
        const qint64 held = half + (pdf.size() - half) / 2;
        QCOMPARE(rangeOf(server), "bytes=" + QByteArray::number(held + (pdf.size() - held) / 2) + '-');
        QCOMPARE(server.asked().last().header("If-Range"), "\"v1\"");
        QCOMPARE(shelf.names(), u"arxiv_2512.07834v2.pdf"_s);
    }

    void whatCameIsGoneOnWithByTheNextProgram()
    {
        const QByteArray pdf = pdfOf(400'000);
        MisbehavingServer server;
        server.always(answers::halfOf(pdf));
        {
            Shelf shelf(m_folder, server);
            QVERIFY(shelf.getsHalfOf(pdf));
        }
        server.always(answers::pdf(pdf));
        Shelf shelf(m_folder, server);
        QCOMPARE(shelf.get(voxel), u"arxiv_2512.07834v2.pdf"_s);
        QCOMPARE(rangeOf(server), "bytes=" + QByteArray::number(pdf.size() / 2) + '-');
        QCOMPARE(shelf.bytes(voxel), pdf);
    }

    /** Whatever the server makes of a question for the rest, the file is the one that it has. */
    void theRestIsOnlyTakenOfTheSame_data()
    {
        QTest::addColumn<int>("how");
        QTest::newRow("ignores the range") << 0;
        QTest::newRow("has another file, and says so") << 1;
        QTest::newRow("sends the rest of another file") << 2;
        QTest::newRow("sends another part") << 3;
        QTest::newRow("finds the range out of reach") << 4;
        QTest::newRow("never said what it is called") << 5;
        QTest::newRow("goes by the date") << 6;
    }

    void theRestIsOnlyTakenOfTheSame()
    {
        QFETCH(int, how);
        const QByteArray old = pdfOf(200'000, "old");
        const QByteArray now = how == 6 ? old : pdfOf(300'000, "new");
        const QByteArray dated = "Last-Modified: Tue, 09 Dec 2025 08:00:00 GMT\r\n";
        MisbehavingServer server;
        const auto first = [&](const Asked &request) {
            return how == 5   ? answers::good(old, "application/pdf")
                   : how == 6 ? answers::good(old, "application/pdf", dated)
                              : answers::pdf(old)(request);
        };
        const auto second = [&](const Asked &request) {
            const bool asksForRest = !request.header("Range").isNull();
            const auto rest = [&](const QByteArray &etag, const QByteArray &range) {
                return answers::status(206, now.mid(old.size() / 2),
                                       "ETag: " + etag +
                                           "\r\nContent-Type: application/pdf\r\nContent-Range: bytes " +
                                           range + "\r\n");
            };
            if (how == 2 && asksForRest) {
                return rest("\"v2\"", QByteArray::number(old.size() / 2) + "-299999/300000");
            }
            if (how == 3 && asksForRest) {
                return rest("\"v1\"", "7-299999/300000");
            }
            if (how == 4 && asksForRest) {
                return answers::status(416);
            }
            if (how == 6) {
                return request.header("If-Range") == "Tue, 09 Dec 2025 08:00:00 GMT"
                           ? answers::status(206, old.mid(old.size() / 2),
                                             dated + "Content-Range: bytes " +
                                                 QByteArray::number(old.size() / 2) + "-1/2\r\n")
                           : answers::status(500);
            }
            return how == 1 ? answers::pdf(now, "\"v2\"")(request) : answers::good(now, "application/pdf");
        };
        {
            server.always([&](const Asked &request) { return answers::stuck(first(request)); });
            Shelf shelf(m_folder, server);
            QVERIFY(shelf.getsHalfOf(old));
        }
        server.always(second);
        Shelf shelf(m_folder, server);
        QCOMPARE(shelf.get(voxel), u"arxiv_2512.07834v2.pdf"_s);
        QCOMPARE(shelf.bytes(voxel), now);
        QCOMPARE(shelf.names(), u"arxiv_2512.07834v2.pdf"_s);
    }

    void whatIsNoPdfIsNotKept_data()
    {
        QTest::addColumn<Answer>("answer");
        QTest::addColumn<QString>("said");
        const QString login =
            u"This network wants a login first: it answered in the place of 127.0.0.1. Log in "
            "with a web browser, then try again."_s;
        QTest::newRow("a page") << answers::page() << login;
        QTest::newRow("a page that calls itself a PDF")
            << answers::good("<html><body>Welcome</body></html>", "application/pdf") << login;
        QTest::newRow("a redirect to another host")
            << answers::redirect("https://hotel.example/login") << login;
        QTest::newRow("something else")
            << answers::good("PK\x03\x04 is no PDF", "application/pdf")
            << u"There is no PDF of arXiv 2512.07834v2 to be had (something else came). The paper's page may say why."_s;
        QTest::newRow("nothing")
            << answers::good({}, "application/pdf")
            << u"There is no PDF of arXiv 2512.07834v2 to be had (something else came). The paper's page may say why."_s;
        QTest::newRow("404")
            << answers::status(404, "<html>gone</html>")
            << u"There is no PDF of arXiv 2512.07834v2 to be had (HTTP 404). The paper's page may say why."_s;
        QTest::newRow("403")
            << answers::status(403, "<html>no</html>")
            << u"127.0.0.1 does not give this to a program (HTTP 403). Open it in a web browser."_s;
        QTest::newRow("429") << answers::status(429, {}, "Retry-After: 300\r\n")
                             << u"127.0.0.1 is busy and asks us to wait. Try again after 08:05."_s;
        QTest::newRow("500") << answers::status(500)
                             << u"127.0.0.1 has a fault of its own (HTTP 500). Try again in some minutes."_s;
        QTest::newRow("to a file")
            << answers::redirect("file:///etc/hosts")
            << u"127.0.0.1 leads to file:///etc/hosts, where Paperdawn does not follow. "
               "Check the address in the settings, or log in to this network if it wants that."_s;
        QTest::newRow("too large")
            << answers::good(pdfOf(cap + 1), "application/pdf")
            << u"The answer of 127.0.0.1 is too large (> 4.00 MiB), so it was left. Try again "
               "later, or check the address in the settings."_s;
        QTest::newRow("endless")
            << Answer{answers::head(200, "Content-Type: application/pdf\r\n") + "\r\n" + pdfOf(1000),
                      {},
                      QByteArray(1 << 16, 'x')}
            << u"The answer of 127.0.0.1 is too large (> 4.00 MiB), so it was left. Try again "
               "later, or check the address in the settings."_s;
    }

    void whatIsNoPdfIsNotKept()
    {
        QFETCH(Answer, answer);
        QFETCH(QString, said);
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        const MisbehavingServer server(answer);
        Shelf shelf(m_folder, server);
        QCOMPARE(shelf.get(voxel), said);
        QCOMPARE(shelf.names(), QString());
        QCOMPARE(server.asked().size(), 1); // and nothing is asked twice
    }

    /** What came before stays where the rest may still follow. */
    void anErrorLosesNothing()
    {
        const QByteArray pdf = pdfOf(400'000);
        MisbehavingServer server;
        server.always(answers::halfOf(pdf));
        Shelf shelf(m_folder, server, impatient);
        // each try brought half of what was missing, until no more tries are made
        QCOMPARE(shelf.get(voxel),
                 u"127.0.0.1 did not answer in time. Try again later, or check the network."_s);
        QCOMPARE(server.asked().size(), PdfDownload::mostTries);
        const qint64 held = QFileInfo(shelf.part(voxel)).size();
        QVERIFY(held > pdf.size() * 3 / 4 && held < pdf.size());
        for (const Answer &answer : {answers::status(503), answers::status(403), answers::silence(),
                                     answers::page(), answers::redirect("https://hotel.example/login")}) {
            server.always(answer);
            QVERIFY(shelf.get(voxel) != "arxiv_2512.07834v2.pdf"_L1);
            QCOMPARE(QFileInfo(shelf.part(voxel)).size(), held);
        }
        server.always(answers::pdf(pdf));
        QCOMPARE(shelf.get(voxel), u"arxiv_2512.07834v2.pdf"_s);
        QCOMPARE(rangeOf(server), "bytes=" + QByteArray::number(held) + '-');
        QCOMPARE(shelf.bytes(voxel), pdf);
    }

    void aDownloadCanBeStoppedAndGoneOnWith()
    {
        const QByteArray pdf = pdfOf(400'000);
        MisbehavingServer server;
        server.always(answers::halfOf(pdf));
        Shelf shelf(m_folder, server);
        shelf.cache().fetch(voxel, PdfCache::Why::Wanted);
        shelf.cache().fetch(paperNamed(u"2512.00001v1"_s), PdfCache::Why::Kept);
        QTRY_VERIFY(shelf.progress->of.received == pdf.size() / 2);
        shelf.cache().stop();
        QTRY_COMPARE(shelf.outcomes.size(), 2);
        for (const PdfOutcome &outcome : std::as_const(shelf.outcomes)) {
            QVERIFY(outcome.error && outcome.error->kind == ErrorKind::Cancelled);
        }
        QVERIFY(!shelf.cache().isUnderWay());
        QCOMPARE(QFileInfo(shelf.part(voxel)).size(), pdf.size() / 2);
        server.always(answers::pdf(pdf));
        QCOMPARE(shelf.get(voxel), u"arxiv_2512.07834v2.pdf"_s);
        QCOMPARE(rangeOf(server), "bytes=" + QByteArray::number(pdf.size() / 2) + '-');
        QCOMPARE(shelf.bytes(voxel), pdf);
    }

    /** After the machine was started anew, only what had reached its disk is built upon. */
    void whatAPowerCutMayHaveSpoiltIsFetchedAnew()
    {
        const QByteArray pdf = pdfOf(400'000);
        MisbehavingServer server;
        server.always(answers::halfOf(pdf));
        {
            Shelf shelf(m_folder, server);
            QVERIFY(shelf.getsHalfOf(pdf));
        }
        server.always(answers::pdf(pdf));
        Shelf shelf(m_folder, server);
        QFile note(shelf.part(voxel) + u".json"_s);
        QVERIFY(note.open(QIODevice::ReadWrite));
        const QByteArray other = note.readAll()
                                     .replace(QSysInfo::bootUniqueId(), "another")
                                     .replace("\"durable\":0", "\"durable\":1000");
        note.resize(0);
        note.seek(0);
        note.write(other);
        note.close();
        QFile part(shelf.part(voxel));
        QVERIFY(part.open(QIODevice::ReadWrite) && part.seek(1000));
        part.write(QByteArray(int(part.size()) - 1000, '\0'));
        part.close();
        QCOMPARE(shelf.get(voxel), u"arxiv_2512.07834v2.pdf"_s);
        QCOMPARE(rangeOf(server), "bytes=1000-");
        QCOMPARE(shelf.bytes(voxel), pdf);
    }

    void twoProgramsFetchItOnce()
    {
        const QByteArray pdf = pdfOf(400'000);
        MisbehavingServer server;
        bool isSlow = true;
        server.always([&, whole = answers::pdf(pdf)](const Asked &request) {
            return isSlow ? answers::stuck(whole(request)) : whole(request);
        });
        Shelf one(m_folder, server);
        Shelf other(m_folder, server);
        one.cache().fetch(voxel, PdfCache::Why::Wanted);
        QTRY_VERIFY(one.progress && one.progress->of.received == pdf.size() / 2);
        other.cache().fetch(voxel, PdfCache::Why::Wanted);
        QTRY_VERIFY(other.progress && other.progress->of.waitingFor == WaitingFor::OtherProgram);
        QCOMPARE(server.asked().size(), 1);
        isSlow = false;
        one.cache().stop(); // it is the other's turn, and what came stays
        QTRY_COMPARE(other.outcomes.size(), 1);
        QCOMPARE(other.said(other.outcomes.first()), u"arxiv_2512.07834v2.pdf"_s);
        QCOMPARE(rangeOf(server), "bytes=" + QByteArray::number(pdf.size() / 2) + '-');
        QCOMPARE(other.bytes(voxel), pdf);
        QCOMPARE(one.get(voxel), u"arxiv_2512.07834v2.pdf"_s);
        QCOMPARE(server.asked().size(), 2);
    }

    /** As every request, they keep the service's distance from each other; a wait is told and can be stopped.
     */
    void thePaceOfTheServiceIsKept()
    {
        MisbehavingServer server;
        server.always(answers::pdf(pdfOf(1000)));
        Endpoints endpoints = only(server.url());
        endpoints.setInterval(Endpoint::ArxivPdf, 15s);
        const FakeClock clock;
        HttpTransport http(endpoints, clock, patient);
        Pace pace(m_place->path(u"pace"_s), clock);
        PacedTransport paced(http, endpoints, pace, clock);
        QThreadPool pool;
        PdfCache cache(m_folder, {[&]() -> Transport & { return paced; }, endpoints}, pool, clock,
                       [](const QList<PaperId> &) { return QSet<PaperId>(); });
        QList<PdfOutcome> outcomes;
        PdfProgress progress{voxel};
        connect(&cache, &PdfCache::finished, this, [&](const PdfOutcome &told) { outcomes += told; });
        connect(&cache, &PdfCache::progressed, this, [&](const PdfProgress &told) { progress = told; });
        cache.fetch(voxel, PdfCache::Why::Wanted);
        cache.fetch(paperNamed(u"2512.00001v1"_s), PdfCache::Why::Wanted);
        QTRY_COMPARE(outcomes.size(), 1);
        QVERIFY(!outcomes.first().error);
        QTRY_VERIFY(progress.of.waitingFor == WaitingFor::Interval);
        QCOMPARE(progress.of.waitingUntil, clock.now().addSecs(15));
        QCOMPARE(server.asked().size(), 1);
        cache.stop();
        QTRY_COMPARE(outcomes.size(), 2);
        QCOMPARE(int(outcomes.last().error->kind), int(ErrorKind::Cancelled));
        QCOMPARE(server.asked().size(), 1);
    }

    void whatAnotherProgramFetchedIsSeen()
    {
        MisbehavingServer server;
        server.always(answers::pdf(pdfOf(1000)));
        Shelf watching(m_folder, server);
        watching.cache().watchOthers();
        QCOMPARE(int(watching.cache().placeOf(voxel)), int(PdfCache::Place::Absent));
        Shelf other(m_folder, server);
        QCOMPARE(other.get(voxel), u"arxiv_2512.07834v2.pdf"_s);
        QTRY_COMPARE(int(watching.cache().placeOf(voxel)), int(PdfCache::Place::Here));
    }

    void aKilledProgramLosesNothingAndLeavesNoHalfPdf()
    {
        const QByteArray pdf = pdfOf(2'000'000);
        MisbehavingServer server;
        for (int kill = 0; kill < wanted("PAPERDAWN_KILLS", 12); ++kill) {
            const QString folder = m_place->path(u"killed-%1"_s.arg(kill));
            const bool isCutShort = kill % 2 == 0;
            server.always([=, whole = answers::pdf(pdf)](const Asked &request) {
                return isCutShort ? answers::stuck(whole(request)) : whole(request);
            });
            QProcess process;
            process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
            process.start(QCoreApplication::applicationFilePath(),
                          {u"--fetch"_s, folder, QString::number(server.serverPort())});
            QByteArray printed;
            const qint64 enough = isCutShort ? pdf.size() / 2 : pdf.size() * (kill % 12) / 12;
            QVERIFY(QTest::qWaitFor(
                [&] {
                    printed += process.readAllStandardOutput();
                    return printed.split('\n').value(printed.count('\n') - 1).toLongLong() >= enough;
                },
                30'000));
            process.kill();
            process.waitForFinished();
            server.always(answers::pdf(pdf));
            Shelf shelf(folder, server);
            const QByteArray there = shelf.bytes(voxel);
            QVERIFY(there.isEmpty() || there == pdf);
            const qsizetype asked = server.asked().size();
            QCOMPARE(shelf.get(voxel), u"arxiv_2512.07834v2.pdf"_s);
            QCOMPARE(shelf.bytes(voxel), pdf);
            QCOMPARE(shelf.names(), u"arxiv_2512.07834v2.pdf"_s);
            if (isCutShort) {
                QCOMPARE(server.asked().size(), asked + 1);
                QCOMPARE(rangeOf(server), "bytes=" + QByteArray::number(pdf.size() / 2) + '-');
            }
        }
    }

    void aFullDiskIsSaidAndNothingHalfStays()
    {
        REQUIRE_UNSHARE();
        const QTemporaryDir disk;
        QCOMPARE(printedOnTmpfs(disk.path(), u"size=8m"_s, {u"--full-disk"_s, disk.path()}),
                 u"dropped: \n"
                 "Disk full: nothing was saved to DISK/pdf/arxiv_2512.00001v1.pdf. Free some space and try "
                 u"again.\n"
                 "there: , asked: 1\n"
                 "arxiv_2512.07834v2.pdf\n"
                 "whole"_s);
    }

    void theLongestUnopenedGoFirstButNeverAStarredOne()
    {
        MisbehavingServer server;
        server.always(answers::pdf(pdfOf(100'000)));
        Shelf shelf(m_folder, server);
        shelf.clock().advance(86'400'000);
        shelf.has(paperNamed(u"2512.00001v1"_s), 100'000, 1);
        shelf.has(paperNamed(u"2512.00002v1"_s), 100'000, 2);
        shelf.has(paperNamed(u"2512.00003v1"_s), 100'000, 3);
        shelf.has(paperNamed(u"2512.00004v1"_s), 100'000, 4);
        QFile foreign(m_folder + u"/thesis.pdf"_s);
        QVERIFY(foreign.open(QIODevice::WriteOnly) && foreign.write(pdfOf(900'000)) > 0);
        foreign.close();
        shelf.clock().advance(86'400'000);
        shelf.starred = QSet{paperNamed(u"2512.00001v1"_s).id};
        shelf.cache().noteOpened(m_folder + u"/arxiv_2512.00002v1.pdf"_s); // and so it stays
        shelf.cache().setRoom(410'000);
        QCOMPARE(shelf.get(voxel), u"arxiv_2512.07834v2.pdf"_s);
        QCOMPARE(shelf.names(), u"arxiv_2512.00001v1.pdf arxiv_2512.00002v1.pdf arxiv_2512.00004v1.pdf "
                                "arxiv_2512.07834v2.pdf thesis.pdf"_s);
        shelf.cache().setRoom(310'000); // less room takes effect at once
        QTRY_COMPARE(shelf.names(),
                     u"arxiv_2512.00001v1.pdf arxiv_2512.00002v1.pdf arxiv_2512.07834v2.pdf thesis.pdf"_s);
        QCOMPARE(int(shelf.cache().placeOf(paperNamed(u"2512.00004v1"_s))), int(PdfCache::Place::Absent));
    }

    /** Room is made in several steps: a star that is given between them counts. */
    void whatIsStarredMeanwhileStays()
    {
        MisbehavingServer server;
        server.always(answers::pdf(pdfOf(100'000)));
        Shelf shelf(m_folder, server);
        for (int i = 1; i <= 3; ++i) {
            shelf.has(paperNamed(u"2512.0000%1v1"_s.arg(i)), 100'000, i);
        }
        shelf.starred = QSet<PaperId>();
        shelf.isAsked = [&] {
            shelf.starred->insert(paperNamed(u"2512.00001v1"_s).id);
            shelf.starred->insert(paperNamed(u"2512.00003v1"_s).id);
        };
        shelf.cache().setRoom(400'000);
        QSignalSpy made(&shelf.cache(), &PdfCache::changed);
        shelf.cache().setRoom(1);
        QTRY_COMPARE(made.size(), 1);
        QCOMPARE(shelf.names(), u"arxiv_2512.00001v1.pdf arxiv_2512.00003v1.pdf"_s);
    }

    void whereTheStarsCannotBeReadNoneGoes()
    {
        MisbehavingServer server;
        server.always(answers::pdf(pdfOf(100'000)));
        Shelf shelf(m_folder, server);
        shelf.has(paperNamed(u"2512.00001v1"_s), 100'000, 1);
        shelf.clock().advance(2 * 86'400'000);
        shelf.starred = failure(ErrorKind::Damaged, {}, u"library.db"_s);
        shelf.cache().setRoom(150'000);
        QCOMPARE(shelf.get(voxel), u"arxiv_2512.07834v2.pdf, too much"_s);
        QCOMPARE(shelf.names(), u"arxiv_2512.00001v1.pdf arxiv_2512.07834v2.pdf"_s);
        shelf.starred = QSet<PaperId>();
        shelf.cache().setRoom(140'000);
        QTRY_COMPARE(shelf.names(), u"arxiv_2512.07834v2.pdf"_s);
    }

    void whatCannotBeMadeRoomForIsSaid()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        MisbehavingServer server;
        server.always(answers::pdf(pdfOf(100'000)));
        Shelf shelf(m_folder, server);
        shelf.has(paperNamed(u"2512.00001v1"_s), 100'000, 1);
        shelf.has(paperNamed(u"2512.00002v1"_s), 100'000, 2);
        shelf.starred = QSet{paperNamed(u"2512.00001v1"_s).id, paperNamed(u"2512.00002v1"_s).id, voxel.id};
        shelf.cache().setRoom(200'000);
        QCOMPARE(shelf.get(voxel, PdfCache::Why::Kept), u"PDFs of starred papers fill the 195.31 KiB that "
                                                        u"the settings give to PDFs, so no more are kept. "
                                                        "Give them more room, or take stars off."_s);
        QCOMPARE(server.asked().size(), 0);
        // what the reader wants to read now is there to be read
        QCOMPARE(shelf.get(voxel), u"arxiv_2512.07834v2.pdf, too much"_s);
        QCOMPARE(shelf.names(), u"arxiv_2512.00001v1.pdf arxiv_2512.00002v1.pdf arxiv_2512.07834v2.pdf"_s);
    }

    void whereNothingMayBeWrittenWhatIsHereStillOpens()
    {
        MisbehavingServer server;
        server.always(answers::pdf(pdfOf(1000)));
        Shelf shelf(m_folder, server);
        shelf.has(paperNamed(u"2512.00001v1"_s), 1000, 1);
        const QString file = m_folder + u"/arxiv_2512.00001v1.pdf"_s;
        const QDateTime opened = QFileInfo(file).lastModified();
        shelf.cache().closeTo({ErrorKind::ReadOnly, {}, u"the library"_s, 0, {}});
        shelf.cache().watchOthers();
        shelf.cache().resume();
        shelf.cache().setRoom(1000);
        shelf.cache().setRoom(100);
        shelf.cache().noteOpened(file);
        QCOMPARE(shelf.get(paperNamed(u"2512.00001v1"_s)), u"arxiv_2512.00001v1.pdf"_s);
        QVERIFY(shelf.get(voxel).startsWith(u"the library cannot be written"_s));
        QCOMPARE(shelf.names(), u"arxiv_2512.00001v1.pdf"_s);
        QCOMPARE(QFileInfo(file).lastModified(), opened);
        QVERIFY(server.asked().isEmpty());
    }

    void partsGoBeforePdfs()
    {
        const QByteArray pdf = pdfOf(200'000);
        MisbehavingServer server;
        server.always(answers::halfOf(pdf));
        Shelf shelf(m_folder, server);
        shelf.has(paperNamed(u"2512.00001v1"_s), 100'000, 1);
        QVERIFY(shelf.getsHalfOf(pdf));
        shelf.cache().stop();
        QTRY_COMPARE(shelf.outcomes.size(), 1);
        shelf.cache().setRoom(300'000);
        shelf.cache().setRoom(150'000);
        QTRY_COMPARE(shelf.names(), u"arxiv_2512.00001v1.pdf"_s);
    }

    /** Who is patient gets it when the network is back. */
    void withoutANetworkItComesLater()
    {
        MisbehavingServer server;
        server.always(answers::pdf(pdfOf(1000)));
        const quint16 port = server.serverPort();
        Shelf shelf(m_folder, server);
        server.close(); // nobody listens
        QVERIFY(shelf.get(voxel).startsWith("127.0.0.1 cannot be reached"_L1));
        shelf.cache().setPatience(20ms);
        QSignalSpy delayed(&shelf.cache(), &PdfCache::delayed);
        shelf.cache().fetch(voxel, PdfCache::Why::Wanted);
        QTRY_COMPARE(delayed.size(), 1);
        QTRY_VERIFY(shelf.progress->isOffline); // but for the moment of a try
        QTest::qWait(100);                      // some more tries
        QCOMPARE(delayed.size(), 1);
        QCOMPARE(shelf.outcomes.size(), 1);
        QVERIFY(server.listen(QHostAddress::LocalHost, port));
        QTRY_COMPARE(shelf.outcomes.size(), 2);
        QCOMPARE(shelf.said(shelf.outcomes.last()), u"arxiv_2512.07834v2.pdf"_s);
        QVERIFY(shelf.outcomes.last().wasLate);
    }

    void whatWaitsForTheNetworkCanBeStoppedOrTriedAtOnce()
    {
        MisbehavingServer server;
        server.always(answers::pdf(pdfOf(1000)));
        const quint16 port = server.serverPort();
        Shelf shelf(m_folder, server);
        server.close();
        shelf.cache().setPatience(PdfCache::usualPause);
        QSignalSpy delayed(&shelf.cache(), &PdfCache::delayed);
        shelf.cache().fetch(voxel, PdfCache::Why::Wanted);
        QTRY_COMPARE(delayed.size(), 1);
        shelf.cache().stop();
        QCOMPARE(shelf.outcomes.size(), 1);
        QCOMPARE(int(shelf.outcomes.last().error->kind), int(ErrorKind::Cancelled));
        QVERIFY(!shelf.cache().isUnderWay());
        shelf.cache().fetch(voxel, PdfCache::Why::Wanted);
        QTRY_COMPARE(delayed.size(), 2);
        QVERIFY(server.listen(QHostAddress::LocalHost, port));
        QCOMPARE(shelf.get(voxel), u"arxiv_2512.07834v2.pdf"_s);
        QVERIFY(!shelf.outcomes.last().wasLate);
    }

    void whatWasStillToComeIsGoneOnWithAfterTheNextStart()
    {
        MisbehavingServer server;
        server.always(answers::halfOf(pdfOf(1000)));
        {
            Shelf shelf(m_folder, server);
            shelf.cache().resume();
            QVERIFY(!shelf.cache().isUnderWay());
            shelf.cache().fetch(voxel, PdfCache::Why::Wanted);
            shelf.cache().fetch(paperNamed(u"math/0309136"_s), PdfCache::Why::Kept);
            QTRY_COMPARE(server.asked().size(), 1);
        }
        server.always(answers::pdf(pdfOf(1000)));
        Shelf shelf(m_folder, server);
        shelf.cache().resume();
        QTRY_COMPARE(shelf.outcomes.size(), 2);
        QTRY_COMPARE(shelf.names(), u"arxiv_2512.07834v2.pdf arxiv_math_0309136.pdf"_s);
        QVERIFY(!shelf.outcomes.first().isWanted); // nothing opens by itself at a start
    }

    /** A program that is killed has no time to note anything. */
    void whatIsStillToComeIsNotedAtOnce()
    {
        MisbehavingServer server;
        server.always(answers::halfOf(pdfOf(1000)));
        Shelf shelf(m_folder, server);
        shelf.cache().fetch(paperNamed(u"2512.00001v1"_s), PdfCache::Why::Kept);
        QTRY_COMPARE(server.asked().size(), 1);
        QVERIFY(!QFileInfo::exists(waiting())); // nobody goes on with it
        shelf.cache().resume();
        QTRY_COMPARE(bytesOf(waiting()), "arxiv_2512.00001v1.pdf\n");
        shelf.cache().fetch(paperNamed(u"2512.00002v1"_s), PdfCache::Why::Kept);
        shelf.cache().fetch(voxel, PdfCache::Why::Wanted);
        QTRY_COMPARE(bytesOf(waiting()),
                     "arxiv_2512.00001v1.pdf\narxiv_2512.07834v2.pdf\narxiv_2512.00002v1.pdf\n");
        shelf.cache().stop();
        QTRY_VERIFY(!QFileInfo::exists(waiting()));
    }

    /** Many may be starred with one deed. */
    void whatIsAskedForTogetherIsNotedOnce()
    {
        MisbehavingServer server;
        server.always(answers::halfOf(pdfOf(1000)));
        {
            Shelf shelf(m_folder, server);
            shelf.cache().resume();
            shelf.cache().fetch(paperNamed(u"2512.00001v1"_s), PdfCache::Why::Kept);
            shelf.pool().waitForDone();
            QVERIFY(!QFileInfo::exists(waiting()));
            shelf.cache().fetch(voxel, PdfCache::Why::Kept);
        } // and none is forgotten where the window closes
        QCOMPARE(bytesOf(waiting()), "arxiv_2512.00001v1.pdf\narxiv_2512.07834v2.pdf\n");
    }

    void whatIsRefusedIsNotAskedForByItselfForSomeWeeks_data()
    {
        QTest::addColumn<Answer>("answer");
        QTest::addColumn<QString>("paper");
        QTest::newRow("403") << answers::status(403) << u"2512.07834v2"_s;
        QTest::newRow("404") << answers::status(404) << u"2512.07834v2"_s;
        QTest::newRow("something else") << answers::good("PK", "application/pdf") << u"2512.07834v2"_s;
        QTest::newRow("too large") << answers::good(pdfOf(cap + 1), "application/pdf") << u"2512.07834v2"_s;
        QTest::newRow("another status") << answers::status(418) << u"2512.07834v2"_s;
        QTest::newRow("to browsers only")
            << answers::status(429) << u"https://www.biorxiv.org/content/10.1101/2024.10.23.619800v1"_s;
    }

    void whatIsRefusedIsNotAskedForByItselfForSomeWeeks()
    {
        QFETCH(Answer, answer);
        QFETCH(QString, paper);
        const VersionedId refused = paperNamed(paper);
        MisbehavingServer server(answer);
        {
            Shelf shelf(m_folder, server);
            shelf.cache().setPatience(20ms);
            shelf.cache().resume();
            QVERIFY(!shelf.cache().isToBeLeftAlone(refused));
            QVERIFY(!shelf.get(refused, PdfCache::Why::Kept).endsWith(".pdf"_L1));
            QVERIFY(shelf.cache().isToBeLeftAlone(refused));
            QVERIFY(!shelf.cache().isToBeLeftAlone({refused.id, 7}));
        }
        QVERIFY(!QFileInfo::exists(waiting()));
        Shelf shelf(m_folder, server);
        shelf.cache().resume();
        QVERIFY(shelf.cache().isToBeLeftAlone(refused));
        shelf.clock().advance(29 * 86'400'000LL);
        QVERIFY(shelf.cache().isToBeLeftAlone(refused));
        shelf.clock().advance(86'400'000LL);
        QVERIFY(!shelf.cache().isToBeLeftAlone(refused));
        shelf.clock().advance(-60 * 86'400'000LL); // noted by a clock that went wrong
        QVERIFY(!shelf.cache().isToBeLeftAlone(refused));
        shelf.clock().advance(31 * 86'400'000LL);
        QVERIFY(shelf.cache().isToBeLeftAlone(refused));
        server.always(answers::pdf(pdfOf(1000)));
        QVERIFY(shelf.get(refused).endsWith(".pdf"_L1)); // the reader may ask, and it came
        QVERIFY(!shelf.cache().isToBeLeftAlone(refused));
        QTRY_VERIFY(!QFileInfo::exists(refusals()));
    }

    /** Else some that always fail would be asked for at each start, and none of the others. */
    void whatFailsOtherwiseIsNotAskedForByItselfForADay()
    {
        MisbehavingServer server(answers::redirect("file:///etc/passwd"));
        Shelf shelf(m_folder, server);
        shelf.cache().resume();
        QVERIFY(!shelf.get(voxel, PdfCache::Why::Kept).endsWith(".pdf"_L1)); // starred just now
        QVERIFY(!shelf.cache().isToBeLeftAlone(voxel));
        QVERIFY(!shelf.get(voxel, PdfCache::Why::ByItself).endsWith(".pdf"_L1));
        QVERIFY(shelf.cache().isToBeLeftAlone(voxel));
        shelf.clock().advance(86'400'000LL);
        QVERIFY(!shelf.cache().isToBeLeftAlone(voxel));
    }

    /** The window's notes are its own: what another program hears is not written between them. */
    void aProgramThatDoesNotGoOnNotesNoRefusal()
    {
        MisbehavingServer server;
        server.always(answers::status(404));
        const VersionedId other = paperNamed(u"2512.00001v1"_s);
        Shelf window(m_folder, server);
        window.cache().resume();
        {
            Shelf terminal(m_folder, server);
            QVERIFY(!terminal.cache().isToBeLeftAlone(voxel)); // it has read what is there
            (void)window.get(voxel, PdfCache::Why::Kept);
            QTRY_VERIFY(bytesOf(refusals()).startsWith("arxiv_2512.07834v2.pdf "));
            QVERIFY(!terminal.get(other).endsWith(".pdf"_L1));
        }
        QVERIFY(bytesOf(refusals()).startsWith("arxiv_2512.07834v2.pdf "));
    }

    /** The host has a fault of its own: at the next start it may have none. */
    void whatBreaksForNowIsAskedForAfterTheNextStart()
    {
        MisbehavingServer server;
        server.always(answers::status(500));
        {
            Shelf shelf(m_folder, server);
            shelf.cache().setPatience(20ms);
            shelf.cache().resume();
            QVERIFY(!shelf.get(voxel, PdfCache::Why::Kept).endsWith(".pdf"_L1));
            QVERIFY(!shelf.cache().isToBeLeftAlone(voxel));
            QVERIFY(!shelf.cache().isUnderWay());
            QTRY_COMPARE(bytesOf(waiting()), "arxiv_2512.07834v2.pdf\n");
            QVERIFY(
                !shelf.get(paperNamed(u"2512.00001v1"_s)).endsWith(".pdf"_L1)); // of that the reader is told
        }
        QCOMPARE(bytesOf(waiting()), "arxiv_2512.07834v2.pdf\n");
        server.always(answers::pdf(pdfOf(1000)));
        Shelf shelf(m_folder, server);
        shelf.cache().resume();
        QTRY_COMPARE(shelf.outcomes.size(), 1);
        QTRY_COMPARE(shelf.names(), u"arxiv_2512.07834v2.pdf"_s);
    }

    void whatIsKeptComesAfterALoginAndWhatIsWantedIsToldOfIt()
    {
        MisbehavingServer server;
        server.always(answers::page());
        Shelf shelf(m_folder, server);
        shelf.cache().setPatience(20ms);
        shelf.cache().fetch(voxel, PdfCache::Why::Kept);
        QTRY_VERIFY(server.asked().size() > 2);
        QCOMPARE(shelf.outcomes.size(), 0);
        server.always(answers::pdf(pdfOf(1000)));
        QTRY_COMPARE(shelf.outcomes.size(), 1);
        QCOMPARE(shelf.said(shelf.outcomes.last()), u"arxiv_2512.07834v2.pdf"_s);
        server.always(answers::page());
        QVERIFY2(shelf.get(paperNamed(u"math/0309136"_s)).contains("login"_L1),
                 qPrintable(shelf.said(shelf.outcomes.last())));
    }

    /** The reader was told that it comes by itself: so it does, though the network is new and wants a login.
     */
    void whatWaitedForANetworkWaitsForItsLoginToo()
    {
        MisbehavingServer server(answers::page());
        const quint16 port = server.serverPort();
        Shelf shelf(m_folder, server);
        server.close();
        shelf.cache().setPatience(20ms);
        QSignalSpy delayed(&shelf.cache(), &PdfCache::delayed);
        shelf.cache().fetch(voxel, PdfCache::Why::Wanted);
        QTRY_COMPARE(delayed.size(), 1);
        QVERIFY(server.listen(QHostAddress::LocalHost, port));
        QTRY_VERIFY(server.asked().size() > 2);
        QCOMPARE(shelf.outcomes.size(), 0);
        server.always(answers::pdf(pdfOf(1000)));
        QTRY_COMPARE(shelf.outcomes.size(), 1);
        QCOMPARE(shelf.said(shelf.outcomes.last()), u"arxiv_2512.07834v2.pdf"_s);
    }

    /** Others may come from elsewhere; what did not come is not forgotten. */
    void aLoginThatNobodyGivesHoldsUpOthersOnlyForSomeAttempts()
    {
        MisbehavingServer server(answers::page());
        {
            Shelf shelf(m_folder, server);
            shelf.cache().resume();
            shelf.cache().setPatience(5ms);
            shelf.cache().fetch(voxel, PdfCache::Why::Kept);
            QTRY_COMPARE(shelf.outcomes.size(), 1);
            QVERIFY2(shelf.said(shelf.outcomes.last()).contains("login"_L1),
                     qPrintable(shelf.said(shelf.outcomes.last())));
            QCOMPARE(server.asked().size(), 6);
            QVERIFY(!shelf.cache().isUnderWay());
        }
        QCOMPARE(bytesOf(waiting()), "arxiv_2512.07834v2.pdf\n");
        Shelf shelf(m_folder, server);
        shelf.cache().setPatience(20ms);
        shelf.cache().resume(); // still nobody, and then somebody
        QTRY_VERIFY(server.asked().size() > 7);
        QCOMPARE(shelf.outcomes.size(), 0);
        server.always(answers::pdf(pdfOf(1000)));
        QTRY_COMPARE(shelf.outcomes.size(), 1);
        QCOMPARE(shelf.said(shelf.outcomes.last()), u"arxiv_2512.07834v2.pdf"_s);
    }

    void aHostThatAsksToWaitIsAskedAgainThen()
    {
        MisbehavingServer server;
        server.always(answers::status(429, {}, "Retry-After: 300\r\n"));
        Shelf shelf(m_folder, server);
        shelf.cache().setPatience(PdfCache::usualPause);
        shelf.cache().fetch(voxel, PdfCache::Why::Wanted);
        QTRY_VERIFY(shelf.progress && shelf.progress->of.waitingFor == WaitingFor::Host);
        QCOMPARE(shelf.progress->of.waitingUntil, shelf.clock().now().addSecs(300));
        QVERIFY(!shelf.progress->isOffline);
        QCOMPARE(server.asked().size(), 1);
        shelf.cache().stop();
        QCOMPARE(shelf.outcomes.size(), 1);
    }

private:
    [[nodiscard]] QString waiting() const { return m_folder + u"/waiting"_s; }
    [[nodiscard]] QString refusals() const { return m_folder + u"/refused"_s; }

    std::optional<TemporaryLibrary> m_place;
    QString m_folder;
};

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"--full-disk"_s) {
        return fetchOnFullDisk(arguments.value(2));
    }
    if (arguments.value(1) == u"--fetch"_s) {
        return fetchUntilKilled(arguments.value(2), arguments.value(3));
    }
    TestPdfCache test;
    return QTest::qExec(&test, arguments);
}

#include "tst_pdfcache.moc"
