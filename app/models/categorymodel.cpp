// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/categorymodel.h"

#include "app/text/fold.h"

#include <algorithm>
#include <utility>

namespace paperdawn {

using namespace Qt::StringLiterals;

namespace {

/** What a search looks at: a line for each name. */
QString searchText(const Category &category)
{
    QStringList names{category.id, category.english, category.chinese};
    for (const Category &other : Category::all()) {
        if (other.aliasOf == category.id) {
            names += {other.id, other.english, other.chinese};
        }
    }
    for (const CategoryGroup &group : CategoryGroup::all()) {
        if (group.id == category.group) {
            names += {group.english, group.chinese};
        }
    }
    QStringList lines;
    for (const QString &name : std::as_const(names)) {
        lines += folded(name);
    }
    return lines.join(u'\n');
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
        const QList<QStringView> lines = QStringView(text).split(u'\n');
        return text.contains(word) ||
               (isChinese && std::any_of(lines.begin(), lines.end(),
                                         [&](QStringView line) { return isInOrder(line, word); }));
    });
}

bool isBegun(const QString &id, const QString &typed)
{
    return !typed.isEmpty() && id.startsWith(typed, Qt::CaseInsensitive);
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

void CategoryModel::setPapersADay(const QHash<QString, int> &papers)
{
    m_papersADay = papers;
    setLanguage(m_language); // what is shown is another
}

std::optional<int> CategoryModel::papersADay() const
{
    int sum = 0;
    for (const QString &id : m_chosen) {
        if (!m_papersADay.contains(id)) {
            return {};
        }
        sum += m_papersADay.value(id);
    }
    return m_chosen.isEmpty() ? std::nullopt : std::optional(sum);
}

QModelIndex CategoryModel::firstCategory() const
{
    const auto first =
        std::find_if(m_rows.begin(), m_rows.end(), [](const Row &row) { return !row.id.isNull(); });
    return first == m_rows.end() ? QModelIndex() : index(int(first - m_rows.begin()));
}

void CategoryModel::find()
{
    beginResetModel();
    m_rows.clear();
    const QString typed = m_words.join(u' ');
    const QString named = Category::canonical(typed);
    QStringList whole;
    QStringList begun;   // "cs." is in "physics.", too
    QStringList pointed; // "AI" is in "Algebraic", too
    QStringList chosen;
    QHash<QString, QStringList> byGroup;
    for (const Category &category : Category::all()) {
        if (!category.active || !category.aliasOf.isNull() || !isFound(searchText(category), m_words)) {
            continue;
        }
        (category.id == named                           ? whole
         : isBegun(category.id, typed)                  ? begun
         : isBegun(category.id.section(u'.', 1), typed) ? pointed
         : m_chosen.contains(category.id)               ? chosen
                                                        : byGroup[category.group]) += category.id;
    }
    add(whole);
    add(begun);
    add(pointed);
    add(chosen);
    for (const CategoryGroup &group : CategoryGroup::all()) {
        const QStringList ids = byGroup.value(group.id);
        if (m_words.isEmpty() && !ids.isEmpty()) {
            m_rows += Row{{}, &group};
        }
        add(ids);
    }
    endResetModel();
}

void CategoryModel::add(const QStringList &ids)
{
    for (const QString &id : ids) {
        m_rows += Row{id};
    }
}

int CategoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QString CategoryModel::textOf(const Row &row) const
{
    if (row.heading) {
        return row.heading->name(m_language);
    }
    const QString name = row.id + u"  "_s + Category::name(row.id, m_language);
    const auto papers = m_papersADay.constFind(row.id);
    return papers == m_papersADay.constEnd() ? name : QString(name + u"  ≈ "_s + QString::number(*papers));
}

QVariant CategoryModel::data(const QModelIndex &index, int role) const
{
    const Row row = m_rows.value(index.row());
    switch (role) {
    case IdRole:
        return row.id;
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return textOf(row);
    case Qt::CheckStateRole:
        return row.heading ? QVariant() : m_chosen.contains(row.id) ? Qt::Checked : Qt::Unchecked;
    default:
        return {};
    }
}

/** The row stays where it is until the next search: nothing jumps under the mouse. */
bool CategoryModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const QString id = m_rows.value(index.row()).id;
    if (role != Qt::CheckStateRole || id.isNull()) {
        return false;
    }
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
    const Row row = m_rows.value(index.row());
    return row.heading       ? Qt::ItemIsEnabled | Qt::ItemNeverHasChildren
           : row.id.isNull() ? Qt::NoItemFlags
                             : Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable |
                                   Qt::ItemNeverHasChildren;
}

} // namespace paperdawn
