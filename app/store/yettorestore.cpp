// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/yettorestore.h"

#include "app/platform/durable.h"

#include <QFile>
#include <QFileInfo>

namespace paperdawn::yetToRestore {

using namespace Qt::StringLiterals;

namespace {

const QString onlyCopy = u" only-copy"_s;

QString noteOf(const LibraryFolder &folder)
{
    return folder.libraryFile() + u".restoring"_s;
}

/** Names of files beside library.db, one a line, "only-copy" behind some. */
Result<QStringList> linesIn(const LibraryFolder &folder)
{
    constexpr qint64 longest = 1 << 20;
    const auto text = readWhole(noteOf(folder), longest);
    if (!text) {
        return text.error().kind == ErrorKind::NotFound ? Result<QStringList>(QStringList())
                                                        : tl::unexpected(text.error());
    }
    return QString::fromUtf8(*text).split(u'\n', Qt::SkipEmptyParts);
}

} // namespace

Result<> note(const LibraryFolder &folder, const std::optional<Aside> &aside)
{
    auto lines = linesIn(folder);
    if (!lines) {
        return tl::unexpected(lines.error());
    }
    if (aside) {
        *lines += QFileInfo(aside->file).fileName() + (aside->isOnlyCopy ? onlyCopy : QString());
    } else if (isNoted(folder)) {
        return {};
    }
    return writeWhole(noteOf(folder), lines->join(u'\n').toUtf8());
}

bool isNoted(const LibraryFolder &folder)
{
    return QFileInfo::exists(noteOf(folder));
}

QList<Aside> asides(const LibraryFolder &folder)
{
    QList<Aside> asides;
    for (QString name : linesIn(folder).value_or(QStringList())) {
        const bool isOnlyCopy = name.endsWith(onlyCopy);
        name.chop(isOnlyCopy ? onlyCopy.size() : 0);
        if (!name.contains(u'/')) { // else it is nothing of ours
            asides += {folder.path + u'/' + name, isOnlyCopy};
        }
    }
    return asides;
}

Result<> forget(const LibraryFolder &folder, const QList<Aside> &done)
{
    if (!isNoted(folder) || asides(folder) != done) {
        return {};
    }
    if (QFile file(noteOf(folder)); !file.remove()) {
        return failure(ErrorKind::Io, file.errorString(), file.fileName());
    }
    return syncFolder(folder.path);
}

} // namespace paperdawn::yetToRestore
