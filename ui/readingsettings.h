// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/settings.h"
#include "ui/settingspage.h"

class QSpinBox;

namespace paperdawn {

/** How the window looks and speaks, and when a paper counts as read. Thread: UI. */
class ReadingSettings final : public SettingsPage
{
    Q_OBJECT
public:
    /** `settings` must outlive the page. */
    explicit ReadingSettings(Settings &settings, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override;

private:
    void retranslate() override;
    void fill(); ///< the words of every choice; what is chosen comes from the settings
    void fillDwell();

    Settings &m_settings;
    QComboBox *m_language;
    QComboBox *m_theme;
    QComboBox *m_contrast;
    QComboBox *m_titles;
    QComboBox *m_density;
    QSpinBox *m_textScale;
    QComboBox *m_dwell;
};

} // namespace paperdawn
