// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/connection.h"

#include "app/base/log.h"
#include "app/platform/durable.h"

#include <QFileInfo>
#include <QUrl>
#include <sqlite3.h>

namespace paperdawn {

namespace {

constexpr qint64 heapLimit = 256LL << 20;

/** Those of a reader of untrusted files: https://www.sqlite.org/security.html */
constexpr std::pair<int, int> limits[] = {
    {SQLITE_LIMIT_LENGTH, 16 << 20},         {SQLITE_LIMIT_SQL_LENGTH, 100000},
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

ErrorKind kindOf(int code, int systemCode)
{
    switch (code & 0xff) {
    case SQLITE_FULL:
        return ErrorKind::DiskFull;
    case SQLITE_TOOBIG:
        return ErrorKind::TooLarge;
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
    case SQLITE_CANTOPEN:
    case SQLITE_IOERR: // a full disk is one too, where the log's index could not grow
        return systemCode == 0 ? ErrorKind::Io : systemError(systemCode, {}).kind;
    default:
        return ErrorKind::Io;
    }
}

/** What a failed call on `handle` means. */
Error sqliteError(sqlite3 *handle, int code, const QString &path)
{
    const QString words = QString::fromUtf8(sqlite3_errmsg(handle));
    qCWarning(logStore) << "sqlite" << code << words << path;
    return {kindOf(code, sqlite3_system_errno(handle)), words, path, 0, {}};
}

/**
 * A file by a name that makes SQLite leave everything as it is: no lock, no index of the log beside it. With
 * a log, that is read too (by an index in memory, which an exclusive connection has); without, none is made.
 */
QByteArray untouched(const QString &path)
{
    const bool hasLog = QFileInfo(path + QStringLiteral("-wal")).size() > 0;
    return "file:" + QUrl::toPercentEncoding(path, "/") +
           (hasLog ? QByteArray("?mode=ro&vfs=unix-none") : QByteArray("?immutable=1"));
}

int rememberPages(void *pages, sqlite3 *, const char *, int count)
{
    *static_cast<int *>(pages) = count;
    return SQLITE_OK;
}

} // namespace

Result<std::unique_ptr<Connection>> Connection::open(const QString &path, Mode mode, Sync sync)
{
    sqlite3_hard_heap_limit64(heapLimit);
    sqlite3 *handle = nullptr;
    const int flags =
        (mode == Mode::Write ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY) |
        (mode == Mode::Look ? SQLITE_OPEN_URI : 0) | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    const QByteArray name = mode == Mode::Look ? untouched(path) : QFile::encodeName(path);
    const int code = sqlite3_open_v2(name.constData(), &handle, flags, nullptr);
    std::unique_ptr<Connection> connection(new Connection(handle, path));
    connection->m_looks = mode == Mode::Look;
    if (code != SQLITE_OK) {
        return tl::unexpected(sqliteError(handle, code, path));
    }
    connection->harden(mode);
    const char *role = mode == Mode::Write  ? "PRAGMA wal_autocheckpoint=0;"
                       : mode == Mode::Look ? "PRAGMA query_only=ON; PRAGMA locking_mode=EXCLUSIVE;"
                                            : "PRAGMA query_only=ON;";
    const char *durability = sync == Sync::Full ? "PRAGMA synchronous=FULL;" : "PRAGMA synchronous=NORMAL;";
    for (const char *sql : {"PRAGMA trusted_schema=OFF; PRAGMA foreign_keys=ON; PRAGMA cell_size_check=ON;"
                            "PRAGMA mmap_size=0; PRAGMA journal_size_limit=4194304;",
                            role, durability}) {
        if (auto done = connection->run(sql); !done) {
            return tl::unexpected(done.error());
        }
    }
    sqlite3_wal_hook(handle, rememberPages, &connection->m_logPages); // behind the pragma, which sets one too
    return connection;
}

Connection::Connection(sqlite3 *handle, QString path)
    : m_handle(handle)
    , m_path(std::move(path))
{
}

Connection::~Connection()
{
    for (const auto &[sql, statement] : m_kept) {
        sqlite3_finalize(statement);
    }
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
    const QByteArray file = m_looks ? untouched(path) : QFile::encodeName(path);
    int code = sqlite3_prepare_v2(m_handle, "ATTACH ? AS ?", -1, &statement, nullptr);
    sqlite3_bind_text(statement, 1, file.constData(), int(file.size()), SQLITE_STATIC);
    sqlite3_bind_text(statement, 2, name, -1, SQLITE_STATIC);
    if (code == SQLITE_OK) {
        code = sqlite3_step(statement);
    }
    sqlite3_finalize(statement);
    if (code != SQLITE_DONE) {
        return tl::unexpected(sqliteError(m_handle, code, path));
    }
    return {};
}

Result<> Connection::keepLog()
{
    return run("PRAGMA journal_mode=WAL");
}

Result<> Connection::run(const char *sql)
{
    const int code = sqlite3_exec(m_handle, sql, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) {
        return tl::unexpected(sqliteError(m_handle, code, m_path));
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
    m_logPages = 0; // not again before the next commit
}

bool Connection::hasMoved(const char *name) const
{
    int moved = 0;
    return sqlite3_file_control(m_handle, name, SQLITE_FCNTL_HAS_MOVED, &moved) == SQLITE_OK && moved != 0;
}

bool Connection::note(int code)
{
    if (code == SQLITE_OK || code == SQLITE_ROW || code == SQLITE_DONE) {
        return true;
    }
    if (!m_error) {
        m_error = sqliteError(m_handle, code, m_path);
    }
    return false;
}

std::optional<Error> Connection::takeError()
{
    return std::exchange(m_error, std::nullopt);
}

void Connection::endReading()
{
    sqlite3_stmt *statement = nullptr;
    while ((statement = sqlite3_next_stmt(m_handle, statement)) != nullptr) {
        if (sqlite3_stmt_busy(statement) != 0) {
            sqlite3_reset(statement); // repeats the code of the last step, which was noted then
        }
    }
}

sqlite3_stmt *Connection::prepared(const char *sql)
{
    if (const auto kept = m_kept.extract(sql)) {
        return kept.mapped();
    }
    sqlite3_stmt *statement = nullptr;
    note(sqlite3_prepare_v3(m_handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr));
    return statement;
}

void Connection::keep(sqlite3_stmt *statement)
{
    if (!statement) {
        return;
    }
    sqlite3_reset(statement); // repeats the code of the last step, which was noted then
    sqlite3_clear_bindings(statement);
    if (!m_kept.try_emplace(sqlite3_sql(statement), statement).second) {
        sqlite3_finalize(statement); // two of one text were in use at once
    }
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
    m_connection.endReading();
    if (m_open) {
        sqlite3_exec(m_connection.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
    }
}

Result<> Transaction::commit()
{
    m_connection.endReading();
    if (!m_connection.failed()) {
        m_open = !m_connection.note(sqlite3_exec(m_connection.handle(), "COMMIT", nullptr, nullptr, nullptr));
    }
    if (auto error = m_connection.takeError()) {
        return tl::unexpected(*error);
    }
    return {};
}

/** For those that are run so often that to prepare them counts. The code that SQLite answers. */
static int stepOnce(Connection &connection, const char *sql)
{
    sqlite3_stmt *statement = connection.prepared(sql);
    const int code = statement ? sqlite3_step(statement) : SQLITE_ERROR;
    connection.keep(statement);
    return code;
}

Snapshot::Snapshot(Connection &connection)
    : m_connection(connection)
{
    m_connection.forgetError();
    m_connection.note(stepOnce(m_connection, "BEGIN"));
}

Snapshot::~Snapshot()
{
    m_connection.endReading();
    stepOnce(m_connection, "COMMIT");
}

} // namespace paperdawn
