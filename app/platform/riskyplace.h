// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <functional>
#include <optional>

namespace paperdawn {

/**
 * Where a database is in danger: file systems of the network promise less of locks and of what has reached
 * the disk, and what synchronizes a folder copies files while they are being written.
 */
struct RiskyPlace
{
    enum class Kind : quint8 { Network, Synchronized } kind = Kind::Network;
    QString by; ///< "NFS", "Dropbox"

    bool operator==(const RiskyPlace &) const = default;
};

/** What a folder lies on. */
struct FileSystem
{
    quint32 magic = 0; ///< see statfs(2)
    QString type;      ///< as in /proc/self/mountinfo: "fuse.sshfs"
};
using FileSystemOf = std::function<FileSystem(const QString &folder)>;
[[nodiscard]] FileSystem fileSystemOf(const QString &folder);

/** Of a folder that is there. Thread: any, in a pool: a file system that hangs holds up who asks. */
[[nodiscard]] std::optional<RiskyPlace> riskOf(const QString &folder,
                                               const FileSystemOf &fileSystem = fileSystemOf);

/** What it means for a library, and what to do, for the window and paperdawnctl alike. */
[[nodiscard]] QString riskSentence(const RiskyPlace &place);

} // namespace paperdawn
