// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quietheader.h"

#include "ui/theme.h"

#include <QPainter>
#include <QPainterPath>

namespace paperdawn {

namespace {

constexpr int arrow = 6;

void paintArrow(QPainter *painter, QPointF centre, bool up, const QColor &colour)
{
    const double side = up ? -1 : 1;
    QPainterPath path;
    path.moveTo(centre + QPointF(-arrow / 2.0, -side * arrow / 4.0));
    path.lineTo(centre + QPointF(arrow / 2.0, -side * arrow / 4.0));
    path.lineTo(centre + QPointF(0, side * arrow / 4.0));
    path.closeSubpath();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->fillPath(path, colour);
    painter->setRenderHint(QPainter::Antialiasing, false);
}

} // namespace

QuietHeader::QuietHeader(Line line, QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
    , m_line(line)
{
    setHighlightSections(false);
    setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    setMinimumSectionSize(grid::section);
}

QSize QuietHeader::sizeHint() const
{
    return {QHeaderView::sizeHint().width(), grid::up(QFontMetrics(smaller(font())).height() + grid::gap)};
}

void QuietHeader::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    if (rect.width() < 1) {
        return;
    }
    const Colours &c = colours(palette());
    const QVariant own = model()->headerData(section, Qt::Horizontal, Qt::TextAlignmentRole);
    const auto alignment = own.isValid() ? Qt::Alignment(own.toInt()) : defaultAlignment();
    const bool centred = alignment.testFlag(Qt::AlignHCenter);
    QRect words = centred ? rect : rect.adjusted(grid::unit, 0, -grid::unit, 0);
    painter->setFont(smaller(font()));
    painter->setPen(c.muted);
    const QString text = model()->headerData(section, Qt::Horizontal).toString();
    const QFontMetrics metrics(painter->font());
    painter->drawText(words, int(alignment), metrics.elidedText(text, Qt::ElideRight, words.width()));
    if (isSortIndicatorShown() && sortIndicatorSection() == section && !text.isEmpty()) {
        const double x = words.left() + metrics.horizontalAdvance(text) + grid::gap;
        if (x + arrow <= words.right()) {
            paintArrow(painter, {x, rect.center().y() + 0.5}, sortIndicatorOrder() == Qt::AscendingOrder,
                       c.muted);
        }
    }
}

void QuietHeader::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    const Colours &c = colours(palette());
    painter.fillRect(viewport()->rect(), m_line == Line::Below ? c.paper : c.window);
    painter.end();
    if (model()->rowCount() == 0) {
        return;
    }
    QHeaderView::paintEvent(event);
    if (m_line == Line::Below) {
        QPainter line(viewport());
        line.fillRect(0, viewport()->height() - 1, viewport()->width(), 1, c.line);
    }
}

} // namespace paperdawn
