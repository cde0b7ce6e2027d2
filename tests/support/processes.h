// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QProcess>
#include <QStandardPaths>
#include <QStringList>
#include <functional>
#include <unistd.h>

namespace paperdawn::test {

/** This very program with other arguments, so that a test can be two processes. */
inline QStringList self(const QStringList &arguments)
{
    return QStringList{QCoreApplication::applicationFilePath()} + arguments;
}

/**
 * Starts this program, waits until `enough` is true of what it printed, and then some, and kills it
 * (SIGKILL). What it printed; all of it, if it came to its end before that.
 */
inline QByteArray printedUntilKilled(const QStringList &arguments,
                                     const std::function<bool(const QByteArray &)> &enough,
                                     unsigned microseconds)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QCoreApplication::applicationFilePath(), arguments);
    process.waitForStarted();
    QByteArray printed;
    while (!enough(printed) && process.state() == QProcess::Running) {
        process.waitForReadyRead(1);
        printed += process.readAllStandardOutput();
    }
    usleep(microseconds);
    process.kill();
    process.waitForFinished();
    return printed + process.readAllStandardOutput();
}

inline QByteArray printedUntilKilled(const QStringList &arguments, qsizetype lines, unsigned microseconds)
{
    return printedUntilKilled(
        arguments, [lines](const QByteArray &printed) { return printed.count('\n') >= lines; }, microseconds);
}

/** Says something to who watches, at once. */
inline void print(const QByteArray &line)
{
    if (::write(STDOUT_FILENO, line.constData(), size_t(line.size())) != line.size()) {
        qFatal("nobody listens");
    }
}

/** True where a process may have a file system of its own. */
inline bool mayUnshare()
{
    QProcess process;
    process.start(QStringLiteral("unshare"),
                  {QStringLiteral("-rm"), QStringLiteral("sh"), QStringLiteral("-c"),
                   QStringLiteral("mount -t tmpfs none /mnt")});
    return process.waitForFinished() && process.exitStatus() == QProcess::NormalExit &&
           process.exitCode() == 0;
}

/** Runs this program in a mount namespace of its own, `dir` being a new tmpfs; what it printed, or null. */
inline QString printedOnTmpfs(const QString &dir, const QString &options, const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(
        QStringLiteral("unshare"),
        QStringList{QStringLiteral("-rm"), QStringLiteral("sh"), QStringLiteral("-c"),
                    QStringLiteral("mount -t tmpfs -o \"$1\" none \"$2\" && shift 2 && exec \"$@\""),
                    QStringLiteral("sh"), options, dir} +
            self(arguments));
    if (!process.waitForFinished(120'000) || process.exitCode() != 0) {
        return {};
    }
    return QString::fromUtf8(process.readAllStandardOutput()).trimmed();
}

/** True where this program may run as a user whom permissions stop. */
inline bool mayBeUnprivileged()
{
    return geteuid() != 0 || !QStandardPaths::findExecutable(QStringLiteral("setpriv")).isEmpty();
}

/** Runs this program as "nobody" where it is root's, whom no permissions stop; what it printed. */
inline QString printedUnprivileged(const QStringList &arguments)
{
    QStringList command = self(arguments);
    if (geteuid() == 0) {
        command = QStringList{QStringLiteral("setpriv"), QStringLiteral("--reuid=65534"),
                              QStringLiteral("--regid=65534"), QStringLiteral("--clear-groups")} +
                  command;
    }
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(command.first(), command.mid(1));
    process.waitForFinished(120'000);
    return QString::fromUtf8(process.readAllStandardOutput()).trimmed();
}

/** A number that an environment variable may raise, for a run longer than the suite's. */
inline int wanted(const char *variable, int usual)
{
    const int value = qEnvironmentVariableIntValue(variable);
    return value > 0 ? value : usual;
}

} // namespace paperdawn::test

#define REQUIRE_UNSHARE()                                                                                    \
    if (!paperdawn::test::mayUnshare()) {                                                                    \
        QSKIP("a file system of our own needs unprivileged user namespaces (unshare -rm)");                  \
    }

#define REQUIRE_UNPRIVILEGED()                                                                               \
    if (!paperdawn::test::mayBeUnprivileged()) {                                                             \
        QSKIP("to be a user whom permissions stop, root needs setpriv");                                     \
    }
