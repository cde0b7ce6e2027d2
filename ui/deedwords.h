// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/decisions/decisions.h"

namespace paperdawn {

/** What a deed did, or what was taken back or done again, in a sentence: "213 marked read." Thread: UI. */
[[nodiscard]] QString deedSentence(const DeedDone &deed);

} // namespace paperdawn
