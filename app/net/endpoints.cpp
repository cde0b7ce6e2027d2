// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/endpoints.h"

#include "app/base/sentence.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <algorithm>
#include <utility>

namespace paperdawn {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct Service
{
    QLatin1StringView name;
    QLatin1StringView base;
    QLatin1StringView group;
    std::chrono::milliseconds interval;
};

// arXiv asks for one request in 3 s over API, OAI and feeds together, and its robots.txt for 15 s between
// pages. Programs fetch PDFs from export.arxiv.org.
const std::array<Service, endpointCount> services = {
    Service{"arxiv-api"_L1, "https://export.arxiv.org/api/query"_L1, "arxiv"_L1, 3s},
    Service{"arxiv-feed"_L1, "https://rss.arxiv.org"_L1, "arxiv"_L1, 3s},
    Service{"arxiv-site"_L1, "https://arxiv.org"_L1, "arxiv-pages"_L1, 15s},
    Service{"arxiv-oai"_L1, "https://oaipmh.arxiv.org/oai"_L1, "arxiv"_L1, 3s},
    Service{"arxiv-pdf"_L1, "https://export.arxiv.org/pdf"_L1, "arxiv-pages"_L1, 15s},
    Service{"biorxiv"_L1, "https://api.biorxiv.org"_L1, "biorxiv"_L1, 1s},
};

const Service &serviceOf(Endpoint endpoint)
{
    return services.at(size_t(endpoint));
}

bool isHostOf(Endpoint endpoint, const QString &host)
{
    static const QStringList arxiv = {u"arxiv.org"_s, u"www.arxiv.org"_s, u"export.arxiv.org"_s,
                                      u"rss.arxiv.org"_s, u"oaipmh.arxiv.org"_s};
    static const QStringList biorxiv = {u"api.biorxiv.org"_s, u"api.medrxiv.org"_s, u"biorxiv.org"_s,
                                        u"www.biorxiv.org"_s, u"medrxiv.org"_s,     u"www.medrxiv.org"_s};
    return (endpoint == Endpoint::Biorxiv ? biorxiv : arxiv).contains(host);
}

int portOf(const QUrl &url)
{
    return url.port(url.scheme() == "https"_L1 ? 443 : 80);
}

bool sameOrigin(const QUrl &a, const QUrl &b)
{
    return a.scheme() == b.scheme() && a.host() == b.host() && portOf(a) == portOf(b);
}

/** ::ffff:127.0.0.1 is 127.0.0.1. */
QHostAddress addressOf(const QUrl &url)
{
    const QHostAddress address(url.host());
    bool isIPv4 = false;
    const quint32 number = address.toIPv4Address(&isIPv4);
    return isIPv4 ? QHostAddress(number) : address;
}

constexpr qsizetype longestName = 12; ///< leaves room for the right ones

QString wrongName(const QString &name)
{
    QStringList names;
    for (const Service &service : services) {
        names += service.name;
    }
    return QCoreApplication::translate("Endpoints", "Endpoint “%1” is none of %2")
        .arg(printable(name, longestName), names.join(", "_L1));
}

QString wrongAddress(const QString &address)
{
    return QCoreApplication::translate("Endpoints",
                                       "“%1” is no address of an endpoint; give one as https://host/path")
        .arg(address);
}

bool isAddress(const QUrl &url)
{
    const bool isWeb = url.scheme() == "https"_L1 || url.scheme() == "http"_L1;
    return url.isValid() && isWeb && !url.host().isEmpty() && url.userInfo().isEmpty() && !url.hasQuery() &&
           !url.hasFragment();
}

} // namespace

std::optional<QUrl> parseAddress(const QString &text)
{
    const QUrl url(text.trimmed(), QUrl::StrictMode);
    return isAddress(url) ? std::optional(url) : std::nullopt;
}

QString endpointName(Endpoint endpoint)
{
    return serviceOf(endpoint).name;
}

bool isLoopback(const QUrl &url)
{
    const QString host = url.host();
    return host == "localhost"_L1 || host.endsWith(".localhost"_L1) || addressOf(url).isLoopback();
}

bool isPrivateLiteral(const QUrl &url)
{
    static const std::array privateRanges = {
        QHostAddress::parseSubnet(u"0.0.0.0/8"_s),      QHostAddress::parseSubnet(u"10.0.0.0/8"_s),
        QHostAddress::parseSubnet(u"100.64.0.0/10"_s),  QHostAddress::parseSubnet(u"127.0.0.0/8"_s),
        QHostAddress::parseSubnet(u"169.254.0.0/16"_s), QHostAddress::parseSubnet(u"172.16.0.0/12"_s),
        QHostAddress::parseSubnet(u"192.168.0.0/16"_s), QHostAddress::parseSubnet(u"198.18.0.0/15"_s),
        QHostAddress::parseSubnet(u"224.0.0.0/3"_s),    QHostAddress::parseSubnet(u"::/127"_s),
        QHostAddress::parseSubnet(u"fc00::/7"_s),       QHostAddress::parseSubnet(u"fe80::/10"_s),
        QHostAddress::parseSubnet(u"fec0::/10"_s),      QHostAddress::parseSubnet(u"ff00::/8"_s),
    };
    const QHostAddress address = addressOf(url);
    return std::ranges::any_of(
        privateRanges, [&](const auto &range) { return address.isInSubnet(range.first, range.second); });
}

Endpoints::Endpoints()
{
    for (size_t i = 0; i < services.size(); ++i) {
        m_places.at(i).base = QUrl(services.at(i).base);
    }
}

Result<> Endpoints::replace(const QString &assignment)
{
    const qsizetype sign = assignment.indexOf(u'=');
    const QString name = assignment.left(sign).trimmed(); // all of it where there is no sign
    const QString address = sign < 0 ? QString() : assignment.sliced(sign + 1).trimmed();
    const auto service = std::ranges::find(services, name, &Service::name);
    if (service == services.end()) {
        return failure(ErrorKind::BadArgument, wrongName(name));
    }
    const auto url = parseAddress(address);
    if (!url) {
        return failure(ErrorKind::BadArgument, wrongAddress(address));
    }
    replace(Endpoint(service - services.begin()), *url);
    return {};
}

void Endpoints::replace(Endpoint endpoint, const QUrl &base)
{
    Place &place = m_places.at(size_t(endpoint));
    place.base = base.adjusted(QUrl::StripTrailingSlash);
    if (place.base.path() == "/"_L1) { // StripTrailingSlash leaves that one
        place.base.setPath({});
    }
    place.isTold = true;
    place.isReplaced = place.base != QUrl(serviceOf(endpoint).base);
}

void Endpoints::replaceAsIn(const Endpoints &other)
{
    for (size_t i = 0; i < m_places.size(); ++i) {
        if (other.m_places.at(i).isTold) {
            replace(Endpoint(i), other.m_places.at(i).base);
        }
        if (other.m_places.at(i).interval) {
            m_places.at(i).interval = other.m_places.at(i).interval;
        }
    }
}

std::optional<Pacing> Endpoints::pacing(Endpoint endpoint) const
{
    const Place &place = at(endpoint);
    const Service &service = serviceOf(endpoint);
    if (!isLoopback(place.base)) {
        return Pacing{service.group, place.interval.value_or(service.interval)};
    }
    if (!place.interval) {
        return {};
    }
    // a group of its own: what a server on this machine asks for must not hold up the real one
    return Pacing{"loopback-"_L1 + service.name, *place.interval};
}

void Endpoints::setInterval(Endpoint endpoint, std::chrono::milliseconds interval)
{
    m_places.at(size_t(endpoint)).interval = interval;
}

bool Endpoints::mayAsk(Endpoint endpoint, const QUrl &url) const
{
    if (!url.isValid() || !url.userInfo().isEmpty()) {
        return false;
    }
    if (std::ranges::any_of(m_places, [&](const Place &place) { return sameOrigin(place.base, url); })) {
        return true;
    }
    const bool isSecure = url.scheme() == "https"_L1 && portOf(url) == 443;
    const Place &place = at(endpoint);
    return isSecure &&
           (url.host() == place.base.host() || (!place.isReplaced && isHostOf(endpoint, url.host())));
}

} // namespace paperdawn
