// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace paperdawn {

/** The words of a menu entry or a field's label: without "&", the "(&S)" that Chinese labels end in, and a
 * colon. */
[[nodiscard]] QString plainLabel(QString label);

} // namespace paperdawn
