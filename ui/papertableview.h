// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/papertablemodel.h"
#include "ui/papercolumns.h"
#include "ui/paperdelegate.h"

#include <QTableView>

class QLabel;

namespace paperdawn {

/**
 * The list of papers. A selection is a set of papers, not of rows: it survives refresh, sort and filter.
 * Letters are commands here, so input methods are off.
 */
class PaperTableView final : public QTableView
{
    Q_OBJECT
public:
    PaperTableView(PaperTableModel &papers, QWidget *parent);

    /** What heads the group, painted over the top, hides no row that is asked for. */
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;

    void setDensity(Density density);
    void setTitles(TitleLanguage titles);
    [[nodiscard]] int rowHeight() const;

    [[nodiscard]] std::optional<PaperId> currentPaper() const;
    /** The selected papers from top to bottom; the current one where none is. */
    [[nodiscard]] QList<PaperId> selectedPapers() const;
    /** The papers above the current row, and it. */
    [[nodiscard]] QList<PaperId> papersDownToCurrent() const;

    /** Makes a row current and the selection, kept in sight with a row around it; false where there is none.
     */
    bool goTo(int row);
    bool goBy(int rows);
    /** No row is current any more: another list comes. */
    void leaveList();
    /** The next unread row below, else from the top; false where all are read. */
    bool goToNextUnread();
    void extendBy(int rows);
    /** False where no more than the current row was selected. */
    bool selectOnlyCurrent();

    /** What stands where the rows would be, when there are none: what it is, and what to do next. */
    void setEmptyText(const QString &what, const QString &next);
    [[nodiscard]] PaperColumns &columns() { return *m_columns; }

    /** Folds the group of the current paper, or the one at `row`, or unfolds it. */
    void foldGroup(std::optional<int> row = {});

    /** Marks the column that the rows are sorted by. */
    void showOrder();

    void retranslate();

Q_SIGNALS:
    void currentPaperChanged();
    void selectionChangedByReader();
    void starClicked(const paperdawn::PaperId &paper);
    void paperActivated();
    void sortRequested(int column);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void rememberSelection();
    void restoreSelection();
    void rememberPlace();
    void restorePlace();
    void hover(int row);
    void updateRow(int row);
    void fitRows();
    void fitColumns();
    void fitHeads();
    [[nodiscard]] int nearestPaper(int row, int step) const;
    [[nodiscard]] QRect stickyHead() const;
    void paintStickyHead();
    void showEmptyText();

    PaperTableModel &m_papers;
    PaperDelegate *m_delegate;
    PaperColumns *m_columns;
    QLabel *m_emptyWhat;
    QLabel *m_emptyNext;
    QWidget *m_empty;
    QSet<PaperId> m_rememberedPapers;
    std::optional<PaperId> m_rememberedCurrent;
    int m_rememberedRow = -1;
    std::optional<PaperId> m_anchor; ///< what stays where it is on the screen when rows come or go
    int m_anchorPosition = 0;
    bool m_restoring = false;
    bool m_headsFitted = false; ///< some rows are lower than the others
};

} // namespace paperdawn
