// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/looking.h"

#include "app/journal/replay.h"
#include "app/platform/durable.h"
#include "app/store/copying.h"
#include "app/store/migrations.h"
#include "app/store/statement.h"
#include "app/store/writer.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <cerrno>
#include <unistd.h>

namespace paperdawn {

using namespace Qt::StringLiterals;

namespace {

Result<std::unique_ptr<Connection>> look(const QString &path)
{
    return Connection::open(path, Connection::Mode::Look, Connection::Sync::Normal);
}

/** NotFound where there is no such file. */
Result<int> versionOf(const QString &path, const QString &family)
{
    if (!QFileInfo::exists(path)) {
        return failure(ErrorKind::NotFound, {}, path);
    }
    return look(path).and_then(
        [&](const std::unique_ptr<Connection> &connection) { return schemaVersion(*connection, family); });
}

/** As far as library.db knows the journal; nothing where it cannot be asked. */
Offsets appliedIn(const QString &path)
{
    Offsets offsets;
    if (versionOf(path, u"library"_s).value_or(0) == 0) {
        return offsets;
    }
    if (const auto connection = look(path)) {
        Statement rows(**connection, "SELECT file, offset FROM applied");
        rows.with();
        while (rows.step()) {
            offsets.insert(rows.text(0), rows.number(1));
        }
    }
    return offsets;
}

/** A line that needs a newer version, in what is not applied yet. */
std::optional<Error> newerLine(const LibraryFolder &folder)
{
    Replay replay;
    replay.offsets = appliedIn(folder.libraryFile());
    do {
        auto next = readSince(folder.journalFolder(), replay.offsets);
        if (!next) {
            return {}; // opening says what is wrong with it
        }
        replay = *std::move(next);
        for (const Error &error : std::as_const(replay.skipped)) {
            if (error.kind == ErrorKind::NewerSchema) {
                return error;
            }
        }
    } while (replay.more);
    return {};
}

/** Library.db as the journal says it, and an empty cache, in a folder that is only for now. */
Result<> replayInto(const QString &scratch, const LibraryFolder &folder, const Clock &clock)
{
    const LibraryFolder there{scratch};
    QFile::link(QFileInfo(folder.journalFolder()).absoluteFilePath(), there.journalFolder());
    return Writer::open(there, clock, u"nobody"_s).map([](const std::unique_ptr<Writer> &) {});
}

/** An older cache in this version's form. */
Result<> migratedInto(const QString &copy, const QString &path)
{
    for (const QString &suffix : {u""_s, u"-wal"_s, u"-shm"_s}) {
        QFile::remove(copy + suffix);
    }
    return look(path)
        .and_then([&](const std::unique_ptr<Connection> &from) { return copyDatabase(*from, copy); })
        .and_then([&] { return Connection::open(copy, Connection::Mode::Write, Connection::Sync::Normal); })
        .and_then(
            [](const std::unique_ptr<Connection> &connection) { return migrate(*connection, u"cache"_s); });
}

} // namespace

std::optional<Error> reasonOnlyToRead(const LibraryFolder &folder)
{
    for (const auto &[path, family] :
         {std::pair(folder.libraryFile(), u"library"_s), std::pair(folder.cacheFile(), u"cache"_s)}) {
        const auto connection = QFileInfo::exists(path) ? look(path) : failure(ErrorKind::NotFound);
        if (connection && (*connection)->number("PRAGMA user_version") > newestSchema(family)) {
            return Error{ErrorKind::NewerSchema, {}, path, 0, {}};
        }
    }
    if (auto newer = newerLine(folder)) {
        return newer;
    }
    if (QFileInfo(folder.path).isDir() &&
        ::access(QFile::encodeName(folder.path).constData(), W_OK | X_OK) != 0) {
        Error error = systemError(errno, folder.path);
        error.kind = ErrorKind::ReadOnly;
        return error;
    }
    return {};
}

Result<Sight> lookAt(const LibraryFolder &folder, const Clock &clock)
{
    Sight sight{folder.cacheFile(), folder.libraryFile(), {}};
    const auto cache = versionOf(sight.cache, u"cache"_s);
    const auto library = versionOf(sight.library, u"library"_s);
    const bool readsCache =
        cache ? *cache == newestSchema(u"cache"_s) : cache.error().kind == ErrorKind::NewerSchema;
    if (!readsCache && !cache && cache.error().kind != ErrorKind::NotFound) {
        return tl::unexpected(cache.error());
    }
    const bool readsLibrary = library && *library == newestSchema(u"library"_s);
    if (readsCache && readsLibrary) {
        return sight;
    }
    QTemporaryDir scratch;
    const LibraryFolder there{scratch.path()};
    auto made = replayInto(scratch.path(), folder, clock).and_then([&]() -> Result<> {
        return readsCache || !cache ? Result<>() : migratedInto(there.cacheFile(), sight.cache);
    });
    if (!made) {
        return tl::unexpected(made.error());
    }
    scratch.setAutoRemove(false);
    sight.scratch = scratch.path();
    sight.cache = readsCache ? sight.cache : there.cacheFile();
    sight.library = readsLibrary ? sight.library : there.libraryFile();
    return sight;
}

} // namespace paperdawn
