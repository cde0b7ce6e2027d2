// SPDX-License-Identifier: GPL-3.0-or-later
// bench_browse FOLDER MINUTES: a window that goes through a library as somebody in a hurry would: days,
// papers, the filter, stars, the lists, densities and titles. Tells every few seconds, and at the end, what
// memory it holds: {"seconds", "days", "rss", "pss"}, in MB. Stars come and go in the library, so let it be a
// copy.
#include "app/base/language.h"
#include "app/services.h"
#include "app/settings/settings.h"
#include "tests/bench/measuring.h"
#include "ui/appearance.h"
#include "ui/mainwindow.h"

#include <QApplication>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace paperdawn;
using namespace paperdawn::bench;
using namespace Qt::StringLiterals;

namespace {

constexpr double tellEvery = 5000; ///< ms
constexpr int untilPainted = 12;   ///< ms

/** The kB behind a name in a file of /proc, in MB. */
double megabytes(const QString &file, const QByteArray &name)
{
    QFile told(file);
    if (!told.open(QIODevice::ReadOnly)) {
        return 0;
    }
    const QByteArray all = told.readAll();
    const qsizetype at = all.indexOf(name) + name.size(); // with its colon: the first is the whole
    return all.mid(at, all.indexOf("kB", at) - at).trimmed().toDouble() / 1024;
}

class Browsing final
{
public:
    Browsing(Services &services, MainWindow &window)
        : m_window(window)
    {
        for (const DaySummary &day : services.library().days().value_or(QList<DaySummary>())) {
            m_days += day.day;
        }
    }

    [[nodiscard]] bool hasDays() const { return !m_days.isEmpty(); }

    [[nodiscard]] int days() const { return m_round; } ///< so many were gone through

    /** A day, and what one does with it; another each time. */
    void goOn()
    {
        m_window.showDay(m_days.at((qsizetype(m_round) * 37) % m_days.size()));
        does(Command::FirstPaper);
        for (int i = 0; i < 12; ++i) {
            does(Command::NextPaper);
        }
        does(Command::Star);
        does(Command::ReadOn);
        filters(words.at(m_round % words.size()));
        does(Command::Undo);
        does(std::array{Command::Compact, Command::Cosy, Command::Reading}.at(size_t(m_round % 3)));
        does(Command::CycleTitles);
        does(Command::LastPaper);
        if (m_round % 5 == 0) {
            does(Command::UnreadPapers);
            does(Command::ReadingList);
        }
        ++m_round;
    }

private:
    void does(Command command)
    {
        m_window.actions()[command]->trigger();
        QTest::qWait(untilPainted);
    }

    void filters(const QString &word)
    {
        does(Command::Filter);
        for (const QChar letter : word) {
            QTest::keyClick(QApplication::focusWidget(), letter.toLatin1());
            QTest::qWait(untilPainted);
        }
        does(Command::Escape); // clears it
        does(Command::Escape); // back to the list
    }

    const QStringList words{u"quantum"_s, u"graph"_s, u"x"_s, u"learning of"_s, u"zzz"_s};
    MainWindow &m_window;
    QList<QDate> m_days;
    int m_round = 0;
};

} // namespace

int main(int argc, char *argv[])
{
    const QApplication application(argc, argv);
    QApplication::setStyle(u"Fusion"_s);
    const QStringList arguments = QApplication::arguments();
    auto services = Services::open({arguments.value(1)});
    if (!services) {
        std::fprintf(stderr, "bench_browse: no library in %s\n", qPrintable(arguments.value(1)));
        return 1;
    }
    const QTemporaryDir folder;
    Settings settings(folder.filePath(u"settings.ini"_s)); // nobody's: it changes them
    settings.setKeepsPdfs(false);
    Language language;
    language.speak(settings.language());
    const Appearance appearance(*qApp, settings);
    MainWindow window(**services, settings);
    window.show();
    window.activateWindow();
    Browsing browsing(**services, window);
    if (!QTest::qWaitForWindowActive(&window) || !browsing.hasDays()) {
        std::fprintf(stderr, "bench_browse: the window is not active, or nothing is in it\n");
        return 1;
    }
    const double begun = milliseconds();
    const double end = begun + arguments.value(2).toDouble() * 60'000;
    double next = begun;
    while (milliseconds() < end) {
        if (milliseconds() >= next) {
            next = milliseconds() + tellEvery;
            tell({{u"seconds"_s, (milliseconds() - begun) / 1000},
                  {u"days"_s, browsing.days()},
                  {u"rss"_s, megabytes(u"/proc/self/status"_s, "VmRSS:")},
                  {u"pss"_s, megabytes(u"/proc/self/smaps_rollup"_s, "Pss:")}});
        }
        browsing.goOn();
    }
    return 0;
}
