// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/startpage.h"

#include "app/base/async.h"
#include "app/base/sentence.h"
#include "app/settings/settings.h"
#include "ui/categorychooser.h"
#include "ui/reachability.h"
#include "ui/theme.h"

#include <QComboBox>
#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMimeData>
#include <QNetworkProxy>
#include <QPainter>
#include <QPushButton>
#include <QTimer>
#include <QUrl>
#include <QVBoxLayout>
#include <utility>

namespace paperdawn {

using namespace Qt::StringLiterals;

namespace {

constexpr int measure = 64; ///< characters a line
constexpr qsizetype longestProxy = 60;

QStringList localPaths(const QMimeData *data)
{
    QStringList paths;
    const QList<QUrl> urls = data->urls();
    for (const QUrl &url : urls) {
        if (url.isLocalFile()) {
            paths += url.toLocalFile();
        }
    }
    return paths;
}

QLabel *plainLabel(bool wrapped)
{
    auto *label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(wrapped);
    return label;
}

} // namespace

StartPage::StartPage(Settings &settings, QWidget *parent)
    : QWidget(parent)
    , m_title(plainLabel(false))
    , m_sentence(plainLabel(true))
    , m_question(plainLabel(true))
    , m_categories(new CategoryChooser(settings))
    , m_titlesIn(plainLabel(false))
    , m_titles(new QComboBox)
    , m_latest(new QPushButton)
    , m_aboutNetwork(plainLabel(false))
    , m_network(new QPushButton)
    , m_orElse(plainLabel(true))
    , m_files(new QPushButton)
    , m_folder(new QPushButton)
    , m_sample(new QPushButton)
    , m_drop(plainLabel(true))
    , m_later(plainLabel(true))
    , m_settings(settings)
{
    setObjectName("startPage"_L1);
    setAcceptDrops(true);
    setAttribute(Qt::WA_InputMethodEnabled, false);
    m_files->setObjectName("openFiles"_L1);
    m_folder->setObjectName("openFolder"_L1);
    m_sample->setObjectName("trySample"_L1);
    m_latest->setObjectName("getLatest"_L1);
    m_latest->setDefault(true);
    m_network->setObjectName("networkSettings"_L1);
    m_aboutNetwork->setObjectName("aboutNetwork"_L1);
    m_network->hide();
    m_aboutNetwork->hide();
    for (QPushButton *button : {m_latest, m_network, m_files, m_folder, m_sample}) {
        button->setAutoDefault(true); // Return presses the one that has the keyboard
    }

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(grid::gap);
    buttons->addWidget(m_files);
    buttons->addWidget(m_folder);
    buttons->addWidget(m_sample);
    buttons->addStretch();

    auto *first = new QHBoxLayout;
    first->setSpacing(grid::gap);
    first->addWidget(m_latest);
    first->addSpacing(grid::gap);
    first->addWidget(m_aboutNetwork);
    first->addWidget(m_network);
    first->addStretch();

    m_titles->setObjectName("titlesIn"_L1);
    m_titlesIn->setBuddy(m_titles);
    auto *titles = new QHBoxLayout;
    titles->setSpacing(grid::gap);
    titles->addWidget(m_titlesIn);
    titles->addWidget(m_titles);
    titles->addStretch();

    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    column->addWidget(m_title);
    column->addSpacing(grid::gap);
    column->addWidget(m_sentence);
    column->addSpacing(grid::wide);
    column->addWidget(m_question);
    column->addSpacing(grid::gap);
    column->addWidget(m_categories);
    column->addSpacing(grid::pad);
    column->addLayout(titles);
    column->addSpacing(grid::pad);
    column->addLayout(first);
    column->addSpacing(grid::wide);
    column->addWidget(m_orElse);
    column->addSpacing(grid::gap);
    column->addLayout(buttons);
    column->addSpacing(grid::section);
    column->addWidget(m_drop);
    column->addSpacing(grid::unit);
    column->addWidget(m_later);

    // a third above, two thirds below: where the eye expects a heading
    auto *across = new QHBoxLayout;
    across->addStretch(1);
    across->addLayout(column);
    across->addStretch(1);
    auto *down = new QVBoxLayout(this);
    down->setContentsMargins(grid::wide, grid::wide, grid::wide, grid::wide);
    down->addStretch(1);
    down->addLayout(across);
    down->addStretch(2);

    connect(m_latest, &QPushButton::clicked, this, &StartPage::latestRequested);
    const auto enable = [this, &settings] { m_latest->setEnabled(!settings.categories().isEmpty()); };
    connect(&settings, &Settings::changed, this, enable);
    enable();
    connect(m_titles, &QComboBox::activated, this,
            [this] { m_settings.setTitleLanguage(TitleLanguage(m_titles->currentData().toInt())); });
    connect(&settings, &Settings::changed, this, &StartPage::showTitleLanguage);
    connect(m_categories, &CategoryChooser::chosenChanged, this, &StartPage::categoriesChosen);
    connect(m_categories, &CategoryChooser::pasted, this, &StartPage::pasted);
    connect(m_files, &QPushButton::clicked, this, &StartPage::openFilesRequested);
    connect(m_folder, &QPushButton::clicked, this, &StartPage::openFolderRequested);
    connect(m_sample, &QPushButton::clicked, this, &StartPage::sampleRequested);
    connect(m_network, &QPushButton::clicked, this, &StartPage::networkSettingsRequested);
    setFocusProxy(m_categories);
    retranslate();
    restyle();
}

void StartPage::retranslate()
{
    //: The name of the program. In Chinese: 晨览
    m_title->setText(tr("Paperdawn"));
    m_sentence->setText(
        tr("A reader for the daily list of new preprints: choose a day, skim every title, read "
           "the few abstracts that matter."));
    m_question->setText(tr("What do you read?"));
    m_latest->setText(m_isOffline ? tr("&Get it when online") : tr("&Get the latest list"));
    //: %1 is such as “127.0.0.1:7890”
    m_aboutNetwork->setText(m_proxy.isNull() ? tr("Is there a proxy?")
                                             : tr("By the desktop's proxy, %1.").arg(m_proxy));
    m_network->setText(tr("&Network settings…"));
    m_titlesIn->setText(tr("Titles &in:"));
    m_titles->clear();
    m_titles->addItem(tr("Both languages"), int(TitleLanguage::Both));
    m_titles->addItem(tr("Translation"), int(TitleLanguage::Translated));
    m_titles->addItem(tr("Original"), int(TitleLanguage::Original));
    showTitleLanguage();
    m_orElse->setText(tr("Or begin without a network:"));
    m_files->setText(tr("&Open files…"));
    m_folder->setText(tr("Open a &folder…"));
    m_sample->setText(tr("&Try the sample"));
    m_drop->setText(tr("Or drop day files, or a folder of them, anywhere on this page. A .bib file, dropped "
                       "or opened, chooses the categories of the papers in it."));
    m_later->setText(tr("Every list you open is kept on this computer and can be read offline."));
    setAccessibleName(tr("Start page"));
    setAccessibleDescription(m_sentence->text());
}

void StartPage::restyle()
{
    QFont heading = larger(font());
    heading.setWeight(QFont::DemiBold);
    m_title->setFont(heading);
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    m_question->setFont(strong);
    m_orElse->setFont(strong);
    QPalette muted = palette();
    muted.setColor(QPalette::WindowText, colours(palette()).muted);
    m_drop->setPalette(muted);
    m_later->setPalette(muted);
    const int width = fontMetrics().averageCharWidth() * measure;
    for (QWidget *widget : std::initializer_list<QWidget *>{m_sentence, m_categories, m_drop, m_later}) {
        widget->setFixedWidth(grid::up(width));
    }
    for (QPushButton *button : {m_latest, m_network, m_files, m_folder, m_sample}) {
        button->setMinimumWidth(0);
        button->setMinimumSize(grid::up(button->sizeHint().width() + grid::section),
                               grid::up(lineHeight(font(), u"zh-Hans") + grid::gap));
    }
}

void StartPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        restyle();
    } else if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        restyle();
    }
    QWidget::changeEvent(event);
}

/** Not before the window is there: it takes a moment. */
void StartPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    QTimer::singleShot(0, this, [this] {
        if (!std::exchange(m_followsNetwork, true)) {
            reachability::follow(this, [this] { lookForNetwork(); });
            lookForNetwork();
            lookForProxy();
        }
        Q_EMIT shown();
    });
}

void StartPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    Q_EMIT hidden();
}

void StartPage::setPapersADay(const QHash<QString, int> &papers)
{
    m_categories->setPapersADay(papers);
}

/** In the pool, for a proxy's script may take long. */
void StartPage::lookForProxy()
{
    const auto look = []() -> Result<QString> {
        const QNetworkProxyQuery query(QUrl(u"https://export.arxiv.org/"_s));
        const QNetworkProxy proxy = QNetworkProxyFactory::systemProxyForQuery(query).value(0);
        return proxy.hostName().isEmpty() ? QString()
                                          : proxy.hostName() + u':' + QString::number(proxy.port());
    };
    whenDone(runIn(QThreadPool::globalInstance(), look), this, [this](const Result<QString> &proxy) {
        if (proxy && !proxy->isEmpty() && m_settings.proxy() == ProxyUse::System) {
            m_proxy = printable(*proxy, longestProxy);
            offerNetworkSettings();
        }
    });
}

void StartPage::offerNetworkSettings()
{
    m_aboutNetwork->show();
    m_network->show();
    retranslate();
    restyle();
}

void StartPage::lookForNetwork()
{
    m_isOffline = reachability::isOffline();
    retranslate();
    restyle();
}

void StartPage::showTitleLanguage()
{
    m_titles->setCurrentIndex(m_titles->findData(int(m_settings.titleLanguage())));
}

void StartPage::setDropping(bool dropping)
{
    m_dropping = dropping;
    update();
}

void StartPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (!localPaths(event->mimeData()).isEmpty()) {
        event->acceptProposedAction();
        setDropping(true);
    }
}

void StartPage::dragLeaveEvent(QDragLeaveEvent *)
{
    setDropping(false);
}

void StartPage::dropEvent(QDropEvent *event)
{
    setDropping(false);
    const QStringList paths = localPaths(event->mimeData());
    if (!paths.isEmpty()) {
        event->acceptProposedAction();
        Q_EMIT filesDropped(paths);
    }
}

void StartPage::paintEvent(QPaintEvent *)
{
    const Colours &c = colours(palette());
    QPainter painter(this);
    painter.fillRect(rect(), c.paper);
    if (m_dropping) {
        painter.setPen(QPen(c.accent, 2, Qt::DashLine));
        painter.setRenderHint(QPainter::Antialiasing);
        painter.drawRoundedRect(rect().adjusted(grid::gap, grid::gap, -grid::gap, -grid::gap), grid::gap,
                                grid::gap);
    }
}

} // namespace paperdawn
