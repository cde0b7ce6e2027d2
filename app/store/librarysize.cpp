// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/librarysize.h"

#include "app/store/backup.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>

namespace paperdawn {

using namespace Qt::StringLiterals;

namespace {

qint64 bytesIn(const QString &folder)
{
    qint64 bytes = 0;
    QDirIterator files(folder, QDir::Files | QDir::Hidden | QDir::NoSymLinks, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        files.next();
        bytes += files.fileInfo().size();
    }
    return bytes;
}

/** With its log, and what was set aside because it was damaged. */
qint64 bytesOf(const QString &database)
{
    const QFileInfo file(database);
    qint64 bytes = 0;
    for (const QFileInfo &one : file.dir().entryInfoList({file.fileName() + u'*'}, QDir::Files)) {
        bytes += one.size();
    }
    return bytes;
}

} // namespace

LibrarySize LibrarySize::of(const LibraryFolder &folder)
{
    LibrarySize size;
    size.lists = bytesOf(folder.cacheFile());
    size.decisions = bytesOf(folder.libraryFile()) + bytesIn(folder.journalFolder());
    size.originals = bytesIn(folder.importsFolder());
    size.pdfs = bytesIn(folder.pdfFolder());
    size.backups = bytesIn(folder.backupFolder());
    if (const QList<Backup> all = backups::all(folder); !all.isEmpty()) {
        size.lastBackup = all.first().time;
    }
    return size;
}

} // namespace paperdawn
