// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <numeric>

namespace paperdawn::fuzz {

/** A tar header with its checksum put right, for no fuzzer would guess it. */
inline QByteArray withChecksum(QByteArray header)
{
    header.replace(148, 8, QByteArray(8, ' '));
    const int sum = std::accumulate(header.begin(), header.end(), 0,
                                    [](int before, char byte) { return before + quint8(byte); });
    return header.replace(148, 7, QByteArray::number(sum, 8).rightJustified(6, '0').append('\0'));
}

} // namespace paperdawn::fuzz
