// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/sources/arxivservices.h"
#include "app/store/library.h"

#include <QObject>
#include <functional>
#include <stop_token>

namespace paperdawn {

/** How far a fetch is. */
struct FetchProgress
{
    enum class Step : quint8 {
        Lists,  ///< come from the API
        Check,  ///< are held against arXiv's own page
        Papers, ///< are looked up
    };
    Step step = Step::Lists;
    QString category; ///< of the list at work
    int done = 0;     ///< lists, or papers
    int total = 0;
    QDateTime waitingUntil; ///< UTC, where the service is not to be asked before; invalid: it is being asked
    bool operator==(const FetchProgress &) const = default;
};

/** What the steps of a fetch have in common. Outlives them. Thread: the library's and the transport's. */
struct FetchContext
{
    /** Once it is on the disk. */
    using Next = std::function<void()>;

    const ArxivServices &arxiv;
    const Library &library;
    const Clock &clock;
    const QDate day;
    QObject *const job; ///< answers come to it
    std::stop_token stop;
    /** Stores what came; where that fails or the fetch was stopped, the fetch ends instead. */
    std::function<void(const DaySection &section, const Next &next)> keep;
    std::function<void(const FetchProgress &progress)> tell;

    [[nodiscard]] DayPart part(const QString &category) const;
    [[nodiscard]] DaySection section(const QString &category) const;
    /** Tells how far it is, until when it waits included. */
    [[nodiscard]] HttpProgressed telling(const FetchProgress &progress) const;
};

/** Another attempt may fare better. */
[[nodiscard]] bool mayPass(ErrorKind kind);
/** No service can be asked before that is mended. */
[[nodiscard]] bool isNoWay(ErrorKind kind);
/** Nor can this one be asked for anything else. */
[[nodiscard]] bool concernsAll(ErrorKind kind);

} // namespace paperdawn
