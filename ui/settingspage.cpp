// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settingspage.h"

#include "ui/mnemonic.h"
#include "ui/theme.h"
#include "ui/wrappedlabel.h"

#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QSignalBlocker>

namespace paperdawn {

SettingsPage::SettingsPage(QWidget *parent)
    : QWidget(parent)
    , m_form(new QFormLayout(this))
{
    m_form->setContentsMargins(grid::wide, grid::wide, grid::wide, grid::section);
    m_form->setHorizontalSpacing(grid::section);
    m_form->setVerticalSpacing(grid::pad);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
}

void SettingsPage::addField(const QString &name, QWidget *field)
{
    field->setObjectName(name);
    auto *words = new QLabel;
    words->setTextFormat(Qt::PlainText);
    words->setBuddy(field->focusProxy() ? field->focusProxy() : field);
    m_form->addRow(words, field);
    if (!focusProxy()) {
        setFocusProxy(field);
    }
}

void SettingsPage::label(QWidget *field, const QString &words)
{
    static_cast<QLabel *>(m_form->labelForField(field))->setText(words);
    field->setAccessibleName(plainLabel(words));
}

WrappedLabel *SettingsPage::addNote()
{
    auto *note = new WrappedLabel;
    note->setContentsMargins(0, grid::gap, 0, 0);
    note->setForegroundRole(QPalette::PlaceholderText);
    m_form->addRow(note);
    return note;
}

void SettingsPage::setShown(QWidget *row, bool shown)
{
    m_form->setRowVisible(row, shown);
}

void SettingsPage::offer(QComboBox *box, const QList<Offer> &offers, const QVariant &chosen)
{
    const QSignalBlocker quiet(box);
    box->clear();
    for (const Offer &one : offers) {
        box->addItem(one.words, one.value);
    }
    box->setCurrentIndex(box->findData(chosen));
}

void SettingsPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace paperdawn
