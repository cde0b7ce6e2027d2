// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wrappedlabel.h"

#include <QEvent>
#include <algorithm>

namespace paperdawn {

WrappedLabel::WrappedLabel(QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
}

void WrappedLabel::setText(const QString &text)
{
    QLabel::setText(text);
    takeHeight();
}

void WrappedLabel::takeHeight()
{
    setMinimumHeight(0); // else it is the least answer of the next line
    if (m_hasWidth) {    // else it would be many lines, and the window higher than the screen
        setMinimumHeight(std::max(0, heightForWidth(width())));
    }
}

void WrappedLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        takeHeight();
    }
}

void WrappedLabel::resizeEvent(QResizeEvent *event)
{
    QLabel::resizeEvent(event);
    m_hasWidth = true;
    takeHeight();
}

} // namespace paperdawn
