// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/transport.h"

#include <chrono>

namespace paperdawn {

/** How long a request may take and how large its answer may be. */
struct Limits
{
    std::chrono::milliseconds stall{0}; ///< without a byte of the answer
    std::chrono::milliseconds total{0}; ///< 0 = none
    qint64 most = 0;                    ///< bytes, decompressed
};

/** The services are known to stall for 30 s; a PDF may take as long as it comes. Thread: any. */
[[nodiscard]] Limits limitsOf(Purpose purpose);

} // namespace paperdawn
