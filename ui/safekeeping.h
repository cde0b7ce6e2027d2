// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services.h"
#include "app/settings/settings.h"
#include "app/transfer/backupfile.h"

#include <QObject>
#include <stop_token>

namespace paperdawn {

class MessageBar;

/**
 * The reader's own backup, from the window: into one file, and back from it, with a preview of what that
 * brings. One at a time. Thread: UI.
 */
class SafeKeeping final : public QObject
{
    Q_OBJECT
public:
    SafeKeeping(Services &services, Settings &settings, MessageBar &messages, QWidget *window);
    ~SafeKeeping() override; ///< what is being restored ends with the file at hand; another attempt goes on

    /** They ask for the file. */
    void backUp();
    void restore();

    [[nodiscard]] bool isUnderWay() const { return m_isBusy; }
    void backUpTo(const QString &path);
    void restoreFrom(const QString &path);

Q_SIGNALS:
    void failed(const paperdawn::Error &error);

private:
    using Opened = std::shared_ptr<BackupFile>;
    void ask(const Opened &backup);
    void merge(const Opened &backup);
    void takeBack(qint64 import);
    [[nodiscard]] QString folder() const;

    Services &m_services;
    Settings &m_settings;
    MessageBar &m_messages;
    QWidget *m_window;
    std::stop_source m_stop;
    bool m_isBusy = false;
};

} // namespace paperdawn
