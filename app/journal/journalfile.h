// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/journal/decision.h"
#include "app/platform/filestate.h"
#include "app/platform/system.h"

#include <QHash>
#include <QList>
#include <functional>

namespace paperdawn {

/** Whether Ctrl+Z takes an append back. */
enum class Undoable : bool { No, Yes };

/**
 * This machine's file in a journal folder: `folder`/<machine>.jsonl, append-only. The machine's id lives in
 * `machineIdFile`, outside the folder (which may be shared between machines), and so does the lock that
 * serialises the processes of one machine ("<machineIdFile>.lock"). Blocks on the disk.
 * Thread: one at a time; other instances may append to the same file at the same time.
 */
class JournalFile final
{
public:
    /**
     * Creates the folders and the machine's id where they are absent. Does not read the journal: cheap.
     * `clock` must outlive it. On another `system` than the one that the id was made on, it takes a new id:
     * the file was copied, and two machines must not write one file. Errors: those of systemError(), Busy.
     */
    [[nodiscard]] static Result<JournalFile> open(const QString &folder, const QString &machineIdFile,
                                                  const Clock &clock,
                                                  const QString &system = systemFingerprint());

    [[nodiscard]] QString machine() const { return m_machine; }
    [[nodiscard]] QString path() const;

    /**
     * Appends all drafts as one deed; what is returned is on the disk and survives a power cut. A failure
     * leaves nothing of it. Only a crash may leave the first lines of a deed that nobody was told of: they
     * count, as a deed of that many lines, and one undo takes back just those.
     * Errors: DiskFull and the like of systemError(), Busy (another process holds the lock for 10 s),
     * BadArgument (a draft that could not be read again: empty paper or field, more than a line holds).
     */
    [[nodiscard]] Result<QList<Decision>> append(const QList<Draft> &drafts,
                                                 Undoable undoable = Undoable::Yes);
    /** As above; the drafts are asked for once the file is locked and read, so that they may be made
     * meanwhile.
     */
    [[nodiscard]] Result<QList<Decision>> append(const std::function<QList<Draft>()> &drafts,
                                                 Undoable undoable);

private:
    JournalFile(QString folder, QString machine, QString lockFile, const Clock &clock);
    /** A file as it was when it was last read; appended to since, it is longer. */
    struct Seen
    {
        FileState state;
        bool isTorn = false; ///< its last line has no end
    };
    [[nodiscard]] QString fileName() const;
    [[nodiscard]] Result<bool> catchUp(); ///< true if the file's last line is torn
    [[nodiscard]] Result<bool> read(const QString &name);
    [[nodiscard]] QList<Decision> numbered(const QList<Draft> &drafts, Undoable undoable) const;
    [[nodiscard]] Result<> write(const QByteArray &lines);

    QString m_folder;
    QString m_machine;
    QString m_lockFile;
    const Clock *m_clock;
    qint64 m_sequence = 0;       ///< last one known
    qint64 m_time = 0;           ///< last one seen, of any machine
    QHash<QString, Seen> m_seen; ///< by name
    bool m_folderSynced = false;
};

} // namespace paperdawn
