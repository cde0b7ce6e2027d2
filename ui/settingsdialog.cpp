// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settingsdialog.h"

#include "ui/librarysettings.h"
#include "ui/listsettings.h"
#include "ui/networksettings.h"
#include "ui/readingsettings.h"
#include "ui/theme.h"

#include <QDialogButtonBox>
#include <QEvent>
#include <QPushButton>
#include <QShortcut>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

namespace paperdawn {

using namespace Qt::StringLiterals;

namespace {

const QString pageKey = u"settings-page"_s;
constexpr int measure = 64; ///< characters a line, so that an address is seen whole

} // namespace

SettingsDialog::SettingsDialog(Settings &settings, const LibraryFolder &folder, QWidget *parent)
    : QDialog(parent)
    , m_settings(settings)
    , m_lists(new ListSettings(settings))
    , m_tabs(new QTabWidget)
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Close))
{
    setObjectName("settingsDialog"_L1);
    m_tabs->setDocumentMode(true);
    m_tabs->tabBar()->setObjectName("settingsPages"_L1);
    m_tabs->tabBar()->setExpanding(false);
    m_tabs->setMinimumWidth(grid::up(fontMetrics().averageCharWidth() * measure));
    add(u"reading"_s, new ReadingSettings(settings));
    add(u"lists"_s, m_lists);
    auto *library = new LibrarySettings(settings, folder);
    connect(library, &LibrarySettings::moveRequested, this, &SettingsDialog::moveRequested);
    add(u"library"_s, library);
    add(u"network"_s, new NetworkSettings(settings));

    auto *bottom = new QHBoxLayout;
    bottom->setContentsMargins(grid::wide, 0, grid::wide, grid::section);
    bottom->addWidget(m_buttons);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, grid::gap, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_tabs);
    column->addLayout(bottom);
    retranslate();

    const auto *last = m_tabs->findChild<QWidget *>(m_settings.value(pageKey));
    m_tabs->setCurrentIndex(std::max(0, m_tabs->indexOf(const_cast<QWidget *>(last))));
    m_tabs->currentWidget()->setFocus();
    connect(m_tabs, &QTabWidget::currentChanged, this,
            [this](int page) { m_settings.setValue(pageKey, m_tabs->widget(page)->objectName()); });
    // from inside of a page, too: boxes take Ctrl+Tab for a letter to search for
    turnBy(+1, {QKeySequence(Qt::CTRL | Qt::Key_Tab), QKeySequence(Qt::CTRL | Qt::Key_PageDown)});
    turnBy(-1,
           {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Tab),
            QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Backtab), QKeySequence(Qt::CTRL | Qt::Key_PageUp)});
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void SettingsDialog::setPapersADay(const QHash<QString, int> &papers)
{
    m_lists->setPapersADay(papers);
}

void SettingsDialog::add(const QString &name, SettingsPage *page)
{
    page->setObjectName(name);
    m_pages += page;
    m_tabs->addTab(page, QString());
}

void SettingsDialog::turnBy(int pages, const QList<QKeySequence> &keys)
{
    for (const QKeySequence &key : keys) {
        connect(new QShortcut(key, this), &QShortcut::activated, this, [this, pages] {
            const int count = m_tabs->count();
            m_tabs->setCurrentIndex((m_tabs->currentIndex() + pages + count) % count);
            m_tabs->currentWidget()->setFocus();
        });
    }
}

void SettingsDialog::retranslate()
{
    setWindowTitle(tr("Settings"));
    for (QWidget *tabs : std::initializer_list<QWidget *>{m_tabs, m_tabs->tabBar()}) {
        tabs->setAccessibleName(tr("Pages of the settings"));
    }
    for (int i = 0; i < m_pages.size(); ++i) {
        m_tabs->setTabText(i, m_pages.at(i)->title());
    }
    m_buttons->button(QDialogButtonBox::Close)->setText(tr("Close"));
}

void SettingsDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QDialog::changeEvent(event);
}

} // namespace paperdawn
