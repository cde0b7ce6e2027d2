// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/store.h"

#include <QThreadPool>
#include <stop_token>

namespace paperdawn {

/** How far an import is. */
struct ImportProgress {
    int done = 0;
    int total = 0;
    QString file; ///< the one at work
};

/**
 * Reads day files (and folders of them, without end: cap by depth and number), parses them in the pool, and puts them
 * into the store one by one. Cancelled between files: what is done stays done. Owned by whoever started it; lives in
 * that thread; deletes nothing.
 */
class ImportJob final : public QObject
{
    Q_OBJECT
public:
    ImportJob(Store &store, LibraryFolder folder, QThreadPool &pool, QObject *parent = nullptr);
    ~ImportJob() override;

    /** Files and folders, in any order. finished() comes exactly once. */
    void start(const QStringList &paths);
    void cancel();

Q_SIGNALS:
    void progressed(const paperdawn::ImportProgress &progress);
    void finished(const paperdawn::ImportSummary &summary);

private:
    struct Work;
    std::shared_ptr<Work> m_work;
};

} // namespace paperdawn
