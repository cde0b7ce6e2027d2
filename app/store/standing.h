// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/journal/ledger.h"
#include "app/store/library.h"

namespace paperdawn {

class Connection;

/** What library.db says, the earliest first, each star with what it keeps of its paper. */
[[nodiscard]] Result<QList<Decision>> standingIn(Connection &library);
/** The same of a library that others may be writing to; nothing where there is no library.db. Thread: any. */
[[nodiscard]] Result<QList<Decision>> standingIn(const LibraryFolder &folder);

/** True where it is not known, be it in other words. `known`: what a ledger says of it, or null. */
[[nodiscard]] bool isLaterThan(const Decision *known, const Decision &decision);

} // namespace paperdawn
