// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/log.h"

namespace paperdawn {

Q_LOGGING_CATEGORY(logStore, "paperdawn.store", QtWarningMsg)
Q_LOGGING_CATEGORY(logJournal, "paperdawn.journal", QtWarningMsg)
Q_LOGGING_CATEGORY(logTransfer, "paperdawn.transfer", QtWarningMsg)
Q_LOGGING_CATEGORY(logNet, "paperdawn.net", QtWarningMsg)
Q_LOGGING_CATEGORY(logUi, "paperdawn.ui", QtWarningMsg)

void keepLogQuiet()
{
    if (qEnvironmentVariableIsEmpty("QT_LOGGING_RULES")) {
        qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &) {});
    }
}

} // namespace paperdawn
