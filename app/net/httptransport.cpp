// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/httptransport.h"

#include "app/base/async.h"
#include "app/net/exchange.h"

#include <QAuthenticator>
#include <QNetworkAccessManager>

namespace paperdawn {

HttpTransport::HttpTransport(Endpoints endpoints, const Clock &clock, Limiting limits, QObject *parent)
    : QObject(parent)
    , m_endpoints(std::move(endpoints))
    , m_clock(clock)
    , m_limits(std::move(limits))
{
}

HttpTransport::~HttpTransport()
{
    // before the manager, whose replies they hold
    qDeleteAll(findChildren<Exchange *>(Qt::FindDirectChildrenOnly));
}

void HttpTransport::setProxy(const ProxyChoice &proxy)
{
    m_proxy = proxy;
    if (m_manager != nullptr) {
        m_manager->setProxyFactory(new Proxies(proxy));
    }
}

namespace {

/** Once: the same answer a second time would be as wrong. */
void tellWhoAsks(const QNetworkProxy &proxy, QAuthenticator *login)
{
    if (login->user() != proxy.user() || login->password() != proxy.password()) {
        login->setUser(proxy.user());
        login->setPassword(proxy.password());
    }
}

} // namespace

QNetworkAccessManager &HttpTransport::manager()
{
    if (m_manager == nullptr) {
        m_manager = new QNetworkAccessManager(this);
        m_manager->setStrictTransportSecurityEnabled(true);
        m_manager->setProxyFactory(new Proxies(m_proxy));
        connect(m_manager, &QNetworkAccessManager::proxyAuthenticationRequired, this, tellWhoAsks);
    }
    return *m_manager;
}

Future<HttpReply> HttpTransport::get(HttpRequest request, std::stop_token stop, HttpProgressed progressed)
{
    if (stop.stop_requested()) {
        return readyFuture<HttpReply>(failure(ErrorKind::Cancelled));
    }
    if (!m_endpoints.mayAsk(request.endpoint, request.url)) {
        return readyFuture<HttpReply>(failure(ErrorKind::Refused, request.url.toDisplayString(),
                                              m_endpoints.base(request.endpoint).host()));
    }
    const Limits limits = m_limits(request.purpose);
    auto *exchange = new Exchange(std::move(request), m_endpoints, limits, std::move(progressed), manager(),
                                  m_clock, this);
    return exchange->start(std::move(stop));
}

} // namespace paperdawn
