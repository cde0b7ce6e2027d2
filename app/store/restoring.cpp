// SPDX-License-Identifier: GPL-3.0-or-later
// What comes back where library.db is damaged, and maybe the journal too.
#include "app/base/log.h"
#include "app/journal/ledger.h"
#include "app/journal/rejoin.h"
#include "app/store/backup.h"
#include "app/store/statement.h"
#include "app/store/writer.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>
#include <tuple>

namespace paperdawn {

using namespace Qt::StringLiterals;

namespace {

/** What a journal says, as far as it can be read. */
struct Account
{
    Ledger ledger;
    bool isWhole = true; ///< no line and no file that could not be read
};

Account accountOf(const QString &journalFolder)
{
    Account account;
    Replay replay;
    do {
        auto next = readSince(journalFolder, replay.offsets);
        if (!next) {
            account.isWhole = false;
            break;
        }
        replay = *std::move(next);
        for (const Decision &decision : std::as_const(replay.decisions)) {
            account.ledger.take(decision);
        }
        account.isWhole &= replay.unreadable.isEmpty() && replay.skipped.isEmpty();
    } while (replay.more);
    return account;
}

/** Decisions as far as they can be read: a damaged file is read from both ends. */
QList<Decision> decisionsFrom(const QString &libraryFile)
{
    QList<Decision> decisions;
    const auto library = Connection::open(libraryFile, Connection::Mode::Look, Connection::Sync::Normal);
    if (!library) {
        return decisions;
    }
    for (const char *sql : {"SELECT key, field, time, machine, sequence, '[' || value || ']' FROM decision",
                            "SELECT key, field, time, machine, sequence, '[' || value || ']' FROM decision"
                            " ORDER BY key DESC, field DESC"}) {
        Statement rows(**library, sql);
        Statement copy(**library, "SELECT paper FROM copy WHERE key = ?");
        rows.with();
        while (rows.step()) {
            Decision decision{.machine = rows.text(3), .sequence = rows.number(4), .time = rows.number(2)};
            decision.paper = rows.text(0);
            decision.field = rows.text(1);
            decision.value = QJsonDocument::fromJson(rows.text(5).toUtf8()).array().at(0);
            if (decision.field == "star"_L1 && copy.with(decision.paper).step()) {
                decision.copy = QJsonDocument::fromJson(copy.text(0).toUtf8()).object();
            }
            decisions += decision;
        }
        if (!(*library)->takeError()) {
            break; // all of it
        }
    }
    return decisions;
}

/** True where it is not known, be it in other words. */
bool isLaterThan(const Decision *known, const Decision &decision)
{
    const auto order = [](const Decision &d) { return std::tie(d.time, d.machine, d.sequence); };
    return !known || order(*known) < order(decision);
}

/** What damage may have made of a row is no decision. */
bool isCredible(const Decision &decision, const QDateTime &now)
{
    return PaperId::fromKey(decision.paper) && decision.value.isBool() &&
           (decision.field == "star"_L1 || decision.field == "read"_L1) &&
           decision.time <= now.toMSecsSinceEpoch() && fromLine(toLine(decision)) == decision;
}

} // namespace

/**
 * Library.db is new, the damaged one is kept as `aside` (null: there was none). The journal is the truth;
 * what it has lost comes back into it: from the backups, which were sound, and where the journal cannot be
 * read as a whole also from what can still be read of the damaged file, as far as nobody else knows better.
 */
Result<> Writer::restoreLost(const QString &aside)
{
    const QList<Backup> there = backups::all(m_folder);
    Account account = accountOf(m_folder.journalFolder());
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
        const QList<Decision> said = accountOf(backup.path + u"/journal"_s).ledger.standing() +
                                     decisionsFrom(backup.path + u"/library.db"_s);
        for (const Decision &decision : said) {
            if (take(decision) && !m_restoredFrom.isValid()) {
                m_restoredFrom = backup.time;
            }
        }
    }
    if (!account.isWhole || account.ledger.standing().isEmpty() || m_restoredFrom.isValid()) {
        for (const Decision &decision : aside.isNull() ? QList<Decision>() : decisionsFrom(aside)) {
            const bool isKnown = account.ledger.find(decision.paper, decision.field) != nullptr;
            if (!isKnown && isCredible(decision, m_clock.now())) {
                take(decision);
            }
        }
    }
    if (lacking.isEmpty()) {
        return {};
    }
    qCWarning(logStore) << "into the journal came again:" << lacking.size() << "decisions";
    return rejoin(m_folder.journalFolder(), lacking, m_clock.now());
}

/** Of a library.db that was just made; what there is to say of it is told. */
Result<> Writer::restoreAndApply(StoreChange &change)
{
    const QString aside = std::exchange(m_aside, {});
    return restoreLost(aside).and_then([&] { return applyAll(change); }).map([&] {
        if (!aside.isNull()) {
            m_told += restoredFault(aside);
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
