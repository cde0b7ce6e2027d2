// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QStyledItemDelegate>

namespace paperdawn {

/** Paints a day of the calendar. Paints only. */
class CalendarDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit CalendarDelegate(QObject *parent);

    /** The day whose list is shown has a ring. */
    void setShownDay(QDate day) { m_shown = day; }
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

private:
    QDate m_shown;
};

} // namespace paperdawn
