// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/connection.h"

namespace paperdawn {

/**
 * Brings a database to the newest schema: the numbered files of resources/sql/<family>, step and version in
 * one transaction each. NewerSchema where it was made by a newer version. Call it under the writer lock.
 */
[[nodiscard]] Result<> migrate(Connection &connection, const QString &family);

/** The newest schema of a family. */
[[nodiscard]] int newestSchema(const QString &family);

} // namespace paperdawn
