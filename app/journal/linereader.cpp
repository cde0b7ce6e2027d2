// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/linereader.h"

#include <algorithm>

namespace paperdawn {

namespace {
constexpr qsizetype step = 64 * 1024;
}

LineReader::LineReader(QIODevice &device, qsizetype longest)
    : m_device(device)
    , m_longest(longest)
    , m_end(device.pos())
{
}

std::optional<LineReader::Line> LineReader::next()
{
    qsizetype at = 0;
    while ((at = m_held.indexOf('\n', m_searched)) < 0) {
        m_searched = m_held.size();
        if (!readOn()) {
            return {};
        }
    }
    Line line;
    const qsizetype size = at - m_from;
    line.tooLong = m_dropped + size > m_longest;
    if (!line.tooLong) {
        line.bytes = m_held.sliced(m_from, size);
    }
    m_end += m_dropped + size + 1;
    line.end = m_end;
    m_from = m_searched = at + 1;
    m_dropped = 0;
    return line;
}

bool LineReader::readOn()
{
    m_held.remove(0, m_from);
    m_from = 0;
    if (m_dropped > 0 || m_held.size() > m_longest) {
        m_dropped += m_held.size();
        m_held.clear();
    }
    m_searched = m_held.size();
    m_held.resize(m_searched + step);
    const qint64 got = m_device.read(m_held.data() + m_searched, step);
    m_held.resize(m_searched + std::max<qint64>(got, 0));
    m_failed = m_failed || got < 0;
    return got > 0;
}

} // namespace paperdawn
