// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/sentence.h"
#include "app/journal/journalfile.h"
#include "app/journal/ledger.h"
#include "app/journal/replay.h"
#include "app/platform/durable.h"
#include "app/store/originals.h"
#include "app/store/standing.h"
#include "app/store/statement.h"
#include "app/store/writer.h"

#include <QJsonDocument>
#include <algorithm>

namespace paperdawn {

using namespace Qt::StringLiterals;

namespace {

/** The database's own check of its pages and indexes. */
void checkPages(Connection &connection, QList<Fault> &faults)
{
    const Snapshot snapshot(connection);
    Statement check(connection, "PRAGMA integrity_check(20)");
    check.with();
    while (check.step()) {
        if (check.text(0) != "ok"_L1) {
            faults += {connection.path(), check.text(0), false};
        }
    }
    if (auto error = connection.takeError()) {
        faults += {connection.path(), error->what, false};
    }
}

/** Rows that do not fit each other. */
void checkRows(Connection &cache, QList<Fault> &faults, bool repair)
{
    const auto lost =
        int(cache.number("SELECT count(*) FROM listing WHERE row NOT IN (SELECT row FROM paper)"));
    if (lost > 0) {
        faults += {cache.path(),
                   Store::tr("%n row(s) of its lists name papers that are not there.", nullptr, lost), false};
    }
    const char *wrongCounts =
        "SELECT count(*) FROM day d WHERE papers <> (SELECT count(DISTINCT row) FROM listing l"
        " WHERE l.day = d.day AND l.source = d.source)";
    const auto wrong = int(cache.number(wrongCounts));
    if (wrong == 0) {
        return;
    }
    Fault fault{cache.path(), Store::tr("%n day(s) count their papers wrongly.", nullptr, wrong), false};
    if (repair) {
        Transaction transaction(cache);
        Statement(cache, "UPDATE day SET papers = (SELECT count(DISTINCT row) FROM listing l"
                         " WHERE l.day = day.day AND l.source = day.source)")
            .with()
            .run();
        fault.repaired = transaction.commit().has_value();
    }
    faults += fault;
}

/** Reads the whole journal; nothing where some of it cannot be read: what it says is not known then. */
std::optional<Ledger> ledgerOf(const LibraryFolder &folder, QList<Fault> &faults)
{
    Ledger ledger;
    Replay replay;
    QMap<QString, int> unreadable;
    bool isWhole = true;
    do {
        auto next = readSince(folder.journalFolder(), replay.offsets);
        if (!next) {
            if (next.error().kind == ErrorKind::NotFound) {
                return ledger;
            }
            faults += {folder.journalFolder(), next.error().what, false};
            return {};
        }
        replay = *std::move(next);
        for (const Decision &decision : std::as_const(replay.decisions)) {
            ledger.take(decision);
        }
        for (const UnreadableLine &line : std::as_const(replay.unreadable)) {
            ++unreadable[line.file];
        }
        for (const Error &error : std::as_const(replay.skipped)) {
            faults += {error.where, error.what.isEmpty() ? sentence(error) : error.what, false};
            isWhole = false;
        }
    } while (replay.more);
    for (auto file = unreadable.begin(); file != unreadable.end(); ++file) {
        faults += {folder.journalFolder() + u'/' + file.key(),
                   Store::tr("%n line(s) could not be read; they are kept.", nullptr, *file), false, true};
    }
    return isWhole ? std::optional(ledger) : std::nullopt;
}

/** True where library.db says what the journal says. */
bool agree(Connection &library, const Ledger &ledger)
{
    qsizetype rows = 0;
    const Snapshot snapshot(library);
    Statement stored(library, "SELECT key, field, time, machine, sequence, value FROM decision");
    stored.with();
    while (stored.step()) {
        const Decision *standing = ledger.find(stored.text(0), stored.text(1));
        if (!standing || standing->time != stored.number(2) || standing->machine != stored.text(3) ||
            standing->sequence != stored.number(4) || jsonText(standing->value) != stored.text(5)) {
            return false;
        }
        ++rows;
    }
    return !library.failed() && rows == ledger.standing().size();
}

Ledger ledgerOf(const QList<Decision> &decisions)
{
    Ledger ledger;
    for (const Decision &decision : decisions) {
        ledger.take(decision);
    }
    return ledger;
}

/** True where the ledger says all of this, or something later. */
bool says(const Ledger &ledger, const QList<Decision> &decisions)
{
    return std::all_of(decisions.begin(), decisions.end(), [&](const Decision &decision) {
        const Decision *standing = ledger.find(decision.paper, decision.field);
        return !isLaterThan(standing, decision) &&
               (isLaterThan(&decision, *standing) || standing->value == decision.value);
    });
}

/** Says again what stands and the ledger does not know, or only something earlier. */
QList<Draft> sayingAgain(const QList<Decision> &decisions, const Ledger &ledger)
{
    QList<Draft> drafts;
    for (const Decision &decision : decisions) {
        if (isLaterThan(ledger.find(decision.paper, decision.field), decision)) {
            drafts += Draft{.paper = decision.paper,
                            .field = decision.field,
                            .value = decision.value,
                            .was = ledger.value(decision.paper, decision.field),
                            .copy = decision.copy};
        }
    }
    return drafts;
}

void checkOriginals(Connection &cache, const LibraryFolder &folder, QList<Fault> &faults)
{
    const Snapshot snapshot(cache);
    Statement files(cache, "SELECT sha256, name FROM import_file WHERE published = 1");
    files.with();
    while (files.step()) {
        if (auto original = originals::read(folder.importsFolder(), files.text(0)); !original) {
            //: %1 is a file that was imported, such as 2025-12-09-arxiv.md
            const QString what = Store::tr("The original of %1 is missing or damaged; import the file again.")
                                     .arg(files.text(1));
            faults += {original.error().where, what, false};
        }
    }
}

} // namespace

Result<QList<Fault>> Writer::check(bool repair, StoreChange &change)
{
    QList<Fault> faults;
    const auto there = reopenWhatMoved().and_then([&] { return restoreIfNew(change); });
    if (!there) {
        return tl::unexpected(there.error());
    }
    checkCache(repair, faults);
    if (auto checked = checkLibrary(repair, faults); !checked) {
        return tl::unexpected(checked.error());
    }
    if (repair && !faults.isEmpty()) {
        change.many = true;
        if (auto rebuilt = rebuild(faults); !rebuilt) {
            return tl::unexpected(rebuilt.error());
        }
    }
    return faults;
}

void Writer::checkCache(bool repair, QList<Fault> &faults)
{
    checkPages(*m_cache, faults);
    if (faults.isEmpty()) {
        checkRows(*m_cache, faults, repair);
        checkOriginals(*m_cache, m_folder, faults);
        checkStrays(repair, faults);
    }
    m_cache->forgetError();
}

/** Originals that came to nothing. Those of an import under way wait under other names. */
void Writer::checkStrays(bool repair, QList<Fault> &faults)
{
    if (strays().isEmpty()) {
        return;
    }
    const auto importing = lock(m_folder.importLock(), m_patience); // somebody may be about to store them
    if (!importing) {
        faults += {m_folder.importsFolder(), sentence(importing.error()), false};
        return;
    }
    for (const QString &fingerprint : strays()) {
        const StrayState state = stateOf(stray(fingerprint));
        Fault fault = strayFault(fingerprint, state);
        if (repair && state == StrayState::Sound) {
            fault.repaired = storeStray(fingerprint).has_value();
        }
        faults += fault;
    }
}

Result<> Writer::checkLibrary(bool repair, QList<Fault> &faults)
{
    const qsizetype before = faults.size();
    checkPages(*m_library, faults);
    const bool damaged = faults.size() > before;
    const auto ledger = ledgerOf(m_folder, faults);
    m_library->forgetError();
    if (damaged || !ledger) {
        return {};
    }
    // the ledger may be newer than library.db, and library.db newer than the ledger, if a star comes now
    const bool agreed = agree(*m_library, *ledger);
    StoreChange change;
    if (auto caughtUp = catchUp(change); !caughtUp || agreed) {
        return caughtUp;
    }
    const auto held = standingIn(*m_library).value_or(QList<Decision>());
    QList<Fault> known;
    const auto now = ledgerOf(m_folder, known); // read after it: knows all that came by the journal
    if (!now || (says(ledgerOf(held), ledger->standing()) && says(*now, held))) {
        return {};
    }
    if (const QList<Draft> lacking = sayingAgain(held, *now); !lacking.isEmpty()) {
        return checkLacking(lacking, repair, faults);
    }
    faults += {m_folder.libraryFile(), Store::tr("It does not say what the journal says."), false};
    m_library->forgetError();
    return {};
}

/** The journal was lost: what library.db still holds is the only copy, and becomes truth again. */
Result<> Writer::checkLacking(const QList<Draft> &lacking, bool repair, QList<Fault> &faults)
{
    const QString what = Store::tr("The journal lacks %n decision(s) that stand here; a repair writes them"
                                   " into it again.",
                                   nullptr, int(lacking.size()));
    faults += {m_folder.libraryFile(), what, repair};
    if (!repair) {
        return {};
    }
    auto journal = JournalFile::open(m_folder.journalFolder(), m_folder.machineFile(), m_clock);
    const auto written = journal ? journal->append(lacking, Undoable::No)
                                 : Result<QList<Decision>>(tl::unexpected(journal.error()));
    if (!written) {
        return tl::unexpected(written.error());
    }
    return rebuildLibrary();
}

/** Builds the files that faults name anew from the journal and the originals; the damaged ones are kept
 * beside. */
Result<> Writer::rebuild(QList<Fault> &faults)
{
    QSet<QString> done;
    for (Fault &fault : faults) {
        const bool isCache = fault.file == m_folder.cacheFile();
        if (fault.repaired || (!isCache && fault.file != m_folder.libraryFile())) {
            continue;
        }
        if (!done.contains(fault.file)) {
            if (auto rebuilt = isCache ? rebuildCache() : rebuildLibrary(); !rebuilt) {
                return rebuilt;
            }
            done.insert(fault.file);
        }
        fault.repaired = true;
    }
    faults += takeTold();
    return {};
}

Result<> Writer::rebuildCache()
{
    const auto importing = lock(m_folder.importLock(), m_patience);
    if (!importing) {
        return tl::unexpected(importing.error());
    }
    return replaceFile(m_cache, u"cache"_s).and_then([this](const Fault &) { return storeOriginalsAgain(); });
}

Result<> Writer::rebuildLibrary()
{
    StoreChange change;
    return replaceFile(m_library, u"library"_s)
        .and_then([&](const Fault &) { return restoreAll(change); })
        .map([](const QList<yetToRestore::Aside> &) {});
}

} // namespace paperdawn
