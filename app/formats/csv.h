// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>

namespace paperdawn {

/**
 * Papers, as paperJson() tells them, as a table (RFC 4180): a header with the names of the JSON, every cell
 * in quotes, lists joined with "; ", rows end with CR LF. With a byte order mark: without it Excel takes
 * UTF-8 for the system's old encoding, and Chinese is lost; Python reads it as "utf-8-sig". A cell that a
 * spreadsheet would take for a formula gets an apostrophe before it. Thread: any.
 */
[[nodiscard]] QByteArray writeCsv(const QJsonArray &papers);

} // namespace paperdawn
