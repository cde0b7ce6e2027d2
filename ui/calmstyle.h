// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

class QStyleOptionMenuItem;
class QStyleOptionSlider;

namespace paperdawn {

/**
 * Fusion without its bevels: hairlines, rounded corners of 4 px, flat buttons, slim scroll bars. Only what
 * Fusion draws loudly is drawn anew; the rest is its own, and follows the palette. Thread: UI.
 */
class CalmStyle final : public QProxyStyle
{
    Q_OBJECT
public:
    CalmStyle();

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override;
    [[nodiscard]] QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option,
                                       SubControl subControl, const QWidget *widget) const override;
    [[nodiscard]] int pixelMetric(PixelMetric metric, const QStyleOption *option,
                                  const QWidget *widget) const override;
    [[nodiscard]] int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                                QStyleHintReturn *returnData) const override;

private:
    void drawMenuTitle(const QStyleOptionMenuItem &item, QPainter *painter, const QWidget *widget) const;
    void drawScrollBar(const QStyleOptionSlider &bar, QPainter *painter) const;
};

} // namespace paperdawn
