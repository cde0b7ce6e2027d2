// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QDateTime>

namespace paperdawn {

/**
 * arXiv's announcement schedule (info.arxiv.org/help/availability.html): what is submitted until 14:00 in New
 * York on a working day is announced at 20:00, Friday's on Sunday, and stands on the list of the next day. On
 * a day without a freeze (resources/taxonomy/holidays.csv) papers wait for the next one. Beyond the table
 * every working day counts as one with a freeze. bioRxiv and medRxiv post every day and need no schedule.
 *
 * Needs the time zone database for New York; without it, times give invalid values, days still work.
 * Thread: any.
 */
class ListingDay final
{
public:
    /** Why a day has no list. */
    enum class WhyEmpty : quint8 {
        None,         ///< it has one
        Weekend,      ///< Saturday or Sunday
        Holiday,      ///< arXiv's staff were on holiday when it would have been announced
        SkippedFreeze ///< there was no announcement for another reason (outage, meeting)
    };

    /**
     * The first list that a paper submitted at this moment can stand on. Moderation may hold it longer. The
     * deadline itself belongs to the next list. Invalid for an invalid time.
     */
    [[nodiscard]] static QDate of(const QDateTime &submitted);
    /** When that list is announced: 20:00 in New York the evening before, in UTC. */
    [[nodiscard]] static QDateTime announcedAt(const QDateTime &submitted);
    /** When the list of this day is announced, in UTC; invalid if the day has none. */
    [[nodiscard]] static QDateTime announcementOf(QDate day);

    /** The first moment at which what is submitted can stand on the list of this day, in UTC; that of the
     * next list is where it ends. Invalid if the day has no list. */
    [[nodiscard]] static QDateTime opensAt(QDate day);

    /** The newest list that is announced at this moment. */
    [[nodiscard]] static QDate latest(const QDateTime &now);

    [[nodiscard]] static bool isListingDay(QDate day);
    [[nodiscard]] static QDate next(QDate day);     ///< the first listing day after this day
    [[nodiscard]] static QDate previous(QDate day); ///< the last listing day before this day
    [[nodiscard]] static WhyEmpty whyEmpty(QDate day);
};

} // namespace paperdawn
