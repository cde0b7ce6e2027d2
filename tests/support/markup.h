// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRegularExpression>
#include <QStringList>

namespace paperdawn::test {

/** Everything that stands between the tags of this name, in plain text on one line: read by other means than
 * the reader that is tested. */
inline QStringList between(const QString &xml, const QString &tag)
{
    static const QRegularExpression reference(QStringLiteral("&#(x?)([0-9a-f]+);"));
    const QRegularExpression form(QStringLiteral("<%1(?: [^>]*)?>(.*?)</%1>").arg(tag),
                                  QRegularExpression::DotMatchesEverythingOption);
    QStringList found;
    for (auto it = form.globalMatch(xml); it.hasNext();) {
        QString text = it.next().captured(1);
        for (auto match = reference.match(text); match.hasMatch(); match = reference.match(text)) {
            const int base = match.capturedLength(1) > 0 ? 16 : 10;
            text.replace(match.capturedStart(), match.capturedLength(),
                         QChar(match.capturedView(2).toUShort(nullptr, base)));
        }
        text.replace(QLatin1String("&lt;"), QLatin1String("<"));
        text.replace(QLatin1String("&gt;"), QLatin1String(">"));
        text.replace(QLatin1String("&quot;"), QLatin1String("\""));
        text.replace(QLatin1String("&apos;"), QLatin1String("'"));
        found += text.replace(QLatin1String("&amp;"), QLatin1String("&")).simplified();
    }
    return found;
}

} // namespace paperdawn::test
