// SPDX-License-Identifier: GPL-3.0-or-later
// A day of the archive's JSON.
#include "app/formats/archivejson.h"

#include "tests/fuzz/fuzz.h"

using namespace Qt::StringLiterals;

void paperdawn::fuzz::feed(const QByteArray &input)
{
    if (const auto day = parseArchiveJson(input, u"2025-12-09.json"_s)) {
        requireWhole(*day);
    }
}
