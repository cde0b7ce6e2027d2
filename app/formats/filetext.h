// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

namespace paperdawn {

/** What stands in a text file: lines end with "\n", a byte order mark is gone. */
struct FileText
{
    QString text;
    bool torn = false; ///< the file ends in the middle of a character, which is left out
};

/**
 * Reads UTF-8 (RFC 3629). Errors: Empty (nothing, or blanks), Binary (a NUL byte, or more control bytes than
 * a text has), Encoding with the line. `name` is for the errors. Linear. Thread: any.
 */
[[nodiscard]] Result<FileText> fileText(const QByteArray &bytes, const QString &name);

/** The first date written YYYY-MM-DD in `text`; invalid where there is none. */
[[nodiscard]] QDate dateIn(QStringView text);

/** Without blanks, tabs and line ends at its ends. Unlike QString::trimmed it keeps other kinds of space. */
[[nodiscard]] QStringView trimmedBlanks(QStringView text);

} // namespace paperdawn
