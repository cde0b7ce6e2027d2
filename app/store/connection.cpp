// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/connection.h"

#include "app/base/log.h"

#include <QFile>
#include <sqlite3.h>

namespace paperdawn {

namespace {

constexpr qint64 heapLimit = 256LL << 20;

/** shared/limits of a reader of untrusted files: https://www.sqlite.org/security.html */
constexpr std::pair<int, int> limits[] = {
    {SQLITE_LIMIT_LENGTH, 64 << 20},         {SQLITE_LIMIT_SQL_LENGTH, 100000},
    {SQLITE_LIMIT_EXPR_DEPTH, 100},          {SQLITE_LIMIT_COMPOUND_SELECT, 10},
    {SQLITE_LIMIT_VDBE_OP, 100000},          {SQLITE_LIMIT_FUNCTION_ARG, 16},
    {SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 200}, {SQLITE_LIMIT_VARIABLE_NUMBER, 999},
    {SQLITE_LIMIT_TRIGGER_DEPTH, 8},         {SQLITE_LIMIT_ATTACHED, 2},
};

constexpr std::pair<int, int> settings[] = {
    {SQLITE_DBCONFIG_DEFENSIVE, 1},
    {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
    {SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
    {SQLITE_DBCONFIG_DQS_DML, 0},
    {SQLITE_DBCONFIG_DQS_DDL, 0},
    {SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER, 0},
    {SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1},
};

ErrorKind kindOf(int code)
{
    switch (code & 0xff) {
    case SQLITE_FULL:
        return ErrorKind::DiskFull;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return ErrorKind::Damaged;
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return ErrorKind::Permission;
    case SQLITE_READONLY:
        return ErrorKind::ReadOnly;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return ErrorKind::Busy;
    default:
        return ErrorKind::Io;
    }
}

} // namespace

Error sqliteError(int code, const QString &words, const QString &path)
{
    qCWarning(logStore) << "sqlite" << code << words << path;
    return {kindOf(code), words, path, 0, {}};
}

Result<std::unique_ptr<Connection>> Connection::open(const QString &path, Mode mode, Sync sync)
{
    sqlite3_hard_heap_limit64(heapLimit);
    sqlite3 *handle = nullptr;
    const int flags =
        (mode == Mode::Read ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE) |
        SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    const int code = sqlite3_open_v2(QFile::encodeName(path).constData(), &handle, flags, nullptr);
    std::unique_ptr<Connection> connection(new Connection(handle, path));
    if (code != SQLITE_OK) {
        return tl::unexpected(sqliteError(code, QString::fromUtf8(sqlite3_errmsg(handle)), path));
    }
    connection->harden(mode);
    const char *journal = mode == Mode::Write ? "PRAGMA journal_mode=WAL; PRAGMA wal_autocheckpoint=0;"
                                              : "PRAGMA query_only=ON;";
    const char *durability = sync == Sync::Full ? "PRAGMA synchronous=FULL;" : "PRAGMA synchronous=NORMAL;";
    for (const char *sql : {"PRAGMA trusted_schema=OFF; PRAGMA foreign_keys=ON; PRAGMA cell_size_check=ON;"
                            "PRAGMA mmap_size=0; PRAGMA journal_size_limit=4194304;",
                            journal, durability}) {
        if (auto done = connection->run(sql); !done) {
            return tl::unexpected(done.error());
        }
    }
    return connection;
}

Connection::Connection(sqlite3 *handle, QString path)
    : m_handle(handle)
    , m_path(std::move(path))
{
}

Connection::~Connection()
{
    sqlite3_close_v2(m_handle);
}

void Connection::harden(Mode mode)
{
    sqlite3_busy_timeout(m_handle, 5000);
    for (const auto &[setting, value] : settings) {
        sqlite3_db_config(m_handle, setting, value, nullptr);
    }
    for (const auto &[limit, value] : limits) {
        sqlite3_limit(m_handle, limit, value);
    }
    if (mode == Mode::Write) {
        sqlite3_limit(m_handle, SQLITE_LIMIT_ATTACHED, 1); // VACUUM needs one
    }
}

Result<> Connection::attach(const QString &path, const char *name)
{
    sqlite3_stmt *statement = nullptr;
    const QByteArray file = QFile::encodeName(path);
    int code = sqlite3_prepare_v2(m_handle, "ATTACH ? AS ?", -1, &statement, nullptr);
    sqlite3_bind_text(statement, 1, file.constData(), int(file.size()), SQLITE_STATIC);
    sqlite3_bind_text(statement, 2, name, -1, SQLITE_STATIC);
    if (code == SQLITE_OK) {
        code = sqlite3_step(statement);
    }
    sqlite3_finalize(statement);
    if (code != SQLITE_DONE) {
        return tl::unexpected(sqliteError(code, QString::fromUtf8(sqlite3_errmsg(m_handle)), path));
    }
    return {};
}

Result<> Connection::run(const char *sql)
{
    const int code = sqlite3_exec(m_handle, sql, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) {
        return tl::unexpected(sqliteError(code, QString::fromUtf8(sqlite3_errmsg(m_handle)), m_path));
    }
    return {};
}

qint64 Connection::number(const char *sql)
{
    sqlite3_stmt *statement = nullptr;
    qint64 value = 0;
    if (note(sqlite3_prepare_v2(m_handle, sql, -1, &statement, nullptr)) && note(sqlite3_step(statement))) {
        value = sqlite3_column_int64(statement, 0);
    }
    sqlite3_finalize(statement);
    return value;
}

void Connection::checkpoint(bool truncate)
{
    const int mode = truncate ? SQLITE_CHECKPOINT_TRUNCATE : SQLITE_CHECKPOINT_PASSIVE;
    const int code = sqlite3_wal_checkpoint_v2(m_handle, nullptr, mode, nullptr, nullptr);
    if (code != SQLITE_OK &&
        (code & 0xff) != SQLITE_BUSY) { // busy: a reader still needs the log; the next one does it
        qCWarning(logStore) << "checkpoint" << code << sqlite3_errmsg(m_handle) << m_path;
    }
}

bool Connection::note(int code)
{
    if (code == SQLITE_OK || code == SQLITE_ROW || code == SQLITE_DONE) {
        return true;
    }
    if (!m_error) {
        m_error = sqliteError(code, QString::fromUtf8(sqlite3_errmsg(m_handle)), m_path);
    }
    return false;
}

std::optional<Error> Connection::takeError()
{
    return std::exchange(m_error, std::nullopt);
}

Transaction::Transaction(Connection &connection)
    : m_connection(connection)
{
    m_connection.forgetError(); // what failed before is not ours
    m_open =
        m_connection.note(sqlite3_exec(m_connection.handle(), "BEGIN IMMEDIATE", nullptr, nullptr, nullptr));
}

Transaction::~Transaction()
{
    if (m_open) {
        sqlite3_exec(m_connection.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
    }
}

Result<> Transaction::commit()
{
    if (!m_connection.failed()) {
        m_open = !m_connection.note(sqlite3_exec(m_connection.handle(), "COMMIT", nullptr, nullptr, nullptr));
    }
    if (auto error = m_connection.takeError()) {
        return tl::unexpected(*error);
    }
    return {};
}

} // namespace paperdawn
