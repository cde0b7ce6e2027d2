// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wish.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace paperdawn {

using namespace Qt::StringLiterals;

QByteArray toLine(const Wish &wish)
{
    const QJsonObject object{{u"sample"_s, wish.content == MainWindow::Content::Sample},
                             {u"latest"_s, wish.latest},
                             {u"paths"_s, QJsonArray::fromStringList(wish.paths)},
                             {u"paper"_s, wish.paper ? wish.paper->key() : QJsonValue()}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

std::optional<Wish> wishFromLine(const QByteArray &line)
{
    const QJsonDocument document = QJsonDocument::fromJson(line);
    if (!document.isObject()) {
        return {};
    }
    Wish wish;
    wish.content = document["sample"_L1].toBool() ? MainWindow::Content::Sample : MainWindow::Content::Own;
    wish.latest = document["latest"_L1].toBool();
    for (const QJsonValue &path : document["paths"_L1].toArray()) {
        if (QFileInfo(path.toString()).isAbsolute()) {
            wish.paths += path.toString();
        }
    }
    wish.paper = PaperId::fromKey(document["paper"_L1].toString());
    return wish;
}

} // namespace paperdawn
