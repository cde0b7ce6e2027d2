// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/migrations.h"

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

} // namespace

int newestSchema(const QString &family)
{
    int version = 0;
    while (QFile::exists(step(family, version + 1))) {
        ++version;
    }
    return version;
}

Result<> migrate(Connection &connection, const QString &family)
{
    const int newest = newestSchema(family);
    const int present = int(connection.number("PRAGMA user_version"));
    const bool isOurs = present > 0 || connection.number("SELECT count(*) FROM sqlite_schema") == 0;
    if (auto error = connection.takeError()) {
        return tl::unexpected(*error);
    }
    if (!isOurs) {
        return failure(ErrorKind::Damaged, u"tables without a version"_s, connection.path());
    }
    if (present > newest) {
        return failure(ErrorKind::NewerSchema, {}, connection.path());
    }
    if (auto logged = connection.keepLog(); !logged) {
        return logged;
    }
    for (int version = present + 1; version <= newest; ++version) {
        if (auto done = migrateTo(connection, family, version); !done) {
            return done;
        }
    }
    return {};
}

} // namespace paperdawn
