// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/filecalls.h"

#include <cerrno>
#include <cstdarg>
#include <cstdio>
#include <dlfcn.h>
#include <fcntl.h>
#include <mutex>
#include <string>
#include <sys/stat.h>
#include <unistd.h>

namespace paperdawn::test {

namespace {

using Kind = FileCall::Kind;

std::recursive_mutex oneAtATime;
QByteArray watchedFolder; // with a slash at its end
FileCallWatcher *watcherNow = nullptr;
bool isWatching = false; // what the watcher itself writes is not watched

template <typename Function>
Function real(const char *name)
{
    return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

QByteArray absolute(const char *path)
{
    if (path[0] == '/') {
        return path;
    }
    std::string here(4096, '\0');
    return QByteArray(getcwd(here.data(), here.size())) + '/' + path;
}

/** Below the watched folder, which is itself the empty path; null elsewhere. */
QByteArray watchedPath(const QByteArray &path)
{
    const QByteArray asFolder = path + '/';
    return !asFolder.startsWith(watchedFolder) ? QByteArray()
           : asFolder == watchedFolder         ? QByteArray("")
                                               : path.mid(watchedFolder.size());
}

QByteArray pathOf(int file)
{
    std::string path(4096, '\0');
    const std::string link = "/proc/self/fd/" + std::to_string(file);
    const ssize_t length = readlink(link.c_str(), path.data(), path.size());
    return length > 0 ? QByteArray(path.data(), length) : QByteArray();
}

quint64 nodeOf(int file)
{
    struct stat found = {};
    return fstat(file, &found) == 0 ? found.st_ino : 0;
}

quint64 nodeAt(const QByteArray &path)
{
    struct stat found = {};
    return lstat(path.constData(), &found) == 0 ? found.st_ino : 0;
}

quint64 folderOf(const QByteArray &path)
{
    return nodeAt(path.first(path.lastIndexOf('/')));
}

/** Asks the watcher, makes the call, tells the watcher. `call` may be completed by what `make` finds. */
template <typename Make>
auto watched(FileCall call, const Make &make) -> decltype(make(call))
{
    isWatching = false;
    const int refusal = watcherNow->refusal(call);
    if (refusal != 0) {
        isWatching = true;
        errno = refusal;
        return -1;
    }
    const auto result = make(call);
    const int number = errno;
    if (result >= 0) {
        watcherNow->made(call);
    }
    isWatching = true;
    errno = number;
    return result;
}

/** A call on an open file. */
template <typename Make>
auto onFile(FileCall call, int file, const Make &make) -> decltype(make(call))
{
    const std::scoped_lock lock(oneAtATime);
    call.path = isWatching ? watchedPath(pathOf(file)) : QByteArray();
    if (call.path.isNull()) {
        return make(call);
    }
    call.node = nodeOf(file);
    return watched(std::move(call), make);
}

/** A call on a name, or from one name to another. */
template <typename Make>
int onName(Kind kind, const char *path, const char *to, const Make &make)
{
    const std::scoped_lock lock(oneAtATime);
    const QByteArray from = absolute(path);
    FileCall call{.kind = kind, .path = isWatching ? watchedPath(from) : QByteArray()};
    if (call.path.isNull()) {
        return make(call);
    }
    call.node = nodeAt(from);
    call.folder = folderOf(from);
    if (to != nullptr) {
        call.to = watchedPath(absolute(to));
        call.toFolder = folderOf(absolute(to));
    }
    return watched(std::move(call), make);
}

/** A file that gets its first name: Qt makes those for the time being without one. `file` leads to it in
 * /proc. */
template <typename Make>
int onNaming(const char *file, const char *to, const Make &make)
{
    const std::scoped_lock lock(oneAtATime);
    const QByteArray named = isWatching ? watchedPath(absolute(to)) : QByteArray();
    struct stat found = {};
    if (named.isNull() || stat(file, &found) != 0) {
        return make();
    }
    return watched(
        {.kind = Kind::Link, .node = found.st_ino, .to = named, .toFolder = folderOf(absolute(to))},
        [&](const FileCall &) { return make(); });
}

int openFile(const char *name, const char *path, int flags, mode_t mode)
{
    const std::scoped_lock lock(oneAtATime);
    const auto go = [&] { return real<int (*)(const char *, int, ...)>(name)(path, flags, mode); };
    const bool isNameless = (flags & O_TMPFILE) == O_TMPFILE;
    const bool mayMake = isNameless || ((flags & O_CREAT) != 0 && nodeAt(absolute(path)) == 0);
    if (mayMake && isWatching) {
        return onName(isNameless ? Kind::MakeNameless : Kind::Make, path, nullptr, [&](FileCall &call) {
            const int file = go();
            call.node = nodeOf(file);
            return file;
        });
    }
    if ((flags & O_TRUNC) != 0 && isWatching) {
        return onName(Kind::Truncate, path, nullptr, [&](const FileCall &) { return go(); });
    }
    return go();
}

ssize_t writeTo(int file, qint64 at, const void *bytes, size_t size, bool atEnd,
                ssize_t (*go)(int, const void *, size_t, qint64))
{
    const FileCall call{.kind = Kind::Write,
                        .offset = at,
                        .bytes = QByteArray(static_cast<const char *>(bytes), qsizetype(size))};
    return onFile(call, file, [&](FileCall &made) {
        const ssize_t written = go(file, bytes, size, at);
        made.bytes.truncate(qMax<ssize_t>(written, 0));
        if (atEnd && written >= 0 && isatty(file) == 0) {
            made.offset = lseek(file, 0, SEEK_CUR) - written;
        }
        return written;
    });
}

} // namespace

void watchFileCalls(const QByteArray &folder, FileCallWatcher *watcher)
{
    const std::scoped_lock lock(oneAtATime);
    watchedFolder = folder + '/';
    watcherNow = watcher;
    isWatching = watcher != nullptr;
}

} // namespace paperdawn::test

// Under names of their own here, for the headers know those of the C library.
extern "C" {
int watchedOpen(const char *path, int flags, ...) __asm__("open");
int watchedOpen64(const char *path, int flags, ...) __asm__("open64");
ssize_t watchedWrite(int file, const void *bytes, size_t size) __asm__("write");
ssize_t watchedPwrite64(int file, const void *bytes, size_t size, off64_t at) __asm__("pwrite64");
int watchedFtruncate(int file, off_t length) __asm__("ftruncate");
int watchedFtruncate64(int file, off64_t length) __asm__("ftruncate64");
int watchedFsync(int file) __asm__("fsync");
int watchedFdatasync(int file) __asm__("fdatasync");
int watchedLink(const char *path, const char *to) __asm__("link");
int watchedLinkat(int folder, const char *path, int toFolder, const char *to, int flags) __asm__("linkat");
int watchedRename(const char *path, const char *to) __asm__("rename");
int watchedRenameat2(int folder, const char *path, int toFolder, const char *to,
                     unsigned flags) __asm__("renameat2");
int watchedUnlink(const char *path) __asm__("unlink");
int watchedMkdir(const char *path, mode_t mode) __asm__("mkdir");
int watchedRmdir(const char *path) __asm__("rmdir");
}

using namespace paperdawn::test;

namespace {

mode_t modeIn(int flags, va_list arguments)
{
    return (flags & (O_CREAT | __O_TMPFILE)) != 0 ? va_arg(arguments, mode_t) : 0;
}

} // namespace

int watchedOpen(const char *path, int flags, ...)
{
    va_list arguments;
    va_start(arguments, flags);
    const mode_t mode = modeIn(flags, arguments);
    va_end(arguments);
    return openFile("open", path, flags, mode);
}

int watchedOpen64(const char *path, int flags, ...)
{
    va_list arguments;
    va_start(arguments, flags);
    const mode_t mode = modeIn(flags, arguments);
    va_end(arguments);
    return openFile("open64", path, flags, mode);
}

ssize_t watchedWrite(int file, const void *bytes, size_t size)
{
    return writeTo(file, 0, bytes, size, true, [](int to, const void *what, size_t length, qint64) {
        static const auto go = real<ssize_t (*)(int, const void *, size_t)>("write");
        return go(to, what, length);
    });
}

ssize_t watchedPwrite64(int file, const void *bytes, size_t size, off64_t at)
{
    return writeTo(file, at, bytes, size, false, [](int to, const void *what, size_t length, qint64 where) {
        static const auto go = real<ssize_t (*)(int, const void *, size_t, off64_t)>("pwrite64");
        return go(to, what, length, where);
    });
}

int watchedFtruncate(int file, off_t length)
{
    return watchedFtruncate64(file, length);
}

int watchedFtruncate64(int file, off64_t length)
{
    static const auto go = real<int (*)(int, off64_t)>("ftruncate64");
    return onFile({.kind = Kind::Truncate, .offset = length}, file,
                  [&](const FileCall &) { return go(file, length); });
}

int watchedFsync(int file)
{
    static const auto go = real<int (*)(int)>("fsync");
    return onFile({.kind = Kind::Sync}, file, [&](const FileCall &) { return go(file); });
}

int watchedFdatasync(int file)
{
    static const auto go = real<int (*)(int)>("fdatasync");
    return onFile({.kind = Kind::Sync}, file, [&](const FileCall &) { return go(file); });
}

int watchedLink(const char *path, const char *to)
{
    static const auto go = real<int (*)(const char *, const char *)>("link");
    return onName(Kind::Link, path, to, [&](const FileCall &) { return go(path, to); });
}

int watchedLinkat(int folder, const char *path, int toFolder, const char *to, int flags)
{
    static const auto go = real<int (*)(int, const char *, int, const char *, int)>("linkat");
    return onNaming(path, to, [&] { return go(folder, path, toFolder, to, flags); });
}

int watchedRename(const char *path, const char *to)
{
    static const auto go = real<int (*)(const char *, const char *)>("rename");
    return onName(Kind::Rename, path, to, [&](const FileCall &) { return go(path, to); });
}

int watchedRenameat2(int folder, const char *path, int toFolder, const char *to, unsigned flags)
{
    static const auto go = real<int (*)(int, const char *, int, const char *, unsigned)>("renameat2");
    return onName(Kind::Rename, path, to,
                  [&](const FileCall &) { return go(folder, path, toFolder, to, flags); });
}

int watchedUnlink(const char *path)
{
    static const auto go = real<int (*)(const char *)>("unlink");
    return onName(Kind::Remove, path, nullptr, [&](const FileCall &) { return go(path); });
}

int watchedMkdir(const char *path, mode_t mode)
{
    static const auto go = real<int (*)(const char *, mode_t)>("mkdir");
    return onName(Kind::MakeFolder, path, nullptr, [&](FileCall &call) {
        const int made = go(path, mode);
        call.node = made == 0 ? nodeAt(absolute(path)) : 0;
        return made;
    });
}

int watchedRmdir(const char *path)
{
    static const auto go = real<int (*)(const char *)>("rmdir");
    return onName(Kind::RemoveFolder, path, nullptr, [&](const FileCall &) { return go(path); });
}
