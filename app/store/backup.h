// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/library.h"

#include <QDateTime>

namespace paperdawn {

class Connection;

/** A copy of what cannot be made again, as of one moment. */
struct Backup
{
    QString path; ///< a folder, shaped as a library's: library.db, journal/
    QDateTime time;
    bool operator==(const Backup &) const = default;
};

/**
 * backup/ in a library: the journal and library.db, a folder a backup, named by its time. What is fetched or
 * imported is not in it: imports/ holds the originals of that. Thread: any, one at a time.
 */
namespace backups {

/** The whole ones, newest first. */
[[nodiscard]] QList<Backup> all(const LibraryFolder &folder);

/**
 * Takes one: written beside, checked (the database by itself, the journal by reading it again), on the disk,
 * and only then given its name; older ones than the last two go. Busy where another program is taking one;
 * Damaged where `library` is.
 */
[[nodiscard]] Result<Backup> take(const LibraryFolder &folder, Connection &library, const QDateTime &now);

/** True where there is none of today, in local time. */
[[nodiscard]] bool isDue(const LibraryFolder &folder, const QDateTime &now);

/** Before a database is brought from `version` to a newer schema: one copy a version is kept. */
[[nodiscard]] Result<> keepBeforeMigration(Connection &database, const QString &family, int version,
                                           const LibraryFolder &folder);

} // namespace backups

} // namespace paperdawn
