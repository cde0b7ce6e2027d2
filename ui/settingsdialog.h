// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/settings.h"

#include <QDialog>
#include <QHash>

class QDialogButtonBox;
class QTabWidget;

namespace paperdawn {

class ListSettings;
class SettingsPage;
struct LibraryFolder;

/**
 * Every setting, applied at once: what is changed here is seen in the window behind it. Opens on the page
 * that was shown last. Thread: UI.
 */
class SettingsDialog final : public QDialog
{
    Q_OBJECT
public:
    /** `settings` must outlive the dialog. */
    SettingsDialog(Settings &settings, const LibraryFolder &folder, QWidget *parent = nullptr);

    /** By category, where it is known. */
    void setPapersADay(const QHash<QString, int> &papers);

Q_SIGNALS:
    void moveRequested(); ///< of the library

protected:
    void changeEvent(QEvent *event) override;

private:
    void add(const QString &name, SettingsPage *page);
    void turnBy(int pages, const QList<QKeySequence> &keys);
    void retranslate();

    Settings &m_settings;
    QList<SettingsPage *> m_pages;
    ListSettings *m_lists;
    QTabWidget *m_tabs;
    QDialogButtonBox *m_buttons;
};

} // namespace paperdawn
