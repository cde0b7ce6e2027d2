// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/formats/arxivatom.h"

#include "app/base/sentence.h"
#include "tests/support/damage.h"
#include "tests/support/dayfiletext.h"
#include "tests/support/markup.h"
#include "tests/support/shareddata.h"

#include <QtTest>

using namespace paperdawn;
using namespace paperdawn::test;
using namespace Qt::StringLiterals;

namespace {

QStringList termsOf(const QString &entry, const QString &tag)
{
    const QRegularExpression form(u"<%1 [^>]*?term=\"([^\"]*)\""_s.arg(tag));
    QStringList found;
    for (auto it = form.globalMatch(entry); it.hasNext();) {
        found += it.next().captured(1);
    }
    return found;
}

/** A paper as it stands in a recorded entry, told by other means: one fact a line. */
QString toldBy(const QString &entry)
{
    QStringList categories = termsOf(entry, u"arxiv:primary_category"_s) + termsOf(entry, u"category"_s);
    categories.removeDuplicates();
    categories.removeAll(u"53C"_s); // the one MSC class in the recordings
    return QStringList{between(entry, u"id"_s).join(u' ').section(u"/abs/"_s, 1),
                       between(entry, u"title"_s).join(u' '),
                       between(entry, u"summary"_s).join(u' '),
                       between(entry, u"name"_s).join(u"; "_s),
                       categories.join(u' '),
                       between(entry, u"published"_s).join(u' '),
                       between(entry, u"updated"_s).join(u' '),
                       between(entry, u"arxiv:comment"_s).join(u' '),
                       between(entry, u"arxiv:journal_ref"_s).join(u' '),
                       between(entry, u"arxiv:doi"_s).join(u' ')}
        .join(u'\n');
}

QString told(const PaperDetails &paper)
{
    return QStringList{u"%1v%2"_s.arg(paper.id.value()).arg(paper.version),
                       paper.title,
                       paper.abstract.simplified(),
                       paper.authors.join(u"; "_s),
                       paper.categories.join(u' '),
                       paper.submitted.toString(Qt::ISODate),
                       paper.updated.toString(Qt::ISODate),
                       paper.comment,
                       paper.journalRef,
                       paper.doi}
        .join(u'\n');
}

Result<AtomPage> recorded(const QString &file)
{
    return parseArxivAtom(sharedBytes(u"atom/"_s + file), u"export.arxiv.org"_s);
}

QByteArray feed(const QByteArray &entries, const QByteArray &total = "1")
{
    return "<feed xmlns='http://www.w3.org/2005/Atom' xmlns:arxiv='http://arxiv.org/schemas/atom' "
           "xmlns:o='http://a9.com/-/spec/opensearch/1.1/'><o:totalResults>" +
           total + "</o:totalResults>" + entries + "</feed>";
}

} // namespace

class TestArxivAtom : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyRecordedAnswer_data()
    {
        REQUIRE_SHARED_DATA(u"atom"_s);
        QTest::addColumn<QString>("file");
        for (const auto &folder : {u"new"_s, u"old"_s}) {
            for (const QString &name : QDir(sharedData(u"atom/"_s + folder)).entryList({u"*.xml"_s})) {
                QTest::newRow(qPrintable(folder + u' ' + name)) << folder + u'/' + name;
            }
        }
    }

    void everyRecordedAnswer()
    {
        QFETCH(QString, file);
        const auto page = recorded(file);
        if (file.endsWith("id_abc_s0_m100-2026-04-12T2259.xml"_L1)) {
            QCOMPARE(
                page.error(),
                (Error{ErrorKind::Rejected, u"incorrect id format for abc"_s, u"export.arxiv.org"_s, 0, {}}));
            return;
        }
        if (file.endsWith("pubs-INVALIDID.xml"_L1)) {
            QCOMPARE(page.error().what, u"incorrect id format for INVALIDID"_s);
            return;
        }
        if (file.endsWith("rsi_arxiv_raw-2026-05-16T0054.xml"_L1)) { // two answers in one file
            QCOMPARE(page.error().kind, ErrorKind::BadAnswer);
            return;
        }
        QVERIFY2(page, page ? "" : qPrintable(sentence(page.error())));
        QStringList entries = QString::fromUtf8(sharedBytes(u"atom/"_s + file)).split(u"<entry>"_s);
        const QString head = entries.takeFirst();
        QCOMPARE(page->papers.size(), entries.size());
        for (qsizetype i = 0; i < entries.size(); ++i) {
            const PaperDetails &paper = page->papers.at(i);
            QCOMPARE(told(paper), toldBy(entries.at(i)));
            QVERIFY(paper.authorsComplete && !paper.title.isEmpty() && !paper.abstract.isEmpty());
            QVERIFY2(paper.pdfUrl.isNull() && paper.submitted <= paper.updated, qPrintable(paper.pdfUrl));
            const qsizetype breaks = between(entries.at(i), u"summary"_s).size();
            QVERIFY(breaks == 1 && !paper.abstract.startsWith(u' ') && !paper.abstract.contains(u"\n "_s));
        }
        QCOMPARE(page->unidentified, QStringList());
        QCOMPARE(QStringList(QString::number(page->totalResults)),
                 between(head, u"opensearch:totalResults"_s));
        QCOMPARE(QStringList(QString::number(page->startIndex)), between(head, u"opensearch:startIndex"_s));
        QCOMPARE(QStringList(QString::number(page->itemsPerPage)),
                 between(head, u"opensearch:itemsPerPage"_s));
    }

    void theNewDialect()
    {
        REQUIRE_SHARED_DATA(u"atom/new"_s);
        const auto page = recorded(u"new/lukasschwab-id_2104.12255v1_s0_m100-2026-04-12T2209.xml"_s);
        QVERIFY(page && page->papers.size() == 1);
        QCOMPARE(page->totalResults, 1);
        QCOMPARE(page->itemsPerPage, 100);
        QCOMPARE(textOf(page->papers.first()).section(u'\n', 0, 1), u"arxiv:2104.12255v1\n  title: 0"_s);
    }

    void theOldDialect()
    {
        REQUIRE_SHARED_DATA(u"atom/old"_s);
        const auto page = recorded(u"old/pubs-math_9501234.xml"_s);
        QVERIFY(page && page->papers.size() == 1);
        QCOMPARE(textOf(page->papers.first()),
                 u"arxiv:math/9501234v1\n"
                 "  title: Aztec diamonds, checkerboard graphs, and spanning trees\n"
                 "  abstract: This note derives the characteristic polynomial of a graph that represents "
                 "nonjump moves in a generalized game of checkers. The number of spanning trees is also "
                 "determined.\n"
                 "  authors: Donald E. Knuth\n"
                 "  categories: math.CO\n"
                 "  submitted: 1995-01-23T00:00:00.000Z\n"
                 "  updated: 1995-01-23T00:00:00.000Z\n"
                 "  journal: J. Algebraic Combin. 6 (1997), no. 3, 253--257"_s);
    }

    void paragraphsAndSoftLineEnds()
    {
        const auto page =
            parseArxivAtom(feed("<entry><id>http://arxiv.org/abs/2512.07834v2</id>"
                                "<title>  A\n  title </title>"
                                "<summary>  One,\nstill one.\n  Two\nand two.\n\nThree. "
                                "</summary><arxiv:comment>5 pages,\n  1 figure</arxiv:comment></entry>"));
        QVERIFY(page);
        QCOMPARE(page->papers.first().title, u"A title"_s);
        QCOMPARE(page->papers.first().abstract, u"One, still one.\n\nTwo and two.\n\nThree."_s);
        QCOMPARE(page->papers.first().comment, u"5 pages, 1 figure"_s);
    }

    void whatIsLeftOut()
    {
        const auto page = parseArxivAtom(
            feed("<entry><author><name> Ada </name><arxiv:affiliation>Here</arxiv:affiliation></author>"
                 "<author><name> </name></author>"
                 "<category term='53D10, 53D15'/><category term='math-ph'/><category term='I.2.6'/>"
                 "<category term='cs.CL'/><arxiv:primary_category term='cs.CL'/>"
                 "<category term='cond-mat.mes-hall'/><category term='68T05 (Primary)'/>"
                 "<arxiv:doi>10.1/a</arxiv:doi><arxiv:doi>10.2/b</arxiv:doi><arxiv:comment> </arxiv:comment>"
                 "<unknown><x/></unknown><id>http://arxiv.org/abs/hep-ex/0406020v1</id>"
                 "<published>yesterday</published>"
                 "<link title='pdf' href='https://example.org/a.pdf'/></entry>"));
        QVERIFY(page);
        QCOMPARE(textOf(page->papers.first()), u"arxiv:hep-ex/0406020v1\n"
                                               "  authors: Ada\n"
                                               "  categories: cs.CL; math-ph; cond-mat.mes-hall\n"
                                               "  doi: 10.1/a 10.2/b\n"
                                               "  pdf: https://example.org/a.pdf"_s);
    }

    void whatNamesNoPaperIsTold()
    {
        const auto page = parseArxivAtom(feed("<entry><id> http://example.org/x\n y</id></entry>"
                                              "<entry><title>None</title></entry>"
                                              "<entry><id>http://arxiv.org/abs/2512.07834v1</id></entry>"));
        QVERIFY(page);
        QCOMPARE(page->papers.size(), 1);
        QCOMPARE(page->unidentified, (QStringList{u"http://example.org/x y"_s, QString()}));
    }

    void whatIsNoAnswer_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("kind");
        QTest::newRow("a login page")
            << QByteArray("<html><body>Log in</body></html>") << int(ErrorKind::BadAnswer);
        QTest::newRow("words") << QByteArray("Rate exceeded.") << int(ErrorKind::BadAnswer);
        QTest::newRow("another feed")
            << QByteArray("<feed xmlns='http://www.w3.org/2005/Atom'><title>x</title></feed>")
            << int(ErrorKind::BadAnswer);
        QTest::newRow("of no namespace")
            << QByteArray("<feed><totalResults>0</totalResults></feed>") << int(ErrorKind::BadAnswer);
        QTest::newRow("no number") << feed("", "many") << int(ErrorKind::BadAnswer);
        QTest::newRow("a number below 0") << feed("", "-5") << int(ErrorKind::BadAnswer);
        QTest::newRow("elements in a title")
            << feed("<entry><id>http://arxiv.org/abs/2512.07834v1</id><title>a<b/></title></entry>")
            << int(ErrorKind::BadAnswer);
        QTest::newRow("two answers") << feed("") + feed("") << int(ErrorKind::BadAnswer);
        QTest::newRow("an error without words")
            << feed("<entry><id>http://arxiv.org/api/errors#max_results</id></entry>")
            << int(ErrorKind::Rejected);
        QTest::newRow("nothing") << QByteArray() << int(ErrorKind::BadAnswer);
    }

    void whatIsNoAnswer()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, kind);
        const auto page = parseArxivAtom(bytes, u"export.arxiv.org"_s);
        QVERIFY(!page);
        QCOMPARE(int(page.error().kind), kind);
        QVERIFY(!page.error().what.isEmpty());
        QCOMPARE(page.error().where, u"export.arxiv.org"_s);
    }

    /** Wherever an answer is cut off, that is told. */
    void everyCutIsTold()
    {
        REQUIRE_SHARED_DATA(u"atom/old"_s);
        const QByteArray whole = sharedBytes(u"atom/old/pubs-math_9501234.xml"_s).trimmed();
        QVERIFY(parseArxivAtom(whole));
        for (qsizetype size = 0; size < whole.size(); ++size) {
            const auto page = parseArxivAtom(whole.first(size));
            QVERIFY2(!page, qPrintable(QString::number(size)));
            QVERIFY2(size < 60 || page.error().kind == ErrorKind::Incomplete,
                     qPrintable(u"%1: %2"_s.arg(size).arg(page.error().what)));
        }
    }

    /** Bytes changed, left out and doubled at random places: an answer or one clear error, whatever comes. */
    void whatIsDamagedIsReadOrRefused()
    {
        REQUIRE_SHARED_DATA(u"atom/old"_s);
        const QByteArray whole = sharedBytes(u"atom/old/pubs-math_9501234.xml"_s);
        QRandomGenerator random(2512);
        int refused = 0;
        for (int round = 0; round < 5000; ++round) {
            const QByteArray bytes = damaged(whole, random, 40);
            const auto page = parseArxivAtom(bytes, u"export.arxiv.org"_s);
            refused += page ? 0 : 1;
            QVERIFY2(page ? page->papers.size() + page->unidentified.size() <= 2
                          : sentence(page.error()).contains(u"export.arxiv.org"_s),
                     bytes.constData());
        }
        QVERIFY(refused > 1000 && refused < 5000);
    }
};

QTEST_GUILESS_MAIN(TestArxivAtom)
#include "tst_arxivatom.moc"
