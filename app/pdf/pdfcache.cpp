// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pdf/pdfcache.h"

#include "app/base/async.h"
#include "app/base/log.h"
#include "app/platform/durable.h"

#include <QFile>
#include <QFileInfo>
#include <QLocale>
#include <algorithm>

namespace paperdawn {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds longestPause = 5min;
constexpr auto rescanAfter = 100ms;
constexpr int mostAttempts = 5; ///< where a network wants a login: others may come from elsewhere

/** It would be refused again. Where only browsers are wanted, "ask later" is another way to refuse. */
bool isForGood(const PaperId &paper, const Error &error)
{
    return error.kind == ErrorKind::Denied || error.kind == ErrorKind::NoPdf ||
           error.kind == ErrorKind::AnswerTooLarge || error.kind == ErrorKind::BadAnswer ||
           (error.kind == ErrorKind::RateLimited && paper.source() != Source::Arxiv);
}

/** Of the host or the way to it, at this hour. */
bool isForNow(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::Offline:
    case ErrorKind::TimedOut:
    case ErrorKind::RateLimited:
    case ErrorKind::ServerError:
    case ErrorKind::Incomplete:
    case ErrorKind::Portal:
    case ErrorKind::ProxyLogin:
    case ErrorKind::NotTrusted:
        return true;
    default:
        return false;
    }
}

/** So a network may answer that is new, until somebody logs in to it. */
bool isOfNewNetwork(const Error &error)
{
    return error.kind == ErrorKind::NotTrusted || error.kind == ErrorKind::ProxyLogin ||
           (error.kind == ErrorKind::Portal && error.what.isEmpty());
}

} // namespace

PdfCache::PdfCache(const QString &folder, Network network, QThreadPool &pool, const Clock &clock,
                   Starred starred, QObject *parent)
    : QObject(parent)
    , m_folder(folder)
    , m_network(std::move(network))
    , m_pool(pool)
    , m_clock(clock)
    , m_starred(std::move(starred))
    , m_waitingFile(m_folder.path() + "/waiting"_L1, pool)
    , m_refused(m_folder.path() + "/refused"_L1, pool)
{
    m_later.setSingleShot(true);
    connect(&m_later, &QTimer::timeout, this, &PdfCache::advance);
    m_noting.setSingleShot(true);
    connect(&m_noting, &QTimer::timeout, this, &PdfCache::noteNow);
    m_rescan.setSingleShot(true);
    m_rescan.setInterval(rescanAfter);
    connect(&m_rescan, &QTimer::timeout, this, &PdfCache::refresh);
}

PdfCache::~PdfCache()
{
    if (m_noting.isActive()) {
        noteNow();
    }
}

/** In this turn of the event loop, or when it ends without one. */
void PdfCache::noteWaiting()
{
    if (m_resumes) {
        m_noting.start(0);
    }
}

/** A line a paper, in their order. */
void PdfCache::noteNow()
{
    QByteArray lines;
    for (const Asked &asked : m_queue) {
        lines += PdfFolder::nameOf(asked.paper).toUtf8() + '\n';
    }
    for (const VersionedId &paper : std::as_const(m_nextTime)) {
        lines += PdfFolder::nameOf(paper).toUtf8() + '\n';
    }
    m_waitingFile.note(lines);
}

void PdfCache::resume()
{
    if (m_closed) {
        return;
    }
    for (const QByteArray &line : m_waitingFile.read().split('\n')) {
        if (const auto paper = PdfFolder::paperOf(QString::fromUtf8(line))) {
            fetch(*paper, Why::ByItself);
        }
    }
    m_resumes = true;
    if (!m_queue.empty()) { // what was asked for before this, too
        noteWaiting();
    }
}

bool PdfCache::isToBeLeftAlone(const VersionedId &paper)
{
    return m_refused.contains(paper, m_clock.now().date());
}

qint64 PdfCache::bytesOfRoom(int mebibytes)
{
    return mebibytes == 0 ? unbounded : qint64(mebibytes) * 1024 * 1024;
}

void PdfCache::setRoom(qint64 bytes)
{
    const bool isLess = m_room && bytes < *m_room; // nothing at the start: that comes with the next PDF
    m_room = bytes;
    if (isLess && !m_closed) {
        makeRoom({}, [this](bool /*isEnough*/) { refresh(); });
    }
}

void PdfCache::watchOthers()
{
    if (m_watcher == nullptr && !m_closed && makeFolder(m_folder.path())) {
        m_watcher = new QFileSystemWatcher({m_folder.path()}, this);
        connect(m_watcher, &QFileSystemWatcher::directoryChanged, &m_rescan, qOverload<>(&QTimer::start));
    }
}

// --- what is here

const QHash<PaperId, QList<int>> &PdfCache::here() const
{
    if (!m_here) {
        m_here.emplace();
        for (const VersionedId &paper : m_folder.papers()) {
            (*m_here)[paper.id] += paper.version;
        }
    }
    return *m_here;
}

void PdfCache::refresh()
{
    m_here.reset();
    Q_EMIT changed();
}

std::optional<VersionedId> PdfCache::newestOf(const PaperId &paper) const
{
    const QList<int> versions = here().value(paper);
    return versions.isEmpty()
               ? std::nullopt
               : std::optional(VersionedId{paper, *std::max_element(versions.begin(), versions.end())});
}

PdfCache::Place PdfCache::placeOf(const VersionedId &paper) const
{
    const QList<int> versions = here().value(paper.id);
    if (paper.version > 0 ? versions.contains(paper.version) : !versions.isEmpty()) {
        return Place::Here;
    }
    const bool isComing =
        std::any_of(m_queue.begin(), m_queue.end(), [&](const Asked &asked) { return asked.paper == paper; });
    return isComing ? Place::Coming : Place::Absent;
}

/** Looks at the folder itself: it may have changed this very moment. */
QString PdfCache::fileOf(const VersionedId &paper) const
{
    const VersionedId version = paper.version > 0 ? paper : newestOf(paper.id).value_or(paper);
    const QString file = m_folder.fileOf(version);
    return QFileInfo(file).isFile() ? file : QString();
}

void PdfCache::noteOpened(const QString &file)
{
    if (!m_closed) {
        PdfFolder::noteOpened(file, m_clock.now());
    }
}

/** What is not among them, because it came or was starred only now, stays. */
QSet<PaperId> PdfCache::unstarredHere() const
{
    QList<PaperId> papers;
    for (const VersionedId &paper : m_folder.papers()) {
        papers += paper.id;
    }
    const auto starred = m_starred(papers);
    return starred ? QSet<PaperId>(papers.begin(), papers.end()).subtract(*starred) : QSet<PaperId>();
}

/** At this very moment; where it cannot be told, it may be. */
bool PdfCache::isStarred(const PaperId &paper) const
{
    const auto starred = m_starred({paper});
    return !starred || starred->contains(paper);
}

bool PdfCache::starredFillTheRoom() const
{
    const QSet<PaperId> unstarred = unstarredHere();
    qint64 taken = 0;
    for (const PdfFile &file : m_folder.files()) {
        taken += unstarred.contains(file.paper.id) ? 0 : file.size;
    }
    return taken >= m_room.value_or(unbounded);
}

// --- the queue

PdfCache::Queue::iterator PdfCache::find(const VersionedId &paper)
{
    return std::find_if(m_queue.begin(), m_queue.end(),
                        [&](const Asked &asked) { return asked.paper == paper; });
}

void PdfCache::fetch(const VersionedId &paper, Why why)
{
    const bool isWanted = why == Why::Wanted;
    const auto known = find(paper);
    Asked asked = known == m_queue.end() ? Asked{paper} : *known;
    asked.isWanted |= isWanted;
    asked.isByItself &= why == Why::ByItself;
    if (known == m_queue.begin() && !m_queue.empty()) {
        if (isWanted && m_later.isActive()) { // the reader says that it is worth a try
            m_later.start(0);
            asked.wasLate = false;
        }
        *known = asked;
        return;
    }
    if (known != m_queue.end()) {
        m_queue.erase(known);
    }
    auto place = m_queue.end();
    if (isWanted && !m_queue.empty()) { // behind those that were wanted before
        place = std::find_if(std::next(m_queue.begin()), m_queue.end(),
                             [](const Asked &other) { return !other.isWanted; });
    }
    m_queue.insert(place, asked);
    m_nextTime.removeAll(paper);
    noteWaiting();
    if (m_queue.size() == 1) {
        m_later.start(0);
    }
    Q_EMIT changed();
    tell();
}

void PdfCache::stop()
{
    if (m_queue.empty()) {
        return;
    }
    dropAllButFirst();
    if (m_download) {
        m_download->cancel();
    } else {
        m_later.stop();
        settle({m_queue.front().paper, {}, Error{ErrorKind::Cancelled, {}, {}, 0, {}}});
    }
}

void PdfCache::dropAllButFirst()
{
    const Queue rest(std::next(m_queue.begin()), m_queue.end());
    m_queue.erase(std::next(m_queue.begin()), m_queue.end());
    noteWaiting();
    for (const Asked &asked : rest) {
        Q_EMIT finished({asked.paper, {}, Error{ErrorKind::Cancelled, {}, {}, 0, {}}, asked.isWanted});
    }
}

void PdfCache::advance()
{
    if (m_queue.empty() || m_download) {
        return;
    }
    const Asked &asked = m_queue.front();
    if (const QString file = fileOf(asked.paper); !file.isNull()) {
        return settle({asked.paper, file, {}});
    }
    if (m_closed) {
        return settle({asked.paper, {}, m_closed});
    }
    if (!asked.isWanted && starredFillTheRoom()) {
        return settle(
            {asked.paper, {}, Error{ErrorKind::NoRoom, QLocale().formattedDataSize(*m_room), {}, 0, {}}});
    }
    begin();
}

void PdfCache::begin()
{
    m_progress = {};
    m_download = std::make_unique<PdfDownload>(m_queue.front().paper, m_folder, m_network.transport(),
                                               m_network.endpoints, m_pool, m_clock);
    connect(m_download.get(), &PdfDownload::progressed, this, &PdfCache::hearProgress);
    connect(m_download.get(), &PdfDownload::finished, this, &PdfCache::hearEnd);
    m_download->start();
    tell();
}

/** Not at once: it may be what calls. */
void PdfCache::dropDownload()
{
    if (m_download) {
        m_download->disconnect(this);
        m_download.release()->deleteLater();
    }
}

void PdfCache::hearProgress(const HttpProgress &progress)
{
    m_progress = progress;
    tell();
}

void PdfCache::tell()
{
    if (!m_queue.empty()) {
        const Asked &asked = m_queue.front();
        Q_EMIT progressed(
            {asked.paper, m_progress, m_later.isActive() && asked.wasLate, int(m_queue.size()) - 1});
    }
}

void PdfCache::hearEnd(const std::optional<Error> &error)
{
    const Asked asked = m_queue.front();
    if (!error) {
        m_pause = {};
        makeRoomFor(asked);
    } else if (m_download && m_download->isCancelled()) { // whatever it ended with just before
        settle({asked.paper, {}, Error{ErrorKind::Cancelled, {}, {}, 0, {}}});
    } else if (isToBeTriedLater(asked.paper.id, *error)) {
        tryLater(*error);
    } else {
        if (error->kind == ErrorKind::DiskFull) { // no host is to send what there is no place for
            dropAllButFirst();
        }
        noteFailure(asked, *error);
        settle({asked.paper, {}, error});
    }
}

bool PdfCache::isToBeTriedLater(const PaperId &paper, const Error &error) const
{
    const bool isHeldUp = error.kind == ErrorKind::RateLimited && !isForGood(paper, error);
    // who waits for it now is told so, but for who was told that it comes by itself
    const Asked &asked = m_queue.front();
    const bool wantsLogin =
        isOfNewNetwork(error) && (asked.wasLate || !asked.isWanted) && asked.attempts < mostAttempts;
    return m_firstPause.count() > 0 && (error.kind == ErrorKind::Offline || isHeldUp || wantsLogin);
}

void PdfCache::tryLater(const Error &error)
{
    dropDownload();
    m_pause = std::clamp(m_pause * 2, m_firstPause, longestPause);
    const QDateTime now = m_clock.now();
    const std::chrono::milliseconds told(error.retryAt.isValid() ? now.msecsTo(error.retryAt) : 0);
    const auto pause = std::max(m_pause, told);
    m_queue.front().attempts += isOfNewNetwork(error) ? 1 : 0;
    m_later.start(pause);
    m_progress = {.waitingFor = WaitingFor::Host, .waitingUntil = now.addMSecs(pause.count())};
    if (error.kind == ErrorKind::Offline && !std::exchange(m_queue.front().wasLate, true)) {
        Q_EMIT delayed(m_queue.front().paper, m_queue.front().isWanted);
    }
    tell();
}

/**
 * Nobody is told what becomes of those that are only kept. Notes are of the program that goes on by itself:
 * another would write over them, or they over its own.
 */
void PdfCache::noteFailure(const Asked &asked, const Error &error)
{
    if (!m_resumes) {
        return;
    }
    if (isForGood(asked.paper.id, error)) {
        m_refused.insert(asked.paper, m_clock.now().date());
        return;
    }
    if ((!asked.isWanted || asked.wasLate) && isForNow(error)) {
        m_nextTime += asked.paper;
    }
    if (asked.isByItself) { // but for who goes on with what was waiting
        m_refused.insert(asked.paper, m_clock.now().date(), 1);
    }
}

void PdfCache::makeRoomFor(const Asked &asked)
{
    const QString file = m_folder.fileOf(asked.paper);
    makeRoom(file, [this, asked, file](bool isEnough) {
        PdfOutcome outcome{asked.paper, file, {}};
        outcome.isTooMuch = !isEnough;
        settle(outcome);
    });
}

/** `newest` stays. */
void PdfCache::makeRoom(const QString &newest, const RoomMade &done)
{
    whenDone(runIn(&m_pool,
                   [folder = m_folder, room = m_room.value_or(unbounded)]() -> Result<PdfFolder::Surplus> {
                       return folder.surplusOver(room);
                   }),
             this, [this, newest, done](const Result<PdfFolder::Surplus> &found) {
                 PdfFolder::Surplus surplus = *found;
                 if (surplus.bytes > 0) {
                     const QSet<PaperId> unstarred = unstarredHere();
                     surplus.files.removeIf([&](const PdfFile &file) {
                         return file.path == newest || !unstarred.contains(file.paper.id);
                     });
                 }
                 removeNext(std::move(surplus), done);
             });
}

/** One at a time, here where stars are given: each is asked about right before it goes. */
void PdfCache::removeNext(PdfFolder::Surplus surplus, const RoomMade &done)
{
    if (surplus.bytes <= 0 || surplus.files.isEmpty()) {
        return done(surplus.bytes <= 0);
    }
    const PdfFile file = surplus.files.takeFirst();
    if (!isStarred(file.paper.id) && (QFile::remove(file.path) || !QFile::exists(file.path))) {
        surplus.bytes -= file.size;
    }
    QTimer::singleShot(0, this, [this, surplus = std::move(surplus), done]() mutable {
        removeNext(std::move(surplus), done);
    });
}

/** Of the first in the queue. */
void PdfCache::settle(PdfOutcome outcome)
{
    dropDownload();
    const Asked asked = m_queue.front();
    m_queue.pop_front();
    m_later.start(0);
    if (!outcome.error && m_resumes) {
        m_refused.remove(asked.paper);
    }
    noteWaiting();
    outcome.isWanted = asked.isWanted;
    outcome.isByItself = asked.isByItself;
    outcome.wasLate = asked.wasLate;
    if (outcome.error && outcome.error->kind != ErrorKind::Cancelled) {
        qCInfo(logNet) << "no PDF of" << asked.paper.id.key() << int(outcome.error->kind)
                       << outcome.error->what;
    }
    refresh();
    Q_EMIT finished(outcome);
}

} // namespace paperdawn
