// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/onewindow.h"

#include "app/base/log.h"
#include "app/platform/durable.h"

#include <QCryptographicHash>
#include <QDeadlineTimer>
#include <QDir>
#include <QLocalSocket>
#include <QStandardPaths>
#include <QThread>

namespace paperdawn {

using namespace Qt::StringLiterals;

namespace {

constexpr int patienceMs = 5000; ///< the first may still be starting
constexpr int betweenAttemptsMs = 50;
constexpr qint64 longestWish = 1024 * 1024;
constexpr auto taken = "taken\n";

/** Of the socket: short, for its path may be no longer than 107 bytes. */
QString addressOf(const QString &folder)
{
    const QByteArray name =
        QCryptographicHash::hash(QDir(folder).absolutePath().toUtf8(), QCryptographicHash::Sha256);
    return QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation) + u"/paperdawn-"_s +
           QString::fromLatin1(name.toHex().first(16));
}

} // namespace

OneWindow::OneWindow(const QString &libraryFolder)
    : m_folder(libraryFolder)
    , m_address(addressOf(libraryFolder))
    , m_lock(lockOf(libraryFolder))
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &OneWindow::take);
}

std::unique_ptr<QLockFile> OneWindow::lockOf(const QString &libraryFolder)
{
    auto lock = std::make_unique<QLockFile>(libraryFolder + u"/window.lock"_s);
    lock->setStaleLockTime(0); // held as long as its program lives
    return lock;
}

void OneWindow::follow(const QString &libraryFolder)
{
    auto lock = lockOf(libraryFolder);
    (void)lock->tryLock(0); // nobody could be there before us
    m_server.close();
    m_folder = libraryFolder;
    m_address = addressOf(libraryFolder);
    m_lock = std::move(lock);
    listen();
}

Result<bool> OneWindow::claim(const Wish &wish)
{
    const QDeadlineTimer deadline(patienceMs);
    if (!makeFolder(m_folder)) {
        return true; // opening says what is wrong with it
    }
    while (true) {
        if (m_lock->tryLock(0)) {
            listen();
            return true;
        }
        if (m_lock->error() != QLockFile::LockFailedError) {
            return true;
        }
        if (handOver(wish)) {
            return false;
        }
        if (deadline.hasExpired()) {
            return failure(ErrorKind::Busy, {}, m_folder);
        }
        QThread::msleep(betweenAttemptsMs);
    }
}

void OneWindow::listen()
{
    QLocalServer::removeServer(m_address); // of one that was killed: the lock is ours
    if (!m_server.listen(m_address)) {
        qCWarning(logUi) << "no second program can hand anything over:" << m_server.errorString();
    }
}

bool OneWindow::handOver(const Wish &wish) const
{
    QLocalSocket socket;
    socket.connectToServer(m_address);
    if (!socket.waitForConnected(patienceMs)) {
        return false;
    }
    socket.write(toLine(wish));
    QByteArray answer;
    while (answer != taken && socket.waitForReadyRead(patienceMs)) {
        answer += socket.readAll();
    }
    return answer == taken;
}

void OneWindow::take()
{
    while (QLocalSocket *socket = m_server.nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
            if (socket->bytesAvailable() > longestWish) {
                return socket->abort();
            }
            if (!socket->canReadLine()) {
                return;
            }
            if (const auto wish = wishFromLine(socket->readLine())) {
                socket->write(taken);
                Q_EMIT handedOver(*wish);
            }
            socket->disconnectFromServer();
        });
    }
}

} // namespace paperdawn
