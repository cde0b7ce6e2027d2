// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/filterbar.h"

#include "app/domain/paperid.h"
#include "ui/elidinglabel.h"
#include "ui/theme.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>

namespace paperdawn {

using namespace Qt::StringLiterals;

namespace {

constexpr int fieldWidth = 200;
constexpr int leastFieldWidth = 96;
constexpr int leastWidthBeside = 340;
constexpr qsizetype longestPaste = 400; ///< that may name a paper

} // namespace

FilterBar::FilterBar(QWidget *parent)
    : QWidget(parent)
    , m_heading(new ElidingLabel(this))
    , m_about(new ElidingLabel(this))
    , m_field(new QLineEdit(this))
{
    setObjectName("filter-bar"_L1);
    m_field->setObjectName("filter"_L1);
    m_field->setClearButtonEnabled(true);
    m_field->setAcceptDrops(false); // a file that is dropped here is for the window, not a text
    setFocusProxy(m_field);
    m_field->setTextMargins(grid::unit, 0, 0, 0);
    m_field->setMinimumWidth(leastFieldWidth);
    m_field->installEventFilter(this);

    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(m_heading);
    words->addWidget(m_about);
    m_layout = new QBoxLayout(QBoxLayout::LeftToRight, this);
    m_layout->setContentsMargins(grid::section, grid::gap, grid::pad, grid::gap);
    m_layout->setSpacing(grid::gap);
    m_layout->addLayout(words, 3);
    m_layout->addWidget(m_field, 1);

    connect(m_field, &QLineEdit::textChanged, this, &FilterBar::textChanged);
    fit();
    retranslate();
}

void FilterBar::setHeading(const QString &list, const QString &about)
{
    m_heading->setText(list);
    m_aboutList = about;
    tellAbout();
}

void FilterBar::setMatches(int shown, int of)
{
    m_matches =
        m_field->text().trimmed().isEmpty() ? QString() : tr("%1 of %n paper(s)", nullptr, of).arg(shown);
    tellAbout();
}

void FilterBar::tellAbout()
{
    m_about->setText(m_matches.isEmpty() ? m_aboutList : m_matches);
}

QString FilterBar::text() const
{
    return m_field->text();
}

void FilterBar::clear()
{
    m_field->clear();
}

void FilterBar::focusField()
{
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

bool FilterBar::isTypedIn() const
{
    return m_field->hasFocus();
}

void FilterBar::fit()
{
    QFont strong = scaled(font(), 1.15);
    strong.setWeight(QFont::DemiBold);
    m_heading->setFont(strong);
    m_about->setFont(smaller(font()));
    QPalette muted = palette();
    muted.setColor(QPalette::WindowText, colours(palette()).muted);
    m_about->setPalette(muted);
}

void FilterBar::retranslate()
{
    setAccessibleName(tr("List and filter"));
    m_field->setPlaceholderText(tr("Filter ( / )"));
    m_field->setAccessibleName(tr("Filter"));
}

bool FilterBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_field) {
        return QWidget::eventFilter(watched, event);
    }
    if (event->type() == QEvent::FocusIn) {
        Q_EMIT focused();
    } else if (event->type() == QEvent::FocusOut) {
        QMetaObject::invokeMethod(this, &FilterBar::left, Qt::QueuedConnection); // once the focus has moved
    } else if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Down) {
            Q_EMIT leaveRequested();
            return true;
        }
        // asked for only now: the clipboard's owner may take its time
        const QString clipboard = static_cast<QKeyEvent *>(event)->matches(QKeySequence::Paste)
                                      ? QGuiApplication::clipboard()->text().trimmed()
                                      : QString();
        if (!clipboard.isEmpty() && clipboard.size() <= longestPaste && PaperId::parse(clipboard)) {
            Q_EMIT pasted(clipboard);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void FilterBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    } else if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange) {
        fit();
    }
}

void FilterBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    // beside the words while they have room, else below them
    const bool narrow = width() < beside(font(), leastWidthBeside);
    m_layout->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_field->setMaximumWidth(narrow ? QWIDGETSIZE_MAX : beside(font(), fieldWidth));
}

void FilterBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), colours(palette()).paper);
}

} // namespace paperdawn
