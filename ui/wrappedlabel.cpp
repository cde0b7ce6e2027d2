// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wrappedlabel.h"

#include <QEvent>
#include <QResizeEvent>
#include <algorithm>

namespace paperdawn {

WrappedLabel::WrappedLabel(QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &WrappedLabel::takeHeight);
}

void WrappedLabel::setText(const QString &text)
{
    QLabel::setText(text);
    takeHeightSoon();
}

/**
 * Once all is arranged: a page that is only about to be shown is as narrow as it was made, and text that
 * insists on its height there makes the window higher than the screen.
 */
void WrappedLabel::takeHeightSoon()
{
    setMinimumHeight(0);
    if (isVisible()) {
        m_soon.start(0);
    }
}

void WrappedLabel::takeHeight()
{
    setMinimumHeight(0); // else it is the least answer of the next line
    setMinimumHeight(std::max(0, heightForWidth(width())));
}

void WrappedLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        takeHeightSoon();
    }
}

void WrappedLabel::resizeEvent(QResizeEvent *event)
{
    QLabel::resizeEvent(event);
    if (event->size().width() != event->oldSize().width()) {
        takeHeightSoon();
    }
}

void WrappedLabel::showEvent(QShowEvent *event)
{
    QLabel::showEvent(event);
    takeHeightSoon();
}

} // namespace paperdawn
