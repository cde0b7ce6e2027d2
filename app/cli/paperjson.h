// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/paper.h"
#include "app/store/library.h"

#include <QJsonObject>

namespace paperdawn {

/** A paper as `list --json` and `show --json` print it; what is not known is null. */
[[nodiscard]] QJsonObject paperJson(const Paper &row, const PaperDetails &details);

/** A day as `days --json` prints it. */
[[nodiscard]] QJsonObject dayJson(const DaySummary &day);

} // namespace paperdawn
