// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/readingpane.h"

#include "app/pdf/pdfcache.h"
#include "ui/detailpane.h"
#include "ui/dwell.h"
#include "ui/filterbar.h"
#include "ui/papertableview.h"
#include "ui/theme.h"

#include <QVBoxLayout>
#include <algorithm>

namespace paperdawn {

using namespace Qt::StringLiterals;

namespace {

constexpr int leastListWidth = 280;

/** The language titles and abstracts are translated into. */
QString readingLanguage()
{
    return u"zh-Hans"_s;
}

QString nameOf(const PaperQuery &query)
{
    if (const auto *day = std::get_if<OnDay>(&query)) {
        return day->day.toString(Qt::ISODate);
    }
    if (const auto *named = std::get_if<Named>(&query)) {
        return named->papers.isEmpty() ? QString() : named->papers.first().key();
    }
    return std::holds_alternative<InReadingList>(query) ? u"reading-list"_s : u"unread"_s;
}

ListView viewOf(const PaperQuery &query)
{
    if (std::holds_alternative<OnDay>(query)) {
        return ListView::Day;
    }
    return std::holds_alternative<StillUnread>(query) ? ListView::Unread : ListView::ReadingList;
}

} // namespace

ReadingPane::ReadingPane(Services &services, Settings &settings, QWidget *parent)
    : QSplitter(Qt::Horizontal, parent)
    , m_services(services)
    , m_settings(settings)
    , m_papers(new PaperTableModel(
          [this](const PaperQuery &query) { return asked(query); },
          [this](const PaperId &paper, Marks stored) { return m_services.decisions().over(paper, stored); },
          [this](const QList<PaperId> &papers) { return abstractsOf(papers); }, this))
    , m_detail(new DetailPane(this))
    , m_dwell(new Dwell(this))
{
    setObjectName("reading"_L1);
    setHandleWidth(1);
    setChildrenCollapsible(false);
    auto *list = new QWidget(this);
    m_filter = new FilterBar(list);
    m_table = new PaperTableView(*m_papers, list);
    auto *layout = new QVBoxLayout(list);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_filter);
    layout->addWidget(m_table, 1);
    list->setMinimumWidth(leastListWidth);
    addWidget(list);
    addWidget(m_detail);
    setStretchFactor(0, 3);
    setStretchFactor(1, 2);

    connect(&services.store(), &Store::changed, m_papers, &PaperTableModel::storeChanged);
    connect(&services.decisions(), &Decisions::marksChanged, m_papers, &PaperTableModel::marksChanged);
    connect(&services.decisions(), &Decisions::marksChanged, this, &ReadingPane::showMarks);
    m_papers->setPdfHere([this](const Paper &paper) {
        return m_services.pdfs().placeOf({paper.id, paper.version}) == PdfCache::Place::Here;
    });
    connect(&services.pdfs(), &PdfCache::changed, m_papers, &PaperTableModel::pdfsChanged);
    connect(&services.pdfs(), &PdfCache::changed, this, &ReadingPane::showPdf);
    connect(m_papers, &PaperTableModel::listChanged, this, [this] {
        m_filter->setMatches(m_papers->shownCount(), m_papers->total());
        Q_EMIT listChanged();
    });
    connect(m_dwell, &Dwell::readEnough, this,
            [this](const PaperId &paper) { m_services.decisions().markRead(paper); });
    connect(&settings, &Settings::changed, this, &ReadingPane::applySettings);
    connectTable();
    connectDetail();
    applySettings();
}

void ReadingPane::connectTable()
{
    connect(m_filter, &FilterBar::textChanged, m_papers, &PaperTableModel::setFilter);
    connect(m_filter, &FilterBar::focused, m_dwell, &Dwell::lookAway);
    connect(m_filter, &FilterBar::left, this, &ReadingPane::look);
    connect(m_filter, &FilterBar::leaveRequested, this, [this] {
        m_papers->finishFiltering();
        m_table->setFocus();
        if (!m_table->currentPaper()) {
            m_table->goTo(0);
        }
    });
    connect(m_table, &PaperTableView::currentPaperChanged, this, &ReadingPane::showCurrent);
    connect(m_table, &PaperTableView::sortRequested, this, &ReadingPane::sortByColumn);
    connect(m_table, &PaperTableView::starClicked, this, &ReadingPane::toggleStar);
    connect(m_table, &PaperTableView::paperActivated, this, &ReadingPane::requestPdf);
    // what is current may have learned something: an import that named the same paper
    connect(m_papers, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex &first, const QModelIndex &last) {
                const int row = m_table->currentIndex().row();
                if (row >= first.row() && row <= last.row()) {
                    showCurrent();
                }
            });
}

void ReadingPane::connectDetail()
{
    connect(m_detail, &DetailPane::starToggled, this, [this] {
        if (m_shown) {
            toggleStar(m_shown->id);
        }
    });
    connect(m_detail, &DetailPane::linkActivated, this, &ReadingPane::linkActivated);
    connect(m_detail, &DetailPane::pdfRequested, this, &ReadingPane::requestPdf);
    connect(m_detail, &DetailPane::pageRequested, this, &ReadingPane::requestPage);
}

void ReadingPane::applySettings()
{
    m_table->setDensity(m_settings.density());
    m_papers->setTitles(m_settings.titleLanguage());
    m_table->setTitles(m_settings.titleLanguage());
    m_detail->setMode(m_settings.titleLanguage());
    m_dwell->setTime(m_settings.dwell());
}

/** What the library answers; of the unread without those whose read mark is only on its way to it. */
Result<QList<Paper>> ReadingPane::asked(const PaperQuery &query) const
{
    auto papers = m_services.library().papers(query, readingLanguage());
    if (const auto *unread = std::get_if<StillUnread>(&query); unread && papers) {
        papers->removeIf([&](const Paper &paper) {
            return !unread->keeping.contains(paper.id) &&
                   m_services.decisions().over(paper.id, {paper.starred, paper.read}).read;
        });
    }
    return papers;
}

QHash<PaperId, Abstracts> ReadingPane::abstractsOf(const QList<PaperId> &papers) const
{
    QHash<PaperId, Abstracts> abstracts;
    const auto known = m_services.library().details(papers);
    for (const PaperDetails &paper : known ? *known : QList<PaperDetails>()) {
        const Translation *translation = bestTranslation(paper.translations, readingLanguage());
        abstracts.insert(paper.id, {paper.abstract, translation ? translation->abstract : QString()});
    }
    return abstracts;
}

void ReadingPane::showList(const PaperQuery &query)
{
    if (m_papers->query() && m_table->currentPaper()) {
        m_places.insert(nameOf(*m_papers->query()), *m_table->currentPaper());
    }
    m_filter->clear();
    m_table->leaveList();
    m_papers->show(query);
    m_table->columns().showList(viewOf(query));
    if (m_papers->error()) {
        Q_EMIT failed(*m_papers->error());
    }
    const auto left = m_places.constFind(nameOf(query));
    const bool found = left != m_places.constEnd() && goTo(*left);
    if (!found && !m_table->goToNextUnread()) {
        m_table->goTo(0);
    }
    showCurrent();
}

bool ReadingPane::goTo(const PaperId &paper)
{
    return m_table->goTo(m_papers->rowOf(paper));
}

void ReadingPane::showCurrent()
{
    const auto current = m_table->currentPaper();
    if (!current) {
        m_shown.reset();
        m_detail->clear();
        m_dwell->lookAway();
        Q_EMIT currentPaperChanged();
        return;
    }
    const Paper &row = m_papers->paper(m_table->currentIndex().row());
    const auto details = m_services.library().details(*current, row.day);
    if (!details) {
        m_shown.reset();
        m_detail->clear();
        Q_EMIT failed(details.error());
        return;
    }
    const bool another = !m_shown || m_shown->id != details->id;
    if (m_shown != *details) { // the same again would lose the place in a long abstract
        m_shown = *details;
        m_detail->show(*details, {row.starred, row.read}, m_settings.titleLanguage(), row.kind);
    }
    showPdf();
    if (another) {
        look();
        Q_EMIT currentPaperChanged();
    }
}

void ReadingPane::showMarks()
{
    if (m_shown) {
        m_detail->setMarks(m_services.decisions().marks(m_shown->id));
    }
}

void ReadingPane::showPdf()
{
    if (m_shown) {
        const bool isElsewhere = !m_shown->pdfUrl.isNull();
        m_detail->setPdf(isElsewhere
                             ? std::nullopt
                             : std::optional(m_services.pdfs().placeOf({m_shown->id, m_shown->version})));
    }
}

void ReadingPane::look()
{
    // who types a filter looks at the field: what comes first meanwhile was not read
    if (m_lookedAt && m_shown && !m_filter->isTypedIn()) {
        m_dwell->lookAt(m_shown->id);
    } else {
        m_dwell->lookAway();
    }
}

void ReadingPane::setLookedAt(bool looked)
{
    if (looked != m_lookedAt) {
        m_lookedAt = looked;
        look();
    }
}

void ReadingPane::readOn()
{
    if (m_detail->pageDown()) {
        return;
    }
    if (const auto current = m_table->currentPaper()) {
        m_services.decisions().markRead(*current);
    }
    m_table->goBy(1);
}

void ReadingPane::nextUnread()
{
    if (const auto current = m_table->currentPaper()) {
        m_services.decisions().markRead(*current);
    }
    m_table->goToNextUnread();
}

void ReadingPane::toggleStar(const PaperId &paper)
{
    const bool starred = m_services.decisions().marks(paper).starred;
    m_services.decisions().decide({paper}, starred ? Decide::Unstar : Decide::Star);
}

void ReadingPane::star()
{
    const QList<PaperId> papers = m_table->selectedPapers();
    Decisions &decisions = m_services.decisions();
    const auto marks =
        decisions.marks(papers).value_or(QHash<PaperId, Marks>()); // else decide() says why not
    const bool allStarred = std::all_of(marks.begin(), marks.end(), [](Marks now) { return now.starred; });
    decisions.decide(papers, allStarred ? Decide::Unstar : Decide::Star);
    if (papers.size() == 1 && !allStarred) { // taking a star back is no step through the list
        decisions.markRead(papers.first());
        m_table->goBy(1);
    }
}

void ReadingPane::toggleRead()
{
    const QList<PaperId> papers = m_table->selectedPapers();
    Decisions &decisions = m_services.decisions();
    const auto marks = decisions.marks(papers).value_or(QHash<PaperId, Marks>());
    const bool allUnread = std::none_of(marks.begin(), marks.end(), [](Marks now) { return now.read; });
    m_dwell->lookAway(); // what was just said counts for more than how long it is looked at
    decisions.decide(papers, allUnread ? Decide::Read : Decide::Unread);
}

void ReadingPane::markAbove()
{
    m_services.decisions().decide(m_table->papersDownToCurrent(), Decide::Read);
}

void ReadingPane::peekOriginal(bool held)
{
    m_table->setTitles(held ? TitleLanguage::Original : m_settings.titleLanguage());
    m_detail->peekOriginal(held);
}

void ReadingPane::sortBy(PaperTableModel::Order order, Qt::SortOrder direction)
{
    m_papers->setOrder(order, direction);
    m_table->showOrder();
    m_table->scrollTo(m_table->currentIndex());
}

void ReadingPane::sortByColumn(int column)
{
    const auto order = column == PaperTableModel::Title     ? PaperTableModel::Order::Title
                       : column == PaperTableModel::Authors ? PaperTableModel::Order::Author
                       : column == PaperTableModel::Date    ? PaperTableModel::Order::Date
                                                            : PaperTableModel::Order::List;
    if (order != m_papers->order()) {
        sortBy(order);
    } else if (m_papers->direction() == Qt::AscendingOrder) {
        sortBy(order, Qt::DescendingOrder);
    } else { // a third click leads back to the list's own order
        sortBy(PaperTableModel::Order::List);
    }
}

bool ReadingPane::clearFilter()
{
    if (m_filter->text().isEmpty()) {
        return false;
    }
    m_filter->clear();
    m_table->setFocus();
    return true;
}

void ReadingPane::requestPdf()
{
    if (m_shown) {
        Q_EMIT pdfRequested(*m_shown);
    }
}

void ReadingPane::requestPage()
{
    if (m_shown) {
        Q_EMIT linkActivated(m_shown->id.absUrl(m_shown->version));
    }
}

} // namespace paperdawn
