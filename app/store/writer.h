// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/rows.h"
#include "app/store/store.h"

namespace paperdawn {

/**
 * What Store does, in the thread that calls: the two writing connections and every transaction, each under
 * the writer lock. Thread: the store's (or the one that opens it, before).
 */
class Writer final
{
public:
    [[nodiscard]] static Result<std::unique_ptr<Writer>> open(const LibraryFolder &folder, const Clock &clock,
                                                              const QString &machine, QList<Fault> &mended);
    ~Writer(); ///< writes the logs back into the files

    [[nodiscard]] Result<qint64> beginImport();
    [[nodiscard]] Result<FileOutcome> put(qint64 import, const ImportFile &file, StoreChange &change);
    [[nodiscard]] Result<int> undoImport(qint64 import, StoreChange &change);
    [[nodiscard]] Result<qint64> undoableImport();
    [[nodiscard]] Result<> catchUp(StoreChange &change);
    [[nodiscard]] Result<QList<Fault>> check(bool repair, StoreChange &change);

private:
    Writer(LibraryFolder folder, const Clock &clock, QString machine);
    [[nodiscard]] Result<std::unique_ptr<Connection>> openFile(const QString &path, const QString &family,
                                                               QList<Fault> &mended);
    [[nodiscard]] Result<> finishWhatACrashLeft();
    [[nodiscard]] Result<> storeStaleAgain();
    [[nodiscard]] Result<> storeOriginalsAgain();
    [[nodiscard]] Result<> storeAgain(const QStringList &fingerprints);
    [[nodiscard]] Result<FileOutcome> putKept(qint64 import, const ImportFile &file, const QString &sha256,
                                              StoreChange &change);
    [[nodiscard]] qint64 newFile(qint64 import, const QString &fileName, const QString &sha256);
    [[nodiscard]] Result<int> takeBack(qint64 file, StoreChange &change);
    [[nodiscard]] Result<> rebuild(QList<Fault> &faults);
    [[nodiscard]] Result<> rebuildCache();
    [[nodiscard]] Result<> rebuildLibrary();
    [[nodiscard]] Result<> replaceFile(std::unique_ptr<Connection> &connection, const QString &family);
    [[nodiscard]] Result<bool> applySome(StoreChange &change);
    template <typename Work>
    [[nodiscard]] auto underLock(Work work) -> decltype(work());

    LibraryFolder m_folder;
    const Clock &m_clock;
    QString m_machine;
    std::unique_ptr<Connection> m_cache;
    std::unique_ptr<Connection> m_library;
};

} // namespace paperdawn
