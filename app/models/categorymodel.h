// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QStringList>

namespace paperdawn {

/**
 * The categories of arXiv that papers are still put into, each with a check mark: what a reader follows. The
 * marked ones stand first; a search looks at the ids and at the names in both languages ("cv", "高能",
 * "hep-th"). QtCore only. Thread: UI.
 */
class CategoryModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { IdRole = Qt::UserRole };

    explicit CategoryModel(QObject *parent = nullptr);

    [[nodiscard]] QStringList chosen() const; ///< canonical ids, in the order in which they were chosen
    void setChosen(const QStringList &ids);   ///< those that are no category are passed over
    void setSearch(const QString &words);     ///< rows that match; what is chosen stays chosen
    void setLanguage(const QString &language);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    void chosenChanged();

private:
    void find();

    QStringList m_chosen;
    QStringList m_words; ///< folded
    QString m_language;
    QStringList m_rows; ///< ids
};

} // namespace paperdawn
