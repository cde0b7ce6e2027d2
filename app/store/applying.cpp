// SPDX-License-Identifier: GPL-3.0-or-later
// How what the journal says comes into library.db.
#include "app/base/log.h"
#include "app/journal/replay.h"
#include "app/platform/durable.h"
#include "app/store/statement.h"
#include "app/store/writer.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>
#include <utility>

namespace paperdawn {

using namespace Qt::StringLiterals;

namespace {

constexpr int deedsKept = 500;

/**
 * Applies decisions to library.db: for each paper and field the later (time, machine, sequence) stands, and
 * the deeds stand as the tests' UndoStack would say. Whatever the order, and however often.
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

/** A value as JSON text; the value stands in an array because JSON documents hold no bare values in Qt. */
QString jsonText(const QJsonValue &value)
{
    const QByteArray text = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(text.sliced(1, text.size() - 2));
}

Result<> Writer::catchUp(StoreChange &change)
{
    auto done = reopenWhatMoved().and_then([&] { return restoreIfNew(change); });
    if (!done) {
        return done;
    }
    done = applyAll(change);
    if (!done && done.error().kind == ErrorKind::Damaged) {
        change.many = true;
        done = rebuildLibrary(); // it is nothing but what the journal adds up to
    }
    return done;
}

Result<> Writer::takeInOthers(StoreChange &change)
{
    if (auto there = reopenWhatMoved(); !there) {
        return there;
    }
    if (const auto now = commitsOfOthers(); now != m_commitsOfOthers) {
        m_commitsOfOthers = now;
        change.many = true;
    }
    const QString journal = journalNow();
    if (journal == m_journalSeen && !m_mayReadMore) {
        return {};
    }
    return catchUp(change).map([&] { m_journalSeen = journal; }); // one that failed is tried again
}

/** PRAGMA data_version counts the commits of all connections but the one that asks: ours writes alone here.
 */
std::pair<qint64, qint64> Writer::commitsOfOthers() const
{
    return {m_cache->number("PRAGMA data_version"), m_library->number("PRAGMA data_version")};
}

QString Writer::journalNow() const
{
    QString text;
    const QDir folder(m_folder.journalFolder());
    for (const QFileInfo &file : folder.entryInfoList({u"*.jsonl"_s}, QDir::Files, QDir::Name)) {
        text += file.fileName() + u' ' + QString::number(file.size()) + u'\n';
    }
    return text;
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

/** Each file once, until it can be read. Lines that are no decisions are counted by a check: mostly what a
 * kill cut short. */
void Writer::tellUnread(const Replay &replay)
{
    const QSet<QString> told = m_unread;
    if (!replay.more) { // one that was cut short has not seen all files
        m_unread.clear();
    }
    for (const Error &error : replay.skipped) {
        m_unread.insert(error.where);
        if (!told.contains(error.where)) {
            const QString what =
                error.kind == ErrorKind::NewerSchema
                    ? Store::tr(
                          "A newer version of Paperdawn wrote into it: what follows waits until Paperdawn"
                          " is updated here.")
                    : Store::tr("It cannot be read (%1), so decisions may be missing. They come back once"
                                " it can be read.")
                          .arg(error.what);
            m_told += Fault{error.where, what, false};
        }
    }
    m_mayReadMore = std::any_of(replay.skipped.begin(), replay.skipped.end(), mayPass);
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
