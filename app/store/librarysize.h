// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/library.h"

#include <QDateTime>

namespace paperdawn {

/** What a library takes on the disk, in bytes, and when it was last backed up by itself. */
struct LibrarySize
{
    qint64 lists = 0;     ///< cache.db: lists, titles, abstracts; with those that were set aside as damaged
    qint64 decisions = 0; ///< library.db, likewise, and the journal
    qint64 originals = 0; ///< files that were imported or fetched
    qint64 pdfs = 0;
    qint64 backups = 0;
    QDateTime lastBackup; ///< invalid: there is none yet

    /** Looks at each file: some 10 ms for thousands. Thread: any. */
    [[nodiscard]] static LibrarySize of(const LibraryFolder &folder);
};

} // namespace paperdawn
