// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/listsettings.h"

#include "app/settings/settings.h"
#include "ui/categorychooser.h"

#include <QComboBox>

namespace paperdawn {

using namespace Qt::StringLiterals;

ListSettings::ListSettings(Settings &settings, QWidget *parent)
    : SettingsPage(parent)
    , m_settings(settings)
    , m_categories(new CategoryChooser(settings))
    , m_telling(new QComboBox)
{
    addField(u"followed"_s, m_categories);
    addField(u"tellsOfNewLists"_s, m_telling);
    ListSettings::retranslate();
    connect(m_telling, &QComboBox::activated, this,
            [this] { m_settings.setTellsOfNewLists(m_telling->currentData().toBool()); });
}

void ListSettings::setPapersADay(const QHash<QString, int> &papers)
{
    m_categories->setPapersADay(papers);
}

QString ListSettings::title() const
{
    return tr("Li&sts");
}

void ListSettings::retranslate()
{
    label(m_categories, tr("&Categories:"));
    label(m_telling, tr("N&otification:"));
    offer(m_telling, {{tr("None"), false}, {tr("When a new list is there"), true}},
          m_settings.tellsOfNewLists());
}

} // namespace paperdawn
