// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <memory>

namespace paperdawn {

/** Decompresses gzip as it arrives. Thread: one at a time. */
class Gunzip final
{
public:
    enum class State : quint8 { Open, Complete, Damaged, TooLarge };

    Gunzip();
    ~Gunzip();

    /** Appends to `out` what `bytes` bring, while there is less than `most` in all: a bomb stops there. */
    State add(const QByteArray &bytes, qint64 most, QByteArray &out);
    [[nodiscard]] bool isComplete() const { return m_state == State::Complete; }

private:
    Q_DISABLE_COPY_MOVE(Gunzip)
    struct Stream;
    const std::unique_ptr<Stream> m_stream;
    qint64 m_given = 0;
    State m_state = State::Open;
};

} // namespace paperdawn
