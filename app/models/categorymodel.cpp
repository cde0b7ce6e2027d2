// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/categorymodel.h"

#include "app/domain/category.h"
#include "app/text/fold.h"

#include <algorithm>

namespace paperdawn {

using namespace Qt::StringLiterals;

namespace {

/** What a search looks at. */
QString searchText(const Category &category)
{
    return folded(QStringList{category.id, category.english, category.chinese}.join(u'\n'));
}

/** Chinese is typed without blanks, and shorter than it is: "高能理论" for "高能物理－理论". */
bool isInOrder(QStringView text, QStringView letters)
{
    for (qsizetype at = 0; !letters.isEmpty(); letters = letters.sliced(1), ++at) {
        at = text.indexOf(letters.first(), at);
        if (at < 0) {
            return false;
        }
    }
    return true;
}

bool isFound(const QString &text, const QStringList &words)
{
    return std::all_of(words.begin(), words.end(), [&](const QString &word) {
        const bool isChinese = std::all_of(word.begin(), word.end(),
                                           [](QChar letter) { return letter.script() == QChar::Script_Han; });
        return isChinese ? isInOrder(text, word) : text.contains(word);
    });
}

} // namespace

CategoryModel::CategoryModel(QObject *parent)
    : QAbstractListModel(parent)
    , m_language(u"en"_s)
{
    find();
}

QStringList CategoryModel::chosen() const
{
    return m_chosen;
}

void CategoryModel::setChosen(const QStringList &ids)
{
    QStringList known;
    for (const QString &id : ids) {
        const QString canonical = Category::canonical(id);
        const Category *category = Category::find(canonical);
        if (category && category->active && !known.contains(canonical)) {
            known += canonical;
        }
    }
    if (known != m_chosen) {
        m_chosen = known;
        find();
        Q_EMIT chosenChanged();
    }
}

void CategoryModel::setSearch(const QString &words)
{
    m_words = folded(words).split(u' ', Qt::SkipEmptyParts);
    find();
}

void CategoryModel::setLanguage(const QString &language)
{
    m_language = language;
    if (!m_rows.isEmpty()) {
        Q_EMIT dataChanged(index(0), index(int(m_rows.size()) - 1));
    }
}

void CategoryModel::find()
{
    beginResetModel();
    m_rows.clear();
    QStringList others;
    for (const Category &category : Category::all()) {
        if (!category.active || !category.aliasOf.isNull() || !isFound(searchText(category), m_words)) {
            continue;
        }
        (m_chosen.contains(category.id) ? m_rows : others) += category.id;
    }
    m_rows += others;
    endResetModel();
}

int CategoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant CategoryModel::data(const QModelIndex &index, int role) const
{
    const QString id = m_rows.value(index.row());
    switch (role) {
    case IdRole:
        return id;
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return QString(id + u"  " + Category::name(id, m_language));
    case Qt::CheckStateRole:
        return m_chosen.contains(id) ? Qt::Checked : Qt::Unchecked;
    default:
        return {};
    }
}

/** The row stays where it is until the next search: nothing jumps under the mouse. */
bool CategoryModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !index.isValid()) {
        return false;
    }
    const QString id = m_rows.at(index.row());
    const bool isChosen = value.toInt() == Qt::Checked;
    if (isChosen == m_chosen.contains(id)) {
        return false;
    }
    if (isChosen) {
        m_chosen += id;
    } else {
        m_chosen.removeAll(id);
    }
    Q_EMIT dataChanged(index, index, {Qt::CheckStateRole});
    Q_EMIT chosenChanged();
    return true;
}

Qt::ItemFlags CategoryModel::flags(const QModelIndex &index) const
{
    return index.isValid()
               ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable | Qt::ItemNeverHasChildren
               : Qt::NoItemFlags;
}

} // namespace paperdawn
