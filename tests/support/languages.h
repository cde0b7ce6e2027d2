// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QStringList>
#include <QTranslator>
#include <functional>

namespace paperdawn::test {

/** What is said in English and in Chinese. The test links paperdawn_translations. */
inline QStringList inBothLanguages(const std::function<QString()> &words)
{
    QStringList said;
    for (const QString &language : {QStringLiteral("en"), QStringLiteral("zh_CN")}) {
        QTranslator translator;
        if (!translator.load(QStringLiteral(":/i18n/paperdawn_%1.qm").arg(language))) {
            qFatal("there is no translation");
        }
        QCoreApplication::installTranslator(&translator);
        said += words();
        QCoreApplication::removeTranslator(&translator);
    }
    return said;
}

} // namespace paperdawn::test
