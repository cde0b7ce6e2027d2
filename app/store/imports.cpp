// SPDX-License-Identifier: GPL-3.0-or-later
// How files come into the cache, and go again.
#include "app/formats/dayfileformat.h"
#include "app/formats/keptday.h"
#include "app/store/originals.h"
#include "app/store/putting.h"
#include "app/store/retelling.h"
#include "app/store/rows.h"
#include "app/store/statement.h"
#include "app/store/writer.h"

#include <QFileInfo>
#include <QLocale>

namespace paperdawn {

using namespace Qt::StringLiterals;

namespace {

/** A full disk is told of by the folder that a reader knows, whichever of its files did not fit. */
Error inLibrary(Error error, const LibraryFolder &folder)
{
    if (error.kind == ErrorKind::DiskFull) {
        error.where = folder.path;
    }
    return error;
}

/** The files that no other import brought too. */
constexpr auto onlyOfImport = "SELECT o.file FROM import_of o WHERE o.import = ?1 AND NOT EXISTS"
                              " (SELECT 1 FROM import_of p WHERE p.file = o.file AND p.import <> ?1)";

/** The files that tell of days from the first to the last, and of no other. */
constexpr auto onlyOfDays = "SELECT id FROM import_file WHERE published = 1 AND"
                            " id IN (SELECT file FROM telling WHERE day BETWEEN ?1 AND ?2) AND"
                            " id NOT IN (SELECT file FROM telling WHERE day NOT BETWEEN ?1 AND ?2)";

/** Those that the reader took back, which an earlier attempt could not finish. */
constexpr auto takenBack = "SELECT id FROM import_file WHERE published = 0";

} // namespace

Result<qint64> Writer::beginImport()
{
    if (auto there = reopenWhatMoved(); !there) {
        return tl::unexpected(there.error());
    }
    return underLock([&]() -> Result<qint64> {
               Transaction transaction(*m_cache);
               Statement(*m_cache, "INSERT INTO import(started) VALUES(?)").with(m_clock.now()).run();
               const qint64 import = m_cache->number("SELECT last_insert_rowid()");
               return transaction.commit().map([import] { return import; });
           })
        .map_error([this](const Error &error) { return inLibrary(error, m_folder); });
}

Result<FileOutcome> Writer::put(qint64 import, const ImportFile &file, StoreChange &change)
{
    if (auto there = reopenWhatMoved(); !there) {
        return tl::unexpected(there.error());
    }
    const auto importing = lock(m_folder.importLock(), m_patience);
    if (!importing) {
        return tl::unexpected(importing.error());
    }
    if (m_leftHalf) {
        if (const auto tookBack = takeBackUnpublished(change); !tookBack) {
            return tl::unexpected(inLibrary(tookBack.error(), m_folder));
        }
        m_leftHalf = false;
    }
    auto stored = store(import, file, change);
    if (!stored) {
        m_leftHalf = !takeBackUnpublished(change); // a full disk takes not even that
    }
    return stored;
}

/** One that fails leaves half of it behind, which is to be taken back. */
Result<FileOutcome> Writer::store(qint64 import, const ImportFile &file, StoreChange &change)
{
    const QString sha256 = fingerprintOf(file);
    const QString folder = m_folder.importsFolder();
    const auto kept = originals::keep(folder, sha256, {QFileInfo(file.path).fileName(), file.bytes});
    if (!kept) {
        return tl::unexpected(inLibrary(kept.error(), m_folder));
    }
    auto stored = storeInBatches(import, file, sha256, !*kept, change);
    if (stored && *kept) {
        originals::place(folder, sha256);
    } else if (!stored) {
        originals::withdraw(folder, sha256);
        if (stored.error().kind == ErrorKind::TooLarge) { // one text of it, for the database
            stored.error().where = file.path;
            stored.error().what = QLocale().formattedDataSize(file.bytes.size());
        }
        stored.error() = inLibrary(stored.error(), m_folder);
    }
    return stored;
}

/** Where the day stands in the name alone, the same bytes under another name are another file. */
QString Writer::fingerprintOf(const ImportFile &file)
{
    const QString sha256 = originals::fingerprint(file.bytes);
    const QString name = nameOf(sha256);
    if (name.isNull() || name == QFileInfo(file.path).fileName() ||
        parseDayFile(file.bytes, name) == file.day) {
        return sha256;
    }
    QStringList days;
    for (const DaySection &section : file.day.sections) {
        days += section.day.toString(Qt::ISODate);
    }
    return sha256 + u'-' + originals::fingerprint(days.join(u' ').toLatin1()).first(8);
}

/** The name that a file had, null where there is none. */
QString Writer::nameOf(const QString &sha256)
{
    const Snapshot snapshot(*m_cache);
    Statement known(*m_cache, "SELECT name FROM import_file WHERE sha256 = ?");
    if (known.with(sha256).step()) {
        return known.text(0);
    }
    const auto kept = originals::read(m_folder.importsFolder(), sha256); // of a cache that is new
    return kept ? kept->name : QString();
}

Result<FileOutcome> Writer::storeInBatches(qint64 import, const ImportFile &file, const QString &sha256,
                                           bool wasKept, StoreChange &change)
{
    FileOutcome outcome{.path = file.path};
    std::optional<Putting> putting;
    do {
        auto batch = underLock([&]() -> Result<> {
            Transaction transaction(*m_cache);
            const auto [id, known] = fileRow(file, sha256, wasKept);
            if (!putting) {
                outcome.known = known;
                putting.emplace(*m_cache, file.day, id);
            }
            putting->nextBatch();
            if (!putting->more()) {
                Statement(*m_cache, "UPDATE import_file SET published = 1 WHERE id = ?").with(id).run();
                bring(id, import);
            }
            return transaction.commit();
        });
        if (!batch) {
            return tl::unexpected(batch.error());
        }
    } while (putting->more());
    putting->addTo(outcome, change);
    return outcome;
}

/** The row of a file, made where there is none; true where the file is published already. */
std::pair<qint64, bool> Writer::fileRow(const ImportFile &file, const QString &sha256, bool wasKept)
{
    Statement known(*m_cache, "SELECT id, published FROM import_file WHERE sha256 = ?");
    if (known.with(sha256).step()) {
        return {known.number(0), known.number(1) == int(FileState::Published)};
    }
    Statement(*m_cache, "INSERT INTO import_file(name, sha256, published) VALUES(?,?,?)")
        .with(QFileInfo(file.path).fileName(), sha256, int(FileState::HalfStored))
        .run();
    const qint64 id = m_cache->number("SELECT last_insert_rowid()");
    if (wasKept) { // it came with an import that this cache knows nothing of
        bring(id, nobodysImport);
    }
    return {id, false};
}

void Writer::bring(qint64 file, qint64 import)
{
    Statement(*m_cache, "INSERT OR IGNORE INTO import_of(file, import) VALUES(?,?)").with(file, import).run();
}

/** The newest import that brought a file which no other brought too. */
Result<qint64> Writer::undoableImport()
{
    if (auto there = reopenWhatMoved(); !there) {
        return tl::unexpected(there.error());
    }
    const Snapshot snapshot(*m_cache);
    const qint64 import =
        m_cache->number("SELECT coalesce(max(o.import), 0) FROM import_of o WHERE NOT EXISTS"
                        " (SELECT 1 FROM import_of p WHERE p.file = o.file AND p.import <> o.import)");
    if (auto error = m_cache->takeError()) {
        return tl::unexpected(*error);
    }
    return import;
}

/** Takes back the files that only this import brought; what others tell of the same papers is told again. */
Result<int> Writer::undoImport(qint64 import, StoreChange &change)
{
    if (auto there = catchUp(change); !there) { // a star may have come just now
        return tl::unexpected(there.error());
    }
    const auto importing = lock(m_folder.importLock(), m_patience);
    if (!importing) {
        return tl::unexpected(importing.error());
    }
    const auto going = filesIn(Statement(*m_cache, onlyOfImport).with(import));
    if (!going) {
        return tl::unexpected(going.error());
    }
    if (auto kept = keepStarred(*going, change); !kept) {
        return tl::unexpected(kept.error());
    }
    auto marked = underLock([&]() -> Result<> {
        Transaction transaction(*m_cache);
        Statement known(*m_cache, "SELECT 1 FROM import_of WHERE import = ?");
        if (import == nobodysImport || !known.with(import).step()) {
            return failure(ErrorKind::NothingToUndo);
        }
        markTakenBack(*going);
        Statement(*m_cache, "DELETE FROM import_of WHERE import = ?").with(import).run();
        return transaction.commit();
    });
    if (!marked) {
        return tl::unexpected(inLibrary(marked.error(), m_folder));
    }
    change.many = true;
    return takeBackUnpublished(change);
}

/** The ids that a statement answers. */
Result<QList<qint64>> Writer::filesIn(Statement &chosen)
{
    const Snapshot snapshot(*m_cache);
    QList<qint64> files;
    while (chosen.step()) {
        files += chosen.number(0);
    }
    if (auto error = m_cache->takeError()) {
        return tl::unexpected(*error);
    }
    return files;
}

void Writer::markTakenBack(const QList<qint64> &files)
{
    Statement mark(*m_cache, "UPDATE import_file SET published = 0 WHERE id = ?");
    for (const qint64 file : files) {
        mark.with(file).run();
    }
}

/** The files that tell of these days alone. Of a damaged one nothing can be had; one that cannot be read just
 * now must not go. */
Result<RemovedDay> Writer::filesOf(const Days &days)
{
    constexpr qsizetype mostHeld = 64 * 1024 * 1024; // bytes; a day's files are far less
    RemovedDay removed;
    qsizetype held = 0;
    const Snapshot snapshot(*m_cache);
    Statement files(*m_cache,
                    "SELECT DISTINCT f.sha256, EXISTS (SELECT 1 FROM telling o WHERE o.file = f.id AND"
                    " o.day NOT BETWEEN ?1 AND ?2) FROM telling t JOIN import_file f ON f.id = t.file"
                    " WHERE t.day BETWEEN ?1 AND ?2 AND f.published = 1 ORDER BY f.id");
    files.with(days.first, days.last);
    while (files.step()) {
        if (files.number(1) != 0) {
            removed.isPartly = true;
            continue;
        }
        auto file = stray(files.text(0));
        if (file) {
            held += file->bytes.size();
            removed.files += *std::move(file);
        } else if (stateOf(file) == StrayState::Unreadable) {
            return tl::unexpected(file.error());
        }
        if (held > mostHeld && days.first != days.last) {
            removed.files.clear();
        }
    }
    if (auto error = m_cache->takeError()) {
        return tl::unexpected(*error);
    }
    return removed;
}

/** Of which files tell. */
int Writer::countDays(const Days &days)
{
    const Snapshot snapshot(*m_cache);
    Statement count(*m_cache,
                    "SELECT count(DISTINCT t.day) FROM telling t JOIN import_file f ON f.id = t.file"
                    " WHERE t.day BETWEEN ? AND ? AND f.published = 1");
    return count.with(days.first, days.last).step() ? int(count.number(0)) : 0;
}

/** What is known of starred papers in files that are about to go, or that went already while their papers are
 * still there, abstracts and all, which no star keeps. */
Result<> Writer::keepStarred(const QList<qint64> &files, StoreChange &change)
{
    QSet<qint64> going;
    {
        const Snapshot snapshot(*m_cache);
        Statement mentioned(*m_cache, "SELECT row FROM mention WHERE file = ?");
        for (const qint64 file : files) {
            mentioned.with(file);
            while (mentioned.step()) {
                going += mentioned.number(0);
            }
        }
        Statement again(*m_cache, "SELECT row FROM again_paper");
        again.with();
        while (again.step()) {
            going += again.number(0);
        }
    }
    DayFile kept;
    {
        const Snapshot marks(*m_library);
        const Snapshot facts(*m_cache);
        PaperRows rows(*m_cache);
        Statement starred(*m_library, "SELECT key FROM decision WHERE field = 'star' AND value = 'true'"
                                      " ORDER BY key");
        starred.with();
        while (starred.step()) {
            const auto paper = PaperId::fromKey(starred.text(0));
            const auto details = paper && going.contains(paper->row()) ? rows.find(*paper) : std::nullopt;
            if (!details) {
                continue;
            }
            if (kept.sections.isEmpty() || kept.sections.last().source != paper->source()) {
                kept.sections += DaySection{.day = {}, .source = paper->source()};
            }
            kept.sections.last().papers += DayPaper{*details};
        }
    }
    for (Connection *connection : {m_cache.get(), m_library.get()}) {
        if (auto error = connection->takeError()) {
            return tl::unexpected(*error);
        }
    }
    if (kept.sections.isEmpty()) {
        return {};
    }
    const QString name = u"starred-%1.json"_s.arg(m_clock.now().date().toString(Qt::ISODate));
    const auto stored = store(nobodysImport, {name, writeKeptDay(kept), kept}, change);
    if (!stored) {
        m_leftHalf = true;
        return tl::unexpected(stored.error());
    }
    return {};
}

Result<RemovedDay> Writer::removeDays(const Days &days, StoreChange &change)
{
    if (auto there = catchUp(change); !there) { // a star may have come just now
        return tl::unexpected(there.error());
    }
    const auto importing = lock(m_folder.importLock(), m_patience);
    if (!importing) {
        return tl::unexpected(importing.error());
    }
    const int before = countDays(days);
    auto removed = filesOf(days);
    if (!removed) {
        return removed;
    }
    const auto going = filesIn(Statement(*m_cache, onlyOfDays).with(days.first, days.last));
    if (!going) {
        return tl::unexpected(going.error());
    }
    if (auto kept = keepStarred(*going, change); !kept) {
        return tl::unexpected(kept.error());
    }
    auto marked = underLock([&] {
        Transaction transaction(*m_cache);
        markTakenBack(*going);
        return transaction.commit();
    });
    if (!marked) {
        return tl::unexpected(inLibrary(marked.error(), m_folder));
    }
    change.many = true;
    removed->days = before - countDays(days);
    if (auto papers = takeBackUnpublished(change)) {
        removed->papers = *papers;
    } else {
        removed->unfinished = inLibrary(papers.error(), m_folder);
    }
    return removed;
}

/** Of what an earlier attempt left to remove; not before all decisions are known. */
Result<> Writer::keepStarredSince(StoreChange &change)
{
    const auto waiting = filesIn(Statement(*m_cache, takenBack).with());
    if (!waiting) {
        return tl::unexpected(waiting.error());
    }
    const bool isToTellAgain = m_cache->number("SELECT count(*) FROM again_paper") > 0;
    if (waiting->isEmpty() && !isToTellAgain) {
        return {};
    }
    return restoreIfNew(change).and_then([&] { return applyAll(change); }).and_then([&] {
        return keepStarred(*waiting, change);
    });
}

/**
 * Takes back files that are not published. Of those that the reader took back the originals go first, so that
 * building the cache anew does not bring them back; the original of one that was being stored again is the
 * only copy, and stays. Begun again at the next opening if it does not come to its end; what was starred
 * since is kept too. The number of papers that went.
 */
Result<int> Writer::takeBackUnpublished(StoreChange &change)
{
    constexpr qsizetype filesATransaction = 50;
    if (auto kept = keepStarredSince(change); !kept) {
        return tl::unexpected(kept.error());
    }
    QList<qint64> files;
    QStringList unwanted;
    {
        const Snapshot snapshot(*m_cache);
        Statement unpublished(*m_cache, "SELECT id, sha256, published FROM import_file WHERE published <> 1");
        unpublished.with();
        while (unpublished.step()) {
            files += unpublished.number(0);
            if (unpublished.number(2) == int(FileState::TakenBack)) {
                unwanted += unpublished.text(1);
            }
        }
        if (auto error = m_cache->takeError()) {
            return tl::unexpected(*error);
        }
    }
    if (auto removed = originals::remove(m_folder.importsFolder(), unwanted); !removed) {
        return tl::unexpected(removed.error());
    }
    for (qsizetype from = 0; from < files.size(); from += filesATransaction) {
        if (auto forgot = forgetFiles(files.mid(from, filesATransaction)); !forgot) {
            return tl::unexpected(forgot.error());
        }
    }
    return retell();
}

Result<> Writer::forgetFiles(const QList<qint64> &files)
{
    return underLock([&] {
        Transaction transaction(*m_cache);
        for (const char *sql :
             {"INSERT OR IGNORE INTO again_paper SELECT row FROM mention WHERE file = ?",
              "INSERT OR IGNORE INTO again_day SELECT day, source FROM telling WHERE file = ?",
              "DELETE FROM mention WHERE file = ?", "DELETE FROM telling WHERE file = ?",
              "DELETE FROM import_of WHERE file = ?", "DELETE FROM import_file WHERE id = ?"}) {
            Statement statement(*m_cache, sql);
            for (const qint64 file : files) {
                statement.with(file).run();
            }
        }
        return transaction.commit();
    });
}

Result<int> Writer::retell()
{
    int gone = 0;
    while (true) {
        Retelling slice(*m_cache, m_folder.importsFolder());
        slice.read();
        if (auto error = m_cache->takeError()) {
            return tl::unexpected(*error);
        }
        if (slice.isEmpty()) {
            return gone;
        }
        auto written = underLock([&] {
            Transaction transaction(*m_cache);
            slice.write();
            return transaction.commit();
        });
        if (!written) {
            return tl::unexpected(written.error());
        }
        gone += slice.gone();
    }
}

} // namespace paperdawn
