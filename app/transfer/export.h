// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/formats/markdownexport.h"
#include "app/store/library.h"

namespace paperdawn {

/** What to export, and how. */
struct ExportRequest
{
    PaperQuery query;
    QList<PaperId> only; ///< a selection of it; empty = all
    ExportStyle style = ExportStyle::Table;
    ExportLanguage language = ExportLanguage::Chinese;
};

/** The export as bytes; NothingToExport where no paper answers. Thread: that of `library`. */
[[nodiscard]] Result<QByteArray> exported(const Library &library, const ExportRequest &request);

/** Bytes in a file that is complete, or the old file stays byte for byte. Thread: any. */
[[nodiscard]] Result<> saveExport(const QString &path, const QByteArray &bytes);

} // namespace paperdawn
