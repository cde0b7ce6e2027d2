// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/store.h"

#include <QTemporaryDir>
#include <functional>

namespace paperdawn {

/** How much of what cannot be made again. */
struct BackupCount
{
    int decisions = 0; ///< lines of the journal
    int originals = 0; ///< imported and fetched files
    bool operator==(const BackupCount &) const = default;
};

/**
 * Writes everything of a library that cannot be made again into one file: the journal, the originals of what
 * was imported and fetched, the settings (where `settingsFile` is there). A tar archive in gzip, which any
 * system unpacks; PDFs are not in it, they can be had again. Complete and on the disk, or the old file stays.
 * Thread: any; blocks.
 */
[[nodiscard]] Result<BackupCount> writeBackup(const LibraryFolder &folder, const QString &settingsFile,
                                              const QString &path);

/** A file that writeBackup() made, unpacked into a temporary folder. Thread: one at a time, any; blocks. */
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
     * Brings that into the library: what was decided later stays, whoever says it. Not from the store's
     * thread. What came before a failure stays; another attempt goes on. The import to take back, 0 if no
     * file came.
     */
    [[nodiscard]] Result<qint64> mergeInto(Store &store, const Clock &clock,
                                           const std::function<void(int done, int total)> &told = {});

private:
    explicit BackupFile(LibraryFolder folder)
        : m_folder(std::move(folder))
    {
    }
    [[nodiscard]] Result<> unpack(const QString &path);
    [[nodiscard]] Result<> compare(const QString &path);
    [[nodiscard]] Result<qint64> importOriginals(Store &store,
                                                 const std::function<void(int done, int total)> &told);

    LibraryFolder m_folder;
    QTemporaryDir m_scratch;
    QList<Decision> m_decisions; ///< that the library lacks
    QStringList m_originals;     ///< fingerprints, likewise, in the order of import
};

} // namespace paperdawn
