// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace paperdawn {

/**
 * A notification of the desktop (org.freedesktop.Notifications over the session's D-Bus); a new one takes the
 * place of the one before it. Where nobody shows notifications, nothing happens. The bus is not asked before
 * there is something to show. Thread: UI.
 */
class DesktopNotice final : public QObject
{
    Q_OBJECT
public:
    explicit DesktopNotice(QObject *parent = nullptr);
    ~DesktopNotice() override; ///< takes it off the screen: it could not be answered any more

    /** `deed` names what a click does. */
    void show(const QString &title, const QString &text, const QString &deed);

Q_SIGNALS:
    void chosen(); ///< it was clicked

private:
    void listen();
    // called over the bus
    Q_SLOT void hearToken(uint id, const QString &token) const;
    Q_SLOT void hearAction(uint id, const QString &action);
    Q_SLOT void hearClosed(uint id, uint reason);

    uint m_id = 0; ///< as the service calls it; 0: none is shown
    bool m_listens = false;
};

} // namespace paperdawn
