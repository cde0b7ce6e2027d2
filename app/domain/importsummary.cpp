// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/importsummary.h"

#include <QSet>
#include <algorithm>
#include <numeric>

namespace paperdawn {

namespace {

template <typename Count>
int sum(const QList<FileOutcome> &files, Count count)
{
    return std::accumulate(files.begin(), files.end(), 0,
                           [&](int total, const FileOutcome &file) { return total + count(file); });
}

} // namespace

int ImportSummary::added() const
{
    return sum(files, [](const FileOutcome &file) { return file.added; });
}

int ImportSummary::merged() const
{
    return sum(files, [](const FileOutcome &file) { return file.merged; });
}

int ImportSummary::same() const
{
    return sum(files, [](const FileOutcome &file) { return file.same; });
}

int ImportSummary::refused() const
{
    return notTried + sum(files, [](const FileOutcome &file) { return file.refused ? 1 : 0; });
}

int ImportSummary::leftOut() const
{
    const auto isLeftOut = [](const RowRemark &remark) {
        return remark.why == RowRemark::Why::NoLink || remark.why == RowRemark::Why::UnknownLink ||
               remark.why == RowRemark::Why::CutOff;
    };
    return sum(files, [&](const FileOutcome &file) {
        return int(std::count_if(file.remarks.begin(), file.remarks.end(), isLeftOut));
    });
}

int ImportSummary::dayCount() const
{
    QSet<QDate> days;
    for (const FileOutcome &file : files) {
        for (const DaySummary &day : file.days) {
            if (day.day.isValid()) {
                days.insert(day.day);
            }
        }
    }
    return int(days.size());
}

} // namespace paperdawn
