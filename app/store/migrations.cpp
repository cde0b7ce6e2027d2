// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/migrations.h"

#include "app/store/statement.h"

#include <QFile>
#include <sqlite3.h>

namespace paperdawn {

using namespace Qt::StringLiterals;

namespace {

QString step(const QString &family, int version)
{
    return u":/paperdawn/sql/%1/%2.sql"_s.arg(family).arg(version, 3, 10, QChar(u'0'));
}

Result<> migrateTo(Connection &connection, const QString &family, int version)
{
    QFile file(step(family, version));
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(ErrorKind::Internal, u"no migration "_s + file.fileName(), connection.path());
    }
    const QByteArray sql = file.readAll() + "PRAGMA user_version=" + QByteArray::number(version) + ";";
    Transaction transaction(connection);
    if (!connection.failed()) {
        connection.note(sqlite3_exec(connection.handle(), sql.constData(), nullptr, nullptr, nullptr));
    }
    return transaction.commit();
}

/** What the tables are; statistics apart, which SQLite may add. */
QStringList schemaOf(Connection &connection)
{
    QStringList parts;
    Statement schema(connection, "SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_schema"
                                 " WHERE name NOT LIKE 'sqlite_stat%' ORDER BY type, name");
    schema.with();
    while (schema.step()) {
        parts += schema.text(0);
    }
    return parts;
}

/** What the steps up to `version` make. */
Result<QStringList> schemaAt(const QString &family, int version)
{
    auto memory = Connection::open(u":memory:"_s, Connection::Mode::Write, Connection::Sync::Normal);
    if (!memory) {
        return tl::unexpected(memory.error());
    }
    for (int done = 1; done <= version; ++done) {
        if (auto migrated = migrateTo(**memory, family, done); !migrated) {
            return tl::unexpected(migrated.error());
        }
    }
    return schemaOf(**memory);
}

} // namespace

int newestSchema(const QString &family)
{
    int version = 0;
    while (QFile::exists(step(family, version + 1))) {
        ++version;
    }
    return version;
}

Result<int> schemaVersion(Connection &connection, const QString &family)
{
    const int present = int(connection.number("PRAGMA user_version"));
    if (present > newestSchema(family)) {
        return failure(ErrorKind::NewerSchema, {}, connection.path());
    }
    const QStringList found = schemaOf(connection);
    if (auto error = connection.takeError()) {
        return tl::unexpected(*error);
    }
    const auto ours = schemaAt(family, present);
    if (!ours) {
        return tl::unexpected(ours.error());
    }
    if (found != *ours) { // another program's, or somebody changed it: no statement of ours fits it
        return failure(ErrorKind::Damaged, u"tables that are not ours"_s, connection.path());
    }
    return present;
}

Result<> migrate(Connection &connection, const QString &family,
                 const std::function<Result<>(int version)> &before)
{
    const auto present = schemaVersion(connection, family);
    if (!present) {
        return tl::unexpected(present.error());
    }
    if (auto logged = connection.keepLog(); !logged) {
        return logged;
    }
    if (before && *present > 0 && *present < newestSchema(family)) {
        if (auto kept = before(*present); !kept) {
            return kept;
        }
    }
    for (int version = *present + 1; version <= newestSchema(family); ++version) {
        if (auto done = migrateTo(connection, family, version); !done) {
            return done;
        }
    }
    return {};
}

} // namespace paperdawn
