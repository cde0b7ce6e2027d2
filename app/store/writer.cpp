// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/writer.h"

#include "app/base/log.h"
#include "app/formats/dayfileformat.h"
#include "app/journal/replay.h"
#include "app/platform/durable.h"
#include "app/store/migrations.h"
#include "app/store/originals.h"
#include "app/store/putting.h"
#include "app/store/retelling.h"
#include "app/store/statement.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>

namespace paperdawn {

using namespace Qt::StringLiterals;

namespace {

constexpr int logPagesBeforeCheckpoint = 1000;
constexpr int deedsKept = 500;
constexpr qint64 nobodysImport = 0; ///< of what is stored again when the cache was built anew

QString asideName(const QString &path, const Clock &clock)
{
    return path + u".damaged-"_s + clock.now().toString(u"yyyyMMdd-HHmmss-zzz"_s);
}

/** Moves a damaged database aside, with its log. What to tell of it. */
Result<Fault> setAside(const QString &path, const Clock &clock)
{
    const QString aside = asideName(path, clock);
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
    return Fault{path, what, true};
}

/**
 * Applies decisions to library.db: for each paper and field the later (time, machine, sequence) stands, and
 * the deeds stand as an UndoStack would say. Whatever the order, and however often.
 */
class Applying final
{
public:
    Applying(Connection &library, QString machine)
        : m_machine(std::move(machine))
        , m_decision(
              library,
              "INSERT INTO decision(key, field, value, time, machine, sequence, row) VALUES(?,?,?,?,?,?,?)"
              " ON CONFLICT(key, field) DO UPDATE SET value=excluded.value, time=excluded.time,"
              " machine=excluded.machine, sequence=excluded.sequence, row=excluded.row"
              " WHERE (excluded.time, excluded.machine, excluded.sequence, excluded.value)"
              " > (time, machine, sequence, value)")
        , m_copy(library, "INSERT INTO copy(key, time, paper) VALUES(?,?,?) ON CONFLICT(key) DO UPDATE SET"
                          " time=excluded.time, paper=excluded.paper"
                          " WHERE (excluded.time, excluded.paper) > (time, paper)")
        , m_deed(library, "INSERT INTO deed(number, undone, stamp) VALUES(?,?,?) ON CONFLICT(number)"
                          " DO UPDATE SET undone=excluded.undone, stamp=excluded.stamp"
                          " WHERE excluded.stamp > stamp")
        , m_deedLine(library, "INSERT INTO deed_line(deed, sequence, time, line) VALUES(?,?,?,?)"
                              " ON CONFLICT(deed, sequence) DO UPDATE SET time=excluded.time,"
                              " line=excluded.line WHERE (excluded.time, excluded.line) > (time, line)")
    {
    }

    void apply(const Decision &decision)
    {
        decide(decision);
        if (!decision.copy.isEmpty()) {
            m_copy.with(decision.paper, decision.time,
                        QString::fromUtf8(QJsonDocument(decision.copy).toJson(QJsonDocument::Compact)));
            m_copy.run();
        }
        if (decision.machine == m_machine) {
            stack(decision);
        }
    }

private:
    void decide(const Decision &decision)
    {
        const std::optional<PaperId> id = PaperId::fromKey(decision.paper);
        const QString value = jsonText(decision.value);
        if (id) {
            m_decision.with(decision.paper, decision.field, value, decision.time, decision.machine,
                            decision.sequence, id->row());
        } else {
            m_decision.with(decision.paper, decision.field, value, decision.time, decision.machine,
                            decision.sequence, nullptr);
        }
        m_decision.run();
    }

    void stack(const Decision &decision)
    {
        const bool isDone = decision.way == Way::Done;
        const qint64 number = isDone ? decision.deed : decision.of;
        if (number == 0) {
            return;
        }
        m_deed.with(number, decision.way == Way::Undone, decision.sequence).run();
        if (isDone) {
            m_deedLine.with(number, decision.sequence, decision.time, QString::fromUtf8(toLine(decision)))
                .run();
        }
    }

    QString m_machine;
    Statement m_decision;
    Statement m_copy;
    Statement m_deed;
    Statement m_deedLine;
};

Result<Offsets> appliedOffsets(Connection &library)
{
    const Snapshot snapshot(library);
    Offsets offsets;
    Statement rows(library, "SELECT file, offset FROM applied");
    rows.with();
    while (rows.step()) {
        offsets.insert(rows.text(0), rows.number(1));
    }
    if (auto error = library.takeError()) {
        return tl::unexpected(*error);
    }
    return offsets;
}

void rememberOffsets(Connection &library, const Offsets &offsets)
{
    Statement applied(library, "INSERT INTO applied(file, offset) VALUES(?,?)"
                               " ON CONFLICT(file) DO UPDATE SET offset=excluded.offset");
    for (auto file = offsets.begin(); file != offsets.end(); ++file) {
        applied.with(file.key(), file.value()).run();
    }
}

void forgetOldDeeds(Connection &library)
{
    Statement oldest(library, "SELECT number FROM deed ORDER BY number DESC LIMIT 1 OFFSET ?");
    if (!oldest.with(deedsKept).step()) {
        return;
    }
    const qint64 number = oldest.number(0);
    Statement(library, "DELETE FROM deed WHERE number <= ?").with(number).run();
    Statement(library, "DELETE FROM deed_line WHERE deed <= ?").with(number).run();
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

void name(StoreChange &change, const QList<Decision> &decisions)
{
    constexpr qsizetype mostNamed = 2000;
    if (decisions.size() > mostNamed) {
        change.many = true;
        return;
    }
    for (const Decision &decision : decisions) {
        if (const auto id = PaperId::fromKey(decision.paper)) {
            change.papers += *id;
        }
    }
}

/** A full disk is told of by the folder that a reader knows, whichever of its files did not fit. */
Error inLibrary(Error error, const LibraryFolder &folder)
{
    if (error.kind == ErrorKind::DiskFull) {
        error.where = folder.path;
    }
    return error;
}

} // namespace

/** A value as JSON text; the value stands in an array because JSON documents hold no bare values in Qt. */
QString jsonText(const QJsonValue &value)
{
    const QByteArray text = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(text.sliced(1, text.size() - 2));
}

template <typename Work>
auto Writer::underLock(Work work) -> decltype(work())
{
    auto lock = FileLock::acquire(m_folder.writerLock(), QDeadlineTimer(m_patience));
    if (!lock) {
        lock.error().where = m_folder.path;
        return tl::unexpected(lock.error());
    }
    auto result = work();
    for (Connection *connection : {m_cache.get(), m_library.get()}) {
        if (connection && connection->logPages() > logPagesBeforeCheckpoint) {
            connection->checkpoint(false);
        }
    }
    return result;
}

Result<std::unique_ptr<Writer>> Writer::open(const LibraryFolder &folder, const Clock &clock,
                                             const QString &machine, std::chrono::milliseconds patience)
{
    std::unique_ptr<Writer> writer(new Writer(folder, clock, machine, patience));
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
                return unlessFull(writer->finishWhatACrashLeft(), folder.cacheFile(),
                                  Store::tr("The disk is full, so it could not be brought to order and"
                                            " may lack days. Free some space; the next start goes"
                                            " on."));
            })
            .and_then([&] {
                return unlessFull(
                    writer->forgetDeedsOfOthers().and_then([&] { return writer->catchUp(nobodyKnowsUsYet); }),
                    folder.libraryFile(),
                    Store::tr("The disk is full, so it lacks decisions that the"
                              " journal holds. Free some space; the next start goes"
                              " on."));
            });
    if (!opened) {
        return tl::unexpected(opened.error());
    }
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
    const auto written = underLock([&]() -> Result<> {
        m_cache->checkpoint(true);
        m_library->checkpoint(true);
        return {};
    });
    if (!written) {
        qCWarning(logStore) << "closing without a checkpoint:" << written.error().what;
    }
}

/** A damaged file is set aside and made anew: the journal and the originals hold what it is made of. */
Result<std::unique_ptr<Connection>> Writer::openFile(const QString &family)
{
    const bool isCache = family == "cache"_L1;
    const QString path = isCache ? m_folder.cacheFile() : m_folder.libraryFile();
    const auto attempt = [&] {
        return Connection::open(path, Connection::Mode::Write,
                                isCache ? Connection::Sync::Full : Connection::Sync::Normal)
            .and_then([&](std::unique_ptr<Connection> connection) -> Result<std::unique_ptr<Connection>> {
                auto ready = migrate(*connection, family);
                if (ready && !isCache) {
                    ready = quickCheck(*connection);
                }
                if (!ready) {
                    return tl::unexpected(ready.error());
                }
                return connection;
            });
    };
    auto connection = attempt();
    if (!connection && connection.error().kind == ErrorKind::Damaged) {
        const auto aside = setAside(path, m_clock);
        if (!aside) {
            return tl::unexpected(aside.error());
        }
        m_told += *aside;
        connection = attempt();
    }
    return connection;
}

/** Another process set a damaged file aside, or somebody removed it: what is written must not go there. */
Result<> Writer::reopenWhatMoved()
{
    const auto isThere = [](const std::unique_ptr<Connection> &file) { return file && !file->hasMoved(); };
    if (isThere(m_cache) && isThere(m_library)) {
        return {};
    }
    return openFiles().and_then([this] { return finishWhatACrashLeft(); });
}

/** Sets a file aside and makes it anew, empty. */
Result<Fault> Writer::replaceFile(std::unique_ptr<Connection> &connection, const QString &family)
{
    return underLock([&]() -> Result<Fault> {
        const QString path = connection->path();
        connection.reset();
        auto aside = setAside(path, m_clock);
        auto anew = openFile(family);
        if (!anew) {
            return tl::unexpected(anew.error());
        }
        connection = *std::move(anew);
        return aside;
    });
}

/** Held while a file is stored or taken back: tells that from what a crash left half done. */
Result<FileLock> Writer::lockImports(QDeadlineTimer deadline) const
{
    auto lock = FileLock::acquire(m_folder.path + u"/import.lock"_s, deadline);
    if (!lock) {
        lock.error().where = m_folder.path;
    }
    return lock;
}

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
    const auto importing = lockImports(QDeadlineTimer(m_patience));
    if (!importing) {
        return tl::unexpected(importing.error());
    }
    if (m_leftHalf) {
        if (const auto tookBack = takeBackUnpublished(); !tookBack) {
            return tl::unexpected(inLibrary(tookBack.error(), m_folder));
        }
        m_leftHalf = false;
    }
    return store(import, file, change);
}

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
        m_leftHalf = !takeBackUnpublished(); // a full disk takes not even that
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
    if (auto there = reopenWhatMoved(); !there) {
        return tl::unexpected(there.error());
    }
    const auto importing = lockImports(QDeadlineTimer(m_patience));
    if (!importing) {
        return tl::unexpected(importing.error());
    }
    auto marked = underLock([&]() -> Result<> {
        Transaction transaction(*m_cache);
        Statement known(*m_cache, "SELECT 1 FROM import_of WHERE import = ?");
        if (import == nobodysImport || !known.with(import).step()) {
            return failure(ErrorKind::NothingToUndo);
        }
        Statement(*m_cache, "UPDATE import_file SET published = 0 WHERE id IN"
                            " (SELECT file FROM import_of WHERE import = ?1) AND NOT EXISTS"
                            " (SELECT 1 FROM import_of o WHERE o.file = id AND o.import <> ?1)")
            .with(import)
            .run();
        Statement(*m_cache, "DELETE FROM import_of WHERE import = ?").with(import).run();
        return transaction.commit();
    });
    if (!marked) {
        return tl::unexpected(marked.error());
    }
    change.many = true;
    return takeBackUnpublished();
}

/**
 * Takes back files that are not published. Of those that the reader took back the originals go first, so that
 * building the cache anew does not bring them back; the original of one that was being stored again is the
 * only copy, and stays. Begun again at the next opening if it does not come to its end. The number of papers
 * that went.
 */
Result<int> Writer::takeBackUnpublished()
{
    constexpr qsizetype filesATransaction = 50;
    QList<qint64> files;
    {
        const Snapshot snapshot(*m_cache);
        Statement unpublished(*m_cache, "SELECT id, sha256, published FROM import_file WHERE published <> 1");
        unpublished.with();
        while (unpublished.step()) {
            files += unpublished.number(0);
            if (unpublished.number(2) == int(FileState::TakenBack)) {
                originals::remove(m_folder.importsFolder(), unpublished.text(1));
            }
        }
        if (auto error = m_cache->takeError()) {
            return tl::unexpected(*error);
        }
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

/**
 * Only where no other process is in the middle of an import: that one's half-stored file is none of ours. One
 * that builds the cache anew is waited for, or days would seem to be missing.
 */
Result<> Writer::finishWhatACrashLeft()
{
    auto importing = lockImports(QDeadlineTimer(0));
    if (!importing && importing.error().kind == ErrorKind::Busy) {
        if (!isNewCache()) {
            m_cache->forgetError();
            return {};
        }
        importing = lockImports(QDeadlineTimer(m_patience));
    }
    if (!importing) {
        return tl::unexpected(importing.error());
    }
    finishOriginals();
    auto done = takeBackUnpublished().and_then([this](int) { return storeOriginalsAgain(); });
    if (done || done.error().kind != ErrorKind::Damaged) {
        return done;
    }
    return replaceFile(m_cache, u"cache"_s).and_then([&](const Fault &fault) {
        m_told += fault;
        return storeOriginalsAgain();
    });
}

/** What waits belongs to a published file, or to none; of a cache that is new nobody knows: nothing is lost.
 */
void Writer::finishOriginals()
{
    originals::finish(m_folder.importsFolder(), [this](const QString &fingerprint) {
        if (isNewCache()) {
            return true;
        }
        const Snapshot snapshot(*m_cache);
        Statement published(*m_cache, "SELECT 1 FROM import_file WHERE sha256 = ? AND published = 1");
        return published.with(fingerprint).step() || m_cache->failed();
    });
    m_cache->forgetError();
}

bool Writer::isNewCache()
{
    return m_cache->number("SELECT count(*) FROM to_do WHERE what = 'originals'") > 0;
}

/** Into a new cache, into no other; holding import.lock. What cannot be read just now stays to do. */
Result<> Writer::storeOriginalsAgain()
{
    const bool isNew = isNewCache();
    if (auto error = m_cache->takeError()) {
        return tl::unexpected(*error);
    }
    if (!isNew) {
        return {};
    }
    bool isDone = true;
    for (const QString &fingerprint : strays()) {
        auto stored = storeStray(fingerprint);
        if (!stored) {
            return tl::unexpected(stored.error());
        }
        isDone &= *stored != StrayState::Unreadable;
        if (*stored != StrayState::Sound) {
            m_told += strayFault(fingerprint, *stored);
        }
    }
    if (!isDone) {
        return {};
    }
    return underLock([&] {
        Transaction transaction(*m_cache);
        Statement(*m_cache, "DELETE FROM to_do WHERE what = 'originals'").with().run();
        return transaction.commit();
    });
}

/** Originals that no published file stands for, oldest first. */
QStringList Writer::strays()
{
    QSet<QString> published;
    {
        const Snapshot snapshot(*m_cache);
        Statement files(*m_cache, "SELECT sha256 FROM import_file WHERE published = 1");
        files.with();
        while (files.step()) {
            published.insert(files.text(0));
        }
    }
    QStringList strays = originals::all(m_folder.importsFolder());
    strays.removeIf([&](const QString &fingerprint) { return published.contains(fingerprint); });
    return strays;
}

Result<ImportFile> Writer::stray(const QString &fingerprint) const
{
    return originals::read(m_folder.importsFolder(), fingerprint)
        .and_then([](const Original &original) -> Result<ImportFile> {
            return parseDayFile(original.bytes, original.name).map([&](DayFile &&day) {
                return ImportFile{original.name, original.bytes, std::move(day)};
            });
        });
}

Writer::StrayState Writer::stateOf(const Result<ImportFile> &stray)
{
    if (stray) {
        return StrayState::Sound;
    }
    const ErrorKind why = stray.error().kind;
    return why == ErrorKind::Io || why == ErrorKind::Permission ? StrayState::Unreadable
                                                                : StrayState::Damaged;
}

/** Stores what a stray tells; holding import.lock. Fails only where the cache does not take it. */
Result<Writer::StrayState> Writer::storeStray(const QString &fingerprint)
{
    const auto file = stray(fingerprint);
    if (!file) {
        qCWarning(logStore) << "cannot be stored again:" << fingerprint << file.error().what;
        return stateOf(file); // its bytes stay in imports/
    }
    StoreChange change;
    return storeInBatches(nobodysImport, *file, fingerprint, true, change).map([](const FileOutcome &) {
        return StrayState::Sound;
    });
}

Fault Writer::strayFault(const QString &fingerprint, StrayState state) const
{
    const auto what = [state] {
        switch (state) {
        case StrayState::Unreadable:
            return Store::tr(
                "It cannot be read, so the days that it told of are missing. The next start tries"
                " again.");
        case StrayState::Damaged:
            return Store::tr(
                "It is damaged, so the days that it told of are missing. Import the file again.");
        case StrayState::Sound:
            break;
        }
        return Store::tr("It was imported, but the days that it told of are missing.");
    };
    return {originals::pathOf(m_folder.importsFolder(), fingerprint), what(), false};
}

Result<> Writer::catchUp(StoreChange &change)
{
    if (auto there = reopenWhatMoved(); !there) {
        return there;
    }
    auto done = applyAll(change);
    if (!done && done.error().kind == ErrorKind::Damaged) {
        change.many = true;
        done = rebuildLibrary(); // it is nothing but what the journal adds up to
    }
    return done;
}

/** The library was copied from another machine: its journal is read anew, for the deeds of this one. */
Result<> Writer::forgetDeedsOfOthers()
{
    return underLock([this]() -> Result<> {
        Transaction transaction(*m_library);
        Statement line(*m_library, "SELECT line FROM deed_line LIMIT 1"); // all are of one machine
        const auto deed = line.with().step() ? fromLine(line.text(0).toUtf8()) : failure(ErrorKind::NotFound);
        if (!deed || deed->machine == m_machine) {
            return {};
        }
        for (const char *table : {"DELETE FROM deed", "DELETE FROM deed_line", "DELETE FROM applied"}) {
            Statement(*m_library, table).with().run();
        }
        return transaction.commit();
    });
}

Result<> Writer::applyAll(StoreChange &change)
{
    bool more = true;
    while (more) {
        auto some = underLock([&] { return applySome(change); });
        if (!some) {
            return tl::unexpected(some.error());
        }
        more = *some;
    }
    return {};
}

/** Each file once. Lines that are no decisions are counted by a check: mostly what a kill cut short. */
void Writer::tellUnread(const Replay &replay)
{
    for (const Error &error : replay.skipped) {
        if (!m_unread.contains(error.where)) {
            m_unread.insert(error.where);
            m_told +=
                Fault{error.where,
                      Store::tr("It cannot be read (%1), so decisions may be missing. They come back once"
                                " it can be read.")
                          .arg(error.what),
                      false};
        }
    }
}

Result<bool> Writer::applySome(StoreChange &change)
{
    const auto before = appliedOffsets(*m_library);
    if (!before) {
        return tl::unexpected(before.error());
    }
    const auto replay = readSince(m_folder.journalFolder(), *before);
    if (!replay) {
        return replay.error().kind == ErrorKind::NotFound ? Result<bool>(false)
                                                          : tl::unexpected(replay.error());
    }
    tellUnread(*replay);
    if (replay->offsets == *before) {
        return false;
    }
    Transaction transaction(*m_library);
    Applying applying(*m_library, m_machine);
    for (const Decision &decision : replay->decisions) {
        applying.apply(decision);
    }
    rememberOffsets(*m_library, replay->offsets);
    forgetOldDeeds(*m_library);
    if (auto done = transaction.commit(); !done) {
        return tl::unexpected(done.error());
    }
    name(change, replay->decisions);
    return replay->more;
}

} // namespace paperdawn
