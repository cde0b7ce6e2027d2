// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/logdialog.h"

#include "app/base/log.h"
#include "ui/report.h"
#include "ui/theme.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>

namespace paperdawn {

using namespace Qt::StringLiterals;

namespace {

constexpr int refreshMs = 1000;
constexpr int columns = 90;
constexpr int rows = 24;

} // namespace

LogDialog::LogDialog(QWidget *parent)
    : QDialog(parent)
    , m_text(new QPlainTextEdit)
{
    setObjectName("logDialog"_L1);
    setWindowTitle(tr("Log"));
    m_text->setObjectName("log"_L1);
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setPlaceholderText(tr("Nothing was noted since the program was started."));
    m_text->setAccessibleName(tr("What the program noted"));
    const QFontMetrics metrics(m_text->font());
    m_text->setMinimumHeight(metrics.height() * rows / 2);
    resize(metrics.averageCharWidth() * columns, metrics.height() * rows);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    // in our own words: Qt's translations may not be installed
    auto *close = buttons->button(QDialogButtonBox::Close);
    close->setText(tr("Close"));
    auto *copy = buttons->addButton(tr("Copy &all"), QDialogButtonBox::ActionRole);
    copy->setObjectName("copyLog"_L1);
    connect(copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(particulars() + u'\n' + m_text->toPlainText() + u'\n');
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(grid::wide, grid::wide, grid::wide, grid::section);
    column->setSpacing(grid::pad);
    column->addWidget(m_text);
    column->addWidget(buttons);

    setTabOrder(m_text, copy);
    setTabOrder(copy, close);
    copy->setAutoDefault(false);
    close->setDefault(true);

    connect(&m_refresh, &QTimer::timeout, this, &LogDialog::refresh);
    m_refresh.start(refreshMs);
    refresh();
}

void LogDialog::refresh()
{
    if (logCount() == m_count) {
        return; // what is being selected stays selected
    }
    m_count = logCount();
    QStringList lines;
    for (const LogLine &line : keptLog()) {
        lines += logText(line);
    }
    m_text->setPlainText(lines.join(u'\n'));
    m_text->verticalScrollBar()->setValue(m_text->verticalScrollBar()->maximum());
}

} // namespace paperdawn
