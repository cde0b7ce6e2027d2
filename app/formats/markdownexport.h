// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/paper.h"

namespace paperdawn {

/** The papers of one source and day, or without a day. */
struct ExportSection
{
    QDate day;
    Source source = Source::Arxiv;
    QList<PaperDetails> papers;
};

enum class ExportStyle : quint8 {
    Table,   ///< the table of the archive's day files: id, version, title, first author, abstract
    Reading, ///< a section a paper with all that is known of it
};

enum class ExportLanguage : quint8 {
    Chinese,  ///< the translation; the original where there is none
    Original, ///< the original; the translation where there is none
    Both,     ///< both, side by side
};

/**
 * Papers as GitHub Flavored Markdown, in which every text shows exactly as it is, and which
 * parseMarkdownDay() reads again. A reading list stands under a heading of its own and makes no day when it
 * is read again. The last line is a comment by which the reader knows the escapes. UTF-8, lines end with
 * "\n". Thread: any.
 */
[[nodiscard]] QByteArray writeMarkdown(const QList<ExportSection> &sections, ExportStyle style,
                                       ExportLanguage language, bool readingList);

} // namespace paperdawn
