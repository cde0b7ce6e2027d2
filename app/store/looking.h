// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/store/library.h"

namespace paperdawn {

/**
 * Why a library may only be read: NewerSchema, with the file, where a newer version made one of its databases
 * or wrote into its journal, ReadOnly, with the system's words, where the folder cannot be written. Not a
 * byte on the disk changes. Thread: any.
 */
[[nodiscard]] std::optional<Error> reasonOnlyToRead(const LibraryFolder &folder);

/** Two databases that can be asked, wherever they are; read with Connection::Mode::Look. */
struct Sight
{
    QString cache;
    QString library;
    QString scratch; ///< a temporary folder with what could not be read where it stands; null: none
};

/**
 * A library that is not to be changed: library.db, where it is not one of this version, as the journal says
 * it in a temporary folder, and there too a cache of an older version. Whoever asked removes that folder.
 * Thread: any.
 */
[[nodiscard]] Result<Sight> lookAt(const LibraryFolder &folder, const Clock &clock);

} // namespace paperdawn
