// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/papertablemodel.h"
#include "app/services.h"
#include "app/settings/settings.h"
#include "ui/actions.h"
#include "ui/sidebar.h"

#include <QMainWindow>
#include <QTimer>
#include <functional>

class QLabel;
class QSplitter;
class QStackedWidget;

namespace paperdawn {

class Choosing;
class ElidingLabel;
class Exporting;
class Fetching;
class Importing;
class LeftPane;
class Menus;
class MessageBar;
class Moving;
class Outside;
class PaperCounts;
class PdfFetching;
class ReadingPane;
class SafeKeeping;
class StartPage;
class Telling;
class TextButton;

/**
 * The window on one library: arranges the panes, connects them to the commands, and restores what it was
 * like. It borrows the services, which must outlive it. Thread: UI.
 */
class MainWindow final : public QMainWindow
{
    Q_OBJECT
public:
    enum class Content : quint8 { Own, Sample };
    MainWindow(Services &services, Settings &settings, Content content = Content::Own);
    ~MainWindow() override;

    /** Imports files and folders; BibTeX files among them choose categories. */
    void import(const QStringList &paths);
    /** Fetches the newest list that is announced. */
    void getLatest();
    /** From now on the start page tells how many papers a day a category brings, as arXiv counts them. They
     * go into `told`, which outlives the window. */
    void countPapers(QHash<QString, int> &told);
    /** Shows a paper on the newest list it stands on, else says that it is not here. */
    void showPaper(const PaperId &paper);
    using QMainWindow::show;
    void show(const PaperQuery &query);
    void showDay(QDate day);
    void showReadingList();
    void showUnread();
    void showLatest();

    /** Writes down where the window is and what it shows; closing does so by itself. */
    void keepState();

    void say(const QString &words);
    void tell(const Error &error);
    /** What stays wrong until something is done about it. */
    void insist(const QString &words);

    /** Something is under way that is to come to its end before the window goes. */
    [[nodiscard]] bool isBusy() const;

    [[nodiscard]] const Actions &actions() const { return *m_actions; }
    [[nodiscard]] Outside &outside() { return *m_outside; }

Q_SIGNALS:
    void sampleRequested();
    /** Own days shall be read: leave the sample, and import these (none: just leave). */
    void ownRequested(const QStringList &paths);
    /** Own lists shall be fetched: leave the sample. */
    void ownLatestRequested();
    /** The reader chose where the library shall be. */
    void moveRequested(const QString &folder);
    void importFinished(const paperdawn::ImportSummary &summary);
    void daysArrived(); ///< by an import or from the network

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void arrange();
    void arrangeStatusBar();
    void connectPanes();
    void connectServices();
    void connectTo(Command command, std::function<void()> deed);
    void connectLibraryCommands();
    void connectReadingCommands();
    void connectViewCommands();
    void restoreState();
    void restoreView();
    void applySettings();
    void checkColumns();
    void retranslate();

    [[nodiscard]] QDate today() const;
    [[nodiscard]] QDate shownDay() const;
    template <typename List>
    [[nodiscard]] bool shows() const;
    [[nodiscard]] QList<DaySummary> summariesOf(QDate day) const;
    void showEntry(Sidebar::Entry entry);
    void showDayMenu(QDate day, const QPoint &at);
    void refreshAround();
    void refreshSoon();
    void tidyUp();
    void tellOfList();
    void offerRest();
    void getRest();
    void enableActions();
    void explainOnlyRead();
    void stepDay(int direction);
    void cycleTitles();
    void escape();
    void peek(bool held);
    void showKeys();
    void showSettings();
    void showNetworkSettings();
    void followNetwork();
    void showImported(const ImportSummary &summary);
    void takePasted(const QString &text);
    [[nodiscard]] bool keyBelongsToFocus(const QKeyEvent &key) const;

    Services &m_services;
    Settings &m_settings;
    const Content m_content;
    Actions *m_actions;
    Menus *m_menus;
    Outside *m_outside;
    Importing *m_importing;
    Choosing *m_choosing;
    Fetching *m_fetching;
    Exporting *m_exporting;
    QTimer *m_closeLater; ///< active: once what is being exported is written
    PdfFetching *m_pdfs;
    ReadingPane *m_reading;
    MessageBar *m_messages;
    MessageBar *m_warnings; ///< of what is wrong with the library: no other message takes its place
    SafeKeeping *m_safeKeeping = nullptr;
    Moving *m_moving = nullptr;
    Telling *m_telling;
    StartPage *m_start;
    PaperCounts *m_counts = nullptr; ///< only where they are asked for
    QStackedWidget *m_pages;
    QSplitter *m_panes;
    LeftPane *m_left;
    ElidingLabel *m_status;
    TextButton *m_rest; ///< to get what the shown day lacks
    QLabel *m_sampleLabel;
    QLabel *m_offline;           ///< as long as the system says so
    QList<DaySummary> m_sources; ///< of the day shown
    QTimer m_refresh;
    const int m_keptMonths; ///< as the settings said at the start: what is chosen now holds from the next one
    QTimer *m_giveBack;     ///< memory, some time after a list was left
    QTimer *m_tidyUp;       ///< once after the start, when nothing is under way
    bool m_isTidy = false;
    bool m_peeking = false;
};

} // namespace paperdawn
