// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/settings/settings.h"
#include "ui/desktopnotice.h"

#include <QDate>
#include <QTimer>
#include <functional>

namespace paperdawn {

/**
 * Tells by a notification of the desktop that a new list is announced, once a list, if the reader wants that.
 * The network is not asked: it is announced when arXiv's schedule says so. What was announced before the
 * window was there is not told: it is in the window. Thread: UI.
 */
class NewListNotice final : public QObject
{
    Q_OBJECT
public:
    /** Whether papers of the list of a day are here already. */
    using IsHere = std::function<bool(QDate)>;

    /** The clock and the settings must outlive it. */
    NewListNotice(const Clock &clock, Settings &settings, IsHere isHere, QObject *parent = nullptr);

    /** Once a minute it looks by itself, so neither sleep nor a clock that was set makes it miss anything. */
    void look();

Q_SIGNALS:
    void chosen(); ///< the reader wants that list

private:
    void follow();
    [[nodiscard]] QDate takeNewest();

    const Clock &m_clock;
    Settings &m_settings;
    const IsHere m_isHere;
    DesktopNotice m_notice;
    QTimer m_timer; ///< active: the reader wants to be told
};

} // namespace paperdawn
