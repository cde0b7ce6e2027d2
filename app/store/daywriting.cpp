// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/daywriting.h"

namespace paperdawn {

DayWriting::DayWriting(Connection &cache)
    : m_day(cache, "SELECT status, reason FROM day WHERE day = ? AND source = ?")
    , m_writeDay(cache, "INSERT INTO day(day, source, status, reason, papers) VALUES(?1,?2,?3,?4,"
                        " (SELECT count(DISTINCT row) FROM listing WHERE day = ?1 AND source = ?2))"
                        " ON CONFLICT(day, source) DO UPDATE SET status=excluded.status,"
                        " reason=excluded.reason, papers=excluded.papers")
    , m_isListed(cache, "SELECT 1 FROM listing WHERE row = ? AND day = ? AND source = ? AND category = ''")
    , m_last(cache, "SELECT coalesce(max(position), 0) FROM listing"
                    " WHERE day = ? AND source = ? AND category = ''")
    , m_list(cache, "INSERT INTO listing(day, source, category, position, row, kind, version)"
                    " VALUES(?,?,'',?,?,?,?)")
    , m_forgetList(cache, "DELETE FROM listing WHERE day = ? AND source = ?")
    , m_forgetDay(cache, "DELETE FROM day WHERE day = ? AND source = ?")
    , m_forgetGone(cache, "DELETE FROM listing WHERE day = ? AND source = ?"
                          " AND row NOT IN (SELECT row FROM paper)")
    , m_count(cache, "UPDATE day SET papers = (SELECT count(DISTINCT row) FROM listing l"
                     " WHERE l.day = day.day AND l.source = day.source) WHERE day = ? AND source = ?")
{
}

DaySummary DayWriting::publish(const DaySection &section)
{
    const bool listed = list(section);
    const int source = int(section.source);
    const bool known = m_day.with(section.day, source).step();
    const DayStatus before = known ? DayStatus(m_day.number(0)) : DayStatus::Future;
    const DayStatus status = known ? strongerStatus(before, section.status) : section.status;
    const QString reason = known && status == before ? m_day.text(1) : section.reason;
    if (listed || !known || status != before) {
        m_writeDay.with(section.day, source, int(status), reason).run();
    }
    return {.day = section.day,
            .source = section.source,
            .status = status,
            .reason = reason,
            .count = int(section.papers.size())};
}

/** Papers that the list had not yet are put at its end, so that no row moves. */
bool DayWriting::list(const DaySection &section)
{
    const int source = int(section.source);
    qint64 position = m_last.with(section.day, source).step() ? m_last.number(0) : 0;
    bool changed = false;
    for (const DayPaper &paper : section.papers) {
        const qint64 row = paper.details.id.row();
        if (!m_isListed.with(row, section.day, source).step()) {
            m_list.with(section.day, source, ++position, row, int(paper.kind), paper.details.version).run();
            changed = true;
        }
    }
    return changed;
}

void DayWriting::forget(QDate day, Source source)
{
    m_forgetList.with(day, int(source)).run();
    m_forgetDay.with(day, int(source)).run();
}

void DayWriting::forgetGonePapers(QDate day, Source source)
{
    m_forgetGone.with(day, int(source)).run();
    m_count.with(day, int(source)).run();
}

} // namespace paperdawn
