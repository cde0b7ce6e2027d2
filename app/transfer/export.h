// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/formats/markdownexport.h"
#include "app/store/library.h"

#include <optional>

namespace paperdawn {

enum class ExportFormat : quint8 { Markdown, Bibtex, Ris, Csv, Json };

/** "markdown", "bibtex", "ris", "csv", "json": the word in options and settings. */
[[nodiscard]] QString formatKey(ExportFormat format);
[[nodiscard]] std::optional<ExportFormat> parseFormat(QStringView key);
/** Of a file in that format, without the dot: "md", "bib", … */
[[nodiscard]] QString fileSuffix(ExportFormat format);

/** What to export, and how. */
struct ExportRequest
{
    PaperQuery query;
    QList<PaperId> only;                               ///< a selection of it; empty = all
    ExportStyle style = ExportStyle::Table;            ///< of Markdown; the others have none
    ExportLanguage language = ExportLanguage::Chinese; ///< likewise
    ExportFormat format = ExportFormat::Markdown;
};

/** The export as bytes; NothingToExport where no paper answers. Thread: that of `library`. */
[[nodiscard]] Result<QByteArray> exported(const Library &library, const ExportRequest &request);

/** Bytes in a file that is complete, or the old file stays byte for byte. Thread: any. */
[[nodiscard]] Result<> saveExport(const QString &path, const QByteArray &bytes);

} // namespace paperdawn
