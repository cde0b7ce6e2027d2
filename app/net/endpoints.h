// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QStringList>
#include <QUrl>
#include <array>
#include <chrono>
#include <optional>

namespace paperdawn {

/** A service on the network, each with an address of its own. */
enum class Endpoint : quint8 { ArxivApi, ArxivFeed, ArxivSite, ArxivOai, ArxivPdf, Biorxiv };

constexpr int endpointCount = 6;

/** How one endpoint names itself on the command line and in the settings: "arxiv-api". */
[[nodiscard]] QString endpointName(Endpoint endpoint);

/** Who shares one queue and one clock, and how long two requests of it lie apart. */
struct Pacing
{
    QString group; ///< a file name
    std::chrono::milliseconds interval{0};

    bool operator==(const Pacing &) const = default;
};

/**
 * The address of a service as a reader writes it: https or http, with a host, without a password, a query or
 * a fragment. None where it is another text. Thread: any.
 */
[[nodiscard]] std::optional<QUrl> parseAddress(const QString &text);

/** "localhost" and what lies below it, 127.0.0.0/8 in any spelling, ::1. Thread: any. */
[[nodiscard]] bool isLoopback(const QUrl &url);

/**
 * True where the host is written as an address that is not a public one (127.1, 0x7f000001, 10.0.0.1,
 * ::ffff:192.168.0.1, fe80::1 …). What a *name* resolves to is never judged: proxies with invented addresses
 * (198.18.0.0/15) and those of companies resolve public names to private ranges. Thread: any.
 */
[[nodiscard]] bool isPrivateLiteral(const QUrl &url);

/**
 * Where each service is, how fast it may be asked, and where a request to it may be led. The reader may
 * replace each address, by a mirror or a server of their own. A value; thread: any.
 */
class Endpoints final
{
public:
    Endpoints();

    /** Without a slash at its end. */
    [[nodiscard]] QUrl base(Endpoint endpoint) const { return at(endpoint).base; }

    /**
     * Takes "NAME=URL", see parseAddress(); http is taken because the reader wrote it. Errors: BadArgument,
     * its `what` being a sentence without its full stop.
     */
    [[nodiscard]] Result<> replace(const QString &assignment);
    void replace(Endpoint endpoint, const QUrl &base);
    /** Takes those that were told to the other, also where that is the service's own address. */
    void replaceAsIn(const Endpoints &other);

    /** None for a loopback address, unless it was set. */
    [[nodiscard]] std::optional<Pacing> pacing(Endpoint endpoint) const;
    void setInterval(Endpoint endpoint, std::chrono::milliseconds interval);

    /**
     * True for what a request to this endpoint, or a redirect of it, may ask: the addresses configured, as
     * they are configured, and over https the hosts of the service itself.
     */
    [[nodiscard]] bool mayAsk(Endpoint endpoint, const QUrl &url) const;

private:
    struct Place
    {
        QUrl base;
        bool isTold = false;                               ///< it was replaced, even if by itself
        bool isReplaced = false;                           ///< it is another than the service's own
        std::optional<std::chrono::milliseconds> interval; ///< where it was set
    };
    [[nodiscard]] const Place &at(Endpoint endpoint) const { return m_places.at(size_t(endpoint)); }
    std::array<Place, endpointCount> m_places;
};

} // namespace paperdawn
