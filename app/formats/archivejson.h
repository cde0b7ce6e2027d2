// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/domain/dayfile.h"

namespace paperdawn {

/**
 * Reads a day of the archive's JSON: all sources (docs/api/daily) or one (docs/api/raw). Where a text and its
 * translation are the same, only one of the two was known: which, its letters tell. Remarks have no line.
 * Errors: Empty, Binary, Encoding, Malformed (the parser's words, line), NotADayFile. Thread: any.
 */
[[nodiscard]] Result<DayFile> parseArchiveJson(const QByteArray &bytes, const QString &name);

} // namespace paperdawn
