// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace paperdawn {

/** A name as bibliographies take it apart; only `key` is never empty. */
struct AuthorName
{
    QString key;    ///< what it is sorted under: "van der Meer", "LHCb Collaboration"
    QString first;  ///< "Simon P."
    QString suffix; ///< "Jr."

    bool operator==(const AuthorName &) const = default;
};

/**
 * Takes a name in the order "First Last Suffix" apart as arXiv does (arxiv-base, authors/__init__.py),
 * prefixes and the names of collaborations included. A name with a comma is in the order "Last, First"
 * already, as bioRxiv gives it. Thread: any.
 */
[[nodiscard]] AuthorName authorName(const QString &name);

/** A name in Unicode, without the braces that TeX puts around letters; null where nothing is left. Thread:
 * any. */
[[nodiscard]] QString nameOf(QStringView tex);

/** A name of either order in the order "First Last Suffix"; null where nothing is left. Thread: any. */
[[nodiscard]] QString inReadingOrder(const QString &name);

/** The names in a line of authors. */
struct AuthorLine
{
    QStringList names; ///< "First Last Suffix", in Unicode
    /** It names all of them: no "et al", no "(750 additional authors not shown)", no parenthesis without
     * partner, behind which some may be lost. */
    bool isWhole = false;

    bool operator==(const AuthorLine &) const = default;
};

/**
 * Takes a line of authors apart as arXiv does (arxiv-base, authors/__init__.py): names stand between commas,
 * colons, "and" and "&"; what is in parentheses is an affiliation or a remark and left out. Linear. Thread:
 * any.
 */
[[nodiscard]] AuthorLine authorLine(QStringView authors);

} // namespace paperdawn
