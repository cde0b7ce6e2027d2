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
    explicit OpeningNotice(QWidget *parent);

    void setStep(const OpeningStep &step);

private:
    QTimer m_delay;
    QLabel *m_words;
    QProgressBar *m_bar;
};

} // namespace paperdawn
