// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

namespace paperdawn {

/**
 * Sets RLIMIT_CORE to 0: keys and notes must not end in a core file. (Not PR_SET_DUMPABLE: desktop portals
 * refuse such a process.) Call once, first thing in main().
 */
[[nodiscard]] Result<> forbidCoreDumps();

} // namespace paperdawn
