// SPDX-License-Identifier: GPL-3.0-or-later
// The TeX of a formula, without dollars around it.
#include "app/text/latex.h"

#include "tests/fuzz/fuzz.h"

void paperdawn::fuzz::feed(const QByteArray &input)
{
    const QString tex = QString::fromUtf8(input);
    const auto runs = unicodeRuns(tex);
    require(!runs || tex.size() <= 1000, "a formula over 1,000 characters is refused");
    require(!runs || !runs->isEmpty(), "a formula is never empty of runs");
}
