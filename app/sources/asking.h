// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/transport.h"

#include <QThreadPool>
#include <type_traits>

namespace paperdawn {

/*
 * What the clients of all services have in common.
 */

using Parameters = QList<std::pair<QString, QString>>;

/** The address with these parameters behind it, so that a "+" or a "%" in a value stays one. Thread: any. */
[[nodiscard]] QUrl withParameters(QUrl base, const Parameters &parameters);

/** The reply where what it says is to be told: a service that has not what was asked for is no paper that is
 * not found. Errors: those of succeeded(), BadAnswer in the place of NotFound. Thread: any. */
[[nodiscard]] Result<> toBeRead(const HttpReply &reply);

/**
 * Reads a reply in the pool: `parse` (of its body) gives a Result. A refusal in the service's own words is
 * told whatever the status is. Errors: those of the transport, of toBeRead() and of `parse`.
 */
template <typename Parse>
auto readIn(QThreadPool &pool, Future<HttpReply> waiting, Parse parse)
    -> QFuture<std::invoke_result_t<Parse, const QByteArray &>>
{
    using Answer = std::invoke_result_t<Parse, const QByteArray &>;
    return waiting.then(&pool, [parse = std::move(parse)](const Result<HttpReply> &reply) -> Answer {
        if (!reply) {
            return tl::unexpected(reply.error());
        }
        Answer answer = parse(reply->body);
        const auto good = toBeRead(*reply);
        if (good || (!answer && answer.error().kind == ErrorKind::Rejected)) {
            return answer;
        }
        return tl::unexpected(good.error());
    });
}

} // namespace paperdawn
