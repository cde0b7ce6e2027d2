// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/net/limits.h"
#include "app/net/proxy.h"
#include "app/net/transport.h"

#include <QObject>

class QNetworkAccessManager;

namespace paperdawn {

/**
 * The network itself, over HTTP/1.1 and TLS 1.2 or newer. Redirects are followed where Endpoints allows it,
 * at most five; no cookies, no HTTP/2, no exceptions to certificates.
 * A request is sent once more only where it met a kept connection that had ended meanwhile. A request of
 * one's own is not held back here: that is the pace's. Thread: that of its owner; names, proxies and TLS are
 * worked on in threads of Qt.
 */
class HttpTransport final : public QObject, public Transport
{
    Q_OBJECT
public:
    using Limiting = std::function<Limits(Purpose)>;

    /** The clock must live longer: Retry-After may be a span. */
    HttpTransport(Endpoints endpoints, const Clock &clock, Limiting limits = limitsOf,
                  QObject *parent = nullptr);
    ~HttpTransport() override;

    /** Both hold for requests from now on. */
    void setEndpoints(Endpoints endpoints) { m_endpoints = std::move(endpoints); }
    void setProxy(const ProxyChoice &proxy);

    [[nodiscard]] Future<HttpReply> get(HttpRequest request, std::stop_token stop = {},
                                        HttpProgressed progressed = {}) override;

private:
    [[nodiscard]] QNetworkAccessManager &manager(); ///< made when it is first needed: it costs start-up time

    Endpoints m_endpoints;
    const Clock &m_clock;
    const Limiting m_limits;
    ProxyChoice m_proxy;
    QNetworkAccessManager *m_manager = nullptr;
};

} // namespace paperdawn
