// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/checkedline.h"

#include "ui/theme.h"
#include "ui/wrappedlabel.h"

#include <QAccessible>
#include <QEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QVBoxLayout>

namespace paperdawn {

CheckedLine::CheckedLine(const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_line(new QLineEdit)
    , m_sentence(new WrappedLabel)
{
    m_line->setObjectName(name);
    m_sentence->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(grid::unit);
    column->addWidget(m_line);
    column->addWidget(m_sentence);
    setFocusProxy(m_line);
    restyle();
    connect(m_line, &QLineEdit::editingFinished, this, &CheckedLine::entered);
}

void CheckedLine::setSpokenName(const QString &name)
{
    m_line->setAccessibleName(name);
}

void CheckedLine::setText(const QString &text)
{
    m_line->setText(text);
}

QString CheckedLine::text() const
{
    return m_line->text().trimmed();
}

QString CheckedLine::typed() const
{
    return m_line->text();
}

void CheckedLine::setPlaceholder(const QString &text)
{
    m_line->setPlaceholderText(text);
}

void CheckedLine::setSecret()
{
    m_line->setEchoMode(QLineEdit::Password);
}

void CheckedLine::say(const QString &sentence)
{
    if (sentence == m_sentence->text()) {
        return;
    }
    m_sentence->setText(sentence);
    m_sentence->setVisible(!sentence.isEmpty());
    m_line->setAccessibleDescription(sentence);
    if (!sentence.isEmpty()) {
        QAccessibleEvent alert(m_sentence, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
}

/** Return is for the line, not for the button of the dialog. */
void CheckedLine::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter) {
        QWidget::keyPressEvent(event);
    }
}

void CheckedLine::restyle()
{
    QPalette inked = palette();
    inked.setColor(QPalette::WindowText, colours(inked).warn);
    m_sentence->setPalette(inked);
}

void CheckedLine::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        restyle();
    }
}

} // namespace paperdawn
