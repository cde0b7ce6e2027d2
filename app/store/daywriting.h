// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/dayfile.h"
#include "app/store/statement.h"

namespace paperdawn {

/** Writes what files tell of days: lists and status, which is what a reader sees. Thread: the connection's.
 */
class DayWriting final
{
public:
    explicit DayWriting(Connection &cache);

    /** Within a transaction: adds what `section` tells; its day must be valid. How the day then stands. */
    DaySummary publish(const DaySection &section);
    /** Within a transaction: nothing is known of the day any more. */
    void forget(QDate day, Source source);
    /** Within a transaction: takes papers off the day's list that are not there any more. */
    void forgetGonePapers(QDate day, Source source);

private:
    [[nodiscard]] bool list(const DaySection &section);
    void expect(const DaySection &section);
    [[nodiscard]] bool isProven(QDate day, Source source);
    struct Lacking
    {
        QString text;   ///< "cs.CL 100/240, hep-th 0/?"
        bool hasFailed; ///< and nothing came of the day
    };
    [[nodiscard]] std::optional<Lacking> lacking(QDate day, Source source);

    Statement m_day;
    Statement m_writeDay;
    Statement m_isListed;
    Statement m_last;
    Statement m_list;
    Statement m_writePart;
    Statement m_lacking;
    Statement m_isUnproven; ///< or one of the lists that were asked for is no more than that
    Statement m_isBare;
    Statement m_isOfFiles; ///< and nothing is known of its lists
    Statement m_tally;
    Statement m_forgetTallies;
    Statement m_forgetTalliesOf;
    Statement m_forgetListOf;
    Statement m_forgetParts;
    Statement m_forgetList;
    Statement m_forgetDay;
    Statement m_forgetGone;
    Statement m_count;
};

} // namespace paperdawn
