// SPDX-License-Identifier: GPL-3.0-or-later
// bench_newday LIBRARY METADATA TIMES: a list of 300 new papers into a library that is there: its file
// parsed, kept and committed. Each is taken back before the next, so that the library stays as it was.
#include "app/base/clock.h"
#include "app/formats/dayfileformat.h"
#include "app/formats/keptday.h"
#include "app/store/store.h"
#include "tests/bench/inventedpapers.h"
#include "tests/bench/measuring.h"

#include <QCoreApplication>

using namespace paperdawn;
using namespace paperdawn::bench;
using namespace Qt::StringLiterals;

namespace {

/** What a fetch keeps of a list. */
QByteArray fileOf(InventedPapers &papers, QDate day)
{
    DayFile list = papers.list(day, InventedPapers::papersADay);
    list.sections.first().category = u"cs.CL"_s;
    list.sections.first().status = DayStatus::Approximate;
    return writeKeptDay(list);
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
    QList<double> times;
    for (int i = 0; i < arguments.value(3).toInt(); ++i) {
        const QByteArray bytes = fileOf(*papers, InventedPapers::newestDay().addDays(30 + i));
        const qint64 import = (*store)->beginImport().result().value();
        const double before = milliseconds();
        auto day = parseDayFile(bytes, u"arxiv-api day.json"_s);
        const auto put = (*store)->put(import, {u"arxiv-api day.json"_s, bytes, day.value()}).result();
        times += milliseconds() - before;
        if (!put || put->added != InventedPapers::papersADay || !(*store)->undoImport(import).result()) {
            std::fprintf(stderr, "bench_newday: the list was not stored\n");
            return 1;
        }
    }
    tell({{u"ours"_s, array(times)}});
    return 0;
}
