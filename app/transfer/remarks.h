// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/importsummary.h"
#include "app/store/store.h"

namespace paperdawn {

/** What an import did, in one sentence, for window and paperdawnctl alike. */
[[nodiscard]] QString summarySentence(const ImportSummary &summary);

/** What was left out of a file, or mended, and where. */
[[nodiscard]] QString remarkSentence(const QString &file, const RowRemark &remark);

/** What came of removing a day, which is called `day`. */
[[nodiscard]] QString removedSentence(const QString &day, const RemovedDay &removed);

/** True where a file ended in the middle of a row. */
[[nodiscard]] bool hasCutOff(const ImportSummary &summary);

} // namespace paperdawn
