// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/category.h"

#include "app/domain/resourcerows.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace paperdawn {

namespace {

bool isChinese(QStringView language)
{
    return language.startsWith("zh"_L1, Qt::CaseInsensitive) &&
           (language.size() == 2 || !language[2].isLetter()); // "zha" is Zhuang
}

QString nonEmpty(const QString &cell)
{
    return cell.isEmpty() ? QString() : cell;
}

QList<Category> readCategories()
{
    QList<Category> categories;
    for (const QStringList &row : resourceRows(u"categories.tsv"_s, u'\t', 7)) {
        categories.append({row[0], row[1], row[2], row[3], row[4], row[5] == "yes"_L1, nonEmpty(row[6])});
    }
    return categories;
}

QHash<QString, const Category *> indexById()
{
    QHash<QString, const Category *> index;
    for (const Category &category : Category::all()) {
        index.insert(category.id.toLower(), &category);
    }
    return index;
}

} // namespace

const QList<Category> &Category::all()
{
    static const QList<Category> categories = readCategories();
    return categories;
}

const Category *Category::find(QStringView id)
{
    static const QHash<QString, const Category *> index = indexById();
    return index.value(id.toString().toLower());
}

QString Category::canonical(QStringView id)
{
    const Category *category = find(id);
    if (!category) {
        return id.toString();
    }
    return category->aliasOf.isNull() ? category->id : category->aliasOf;
}

QString Category::name(QStringView id, QStringView language)
{
    const Category *category = find(id);
    if (!category) {
        return id.toString();
    }
    return isChinese(language) ? category->chinese : category->english;
}

const QList<CategoryGroup> &CategoryGroup::all()
{
    static const QList<CategoryGroup> groups = [] {
        QList<CategoryGroup> read;
        for (const QStringList &row : resourceRows(u"groups.tsv"_s, u'\t', 3)) {
            read.append({row[0], row[1], row[2]});
        }
        return read;
    }();
    return groups;
}

QString CategoryGroup::name(QStringView language) const
{
    return isChinese(language) ? chinese : english;
}

} // namespace paperdawn
