// SPDX-License-Identifier: GPL-3.0-or-later
// Addresses that readers, abstracts and servers write.
#include "app/net/endpoints.h"
#include "app/text/webaddress.h"

#include "tests/fuzz/fuzz.h"

void paperdawn::fuzz::feed(const QByteArray &input)
{
    const QString text = QString::fromUtf8(input);
    if (const auto url = parseAddress(text)) {
        require(!url->host().isEmpty() && url->userInfo().isEmpty(), "a service has a host and no password");
        require(parseAddress(url->toString(QUrl::FullyEncoded)) == url, "an address is written and read");
        require(!isLoopback(*url) || url->host().contains(u"localhost") || isPrivateLiteral(*url),
                "loopback is no public address");
    }
    const QUrl url(text);
    (void)isPrivateLiteral(url);
    Endpoints endpoints;
    (void)endpoints.replace(text);
    for (int i = 0; i < endpointCount; ++i) {
        const bool isAsked = endpoints.mayAsk(Endpoint(i), url);
        require(!isAsked || (url.isValid() && !url.host().isEmpty()), "only addresses are asked");
    }
    const qsizetype end = addressEnd(text, 0);
    require(end >= 0 && end <= text.size(), "an address ends within its text");
    require(!isWebAddress(text) || QUrl(text).userInfo().isEmpty(), "no link carries a password");
    require(unescapedAddress(text).size() <= text.size(), "an address without escapes is no longer");
}
