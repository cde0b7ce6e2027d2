// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calmstyle.h"

#include "ui/theme.h"

#include <QPainter>
#include <QPainterPath>
#include <QStyleOption>

namespace paperdawn {

using namespace Qt::StringLiterals;

namespace {

constexpr double radius = 4;
constexpr int scrollBarExtent = 12;
constexpr int scrollHandle = 6;

/** A rounded panel whose hairline lies on whole pixels. */
void drawPanel(QPainter *painter, const QRect &rect, const QBrush &ground, const QPen &line)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(ground);
    painter->setPen(line);
    const double inset = line.style() == Qt::NoPen ? 0 : line.widthF() / 2;
    painter->drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), radius, radius);
    painter->restore();
}

bool hasState(const QStyleOption *option, QStyle::StateFlag flag)
{
    return option->state.testFlag(flag);
}

void drawField(const QStyleOption &option, QPainter *painter, const QBrush &ground)
{
    const Colours &c = colours(option.palette);
    const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(&option);
    const bool bare = frame && frame->lineWidth <= 0; // inside a spin box or a combo box
    const bool focus = hasState(&option, QStyle::State_HasFocus) && hasState(&option, QStyle::State_Enabled);
    const QPen line = focus ? QPen(c.accent, 1.5) : QPen(c.edge, 1);
    drawPanel(painter, option.rect, ground, bare ? QPen(Qt::NoPen) : line);
}

/** Fusion's own is as good as invisible on dark paper. */
void drawCheck(const QStyleOption &option, QPainter *painter)
{
    constexpr int side = 14;
    const Colours &c = colours(option.palette);
    QRect box(0, 0, side, side);
    box.moveCenter(option.rect.center());
    const bool isOn = hasState(&option, QStyle::State_On);
    drawPanel(painter, box, isOn ? c.accent : c.paper, QPen(isOn ? c.accent : c.edge, 1));
    if (!isOn) {
        return;
    }
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(c.onAccent, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QPointF points[] = {box.topLeft() + QPointF(3.5, 7.5), box.topLeft() + QPointF(6, 10),
                              box.topLeft() + QPointF(10.5, 4.5)};
    painter->drawPolyline(points, 3);
    painter->restore();
}

bool isDown(const QStyleOption &option)
{
    return hasState(&option, QStyle::State_Sunken) || hasState(&option, QStyle::State_On);
}

void drawButton(const QStyleOption &option, QPainter *painter)
{
    const Colours &c = colours(option.palette);
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(&option);
    const bool flat = button && button->features.testFlag(QStyleOptionButton::Flat);
    const bool first = button && button->features.testFlag(QStyleOptionButton::DefaultButton) &&
                       hasState(&option, QStyle::State_Enabled);
    const bool focus = hasState(&option, QStyle::State_HasFocus);
    const bool raised = isDown(option) || hasState(&option, QStyle::State_MouseOver);
    const QPen line = focus || first ? QPen(c.accent, 1.5) : QPen(c.edge, 1);
    if (!flat || raised || focus) {
        drawPanel(painter, option.rect, raised ? c.selectionIdle : c.paper,
                  flat && !focus ? QPen(Qt::NoPen) : line);
    }
}

void drawToolButton(const QStyleOption &option, QPainter *painter)
{
    const Colours &c = colours(option.palette);
    const bool down = isDown(option);
    const bool hovered =
        hasState(&option, QStyle::State_Enabled) && hasState(&option, QStyle::State_MouseOver);
    if (down || hovered) {
        drawPanel(painter, option.rect, down ? c.selection : c.selectionIdle, Qt::NoPen);
    }
    if (hasState(&option, QStyle::State_HasFocus)) {
        drawPanel(painter, option.rect, Qt::NoBrush, QPen(c.accent, 1.5));
    }
}

} // namespace

CalmStyle::CalmStyle()
    : QProxyStyle(u"Fusion"_s)
{
}

void CalmStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                              const QWidget *widget) const
{
    switch (element) {
    case PE_FrameLineEdit:
        drawField(*option, painter, Qt::NoBrush);
        return;
    case PE_PanelLineEdit:
        drawField(*option, painter, colours(option->palette).paper);
        return;
    case PE_PanelButtonCommand:
        drawButton(*option, painter);
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        drawCheck(*option, painter);
        return;
    case PE_PanelButtonTool:
        drawToolButton(*option, painter);
        return;
    case PE_FrameFocusRect:
        drawPanel(painter, option->rect, Qt::NoBrush, QPen(colours(option->palette).accent, 1));
        return;
    case PE_FrameMenu:
        painter->setPen(QPen(colours(option->palette).edge, 1));
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        return;
    case PE_FrameStatusBarItem:
    case PE_PanelStatusBar:
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void CalmStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                            const QWidget *widget) const
{
    const Colours &c = colours(option->palette);
    switch (element) {
    case CE_Splitter:
        painter->fillRect(option->rect, c.line);
        return;
    case CE_MenuBarItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option)) {
            drawMenuTitle(*item, painter, widget);
        }
        return;
    case CE_MenuBarEmptyArea:
        painter->fillRect(option->rect, c.window);
        return;
    case CE_ProgressBarGroove:
        drawPanel(painter, option->rect, c.line, Qt::NoPen);
        return;
    default:
        QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void CalmStyle::drawMenuTitle(const QStyleOptionMenuItem &item, QPainter *painter,
                              const QWidget *widget) const
{
    const Colours &c = colours(item.palette);
    painter->fillRect(item.rect, c.window);
    if (hasState(&item, State_Selected)) {
        drawPanel(painter, item.rect.adjusted(0, 2, 0, -2), c.selection, Qt::NoPen);
    }
    const bool underlined = proxy()->styleHint(SH_UnderlineShortcut, &item, widget) != 0;
    const int flags = int(Qt::AlignCenter) | Qt::TextSingleLine |
                      (underlined ? int(Qt::TextShowMnemonic) : int(Qt::TextHideMnemonic));
    proxy()->drawItemText(painter, item.rect, flags, item.palette, hasState(&item, State_Enabled), item.text,
                          QPalette::WindowText);
}

void CalmStyle::drawScrollBar(const QStyleOptionSlider &bar, QPainter *painter) const
{
    const Colours &c = colours(bar.palette);
    painter->fillRect(bar.rect, bar.palette.color(QPalette::Base));
    const QRect handle = proxy()->subControlRect(CC_ScrollBar, &bar, SC_ScrollBarSlider, nullptr);
    if (bar.minimum >= bar.maximum || handle.isEmpty()) {
        return;
    }
    const bool upright = bar.orientation == Qt::Vertical;
    const int margin = (scrollBarExtent - scrollHandle) / 2;
    const QRect thumb =
        upright ? handle.adjusted(margin, 2, -margin, -2) : handle.adjusted(2, margin, -2, -margin);
    const bool held = bar.activeSubControls.testFlag(SC_ScrollBarSlider) &&
                      (hasState(&bar, State_Sunken) || hasState(&bar, State_MouseOver));
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(held ? c.muted : c.edge);
    painter->drawRoundedRect(thumb, scrollHandle / 2.0, scrollHandle / 2.0);
    painter->restore();
}

void CalmStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                   QPainter *painter, const QWidget *widget) const
{
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (control == CC_ScrollBar && bar) {
        drawScrollBar(*bar, painter);
        return;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QRect CalmStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option,
                                SubControl subControl, const QWidget *widget) const
{
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (control != CC_ScrollBar || !bar) {
        return QProxyStyle::subControlRect(control, option, subControl, widget);
    }
    // no arrows: the groove is the whole bar
    const bool upright = bar->orientation == Qt::Vertical;
    const int length = upright ? bar->rect.height() : bar->rect.width();
    const qint64 range = qint64(bar->maximum) - bar->minimum;
    const int least = pixelMetric(PM_ScrollBarSliderMin, bar, widget);
    const int thumb = range > 0 ? std::clamp(int(qint64(length) * bar->pageStep / (range + bar->pageStep)),
                                             std::min(least, length), length)
                                : length;
    const int start = sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition, length - thumb,
                                              bar->upsideDown);
    const auto part = [&](int from, int size) {
        return upright ? QRect(bar->rect.left(), bar->rect.top() + from, bar->rect.width(), size)
                       : QRect(bar->rect.left() + from, bar->rect.top(), size, bar->rect.height());
    };
    switch (subControl) {
    case SC_ScrollBarGroove:
        return bar->rect;
    case SC_ScrollBarSlider:
        return part(start, thumb);
    case SC_ScrollBarSubPage:
        return part(0, start);
    case SC_ScrollBarAddPage:
        return part(start + thumb, length - start - thumb);
    default:
        return {};
    }
}

int CalmStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_ScrollBarExtent:
        return scrollBarExtent;
    case PM_ScrollBarSliderMin:
        return grid::wide;
    case PM_MenuBarPanelWidth:
        return 0;
    case PM_MenuBarHMargin:
        return grid::unit;
    case PM_SplitterWidth:
        return 1;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int CalmStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                         QStyleHintReturn *returnData) const
{
    switch (hint) {
    case SH_UnderlineShortcut: // the letters are underlined once Alt is held
    case SH_EtchDisabledText:
    case SH_DialogButtonBox_ButtonsHaveIcons:
        return 0;
    case SH_ScrollBar_LeftClickAbsolutePosition:
        return 1;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returnData);
    }
}

} // namespace paperdawn
