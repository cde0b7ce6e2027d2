// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/resourcerows.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace paperdawn {

QList<QStringList> resourceRows(const QString &name, QChar separator, qsizetype columns)
{
    QFile file(u":/paperdawn/taxonomy/"_s + name);
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT_X(opened, "resourceRows", qPrintable(file.fileName()));
    QList<QStringList> rows;
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        const QStringList cells = line.split(separator);
        if (!line.startsWith(u'#') && cells.size() == columns) {
            rows.append(cells);
        }
    }
    return rows.mid(1);
}

} // namespace paperdawn
