// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendarview.h"

#include "ui/calendardelegate.h"
#include "ui/quietheader.h"
#include "ui/theme.h"

#include <QContextMenuEvent>
#include <QFontInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>
#include <QWheelEvent>
#include <QtMath>

namespace paperdawn {

using namespace Qt::StringLiterals;

namespace {

QToolButton *flatButton(QWidget *parent, const QString &text = {})
{
    auto *button = new QToolButton(parent);
    button->setAutoRaise(true);
    button->setText(text);
    button->setFocusPolicy(Qt::TabFocus);
    button->setAttribute(Qt::WA_InputMethodEnabled, false);
    return button;
}

} // namespace

CalendarView::CalendarView(CalendarModel &days, QWidget *parent)
    : QWidget(parent)
    , m_days(days)
    , m_title(new QLabel(this))
    , m_previous(flatButton(this))
    , m_today(flatButton(this))
    , m_next(flatButton(this))
    , m_table(new QTableView(this))
{
    setObjectName("calendar"_L1);
    m_title->setTextFormat(Qt::PlainText);
    m_previous->setText(u"‹"_s);
    m_next->setText(u"›"_s);

    m_table->setObjectName("days"_L1);
    m_table->setAttribute(Qt::WA_InputMethodEnabled, false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->setMouseTracking(true);
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->setHorizontalHeader(new QuietHeader(QuietHeader::Line::None, m_table));
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignCenter);
    m_table->verticalHeader()->hide();
    m_table->setModel(&days);
    m_table->setItemDelegate(new CalendarDelegate(m_table));
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->viewport()->setAutoFillBackground(false);
    m_table->installEventFilter(this);
    m_table->viewport()->installEventFilter(
        this); // the mouse asks there for a menu, the keyboard at the table
    setFocusProxy(m_table);

    auto *head = new QHBoxLayout;
    head->setSpacing(0);
    head->setContentsMargins(grid::gap, 0, 0, 0);
    head->addWidget(m_title, 1);
    head->addWidget(m_today);
    head->addWidget(m_previous);
    head->addWidget(m_next);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(grid::gap, grid::gap, grid::gap, grid::gap);
    layout->setSpacing(grid::unit);
    layout->addLayout(head);
    layout->addWidget(m_table);

    connect(m_previous, &QToolButton::clicked, this, [this] { stepMonth(-1); });
    connect(m_next, &QToolButton::clicked, this, [this] { stepMonth(+1); });
    connect(m_today, &QToolButton::clicked, this, &CalendarView::todayRequested);
    connect(m_table, &QTableView::clicked, this,
            [this](const QModelIndex &at) { Q_EMIT dayChosen(m_days.dayAt(at)); });
    fit();
    retranslate();
}

void CalendarView::fit()
{
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    m_title->setFont(strong);
    const int cell = grid::up(qCeil(QFontInfo(font()).pixelSize() * 2.2));
    m_table->verticalHeader()->setMinimumSectionSize(cell);
    m_table->verticalHeader()->setDefaultSectionSize(cell);
    m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height() + CalendarModel::weeks * cell);
    m_table->setMinimumWidth(CalendarModel::daysInWeek * cell);
}

void CalendarView::retranslate()
{
    setAccessibleName(tr("Calendar"));
    m_table->setAccessibleName(tr("Days"));
    m_previous->setAccessibleName(tr("Previous month"));
    m_next->setAccessibleName(tr("Next month"));
    m_previous->setToolTip(m_previous->accessibleName());
    m_next->setToolTip(m_next->accessibleName());
    m_today->setText(tr("Today"));
    m_today->setAccessibleName(tr("Today"));
    //: Month and year above the calendar, as a format of QLocale::toString(QDate)
    m_title->setText(QLocale().toString(m_days.month(), tr("MMMM yyyy")));
}

QList<QWidget *> CalendarView::stops() const
{
    return {m_today, m_previous, m_next, m_table};
}

void CalendarView::setShownDay(QDate day)
{
    m_shown = day;
    static_cast<CalendarDelegate *>(m_table->itemDelegate())->setShownDay(day);
    if (day.isValid()) {
        showMonth(QDate(day.year(), day.month(), 1));
        m_table->setCurrentIndex(m_days.indexOf(day));
    }
    m_table->viewport()->update();
}

void CalendarView::showMonth(QDate first)
{
    m_days.showMonth(first.year(), first.month());
    retranslate();
}

void CalendarView::stepMonth(int months)
{
    const QDate focus = m_days.dayAt(m_table->currentIndex());
    showMonth(m_days.month().addMonths(months));
    if (focus.isValid()) {
        m_table->setCurrentIndex(m_days.indexOf(focus.addMonths(months)));
    }
}

/** Moves the focus by a day, a week or a month, into the next month where need be; false: not such a key. */
bool CalendarView::moveFocus(int key)
{
    const QDate at = m_days.dayAt(m_table->currentIndex());
    const QDate from = at.isValid() ? at : m_days.month();
    QDate to;
    switch (key) {
    case Qt::Key_Left:
        to = from.addDays(isRightToLeft() ? 1 : -1);
        break;
    case Qt::Key_Right:
        to = from.addDays(isRightToLeft() ? -1 : 1);
        break;
    case Qt::Key_Up:
        to = from.addDays(-CalendarModel::daysInWeek);
        break;
    case Qt::Key_Down:
        to = from.addDays(CalendarModel::daysInWeek);
        break;
    case Qt::Key_PageUp:
        to = from.addMonths(-1);
        break;
    case Qt::Key_PageDown:
        to = from.addMonths(1);
        break;
    default:
        return false;
    }
    if (to.month() != m_days.month().month() || to.year() != m_days.month().year()) {
        showMonth(to);
    }
    m_table->setCurrentIndex(m_days.indexOf(to));
    return true;
}

void CalendarView::askForMenu(const QContextMenuEvent &event)
{
    const bool byMouse = event.reason() == QContextMenuEvent::Mouse;
    const QModelIndex at = byMouse ? m_table->indexAt(event.pos()) : m_table->currentIndex();
    const QDate day = m_days.dayAt(at);
    if (day.isValid()) {
        Q_EMIT menuRequested(day, byMouse
                                      ? event.globalPos()
                                      : m_table->viewport()->mapToGlobal(m_table->visualRect(at).center()));
    }
}

bool CalendarView::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ContextMenu) {
        askForMenu(*static_cast<QContextMenuEvent *>(event));
        return true;
    }
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->modifiers() == Qt::NoModifier || key->modifiers() == Qt::KeypadModifier) {
            if (moveFocus(key->key())) {
                return true;
            }
            if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter || key->key() == Qt::Key_Space) {
                Q_EMIT dayChosen(m_days.dayAt(m_table->currentIndex()));
                return true;
            }
        }
        event->ignore(); // everything else is a command of the window
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void CalendarView::wheelEvent(QWheelEvent *event)
{
    m_wheel += event->angleDelta().y();
    const int steps = m_wheel / QWheelEvent::DefaultDeltasPerStep;
    m_wheel -= steps * QWheelEvent::DefaultDeltasPerStep;
    if (steps != 0) {
        stepMonth(-steps);
    }
    event->accept();
}

void CalendarView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::LocaleChange) {
        const QDate focus = m_days.dayAt(m_table->currentIndex());
        m_days.setWeekBegins(QLocale().firstDayOfWeek());
        m_days.retranslate();
        retranslate();
        m_table->setCurrentIndex(m_days.indexOf(focus));
    } else if (event->type() == QEvent::FontChange) {
        fit();
    }
}

} // namespace paperdawn
