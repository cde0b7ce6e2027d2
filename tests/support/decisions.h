// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/journal/ledger.h"
#include "app/journal/replay.h"

#include <QFile>
#include <algorithm>

namespace paperdawn::test {

inline Draft starring(const QString &paper, bool on = true)
{
    return {paper, QStringLiteral("star"), on, !on, Way::Done, 0, {}};
}

/** "laptop 3 @1765267200000 deed 3: arxiv:1 star = true" a line; undone and redone say of what. */
inline QString text(const QList<Decision> &decisions)
{
    const auto value = [](const QJsonValue &v) {
        return v.isString() ? v.toString() : v.isNull() ? QStringLiteral("null") : v.toVariant().toString();
    };
    QStringList lines;
    for (const Decision &d : decisions) {
        const QString deed = d.way == Way::Done
                                 ? (d.deed != 0 ? QStringLiteral(" deed %1").arg(d.deed) : QString())
                             : d.way == Way::Undone ? QStringLiteral(" undoes %1").arg(d.of)
                                                    : QStringLiteral(" redoes %1").arg(d.of);
        lines << QStringLiteral("%1 %2 @%3%4: %5 %6 = %7")
                     .arg(d.machine, QString::number(d.sequence), QString::number(d.time), deed, d.paper,
                          d.field, value(d.value));
    }
    return lines.join(u'\n');
}

/** All that the folder says beyond `offsets`, which move on. */
inline Replay readAll(const QString &folder, Offsets offsets = {}, int mostLines = 5000)
{
    Replay all;
    all.offsets = offsets;
    bool more = true;
    while (more) {
        const auto part = readSince(folder, all.offsets, mostLines);
        if (!part) {
            all.skipped << part.error();
            return all;
        }
        all.decisions += part->decisions;
        all.unreadable += part->unreadable;
        all.skipped += part->skipped;
        all.offsets = part->offsets;
        more = part->more;
    }
    return all;
}

inline Ledger ledgerOf(const QList<Decision> &decisions)
{
    Ledger ledger;
    for (const Decision &decision : decisions) {
        ledger.take(decision);
    }
    return ledger;
}

inline QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline bool putFile(const QString &path, const QByteArray &content)
{
    QFile::remove(path); // some file systems flush when a file is written over
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

} // namespace paperdawn::test
