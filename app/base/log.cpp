// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/log.h"

#include <QMutex>
#include <QMutexLocker>

namespace paperdawn {

using namespace Qt::StringLiterals;

Q_LOGGING_CATEGORY(logStore, "paperdawn.store", QtWarningMsg)
Q_LOGGING_CATEGORY(logJournal, "paperdawn.journal", QtWarningMsg)
Q_LOGGING_CATEGORY(logTransfer, "paperdawn.transfer", QtWarningMsg)
Q_LOGGING_CATEGORY(logNet, "paperdawn.net", QtWarningMsg)
Q_LOGGING_CATEGORY(logUi, "paperdawn.ui", QtWarningMsg)

namespace {

/** Messages come from every thread. */
struct Kept
{
    QMutex mutex;
    QList<LogLine> lines;
    qsizetype count = 0;
    QtMessageHandler next = nullptr;
};

Kept &kept()
{
    static Kept &one = *new Kept; // never destroyed: messages come to the very end
    return one;
}

void keepLine(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    Kept &log = kept();
    {
        const QMutexLocker lock(&log.mutex);
        log.lines.append({QDateTime::currentDateTimeUtc(), type, QString::fromUtf8(context.category), text});
        if (log.lines.size() > mostLogLines) {
            log.lines.removeFirst();
        }
        ++log.count;
    }
    if (log.next) {
        log.next(type, context, text);
    }
}

QString nameOf(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return u"debug"_s;
    case QtInfoMsg:
        return u"info"_s;
    case QtWarningMsg:
        return u"warning"_s;
    case QtCriticalMsg:
        return u"critical"_s;
    case QtFatalMsg:
        break;
    }
    return u"fatal"_s;
}

} // namespace

void keepLog()
{
    const QtMessageHandler before = qInstallMessageHandler(keepLine);
    if (before != keepLine) {
        kept().next = before;
    }
}

QList<LogLine> keptLog()
{
    const QMutexLocker lock(&kept().mutex);
    return kept().lines;
}

qsizetype logCount()
{
    const QMutexLocker lock(&kept().mutex);
    return kept().count;
}

QString logText(const LogLine &line)
{
    return u"%1 %2 %3: %4"_s.arg(line.time.toString(Qt::ISODate), nameOf(line.type), line.category,
                                 line.text);
}

void keepLogQuiet()
{
    if (qEnvironmentVariableIsEmpty("QT_LOGGING_RULES")) {
        qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &) {});
    }
}

} // namespace paperdawn
