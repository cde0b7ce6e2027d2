// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sidebar.h"

#include "ui/theme.h"

#include <QFontInfo>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>
#include <QStyledItemDelegate>
#include <QtMath>

namespace paperdawn {

using namespace Qt::StringLiterals;

namespace {

enum Role { DetailRole = Qt::UserRole + 1, CountRole, ShownRole };
constexpr double radius = 4;
constexpr int entries = int(Sidebar::Entry::ReadingList) + 1;

class EntryDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {0, grid::up(qCeil(QFontInfo(option.font).pixelSize() * 2.0))};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Colours &c = colours(option.palette);
        const bool shown = index.data(ShownRole).toBool();
        const bool focused = option.state.testFlag(QStyle::State_HasFocus);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        QPainterPath ground;
        ground.addRoundedRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
        if (shown || option.state.testFlag(QStyle::State_MouseOver)) {
            painter->fillPath(ground, shown ? c.selection : c.selectionIdle);
        }
        if (focused) {
            painter->strokePath(ground, QPen(c.accent, 1, Qt::DotLine));
        }
        QRect words = option.rect.adjusted(grid::gap, 0, -grid::gap, 0);
        const QString count = index.data(CountRole).toString();
        painter->setFont(smaller(option.font));
        painter->setPen(c.muted);
        painter->drawText(words, Qt::AlignRight | Qt::AlignVCenter, count);
        words.setRight(words.right() - QFontMetrics(painter->font()).horizontalAdvance(count) - grid::gap);

        QFont strong = option.font;
        strong.setWeight(shown ? QFont::DemiBold : QFont::Normal);
        const QString name = index.data().toString();
        painter->setFont(strong);
        painter->setPen(c.ink);
        painter->drawText(words, Qt::AlignLeft | Qt::AlignVCenter, name);
        words.setLeft(words.left() + QFontMetrics(strong).horizontalAdvance(name) + grid::gap);
        painter->setFont(smaller(option.font));
        painter->setPen(c.muted);
        painter->drawText(words, Qt::AlignLeft | Qt::AlignVCenter, index.data(DetailRole).toString());
        painter->restore();
    }
};

} // namespace

Sidebar::Sidebar(QWidget *parent)
    : QListWidget(parent)
{
    setObjectName("sidebar"_L1);
    setAttribute(Qt::WA_InputMethodEnabled, false);
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setSelectionMode(NoSelection);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAutoFillBackground(false);
    setItemDelegate(new EntryDelegate(this));
    setViewportMargins(grid::gap, 0, grid::gap, 0);
    for (int i = 0; i < entries; ++i) {
        addItem(QString());
    }
    connect(this, &QListWidget::itemClicked, this,
            [this](QListWidgetItem *at) { Q_EMIT chosen(Entry(row(at))); });
    retranslate();
}

QSize Sidebar::sizeHint() const
{
    return {grid::wide, count() * sizeHintForRow(0) + grid::gap};
}

void Sidebar::setEntry(Entry entry, const QString &detail, int count)
{
    QListWidgetItem *at = item(int(entry));
    at->setData(DetailRole, detail);
    at->setData(CountRole, count > 0 ? QLocale().toString(count) : QString());
    sayEntry(entry);
}

void Sidebar::sayEntry(Entry entry)
{
    QListWidgetItem *at = item(int(entry));
    QStringList parts{at->text(), at->data(DetailRole).toString()};
    const int number = QLocale().toInt(at->data(CountRole).toString());
    if (number > 0) {
        parts +=
            entry == Entry::Latest ? tr("%n unread", nullptr, number) : tr("%n paper(s)", nullptr, number);
    }
    if (at->data(ShownRole).toBool()) {
        parts += tr("shown");
    }
    parts.removeAll(QString());
    at->setData(Qt::AccessibleTextRole, parts.join(", "_L1));
}

void Sidebar::setShown(std::optional<Entry> entry)
{
    for (int i = 0; i < count(); ++i) {
        item(i)->setData(ShownRole, entry && int(*entry) == i);
        sayEntry(Entry(i));
    }
}

void Sidebar::retranslate()
{
    setAccessibleName(tr("Lists"));
    item(int(Entry::Latest))->setText(tr("Latest"));
    item(int(Entry::Unread))->setText(tr("Unread"));
    item(int(Entry::ReadingList))->setText(tr("Reading list"));
    for (int i = 0; i < count(); ++i) {
        sayEntry(Entry(i));
    }
}

void Sidebar::changeEvent(QEvent *event)
{
    QListWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    } else if (event->type() == QEvent::FontChange) {
        scheduleDelayedItemsLayout();
        updateGeometry();
    }
}

void Sidebar::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (currentRow() >= 0) {
            Q_EMIT chosen(Entry(currentRow()));
        }
        return;
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Home:
    case Qt::Key_End:
        QListWidget::keyPressEvent(event);
        return;
    default:
        event->ignore(); // letters are commands of the window, not a search among entries
    }
}

} // namespace paperdawn
