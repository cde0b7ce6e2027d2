// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace paperdawn {

/**
 * `text` as inline GitHub Flavored Markdown, on one line, that shows exactly `text`: what would be read as
 * markup is escaped, a line end is `<br>`, blanks at the ends and control characters are character
 * references. NUL and halves of surrogate pairs, which no Markdown can say, become U+FFFD. Safe in a table
 * cell and after a list marker. Follows GFM 0.29 and CommonMark 0.30. Linear. `also`: punctuation that needs
 * an escape in this place. Thread: any.
 */
[[nodiscard]] QString escapedMarkdown(QStringView text, QStringView also = {});

/** The text that `markdown`, made by escapedMarkdown(), stands for. Linear. Thread: any. */
[[nodiscard]] QString unescapedMarkdown(QStringView markdown);

/** escapedMarkdown() for a line of its own: neither a heading, list, quote nor rule comes of it. */
[[nodiscard]] QString escapedMarkdownLine(QStringView text);

/**
 * `text` as paragraphs, each a line as escapedMarkdownLine() makes it. Two line ends part them, other numbers
 * of them stay inside as `<br>`: so the paragraphs joined with `<br><br>` unescape to the same text.
 */
[[nodiscard]] QStringList markdownParagraphs(QStringView text);

/** `[label](address)`; the label is plain words. */
[[nodiscard]] QString markdownLink(QStringView label, const QString &address);

/** A cell that holds a link and nothing else: `[label](address)`, `<address>` or the bare address. */
struct MarkdownLink
{
    QStringView label;
    QStringView address; ///< as written
};
[[nodiscard]] MarkdownLink readMarkdownLink(QStringView cell); ///< null address: it is something else

} // namespace paperdawn
