// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace paperdawn {

/** Versions of what the programs are made of: of the libraries that run now, which may be newer than those
 * they were built with. */
struct PartVersions
{
    QString qt;
    QString sqlite;
    QString zlib;
    QString expected; ///< tl::expected, which is built in

    bool operator==(const PartVersions &) const = default;
};

/** Thread: any. */
[[nodiscard]] PartVersions partVersions();

} // namespace paperdawn
