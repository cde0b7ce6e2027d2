// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/process.h"

#include "app/platform/durable.h"

#include <cerrno>
#include <cstdlib>
#ifdef __GLIBC__
#include <malloc.h>
#endif
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

void giveBackFreeMemory()
{
#ifdef __GLIBC__
    ::malloc_trim(0);
#endif
}

} // namespace paperdawn
