// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/calendarmodel.h"

#include <QHash>
#include <QLocale>
#include <algorithm>
#include <cmath>

namespace paperdawn {

using namespace Qt::StringLiterals;

namespace {

constexpr int hottest = 5;

/** How much a status matters when several sources share a day; the larger one is told. */
int weight(DayStatus status)
{
    switch (status) {
    case DayStatus::Failed:
        return 8;
    case DayStatus::Incomplete:
        return 7;
    case DayStatus::Selection:
        return 6;
    case DayStatus::Approximate:
        return 5;
    case DayStatus::Uncheckable:
        return 4;
    case DayStatus::Complete:
        return 3;
    case DayStatus::Empty:
        return 2;
    case DayStatus::Future:
        return 1;
    case DayStatus::Unknown:
        return 0;
    }
    return 0;
}

int heatOf(int count, int most)
{
    if (count <= 0 || most <= 0) {
        return 0;
    }
    // by the root: a day of 20 beside one of 400 is still warmer than nothing
    return std::clamp(int(std::ceil(hottest * std::sqrt(double(count) / most))), 1, hottest);
}

} // namespace

CalendarDay combined(QDate day, const QList<DaySummary> &sources)
{
    CalendarDay all;
    all.day = day;
    for (const DaySummary &source : sources) {
        all.count += source.count;
        all.unread += source.unread;
        all.starred += source.starred;
        if (weight(source.status) > weight(all.status)) {
            all.status = source.status;
            all.reason = source.reason;
        }
    }
    if (all.status == DayStatus::Failed && all.count > 0) {
        all.status = DayStatus::Incomplete; // one source failed, another is here
    }
    return all;
}

CalendarModel::CalendarModel(Ask ask, QDate today, Qt::DayOfWeek weekBegins, QObject *parent)
    : QAbstractTableModel(parent)
    , m_ask(std::move(ask))
    , m_month(today.year(), today.month(), 1)
    , m_today(today)
    , m_weekBegins(weekBegins)
{
    refresh();
}

QDate CalendarModel::firstInSight() const
{
    const int before = (m_month.dayOfWeek() - int(m_weekBegins) + daysInWeek) % daysInWeek;
    return m_month.addDays(-before);
}

void CalendarModel::showMonth(int year, int month)
{
    const QDate first(year, month, 1);
    if (first.isValid() && first != m_month) {
        m_month = first;
        refresh();
        Q_EMIT headerDataChanged(Qt::Horizontal, 0, daysInWeek - 1);
    }
}

void CalendarModel::setToday(QDate today)
{
    if (today != m_today) {
        m_today = today;
        refresh();
    }
}

void CalendarModel::setWeekBegins(Qt::DayOfWeek day)
{
    if (day != m_weekBegins) {
        m_weekBegins = day;
        refresh();
        Q_EMIT headerDataChanged(Qt::Horizontal, 0, daysInWeek - 1);
    }
}

void CalendarModel::refresh()
{
    const QDate from = firstInSight();
    const auto answer = m_ask(from, from.addDays(weeks * daysInWeek - 1));
    QHash<QDate, QList<DaySummary>> sources;
    if (answer) {
        for (const DaySummary &summary : *answer) {
            sources[summary.day] += summary;
        }
    }
    std::array<CalendarDay, weeks * daysInWeek> days;
    int most = 0;
    for (int i = 0; i < int(days.size()); ++i) {
        const QDate day = from.addDays(i);
        CalendarDay &cell = days.at(size_t(i));
        cell = combined(day, sources.value(day));
        cell.inMonth = day.month() == m_month.month();
        cell.weekend = day.dayOfWeek() >= Qt::Saturday;
        cell.future = day > m_today;
        cell.today = day == m_today;
        most = std::max(most, cell.count);
    }
    for (CalendarDay &cell : days) {
        cell.heat = heatOf(cell.count, most);
    }
    if (days != m_days) {
        m_days = days;
        Q_EMIT dataChanged(index(0, 0), index(weeks - 1, daysInWeek - 1));
    }
}

void CalendarModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, daysInWeek - 1);
    Q_EMIT dataChanged(index(0, 0), index(weeks - 1, daysInWeek - 1));
}

QModelIndex CalendarModel::indexOf(QDate day) const
{
    const qint64 at = firstInSight().daysTo(day);
    const bool inSight = day.isValid() && at >= 0 && at < weeks * daysInWeek;
    return inSight ? index(int(at) / daysInWeek, int(at) % daysInWeek) : QModelIndex();
}

QDate CalendarModel::dayAt(const QModelIndex &index) const
{
    return index.isValid() ? m_days.at(size_t(index.row()) * daysInWeek + size_t(index.column())).day
                           : QDate();
}

QString CalendarModel::statusWords(DayStatus status)
{
    switch (status) {
    case DayStatus::Complete:
        return tr("complete");
    case DayStatus::Approximate:
        return tr("approximate");
    case DayStatus::Selection:
        return tr("a selection");
    case DayStatus::Incomplete:
        return tr("incomplete");
    case DayStatus::Failed:
        return tr("failed");
    case DayStatus::Empty:
        return tr("no list");
    case DayStatus::Uncheckable:
        return tr("cannot be checked");
    case DayStatus::Unknown:
    case DayStatus::Future:
        break;
    }
    return {};
}

QString CalendarModel::spoken(const CalendarDay &day)
{
    QStringList parts{QLocale().toString(day.day, QLocale::LongFormat)};
    if (day.today) {
        parts += tr("today");
    }
    if (day.count > 0) {
        parts += tr("%n paper(s)", nullptr, day.count);
    }
    if (day.unread > 0) {
        parts += tr("%n unread", nullptr, day.unread);
    }
    if (day.starred > 0) {
        parts += tr("%n starred", nullptr, day.starred);
    }
    if (day.status != DayStatus::Unknown) {
        parts += statusWords(day.status);
    } else if (day.count == 0) {
        parts += day.future ? tr("not yet announced") : tr("nothing here");
    }
    parts.removeAll(QString());
    return parts.join(", "_L1);
}

int CalendarModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : weeks;
}

int CalendarModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : daysInWeek;
}

QVariant CalendarModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const CalendarDay &day = m_days.at(size_t(index.row()) * daysInWeek + size_t(index.column()));
    switch (role) {
    case Qt::DisplayRole:
        return QLocale().toString(day.day.day());
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole: // its words are ours alone: never text from elsewhere, which a tooltip might take
                          // for HTML
        return spoken(day);
    case DateRole:
        return day.day;
    case DayRole:
        return QVariant::fromValue(day);
    default:
        return {};
    }
}

QVariant CalendarModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= daysInWeek) {
        return {};
    }
    const int weekday = (int(m_weekBegins) - 1 + section) % daysInWeek + 1;
    switch (role) {
    case Qt::DisplayRole:
        return QLocale().standaloneDayName(weekday, QLocale::NarrowFormat);
    case Qt::AccessibleTextRole:
        return QLocale().standaloneDayName(weekday, QLocale::LongFormat);
    default:
        return {};
    }
}

} // namespace paperdawn
