// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/importprogress.h"

#include "app/base/sentence.h"
#include "ui/theme.h"

#include <QEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QToolButton>

namespace paperdawn {

using namespace Qt::StringLiterals;

namespace {

constexpr int barWidth = 120;
constexpr int barHeight = 6;
constexpr qsizetype longestName = 40;

} // namespace

ImportProgressBar::ImportProgressBar(QWidget *parent)
    : QWidget(parent)
    , m_words(new QLabel(this))
    , m_bar(new QProgressBar(this))
    , m_stop(new QToolButton(this))
{
    setObjectName("import-progress"_L1);
    m_words->setTextFormat(Qt::PlainText);
    m_bar->setFixedSize(barWidth, barHeight);
    m_bar->setTextVisible(false);
    m_stop->setObjectName("stop-import"_L1);
    m_stop->setAutoRaise(true);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(grid::gap);
    layout->addWidget(m_words);
    layout->addWidget(m_bar);
    layout->addWidget(m_stop);
    connect(m_stop, &QToolButton::clicked, this, &ImportProgressBar::stopRequested);
    retranslate();
    hide();
}

void ImportProgressBar::start()
{
    m_bar->setRange(0, 0);
    m_words->setText(tr("Importing"));
    m_stop->setEnabled(true);
    show();
}

void ImportProgressBar::setProgress(const ImportProgress &progress)
{
    m_bar->setRange(0, progress.total);
    m_bar->setValue(progress.done);
    const QString name = printable(QFileInfo(progress.file).fileName(), longestName);
    //: %1 of %2 files are done, %3 is the one at work
    m_words->setText(tr("Importing %1 of %2: %3").arg(progress.done).arg(progress.total).arg(name));
}

void ImportProgressBar::finish()
{
    hide();
}

void ImportProgressBar::retranslate()
{
    m_stop->setText(tr("Stop"));
    m_stop->setAccessibleName(tr("Stop importing"));
    m_bar->setAccessibleName(tr("Import progress"));
}

void ImportProgressBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace paperdawn
