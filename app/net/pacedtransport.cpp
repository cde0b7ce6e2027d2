// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/pacedtransport.h"

#include "app/base/async.h"

#include <QFutureWatcher>
#include <QTimer>
#include <algorithm>
#include <deque>

namespace paperdawn {

/** A request that waits for its turn. */
class PacedTransport::Asking final
{
public:
    Asking(HttpRequest question, std::stop_token stopped, HttpProgressed told)
        : request(std::move(question))
        , stop(std::move(stopped))
        , progressed(std::move(told))
    {
        promise.start();
    }
    Q_DISABLE_COPY_MOVE(Asking)

    void tell(const HttpProgress &waiting)
    {
        if (progressed && waiting != m_told) {
            m_told = waiting;
            progressed(waiting);
        }
    }
    void settle(Result<HttpReply> result)
    {
        promise.addResult(std::move(result));
        promise.finish();
    }

    HttpRequest request;
    std::stop_token stop;
    HttpProgressed progressed;
    QPromise<Result<HttpReply>> promise;
    std::optional<std::stop_callback<std::function<void()>>> onStop; ///< while it waits

private:
    HttpProgress m_told;
};

/** The requests of one group. Thread: the transport's. */
class PacedTransport::Queue final : public QObject
{
public:
    Queue(PacedTransport &owner, Pacing pacing);
    ~Queue() override;

    [[nodiscard]] Future<HttpReply> add(std::unique_ptr<Asking> asking);
    void setPacing(const Pacing &pacing) { m_pacing = pacing; }

private:
    void dropStopped();
    void advance();
    void tellWaiting(WaitingFor what, const QDateTime &until);
    void send();
    void hearEnd();
    [[nodiscard]] Result<HttpReply> finishTurn(Result<HttpReply> result);

    PacedTransport &m_owner;
    Pacing m_pacing;
    std::deque<std::unique_ptr<Asking>> m_waiting;
    std::unique_ptr<Asking> m_asked;
    std::optional<Pace::Turn> m_turn; ///< while one is under way
    QFutureWatcher<Result<HttpReply>> m_answer;
    QTimer m_timer;
};

PacedTransport::Queue::Queue(PacedTransport &owner, Pacing pacing)
    : m_owner(owner)
    , m_pacing(std::move(pacing))
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Queue::advance);
    connect(&m_answer, &QFutureWatcherBase::finished, this, &Queue::hearEnd);
}

PacedTransport::Queue::~Queue()
{
    for (const auto &asking : m_waiting) {
        asking->onStop.reset(); // none may look at this any more
    }
}

Future<HttpReply> PacedTransport::Queue::add(std::unique_ptr<Asking> asking)
{
    auto future = asking->promise.future();
    asking->onStop.emplace(
        asking->stop, [this] { QMetaObject::invokeMethod(this, &Queue::dropStopped, Qt::QueuedConnection); });
    m_waiting.push_back(std::move(asking));
    advance();
    return future;
}

void PacedTransport::Queue::dropStopped()
{
    const auto first = std::stable_partition(m_waiting.begin(), m_waiting.end(), [](const auto &asking) {
        return !asking->stop.stop_requested();
    });
    std::vector<std::unique_ptr<Asking>> stopped(std::make_move_iterator(first),
                                                 std::make_move_iterator(m_waiting.end()));
    m_waiting.erase(first, m_waiting.end());
    for (const auto &asking : stopped) {
        asking->settle(failure(ErrorKind::Cancelled));
    }
}

void PacedTransport::Queue::advance()
{
    if (m_turn || m_waiting.empty()) {
        return;
    }
    const QDateTime now = m_owner.m_clock.now();
    const QDateTime free = m_owner.m_pace.freeAt(m_pacing);
    if (free <= now) {
        m_turn = m_owner.m_pace.take(m_pacing);
    }
    if (m_turn) {
        send();
        return;
    }
    // free, but not ours: another program asks; and the clock may be set meanwhile, so it is looked at again
    const bool isFree = free <= now;
    m_timer.start(isFree ? m_owner.m_look
                         : std::min(std::chrono::milliseconds(now.msecsTo(free)), m_owner.m_look));
    if (isFree) {
        tellWaiting(WaitingFor::OtherProgram, {});
    } else {
        const bool isHeldUp = m_owner.m_pace.isHeldUp(m_pacing);
        tellWaiting(isHeldUp ? WaitingFor::Host : WaitingFor::Interval, free);
    }
}

void PacedTransport::Queue::tellWaiting(WaitingFor what, const QDateTime &until)
{
    QDateTime turn = until;
    for (const auto &asking : m_waiting) {
        asking->tell({.waitingFor = what, .waitingUntil = turn});
        turn = turn.isValid() ? turn.addMSecs(m_pacing.interval.count()) : turn;
    }
}

void PacedTransport::Queue::send()
{
    m_asked = std::move(m_waiting.front());
    m_waiting.pop_front();
    m_asked->onStop.reset(); // from here on the other transport listens
    m_answer.setFuture(m_owner.m_transport.get(m_asked->request, m_asked->stop, m_asked->progressed));
    tellWaiting(WaitingFor::Interval, m_owner.m_clock.now().addMSecs(m_pacing.interval.count()));
}

void PacedTransport::Queue::hearEnd()
{
    const auto future = m_answer.future();
    auto result = finishTurn(future.isResultReadyAt(0) ? future.result() : failure(ErrorKind::Cancelled));
    const auto asked = std::move(m_asked);
    // after who waited for this one: it may ask for more, or destroy this
    QMetaObject::invokeMethod(this, &Queue::advance, Qt::QueuedConnection);
    asked->settle(std::move(result));
}

Result<HttpReply> PacedTransport::Queue::finishTurn(Result<HttpReply> result)
{
    Pace::Turn turn = std::move(*m_turn);
    m_turn.reset();
    if (result) {
        m_owner.m_pace.finish(std::move(turn), Pace::Outcome::Answered);
    } else if (result.error().kind == ErrorKind::RateLimited) {
        result.error().retryAt =
            m_owner.m_pace.finish(std::move(turn), Pace::Outcome::Refused, result.error().retryAt);
    } else {
        m_owner.m_pace.finish(std::move(turn), Pace::Outcome::Failed);
    }
    return result;
}

PacedTransport::PacedTransport(Transport &transport, Endpoints endpoints, Pace &pace, const Clock &clock,
                               std::chrono::milliseconds look, QObject *parent)
    : QObject(parent)
    , m_transport(transport)
    , m_endpoints(std::move(endpoints))
    , m_pace(pace)
    , m_clock(clock)
    , m_look(look)
{
}

PacedTransport::~PacedTransport() = default;

PacedTransport::Queue &PacedTransport::queueOf(const Pacing &pacing)
{
    auto &queue = m_queues[pacing.group];
    if (!queue) {
        queue = std::make_unique<Queue>(*this, pacing);
    }
    queue->setPacing(pacing); // the interval may have been set since
    return *queue;
}

Future<HttpReply> PacedTransport::get(HttpRequest request, std::stop_token stop, HttpProgressed progressed)
{
    if (stop.stop_requested()) {
        return readyFuture<HttpReply>(failure(ErrorKind::Cancelled));
    }
    const auto pacing = m_endpoints.pacing(request.endpoint);
    if (!pacing) {
        return m_transport.get(std::move(request), std::move(stop), std::move(progressed));
    }
    return queueOf(*pacing).add(
        std::make_unique<Asking>(std::move(request), std::move(stop), std::move(progressed)));
}

} // namespace paperdawn
