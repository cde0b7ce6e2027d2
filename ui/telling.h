// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services.h"

namespace paperdawn {

class MessageBar;

/**
 * Tells in the message bar what became of deeds and what failed, and offers to take deeds back. What was
 * found damaged or makes the library read only is told in a bar of its own, which no other message replaces.
 * Thread: UI.
 */
class Telling final : public QObject
{
    Q_OBJECT
public:
    Telling(Services &services, MessageBar &messages, MessageBar &warnings, QObject *parent);

    /** `inReadingList`: it is shown, and a paper whose star is taken leaves it. */
    void ofDeed(const DeedDone &deed, bool inReadingList);
    void ofError(const Error &error);
    /** Those of before that nobody closed are counted with them. */
    void ofFaults(const QList<Fault> &faults);
    /** Of what stays wrong until something is done about it. */
    void insistOn(const Error &error);
    /** Takes the last deed back; an old one only after asking. */
    void undo(QDate today);

Q_SIGNALS:
    /** The reader wants to see a file where it lies. */
    void fileRequested(const QString &path);

private:
    void offerUndo(const QString &text, const QString &button);

    Services &m_services;
    MessageBar &m_messages;
    MessageBar &m_warnings;
    QList<Fault> m_faults; ///< told of in m_warnings
    QString m_aboutDeed;   ///< what was last said of a deed; null: nothing yet
};

} // namespace paperdawn
