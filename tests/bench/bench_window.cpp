// SPDX-License-Identifier: GPL-3.0-or-later
// bench_window FOLDER WHAT TIMES: how long the window takes until what was asked for is painted, beside a
// bare window on the same list in the same run. WHAT is
//   days   two lists of 300 rows in turns: chosen -> painted
//   keys   j and k on the big day, from its first row on: pressed -> row and detail painted
//   filter the first letters into the filter of the big day, which was only just chosen: pressed -> painted,
//   and
//          how long the window was held
//   stars  s on papers of the latest list: pressed -> painted as pending
//   fetch  a list that is not here, from a server on this machine: its answer sent -> first row painted
#include "app/base/language.h"
#include "app/domain/listingday.h"
#include "app/services.h"
#include "app/settings/settings.h"
#include "tests/bench/barewindow.h"
#include "tests/bench/inventedpapers.h"
#include "tests/bench/measuring.h"
#include "tests/bench/paintclock.h"
#include "tests/support/fakearxiv.h"
#include "tests/support/misbehavingserver.h"
#include "ui/appearance.h"
#include "ui/mainwindow.h"

#include <QLineEdit>
#include <QTableView>
#include <QTest>

using namespace paperdawn;
using namespace paperdawn::bench;
using namespace Qt::StringLiterals;

namespace {

struct Bench
{
    PaintClock &clock;
    Services &services;
    MainWindow &window;
    BareWindow &bare;
    BareReader reader;
};

void bringForward(PaintClock &clock, QWidget &window)
{
    window.show();
    window.raise();
    window.activateWindow();
    if (!QTest::qWaitForWindowActive(&window)) {
        std::fprintf(stderr, "bench_window: the window is not active\n");
        std::exit(1);
    }
    clock.settle();
}

void press(Qt::Key key)
{
    QTest::keyClick(QApplication::focusWidget(), key);
}

/** Where the reader was and what is read decide where a list opens: for all runs alike, its first row. */
void showFromTheTop(Bench &bench, QDate day)
{
    bench.window.showDay(day);
    bringForward(bench.clock, bench.window);
    bench.window.actions()[Command::FirstPaper]->trigger();
    bench.clock.settle();
}

void measureDays(Bench &bench, int times, QJsonArray &ours, QJsonArray &floor)
{
    const QDate latest = bench.services.library().latestDay();
    const QDate before = bench.services.library().dayBefore(latest);
    for (int i = 0; i < times; ++i) {
        const QDate day = i % 2 == 0 ? before : latest; // in a library of 300 the big day has 300, too
        ours += bench.clock.after([&] { bench.window.showDay(day); }).last;
        floor += bench.clock.after([&] { bench.bare.model().show(bench.reader.day(day)); }).last;
    }
}

void measureKeys(Bench &bench, int times, QJsonArray &ours, QJsonArray &floor)
{
    const auto papers = bench.services.library().papers(OnDay{InventedPapers::bigDay(), {}}, {});
    const int leg = papers ? int(qMin<qsizetype>(papers->size() - 1, 250)) : 1;
    const auto isDown = [leg](int i) { return i / leg % 2 == 0; };
    showFromTheTop(bench, InventedPapers::bigDay());
    for (int i = 0; i < times; ++i) {
        ours += bench.clock.after([&] { press(isDown(i) ? Qt::Key_J : Qt::Key_K); }).last;
    }
    bench.bare.model().show(bench.reader.day(InventedPapers::bigDay()));
    bringForward(bench.clock, bench.bare);
    bench.bare.table().setFocus();
    bench.bare.table().selectRow(0);
    bench.clock.settle();
    for (int i = 0; i < times; ++i) {
        floor += bench.clock.after([&] { press(isDown(i) ? Qt::Key_Down : Qt::Key_Up); }).last;
    }
}

/** The least that a filter does. */
QList<BareRow> withWord(const QList<BareRow> &rows, const QString &word)
{
    QList<BareRow> found;
    std::copy_if(rows.begin(), rows.end(), std::back_inserter(found), [&](const BareRow &row) {
        return row.title.contains(word, Qt::CaseInsensitive) ||
               row.authors.contains(word, Qt::CaseInsensitive) ||
               row.categories.contains(word, Qt::CaseInsensitive);
    });
    return found;
}

void measureStars(Bench &bench, int times, QJsonArray &ours, QJsonArray &floor)
{
    const QDate latest = bench.services.library().latestDay();
    bench.bare.model().show(bench.reader.day(latest));
    showFromTheTop(bench, latest);
    for (int i = 0; i < times; ++i) {
        ours += bench.clock.after([] { press(Qt::Key_S); }).first;
        press(Qt::Key_J);
        bench.clock.settle();
    }
    bringForward(bench.clock, bench.bare);
    for (int i = 0; i < times; ++i) {
        floor += bench.clock.after([&] { bench.bare.model().mark(i % 20); }).first;
    }
}

/** "held" is what the first letter costs the window, "next" what the letters behind it take. */
QJsonObject measureFilter(Bench &bench, int times)
{
    const QList<BareRow> rows = bench.reader.day(InventedPapers::bigDay());
    // the cross in the field fades in for longer than anything measured here takes
    bench.window.findChild<QLineEdit *>(u"filter"_s)->setClearButtonEnabled(false);
    QJsonArray ours;
    QJsonArray held;
    QJsonArray next;
    QJsonArray floor;
    for (int i = 0; i < times; ++i) {
        bench.window.showLatest();
        bringForward(bench.clock, bench.window);
        bench.window.showDay(InventedPapers::bigDay());
        QCoreApplication::processEvents(); // painted; nobody was idle yet
        press(Qt::Key_Slash);
        const QAbstractItemModel &shown = *bench.window.findChild<QTableView *>(u"papers"_s)->model();
        const PaintClock::Painted first =
            bench.clock.after([] { press(Qt::Key_Q); }, [&] { return shown.rowCount() < rows.size(); });
        ours += first.last;
        held += first.held;
        next += bench.clock.after([] { press(Qt::Key_U); }).last;
        next += bench.clock.after([] { press(Qt::Key_A); }).last;
        press(Qt::Key_Escape);
        bringForward(bench.clock, bench.bare);
        floor += bench.clock.after([&] { bench.bare.model().show(withWord(rows, u"q"_s)); }).last;
    }
    return {{u"ours"_s, ours}, {u"held"_s, held}, {u"next"_s, next}, {u"floor"_s, floor}};
}

/** Each time another day without a list; what comes stays in the library, so let it be a copy. */
QJsonArray measureFetch(Bench &bench, Settings &settings, int times)
{
    double answered = 0;
    int first = 0;
    test::MisbehavingServer server;
    server.always([&](const test::Asked &asked) {
        const test::FakeArxiv arxiv{{{u"cs.CL"_s, test::entries(first, 100)}}};
        const auto answer =
            test::answers::good(arxiv.answer(QUrl(u"http://arxiv"_s + QString::fromUtf8(asked.target))));
        answered = milliseconds();
        return answer;
    });
    Endpoints endpoints;
    endpoints.replace(Endpoint::ArxivApi, server.url(u"/api/query"_s));
    bench.services.useEndpoints(endpoints);
    settings.setCategories({u"cs.CL"_s});
    const QAbstractItemModel &shown = *bench.window.findChild<QTableView *>(u"papers"_s)->model();
    QJsonArray ours;
    QDate day(2025, 12, 31);
    for (int i = 0; i < times; ++i) {
        first += 100;
        do {
            day = day.addDays(-1);
        } while (!ListingDay::isListingDay(day));
        showFromTheTop(bench, day);
        const int before = shown.rowCount();
        const double start = milliseconds();
        const auto painted = bench.clock.after([&] { bench.window.actions()[Command::GetDay]->trigger(); },
                                               [&] { return shown.rowCount() > before; });
        ours += start + painted.last - answered;
    }
    return ours;
}

} // namespace

int main(int argc, char *argv[])
{
    PaintClock clock(argc, argv);
    QApplication::setStyle(u"Fusion"_s);
    const QStringList arguments = QApplication::arguments();
    auto services = Services::open({arguments.value(1)});
    if (!services) {
        std::fprintf(stderr, "bench_window: no library in %s\n", qPrintable(arguments.value(1)));
        return 1;
    }
    Settings settings;
    Language language;
    language.speak(settings.language());
    const Appearance appearance(clock, settings);
    BareWindow bare;
    bringForward(clock, bare);
    MainWindow window(**services, settings);
    bringForward(clock, window);
    Bench bench{clock, **services, window, bare, BareReader(arguments.value(1))};

    QJsonArray ours;
    QJsonArray floor;
    const QString what = arguments.value(2);
    const int times = arguments.value(3).toInt();
    if (what == "days"_L1) {
        measureDays(bench, times, ours, floor);
    } else if (what == "keys"_L1) {
        measureKeys(bench, times, ours, floor);
    } else if (what == "filter"_L1) {
        tell(measureFilter(bench, times));
        return 0;
    } else if (what == "fetch"_L1) {
        tell({{u"ours"_s, measureFetch(bench, settings, times)}});
        return 0;
    } else {
        measureStars(bench, times, ours, floor);
    }
    tell({{u"ours"_s, ours}, {u"floor"_s, floor}});
    return 0;
}
