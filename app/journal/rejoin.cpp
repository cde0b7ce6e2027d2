// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/rejoin.h"

#include "app/platform/durable.h"

namespace paperdawn {

using namespace Qt::StringLiterals;

Result<> rejoin(const QString &folder, const QList<Decision> &decisions, const QDateTime &now)
{
    QByteArray lines;
    for (const Decision &decision : decisions) {
        lines += toLine(decision) + '\n';
    }
    const QString name = u"/restored-%1.jsonl"_s.arg(now.toString(u"yyyyMMdd-HHmmss-zzz"_s));
    return makeFolder(folder).and_then([&] { return writeWhole(folder + name, lines); });
}

} // namespace paperdawn
