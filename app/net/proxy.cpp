// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/proxy.h"

#include "app/net/endpoints.h"

#include <algorithm>

namespace paperdawn {

namespace {

QString keyOf(const QUrl &url)
{
    return url.toString(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment);
}

QNetworkProxy proxyOf(const ProxyChoice &choice)
{
    const auto type =
        choice.kind == ProxyChoice::Kind::Socks5 ? QNetworkProxy::Socks5Proxy : QNetworkProxy::HttpProxy;
    return {type, choice.host, choice.port, choice.user, choice.password};
}

} // namespace

Proxies::Proxies(const ProxyChoice &choice)
    : m_choice(choice)
{
}

bool Proxies::dependsOnSystem(const QUrl &url) const
{
    return m_choice.kind == ProxyChoice::Kind::System && !isLoopback(url);
}

bool Proxies::wantLogin(const QUrl &url)
{
    return std::ranges::any_of(queryProxy(QNetworkProxyQuery(url)),
                               [](const QNetworkProxy &proxy) { return !proxy.user().isEmpty(); });
}

void Proxies::learn(const QUrl &url, const QList<QNetworkProxy> &proxies)
{
    m_learnt.insert(keyOf(url), proxies);
}

QList<QNetworkProxy> Proxies::queryProxy(const QNetworkProxyQuery &query)
{
    const QList<QNetworkProxy> direct = {QNetworkProxy(QNetworkProxy::NoProxy)};
    if (m_choice.kind == ProxyChoice::Kind::None || isLoopback(query.url())) {
        return direct;
    }
    if (m_choice.kind == ProxyChoice::Kind::System) {
        return m_learnt.value(keyOf(query.url()), direct);
    }
    return {proxyOf(m_choice)};
}

} // namespace paperdawn
