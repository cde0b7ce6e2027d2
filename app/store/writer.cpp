// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/writer.h"

#include "app/base/log.h"
#include "app/formats/dayfileformat.h"
#include "app/journal/replay.h"
#include "app/platform/durable.h"
#include "app/platform/filelock.h"
#include "app/store/migrations.h"
#include "app/store/originals.h"
#include "app/store/putting.h"
#include "app/store/recording.h"

#include <QFileInfo>
#include <QJsonDocument>

namespace paperdawn {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto lockPatience = 30s;
constexpr qint64 logPagesBeforeCheckpoint = 1000;
constexpr int importsThatCanBeUndone = 10;
constexpr int deedsKept = 500;

/** A value as JSON text; the value stands in an array because JSON documents hold no bare values in Qt. */
QString jsonText(const QJsonValue &value)
{
    const QByteArray text = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(text.sliced(1, text.size() - 2));
}

QString asideName(const QString &path, const Clock &clock)
{
    return path + u".damaged-"_s + clock.now().toString(u"yyyyMMdd-HHmmss-zzz"_s);
}

/** Moves a damaged database aside, with its log. */
Result<QString> setAside(const QString &path, const Clock &clock)
{
    const QString aside = asideName(path, clock);
    if (!QFile::rename(path, aside)) {
        return failure(ErrorKind::Io, {}, path);
    }
    for (const QString &suffix : {u"-wal"_s, u"-shm"_s}) {
        QFile::rename(path + suffix, aside + suffix);
    }
    return aside;
}

/** Applies decisions to library.db: for each paper and field the later (time, machine, sequence) stands. */
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
              " WHERE (excluded.time, excluded.machine, excluded.sequence) > (time, machine, sequence)")
        , m_copy(library, "INSERT INTO copy(key, time, paper) VALUES(?,?,?) ON CONFLICT(key) DO UPDATE SET"
                          " time=excluded.time, paper=excluded.paper WHERE excluded.time > time")
        , m_newDeed(library, "INSERT OR IGNORE INTO deed(number, undone, stamp) VALUES(?1, 0, ?1)")
        , m_clearRedo(library, "DELETE FROM deed WHERE undone = 1 AND stamp < ?")
        , m_deedLine(library, "INSERT OR IGNORE INTO deed_line(deed, sequence, line) VALUES(?,?,?)")
        , m_move(library, "UPDATE deed SET undone = ?, stamp = ? WHERE number = ? AND stamp < ?")
    {
    }

    void apply(const Decision &decision)
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
        if (!decision.copy.isEmpty()) {
            m_copy.with(decision.paper, decision.time,
                        QString::fromUtf8(QJsonDocument(decision.copy).toJson(QJsonDocument::Compact)));
            m_copy.run();
        }
        if (decision.machine == m_machine) {
            applyToStack(decision);
        }
    }

private:
    void applyToStack(const Decision &decision)
    {
        if (decision.way != Way::Done) {
            m_move.with(decision.way == Way::Undone, decision.sequence, decision.of, decision.sequence).run();
            return;
        }
        if (decision.deed == 0) {
            return;
        }
        if (decision.deed == decision.sequence) {
            m_clearRedo.with(decision.deed).run();
        }
        m_newDeed.with(decision.deed).run();
        m_deedLine.with(decision.deed, decision.sequence, QString::fromUtf8(toLine(decision))).run();
    }

    QString m_machine;
    Statement m_decision;
    Statement m_copy;
    Statement m_newDeed;
    Statement m_clearRedo;
    Statement m_deedLine;
    Statement m_move;
};

Offsets appliedOffsets(Connection &library)
{
    Offsets offsets;
    Statement rows(library, "SELECT file, offset FROM applied");
    rows.with();
    while (rows.step()) {
        offsets.insert(rows.text(0), rows.number(1));
    }
    return offsets;
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

} // namespace

template <typename Work>
auto Writer::underLock(Work work) -> decltype(work())
{
    auto lock = FileLock::acquire(m_folder.writerLock(), QDeadlineTimer(lockPatience));
    if (!lock) {
        return tl::unexpected(lock.error());
    }
    auto result = work();
    for (Connection *connection : {m_cache.get(), m_library.get()}) {
        const QFileInfo log(connection ? connection->path() + u"-wal"_s : QString());
        if (connection && log.size() > logPagesBeforeCheckpoint * 4096) {
            connection->checkpoint(false);
        }
    }
    return result;
}

Result<std::unique_ptr<Writer>> Writer::open(const LibraryFolder &folder, const Clock &clock,
                                             const QString &machine, QList<Fault> &mended)
{
    if (auto made = makeFolder(folder.path); !made) {
        return tl::unexpected(made.error());
    }
    std::unique_ptr<Writer> writer(new Writer(folder, clock, machine));
    auto opened = writer->underLock([&]() -> Result<> {
        auto cache = writer->openFile(folder.cacheFile(), u"cache"_s, mended);
        if (!cache) {
            return tl::unexpected(cache.error());
        }
        auto library = writer->openFile(folder.libraryFile(), u"library"_s, mended);
        if (!library) {
            return tl::unexpected(library.error());
        }
        writer->m_cache = *std::move(cache);
        writer->m_library = *std::move(library);
        return {};
    });
    if (!opened) {
        return tl::unexpected(opened.error());
    }
    if (auto finished = writer->finishWhatACrashLeft(); !finished) {
        return tl::unexpected(finished.error());
    }
    if (!mended.isEmpty()) {
        if (auto stored = writer->storeOriginalsAgain(); !stored) {
            return tl::unexpected(stored.error());
        }
    }
    StoreChange change;
    if (auto caughtUp = writer->catchUp(change); !caughtUp) {
        return tl::unexpected(caughtUp.error());
    }
    return writer;
}

Writer::Writer(LibraryFolder folder, const Clock &clock, QString machine)
    : m_folder(std::move(folder))
    , m_clock(clock)
    , m_machine(std::move(machine))
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
Result<std::unique_ptr<Connection>> Writer::openFile(const QString &path, const QString &family,
                                                     QList<Fault> &mended)
{
    const auto sync = family == "cache"_L1 ? Connection::Sync::Full : Connection::Sync::Normal;
    const auto attempt = [&]() -> Result<std::unique_ptr<Connection>> {
        auto connection = Connection::open(path, Connection::Mode::Write, sync);
        if (connection) {
            if (auto migrated = migrate(**connection, family); !migrated) {
                return tl::unexpected(migrated.error());
            }
        }
        return connection;
    };
    auto connection = attempt();
    if (connection || connection.error().kind != ErrorKind::Damaged) {
        return connection;
    }
    auto aside = setAside(path, m_clock);
    if (!aside) {
        return tl::unexpected(aside.error());
    }
    //: %1 is a file
    mended += {path,
               Store::tr("It was damaged and was built anew; the damaged file is kept as %1.")
                   .arg(QFileInfo(*aside).fileName()),
               true};
    return attempt();
}

/** Sets a file aside and makes it anew, empty. */
Result<> Writer::replaceFile(std::unique_ptr<Connection> &connection, const QString &family)
{
    const QString path = connection->path();
    return underLock([&]() -> Result<> {
        connection.reset();
        auto aside = setAside(path, m_clock);
        if (!aside) {
            return tl::unexpected(aside.error());
        }
        QList<Fault> mended;
        auto anew = openFile(path, family, mended);
        if (!anew) {
            return tl::unexpected(anew.error());
        }
        connection = *std::move(anew);
        return {};
    });
}

Result<qint64> Writer::beginImport()
{
    return underLock([&]() -> Result<qint64> {
        Transaction transaction(*m_cache);
        Statement(*m_cache, "INSERT INTO import(started) VALUES(?)").with(m_clock.now()).run();
        const qint64 import = m_cache->number("SELECT last_insert_rowid()");
        Statement(*m_cache,
                  "DELETE FROM import_undo WHERE file IN (SELECT id FROM import_file WHERE import <= ?)")
            .with(import - importsThatCanBeUndone)
            .run();
        Statement(*m_cache, "DELETE FROM import WHERE id < ? AND id NOT IN (SELECT import FROM import_file)")
            .with(import)
            .run();
        if (auto done = transaction.commit(); !done) {
            return tl::unexpected(done.error());
        }
        return import;
    });
}

Result<FileOutcome> Writer::put(qint64 import, const ImportFile &file, StoreChange &change)
{
    const QString sha256 = originals::fingerprint(file.bytes);
    auto kept = originals::keep(m_folder.importsFolder(), {QFileInfo(file.path).fileName(), file.bytes});
    if (!kept) {
        return tl::unexpected(kept.error());
    }
    auto stored = putKept(import, file, sha256, change);
    if (!stored && *kept) {
        originals::remove(m_folder.importsFolder(), sha256);
    }
    return stored;
}

Result<FileOutcome> Writer::putKept(qint64 import, const ImportFile &file, const QString &sha256,
                                    StoreChange &change)
{
    FileOutcome outcome{.path = file.path};
    qint64 fileId = 0;
    std::optional<Putting> putting;
    std::optional<FileLock>
        importing; // tells a live import from what a crash left, see finishWhatACrashLeft()
    do {
        auto batch = underLock([&]() -> Result<> {
            Transaction transaction(*m_cache);
            if (!putting) {
                Statement known(*m_cache, "SELECT id FROM import_file WHERE sha256 = ? AND published = 1");
                outcome.known = known.with(sha256).step();
                fileId = outcome.known ? known.number(0)
                                       : newFile(import, QFileInfo(file.path).fileName(), sha256);
                known.with();
                putting.emplace(*m_cache, file.day, fileId);
            }
            Recording recording(*m_cache);
            putting->nextBatch();
            if (const QByteArray inverse = recording.inverse(); !inverse.isEmpty()) {
                Statement(*m_cache, "INSERT INTO import_undo(file, changeset) VALUES(?,?)")
                    .with(fileId, inverse)
                    .run();
            }
            if (!putting->more()) {
                Statement(*m_cache, "UPDATE import_file SET published = 1, stale = 0 WHERE id = ?")
                    .with(fileId)
                    .run();
            }
            return transaction.commit();
        });
        if (!batch) {
            StoreChange ignored;
            if (fileId != 0 && !outcome.known) {
                (void)takeBack(fileId, ignored); // where even that fails, the next opening does it
            }
            return tl::unexpected(batch.error());
        }
        if (putting->more() && !importing) {
            if (auto lock =
                    FileLock::acquire(m_folder.path + u"/import.lock"_s, QDeadlineTimer(lockPatience))) {
                importing.emplace(*std::move(lock));
            }
        }
    } while (putting->more());
    putting->addTo(outcome, change);
    return outcome;
}

qint64 Writer::newFile(qint64 import, const QString &fileName, const QString &sha256)
{
    Statement(*m_cache, "INSERT INTO import_file(import, name, sha256, published, stale) VALUES(?,?,?,0,0)")
        .with(import, fileName, sha256)
        .run();
    return m_cache->number("SELECT last_insert_rowid()");
}

Result<qint64> Writer::undoableImport()
{
    const qint64 import = m_cache->number("SELECT coalesce(max(f.import), 0) FROM import_file f"
                                          " WHERE f.published = 1 AND EXISTS"
                                          " (SELECT 1 FROM import_undo u WHERE u.file = f.id)");
    if (auto error = m_cache->takeError()) {
        return tl::unexpected(*error);
    }
    return import;
}

/**
 * Takes the files of an import back, newest first, then stores again what other files said of the same papers
 * and days: facts that both told must not go with the first that told them.
 */
Result<int> Writer::undoImport(qint64 import, StoreChange &change)
{
    Statement known(*m_cache,
                    "SELECT 1 FROM import_undo u JOIN import_file f ON f.id = u.file WHERE f.import = ?");
    if (!known.with(import).step()) {
        return failure(ErrorKind::NothingToUndo);
    }
    known.with();
    QList<qint64> files;
    auto marked = underLock([&]() -> Result<> {
        Transaction transaction(*m_cache);
        Statement mine(*m_cache, "SELECT id FROM import_file WHERE import = ? ORDER BY id DESC");
        mine.with(import);
        while (mine.step()) {
            files += mine.number(0);
        }
        Statement(*m_cache, "UPDATE import_file SET stale = 1 WHERE import <> ?1 AND published = 1 AND id IN"
                            " (SELECT o.file FROM mention o JOIN mention m ON m.row = o.row"
                            " JOIN import_file f ON f.id = m.file WHERE f.import = ?1)")
            .with(import)
            .run();
        return transaction.commit();
    });
    if (!marked) {
        return tl::unexpected(marked.error());
    }
    int gone = 0;
    for (const qint64 file : files) {
        auto took = takeBack(file, change);
        if (!took) {
            return took;
        }
        gone += *took;
    }
    if (auto stored = storeStaleAgain(); !stored) {
        return tl::unexpected(stored.error());
    }
    change.many = true;
    return gone;
}

Result<int> Writer::takeBack(qint64 file, StoreChange &change)
{
    QString sha256;
    int gone = 0;
    auto done = underLock([&]() -> Result<> {
        Transaction transaction(*m_cache);
        const qint64 before = m_cache->number("SELECT count(*) FROM paper");
        QList<QByteArray> inverses;
        Statement changesets(*m_cache, "SELECT changeset FROM import_undo WHERE file = ? ORDER BY id DESC");
        changesets.with(file);
        while (changesets.step()) {
            inverses += changesets.bytes(0);
        }
        for (const QByteArray &inverse : inverses) {
            Recording::takeBack(*m_cache, inverse);
        }
        Statement name(*m_cache, "SELECT sha256 FROM import_file WHERE id = ?");
        sha256 = name.with(file).step() ? name.text(0) : QString();
        name.with();
        for (const char *sql :
             {"DELETE FROM import_undo WHERE file = ?", "DELETE FROM mention WHERE file = ?",
              "DELETE FROM import_file WHERE id = ?"}) {
            Statement(*m_cache, sql).with(file).run();
        }
        gone = int(before - m_cache->number("SELECT count(*) FROM paper"));
        return transaction.commit();
    });
    if (!done) {
        return tl::unexpected(done.error());
    }
    originals::remove(m_folder.importsFolder(), sha256);
    change.many = true;
    return gone;
}

/** Only where no other process is in the middle of an import: that one's half-stored file is none of ours. */
Result<> Writer::finishWhatACrashLeft()
{
    auto importing = FileLock::acquire(m_folder.path + u"/import.lock"_s, QDeadlineTimer(0));
    if (!importing) {
        return {};
    }
    QList<qint64> unfinished;
    Statement rows(*m_cache, "SELECT id FROM import_file WHERE published = 0 ORDER BY id DESC");
    rows.with();
    while (rows.step()) {
        unfinished += rows.number(0);
    }
    for (const qint64 file : unfinished) {
        StoreChange change;
        if (auto took = takeBack(file, change); !took) {
            return tl::unexpected(took.error());
        }
    }
    return storeStaleAgain();
}

Result<> Writer::storeStaleAgain()
{
    QStringList stale;
    Statement rows(*m_cache, "SELECT sha256 FROM import_file WHERE stale = 1 ORDER BY id");
    rows.with();
    while (rows.step()) {
        stale += rows.text(0);
    }
    return stale.isEmpty() ? Result<>() : storeAgain(stale);
}

Result<> Writer::storeOriginalsAgain()
{
    return storeAgain(originals::all(m_folder.importsFolder()));
}

Result<> Writer::storeAgain(const QStringList &fingerprints)
{
    qint64 import = 0;
    for (const QString &fingerprint : fingerprints) {
        auto original = originals::read(m_folder.importsFolder(), fingerprint);
        auto parsed = original ? parseDayFile(original->bytes, original->name)
                               : Result<DayFile>(tl::unexpected(original.error()));
        if (!parsed) {
            qCWarning(logStore) << "cannot be stored again:" << fingerprint << parsed.error().what;
            continue; // its bytes stay in imports/; check names it
        }
        if (import == 0) {
            auto begun = beginImport();
            if (!begun) {
                return tl::unexpected(begun.error());
            }
            import = *begun;
        }
        StoreChange change;
        if (auto put = putKept(import, {original->name, original->bytes, *parsed}, fingerprint, change);
            !put) {
            return tl::unexpected(put.error());
        }
    }
    return {};
}

Result<> Writer::catchUp(StoreChange &change)
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

Result<bool> Writer::applySome(StoreChange &change)
{
    const Offsets before = appliedOffsets(*m_library);
    auto replay = readSince(m_folder.journalFolder(), before);
    if (!replay) {
        return replay.error().kind == ErrorKind::NotFound ? Result<bool>(false)
                                                          : tl::unexpected(replay.error());
    }
    if (replay->offsets == before) {
        return false;
    }
    Transaction transaction(*m_library);
    Applying applying(*m_library, m_machine);
    for (const Decision &decision : std::as_const(replay->decisions)) {
        applying.apply(decision);
    }
    Statement offset(*m_library, "INSERT INTO applied(file, offset) VALUES(?,?)"
                                 " ON CONFLICT(file) DO UPDATE SET offset=excluded.offset");
    for (auto file = replay->offsets.begin(); file != replay->offsets.end(); ++file) {
        offset.with(file.key(), file.value()).run();
    }
    Statement(
        *m_library,
        "DELETE FROM deed WHERE number <= (SELECT number FROM deed ORDER BY number DESC LIMIT 1 OFFSET ?)")
        .with(deedsKept)
        .run();
    Statement(*m_library, "DELETE FROM deed_line WHERE deed NOT IN (SELECT number FROM deed)").with().run();
    if (auto done = transaction.commit(); !done) {
        return tl::unexpected(done.error());
    }
    name(change, replay->decisions);
    return replay->more;
}

} // namespace paperdawn
