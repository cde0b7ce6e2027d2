// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow.h"

#include "app/base/sentence.h"
#include "app/platform/process.h"
#include "ui/aboutdialog.h"
#include "ui/choosing.h"
#include "ui/daywords.h"
#include "ui/detailpane.h"
#include "ui/elidinglabel.h"
#include "ui/exporting.h"
#include "ui/fetching.h"
#include "ui/filterbar.h"
#include "ui/importing.h"
#include "ui/keysheet.h"
#include "ui/leftpane.h"
#include "ui/logdialog.h"
#include "ui/menus.h"
#include "ui/messagebar.h"
#include "ui/moving.h"
#include "ui/outside.h"
#include "ui/papercounts.h"
#include "ui/papertableview.h"
#include "ui/pdffetching.h"
#include "ui/placewarning.h"
#include "ui/reachability.h"
#include "ui/readingpane.h"
#include "ui/safekeeping.h"
#include "ui/settingsdialog.h"
#include "ui/startpage.h"
#include "ui/telling.h"
#include "ui/textbutton.h"
#include "ui/theme.h"

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QCloseEvent>
#include <QDropEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QScrollArea>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTableView>
#include <QVBoxLayout>
#include <algorithm>
#include <functional>

namespace paperdawn {

using namespace Qt::StringLiterals;

namespace {

constexpr int refreshAfterMs = 60;
constexpr int tidyUpAfterMs = 30'000;
constexpr int giveBackAfterMs = 10'000;
constexpr int closeAgainAfterMs = 50;
constexpr int networkAfterMs = 500; ///< once the window is there, for it asks the system's bus
constexpr int zoomStep = 10;
constexpr int usualZoom = 100;
constexpr int leftWidth = 256;
constexpr int statusBarFrame = 2; ///< what QStatusBar adds by itself
constexpr qsizetype longestFilterShown = 60;
constexpr qsizetype longestPaste = 400;
constexpr QSize usualSize(1280, 840);
constexpr QSize roomForFrame(16, 48); ///< of the window manager
const QString readingListView = u"reading-list"_s;
const QString unreadView = u"unread"_s;

using Order = PaperTableModel::Order;
constexpr std::pair<Command, Order> orderCommands[] = {{Command::SortByList, Order::List},
                                                       {Command::SortByTitle, Order::Title},
                                                       {Command::SortByAuthor, Order::Author},
                                                       {Command::SortByDate, Order::Date}};

constexpr std::pair<Command, int> columnCommands[] = {
    {Command::ColumnKind, PaperTableModel::ListKind},
    {Command::ColumnAuthors, PaperTableModel::Authors},
    {Command::ColumnCategories, PaperTableModel::Categories},
    {Command::ColumnDay, PaperTableModel::Date}};

QWidget *hairline(QWidget *parent)
{
    auto *line = new QFrame(parent);
    line->setFrameShape(QFrame::HLine);
    line->setFrameShadow(QFrame::Plain);
    line->setFixedHeight(1);
    line->setForegroundRole(QPalette::Mid);
    return line;
}

QStringList localFiles(const QMimeData &mime)
{
    QStringList paths;
    for (const QUrl &url : mime.urls()) {
        if (url.isLocalFile()) {
            paths += url.toLocalFile();
        }
    }
    return paths;
}

std::optional<PaperId> paperNamedIn(const QString &text)
{
    const QString line = text.trimmed();
    return line.size() <= longestPaste ? PaperId::parse(line) : std::nullopt;
}

bool isWithin(const QWidget *widget, const QWidget &ancestor)
{
    return widget && (widget == &ancestor || ancestor.isAncestorOf(widget));
}

} // namespace

MainWindow::MainWindow(Services &services, Settings &settings, Content content)
    : m_services(services)
    , m_settings(settings)
    , m_content(content)
    , m_actions(new Actions(this))
    , m_outside(new Outside(this))
    , m_keptMonths(settings.keptMonths())
    , m_giveBack(new QTimer(this))
    , m_tidyUp(new QTimer(this))
{
    setObjectName("paperdawn"_L1);
    setAccessibleName(u"paperdawn"_s);
    setAttribute(Qt::WA_InputMethodEnabled, false);
    setAcceptDrops(true);
    arrange();
    connectPanes();
    connectServices();
    connectLibraryCommands();
    connectReadingCommands();
    connectViewCommands();
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(refreshAfterMs);
    connect(&m_refresh, &QTimer::timeout, this, &MainWindow::refreshAround);
    m_giveBack->setSingleShot(true);
    m_giveBack->setInterval(giveBackAfterMs);
    connect(m_giveBack, &QTimer::timeout, this, [] { giveBackFreeMemory(); });
    m_tidyUp->setObjectName("tidy-up"_L1);
    m_tidyUp->setInterval(tidyUpAfterMs);
    connect(m_tidyUp, &QTimer::timeout, this, &MainWindow::tidyUp);
    if (m_content == Content::Own) {
        m_tidyUp->start();
    }
    applySettings();
    retranslate();
    restoreState();
    restoreView();
    m_telling->ofFaults(services.store().mended());
    explainOnlyRead();
    QTimer::singleShot(networkAfterMs, this, &MainWindow::followNetwork);
    if (content != Content::Sample && !services.onlyRead()) {
        QTimer::singleShot(0, m_fetching, &Fetching::resume); // once the window is there
        auto *place = new PlaceWarning(m_services, m_settings, *m_warnings, this);
        connect(place, &PlaceWarning::moveRequested, m_moving, &Moving::choose);
        QTimer::singleShot(0, place, &PlaceWarning::look);
    }
}

MainWindow::~MainWindow() = default;

// --- arranging and connecting

void MainWindow::arrange()
{
    m_left = new LeftPane(m_services.library(), today(), this);
    m_reading = new ReadingPane(m_services, m_settings, this);
    m_panes = new QSplitter(Qt::Horizontal, this);
    m_panes->setObjectName("panes"_L1);
    m_panes->setChildrenCollapsible(false);
    m_panes->addWidget(m_left);
    m_panes->addWidget(m_reading);
    m_panes->setStretchFactor(0, 0);
    m_panes->setStretchFactor(1, 1);
    m_panes->setSizes({leftWidth, usualSize.width() - leftWidth});

    m_start = new StartPage(m_settings, this);
    m_pages = new QStackedWidget(this);
    auto *start = new QScrollArea(this); // at twice the text size the page may be larger than the screen
    start->setFrameShape(QFrame::NoFrame);
    start->setWidgetResizable(true);
    start->setWidget(m_start);
    m_pages->addWidget(start);
    m_pages->addWidget(m_panes);
    m_warnings = new MessageBar(this);
    m_warnings->setObjectName("warnings"_L1);
    m_messages = new MessageBar(this);
    auto *centre = new QWidget(this);
    auto *layout = new QVBoxLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(hairline(centre));
    layout->addWidget(m_pages, 1);
    layout->addWidget(m_warnings);
    layout->addWidget(m_messages);
    layout->addWidget(hairline(centre));
    setCentralWidget(centre);

    m_telling = new Telling(m_services, *m_messages, *m_warnings, this);
    m_importing = new Importing(m_services, m_settings, *m_messages, this);
    m_choosing = new Choosing(m_services, m_settings, *m_importing, *m_messages, this);
    m_fetching = new Fetching(
        m_services, m_settings, *m_messages,
        [this] {
            refreshAround(); // the first day may just have come
            return shownDay();
        },
        this);
    m_exporting = new Exporting(m_services, m_settings, *m_reading, *m_messages, this);
    m_closeLater = new QTimer(this);
    m_closeLater->setSingleShot(true);
    m_closeLater->setInterval(closeAgainAfterMs);
    m_pdfs = new PdfFetching(m_services, m_settings, *m_messages, *m_outside, this);
    m_safeKeeping = new SafeKeeping(m_services, m_settings, *m_messages, this);
    m_moving = new Moving(m_services, this);
    m_menus = new Menus(*m_actions, *menuBar());
    arrangeStatusBar();

    QTableView &table = m_reading->table();
    table.setContextMenuPolicy(Qt::ActionsContextMenu);
    for (const Command command :
         {Command::Star, Command::Unread, Command::MarkAbove, Command::OpenPdf, Command::OpenPage,
          Command::CopyBibtex, Command::CopyMarkdown, Command::CopyLink}) {
        table.addAction((*m_actions)[command]);
    }
    QHeaderView &header = *table.horizontalHeader();
    header.setContextMenuPolicy(Qt::ActionsContextMenu);
    for (const auto &[command, column] : columnCommands) {
        header.addAction((*m_actions)[command]);
    }
    header.addAction((*m_actions)[Command::ResetColumns]);
    const QList<QWidget *> stops = m_left->stops() +
                                   QList<QWidget *>{m_reading->filterBar().focusProxy(), &table} +
                                   m_reading->detail().stops();
    for (qsizetype i = 1; i < stops.size(); ++i) {
        setTabOrder(stops.at(i - 1), stops.at(i));
    }
    const QSize room = screen()->availableGeometry().size() - roomForFrame;
    resize(usualSize.boundedTo(room));
}

void MainWindow::arrangeStatusBar()
{
    m_status = new ElidingLabel(this);
    m_status->setObjectName("status"_L1);
    m_rest = new TextButton(this);
    m_rest->setObjectName("get-rest"_L1);
    m_rest->setAccented(true);
    m_rest->hide();
    m_sampleLabel = new QLabel(this);
    m_sampleLabel->setTextFormat(Qt::PlainText);
    m_sampleLabel->setVisible(m_content == Content::Sample || m_services.onlyRead());
    m_offline = new QLabel(this);
    m_offline->setObjectName("offline"_L1);
    m_offline->setTextFormat(Qt::PlainText);
    m_offline->hide();
    statusBar()->setSizeGripEnabled(false);
    statusBar()->setContentsMargins(grid::section - statusBarFrame, 0, grid::pad, 0);
    statusBar()->addWidget(m_status, 1);
    statusBar()->addPermanentWidget(m_rest);
    statusBar()->addPermanentWidget(m_fetching);
    statusBar()->addPermanentWidget(m_pdfs);
    statusBar()->addPermanentWidget(m_importing);
    statusBar()->addPermanentWidget(m_offline);
    statusBar()->addPermanentWidget(m_sampleLabel);
}

void MainWindow::connectPanes()
{
    connect(m_left, &LeftPane::dayChosen, this, [this](QDate day) {
        showDay(day);
        m_reading->table().setFocus();
    });
    connect(m_left, &LeftPane::todayRequested, this, [this] { showDay(today()); });
    connect(m_left, &LeftPane::dayMenuRequested, this, &MainWindow::showDayMenu);
    connect(m_left, &LeftPane::listChosen, this, [this](Sidebar::Entry entry) {
        showEntry(entry);
        m_reading->table().setFocus();
    });
    connect(m_reading, &ReadingPane::listChanged, this, &MainWindow::tellOfList);
    connect(m_reading, &ReadingPane::currentPaperChanged, this, &MainWindow::enableActions);
    connect(m_reading, &ReadingPane::linkActivated, m_outside, &Outside::openAddress);
    connect(m_reading, &ReadingPane::pdfRequested, m_pdfs, &PdfFetching::open);
    connect(m_reading, &ReadingPane::failed, m_telling, &Telling::ofError);
    connect(m_telling, &Telling::fileRequested, m_outside, &Outside::showFile);
    connect(&m_reading->detail(), &DetailPane::bibtexRequested, m_exporting, &Exporting::copyBibtex);
    connect(m_outside, &Outside::failed, this, [this](const QString &words) { m_messages->warn(words); });
    connect(m_start, &StartPage::openFilesRequested, this, [this] { import(m_importing->chosenFiles()); });
    connect(m_start, &StartPage::openFolderRequested, this, [this] { import(m_importing->chosenFolder()); });
    connect(m_start, &StartPage::sampleRequested, this, &MainWindow::sampleRequested);
    connect(m_start, &StartPage::filesDropped, this, &MainWindow::import);
    connect(m_importing, &Importing::failed, m_telling, &Telling::ofError);
    connect(m_importing, &Importing::lastChanged, this, &MainWindow::enableActions);
    connect(m_importing, &Importing::finished, this, [this](const ImportSummary &summary) {
        showImported(summary);
        Q_EMIT importFinished(summary);
        if (summary.dayCount() > 0) {
            Q_EMIT daysArrived();
        }
    });
    connect(m_start, &StartPage::latestRequested, this, &MainWindow::getLatest);
    connect(m_start, &StartPage::pasted, this, &MainWindow::takePasted);
    connect(&m_reading->filterBar(), &FilterBar::pasted, this, &MainWindow::takePasted);
    connect(m_fetching, &Fetching::failed, m_telling, &Telling::ofError);
    connect(m_fetching, &Fetching::finished, this, [this](const FetchOutcome &outcome) {
        if (outcome.added > 0 && outcome.day.isValid()) { // a paper that was looked up is no day
            Q_EMIT daysArrived();
        }
    });
    connect(m_fetching, &Fetching::begun, this, &MainWindow::offerRest);
    connect(m_fetching, &Fetching::finished, this, &MainWindow::offerRest);
    connect(m_fetching, &Fetching::givenUp, this, &MainWindow::offerRest);
    connect(m_rest, &QAbstractButton::clicked, this, &MainWindow::getRest);
    connect(m_fetching, &Fetching::dayRequested, this, &MainWindow::showDay);
    connect(m_fetching, &Fetching::paperRequested, this, &MainWindow::showPaper);
    connect(m_fetching, &Fetching::unreachable, m_start, &StartPage::offerNetworkSettings);
    connect(m_fetching, &Fetching::networkSettingsRequested, this, &MainWindow::showNetworkSettings);
    connect(m_start, &StartPage::networkSettingsRequested, this, &MainWindow::showNetworkSettings);
    connect(m_exporting, &Exporting::failed, m_telling, &Telling::ofError);
    connect(m_exporting, &Exporting::failed, m_closeLater, &QTimer::stop);
    connect(m_closeLater, &QTimer::timeout, this, &QWidget::close);
    connect(m_safeKeeping, &SafeKeeping::failed, m_telling, &Telling::ofError);
    connect(m_moving, &Moving::failed, m_telling, &Telling::ofError);
    connect(m_moving, &Moving::decided, this, &MainWindow::moveRequested);
}

void MainWindow::connectServices()
{
    const Decisions &decisions = m_services.decisions();
    connect(&m_services.store(), &Store::changed, this, &MainWindow::refreshSoon);
    connect(&m_services.store(), &Store::told, m_telling, &Telling::ofFaults);
    m_services.store().watchOthers();
    connect(&decisions, &Decisions::done, this, [this](const DeedDone &deed) {
        m_telling->ofDeed(deed, shows<InReadingList>());
        if (deed.what == Decide::Star && deed.way != DeedDone::Way::Undone) {
            m_pdfs->keep(deed.papers);
        }
        refreshSoon();
    });
    connect(&decisions, &Decisions::failed, m_telling, &Telling::ofError);
    connect(&decisions, &Decisions::undoChanged, this, &MainWindow::enableActions);
    connect(&m_settings, &Settings::changed, this, &MainWindow::applySettings);
}

/** Soon, and not ever later while changes go on. */
void MainWindow::refreshSoon()
{
    if (!m_refresh.isActive()) {
        m_refresh.start();
    }
}

void MainWindow::connectTo(Command command, std::function<void()> deed)
{
    connect((*m_actions)[command], &QAction::triggered, this, std::move(deed));
}

void MainWindow::connectLibraryCommands()
{
    connectTo(Command::GetLatest, [this] { getLatest(); });
    connectTo(Command::GetDay, [this] { m_fetching->getDay(shownDay()); });
    connectTo(Command::LookUp, [this] { m_fetching->lookUp(shownDay()); });
    connectTo(Command::OpenFiles, [this] { import(m_importing->chosenFiles()); });
    connectTo(Command::OpenFolder, [this] { import(m_importing->chosenFolder()); });
    connectTo(Command::TakeBackImport, [this] { m_importing->takeBackLast(); });
    connectTo(Command::RemoveDay, [this] { m_importing->askToRemove(shownDay()); });
    connectTo(Command::Export, [this] { m_exporting->exportList(); });
    connectTo(Command::BackUp, [this] { m_safeKeeping->backUp(); });
    connectTo(Command::Restore, [this] { m_safeKeeping->restore(); });
    connectTo(Command::Sample, [this] {
        if (m_content == Content::Sample) {
            Q_EMIT ownRequested({});
        } else {
            Q_EMIT sampleRequested();
        }
    });
    connectTo(Command::OpenSettings, [this] { showSettings(); });
    connectTo(Command::Quit, [this] { close(); });
    connectTo(Command::Keys, [this] { showKeys(); });
    connectTo(Command::Log, [this] { LogDialog(this).exec(); });
    connectTo(Command::About, [this] { AboutDialog(m_services.folder().path, this).exec(); });
}

void MainWindow::connectReadingCommands()
{
    PaperTableView &table = m_reading->table();
    connectTo(Command::NextPaper, [&table] { table.goBy(1); });
    connectTo(Command::PreviousPaper, [&table] { table.goBy(-1); });
    connectTo(Command::FirstPaper, [&table] { table.goTo(0); });
    connectTo(Command::LastPaper, [&table] { table.goTo(table.model()->rowCount() - 1); });
    connectTo(Command::SelectDown, [&table] { table.extendBy(1); });
    connectTo(Command::SelectUp, [&table] { table.extendBy(-1); });
    connectTo(Command::ReadOn, [this] { m_reading->readOn(); });
    connectTo(Command::NextUnread, [this] { m_reading->nextUnread(); });
    connectTo(Command::PreviousDay, [this] { stepDay(-1); });
    connectTo(Command::NextDay, [this] { stepDay(+1); });
    connectTo(Command::Latest, [this] { showLatest(); });
    connectTo(Command::UnreadPapers, [this] { showUnread(); });
    connectTo(Command::ReadingList, [this] { showReadingList(); });
    connectTo(Command::Star, [this] { m_reading->star(); });
    connectTo(Command::Unread, [this] { m_reading->toggleRead(); });
    connectTo(Command::MarkAbove, [this] { m_reading->markAbove(); });
    connectTo(Command::Undo, [this] { m_telling->undo(today()); });
    connectTo(Command::Redo, [this] { m_services.decisions().redo(); });
    connectTo(Command::OpenPdf, [this] { m_reading->requestPdf(); });
    connectTo(Command::OpenPage, [this] { m_reading->requestPage(); });
    connectTo(Command::CopyBibtex, [this] { m_exporting->copyBibtex(); });
    connectTo(Command::CopyMarkdown, [this] { m_exporting->copyMarkdown(); });
    connectTo(Command::CopyLink, [this] { m_exporting->copyLinks(); });
    connectTo(Command::Paste, [this] { takePasted(QGuiApplication::clipboard()->text()); });
}

void MainWindow::connectViewCommands()
{
    connectTo(Command::Filter, [this] { m_reading->filterBar().focusField(); });
    connectTo(Command::Escape, [this] { escape(); });
    connectTo(Command::CycleTitles, [this] { cycleTitles(); });
    connectTo(Command::PeekOriginal, [this] { peek(true); });
    connectTo(Command::Compact, [this] { m_settings.setDensity(Density::Compact); });
    connectTo(Command::Cosy, [this] { m_settings.setDensity(Density::Cosy); });
    connectTo(Command::Reading, [this] { m_settings.setDensity(Density::Reading); });
    connectTo(Command::FoldGroup, [this] { m_reading->table().foldGroup(); });
    connectTo(Command::UnfoldGroups, [this] { m_reading->papers().unfoldAll(); });
    PaperColumns &columns = m_reading->table().columns();
    for (const auto &[command, column] : columnCommands) {
        connect((*m_actions)[command], &QAction::toggled, &columns,
                [&columns, column = column](bool wanted) { columns.setWanted(column, wanted); });
    }
    connectTo(Command::ResetColumns, [&columns] { columns.reset(); });
    connect(&columns, &PaperColumns::changed, this, &MainWindow::checkColumns);
    checkColumns();
    // the settings keep the scale within its limits
    connectTo(Command::ZoomIn, [this] { m_settings.setTextScale(m_settings.textScale() + zoomStep); });
    connectTo(Command::ZoomOut, [this] { m_settings.setTextScale(m_settings.textScale() - zoomStep); });
    connectTo(Command::ZoomReset, [this] { m_settings.setTextScale(usualZoom); });
    connect((*m_actions)[Command::HideLeft], &QAction::toggled, m_left, &QWidget::setVisible);
    connect((*m_actions)[Command::FullScreen], &QAction::toggled, this,
            [this](bool full) { setWindowState(windowState().setFlag(Qt::WindowFullScreen, full)); });
    for (const auto &[command, order] : orderCommands) {
        connectTo(command, [this, by = order] { m_reading->sortBy(by); });
    }
}

void MainWindow::showKeys()
{
    QList<KeyRow> rows;
    for (const Actions::Group group : Actions::groups()) {
        for (const QAction *action : m_actions->of(group)) {
            rows += KeyRow{action->objectName(), action->text(), action->shortcuts()};
        }
    }
    KeySheet(rows, this).exec();
}

// --- what is kept

void MainWindow::restoreState()
{
    restoreGeometry(m_settings.state(u"geometry"_s));
    m_panes->restoreState(m_settings.state(u"panes"_s));
    m_reading->restoreState(m_settings.state(u"reading"_s));
    m_reading->table().columns().restore(m_settings.state(u"columns"_s));
    m_reading->papers().setFoldedGroups(m_settings.value(u"folded-groups"_s));
    m_panes->setHandleWidth(1); // a splitter's state holds the width of its handle as well
    m_reading->setHandleWidth(1);
    const bool leftHidden = m_settings.value(u"left-hidden"_s) == "true"_L1;
    (*m_actions)[Command::HideLeft]->setChecked(!leftHidden);
    m_left->setVisible(!leftHidden);
}

void MainWindow::say(const QString &words)
{
    m_messages->say(words);
}

void MainWindow::tell(const Error &error)
{
    m_telling->ofError(error);
}

void MainWindow::insist(const QString &words)
{
    m_warnings->warn(words);
}

bool MainWindow::isBusy() const
{
    return m_importing->isUnderWay() || m_exporting->isUnderWay() || m_safeKeeping->isUnderWay();
}

void MainWindow::keepState()
{
    m_settings.setState(u"geometry"_s, saveGeometry());
    m_settings.setState(u"panes"_s, m_panes->saveState());
    m_settings.setState(u"reading"_s, m_reading->saveState());
    m_settings.setState(u"columns"_s, m_reading->table().columns().state());
    m_settings.setValue(u"folded-groups"_s, m_reading->papers().foldedGroups());
    m_settings.setValue(u"left-hidden"_s, m_left->isHidden() ? u"true"_s : u"false"_s);
    if (m_content == Content::Own) {
        const auto paper = m_reading->table().currentPaper();
        m_settings.setValue(u"last-view"_s, shows<InReadingList>() ? readingListView
                                            : shows<StillUnread>() ? unreadView
                                                                   : shownDay().toString(Qt::ISODate));
        m_settings.setValue(u"last-paper"_s, paper ? paper->key() : QString());
    }
}

void MainWindow::restoreView()
{
    const QString view = m_content == Content::Own ? m_settings.value(u"last-view"_s) : QString();
    const QDate day = QDate::fromString(view, Qt::ISODate);
    const bool known = day.isValid() && !summariesOf(day).isEmpty();
    if (view == readingListView && m_services.library().readingListSize() > 0) {
        showReadingList();
    } else if (view == unreadView && m_services.library().unreadCount() > 0) {
        showUnread();
    } else if (known) {
        showDay(day);
    } else {
        showLatest();
        return;
    }
    if (const auto paper = PaperId::fromKey(m_settings.value(u"last-paper"_s))) {
        m_reading->goTo(*paper);
    }
}

void MainWindow::applySettings()
{
    for (const auto &[command, density] : {std::pair(Command::Compact, Density::Compact),
                                           {Command::Cosy, Density::Cosy},
                                           {Command::Reading, Density::Reading}}) {
        (*m_actions)[command]->setChecked(m_settings.density() == density);
    }
}

void MainWindow::checkColumns()
{
    for (const auto &[command, column] : columnCommands) {
        (*m_actions)[command]->setChecked(m_reading->table().columns().isWanted(column));
    }
}

void MainWindow::retranslate()
{
    m_actions->retranslate();
    m_menus->retranslate();
    if (m_content == Content::Sample) {
        (*m_actions)[Command::Sample]->setText(tr("Leave the &sample"));
    }
    m_reading->setAccessibleName(tr("Reading"));
    m_sampleLabel->setText(m_services.onlyRead() ? tr("Read only")
                                                 : tr("Sample. Its stars never mix with yours."));
    m_offline->setText(tr("Offline"));
    m_offline->setToolTip(tr("Everything stored still opens."));
    m_reading->papers().retranslate();
    refreshAround();
}

// --- what is shown

QDate MainWindow::today() const
{
    return m_services.clock().now().toLocalTime().date();
}

QDate MainWindow::shownDay() const
{
    const auto &query = m_reading->papers().query();
    const auto *day = query ? std::get_if<OnDay>(&*query) : nullptr;
    return day ? day->day : QDate();
}

template <typename List>
bool MainWindow::shows() const
{
    const auto &query = m_reading->papers().query();
    return query && std::holds_alternative<List>(*query);
}

QList<DaySummary> MainWindow::summariesOf(QDate day) const
{
    return day.isValid() ? m_services.library().days(day, day).value_or(QList<DaySummary>())
                         : QList<DaySummary>();
}

void MainWindow::showDay(QDate day)
{
    show(OnDay{day, {}});
}

void MainWindow::showReadingList()
{
    show(InReadingList{});
}

void MainWindow::showUnread()
{
    show(StillUnread{});
}

void MainWindow::showEntry(Sidebar::Entry entry)
{
    switch (entry) {
    case Sidebar::Entry::Latest:
        return showLatest();
    case Sidebar::Entry::Unread:
        return showUnread();
    case Sidebar::Entry::ReadingList:
        return showReadingList();
    }
}

/** What the commands do with the day that is shown, done with the one in the calendar. */
void MainWindow::showDayMenu(QDate day, const QPoint &at)
{
    const bool mayWrite = m_content == Content::Own && !m_services.onlyRead();
    const bool isHere = !summariesOf(day).isEmpty();
    auto *menu = new QMenu(this);
    menu->setObjectName("day-menu"_L1);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](Command command, bool isEnabled, const auto &deed) {
        QAction *action = menu->addAction((*m_actions)[command]->text(), this, deed);
        action->setObjectName((*m_actions)[command]->objectName());
        action->setEnabled(isEnabled);
    };
    add(Command::GetDay, mayWrite && day <= today(), [this, day] { m_fetching->getDay(day); });
    add(Command::LookUp, mayWrite && isHere, [this, day] { m_fetching->lookUp(day); });
    menu->addSeparator();
    add(Command::RemoveDay, mayWrite && isHere, [this, day] { m_importing->askToRemove(day); });
    menu->popup(at);
}

void MainWindow::getLatest()
{
    if (m_content == Content::Sample) {
        Q_EMIT ownLatestRequested();
    } else {
        m_fetching->getLatest();
    }
}

void MainWindow::countPapers(QHash<QString, int> &told)
{
    m_counts = new PaperCounts(m_services, m_settings, *m_start, *m_fetching, told, this);
}

void MainWindow::showLatest()
{
    const QDate latest = m_services.library().latestDay();
    showDay(latest.isValid() ? latest : today());
}

void MainWindow::show(const PaperQuery &query)
{
    m_reading->showList(query);
    if (!m_giveBack->isActive()) { // also where somebody goes from day to day all the time
        m_giveBack->start();
    }
    m_left->setShown(query);
    refreshAround();
}

/** Everything beside the list: calendar, counts, what is said of the day, which page is shown. */
void MainWindow::refreshAround()
{
    const Library &library = m_services.library();
    m_left->refresh(today());
    m_sources = summariesOf(shownDay());
    const bool empty = !library.latestDay().isValid() && library.readingListSize() == 0 && !shows<Named>();
    const bool first = !empty && m_pages->currentIndex() == 0 && shownDay().isValid();
    m_pages->setCurrentIndex(empty ? 0 : 1);
    if (first) { // a day came while the start page was shown
        showDay(m_sources.isEmpty() ? library.latestDay() : shownDay());
        m_reading->table().setFocus();
        return;
    }
    tellOfList();
}

void MainWindow::tidyUp()
{
    const bool isBusy = m_fetching->isUnderWay() || QApplication::activeModalWidget();
    const bool isKept = !isBusy && m_pdfs->keepStarred();
    m_isTidy = m_isTidy || m_settings.keptMonths() != m_keptMonths ||
               (!isBusy && m_messages->text().isEmpty() && m_importing->removeOldDays());
    if (m_isTidy && isKept) {
        m_tidyUp->stop();
    }
}

void MainWindow::tellOfList()
{
    const PaperTableModel &papers = m_reading->papers();
    PaperTableView &table = m_reading->table();
    FilterBar &bar = m_reading->filterBar();
    m_status->setDetails({});
    if (m_pages->currentIndex() == 0) {
        m_status->clear();
        setWindowTitle(u"Paperdawn"_s);
    } else if (shows<StillUnread>()) {
        bar.setHeading(tr("Unread"), tr("%n paper(s)", nullptr, papers.unread()));
        table.setEmptyText(tr("Nothing is unread."), tr("Older days are in the calendar on the left."));
        //: %1 is a number of lists
        m_status->setText(
            tr("Unread: %n paper(s) on the newest %1 lists, newest first.", nullptr, papers.unread())
                .arg(StillUnread::lists));
        setWindowTitle(tr("Paperdawn — Unread"));
    } else if (shows<InReadingList>()) {
        bar.setHeading(tr("Reading list"), tr("%n paper(s)", nullptr, papers.total()));
        table.setEmptyText(tr("Nothing starred yet."), tr("Press s on a paper to keep it here."));
        m_status->setText(tr("Reading list: %n paper(s), last starred first.", nullptr, papers.total()));
        setWindowTitle(tr("Paperdawn — Reading list"));
    } else if (shows<Named>()) {
        bar.setHeading(tr("Looked up"), tr("%n paper(s)", nullptr, papers.total()));
        m_status->setText(tr("It stands on no list here. Press s on it to keep it in the reading list."));
        setWindowTitle(tr("Paperdawn — Looked up"));
    } else {
        const QDate day = shownDay();
        const EmptyWords empty = emptyDayWords(day, m_sources, m_services.clock().now(),
                                               m_content == Content::Own && !m_services.onlyRead());
        bar.setHeading(dayName(day), aboutDay(m_sources, papers.total(), papers.unread()));
        table.setEmptyText(empty.what, empty.next);
        const QList<DayPart> lists = m_services.library().parts(day, Source::Arxiv);
        const QStringList told{dayStatusSentence(m_sources), proofWords(lists)};
        m_status->setText(told.join(u"  "_s).trimmed());
        m_status->setDetails(lists.size() > 1 && !told.last().isNull() ? proofLines(lists) : QString());
        //: %1 is a day
        setWindowTitle(tr("Paperdawn — %1").arg(shortDayName(day)));
    }
    if (papers.total() > 0 && papers.rowCount() == 0) {
        table.setEmptyText(
            tr("No paper here matches “%1”.").arg(printable(papers.filter(), longestFilterShown)),
            tr("Esc clears the filter."));
    }
    m_left->setUnreadShown(papers.unread());
    for (const auto &[command, order] : orderCommands) {
        (*m_actions)[command]->setChecked(order == papers.order());
    }
    offerRest();
    enableActions();
}

/** Beside what is said of the day that is shown. */
void MainWindow::offerRest()
{
    QList<DayPart> lacking;
    for (const DaySummary &source : m_sources) {
        lacking += source.lacking;
    }
    const bool mayFetch = m_content == Content::Own && !m_services.onlyRead() &&
                          m_pages->currentWidget() == m_panes && !m_fetching->isUnderWay() &&
                          !m_fetching->isWaiting();
    const bool isAbsent = m_sources.isEmpty() && mayHaveList(shownDay(), m_services.clock().now());
    m_rest->setText(isAbsent ? tr("Get this day's list") : getRestWords(lacking));
    m_rest->setVisible(mayFetch && (isAbsent || !lacking.isEmpty()));
}

void MainWindow::getRest()
{
    if (m_sources.isEmpty()) {
        m_fetching->getDay(shownDay());
    } else {
        m_fetching->getRest(shownDay());
    }
}

void MainWindow::enableActions()
{
    Situations situation;
    situation.setFlag(Situation::HasPaper, m_reading->table().currentPaper().has_value());
    situation.setFlag(Situation::HasList, m_reading->papers().rowCount() > 0);
    situation.setFlag(Situation::HasDay, shownDay().isValid() && m_content == Content::Own &&
                                             m_pages->currentWidget() == m_panes);
    situation.setFlag(Situation::HasGroups, m_reading->papers().isGrouped());
    situation.setFlag(Situation::HasLibrary, m_pages->currentWidget() == m_panes);
    situation.setFlag(Situation::MayWrite, !m_services.onlyRead());
    situation.setFlag(Situation::CanUndo, m_services.decisions().canUndo());
    situation.setFlag(Situation::CanRedo, m_services.decisions().canRedo());
    situation.setFlag(Situation::CanTakeBackImport, m_importing->canTakeBack());
    m_actions->enableFor(situation);
}

/** Says why nothing can be changed: at once, and again wherever somebody tries to. */
void MainWindow::explainOnlyRead()
{
    if (!m_services.onlyRead()) {
        return;
    }
    const Error reason = *m_services.onlyRead();
    m_telling->insistOn(reason);
    m_sampleLabel->setToolTip(sentence(reason).toHtmlEscaped());
    for (const QAction *action : m_actions->needing(Situation::MayWrite)) {
        for (const QKeySequence &keys : action->shortcuts()) { // those of a command that is off do nothing
            new QShortcut(keys, this, [this, reason] { m_telling->insistOn(reason); });
        }
    }
}

void MainWindow::stepDay(int direction)
{
    const Library &library = m_services.library();
    const QDate from = shownDay().isValid() ? shownDay() : library.latestDay();
    const QDate to = direction > 0 ? library.dayAfter(from) : library.dayBefore(from);
    if (to.isValid()) {
        showDay(to);
    } else {
        m_messages->say(direction > 0 ? tr("This is the last day here.") : tr("This is the first day here."));
    }
}

void MainWindow::cycleTitles()
{
    switch (m_settings.titleLanguage()) {
    case TitleLanguage::Original:
        m_settings.setTitleLanguage(TitleLanguage::Translated);
        break;
    case TitleLanguage::Translated:
        m_settings.setTitleLanguage(TitleLanguage::Both);
        break;
    case TitleLanguage::Both:
        m_settings.setTitleLanguage(TitleLanguage::Original);
        break;
    }
}

void MainWindow::escape()
{
    PaperTableView &table = m_reading->table();
    const bool atMessage = isWithin(focusWidget(), *m_messages);
    if (isWithin(focusWidget(), *m_warnings)) {
        m_warnings->clear();
        table.setFocus();
        return;
    }
    if (!atMessage && (m_reading->clearFilter() || table.selectOnlyCurrent())) {
        return;
    }
    m_messages->clear();
    table.setFocus();
}

void MainWindow::showSettings()
{
    SettingsDialog dialog(m_settings, m_services.folder(), this);
    dialog.setPapersADay(m_counts ? m_counts->papersADay() : m_services.library().papersADay());
    connect(&dialog, &SettingsDialog::moveRequested, &dialog, &QDialog::accept);
    const bool isMoving = dialog.exec() == QDialog::Accepted;
    if (m_counts) {
        m_counts->networkChanged(); // there may be another way to it now
    }
    if (isMoving) {
        m_moving->choose();
    }
}

void MainWindow::showNetworkSettings()
{
    m_settings.setValue(u"settings-page"_s, u"network"_s);
    showSettings();
}

void MainWindow::followNetwork()
{
    const auto look = [this] { m_offline->setVisible(reachability::isOffline()); };
    reachability::follow(this, look);
    look();
}

void MainWindow::peek(bool held)
{
    if (held != m_peeking) {
        m_peeking = held;
        m_reading->peekOriginal(held);
    }
}

// --- files in and out

void MainWindow::import(const QStringList &paths)
{
    QStringList days = paths;
    const auto named = std::stable_partition(days.begin(), days.end(), std::not_fn(isNamedAsBibtex));
    const QStringList bibliographies(named, days.end());
    days.erase(named, days.end());
    if (m_content == Content::Sample && !days.isEmpty()) {
        Q_EMIT ownRequested(paths); // what is one's own does not go into the sample
    } else {
        m_importing->start(days);
        m_choosing->start(bibliographies);
    }
}

/** The newest day of what came, unless the reader is reading already. */
void MainWindow::showImported(const ImportSummary &summary)
{
    QDate newest;
    for (const FileOutcome &file : summary.files) {
        for (const DaySummary &day : file.days) {
            newest = std::max(newest, day.day);
        }
    }
    const bool reading = m_pages->currentWidget() == m_panes && m_reading->papers().total() > 0;
    refreshAround();
    if (newest.isValid() && (!reading || summary.dayCount() == 1)) {
        showDay(newest);
        m_reading->table().setFocus();
    }
}

void MainWindow::takePasted(const QString &text)
{
    if (const auto paper = paperNamedIn(text)) {
        showPaper(*paper);
    } else {
        m_messages->say(tr("The clipboard names no paper. Copy an arXiv or bioRxiv link or number first."));
    }
}

void MainWindow::showPaper(const PaperId &paper)
{
    const QList<QDate> days = m_services.library().daysOf(paper);
    if (!days.isEmpty()) {
        showDay(days.first());
    } else if (m_services.decisions().marks(paper).starred) {
        showReadingList();
    } else if (m_services.library().details(paper)) {
        show(Named{{paper}});
    } else if (paper.source() == Source::Arxiv && m_content == Content::Own && !m_services.onlyRead()) {
        m_fetching->lookUp(paper);
        return;
    }
    if (!m_reading->goTo(paper)) {
        m_messages->say(tr("%1 is on no list here.").arg(paper.value()), tr("Open its page"),
                        [this, paper] { m_outside->openAddress(paper.absUrl()); });
        return;
    }
    m_reading->table().setFocus();
}

// --- events

bool MainWindow::keyBelongsToFocus(const QKeyEvent &key) const
{
    const QWidget *focus = focusWidget();
    switch (key.key()) {
    case Qt::Key_Space:
        return focus != &m_reading->table() &&
               (!isWithin(focus, m_reading->detail()) || qobject_cast<const QAbstractButton *>(focus));
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Up:
    case Qt::Key_Down:
        return focus != &m_reading->table() && !(key.modifiers() & Qt::ControlModifier);
    default:
        return false;
    }
}

bool MainWindow::event(QEvent *event)
{
    // Space, Return and the arrows mean something to buttons and the calendar: they are commands only where
    // one reads
    if (event->type() == QEvent::ShortcutOverride && keyBelongsToFocus(*static_cast<QKeyEvent *>(event))) {
        event->accept();
        return true;
    }
    if (event->type() == QEvent::WindowActivate || event->type() == QEvent::WindowDeactivate) {
        const bool active = event->type() == QEvent::WindowActivate;
        m_reading->setLookedAt(active);
        if (!active) {
            peek(false);
        } else if (!focusWidget()) {
            m_reading->table().setFocus();
        }
    }
    return QMainWindow::event(event);
}

void MainWindow::keyReleaseEvent(QKeyEvent *event)
{
    if (m_peeking && !event->isAutoRepeat()) {
        peek(false);
    }
    QMainWindow::keyReleaseEvent(event);
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    } else if (event->type() == QEvent::WindowStateChange) {
        (*m_actions)[Command::FullScreen]->setChecked(isFullScreen());
    }
}

/** A file that is being exported is written first; where that fails, the window stays, and says so. */
void MainWindow::closeEvent(QCloseEvent *event)
{
    keepState();
    if (m_exporting->isUnderWay()) {
        event->ignore();
        m_messages->say(tr("The window closes once the export is written."));
        m_closeLater->start();
        return;
    }
    QMainWindow::closeEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    const QMimeData &mime = *event->mimeData();
    if (!localFiles(mime).isEmpty() || (mime.hasText() && paperNamedIn(mime.text()))) {
        event->acceptProposedAction();
    }
}

void MainWindow::dropEvent(QDropEvent *event)
{
    const QMimeData &mime = *event->mimeData();
    const QStringList paths = localFiles(mime);
    event->acceptProposedAction();
    if (!paths.isEmpty()) {
        import(paths);
    } else {
        takePasted(mime.text());
    }
}

} // namespace paperdawn
