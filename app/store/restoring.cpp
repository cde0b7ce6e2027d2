// SPDX-License-Identifier: GPL-3.0-or-later
// What comes back where library.db is damaged, and maybe the journal too.
#include "app/base/log.h"
#include "app/journal/ledger.h"
#include "app/journal/rejoin.h"
#include "app/platform/durable.h"
#include "app/store/backup.h"
#include "app/store/standing.h"
#include "app/store/statement.h"
#include "app/store/writer.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>
#include <algorithm>

namespace paperdawn {

using namespace Qt::StringLiterals;

namespace {

/** What a journal says, as far as it can be read. */
struct Account
{
    Ledger ledger;
    bool isWhole = true;      ///< no line and no file that could not be read
    bool mayTellMore = false; ///< another attempt may read what this one could not
};

Account accountOf(const QString &journalFolder)
{
    Account account;
    Replay replay;
    do {
        auto next = readSince(journalFolder, replay.offsets);
        if (!next) {
            account.isWhole = false;
            account.mayTellMore = mayPass(next.error());
            break;
        }
        replay = *std::move(next);
        for (const Decision &decision : std::as_const(replay.decisions)) {
            account.ledger.take(decision);
        }
        account.isWhole &= replay.unreadable.isEmpty() && replay.skipped.isEmpty();
        account.mayTellMore |= std::any_of(replay.skipped.begin(), replay.skipped.end(), mayPass);
    } while (replay.more);
    return account;
}

/** Whatever rows of a damaged file can be read: it is read from both ends. */
template <typename Take>
void readFromBothEnds(Connection &library, const char *sql, const char *backwards, const Take &take)
{
    for (const char *each : {sql, backwards}) {
        Statement rows(library, each);
        rows.with();
        while (rows.step()) {
            take(rows);
        }
        if (!library.takeError()) {
            return; // all of it
        }
    }
}

QJsonObject objectIn(const QString &text)
{
    return QJsonDocument::fromJson(text.toUtf8()).object();
}

/** Decisions as far as they can be read, and what stars keep of their papers: a star comes without, too. */
QList<Decision> decisionsFrom(const QString &libraryFile)
{
    QList<Decision> decisions;
    const auto library = Connection::open(libraryFile, Connection::Mode::Look, Connection::Sync::Normal);
    if (!library) {
        return decisions;
    }
    QHash<QString, QJsonObject> copies;
    readFromBothEnds(**library, "SELECT key, paper FROM copy",
                     "SELECT key, paper FROM copy ORDER BY key DESC",
                     [&](const Statement &row) { copies.insert(row.text(0), objectIn(row.text(1))); });
    readFromBothEnds(
        **library, "SELECT key, field, time, machine, sequence, '[' || value || ']' FROM decision",
        "SELECT key, field, time, machine, sequence, '[' || value || ']' FROM decision"
        " ORDER BY key DESC, field DESC",
        [&](const Statement &row) {
            Decision decision{.machine = row.text(3), .sequence = row.number(4), .time = row.number(2)};
            decision.paper = row.text(0);
            decision.field = row.text(1);
            decision.value = QJsonDocument::fromJson(row.text(5).toUtf8()).array().at(0);
            if (decision.field == "star"_L1) {
                decision.copy = copies.value(decision.paper);
            }
            decisions += decision;
        });
    return decisions;
}

/** What damage may have made of a row is no decision. */
bool isCredible(const Decision &decision, const QDateTime &now)
{
    return PaperId::fromKey(decision.paper) && decision.value.isBool() &&
           (decision.field == "star"_L1 || decision.field == "read"_L1) &&
           decision.time <= now.toMSecsSinceEpoch() && fromLine(toLine(decision)) == decision;
}

} // namespace

/** Then a damaged library.db is the only copy, whatever the journal says by the time that it is restored. */
bool Writer::journalSaysNothing() const
{
    return accountOf(m_folder.journalFolder()).ledger.standing().isEmpty();
}

/**
 * Library.db is new, the damaged ones are kept as `asides`. The journal is the truth; what it has lost comes
 * back into it: from the backups, which were sound, and where the journal cannot be read as a whole also from
 * what can still be read of the damaged files, as far as nobody else knows better. False where a backup
 * cannot be read just now: it may know more.
 */
Result<bool> Writer::restoreLost(const QList<yetToRestore::Aside> &asides)
{
    const QList<Backup> there = backups::all(m_folder);
    Account account = accountOf(m_folder.journalFolder());
    bool isAll = !QFileInfo::exists(m_folder.backupFolder()) || QDir(m_folder.backupFolder()).isReadable();
    m_restoredFrom = {};
    QList<Decision> lacking;
    const auto take = [&](const Decision &decision) {
        const bool isNew = isLaterThan(account.ledger.find(decision.paper, decision.field), decision);
        if (isNew) {
            account.ledger.take(decision);
            lacking += decision;
        }
        return isNew;
    };
    for (const Backup &backup : there) {
        const Account kept = accountOf(backup.path + u"/journal"_s);
        isAll &= !kept.mayTellMore;
        const QList<Decision> said = kept.ledger.standing() + decisionsFrom(backup.path + u"/library.db"_s);
        for (const Decision &decision : said) {
            if (take(decision) && !m_restoredFrom.isValid()) {
                m_restoredFrom = backup.time;
            }
        }
    }
    const bool lacksSome =
        !account.isWhole || account.ledger.standing().isEmpty() || m_restoredFrom.isValid();
    for (const auto &[aside, isOnlyCopy] : asides) {
        const QList<Decision> readable = lacksSome || isOnlyCopy ? decisionsFrom(aside) : QList<Decision>();
        for (const Decision &decision : readable) {
            const bool isKnown = account.ledger.find(decision.paper, decision.field) != nullptr;
            if (!isKnown && isCredible(decision, m_clock.now())) {
                take(decision);
            }
        }
    }
    if (lacking.isEmpty()) {
        return isAll;
    }
    qCWarning(logStore) << "into the journal came again:" << lacking.size() << "decisions";
    return rejoin(m_folder.journalFolder(), lacking, m_clock.now()).map([isAll] { return isAll; });
}

/** Of a library.db that was just made, now or before a crash. The damaged ones before it. */
Result<QList<yetToRestore::Aside>> Writer::restoreAll(StoreChange &change)
{
    const QList<yetToRestore::Aside> asides = yetToRestore::asides(m_folder);
    const auto isAll = restoreLost(asides);
    if (!isAll) {
        return tl::unexpected(isAll.error());
    }
    if (auto applied = applyAll(change); !applied) {
        return tl::unexpected(applied.error());
    }
    m_isLibraryNew = false;
    if (*isAll && m_isOpening) {
        m_restored = asides; // it is not told yet: an opening that is stopped restores, and tells, again
    } else if (*isAll) {
        forgetRestored(asides);
    }
    return asides;
}

void Writer::forgetRestored(const QList<yetToRestore::Aside> &asides)
{
    const auto forgotten = underLock([&] { return yetToRestore::forget(m_folder, asides); });
    if (!forgotten) {
        qCWarning(logStore) << "the next start restores again:" << forgotten.error().what;
    }
}

/** Or it is still to be restored, since the disk was full. What there is to say of it is told. */
Result<> Writer::restoreIfNew(StoreChange &change)
{
    if (!m_isLibraryNew) {
        return {};
    }
    return restoreAll(change).map([this](const QList<yetToRestore::Aside> &asides) {
        if (!asides.isEmpty()) {
            m_told += restoredFault(asides.last().file);
        }
    });
}

/** What is said of it, once all is applied. */
Fault Writer::restoredFault(const QString &aside)
{
    const auto stars = int(m_library->number(
        "SELECT count(*) FROM decision WHERE field = 'star' AND value = 'true' AND row NOT NULL"));
    m_library->forgetError();
    const QString file = QFileInfo(aside).fileName();
    const QString what =
        m_restoredFrom.isValid() ? //: %1 is a date and time, %2 a file
            Store::tr("Your library file was damaged. Restored from the backup of %1 and from the journal: %n"
                      " star(s). The damaged file is kept as %2.",
                      nullptr, stars)
                .arg(QLocale().toString(m_restoredFrom.toLocalTime(), QLocale::ShortFormat), file)
                                 : //: %1 is a file
            Store::tr("Your library file was damaged. Restored from the journal: %n star(s). The damaged file"
                      " is kept as %1.",
                      nullptr, stars)
                .arg(file);
    return {m_folder.libraryFile(), what, true, false, aside};
}

} // namespace paperdawn
