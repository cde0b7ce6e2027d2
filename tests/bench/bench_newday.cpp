// SPDX-License-Identifier: GPL-3.0-or-later
// bench_newday LIBRARY METADATA TIMES [PAPERS]: a list of 300 new papers into a library that is there: its
// file parsed, kept and committed. With PAPERS, a list of so many as arXiv's API answers it: each page
// parsed, kept and committed before the next, as it is while it is fetched. Each list is taken back before
// the next, so that the library stays as it was.
#include "app/base/clock.h"
#include "app/formats/arxivatom.h"
#include "app/formats/dayfileformat.h"
#include "app/formats/keptday.h"
#include "app/sources/arxivapi.h"
#include "app/store/store.h"
#include "tests/bench/inventedpapers.h"
#include "tests/bench/measuring.h"

#include <QCoreApplication>

using namespace paperdawn;
using namespace paperdawn::bench;
using namespace Qt::StringLiterals;

namespace {

const QString category = u"cs.CL"_s;

DayFile listOf(InventedPapers &papers, QDate day, int count)
{
    DayFile list = papers.list(day, count);
    list.sections.first().category = category;
    list.sections.first().status = DayStatus::Approximate;
    return list;
}

/** How many papers were added. */
Result<int> putFile(Store &store, qint64 import, const QByteArray &bytes)
{
    return parseDayFile(bytes, u"arxiv-api day.json"_s).and_then([&](const DayFile &day) {
        return store.put(import, {u"arxiv-api day.json"_s, bytes, day})
            .result()
            .map([](const FileOutcome &put) { return put.added; });
    });
}

QString entryOf(const PaperDetails &paper)
{
    QString entry =
        u"  <entry>\n    <id>http://arxiv.org/abs/%1v1</id>\n    <title>"_s.arg(paper.id.value()) +
        paper.title.toHtmlEscaped() + u"</title>\n    <updated>2026-08-20T15:00:00Z</updated>\n"_s +
        u"    <summary>"_s + paper.abstract.toHtmlEscaped() + u"</summary>\n"_s;
    for (const QString &each : paper.categories) {
        entry += u"    <category term=\"%1\" scheme=\"http://arxiv.org/schemas/atom\"/>\n"_s.arg(each);
    }
    entry += u"    <published>2026-08-20T15:00:00Z</published>\n"_s;
    entry += u"    <arxiv:primary_category term=\"%1\"/>\n"_s.arg(paper.categories.value(0, category));
    for (const QString &author : paper.authors) {
        entry += u"    <author>\n      <name>"_s + author.toHtmlEscaped() + u"</name>\n    </author>\n"_s;
    }
    return entry + u"  </entry>\n"_s;
}

/** As arXiv writes them since 2025-11-11. */
QList<QByteArray> pagesOf(const DayFile &list)
{
    const QList<DayPaper> &papers = list.sections.first().papers;
    QList<QByteArray> pages;
    for (qsizetype start = 0; start < papers.size(); start += ArxivApi::papersAPage) {
        QString page =
            u"<?xml version='1.0' encoding='UTF-8'?>\n"
            "<feed xmlns:opensearch=\"http://a9.com/-/spec/opensearch/1.1/\" "
            "xmlns:arxiv=\"http://arxiv.org/schemas/atom\" xmlns=\"http://www.w3.org/2005/Atom\">\n"
            "  <id>https://arxiv.org/api/invented</id>\n  <title>arXiv Query</title>\n"
            "  <updated>2026-08-21T00:00:00Z</updated>\n"_s;
        page += u"  <opensearch:itemsPerPage>%1</opensearch:itemsPerPage>\n"
                "  <opensearch:totalResults>%2</opensearch:totalResults>\n"
                "  <opensearch:startIndex>%3</opensearch:startIndex>\n"_s.arg(ArxivApi::papersAPage)
                    .arg(papers.size())
                    .arg(start);
        for (const DayPaper &paper : papers.mid(start, ArxivApi::papersAPage)) {
            page += entryOf(paper.details);
        }
        pages += (page + u"</feed>\n"_s).toUtf8();
    }
    return pages;
}

/** As FetchJob does it. */
Result<int> putPages(Store &store, qint64 import, QDate day, const QList<QByteArray> &pages)
{
    int added = 0;
    for (const QByteArray &bytes : pages) {
        const auto page = parseArxivAtom(bytes);
        if (!page) {
            return tl::unexpected(page.error());
        }
        DaySection section{.day = day, .source = Source::Arxiv, .status = DayStatus::Approximate};
        section.category = category;
        section.expected = page->totalResults;
        for (const PaperDetails &paper : page->papers) {
            section.papers += {paper, Kind::New};
        }
        const DayFile file{.sections = {section}, .remarks = {}};
        const auto put = store.put(import, {u"arxiv-api day.json"_s, writeKeptDay(file), file}).result();
        if (!put) {
            return tl::unexpected(put.error());
        }
        added += put->added;
    }
    return added;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    auto papers = InventedPapers::from(arguments.value(2));
    const SystemClock clock;
    const auto store = Store::open({arguments.value(1)}, clock, u"bench"_s);
    if (!papers || !store) {
        std::fprintf(stderr, "bench_newday: no library in %s, or no papers in %s\n",
                     qPrintable(arguments.value(1)), qPrintable(arguments.value(2)));
        return 1;
    }
    const bool isFetched = arguments.size() > 4;
    const int count = isFetched ? arguments.value(4).toInt() : InventedPapers::papersADay;
    QList<double> times;
    for (int i = 0; i < arguments.value(3).toInt(); ++i) {
        const QDate day = InventedPapers::newestDay().addDays(30 + i);
        const DayFile list = listOf(*papers, day, count);
        const QByteArray bytes = writeKeptDay(list); // what a fetch keeps of it
        const QList<QByteArray> pages = isFetched ? pagesOf(list) : QList<QByteArray>();
        const qint64 import = (*store)->beginImport().result().value();
        const double before = milliseconds();
        const auto added =
            isFetched ? putPages(**store, import, day, pages) : putFile(**store, import, bytes);
        times += milliseconds() - before;
        if (added != count || !(*store)->undoImport(import).result()) {
            std::fprintf(stderr, "bench_newday: the list was not stored\n");
            return 1;
        }
    }
    tell({{u"ours"_s, array(times)}});
    return 0;
}
