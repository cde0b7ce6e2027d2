// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/filelock.h"

#include "app/platform/durable.h"

#include <QFile>
#include <algorithm>
#include <cerrno>
#include <chrono>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <thread>

namespace paperdawn {

using namespace std::chrono_literals;

namespace {

/** False if the lock file was deleted meanwhile: then a lock on it excludes nobody. */
bool isStillAt(const QByteArray &path, const Descriptor &file)
{
    struct stat held = {};
    struct stat named = {};
    return ::fstat(file.number(), &held) == 0 && ::stat(path.constData(), &named) == 0 &&
           held.st_dev == named.st_dev && held.st_ino == named.st_ino;
}

} // namespace

Result<FileLock> FileLock::acquire(const QString &path, QDeadlineTimer deadline, std::stop_token stop)
{
    return lock(LOCK_EX, path, deadline, stop);
}

Result<FileLock> FileLock::share(const QString &path, QDeadlineTimer deadline, const std::stop_token &stop)
{
    return lock(LOCK_SH, path, deadline, stop);
}

Result<FileLock> FileLock::lock(int how, const QString &path, QDeadlineTimer deadline,
                                const std::stop_token &stop)
{
    const QByteArray name = QFile::encodeName(path);
    auto pause = 1ms;
    Descriptor file;
    while (true) {
        if (!file.isOpen()) {
            file = Descriptor(::open(name.constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
        }
        if (!file.isOpen()) {
            return tl::unexpected(systemError(errno, path));
        }
        if (::flock(file.number(), how | LOCK_NB) == 0) {
            if (isStillAt(name, file)) {
                return FileLock(std::move(file));
            }
            file = Descriptor();
        } else if (errno != EWOULDBLOCK && errno != EINTR) {
            return tl::unexpected(systemError(errno, path));
        }
        if (stop.stop_requested()) {
            return failure(ErrorKind::Cancelled, {}, path);
        }
        if (deadline.hasExpired()) {
            return failure(ErrorKind::Busy, {}, path);
        }
        // flock cannot wait with a deadline, and a holder is rarely longer than one fsync
        std::this_thread::sleep_for(pause);
        pause = std::min(pause * 2, 16ms);
    }
}

} // namespace paperdawn
