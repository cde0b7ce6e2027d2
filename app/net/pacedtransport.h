// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/pace.h"
#include "app/net/transport.h"

#include <QObject>
#include <map>

namespace paperdawn {

/**
 * Asks by another transport, at the pace of each endpoint: requests of a group wait for their turn, in the
 * order they came, and say for what and until when by HttpProgress. An endpoint without a pace is asked at
 * once. A refusal (RateLimited) is handed on with a `retryAt` in any case; nothing is asked twice here. The
 * redirects of a request go with it. Thread: that of the other transport.
 */
class PacedTransport final : public QObject, public Transport
{
    Q_OBJECT
public:
    /** How often it is looked whether another program is through, or the clock was set. */
    static constexpr std::chrono::milliseconds usualLook{500};

    /** The other transport, the pace and the clock must live longer. */
    PacedTransport(Transport &transport, Endpoints endpoints, Pace &pace, const Clock &clock,
                   std::chrono::milliseconds look = usualLook, QObject *parent = nullptr);
    ~PacedTransport() override;

    /** Holds for requests from now on. */
    void setEndpoints(Endpoints endpoints) { m_endpoints = std::move(endpoints); }

    [[nodiscard]] Future<HttpReply> get(HttpRequest request, std::stop_token stop = {},
                                        HttpProgressed progressed = {}) override;

private:
    class Asking;
    class Queue;

    [[nodiscard]] Queue &queueOf(const Pacing &pacing);

    Transport &m_transport;
    Endpoints m_endpoints;
    Pace &m_pace;
    const Clock &m_clock;
    const std::chrono::milliseconds m_look;
    std::map<QString, std::unique_ptr<Queue>> m_queues; ///< by group
};

} // namespace paperdawn
