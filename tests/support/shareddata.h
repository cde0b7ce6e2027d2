// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QFile>
#include <QtTest>

namespace paperdawn::test {

/** Path of a recorded answer or golden set; the tests read them in place. */
inline QString sharedData(const QString &path)
{
    return QStringLiteral(PAPERDAWN_SHARED_DATA) + QLatin1Char('/') + path;
}

inline QByteArray sharedBytes(const QString &path)
{
    QFile file(sharedData(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace paperdawn::test

/** First line of a test that needs recorded data: skips, with a clear message, where it is absent. */
#define REQUIRE_SHARED_DATA(path)                                                                            \
    if (!QFile::exists(paperdawn::test::sharedData(path))) {                                                 \
        QSKIP(                                                                                               \
            qPrintable(QStringLiteral("recorded data is not here: ") + paperdawn::test::sharedData(path)));  \
    }
