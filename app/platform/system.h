// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace paperdawn {

/**
 * Tells this installation of a system from others: a digest of /etc/machine-id (which itself is not to be
 * shown around, see machine-id(5)). Null where there is none. Thread: any.
 */
[[nodiscard]] QString systemFingerprint(const QString &machineIdFile = QStringLiteral("/etc/machine-id"));

} // namespace paperdawn
