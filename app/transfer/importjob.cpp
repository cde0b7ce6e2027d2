// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/transfer/importjob.h"

#include "app/formats/dayfileformat.h"
#include "app/platform/durable.h"

#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QSet>
#include <QtConcurrentRun>
#include <algorithm>

namespace paperdawn {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestFile = 32LL << 20;
constexpr int mostFiles = 100000;

/** What is to be imported, in the order of names, each file once; and what cannot be. */
struct Found
{
    QStringList files;
    QList<FileOutcome> refused;
};

FileOutcome refused(const QString &path, ErrorKind kind)
{
    return {.path = path, .refused = Error{kind, {}, path, 0, {}}};
}

bool canBeSearched(const QFileInfo &folder)
{
    return folder.isReadable() && folder.isExecutable();
}

/** Without following links to folders: such a walk might never end. Folders that are locked are refused. */
void findIn(const QString &folder, const std::stop_token &stop, Found &found)
{
    QDir dir(folder);
    const QFileInfoList entries =
        dir.entryInfoList({u"*.md"_s, u"*.markdown"_s, u"*.json"_s},
                          QDir::Files | QDir::AllDirs | QDir::NoDotAndDotDot, QDir::Name);
    for (const QFileInfo &entry : entries) {
        if (!entry.isDir()) {
            found.files += entry.filePath();
        } else if (entry.isSymLink()) {
            continue;
        } else if (!canBeSearched(entry)) {
            found.refused += refused(entry.filePath(), ErrorKind::Permission);
        } else if (found.files.size() < mostFiles && !stop.stop_requested()) {
            findIn(entry.filePath(), stop, found);
        }
    }
}

Found find(const QStringList &paths, const std::stop_token &stop)
{
    Found found;
    QSet<QString> seen;
    const auto add = [&](const QString &path) {
        if (const QString canonical = QFileInfo(path).canonicalFilePath(); !seen.contains(canonical)) {
            seen.insert(canonical);
            found.files += path;
        }
    };
    for (const QString &path : paths) {
        const QFileInfo info(path);
        if (!info.exists()) {
            found.refused += refused(path, ErrorKind::NotFound);
        } else if (!info.isDir()) {
            add(path);
        } else if (!canBeSearched(info)) {
            found.refused += refused(path, ErrorKind::Permission);
        } else {
            Found in;
            findIn(path, stop, in);
            if (in.files.isEmpty() && in.refused.isEmpty() && !stop.stop_requested()) {
                in.refused += refused(path, ErrorKind::NoDayFiles);
            }
            found.refused += in.refused;
            std::for_each(in.files.begin(), in.files.end(), add);
        }
    }
    return found;
}

/** True where the next file would fail in the same way. */
bool endsAll(ErrorKind kind)
{
    return kind == ErrorKind::DiskFull || kind == ErrorKind::ReadOnly || kind == ErrorKind::Busy;
}

FileOutcome importFile(Store &store, qint64 import, const QString &path)
{
    auto file = readDayFile(path);
    if (!file) {
        return {.path = path, .refused = file.error()};
    }
    Future<FileOutcome> stored = store.put(import, *std::move(file));
    stored.waitForFinished();
    auto outcome = stored.result();
    return outcome ? *std::move(outcome) : FileOutcome{.path = path, .refused = outcome.error()};
}

void importAll(QPromise<ImportSummary> &promise, Store &store, const QStringList &paths,
               const std::stop_token &stop)
{
    Found found = find(paths, stop);
    ImportSummary summary;
    summary.files = std::move(found.refused);
    summary.cancelled = stop.stop_requested();
    promise.setProgressRange(0, int(found.files.size()));
    if (!found.files.isEmpty()) {
        Future<qint64> begun = store.beginImport();
        begun.waitForFinished();
        if (const auto import = begun.result(); import) {
            summary.import = *import;
        } else {
            summary.files += {.path = found.files.first(), .refused = import.error()};
            summary.notTried = int(found.files.size()) - 1;
            found.files.clear();
        }
    }
    int tried = 0;
    for (const QString &path : std::as_const(found.files)) {
        if (stop.stop_requested()) {
            summary.cancelled = true;
            break;
        }
        promise.setProgressValueAndText(tried, QString::number(tried) + u' ' + path);
        ++tried;
        summary.files += importFile(store, summary.import, path);
        const auto &refusal = summary.files.last().refused;
        if (refusal && endsAll(refusal->kind)) {
            summary.notTried = int(found.files.size()) - tried;
            break;
        }
    }
    const auto isNew = [](const FileOutcome &file) { return !file.refused && !file.known; };
    if (std::none_of(summary.files.begin(), summary.files.end(), isNew)) {
        summary.import = 0;
    }
    promise.addResult(std::move(summary));
}

} // namespace

Result<QByteArray> readForImport(const QString &path)
{
    auto bytes = readWhole(path, largestFile);
    if (!bytes) {
        Error error = bytes.error();
        if (error.kind == ErrorKind::TooLarge) {
            error.what = QLocale().formattedDataSize(
                std::max(QFileInfo(path).size(), largestFile)); // a device has no size
        }
        error.where = path;
        return tl::unexpected(error);
    }
    return bytes;
}

Result<ImportFile> readDayFile(const QString &path)
{
    auto bytes = readForImport(path);
    if (!bytes) {
        return tl::unexpected(bytes.error());
    }
    auto day = parseDayFile(*bytes, QFileInfo(path).fileName());
    if (!day) {
        Error error = day.error();
        error.where = path;
        return tl::unexpected(error);
    }
    return ImportFile{path, *std::move(bytes), *std::move(day)};
}

ImportJob::ImportJob(Store &store, QThreadPool &pool, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_pool(pool)
{
    // the number stands in the text because the value may have moved on since
    connect(&m_watcher, &QFutureWatcherBase::progressTextChanged, this, [this](const QString &text) {
        const qsizetype blank = text.indexOf(u' ');
        Q_EMIT progressed({text.first(blank).toInt(), m_watcher.progressMaximum(), text.sliced(blank + 1)});
    });
    connect(&m_watcher, &QFutureWatcherBase::finished, this, [this] { Q_EMIT finished(m_watcher.result()); });
}

ImportJob::~ImportJob()
{
    m_stop.request_stop();
    m_watcher.waitForFinished();
}

void ImportJob::start(const QStringList &paths)
{
    m_watcher.setFuture(QtConcurrent::run(
        &m_pool, [store = &m_store, paths, stop = m_stop.get_token()](QPromise<ImportSummary> &promise) {
            importAll(promise, *store, paths, stop);
        }));
}

void ImportJob::cancel()
{
    m_stop.request_stop();
}

} // namespace paperdawn
