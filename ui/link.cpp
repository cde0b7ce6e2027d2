// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/link.h"

namespace paperdawn {

using namespace Qt::StringLiterals;

bool isOpenable(const QUrl &url)
{
    return url.isValid() && (url.scheme() == "http"_L1 || url.scheme() == "https"_L1) &&
           !url.host().isEmpty() && url.userInfo().isEmpty() && !url.authority().contains(u'@');
}

std::optional<QUrl> openableLink(const QString &address)
{
    const QUrl url(address, QUrl::StrictMode);
    return isOpenable(url) ? std::optional(url) : std::nullopt;
}

QString honestAddress(const QUrl &url)
{
    return url.toString(QUrl::FullyEncoded);
}

} // namespace paperdawn
