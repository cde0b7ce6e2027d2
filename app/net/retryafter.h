// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>

namespace paperdawn {

/**
 * When Retry-After (RFC 9110 §10.2.3: seconds, or a date in any of HTTP's three forms) lets us ask again, in
 * UTC; never before now, never over a day ahead. Invalid where it says nothing that can be understood. Pure.
 */
[[nodiscard]] QDateTime parseRetryAfter(const QByteArray &value, const QDateTime &now);

} // namespace paperdawn
