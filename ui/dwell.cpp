// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dwell.h"

namespace paperdawn {

Dwell::Dwell(QObject *parent)
    : QObject(parent)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        if (m_paper) {
            Q_EMIT readEnough(*m_paper);
        }
    });
}

void Dwell::lookAt(const PaperId &paper)
{
    m_paper = paper;
    if (m_time > 0) {
        m_timer.start(m_time);
    } else {
        m_timer.stop();
    }
}

void Dwell::lookAway()
{
    m_timer.stop();
    m_paper.reset();
}

} // namespace paperdawn
