// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QRandomGenerator>

namespace paperdawn::test {

/** Some bytes changed, left out and doubled, `longest` in a row at most, at random places. */
inline QByteArray damaged(QByteArray bytes, QRandomGenerator &random, qsizetype longest)
{
    const QByteArray others = "<>&\"'/=!?[]-:; \nx\x80\xFF";
    for (int change = random.bounded(1, 6); change > 0; --change) {
        const qsizetype at = random.bounded(bytes.size());
        const qsizetype size = random.bounded(longest);
        if (random.bounded(3) == 0) {
            bytes.insert(at, bytes.mid(random.bounded(bytes.size()), size));
        } else if (random.bounded(2) == 0) {
            bytes.remove(at, size);
        } else {
            bytes[at] = others[random.bounded(others.size())];
        }
    }
    return bytes;
}

} // namespace paperdawn::test
