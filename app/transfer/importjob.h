// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/store.h"

#include <QFutureWatcher>
#include <QThreadPool>
#include <stop_token>

namespace paperdawn {

/** How far an import is. */
struct ImportProgress
{
    int done = 0;
    int total = 0;
    QString file; ///< the one at work
};

/**
 * Reads day files (and folders of them), parses them in the pool and puts them into the store one by one.
 * What is done when it is cancelled stays done. Folders are searched without following links; in them, only
 * files that end in .md, .markdown or .json count. Owned by whoever started it, lives in that thread; runs
 * once.
 */
class ImportJob final : public QObject
{
    Q_OBJECT
public:
    ImportJob(Store &store, QThreadPool &pool, QObject *parent = nullptr);
    ~ImportJob() override; ///< cancels, and waits for the file at work

    /** Files and folders, in any order. finished() comes exactly once. */
    void start(const QStringList &paths);
    /** Between files. */
    void cancel();

Q_SIGNALS:
    void progressed(const paperdawn::ImportProgress &progress);
    /** Failed only where the store takes nothing at all (disk full, read-only); what came before is in it. */
    void finished(const paperdawn::ImportSummary &summary);

private:
    Store &m_store;
    QThreadPool &m_pool;
    std::stop_source m_stop;
    QFutureWatcher<ImportSummary> m_watcher;
};

/** What is in a file that the reader gives, under the cap of an import. Thread: any. */
[[nodiscard]] Result<QByteArray> readForImport(const QString &path);

/** A file as a day, its bytes kept beside it; the caps and refusals of an import. Thread: any. */
[[nodiscard]] Result<ImportFile> readDayFile(const QString &path);

} // namespace paperdawn
