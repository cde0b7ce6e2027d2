// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QStringList>

namespace paperdawn::test {

/** What a program left: exit code (-1: it did not end by itself), standard output and standard error. */
struct Run
{
    int code = -1;
    QString out;
    QString err;
};

inline const QString inEnglish = QStringLiteral("C.UTF-8");
inline const QString inChinese = QStringLiteral("zh_CN.UTF-8");

inline void startPaperdawnctl(QProcess &process, const QStringList &words, const QString &locale = inEnglish)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("LC_ALL"), locale);
    environment.remove(QStringLiteral("LANGUAGE"));
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(PAPERDAWN_BIN_DIR "/paperdawnctl"), words);
}

/** Waits for its end. */
inline Run outcomeOf(QProcess &process)
{
    // it may be over already, if events went on meanwhile
    const bool isOver = process.state() == QProcess::NotRunning || process.waitForFinished(60'000);
    const bool ended =
        isOver && process.error() != QProcess::FailedToStart && process.exitStatus() == QProcess::NormalExit;
    return {ended ? process.exitCode() : -1, QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

inline Run runPaperdawnctl(const QStringList &words, const QString &locale = inEnglish)
{
    QProcess process;
    startPaperdawnctl(process, words, locale);
    return outcomeOf(process);
}

} // namespace paperdawn::test
