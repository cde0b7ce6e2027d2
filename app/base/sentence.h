// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

namespace paperdawn {

/** Printable characters of any sentence that is shown or printed. */
constexpr qsizetype longestSentence = 300;

/**
 * The one place that turns an error into words: what, where and what next, in the program's language, for the
 * window and paperdawnctl alike. One line, at most 300 printable characters. Null for Cancelled. Thread: any.
 */
[[nodiscard]] QString sentence(const Error &error);

/** `text` on one line: control and bidi characters left out, cut in the middle to at most `most` characters.
 */
[[nodiscard]] QString printable(const QString &text, qsizetype most);

} // namespace paperdawn
