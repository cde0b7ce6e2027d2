// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QFutureWatcher>
#include <QObject>
#include <QPromise>
#include <QThreadPool>
#include <QtConcurrentRun>
#include <memory>
#include <stop_token>
#include <type_traits>

namespace paperdawn {

/**
 * Runs `work` (returning Result<T>) in the thread that `target` lives in, by its event loop.
 * Thread: any. If target is destroyed first, the future is cancelled.
 */
template <typename Work>
auto runOn(QObject *target, Work &&work) -> QFuture<std::invoke_result_t<Work>>
{
    using R = std::invoke_result_t<Work>;
    auto promise = std::make_shared<QPromise<R>>();
    promise->start();
    auto future = promise->future();
    QMetaObject::invokeMethod(
        target,
        [promise, work = std::forward<Work>(work)]() mutable {
            promise->addResult(work());
            promise->finish();
        },
        Qt::QueuedConnection);
    return future;
}

/** Runs `work` (returning Result<T>) in a pool. Thread: any. */
template <typename Work>
auto runIn(QThreadPool *pool, Work &&work) -> QFuture<std::invoke_result_t<Work>>
{
    return QtConcurrent::run(pool, std::forward<Work>(work));
}

/**
 * What to do with a result, from the event loop of `context`: of two futures, the one that was there first
 * comes first, and nothing comes once the context is gone. QFuture::then(context) would not do, in Qt 6.4: it
 * goes on at once where the result is there already, and may run into a context that is just being destroyed.
 * A future without a result (the program ends) is passed over. Thread: that of the context.
 */
template <typename T, typename Next>
void whenDone(const QFuture<T> &future, QObject *context, Next next)
{
    auto *watcher = new QFutureWatcher<T>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, next = std::move(next)] {
        watcher->deleteLater();
        if (watcher->future().resultCount() > 0) {
            next(watcher->result());
        }
    });
    watcher->setFuture(future);
}

/** A future that is already there. */
template <typename T>
Future<T> readyFuture(Result<T> result)
{
    QPromise<Result<T>> promise;
    promise.start();
    promise.addResult(std::move(result));
    promise.finish();
    return promise.future();
}

} // namespace paperdawn
