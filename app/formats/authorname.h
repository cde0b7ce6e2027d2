// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

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

} // namespace paperdawn
