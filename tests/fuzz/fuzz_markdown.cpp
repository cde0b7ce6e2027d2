// SPDX-License-Identifier: GPL-3.0-or-later
// A day in Markdown: the archive's in any of its forms, or an export of ours.
#include "app/formats/markdownday.h"

#include "tests/fuzz/fuzz.h"

using namespace Qt::StringLiterals;

void paperdawn::fuzz::feed(const QByteArray &input)
{
    if (const auto day = parseMarkdownDay(input, u"2025-12-09.md"_s)) {
        requireWhole(*day);
    }
}
