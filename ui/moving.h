// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services.h"

#include <QObject>

namespace paperdawn {

/** Asks where the library shall be, and says what moving it there takes. Thread: UI. */
class Moving final : public QObject
{
    Q_OBJECT
public:
    Moving(Services &services, QWidget *window);

    void choose();
    /** The same where the folder is chosen. */
    void ask(const QString &folder);

Q_SIGNALS:
    void decided(const QString &folder);
    void failed(const paperdawn::Error &error);

private:
    void confirmOnceFree(const QString &folder, qint64 bytes);
    void confirm(const QString &folder, qint64 bytes);

    Services &m_services;
    QWidget *m_window;
};

} // namespace paperdawn
