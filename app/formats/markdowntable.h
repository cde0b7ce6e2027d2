// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace paperdawn {

/** A physical line of a file, without its line end. */
struct MarkdownLine
{
    qsizetype begin = 0; ///< in the text of the file
    qsizetype end = 0;
    int number = 0; ///< 1-based

    [[nodiscard]] QStringView in(QStringView text) const { return text.sliced(begin, end - begin); }
};
[[nodiscard]] QList<MarkdownLine> markdownLines(QStringView text);

/** A cell as a piece of the file's text, blanks at its ends left out. */
struct MarkdownCell
{
    qsizetype begin = 0;
    qsizetype end = 0;

    [[nodiscard]] QStringView in(QStringView text) const { return text.sliced(begin, end - begin); }
};
/** Splits at pipes that no backslash stands before; pipes at the ends bound the row. Linear. */
[[nodiscard]] QList<MarkdownCell> markdownCells(QStringView text, qsizetype begin, qsizetype end);

/** Whether `line` is the row of dashes under a table's header. */
[[nodiscard]] bool isDelimiterRow(QStringView line);

/** What a header tells of its rows. */
struct TableShape
{
    qsizetype columns = 0;
    qsizetype linkColumn = 0;
    bool outerPipes = true;   ///< rows begin and end with a pipe
    bool oneLineRows = false; ///< no row goes over several lines
};

/** The lines of one row. */
struct MarkdownRow
{
    qsizetype first = 0;
    qsizetype last = 0;
    bool whole = true; ///< false: its closing pipe is missing
};

/**
 * Finds the rows between the lines `begin` and `end` (past the last). The archive's cells may hold line ends,
 * paragraphs, headings, lists and tables, unescaped: a row begins at a pipe, and ends at a pipe at the end of
 * a line once the link to its paper has been seen. `isPaperLink` says whether a cell is such a link. What
 * stands outside of the rows is passed over. Linear in the text.
 */
[[nodiscard]] QList<MarkdownRow> tableRows(QStringView text, const QList<MarkdownLine> &lines,
                                           qsizetype begin, qsizetype end, const TableShape &shape,
                                           bool (*isPaperLink)(QStringView cell));

} // namespace paperdawn
