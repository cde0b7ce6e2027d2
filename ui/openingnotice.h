// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/opening.h"

#include <QDialog>
#include <QTimer>

class QLabel;
class QProgressBar;

namespace paperdawn {

/**
 * Says what opening a library is busy with, and stops it: is seen only where that takes more than a moment.
 * Rejected where the reader does not want to wait. Thread: UI.
 */
class OpeningNotice final : public QDialog
{
    Q_OBJECT
public:
    enum class Leaving : quint8 { Cancels, Quits }; ///< without a window behind it the program ends
    OpeningNotice(QWidget *parent, Leaving leaving);

    void setStep(const OpeningStep &step);
    /** Of something else that a library's opening waits for; `total` 0: nobody knows how far it is. */
    void setStep(const QString &words, int done, int total);

private:
    QTimer m_delay;
    QLabel *m_words;
    QProgressBar *m_bar;
};

} // namespace paperdawn
