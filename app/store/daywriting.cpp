// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/daywriting.h"

namespace paperdawn {

using namespace Qt::StringLiterals;

DayWriting::DayWriting(Connection &cache)
    : m_day(cache, "SELECT status, reason FROM day WHERE day = ? AND source = ?")
    , m_writeDay(cache, "INSERT INTO day(day, source, status, reason, papers) VALUES(?1,?2,?3,?4,"
                        " (SELECT count(DISTINCT row) FROM listing WHERE day = ?1 AND source = ?2))"
                        " ON CONFLICT(day, source) DO UPDATE SET status=excluded.status,"
                        " reason=excluded.reason, papers=excluded.papers")
    , m_isListed(cache, "SELECT 1 FROM listing WHERE row = ? AND day = ? AND source = ? AND category = ?")
    , m_last(cache, "SELECT coalesce(max(position), 0) FROM listing"
                    " WHERE day = ? AND source = ? AND category = ?")
    , m_list(cache, "INSERT INTO listing(day, source, category, position, row, kind, version)"
                    " VALUES(?,?,?,?,?,?,?)")
    , m_writePart(cache, "INSERT INTO part(day, source, category, place, expected, reason) VALUES(?1,?2,?3,"
                         " (SELECT count(*) + 1 FROM part WHERE day = ?1 AND source = ?2),?4,?5)"
                         " ON CONFLICT(day, source, category) DO UPDATE SET"
                         " expected=coalesce(excluded.expected, expected), reason=excluded.reason")
    , m_lacking(cache, "SELECT category, expected, (SELECT count(*) FROM listing l WHERE l.day = p.day"
                       " AND l.source = p.source AND l.category = p.category) held, reason FROM part p"
                       " WHERE day = ? AND source = ? AND (expected IS NULL OR held < expected)"
                       " ORDER BY category")
    , m_isUnproven(cache,
                   "SELECT EXISTS (SELECT 1 FROM part p WHERE day = ?1 AND source = ?2 AND (NOT EXISTS"
                   " (SELECT 1 FROM tally t WHERE t.day = ?1 AND t.source = ?2 AND t.category = p.category)"
                   " OR EXISTS (SELECT 1 FROM tally t WHERE t.day = ?1 AND t.source = ?2"
                   " AND t.category = p.category AND t.expected <> (SELECT count(*) FROM listing l"
                   " WHERE l.day = ?1 AND l.source = ?2 AND l.category = p.category"
                   " AND (l.kind = t.kind OR (t.kind = 3 AND l.kind = 4))))))")
    , m_isBare(cache, "SELECT NOT EXISTS (SELECT 1 FROM listing WHERE day = ? AND source = ?)")
    , m_isOfFiles(cache,
                  "SELECT EXISTS (SELECT 1 FROM listing WHERE day = ?1 AND source = ?2 AND category = '')"
                  " AND NOT EXISTS (SELECT 1 FROM listing"
                  " WHERE day = ?1 AND source = ?2 AND category <> '')"
                  " AND NOT EXISTS (SELECT 1 FROM part"
                  " WHERE day = ?1 AND source = ?2 AND expected IS NOT NULL)")
    , m_tally(cache, "INSERT INTO tally(day, source, category, kind, expected) VALUES(?,?,?,?,?)")
    , m_forgetTallies(cache, "DELETE FROM tally WHERE day = ? AND source = ?")
    , m_forgetTalliesOf(cache, "DELETE FROM tally WHERE day = ? AND source = ? AND category = ?")
    , m_forgetListOf(cache, "DELETE FROM listing WHERE day = ? AND source = ? AND category = ?")
    , m_forgetParts(cache, "DELETE FROM part WHERE day = ? AND source = ?")
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
    const bool tellsNothing = !section.category.isNull() && section.papers.isEmpty() && !section.expected;
    DayStatus status = !known         ? section.status
                       : tellsNothing ? before
                                      : strongerStatus(before, section.status);
    QString reason = known && status == before   ? m_day.text(1)
                     : section.category.isNull() ? section.reason
                                                 : QString();
    if (!section.category.isNull()) {
        expect(section);
    }
    if (!section.category.isNull() && isProven(section.day, section.source)) {
        status = DayStatus::Complete;
    } else if (!section.category.isNull() && status == DayStatus::Complete) {
        status = DayStatus::Approximate; // it was so without this list
    }
    if (const auto missing = lacking(section.day, section.source)) {
        status = missing->hasFailed ? DayStatus::Failed : DayStatus::Incomplete;
        reason = missing->text;
    }
    if (listed || !known || !section.category.isNull() || status != before) {
        m_writeDay.with(section.day, source, int(status), reason).run();
    }
    return {.day = section.day,
            .source = section.source,
            .status = status,
            .reason = reason,
            .count = int(section.papers.size())};
}

/** Papers that the list had not yet are put at its end, so that no row moves; but where all of it is told, it
 * is that, in this order. */
bool DayWriting::list(const DaySection &section)
{
    const int source = int(section.source);
    const QString category = section.category.isNull() ? u""_s : section.category;
    if (section.isWholeList) {
        m_forgetListOf.with(section.day, source, category).run();
    }
    qint64 position = m_last.with(section.day, source, category).step() ? m_last.number(0) : 0;
    bool changed = false;
    for (const DayPaper &paper : section.papers) {
        const qint64 row = paper.details.id.row();
        if (!m_isListed.with(row, section.day, source, category).step()) {
            m_list.with(section.day, source, category, ++position, row, int(paper.kind),
                        paper.details.version);
            m_list.run();
            changed = true;
        }
    }
    return changed;
}

void DayWriting::expect(const DaySection &section)
{
    if (section.expected) {
        m_writePart.with(section.day, int(section.source), section.category, *section.expected,
                         section.reason);
    } else {
        m_writePart.with(section.day, int(section.source), section.category, nullptr, section.reason);
    }
    m_writePart.run();
    if (section.counted.isEmpty()) {
        return;
    }
    m_forgetTalliesOf.with(section.day, int(section.source), section.category).run();
    for (const KindCount &count : section.counted) {
        m_tally.with(section.day, int(section.source), section.category, int(count.kind), count.papers).run();
    }
}

/** Each list that was asked for is what arXiv's own page counts. */
bool DayWriting::isProven(QDate day, Source source)
{
    return m_isUnproven.with(day, int(source)).step() && m_isUnproven.number(0) == 0;
}

/**
 * The categories of which papers are missing; nothing where there are none. What files told of a day stands
 * as it did where nothing ever came of its lists.
 */
std::optional<DayWriting::Lacking> DayWriting::lacking(QDate day, Source source)
{
    QStringList texts;
    bool hasFailed = false;
    m_lacking.with(day, int(source));
    while (m_lacking.step()) {
        const QString expected = m_lacking.isNull(1) ? u"?"_s : QString::number(m_lacking.number(1));
        texts += m_lacking.text(0) + u' ' + QString::number(m_lacking.number(2)) + u'/' + expected;
        hasFailed |= !m_lacking.isNull(3);
    }
    const bool isOfFiles = m_isOfFiles.with(day, int(source)).step() && m_isOfFiles.number(0) != 0;
    if (texts.isEmpty() || isOfFiles) {
        return {};
    }
    const bool isBare = m_isBare.with(day, int(source)).step() && m_isBare.number(0) != 0;
    return Lacking{texts.join(u", "_s), hasFailed && isBare};
}

void DayWriting::forget(QDate day, Source source)
{
    m_forgetTallies.with(day, int(source)).run();
    m_forgetParts.with(day, int(source)).run();
    m_forgetList.with(day, int(source)).run();
    m_forgetDay.with(day, int(source)).run();
}

void DayWriting::forgetGonePapers(QDate day, Source source)
{
    m_forgetGone.with(day, int(source)).run();
    m_count.with(day, int(source)).run();
}

} // namespace paperdawn
