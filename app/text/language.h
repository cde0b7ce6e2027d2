// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace paperdawn {

/**
 * The language that `text` is written in, judged by its letters, as a BCP 47 tag: "zh-Hans", "zh-Hant", "ja",
 * "ko", or "en" for Latin letters of whatever language. Formulas between dollars, TeX commands, addresses and
 * names such as "GPT-4o" do not count beside Chinese characters. Null where no letters of these are left.
 * Linear. Thread: any.
 */
[[nodiscard]] QString languageOf(QStringView text);

/** Whether there is a Chinese character in it. Thread: any. */
[[nodiscard]] bool hasHan(QStringView text);

} // namespace paperdawn
