// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/papertableview.h"

#include "ui/quietheader.h"
#include "ui/theme.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QVBoxLayout>

namespace paperdawn {

using namespace Qt::StringLiterals;

namespace {

using Model = PaperTableModel;

QLabel *plainLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setAlignment(Qt::AlignHCenter);
    label->setWordWrap(true);
    return label;
}

} // namespace

PaperTableView::PaperTableView(PaperTableModel &papers, QWidget *parent)
    : QTableView(parent)
    , m_papers(papers)
    , m_delegate(new PaperDelegate(this))
{
    setObjectName("papers"_L1);
    setAttribute(Qt::WA_InputMethodEnabled, false);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setCornerButtonEnabled(false);
    setTabKeyNavigation(false);
    setMouseTracking(true);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setItemDelegate(m_delegate);

    auto *header = new QuietHeader(QuietHeader::Line::Below, this);
    header->setSectionsClickable(true);
    setHorizontalHeader(header);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);

    setModel(&papers);
    m_columns = new PaperColumns(*header);
    connect(m_columns, &PaperColumns::changed, this, &PaperTableView::fitColumns);
    connect(header, &QHeaderView::sectionClicked, this, &PaperTableView::sortRequested);
    connect(this, &QTableView::doubleClicked, this, [this](const QModelIndex &at) {
        if (at.column() > Model::Star && m_papers.isPaper(at.row())) {
            Q_EMIT paperActivated();
        }
    });

    connect(&papers, &QAbstractItemModel::modelAboutToBeReset, this, &PaperTableView::rememberSelection);
    connect(&papers, &QAbstractItemModel::modelReset, this, [this] {
        fitHeads();
        restoreSelection();
    });
    connect(&papers, &QAbstractItemModel::layoutChanged, this, &PaperTableView::fitHeads);
    for (const auto about :
         {&QAbstractItemModel::rowsAboutToBeInserted, &QAbstractItemModel::rowsAboutToBeRemoved}) {
        connect(&papers, about, this, &PaperTableView::rememberPlace);
    }
    connect(&papers, &QAbstractItemModel::rowsInserted, this, [this] {
        fitHeads();
        restorePlace();
    });
    connect(&papers, &QAbstractItemModel::rowsRemoved, this, [this] {
        fitHeads();
        restorePlace();
        if (currentIndex().isValid() && !selectionModel()->hasSelection()) {
            selectRow(
                currentIndex().row()); // the selected rows are gone: what is current is what commands act on
        }
    });
    connect(&papers, &PaperTableModel::listChanged, this, &PaperTableView::showEmptyText);
    connect(&papers, &PaperTableModel::listChanged, this, &PaperTableView::fitColumns);

    m_empty = new QWidget(viewport());
    m_emptyWhat = plainLabel(m_empty);
    m_emptyNext = plainLabel(m_empty);
    auto *layout = new QVBoxLayout(m_empty);
    layout->setContentsMargins(grid::wide, grid::wide, grid::wide, grid::wide);
    layout->setSpacing(grid::unit);
    layout->addStretch(2);
    layout->addWidget(m_emptyWhat);
    layout->addWidget(m_emptyNext);
    layout->addStretch(3);
    m_empty->hide();

    fitRows();
    retranslate();
}

void PaperTableView::retranslate()
{
    setAccessibleName(tr("Papers"));
}

int PaperTableView::rowHeight() const
{
    return PaperDelegate::rowHeight(m_delegate->density(), font());
}

void PaperTableView::setDensity(Density density)
{
    m_delegate->setDensity(density);
    fitRows();
    fitColumns();
    viewport()->update();
}

void PaperTableView::setTitles(TitleLanguage titles)
{
    if (titles != m_delegate->titles()) {
        m_delegate->setTitles(titles);
        viewport()->update();
    }
}

void PaperTableView::fitRows()
{
    const auto topPaper = indexAt(QPoint(0, 0));
    verticalHeader()->setMinimumSectionSize(PaperDelegate::headHeight(font()));
    verticalHeader()->setDefaultSectionSize(rowHeight());
    verticalScrollBar()->setSingleStep(rowHeight());
    fitHeads();
    m_emptyNext->setFont(smaller(font()));
    if (currentIndex().isValid()) {
        scrollTo(currentIndex());
    } else if (topPaper.isValid()) {
        scrollTo(topPaper, PositionAtTop);
    }
}

void PaperTableView::fitColumns()
{
    m_columns->setKindsDiffer(m_papers.hasKinds() && !m_papers.isGrouped());
    m_columns->fit(viewport()->width(), font(), m_delegate->density());
}

/** What heads a group is as high as a compact row, whatever the papers are. */
void PaperTableView::fitHeads()
{
    QHeaderView &rows = *verticalHeader();
    const int head = PaperDelegate::headHeight(font());
    if (m_papers.isGrouped() || m_headsFitted) {
        for (int row = 0; row < m_papers.rowCount(); ++row) {
            const int height = m_papers.isPaper(row) ? rowHeight() : head;
            if (rows.sectionSize(row) != height) {
                rows.resizeSection(row, height);
            }
        }
    }
    m_headsFitted = m_papers.isGrouped();
}

std::optional<PaperId> PaperTableView::currentPaper() const
{
    const QModelIndex at = currentIndex();
    return at.isValid() && m_papers.isPaper(at.row()) ? std::optional(m_papers.paper(at.row()).id)
                                                      : std::nullopt;
}

QList<PaperId> PaperTableView::selectedPapers() const
{
    QList<int> rows;
    for (const QModelIndex &at : selectionModel()->selectedRows()) {
        rows += at.row();
    }
    if (rows.isEmpty() && currentIndex().isValid()) {
        rows += currentIndex().row();
    }
    rows.removeIf([this](int row) { return !m_papers.isPaper(row); });
    std::sort(rows.begin(), rows.end());
    QList<PaperId> papers;
    for (const int row : std::as_const(rows)) {
        papers += m_papers.paper(row).id;
    }
    return papers;
}

QList<PaperId> PaperTableView::papersDownToCurrent() const
{
    QList<PaperId> papers;
    for (int row = 0; row <= currentIndex().row(); ++row) {
        if (m_papers.isPaper(row)) {
            papers += m_papers.paper(row).id;
        }
    }
    return papers;
}

bool PaperTableView::goTo(int row)
{
    if (row < 0 || row >= m_papers.rowCount()) {
        return false;
    }
    row = nearestPaper(row, 1);
    if (row < 0) {
        return false;
    }
    const QModelIndex at = m_papers.index(row, Model::Title);
    selectionModel()->setCurrentIndex(at, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    // the row after the next must not come as a surprise
    scrollTo(m_papers.index(std::max(row - 1, 0), Model::Title));
    scrollTo(m_papers.index(std::min(row + 1, m_papers.rowCount() - 1), Model::Title));
    scrollTo(at);
    return true;
}

bool PaperTableView::goBy(int rows)
{
    const int last = m_papers.rowCount() - 1;
    if (last < 0) {
        return false;
    }
    const QModelIndex at = currentIndex();
    const int from = at.isValid() ? at.row() : (rows > 0 ? -1 : last + 1);
    const int to = nearestPaper(std::clamp(from + rows, 0, last), rows > 0 ? 1 : -1);
    return to >= 0 && to != from && goTo(to);
}

/** In that direction, else in the other; -1 where the list has no paper. */
int PaperTableView::nearestPaper(int row, int step) const
{
    const int ahead = m_papers.nearestPaper(row, step);
    return ahead >= 0 ? ahead : m_papers.nearestPaper(row, -step);
}

bool PaperTableView::goToNextUnread()
{
    const int count = m_papers.rowCount();
    const int from = currentIndex().isValid() ? currentIndex().row() : -1;
    for (int step = 1; step <= count; ++step) {
        const int row = (from + step + count) % count;
        if (row != from && m_papers.isPaper(row) && !m_papers.paper(row).read) {
            return goTo(row);
        }
    }
    return false;
}

void PaperTableView::extendBy(int rows)
{
    const QModelIndex at = currentIndex();
    const int to = m_papers.nearestPaper(at.row() + rows, rows > 0 ? 1 : -1);
    if (!at.isValid()) {
        goBy(rows);
    } else if (to >= 0) {
        // back over what was just added takes it out again
        const QModelIndex next = m_papers.index(to, Model::Title);
        const bool shrinks = selectionModel()->isRowSelected(to, {});
        if (shrinks) {
            selectionModel()->select(at, QItemSelectionModel::Deselect | QItemSelectionModel::Rows);
        }
        selectionModel()->setCurrentIndex(next, QItemSelectionModel::Select | QItemSelectionModel::Rows);
        scrollTo(next);
    }
}

bool PaperTableView::selectOnlyCurrent()
{
    return selectionModel()->selectedRows().size() > 1 && goTo(currentIndex().row());
}

void PaperTableView::setEmptyText(const QString &what, const QString &next)
{
    m_emptyWhat->setText(what);
    m_emptyNext->setText(next);
    m_emptyNext->setVisible(!next.isEmpty());
    showEmptyText();
}

void PaperTableView::showEmptyText()
{
    const bool empty = m_papers.rowCount() == 0;
    m_empty->setVisible(empty);
    horizontalHeader()->viewport()->update(); // it says nothing while there are no rows
    if (empty) {
        m_empty->setGeometry(viewport()->rect());
        QPalette muted = palette();
        muted.setColor(QPalette::Text, colours(palette()).muted); // the role of what stands on a view
        m_emptyNext->setPalette(muted);
    }
}

void PaperTableView::showOrder()
{
    const auto column = [this] {
        switch (m_papers.order()) {
        case Model::Order::Title:
            return Model::Title;
        case Model::Order::Author:
            return Model::Authors;
        case Model::Order::Date:
            return Model::Date;
        case Model::Order::List:
            break;
        }
        return Model::State; // has no words, and so no arrow
    };
    horizontalHeader()->setSortIndicator(column(), m_papers.direction());
    horizontalHeader()->setSortIndicatorShown(m_papers.order() != Model::Order::List);
}

/** What is read, else what stands at the top. */
void PaperTableView::rememberPlace()
{
    const QModelIndex current = currentIndex();
    const bool isInSight = current.isValid() && viewport()->rect().intersects(visualRect(current));
    const int row = m_papers.nearestPaper(isInSight ? current.row() : rowAt(0), 1);
    m_anchor = row >= 0 ? std::optional(m_papers.paper(row).id) : std::nullopt;
    m_anchorPosition = row >= 0 ? rowViewportPosition(row) : 0;
}

void PaperTableView::restorePlace()
{
    const int row = m_anchor ? m_papers.rowOf(*m_anchor) : -1;
    if (row < 0) {
        scrollTo(currentIndex());
        return;
    }
    updateGeometries();
    QScrollBar *bar = verticalScrollBar();
    bar->setValue(bar->value() + rowViewportPosition(row) - m_anchorPosition);
}

void PaperTableView::rememberSelection()
{
    rememberPlace();
    const QList<PaperId> papers = selectionModel()->hasSelection() ? selectedPapers() : QList<PaperId>();
    m_rememberedPapers = QSet<PaperId>(papers.begin(), papers.end());
    m_rememberedCurrent = currentPaper();
    m_rememberedRow = currentIndex().row();
}

void PaperTableView::restoreSelection()
{
    if (!m_rememberedCurrent) {
        return;
    }
    const int row = m_papers.rowOf(*m_rememberedCurrent);
    if (row < 0) {
        // gone: the first that passes the filter, or what stands in its place now
        const int last = m_papers.rowCount() - 1;
        const bool went = goTo(m_papers.filter().isEmpty() ? std::min(m_rememberedRow, last) : 0);
        if (!went) {
            Q_EMIT currentPaperChanged();
        }
        return;
    }
    const QScopedValueRollback restoring(m_restoring, true);
    QItemSelection selection;
    for (int i = 0; i < m_papers.rowCount(); ++i) {
        if (m_papers.isPaper(i) && m_rememberedPapers.contains(m_papers.paper(i).id)) {
            selection.select(m_papers.index(i, 0), m_papers.index(i, Model::ColumnCount - 1));
        }
    }
    selectionModel()->setCurrentIndex(m_papers.index(row, Model::Title), QItemSelectionModel::NoUpdate);
    selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    restorePlace();
}

void PaperTableView::leaveList()
{
    const QScopedValueRollback leaving(m_restoring, true);
    selectionModel()->clear();
}

void PaperTableView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    if (!m_restoring && current.row() != previous.row()) {
        Q_EMIT currentPaperChanged();
    }
}

void PaperTableView::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTableView::selectionChanged(selected, deselected);
    if (!m_restoring) {
        Q_EMIT selectionChangedByReader();
    }
}

void PaperTableView::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        fitRows();
    } else if (event->type() == QEvent::LanguageChange) {
        retranslate();
    } else if (event->type() == QEvent::PaletteChange) {
        showEmptyText();
    }
}

void PaperTableView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fitColumns();
    m_empty->setGeometry(viewport()->rect());
}

void PaperTableView::paintEvent(QPaintEvent *event)
{
    if (m_delegate->density() == Density::Reading) {
        const int last = rowAt(viewport()->height() - 1);
        m_papers.fetchAbstracts(rowAt(0), last < 0 ? m_papers.rowCount() - 1 : last);
    }
    QTableView::paintEvent(event);
    paintStickyHead();
}

/** Where the head of the group that is read stands when it would be above the view: pushed up by the next
 * one.
 */
QRect PaperTableView::stickyHead() const
{
    const int top = rowAt(0);
    if (!m_papers.isGrouped() || top < 0 || (!m_papers.isPaper(top) && rowViewportPosition(top) == 0)) {
        return {};
    }
    const int height = PaperDelegate::headHeight(font());
    int y = 0;
    for (int row = top + 1; row < m_papers.rowCount() && rowViewportPosition(row) < height; ++row) {
        if (!m_papers.isPaper(row)) {
            y = rowViewportPosition(row) - height;
        }
    }
    return {0, y, viewport()->width(), height};
}

void PaperTableView::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    QTableView::scrollTo(index, hint);
    if (!m_papers.isGrouped() || !index.isValid() || !m_papers.isPaper(index.row())) {
        return;
    }
    const int hidden = PaperDelegate::headHeight(font()) - rowViewportPosition(index.row());
    if (hidden > 0) {
        verticalScrollBar()->setValue(verticalScrollBar()->value() - hidden);
    }
}

void PaperTableView::paintStickyHead()
{
    const QRect head = stickyHead();
    if (head.isEmpty()) {
        return;
    }
    QPainter painter(viewport());
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    const int row = m_papers.headOf(rowAt(0));
    for (int column = 0; column < Model::ColumnCount; ++column) {
        option.rect = QRect(columnViewportPosition(column), head.y(), columnWidth(column), head.height());
        if (!isColumnHidden(column)) {
            m_delegate->paint(&painter, option, m_papers.index(row, column));
        }
    }
}

void PaperTableView::scrollContentsBy(int dx, int dy)
{
    QTableView::scrollContentsBy(dx, dy);
    if (m_papers.isGrouped()) {
        viewport()->update(); // what was scrolled has the head painted over it
    }
}

/** Pages and jumps do not end on what heads a group. */
QModelIndex PaperTableView::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    const QModelIndex to = QTableView::moveCursor(action, modifiers);
    if (!to.isValid() || m_papers.isPaper(to.row())) {
        return to;
    }
    const int row = nearestPaper(to.row(), to.row() < currentIndex().row() ? -1 : 1);
    return row < 0 ? QModelIndex() : m_papers.index(row, to.column());
}

void PaperTableView::foldGroup(std::optional<int> row)
{
    const int head = m_papers.headOf(row.value_or(currentIndex().row()));
    if (head < 0) {
        return;
    }
    const auto paper = currentPaper();
    m_papers.toggleGroup(head);
    if (!paper || m_papers.rowOf(*paper) < 0) {
        goTo(nearestPaper(head, 1)); // the heads above stay where they were
    }
}

void PaperTableView::hover(int row)
{
    const int before = m_delegate->hoveredRow();
    if (row == before) {
        return;
    }
    m_delegate->setHoveredRow(row);
    updateRow(before);
    updateRow(row);
}

void PaperTableView::updateRow(int row)
{
    const QModelIndex first = model()->index(row, 0);
    if (first.isValid()) {
        viewport()->update(0, visualRect(first).y(), viewport()->width(), rowHeight());
    }
}

void PaperTableView::mouseMoveEvent(QMouseEvent *event)
{
    QTableView::mouseMoveEvent(event);
    hover(indexAt(event->position().toPoint()).row());
}

void PaperTableView::leaveEvent(QEvent *event)
{
    QTableView::leaveEvent(event);
    hover(-1);
}

void PaperTableView::mousePressEvent(QMouseEvent *event)
{
    const QModelIndex at = indexAt(event->position().toPoint());
    const bool onSticky = stickyHead().contains(event->position().toPoint());
    if (onSticky || (at.isValid() && !m_papers.isPaper(at.row()))) {
        if (event->button() == Qt::LeftButton) {
            foldGroup(at.row());
        }
        return;
    }
    if (at.isValid() && at.column() == Model::Star && event->button() == Qt::LeftButton) {
        Q_EMIT starClicked(m_papers.paper(at.row()).id); // a star is not a step: the current paper stays
        return;
    }
    QTableView::mousePressEvent(event);
}

void PaperTableView::keyPressEvent(QKeyEvent *event)
{
    // letters are commands of the window; the view's own search by typing would eat them
    if (!event->text().isEmpty() && event->text().front().isPrint() &&
        !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier))) {
        event->ignore();
        return;
    }
    QTableView::keyPressEvent(event);
}

} // namespace paperdawn
