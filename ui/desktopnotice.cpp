// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktopnotice.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QGuiApplication>

namespace paperdawn {

using namespace Qt::StringLiterals;

namespace {

// https://specifications.freedesktop.org/notification-spec/latest/
const QString service = u"org.freedesktop.Notifications"_s;
const QString path = u"/org/freedesktop/Notifications"_s;
constexpr int asLongAsTheDesktopLikes = -1;

QDBusMessage callOf(const QString &method)
{
    return QDBusMessage::createMethodCall(service, path, service, method);
}

} // namespace

DesktopNotice::DesktopNotice(QObject *parent)
    : QObject(parent)
{
}

DesktopNotice::~DesktopNotice()
{
    if (m_id != 0) {
        QDBusMessage close = callOf(u"CloseNotification"_s);
        close << m_id;
        QDBusConnection::sessionBus().send(close);
    }
}

void DesktopNotice::show(const QString &title, const QString &text, const QString &deed)
{
    listen();
    const QString program = QGuiApplication::desktopFileName();
    QDBusMessage notify = callOf(u"Notify"_s);
    notify << u"Paperdawn"_s << m_id << program << title << text
           << QStringList{u"default"_s, deed, u"get"_s, deed} // a click on it, and a button
           << QVariantMap{{u"desktop-entry"_s, program}} << asLongAsTheDesktopLikes;
    auto *answer = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(notify), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer] {
        const QDBusPendingReply<uint> id = *answer;
        m_id = id.isError() ? 0 : id.value();
        answer->deleteLater();
    });
}

void DesktopNotice::listen()
{
    if (m_listens) {
        return;
    }
    m_listens = true;
    QDBusConnection bus = QDBusConnection::sessionBus();
    bus.connect(service, path, service, u"ActivationToken"_s, this, SLOT(hearToken(uint, QString)));
    bus.connect(service, path, service, u"ActionInvoked"_s, this, SLOT(hearAction(uint, QString)));
    bus.connect(service, path, service, u"NotificationClosed"_s, this, SLOT(hearClosed(uint, uint)));
}

/** Under Wayland a window may only come to the front with it; Qt takes it from there. */
void DesktopNotice::hearToken(uint id, const QString &token) const
{
    if (id == m_id && m_id != 0) {
        qputenv("XDG_ACTIVATION_TOKEN", token.toUtf8());
    }
}

void DesktopNotice::hearAction(uint id, const QString & /*action*/)
{
    if (id == m_id && m_id != 0) {
        Q_EMIT chosen();
    }
}

void DesktopNotice::hearClosed(uint id, uint /*reason*/)
{
    if (id == m_id) {
        m_id = 0;
    }
}

} // namespace paperdawn
