// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace paperdawn::test {

/** One call by which the program changes what is on the disk. Paths are those below the watched folder. */
struct FileCall
{
    enum class Kind : quint8 {
        Make,         ///< a file that was not there
        MakeNameless, ///< one in the folder `path`, which Link gives its first name
        Write,        ///< `bytes` at `offset`
        Truncate,     ///< to `offset` bytes
        Sync,         ///< of a file or of a folder
        Link,         ///< `node` is called `to`, too
        Rename,       ///< `path` is called `to` from now on
        Remove,       ///< a name of a file
        MakeFolder,   ///< which was not there
        RemoveFolder,
    } kind = Kind::Write;
    quint64 node = 0; ///< inode of the file or folder
    QByteArray path = {};
    QByteArray to = {};
    quint64 folder = 0;   ///< inode of the folder in which `path` is
    quint64 toFolder = 0; ///< inode of the folder in which `to` is
    qint64 offset = 0;
    QByteArray bytes = {};
};

/** Looks on, and may say no. Called from any thread, one call at a time. */
class FileCallWatcher
{
public:
    virtual ~FileCallWatcher() = default;
    /** Before the call: 0, or the errno with which it is to fail. */
    [[nodiscard]] virtual int refusal(const FileCall &call) = 0;
    /** The call has been made, and went well. */
    virtual void made(const FileCall &call) = 0;
};

/**
 * From now on every such call below `folder`, by whichever library of this program, goes through `watcher`,
 * and they go one at a time; null: no more. The program has functions of its own under the names of those of
 * the C library for that, which come first for all that it is linked with. What is written through a mapping
 * is not seen; of what a library has, that is only SQLite's index of its log, which nobody relies on after a
 * crash.
 */
void watchFileCalls(const QByteArray &folder, FileCallWatcher *watcher);

} // namespace paperdawn::test
