// SPDX-License-Identifier: GPL-3.0-or-later
// A fetched day as it is kept in imports/.
#include "app/formats/keptday.h"

#include "tests/fuzz/fuzz.h"

using namespace Qt::StringLiterals;

void paperdawn::fuzz::feed(const QByteArray &input)
{
    if (const auto day = parseKeptDay(input, u"kept"_s)) {
        const auto again = parseKeptDay(writeKeptDay(*day), u"kept"_s);
        require(again == day, "what was kept is kept again as it was");
    }
}
