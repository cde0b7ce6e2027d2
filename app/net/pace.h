// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/net/endpoints.h"
#include "app/platform/filelock.h"

#include <QHash>
#include <functional>
#include <optional>

namespace paperdawn {

/** What is remembered of a group of endpoints between two requests, whichever program sends them. */
struct PaceState
{
    QDateTime since;     ///< UTC; when this was so
    QDateTime notBefore; ///< UTC; the next request
    int refusals = 0;    ///< in a row: the host asked to wait

    bool operator==(const PaceState &) const = default;
};

/**
 * How long a group of endpoints is to be left alone: one request at a time over all programs of this user, an
 * interval between the end of one and the begin of the next, and longer where the host asks for it.
 * Remembered in a small file a group, so that neither a restart nor a second program asks sooner. Where the
 * folder cannot be written, it is remembered in this program only. Thread: one at a time; nothing here waits.
 */
class Pace final
{
public:
    static constexpr std::chrono::seconds firstBackOff{60};
    static constexpr std::chrono::minutes longestBackOff{30};
    static constexpr double jitter = 0.1;                ///< so much longer, at most
    static constexpr std::chrono::hours longestWait{24}; ///< whatever a host or a broken clock says

    using Random = std::function<double()>; ///< at least 0, less than 1

    /** `folder` is made when it is needed; see defaultFolder(). The clock must live longer. */
    Pace(QString folder, const Clock &clock, Random random = anyNumber);
    [[nodiscard]] static QString defaultFolder();
    [[nodiscard]] static double anyNumber();

    /** The right to send one request of a group. While it lives, no other program has it. */
    struct Turn
    {
        Pacing pacing;
        std::optional<FileLock> lock; ///< none where there is no place for one
    };

    /** When the next request of the group may be sent, UTC: now, or later. */
    [[nodiscard]] QDateTime freeAt(const Pacing &pacing);
    /** True where it is the host that asked to wait so long. */
    [[nodiscard]] bool isHeldUp(const Pacing &pacing) const;
    /** None while it is not free, or a request of another program is under way. */
    [[nodiscard]] std::optional<Turn> take(const Pacing &pacing);

    enum class Outcome : quint8 {
        Answered, ///< all is well: no back-off any more
        Refused,  ///< the host asks to wait
        Failed,   ///< it says nothing about the pace
    };
    /**
     * Ends a turn. `retryAt` is what the host said; where it said nothing, the wait is 60 s at the first
     * refusal, twice that at the next, and so on up to 30 min, each a little longer by chance. Returns when
     * the group is free again.
     */
    QDateTime finish(Turn turn, Outcome outcome, const QDateTime &retryAt = {});

private:
    [[nodiscard]] QString file(const Pacing &pacing, QLatin1StringView suffix) const;
    [[nodiscard]] PaceState state(const Pacing &pacing) const;
    void remember(const Pacing &pacing, const PaceState &state);
    [[nodiscard]] Result<FileLock> lock(const Pacing &pacing) const;
    [[nodiscard]] std::chrono::milliseconds backOff(int refusals) const;
    void bringToNow(const Pacing &pacing);

    const QString m_folder;
    const Clock &m_clock;
    const Random m_random;
    QHash<QString, PaceState> m_known; ///< where no file can be read
};

} // namespace paperdawn
