// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/daywords.h"

#include "app/base/sentence.h"
#include "app/domain/dayfile.h"
#include "app/domain/listingday.h"
#include "app/fetch/lacking.h"
#include "app/models/calendarmodel.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>
#include <algorithm>

namespace paperdawn {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestReason = 80;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(DayWords)
};

/** What came of lists that were fetched, and why the rest did not. */
QString lackingSentence(const DaySummary &source)
{
    //: %1 is a list such as “cs.CL: 231 of 240, hep-th: nothing yet”
    const QString held =
        Words::tr("%n paper(s) so far (%1).", nullptr, source.count).arg(lackingWords(source.lacking));
    const QString why = whyLacking(source.lacking);
    return why.isNull() ? held : Words::tr("%1 %2", "two sentences").arg(held, why);
}

/** What became of one source, as a sentence without the source's name. */
QString statusSentence(const DaySummary &source)
{
    const int n = source.count;
    const QString reason =
        source.lacking.isEmpty() ? printable(source.reason, longestReason) : whyLacking(source.lacking);
    switch (source.status) {
    case DayStatus::Complete:
        return Words::tr("All %n paper(s) of the day.", nullptr, n);
    case DayStatus::Approximate:
        return Words::tr("%n paper(s); one or the other may belong to a neighbouring day.", nullptr, n);
    case DayStatus::Selection:
        return Words::tr("A selection of %n paper(s), not the whole day.", nullptr, n);
    case DayStatus::Incomplete:
        if (!source.lacking.isEmpty()) {
            return lackingSentence(source);
        }
        return Words::tr("%n paper(s); some of the day's list are missing.", nullptr, n);
    case DayStatus::Failed:
        return reason.isEmpty() ? Words::tr("This day's list could not be fetched.")
                                : Words::tr("This day's list could not be fetched: %1").arg(reason);
    case DayStatus::Empty:
        return reason.isEmpty() ? Words::tr("No list on this day.")
                                : Words::tr("No list on this day: %1").arg(reason);
    case DayStatus::Uncheckable:
        return Words::tr("%n paper(s); nothing tells whether these are all.", nullptr, n);
    case DayStatus::Future:
        return Words::tr("Not announced yet.");
    case DayStatus::Unknown:
        break;
    }
    return n > 0 ? Words::tr("%n paper(s).", nullptr, n) : QString();
}

/** Sources that fared alike, as one: what differs in their reasons is for the log. */
struct Fate
{
    QStringList sources;
    DaySummary summary;
};

QList<Fate> fatesOf(const QList<DaySummary> &sources)
{
    QList<Fate> fates;
    for (const DaySummary &source : sources) {
        if (source.status == DayStatus::Unknown && source.count == 0) {
            continue; // nothing is known, and nothing to be said
        }
        const auto alike = std::find_if(fates.begin(), fates.end(), [&](const Fate &fate) {
            return fate.summary.status == source.status;
        });
        if (alike == fates.end()) {
            fates += {{sourceName(source.source)}, source};
        } else {
            alike->sources += sourceName(source.source);
            alike->summary.count += source.count;
            alike->summary.lacking += source.lacking;
        }
    }
    return fates;
}

bool isProven(const DayPart &list)
{
    return list.isProven();
}

QString tallyLine(const DayPart &list, bool isProven)
{
    QStringList parts{list.category};
    for (const DayTally &tally : list.tallies) {
        const QString count = u"%1/%2"_s.arg(tally.held).arg(tally.expected);
        //: %1 is such as 93/93: papers that are here, of those that arXiv counts
        parts += tally.kind == Kind::New     ? Words::tr("new %1").arg(count)
                 : tally.kind == Kind::Cross ? Words::tr("cross-lists %1").arg(count)
                                             : Words::tr("replacements %1").arg(count);
    }
    return parts.join(u" · "_s) + (isProven ? u" ✓"_s : QString());
}

} // namespace

QString dayName(QDate day)
{
    return QLocale().toString(day, QLocale::LongFormat);
}

QString shortDayName(QDate day)
{
    static const QRegularExpression weekday(u"[,\\s]*dddd[,\\s]*"_s);
    return QLocale().toString(day, QLocale().dateFormat(QLocale::LongFormat).remove(weekday));
}

QDate oldestKept(int months, QDate newest)
{
    return months > 0 ? newest.addMonths(-months) : QDate();
}

QString originWords(const QString &origin)
{
    const std::optional<QDate> day = dayOfFileOrigin(origin);
    if (!day) {
        return origin;
    }
    //: Where a translation comes from: the file of a day ("day file of December 9, 2025"), or just a file
    return day->isValid() ? Words::tr("day file of %1").arg(shortDayName(*day)) : Words::tr("a file");
}

QString aboutDay(const QList<DaySummary> &sources, int papers, int unread)
{
    QStringList parts;
    if (papers > 0) {
        parts += Words::tr("%n paper(s)", nullptr, papers);
        parts += unread > 0 ? Words::tr("%n unread", nullptr, unread) : Words::tr("all read");
    }
    const CalendarDay day = combined({}, sources);
    if (day.status != DayStatus::Complete) {
        parts += CalendarModel::statusWords(day.status);
    }
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

QString dayStatusSentence(const QList<DaySummary> &sources)
{
    const QList<Fate> fates = fatesOf(sources);
    if (fates.size() == 1) {
        return statusSentence(fates.first().summary);
    }
    QStringList parts;
    for (const Fate &fate : fates) {
        //: Of several sources of a day: their names ("bioRxiv, medRxiv") and what became of them, a sentence
        parts += Words::tr("%1: %2").arg(fate.sources.join(Words::tr(", ")), statusSentence(fate.summary));
    }
    return parts.join(u' ');
}

QString proofWords(const QList<DayPart> &lists)
{
    DayPart sum;
    int checked = 0;
    for (const DayPart &list : lists) {
        checked += list.tallies.isEmpty() ? 0 : 1;
        for (const DayTally &tally : list.tallies) {
            const auto same = std::find_if(sum.tallies.begin(), sum.tallies.end(),
                                           [&](const DayTally &one) { return one.kind == tally.kind; });
            if (same == sum.tallies.end()) {
                sum.tallies += tally;
            } else {
                same->expected += tally.expected;
                same->held += tally.held;
            }
        }
    }
    if (checked == 0) {
        return {};
    }
    sum.category = lists.size() == 1 ? lists.first().category : Words::tr("%n list(s)", nullptr, checked);
    return tallyLine(sum, checked == lists.size() && std::all_of(lists.begin(), lists.end(), isProven));
}

QString proofLines(const QList<DayPart> &lists)
{
    QStringList lines;
    for (const DayPart &list : lists) {
        //: %1 is a category
        lines += list.tallies.isEmpty()
                     ? Words::tr("%1 · not held against arXiv's own page").arg(list.category)
                     : tallyLine(list, list.isProven());
    }
    return lines.join(u'\n');
}

QString getRestWords(const QList<DayPart> &lacking)
{
    if (const auto papers = lackingPapers(lacking)) {
        //: a button: the papers of a list that are not here yet
        return Words::tr("Get the other %n", nullptr, *papers);
    }
    const bool isSomeHere =
        std::any_of(lacking.begin(), lacking.end(), [](const DayPart &part) { return part.held > 0; });
    return isSomeHere ? Words::tr("Get the rest") : Words::tr("Try again");
}

EmptyWords emptyDayWords(QDate day, const QList<DaySummary> &sources, const QDateTime &now, bool mayFetch)
{
    const bool isFetched = std::any_of(sources.begin(), sources.end(),
                                       [](const DaySummary &source) { return !source.lacking.isEmpty(); });
    if (isFetched) {
        return {dayStatusSentence(sources), Words::tr("Shift+F5 fetches it again.")};
    }
    const DayStatus status = combined(day, sources).status;
    if (status == DayStatus::Failed || status == DayStatus::Empty) {
        return {dayStatusSentence(sources), Words::tr("Other days are in the calendar on the left.")};
    }
    if (const QDateTime announced = ListingDay::announcementOf(day); announced > now) {
        const QDateTime here = announced.toLocalTime();
        return {Words::tr("This day's list is not announced yet."),
                //: %1 is a day, %2 a time of day
                Words::tr("It comes on %1 at %2, your time.")
                    .arg(shortDayName(here.date()), QLocale().toString(here.time(), QLocale::ShortFormat))};
    }
    switch (ListingDay::whyEmpty(day)) {
    case ListingDay::WhyEmpty::Weekend:
        return {Words::tr("No arXiv list on %1.").arg(QLocale().dayName(day.dayOfWeek())),
                Words::tr("The next one is that of %1.").arg(dayName(ListingDay::next(day)))};
    case ListingDay::WhyEmpty::Holiday:
        return {Words::tr("No arXiv list on this day: a holiday."),
                Words::tr("The next one is that of %1.").arg(dayName(ListingDay::next(day)))};
    default:
        return {Words::tr("Nothing of this day is here."),
                mayFetch
                    ? Words::tr("Shift+F5 gets its list. Or open its day file with Ctrl+O, or drop it here.")
                    : Words::tr("Open its day file with Ctrl+O, or drop it here.")};
    }
}

} // namespace paperdawn
