// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QNetworkProxyFactory>
#include <QString>
#include <QUrl>

namespace paperdawn {

/** By which way the network is reached; a setting of the reader. */
struct ProxyChoice
{
    enum class Kind : quint8 {
        System, ///< what the desktop or the environment says
        None,
        Http,
        Socks5, ///< names are resolved by the proxy
    };
    Kind kind = Kind::System;
    QString host;
    quint16 port = 0;
    QString user; ///< empty: none
    QString password;

    bool operator==(const ProxyChoice &) const = default;
};

/** The proxies that a QNetworkAccessManager goes by. Owned by the manager. Thread: the manager's. */
class Proxies final : public QNetworkProxyFactory
{
public:
    explicit Proxies(const ProxyChoice &choice);

    /**
     * True where the system is to be asked about this address, each time anew, for the network may be
     * another. It takes as long as the network takes to find a script for it: ask elsewhere, and tell with
     * learn().
     */
    [[nodiscard]] bool dependsOnSystem(const QUrl &url) const;
    /** True where a proxy may first ask who we are: then a request is sent again, with the answer. */
    [[nodiscard]] bool wantLogin(const QUrl &url);
    void learn(const QUrl &url, const QList<QNetworkProxy> &proxies);

    [[nodiscard]] QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override;

private:
    const ProxyChoice m_choice;
    QHash<QString, QList<QNetworkProxy>> m_learnt; ///< by scheme, host and port
};

} // namespace paperdawn
