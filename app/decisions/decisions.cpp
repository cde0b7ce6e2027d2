// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/decisions/decisions.h"

#include "app/base/async.h"
#include "app/base/log.h"
#include "app/store/starcopy.h"

#include <QSet>

namespace paperdawn {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto longestBatch = 1s;
constexpr auto beforeNextAttempt = 2s;

const QString starField = u"star"_s;
const QString readField = u"read"_s;

bool isStar(Decide what)
{
    return what == Decide::Star || what == Decide::Unstar;
}

bool value(Decide what)
{
    return what == Decide::Star || what == Decide::Read;
}

bool &mark(Marks &marks, bool star)
{
    return star ? marks.starred : marks.read;
}

Decide decided(const QString &field, bool value)
{
    if (field == starField) {
        return value ? Decide::Star : Decide::Unstar;
    }
    return value ? Decide::Read : Decide::Unread;
}

QList<PaperId> papersOf(const QList<Draft> &drafts)
{
    QList<PaperId> papers;
    for (const Draft &draft : drafts) {
        if (const auto id = PaperId::fromKey(draft.paper)) {
            papers += *id;
        }
    }
    return papers;
}

} // namespace

Decisions::Decisions(const Library &library, Journal &journal, Store &store)
    : m_library(library)
    , m_journal(&journal)
    , m_store(store)
{
    m_flush.setSingleShot(true);
    m_flush.setInterval(longestBatch);
    connect(&m_flush, &QTimer::timeout, this, [this] { flush(); });
}

Decisions::Decisions(const Library &library, Store &store, const Error &reason)
    : m_library(library)
    , m_store(store)
    , m_closed(reason)
{
}

Decisions::~Decisions()
{
    flush(); // the journal writes all that was handed in before it closes
}

Future<> Decisions::decide(const QList<PaperId> &papers, Decide what)
{
    if (!isStar(what)) {
        flush(); // or a paper read by dwell just before would be marked read after this
    }
    auto now = marks(papers);
    if (!now) {
        Q_EMIT failed(now.error());
        return readyFuture<void>(tl::unexpected(now.error()));
    }
    QList<PaperId> changing;
    for (const PaperId &paper : papers) {
        bool &is = mark((*now)[paper], isStar(what));
        if (is != value(what)) {
            changing += paper;
            is = value(what); // each once
        }
    }
    if (changing.isEmpty()) {
        return readyFuture<void>({});
    }
    const DeedDone deed{.way = DeedDone::Way::Done, .what = what, .papers = changing, .time = {}};
    return write([&] { return drafts(changing, what); }, Undoable::Yes, deed);
}

void Decisions::markRead(const PaperId &paper)
{
    if (m_closed || marks(paper).read) {
        return;
    }
    m_toMarkRead += paper;
    hold(drafts({paper}, Decide::Read).first());
    if (!m_flush.isActive()) {
        m_flush.start();
    }
    Q_EMIT marksChanged({paper});
}

Future<> Decisions::flush()
{
    m_flush.stop();
    const QList<Draft> read = drafts(std::exchange(m_toMarkRead, {}), Decide::Read);
    for (const Draft &draft : read) {
        letGo(draft); // write() holds it again
    }
    if (read.isEmpty()) {
        return m_last.isValid() ? m_last : readyFuture<void>({});
    }
    return write([&] { return read; }, Undoable::No, {});
}

void Decisions::undo()
{
    move(DeedDone::Way::Undone);
}

void Decisions::redo()
{
    move(DeedDone::Way::Redone);
}

bool Decisions::canUndo() const
{
    return !m_closed &&
           (isUnderWay(DeedDone::Way::Done) || isUnderWay(DeedDone::Way::Redone) || m_library.canUndo());
}

bool Decisions::canRedo() const
{
    // a new deed clears what could be redone
    return !m_closed &&
           (isUnderWay(DeedDone::Way::Undone) || (!isUnderWay(DeedDone::Way::Done) && m_library.canRedo()));
}

bool Decisions::isUnderWay(DeedDone::Way way) const
{
    return m_deedsUnderWay.contains(way) || m_movesWaiting.contains(way);
}

Marks Decisions::marks(const PaperId &paper) const
{
    return over(paper, m_library.marks(paper));
}

Marks Decisions::over(const PaperId &paper, Marks stored) const
{
    const auto held = m_held.constFind(paper);
    if (held == m_held.constEnd()) {
        return stored;
    }
    stored.starred = held->star.count > 0 ? held->star.value : stored.starred;
    stored.read = held->read.count > 0 ? held->read.value : stored.read;
    return stored;
}

Result<QHash<PaperId, Marks>> Decisions::marks(const QList<PaperId> &papers) const
{
    return m_library.marks(papers).map([this](QHash<PaperId, Marks> found) {
        for (auto at = found.begin(); at != found.end(); ++at) {
            *at = over(at.key(), *at);
        }
        return found;
    });
}

QList<Draft> Decisions::drafts(const QList<PaperId> &papers, Decide what) const
{
    QHash<PaperId, QJsonObject> copies;
    if (isStar(what)) {
        for (const PaperDetails &details : m_library.details(papers).value_or(QList<PaperDetails>())) {
            copies.insert(details.id, starCopy(details));
        }
    }
    QList<Draft> drafts;
    drafts.reserve(papers.size());
    for (const PaperId &paper : papers) {
        drafts += {.paper = paper.key(),
                   .field = isStar(what) ? starField : readField,
                   .value = value(what),
                   .was = !value(what),
                   .copy = copies.value(paper)};
    }
    return drafts;
}

void Decisions::move(DeedDone::Way way)
{
    flush(); // what was read before it stays before it
    m_movesWaiting += way;
    moveNext();
}

void Decisions::moveNext()
{
    if (m_underWay > 0 || m_movesWaiting.isEmpty()) {
        return;
    }
    const DeedDone::Way way = m_movesWaiting.takeFirst();
    const bool undoing = way == DeedDone::Way::Undone;
    const std::optional<Deed> deed = undoing ? m_library.undoable() : m_library.redoable();
    if (!deed || deed->lines.isEmpty()) {
        m_movesWaiting.clear();
        Q_EMIT failed({undoing ? ErrorKind::NothingToUndo : ErrorKind::NothingToRedo, {}, {}, 0, {}});
        return;
    }
    const QList<Draft> drafts = undoing ? paperdawn::undoing(*deed) : redoing(*deed);
    const Decision &first = deed->lines.first();
    write([&] { return drafts; }, Undoable::No,
          DeedDone{.way = way,
                   .what = decided(first.field, first.value.toBool()),
                   .papers = papersOf(drafts),
                   .time = QDateTime::fromMSecsSinceEpoch(first.time, Qt::UTC)});
}

/**
 * Appends the drafts, at least one, shows them as pending, and when they are on disk brings the library up to
 * them. They are made while the journal gets ready for them, and painted while it writes.
 */
Future<> Decisions::write(const Drafting &make, Undoable undoable, const std::optional<DeedDone> &deed)
{
    if (m_closed) {
        Q_EMIT failed(*m_closed);
        return readyFuture<void>(tl::unexpected(*m_closed));
    }
    std::promise<QList<Draft>> coming;
    const Future<QList<Decision>> onDisk = m_journal->append(coming.get_future(), undoable);
    const QList<Draft> drafts = make();
    coming.set_value(drafts);
    for (const Draft &draft : drafts) {
        hold(draft);
    }
    const QList<PaperId> papers = papersOf(drafts);
    Q_EMIT marksChanged(papers);
    ++m_underWay;
    if (deed) {
        m_deedsUnderWay += deed->way;
        Q_EMIT undoChanged();
    }
    auto promise = std::make_shared<QPromise<Result<>>>();
    promise->start();
    m_last = promise->future();
    whenDone(onDisk, this, [this, drafts, deed, promise](const Result<QList<Decision>> &written) {
        promise->addResult(written ? Result<>() : tl::unexpected(written.error()));
        promise->finish(); // first: it is on disk, and who waits for that need not wait for the library
        settle(drafts, written, deed);
    });
    return m_last;
}

void Decisions::settle(const QList<Draft> &drafts, const Result<QList<Decision>> &written,
                       const std::optional<DeedDone> &deed)
{
    if (written) {
        apply(drafts, deed);
        return;
    }
    release(drafts, deed);
    Q_EMIT failed(written.error());
    moveNext();
}

/** Brings the library up to the journal. Where that fails, the marks stay as they are shown: they are kept.
 */
void Decisions::apply(const QList<Draft> &drafts, const std::optional<DeedDone> &deed)
{
    whenDone(m_store.catchUp(), this, [this, drafts, deed](const Result<> &applied) {
        if (!applied) {
            qCWarning(logStore) << "decisions wait to be applied:" << applied.error().what;
            QTimer::singleShot(beforeNextAttempt, this, [this, drafts, deed] { apply(drafts, deed); });
            return;
        }
        release(drafts, deed);
        if (deed) {
            Q_EMIT done(*deed);
        }
        moveNext();
    });
}

void Decisions::release(const QList<Draft> &drafts, const std::optional<DeedDone> &deed)
{
    --m_underWay;
    for (const Draft &draft : drafts) {
        letGo(draft);
    }
    Q_EMIT marksChanged(papersOf(drafts));
    if (deed) {
        m_deedsUnderWay.removeOne(deed->way);
    }
    Q_EMIT undoChanged();
}

void Decisions::hold(const Draft &draft)
{
    if (const auto id = PaperId::fromKey(draft.paper)) {
        Held &held = m_held[*id];
        Holding &holding = draft.field == starField ? held.star : held.read;
        ++holding.count;
        holding.value = draft.value.toBool();
    }
}

void Decisions::letGo(const Draft &draft)
{
    const auto id = PaperId::fromKey(draft.paper);
    const auto held = id ? m_held.find(*id) : m_held.end();
    if (held == m_held.end()) {
        return;
    }
    Holding &holding = draft.field == starField ? held->star : held->read;
    holding.count = qMax(0, holding.count - 1);
    if (held->star.count == 0 && held->read.count == 0) {
        m_held.erase(held);
    }
}

} // namespace paperdawn
