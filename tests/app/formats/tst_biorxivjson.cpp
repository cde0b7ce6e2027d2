// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/formats/biorxivjson.h"

#include "app/base/sentence.h"
#include "tests/support/dayfiletext.h"
#include "tests/support/shareddata.h"

#include <QtTest>

using namespace paperdawn;
using namespace paperdawn::test;
using namespace Qt::StringLiterals;

namespace {

const QString host = u"api.biorxiv.org"_s;

Result<BiorxivPage> recorded(const QString &file)
{
    return parseBiorxivJson(sharedBytes(u"biorxiv/"_s + file), Source::Biorxiv, host);
}

QByteArray answer(const QByteArray &records, const QByteArray &message = R"("status":"ok")")
{
    return R"({"messages":[{)" + message + R"(}],"collection":[)" + records + "]}";
}

QByteArray record(const QByteArray &more)
{
    return R"({"doi":"10.1101/2025.12.08.700001","version":"1","date":"2025-12-09")" + more + '}';
}

/** A page of one record: as text, with what is not of the paper behind it. */
QString onlyRecord(const QByteArray &json, std::optional<Source> asked = {})
{
    const auto page = parseBiorxivJson(answer(json), asked, host);
    if (!page || page->records.size() != 1) {
        return page ? u"unidentified: "_s + page->unidentified.join(u'|') : sentence(page.error());
    }
    const BiorxivRecord &record = page->records.first();
    return QStringList{textOf(record.details), record.type, record.license}.join(u'\n').trimmed();
}

} // namespace

class TestBiorxivJson : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aRecordedPage()
    {
        REQUIRE_SHARED_DATA(u"biorxiv"_s);
        const auto page = recorded(u"pu5ha-biorxiv-details-2026-07-15_2026-07-18-cursor0-trimmed.json"_s);
        QVERIFY(page);
        QCOMPARE(page->cursor, 0);
        QCOMPARE(page->count, 3);
        QCOMPARE(page->total, 3);
        QCOMPARE(page->unidentified, QStringList());
        QCOMPARE(page->records.size(), 3);
        QCOMPARE(textOf(page->records.first().details),
                 u"biorxiv:10.64898/2026.07.13.738145v1\n"
                 "  title: Laterality of subcortical structures predicts spontaneous brain dynamics\n"
                 "  abstract: Subcortical structures play a key role in shaping cortical computation through "
                 "distributed cortico-subcortical networks, yet it remains unclear whether individual "
                 "differences in subcortical anatomy ar\n"
                 "  authors: T. Ghafari; A. J. Quinn; O. Jensen\n"
                 "  categories: neuroscience\n"
                 "  submitted: 2026-07-15T00:00:00.000Z\n"
                 "  updated: 2026-07-15T00:00:00.000Z"_s);
        const BiorxivRecord &third = page->records.last();
        QCOMPARE(third.details.version, 3);
        QCOMPARE(third.details.updated, QDateTime({2026, 7, 15}, {0, 0}, Qt::UTC));
        QVERIFY2(!third.details.submitted.isValid(), "when the first version came is not told");
        QCOMPARE(third.type, u"new results"_s);
        QCOMPARE(third.license, u"cc_by_nc"_s);
    }

    void quotedPages()
    {
        REQUIRE_SHARED_DATA(u"biorxiv"_s);
        const auto page = recorded(u"quoted-details-2026-08-01_2026-08-02-record1of30.json"_s);
        QVERIFY(page);
        QCOMPARE(page->count, 30);
        QCOMPARE(page->total, 109);
        QCOMPARE(page->records.size(), 1);
        QCOMPARE(page->records.first().details.categories, QStringList(u"animal behavior and cognition"_s));
        // of another service, whose records are of no form that is read here
        const auto other = recorded(u"quoted-pubs-2026-06-01_2026-06-05-record1of100.json"_s);
        QVERIFY(other);
        QVERIFY(other->records.isEmpty());
        QCOMPARE(other->unidentified, QStringList(QString()));
    }

    void errorsWithStatus200()
    {
        REQUIRE_SHARED_DATA(u"biorxiv"_s);
        const auto none = recorded(u"error-200-no-posts-found.json"_s);
        QVERIFY(none);
        QVERIFY(*none == BiorxivPage());
        QCOMPARE(recorded(u"error-200-server-not-recognized.json"_s).error(),
                 (Error{ErrorKind::Rejected, u"Server not recognized"_s, host, 0, {}}));
        QCOMPARE(recorded(u"error-200-empty-body.json"_s).error(),
                 (Error{ErrorKind::Incomplete, {}, host, 0, {}}));
    }

    /** Titles and abstracts of a real day, in the fields that its collector kept. */
    void aDayOfRealPapers()
    {
        REQUIRE_SHARED_DATA(u"biorxiv"_s);
        int papers = 0;
        for (const QByteArray &line :
             sharedBytes(u"biorxiv/Lcollection-biorxiv.jsonl"_s).trimmed().split('\n')) {
            const QJsonObject told = QJsonDocument::fromJson(line).object();
            const auto page = parseBiorxivJson(answer(line), Source::Biorxiv, host);
            QVERIFY(page);
            QCOMPARE(page->records.size(), 1);
            const PaperDetails &paper = page->records.first().details;
            QCOMPARE(paper.id.value(), told.value("doi"_L1).toString());
            QCOMPARE(paper.title, told.value("title"_L1).toString().simplified());
            QCOMPARE(paper.abstract.simplified(), told.value("abstract"_L1).toString().simplified());
            QCOMPARE(paper.updated.date().toString(Qt::ISODate), told.value("date"_L1).toString());
            const QStringList authors = told.value("authors"_L1).toString().split(u';', Qt::SkipEmptyParts);
            QCOMPARE(paper.authors.size(), authors.size());
            for (qsizetype i = 0; i < authors.size(); ++i) { // nothing of a name is lost
                QStringList words = authors.at(i).simplified().remove(u',').split(u' ');
                QStringList shown = QString(paper.authors.at(i)).remove(u',').split(u' ');
                words.sort();
                shown.sort();
                QCOMPARE(shown, words);
            }
            ++papers;
        }
        QCOMPARE(papers, 224);
    }

    void whatIsKnownOfARecord()
    {
        QCOMPARE(onlyRecord(record(R"(,"title":" A\n title ","authors":"de Abreu, G. H. D.; Heath, R., Jr.;)"
                                   R"( The X Consortium,; ;NA","abstract":"One.\n\nTwo.","category":)"
                                   R"("Cell Biology","published":"10.1000/j.1","funder":[{"name":"F"}],)"
                                   R"("type":"new results","license":"cc_by","server":"bioRxiv")")),
                 u"biorxiv:10.1101/2025.12.08.700001v1\n"
                 "  title: A title\n"
                 "  abstract: One.⏎⏎Two.\n"
                 "  authors: G. H. D. de Abreu; R. Heath, Jr.; The X Consortium; NA\n"
                 "  categories: cell biology\n"
                 "  submitted: 2025-12-09T00:00:00.000Z\n"
                 "  updated: 2025-12-09T00:00:00.000Z\n"
                 "  doi: 10.1000/j.1\n"
                 "new results\n"
                 "cc_by"_s);
    }

    void whatIsNotKnownOfARecord()
    {
        QCOMPARE(
            onlyRecord(R"({"doi":"10.64898/2025.12.08.700001","version":"two","date":"today","title":"NA",)"
                       R"("authors":" NA ","abstract":"","category":"NA","published":"NA","license":null,)"
                       R"("type":7})"),
            u"biorxiv:10.64898/2025.12.08.700001"_s);
    }

    void whoseRecordItIs()
    {
        const QByteArray told = R"({"doi":"10.1101/2025.12.08.25340001")";
        const QByteArray untold = told + '}';
        QCOMPARE(onlyRecord(untold), u"medrxiv:10.1101/2025.12.08.25340001"_s); // by its DOI
        QCOMPARE(onlyRecord(untold, Source::Biorxiv), u"biorxiv:10.1101/2025.12.08.25340001"_s);
        QCOMPARE(onlyRecord(told + R"(,"server":"medRxiv"})", Source::Biorxiv),
                 u"medrxiv:10.1101/2025.12.08.25340001"_s);
        QCOMPARE(onlyRecord(told + R"(,"server":"Medrxiv"})"), u"medrxiv:10.1101/2025.12.08.25340001"_s);
    }

    void whatNamesNoPaperIsTold()
    {
        const auto page = parseBiorxivJson(
            answer(R"({"doi":"10.1234/x"},{"doi":"10.48550/arXiv.2512.07834"},{},7,)" + record({})));
        QVERIFY(page);
        QCOMPARE(page->records.size(), 1);
        QCOMPARE(page->unidentified,
                 (QStringList{u"10.1234/x"_s, u"10.48550/arXiv.2512.07834"_s, QString(), QString()}));
    }

    /** Each version is a record of its own. */
    void versionsOfAPaper()
    {
        const auto page = parseBiorxivJson(
            answer(record({}) + R"(,{"doi":"10.1101/2025.12.08.700001","version":2,"date":"2025-12-11"})"));
        QVERIFY(page && page->records.size() == 2);
        PaperDetails paper = page->records.last().details;
        QVERIFY(merge(paper, page->records.first().details));
        QCOMPARE(textOf(paper), u"biorxiv:10.1101/2025.12.08.700001v2\n"
                                "  submitted: 2025-12-09T00:00:00.000Z\n"
                                "  updated: 2025-12-11T00:00:00.000Z"_s);
    }

    void figures_data()
    {
        QTest::addColumn<QByteArray>("message");
        QTest::addColumn<QString>("expected"); ///< cursor, count, total
        const auto row = [](const QByteArray &message, const QString &expected) {
            QTest::newRow(message.constData()) << message << expected;
        };
        row(R"("status":"ok","cursor":30,"count":30,"total":"109")", u"30 30 109"_s);
        row(R"("status":"ok","cursor":"90","count":"19","total":109)", u"90 19 109"_s);
        row(R"("status":"ok")", u"0 1 -1"_s); // one paper by its DOI
        row(R"("status":"OK","cursor":-1,"count":"many","total":null)", u"0 1 -1"_s);
        row(R"("status":"no posts found","cursor":120,"total":"125")", u"0 0 -1"_s);
        row(R"("status":"No posts found for this DOI")", u"0 0 -1"_s);
    }

    void figures()
    {
        QFETCH(QByteArray, message);
        QFETCH(QString, expected);
        const auto page = parseBiorxivJson(answer(record({}), message));
        QVERIFY(page);
        QCOMPARE(u"%1 %2 %3"_s.arg(page->cursor).arg(page->count).arg(page->total.value_or(-1)), expected);
    }

    void whatIsNoAnswer_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("kind");
        const auto row = [](const QByteArray &bytes, ErrorKind kind) {
            QTest::newRow(bytes.simplified().isEmpty() ? "nothing" : bytes.constData()) << bytes << int(kind);
        };
        row("", ErrorKind::Incomplete);
        row(" \n", ErrorKind::Incomplete);
        row("<html></html>", ErrorKind::BadAnswer);
        row("[]", ErrorKind::BadAnswer);
        row("{}", ErrorKind::BadAnswer);
        row(R"({"messages":[],"collection":[]})", ErrorKind::BadAnswer);
        row(R"({"messages":[{"status":"ok"}]})", ErrorKind::BadAnswer);
        row(R"({"messages":[{"status":"ok"}],"collection":"none"})", ErrorKind::BadAnswer);
        row(R"({"messages":[{"status":"funder not found"}],"collection":[]})", ErrorKind::Rejected);
        row("\xff\xfe{}", ErrorKind::BadAnswer);
        row(R"({"messages":[{"status":ok}],"collection":[]})", ErrorKind::BadAnswer);
        row(R"({"messages":[{"status":"ok"}],"collection":[]} {})", ErrorKind::BadAnswer);
    }

    void whatIsNoAnswer()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, kind);
        const auto page = parseBiorxivJson(bytes, {}, host);
        QVERIFY(!page);
        QCOMPARE(int(page.error().kind), kind);
        QVERIFY(kind == int(ErrorKind::Incomplete) || !page.error().what.isEmpty());
        QCOMPARE(page.error().where, host);
    }

    /** Wherever an answer is cut off, that is told. */
    void everyCutIsTold()
    {
        REQUIRE_SHARED_DATA(u"biorxiv"_s);
        const QByteArray whole =
            sharedBytes(u"biorxiv/pu5ha-biorxiv-details-2026-07-15_2026-07-18-cursor0-trimmed.json"_s)
                .trimmed();
        QVERIFY(parseBiorxivJson(whole));
        for (qsizetype size = 0; size < whole.size(); ++size) {
            const auto page = parseBiorxivJson(whole.first(size));
            QVERIFY2(!page, qPrintable(QString::number(size)));
            QVERIFY2(page.error().kind == ErrorKind::Incomplete,
                     qPrintable(u"%1: %2"_s.arg(size).arg(page.error().what)));
        }
    }
};

QTEST_GUILESS_MAIN(TestBiorxivJson)
#include "tst_biorxivjson.moc"
