// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/platform/filelock.h"
#include "app/store/library.h"

#include <functional>
#include <stop_token>

namespace paperdawn {

/**
 * A library on its way to another folder, and nothing else that its folder holds: copied, each file compared
 * with what was read and on the disk, then whoever moves it writes down the new place, then the old one goes.
 * Until it is called to go not a byte of the old one changes. Nobody else has it open meanwhile. Thread: one
 * at a time, any; blocks.
 */
class LibraryMove final
{
public:
    using Told = std::function<void(qint64 done, qint64 total)>; ///< bytes; in the thread that copies

    /** How many bytes there are to be copied; not a byte changes. Errors: WithinLibrary, NotEmpty (what an
     * attempt left that was killed does not count), NoSpace, those of systemError(). */
    [[nodiscard]] static Result<qint64> mayGo(const LibraryFolder &from, const LibraryFolder &to);
    /** Errors: those, Busy where a program has the library open, Cancelled; then the copy is gone. */
    [[nodiscard]] static Result<std::unique_ptr<LibraryMove>> copy(const LibraryFolder &from,
                                                                   const LibraryFolder &to,
                                                                   const Told &told = {},
                                                                   const std::stop_token &stop = {});

    [[nodiscard]] const LibraryFolder &from() const { return m_from; }
    [[nodiscard]] const LibraryFolder &to() const { return m_to; }
    /** The library stays where it was: the copy goes. */
    void withdraw() const;
    /** The same once a program may have opened it: false, and it stays, where its journal says something else
     * by now. */
    [[nodiscard]] bool withdrawUntouched() const;
    /** The new place is written down: that is no copy any more, and the old one goes. What cannot go is told
     * by the error. */
    [[nodiscard]] Result<> removeOld() const;

private:
    struct Entry
    {
        enum class What : quint8 { File, Folder, Link } what = What::File;
        QString name; ///< within the library
        qint64 size = 0;
        QDateTime changed;
        bool operator==(const Entry &) const = default;
    };
    LibraryMove(LibraryFolder from, LibraryFolder to, QList<Entry> entries, FileLock inUse);
    [[nodiscard]] static Result<QList<Entry>> entriesOf(const LibraryFolder &folder);
    [[nodiscard]] static qint64 bytesOf(const QList<Entry> &entries);
    [[nodiscard]] static Result<> checkPlace(const LibraryFolder &from, const LibraryFolder &to,
                                             const QList<Entry> &entries);
    [[nodiscard]] Result<> copyAll(const Told &told, const std::stop_token &stop) const;
    [[nodiscard]] Result<> copyLink(const QString &name) const;
    [[nodiscard]] Result<> settle() const;
    [[nodiscard]] Result<> removeFrom(const QString &folder) const;

    const LibraryFolder m_from;
    const LibraryFolder m_to;
    const QList<Entry> m_entries; ///< a folder before what is in it
    FileLock m_inUse;             ///< of the old one, alone
    bool m_madeFolder = false;
};

} // namespace paperdawn
