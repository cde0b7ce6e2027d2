// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/formats/markdownday.h"
#include "app/store/library.h"

namespace paperdawn {

/** What to export, and how. */
struct ExportRequest {
    PaperQuery query;
    QList<PaperId> only; ///< a selection of it; empty = all
    ExportStyle style = ExportStyle::Table;
    ExportLanguage language = ExportLanguage::Chinese;
};

/** The export as bytes; NothingToExport where no paper answers. Thread: that of `library`. */
[[nodiscard]] Result<QByteArray> exported(const Library &library, const ExportRequest &request);

/** The export in a file: complete, or the old file stays byte for byte. Thread: that of `library`. */
[[nodiscard]] Result<> exportTo(const QString &path, const Library &library, const ExportRequest &request);

} // namespace paperdawn
