// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/process.h"

#include "app/platform/durable.h"

#include <cerrno>
#include <sys/resource.h>

namespace paperdawn {

Result<> forbidCoreDumps()
{
    const rlimit none = {0, 0};
    if (::setrlimit(RLIMIT_CORE, &none) != 0) {
        return tl::unexpected(systemError(errno, {}));
    }
    return {};
}

} // namespace paperdawn
