// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QByteArrayView>
#include <QHash>
#include <QString>
#include <optional>

namespace paperdawn {

/** A file as the system knows it: two that are equal stand for one that was not written in between. */
struct FileState
{
    quint64 inode = 0;
    qint64 size = 0;
    qint64 changed = 0; ///< nanoseconds since 1970
    friend bool operator==(const FileState &, const FileState &) = default;
};

/** Null where there is no file of the ordinary sort. Thread: any. */
[[nodiscard]] std::optional<FileState> stateOf(const QString &path);

/**
 * The ordinary files of a folder whose names end so, by name; none where there is no folder. Takes a seventh
 * of what QDirIterator takes, which counts where each decision waits for it, and tells a folder that cannot
 * be read from an empty one. Errors: those of systemError(). Thread: any.
 */
[[nodiscard]] Result<QHash<QString, FileState>> filesIn(const QString &folder, QByteArrayView ending);

} // namespace paperdawn
