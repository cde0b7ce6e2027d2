// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/domain/dayfile.h"

namespace paperdawn {

/** What became of one file of an import. */
struct FileOutcome
{
    QString path;
    std::optional<Error> refused; ///< set: nothing of the file was stored
    bool known = false;           ///< the very bytes were imported before
    QList<DaySummary> days;       ///< the days it told of
    int added = 0;                ///< papers that were not known
    int merged = 0;               ///< papers that were known and learned something
    int same = 0;                 ///< papers that were known and learned nothing
    QList<RowRemark> remarks;     ///< rows left out or mended, with line numbers
};

/** What one import did, file by file. */
struct ImportSummary
{
    qint64 import = 0; ///< what Store::undoImport() takes back; 0: nothing new was stored
    QList<FileOutcome> files;
    int notTried = 0; ///< files behind one with which the store takes nothing more (disk full, read-only)
    bool cancelled = false;

    [[nodiscard]] int added() const;
    [[nodiscard]] int merged() const;
    [[nodiscard]] int same() const;
    [[nodiscard]] int refused() const;  ///< the ones that were not tried too
    [[nodiscard]] int leftOut() const;  ///< rows that were not taken
    [[nodiscard]] int dayCount() const; ///< distinct days
};

} // namespace paperdawn
