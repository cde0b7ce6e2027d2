// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/domain/paper.h"

namespace paperdawn {

/*
 * What is missing of the lists that a service was asked for, and why. Thread: any.
 */

/** Why a list did not come, as it is kept with its day: kind, host and detail, one to a line, in no language.
 * Null where it is no fault of a service or of the way to it. */
[[nodiscard]] QString failureReason(const Error &error);
/** sentence() of such a reason; null where there is none. */
[[nodiscard]] QString failureSentence(const QString &reason);

/** "cs.CL: 231 of 240" for each category of which papers are missing; null where there are none. */
[[nodiscard]] QString lackingWords(const QList<DayPart> &parts);
/** Why they are: a sentence, or one for each category where they differ; null where none failed. */
[[nodiscard]] QString whyLacking(const QList<DayPart> &parts);
/** How many papers are missing; nothing where the service did not say that of one category. */
[[nodiscard]] std::optional<int> lackingPapers(const QList<DayPart> &parts);

} // namespace paperdawn
