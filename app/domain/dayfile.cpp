// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/dayfile.h"

namespace paperdawn {

using namespace Qt::StringLiterals;

namespace {

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
    return day.isValid() ? u"file "_s + day.toString(Qt::ISODate) : u"file"_s;
}

DayStatus strongerStatus(DayStatus a, DayStatus b)
{
    return strength(a) >= strength(b) ? a : b;
}

} // namespace paperdawn
