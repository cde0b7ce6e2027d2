// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/paper.h"

#include <QJsonObject>

namespace paperdawn {

/** The bibliographic copy that a star keeps in the journal, so that the reading list outlives the cache. */
[[nodiscard]] QJsonObject starCopy(const PaperDetails &paper);

/** A paper from its copy; what the copy does not say is unknown. */
[[nodiscard]] PaperDetails paperFromCopy(const PaperId &id, const QJsonObject &copy);

} // namespace paperdawn
