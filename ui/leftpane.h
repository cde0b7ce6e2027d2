// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/paperquery.h"
#include "app/models/calendarmodel.h"
#include "ui/sidebar.h"

#include <QWidget>

namespace paperdawn {

class CalendarView;
class Library;

/** What there is to read: the days in a calendar, and below it the other lists with their counts. Thread: UI.
 */
class LeftPane final : public QWidget
{
    Q_OBJECT
public:
    LeftPane(const Library &library, QDate today, QWidget *parent);

    /** Which list is shown beside it. */
    void setShown(const PaperQuery &query);
    /** Asks for days and counts anew. */
    void refresh(QDate today);
    /** How many of the list shown are unread, with marks that are not on disk yet: the counts agree with it.
     */
    void setUnreadShown(int papers);

    /** What Tab goes to, in its order. */
    [[nodiscard]] QList<QWidget *> stops() const;

Q_SIGNALS:
    void dayChosen(QDate day);
    void todayRequested();
    void dayMenuRequested(QDate day, QPoint at);
    void listChosen(paperdawn::Sidebar::Entry entry);

protected:
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] std::optional<Sidebar::Entry> shownEntry(QDate latest) const;

    const Library &m_library;
    CalendarModel *m_days;
    CalendarView *m_calendar;
    Sidebar *m_sidebar;
    PaperQuery m_shown;
    CalendarDay m_latest; ///< the newest day here
    int m_unread = 0;     ///< on the newest lists, as the library counts them
};

} // namespace paperdawn
