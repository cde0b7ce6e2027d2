// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QList>
#include <QLoggingCategory>

namespace paperdawn {

Q_DECLARE_LOGGING_CATEGORY(logStore)
Q_DECLARE_LOGGING_CATEGORY(logJournal)
Q_DECLARE_LOGGING_CATEGORY(logTransfer)
Q_DECLARE_LOGGING_CATEGORY(logNet)
Q_DECLARE_LOGGING_CATEGORY(logUi)

/** Messages of Qt and of ours go nowhere unless QT_LOGGING_RULES asks for them. For programs that others
 * read. */
void keepLogQuiet();

/** One message of Qt or of ours. */
struct LogLine
{
    QDateTime time; ///< UTC
    QtMsgType type = QtWarningMsg;
    QString category; ///< "paperdawn.net"
    QString text;
};

inline constexpr int mostLogLines = 1000;

/** From now on the last messages of this run are kept too, besides going where they go. Once a program. */
void keepLog();
/** What is kept, oldest first: at most mostLogLines. Thread: any. */
[[nodiscard]] QList<LogLine> keptLog();
/** How many messages came since keepLog(); changes when keptLog() does. Thread: any. */
[[nodiscard]] qsizetype logCount();
/** "2025-12-09T08:41:03Z warning paperdawn.net: …", not translated: it is for who mends the program. */
[[nodiscard]] QString logText(const LogLine &line);

} // namespace paperdawn
