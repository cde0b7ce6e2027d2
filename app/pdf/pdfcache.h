// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pdf/notedfile.h"
#include "app/pdf/pdfdownload.h"
#include "app/pdf/refusedpdfs.h"

#include <QFileSystemWatcher>
#include <QHash>
#include <QSet>
#include <deque>
#include <functional>

namespace paperdawn {

/** How far the PDFs are that were asked for. */
struct PdfProgress
{
    VersionedId paper; ///< the one at work
    HttpProgress of;   ///< how far that is; `waitingUntil` also where the network is away
    bool isOffline = false;
    int waiting = 0; ///< so many more
};

/** What became of one that was asked for. */
struct PdfOutcome
{
    VersionedId paper;
    QString file; ///< where it is; null: it is not here
    std::optional<Error> error;
    bool isWanted = false;   ///< by the reader, now; else kept for later
    bool wasLate = false;    ///< the reader was told meanwhile that the network is away
    bool isByItself = false; ///< nobody asked for it in this session
    bool isTooMuch = false;  ///< it is here, but there is more than the room that was given
};

/**
 * The PDFs of a library: which are here, and a queue that fetches others, one at a time. What takes more than
 * the room that was given goes, the longest unopened first, but never the PDF of a starred paper; so a PDF
 * that is only to be kept is not fetched where the starred ones fill all room. Thread: the transport's.
 */
class PdfCache final : public QObject
{
    Q_OBJECT
public:
    static constexpr qint64 unbounded = std::numeric_limits<qint64>::max();
    static constexpr std::chrono::seconds usualPause{30};

    struct Network
    {
        std::function<Transport &()> transport; ///< made when it is first needed
        const Endpoints &endpoints;
    };
    /** Those of them that are starred; where that cannot be told, none goes. */
    using Starred = std::function<Result<QSet<PaperId>>(const QList<PaperId> &)>;

    PdfCache(const QString &folder, Network network, QThreadPool &pool, const Clock &clock, Starred starred,
             QObject *parent = nullptr);
    ~PdfCache() override;

    /** Nothing may be written here, for this reason: what is here still opens. */
    void closeTo(const Error &reason) { m_closed = reason; }
    /** Less than before takes effect at once. */
    void setRoom(qint64 bytes);
    /** As the settings say it: 0 is unbounded. */
    [[nodiscard]] static qint64 bytesOfRoom(int mebibytes);
    /**
     * Where the network is away or a host asks to wait, go on later by itself instead of failing: after this
     * pause, then after twice that, and so on up to 5 min.
     */
    void setPatience(std::chrono::milliseconds pause) { m_firstPause = pause; }
    /** From now on changed() tells also what other programs do. */
    void watchOthers();
    /** Goes on with what was not here yet when the program ended, however it did; and what is still to come,
     * or was refused, is noted from now on, for the next one that does so. Of one program at a time. */
    void resume();
    /** It was refused by its host some weeks ago at most, or asked for by itself in vain today: who does so
     * again may leave it out. */
    [[nodiscard]] bool isToBeLeftAlone(const VersionedId &paper);

    enum class Place : quint8 { Absent, Coming, Here };
    /** Version 0: any. */
    [[nodiscard]] Place placeOf(const VersionedId &paper) const;
    /** Null where it is not here; of version 0 the newest that is. */
    [[nodiscard]] QString fileOf(const VersionedId &paper) const;
    /** The newest version that is here. */
    [[nodiscard]] std::optional<VersionedId> newestOf(const PaperId &paper) const;
    void noteOpened(const QString &file);

    enum class Why : quint8 {
        Wanted,  ///< the reader waits: it comes before those that are only kept
        Kept,    ///< for later
        ByItself ///< likewise, and nobody asked for it in this session
    };
    /** What is here already, or on its way, is not fetched again. finished() comes for each, once. */
    void fetch(const VersionedId &paper, Why why);
    /** Of all that are on their way; what came of them stays. */
    void stop();
    [[nodiscard]] bool isUnderWay() const { return !m_queue.empty(); }
    /** Then what is only kept is not fetched. */
    [[nodiscard]] bool starredFillTheRoom() const;

Q_SIGNALS:
    void changed(); ///< which are here, or on their way
    void progressed(const paperdawn::PdfProgress &progress);
    void delayed(const paperdawn::VersionedId &paper, bool isWanted); ///< the network is away; it comes later
    void finished(const paperdawn::PdfOutcome &outcome);

private:
    struct Asked
    {
        VersionedId paper;
        bool isWanted = false;
        bool isByItself = true;
        bool wasLate = false;
        int attempts = 0; ///< that ended with a network which wants a login
    };
    using Queue = std::deque<Asked>;
    [[nodiscard]] Queue::iterator find(const VersionedId &paper);
    void advance();
    void begin();
    void dropAllButFirst();
    void dropDownload();
    void hearProgress(const HttpProgress &progress);
    void hearEnd(const std::optional<Error> &error);
    [[nodiscard]] bool isToBeTriedLater(const PaperId &paper, const Error &error) const;
    void tryLater(const Error &error);
    void noteFailure(const Asked &asked, const Error &error);
    void makeRoomFor(const Asked &asked);
    using RoomMade = std::function<void(bool isEnough)>;
    void makeRoom(const QString &newest, const RoomMade &done);
    void removeNext(PdfFolder::Surplus surplus, const RoomMade &done);
    void settle(PdfOutcome outcome);
    void tell();
    [[nodiscard]] QSet<PaperId> unstarredHere() const;
    [[nodiscard]] bool isStarred(const PaperId &paper) const;
    void refresh();
    void noteWaiting();
    void noteNow();
    [[nodiscard]] const QHash<PaperId, QList<int>> &here() const;

    const PdfFolder m_folder;
    const Network m_network;
    QThreadPool &m_pool;
    const Clock &m_clock;
    const Starred m_starred;
    std::optional<qint64> m_room;              ///< none: unbounded
    std::chrono::milliseconds m_firstPause{0}; ///< 0: it fails
    Queue m_queue;                             ///< the first is at work
    std::unique_ptr<PdfDownload> m_download;
    HttpProgress m_progress;
    QTimer m_later; ///< while it waits for the network, or for what a host asked
    std::chrono::milliseconds m_pause{0};
    mutable std::optional<QHash<PaperId, QList<int>>> m_here; ///< versions; read when it is first needed
    std::optional<Error> m_closed;
    bool m_resumes = false;
    NotedFile m_waitingFile;
    QTimer m_noting;               ///< however many are starred at once, all are noted once
    QList<VersionedId> m_nextTime; ///< what broke for now: noted as waiting, asked for after the next start
    RefusedPdfs m_refused;
    QFileSystemWatcher *m_watcher = nullptr;
    QTimer m_rescan;
};

} // namespace paperdawn
