// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/dayfile.h"

namespace paperdawn {

using namespace Qt::StringLiterals;

namespace {

constexpr auto filePrefix = "file"_L1;

int strength(DayStatus status)
{
    switch (status) {
    case DayStatus::Complete:
        return 8;
    case DayStatus::Approximate:
        return 7;
    case DayStatus::Selection:
        return 6;
    case DayStatus::Incomplete:
        return 5;
    case DayStatus::Uncheckable:
        return 4;
    case DayStatus::Failed:
        return 3;
    case DayStatus::Empty:
        return 2;
    case DayStatus::Unknown:
        return 1;
    case DayStatus::Future:
        return 0;
    }
    return 0;
}

} // namespace

QString fileOrigin(QDate day)
{
    return day.isValid() ? filePrefix + u' ' + day.toString(Qt::ISODate) : QString(filePrefix);
}

std::optional<QDate> dayOfFileOrigin(QStringView origin)
{
    if (origin == filePrefix) {
        return QDate();
    }
    if (!origin.startsWith(filePrefix)) {
        return std::nullopt;
    }
    const QDate day = QDate::fromString(origin.sliced(filePrefix.size()), u" yyyy-MM-dd");
    return day.isValid() ? std::optional(day) : std::nullopt;
}

DayStatus strongerStatus(DayStatus a, DayStatus b)
{
    return strength(a) >= strength(b) ? a : b;
}

} // namespace paperdawn
