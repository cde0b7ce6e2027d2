// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/paperid.h"
#include "app/store/library.h"

#include <QObject>
#include <functional>

namespace paperdawn {

/** The way out of the window: web pages and PDFs in the programs that the reader has for them. Thread: UI. */
class Outside final : public QObject
{
    Q_OBJECT
public:
    /** Hands an address to the desktop; false where nothing takes it. */
    using Opener = std::function<bool(const QUrl &)>;

    Outside(LibraryFolder folder, QObject *parent);
    void setOpener(Opener opener) { m_open = std::move(opener); }

    /** http and https only, and said so where it is something else. */
    void openAddress(const QUrl &address);
    /** The PDF that is kept here, else the address. */
    void openPdf(const PaperId &paper, const QUrl &address);

Q_SIGNALS:
    void failed(const QString &sentence);

private:
    LibraryFolder m_folder;
    Opener m_open;
};

} // namespace paperdawn
