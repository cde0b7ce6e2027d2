// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/elidinglabel.h"

#include <QHelpEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

namespace paperdawn {

using namespace Qt::StringLiterals;

ElidingLabel::ElidingLabel(QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
}

void ElidingLabel::setDetails(const QString &lines)
{
    m_details = lines;
    setAccessibleDescription(lines);
}

QSize ElidingLabel::minimumSizeHint() const
{
    return {0, QLabel::minimumSizeHint().height()};
}

bool ElidingLabel::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip) {
        return QLabel::event(event);
    }
    const bool isCut = fontMetrics().horizontalAdvance(text()) > contentsRect().width();
    QStringList lines{isCut ? text() : QString(), m_details};
    lines.removeAll(QString());
    const QString words = lines.join(u'\n').toHtmlEscaped().replace(u'\n', u"<br>"_s);
    QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(),
                       words.isEmpty() ? QString() : u"<qt>"_s + words + u"</qt>"_s, this);
    return true;
}

void ElidingLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QString line = fontMetrics().elidedText(text(), Qt::ElideRight, contentsRect().width());
    style()->drawItemText(&painter, contentsRect(), int(alignment()) | Qt::TextSingleLine, palette(),
                          isEnabled(), line, foregroundRole());
}

} // namespace paperdawn
