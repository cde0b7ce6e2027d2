// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/formats/markdownexport.h"
#include "app/settings/settings.h"

#include <QDate>
#include <QDialog>

class QComboBox;
class QPushButton;

namespace paperdawn {

/** What there is to export at this moment; a number of 0 cannot be chosen. */
struct ExportOffer
{
    QDate day;
    int onDay = 0;
    int selected = 0;
    int inReadingList = 0;
};

/** What the reader chose. */
struct ExportChoice
{
    enum class What : quint8 { Day, Selection, ReadingList };
    enum class Where : quint8 { File, Clipboard };
    What what = What::Day;
    ExportStyle style = ExportStyle::Table;
    ExportLanguage language = ExportLanguage::Chinese;
    Where where = Where::File;
    bool operator==(const ExportChoice &) const = default;
};

/**
 * Asks what to export and how; the window does it. The last choice is remembered when the dialog is accepted.
 * Thread: UI.
 */
class ExportDialog final : public QDialog
{
    Q_OBJECT
public:
    /** `settings` must outlive the dialog. */
    ExportDialog(Settings &settings, const ExportOffer &offer, QWidget *parent = nullptr);

    [[nodiscard]] ExportChoice choice() const;
    /** The name to suggest for the file of a choice: "2025-12-09.md", "reading-list.md". */
    [[nodiscard]] static QString suggestedName(const ExportChoice &choice, QDate day);

private:
    void remember();
    void nameTheDeed();

    Settings &m_settings;
    QComboBox *m_what;
    QComboBox *m_style;
    QComboBox *m_language;
    QComboBox *m_where;
    QPushButton *m_export;
};

} // namespace paperdawn
