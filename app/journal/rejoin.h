// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/journal/decision.h"

#include <QDateTime>

namespace paperdawn {

/**
 * Brings decisions into a journal folder again that it has lost: a file of their own, restored-<now>.jsonl,
 * whole or not at all, in which each stays said by whom and when it was. Errors: those of systemError().
 */
[[nodiscard]] Result<> rejoin(const QString &folder, const QList<Decision> &decisions, const QDateTime &now);

/** True of the name of such a file. */
[[nodiscard]] bool isRestored(const QString &name);

} // namespace paperdawn
