// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/sentence.h"
#include "app/transfer/importjob.h"
#include "app/transfer/remarks.h"

#include "tests/support/temporarylibrary.h"

#include <QEventLoop>
#include <functional>

namespace paperdawn::test {

/** Imports, and waits for the end; `watching` is told of the progress. */
inline ImportSummary importInto(Store &store, const QStringList &paths,
                                const std::function<void(ImportJob &, const ImportProgress &)> &watching = {})
{
    QThreadPool pool;
    ImportJob job(store, pool);
    ImportSummary summary;
    QEventLoop loop;
    QObject::connect(&job, &ImportJob::finished, &loop, [&](const ImportSummary &done) {
        summary = done;
        loop.quit();
    });
    if (watching) {
        QObject::connect(&job, &ImportJob::progressed, &loop,
                         [&](const ImportProgress &progress) { watching(job, progress); });
    }
    job.start(paths);
    loop.exec();
    return summary;
}

/** What is said of an import: a line a file and remark, then the summary. Folders are left out of names. */
inline QString said(const ImportSummary &summary)
{
    QStringList lines;
    for (const FileOutcome &file : summary.files) {
        const QString name = QFileInfo(file.path).fileName();
        if (file.refused) {
            Error error = *file.refused;
            error.where = QFileInfo(error.where).fileName();
            lines += sentence(error);
        }
        for (const RowRemark &remark : file.remarks) {
            lines += remarkSentence(name, remark);
        }
    }
    lines += summarySentence(summary);
    return lines.join(u'\n');
}

} // namespace paperdawn::test
