// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;

namespace paperdawn {

class CategoryChooser;
class Settings;

/**
 * What stands in the window while there is no day to show: what the program is, and the ways to a first list.
 * The whole page takes dropped files and folders. Thread: UI.
 */
class StartPage final : public QWidget
{
    Q_OBJECT
public:
    /** `settings` must outlive the page. */
    explicit StartPage(Settings &settings, QWidget *parent = nullptr);

    /** A request did not get through: the way to the network's settings is shown from now on, as where the
     * desktop has a proxy. */
    void offerNetworkSettings();
    /** By category, where it is known. */
    void setPapersADay(const QHash<QString, int> &papers);

Q_SIGNALS:
    void shown(); ///< and the window is there
    void hidden();
    void categoriesChosen(); ///< the settings have them
    void networkSettingsRequested();
    void latestRequested();
    void openFilesRequested();
    void openFolderRequested();
    void sampleRequested();
    void pasted(const QString &text);            ///< into the search, and it is the number or link of a paper
    void filesDropped(const QStringList &paths); ///< local files and folders, at least one

protected:
    void changeEvent(QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void retranslate();
    void restyle();
    void lookForNetwork();
    void lookForProxy();
    void showTitleLanguage();
    void setDropping(bool dropping);

    QLabel *m_title;
    QLabel *m_sentence;
    QLabel *m_question;
    CategoryChooser *m_categories;
    QLabel *m_titlesIn;
    QComboBox *m_titles;
    QPushButton *m_latest;
    QLabel *m_aboutNetwork;
    QPushButton *m_network;
    QLabel *m_orElse;
    QPushButton *m_files;
    QPushButton *m_folder;
    QPushButton *m_sample;
    QLabel *m_drop;
    QLabel *m_later;
    Settings &m_settings;
    bool m_dropping = false;
    bool m_followsNetwork = false;
    bool m_isOffline = false;
    QString m_proxy; ///< of the desktop; null: none that is known
};

} // namespace paperdawn
