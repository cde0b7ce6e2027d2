// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QByteArray>
#include <functional>

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
/**
 * Writes it durably, to wait beside the others until place() or withdraw(): a crash in between leaves what
 * only its file's row can judge. False if it is there already, as it should be.
 */
[[nodiscard]] Result<bool> keep(const QString &folder, const QString &fingerprint, const Original &original);
/** Gives one that waits its name among the others. */
void place(const QString &folder, const QString &fingerprint);
/** Forgets one that waits. */
void withdraw(const QString &folder, const QString &fingerprint);
/** Damaged where the bytes are not those that its name promises. */
[[nodiscard]] Result<Original> read(const QString &folder, const QString &fingerprint);
/** The fingerprints of all that are kept, oldest first. */
[[nodiscard]] QStringList all(const QString &folder);
[[nodiscard]] QString pathOf(const QString &folder, const QString &fingerprint);
/** They stay away after a power cut, too. */
[[nodiscard]] Result<> remove(const QString &folder, const QStringList &fingerprints);
/** Places what a crash left waiting where `isWanted` says so, and removes the rest and what was half written.
 */
void finish(const QString &folder, const std::function<bool(const QString &fingerprint)> &isWanted);

} // namespace originals

} // namespace paperdawn
