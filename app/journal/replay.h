// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/journal/decision.h"

#include <QList>
#include <QMap>

namespace paperdawn {

/** How far each file of the folder has been read: "3f2a91bc04d7.jsonl" -> bytes, always the end of a line. */
using Offsets = QMap<QString, qint64>;

/** A line that is no decision. It stays in its file. */
struct UnreadableLine
{
    QString file;      ///< name within the folder
    qint64 offset = 0; ///< bytes
    QString why;
    bool operator==(const UnreadableLine &) const = default;
};

/** What the files of a journal folder say beyond some offsets. */
struct Replay
{
    QList<Decision> decisions; ///< in the order of each file; files by name; repetitions are harmless
    Offsets offsets;           ///< to be handed to the next readSince(); belongs into the same transaction
    bool more = false;         ///< there is more to read already
    QList<UnreadableLine> unreadable;
    /** Files that could not be opened or read on; their offsets stand before what was not read. NewerSchema:
     * the next line is of a form that only a newer version knows, and has to wait for it. */
    QList<Error> skipped;
};

/**
 * Reads on in all *.jsonl files of `folder`: complete lines only (a torn last line is not there yet), at most
 * `mostLines` lines and about 8 MiB a call, so loop while Replay::more. A file that was cut or replaced is
 * read from its start. Files of other machines, and copies that a synchroniser made on conflict, count too.
 * Thread: any; blocks on the disk. Errors: those of systemError() for the folder itself.
 */
[[nodiscard]] Result<Replay> readSince(const QString &folder, const Offsets &offsets, int mostLines = 5000);

} // namespace paperdawn
