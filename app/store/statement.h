// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/connection.h"

#include <QDateTime>
#include <QStringList>

struct sqlite3_stmt;

namespace paperdawn {

/**
 * A prepared statement: bind, step, read. The only place that touches SQLite's statements. A failure is
 * remembered by the connection and ends the stepping. Parameters and columns count from 1 and 0, as in
 * SQLite. Null strings and invalid times are NULL, and back. Thread: the connection's.
 */
class Statement final
{
public:
    Statement(Connection &connection, const char *sql);
    ~Statement();
    Statement(const Statement &) = delete;
    Statement &operator=(const Statement &) = delete;

    /** Binds all parameters, from the first on; what was bound before is gone. */
    template <typename... Values>
    Statement &with(const Values &...values)
    {
        reset();
        int index = 0;
        (bind(++index, values), ...);
        return *this;
    }
    /** True while there is a row. */
    bool step();
    /** Runs to the end, for what answers nothing. */
    void run();

    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] qint64 number(int column) const;
    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] QStringList lines(int column) const; ///< a text of one word a line
    [[nodiscard]] QByteArray bytes(int column) const;
    [[nodiscard]] QDateTime time(int column) const; ///< milliseconds, UTC
    [[nodiscard]] QDate day(int column) const;      ///< Julian day

private:
    void reset();
    void bind(int index, qint64 value);
    void bind(int index, int value) { bind(index, qint64(value)); }
    void bind(int index, unsigned value) { bind(index, qint64(value)); }
    void bind(int index, bool value) { bind(index, qint64(value)); }
    void bind(int index, const QString &value);
    void bind(int index, const QStringList &value);
    void bind(int index, const QByteArray &value);
    void bind(int index, const QDateTime &value);
    void bind(int index, QDate value);
    void bind(int index, std::nullptr_t value);

    Connection &m_connection;
    sqlite3_stmt *m_statement = nullptr;
};

} // namespace paperdawn
