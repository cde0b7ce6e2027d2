// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/papertablemodel.h"
#include "app/services.h"
#include "app/settings/settings.h"

#include <QSplitter>

namespace paperdawn {

class DetailPane;
class Dwell;
class FilterBar;
class PaperTableView;

/**
 * The list and the paper beside it: what is current is shown in full, and counts as read once it has been
 * looked at for long enough. Decides on papers; what comes of it, Decisions tells the window. Thread: UI.
 */
class ReadingPane final : public QSplitter
{
    Q_OBJECT
public:
    ReadingPane(Services &services, Settings &settings, QWidget *parent);

    /** Shows a list, at the paper where the reader left it, else at its first unread one. */
    void showList(const PaperQuery &query);
    /** Makes a paper of the list current; false where it is not on it. */
    bool goTo(const PaperId &paper);

    [[nodiscard]] PaperTableModel &papers() { return *m_papers; }
    [[nodiscard]] PaperTableView &table() { return *m_table; }
    [[nodiscard]] FilterBar &filterBar() { return *m_filter; }
    [[nodiscard]] DetailPane &detail() { return *m_detail; }

    void readOn();
    void nextUnread();
    void star();
    void toggleRead();
    void markAbove();
    void peekOriginal(bool held);
    void sortBy(PaperTableModel::Order order, Qt::SortOrder direction = Qt::AscendingOrder);
    /** False where there was no filter. */
    bool clearFilter();
    void requestPdf();
    void requestPage();

    /** Whether the reader is at the window; time counts only then. */
    void setLookedAt(bool looked);

Q_SIGNALS:
    void currentPaperChanged();
    void listChanged();
    void linkActivated(const QUrl &url);
    void pdfRequested(const paperdawn::PaperDetails &paper);
    void failed(const paperdawn::Error &error);

private:
    void connectTable();
    void connectDetail();
    void applySettings();
    void sortByColumn(int column);
    void showCurrent();
    void showMarks();
    void showPdf();
    void look();
    void toggleStar(const PaperId &paper);
    [[nodiscard]] Result<QList<Paper>> asked(const PaperQuery &query) const;
    [[nodiscard]] QHash<PaperId, Abstracts> abstractsOf(const QList<PaperId> &papers) const;

    Services &m_services;
    Settings &m_settings;
    PaperTableModel *m_papers;
    FilterBar *m_filter;
    PaperTableView *m_table;
    DetailPane *m_detail;
    Dwell *m_dwell;
    std::optional<PaperDetails> m_shown;
    QHash<QString, PaperId> m_places; ///< where each list was left
    bool m_lookedAt = false;
};

} // namespace paperdawn
