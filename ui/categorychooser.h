// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/settings.h"

#include <QHash>
#include <QWidget>

class QLabel;
class QLineEdit;
class QListView;

namespace paperdawn {

class CategoryModel;

/** What a reader follows: a search over arXiv's categories and a list to mark them; kept at once in the
 * settings. Thread: UI. */
class CategoryChooser final : public QWidget
{
    Q_OBJECT
public:
    /** `settings` must outlive it. */
    explicit CategoryChooser(Settings &settings, QWidget *parent = nullptr);

    /** By category, where it is known. */
    void setPapersADay(const QHash<QString, int> &papers);

Q_SIGNALS:
    void chosenChanged();             ///< the settings have it
    void pasted(const QString &text); ///< the number or link of a paper, which is no search for a category

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void retranslate();
    void tellChosen();
    void tellPapersADay();
    void search(const QString &text);

    Settings &m_settings;
    CategoryModel *m_model;
    QLineEdit *m_search;
    QListView *m_list;
    QLabel *m_chosen;
    QLabel *m_papers;      ///< a day, of those that are chosen
    qsizetype m_typed = 0; ///< letters in the search so far
};

} // namespace paperdawn
