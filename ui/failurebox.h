// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QMessageBox>

namespace paperdawn {

/**
 * What went wrong where no window is there to say it: the sentence, and a button that copies what a report of
 * it needs. The other buttons come from who shows it. Thread: UI.
 */
class FailureBox final : public QMessageBox
{
    Q_OBJECT
public:
    explicit FailureBox(const Error &error, QWidget *parent = nullptr);

    /** The button that leaves everything as it is; Escape, too. */
    QPushButton *addLeaving(const QString &text);
};

} // namespace paperdawn
