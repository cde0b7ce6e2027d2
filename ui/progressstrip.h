// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QProgressBar;
class QToolButton;

namespace paperdawn {

/** What goes on, how far it is, and a word to stop it: for the status bar. Thread: UI. */
class ProgressStrip final : public QWidget
{
    Q_OBJECT
public:
    /** `name` is of the deed, "fetch": its parts are called "fetch-words" and "stop-fetch". */
    ProgressStrip(const QString &name, const Clock &clock, QWidget *parent);

    /** Where it waits until some time, that is told behind the words and counted down. */
    void setWords(const QString &words, const QDateTime &waitingUntil = {});
    /** Of 0: nobody knows how much it is; of -1: nothing moves, and no bar is shown. */
    void setProgress(qint64 done, qint64 total);
    void setStoppable(bool stoppable);
    /** For the ear; the button itself says "Stop". */
    void setSpokenNames(const QString &stop, const QString &bar);

Q_SIGNALS:
    void stopRequested();

protected:
    void changeEvent(QEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void showWords();
    void retranslate();

    const Clock &m_clock;
    QLabel *m_label;
    QProgressBar *m_bar;
    QToolButton *m_stop;
    QString m_words;
    QDateTime m_waitingUntil;
    QTimer m_second; ///< while a wait is counted down
};

} // namespace paperdawn
