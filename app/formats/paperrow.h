// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/formats/archiverow.h"
#include "app/formats/markdowntable.h"

#include <optional>

namespace paperdawn {

/** What a column of a day's table holds. */
enum class Column : quint8 { Other, ShownTitle, Author, Date, Link, Code, Title, ShownAbstract, Abstract };

/** The columns that a header names, null where it is not the header of a list of papers. */
[[nodiscard]] std::optional<QList<Column>> readColumns(QStringView headerLine);

/** How the cells of a file were written. */
enum class CellEscapes : quint8 {
    Pipes, ///< only pipes were escaped
    Full,  ///< by escapedMarkdown()
};

/** What a row says, before its link is understood. */
struct RowTexts
{
    ArchiveRow texts;
    QString link;         ///< null: it has none
    bool missing = false; ///< fewer cells than columns
    bool surplus = false; ///< more
};

/**
 * Reads the cells of a row by the columns of its table. The link tells left from right: surplus cells left of
 * it belong to the title (the author and the date stand next to the link), those right of it to the last
 * text, behind the cell of the code.
 */
[[nodiscard]] RowTexts readRow(QStringView text, const QList<MarkdownCell> &cells,
                               const QList<Column> &columns, CellEscapes escapes);

/** Whether a cell links to a paper, or at least to what the file calls a PDF. */
[[nodiscard]] bool isPaperLink(QStringView cell);

} // namespace paperdawn
