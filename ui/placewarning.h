// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services.h"
#include "app/settings/settings.h"

namespace paperdawn {

class MessageBar;

/** Says once of a library that it lies where its files are in danger, and offers to move it. Thread: UI. */
class PlaceWarning final : public QObject
{
    Q_OBJECT
public:
    PlaceWarning(Services &services, Settings &settings, MessageBar &messages, QObject *parent);

    /** In the pool, for a file system of the network may hang. Not while something else is said: then after
     * the next start. */
    void look();

Q_SIGNALS:
    void moveRequested();

private:
    void tell(const QString &words);

    Services &m_services;
    Settings &m_settings;
    MessageBar &m_messages;
};

} // namespace paperdawn
