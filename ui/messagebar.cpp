// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messagebar.h"

#include "app/base/log.h"
#include "ui/report.h"
#include "ui/textbutton.h"
#include "ui/theme.h"

#include <QAccessibleWidget>
#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <utility>

namespace paperdawn {

using namespace Qt::StringLiterals;

namespace {

constexpr int warningMark = 4; ///< width of the bar at the left edge

/** A widget's own role can only be told by a factory. */
QAccessibleInterface *alertOf(const QString &className, QObject *object)
{
    auto *bar = className == QLatin1StringView(MessageBar::staticMetaObject.className())
                    ? qobject_cast<MessageBar *>(object)
                    : nullptr;
    return bar ? new QAccessibleWidget(bar, QAccessible::AlertMessage) : nullptr;
}

} // namespace

MessageBar::MessageBar(QWidget *parent)
    : QFrame(parent)
    , m_text(new QLabel)
    , m_action(new TextButton)
    , m_details(new TextButton)
    , m_close(new TextButton)
{
    QAccessible::installFactory(alertOf); // installing it twice is installing it once
    setObjectName("messageBar"_L1);
    hide();

    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setFocusPolicy(Qt::NoFocus);
    m_text->setObjectName("messageText"_L1);
    m_action->setAccented(true);
    m_action->setObjectName("messageAction"_L1);
    m_details->setObjectName("messageDetails"_L1);
    m_close->setText(u"×"_s);
    m_close->setObjectName("messageClose"_L1);
    setSizePolicy(QSizePolicy::Preferred,
                  QSizePolicy::Minimum); // a wrapped sentence needs more than its hint

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(grid::pad + warningMark, grid::unit, grid::gap, grid::unit);
    row->setSpacing(grid::unit);
    row->addWidget(m_text, 1);
    row->addWidget(m_action);
    row->addWidget(m_details);
    row->addWidget(m_close);

    connect(m_action, &TextButton::clicked, this, &MessageBar::act);
    connect(m_details, &TextButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(reportOf(m_text->text())); });
    connect(m_close, &TextButton::clicked, this, &MessageBar::clear);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *old, QWidget *now) {
        if (now && isAncestorOf(now) && old && !isAncestorOf(old)) {
            m_cameFrom = old;
        }
    });
    retranslate();
}

void MessageBar::say(const QString &text, const QString &actionText, std::function<void()> action)
{
    tell(Tone::Plain, text, actionText, std::move(action));
}

void MessageBar::warn(const QString &text, const QString &actionText, std::function<void()> action)
{
    if (!text.isEmpty()) {
        qCWarning(logUi).noquote() << text;
    }
    tell(Tone::Warning, text, actionText, std::move(action));
}

void MessageBar::tell(Tone tone, const QString &text, const QString &actionText, std::function<void()> action)
{
    if (text.isEmpty()) {
        clear();
        return;
    }
    const QWidget *had = m_action->hasFocus() ? m_action : m_details->hasFocus() ? m_details : nullptr;
    m_tone = tone;
    m_deed = std::move(action);
    m_text->setText(text);
    m_action->setText(actionText);
    m_action->setVisible(!actionText.isEmpty() && m_deed);
    m_details->setVisible(tone == Tone::Warning);
    if (had && !had->isVisible() && m_cameFrom) {
        m_cameFrom->setFocus(Qt::OtherFocusReason);
    }
    retranslate();
    show();
    update();
    for (const auto what : {QAccessible::NameChanged, QAccessible::Alert}) {
        QAccessibleEvent event(this, what);
        QAccessible::updateAccessibility(&event);
    }
}

void MessageBar::clear()
{
    if (isAncestorOf(QApplication::focusWidget()) && m_cameFrom) {
        m_cameFrom->setFocus(Qt::OtherFocusReason);
    }
    hide();
    m_text->clear();
    m_deed = {};
}

QString MessageBar::text() const
{
    return m_text->text();
}

void MessageBar::act()
{
    const auto deed = std::exchange(m_deed, {});
    clear();
    if (deed) {
        deed(); // last: it may say something new
    }
}

void MessageBar::retranslate()
{
    //: Of what went wrong, for a report
    m_details->setText(tr("Copy details"));
    m_close->setToolTip(tr("Close this message (Esc)"));
    m_close->setAccessibleName(tr("Close this message"));
    //: Spoken by a screen reader. %1 is a whole sentence.
    setAccessibleName(m_tone == Tone::Warning ? tr("Warning: %1").arg(m_text->text()) : m_text->text());
}

void MessageBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QFrame::changeEvent(event);
}

void MessageBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        clear();
        return;
    }
    QFrame::keyPressEvent(event);
}

void MessageBar::paintEvent(QPaintEvent *)
{
    const Colours &c = colours(palette());
    QPainter painter(this);
    painter.fillRect(rect(), c.selectionIdle);
    painter.fillRect(0, 0, width(), 1, c.line);
    if (m_tone == Tone::Warning) {
        painter.fillRect(0, 0, warningMark, height(), c.warn);
    }
}

} // namespace paperdawn
