// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/exchange.h"

#include "app/net/proxy.h"
#include "app/net/retryafter.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSslConfiguration>
#include <QtConcurrentRun>
#include <paperdawn_version.h>
#include <utility>

namespace paperdawn {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostRedirects = 5;
constexpr qint64 readBuffer = 256 * 1024; ///< so much of an answer is in memory before we count it

QSslConfiguration tls()
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    configuration.setPeerVerifyMode(QSslSocket::VerifyPeer);
    return configuration;
}

bool isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

bool isBody(int status)
{
    return status == 200 || status == 206;
}

bool sameOrigin(const QUrl &a, const QUrl &b)
{
    return a.scheme() == b.scheme() && a.authority() == b.authority();
}

/** The one of the two that If-Range may name: it must be strong. Empty: none. */
QByteArray strongValidator(const HttpRequest &request)
{
    return request.etag.isEmpty() || request.etag.startsWith("W/") ? request.lastModified : request.etag;
}

/** "text/html" of "Text/HTML; charset=utf-8" */
QByteArray mediaType(const QByteArray &contentType)
{
    return contentType.split(';').first().trimmed().toLower();
}

bool isPage(const QByteArray &type)
{
    return type == "text/html" || type == "application/xhtml+xml";
}

/** Where a 206 begins, -1 = not said. */
qint64 startOfRange(const QByteArray &contentRange)
{
    if (!contentRange.startsWith("bytes ")) {
        return -1;
    }
    bool isNumber = false;
    const qint64 start = contentRange.mid(6, contentRange.indexOf('-') - 6).toLongLong(&isNumber);
    return isNumber ? start : -1;
}

/** True for what tells of the way to the host; the rest is how Qt calls a status. */
bool isOfNetwork(QNetworkReply::NetworkError error, int status)
{
    return error != QNetworkReply::NoError && (status == 0 || error < QNetworkReply::ContentAccessDenied ||
                                               error == QNetworkReply::ProtocolFailure);
}

} // namespace

Exchange::Exchange(HttpRequest request, const Endpoints &endpoints, const Limits &limits,
                   HttpProgressed progressed, QNetworkAccessManager &manager, const Clock &clock,
                   QObject *parent)
    : QObject(parent)
    , m_request(std::move(request))
    , m_endpoints(endpoints)
    , m_limits(limits)
    , m_progressed(std::move(progressed))
    , m_manager(manager)
    , m_clock(clock)
{
    for (QTimer *timer : {&m_stall, &m_total}) {
        timer->setSingleShot(true);
        connect(timer, &QTimer::timeout, this, [this] { fail(ErrorKind::TimedOut); });
    }
    connect(&m_lookUp, &QFutureWatcherBase::finished, this, &Exchange::hearProxies);
}

Exchange::~Exchange()
{
    m_onStop.reset();
    dropReply();
}

Future<HttpReply> Exchange::start(std::stop_token stop)
{
    m_promise.start();
    auto future = m_promise.future();
    m_stall.start(m_limits.stall);
    if (m_limits.total.count() > 0) {
        m_total.start(m_limits.total);
    }
    m_onStop.emplace(std::move(stop), [this] {
        QMetaObject::invokeMethod(
            this, [this] { fail(ErrorKind::Cancelled); }, Qt::QueuedConnection);
    });
    ask(m_request.url);
    return future;
}

Proxies &Exchange::proxies() const
{
    return *static_cast<Proxies *>(m_manager.proxyFactory()); // another one, where the reader chose another
}

void Exchange::ask(const QUrl &url)
{
    if (!proxies().dependsOnSystem(url)) {
        send(url);
        return;
    }
    m_next = url;
    m_lookUp.setFuture(QtConcurrent::run(
        [url] { return QNetworkProxyFactory::systemProxyForQuery(QNetworkProxyQuery(url)); }));
}

void Exchange::hearProxies()
{
    if (!m_isSettled) {
        proxies().learn(m_next, m_lookUp.result());
        send(m_next);
    }
}

void Exchange::send(const QUrl &url)
{
    m_reply = m_manager.get(questionFor(url));
    m_reply->setReadBufferSize(readBuffer);
    m_isConnectionNew = false;
    m_isSent = false;
    connect(m_reply, &QNetworkReply::socketStartedConnecting, this, [this] { m_isConnectionNew = true; });
    connect(m_reply, &QNetworkReply::requestSent, this, &Exchange::hearSent);
    connect(m_reply, &QNetworkReply::sslErrors, this,
            [this](const QList<QSslError> &errors) { m_distrust = errors.first().errorString(); });
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &Exchange::hearHead);
    connect(m_reply, &QNetworkReply::readyRead, this, &Exchange::hearBody);
    connect(m_reply, &QNetworkReply::finished, this, &Exchange::hearEnd);
}

/**
 * Where a connection breaks before the head of an answer, Qt asks anew, at once, up to three times. Once is
 * right for a kept connection that had ended (RFC 9110 §9.2.2); the rest is too much for a host in trouble.
 */
void Exchange::hearSent()
{
    if (!std::exchange(m_isSent, true)) {
        m_mayResend = !m_isConnectionNew || proxies().wantLogin(m_reply->url());
    } else if (!m_mayResend) {
        fail(ErrorKind::Incomplete);
    }
}

QNetworkRequest Exchange::questionFor(const QUrl &url) const
{
    QNetworkRequest question(url);
    question.setSslConfiguration(tls());
    question.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    question.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    question.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    question.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    if (!proxies().wantLogin(url)) { // this would keep it from the proxy, too
        question.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    }
    question.setRawHeader("User-Agent", "Paperdawn/" PAPERDAWN_VERSION);
    question.setRawHeader("Accept-Language", "en"); // else Qt tells the reader's
    if (!m_request.accept.isEmpty()) {
        question.setRawHeader("Accept", m_request.accept);
    }
    // said by ourselves, so that Qt leaves the decompression to Body, which counts
    question.setRawHeader("Accept-Encoding", m_request.file.isEmpty() ? "gzip" : "identity");
    if (sameOrigin(url, m_request.url)) { // what one host said is not told to another
        addConditions(question);
    }
    return question;
}

void Exchange::addConditions(QNetworkRequest &question) const
{
    if (m_request.from > 0) {
        if (const QByteArray validator = strongValidator(m_request); !validator.isEmpty()) {
            question.setRawHeader("Range", "bytes=" + QByteArray::number(m_request.from) + '-');
            question.setRawHeader("If-Range", validator);
        }
        return;
    }
    if (!m_request.etag.isEmpty()) {
        question.setRawHeader("If-None-Match", m_request.etag);
    }
    if (!m_request.lastModified.isEmpty()) {
        question.setRawHeader("If-Modified-Since", m_request.lastModified);
    }
}

int Exchange::status() const
{
    return m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

HttpReply Exchange::head() const
{
    return {.status = status(),
            .url = m_reply->url(),
            .contentType = mediaType(m_reply->rawHeader("Content-Type")),
            .etag = m_reply->rawHeader("ETag"),
            .lastModified = m_reply->rawHeader("Last-Modified"),
            .retryAt = parseRetryAfter(m_reply->rawHeader("Retry-After"), m_clock.now())};
}

void Exchange::hearHead()
{
    if (m_body || status() == 0) { // said before, or not an answer
        return;
    }
    m_stall.start();
    if (isRedirect(status()) && m_reply->hasRawHeader("Location")) {
        follow();
    } else if (auto error = errorOfStatus()) {
        fail(std::move(*error));
    } else if (isBody(status()) && isPage(head().contentType) && !isExpected()) {
        failWithPage();
    } else {
        beginBody();
    }
}

bool Exchange::isExpected() const
{
    return m_request.accept.contains("html");
}

/** The host itself answers: its certificate was looked at. */
bool Exchange::isProven() const
{
    return m_reply->url().scheme() == "https"_L1;
}

/** In the place of a host that proves who it is nobody else answers: then the page is its own. */
void Exchange::failWithPage()
{
    isProven() ? fail(ErrorKind::Denied, u"text/html"_s) : fail(ErrorKind::Portal);
}

void Exchange::follow()
{
    const QUrl next = m_reply->url().resolved(
        QUrl::fromEncoded(m_reply->rawHeader("Location").trimmed(), QUrl::StrictMode));
    if (m_endpoints.mayAsk(m_request.endpoint, next) && ++m_redirects <= mostRedirects) {
        dropReply();
        ask(next);
        return;
    }
    // A network that wants a login leads to a host of its own; anything else is no place for anybody.
    const bool isPublicWeb = (next.scheme() == "https"_L1 || next.scheme() == "http"_L1) &&
                             !next.host().isEmpty() && !isLoopback(next) && !isPrivateLiteral(next);
    QUrl secure = next;
    secure.setScheme(u"https"_s);
    const bool isForeign = isPublicWeb && !isProven() && !m_endpoints.mayAsk(m_request.endpoint, secure);
    fail(isForeign ? ErrorKind::Portal : ErrorKind::Refused, next.toDisplayString(QUrl::RemoveQuery));
}

std::optional<Error> Exchange::errorOfStatus() const
{
    const QString what = u"HTTP "_s + QString::number(status());
    if (status() == 429 || status() == 503) {
        return Error{ErrorKind::RateLimited, what, m_request.url.host(), 0, head().retryAt};
    }
    if (status() == 511) { // Network Authentication Required
        return Error{ErrorKind::Portal, what, m_request.url.host(), 0, {}};
    }
    if (status() >= 500) {
        return Error{ErrorKind::ServerError, what, m_request.url.host(), 0, {}};
    }
    return {};
}

BodyForm Exchange::bodyForm() const
{
    BodyForm form{.type = head().contentType,
                  .encoding = m_reply->rawHeader("Content-Encoding").trimmed().toLower()};
    bool isNumber = false;
    const qint64 length = m_reply->rawHeader("Content-Length").toLongLong(&isNumber);
    form.isChunked = m_reply->rawHeader("Transfer-Encoding").toLower().contains("chunked");
    form.length = isNumber && !form.isChunked ? length : -1;
    if (isBody(status())) {
        form.file = m_request.file;
        form.from = status() == 206 ? m_request.from : 0;
    } else if (status() == 204 || status() == 304) { // a length there is that of what is not sent
        form.length = 0;
    }
    return form;
}

void Exchange::beginBody()
{
    if (status() == 206 && startOfRange(m_reply->rawHeader("Content-Range")) != m_request.from) {
        fail(ErrorKind::BadAnswer, u"Content-Range"_s);
        return;
    }
    const HttpReply answer = head();
    if (status() == 206 && !answer.etag.isEmpty() && !m_request.etag.isEmpty() &&
        answer.etag != m_request.etag) { // the rest of something else
        fail(ErrorKind::BadAnswer, u"ETag"_s);
        return;
    }
    tellFileBegun();
    auto body = Body::begin(bodyForm(), m_limits.most);
    if (!body) {
        fail(std::move(body.error()));
        return;
    }
    m_body = std::move(*body);
    hearBody();
}

void Exchange::tellFileBegun() const
{
    if (status() != 200 || m_request.file.isEmpty() || !m_request.fileBegun) {
        return;
    }
    HttpReply begun = head();
    if (const QByteArray encoding = bodyForm().encoding; !encoding.isEmpty() && encoding != "identity") {
        begun.etag.clear(); // a place in the file is none in what is sent
        begun.lastModified.clear();
    }
    m_request.fileBegun(begun);
}

void Exchange::hearBody()
{
    constexpr qint64 step = 64 * 1024;
    while (m_body && m_reply->bytesAvailable() > 0) {
        const QByteArray bytes = m_reply->read(step);
        if (bytes.isEmpty()) {
            return;
        }
        m_stall.start();
        if (auto added = m_body->add(bytes); !added) {
            fail(std::move(added.error()));
            return;
        }
        if (isBody(status()) && m_body->beginsAsPage() && !isExpected()) {
            failWithPage();
            return;
        }
        tellProgress();
    }
}

void Exchange::tellProgress()
{
    if (m_progressed) {
        const BodyForm &form = m_body->form();
        m_progressed({.received = form.from + m_body->received(),
                      .total = form.length < 0 ? -1 : form.from + form.length});
    }
}

void Exchange::hearEnd()
{
    if (isOfNetwork(m_reply->error(), status())) {
        fail(errorOfNetwork());
        return;
    }
    if (!m_body) {
        hearHead();
    }
    hearBody();
    if (m_isSettled || !m_reply) { // led on, or failed
        return;
    }
    if (!m_body) {
        fail(ErrorKind::BadAnswer, m_reply->errorString());
        return;
    }
    auto body = m_body->end();
    if (!body) {
        fail(std::move(body.error()));
        return;
    }
    HttpReply reply = head();
    reply.body = std::move(*body);
    settle(std::move(reply));
}

Error Exchange::errorOfNetwork() const
{
    const auto kind = [this] {
        switch (m_reply->error()) {
        case QNetworkReply::RemoteHostClosedError:
            return ErrorKind::Incomplete;
        case QNetworkReply::TimeoutError:
        case QNetworkReply::ProxyTimeoutError:
            return ErrorKind::TimedOut;
        case QNetworkReply::ProxyAuthenticationRequiredError:
            return ErrorKind::ProxyLogin;
        case QNetworkReply::SslHandshakeFailedError:
            return ErrorKind::NotTrusted;
        case QNetworkReply::ProtocolFailure:
        case QNetworkReply::ProtocolInvalidOperationError:
        case QNetworkReply::ProtocolUnknownError:
            return ErrorKind::BadAnswer;
        default:
            return ErrorKind::Offline;
        }
    }();
    return {kind, m_distrust.isEmpty() ? m_reply->errorString() : m_distrust, m_request.url.host(), 0, {}};
}

void Exchange::fail(ErrorKind kind, const QString &what)
{
    fail(Error{kind, what, {}, 0, {}});
}

void Exchange::fail(Error error)
{
    if (error.where.isEmpty()) {
        error.where = m_request.url.host();
    }
    settle(tl::unexpected(std::move(error)));
}

void Exchange::settle(Result<HttpReply> result)
{
    if (m_isSettled) {
        return;
    }
    m_isSettled = true;
    m_stall.stop();
    m_total.stop();
    dropReply();
    m_body.reset(); // the file is closed before anybody looks at it
    deleteLater();
    // who waits may destroy the transport, and this with it
    auto promise = std::move(m_promise);
    promise.addResult(std::move(result));
    promise.finish();
}

void Exchange::dropReply()
{
    if (m_reply != nullptr) {
        m_reply->disconnect(this);
        m_reply
            ->deleteLater(); // which ends the connection; abort() from within a signal of it is warned about
        m_reply = nullptr;
    }
}

} // namespace paperdawn
