// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/openingnotice.h"

#include "ui/theme.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace paperdawn {

using namespace Qt::StringLiterals;

namespace {

constexpr int aMomentMs = 400;
constexpr int widthInCharacters = 60;
constexpr int barHeight = 6;

} // namespace

OpeningNotice::OpeningNotice(QWidget *parent, Leaving leaving)
    : QDialog(parent)
    , m_words(new QLabel(tr("Opening the library.")))
    , m_bar(new QProgressBar)
{
    setObjectName("opening"_L1);
    setWindowTitle(u"Paperdawn"_s);          // as that of the window
    setAttribute(Qt::WA_QuitOnClose, false); // the window comes after it
    m_words->setObjectName("opening-words"_L1);
    m_words->setTextFormat(Qt::PlainText);
    m_words->setWordWrap(true);
    m_words->setMinimumWidth(fontMetrics().averageCharWidth() * widthInCharacters);
    m_bar->setRange(0, 0);
    m_bar->setFixedHeight(barHeight);
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Progress"));

    auto *buttons = new QDialogButtonBox;
    buttons->addButton(leaving == Leaving::Cancels ? tr("Cancel") : tr("Quit"), QDialogButtonBox::RejectRole);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(grid::wide, grid::wide, grid::wide, grid::section);
    column->setSpacing(grid::pad);
    column->addWidget(m_words);
    column->addWidget(m_bar);
    column->addSpacing(grid::gap);
    column->addWidget(buttons);

    m_delay.setSingleShot(true);
    connect(&m_delay, &QTimer::timeout, this, &QDialog::show);
    m_delay.start(aMomentMs);
}

void OpeningNotice::setStep(const OpeningStep &step)
{
    setStep(openingSentence(step), step.done, step.total);
}

void OpeningNotice::setStep(const QString &words, int done, int total)
{
    m_words->setText(words);
    m_words->setAccessibleName(words);
    m_bar->setRange(0, total);
    m_bar->setValue(done);
}

} // namespace paperdawn
