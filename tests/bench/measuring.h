// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <cstdio>
#include <ctime>

namespace paperdawn::bench {

/** Milliseconds of a clock of clock_gettime(2). */
inline double milliseconds(clockid_t clock = CLOCK_MONOTONIC)
{
    timespec time = {};
    clock_gettime(clock, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

/** CPU time of all threads of this process. */
inline double cpuMilliseconds()
{
    return milliseconds(CLOCK_PROCESS_CPUTIME_ID);
}

/** What a program found, for tests/bench/run: one JSON object on a line of its own. */
inline void tell(const QJsonObject &found)
{
    std::printf("%s\n", QJsonDocument(found).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
}

inline QJsonArray array(const QList<double> &values)
{
    QJsonArray array;
    for (const double value : values) {
        array += value;
    }
    return array;
}

} // namespace paperdawn::bench
