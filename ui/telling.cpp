// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/telling.h"

#include "app/base/log.h"
#include "app/base/sentence.h"
#include "ui/daywords.h"
#include "ui/deedwords.h"
#include "ui/messagebar.h"

#include <algorithm>

namespace paperdawn {

using namespace Qt::StringLiterals;

Telling::Telling(Services &services, MessageBar &messages, MessageBar &warnings, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_messages(messages)
    , m_warnings(warnings)
{
}

void Telling::ofDeed(const DeedDone &deed, bool inReadingList)
{
    const QString text = deedSentence(deed);
    const bool several = deed.papers.size() > 1;
    const bool done = deed.way == DeedDone::Way::Done;
    const bool firstStar = done && deed.what == Decide::Star && m_services.library().readingListSize() <= 1;
    const bool leavesList = done && deed.what == Decide::Unstar && inReadingList;
    if (!m_aboutDeed.isNull() && m_messages.text() == m_aboutDeed) {
        m_messages.clear(); // what it offers to take back is no longer the last deed
    }
    if (firstStar && !several) {
        m_aboutDeed = tr("It is on the reading list now. Press s on it again to take it off.");
        m_messages.say(m_aboutDeed);
    } else if (done && (several || leavesList)) {
        offerUndo(text, tr("Undo"));
    } else if (!done) {
        m_aboutDeed = text;
        m_messages.say(text);
    }
}

/** A sentence about the last deed, with a way to take it back; the next deed makes it void. */
void Telling::offerUndo(const QString &text, const QString &button)
{
    m_messages.say(text, button, [this] { m_services.decisions().undo(); });
    m_aboutDeed = text;
}

void Telling::undo(QDate today)
{
    const auto deed = m_services.library().undoable();
    const bool known = deed && !deed->lines.isEmpty();
    const QDate day = known ? QDateTime::fromMSecsSinceEpoch(deed->lines.first().time).date() : QDate();
    if (!day.isValid() || day >= today) {
        m_services.decisions().undo();
        return;
    }
    // an old deed is asked about first: nobody remembers what it was
    offerUndo(tr("The last deed is from %1. Take it back?").arg(dayName(day)), tr("Take it back"));
}

void Telling::ofError(const Error &error)
{
    const QString text = sentence(error);
    if (!text.isNull()) {
        qCWarning(logUi).noquote() << text;
        m_messages.warn(text);
    }
}

void Telling::insistOn(const Error &error)
{
    m_faults.clear();
    m_warnings.warn(sentence(error));
}

/** The first that is not mended, else the first. */
void Telling::ofFaults(const QList<Fault> &faults)
{
    if (faults.isEmpty()) {
        return;
    }
    if (m_warnings.text().isEmpty()) {
        m_faults.clear();
    }
    for (const Fault &fault : faults) {
        const bool isTold = std::any_of(m_faults.begin(), m_faults.end(), [&](const Fault &one) {
            return one.file == fault.file && one.what == fault.what;
        });
        m_faults += isTold ? QList<Fault>() : QList<Fault>{fault};
    }
    const auto left =
        std::find_if(m_faults.begin(), m_faults.end(), [](const Fault &f) { return !f.repaired; });
    const Fault &fault = left == m_faults.end() ? m_faults.first() : *left;
    const int others = int(m_faults.size()) - 1;
    QString text = faultSentence(fault);
    if (others > 0) {
        text += u' ' + tr("And %n more: “paperdawnctl check” names them.",
                          "behind a sentence on a damaged file", others);
    }
    const QString showing = fault.kept.isNull() ? QString() : tr("Show it");
    m_warnings.warn(text, showing, [this, path = fault.kept] { Q_EMIT fileRequested(path); });
}

} // namespace paperdawn
