// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sources/asking.h"

#include <QUrlQuery>

namespace paperdawn {

QUrl withParameters(QUrl base, const Parameters &parameters)
{
    QUrlQuery query;
    for (const auto &[name, value] : parameters) {
        query.addQueryItem(name, QString::fromLatin1(QUrl::toPercentEncoding(value)));
    }
    base.setQuery(query);
    return base;
}

Result<> toBeRead(const HttpReply &reply)
{
    const auto good = succeeded(reply);
    if (good) {
        return {};
    }
    if (good.error().kind == ErrorKind::NotFound) { // no paper, but the service itself
        return failure(ErrorKind::BadAnswer, good.error().what, reply.url.host());
    }
    return tl::unexpected(good.error());
}

} // namespace paperdawn
