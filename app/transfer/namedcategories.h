// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/formats/bibtexfile.h"

#include <QHash>
#include <stop_token>

namespace paperdawn {

/** How often BibTeX files name each category of arXiv, and what could not be read of them. Thread: any. */
struct NamedCategories
{
    int entries = 0;            ///< of any type
    int naming = 0;             ///< of these, the ones that name a category in which papers still appear
    QHash<QString, int> byName; ///< entries that name it, by the id on whose list its papers stand
    int unread = 0;             ///< entries that are damaged
    QString firstUnreadFile;    ///< in which the first of these is; null if there is none
    int firstUnreadLine = 0;    ///< likewise
    QList<Error> refused;       ///< a file each: Empty, Binary where no entry is in it, or it is none to read

    void add(const BibtexFile &file, const QString &path);

    /**
     * What somebody reads who cites this: each category that at least one in ten of the naming entries name,
     * so ten at most; where all are rarer, the one that is named most. The most named first, then by id.
     */
    [[nodiscard]] QStringList usual() const;
};

/** Within the caps of an import. Between files it can be stopped, and is as far as it came. */
[[nodiscard]] NamedCategories categoriesNamedIn(const QStringList &paths, const std::stop_token &stop = {});

/** Told by its name: .bib or .bibtex; a folder is none. */
[[nodiscard]] bool isNamedAsBibtex(const QString &path);

} // namespace paperdawn
