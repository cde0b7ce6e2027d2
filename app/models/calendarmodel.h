// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/domain/paper.h"

#include <QAbstractTableModel>
#include <array>
#include <functional>

namespace paperdawn {

/** A day as the calendar draws it: all its sources together. */
struct CalendarDay
{
    QDate day;
    DayStatus status = DayStatus::Unknown;
    QString reason; ///< why failed or empty
    int count = 0;
    int unread = 0;
    int starred = 0;
    int heat = 0; ///< 0: none, 1 to 5: few to many, beside the other days in sight
    bool inMonth = true;
    bool weekend = false;
    bool future = false;
    bool today = false;

    bool operator==(const CalendarDay &) const = default;
};

/** Several sources of one day as one: counts add up, and of the states the one that a reader must know of
 * wins. */
[[nodiscard]] CalendarDay combined(QDate day, const QList<DaySummary> &sources);

/**
 * A month as a table of six weeks, each cell a day. The week begins as the locale has it. Asks for the days
 * in sight whenever the month or the store changes. Thread: UI.
 */
class CalendarModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    static constexpr int weeks = 6;
    static constexpr int daysInWeek = 7;
    enum Role {
        DateRole = Qt::UserRole + 1, ///< QDate
        DayRole,                     ///< CalendarDay
    };
    using Ask = std::function<Result<QList<DaySummary>>(QDate from, QDate to)>;

    /** `today`: what is after it is the future. */
    CalendarModel(Ask ask, QDate today, Qt::DayOfWeek weekBegins, QObject *parent = nullptr);

    void showMonth(int year, int month);
    [[nodiscard]] QDate month() const { return m_month; } ///< its first day
    void setToday(QDate today);
    /** The days move to other cells; month and today stay. */
    void setWeekBegins(Qt::DayOfWeek day);
    void refresh();
    void retranslate();

    [[nodiscard]] QModelIndex indexOf(QDate day) const; ///< invalid: not in sight
    [[nodiscard]] QDate dayAt(const QModelIndex &index) const;
    /** "9 December 2025, 20 papers, 12 unread, 1 starred, selection" */
    [[nodiscard]] static QString spoken(const CalendarDay &day);
    /** A status in a word or two, null where there is nothing to say. */
    [[nodiscard]] static QString statusWords(DayStatus status);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QDate firstInSight() const;

    Ask m_ask;
    QDate m_month;
    QDate m_today;
    Qt::DayOfWeek m_weekBegins;
    std::array<CalendarDay, weeks * daysInWeek> m_days;
};

} // namespace paperdawn
Q_DECLARE_METATYPE(paperdawn::CalendarDay)
