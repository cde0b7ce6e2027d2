// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/outside.h"

#include "app/base/sentence.h"
#include "ui/link.h"

#include <QDesktopServices>
#include <QFileInfo>

namespace paperdawn {

namespace {

constexpr qsizetype longestAddress = 120;

} // namespace

Outside::Outside(QObject *parent)
    : QObject(parent)
    , m_open([](const QUrl &url) { return QDesktopServices::openUrl(url); })
{
}

void Outside::openAddress(const QUrl &address)
{
    if (!isOpenable(address)) {
        Q_EMIT failed(tr("This address is not opened: it leads to no web page."));
    } else if (!m_open(address)) {
        Q_EMIT failed(tr("No browser could be started. The address is %1")
                          .arg(printable(honestAddress(address), longestAddress)));
    }
}

void Outside::showFile(const QString &path)
{
    const QString folder = QFileInfo(path).path();
    if (!m_open(QUrl::fromLocalFile(folder))) {
        Q_EMIT failed(
            tr("No file manager could be started. The file is %1").arg(printable(path, longestAddress)));
    }
}

void Outside::openFile(const QString &file)
{
    if (!m_open(QUrl::fromLocalFile(file))) {
        Q_EMIT failed(tr("No program here opens PDF files. Install one, or open the paper's page."));
    }
}

} // namespace paperdawn
