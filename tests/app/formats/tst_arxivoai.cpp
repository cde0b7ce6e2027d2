// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/formats/arxivoai.h"

#include "app/base/sentence.h"
#include "app/domain/category.h"
#include "app/formats/authorname.h"
#include "app/net/gunzip.h"
#include "app/text/latex.h"
#include "tests/support/damage.h"
#include "tests/support/dayfiletext.h"
#include "tests/support/markup.h"
#include "tests/support/shareddata.h"

#include <QtTest>
#include <algorithm>

using namespace paperdawn;
using namespace paperdawn::test;
using namespace Qt::StringLiterals;

namespace {

const QString host = u"oaipmh.arxiv.org"_s;

QByteArray recordedBytes(const QString &file)
{
    const QByteArray bytes = sharedBytes(u"oai/"_s + file);
    if (!file.endsWith(u".gz"_s)) {
        return bytes;
    }
    QByteArray plain;
    Gunzip().add(bytes, 64 << 20, plain);
    return plain;
}

Result<OaiPage> recorded(const QString &file)
{
    return parseArxivOai(recordedBytes(file), host);
}

bool isMetadata(const QString &record, const QString &format)
{
    return record.contains(u'<' + format + u" xmlns"_s);
}

/** A record as it stands in an answer, told by other means: one fact a line, texts without formats' own. */
QString toldBy(const QString &record)
{
    QStringList lines{between(record, u"identifier"_s).value(0).section(u':', 2),
                      between(record, u"datestamp"_s).join(u' '), between(record, u"setSpec"_s).join(u' ')};
    if (isMetadata(record, u"oai_dc:dc"_s)) {
        QString comment = between(record, u"dc:description"_s).value(1);
        comment.remove(QRegularExpression(u"^Comment: "_s));
        lines += {between(record, u"dc:title"_s).join(u' '), between(record, u"dc:description"_s).value(0),
                  comment};
    } else {
        lines += {between(record, u"title"_s).join(u' '),       between(record, u"abstract"_s).join(u' '),
                  between(record, u"comments"_s).join(u' '),    between(record, u"categories"_s).join(u' '),
                  between(record, u"journal-ref"_s).join(u' '), between(record, u"doi"_s).join(u' ')};
    }
    return lines.join(u'\n');
}

QString told(const OaiRecord &record, bool isDublinCore)
{
    const PaperDetails &paper = record.details;
    QStringList lines{paper.id.value(),
                      record.datestamp.toString(Qt::ISODate),
                      record.sets.join(u' '),
                      paper.title,
                      paper.abstract.simplified(),
                      paper.comment};
    if (!isDublinCore) {
        lines += {paper.categories.join(u' '), paper.journalRef, paper.doi};
    }
    return lines.join(u'\n');
}

QStringList canonical(const QStringList &categories)
{
    QStringList ids;
    for (const QString &id : categories) {
        ids += Category::canonical(id);
    }
    ids.removeDuplicates();
    ids.sort();
    return ids;
}

QHash<PaperId, OaiRecord> byId(const OaiPage &page)
{
    QHash<PaperId, OaiRecord> records;
    for (const OaiRecord &record : page.records) {
        records.insert(record.details.id, record);
    }
    return records;
}

/** Whatever of both is known is the same: names as TeX or not, texts likewise. */
void compareWithRaw(const OaiRecord &raw, const OaiRecord &other)
{
    QCOMPARE(other.details.id, raw.details.id);
    QCOMPARE(other.datestamp, raw.datestamp);
    QCOMPARE(other.sets, raw.sets);
    QCOMPARE(texToUnicode(other.details.title), texToUnicode(raw.details.title));
    QCOMPARE(other.details.authors, raw.details.authors);
    QCOMPARE(canonical(other.details.categories), canonical(raw.details.categories));
    QCOMPARE(texToUnicode(other.details.comment), texToUnicode(raw.details.comment));
    QCOMPARE(texToUnicode(other.details.journalRef), texToUnicode(raw.details.journalRef));
    QCOMPARE(other.details.doi, raw.details.doi);
    QCOMPARE(texToUnicode(other.details.abstract), texToUnicode(raw.details.abstract));
    for (const auto &[mine, its] : {std::pair(other.details.submitted, raw.details.submitted),
                                    std::pair(other.details.updated, raw.details.updated)}) {
        QVERIFY(!mine.isValid() || mine.date() == its.date());
    }
}

QString sourceText(const QJsonObject &source, QLatin1StringView key)
{
    return texToUnicode(source.value(key).toString().simplified());
}

/** Whether what is told is of the version that the source file is of. */
bool isOfVersion(const PaperDetails &paper, const QJsonObject &source)
{
    const int version = sourceText(source, "idv"_L1).section(u'v', -1).toInt();
    return paper.version > 0
               ? paper.version == version
               : texToUnicode(paper.title) == sourceText(source, "title"_L1) &&
                     texToUnicode(paper.abstract.simplified()) == sourceText(source, "abstract"_L1);
}

void compareWithSource(const PaperDetails &paper, const QJsonObject &source)
{
    QCOMPARE(texToUnicode(paper.title), sourceText(source, "title"_L1));
    QCOMPARE(texToUnicode(paper.abstract.simplified()), sourceText(source, "abstract"_L1));
    QCOMPARE(paper.authors, authorLine(source.value("authors"_L1).toString()).names);
    QCOMPARE(paper.categories.join(u' '), sourceText(source, "categories"_L1));
    for (const auto &[time, key] :
         {std::pair(paper.submitted, "v1"_L1), std::pair(paper.updated, "current"_L1)}) {
        const QDateTime known = QDateTime::fromString(sourceText(source, key), Qt::ISODate).toUTC();
        const bool isDay = time.time() == QTime(0, 0);
        QVERIFY(!time.isValid() || (isDay ? time.date() == known.date() : time == known));
    }
}

QByteArray answer(const QByteArray &content)
{
    return "<OAI-PMH xmlns='http://www.openarchives.org/OAI/2.0/'>"
           "<responseDate>2025-12-09T06:00:00Z</responseDate><request>http://x</request>" +
           content + "</OAI-PMH>";
}

QByteArray header(const QByteArray &id, const QByteArray &more = {})
{
    return "<header><identifier>oai:arXiv.org:" + id + "</identifier><datestamp>2025-12-09</datestamp>" +
           more + "</header>";
}

QByteArray listed(const QByteArray &records)
{
    return answer("<ListRecords>" + records + "</ListRecords>");
}

/** `format` is the name of one of arXiv's own. */
QByteArray record(const QByteArray &format, const QByteArray &content, const QByteArray &schema = {})
{
    return "<record>" + header("2512.07834") + "<metadata><" + format + " xmlns='http://arxiv.org/OAI/" +
           format + "/' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:schemaLocation='" +
           "http://arxiv.org/OAI/" + format + "/ " + schema + "'>" + content + "</" + format +
           "></metadata></record>";
}

QByteArray version(const QByteArray &label, const QByteArray &content)
{
    return "<version version='" + label + "'>" + content + "</version>";
}

QString dates(const PaperDetails &paper)
{
    return paper.submitted.toString(Qt::ISODate) + u'|' + paper.updated.toString(Qt::ISODate);
}

} // namespace

class TestArxivOai : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyRecordedAnswer_data()
    {
        REQUIRE_SHARED_DATA(u"oai"_s);
        QTest::addColumn<QString>("file");
        for (const auto &folder : {u"generated"_s, u"recorded-new"_s, u"recorded-old"_s}) {
            for (const QString &name :
                 QDir(sharedData(u"oai/"_s + folder)).entryList({u"*.xml"_s, u"*.xml.gz"_s})) {
                QTest::newRow(qPrintable(folder + u' ' + name)) << folder + u'/' + name;
            }
        }
    }

    void everyRecordedAnswer()
    {
        QFETCH(QString, file);
        const auto page = recorded(file);
        const bool isRefusal = file.contains(u"error-"_s) && !file.contains(u"noRecordsMatch"_s);
        QVERIFY2(page.has_value() != isRefusal, page ? "" : qPrintable(sentence(page.error())));
        if (isRefusal) {
            return; // see refusals()
        }
        QStringList records = QString::fromUtf8(recordedBytes(file)).split(u"<record>"_s);
        records.removeFirst();
        if (file.contains(u"ListIdentifiers"_s)) {
            records = QString::fromUtf8(recordedBytes(file)).split(u"<header>"_s);
            records.removeFirst();
        }
        QCOMPARE(page->records.size(), records.size());
        for (qsizetype i = 0; i < records.size(); ++i) {
            const OaiRecord &record = page->records.at(i);
            const bool isDublinCore = isMetadata(records.at(i), u"oai_dc:dc"_s);
            QCOMPARE(told(record, isDublinCore), toldBy(records.at(i)));
            QCOMPARE(record.versions.size(), records.at(i).count(u"<version version"_s));
            QCOMPARE(record.license, between(records.at(i), u"license"_s).value(0));
            if (!file.contains(u"ListIdentifiers"_s)) {
                QVERIFY2(!record.details.authors.isEmpty() && !record.details.categories.isEmpty(),
                         qPrintable(textOf(record.details)));
            }
            QVERIFY(!record.details.submitted.isValid() || !record.details.updated.isValid() ||
                    record.details.submitted <= record.details.updated);
        }
        QCOMPARE(page->unidentified, QStringList());
        const bool isOnItsOwn = file.contains(u"adsabs-record"_s);
        QCOMPARE(page->responded.isValid(), !isOnItsOwn);
    }

    void thePagesOfTheOldServer_data()
    {
        REQUIRE_SHARED_DATA(u"oai/recorded-old"_s);
        QTest::addColumn<QString>("file");
        QTest::addColumn<int>("records");
        QTest::addColumn<int>("cursor");
        QTest::addColumn<int>("all");
        QTest::addColumn<QString>("token");
        QTest::newRow("first") << u"arxiv"_s << 1000 << 0 << 102133 << u"1114880|1001"_s;
        QTest::newRow("1") << u"1"_s << 1000 << 0 << 102538 << u"1122234|1001"_s;
        QTest::newRow("7") << u"7"_s << 1000 << 6000 << 102538 << u"1122234|7001"_s;
        QTest::newRow("50") << u"50"_s << 1000 << 49000 << 102538 << u"1122234|50001"_s;
        QTest::newRow("88") << u"88"_s << 1000 << 87000 << 102538 << u"1122234|88001"_s;
        QTest::newRow("last") << u"103"_s << 538 << 102000 << 102538 << QString();
    }

    void thePagesOfTheOldServer()
    {
        QFETCH(QString, file);
        const auto page = recorded(u"recorded-old/shishir167-ListRecords-arXiv-%1.xml.gz"_s.arg(file));
        QVERIFY(page);
        QTEST(int(page->records.size()), "records");
        QTEST(page->cursor.value_or(-1), "cursor");
        QTEST(page->completeListSize.value_or(-1), "all");
        QTEST(page->token, "token");
        QVERIFY(!page->tokenExpires.isValid());
        const bool isLast = page->token.isNull();
        QCOMPARE(*page->cursor + page->records.size() == *page->completeListSize, isLast);
        for (const OaiRecord &record : page->records) { // its days are New York's
            QVERIFY2(!record.details.submitted.isValid() && !record.details.updated.isValid() &&
                         record.details.version == 0,
                     qPrintable(textOf(record.details)));
        }
    }

    void pagesFollowOneAnother()
    {
        REQUIRE_SHARED_DATA(u"oai/generated"_s);
        const auto first = recorded(u"generated/ListRecords-arXivRaw-page1.xml"_s);
        const auto last = recorded(u"generated/ListRecords-arXivRaw-page2-last.xml"_s);
        QVERIFY(first && last);
        QCOMPARE(first->token,
                 u"verb%3DListRecords%26metadataPrefix%3DarXivRaw%26from%3D2025-12-08%26skip%3D200"_s);
        QCOMPARE(first->tokenExpires, QDateTime({2025, 12, 10}, {0, 0}, Qt::UTC));
        QCOMPARE(first->responded, QDateTime({2025, 12, 9}, {6, 0}, Qt::UTC));
        QVERIFY(!first->cursor && !first->completeListSize);
        QVERIFY(last->token.isNull() && !last->tokenExpires.isValid());
        QCOMPARE(first->records.size(), 200);
        QCOMPARE(last->records.size(), 120);
        QVERIFY2(byId(*first).size() + byId(*last).size() == 320, "each record stands once");
        const auto identifiers = recorded(u"generated/ListIdentifiers-arXiv.xml"_s);
        QVERIFY(identifiers && !identifiers->records.isEmpty());
        for (const OaiRecord &record : identifiers->records) {
            const auto raw =
                byId(*first).value(record.details.id, byId(*last).value(record.details.id, record));
            QCOMPARE(record.datestamp, raw.datestamp);
            for (const QString &set : record.sets) { // without those of aliases
                QVERIFY2(raw.sets.contains(set), qPrintable(set));
            }
            QCOMPARE(record.details, namedOnly(record.details.id));
        }
    }

    void refusals_data()
    {
        REQUIRE_SHARED_DATA(u"oai/generated"_s);
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("words"); ///< the last ones
        const auto row = [](const QString &file, const QString &words) {
            QTest::newRow(qPrintable(file)) << file << words;
        };
        row(u"badArgument-date"_s, u"Reason: from date format must be YYYY-MM-DD"_s);
        row(u"badArgument-set"_s, u"Reason: Set does not exist"_s);
        row(u"badArgument-until-too-late"_s, u"Reason: until date too late"_s);
        row(u"badResumptionToken"_s, u"Reason: Token decoding failed or format is invalid."_s);
        row(u"badVerb"_s, u"Reason: Invalid verb provided"_s);
        row(u"cannotDisseminateFormat"_s, u"Reason: Did not recognize requested format"_s);
        row(u"idDoesNotExist"_s, u"Reason: Nothing found for this ID"_s);
    }

    void refusals()
    {
        QFETCH(QString, code);
        QFETCH(QString, words);
        const auto page = recorded(u"generated/error-%1.xml"_s.arg(code));
        QVERIFY(!page);
        QCOMPARE(page.error().kind, ErrorKind::Rejected);
        QCOMPARE(page.error().where, host);
        QVERIFY2(page.error().what.startsWith(code.section(u'-', 0, 0) + u": "_s),
                 qPrintable(page.error().what));
        QVERIFY2(page.error().what.endsWith(words), qPrintable(page.error().what));
        QCOMPARE(isTokenRefused(page.error()), code == u"badResumptionToken"_s);
    }

    void whereNothingMatchesThePageIsEmpty()
    {
        REQUIRE_SHARED_DATA(u"oai/generated"_s);
        const auto page = recorded(u"generated/error-noRecordsMatch.xml"_s);
        QVERIFY(page);
        OaiPage expected;
        expected.responded = QDateTime({2025, 12, 9}, {6, 0}, Qt::UTC);
        QVERIFY(*page == expected);
        QVERIFY(!parseArxivOai(
            answer("<error code='noRecordsMatch'>none</error><error code='badArgument'>x</error>")));
    }

    void whatTheServerSaysOfItself()
    {
        REQUIRE_SHARED_DATA(u"oai/generated"_s);
        const auto self = recorded(u"generated/Identify.xml"_s);
        QVERIFY(self);
        QCOMPARE(self->earliest, QDate(2005, 9, 16));
        QCOMPARE(self->granularity, u"YYYY-MM-DD"_s);
        const auto formats = recorded(u"generated/ListMetadataFormats.xml"_s);
        QVERIFY(formats);
        QCOMPARE(formats->metadataFormats, u"oai_dc arXiv arXivOld arXivRaw"_s.split(u' '));
        const auto sets = recorded(u"generated/ListSets.xml"_s);
        QVERIFY(sets);
        QCOMPARE(sets->setSpecs,
                 between(QString::fromUtf8(recordedBytes(u"generated/ListSets.xml"_s)), u"setSpec"_s));
        for (const auto &set : {u"cs"_s, u"cs:cs:CV"_s, u"physics:hep-th"_s, u"physics:astro-ph:GA"_s}) {
            QVERIFY2(sets->setSpecs.contains(set), qPrintable(set));
        }
    }

    /** The server tells of the same papers in four ways. */
    void theFormatsTellTheSame()
    {
        REQUIRE_SHARED_DATA(u"oai/generated"_s);
        for (const auto &id : {u"0907.2974"_s, u"1011.4708"_s, u"1101.0600"_s, u"1102.0539"_s,
                               u"chao-dyn_9510015"_s, u"cond-mat_0501593"_s}) {
            const auto raw = recorded(u"generated/GetRecord-arXivRaw-%1.xml"_s.arg(id));
            QVERIFY(raw && raw->records.size() == 1);
            const PaperDetails &paper = raw->records.first().details;
            QVERIFY(paper.version > 0 && paper.submitted.isValid() && paper.updated.isValid());
            for (const auto &format : {u"arXiv"_s, u"arXivOld"_s, u"oai_dc"_s}) {
                const auto other = recorded(u"generated/GetRecord-%1-%2.xml"_s.arg(format, id));
                QVERIFY(other && other->records.size() == 1);
                compareWithRaw(raw->records.first(), other->records.first());
                QVERIFY2(!QTest::currentTestFailed(), qPrintable(format + u' ' + id));
                PaperDetails merged = paper;
                merge(merged, other->records.first().details);
                QCOMPARE(merged.authors, paper.authors);
                QCOMPARE(merged.submitted, paper.submitted);
            }
        }
    }

    void theListsTellTheSame()
    {
        REQUIRE_SHARED_DATA(u"oai/generated"_s);
        const auto first = recorded(u"generated/ListRecords-arXivRaw-page1.xml"_s);
        const auto last = recorded(u"generated/ListRecords-arXivRaw-page2-last.xml"_s);
        QVERIFY(first && last);
        QHash<PaperId, OaiRecord> raw = byId(*first);
        raw.insert(byId(*last));
        int compared = 0;
        for (const auto &file : {u"ListRecords-arXiv-nopaging"_s, u"ListRecords-oai_dc"_s}) {
            const auto page = recorded(u"generated/%1.xml"_s.arg(file));
            QVERIFY(page && page->token.isNull());
            for (const OaiRecord &record : page->records) {
                if (raw.contains(record.details.id)) {
                    compareWithRaw(*raw.constFind(record.details.id), record);
                    QVERIFY2(!QTest::currentTestFailed(),
                             qPrintable(file + u' ' + record.details.id.value()));
                    ++compared;
                }
            }
        }
        QCOMPARE(compared, 9);
    }

    /** The same papers out of their source files, as another program of arXiv reads them. */
    void papersAsInTheirSourceFiles()
    {
        REQUIRE_SHARED_DATA(u"bibtex/expected-bibtex-and-authors.jsonl"_s);
        REQUIRE_SHARED_DATA(u"oai"_s);
        QHash<PaperId, QJsonObject> golden;
        for (const QByteArray &json :
             sharedBytes(u"bibtex/expected-bibtex-and-authors.jsonl"_s).trimmed().split('\n')) {
            const QJsonObject paper = QJsonDocument::fromJson(json).object();
            golden.insert(*PaperId::parse(paper.value("arxiv_id"_L1).toString()), paper);
        }
        int compared = 0;
        for (const auto &folder : {u"oai/generated/"_s, u"oai/recorded-new/"_s, u"oai/recorded-old/"_s}) {
            for (const QString &name : QDir(sharedData(folder)).entryList({u"*Record*"_s, u"*record*"_s})) {
                const auto page = recorded(folder.section(u'/', 1) + name);
                for (const OaiRecord &record : page ? page->records : QList<OaiRecord>()) {
                    const auto source = golden.constFind(record.details.id);
                    if (source != golden.cend() && isOfVersion(record.details, *source)) {
                        ++compared;
                        compareWithSource(record.details, *source);
                        QVERIFY2(!QTest::currentTestFailed(), qPrintable(textOf(record.details)));
                    }
                }
            }
        }
        QCOMPARE(compared, 69);
    }

    void withdrawnVersions()
    {
        const auto page = parseArxivOai(listed(record(
            "arXivRaw", version("v1", "<date>Mon, 8 Dec 2025 18:59:59 GMT</date><size>12kb</size>"
                                      "<source_type>SD</source_type>") +
                            version("v2", "<date>Tue, 09 Dec 2025 01:02:03 GMT</date><size>0kb</size>") +
                            version("v3", "<size>4kb</size><source_type>I</source_type>") +
                            version("v4", "<date>yesterday</date><size>many</size>") + version("latest", "") +
                            version("v10", "<date>Wed, 31 Feb 2026 00:00:00 GMT</date>"))));
        QVERIFY(page && page->records.size() == 1);
        const OaiRecord &record = page->records.first();
        QStringList lines;
        for (const OaiVersion &version : record.versions) {
            lines += u"v%1 %2 %3 %4%5"_s.arg(QString::number(version.number),
                                             version.submitted.toString(Qt::ISODate),
                                             QString::number(version.kilobytes), version.sourceType,
                                             version.isWithdrawn() ? u" withdrawn"_s : QString());
        }
        QCOMPARE(lines.join(u'\n'), u"v1 2025-12-08T18:59:59Z 12 SD\n"
                                    "v2 2025-12-09T01:02:03Z 0  withdrawn\n"
                                    "v3  4 I withdrawn\n"
                                    "v4  -1 \n"
                                    "v10  -1 "_s);
        QCOMPARE(record.details.version, 10);
        QCOMPARE(dates(record.details), u"2025-12-08T18:59:59Z|"_s); // of v10 it is not known
    }

    /** What `created` means depends on the server; the days of the old one are New York's. */
    void whenItWasCreated()
    {
        const QByteArray content = "<created>2023-01-02</created><updated>2024-03-04</updated>";
        const auto datesBy = [&content](const QByteArray &schema) {
            const auto page = parseArxivOai(listed(record("arXiv", content, schema)));
            return page && page->records.size() == 1 ? dates(page->records.first().details) : u"none"_s;
        };
        QCOMPARE(datesBy("http://arxiv.org/OAI/arXiv.xsd"), u"|"_s);
        QCOMPARE(datesBy("https://oaipmh.arxiv.org/OAI/arXiv.xsd"), u"|2023-01-02T00:00:00Z"_s);
        QCOMPARE(datesBy("https://mirror.example/arXiv.xsd"), u"|"_s);
    }

    void aPaperInFormatArxiv()
    {
        const auto page = parseArxivOai(listed(record(
            "arXiv",
            "<id>2512.07834</id><authors><author><keyname>Brown</keyname><forenames>Bob\n B.</forenames>"
            "<suffix>Jr.</suffix><affiliation>Here</affiliation></author><author><keyname>:</keyname>"
            "</author><author><keyname>L{é}a</keyname></author><author/></authors>"
            "<title>A\n  title</title><categories>cs.CV  math.MP cs.CV</categories>"
            "<comments>5 pages</comments><proxy>ccsd</proxy><report-no>R1</report-no>"
            "<msc-class>53D10</msc-class><acm-class>53D10</acm-class><doi>10.1/a 10.2/b</doi>"
            "<novelty><x>y</x></novelty><license>http://l/</license>"
            "<abstract>  One,\nstill one.\n  Two.\n</abstract>")));
        QVERIFY(page);
        QCOMPARE(textOf(page->records.first().details), u"arxiv:2512.07834\n"
                                                        "  title: A title\n"
                                                        "  abstract: One, still one.⏎⏎Two.\n"
                                                        "  authors: Bob B. Brown Jr.; Léa\n"
                                                        "  categories: cs.CV; math.MP\n"
                                                        "  comment: 5 pages\n"
                                                        "  doi: 10.1/a 10.2/b"_s);
        QCOMPARE(page->records.first().license, u"http://l/"_s);
    }

    /** The names of categories are told apart by the sets, or by what stands before them. */
    void aPaperInDublinCore_data()
    {
        QTest::addColumn<QByteArray>("sets");
        QTest::addColumn<QByteArray>("subjects");
        QTest::addColumn<QString>("categories");
        const auto row = [](const QByteArray &sets, const QByteArray &subjects, const QString &categories) {
            QTest::newRow(QByteArray(sets + '/' + subjects).constData()) << sets << subjects << categories;
        };
        row("cs:cs:CV", "Computer Vision and Pattern Recognition", u"cs.CV"_s);
        row("stat:stat:ML", "Machine Learning", u"stat.ML"_s);
        row("stat:stat:ML cs:cs:LG", "Machine Learning;Machine Learning", u"stat.ML cs.LG"_s);
        row("", "Machine Learning", u"cs.LG"_s);
        row("cs stat", "Statistics - Machine Learning;Computer Science - Machine Learning",
            u"stat.ML cs.LG"_s);
        row("physics:math-ph math:math:MP", "Mathematical Physics;Mathematical Physics",
            u"math-ph math.MP"_s);
        row("", "Mathematical Physics;53D10, 53D15;I.2.6", u"math-ph"_s);
        row("physics:hep-th", "High Energy Physics - Theory", u"hep-th"_s);
        row("physics:cond-mat", "Condensed Matter - Superconductivity", u"cond-mat.supr-con"_s);
        row("physics:physics", "Physics - Optics", u"physics.optics"_s);
    }

    void aPaperInDublinCore()
    {
        QFETCH(QByteArray, sets);
        QFETCH(QByteArray, subjects);
        QFETCH(QString, categories);
        QByteArray specs;
        for (const QByteArray &set : sets.isEmpty() ? QByteArrayList() : sets.split(' ')) {
            specs += "<setSpec>" + set + "</setSpec>";
        }
        QByteArray elements;
        for (const QByteArray &subject : subjects.split(';')) {
            elements += "<subject>" + subject + "</subject>";
        }
        const auto page = parseArxivOai(
            listed("<record>" + header("2512.07834", specs) +
                   "<metadata><o:dc xmlns:o='http://www.openarchives.org/OAI/2.0/oai_dc/' "
                   "xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:schemaLocation="
                   "'http://www.openarchives.org/OAI/2.0/oai_dc/ "
                   "https://www.openarchives.org/OAI/2.0/oai_dc.xsd' "
                   "xmlns='http://purl.org/dc/elements/1.1/'><title>A title</title>"
                   "<creator>Brown Jr., Bob</creator><creator>X Collaboration</creator><creator/>" +
                   elements +
                   "<description>An abstract</description><description>Comment: 5 pages</description>"
                   "<date>2025-12-08</date><date>2025-12-09</date><type>text</type>"
                   "<identifier>http://arxiv.org/abs/2512.07834</identifier>"
                   "<identifier>J. Test 1, http://j.example/1</identifier>"
                   "<identifier>doi:10.1/a</identifier></o:dc></metadata></record>"));
        QVERIFY(page);
        QCOMPARE(textOf(page->records.first().details),
                 u"arxiv:2512.07834\n"
                 "  title: A title\n"
                 "  abstract: An abstract\n"
                 "  authors: Bob Brown Jr.; X Collaboration\n"
                 "  categories: %1\n"
                 "  submitted: 2025-12-08T00:00:00.000Z\n"
                 "  updated: 2025-12-09T00:00:00.000Z\n"
                 "  comment: 5 pages\n"
                 "  journal: J. Test 1, http://j.example/1\n"
                 "  doi: 10.1/a"_s.arg(QString(categories).replace(u' ', u"; "_s)));
    }

    void deletedAndUnidentifiedRecords()
    {
        QByteArray deleted = header("2512.07834");
        deleted.replace("<header>", "<header status='deleted'>");
        const auto page = parseArxivOai(
            listed("<record>" + deleted + "</record><record>" + header("no id") + "</record><record/>" +
                   "<record><header><identifier>oai:other:2512.07834</identifier></header></record>" +
                   "<record>" + header("10.1101/2024.10.23.619800") + "</record>"));
        QVERIFY(page);
        QCOMPARE(page->records.size(), 1);
        QVERIFY(page->records.first().isDeleted);
        QCOMPARE(page->records.first().details, namedOnly(*PaperId::parse(u"2512.07834"_s)));
        QCOMPARE(page->unidentified,
                 (QStringList{u"oai:arXiv.org:no id"_s, QString(), u"oai:other:2512.07834"_s,
                              u"oai:arXiv.org:10.1101/2024.10.23.619800"_s}));
    }

    void whatIsNoAnswer_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("kind");
        const auto row = [](const char *name, const QByteArray &bytes, ErrorKind kind) {
            QTest::newRow(name) << bytes << int(kind);
        };
        row("a login page", "<html><body>Log in</body></html>", ErrorKind::BadAnswer);
        row("words", "Rate exceeded.", ErrorKind::BadAnswer);
        row("nothing", "", ErrorKind::BadAnswer);
        row("a document type", "<!DOCTYPE x><OAI-PMH/>", ErrorKind::BadAnswer);
        row("without an answer", answer(""), ErrorKind::BadAnswer);
        row("another verb", answer("<ListAll/>"), ErrorKind::BadAnswer);
        row("of another namespace", "<OAI-PMH xmlns='x'><ListRecords/></OAI-PMH>", ErrorKind::BadAnswer);
        row("a format that was not asked for", listed(record("arXivNew", "<id>1</id>")),
            ErrorKind::BadAnswer);
        row("elements in a title", listed(record("arXivRaw", "<title>a<b/></title>")), ErrorKind::BadAnswer);
        row("two answers", listed("") + listed(""), ErrorKind::BadAnswer);
        row("an error without words", answer("<error code='badVerb'/>"), ErrorKind::Rejected);
        row("half an answer", listed("").chopped(5), ErrorKind::Incomplete);
    }

    void whatIsNoAnswer()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, kind);
        const auto page = parseArxivOai(bytes, host);
        QVERIFY(!page);
        QCOMPARE(int(page.error().kind), kind);
        QVERIFY(kind == int(ErrorKind::Incomplete) || !page.error().what.isEmpty());
        QCOMPARE(page.error().where, host);
        QVERIFY(!isTokenRefused(page.error()));
    }

    /** Wherever an answer is cut off, that is told. */
    void everyCutIsTold()
    {
        REQUIRE_SHARED_DATA(u"oai"_s);
        for (const auto &[file, step] :
             {std::pair(u"generated/GetRecord-arXivRaw-1101.0600.xml"_s, 1),
              std::pair(u"generated/error-noRecordsMatch.xml"_s, 1),
              std::pair(u"recorded-old/adsabs-record-oai_dc-1711_04702.xml"_s, 1),
              std::pair(u"generated/ListRecords-arXivRaw-page2-last.xml"_s, 1999),
              std::pair(u"recorded-old/shishir167-ListRecords-arXiv-103.xml.gz"_s, 19999)}) {
            const QByteArray whole = recordedBytes(file).trimmed();
            QVERIFY(parseArxivOai(whole));
            for (qsizetype size = 0; size < whole.size(); size += step) {
                const auto page = parseArxivOai(whole.first(size));
                QVERIFY2(!page, qPrintable(QString::number(size)));
                QVERIFY2(size < 60 || page.error().kind == ErrorKind::Incomplete,
                         qPrintable(u"%1: %2"_s.arg(size).arg(page.error().what)));
            }
        }
    }

    /** Bytes changed, left out and doubled at random places: an answer or one clear error, whatever comes. */
    void whatIsDamagedIsReadOrRefused()
    {
        REQUIRE_SHARED_DATA(u"oai/generated"_s);
        const QByteArray whole = recordedBytes(u"generated/GetRecord-arXivRaw-0907.2974.xml"_s);
        QRandomGenerator random(2512);
        int refused = 0;
        for (int round = 0; round < 3000; ++round) {
            const QByteArray bytes = damaged(whole, random, 40);
            const auto page = parseArxivOai(bytes, host);
            refused += page ? 0 : 1;
            QVERIFY2(page ? page->records.size() + page->unidentified.size() <= 2
                          : sentence(page.error()).contains(host),
                     bytes.constData());
        }
        QVERIFY(refused > 500 && refused < 3000);
    }

private:
    static QString oneLineOrNull(const QString &text)
    {
        return text.isEmpty() ? QString() : text.simplified();
    }
};

QTEST_GUILESS_MAIN(TestArxivOai)
#include "tst_arxivoai.moc"
