// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pdf/notedfile.h"

#include "app/base/async.h"
#include "app/base/log.h"
#include "app/platform/durable.h"

#include <QFile>
#include <QFileInfo>

namespace paperdawn {

namespace {

constexpr qint64 longest = 1 << 20;

/** Thread: any. */
Result<> replace(const QString &path, const QByteArray &content)
{
    Result<> done;
    if (!content.isEmpty()) {
        done = makeFolder(QFileInfo(path).path()).and_then([&] { return writeWhole(path, content); });
    } else if (!QFile::remove(path) && QFile::exists(path)) {
        done = failure(ErrorKind::Io, {}, path);
    }
    if (!done) {
        qCWarning(logNet) << "not noted:" << path << done.error().what;
    }
    return done;
}

} // namespace

NotedFile::NotedFile(QString path, QThreadPool &pool)
    : m_path(std::move(path))
    , m_pool(pool)
{
}

NotedFile::~NotedFile()
{
    if (m_writing) {
        m_writing->waitForFinished();
    }
    if (m_isStale) {
        (void)replace(m_path, m_content);
    }
}

QByteArray NotedFile::read() const
{
    return readWhole(m_path, longest).value_or(QByteArray());
}

void NotedFile::note(const QByteArray &content)
{
    m_content = content;
    m_isStale = true;
    if (!m_writing) {
        write();
    }
}

void NotedFile::write()
{
    m_isStale = false;
    m_writing = runIn(&m_pool, [path = m_path, content = m_content] { return replace(path, content); });
    whenDone(*m_writing, this, [this](const Result<> & /*logged*/) {
        m_writing.reset();
        if (m_isStale) {
            write();
        }
    });
}

} // namespace paperdawn
