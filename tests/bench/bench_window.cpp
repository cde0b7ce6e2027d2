// SPDX-License-Identifier: GPL-3.0-or-later
// bench_window FOLDER WHAT TIMES: how long the window takes until what was asked for is painted, beside a
// bare window on the same list in the same run. WHAT is
//   days   two lists of 300 rows in turns: chosen -> painted
//   keys   j and k on the big day: pressed -> row and detail painted
//   stars  s on papers of the latest list: pressed -> painted as pending
#include "app/base/language.h"
#include "app/services.h"
#include "app/settings/settings.h"
#include "tests/bench/barewindow.h"
#include "tests/bench/inventedpapers.h"
#include "tests/bench/measuring.h"
#include "tests/bench/paintclock.h"
#include "ui/appearance.h"
#include "ui/mainwindow.h"

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

void measureDays(Bench &bench, int times, QJsonArray &ours, QJsonArray &floor)
{
    const QDate latest = bench.services.library().latestDay();
    const QDate before = bench.services.library().dayBefore(latest);
    for (int i = 0; i < times; ++i) {
        const QDate day =
            i % 2 == 0 && before.isValid() && before != InventedPapers::bigDay() ? before : latest;
        ours += bench.clock.after([&] { bench.window.showDay(day); }).last;
        floor += bench.clock.after([&] { bench.bare.model().show(bench.reader.day(day)); }).last;
    }
}

void measureKeys(Bench &bench, int times, QJsonArray &ours, QJsonArray &floor)
{
    const auto papers = bench.services.library().papers(OnDay{InventedPapers::bigDay(), {}}, {});
    const int leg = papers ? int(qMin<qsizetype>(papers->size() - 1, 250)) : 1;
    const auto isDown = [leg](int i) { return i / leg % 2 == 0; };
    bench.window.showDay(InventedPapers::bigDay());
    bringForward(bench.clock, bench.window);
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

void measureStars(Bench &bench, int times, QJsonArray &ours, QJsonArray &floor)
{
    bench.window.showLatest();
    bench.bare.model().show(bench.reader.day(bench.services.library().latestDay()));
    bringForward(bench.clock, bench.window);
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
    } else {
        measureStars(bench, times, ours, floor);
    }
    tell({{u"ours"_s, ours}, {u"floor"_s, floor}});
    return 0;
}
