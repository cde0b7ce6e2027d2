// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/connection.h"

#include <QByteArray>

struct sqlite3_session;

namespace paperdawn {

/**
 * Records what a transaction changes in the tables of papers and days, so that it can be taken back later
 * (https://www.sqlite.org/sessionintro.html). Must end before its connection. Thread: the connection's.
 */
class Recording final
{
public:
    explicit Recording(Connection &connection);
    ~Recording();
    Recording(const Recording &) = delete;
    Recording &operator=(const Recording &) = delete;

    /** What undoes all of it, deflated; empty where nothing changed. */
    [[nodiscard]] QByteArray inverse();

    /** Applies an inverse, within an open transaction; rows that were changed since stay as they are. */
    static void takeBack(Connection &connection, const QByteArray &inverse);

private:
    Connection &m_connection;
    sqlite3_session *m_session = nullptr;
};

} // namespace paperdawn
