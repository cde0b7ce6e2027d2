// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/transfer/namedcategories.h"

#include "app/domain/category.h"
#include "app/transfer/importjob.h"

#include <QFileInfo>
#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace paperdawn {

namespace {

constexpr int usualShare = 10; ///< one in so many entries

/** Null where no paper comes into it any more. */
QString followable(const QString &id)
{
    const Category *category = Category::find(Category::canonical(id));
    return category && category->active ? category->id : QString();
}

Result<BibtexFile> readBibtexFile(const QString &path)
{
    return readForImport(path).and_then([&path](const QByteArray &bytes) -> Result<BibtexFile> {
        auto file = parseBibtex(bytes, path);
        if (file && file->entries.isEmpty() && file->unread == 0) {
            return failure(ErrorKind::Empty, {}, path);
        }
        return file;
    });
}

} // namespace

void NamedCategories::add(const BibtexFile &file, const QString &path)
{
    entries += int(file.entries.size());
    for (const BibtexEntry &entry : file.entries) {
        if (const QString category = followable(entry.category()); !category.isNull()) {
            ++naming;
            ++byName[category];
        }
    }
    if (unread == 0 && file.unread > 0) {
        firstUnreadFile = path;
        firstUnreadLine = file.firstUnread;
    }
    unread += file.unread;
}

QStringList NamedCategories::usual() const
{
    QStringList ids = byName.keys();
    std::sort(ids.begin(), ids.end(), [this](const QString &a, const QString &b) {
        return std::tuple(-byName.value(a), a) < std::tuple(-byName.value(b), b);
    });
    const auto rare = std::find_if(ids.begin(), ids.end(), [this](const QString &id) {
        return qint64(byName.value(id)) * usualShare < naming;
    });
    return ids.first(std::min(ids.size(), std::max<qsizetype>(rare - ids.begin(), 1)));
}

NamedCategories categoriesNamedIn(const QStringList &paths, const std::stop_token &stop)
{
    NamedCategories named;
    for (const QString &path : paths) {
        if (stop.stop_requested()) {
            break;
        }
        if (const auto file = readBibtexFile(path)) {
            named.add(*file, path);
        } else {
            named.refused += file.error();
        }
    }
    return named;
}

bool isNamedAsBibtex(const QString &path)
{
    const QFileInfo file(path);
    const QString suffix = file.suffix().toLower();
    return (suffix == "bib"_L1 || suffix == "bibtex"_L1) && !file.isDir();
}

} // namespace paperdawn
