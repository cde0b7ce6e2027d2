// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace paperdawn {

/**
 * The text as it is compared while one types a filter: case-folded, accents off letters, full-width, styled
 * and raised characters as plain ones, dashes and quotation marks as on a keyboard, whitespace folded and
 * trimmed. Chinese, Japanese and Korean letters stay themselves. Idempotent, linear. Thread: any.
 */
[[nodiscard]] QString folded(QStringView text);

/** Whether every term occurs in the haystack; all of them folded(). True for no terms. Thread: any. */
[[nodiscard]] bool matches(QStringView foldedHaystack, const QList<QString> &foldedTerms);

} // namespace paperdawn
