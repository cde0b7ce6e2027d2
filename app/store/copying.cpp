// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/copying.h"

#include "app/platform/durable.h"
#include "app/store/statement.h"

#include <QFileInfo>
#include <sqlite3.h>

namespace paperdawn {

using namespace Qt::StringLiterals;

namespace {

/** All pages, as of one moment. */
Result<> copyPages(Connection &from, Connection &to)
{
    sqlite3_backup *copy = sqlite3_backup_init(to.handle(), "main", from.handle(), "main");
    if (!copy) {
        to.note(sqlite3_extended_errcode(to.handle()));
    } else {
        sqlite3_backup_step(copy, -1);
        const int code = sqlite3_backup_finish(copy);
        if (code != SQLITE_OK) {
            to.note(code);
        }
    }
    if (auto error = to.takeError()) {
        return tl::unexpected(*error);
    }
    return {};
}

Result<> integrityCheck(Connection &connection)
{
    Statement check(connection, "PRAGMA integrity_check(1)");
    const QString answer = check.with().step() ? check.text(0) : QString();
    if (auto error = connection.takeError()) {
        return tl::unexpected(*error);
    }
    return answer == "ok"_L1 ? Result<>() : failure(ErrorKind::Damaged, answer, connection.path());
}

/** Into a file that is complete without a log beside it. */
Result<> copyChecked(Connection &from, const QString &path)
{
    return Connection::open(path, Connection::Mode::Write, Connection::Sync::Full)
        .and_then([&](const std::unique_ptr<Connection> &to) {
            return copyPages(from, *to)
                .and_then([&] { return to->run("PRAGMA journal_mode=DELETE"); })
                .and_then([&] { return integrityCheck(*to); });
        });
}

} // namespace

Result<> copyDatabase(Connection &from, const QString &path)
{
    const QString beside = path + u".new"_s;
    QFile::remove(beside); // of a copy that was cut short
    auto copied = copyChecked(from, beside).and_then([&] { return renameWhole(beside, path); });
    if (!copied) {
        for (const QString &suffix : {u""_s, u"-journal"_s, u"-wal"_s, u"-shm"_s}) {
            QFile::remove(beside + suffix);
        }
        copied.error().where = path;
    }
    return copied;
}

} // namespace paperdawn
