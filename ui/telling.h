// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services.h"

namespace paperdawn {

class MessageBar;

/**
 * Tells in the message bar what became of deeds, what failed and what was found damaged, and offers to take
 * deeds back. Thread: UI.
 */
class Telling final : public QObject
{
    Q_OBJECT
public:
    Telling(Services &services, MessageBar &messages, QObject *parent);

    /** `inReadingList`: it is shown, and a paper whose star is taken leaves it. */
    void ofDeed(const DeedDone &deed, bool inReadingList);
    void ofError(const Error &error);
    void ofFaults(const QList<Fault> &faults);
    /** Takes the last deed back; an old one only after asking. */
    void undo(QDate today);

Q_SIGNALS:
    /** The reader wants to see a file where it lies. */
    void fileRequested(const QString &path);

private:
    void offerUndo(const QString &text, const QString &button);

    Services &m_services;
    MessageBar &m_messages;
    QString m_aboutDeed; ///< what was last said of a deed; null: nothing yet
};

} // namespace paperdawn
