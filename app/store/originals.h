// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QByteArray>

namespace paperdawn {

/** The bytes of an imported file and the name it had. */
struct Original
{
    QString name;
    QByteArray bytes;
};

/**
 * imports/: the original bytes of what was imported, which cannot be fetched again. Each in a gzip file (RFC
 * 1952, with its name in the header) called after the SHA-256 of its bytes, so that any tool reads them.
 * Thread: any.
 */
namespace originals {

[[nodiscard]] QString fingerprint(const QByteArray &bytes); ///< SHA-256, hexadecimal
/** Keeps it durably; true if it was not there before (or not any more as it should be). */
[[nodiscard]] Result<bool> keep(const QString &folder, const Original &original);
/** Damaged where the bytes are not those that its name promises. */
[[nodiscard]] Result<Original> read(const QString &folder, const QString &fingerprint);
/** The fingerprints of all that are kept, oldest first. */
[[nodiscard]] QStringList all(const QString &folder);
void remove(const QString &folder, const QString &fingerprint);
/** Removes what a crash left of a file that was being written. */
void removeTorn(const QString &folder);

} // namespace originals

} // namespace paperdawn
