// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/moving.h"

#include "app/base/async.h"
#include "app/base/sentence.h"
#include "app/transfer/librarymove.h"

#include <QApplication>
#include <QDir>
#include <QFileDialog>
#include <QLocale>
#include <QMessageBox>
#include <QPushButton>
#include <QTimer>

namespace paperdawn {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestPath = 120;

QString shown(const QString &folder)
{
    return printable(QDir::toNativeSeparators(folder), longestPath);
}

} // namespace

Moving::Moving(Services &services, QWidget *window)
    : QObject(window)
    , m_services(services)
    , m_window(window)
{
}

void Moving::choose()
{
    if (m_services.onlyRead()) {
        Q_EMIT failed(*m_services.onlyRead());
        return;
    }
    const QString folder =
        QFileDialog::getExistingDirectory(m_window, tr("An empty folder for the library"), QDir::homePath());
    if (!folder.isEmpty()) {
        ask(QDir::cleanPath(folder));
    }
}

void Moving::ask(const QString &folder)
{
    const auto look = [from = m_services.folder(), to = LibraryFolder{folder}] {
        return LibraryMove::mayGo(from, to);
    };
    whenDone(runIn(&m_services.pool(), look), this, [this, folder](const Result<qint64> &bytes) {
        if (bytes) {
            confirmOnceFree(folder, *bytes);
        } else {
            Q_EMIT failed(bytes.error());
        }
    });
}

/** Not over another box: the window goes with the move, and must not go under one that is open in it. */
void Moving::confirmOnceFree(const QString &folder, qint64 bytes)
{
    constexpr int betweenLooks = 200; // milliseconds
    if (QApplication::activeModalWidget() != nullptr) {
        QTimer::singleShot(betweenLooks, this, [this, folder, bytes] { confirmOnceFree(folder, bytes); });
        return;
    }
    confirm(folder, bytes);
}

void Moving::confirm(const QString &folder, qint64 bytes)
{
    const QString size = QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
    auto *box =
        new QMessageBox(QMessageBox::Question, tr("Move the library"),
                        //: %1 is a folder
                        tr("Move the library to %1?").arg(shown(folder)), QMessageBox::NoButton, m_window);
    box->setObjectName("move"_L1);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(
        //: %1 is a size such as “120 MB”, %2 a folder
        tr("%1 are copied and compared, and only then removed from %2. The window closes meanwhile, once "
           "what "
           "is being imported is here; what is being fetched is stopped.")
            .arg(size, shown(m_services.folder().path)));
    box->setAttribute(Qt::WA_DeleteOnClose);
    const auto *go = box->addButton(tr("Move"), QMessageBox::AcceptRole);
    box->setEscapeButton(box->addButton(tr("Cancel"), QMessageBox::RejectRole));
    connect(box, &QDialog::finished, this, [this, box, go, folder] {
        if (box->clickedButton() == go) {
            Q_EMIT decided(folder);
        }
    });
    box->open();
}

} // namespace paperdawn
