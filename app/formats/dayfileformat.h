// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/domain/dayfile.h"

namespace paperdawn {

/** Reads a day file of any form, told by its content, not by its name. Errors: those of the forms. Thread:
 * any. */
[[nodiscard]] Result<DayFile> parseDayFile(const QByteArray &bytes, const QString &name);

} // namespace paperdawn
