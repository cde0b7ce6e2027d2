// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/domain/paperid.h"
#include "app/formats/authorname.h"

#include <QList>
#include <QMap>
#include <optional>

namespace paperdawn {

/** An entry of a BibTeX file, and what it says of the paper that it is about. */
struct BibtexEntry
{
    QString type; ///< in lower case: "article", "misc"
    QString key;  ///< may be empty
    /** By lower-case names; values are TeX on one line, without what delimits them. Never null. */
    QMap<QString, QString> fields;
    int line = 0; ///< 1-based, in which it begins

    /** In reading order and Unicode. Not whole where it ends with "and others". */
    [[nodiscard]] AuthorLine authors() const;
    /** TeX, without braces that only keep capitals; null if there is none. */
    [[nodiscard]] QString title() const;
    /**
     * Told by "eprint", or by a DOI, an address or a journal of arXiv, as arXiv itself, INSPIRE, ADS, DBLP,
     * Google Scholar, Mendeley, Zotero and JabRef write them.
     */
    [[nodiscard]] std::optional<PaperId> arxivId() const;
    /**
     * The category of arXiv that it names first, by its id in Category: the class of its "eprint", "[cs.CL]"
     * behind a number, or the archive of an old number; null if there is none.
     */
    [[nodiscard]] QString category() const;

    bool operator==(const BibtexEntry &) const = default;
};

struct BibtexFile
{
    QList<BibtexEntry> entries; ///< of any type, as they follow; keys may be the same
    int unread = 0;             ///< entries that are damaged or cut off
    int firstUnread = 0;        ///< the line in which the first of these begins; 0: there is none

    bool operator==(const BibtexFile &) const = default;
};

/**
 * Reads BibTeX as BibTeX 0.99d does (bibtex.web): text between entries counts for nothing, macros are put in
 * where they are defined (where not, as the names of months, the name stays), of a field told twice the first
 * counts. Other than there, "@comment{…}" goes with all that is in it, commas between fields may lack, and an
 * entry that is damaged ends where a line begins another one. Text that is not UTF-8 is taken for Latin-1.
 * A file without an entry is none of BibTeX to a reader, but no error here. Entries and fields over a million
 * in all, and macros over 16 million characters, count as unread. Errors: Empty, Binary. Linear. Thread: any.
 */
[[nodiscard]] Result<BibtexFile> parseBibtex(const QByteArray &bytes, const QString &name);

} // namespace paperdawn
