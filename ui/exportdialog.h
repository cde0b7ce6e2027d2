// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/settings.h"
#include "app/transfer/export.h"

#include <QDate>
#include <QDialog>

class QComboBox;
class QFormLayout;
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
    ExportFormat format = ExportFormat::Markdown;
    bool operator==(const ExportChoice &) const = default;
};

/**
 * Asks what to export and how; the window does it. Style and language are asked for where the format has
 * them. The last choice is remembered when the dialog is accepted. Thread: UI.
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
    void askForStyle();

    Settings &m_settings;
    QFormLayout *m_form;
    QComboBox *m_what;
    QComboBox *m_format;
    QComboBox *m_style;
    QComboBox *m_language;
    QComboBox *m_where;
    QPushButton *m_export;
};

} // namespace paperdawn
