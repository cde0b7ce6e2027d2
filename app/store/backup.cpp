// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/backup.h"

#include "app/base/log.h"
#include "app/platform/durable.h"
#include "app/platform/filelock.h"
#include "app/store/copying.h"
#include "app/store/yettorestore.h"

#include <QDir>
#include <algorithm>

namespace paperdawn::backups {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kept = 2;
const QString nameForm = u"yyyyMMdd'T'HHmmss'Z'"_s;
const QString underWay = u"/under-way"_s;

qint64 bytesIn(const QString &folder)
{
    qint64 bytes = 0;
    for (const QFileInfo &file : QDir(folder).entryInfoList({u"*.jsonl"_s}, QDir::Files)) {
        bytes += file.size();
    }
    return bytes;
}

Result<> copyJournal(const QString &from, const QString &to)
{
    if (auto made = makeFolder(to); !made) {
        return made;
    }
    for (const QString &name : QDir(from).entryList({u"*.jsonl"_s}, QDir::Files)) {
        if (auto copied = copyWhole(from + u'/' + name, to + u'/' + name); !copied) {
            return copied;
        }
    }
    return {};
}

/**
 * All but the last two; those too where the journal has shrunk since, which by itself it never does. What
 * was taken while the clock was ahead counts as older.
 */
void removeOlder(const LibraryFolder &folder, const QDateTime &now)
{
    QList<Backup> there = all(folder);
    std::stable_partition(there.begin(), there.end(), [&](const Backup &one) { return one.time <= now; });
    qint64 most = 0;
    for (const Backup &backup : there.mid(0, kept)) {
        most = std::max(most, bytesIn(backup.path + u"/journal"_s));
    }
    for (const Backup &backup : there.mid(kept)) {
        if (bytesIn(backup.path + u"/journal"_s) <= most) {
            QDir(backup.path).removeRecursively();
        }
    }
}

} // namespace

QList<Backup> all(const LibraryFolder &folder)
{
    QList<Backup> found;
    const QDir dir(folder.backupFolder());
    for (const QString &name :
         dir.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name | QDir::Reversed)) {
        QDateTime time = QDateTime::fromString(name, nameForm);
        time.setTimeSpec(Qt::UTC);
        if (time.isValid()) {
            found += {dir.filePath(name), time};
        }
    }
    return found;
}

Result<Backup> take(const LibraryFolder &folder, Connection &library, const QDateTime &now)
{
    const QString base = folder.backupFolder();
    const QString work = base + underWay;
    const Backup backup{base + u'/' + now.toUTC().toString(nameForm), now}; // to the second
    if (auto made = makeFolder(base); !made) {
        return tl::unexpected(made.error());
    }
    const auto alone = FileLock::acquire(base + u"/lock"_s, QDeadlineTimer(0));
    if (!alone) {
        return tl::unexpected(alone.error());
    }
    QDir(work).removeRecursively(); // of one that was cut short
    auto taken = makeFolder(work)
                     .and_then([&] { return copyDatabase(library, work + u"/library.db"_s); })
                     .and_then([&] { return copyJournal(folder.journalFolder(), work + u"/journal"_s); })
                     .and_then([&] { return renameWhole(work, backup.path); });
    if (!taken) {
        QDir(work).removeRecursively();
        return tl::unexpected(taken.error());
    }
    if (!yetToRestore::isNoted(folder)) { // one of them may know what this one does not
        removeOlder(folder, now);
    }
    return backup;
}

bool isDue(const LibraryFolder &folder, const QDateTime &now)
{
    const QList<Backup> there = all(folder);
    return std::none_of(there.begin(), there.end(), [&](const Backup &one) {
        return one.time <= now && one.time.toLocalTime().date() == now.toLocalTime().date();
    });
}

Result<> keepBeforeMigration(Connection &database, const QString &family, int version,
                             const LibraryFolder &folder)
{
    return makeFolder(folder.backupFolder()).and_then([&] {
        return copyDatabase(database, folder.backupFolder() + u"/%1-schema-%2.db"_s.arg(family).arg(version));
    });
}

} // namespace paperdawn::backups
