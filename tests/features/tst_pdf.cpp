// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/pdfserver.h"
#include "tests/support/scenario.h"

#include "app/pdf/pdffolder.h"
#include "ui/pdffetching.h"

#include <QProgressBar>
#include <QSignalSpy>
#include <QToolButton>

using namespace paperdawn;
using namespace paperdawn::test;
using namespace Qt::StringLiterals;

namespace {

const QDate tuesday(2025, 12, 9);
const VersionedId voxel = *VersionedId::parse(u"2512.09001v1");

/** As long as it takes until nothing is under way after the start. */
void timePasses(Reader &reader)
{
    auto *timer = reader.window().findChild<QTimer *>(u"tidy-up"_s);
    timer->setInterval(0);
    QTRY_VERIFY(!timer->isActive());
}

QByteArray biorxivDay()
{
    return u"# bioRxiv 2025-12-09\n\n| 标题 | 作者 | PDF链接 | 摘要 |\n|---|---|---|---|\n"
           "| Cells | Bo | [PDF](https://www.biorxiv.org/content/10.1101/2025.12.05.692641v2.full.pdf) | 摘要 |\n"_s
               .toUtf8();
}

/** A reader whose arXiv and bioRxiv are a server of ours. */
struct Reading
{
    explicit Reading(Answering answering = answers::pdf(pdfOf(200'000)))
    {
        server.always(std::move(answering));
        port = server.serverPort();
        reader.settings().setDwell(0);
        Endpoints endpoints;
        endpoints.replace(Endpoint::ArxivPdf, server.url(u"/pdf"_s));
        endpoints.replace(Endpoint::Biorxiv, server.url());
        reader.asks(endpoints);
    }
    void losesTheNetwork() { server.close(); }
    void hasTheNetworkAgain() { server.listen(QHostAddress::LocalHost, port); }

    [[nodiscard]] QString file(const VersionedId &paper = voxel)
    {
        return PdfFolder(reader.services().folder().pdfFolder()).fileOf(paper);
    }
    void hasPdf(const VersionedId &paper)
    {
        QDir().mkpath(reader.services().folder().pdfFolder());
        QFile file(this->file(paper));
        if (!file.open(QIODevice::WriteOnly) || file.write(pdfOf(1000)) < 1000) {
            qFatal("no PDF");
        }
    }

    /** The first papers, while none is fetched for that. */
    void stars(int papers)
    {
        const QSignalSpy settled(&reader.services().decisions(), &Decisions::done);
        reader.presses(QString(u"s "_s).repeated(papers).trimmed());
        QTRY_COMPARE(settled.size(), papers);
    }

    [[nodiscard]] QString seesProgress()
    {
        auto *words = reader.window().findChild<QLabel *>(u"pdf-words"_s);
        return words->isVisible() ? words->text() : QString();
    }
    [[nodiscard]] QString seesButton() { return button()->text(); }
    [[nodiscard]] QString hearsButton() { return button()->accessibleName(); }
    [[nodiscard]] QString hearsRow(int row = 0)
    {
        const QModelIndex at = reader.table().model()->index(row, PaperTableModel::Title);
        return at.data(Qt::AccessibleTextRole).toString();
    }
    [[nodiscard]] QProgressBar *bar()
    {
        return reader.window().findChild<PdfFetching *>()->findChild<QProgressBar *>();
    }
    [[nodiscard]] QPushButton *button() { return reader.window().findChild<QPushButton *>(u"pdf"_s); }

    MisbehavingServer server;
    quint16 port = 0;
    Reader reader;
};

} // namespace

/** The PDF of a paper: fetched, kept, opened without a network, and all that comes between. */
class TestPdf : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void enterFetchesThePdfAndOpensIt()
    {
        Reading it;
        Given(it.reader.hasDay(tuesday, {u"Voxel art"_s, u"Slow light"_s}));
        QCOMPARE(it.seesButton(), u"PDF ↓"_s);
        QCOMPARE(it.hearsButton(), u"Get the PDF and open it"_s);
        QVERIFY(!it.hearsRow().contains(u"PDF"_s));
        When(it.reader.presses(u"Return"_s));
        Then(it.reader.hasOpened(), QUrl::fromLocalFile(it.file()));
        QCOMPARE(bytesOf(it.file()), pdfOf(200'000));
        QCOMPARE(it.server.asked().first().target, "/pdf/2512.09001v1");
        QCOMPARE(it.seesButton(), u"PDF"_s);
        QCOMPARE(it.hearsButton(), u"Open the PDF; it is on this computer"_s);
        QVERIFY2(it.hearsRow().endsWith(u", PDF here"_s), qPrintable(it.hearsRow()));
        QVERIFY(!it.hearsRow(1).contains(u"PDF"_s));
        Then(it.seesProgress(), QString());
    }

    void whatIsHereOpensWithoutANetwork()
    {
        Reading it;
        Given(it.reader.hasDay(tuesday, {u"Voxel art"_s}));
        Given(it.hasPdf(voxel));
        it.losesTheNetwork();
        it.reader.restarts();
        When(QTest::mouseClick(it.button(), Qt::LeftButton));
        Then(it.reader.hasOpened(), QUrl::fromLocalFile(it.file()));
        QCOMPARE(it.reader.seesMessage(), QString());
        QVERIFY(it.server.asked().isEmpty());
    }

    void aSecondEnterFetchesNothingTwiceAndStopKeepsWhatCame()
    {
        Reading it([whole = answers::pdf(pdfOf(200'000))](const Asked &asked) {
            return asked.header("Range").isNull() ? answers::stuck(whole(asked)) : whole(asked);
        });
        Given(it.reader.hasDay(tuesday, {u"Voxel art"_s, u"Slow light"_s}));
        When(it.reader.presses(u"Return Return"_s));
        Then(it.seesProgress(), u"Getting the PDF of 2512.09001 (100.0 kB of 200.0 kB)"_s);
        QVERIFY(it.bar()->isVisible());
        QCOMPARE(it.seesButton(), u"PDF …"_s);
        it.reader.presses(u"Return j Return"_s);
        Then(it.seesProgress(), u"Getting the PDF of 2512.09001 (100.0 kB of 200.0 kB), 1 more"_s);
        QCOMPARE(it.server.asked().size(), 1);
        When(QTest::mouseClick(it.reader.window().findChild<QToolButton *>(u"stop-pdf"_s), Qt::LeftButton));
        Then(it.seesProgress(), QString());
        QCOMPARE(it.reader.seesMessage(), u"Stopped. What came of the PDF is kept."_s);
        QCOMPARE(it.reader.hasOpened(), QUrl());
        When(it.reader.presses(u"k Return"_s)); // goes on
        Then(it.reader.hasOpened(), QUrl::fromLocalFile(it.file()));
        QCOMPARE(bytesOf(it.file()), pdfOf(200'000));
    }

    void withoutANetworkItComesLater()
    {
        Reading it;
        Given(it.reader.hasDay(tuesday, {u"Voxel art"_s}));
        Given(it.losesTheNetwork());
        When(it.reader.presses(u"Return"_s));
        Then(it.reader.seesMessage(), u"Not on this computer yet; will download when online."_s);
        QCOMPARE(it.seesProgress(), u"The PDF of 2512.09001 waits for the network"_s);
        QVERIFY(!it.bar()->isVisible()); // nothing moves
        QCOMPARE(it.reader.hasOpened(), QUrl());
        it.hasTheNetworkAgain();
        When(it.reader.presses(u"Return"_s));
        Then(it.reader.hasOpened(), QUrl::fromLocalFile(it.file()));
    }

    void whatWaitsForTheNetworkComesAfterTheNextStartToo()
    {
        Reading it;
        Given(it.reader.hasDay(tuesday, {u"Voxel art"_s}));
        Given(it.losesTheNetwork());
        When(it.reader.presses(u"Return"_s));
        Then(it.seesProgress(), u"The PDF of 2512.09001 waits for the network"_s);
        it.reader.closesTheWindow();
        it.hasTheNetworkAgain();
        it.reader.opensTheWindow();
        Then(it.hearsRow().endsWith(u", PDF here"_s), true);
        QCOMPARE(it.reader.hasOpened(), QUrl());
    }

    void whatIsUnderWayGoesOnAfterTheNextStart()
    {
        Reading it([whole = answers::pdf(pdfOf(200'000))](const Asked &asked) {
            return asked.header("Range").isNull() ? answers::stuck(whole(asked)) : whole(asked);
        });
        Given(it.reader.hasDay(tuesday, {u"Voxel art"_s}));
        When(it.reader.presses(u"Return"_s));
        Then(it.seesProgress(), u"Getting the PDF of 2512.09001 (100.0 kB of 200.0 kB)"_s);
        it.reader.restarts();
        Then(it.hearsRow().endsWith(u", PDF here"_s), true);
        QCOMPARE(bytesOf(it.file()), pdfOf(200'000));
        QCOMPARE(it.reader.hasOpened(), QUrl());
        When(it.reader.presses(u"Return"_s));
        Then(it.reader.hasOpened(), QUrl::fromLocalFile(it.file()));
        QCOMPARE(it.server.asked().size(), 2);
    }

    void aPdfOfUnknownLengthIsToldByWhatCame()
    {
        Reading it([](const Asked &) {
            return Answer{
                answers::head(200, "Content-Type: application/pdf\r\nTransfer-Encoding: chunked\r\n") +
                    "\r\n" + answers::chunk(pdfOf(100'000)),
                {},
                {},
                Answer::Then::Hang};
        });
        Given(it.reader.hasDay(tuesday, {u"Voxel art"_s}));
        When(it.reader.presses(u"Return"_s));
        Then(it.seesProgress(), u"Getting the PDF of 2512.09001 (100.0 kB)"_s);
        QVERIFY(!it.bar()->isVisible());
    }

    void whatComesLateDoesNotOpenByItself()
    {
        Reading it;
        it.reader.services().pdfs().setPatience(std::chrono::milliseconds(20));
        Given(it.reader.hasDay(tuesday, {u"Voxel art"_s}));
        Given(it.losesTheNetwork());
        When(it.reader.presses(u"Return"_s));
        Then(it.reader.seesMessage(), u"Not on this computer yet; will download when online."_s);
        it.hasTheNetworkAgain();
        Then(it.reader.seesMessage(), u"The PDF of 2512.09001 is here."_s);
        QCOMPARE(it.reader.hasOpened(), QUrl());
        When(it.reader.takesTheOffer());
        Then(it.reader.hasOpened(), QUrl::fromLocalFile(it.file()));
    }

    void anOlderVersionIsBetterThanNone()
    {
        Reading it;
        const VersionedId other{voxel.id, 3};
        Given(it.reader.hasDay(tuesday, {u"Voxel art"_s}));
        Given(it.hasPdf(other));
        Given(it.losesTheNetwork());
        it.reader.restarts();
        When(it.reader.presses(u"Return"_s));
        Then(it.reader.seesOffered(), u"Open version 3"_s);
        When(it.reader.takesTheOffer());
        Then(it.reader.hasOpened(), QUrl::fromLocalFile(it.file(other)));
    }

    void whatHasNoPdfOffersItsPage()
    {
        Reading it([](const Asked &) { return answers::status(404); });
        Given(it.reader.hasDay(tuesday, {u"Voxel art"_s}));
        When(it.reader.presses(u"Return"_s));
        Then(it.reader.seesMessage(),
             u"There is no PDF of arXiv 2512.09001v1 to be had (HTTP 404). The paper's page may say why."_s);
        QCOMPARE(it.seesButton(), u"PDF ↓"_s);
        When(it.reader.takesTheOffer());
        Then(it.reader.hasOpened(), QUrl(u"https://arxiv.org/abs/2512.09001v1"_s));
    }

    void whatBrokeIsTriedAgain()
    {
        bool isBroken = true;
        Reading it([&, whole = answers::pdf(pdfOf(1000))](const Asked &asked) {
            return isBroken ? answers::status(500) : whole(asked);
        });
        Given(it.reader.hasDay(tuesday, {u"Voxel art"_s}));
        When(it.reader.presses(u"Return"_s));
        Then(it.reader.seesOffered(), u"Try again"_s);
        isBroken = false;
        When(it.reader.takesTheOffer());
        Then(it.reader.hasOpened(), QUrl::fromLocalFile(it.file()));
    }

    void biorxivRefusesProgramsSoTheBrowserOpensItsPage_data()
    {
        QTest::addColumn<int>("status");
        QTest::newRow("refused") << 403;
        QTest::newRow("held up") << 503;
        QTest::newRow("not there") << 404;
        QTest::newRow("given") << 200;
    }

    void biorxivRefusesProgramsSoTheBrowserOpensItsPage()
    {
        QFETCH(int, status);
        const bool refuses = status != 200;
        Reading it([=, whole = answers::pdf(pdfOf(1000))](const Asked &asked) {
            return refuses ? answers::status(status, "<html>Just a moment</html>") : whole(asked);
        });
        Given(it.reader.drops({it.reader.writes(u"2025-12-09-biorxiv.md"_s, biorxivDay())}));
        When(it.reader.presses(u"Return"_s));
        const VersionedId cells = *VersionedId::parse(u"biorxiv:10.1101/2025.12.05.692641v2");
        if (refuses) {
            Then(it.reader.hasOpened(),
                 QUrl(u"https://www.biorxiv.org/content/10.1101/2025.12.05.692641v2"_s));
            QCOMPARE(it.reader.seesMessage(),
                     u"bioRxiv gives its PDFs to browsers only: the paper's page is open in yours."_s);
        } else {
            Then(it.reader.hasOpened(), QUrl::fromLocalFile(it.file(cells)));
        }
        QCOMPARE(it.server.asked().first().target, "/content/10.1101/2025.12.05.692641v2.full.pdf");
    }

    void aStarKeepsThePdf()
    {
        Reading it;
        Given(it.reader.hasDay(tuesday, {u"Voxel art"_s, u"Slow light"_s}));
        const QSignalSpy settled(&it.reader.services().decisions(), &Decisions::done);
        When(it.reader.presses(u"s"_s));
        QTRY_VERIFY(!settled.isEmpty()); // a star is followed by its PDF once it is on disk
        it.reader.settings().setKeepsPdfs(true);
        When(it.reader.presses(u"s"_s)); // the second paper
        Then(it.hearsRow(1).contains(u"PDF here"_s), true);
        QCOMPARE(it.reader.hasOpened(), QUrl());
        QCOMPARE(it.server.asked().size(), 1);
        QVERIFY(!it.hearsRow(0).contains(u"PDF here"_s));
    }

    void whatNobodyWaitsForFailsInSilence()
    {
        Reading it([](const Asked &) { return answers::status(404); });
        it.reader.settings().setKeepsPdfs(true);
        Given(it.reader.hasDay(tuesday, {u"Voxel art"_s, u"Slow light"_s}));
        When(it.reader.presses(u"s"_s));
        QTRY_COMPARE(it.server.asked().size(), 1);
        Then(it.seesProgress(), QString());
        QVERIFY2(!it.reader.seesMessage().contains(u"PDF"_s), qPrintable(it.reader.seesMessage()));
    }

    void whatTheHostRefusedIsNotAskedForAgainAfterAStart()
    {
        Reading it([](const Asked &) { return answers::status(404); });
        it.reader.settings().setKeepsPdfs(true);
        Given(it.reader.hasDay(tuesday, {u"Voxel art"_s, u"Slow light"_s}));
        When(it.reader.presses(u"s"_s));
        QTRY_COMPARE(it.server.asked().size(), 1);
        Then(it.seesProgress(), QString());
        it.server.always(answers::pdf(pdfOf(1000)));
        it.reader.restarts();
        timePasses(it.reader);
        QVERIFY(!it.reader.services().pdfs().isUnderWay());
        QCOMPARE(it.server.asked().size(), 1);
    }

    /** They were starred by another program, or while the settings said otherwise. */
    void starredPapersThatLackTheirPdfGetItSomeTimeAfterAStart()
    {
        Reading it;
        QStringList titles;
        for (int i = 1; i <= 25; ++i) {
            titles += u"Paper %1"_s.arg(i);
        }
        Given(it.reader.hasDay(tuesday, titles));
        it.hasPdf(voxel);
        When(it.stars(24));
        it.reader.restarts();
        timePasses(it.reader);
        QVERIFY(it.server.asked().isEmpty()); // the settings fetch none
        it.reader.settings().setKeepsPdfs(true);
        it.reader.restarts();
        QVERIFY(it.server.asked().isEmpty()); // what is read comes first
        timePasses(it.reader);
        QTRY_COMPARE(it.server.asked().size(), 20);
        Then(it.seesProgress(), QString());
        QCOMPARE(it.server.asked().size(), 20);
        QCOMPARE(it.server.asked().first().target, "/pdf/2512.09024v1"); // the last that was starred
        QCOMPARE(it.reader.hasOpened(), QUrl());
    }

    /** Nobody asked for them: what becomes of them is no news, at no start. */
    void starredPapersThatLackTheirPdfFillTheRoomInSilence()
    {
        Reading it(answers::pdf(pdfOf(900'000)));
        Given(it.reader.hasDay(tuesday, {u"Voxel art"_s, u"Slow light"_s, u"Thin ice"_s}));
        it.stars(3);
        it.reader.settings().setKeepsPdfs(true);
        it.reader.restarts();
        {
            it.reader.services().pdfs().setRoom(1'000'000);
            const QSignalSpy ended(&it.reader.services().pdfs(), &PdfCache::finished);
            timePasses(it.reader);
            QTRY_COMPARE(ended.size(), 3); // here, here and too much, no room
        }
        QCOMPARE(it.server.asked().size(), 2);
        QVERIFY2(!it.reader.seesMessage().contains(u"PDF"_s), qPrintable(it.reader.seesMessage()));
        it.reader.restarts();
        it.reader.services().pdfs().setRoom(1'000'000);
        const QSignalSpy begun(&it.reader.services().pdfs(), &PdfCache::progressed);
        timePasses(it.reader);
        QCOMPARE(begun.size(), 0); // there is no room for any
    }

    void afterAStopNothingBeginsByItself()
    {
        Reading it([whole = answers::pdf(pdfOf(200'000))](const Asked &asked) {
            return answers::stuck(whole(asked));
        });
        Given(it.reader.hasDay(tuesday, {u"Voxel art"_s, u"Slow light"_s}));
        it.stars(1);
        it.reader.settings().setKeepsPdfs(true);
        it.reader.restarts();
        When(it.reader.presses(u"Return"_s));
        Then(it.seesProgress(), u"Getting the PDF of 2512.09002 (100.0 kB of 200.0 kB)"_s);
        When(QTest::mouseClick(it.reader.window().findChild<QToolButton *>(u"stop-pdf"_s), Qt::LeftButton));
        Then(it.seesProgress(), QString());
        auto *timer = it.reader.window().findChild<QTimer *>(u"tidy-up"_s); // it goes on while that is said
        const QSignalSpy passed(timer, &QTimer::timeout);
        timer->setInterval(0);
        QTRY_VERIFY(passed.size() > 1);
        QVERIFY(!it.reader.services().pdfs().isUnderWay());
        QCOMPARE(it.server.asked().size(), 1);
    }

    void whatWasOfferedAndIsGoneIsFetched()
    {
        Reading it;
        const VersionedId other{voxel.id, 3};
        Given(it.reader.hasDay(tuesday, {u"Voxel art"_s}));
        Given(it.hasPdf(other));
        Given(it.losesTheNetwork());
        it.reader.restarts();
        When(it.reader.presses(u"Return"_s));
        Then(it.reader.seesOffered(), u"Open version 3"_s);
        QVERIFY(QFile::remove(it.file(other)));
        it.hasTheNetworkAgain();
        it.reader.presses(u"Return"_s); // the one that waits is tried at once
        QTRY_VERIFY(QFileInfo::exists(it.file()));
        QVERIFY(it.reader.seesOffered() == u"Open version 3"_s);
        When(it.reader.takesTheOffer());
        Then(it.reader.hasOpened(), QUrl::fromLocalFile(it.file(other)));
        QCOMPARE(bytesOf(it.file(other)), pdfOf(200'000));
    }

    void withoutAViewerItIsSaid()
    {
        Reading it;
        Given(it.reader.hasDay(tuesday, {u"Voxel art"_s}));
        it.reader.window().outside().setOpener([](const QUrl &) { return false; });
        When(it.reader.presses(u"Return"_s));
        Then(it.reader.seesMessage(),
             u"No program here opens PDF files. Install one, or open the paper's page."_s);
    }
};

QTEST_MAIN(TestPdf)
#include "tst_pdf.moc"
