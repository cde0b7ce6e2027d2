// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/dayfile.h"

namespace paperdawn {

/** What a row of a day file or an object of the archive's JSON says of a paper. Null = not said. */
struct ArchiveRow
{
    QString shownTitle;    ///< of the column 标题: the translation, or the original where there is none
    QString shownAbstract; ///< of the column 摘要, likewise
    QString title;         ///< original
    QString abstract;      ///< original
    QString author;        ///< the first
    QDate submitted;
    QStringList codeUrls;
};

/** How far the columns 标题 and 摘要 of a file can be taken at their word. */
enum class ShownText : quint8 {
    Promised, ///< of the archive, which promises translations: English there was not translated
    Chosen,   ///< of our own export in one language: whichever there was
    Exact,    ///< of our own export in both languages: translations and nothing else
};

/** `text` without blanks at its ends; null for "" and "N/A", with which the archive says "not known". */
[[nodiscard]] QString knownText(QStringView text);

/** Whether a text in the place of a translation is one, by its letters: English there is the original. */
[[nodiscard]] bool readsAsTranslation(const QString &text);

/** A paper as a row tells of it: which text is the original and which a translation is decided by its
 * letters. */
[[nodiscard]] PaperDetails detailsOf(const VersionedId &id, const ArchiveRow &row, QDate day,
                                     ShownText shown);

} // namespace paperdawn
