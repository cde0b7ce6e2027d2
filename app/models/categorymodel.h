// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/category.h"

#include <QAbstractListModel>
#include <QHash>
#include <QStringList>
#include <optional>

namespace paperdawn {

/**
 * The categories of arXiv that papers are still put into, each with a check mark: what a reader follows. The
 * marked ones stand first, then all others under the names of arXiv's groups. A search looks at the ids,
 * those that a category had before included, and at the names in both languages, its group's included ("cv",
 * "高能", "hep-th", "cmp-lg", "mathematics"); whose id it is stands first, then those whose ids, or what is
 * behind their points, begin so. QtCore only. Thread: UI.
 */
class CategoryModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { IdRole = Qt::UserRole }; ///< null for what heads a group

    explicit CategoryModel(QObject *parent = nullptr);

    [[nodiscard]] QStringList chosen() const; ///< canonical ids, in the order in which they were chosen
    void setChosen(const QStringList &ids);   ///< those that are no category are passed over
    void setSearch(const QString &words);     ///< rows that match; what is chosen stays chosen
    void setLanguage(const QString &language);
    /** By category, on a day with a list; of the others nothing is known. */
    void setPapersADay(const QHash<QString, int> &papers);
    /** Of those that are chosen; nothing where it is not known of one. */
    [[nodiscard]] std::optional<int> papersADay() const;
    [[nodiscard]] QModelIndex firstCategory() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    void chosenChanged();

private:
    struct Row
    {
        QString id;
        const CategoryGroup *heading = nullptr;
    };
    void find();
    void add(const QStringList &ids);
    [[nodiscard]] QString textOf(const Row &row) const;

    QStringList m_chosen;
    QStringList m_words; ///< folded
    QString m_language;
    QHash<QString, int> m_papersADay;
    QList<Row> m_rows;
};

} // namespace paperdawn
