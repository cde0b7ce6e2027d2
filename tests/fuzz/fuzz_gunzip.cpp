// SPDX-License-Identifier: GPL-3.0-or-later
// An answer in gzip, as it arrives in pieces; the first byte says how long these are.
#include "app/net/gunzip.h"

#include "tests/fuzz/fuzz.h"

void paperdawn::fuzz::feed(const QByteArray &input)
{
    constexpr qint64 most = 100'000;
    constexpr qint64 atOnce = 64 * 1024;
    if (input.isEmpty()) {
        return;
    }
    Gunzip gunzip;
    QByteArray out;
    const qsizetype piece = 1 + quint8(input.front());
    for (qsizetype at = 1; at < input.size(); at += piece) {
        const auto state = gunzip.add(input.mid(at, piece), most, out);
        require(out.size() <= most + atOnce, "a bomb stops at the cap");
        require((state == Gunzip::State::Complete) == gunzip.isComplete(), "an end is an end");
    }
}
