// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/filestate.h"

#include "app/platform/durable.h"

#include <QFile>
#include <cerrno>
#include <dirent.h>
#include <fcntl.h>
#include <memory>
#include <sys/stat.h>

namespace paperdawn {

namespace {

/** `name` is of that folder. */
std::optional<FileState> stateAt(int folder, const char *name)
{
    constexpr qint64 second = 1'000'000'000;
    struct stat now = {};
    if (::fstatat(folder, name, &now, 0) != 0 || !S_ISREG(now.st_mode)) {
        return {};
    }
    return FileState{now.st_ino, now.st_size, now.st_mtim.tv_sec * second + now.st_mtim.tv_nsec};
}

} // namespace

std::optional<FileState> stateOf(const QString &path)
{
    return stateAt(AT_FDCWD, QFile::encodeName(path).constData());
}

Result<QHash<QString, FileState>> filesIn(const QString &folder, QByteArrayView ending)
{
    QHash<QString, FileState> files;
    const auto close = [](DIR *listing) { ::closedir(listing); };
    const std::unique_ptr<DIR, decltype(close)> listing(::opendir(QFile::encodeName(folder).constData()));
    errno = listing || errno == ENOENT ? 0 : errno;
    // each listing has a state of its own, and this one is nobody else's (readdir(3))
    // NOLINTNEXTLINE(concurrency-mt-unsafe)
    while (const dirent *file = listing ? ::readdir(listing.get()) : nullptr) {
        const QByteArrayView name(file->d_name);
        if (const auto state = name.endsWith(ending) ? stateAt(::dirfd(listing.get()), file->d_name)
                                                     : std::optional<FileState>()) {
            files.insert(QFile::decodeName(name.toByteArray()), *state);
        }
        errno = 0; // else it would not say whether the end came
    }
    if (errno != 0) {
        return tl::unexpected(systemError(errno, folder));
    }
    return files;
}

} // namespace paperdawn
