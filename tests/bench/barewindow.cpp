// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/barewindow.h"

#include <QAction>
#include <QHeaderView>
#include <QIcon>
#include <QMenuBar>
#include <QSplitter>
#include <QStatusBar>
#include <QStyle>
#include <QTableView>
#include <QTextBrowser>
#include <QToolBar>

namespace paperdawn::bench {

using namespace Qt::StringLiterals;

namespace {

void fill(QToolBar &bar, QMenu &menu)
{
    for (int i = 0; i < 10; ++i) {
        const QIcon icon = bar.style()->standardIcon(QStyle::StandardPixmap(QStyle::SP_DialogOkButton + i));
        bar.addAction(menu.addAction(icon, u"Action %1"_s.arg(i)));
    }
}

} // namespace

BareWindow::BareWindow()
    : m_model(new BareModel(this))
    , m_table(new QTableView)
{
    m_table->setModel(m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->resizeSection(0, 500);
    auto *text = new QTextBrowser;
    text->setHtml(u"<h2>A title of a paper</h2><p>"_s +
                  u"Words of an abstract as long as they are. "_s.repeated(28));
    auto *panes = new QSplitter;
    panes->addWidget(m_table);
    panes->addWidget(text);
    panes->setSizes({700, 400});
    setCentralWidget(panes);
    fill(*addToolBar(u"bar"_s), *menuBar()->addMenu(u"File"_s));
    statusBar()->showMessage(u"300 papers"_s);
    resize(1180, 780);
}

} // namespace paperdawn::bench
