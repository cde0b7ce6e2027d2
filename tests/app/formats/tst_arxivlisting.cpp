// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/formats/arxivlisting.h"

#include "app/base/sentence.h"
#include "app/domain/category.h"
#include "app/formats/arxivfeed.h"
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

/** The list that a recorded page is of: "list-math.AG-new.html" → "math.AG". */
QString listOf(const QString &file)
{
    return QRegularExpression(u"(?:list|catchup)-([a-z]+(?:-ph)?(?:\\.[A-Z]+)?)-"_s).match(file).captured(1);
}

Result<ListingPage> recorded(const QString &file)
{
    return parseArxivListing(sharedBytes(u"listing/"_s + file), listOf(file), u"arxiv.org"_s);
}

QList<DayPaper> papersOf(const ListingPage &page)
{
    QList<DayPaper> papers;
    for (const ListedSection &section : page.sections) {
        papers += section.papers;
    }
    return papers;
}

QStringList found(const QString &text, const QString &form)
{
    QStringList matches;
    const QRegularExpression expression(form, QRegularExpression::DotMatchesEverythingOption);
    for (auto it = expression.globalMatch(text); it.hasNext();) {
        matches += it.next().captured(1);
    }
    return matches;
}

/** The words of a stretch of HTML, told by other means than the parser's. */
QString words(QString html)
{
    html.replace(QRegularExpression(u"<a href=\"([^\"]*)\"[^>]*>this https? URL</a>"_s), u"\\1"_s);
    html.remove(QRegularExpression(u"<(?!br)[^>]*>"_s)).replace(u"<br>"_s, u" "_s);
    html.replace(u"&lt;"_s, u"<"_s).replace(u"&gt;"_s, u">"_s).replace(u"&#34;"_s, u"\""_s);
    return html.replace(u"&#39;"_s, u"'"_s).replace(u"&amp;"_s, u"&"_s).simplified();
}

/** An entry, from <dt> to </dd>, one fact a line. */
QString toldBy(const QString &entry)
{
    const auto part = [&entry](const QString &name) {
        const QString html = found(entry, u"class='list-%1[^']*'>(.*?)</div>"_s.arg(name)).value(0);
        return words(html).remove(QRegularExpression(u"^[A-Z][a-z-]+: "_s));
    };
    return QStringList{
        found(entry, u"href =\"/abs/([^\"]*)\""_s).value(0),
        found(entry, u"/html/[^\"]*v(\\d+)\""_s).value(0, u"0"_s),
        part(u"title"_s),
        words(found(entry, u"<p class='mathjax'>(.*?)</p>"_s).value(0)),
        words(found(entry, u"query=[^>]*>([^<]*)</a>"_s).join(u"; "_s))
            .replace(QRegularExpression(u"\\.(?=[^\\s;])"_s), u". "_s), // as everywhere at arXiv
        found(part(u"subjects"_s), u"\\(([a-z-]+(?:\\.[A-Za-z-]+)?)\\)(?:;|$)"_s).join(u' '),
        part(u"comments"_s),
        part(u"journal-ref"_s)}
        .join(u'\n');
}

QString told(const PaperDetails &paper)
{
    return QStringList{paper.id.value(),
                       QString::number(paper.version),
                       paper.title,
                       paper.abstract.simplified(),
                       paper.authors.join(u"; "_s).remove(u"; Xue"_s), // "Yuan (Emily)Xue": no link
                       paper.categories.join(u' '),
                       paper.comment,
                       paper.journalRef}
        .join(u'\n');
}

/** A page as arXiv sets it, around what is given. */
QByteArray page(const QByteArray &content)
{
    return "<!DOCTYPE html>\n<html lang=\"en\"><head><title>X</title><script>if (a < b) { \"</div>\" "
           "}</script>"
           "</head><body><a href=\"mailto:help@example.org\" title=\"Abstract\">mail</a>"
           "<dl id='articles'><dt><a href=\"/abs/2512.09999\">no paper</a></dt></dl>"
           "<div id='content'><div id='dlpage'><h1>X</h1>" +
           content + "</div></div><footer><p>No updates. Total of 7 entries</p></footer></body></html>\n";
}

QByteArray entry(const QByteArray &id, const QByteArray &more = {}, const QByteArray &mark = {},
                 const QByteArray &subjects = "<span class=\"primary-subject\">Artificial Intelligence "
                                              "(cs.AI)</span>")
{
    return "<dt><a name='item1'>[1]</a><a href =\"/abs/" + id + "\" title=\"Abstract\" id=\"" + id +
           "\">arXiv:" + id + "</a>" + mark + " [<a href=\"/pdf/" + id +
           "\">pdf</a>]</dt><dd><div class='meta'><div class='list-title mathjax'><span class='descriptor'>"
           "Title:</span>\n A title</div>" +
           more + "<div class='list-subjects'><span class='descriptor'>Subjects:</span>" + subjects +
           "</div></div></dd>";
}

QByteArray section(const QByteArray &heading, const QByteArray &entries)
{
    return "<dl id='articles'><h3>" + heading + "</h3>" + entries + "</dl>";
}

QByteArray today(const QByteArray &total, const QByteArray &sections)
{
    return page("<h3>Showing new listings for Tuesday, 9 December 2025</h3><div class='paging'>Total of " +
                total + " entries </div>" + sections);
}

QByteArray one(const QByteArray &entry)
{
    return today("1", section("New submissions (showing 1 of 1 entries)", entry));
}

Result<ListingPage> read(const QByteArray &bytes)
{
    return parseArxivListing(bytes, u"cs.AI"_s, u"arxiv.org"_s);
}

/** The only paper of a page, as text, or what was wrong with it. */
QString onlyPaper(const QByteArray &bytes)
{
    const auto page = read(bytes);
    if (!page) {
        return sentence(page.error());
    }
    const QList<DayPaper> papers = papersOf(*page);
    return papers.size() == 1 ? kindKey(papers[0].kind) + u": "_s + textOf(papers[0].details)
                              : QString::number(papers.size());
}

} // namespace

class TestArxivListing : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyRecordedPage_data()
    {
        REQUIRE_SHARED_DATA(u"listing"_s);
        QTest::addColumn<QString>("file");
        QTest::addColumn<QDate>("day");
        QTest::addColumn<QString>("sections");
        const auto row = [](const QString &file, QDate day, const QString &sections) {
            QTest::newRow(qPrintable(file)) << file << day << sections;
        };
        const QDate day(2025, 12, 9);
        const QString mathPh = u"2025-12-09 new 3/3, 2025-12-09 cross 4/4, 2025-12-09 replaced 21/21 = 28"_s;
        const QString mathAg = u"2025-12-09 new 3/3, 2025-12-09 replaced 10/10 = 13"_s;
        const QString mathCo = u"2025-12-09 new 2/2, 2025-12-09 cross 3/3, 2025-12-09 replaced 6/6 = 11"_s;
        row(u"generated/list-math-ph-new.html"_s, day, mathPh);
        row(u"generated/list-math.AG-new.html"_s, day, mathAg);
        row(u"generated/list-math.CO-new.html"_s, day, mathCo);
        row(u"generated/catchup-math-ph-2025-12-09-abs.html"_s, day, mathPh);
        row(u"generated/catchup-math.AG-2025-12-09-abs.html"_s, day, mathAg);
        row(u"generated/catchup-math.CO-2025-12-09-abs.html"_s, day, mathCo);
        row(u"generated/list-math.AG-new-EMPTY.html"_s, {2025, 12, 26}, u" = 0"_s);
        row(u"generated/catchup-math.AG-2025-12-26-EMPTY.html"_s, {2025, 12, 26}, u" = 0"_s);
        row(u"generated/list-math.AG-2011-01.html"_s, {}, u"  50/317 = 317"_s);
        row(u"recorded/list-cs.AI-recent-2026-05-21.html"_s, {}, u"2026-05-21  50/240 = 1610"_s);
        row(u"recorded/list-cs.LG-recent-2026-05-21.html"_s, {}, u"2026-05-21  50/289 = 1565"_s);
        QCOMPARE(QDir(sharedData(u"listing/generated"_s)).entryList({u"*.html"_s}).size(), 9);
        QCOMPARE(QDir(sharedData(u"listing/recorded"_s)).entryList({u"*.html"_s}).size(), 2);
    }

    /** Against what the page says of itself, and each paper against what other means read. */
    void everyRecordedPage()
    {
        QFETCH(QString, file);
        QFETCH(QDate, day);
        QFETCH(QString, sections);
        const auto page = recorded(file);
        QVERIFY2(page, page ? "" : qPrintable(sentence(page.error())));
        QStringList lines;
        for (const ListedSection &section : page->sections) {
            lines += u"%1 %2 %3/%4"_s.arg(section.day.toString(Qt::ISODate), kindKey(section.kind))
                         .arg(section.shown)
                         .arg(section.total);
            const bool isMonth = !section.day.isValid(); // the recording has but 13 of its 50
            QCOMPARE(section.papers.size(), isMonth ? 13 : section.shown);
        }
        QCOMPARE(page->day, day);
        QCOMPARE(lines.join(u", "_s) + u" = "_s + QString::number(page->total), sections);

        const QString html = QString::fromUtf8(sharedBytes(u"listing/"_s + file));
        const QStringList entries = found(html, u"<dt>(.*?</dd>)"_s);
        const QList<DayPaper> papers = papersOf(*page);
        QCOMPARE(papers.size(), entries.size());
        for (qsizetype i = 0; i < entries.size(); ++i) {
            QCOMPARE(told(papers[i].details), toldBy(entries[i]));
            QVERIFY(papers[i].details.authorsComplete && papers[i].kind != Kind::Unknown);
            QCOMPARE(papers[i].kind == Kind::Cross, entries[i].contains(u"(cross-list from "_s));
            const bool isReplaced = papers[i].kind == Kind::Replaced || papers[i].kind == Kind::ReplacedCross;
            QCOMPARE(isReplaced, entries[i].contains(u"(replaced)"_s));
        }
    }

    /** The same day in feed and listing: what stands in both agrees, and stands in the same order. */
    void feedsTellTheSame_data()
    {
        REQUIRE_SHARED_DATA(u"rss/generated"_s);
        QTest::addColumn<QString>("file");
        QTest::addColumn<int>("common");
        QTest::newRow("math-ph") << u"generated/list-math-ph-new.html"_s << 13;
        QTest::newRow("math.AG") << u"generated/list-math.AG-new.html"_s << 4;
        QTest::newRow("math.CO") << u"generated/list-math.CO-new.html"_s << 5;
        QTest::newRow("math-ph, catch-up") << u"generated/catchup-math-ph-2025-12-09-abs.html"_s << 13;
    }

    void feedsTellTheSame()
    {
        QFETCH(QString, file);
        QFETCH(int, common);
        const auto page = recorded(file);
        QVERIFY(page);
        const QList<DayPaper> papers = papersOf(*page);
        QHash<PaperId, DayPaper> listed;
        for (const DayPaper &paper : papers) {
            listed.insert(paper.details.id, paper);
        }
        const auto plain = [](const QString &tex) { return texToUnicode(tex, Greek::Keep).simplified(); };
        const auto canonical = [](const QStringList &categories) { // the feed has math-ph as math.MP, too
            QSet<QString> ids;
            for (const QString &category : categories) {
                ids += Category::canonical(category);
            }
            return ids;
        };
        QSet<PaperId> seen;
        for (const QString &name : {u"math"_s, u"astro-ph"_s, u"cs.CV+hep-th"_s}) {
            const auto feed = parseArxivFeed(sharedBytes(u"rss/generated/%1.rss.xml"_s.arg(name)));
            QVERIFY(feed);
            QMap<QPair<Kind, Kind>, QList<qsizetype>> places; // on the page, in the feed's order
            for (const DayPaper &fed : feed->papers) {
                const auto it = listed.constFind(fed.details.id);
                if (it == listed.constEnd()) {
                    continue;
                }
                const PaperDetails &paper = it->details;
                seen += paper.id;
                places[{it->kind, fed.kind}] += papers.indexOf(*it);
                QCOMPARE(paper.title, plain(fed.details.title));
                QCOMPARE(paper.categories.first(), Category::canonical(fed.details.categories.first()));
                QCOMPARE(canonical(paper.categories), canonical(fed.details.categories));
                QCOMPARE(paper.authors, fed.details.authors);
                QCOMPARE(paper.journalRef, fed.details.journalRef);
                QVERIFY(paper.version == fed.details.version || paper.version == 0);
                QCOMPARE(paper.abstract.simplified(), plain(fed.details.abstract));
                const bool isOwn = isOwnCategory(paper.categories.first(), listOf(file));
                const bool isReplaced = fed.kind == Kind::Replaced || fed.kind == Kind::ReplacedCross;
                QCOMPARE(it->kind, isReplaced ? isOwn ? Kind::Replaced : Kind::ReplacedCross
                                   : isOwn    ? Kind::New
                                              : Kind::Cross);
                PaperDetails both = paper; // what was told twice is told as once
                merge(both, fed.details);
                PaperDetails again = fed.details;
                merge(again, paper);
                merge(again, fed.details);
                QCOMPARE(both.authors, again.authors);
                QCOMPARE(both.title, fed.details.title);
            }
            for (const QList<qsizetype> &ofOneKind : places) {
                QVERIFY(std::is_sorted(ofOneKind.begin(), ofOneKind.end()));
            }
        }
        QCOMPARE(seen.size(), common);
    }

    void everyCutIsTold_data() { everyRecordedPage_data(); }

    void everyCutIsTold()
    {
        QFETCH(QString, file);
        const QByteArray whole = sharedBytes(u"listing/"_s + file).trimmed();
        for (qsizetype size = 1024; size < whole.size(); size += 1024) {
            const auto page = parseArxivListing(whole.first(size), listOf(file));
            QVERIFY2(!page && page.error().kind == ErrorKind::Incomplete, qPrintable(QString::number(size)));
        }
        const qsizetype end = whole.lastIndexOf("</html>");
        for (qsizetype size = end - 50; size < end; ++size) {
            QVERIFY(!parseArxivListing(whole.first(size), listOf(file)));
        }
    }

    void newPaper()
    {
        QCOMPARE(
            onlyPaper(one(entry(
                "2512.07834",
                "<div class='list-authors'><a href=\"https://arxiv.org/search/?query=Ng,+A\">Ada Ng</a>, Bo"
                " (X, <a href=\"https://example.org\">this https URL</a>), <a>L. D\xC3\xB6, Jr.</a></div>"
                "<div class=\"list-comments mathjax\"><span class=\"descriptor\">Comments:</span>"
                " 3 pages,\n see <a href=\"https://example.org/?a=1&amp;b=2\" rel='x'>this https URL</a>"
                " and <a href=http://arxiv.org/abs/1>arXiv:1</a></div>"
                "<div class=list-journal-ref><span class='descriptor'>Journal-ref:</span> J. 1 </div>"
                "<p class='mathjax'>\n One $a &lt; b$,\nstill one.\n<br>Two.</p>",
                "",
                "<span class=\"primary-subject\">Artificial Intelligence (cs.AI)</span>; "
                "Analysis (of PDEs) (math.AP)"))),
            u"new: arxiv:2512.07834\n"
            "  title: A title\n"
            "  abstract: One $a < b$, still one.⏎⏎Two.\n"
            "  authors: Ada Ng; Bo; L. Dö, Jr.\n"
            "  categories: cs.AI; math.AP\n"
            "  comment: 3 pages, see https://example.org/?a=1&b=2 and arXiv:1\n"
            "  journal: J. 1"_s);
    }

    void oldIdAndVersion()
    {
        const QByteArray html =
            " [<a href=\"https://arxiv.org/html/math/0309136v2\" id=\"html-math/0309136\">html</a>]";
        QCOMPARE(onlyPaper(one(entry("math/0309136", {}, html))).section(u'\n', 0, 0),
                 u"new: arxiv:math/0309136v2"_s);
        const QByteArray another = " [<a href=\"https://arxiv.org/html/2512.07835v2\">html</a>]";
        QCOMPARE(onlyPaper(one(entry("2512.07834", {}, another))).section(u'\n', 0, 0),
                 u"new: arxiv:2512.07834"_s);
    }

    void withdrawn()
    {
        const QString paper = onlyPaper(one(entry(
            "2512.07834", "<div class='list-comments mathjax''><span class='descriptor'>Comments:</span>"
                          " This paper has been withdrawn by the author</div>")));
        QVERIFY2(paper.endsWith(u"comment: This paper has been withdrawn by the author"_s),
                 qPrintable(paper));
    }

    void kinds_data()
    {
        QTest::addColumn<QByteArray>("heading");
        QTest::addColumn<QByteArray>("mark");
        QTest::addColumn<QByteArray>("primary");
        QTest::addColumn<QString>("kind");
        const auto row = [](const QByteArray &heading, const QByteArray &mark, const QByteArray &primary,
                            const QString &kind) {
            QTest::addRow("%s, %s, %s", heading.constData(), mark.constData(), primary.constData())
                << heading << mark << primary << kind;
        };
        row("New submissions", "", "cs.AI", u"new"_s);
        row("Cross submissions", "(cross-list from cs.LG)", "cs.LG", u"cross"_s);
        row("Cross submissions", "", "cs.LG", u"cross"_s);
        row("Replacement submissions", "(replaced)", "cs.AI", u"replaced"_s);
        row("Replacement submissions", "(replaced)", "cs.LG", u"replaced-cross"_s);
        row("Tue, 9 Dec 2025", "", "cs.AI", u"new"_s);
        row("Tue, 9 Dec 2025", "(cross-list from cs.LG)", "cs.LG", u"cross"_s);
    }

    void kinds()
    {
        QFETCH(QByteArray, heading);
        QFETCH(QByteArray, mark);
        QFETCH(QByteArray, primary);
        QFETCH(QString, kind);
        const QByteArray subjects = "<span class='primary-subject'>X (" + primary + ")</span>";
        const QString paper = onlyPaper(today(
            "1", section(heading + " (showing 1 of 1 entries )", entry("2512.07834", {}, mark, subjects))));
        QCOMPARE(paper.section(u':', 0, 0), kind);
    }

    void authorsThatMayBeCutOff_data()
    {
        QTest::addColumn<QByteArray>("authors");
        QTest::addColumn<int>("count");
        QTest::addColumn<bool>("areAll");
        QTest::newRow("99") << QByteArray("A. B, ").repeated(98) + "A. B" << 99 << true;
        QTest::newRow("100") << QByteArray("A. B, ").repeated(100) << 100 << false;
        QTest::newRow("more") << QByteArray("<a>A. B</a>, et al. (25 additional authors not shown)") << 1
                              << false;
        QTest::newRow("none") << QByteArray("(author list is unavailable)") << 0 << false;
    }

    void authorsThatMayBeCutOff()
    {
        QFETCH(QByteArray, authors);
        QFETCH(int, count);
        QFETCH(bool, areAll);
        const auto page = read(one(entry("2512.07834", "<div class='list-authors'>" + authors + "</div>")));
        QVERIFY(page);
        const PaperDetails paper = papersOf(*page).first().details;
        QCOMPARE(paper.authors.size(), count);
        QCOMPARE(paper.authorsComplete, areAll);
    }

    void severalDays()
    {
        const auto page = read(::page(
            "<h2>Authors and titles for recent submissions</h2><ul><li><a "
            "href=\"/list/cs.AI/recent?skip=0\">\n"
            "Thu, 21 May 2026</a></li></ul><div class='paging'>Total of 6 entries : <a href=/x>1-2</a> "
            "<span>3-5</span> <a href=/y>6-6</a></div>" +
            section("Thu, 21 May 2026 (continued, showing last 2 of 4 entries )",
                    entry("2605.00003") + entry("2605.00004")) +
            section("Wed, 20 May 2026", "<p>No updates for this time period.</p>") +
            section("Tue, 19 May 2026 (showing first 1 of 2 entries )", entry("2605.00001"))));
        QVERIFY2(page, page ? "" : qPrintable(sentence(page.error())));
        QVERIFY(!page->day.isValid() && page->total == 6);
        QCOMPARE(page->sections.size(), 2);
        QCOMPARE(page->sections[0].day, QDate(2026, 5, 21));
        QCOMPARE(page->sections[0].total, 4);
        QCOMPARE(page->sections[1].day, QDate(2026, 5, 19));
        QCOMPARE(page->sections[1].shown, 1);
        QCOMPARE(page->sections[0].kind, Kind::Unknown);
    }

    void pagesWithoutPapers_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<int>("total"); // below 0: the page has changed
        QTest::newRow("new") << QByteArray("<p>No updates today.</p>") << 0;
        QTest::newRow("catch-up") << QByteArray("<div> Total of 0 entries for Fri, 26 Dec 2025 </div>"
                                                "<div><p>No updates for Fri, 26 Dec 2025.</p></div>")
                                  << 0;
        QTest::newRow("behind the last page")
            << QByteArray("<div>Total of 2100 entries View page: <a href=/x>1</a> <a href=/y>2</a></div>"
                          "<div>No further updates for Tue, 09 Dec 2025<br></div>")
            << 2100;
        QTest::newRow("a month") << QByteArray(
                                        "<h2>Authors and titles for January 2011</h2><dl id='articles'>"
                                        "<p>No updates for this time period.</p></dl>")
                                 << 0;
        QTest::newRow("no words of it") << QByteArray("<h2>Welcome</h2>") << -1;
        QTest::newRow("others are told of") << QByteArray("<div class='paging'>Total of 3 entries</div>"
                                                          "<p>No updates today.</p>")
                                            << -1;
        QTest::newRow("an empty list") << QByteArray("<dl id='articles'></dl>") << -1;
    }

    void pagesWithoutPapers()
    {
        QFETCH(QByteArray, content);
        QFETCH(int, total);
        const auto page = read(::page(content));
        QCOMPARE(bool(page), total >= 0);
        if (page) {
            QVERIFY(page->sections.isEmpty());
            QCOMPARE(page->total, total);
        } else {
            QCOMPARE(page.error(), (Error{ErrorKind::BadAnswer,
                                          u"its page has changed: there is no list on it"_s,
                                          u"arxiv.org"_s,
                                          0,
                                          {}}));
        }
    }

    /** Whatever arXiv renames, no paper is lost without a word. */
    void changedPages_data()
    {
        REQUIRE_SHARED_DATA(u"listing/generated/list-math-ph-new.html"_s);
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<QString>("how");
        const auto row = [](const QByteArray &before, const QByteArray &after, const QString &how) {
            QTest::newRow(before) << before << after << u"its page has changed: "_s + how;
        };
        const QString none = u"there is no list on it"_s;
        const QString sums = u"its numbers do not add up"_s;
        row("id='dlpage'", "id='page'", none);
        row("id='articles'", "class='articles'", none);
        row("<dl", "<ol", none);
        row("<dt>", "<dt-x>", u"0 of 3 papers could be read"_s);
        row("<dd>", "", sums); // tolerated: see below
        row("list-title", "title", u"0 of 3 papers could be read"_s);
        row("list-subjects", "subjects", u"0 of 3 papers could be read"_s);
        row("href =\"/abs/", "href=\"/paper/", u"0 of 3 papers could be read"_s);
        row("<h3>", "<h4>", sums);
        row("entries)", "papers)", sums);
        row("Total of 28", "Total of 29", sums);
        row("(showing 4 of 4 entries)", "(showing 5 of 5 entries)", u"4 of 5 papers could be read"_s);
        row("(showing 4 of 4 entries)", "(showing 4 of 5 entries)", sums);
        row("id=\"1102.0437\">", "id=\"1102.0437\"></a></dt><dt><a>", sums);
    }

    void changedPages()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        QFETCH(QString, how);
        QByteArray html = sharedBytes(u"listing/generated/list-math-ph-new.html"_s);
        QVERIFY(html.contains(before));
        html.replace(before, after);
        const auto page = parseArxivListing(html, u"math-ph"_s, u"arxiv.org"_s);
        if (before == "<dd>") { // nothing is lost by it
            QVERIFY(page && papersOf(*page).size() == 28);
            return;
        }
        QVERIFY(!page);
        QCOMPARE(page.error(), (Error{ErrorKind::BadAnswer, how, u"arxiv.org"_s, 0, {}}));
    }

    void aListThatIsNotSeen()
    {
        const QByteArray two = section("New submissions (showing 1 of 1 entries)", entry("2512.00001")) +
                               section("Cross submissions (showing 1 of 1 entries)", entry("2512.00002"));
        QVERIFY(read(today("2", two)));
        QByteArray lost = two;
        lost.replace(lost.lastIndexOf("<dl"), 3, "<ol");
        QVERIFY(!read(today("2", lost)));
        QVERIFY(!read(today("2 : <a href=/x>51-60</a><span>1-2</span>", lost)));
        QVERIFY(read(today("60 : <a href=/x>51-60</a><span>1-2</span>", two)));
    }

    void whatIsNoPage_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("kind");
        const auto bad = int(ErrorKind::BadAnswer);
        QTest::newRow("nothing") << QByteArray() << bad;
        QTest::newRow("words") << QByteArray("Rate exceeded.") << bad;
        QTest::newRow("a login page") << QByteArray("<html><body>Log in</body></html>") << bad;
        QTest::newRow("Latin-1") << QByteArray("<html>caf\xE9 </html>") << bad;
        QTest::newRow("NUL") << QByteArray("<html>\0</html>", 14) << bad;
        QTest::newRow("cut in a character") << QByteArray("<html>\xE6\xBC") << int(ErrorKind::Incomplete);
        QTest::newRow("over 20 MiB") << QByteArray(20 * 1024 * 1024 + 1, 'x')
                                     << int(ErrorKind::AnswerTooLarge);
    }

    void whatIsNoPage()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, kind);
        const auto page = read(bytes);
        QVERIFY(!page);
        QCOMPARE(int(page.error().kind), kind);
        QCOMPARE(page.error().where, u"arxiv.org"_s);
    }

    /** 300 KB of what is nested, unclosed or repeated is read in time that grows with its length. */
    void hostilePages_data()
    {
        QTest::addColumn<QByteArray>("piece");
        for (const char *piece : {"<",
                                  "<a",
                                  "<a ",
                                  "<a href='",
                                  "<a href=x>",
                                  "</a>",
                                  "<span>",
                                  "x</span>",
                                  "<div>",
                                  "<div class='paging'>",
                                  "<div class='list-title'>",
                                  "<b><i>",
                                  "<!",
                                  "<!--",
                                  "<script>",
                                  "&",
                                  "&#",
                                  "&#x41;",
                                  "(",
                                  "(x)",
                                  ",",
                                  "; x (cs.AI)",
                                  " and ",
                                  "{",
                                  "\\'e",
                                  "<br>",
                                  "\n ",
                                  "<dt>",
                                  "<dl id='articles'>",
                                  "<h3>9 Dec 2025</h3>",
                                  "<h3>9 Dec",
                                  "<a href='/abs/2512.00001'>",
                                  "Total of 1",
                                  "<span>1-2</span>",
                                  "showing 1 of ",
                                  "et al "}) {
            QTest::newRow(QByteArray(piece).replace('\n', "\\n")) << QByteArray(piece);
        }
    }

    void hostilePages()
    {
        QFETCH(QByteArray, piece);
        const QByteArray much = piece.repeated(300'000 / piece.size());
        QElapsedTimer timer;
        timer.start();
        for (const QByteArray &place : {QByteArray("list-title"), QByteArray("list-authors"),
                                        QByteArray("list-subjects"), QByteArray("list-comments")}) {
            (void)read(one(entry("2512.00001", "<div class='" + place + "'>" + much + "</div>")));
        }
        (void)read(one(entry("2512.00001", "<p>" + much + "</p>", much)));
        (void)read(today("1", "<div class='paging'>" + much));
        (void)read(page("<h1>" + much));
        (void)read(page("<dl id='articles'><h3>" + much));
        QVERIFY2(timer.elapsed() < 20'000,
                 qPrintable(QString::number(timer.elapsed()))); // quadratic: minutes
    }

    /** Bytes changed, left out and doubled at random places: never a list that is shorter than it says. */
    void whatIsDamagedIsReadOrRefused()
    {
        REQUIRE_SHARED_DATA(u"listing/generated/list-math.CO-new.html"_s);
        const QByteArray whole = sharedBytes(u"listing/generated/list-math.CO-new.html"_s);
        QRandomGenerator random(2512);
        int refused = 0;
        for (int round = 0; round < 5000; ++round) {
            const QByteArray bytes = damaged(whole, random, 400);
            const auto page = parseArxivListing(bytes, u"math.CO"_s, u"arxiv.org"_s);
            refused += page ? 0 : 1;
            int total = 0;
            for (const ListedSection &section : page ? page->sections : QList<ListedSection>()) {
                QCOMPARE(section.papers.size(), section.shown);
                total += section.total;
            }
            QVERIFY2(page ? total == page->total : sentence(page.error()).contains(u"arxiv.org"_s),
                     bytes.constData());
        }
        QVERIFY(refused > 1000 && refused < 5000);
    }
};

QTEST_GUILESS_MAIN(TestArxivListing)
#include "tst_arxivlisting.moc"
