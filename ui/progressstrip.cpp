// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/progressstrip.h"

#include "ui/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QToolButton>

namespace paperdawn {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int barWidth = 120;
constexpr int barHeight = 6;
constexpr int steps = 1000;              ///< of the bar; what is counted may be more than an int holds
constexpr qint64 longestCountDown = 100; ///< seconds; a longer wait is told by its end

} // namespace

ProgressStrip::ProgressStrip(const QString &name, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_label(new QLabel(this))
    , m_bar(new QProgressBar(this))
    , m_stop(new QToolButton(this))
{
    m_label->setObjectName(name + "-words"_L1);
    m_label->setTextFormat(Qt::PlainText);
    m_bar->setFixedSize(barWidth, barHeight);
    m_bar->setTextVisible(false);
    m_stop->setObjectName("stop-"_L1 + name);
    m_stop->setAutoRaise(true);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(grid::gap);
    layout->addWidget(m_label);
    layout->addWidget(m_bar);
    layout->addWidget(m_stop);
    connect(m_stop, &QToolButton::clicked, this, &ProgressStrip::stopRequested);
    m_second.setInterval(1s);
    connect(&m_second, &QTimer::timeout, this, &ProgressStrip::showWords);
    retranslate();
}

void ProgressStrip::setWords(const QString &words, const QDateTime &waitingUntil)
{
    m_words = words;
    m_waitingUntil = waitingUntil;
    showWords();
}

void ProgressStrip::showWords()
{
    const qint64 seconds = m_clock.now().secsTo(m_waitingUntil);
    const bool waits = m_waitingUntil.isValid() && seconds > 0;
    if (!waits) {
        m_label->setText(m_words);
    } else if (seconds <= longestCountDown) {
        //: %1 is what is being done
        m_label->setText(tr("%1, next in %2 s").arg(m_words).arg(seconds));
    } else {
        const QDateTime until = m_waitingUntil.toLocalTime();
        const bool isToday = until.date() == m_clock.now().toLocalTime().date();
        const QString time = isToday ? QLocale().toString(until.time(), QLocale::ShortFormat)
                                     : QLocale().toString(until, QLocale::ShortFormat);
        m_label->setText(tr("%1, next at %2").arg(m_words, time));
    }
    if (waits != m_second.isActive()) {
        waits ? m_second.start() : m_second.stop();
    }
}

void ProgressStrip::setProgress(qint64 done, qint64 total)
{
    m_bar->setVisible(total >= 0); // one without an end would move on and on
    m_bar->setRange(0, total > 0 ? steps : 0);
    m_bar->setValue(total > 0 ? int(done * steps / total) : 0);
}

void ProgressStrip::setStoppable(bool stoppable)
{
    m_stop->setEnabled(stoppable);
}

void ProgressStrip::setSpokenNames(const QString &stop, const QString &bar)
{
    m_stop->setAccessibleName(stop);
    m_bar->setAccessibleName(bar);
}

void ProgressStrip::retranslate()
{
    m_stop->setText(tr("Stop"));
    showWords();
}

void ProgressStrip::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

void ProgressStrip::hideEvent(QHideEvent *event)
{
    m_second.stop();
    QWidget::hideEvent(event);
}

} // namespace paperdawn
