// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QIODevice>
#include <optional>

namespace paperdawn {

/** Reads a device line by line in bounded memory, whatever stands in it. Thread: one. */
class LineReader final
{
public:
    struct Line
    {
        QByteArray bytes; ///< without the LF; null if it is longer than `longest`
        qint64 end = 0;   ///< where the next one begins in the device
        bool tooLong = false;
    };

    /** Begins where `device` stands. `device` must outlive it, and nobody else may read from it. */
    LineReader(QIODevice &device, qsizetype longest);

    /** The next complete line; nothing at the end, before a last line without its LF, or on failure. */
    [[nodiscard]] std::optional<Line> next();
    [[nodiscard]] bool failed() const { return m_failed; }

private:
    [[nodiscard]] bool readOn();

    QIODevice &m_device;
    qsizetype m_longest;
    QByteArray m_held;        ///< read from the device, not yet handed out
    qsizetype m_from = 0;     ///< in m_held: where the current line begins
    qsizetype m_searched = 0; ///< in m_held: no LF before this
    qint64 m_end;             ///< in the device: end of what was handed out
    qint64 m_dropped = 0;     ///< bytes of the current line that were too many to hold
    bool m_failed = false;
};

} // namespace paperdawn
