// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/importdetails.h"

#include "app/base/sentence.h"
#include "app/transfer/remarks.h"
#include "ui/report.h"
#include "ui/theme.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QGuiApplication>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

namespace paperdawn {

using namespace Qt::StringLiterals;

namespace {

QStringList remarkSentences(const ImportSummary &summary)
{
    QStringList sentences;
    for (const FileOutcome &file : summary.files) {
        const QString name = QFileInfo(file.path).fileName();
        if (file.refused) {
            sentences += sentence(*file.refused);
        }
        for (const RowRemark &remark : file.remarks) {
            sentences += remarkSentence(name, remark);
        }
    }
    return sentences;
}

} // namespace

bool hasRemarks(const ImportSummary &summary)
{
    return std::any_of(summary.files.begin(), summary.files.end(),
                       [](const FileOutcome &file) { return file.refused || !file.remarks.isEmpty(); });
}

ImportDetails::ImportDetails(const ImportSummary &summary, QWidget *parent)
    : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("What the import left out or mended"));
    auto *list = new QListWidget(this);
    list->setObjectName("import-remarks"_L1);
    list->setAccessibleName(windowTitle());
    list->setFrameShape(QFrame::NoFrame);
    list->setUniformItemSizes(true);
    list->setTextElideMode(Qt::ElideRight);
    const QStringList remarks = remarkSentences(summary);
    list->addItems(remarks);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto *copy = buttons->addButton(tr("Copy details"), QDialogButtonBox::ActionRole);
    copy->setAutoDefault(false);
    connect(copy, &QAbstractButton::clicked, this,
            [remarks] { QGuiApplication::clipboard()->setText(reportOf(remarks.join(u'\n'))); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(grid::pad, grid::pad, grid::pad, grid::pad);
    layout->setSpacing(grid::pad);
    layout->addWidget(list);
    layout->addWidget(buttons);
    resize(parent ? parent->width() * 3 / 4 : 720, parent ? parent->height() / 2 : 400);
}

} // namespace paperdawn
