// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/paper.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace paperdawn {

/** A paper as it is exported and as `list --json` and `show --json` print it; what is not known is null. */
[[nodiscard]] QJsonObject paperJson(const Paper &row, const PaperDetails &details);

/** A day as `days --json` prints it. */
[[nodiscard]] QJsonObject dayJson(const DaySummary &day, const QList<DayPart> &lists);

/** The document in UTF-8, with what a terminal would take for an order written as \u escapes. */
[[nodiscard]] QByteArray jsonBytes(const QJsonDocument &document);

} // namespace paperdawn
