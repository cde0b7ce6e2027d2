// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/parts.h"

#include <sqlite3.h>
#include <tl/expected.hpp>
#include <zlib.h>

namespace paperdawn {

using namespace Qt::StringLiterals;

PartVersions partVersions()
{
    return {.qt = QLatin1StringView(qVersion()),
            .sqlite = QLatin1StringView(sqlite3_libversion()),
            .zlib = QLatin1StringView(zlibVersion()),
            .expected = u"%1.%2"_s.arg(TL_EXPECTED_VERSION_MAJOR).arg(TL_EXPECTED_VERSION_MINOR)};
}

} // namespace paperdawn
