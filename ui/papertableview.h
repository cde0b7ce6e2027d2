// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/papertablemodel.h"
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
    /** Also shows the column of days (the reading list has them from many). */
    void setDaysShown(bool shown);

    /** Marks the column that the rows are sorted by. */
    void showOrder();

    [[nodiscard]] QByteArray columns() const; ///< widths, to be kept
    void restoreColumns(const QByteArray &columns);

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
    void showEmptyText();

    PaperTableModel &m_papers;
    PaperDelegate *m_delegate;
    QLabel *m_emptyWhat;
    QLabel *m_emptyNext;
    QWidget *m_empty;
    QSet<PaperId> m_rememberedPapers;
    std::optional<PaperId> m_rememberedCurrent;
    int m_rememberedRow = -1;
    std::optional<PaperId> m_anchor; ///< what stays where it is on the screen when rows come or go
    int m_anchorPosition = 0;
    bool m_restoring = false;
    bool m_daysShown = false;
};

} // namespace paperdawn
