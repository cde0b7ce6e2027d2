// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/transport.h"

namespace paperdawn {

using namespace Qt::StringLiterals;

Result<HttpReply> succeeded(HttpReply reply)
{
    if ((reply.status >= 200 && reply.status < 300) || reply.status == 304) {
        return reply;
    }
    const QString status = u"HTTP "_s + QString::number(reply.status);
    switch (reply.status) {
    case 404:
    case 410:
        return failure(ErrorKind::NotFound, status, reply.url.toDisplayString());
    case 401:
    case 403:
        return failure(ErrorKind::Denied, status, reply.url.host());
    default:
        return failure(ErrorKind::BadAnswer, status, reply.url.host());
    }
}

} // namespace paperdawn
