// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/rejoin.h"

#include "app/platform/durable.h"

#include <QFile>

namespace paperdawn {

using namespace Qt::StringLiterals;

namespace {

const QString prefix = u"restored-"_s;

/** One that no file has yet: a clock may have been set back. */
QString freeName(const QString &folder, const QDateTime &now)
{
    const QString name = folder + u'/' + prefix + now.toString(u"yyyyMMdd-HHmmss-zzz"_s);
    QString path = name + u".jsonl"_s;
    for (int again = 2; QFile::exists(path); ++again) {
        path = name + u'-' + QString::number(again) + u".jsonl"_s;
    }
    return path;
}

} // namespace

Result<> rejoin(const QString &folder, const QList<Decision> &decisions, const QDateTime &now)
{
    QByteArray lines;
    for (const Decision &decision : decisions) {
        lines += toLine(decision) + '\n';
    }
    return makeFolder(folder).and_then([&] { return writeWhole(freeName(folder, now), lines); });
}

bool isRestored(const QString &name)
{
    return name.startsWith(prefix);
}

} // namespace paperdawn
