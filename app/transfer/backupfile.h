// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/platform/filelock.h"
#include "app/store/store.h"

#include <QTemporaryDir>
#include <functional>
#include <optional>
#include <stop_token>

namespace paperdawn {

/** How much of what cannot be made again. */
struct BackupCount
{
    int decisions = 0; ///< lines of the journal
    int originals = 0; ///< imported and fetched files
    bool operator==(const BackupCount &) const = default;
};

/** What came of a restore. */
struct RestoredBackup
{
    BackupCount brought;
    int damaged = 0;   ///< files that were damaged in the backup already: nothing can be had from them
    qint64 import = 0; ///< to take back; 0 where no file came
};

/**
 * Writes everything of a library that cannot be made again into one file: the journal, the originals of what
 * was imported and fetched, the settings (where `settingsFile` is there). A tar archive in gzip, which any
 * system unpacks; PDFs are not in it, they can be had again. Complete and on the disk, or the old file stays:
 * it fails where anything cannot be read. What a journal has lost and library.db still says is in it too.
 * Thread: any; blocks.
 */
[[nodiscard]] Result<BackupCount> writeBackup(const LibraryFolder &folder, const QString &settingsFile,
                                              const QString &path);

/** A file that writeBackup() made, unpacked into a folder in the library. Thread: one at a time, any; blocks.
 */
class BackupFile final
{
public:
    /** Compared with the library of `folder`. NotABackup where it is none, or damaged; NewerSchema. */
    [[nodiscard]] static Result<std::unique_ptr<BackupFile>> open(const QString &path,
                                                                  const LibraryFolder &folder);

    /** What it holds that is not in the library. */
    [[nodiscard]] BackupCount brings() const { return {int(m_decisions.size()), int(m_originals.size())}; }
    /** The settings that were kept; null: none. */
    [[nodiscard]] QString settingsFile() const;

    /**
     * Brings that into the library, the decisions first: what was decided later stays, whoever says it. Not
     * from the store's thread. What came before a failure stays; another attempt goes on. NewerSchema where a
     * file is of a newer version: all others came. Cancelled between two files where that is asked for.
     */
    [[nodiscard]] Result<RestoredBackup> mergeInto(Store &store, const Clock &clock,
                                                   const std::function<void(int done, int total)> &told = {},
                                                   const std::stop_token &stop = {});

private:
    explicit BackupFile(LibraryFolder folder);
    [[nodiscard]] Result<> unpack(const QString &path);
    [[nodiscard]] QString whereTo(const QString &place, qint64 size) const;
    [[nodiscard]] Result<> compare(const QString &path);
    [[nodiscard]] Result<> importOriginals(Store &store, RestoredBackup &restored,
                                           const std::function<void(int done, int total)> &told,
                                           const std::stop_token &stop);

    LibraryFolder m_folder;
    QTemporaryDir m_scratch;
    std::optional<FileLock> m_inUse;
    QList<Decision> m_decisions; ///< that the library lacks
    QStringList m_originals;     ///< fingerprints, likewise, in the order of import
};

} // namespace paperdawn
