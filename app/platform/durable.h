// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QByteArrayView>
#include <functional>

namespace paperdawn {

/** What errno says, in our terms: NotFound, Permission, DiskFull, ReadOnly, TooLarge, else Io in its
 * words.
 */
[[nodiscard]] Error systemError(int number, const QString &path);

/** Permission or Io: what the system did not give now, it may give later. Nothing is to be given up for it.
 */
[[nodiscard]] bool mayPass(const Error &error);

/** What was created, renamed or removed in `folder` survives a power cut after this. Thread: any. */
[[nodiscard]] Result<> syncFolder(const QString &folder);

/** Creates `folder` and what is missing above it, for this user only, durably. Thread: any. */
[[nodiscard]] Result<> makeFolder(const QString &folder);

/** Who may read a file that is made: nobody else, or whom the umask lets. */
enum class Readers : quint8 { ThisUser, AsUsual };

/**
 * Replaces the file by `bytes`, durably; on failure the old file stands as it was. `readers` is of a file
 * that is new. Errors: those of systemError(). Thread: any; two writers at once leave one of the two
 * contents.
 */
[[nodiscard]] Result<> writeWhole(const QString &path, QByteArrayView bytes,
                                  Readers readers = Readers::ThisUser);

/**
 * Appends `bytes` durably, in one write where the system permits, creating the file if it is absent. On
 * failure the file is as long as before. The caller keeps other writers away. Errors: Link where `path` is
 * one, those of systemError().
 */
[[nodiscard]] Result<> appendWhole(const QString &path, QByteArrayView bytes);

/** What was written to the file survives a power cut after this. Thread: any. */
[[nodiscard]] Result<> syncFile(const QString &path);

/** Makes a file durable that was written bit by bit, and gives it the name that tells it is whole. Both are
 * in one folder. Thread: any. */
[[nodiscard]] Result<> renameWhole(const QString &from, const QString &to);

/**
 * A copy of a file, durable and read again to see that it is the same; on failure there is none. What is
 * added to `from` meanwhile may be missing. `to` must not be there, or be one of ours to write over.
 */
[[nodiscard]] Result<> copyWhole(const QString &from, const QString &to);
/** Called with the bytes that were copied since the last call; an error ends the copying. */
using Copied = std::function<Result<>(qsizetype bytes)>;
[[nodiscard]] Result<> copyWhole(const QString &from, const QString &to, const Copied &copied);
/** Mode and times of `to` become those of `from`, as far as its file system knows such things. */
void copyModeAndTimes(const QString &from, const QString &to);

/** The whole file. Errors: TooLarge over `most` bytes, those of systemError(). Thread: any. */
[[nodiscard]] Result<QByteArray> readWhole(const QString &path, qint64 most);

} // namespace paperdawn
