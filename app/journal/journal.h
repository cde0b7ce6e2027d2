// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/journal/journalfile.h"

#include <QThread>
#include <future>
#include <memory>

namespace paperdawn {

/**
 * Appends the reader's decisions to the journal on a thread of its own, so that nobody waits for the disk.
 * Reading is readSince(). Thread: any. Destruction waits until everything handed in is on the disk.
 */
class Journal final
{
public:
    /** As JournalFile::open(). */
    [[nodiscard]] static Result<std::unique_ptr<Journal>>
    open(const QString &folder, const QString &machineIdFile, const Clock &clock);
    ~Journal();

    [[nodiscard]] QString machine() const { return m_machine; }
    [[nodiscard]] QString folder() const { return m_folder; }

    /**
     * Fulfilled, in order, once the lines are on the disk: see JournalFile::append(). While the drafts are
     * made the journal is made ready for them; the other processes of this machine wait for them, too.
     */
    [[nodiscard]] Future<QList<Decision>> append(std::future<QList<Draft>> drafts, Undoable undoable);

private:
    Q_DISABLE_COPY_MOVE(Journal)
    Journal(QString folder, JournalFile file);

    const QString m_folder;
    const QString m_machine;
    JournalFile m_file; ///< journal thread only
    QObject m_there;    ///< lives in the journal thread
    QThread m_thread;
};

} // namespace paperdawn
