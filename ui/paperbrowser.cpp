// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paperbrowser.h"

#include "ui/link.h"
#include "ui/paperdocument.h"

#include <QAbstractTextDocumentLayout>
#include <QHelpEvent>
#include <QMimeData>
#include <QScrollBar>
#include <QStyle>
#include <QToolTip>

namespace paperdawn {

using namespace Qt::StringLiterals;

namespace {

constexpr int emsPerLine = 38; ///< of Chinese characters; about twice as many Latin letters
constexpr qsizetype longestToolTip = 200;

} // namespace

PaperBrowser::PaperBrowser(QWidget *parent)
    : QTextBrowser(parent)
{
    setOpenLinks(false);
    setOpenExternalLinks(false);
    setUndoRedoEnabled(false);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setLineWrapMode(QTextEdit::FixedPixelWidth);
    // letters are commands here: an input method must not turn them into a composition
    setAttribute(Qt::WA_InputMethodEnabled, false);
    viewport()->setAttribute(Qt::WA_InputMethodEnabled, false);
}

PaperBrowser::~PaperBrowser()
{
    setDocument(nullptr); // ours goes before the base class does
}

void PaperBrowser::setPaper(std::unique_ptr<QTextDocument> document)
{
    document->setParent(this); // it asks its parent for resources: loadResource() has none
    setDocument(document.get());
    document.swap(m_document);
    verticalScrollBar()->setValue(0);
}

bool PaperBrowser::pageDown()
{
    document()->documentLayout()->documentSize(); // lays out what was not seen yet, so that the end is known
    QScrollBar *bar = verticalScrollBar();
    if (bar->value() >= bar->maximum()) {
        return false;
    }
    bar->setValue(bar->value() + std::max(1, viewport()->height() - 2 * fontMetrics().lineSpacing()));
    return true;
}

QVariant PaperBrowser::loadResource(int, const QUrl &)
{
    return {};
}

QMimeData *PaperBrowser::createMimeDataFromSelection() const
{
    const QTextCursor cursor = textCursor();
    auto *copied = new QMimeData;
    copied->setText(textWithTex(*document(), cursor.selectionStart(), cursor.selectionEnd()));
    return copied;
}

void PaperBrowser::measure()
{
    const int margins = int(2 * document()->documentMargin());
    const int measure = emsPerLine * QFontInfo(font()).pixelSize() + margins;
    // room for the scroll bar is always left, so that its coming does not move the text
    const int room = width() - style()->pixelMetric(QStyle::PM_ScrollBarExtent, nullptr, this);
    setLineWrapColumnOrWidth(std::max(1, std::min(measure, room)));
}

void PaperBrowser::changeEvent(QEvent *event)
{
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        measure();
    }
}

void PaperBrowser::resizeEvent(QResizeEvent *event)
{
    measure();
    QTextBrowser::resizeEvent(event);
}

bool PaperBrowser::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const QUrl url(anchorAt(help->pos()), QUrl::StrictMode);
        // ASCII with every sign of markup encoded, so never taken for rich text
        const QString text = isOpenable(url) ? honestAddress(url) : QString();
        QToolTip::showText(help->globalPos(), text.left(longestToolTip), viewport());
        return true;
    }
    return QTextBrowser::viewportEvent(event);
}

void PaperBrowser::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers().testFlag(Qt::ControlModifier)) {
        event->ignore(); // the size of text is the window's affair, not that of one pane
        return;
    }
    QTextBrowser::wheelEvent(event);
}

} // namespace paperdawn
