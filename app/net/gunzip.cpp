// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/gunzip.h"

#include <array>
#include <zlib.h>

namespace paperdawn {

struct Gunzip::Stream
{
    z_stream z = {};
};

namespace {

constexpr int gzipOnly = 16 + MAX_WBITS;

Bytef *bytesOf(const QByteArray &bytes)
{
    // zlib reads it only
    return reinterpret_cast<Bytef *>(const_cast<char *>(bytes.constData()));
}

} // namespace

Gunzip::Gunzip()
    : m_stream(std::make_unique<Stream>())
{
    if (inflateInit2(&m_stream->z, gzipOnly) != Z_OK) {
        m_state = State::Damaged;
    }
}

Gunzip::~Gunzip()
{
    inflateEnd(&m_stream->z);
}

Gunzip::State Gunzip::add(const QByteArray &bytes, qint64 most, QByteArray &out)
{
    std::array<char, 64 * 1024> room; // NOLINT(cppcoreguidelines-pro-type-member-init): inflate fills it
    z_stream &z = m_stream->z;
    z.next_in = bytesOf(bytes);
    z.avail_in = uInt(bytes.size());
    bool isMore = !bytes.isEmpty();
    while (m_state == State::Open && isMore) {
        z.next_out = reinterpret_cast<Bytef *>(room.data());
        z.avail_out = uInt(room.size());
        const int code = inflate(&z, Z_NO_FLUSH);
        const auto got = qsizetype(room.size() - z.avail_out);
        out.append(room.data(), got);
        m_given += got;
        if (code == Z_STREAM_END) {
            m_state = State::Complete; // what follows is not read
        } else if (code != Z_OK && code != Z_BUF_ERROR) {
            m_state = State::Damaged;
        } else if (m_given > most) {
            m_state = State::TooLarge;
        }
        isMore = z.avail_out == 0 || z.avail_in > 0;
    }
    return m_state;
}

} // namespace paperdawn
