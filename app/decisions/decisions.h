// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/journal/journal.h"
#include "app/store/store.h"

#include <QHash>
#include <QTimer>
#include <functional>

namespace paperdawn {

/** What a reader can decide on papers. */
enum class Decide : quint8 { Star, Unstar, Read, Unread };

/** What a deed did, for the sentence that offers to undo it. */
struct DeedDone
{
    enum class Way : quint8 { Done, Undone, Redone } way = Way::Done;
    Decide what = Decide::Star; ///< of Undone: what was taken back
    QList<PaperId> papers;
    QDateTime time; ///< when it was first done
};

/**
 * Takes decisions: shows them at once as pending, writes them to the journal, then to the library.
 * Thread: UI (the thread that made it). Owned by Services.
 */
class Decisions final : public QObject
{
    Q_OBJECT
public:
    Decisions(const Library &library, Journal &journal, Store &store);
    /** On a library that is not to be written: no decision is taken, each fails with `reason`. */
    Decisions(const Library &library, Store &store, const Error &reason);
    ~Decisions() override; ///< flushes the read marks that wait

    /**
     * One deed on these papers, each once. Those that are so already are left out; nothing left = nothing is
     * done. The future is there when it is on disk; it comes by this thread's event loop, so connect, do not
     * wait.
     */
    Future<> decide(const QList<PaperId> &papers, Decide what);
    /** Read by dwell: batched for at most a second, not undoable. */
    void markRead(const PaperId &paper);
    /** Writes what waits; the future is there when all that was decided is on disk, as decide()'s. */
    Future<> flush();

    /** They take their turn behind what is still being written. */
    void undo();
    void redo();
    /** What is still being written counts, so that a key pressed right behind it is not lost. */
    [[nodiscard]] bool canUndo() const;
    [[nodiscard]] bool canRedo() const;

    /** The marks as they are shown: what is on disk, and over it what is pending. */
    [[nodiscard]] Marks marks(const PaperId &paper) const;
    [[nodiscard]] Result<QHash<PaperId, Marks>> marks(const QList<PaperId> &papers) const;
    /** `stored` with what is pending for the paper laid over it. */
    [[nodiscard]] Marks over(const PaperId &paper, Marks stored) const;

Q_SIGNALS:
    /** Their marks look different now: pending, settled, or taken back. */
    void marksChanged(const QList<paperdawn::PaperId> &papers);
    /** A deed is on disk, and the library says so. */
    void done(const paperdawn::DeedDone &deed);
    /** Nothing was kept; the marks were taken back. */
    void failed(const paperdawn::Error &error);
    void undoChanged();

private:
    /** What is shown of a mark while it is being written: the last of so many decisions under way. */
    struct Holding
    {
        int count = 0;
        bool value = false;
    };
    struct Held
    {
        Holding star;
        Holding read;
    };
    [[nodiscard]] QList<Draft> drafts(const QList<PaperId> &papers, Decide what) const;
    [[nodiscard]] bool isUnderWay(DeedDone::Way way) const;
    void move(DeedDone::Way way);
    void moveNext();
    using Drafting = std::function<QList<Draft>()>;
    Future<> write(const Drafting &make, Undoable undoable, const std::optional<DeedDone> &deed);
    void settle(const QList<Draft> &drafts, const Result<QList<Decision>> &written,
                const std::optional<DeedDone> &deed);
    void apply(const QList<Draft> &drafts, const std::optional<DeedDone> &deed);
    void release(const QList<Draft> &drafts, const std::optional<DeedDone> &deed);
    void hold(const Draft &draft);
    void letGo(const Draft &draft);

    const Library &m_library;
    Journal *m_journal = nullptr;
    Store &m_store;
    std::optional<Error> m_closed;
    QHash<PaperId, Held> m_held;
    QList<PaperId> m_toMarkRead;
    QTimer m_flush{this};
    Future<> m_last;
    int m_underWay = 0;                   ///< appends that are not settled yet
    QList<DeedDone::Way> m_deedsUnderWay; ///< those of them that are deeds
    QList<DeedDone::Way> m_movesWaiting;  ///< undo and redo see the deeds only once they are settled
};

} // namespace paperdawn
