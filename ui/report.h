// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace paperdawn {

/** Versions of the program, its parts and the system on one line, in English whatever the window speaks. */
[[nodiscard]] QString particulars();
/** What a report of a fault needs: the sentence that was shown, particulars(), the last lines of the log. */
[[nodiscard]] QString reportOf(const QString &sentence);

} // namespace paperdawn
