// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QObject>
#include <QThreadPool>
#include <optional>

namespace paperdawn {

/**
 * A small file of which only the newest content counts: it is written durably in the pool, one content after
 * the other, so that no disk holds up who notes something. What fails is logged, for the next note brings all
 * of it again. Thread: the one that made it.
 */
class NotedFile final : public QObject
{
    Q_OBJECT
public:
    NotedFile(QString path, QThreadPool &pool);
    ~NotedFile() override; ///< what was noted last is written then

    [[nodiscard]] QByteArray read() const; ///< nothing where it cannot be read
    /** Empty: there is to be no file. */
    void note(const QByteArray &content);

private:
    void write();

    const QString m_path;
    QThreadPool &m_pool;
    QByteArray m_content;
    std::optional<Future<>> m_writing;
    bool m_isStale = false; ///< what is being written is not the newest
};

} // namespace paperdawn
