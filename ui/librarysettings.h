// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settingspage.h"

namespace paperdawn {

class Settings;

/** What is kept on the disk, and how much of it. Thread: UI. */
class LibrarySettings final : public SettingsPage
{
    Q_OBJECT
public:
    /** `settings` must outlive the page. */
    explicit LibrarySettings(Settings &settings, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override;

private:
    void retranslate() override;
    void fillPdfRoom();

    Settings &m_settings;
    QComboBox *m_keepsPdfs;
    QComboBox *m_pdfRoom;
};

} // namespace paperdawn
