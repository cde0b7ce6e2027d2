// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/paintclock.h"

#include "tests/bench/measuring.h"

#include <QEventLoop>
#include <chrono>

namespace paperdawn::bench {

using namespace std::chrono_literals;

namespace {

constexpr auto stillAfter = 40ms; ///< longer than what is put off until after a painting

} // namespace

PaintClock::PaintClock(int &argc, char *argv[])
    : QApplication(argc, argv)
{
    m_still.setSingleShot(true);
    m_still.setInterval(stillAfter);
}

PaintClock::Painted PaintClock::after(const std::function<void()> &deed,
                                      const std::function<bool()> &hasEffect)
{
    m_painted = {};
    m_start = milliseconds();
    ++m_depth;
    deed();
    --m_depth;
    m_painted.held = milliseconds() - m_start;
    do {
        settle();
    } while (!hasEffect());
    return m_painted;
}

void PaintClock::settle()
{
    QEventLoop loop;
    connect(&m_still, &QTimer::timeout, &loop, &QEventLoop::quit);
    m_still.start();
    loop.exec();
}

/** All that changed in a window is painted, and handed to the display, by its UpdateRequest. */
bool PaintClock::notify(QObject *receiver, QEvent *event)
{
    const bool paints = event->type() == QEvent::UpdateRequest;
    const double begun = milliseconds();
    ++m_depth;
    const bool done = QApplication::notify(receiver, event);
    if (--m_depth == 0) {
        m_painted.held = qMax(m_painted.held, milliseconds() - begun);
    }
    if (paints) {
        m_painted.last = milliseconds() - m_start;
        m_painted.first = m_painted.first == 0 ? m_painted.last : m_painted.first;
        m_still.start();
    }
    return done;
}

} // namespace paperdawn::bench
