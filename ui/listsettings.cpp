// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/listsettings.h"

#include "ui/categorychooser.h"

namespace paperdawn {

using namespace Qt::StringLiterals;

ListSettings::ListSettings(Settings &settings, QWidget *parent)
    : SettingsPage(parent)
    , m_categories(new CategoryChooser(settings))
{
    addField(u"followed"_s, m_categories);
    ListSettings::retranslate();
}

QString ListSettings::title() const
{
    return tr("Li&sts");
}

void ListSettings::retranslate()
{
    label(m_categories, tr("&Categories:"));
}

} // namespace paperdawn
