// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/transfer/librarymove.h"

#include "app/platform/durable.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QLocale>
#include <QSet>
#include <QStorageInfo>
#include <algorithm>
#include <cerrno>
#include <numeric>
#include <ranges>

namespace paperdawn {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 longestNote = 64 * 1024;
constexpr auto everything = QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot;

/** What belongs to a place and not to the library: locks, and what tells of a copy on its way. */
const QStringList &namesOfPlace()
{
    static const QStringList names{u"window.lock"_s, u"use.lock"_s,     u"writer.lock"_s,
                                   u"import.lock"_s, u"machine.lock"_s, u"unfinished-copy"_s};
    return names;
}

/** What a library keeps, with what was set aside, by the first of its path; the rest in its folder is not
 * ours. */
bool isOfLibrary(const QString &name)
{
    static const QStringList folders{u"journal"_s, u"imports"_s, u"backup"_s, u"pdf"_s, u"sample"_s};
    static const QStringList beginnings{u"cache.db"_s, u"library.db"_s, u"machine"_s, u"unpacked-"_s};
    const QString first = name.section(u'/', 0, 0);
    return !namesOfPlace().contains(first) &&
           (folders.contains(first) ||
            std::any_of(beginnings.begin(), beginnings.end(),
                        [&](const QString &beginning) { return first.startsWith(beginning); }));
}

bool holdsOthers(const QString &folder)
{
    const QStringList names = QDir(folder).entryList(everything);
    return std::any_of(names.begin(), names.end(), [](const QString &name) {
        return !isOfLibrary(name) && !namesOfPlace().contains(name);
    });
}

/** The path that it has, or will have, without links in it. */
QString realPath(const QString &path)
{
    const QFileInfo there(QDir::cleanPath(QFileInfo(path).absoluteFilePath()));
    return there.exists() || there.isRoot() ? there.canonicalFilePath()
                                            : realPath(there.path()) + u'/' + there.fileName();
}

/** The nearest folder above that is there. */
QString standingAbove(const QString &path)
{
    const QFileInfo there(QDir::cleanPath(QFileInfo(path).absoluteFilePath()));
    return there.exists() || there.isRoot() ? there.filePath() : standingAbove(there.path());
}

} // namespace

LibraryMove::LibraryMove(LibraryFolder from, LibraryFolder to, QList<Entry> entries, FileLock inUse)
    : m_from(std::move(from))
    , m_to(std::move(to))
    , m_entries(std::move(entries))
    , m_inUse(std::move(inUse))
    , m_madeFolder(!QFileInfo::exists(m_to.path))
{
}

/** What is neither file, folder nor link cannot be copied, and nothing is left behind. */
Result<QList<LibraryMove::Entry>> LibraryMove::entriesOf(const LibraryFolder &folder)
{
    const QDir root(folder.path);
    if (!root.isReadable()) {
        return tl::unexpected(systemError(root.exists() ? EACCES : ENOENT, folder.path));
    }
    QList<Entry> entries;
    QDirIterator each(folder.path, everything, QDirIterator::Subdirectories);
    while (each.hasNext()) {
        const QFileInfo file(each.next());
        Entry entry{.name = root.relativeFilePath(file.filePath()), .changed = file.lastModified()};
        if (!isOfLibrary(entry.name)) {
            continue;
        }
        if (file.isSymLink()) {
            entry.what = Entry::What::Link;
            entry.changed = {};
        } else if (file.isDir()) {
            entry.what = Entry::What::Folder;
            entry.changed = {}; // that of what is in it counts
            if (!QDir(file.filePath()).isReadable()) {
                return tl::unexpected(systemError(EACCES, file.filePath()));
            }
        } else if (file.isFile()) {
            entry.size = file.size();
        } else {
            return failure(ErrorKind::NotAFile, {}, file.filePath());
        }
        entries += entry;
    }
    std::sort(entries.begin(), entries.end(), [](const Entry &a, const Entry &b) { return a.name < b.name; });
    return entries;
}

qint64 LibraryMove::bytesOf(const QList<Entry> &entries)
{
    return std::accumulate(entries.begin(), entries.end(), qint64(0),
                           [](qint64 sum, const Entry &entry) { return sum + entry.size; });
}

Result<> LibraryMove::checkPlace(const LibraryFolder &from, const LibraryFolder &to,
                                 const QList<Entry> &entries)
{
    const QFileInfo place(to.path);
    if (place.exists() && !place.isDir()) {
        return tl::unexpected(systemError(ENOTDIR, to.path));
    }
    if (QString(realPath(to.path) + u'/').startsWith(realPath(from.path) + u'/')) {
        return failure(ErrorKind::WithinLibrary, {}, to.path);
    }
    QSet<QString> passedOver{u"lost+found"_s}; // of a disk that is new
    if (const auto begun = readWhole(to.unfinishedCopy(), longestNote); begun == from.path.toUtf8()) {
        // of a killed attempt; what has come beside it since is not to be lost among it
        passedOver += QFileInfo(to.unfinishedCopy()).fileName();
        for (const Entry &entry : entries) {
            passedOver += entry.name;
        }
    }
    const QDir there(to.path);
    QDirIterator each(to.path, everything, QDirIterator::Subdirectories);
    while (each.hasNext()) {
        if (!passedOver.contains(there.relativeFilePath(each.next()))) {
            return failure(ErrorKind::NotEmpty, {}, to.path);
        }
    }
    const qint64 bytes = bytesOf(entries);
    if (QStorageInfo(standingAbove(to.path)).bytesAvailable() < bytes) {
        return failure(ErrorKind::NoSpace, QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat),
                       to.path);
    }
    return {};
}

Result<qint64> LibraryMove::mayGo(const LibraryFolder &from, const LibraryFolder &to)
{
    return entriesOf(from).and_then([&](const QList<Entry> &entries) {
        return checkPlace(from, to, entries).map([&] { return bytesOf(entries); });
    });
}

Result<std::unique_ptr<LibraryMove>> LibraryMove::copy(const LibraryFolder &from, const LibraryFolder &to,
                                                       const Told &told, const std::stop_token &stop)
{
    auto inUse = FileLock::acquire(from.useLock(), QDeadlineTimer(0));
    if (!inUse) {
        inUse.error().where = from.path;
        return tl::unexpected(inUse.error());
    }
    auto entries = entriesOf(from);
    if (!entries) {
        return tl::unexpected(entries.error());
    }
    if (auto may = checkPlace(from, to, *entries); !may) {
        return tl::unexpected(may.error());
    }
    std::unique_ptr<LibraryMove> move(new LibraryMove(from, to, *std::move(entries), *std::move(inUse)));
    auto copied = makeFolder(to.path)
                      .and_then([&] { return writeWhole(to.unfinishedCopy(), from.path.toUtf8()); })
                      .and_then([&] { return move->copyAll(told, stop); })
                      .and_then([&] { return move->settle(); });
    if (!copied) {
        move->withdraw();
        if (copied.error().kind == ErrorKind::DiskFull) {
            copied.error().where = to.path; // the folder that the reader chose
        }
        return tl::unexpected(copied.error());
    }
    return move;
}

Result<> LibraryMove::copyAll(const Told &told, const std::stop_token &stop) const
{
    const qint64 total = bytesOf(m_entries);
    qint64 done = 0;
    const Copied copied = [&](qsizetype bytes) -> Result<> {
        done += bytes;
        if (told) {
            told(done, total);
        }
        return stop.stop_requested() ? Result<>(failure(ErrorKind::Cancelled)) : Result<>();
    };
    for (const Entry &entry : m_entries) {
        const QString from = m_from.path + u'/' + entry.name;
        const QString to = m_to.path + u'/' + entry.name;
        auto made = copied(0);
        if (made && entry.what == Entry::What::Folder) {
            made = makeFolder(to);
        } else if (made && entry.what == Entry::What::Link) {
            made = copyLink(entry.name);
        } else if (made) {
            made = copyWhole(from, to, copied);
            copyModeAndTimes(from, to); // a PDF's tells when it was last opened
        }
        if (!made) {
            return made;
        }
    }
    return {};
}

/** One into the library leads into the new one; another leads where it led. */
Result<> LibraryMove::copyLink(const QString &name) const
{
    const QString target = QFileInfo(m_from.path + u'/' + name).symLinkTarget();
    const QString own = QFileInfo(m_from.path).absoluteFilePath() + u'/';
    const QString to = m_to.path + u'/' + name;
    QFile::remove(to); // of a killed attempt
    errno = 0;
    const bool isMade = QFile::link(target.startsWith(own) ? QFileInfo(m_to.path).absoluteFilePath() + u'/' +
                                                                 target.mid(own.size())
                                                           : target,
                                    to);
    return isMade ? Result<>() : Result<>(tl::unexpected(systemError(errno, to)));
}

/** All of it is there, under its name, and still what the old one is. */
Result<> LibraryMove::settle() const
{
    for (const Entry &entry : m_entries) {
        if (entry.what == Entry::What::Folder) {
            if (auto synced = syncFolder(m_to.path + u'/' + entry.name); !synced) {
                return synced;
            }
        }
    }
    const auto now = entriesOf(m_from);
    if (!now) {
        return tl::unexpected(now.error());
    }
    if (*now != m_entries) { // by a program that is not ours
        return failure(ErrorKind::Busy, {}, m_from.path);
    }
    return syncFolder(m_to.path);
}

void LibraryMove::withdraw() const
{
    (void)removeFrom(m_to.path); // what stays is told of when that folder is chosen again
    QFile::remove(m_to.unfinishedCopy());
    if (m_madeFolder) {
        QDir().rmdir(m_to.path);
    }
}

bool LibraryMove::withdrawUntouched() const
{
    const auto alone = FileLock::acquire(m_to.useLock(), QDeadlineTimer(0)); // nobody writes now
    const bool isInUse = !alone && alone.error().kind == ErrorKind::Busy;    // nor where there are no locks
    const auto now = entriesOf(m_to);
    const bool isUntouched = !isInUse && now && std::ranges::all_of(*now, [this](const Entry &entry) {
        // a journal only grows, and an original is named by what is in it
        const bool isTruth = entry.name.startsWith("journal/"_L1) || entry.name.startsWith("imports/"_L1);
        const auto copied = std::ranges::lower_bound(m_entries, entry.name, {}, &Entry::name);
        return !isTruth ||
               (copied != m_entries.end() && copied->name == entry.name && copied->size == entry.size);
    });
    if (!isUntouched) {
        return false;
    }
    for (const QString &name : namesOfPlace()) {
        QFile::remove(m_to.path + u'/' + name);
    }
    withdraw();
    return true;
}

Result<> LibraryMove::removeOld() const
{
    QFile::remove(m_to.unfinishedCopy());
    // at once, for whoever opens it now must not find half of it; a disk's own folder has to keep its name
    const QString gone = QDir::cleanPath(m_from.path) + u".moved"_s;
    const bool isRenamed =
        !holdsOthers(m_from.path) && !QFileInfo::exists(gone) && QDir().rename(m_from.path, gone);
    const QString folder = isRenamed ? gone : m_from.path;
    auto removed = removeFrom(folder);
    for (const QString &name : namesOfPlace()) {
        QFile::remove(folder + u'/' + name);
    }
    if (QFileInfo(folder).isSymLink()) {
        QFile::remove(folder);
    } else {
        QDir().rmdir(folder);
    }
    return removed;
}

/** What was copied, and only that; the last error. */
Result<> LibraryMove::removeFrom(const QString &folder) const
{
    Result<> removed;
    for (const Entry &entry : std::views::reverse(m_entries)) {
        const QString path = folder + u'/' + entry.name;
        errno = 0;
        const bool isGone = entry.what == Entry::What::Folder ? QDir().rmdir(path) : QFile::remove(path);
        if (!isGone && QFileInfo::exists(path)) {
            removed = tl::unexpected(systemError(errno, path));
        }
    }
    return removed;
}

} // namespace paperdawn
