// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/failurebox.h"

#include "app/base/sentence.h"
#include "ui/report.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPushButton>

namespace paperdawn {

FailureBox::FailureBox(const Error &error, QWidget *parent)
    : QMessageBox(Critical, tr("Paperdawn"), sentence(error), NoButton, parent)
{
    setTextFormat(Qt::PlainText);
    setAttribute(Qt::WA_QuitOnClose, false); // a window may come after it
    auto *copy = addButton(tr("Copy details"), ActionRole);
    copy->setAutoDefault(false);
    copy->disconnect(); // else it would close the box
    connect(copy, &QAbstractButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(reportOf(text())); });
}

QPushButton *FailureBox::addLeaving(const QString &text)
{
    QPushButton *leaving = addButton(text, RejectRole);
    setEscapeButton(leaving);
    return leaving;
}

} // namespace paperdawn
