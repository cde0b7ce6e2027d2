// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/writer.h"

#include "app/base/log.h"
#include "app/base/sentence.h"
#include "app/platform/durable.h"
#include "app/store/backup.h"
#include "app/store/migrations.h"
#include "app/store/statement.h"

#include <QFileInfo>

namespace paperdawn {

using namespace Qt::StringLiterals;

namespace {

/** One that nothing has yet: a clock may have been set back. */
QString asideName(const QString &path, const Clock &clock)
{
    const QString name = path + u".damaged-"_s + clock.now().toString(u"yyyyMMdd-HHmmss-zzz"_s);
    QString aside = name;
    for (int again = 2; QFile::exists(aside); ++again) {
        aside = name + u'-' + QString::number(again);
    }
    return aside;
}

/** Of library.db, which is small, and the one that must be right. */
Result<> quickCheck(Connection &connection)
{
    const Snapshot snapshot(connection);
    Statement check(connection, "PRAGMA quick_check(1)");
    const QString answer = check.with().step() ? check.text(0) : QString();
    if (auto error = connection.takeError()) {
        return tl::unexpected(*error);
    }
    if (answer != "ok"_L1) {
        return failure(ErrorKind::Damaged, answer, connection.path());
    }
    return {};
}

} // namespace

Result<std::unique_ptr<Writer>> Writer::open(const LibraryFolder &folder, const Clock &clock,
                                             const QString &machine, const Opening &opening,
                                             std::chrono::milliseconds patience)
{
    std::unique_ptr<Writer> writer(new Writer(folder, clock, machine, patience));
    writer->m_opening = opening;
    const auto unlessFull = [&](const Result<> &done, const QString &file, const QString &what) {
        if (done || done.error().kind != ErrorKind::DiskFull) {
            return done;
        }
        writer->m_told += Fault{file, what, false}; // what is there can still be read
        return Result<>();
    };
    StoreChange nobodyKnowsUsYet;
    auto opened =
        makeFolder(folder.path)
            .and_then([&] { return writer->openFiles(); })
            .and_then([&] {
                return unlessFull(writer->forgetDeedsOfOthers()
                                      .and_then([&] { return writer->restoreIfNew(nobodyKnowsUsYet); })
                                      .and_then([&] { return writer->catchUp(nobodyKnowsUsYet); }),
                                  folder.libraryFile(),
                                  Store::tr("The disk is full, so it lacks decisions that the"
                                            " journal holds. Free some space; the next start goes"
                                            " on."));
            })
            .and_then([&] { // after the decisions: what is starred is kept
                return unlessFull(writer->finishWhatACrashLeft(nobodyKnowsUsYet), folder.cacheFile(),
                                  Store::tr("The disk is full, so it could not be brought to order and"
                                            " may lack days. Free some space; the next start goes"
                                            " on."));
            });
    if (!opened) {
        return tl::unexpected(opened.error());
    }
    writer->m_opening = {};
    writer->m_isOpening = false;
    writer->m_isToFinish = false; // what failed is told, and left to the next start
    if (writer->m_restored) {
        writer->forgetRestored(*writer->m_restored);
    }
    writer->m_commitsOfOthers = writer->commitsOfOthers();
    writer->m_journalSeen = writer->journalNow();
    return writer;
}

Result<> Writer::openFiles()
{
    return underLock([&]() -> Result<> {
        for (const auto &[connection, family] :
             {std::pair(&m_cache, u"cache"_s), std::pair(&m_library, u"library"_s)}) {
            auto opened = openFile(family);
            if (!opened) {
                return tl::unexpected(opened.error());
            }
            *connection = *std::move(opened);
        }
        m_isToFinish = true;
        return {};
    });
}

Writer::Writer(LibraryFolder folder, const Clock &clock, QString machine, std::chrono::milliseconds patience)
    : m_folder(std::move(folder))
    , m_clock(clock)
    , m_machine(std::move(machine))
    , m_patience(patience)
{
}

Writer::~Writer()
{
    if (!m_cache || !m_library) {
        return;
    }
    m_patience = closingPatience;
    const auto written = underLock([&]() -> Result<> {
        m_cache->checkpoint(true);
        m_library->checkpoint(true);
        return {};
    });
    if (!written) {
        qCWarning(logStore) << "closing without a checkpoint:" << written.error().what;
    }
}

/** Moves a damaged database aside, with its log. What to tell of it. */
Result<Fault> Writer::setAside(const QString &path)
{
    const QString aside = asideName(path, m_clock);
    if (path == m_folder.libraryFile()) {
        if (auto noted = yetToRestore::note(m_folder, {{aside, journalSaysNothing()}}); !noted) {
            return tl::unexpected(noted.error());
        }
    }
    QFile file(path);
    if (!file.rename(aside)) {
        return failure(ErrorKind::Io, file.errorString(), path);
    }
    for (const QString &suffix : {u"-wal"_s, u"-shm"_s}) {
        QFile::rename(path + suffix, aside + suffix);
    }
    //: %1 is a file
    const QString what = Store::tr("It was damaged and was built anew; the damaged file is kept as %1.")
                             .arg(QFileInfo(aside).fileName());
    return syncFolder(m_folder.path).map([&] { return Fault{path, what, true, false, aside}; });
}

/** Made where it is absent, and brought to the newest schema. */
Result<std::unique_ptr<Connection>> Writer::tryFile(const QString &path, const QString &family)
{
    const bool isCache = path == m_folder.cacheFile();
    return Connection::open(path, Connection::Mode::Write,
                            isCache ? Connection::Sync::Full : Connection::Sync::Normal)
        .and_then([&](std::unique_ptr<Connection> connection) -> Result<std::unique_ptr<Connection>> {
            auto ready = migrate(*connection, family, [&](int version) {
                // the cache can be made again, and may be large
                return isCache ? Result<>()
                               : backups::keepBeforeMigration(*connection, family, version, m_folder);
            });
            if (ready && !isCache) {
                ready = quickCheck(*connection);
            }
            if (!ready) {
                return tl::unexpected(ready.error());
            }
            return connection;
        });
}

/** A library.db that is about to be made is to be restored, whatever happens in between. */
Result<> Writer::noteIfNew()
{
    const bool isNew = QFileInfo(m_folder.libraryFile()).size() == 0;
    m_isLibraryNew |= isNew;
    return isNew && QFileInfo::exists(m_folder.backupFolder()) ? yetToRestore::note(m_folder) : Result<>();
}

/** A damaged file is set aside and made anew: the journal and the originals hold what it is made of. */
Result<std::unique_ptr<Connection>> Writer::openFile(const QString &family)
{
    const bool isCache = family == "cache"_L1;
    const QString path = isCache ? m_folder.cacheFile() : m_folder.libraryFile();
    if (auto noted = isCache ? Result<>() : noteIfNew(); !noted) {
        return tl::unexpected(noted.error());
    }
    auto connection = tryFile(path, family);
    if (!connection && connection.error().kind == ErrorKind::Damaged) {
        const auto aside = setAside(path);
        if (!aside) {
            return tl::unexpected(aside.error());
        }
        if (isCache) { // of the library it is told once it is restored
            m_told += *aside;
        }
        connection = tryFile(path, family);
    }
    m_isLibraryNew |= yetToRestore::isNoted(m_folder);
    return connection;
}

/** Once a day; after a failure not again for an hour. */
Result<> Writer::backUpIfDue()
{
    constexpr qint64 secondsBetweenAttempts = 3600;
    const QDateTime now = m_clock.now();
    const bool justTried = m_backupTried.isValid() && m_backupTried.secsTo(now) >= 0 &&
                           m_backupTried.secsTo(now) < secondsBetweenAttempts;
    if (!backups::isDue(m_folder, now)) {
        m_isBackupTold = false; // another program made it
        return {};
    }
    if (justTried) {
        return {};
    }
    m_backupTried = now;
    auto done = backUp();
    if (done) {
        m_backupTried = {};
        m_isBackupTold = false;
    } else if (done.error().kind != ErrorKind::Busy) { // with the backup of another program
        tellNoBackup(done.error());
    }
    return done;
}

Result<> Writer::backUp()
{
    StoreChange change;
    return reopenWhatMoved()
        .and_then([&] { return restoreIfNew(change); }) // one without what was lost would be no backup
        .and_then([&] { return backups::take(m_folder, *m_library, m_clock.now()); })
        .map([](const Backup &) {});
}

void Writer::tellNoBackup(const Error &error)
{
    if (std::exchange(m_isBackupTold, true)) {
        return;
    }
    //: %1 is a sentence that says why
    const QString what =
        Store::tr("The backup of the day could not be made: %1 It is tried again every hour.")
            .arg(sentence(error));
    m_told += Fault{m_folder.backupFolder(), what, false};
}

/** Another process set a damaged file aside, or somebody removed it: what is written must not go there. */
Result<> Writer::reopenWhatMoved()
{
    const auto isThere = [](const std::unique_ptr<Connection> &file) { return file && !file->hasMoved(); };
    const bool areThere = isThere(m_cache) && isThere(m_library);
    if (areThere && (m_isOpening || !m_isToFinish)) {
        return {};
    }
    StoreChange change;
    return (areThere ? Result<>() : openFiles()).and_then([&] { return restoreIfNew(change); }).and_then([&] {
        return finishWhatACrashLeft(change).map([this] { m_isToFinish = false; });
    });
}

/** Sets a file aside and makes it anew, empty. */
Result<Fault> Writer::replaceFile(std::unique_ptr<Connection> &connection, const QString &family)
{
    return underLock([&]() -> Result<Fault> {
        const QString path = connection->path();
        connection.reset();
        auto aside = setAside(path);
        auto anew = openFile(family);
        if (!anew) {
            return tl::unexpected(anew.error());
        }
        connection = *std::move(anew);
        return aside;
    });
}

/** Ours for as long as it is kept; whoever looks on is told where that takes waiting. */
Result<FileLock> Writer::lock(const QString &file, std::chrono::milliseconds patience) const
{
    auto lock = FileLock::acquire(file, QDeadlineTimer(0));
    if (!lock && lock.error().kind == ErrorKind::Busy && patience.count() > 0) {
        if (m_opening.told) {
            m_opening.told({OpeningStep::What::Waiting});
        }
        lock = FileLock::acquire(file, QDeadlineTimer(patience), m_opening.stop);
    }
    if (!lock) {
        lock.error().where = m_folder.path;
    }
    return lock;
}

} // namespace paperdawn
