// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <optional>

namespace paperdawn::tar {

/** Everything in an archive stands in blocks of this size; it ends with two of zeros. */
constexpr qsizetype block = 512;
constexpr qsizetype longestName = 100;

/** The header of a file (POSIX.1-1988, ustar). `name`: ASCII, at most longestName; `time`: seconds since
 * 1970. */
[[nodiscard]] QByteArray header(const QByteArray &name, qint64 size, qint64 time);
/** Zeros that fill up the last block of a file. */
[[nodiscard]] QByteArray padding(qint64 size);

/** What a header says. */
struct Entry
{
    QByteArray name; ///< null: the end of the archive
    qint64 size = 0;
    bool isFile = false; ///< and no folder, link or extension
};
/** Nothing where it is none: its checksum is wrong. */
[[nodiscard]] std::optional<Entry> entry(const QByteArray &header);

} // namespace paperdawn::tar
