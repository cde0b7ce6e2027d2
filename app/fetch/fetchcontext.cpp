// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fetch/fetchcontext.h"

#include <QPointer>

namespace paperdawn {

bool mayPass(ErrorKind kind)
{
    return kind == ErrorKind::ServerError || kind == ErrorKind::TimedOut || kind == ErrorKind::Incomplete;
}

bool isNoWay(ErrorKind kind)
{
    return kind == ErrorKind::Offline || kind == ErrorKind::Portal || kind == ErrorKind::ProxyLogin ||
           kind == ErrorKind::NotTrusted;
}

bool concernsAll(ErrorKind kind)
{
    return kind == ErrorKind::RateLimited || isNoWay(kind);
}

DayPart FetchContext::part(const QString &category) const
{
    for (const DayPart &part : library.parts(day, Source::Arxiv)) {
        if (part.category == category) {
            return part;
        }
    }
    return {.category = category};
}

DaySection FetchContext::section(const QString &category) const
{
    DaySection section{.day = day, .source = Source::Arxiv, .status = DayStatus::Approximate};
    section.category = category;
    return section;
}

HttpProgressed FetchContext::telling(const FetchProgress &progress) const
{
    return [tell = tell, progress, alive = QPointer(job)](const HttpProgress &http) {
        if (alive) {
            FetchProgress waiting = progress;
            waiting.waitingUntil = http.waitingUntil;
            tell(waiting);
        }
    };
}

} // namespace paperdawn
