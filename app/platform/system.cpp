// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/system.h"

#include "app/platform/durable.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>
#include <QRegularExpression>

namespace paperdawn {

using namespace Qt::StringLiterals;

QString systemFingerprint(const QString &machineIdFile)
{
    constexpr qsizetype digits = 16;
    const QByteArray id = readWhole(machineIdFile, 256).value_or(QByteArray()).trimmed();
    static const QRegularExpression form(u"^[0-9a-f]{32}$"_s); // not "uninitialized", as in images
    if (!form.match(QString::fromLatin1(id)).hasMatch()) {
        return {};
    }
    const QByteArray digest = QMessageAuthenticationCode::hash("paperdawn", id, QCryptographicHash::Sha256);
    return QString::fromLatin1(digest.toHex().first(digits));
}

} // namespace paperdawn
