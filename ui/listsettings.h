// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settingspage.h"

#include <QHash>

namespace paperdawn {

class CategoryChooser;
class Settings;

/** What the reader follows, and whether they are told of what is new. Thread: UI. */
class ListSettings final : public SettingsPage
{
    Q_OBJECT
public:
    /** `settings` must outlive the page. */
    explicit ListSettings(Settings &settings, QWidget *parent = nullptr);

    /** By category, where it is known. */
    void setPapersADay(const QHash<QString, int> &papers);

    [[nodiscard]] QString title() const override;

private:
    void retranslate() override;

    Settings &m_settings;
    CategoryChooser *m_categories;
    QComboBox *m_telling;
};

} // namespace paperdawn
