// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/faults/filecalls.h"

#include <QHash>
#include <QList>
#include <QMap>
#include <QRandomGenerator>
#include <QString>

namespace paperdawn::test {

/**
 * A disk on which calls were made, and which may lose power at any of them. What was synced is on it; of the
 * rest, anything may be: of what was written to a file any sectors, or none, and of what happened to the
 * names in a folder the first so many. (A journalling file system keeps more than that; this one knows
 * nothing of order between files.)
 */
class RecordedDisk final
{
public:
    /** The next call that was made. */
    void take(const FileCall &call);
    /** Writes into `folder`, which is empty, what might be found after a power cut now. Files that were made
     * later have later times. */
    void writeImage(const QString &folder, QRandomGenerator &random) const;

private:
    struct Change ///< of a file's content
    {
        bool isTruncation = false;
        qint64 offset = 0; ///< of a truncation: the length
        QByteArray bytes;
    };
    struct File
    {
        QByteArray synced;
        QList<Change> since;
    };
    struct Naming ///< or unnaming, in a folder
    {
        FileCall call;
        quint64 node = 0;   ///< as counted here: the system uses numbers of inodes again
        quint64 folder = 0; ///< likewise
        bool isSynced = false;
    };
    [[nodiscard]] static QByteArray contentOf(const File &file, QRandomGenerator &random);
    [[nodiscard]] QMap<QByteArray, quint64> namesOf(QRandomGenerator &random) const;

    QHash<quint64, quint64> m_nodes; ///< by inode, as counted here
    quint64 m_last = 0;
    QHash<quint64, File> m_files;
    QList<Naming> m_namings;
};

} // namespace paperdawn::test
