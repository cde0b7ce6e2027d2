// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/library.h"

#include <QList>
#include <optional>

namespace paperdawn {

/**
 * library.db.restoring: it stands beside a library.db that is new until everything that backups and files
 * that were set aside still know is in the journal again, however often that is cut short. Durable. Thread:
 * any, under the writer lock.
 */
namespace yetToRestore {

/** A damaged library.db. */
struct Aside
{
    QString file;            ///< to which it was moved
    bool isOnlyCopy = false; ///< the journal said nothing then
    bool operator==(const Aside &) const = default;
};

/** Before library.db is made anew. `aside`: where the damaged one will be; nothing: there was none. */
[[nodiscard]] Result<> note(const LibraryFolder &folder, const std::optional<Aside> &aside = {});
[[nodiscard]] bool isNoted(const LibraryFolder &folder);
/** The earliest first. */
[[nodiscard]] QList<Aside> asides(const LibraryFolder &folder);
/** It is done, as far as `done` goes: one that was set aside since keeps the note. */
[[nodiscard]] Result<> forget(const LibraryFolder &folder, const QList<Aside> &done);

} // namespace yetToRestore

} // namespace paperdawn
