// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paperdelegate.h"

#include "app/models/papertablemodel.h"
#include "ui/theme.h"

#include <QAbstractItemView>
#include <QFontInfo>
#include <QPainter>
#include <QPainterPath>
#include <QTextLayout>
#include <QtMath>

namespace paperdawn {

using namespace Qt::StringLiterals;

namespace {

using Model = PaperTableModel;

constexpr int usualDot = 6;
constexpr int usualStar = 12;
constexpr int usualChevron = 8;
constexpr int currentBar = 3;

/** Where in a line of `height` the letters of `font` stand, for any face: all languages share one baseline.
 */
int baselineIn(int height, const QFont &font)
{
    const QFontMetrics metrics(font);
    return (height - metrics.capHeight()) / 2 + metrics.capHeight();
}

QPainterPath starPath(QPointF centre, double size)
{
    constexpr int points = 10;
    const double outer = size / 2;
    const double inner = outer * 0.42;
    QPainterPath path;
    for (int i = 0; i < points; ++i) {
        const double radius = i % 2 == 0 ? outer : inner;
        const double angle = -M_PI / 2 + i * M_PI / 5;
        const QPointF at = centre + QPointF(radius * qCos(angle), radius * qSin(angle));
        i == 0 ? path.moveTo(at) : path.lineTo(at);
    }
    path.closeSubpath();
    return path;
}

/** One line of text on a baseline, elided at its end, from the side from which its language is read. */
void paintLine(QPainter *painter, const QFont &font, int left, int baseline, int width, const QString &text)
{
    if (width <= 0 || text.isEmpty()) {
        return;
    }
    const QFontMetrics metrics(font);
    const int wanted = metrics.horizontalAdvance(text);
    const bool fits = wanted <= width; // eliding rounds: it would cut what just fits
    const bool leftwards = text.isRightToLeft();
    painter->setFont(font);
    painter->setLayoutDirection(leftwards ? Qt::RightToLeft : Qt::LeftToRight);
    painter->drawText(leftwards && fits ? left + width - wanted : left, baseline,
                      fits ? text : metrics.elidedText(text, Qt::ElideRight, width));
}

/** How much of a line the first of two titles gets: all it needs, but not what the second needs of its share.
 */
int shareOfFirst(int width, const QFont &font, const QString &first, const QFont &secondFont,
                 const QString &second)
{
    if (second.isEmpty()) {
        return width;
    }
    const int needed = QFontMetrics(font).horizontalAdvance(first);
    const int left = width - grid::pad - QFontMetrics(secondFont).horizontalAdvance(second);
    return std::min(needed, std::max(left, width * 3 / 5));
}

/** Text over up to `most` lines, elided in the last one; how many it took. */
int paintWrapped(QPainter *painter, const QFont &font, const QRect &rect, int lineStep, int most,
                 QString text)
{
    int lines = 0;
    int baseline = rect.top() + baselineIn(lineStep, font);
    while (lines < most && !text.isEmpty()) {
        qsizetype end = text.size();
        if (lines + 1 < most) {
            QTextLayout layout(text, font);
            layout.beginLayout();
            QTextLine line = layout.createLine();
            line.setLineWidth(rect.width());
            end = line.textLength();
            layout.endLayout();
        }
        paintLine(painter, font, rect.left(), baseline, rect.width(), text.first(end).trimmed());
        text = text.sliced(end).trimmed();
        baseline += lineStep;
        ++lines;
    }
    return lines;
}

int linesOf(Density density)
{
    switch (density) {
    case Density::Compact:
        break;
    case Density::Cosy:
        return 2;
    case Density::Reading:
        return 4;
    }
    return 1;
}

/** Points down where the group is open, to the side where it is folded. */
void paintChevron(QPainter *painter, const QRect &rect, const QFont &font, bool folded, const QColor &colour)
{
    const double half = beside(font, usualChevron) / 2.0;
    const QPointF centre = QRectF(rect).center();
    QPolygonF line{centre + QPointF(-half, -half / 2), centre + QPointF(0, half / 2),
                   centre + QPointF(half, -half / 2)};
    if (folded) {
        line = {centre + QPointF(-half / 2, -half), centre + QPointF(half / 2, 0),
                centre + QPointF(-half / 2, half)};
    }
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(colour, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->drawPolyline(line);
    painter->setRenderHint(QPainter::Antialiasing, false);
}

bool isCurrentRow(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    return view && view->currentIndex().row() == index.row();
}

void paintDot(QPainter *painter, const QRect &rect, const QFont &font, const QColor &colour)
{
    const int dot = beside(font, usualDot);
    const QPoint corner(rect.x() + (rect.width() - dot) / 2, rect.y() + (rect.height() - dot) / 2);
    const QRectF place(corner, QSizeF(dot, dot));
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(colour);
    painter->drawEllipse(place);
    painter->setRenderHint(QPainter::Antialiasing, false);
}

void paintStar(QPainter *painter, const QRect &rect, const QFont &font, bool filled, const Colours &c)
{
    const QPainterPath path = starPath(QRectF(rect).center(), beside(font, usualStar));
    painter->setRenderHint(QPainter::Antialiasing);
    if (filled) {
        painter->fillPath(path, c.accent);
    } else {
        painter->strokePath(path, QPen(c.muted, 1));
    }
    painter->setRenderHint(QPainter::Antialiasing, false);
}

} // namespace

PaperDelegate::PaperDelegate(QObject *parent)
    : QStyledItemDelegate(parent)
{
}

int PaperDelegate::rowHeight(Density density, const QFont &font)
{
    const double em = QFontInfo(font).pixelSize();
    switch (density) {
    case Density::Compact:
        break;
    case Density::Cosy:
        return grid::up(qCeil(em * 3.5));
    case Density::Reading:
        return grid::up(qCeil(em * 6.75));
    }
    return grid::up(qCeil(em * 1.75));
}

QSize PaperDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return {QStyledItemDelegate::sizeHint(option, index).width(), rowHeight(m_density, option.font)};
}

void PaperDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    const QString counts = index.data(Model::GroupRole).toString();
    painter->save();
    painter->setClipRect(option.rect);
    if (counts.isEmpty()) {
        paintPaper(painter, option, index);
    } else {
        paintHead(painter, option, index, counts);
    }
    painter->restore();
}

/** The name of the group and how many of it are unread, over a line. */
void PaperDelegate::paintHead(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                              const QString &counts)
{
    const Colours &c = colours(option.palette);
    const QRect rect = option.rect;
    painter->fillRect(rect, c.window);
    painter->fillRect(rect.left(), rect.bottom(), rect.width(), 1, c.line);
    if (index.column() == Model::State) {
        paintChevron(painter, rect, option.font, index.data(Model::FoldedRole).toBool(), c.muted);
        return;
    }
    if (index.column() != Model::Title) {
        return;
    }
    QFont strong = option.font;
    strong.setWeight(QFont::DemiBold);
    const QString name = index.data().toString();
    const QRect inside = rect.adjusted(grid::unit, 0, -grid::gap, 0);
    const int baseline = inside.top() + baselineIn(inside.height(), option.font);
    const int width = std::min(QFontMetrics(strong).horizontalAdvance(name), inside.width());
    painter->setPen(c.ink);
    paintLine(painter, strong, inside.left(), baseline, width, name);
    painter->setPen(c.muted);
    paintLine(painter, smaller(option.font), inside.left() + width + grid::pad, baseline,
              inside.width() - width - grid::pad, counts);
}

void PaperDelegate::paintPaper(QPainter *painter, const QStyleOptionViewItem &option,
                               const QModelIndex &index) const
{
    const Colours &c = colours(option.palette);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool active =
        option.state.testFlag(QStyle::State_Active) && option.state.testFlag(QStyle::State_Enabled);
    const bool read = index.data(Model::ReadRole).toBool();
    const bool starred = index.data(Model::StarredRole).toBool();
    const bool hovered = index.row() == m_hoveredRow;

    const QColor ground = selected ? (active ? c.selection : c.selectionIdle) : hovered ? c.hover : c.paper;
    painter->fillRect(option.rect, ground);
    if (m_density != Density::Compact && !selected) {
        painter->fillRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1, c.line);
    }

    const QRect rect = option.rect;
    const int line =
        m_density == Density::Compact ? rect.height() : (rect.height() - grid::gap) / linesOf(m_density);
    const QRect firstLine(rect.left(), rect.top() + (m_density == Density::Compact ? 0 : grid::unit),
                          rect.width(), line);
    const Inks inks{option.font, read ? c.muted : c.ink, c.muted};
    switch (index.column()) {
    case Model::State:
        if (isCurrentRow(option, index)) {
            painter->fillRect(rect.left(), rect.top(), currentBar, rect.height(),
                              active ? c.accent : c.muted);
        }
        if (!read) {
            paintDot(painter, firstLine, option.font, c.accent);
        }
        break;
    case Model::Star:
        if (starred || hovered || selected) {
            paintStar(painter, firstLine, option.font, starred, c);
        }
        break;
    case Model::Title:
        paintTitle(painter, rect, inks, index);
        break;
    default:
        paintOther(painter, rect, inks, index);
        break;
    }
}

std::pair<PaperDelegate::Title, PaperDelegate::Title> PaperDelegate::titlesOf(const QModelIndex &index) const
{
    Title original{index.data(Model::TitleRole).toString(), {}};
    Title translated{index.data(Model::TranslationRole).toString(),
                     index.data(Model::LanguageRole).toString()};
    if (translated.text.isEmpty()) {
        return {original, {}};
    }
    if (original.text.isEmpty()) {
        return {translated, {}}; // all there is, whatever was asked for
    }
    switch (m_titles) {
    case TitleLanguage::Original:
        return {original, {}};
    case TitleLanguage::Translated:
        return {translated, {}};
    case TitleLanguage::Both:
        break;
    }
    return {original, translated};
}

/** At the right end of the first line; what is left of the cell. */
QRect PaperDelegate::paintPdfMark(QPainter *painter, const QRect &rect, const Inks &inks) const
{
    const QString mark = u"PDF"_s; // in every language
    const QFont small = smaller(inks.font);
    const int width = QFontMetrics(small).horizontalAdvance(mark);
    const bool compact = m_density == Density::Compact;
    const int line = compact ? rect.height() : (rect.height() - 2 * grid::unit) / linesOf(m_density);
    const int top = rect.top() + (compact ? 0 : grid::unit);
    painter->setPen(inks.second);
    paintLine(painter, small, rect.right() + 1 - width, top + baselineIn(line, inks.font), width, mark);
    return rect.adjusted(0, 0, -width - grid::pad, 0);
}

/** In the language that is read first, as far as it is known. */
PaperDelegate::Title PaperDelegate::abstractOf(const QModelIndex &index) const
{
    const Title original{index.data(Model::AbstractRole).toString(), {}};
    const Title translated{index.data(Model::TranslatedAbstractRole).toString(),
                           index.data(Model::LanguageRole).toString()};
    const bool originalFirst = m_titles == TitleLanguage::Original;
    const Title &first = originalFirst ? original : translated;
    return first.text.isEmpty() ? (originalFirst ? translated : original) : first;
}

void PaperDelegate::paintTitle(QPainter *painter, const QRect &rect, const Inks &inks,
                               const QModelIndex &index) const
{
    const auto [first, second] = titlesOf(index);
    const QRect whole = rect.adjusted(grid::unit, 0, -grid::gap, 0);
    const QRect inside = index.data(Model::PdfRole).toBool() ? paintPdfMark(painter, whole, inks) : whole;
    const QFont firstFont = faceFor(inks.font, first.language);
    const QFont secondFont = faceFor(inks.font, second.language);
    painter->setPen(inks.first);
    if (m_density == Density::Compact) {
        const int baseline = inside.top() + baselineIn(inside.height(), inks.font);
        const int width = shareOfFirst(inside.width(), firstFont, first.text, secondFont, second.text);
        paintLine(painter, firstFont, inside.left(), baseline, width, first.text);
        painter->setPen(inks.second);
        paintLine(painter, secondFont, inside.left() + width + grid::pad, baseline,
                  inside.width() - width - grid::pad, second.text);
        return;
    }
    paintLines(painter, inside.adjusted(0, grid::unit, 0, -grid::unit), inks, index);
}

/** One below the other: the titles, and where there is room the beginning of the abstract. */
void PaperDelegate::paintLines(QPainter *painter, const QRect &rect, const Inks &inks,
                               const QModelIndex &index) const
{
    const auto [first, second] = titlesOf(index);
    const int most = linesOf(m_density);
    const int step = rect.height() / most;
    const auto from = [&](int line) { return rect.adjusted(0, line * step, 0, 0); };
    painter->setPen(inks.first);
    // a title that stands alone may take two lines
    int used = paintWrapped(painter, faceFor(inks.font, first.language), rect, step,
                            second.text.isEmpty() ? 2 : 1, first.text);
    painter->setPen(inks.second);
    used += paintWrapped(painter, faceFor(inks.font, second.language), from(used), step, 1, second.text);
    if (used < most) {
        const Title abstract = abstractOf(index);
        paintWrapped(painter, faceFor(smaller(inks.font), abstract.language), from(used), step, most - used,
                     abstract.text);
    }
}

void PaperDelegate::paintOther(QPainter *painter, const QRect &rect, const Inks &inks,
                               const QModelIndex &index) const
{
    const QFont small = smaller(inks.font);
    const QRect inside = rect.adjusted(grid::unit, 0, -grid::gap, 0);
    painter->setPen(inks.second);
    if (m_density == Density::Compact) {
        paintLine(painter, small, inside.left(), inside.top() + baselineIn(inside.height(), inks.font),
                  inside.width(), index.data().toString());
        return;
    }
    const int step = (inside.height() - 2 * grid::unit) / linesOf(m_density);
    const int baseline = inside.top() + grid::unit + baselineIn(step, inks.font);
    paintLine(painter, small, inside.left(), baseline, inside.width(), index.data().toString());
    if (index.column() ==
        Model::Authors) { // the second line has room for what compact rows have a column for
        paintLine(painter, small, inside.left(), baseline + step, inside.width(),
                  index.data(Model::CategoriesRole).toString());
    }
}

} // namespace paperdawn
