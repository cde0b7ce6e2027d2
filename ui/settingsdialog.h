// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/settings.h"

#include <QDialog>

class QComboBox;
class QDialogButtonBox;
class QFormLayout;
class QSpinBox;

namespace paperdawn {

class CategoryChooser;

/** Every setting, applied at once: what is changed here is seen in the window behind it. Thread: UI. */
class SettingsDialog final : public QDialog
{
    Q_OBJECT
public:
    /** `settings` must outlive the dialog. */
    explicit SettingsDialog(Settings &settings, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void fillPdfRoom();
    void fill(); ///< the words of every choice; what is chosen comes from the settings

    Settings &m_settings;
    QFormLayout *m_form;
    QComboBox *m_language;
    QComboBox *m_theme;
    QComboBox *m_contrast;
    QComboBox *m_titles;
    QComboBox *m_density;
    QSpinBox *m_textScale;
    QComboBox *m_dwell;
    QComboBox *m_pdfRoom;
    QComboBox *m_keepsPdfs;
    CategoryChooser *m_categories;
    QDialogButtonBox *m_buttons;
};

} // namespace paperdawn
