// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace paperdawn {

/** Whether a translated title carries a model's remarks besides the title. Linear. Thread: any. */
[[nodiscard]] bool isChattyTitle(QStringView title);

/** Whether a translated abstract carries a model's remarks besides the abstract. Linear. Thread: any. */
[[nodiscard]] bool isChattyAbstract(QStringView abstract);

} // namespace paperdawn
