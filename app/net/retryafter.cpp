// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/retryafter.h"

#include <QLocale>
#include <algorithm>

namespace paperdawn {

using namespace Qt::StringLiterals;

namespace {

/** Without the weekday, which says nothing and is wrong where the century is a guess. */
QDateTime parseHttpDate(const QString &text)
{
    const QString dayAndTime = text.section(u' ', 1).simplified();
    for (const QString &form :
         {u"dd MMM yyyy HH:mm:ss 'GMT'"_s, u"dd-MMM-yy HH:mm:ss 'GMT'"_s, u"MMM d HH:mm:ss yyyy"_s}) {
        QDateTime date = QLocale::c().toDateTime(dayAndTime, form);
        if (date.isValid()) {
            date.setTimeSpec(Qt::UTC);
            return date.date().year() < 1970 ? date.addYears(100) : date; // two digits: of this century
        }
    }
    return {};
}

} // namespace

QDateTime parseRetryAfter(const QByteArray &value, const QDateTime &now)
{
    const QDateTime latest = now.addDays(1);
    const QByteArray text = value.trimmed();
    const bool isNumber =
        !text.isEmpty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
    if (isNumber) {
        bool fits = false;
        const qint64 seconds = text.toLongLong(&fits);
        return fits && seconds < now.secsTo(latest) ? now.addSecs(seconds) : latest;
    }
    const QDateTime date = parseHttpDate(QString::fromLatin1(text));
    return date.isValid() ? std::clamp(date, now, latest) : date;
}

} // namespace paperdawn
