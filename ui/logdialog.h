// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QTimer>

class QPlainTextEdit;

namespace paperdawn {

/** What the program noted in this run, as it comes; can be copied. Thread: UI. */
class LogDialog final : public QDialog
{
    Q_OBJECT
public:
    explicit LogDialog(QWidget *parent);

private:
    void refresh();

    QPlainTextEdit *m_text;
    QTimer m_refresh;
    qsizetype m_count = -1;
};

} // namespace paperdawn
