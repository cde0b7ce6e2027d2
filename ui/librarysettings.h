// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/librarysize.h"
#include "ui/settingspage.h"

#include <optional>

class QLabel;
class QPushButton;

namespace paperdawn {

class Settings;
class WrappedLabel;

/** Where the library is, what it takes on the disk, and how much of it is kept. Thread: UI. */
class LibrarySettings final : public SettingsPage
{
    Q_OBJECT
public:
    /** `settings` must outlive the page. */
    LibrarySettings(Settings &settings, const LibraryFolder &folder, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override;

Q_SIGNALS:
    void moveRequested();

private:
    void retranslate() override;
    void fillPdfRoom();
    void fillKeptMonths();
    void tellOfKept();
    void showSize();
    void tell(QLabel *fact, const QString &words, const QString &text);

    Settings &m_settings;
    const LibraryFolder m_folder;
    QComboBox *m_keepsPdfs;
    QComboBox *m_pdfRoom;
    QComboBox *m_keptMonths;
    WrappedLabel *m_kept; ///< what that means
    QLabel *m_where;
    QPushButton *m_move;
    QLabel *m_size;
    QLabel *m_backup;
    std::optional<LibrarySize> m_measured; ///< none while it is being measured
};

} // namespace paperdawn
