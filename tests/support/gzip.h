// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <zlib.h>

namespace paperdawn::test {

/** `bytes` in gzip, `times` over, so that a bomb needs no memory of its own. */
inline QByteArray gzipOf(const QByteArray &bytes, int times = 1)
{
    constexpr int gzip = 16 + MAX_WBITS;
    constexpr int memory = 8;
    z_stream stream = {};
    deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, gzip, memory, Z_DEFAULT_STRATEGY);
    QByteArray packed;
    QByteArray room(64 * 1024, '\0');
    for (int i = 0; i < times; ++i) {
        stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.constData()));
        stream.avail_in = uInt(bytes.size());
        do {
            stream.next_out = reinterpret_cast<Bytef *>(room.data());
            stream.avail_out = uInt(room.size());
            deflate(&stream, i + 1 < times ? Z_NO_FLUSH : Z_FINISH);
            packed += room.first(room.size() - qsizetype(stream.avail_out));
        } while (stream.avail_out == 0);
    }
    deflateEnd(&stream);
    return packed;
}

} // namespace paperdawn::test
