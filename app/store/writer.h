// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/journal/replay.h"
#include "app/platform/filelock.h"
#include "app/store/connection.h"
#include "app/store/store.h"
#include "app/store/yettorestore.h"

#include <QJsonValue>
#include <QSet>
#include <chrono>
#include <utility>

namespace paperdawn {

class Statement;

/** How long a lock is waited for: longer than any transaction, and than any file of an import, should take.
 */
constexpr std::chrono::seconds lockPatience(30);
/** And at closing, where whoever holds it does what is left to do. */
constexpr std::chrono::milliseconds closingPatience(200);

/** A journal's value as it stands in library.db. */
[[nodiscard]] QString jsonText(const QJsonValue &value);

/**
 * What Store does, in the thread that calls: the two writing connections and every transaction, each under
 * the writer lock. Its parts: writer.cpp (the files and the locks), imports.cpp, rebuilding.cpp,
 * restoring.cpp, applying.cpp, check.cpp. Thread: the store's (or the one that opens it, before).
 */
class Writer final
{
public:
    [[nodiscard]] static Result<std::unique_ptr<Writer>>
    open(const LibraryFolder &folder, const Clock &clock, const QString &machine, const Opening &opening = {},
         std::chrono::milliseconds patience = lockPatience);
    ~Writer(); ///< writes the logs back into the files

    [[nodiscard]] Result<qint64> beginImport();
    [[nodiscard]] Result<FileOutcome> put(qint64 import, const ImportFile &file, StoreChange &change);
    [[nodiscard]] Result<int> undoImport(qint64 import, StoreChange &change);
    [[nodiscard]] Result<qint64> undoableImport();
    struct Days ///< from the first to the last, both of them too
    {
        QDate first;
        QDate last;
    };
    [[nodiscard]] Result<RemovedDay> removeDays(const Days &days, StoreChange &change);
    [[nodiscard]] Result<> catchUp(StoreChange &change);
    /** What other programs wrote since this was asked last, and what the journal has that library.db lacks.
     */
    [[nodiscard]] Result<> takeInOthers(StoreChange &change);
    [[nodiscard]] Result<QList<Fault>> check(bool repair, StoreChange &change);
    /** What fails is told too, once until one is made. */
    [[nodiscard]] Result<> backUpIfDue();

    /** What was found damaged, built anew or unreadable since this was asked last. */
    [[nodiscard]] QList<Fault> takeTold() { return std::exchange(m_told, {}); }

private:
    /** What import_file.published says. */
    enum class FileState : quint8 {
        TakenBack = 0, ///< by the reader: its original goes too
        Published = 1,
        HalfStored =
            2 ///< for the first time or, when the cache is built anew, from the only copy: that stays
    };
    /** How an original is that no file of the cache stands for. */
    enum class StrayState : quint8 {
        Sound,
        Unreadable, ///< just now: another attempt may read it
        Damaged     ///< and will not get better
    };
    Writer(LibraryFolder folder, const Clock &clock, QString machine, std::chrono::milliseconds patience);
    [[nodiscard]] Result<> openFiles();
    [[nodiscard]] Result<std::unique_ptr<Connection>> openFile(const QString &family);
    [[nodiscard]] Result<std::unique_ptr<Connection>> tryFile(const QString &path, const QString &family);
    [[nodiscard]] Result<> noteIfNew();
    [[nodiscard]] Result<> reopenWhatMoved();
    [[nodiscard]] Result<Fault> setAside(const QString &path);
    [[nodiscard]] Result<FileLock> lock(const QString &file, std::chrono::milliseconds patience) const;
    [[nodiscard]] Result<FileOutcome> store(qint64 import, const ImportFile &file, StoreChange &change);
    [[nodiscard]] Result<FileOutcome> storeInBatches(qint64 import, const ImportFile &file,
                                                     const QString &sha256, bool wasKept,
                                                     StoreChange &change);
    [[nodiscard]] QString fingerprintOf(const ImportFile &file);
    [[nodiscard]] QString nameOf(const QString &sha256);
    [[nodiscard]] std::pair<qint64, bool> fileRow(const ImportFile &file, const QString &sha256,
                                                  bool wasKept);
    void bring(qint64 file, qint64 import);
    [[nodiscard]] Result<RemovedDay> filesOf(const Days &days);
    [[nodiscard]] int countDays(const Days &days);
    [[nodiscard]] Result<QList<qint64>> filesIn(Statement &chosen);
    void markTakenBack(const QList<qint64> &files);
    [[nodiscard]] Result<> keepStarred(const QList<qint64> &files, StoreChange &change);
    [[nodiscard]] Result<> keepStarredSince(StoreChange &change);
    [[nodiscard]] Result<> backUp();
    void tellNoBackup(const Error &error);
    [[nodiscard]] bool isNewCache();
    [[nodiscard]] Result<> storeOriginalsAgain();
    [[nodiscard]] Result<bool> storeAll(const QStringList &strays);
    [[nodiscard]] QStringList strays();
    [[nodiscard]] Result<ImportFile> stray(const QString &fingerprint) const;
    [[nodiscard]] static StrayState stateOf(const Result<ImportFile> &stray);
    [[nodiscard]] Result<StrayState> storeStray(const QString &fingerprint);
    [[nodiscard]] Fault strayFault(const QString &fingerprint, StrayState state) const;
    [[nodiscard]] Result<> finishWhatACrashLeft(StoreChange &change);
    void finishOriginals();
    [[nodiscard]] Result<int> takeBackUnpublished(StoreChange &change);
    [[nodiscard]] Result<> forgetFiles(const QList<qint64> &files);
    [[nodiscard]] Result<int> retell();
    [[nodiscard]] Result<> forgetDeedsOfOthers();
    [[nodiscard]] Result<> applyAll(StoreChange &change);
    [[nodiscard]] Result<bool> applySome(StoreChange &change);
    [[nodiscard]] std::pair<qint64, qint64> commitsOfOthers() const;
    [[nodiscard]] QString journalNow() const;
    void tellUnread(const Replay &replay);
    void checkCache(bool repair, QList<Fault> &faults);
    [[nodiscard]] Result<> checkLibrary(bool repair, QList<Fault> &faults);
    [[nodiscard]] Result<> checkLacking(const QList<Draft> &lacking, bool repair, QList<Fault> &faults);
    [[nodiscard]] Result<> rebuild(QList<Fault> &faults);
    void checkStrays(bool repair, QList<Fault> &faults);
    [[nodiscard]] Result<> rebuildCache();
    [[nodiscard]] Result<> rebuildLibrary();
    [[nodiscard]] bool journalSaysNothing() const;
    [[nodiscard]] Result<bool> restoreLost(const QList<yetToRestore::Aside> &asides);
    [[nodiscard]] Result<QList<yetToRestore::Aside>> restoreAll(StoreChange &change);
    [[nodiscard]] Result<> restoreIfNew(StoreChange &change);
    void forgetRestored(const QList<yetToRestore::Aside> &asides);
    [[nodiscard]] Fault restoredFault(const QString &aside);
    [[nodiscard]] Result<Fault> replaceFile(std::unique_ptr<Connection> &connection, const QString &family);
    template <typename Work>
    [[nodiscard]] auto underLock(Work work) -> decltype(work());

    LibraryFolder m_folder;
    const Clock &m_clock;
    QString m_machine;
    std::chrono::milliseconds m_patience;
    Opening m_opening;       ///< while it lasts
    bool m_leftHalf = false; ///< of a file that could not be taken back; the next file or opening does it
    std::unique_ptr<Connection> m_cache;
    std::unique_ptr<Connection> m_library;
    QList<Fault> m_told;
    std::pair<qint64, qint64> m_commitsOfOthers; ///< to each file, as far as they have been told of
    QString m_journalSeen;                       ///< names and sizes of its files when it was last caught up
    bool m_isLibraryNew = false;                 ///< until what was lost is restored
    bool m_isToFinish = true;                    ///< what a crash left, in files that were just opened
    bool m_isOpening = true;
    std::optional<QList<yetToRestore::Aside>> m_restored; ///< by an opening: again, where that is stopped
    QDateTime m_restoredFrom;                             ///< the backup that still knew what was lost
    QDateTime m_backupTried;                              ///< and it failed
    bool m_isBackupTold = false;                          ///< that it failed, since one was made
    QSet<QString> m_unread;                               ///< journal files of which that was told
    bool m_mayReadMore = false;                           ///< of those at the next look
};

template <typename Work>
auto Writer::underLock(Work work) -> decltype(work())
{
    const auto held = lock(m_folder.writerLock(), m_patience);
    if (!held) {
        return tl::unexpected(held.error());
    }
    constexpr int logPagesBeforeCheckpoint = 1000;
    auto result = work();
    for (Connection *connection : {m_cache.get(), m_library.get()}) {
        if (connection && connection->logPages() > logPagesBeforeCheckpoint) {
            connection->checkpoint(false);
        }
    }
    return result;
}

} // namespace paperdawn
