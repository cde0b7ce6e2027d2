// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QString>
#include <memory>
#include <string_view>
#include <unordered_map>

struct sqlite3;
struct sqlite3_stmt;

namespace paperdawn {

/**
 * One SQLite connection with the settings of a careful reader: WAL, no trusted schema, limits, nothing
 * loaded. The first failure is remembered until takeError(), so that a run of statements is checked once, at
 * its end. Thread: the one that opened it. Owns its handle.
 */
class Connection final
{
public:
    enum class Mode : quint8 {
        Read,
        Look, ///< reading that changes not a byte on the disk, in a folder that cannot be written too
        Write
    };
    enum class Sync : quint8 {
        Full,  ///< a commit is on disk
        Normal ///< a commit may be lost to a power cut, nothing is damaged: for what the journal rebuilds
    };
    [[nodiscard]] static Result<std::unique_ptr<Connection>> open(const QString &path, Mode mode, Sync sync);
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    /** A second file under a name; only readers attach. */
    [[nodiscard]] Result<> attach(const QString &path, const char *name);
    /** Write-ahead logging. Changes the file, so not before it is known to be ours to write. */
    [[nodiscard]] Result<> keepLog();
    /** Runs statements without parameters. */
    [[nodiscard]] Result<> run(const char *sql);
    /** A number that a pragma or count answers; 0 on failure, which is remembered. */
    [[nodiscard]] qint64 number(const char *sql);

    /** Writes the log back into the file, under the writer lock. `truncate` waits for no reader to need it.
     */
    void checkpoint(bool truncate);
    /** Pages in the log as of the last commit here. */
    [[nodiscard]] int logPages() const { return m_logPages; }
    /** True where another file stands, or none, at the path that was opened (or attached as `name`). */
    [[nodiscard]] bool hasMoved(const char *name = "main") const;

    /** Remembers a failed SQLite call. True where `code` is no failure. */
    bool note(int code);
    [[nodiscard]] bool failed() const { return m_error.has_value(); }
    [[nodiscard]] std::optional<Error> takeError();
    void forgetError() { m_error.reset(); }
    /** Ends what statements still read: a cursor that stays open keeps its snapshot, and with it the log. */
    void endReading();

    /** A statement of this text, kept from an earlier use or new; null where it cannot be prepared. */
    [[nodiscard]] sqlite3_stmt *prepared(const char *sql);
    /** Keeps a statement for the next use of its text: to prepare one takes longer than to read a paper. */
    void keep(sqlite3_stmt *statement);

    [[nodiscard]] sqlite3 *handle() const { return m_handle; }
    [[nodiscard]] const QString &path() const { return m_path; }

private:
    Connection(sqlite3 *handle, QString path);
    void harden(Mode mode);
    sqlite3 *m_handle;
    QString m_path;
    bool m_looks = false;
    std::optional<Error> m_error;
    int m_logPages = 0;
    std::unordered_map<std::string_view, sqlite3_stmt *> m_kept; ///< by their own text; none of them in use
};

/** BEGIN IMMEDIATE … COMMIT; rolled back when it is destroyed uncommitted or anything in between failed. */
class Transaction final
{
public:
    explicit Transaction(Connection &connection);
    ~Transaction();
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;
    [[nodiscard]] Result<> commit();

private:
    Connection &m_connection;
    bool m_open;
};

/** What several statements read is of one moment. What failed before is forgotten. */
class Snapshot final
{
public:
    explicit Snapshot(Connection &connection);
    ~Snapshot();
    Snapshot(const Snapshot &) = delete;
    Snapshot &operator=(const Snapshot &) = delete;

private:
    Connection &m_connection;
};

} // namespace paperdawn
