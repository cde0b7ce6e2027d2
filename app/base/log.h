// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLoggingCategory>

namespace paperdawn {

Q_DECLARE_LOGGING_CATEGORY(logStore)
Q_DECLARE_LOGGING_CATEGORY(logJournal)
Q_DECLARE_LOGGING_CATEGORY(logTransfer)
Q_DECLARE_LOGGING_CATEGORY(logNet)
Q_DECLARE_LOGGING_CATEGORY(logUi)

/** Messages of Qt and of ours go nowhere unless QT_LOGGING_RULES asks for them. For programs that others
 * read. */
void keepLogQuiet();

} // namespace paperdawn
