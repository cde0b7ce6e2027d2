// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/formats/arxivtext.h"

#include "tests/support/shareddata.h"

#include <QtTest>

using namespace paperdawn;
using namespace paperdawn::test;
using namespace Qt::StringLiterals;

namespace {

PaperDetails written(const QString &line)
{
    PaperDetails paper = namedOnly(*PaperId::parse(u"2512.07834"));
    setAuthors(paper, line);
    return paper;
}

/** As arXiv sets names: without braces, and with a blank behind each dot. */
QString spaced(QString name)
{
    name.remove(u'{').remove(u'}').replace(u'.', u". "_s).remove(u',');
    return name.simplified();
}

} // namespace

class TestArxivText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /** 890 author lines, taken apart by arXiv's own code. */
    void authorsAsArxivTakesThemApart()
    {
        REQUIRE_SHARED_DATA(u"bibtex/expected-bibtex-and-authors.jsonl"_s);
        const auto lines = sharedBytes(u"bibtex/expected-bibtex-and-authors.jsonl"_s).split('\n');
        int count = 0;
        for (const QByteArray &line : lines) {
            const QJsonObject golden = QJsonDocument::fromJson(line).object();
            QStringList expected;
            for (const QJsonValue &value : golden.value("authors_parsed_utf8"_L1).toArray()) {
                const QJsonArray name = value.toArray(); // key, first, suffix
                expected += spaced(name.at(1).toString() + u' ' + name.at(0).toString() + u' ' +
                                   name.at(2).toString());
            }
            if (expected.isEmpty()) {
                continue;
            }
            expected.removeAll(u":"_s); // two slips of arXiv's
            expected.replaceInStrings(u"Abulencia et al."_s, u"Abulencia"_s);
            QStringList names = written(golden.value("authors"_L1).toString()).authors;
            std::transform(names.begin(), names.end(), names.begin(), spaced);
            QCOMPARE(names, expected);
            ++count;
        }
        QCOMPARE(count, 890);
    }

    void authors_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("names");
        QTest::addColumn<bool>("areAll");
        const auto row = [](const char *name, const QString &line, const QString &names, bool areAll = true) {
            QTest::newRow(name) << line << names << areAll;
        };
        row("one", u"Ada Ng"_s, u"Ada Ng"_s);
        row("lines and blanks", u"\n  Ada\n Ng,\tBo  Li "_s, u"Ada Ng|Bo Li"_s);
        row("affiliations", u"A. Ng (X, Y (Z)), B. Li (1,2)"_s, u"A. Ng|B. Li"_s);
        row("list of affiliations", u"A. Ng (1) and B. Li (2) ((1) X, (2) Y)"_s, u"A. Ng|B. Li"_s);
        row("a nickname, as arXiv reads it", u"Yuan (Emily)Xue"_s, u"Yuan|Xue"_s);
        row("collaboration", u"X Collaboration: A. Ng & B. Li"_s, u"X Collaboration|A. Ng|B. Li"_s);
        row("suffix", u"G. D. Forney, Jr., P. Vontobel, J. Doe, III"_s,
            u"G. D. Forney, Jr.|P. Vontobel|J. Doe, III"_s);
        row("a suffix of nobody", u"(X), Jr., A. Ng"_s, u"Jr.|A. Ng"_s);
        row("accents", u"L. Sch\\\"onfeld, {\\O}. K{\\aa}s, \\'E. N"_s, u"L. Schönfeld|Ø. Kås|É. N"_s);
        row("a name with and in it", u"Andy Randall and Sand Band"_s, u"Andy Randall|Sand Band"_s);
        row("more than are told", u"A. Ng, B. Li, et al"_s, u"A. Ng|B. Li"_s, false);
        row("more, in number", u"A. Ng, B. Li et al. (25 additional authors not shown)"_s, u"A. Ng|B. Li"_s,
            false);
        row("a name like it", u"Et Alden, Pet Al"_s, u"Et Alden|Pet Al"_s);
        row("no end of a parenthesis", u"A. Ng (X, B. Li"_s, u"A. Ng"_s, false);
        row("no begin", u"A. Ng X), B. Li"_s, u"A. Ng X|B. Li"_s, false);
        row("none", u" (author list is unavailable) "_s, QString(), false);
        row("nothing", QString(), QString(), false);
    }

    void authors()
    {
        QFETCH(QString, line);
        QFETCH(QString, names);
        QFETCH(bool, areAll);
        const PaperDetails paper = written(line);
        QCOMPARE(paper.authors.join(u'|'), names);
        QCOMPARE(paper.authorsComplete, areAll);
    }

    void ownCategories_data()
    {
        QTest::addColumn<QString>("primary");
        QTest::addColumn<QString>("list");
        QTest::addColumn<bool>("isOwn");
        const auto row = [](const QString &primary, const QString &list, bool isOwn) {
            QTest::newRow(qPrintable(primary + u" on "_s + list)) << primary << list << isOwn;
        };
        row(u"cs.CL"_s, u"cs.CL"_s, true);
        row(u"cs.CL"_s, u"CS.cl"_s, true);
        row(u"cs.CL"_s, u"cs.LG"_s, false);
        row(u"cs.CL"_s, u"cs"_s, true);
        row(u"cmp-lg"_s, u"cs.CL"_s, true);    // subsumed
        row(u"math-ph"_s, u"math.MP"_s, true); // alias
        row(u"math-ph"_s, u"math"_s, true);    // as math.MP
        row(u"math.NA"_s, u"cs"_s, true);      // as cs.NA
        row(u"cs.CL"_s, u"math"_s, false);
        row(u"hep-th"_s, u"hep-th"_s, true);
        row(u"astro-ph"_s, u"astro-ph"_s, true); // before 2009
        row(u"astro-ph.GA"_s, u"astro-ph"_s, true);
        row(u"hep-th"_s, u"grp_physics"_s, true);
        row(u"math.AG"_s, u"grp_physics"_s, false);
        row(u"math.AG"_s, QString(), false);
        row(u"no-such"_s, u"cs"_s, false);
    }

    void ownCategories()
    {
        QFETCH(QString, primary);
        QFETCH(QString, list);
        QFETCH(bool, isOwn);
        QCOMPARE(isOwnCategory(primary, list), isOwn);
    }

    void datesInEnglish()
    {
        QCOMPARE(englishDate(u"Showing new listings for Tuesday, 9 December 2025"), QDate(2025, 12, 9));
        QCOMPARE(englishDate(u"Thu, 21 May 2026 (showing first 50 of 240 entries )"), QDate(2026, 5, 21));
        QCOMPARE(englishDate(u"on Tue, 09 Dec 2025"), QDate(2025, 12, 9));
        QVERIFY(!englishDate(u"Authors and titles for January 2011").isValid());
        QVERIFY(!englishDate(u"31 Feb 2026").isValid());
        QVERIFY(!englishDate(u"21 Mai 2026").isValid() && !englishDate(u"21 Foo 2026").isValid());
    }
};

QTEST_GUILESS_MAIN(TestArxivText)
#include "tst_arxivtext.moc"
