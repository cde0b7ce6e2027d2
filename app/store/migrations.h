// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/connection.h"

#include <functional>

namespace paperdawn {

/**
 * Brings a database to the newest schema: the numbered files of resources/sql/<family>, step and version in
 * one transaction each. Damaged where its tables are not those of its version, NewerSchema where it was made
 * by a newer version: then not a byte of it changes. Call it under the writer lock. `before`: called with the
 * version of one that is to be migrated, and has to succeed first.
 */
[[nodiscard]] Result<> migrate(Connection &connection, const QString &family,
                               const std::function<Result<>(int version)> &before = {});

/** The version of a database whose tables are those of that version; Damaged and NewerSchema as migrate(). */
[[nodiscard]] Result<int> schemaVersion(Connection &connection, const QString &family);

/** The newest version that there is a file for. */
[[nodiscard]] int newestSchema(const QString &family);

} // namespace paperdawn
