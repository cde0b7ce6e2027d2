// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringList>

namespace paperdawn {

/**
 * The rows of a table under resources/taxonomy, without its comments and its heading. Every row has `columns`
 * cells. The tables are part of the program: one that is not there or not whole is a broken build.
 */
[[nodiscard]] QList<QStringList> resourceRows(const QString &name, QChar separator, qsizetype columns);

} // namespace paperdawn
