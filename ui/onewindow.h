// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/wish.h"

#include <QLocalServer>
#include <QLockFile>
#include <QObject>

namespace paperdawn {

/**
 * One window a library: a program that comes second hands its wish to the first and ends. The first holds
 * `window.lock` in the library's folder (released by the system, whatever ends it) and listens on a socket
 * that only its user may open. Thread: UI. Owned by main.
 */
class OneWindow final : public QObject
{
    Q_OBJECT
public:
    explicit OneWindow(const QString &libraryFolder);

    /**
     * True where this program is the first, or nobody can know (a folder that cannot be written); false where
     * the first has taken the wish. Waits seconds for its answer. Errors: Busy, where there is none.
     */
    [[nodiscard]] Result<bool> claim(const Wish &wish);
    /** The first stays the first: its library is in another folder now. */
    void follow(const QString &libraryFolder);

Q_SIGNALS:
    void handedOver(const paperdawn::Wish &wish);

private:
    void listen();
    void take();
    [[nodiscard]] bool handOver(const Wish &wish) const;

    [[nodiscard]] static std::unique_ptr<QLockFile> lockOf(const QString &libraryFolder);

    QString m_folder;
    QString m_address;
    std::unique_ptr<QLockFile> m_lock;
    QLocalServer m_server;
};

} // namespace paperdawn
