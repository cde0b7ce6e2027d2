// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QUrl>
#include <functional>

namespace paperdawn {

/** The way out of the window: web pages and PDFs in the programs that the reader has for them. Thread: UI. */
class Outside final : public QObject
{
    Q_OBJECT
public:
    /** Hands an address to the desktop; false where nothing takes it. */
    using Opener = std::function<bool(const QUrl &)>;

    explicit Outside(QObject *parent);
    void setOpener(Opener opener) { m_open = std::move(opener); }

    /** http and https only, and said so where it is something else. */
    void openAddress(const QUrl &address);
    /** A PDF that is here. */
    void openFile(const QString &file);
    /** The folder in which a file lies. */
    void showFile(const QString &path);

Q_SIGNALS:
    void failed(const QString &sentence);

private:
    Opener m_open;
};

} // namespace paperdawn
