// SPDX-License-Identifier: GPL-3.0-or-later
#define SQLITE_ENABLE_SESSION        // NOLINT(*): as Debian builds its library; declares the calls
#define SQLITE_ENABLE_PREUPDATE_HOOK // NOLINT(*)
#include "app/store/recording.h"

#include <sqlite3.h>

namespace paperdawn {

namespace {

constexpr const char *recordedTables[] = {"paper", "abstract", "translation", "listing", "day"};

int leaveAsItIs(void *, int, sqlite3_changeset_iter *)
{
    return SQLITE_CHANGESET_OMIT;
}

} // namespace

Recording::Recording(Connection &connection)
    : m_connection(connection)
{
    if (m_connection.note(sqlite3session_create(connection.handle(), "main", &m_session))) {
        for (const char *table : recordedTables) {
            m_connection.note(sqlite3session_attach(m_session, table));
        }
    }
}

Recording::~Recording()
{
    sqlite3session_delete(m_session);
}

QByteArray Recording::inverse()
{
    int size = 0;
    void *changes = nullptr;
    int inverseSize = 0;
    void *inverse = nullptr;
    QByteArray bytes;
    if (m_connection.note(sqlite3session_changeset(m_session, &size, &changes)) && size > 0 &&
        m_connection.note(sqlite3changeset_invert(size, changes, &inverseSize, &inverse))) {
        bytes = qCompress(static_cast<const uchar *>(inverse), inverseSize, 1);
    }
    sqlite3_free(inverse);
    sqlite3_free(changes);
    return bytes;
}

void Recording::takeBack(Connection &connection, const QByteArray &inverse)
{
    QByteArray changes = qUncompress(inverse);
    if (changes.isEmpty()) {
        return;
    }
    connection.note(sqlite3changeset_apply(connection.handle(), int(changes.size()), changes.data(), nullptr,
                                           leaveAsItIs, nullptr));
}

} // namespace paperdawn
