// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/net/endpoints.h"

#include <QByteArray>
#include <QDateTime>
#include <QUrl>
#include <functional>
#include <stop_token>

namespace paperdawn {

/** What a request is for: it decides how long it may take and how large its answer may be. */
enum class Purpose : quint8 { Listing, Feed, Api, OaiPage, Pdf };

struct HttpReply;

/** A question. */
struct HttpRequest
{
    QUrl url;
    Endpoint endpoint = Endpoint::ArxivApi; ///< decides the pace and where it may be led
    Purpose purpose = Purpose::Api;
    QByteArray accept; ///< media types; without "html" among them a page counts as a portal's

    // What is here already, as an earlier reply called it. With `from` 0 the host is asked whether it changed
    // (304), else whether the rest of the same may follow (206).
    QByteArray etag;
    QByteArray lastModified;
    qint64 from = 0; ///< bytes that are here already

    /**
     * Where the body goes; empty: into the reply. The file is begun anew with a 200, continued at `from` with
     * a 206, and with any other status not touched. What came of a broken answer stays in it.
     */
    QString file;
    /** Told what a file is called, before the first byte of it is written; without names where it cannot be
     * continued. Not of a 206, which is what was called so before. */
    std::function<void(const HttpReply &head)> fileBegun;
};

/** An answer. Statuses that come as one: 2xx, 304, and all 4xx but those that are an error of their own. */
struct HttpReply
{
    int status = 0;
    QUrl url;               ///< after redirects
    QByteArray contentType; ///< lower case, without parameters: "application/atom+xml"
    QByteArray body;        ///< decompressed; empty where it went into a file
    QByteArray etag;
    QByteArray lastModified;
    QDateTime retryAt; ///< UTC, from Retry-After; invalid: not said
};

/** What a request waits for before it is sent. */
enum class WaitingFor : quint8 {
    Nothing,      ///< it is under way
    Interval,     ///< the service is asked no faster
    Host,         ///< it asked us to wait
    OtherProgram, ///< whose request is under way
};

/** How far a request is. */
struct HttpProgress
{
    WaitingFor waitingFor = WaitingFor::Nothing;
    QDateTime waitingUntil; ///< UTC; invalid: nobody knows, or it is under way
    qint64 received = 0;    ///< bytes, with those of `from`
    qint64 total = -1;      ///< bytes, -1 = the host did not say

    bool operator==(const HttpProgress &) const = default;
};

using HttpProgressed = std::function<void(const HttpProgress &)>;

/**
 * Asks the network. Thread: one, that of its owner (the window's): get() is called there, its future is
 * settled there and `progressed` is called there; the stop may be asked for from any thread.
 */
class Transport
{
public:
    virtual ~Transport() = default;

    /**
     * Errors: Cancelled, Offline, TimedOut, RateLimited (429, 503), ServerError (other 5xx), Refused, Portal,
     * ProxyLogin, NotTrusted, Incomplete, AnswerTooLarge, BadAnswer; for the file those of systemError().
     * `where` is the host. A destroyed transport cancels its futures.
     */
    [[nodiscard]] virtual Future<HttpReply> get(HttpRequest request, std::stop_token stop = {},
                                                HttpProgressed progressed = {}) = 0;
};

/** The reply where its status says that what was asked for is in it (2xx, 304). Errors: NotFound (404, 410),
 * Denied (401, 403), else BadAnswer. */
[[nodiscard]] Result<HttpReply> succeeded(HttpReply reply);

} // namespace paperdawn
