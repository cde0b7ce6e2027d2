// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/paperid.h"

#include <QObject>
#include <QTimer>

namespace paperdawn {

/** Counts a paper as read once it has been looked at long enough, and never because it was scrolled past. */
class Dwell final : public QObject
{
    Q_OBJECT
public:
    explicit Dwell(QObject *parent);

    /** At least so long, in milliseconds; 0 = never by itself. */
    void setTime(int milliseconds) { m_time = milliseconds; }
    /** The reader looks at this paper from now on. */
    void lookAt(const PaperId &paper);
    /** The reader looks elsewhere: another window, no paper. */
    void lookAway();

Q_SIGNALS:
    void readEnough(const paperdawn::PaperId &paper);

private:
    QTimer m_timer;
    int m_time = 0;
    std::optional<PaperId> m_paper;
};

} // namespace paperdawn
