// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/calendarmodel.h"

#include <QWidget>

class QLabel;
class QTableView;
class QToolButton;

namespace paperdawn {

/**
 * A month as a heat-map of papers a day, with what the reader should know of each: unread, starred, failed,
 * incomplete, a selection, no list, not here, future. Each differs in shape, not in colour alone.
 */
class CalendarView final : public QWidget
{
    Q_OBJECT
public:
    CalendarView(CalendarModel &days, QWidget *parent);

    /** The day whose list is shown; invalid: none. Its month comes into sight. */
    void setShownDay(QDate day);
    [[nodiscard]] QDate shownDay() const { return m_shown; }
    [[nodiscard]] QTableView *table() const { return m_table; }
    /** What Tab goes to, in its order. */
    [[nodiscard]] QList<QWidget *> stops() const;

Q_SIGNALS:
    void dayChosen(QDate day);
    void todayRequested();
    /** By the right button or the keyboard; `at`: on the screen. */
    void menuRequested(QDate day, QPoint at);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    void showMonth(QDate first);
    void stepMonth(int months);
    bool moveFocus(int key);
    void askForMenu(const QContextMenuEvent &event);
    void retranslate();
    void fit();

    CalendarModel &m_days;
    QDate m_shown;
    QLabel *m_title;
    QToolButton *m_previous;
    QToolButton *m_today;
    QToolButton *m_next;
    QTableView *m_table;
    int m_wheel = 0;
};

} // namespace paperdawn
