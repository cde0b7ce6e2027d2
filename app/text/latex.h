// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <optional>

namespace paperdawn {

/*
 * Text as authors write it for arXiv: TeX accents and text commands, formulas, links. All functions are pure,
 * linear in their input and may be called from any thread.
 */

enum class Greek : quint8 { Keep, Convert };

/**
 * TeX accents, letters and (unless kept) Greek commands as Unicode, exactly as arXiv's own tex2utf does it
 * (arxiv-base arxiv/util/tex2utf.py): inside formulas too, with braces around letters left ("Ren{é}"). For
 * exports and for names; what a person reads goes through segments().
 */
[[nodiscard]] QString texToUnicode(QStringView tex, Greek greek = Greek::Convert);

/** A stretch of a title, abstract or comment that is shown in one way. */
struct Segment
{
    enum class Kind : quint8 { Text, Math, DisplayMath, Link, Cite };
    Kind kind = Kind::Text;
    /**
     * Text, Link: what to show, accents and dashes as Unicode, "\n" between lines, "\n\n" between paragraphs.
     * Math, DisplayMath: TeX without its delimiters (an environment with them). Cite: the keys.
     */
    QString text;
    bool bold = false;
    bool italic = false;
    bool mono = false;
    QString href;   ///< Link: http or https, with a host and without a user name; null elsewhere
    QString source; ///< Math, DisplayMath, Cite: as it stood, delimiters and all; null elsewhere

    bool operator==(const Segment &) const = default;
};

/**
 * Splits a title, abstract or comment into what it is made of. Nothing is lost: a command that is not
 * understood, an unbalanced brace, a dollar that is a price stay in the text as they stood. Single newlines
 * fold (to nothing between Chinese characters), blank lines and newlines before two blanks part paragraphs.
 */
[[nodiscard]] QList<Segment> segments(QStringView text);

/** A stretch of a formula in one face. */
struct Run
{
    QString text;
    bool italic = false;
    bool bold = false;
    int script = 0; ///< +1 superscript, -1 subscript

    bool operator==(const Run &) const = default;
};

/**
 * The formula (TeX without its delimiters) as runs, where Unicode, faces and one level of sub- and
 * superscripts show it rightly; otherwise nothing, and the caller has it typeset or shows its source.
 * Formulas over 1,000 characters or nested deeper than 24 are refused. A formula is never empty of runs.
 */
[[nodiscard]] std::optional<QList<Run>> unicodeRuns(QStringView tex);

/**
 * The text as plain Unicode, for rows, sorting, filtering, screen readers and the clipboard: formulas by
 * their runs, with Unicode's superscripts and subscripts where there are some and ^ and _ where not, or as
 * their source; commands of style left out.
 */
[[nodiscard]] QString plainText(QStringView text);

/**
 * What may be shown of text from elsewhere: bidirectional and other invisible controls left out, at most 8
 * combining marks in a row, broken surrogates as U+FFFD, cut at 20,000 characters. `cut`, if given, tells
 * whether something was cut off at the end.
 */
[[nodiscard]] QString shown(QStringView text, bool *cut = nullptr);

} // namespace paperdawn
