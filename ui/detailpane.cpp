// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detailpane.h"

#include "ui/link.h"
#include "ui/paperbrowser.h"
#include "ui/paperdocument.h"
#include "ui/textbutton.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QScrollBar>
#include <QVBoxLayout>

namespace paperdawn {

using namespace Qt::StringLiterals;

namespace {

TextButton *buttonNamed(QLatin1StringView name)
{
    auto *button = new TextButton;
    button->setObjectName(name);
    return button;
}

/** The same in every language. */
QString pdfWord(const QString &sign = {})
{
    return sign.isNull() ? u"PDF"_s : u"PDF "_s + sign;
}

} // namespace

DetailPane::DetailPane(QWidget *parent)
    : QWidget(parent)
    , m_star(buttonNamed("star"_L1))
    , m_pdf(buttonNamed("pdf"_L1))
    , m_page(buttonNamed("page"_L1))
    , m_bibtex(buttonNamed("copyBibtex"_L1))
    , m_browser(new PaperBrowser)
{
    setObjectName("detailPane"_L1);
    setAttribute(Qt::WA_InputMethodEnabled, false);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    setFocusProxy(m_browser);
    m_browser->setObjectName("paper"_L1);

    auto *row = new QHBoxLayout;
    // the words of the buttons stand above the words of the paper
    row->setContentsMargins(grid::section - TextButton::padding, grid::unit, grid::gap, 0);
    row->setSpacing(0);
    for (TextButton *button : {m_star, m_pdf, m_page, m_bibtex}) {
        row->addWidget(button);
    }
    row->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(row);
    column->addWidget(m_browser, 1);

    connect(m_star, &TextButton::clicked, this, &DetailPane::starToggled);
    connect(m_pdf, &TextButton::clicked, this, &DetailPane::pdfRequested);
    connect(m_page, &TextButton::clicked, this, &DetailPane::pageRequested);
    connect(m_bibtex, &TextButton::clicked, this, &DetailPane::bibtexRequested);
    connect(m_browser, &QTextBrowser::anchorClicked, this, &DetailPane::activate);
    retranslate();
    clear();
}

QList<QWidget *> DetailPane::stops() const
{
    return {m_star, m_pdf, m_page, m_bibtex, m_browser};
}

void DetailPane::show(const PaperDetails &details, const Marks &marks, TitleLanguage mode, Kind kind)
{
    const bool same = m_paper == details && m_mode == mode && m_kind == kind && !m_peeking;
    const bool samePaper = m_paper && m_paper->id == details.id;
    m_kind = kind;
    m_mode = mode;
    m_paper = details;
    if (!samePaper) {
        m_allText = m_allAuthors = m_peeking = false;
    }
    if (!same) {
        const int scrolled = samePaper ? m_browser->verticalScrollBar()->value() : 0;
        rebuild();
        m_browser->verticalScrollBar()->setValue(scrolled);
    }
    setMarks(marks);
}

void DetailPane::setMarks(const Marks &marks)
{
    m_starred = marks.starred;
    m_star->setText(m_starred ? tr("★ Starred") : tr("☆ Star"));
    m_star->setAccented(m_starred);
    //: Spoken for the button with the star, by its state
    m_star->setAccessibleName(m_starred ? tr("Starred; take the star back") : tr("Star"));
}

void DetailPane::setPdf(std::optional<PdfCache::Place> place)
{
    if (m_pdfPlace != place) {
        m_pdfPlace = place;
        enablePdf();
        showPdfPlace();
    }
}

/** The word alone opens at once; a sign behind it says what comes first. */
void DetailPane::showPdfPlace()
{
    if (!m_pdfPlace) {
        m_pdf->setText(pdfWord(u"↗"_s));
        m_pdf->setAccessibleName(tr("Open the PDF in the browser"));
        return;
    }
    switch (*m_pdfPlace) {
    case PdfCache::Place::Absent:
        m_pdf->setText(pdfWord(u"↓"_s));
        m_pdf->setAccessibleName(tr("Get the PDF and open it"));
        break;
    case PdfCache::Place::Coming:
        m_pdf->setText(pdfWord(u"…"_s));
        m_pdf->setAccessibleName(tr("The PDF is on its way"));
        break;
    case PdfCache::Place::Here:
        m_pdf->setText(pdfWord());
        m_pdf->setAccessibleName(tr("Open the PDF; it is on this computer"));
        break;
    }
}

void DetailPane::clear()
{
    m_paper.reset();
    m_peeking = false;
    rebuild();
    setMarks({});
}

void DetailPane::setMode(TitleLanguage mode)
{
    if (m_mode != mode) {
        m_mode = mode;
        rebuild();
    }
}

void DetailPane::peekOriginal(bool held)
{
    if (!m_paper || m_peeking == held) {
        return;
    }
    m_peeking = held;
    if (held) {
        m_scrolledBeforePeek = m_browser->verticalScrollBar()->value();
    }
    rebuild();
    if (!held) {
        m_browser->verticalScrollBar()->setValue(m_scrolledBeforePeek);
    }
}

bool DetailPane::pageDown()
{
    return m_paper && m_browser->pageDown();
}

QString DetailPane::plainText() const
{
    const QTextDocument *document = m_browser->document();
    return textWithTex(*document, 0, document->characterCount() - 1);
}

PaperLook DetailPane::look() const
{
    return {m_peeking ? TitleLanguage::Original : m_mode, font(), colours(palette()), m_allText,
            m_allAuthors};
}

void DetailPane::rebuild()
{
    m_browser->setPaper(m_paper ? paperDocument(*m_paper, m_kind, look())
                                : emptyDocument(tr("Choose a paper to read its abstract here."), look()));
    const bool invented = m_paper && m_paper->flags.testFlag(PaperFlag::Sample); // has no page anywhere
    m_star->setEnabled(m_paper.has_value());
    enablePdf();
    m_page->setEnabled(m_paper && !invented);
    m_bibtex->setEnabled(m_paper && !invented);
    m_browser->setAccessibleDescription(plainText());
}

/** Of an invented paper there is none to be had. */
void DetailPane::enablePdf()
{
    const bool invented = m_paper && m_paper->flags.testFlag(PaperFlag::Sample);
    m_pdf->setEnabled(m_paper && (!invented || m_pdfPlace != PdfCache::Place::Absent));
}

void DetailPane::activate(const QUrl &url)
{
    if (url.toString() == allTextLink || url.toString() == allAuthorsLink) {
        (url.toString() == allTextLink ? m_allText : m_allAuthors) = true;
        const int scrolled = m_browser->verticalScrollBar()->value();
        rebuild();
        m_browser->verticalScrollBar()->setValue(scrolled);
    } else if (isOpenable(url)) {
        Q_EMIT linkActivated(url);
    }
}

void DetailPane::retranslate()
{
    setAccessibleName(tr("Details"));
    m_browser->setAccessibleName(tr("Paper"));
    m_pdf->reserve({pdfWord(u"↗"_s), pdfWord(u"↓"_s), pdfWord(u"…"_s)});
    showPdfPlace();
    m_page->setText(tr("Abstract page"));
    //: Copies the reference of the paper
    m_bibtex->setText(tr("BibTeX"));
    m_page->setAccessibleName(tr("Open the abstract page"));
    m_bibtex->setAccessibleName(tr("Copy BibTeX"));
    m_star->reserve({tr("★ Starred"), tr("☆ Star")});
    setMarks({m_starred, false});
}

void DetailPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    switch (event->type()) {
    case QEvent::LanguageChange:
    case QEvent::FontChange:
    case QEvent::StyleChange:
        retranslate();
        [[fallthrough]];
    case QEvent::PaletteChange: {
        const int scrolled = m_browser->verticalScrollBar()->value();
        rebuild();
        m_browser->verticalScrollBar()->setValue(scrolled);
        break;
    }
    default:
        break;
    }
}

} // namespace paperdawn
