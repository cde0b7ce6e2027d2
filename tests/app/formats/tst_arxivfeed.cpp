// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/formats/arxivfeed.h"

#include "app/base/sentence.h"
#include "app/formats/arxivtext.h"
#include "app/text/latex.h"
#include "tests/support/damage.h"
#include "tests/support/dayfiletext.h"
#include "tests/support/shareddata.h"

#include <QtTest>

using namespace paperdawn;
using namespace paperdawn::test;
using namespace Qt::StringLiterals;

namespace {

Result<ArxivFeed> recorded(const QString &file)
{
    return parseArxivFeed(sharedBytes(u"rss/"_s + file), u"rss.arxiv.org"_s);
}

QStringList found(const QString &text, const QString &form)
{
    QStringList matches;
    const QRegularExpression expression(form, QRegularExpression::DotMatchesEverythingOption);
    for (auto it = expression.globalMatch(text); it.hasNext();) {
        QString match = it.next().captured(1);
        match.replace(u"&lt;"_s, u"<"_s).replace(u"&gt;"_s, u">"_s).replace(u"&quot;"_s, u"\""_s);
        matches += match.replace(u"&amp;"_s, u"&"_s).simplified();
    }
    return matches;
}

/** An item as it stands, told by other means: one fact a line. */
QString toldBy(const QString &item)
{
    const auto of = [&item](const QString &tags) {
        return found(item, u"<(?:%1)(?: [^>]*)?>(.*?)</"_s.arg(tags)).join(u' ');
    };
    return QStringList{found(item, u">oai:arXiv.org:([^<]*)<"_s).value(0),
                       of(u"title"_s),
                       of(u"summary|description"_s).section(u"Abstract: "_s, 1),
                       found(item, u"<category(?: term=\"|>)([^<\"]*)"_s).join(u' '),
                       of(u"arxiv:DOI"_s),
                       of(u"arxiv:journal_reference"_s),
                       of(u"arxiv:announce_type"_s)}
        .join(u'\n');
}

QString authorsBy(const QString &item)
{
    QString names = found(item, u"<dc:creator>(.*?)</"_s).value(0);
    static const QRegularExpression innermost(u" ?\\([^()]*\\)"_s);
    while (names.contains(innermost)) {
        names.remove(innermost);
    }
    return texToUnicode(names).remove(u'{').remove(u'}');
}

QString told(const DayPaper &paper)
{
    static const QHash<Kind, QString> types = {{Kind::New, u"new"_s},
                                               {Kind::Cross, u"cross"_s},
                                               {Kind::Replaced, u"replace"_s},
                                               {Kind::ReplacedCross, u"replace-cross"_s}};
    const PaperDetails &details = paper.details;
    return QStringList{u"%1v%2"_s.arg(details.id.value()).arg(details.version),
                       details.title,
                       details.abstract.simplified(),
                       details.categories.join(u' '),
                       details.doi,
                       details.journalRef,
                       types.value(paper.kind)}
        .join(u'\n');
}

QByteArray rss(const QByteArray &items, const QByteArray &title = "cs.CV updates on arXiv.org")
{
    return "<rss xmlns:arxiv='http://arxiv.org/schemas/atom' xmlns:dc='http://purl.org/dc/elements/1.1/' "
           "version='2.0'><channel><title>" +
           title +
           "</title><description>Words.</description>"
           "<lastBuildDate>Tue, 09 Dec 2025 05:00:01 +0000</lastBuildDate>"
           "<pubDate>Tue, 09 Dec 2025 00:00:00 -0500</pubDate>" +
           items + "</channel></rss>";
}

QByteArray item(const QByteArray &id, const QByteArray &more)
{
    return "<item><guid isPermaLink='false'>oai:arXiv.org:" + id + "</guid>" + more + "</item>";
}

QByteArray rdfItem(const QByteArray &title)
{
    return "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' "
           "xmlns='http://purl.org/rss/1.0/' "
           "xmlns:dc='http://purl.org/dc/elements/1.1/'><channel><title>cs.CV updates on arXiv.org</title>"
           "<dc:date>2018-05-23T20:30:00-05:00</dc:date></channel><item><title>" +
           title + "</title></item></rdf:RDF>";
}

QString textOf(const DayPaper &paper)
{
    return kindKey(paper.kind) + u": "_s + test::textOf(paper.details);
}

} // namespace

class TestArxivFeed : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyRecordedFeed_data()
    {
        REQUIRE_SHARED_DATA(u"rss"_s);
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("lists");
        QTest::addColumn<QDate>("day");
        QTest::addColumn<QString>("kinds"); // new, cross, replaced, replaced-cross
        const auto row = [](const QString &file, const QString &lists, QDate day, const QString &kinds) {
            QTest::newRow(qPrintable(file)) << file << lists << day << kinds;
        };
        const QDate day(2025, 12, 9);
        for (const auto &form : {u".rss.xml"_s, u".atom.xml"_s}) {
            row(u"generated/astro-ph"_s + form, u"astro-ph"_s, day, u"40 3 12 4"_s);
            row(u"generated/math"_s + form, u"math"_s, day, u"34 9 10 6"_s);
            row(u"generated/cs.CV+hep-th"_s + form, u"cs.CV hep-th"_s, day, u"5 0 8 6"_s);
            row(u"generated/empty-cs.CV"_s + form, u"cs.CV"_s, day, u"0 0 0 0"_s);
        }
        row(u"recorded/Smensink-atom-cs-2025-11-23-EMPTY-SUNDAY.xml"_s, u"cs"_s, {2025, 11, 23},
            u"0 0 0 0"_s);
        row(u"recorded/TideDra-atom-cs.AI-2025-08-20-7entries.xml"_s, u"cs.AI"_s, {2025, 8, 20},
            u"2 5 0 0"_s);
    }

    /** Against what the items say by other means, and against the rule by which arXiv gives the types. */
    void everyRecordedFeed()
    {
        QFETCH(QString, file);
        QFETCH(QString, lists);
        QFETCH(QDate, day);
        QFETCH(QString, kinds);
        const auto feed = recorded(file);
        QVERIFY2(feed, feed ? "" : qPrintable(sentence(feed.error())));
        QCOMPARE(feed->lists.join(u' '), lists);
        QCOMPARE(feed->day, day);
        QCOMPARE(feed->built.toString(u"yyyy-MM-dd hh:mm"_s).left(15), // 04:00 or 05:00, UTC
                 day.toString(Qt::ISODate) + (day.month() == 8 ? u" 04:0"_s : u" 05:0"_s));
        QVERIFY(!feed->isCut && feed->unidentified.isEmpty());

        QStringList items =
            QString::fromUtf8(sharedBytes(u"rss/"_s + file)).split(QRegularExpression(u"<(?:item|entry)>"_s));
        items.removeFirst();
        QCOMPARE(feed->papers.size(), items.size());
        QMap<Kind, int> counts;
        Kind before = Kind::New;
        for (qsizetype i = 0; i < items.size(); ++i) {
            const DayPaper &paper = feed->papers[i];
            QCOMPARE(told(paper), toldBy(items[i]));
            QVERIFY(paper.details.authorsComplete);
            QCOMPARE(paper.details.authors.join(u", "_s), authorsBy(items[i]));
            const bool isOwn =
                std::any_of(feed->lists.begin(), feed->lists.end(), [&paper](const QString &list) {
                    return isOwnCategory(paper.details.categories.first(), list);
                });
            // the day was invented, and took no cs.IT for math.IT; arXiv's code does (database.py)
            QCOMPARE(paper.kind == Kind::New || paper.kind == Kind::Replaced,
                     isOwn && paper.details.categories.first() != "cs.IT"_L1);
            QVERIFY(paper.kind >= before || file.startsWith("recorded"_L1)); // trimmed by its author
            before = paper.kind;
            ++counts[paper.kind];
        }
        QCOMPARE(u"%1 %2 %3 %4"_s.arg(counts[Kind::New])
                     .arg(counts[Kind::Cross])
                     .arg(counts[Kind::Replaced])
                     .arg(counts[Kind::ReplacedCross]),
                 kinds);
    }

    void bothDialectsTellTheSame()
    {
        REQUIRE_SHARED_DATA(u"rss/generated"_s);
        for (const auto &name : {u"astro-ph"_s, u"math"_s, u"cs.CV+hep-th"_s, u"empty-cs.CV"_s}) {
            const auto rss = recorded(u"generated/%1.rss.xml"_s.arg(name));
            const auto atom = recorded(u"generated/%1.atom.xml"_s.arg(name));
            QVERIFY(rss && atom);
            QCOMPARE(*rss, *atom);
        }
    }

    void theOldDialect()
    {
        REQUIRE_SHARED_DATA(u"rss/recorded"_s);
        const auto feed = recorded(u"recorded/physBiblio-rss10-rdf-hep-ex-2018-05-23-3items.xml"_s);
        QVERIFY2(feed, feed ? "" : qPrintable(sentence(feed.error())));
        QCOMPARE(feed->lists, QStringList(u"hep-ex"_s));
        QCOMPARE(feed->built, QDateTime({2018, 5, 24}, {1, 30}, Qt::UTC));
        QCOMPARE(feed->day, QDate(2018, 5, 24)); // announced in the evening before
        QCOMPARE(feed->papers.size(), 3);
        QCOMPARE(textOf(feed->papers[0]).section(u" of $"_s, 0, 0),
                 u"new: arxiv:1805.08875v1\n"
                 "  title: Measurement of Transverse Single Spin Asymmetries\n"
                 "  abstract: In 2015 the first collisions between polarized protons and nuclei occurred at "
                 "the Relativistic Heavy Ion Collider (RHIC), at a center-of-mass energy"_s);
        QVERIFY(feed->papers[0].details.abstract.contains(u"range of $2.6<\\eta<4$. Within this"_s));
        QCOMPARE(feed->papers[0].details.authors, QStringList(u"Christopher Dilks"_s));
        QCOMPARE(textOf(feed->papers[1]), u"cross: arxiv:1805.09166v1\n"
                                          "  title: Recent Top quark results from the Tevatron\n"
                                          "  abstract: We present recent measurements\n"
                                          "  authors: Boris Tuchming\n"
                                          "  categories: hep-ex"_s);
        QCOMPARE(kindKey(feed->papers[2].kind), u"replaced-cross"_s);
        QCOMPARE(feed->papers[2].details.version, 2);
        QCOMPARE(feed->papers[2].details.categories, QStringList(u"nucl-th"_s));
        QCOMPARE(feed->papers[2].details.authors.join(u"; "_s),
                 u"Shu-Sheng Xu; Zhu-Fang Cui; Lei Chang; Joannis Papavassiliou; Craig D. Roberts; "
                 "Hong-Shi Zong"_s);
    }

    void oldTitles_data()
    {
        QTest::addColumn<QByteArray>("written");
        QTest::addColumn<QString>("paper");
        const auto row = [](const QByteArray &written, const QString &paper) {
            QTest::newRow(written) << written << paper;
        };
        row("A title. (arXiv:1805.00001v1 [cs.CV])", u"new 1805.00001 cs.CV A title"_s);
        row("A title? (arXiv:1805.00001v2 [cs.CV] UPDATED)", u"replaced 1805.00001 cs.CV A title?"_s);
        row("Why (arXiv:x)?. (arXiv:1805.00001v2 [cs.AI] UPDATED)",
            u"replaced-cross 1805.00001 cs.AI Why (arXiv:x)?"_s);
        row("A. (arXiv:math/0309136v1 [math.GT] CROSS LISTED)", u"cross math/0309136 math.GT A"_s);
        row("A title.", QString());
        row("A. (arXiv:none [cs.CV])", QString());
    }

    void oldTitles()
    {
        QFETCH(QByteArray, written);
        QFETCH(QString, paper);
        const auto feed = parseArxivFeed(rdfItem(written));
        QVERIFY(feed);
        QCOMPARE(feed->unidentified.isEmpty(), !paper.isNull());
        if (!feed->papers.isEmpty()) {
            const PaperDetails &details = feed->papers[0].details;
            QCOMPARE((QStringList{kindKey(feed->papers[0].kind), details.id.value(),
                                  details.categories.join(u' '), details.title})
                         .join(u' '),
                     paper);
        }
    }

    void items()
    {
        const auto feed = parseArxivFeed(rss(
            item("math/0309136v2",
                 "<title> A $x &lt; 1$\n title</title><description>arXiv:math/0309136v2 Announce Type: "
                 "replace \n"
                 "Abstract:   One,\nAbstract: still one.\n  Two.</description><category>math.GT</category>"
                 "<category>cs.CV</category><category>57M25</category><arxiv:DOI>10.1/a 10.2/b</arxiv:DOI>"
                 "<arxiv:journal_reference>J. 1\n (2003)</arxiv:journal_reference>"
                 "<arxiv:announce_type>replace-cross</arxiv:announce_type><media:x "
                 "xmlns:media='y'><z/></media:x>"
                 "<dc:creator> X Collaboration, R. {\\O}stensen (A, B), J. Doe, Jr.</dc:creator>") +
            item("2512.07834v1", "<description>Only words.</description>"
                                 "<arxiv:announce_type>other</arxiv:announce_type>")));
        QVERIFY2(feed, feed ? "" : qPrintable(sentence(feed.error())));
        QCOMPARE(textOf(feed->papers[0]), u"replaced-cross: arxiv:math/0309136v2\n"
                                          "  title: A $x < 1$ title\n"
                                          "  abstract: One, Abstract: still one.⏎⏎Two.\n"
                                          "  authors: X Collaboration; R. Østensen; J. Doe, Jr.\n"
                                          "  categories: math.GT; cs.CV\n"
                                          "  journal: J. 1 (2003)\n"
                                          "  doi: 10.1/a 10.2/b"_s);
        QCOMPARE(textOf(feed->papers[1]), u": arxiv:2512.07834v1\n  abstract: Only words."_s);
    }

    void whatNamesNoPaperIsTold()
    {
        const auto feed = parseArxivFeed(rss(item("x y", {}) + "<item/>" + item("2512.07834v1", {})));
        QVERIFY(feed);
        QCOMPARE(feed->papers.size(), 1);
        QCOMPARE(feed->unidentified, (QStringList{u"oai:arXiv.org:x y"_s, QString()}));
    }

    void aFeedThatIsCut()
    {
        QByteArray items;
        for (int i = 1; i <= 1999; ++i) {
            items += item("2512." + QByteArray::number(i).rightJustified(5, '0'), {});
        }
        const auto nearly = parseArxivFeed(rss(items));
        QVERIFY(nearly && nearly->papers.size() == 1999 && !nearly->isCut);
        const auto cut = parseArxivFeed(rss(items + item("2512.02000", {})));
        QVERIFY(cut && cut->papers.size() == 2000 && cut->isCut);
    }

    void rejections_data()
    {
        REQUIRE_SHARED_DATA(u"rss/generated"_s);
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("words");
        const QString archive = u"Bad archive 'heplat'. Valid archive names are: astro-ph, "_s;
        QTest::newRow("RSS") << u"generated/error400-heplat.rss.xml"_s << archive;
        QTest::newRow("Atom") << u"generated/error400-heplat.atom.xml"_s << archive;
        QTest::newRow("version") << u"generated/error400-version-1.0.rss.xml"_s
                                 << u"Unsupported feed version 'RSS 1.0' requested. Valid options are: "_s;
    }

    void rejections()
    {
        QFETCH(QString, file);
        QFETCH(QString, words);
        const auto feed = recorded(file);
        QVERIFY(!feed);
        QCOMPARE(feed.error().kind, ErrorKind::Rejected);
        QVERIFY2(feed.error().what.startsWith(words), qPrintable(feed.error().what));
    }

    void whatIsNoFeed_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("kind");
        const auto bad = int(ErrorKind::BadAnswer);
        QTest::newRow("nothing") << QByteArray() << bad;
        QTest::newRow("words") << QByteArray("Rate exceeded.") << bad;
        QTest::newRow("a login page") << QByteArray("<html><body>Log in</body></html>") << bad;
        QTest::newRow("another feed") << rss({}, "News") << bad;
        QTest::newRow("without a channel") << QByteArray("<rss version='2.0'/>") << bad;
        QTest::newRow("an answer of the API")
            << QByteArray("<feed xmlns='http://www.w3.org/2005/Atom'><title>arXiv Query: x</title></feed>")
            << bad;
        QTest::newRow("two feeds") << rss({}) + rss({}) << bad;
        QTest::newRow("of no namespace")
            << QByteArray("<feed><title>cs.CV updates on arXiv.org</title></feed>") << bad;
        QTest::newRow("elements in a title") << rss(item("2512.07834v1", "<title>a<b/></title>")) << bad;
        QTest::newRow("no words of the error")
            << QByteArray("<rss><channel><title>Feed error for query: x</title></channel></rss>")
            << int(ErrorKind::Rejected);
    }

    void whatIsNoFeed()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, kind);
        const auto feed = parseArxivFeed(bytes, u"rss.arxiv.org"_s);
        QVERIFY(!feed);
        QCOMPARE(int(feed.error().kind), kind);
        QVERIFY(!feed.error().what.isEmpty());
        QCOMPARE(feed.error().where, u"rss.arxiv.org"_s);
    }

    void aTransferThatBrokeOff()
    {
        REQUIRE_SHARED_DATA(u"rss/recorded"_s);
        const auto feed = recorded(u"recorded/TideDra-atom-cs.AI-2025-08-20-87entries-TRUNCATED.xml"_s);
        QVERIFY(!feed);
        QCOMPARE(feed.error().kind, ErrorKind::Incomplete);
    }

    void everyCutIsTold()
    {
        REQUIRE_SHARED_DATA(u"rss"_s);
        for (const auto &file :
             {u"generated/cs.CV+hep-th.rss.xml"_s, u"generated/cs.CV+hep-th.atom.xml"_s,
              u"recorded/physBiblio-rss10-rdf-hep-ex-2018-05-23-3items.xml"_s, u"generated/math.rss.xml"_s,
              u"recorded/Smensink-atom-cs-2025-11-23-EMPTY-SUNDAY.xml"_s}) {
            const QByteArray whole = sharedBytes(u"rss/"_s + file).trimmed();
            QVERIFY(parseArxivFeed(whole));
            const qsizetype step = whole.size() > 10'000 ? 1024 : 1;
            for (qsizetype size = 0; size < whole.size(); size += step) {
                const auto feed = parseArxivFeed(whole.first(size));
                QVERIFY2(!feed, qPrintable(QString::number(size)));
                QVERIFY2(size < 60 || feed.error().kind == ErrorKind::Incomplete,
                         qPrintable(u"%1: %2"_s.arg(size).arg(feed.error().what)));
            }
        }
    }

    /** As on 2026-08-12: yesterday's items with today's time of building. */
    void staleBatches_data()
    {
        QTest::addColumn<QString>("today"); // ids with the first letter of their kind
        QTest::addColumn<QString>("newBefore");
        QTest::addColumn<bool>("isStale");
        QTest::newRow("the same") << u"n1 n2 c3 r4"_s << u"1 2"_s << true;
        QTest::newRow("a part of the day before") << u"n1 c3"_s << u"1 2"_s << true;
        QTest::newRow("one is new") << u"n1 n2 n5"_s << u"1 2"_s << false;
        QTest::newRow("all are new") << u"n5 n6 r1"_s << u"1 2"_s << false;
        QTest::newRow("replaced and listed again") << u"r1 c2"_s << u"1 2"_s << false;
        QTest::newRow("empty") << u""_s << u"1 2"_s << false;
        QTest::newRow("nothing known") << u"n1"_s << u""_s << false;
    }

    void staleBatches()
    {
        QFETCH(QString, today);
        QFETCH(QString, newBefore);
        QFETCH(bool, isStale);
        const auto id = [](const QString &number) {
            return *PaperId::parse(QString(u"2512.0000"_s + number));
        };
        QList<DayPaper> papers;
        for (const QString &paper : today.split(u' ', Qt::SkipEmptyParts)) {
            const QChar kind = paper.front();
            papers += DayPaper{namedOnly(id(paper.sliced(1)), 1), kind == u'n'   ? Kind::New
                                                                  : kind == u'c' ? Kind::Cross
                                                                                 : Kind::Replaced};
        }
        QSet<PaperId> known;
        for (const QString &number : newBefore.split(u' ', Qt::SkipEmptyParts)) {
            known += id(number);
        }
        QCOMPARE(isStaleBatch(papers, known), isStale);
    }

    /** Bytes changed, left out and doubled at random places: a feed or one clear error, whatever comes. */
    void whatIsDamagedIsReadOrRefused()
    {
        REQUIRE_SHARED_DATA(u"rss/recorded"_s);
        const QByteArray whole = sharedBytes(u"rss/recorded/TideDra-atom-cs.AI-2025-08-20-7entries.xml"_s);
        QRandomGenerator random(2512);
        int refused = 0;
        for (int round = 0; round < 5000; ++round) {
            const QByteArray bytes = damaged(whole, random, 40);
            const auto feed = parseArxivFeed(bytes, u"rss.arxiv.org"_s);
            refused += feed ? 0 : 1;
            QVERIFY2(feed ? feed->papers.size() + feed->unidentified.size() <= 8
                          : sentence(feed.error()).contains(u"rss.arxiv.org"_s),
                     bytes.constData());
        }
        QVERIFY(refused > 1000 && refused < 5000);
    }
};

QTEST_GUILESS_MAIN(TestArxivFeed)
#include "tst_arxivfeed.moc"
