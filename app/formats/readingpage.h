// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/dayfile.h"

namespace paperdawn {

/**
 * Reads an export in the style Reading (markdownexport.h), in either language of labels. No sections where
 * `text` is something else. `isOurs`: it ends with our marker; a page whose end is lost gives its whole
 * papers. Linear. Thread: any.
 */
[[nodiscard]] DayFile readReadingPage(const QString &text, const QString &name, bool isOurs);

} // namespace paperdawn
