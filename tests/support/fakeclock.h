// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"

#include <QElapsedTimer>

#include <atomic>

namespace paperdawn::test {

/** A clock that stands still until it is set. Thread: any. */
class FakeClock final : public Clock
{
public:
    explicit FakeClock(const QDateTime &time = QDateTime({2025, 12, 9}, {8, 0}, Qt::UTC))
        : m_ms(time.toMSecsSinceEpoch())
    {
    }
    void set(const QDateTime &time) { m_ms = time.toMSecsSinceEpoch(); }
    void advance(qint64 ms) { m_ms += ms; }
    [[nodiscard]] QDateTime now() const override { return QDateTime::fromMSecsSinceEpoch(m_ms, Qt::UTC); }

private:
    std::atomic<qint64> m_ms;
};

/** A clock that goes on from a chosen time, so that no test knows which day it is run on. Thread: any. */
class RunningClock final : public Clock
{
public:
    explicit RunningClock(const QDateTime &start)
        : m_start(start)
    {
        m_since.start();
    }
    [[nodiscard]] QDateTime now() const override { return m_start.addMSecs(m_since.elapsed()); }

private:
    QDateTime m_start;
    QElapsedTimer m_since;
};

} // namespace paperdawn::test
