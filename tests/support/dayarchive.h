// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/shareddata.h"

#include <QSet>

// The recorded days of the archive, read without the program's own reader.
namespace paperdawn::test {

inline QStringList dayFilesIn(const QString &folder)
{
    return QDir(sharedData(QStringLiteral("days/") + folder)).entryList(QDir::Files, QDir::Name);
}

/** "2024-09-04-arxiv.md" and not "2024-09-04.md", which repeats what stands in the files of the sources. */
inline bool isOfOneSource(const QString &name)
{
    return name.count(u'-') > 2;
}

/** The id in a link of the archive. */
inline QByteArray idInLink(QByteArray link)
{
    link = link.mid(link.indexOf("/pdf/") < 0 ? link.indexOf("10.") : link.indexOf("/pdf/") + 5);
    if (link.endsWith(".full.pdf")) {
        link.chop(9);
    }
    const qsizetype version = link.lastIndexOf('v');
    return version < 0 ? link : link.first(version);
}

/** What every "[PDF](http…)" of a file links to, in its order. */
inline QList<QByteArray> linkedIds(const QByteArray &bytes)
{
    static const QByteArray begin = "[PDF](http";
    QList<QByteArray> ids;
    for (qsizetype at = bytes.indexOf(begin); at >= 0; at = bytes.indexOf(begin, at + 1)) {
        const qsizetype address = at + 6;
        ids += idInLink(bytes.sliced(address, bytes.indexOf(')', address) - address));
    }
    return ids;
}

/** Each once, where it stands first. */
inline QList<QByteArray> firstsOf(const QList<QByteArray> &ids)
{
    QSet<QByteArray> seen;
    QList<QByteArray> firsts;
    for (const QByteArray &id : ids) {
        if (!seen.contains(id)) {
            seen += id;
            firsts += id;
        }
    }
    return firsts;
}

} // namespace paperdawn::test
