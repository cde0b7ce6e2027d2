// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QTimer>
#include <functional>

namespace paperdawn::bench {

/** An application that knows when its windows were painted. */
class PaintClock final : public QApplication
{
    Q_OBJECT
public:
    PaintClock(int &argc, char *argv[]);

    /** Ends of paintings, in ms since the deed began; 0 where nothing was painted. */
    struct Painted
    {
        double first = 0;
        double last = 0; ///< before nothing more was painted for a while
        double held = 0; ///< the longest that the deed or one event kept all others waiting
    };
    /** Does something, and lets events come until it has had its effect and all that it changes is painted.
     */
    [[nodiscard]] Painted after(
        const std::function<void()> &deed, const std::function<bool()> &hasEffect = [] { return true; });
    /** Lets events come until nothing is painted any more. */
    void settle();

    bool notify(QObject *receiver, QEvent *event) override;

private:
    QTimer m_still;
    double m_start = 0;
    int m_depth = 0; ///< of events within events
    Painted m_painted;
};

} // namespace paperdawn::bench
