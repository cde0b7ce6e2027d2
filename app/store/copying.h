// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/connection.h"

namespace paperdawn {

/**
 * Copies a database as of one moment, its log included, to a file of its own at `path`: whole, checked
 * (integrity_check) and on the disk, or not at all; what stood there before stays until then. Errors: Damaged
 * where the copy does not pass, those of systemError(). Thread: that of `from`.
 */
[[nodiscard]] Result<> copyDatabase(Connection &from, const QString &path);

} // namespace paperdawn
