// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/leftpane.h"

#include "app/store/library.h"
#include "ui/calendarview.h"
#include "ui/daywords.h"
#include "ui/theme.h"

#include <QEvent>
#include <QLocale>
#include <QVBoxLayout>

namespace paperdawn {

using namespace Qt::StringLiterals;

namespace {

QDate dayOf(const PaperQuery &query)
{
    const auto *day = std::get_if<OnDay>(&query);
    return day ? day->day : QDate();
}

} // namespace

LeftPane::LeftPane(const Library &library, QDate today, QWidget *parent)
    : QWidget(parent)
    , m_library(library)
    , m_days(new CalendarModel([this](QDate from, QDate to) { return m_library.days(from, to); }, today,
                               QLocale().firstDayOfWeek(), this))
    , m_calendar(new CalendarView(*m_days, this))
    , m_sidebar(new Sidebar(this))
{
    setObjectName("left"_L1);
    setAccessibleName(tr("Calendar and lists"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(grid::gap);
    column->addWidget(m_calendar);
    column->addWidget(m_sidebar, 1);
    connect(m_calendar, &CalendarView::dayChosen, this, &LeftPane::dayChosen);
    connect(m_calendar, &CalendarView::todayRequested, this, &LeftPane::todayRequested);
    connect(m_calendar, &CalendarView::menuRequested, this, &LeftPane::dayMenuRequested);
    connect(m_sidebar, &Sidebar::chosen, this, &LeftPane::listChosen);
}

QList<QWidget *> LeftPane::stops() const
{
    return m_calendar->stops() + QList<QWidget *>{m_sidebar};
}

void LeftPane::setShown(const PaperQuery &query)
{
    m_shown = query;
    m_calendar->setShownDay(dayOf(query));
}

void LeftPane::refresh(QDate today)
{
    m_days->setToday(today);
    m_days->refresh();
    const QDate latest = m_library.latestDay();
    const auto onLatest = latest.isValid() ? m_library.days(latest, latest) : Result<QList<DaySummary>>();
    m_latest = combined(latest, onLatest.value_or(QList<DaySummary>()));
    m_unread = m_library.unreadCount();
    m_sidebar->setEntry(Sidebar::Entry::ReadingList, {}, m_library.readingListSize());
    m_sidebar->setShown(shownEntry(latest));
}

void LeftPane::setUnreadShown(int papers)
{
    const bool isLatest = m_latest.day.isValid() && dayOf(m_shown) == m_latest.day;
    const int pending = isLatest ? papers - m_latest.unread : 0;
    m_sidebar->setEntry(Sidebar::Entry::Latest,
                        m_latest.day.isValid() ? shortDayName(m_latest.day) : QString(),
                        m_latest.unread + pending);
    m_sidebar->setEntry(Sidebar::Entry::Unread, {}, m_unread + pending);
}

std::optional<Sidebar::Entry> LeftPane::shownEntry(QDate latest) const
{
    if (std::holds_alternative<InReadingList>(m_shown)) {
        return Sidebar::Entry::ReadingList;
    }
    if (std::holds_alternative<StillUnread>(m_shown)) {
        return Sidebar::Entry::Unread;
    }
    const bool latestShown = latest.isValid() && dayOf(m_shown) == latest;
    return latestShown ? std::optional(Sidebar::Entry::Latest) : std::nullopt;
}

void LeftPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        setAccessibleName(tr("Calendar and lists"));
    }
}

} // namespace paperdawn
