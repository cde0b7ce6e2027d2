// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/transfer/importjob.h"

#include <QWidget>

namespace paperdawn {

class Clock;
class ProgressStrip;

/** How far an import is, with a way to stop it: stands in the status bar while one runs. */
class ImportProgressBar final : public QWidget
{
    Q_OBJECT
public:
    ImportProgressBar(const Clock &clock, QWidget *parent);

    void start();
    void setProgress(const ImportProgress &progress);
    void finish();

Q_SIGNALS:
    void stopRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    ProgressStrip *m_strip;
};

} // namespace paperdawn
