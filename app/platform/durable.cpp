// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/durable.h"

#include "app/platform/descriptor.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLocale>
#include <QRandomGenerator>
#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <sys/stat.h>
#include <system_error>

namespace paperdawn {

using namespace Qt::StringLiterals;

namespace {

constexpr mode_t onlyThisUser = 0600;
constexpr mode_t whomTheUmaskLets = 0666;

tl::unexpected<Error> lastFailure(const QString &path)
{
    return tl::unexpected(systemError(errno, path));
}

Result<> writeAll(int file, QByteArrayView bytes, const QString &path)
{
    while (!bytes.isEmpty()) {
        const ssize_t written = ::write(file, bytes.data(), size_t(bytes.size()));
        if (written < 0 && errno != EINTR) {
            return lastFailure(path);
        }
        // a short write is how a disk that fills up begins: the next one says so
        bytes = bytes.sliced(written > 0 ? written : 0);
    }
    return {};
}

Result<> syncFile(int file, const QString &path)
{
    int failed = 0;
    while ((failed = ::fsync(file)) != 0 && errno == EINTR) {
    }
    return failed != 0 ? Result<>(lastFailure(path)) : Result<>();
}

/** A new file called after `path`, with six letters more. */
Descriptor createBeside(const QString &path, mode_t mode, QByteArray &name)
{
    constexpr int mostAttempts = 100;
    Descriptor file;
    for (int attempt = 0; attempt < mostAttempts && !file.isOpen(); ++attempt) {
        const quint32 random = QRandomGenerator::global()->bounded(1U << 24);
        name = QFile::encodeName(path + u'.' + QString::number(random, 16).rightJustified(6, u'0'));
        file = Descriptor(::open(name.constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode));
        if (!file.isOpen() && errno != EEXIST) {
            break;
        }
    }
    return file;
}

Result<> writeTemporary(Descriptor file, QByteArrayView bytes, const QString &path)
{
    struct stat old = {};
    if (::stat(QFile::encodeName(path).constData(), &old) == 0 &&
        ::fchmod(file.number(), old.st_mode & 07777) != 0) {
        return lastFailure(path);
    }
    return writeAll(file.number(), bytes, path).and_then([&] { return syncFile(file.number(), path); });
}

/** Reads a file to its end, a block at a time. */
template <typename Take>
Result<> forEachBlock(int file, const QString &path, const Take &take)
{
    QByteArray block(1 << 18, Qt::Uninitialized);
    while (true) {
        const ssize_t got = ::read(file, block.data(), size_t(block.size()));
        if (got < 0 && errno != EINTR) {
            return lastFailure(path);
        }
        if (got == 0) {
            return {};
        }
        if (got > 0) {
            if (auto taken = take(QByteArrayView(block).first(got)); !taken) {
                return taken;
            }
        }
    }
}

} // namespace

Error systemError(int number, const QString &path)
{
    const auto kind = [number] {
        switch (number) {
        case ENOSPC:
        case EDQUOT:
            return ErrorKind::DiskFull;
        case EACCES:
        case EPERM:
            return ErrorKind::Permission;
        case EROFS:
            return ErrorKind::ReadOnly;
        case ENOENT:
            return ErrorKind::NotFound;
        case EFBIG:
            return ErrorKind::TooLarge;
        default:
            return ErrorKind::Io;
        }
    }();
    return {kind, QString::fromStdString(std::generic_category().message(number)), path, 0, {}};
}

bool mayPass(const Error &error)
{
    return error.kind == ErrorKind::Permission || error.kind == ErrorKind::Io;
}

Result<> syncFolder(const QString &folder)
{
    const Descriptor opened(
        ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!opened.isOpen()) {
        return lastFailure(folder);
    }
    // EINVAL: a file system (FUSE, vfat, some network ones) that knows no such thing as syncing a folder
    if (::fsync(opened.number()) != 0 && errno != EINVAL && errno != ENOTSUP) {
        return lastFailure(folder);
    }
    return {};
}

Result<> makeFolder(const QString &folder)
{
    if (const QFileInfo there(folder); there.isDir()) {
        return {};
    } else if (there.exists()) {
        return tl::unexpected(systemError(ENOTDIR, folder));
    }
    const QString above = QFileInfo(QDir::cleanPath(QFileInfo(folder).absoluteFilePath())).path();
    if (const auto made = makeFolder(above); !made) {
        return made;
    }
    if (::mkdir(QFile::encodeName(folder).constData(), 0700) != 0 && errno != EEXIST) {
        return lastFailure(folder);
    }
    return syncFolder(above);
}

Result<> writeWhole(const QString &path, QByteArrayView bytes, Readers readers)
{
    QByteArray temporary;
    Descriptor file =
        createBeside(path, readers == Readers::ThisUser ? onlyThisUser : whomTheUmaskLets, temporary);
    if (!file.isOpen()) {
        return lastFailure(path);
    }
    auto written = writeTemporary(std::move(file), bytes, path);
    if (written && ::rename(temporary.constData(), QFile::encodeName(path).constData()) != 0) {
        written = lastFailure(path);
    }
    if (!written) {
        ::unlink(temporary.constData());
        return written;
    }
    return syncFolder(QFileInfo(path).path());
}

Result<> appendWhole(const QString &path, QByteArrayView bytes)
{
    const Descriptor file(::open(QFile::encodeName(path).constData(),
                                 O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW,
                                 onlyThisUser));
    if (!file.isOpen() && errno == ELOOP) {
        return failure(ErrorKind::Link, {}, path);
    }
    struct stat before = {};
    if (!file.isOpen() || ::fstat(file.number(), &before) != 0) {
        return lastFailure(path);
    }
    if (!S_ISREG(before.st_mode)) {
        return failure(ErrorKind::NotAFile, {}, path);
    }
    auto appended =
        writeAll(file.number(), bytes, path).and_then([&] { return syncFile(file.number(), path); });
    if (appended && before.st_size == 0) {
        appended = syncFolder(QFileInfo(path).path());
    }
    if (!appended && (::ftruncate(file.number(), before.st_size) != 0 || ::fsync(file.number()) != 0)) {
        appended.error().what += u" (and what was written of it could not be taken back)"_s;
    }
    return appended;
}

Result<> syncFile(const QString &path)
{
    const Descriptor file(::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    return file.isOpen() ? syncFile(file.number(), path) : Result<>(lastFailure(path));
}

Result<> renameWhole(const QString &from, const QString &to)
{
    if (auto synced = syncFile(from); !synced) {
        return synced;
    }
    if (::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) != 0) {
        return lastFailure(to);
    }
    return syncFolder(QFileInfo(to).path());
}

Result<> copyWhole(const QString &from, const QString &to)
{
    return copyWhole(from, to, {});
}

Result<> copyWhole(const QString &from, const QString &to, const Copied &copied)
{
    const Descriptor source(::open(QFile::encodeName(from).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (!source.isOpen()) {
        return lastFailure(from);
    }
    const QByteArray name = QFile::encodeName(to);
    const Descriptor copy(
        ::open(name.constData(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, onlyThisUser));
    if (!copy.isOpen()) {
        return lastFailure(to);
    }
    QCryptographicHash written(QCryptographicHash::Sha256);
    auto done = forEachBlock(source.number(), from, [&](QByteArrayView block) {
                    written.addData(block.toByteArray());
                    return writeAll(copy.number(), block, to).and_then([&] {
                        return copied ? copied(block.size()) : Result<>();
                    });
                }).and_then([&] { return syncFile(copy.number(), to); });
    QCryptographicHash found(QCryptographicHash::Sha256);
    if (done && ::lseek(copy.number(), 0, SEEK_SET) == 0) {
        done = forEachBlock(copy.number(), to, [&](QByteArrayView block) {
            found.addData(block.toByteArray());
            return Result<>();
        });
    }
    if (done && found.result() != written.result()) {
        done = failure(ErrorKind::Damaged, u"the copy differs"_s, to);
    }
    if (!done) {
        ::unlink(name.constData());
    }
    return done;
}

void copyModeAndTimes(const QString &from, const QString &to)
{
    struct stat old = {};
    const QByteArray name = QFile::encodeName(to);
    if (::stat(QFile::encodeName(from).constData(), &old) == 0) {
        const struct timespec times[] = {old.st_atim, old.st_mtim};
        (void)::chmod(name.constData(), old.st_mode & 07777); // vfat knows none
        (void)::utimensat(AT_FDCWD, name.constData(), times, 0);
    }
}

Result<QByteArray> readWhole(const QString &path, qint64 most)
{
    const Descriptor file(
        ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)); // no wait for a FIFO
    if (!file.isOpen()) {
        return lastFailure(path);
    }
    QByteArray bytes;
    while (true) {
        constexpr qsizetype step = 64 * 1024;
        const qsizetype held = bytes.size();
        bytes.resize(held + step);
        const ssize_t got = ::read(file.number(), bytes.data() + held, step);
        if (got < 0 && errno != EINTR) {
            return lastFailure(path);
        }
        bytes.resize(held + std::max<ssize_t>(got, 0));
        if (bytes.size() > most) {
            return failure(ErrorKind::TooLarge, u"over "_s + QLocale::c().formattedDataSize(most), path);
        }
        if (got == 0) {
            return bytes;
        }
    }
}

} // namespace paperdawn
