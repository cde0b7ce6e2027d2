// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>

namespace paperdawn::test {

/** Takes all room of the file system of `folder`, but `room` bytes, while it is there. */
class Filler final
{
public:
    Filler(const QString &folder, qint64 room)
        : m_file(folder + QStringLiteral("/filler"))
    {
        if (!m_file.open(QIODevice::WriteOnly | QIODevice::Unbuffered)) {
            qFatal("no filler");
        }
        const QByteArray block(4096, 'f');
        while (m_file.write(block) == block.size()) {
        }
        m_file.resize(qMax<qint64>(0, m_file.size() - room));
    }
    ~Filler() { m_file.remove(); }
    Filler(const Filler &) = delete;
    Filler &operator=(const Filler &) = delete;

private:
    QFile m_file;
};

} // namespace paperdawn::test
