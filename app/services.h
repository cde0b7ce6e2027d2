// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/decisions/decisions.h"
#include "app/transfer/importjob.h"

#include <QThreadPool>

namespace paperdawn {

/**
 * The composition root: owns everything that outlives a window, in the order in which it must be closed.
 * Thread: the one that opened it (main of paperdawnctl), or to which it was moved (UI).
 */
class Services final : public QObject
{
    Q_OBJECT
public:
    /** All of it in the thread that calls: seconds where another program writes or the cache is built anew.
     */
    [[nodiscard]] static Result<std::unique_ptr<Services>> open(const LibraryFolder &folder,
                                                                const Opening &opening = {});
    /** Hands everything to another thread. Thread: the one that opened it. */
    void moveTo(QThread *thread);
    ~Services() override;

    [[nodiscard]] const LibraryFolder &folder() const { return m_folder; }
    [[nodiscard]] Library &library() { return *m_library; }
    [[nodiscard]] Store &store() { return *m_store; }
    [[nodiscard]] Decisions &decisions() { return *m_decisions; }
    [[nodiscard]] QThreadPool &pool() { return m_pool; }
    [[nodiscard]] const Clock &clock() const { return m_clock; }

private:
    explicit Services(LibraryFolder folder);
    LibraryFolder m_folder;
    SystemClock m_clock;
    QThreadPool m_pool;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<Library> m_library;
    std::unique_ptr<Journal> m_journal;
    std::unique_ptr<Decisions> m_decisions;
};

} // namespace paperdawn
