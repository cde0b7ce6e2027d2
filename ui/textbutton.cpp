// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/textbutton.h"

#include "ui/theme.h"

#include <QPainter>

namespace paperdawn {

namespace {

constexpr int radius = 4;

} // namespace

TextButton::TextButton(QWidget *parent)
    : QPushButton(parent)
{
    setFocusPolicy(Qt::TabFocus); // a click leaves the keyboard with the list
    setAutoDefault(true);         // Return presses it where it has the keyboard
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void TextButton::setAccented(bool accented)
{
    m_accented = accented;
    update();
}

void TextButton::reserve(const QStringList &texts)
{
    m_reserved = texts;
    updateGeometry();
}

QSize TextButton::sizeHint() const
{
    int width = fontMetrics().size(Qt::TextShowMnemonic, text()).width();
    for (const QString &reserved : m_reserved) {
        width = std::max(width, fontMetrics().size(Qt::TextShowMnemonic, reserved).width());
    }
    return {grid::up(width + 2 * padding), grid::up(lineHeight(font(), u"zh-Hans") + grid::unit)};
}

void TextButton::paintEvent(QPaintEvent *)
{
    const Colours &c = colours(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    if (isEnabled() && (underMouse() || isDown())) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(isDown() ? c.selection : c.selectionIdle);
        painter.drawRoundedRect(box, radius, radius);
    }
    if (hasFocus()) {
        painter.setPen(c.accent);
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(box, radius, radius);
    }
    painter.setPen(!isEnabled() ? c.faint : m_accented ? c.accent : c.ink);
    painter.drawText(rect().adjusted(padding, 0, -padding, 0),
                     Qt::AlignLeft | Qt::AlignVCenter | Qt::TextShowMnemonic | Qt::TextSingleLine, text());
}

} // namespace paperdawn
