// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/net/body.h"
#include "app/net/limits.h"
#include "app/net/transport.h"

#include <QFutureWatcher>
#include <QNetworkProxy>
#include <QNetworkRequest>
#include <QObject>
#include <QPromise>
#include <QTimer>
#include <memory>
#include <optional>

class QNetworkAccessManager;
class QNetworkReply;

namespace paperdawn {

class Proxies;

/**
 * One question of HttpTransport and its answer, over all redirects. Deletes itself when it is settled.
 * Thread: the transport's.
 */
class Exchange final : public QObject
{
    Q_OBJECT
public:
    Exchange(HttpRequest request, const Endpoints &endpoints, const Limits &limits, HttpProgressed progressed,
             QNetworkAccessManager &manager, const Clock &clock, QObject *parent);
    ~Exchange() override;

    [[nodiscard]] Future<HttpReply> start(std::stop_token stop);

private:
    void ask(const QUrl &url);
    void hearProxies();
    void send(const QUrl &url);
    [[nodiscard]] Proxies &proxies() const;
    [[nodiscard]] QNetworkRequest questionFor(const QUrl &url) const;
    void addConditions(QNetworkRequest &question) const;
    void hearSent();
    void hearHead();
    void follow();
    void beginBody();
    void tellFileBegun() const;
    void hearBody();
    void hearEnd();
    void tellProgress();
    [[nodiscard]] int status() const;
    [[nodiscard]] HttpReply head() const;
    [[nodiscard]] BodyForm bodyForm() const;
    [[nodiscard]] bool isExpected() const; ///< a page only where a page was asked for
    [[nodiscard]] bool isProven() const;
    void failWithPage();
    [[nodiscard]] std::optional<Error> errorOfStatus() const;
    [[nodiscard]] Error errorOfNetwork() const;
    void fail(Error error);
    void fail(ErrorKind kind, const QString &what = {});
    void settle(Result<HttpReply> result);
    void dropReply();

    const HttpRequest m_request;
    const Endpoints m_endpoints;
    const Limits m_limits;
    const HttpProgressed m_progressed;
    QNetworkAccessManager &m_manager;
    const Clock &m_clock;
    QPromise<Result<HttpReply>> m_promise;
    QTimer m_stall;
    QTimer m_total;
    // not .then(): a script for the proxy may be looked for longer than this lives
    QFutureWatcher<QList<QNetworkProxy>> m_lookUp;
    QUrl m_next; ///< what it is looked up for
    QNetworkReply *m_reply = nullptr;
    std::unique_ptr<Body> m_body;
    QString m_distrust; ///< what TLS found wrong
    int m_redirects = 0;
    bool m_isConnectionNew = false; ///< and not kept from an earlier request
    bool m_isSent = false;          ///< this hop
    bool m_mayResend = false;
    bool m_isSettled = false;
    std::optional<std::stop_callback<std::function<void()>>> m_onStop; ///< last: it uses the others
};

} // namespace paperdawn
