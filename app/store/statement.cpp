// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/statement.h"

#include <sqlite3.h>

namespace paperdawn {

Statement::Statement(Connection &connection, const char *sql)
    : m_connection(connection)
    , m_statement(connection.prepared(sql))
{
}

Statement::~Statement()
{
    m_connection.keep(m_statement);
}

bool Statement::step()
{
    if (!m_statement || m_connection.failed()) {
        return false;
    }
    const int code = sqlite3_step(m_statement);
    return m_connection.note(code) && code == SQLITE_ROW;
}

void Statement::run()
{
    while (step()) {
    }
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

qint64 Statement::number(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

QString Statement::text(int column) const
{
    const auto *bytes = reinterpret_cast<const char *>(sqlite3_column_text(m_statement, column));
    return bytes ? QString::fromUtf8(bytes, sqlite3_column_bytes(m_statement, column)) : QString();
}

QStringList Statement::lines(int column) const
{
    const QString value = text(column);
    return value.isEmpty() ? QStringList() : value.split(u'\n');
}

QByteArray Statement::bytes(int column) const
{
    const auto *data = static_cast<const char *>(sqlite3_column_blob(m_statement, column));
    return {data, sqlite3_column_bytes(m_statement, column)};
}

QDateTime Statement::time(int column) const
{
    return isNull(column) ? QDateTime() : QDateTime::fromMSecsSinceEpoch(number(column), Qt::UTC);
}

QDate Statement::day(int column) const
{
    return isNull(column) ? QDate() : QDate::fromJulianDay(number(column));
}

void Statement::reset()
{
    if (m_statement) {
        sqlite3_reset(m_statement); // repeats the code of the last step, which was noted then
        sqlite3_clear_bindings(m_statement);
    }
}

void Statement::bind(int index, qint64 value)
{
    m_connection.note(sqlite3_bind_int64(m_statement, index, value));
}

void Statement::bind(int index, const QString &value)
{
    if (value.isNull()) {
        return bind(index, nullptr);
    }
    const QByteArray utf8 = value.toUtf8();
    m_connection.note(sqlite3_bind_text64(m_statement, index, utf8.constData(), sqlite3_uint64(utf8.size()),
                                          SQLITE_TRANSIENT, SQLITE_UTF8));
}

void Statement::bind(int index, const QStringList &value)
{
    bind(index, value.isEmpty() ? QString() : value.join(u'\n'));
}

void Statement::bind(int index, const QByteArray &value)
{
    m_connection.note(sqlite3_bind_blob64(m_statement, index, value.isNull() ? "" : value.constData(),
                                          sqlite3_uint64(value.size()), SQLITE_TRANSIENT));
}

void Statement::bind(int index, const QDateTime &value)
{
    return value.isValid() ? bind(index, value.toMSecsSinceEpoch()) : bind(index, nullptr);
}

void Statement::bind(int index, QDate value)
{
    return value.isValid() ? bind(index, value.toJulianDay()) : bind(index, nullptr);
}

void Statement::bind(int index, std::nullptr_t)
{
    m_connection.note(sqlite3_bind_null(m_statement, index));
}

} // namespace paperdawn
