// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/importprogress.h"

#include "app/base/sentence.h"
#include "ui/progressstrip.h"

#include <QEvent>
#include <QFileInfo>
#include <QHBoxLayout>

namespace paperdawn {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestName = 40;

} // namespace

ImportProgressBar::ImportProgressBar(const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_strip(new ProgressStrip(u"import"_s, clock, this))
{
    setObjectName("import-progress"_L1);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_strip);
    connect(m_strip, &ProgressStrip::stopRequested, this, &ImportProgressBar::stopRequested);
    retranslate();
    hide();
}

void ImportProgressBar::start()
{
    m_strip->setProgress(0, 0);
    m_strip->setWords(tr("Importing"));
    m_strip->setStoppable(true);
    show();
}

void ImportProgressBar::setProgress(const ImportProgress &progress)
{
    m_strip->setProgress(progress.done, progress.total);
    const QString name = printable(QFileInfo(progress.file).fileName(), longestName);
    //: %1 of %2 files are done, %3 is the one at work
    m_strip->setWords(tr("Importing %1 of %2: %3").arg(progress.done).arg(progress.total).arg(name));
}

void ImportProgressBar::finish()
{
    hide();
}

void ImportProgressBar::retranslate()
{
    m_strip->setSpokenNames(tr("Stop importing"), tr("Import progress"));
}

void ImportProgressBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace paperdawn
