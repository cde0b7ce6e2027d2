// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report.h"

#include "app/base/log.h"
#include "app/base/parts.h"
#include "paperdawn_version.h"

#include <QStringList>
#include <QSysInfo>

namespace paperdawn {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype reportedLines = 50;

} // namespace

QString particulars()
{
    const PartVersions parts = partVersions();
    return u"Paperdawn %1, Qt %2, SQLite %3, zlib %4, %5 %6"_s.arg(
        QLatin1StringView(PAPERDAWN_VERSION), parts.qt, parts.sqlite, parts.zlib,
        QSysInfo::prettyProductName(), QSysInfo::currentCpuArchitecture());
}

QString reportOf(const QString &sentence)
{
    QStringList lines{sentence, particulars()};
    const QList<LogLine> log = keptLog();
    for (const LogLine &line : log.last(std::min(log.size(), reportedLines))) {
        lines += logText(line);
    }
    return lines.join(u'\n') + u'\n';
}

} // namespace paperdawn
