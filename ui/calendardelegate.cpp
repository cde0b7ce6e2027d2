// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendardelegate.h"

#include "app/models/calendarmodel.h"
#include "ui/theme.h"

#include <QPainter>
#include <QPainterPath>

namespace paperdawn {

namespace {

constexpr double radius = 4;
constexpr double corner = 7; ///< how much a selection's tile lacks at its corner
constexpr int usualDot = 4;
constexpr int numberLift = 3; ///< leaves room for the dot, whether there is one or not

QRectF tileOf(const QRect &cell)
{
    return QRectF(cell).adjusted(1.5, 1.5, -1.5, -1.5);
}

/** The tile of a selection lacks a corner: it is not the whole day. */
QPainterPath tilePath(const QRectF &tile, bool whole)
{
    QPainterPath path;
    path.addRoundedRect(tile, radius, radius);
    if (whole) {
        return path;
    }
    QPainterPath cut;
    cut.moveTo(tile.bottomLeft() + QPointF(0, -corner));
    cut.lineTo(tile.bottomLeft() + QPointF(corner, 0));
    cut.lineTo(tile.bottomLeft());
    cut.closeSubpath();
    return path.subtracted(cut);
}

void paintTile(QPainter *painter, const QRectF &tile, const CalendarDay &day, const Colours &c)
{
    const QPainterPath path = tilePath(tile, day.status != DayStatus::Selection);
    if (day.heat > 0) {
        painter->fillPath(path, c.heat.at(size_t(day.heat - 1)));
    }
    switch (day.status) {
    case DayStatus::Incomplete:
        painter->strokePath(path, QPen(c.warn, 1, Qt::DashLine));
        break;
    case DayStatus::Approximate:
    case DayStatus::Uncheckable:
        painter->strokePath(path, QPen(c.muted, 1, Qt::DotLine));
        break;
    case DayStatus::Failed:
        painter->strokePath(path, QPen(c.failed, 1));
        painter->setPen(QPen(c.failed, 1.5));
        painter->drawLine(tile.bottomLeft() + QPointF(4, -4), tile.bottomLeft() + QPointF(9, -9));
        painter->drawLine(tile.bottomLeft() + QPointF(4, -9), tile.bottomLeft() + QPointF(9, -4));
        break;
    case DayStatus::Empty:
        painter->setPen(QPen(c.muted, 1));
        painter->drawLine(QPointF(tile.center().x() - 4, tile.bottom() - 5),
                          QPointF(tile.center().x() + 4, tile.bottom() - 5));
        break;
    default:
        break;
    }
}

void paintMarks(QPainter *painter, const QRectF &tile, const QFont &font, const CalendarDay &day,
                const QColor &ink)
{
    const int dot = beside(font, usualDot);
    painter->setPen(Qt::NoPen);
    painter->setBrush(ink);
    if (day.unread > 0) {
        painter->drawEllipse(QRectF(tile.center().x() - dot / 2.0, tile.bottom() - dot - 2, dot, dot));
    }
    if (day.starred > 0) {
        const QPointF at = tile.topRight();
        painter->drawPolygon(QPolygonF{at + QPointF(-8, 2), at + QPointF(-2, 2), at + QPointF(-2, 8)});
    }
}

void paintRing(QPainter *painter, const QRectF &around, const QPen &pen)
{
    QPainterPath ring;
    ring.addRoundedRect(around, radius, radius);
    painter->strokePath(ring, pen);
}

QColor inkOf(const CalendarDay &day, const Colours &c)
{
    if (day.future || !day.inMonth) {
        return day.heat > 0 ? c.muted : c.faint;
    }
    if (day.heat > 0) {
        return c.heatInk.at(size_t(day.heat - 1));
    }
    return day.weekend || day.status == DayStatus::Unknown ? c.muted : c.ink;
}

QFont fontOf(const QFont &font, const CalendarDay &day, bool shown)
{
    QFont face = day.weekend ? smaller(font) : font;
    face.setBold(shown || day.today);
    face.setUnderline(day.today);
    return face;
}

} // namespace

CalendarDelegate::CalendarDelegate(QObject *parent)
    : QStyledItemDelegate(parent)
{
}

void CalendarDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    const Colours &c = colours(option.palette);
    const auto day = index.data(CalendarModel::DayRole).value<CalendarDay>();
    const bool shown = day.day == m_shown;
    const bool focused = option.state.testFlag(QStyle::State_HasFocus);
    const QRectF tile = tileOf(option.rect);

    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (option.state.testFlag(QStyle::State_MouseOver) && day.heat == 0) {
        painter->fillPath(tilePath(tile, true), c.selectionIdle);
    }
    painter->setOpacity(day.inMonth ? 1 : 0.45);
    paintTile(painter, tile, day, c);
    const QColor ink = inkOf(day, c);
    paintMarks(painter, tile, option.font, day, day.heat > 0 ? ink : c.accent);
    painter->setOpacity(1);
    painter->setFont(fontOf(option.font, day, shown));
    painter->setPen(ink);
    painter->drawText(option.rect.adjusted(0, 0, 0, -beside(option.font, numberLift)), Qt::AlignCenter,
                      index.data().toString());
    if (shown) { // outside the tile, whose own border tells of its state
        paintRing(painter, tile.adjusted(-0.5, -0.5, 0.5, 0.5), QPen(c.accent, 2));
    }
    if (focused) {
        paintRing(painter, tile.adjusted(2.5, 2.5, -2.5, -2.5), QPen(ink, 1, Qt::DotLine));
    }
    painter->restore();
}

} // namespace paperdawn
