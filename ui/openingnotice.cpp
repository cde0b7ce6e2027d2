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

OpeningNotice::OpeningNotice(QWidget *parent)
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
    // without a window behind it the program ends
    buttons->addButton(parent ? tr("Cancel") : tr("Quit"), QDialogButtonBox::RejectRole);
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
    m_words->setText(openingSentence(step));
    m_words->setAccessibleName(m_words->text());
    m_bar->setRange(0, step.total);
    m_bar->setValue(step.done);
}

} // namespace paperdawn
