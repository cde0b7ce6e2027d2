// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/putting.h"

namespace paperdawn {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype papersABatch = 500;
constexpr qsizetype charactersABatch = 4 << 20;
constexpr qsizetype mostNamed = 2000; ///< papers a change names one by one

enum Fate { Same, Merged, Added };

qsizetype weight(const PaperDetails &paper)
{
    qsizetype characters = paper.abstract.size();
    for (const Translation &translation : paper.translations) {
        characters += translation.abstract.size();
    }
    return characters;
}

} // namespace

Putting::Putting(Connection &cache, const DayFile &file, qint64 fileId)
    : m_cache(cache)
    , m_file(file)
    , m_fileId(fileId)
    , m_rows(cache)
    , m_writing(cache)
    , m_mention(cache, "INSERT OR IGNORE INTO mention(row, file) VALUES(?,?)")
{
}

void Putting::nextBatch()
{
    qsizetype papers = 0;
    qsizetype characters = 0;
    while (more()) {
        const DaySection &section = m_file.sections.at(m_section);
        if (m_paper == section.papers.size()) {
            ++m_section;
            m_paper = 0;
            continue;
        }
        if (papers == papersABatch || characters > charactersABatch) {
            return;
        }
        const PaperDetails &told = section.papers.at(m_paper++).details;
        take(told);
        ++papers;
        characters += weight(told);
    }
    publish();
}

void Putting::take(const PaperDetails &told)
{
    const std::optional<PaperDetails> held = m_rows.find(told.id);
    PaperDetails paper = held.value_or(PaperDetails{.id = told.id});
    const bool learned = merge(paper, told);
    if (!held || learned) {
        m_writing.write(paper, held);
        m_changed = true;
    }
    m_mention.with(told.id.row(), m_fileId).run();
    const int fate = !held ? Added : learned ? Merged : Same;
    m_fate[told.id] = qMax(m_fate.value(told.id, Same), fate);
}

void Putting::publish()
{
    for (const DaySection &section : m_file.sections) {
        if (section.day.isValid()) {
            publish(section);
        }
    }
}

void Putting::publish(const DaySection &section)
{
    const bool listed = list(section);
    Statement find(m_cache, "SELECT status, reason FROM day WHERE day = ? AND source = ?");
    const bool known = find.with(section.day, int(section.source)).step();
    const DayStatus before = known ? DayStatus(find.number(0)) : DayStatus::Future;
    const DayStatus status = known ? strongerStatus(before, section.status) : section.status;
    const QString reason = known && status == before ? find.text(1) : section.reason;
    const bool changed = listed || !known || status != before;
    find.with();
    if (changed) {
        Statement write(m_cache, "INSERT INTO day(day, source, status, reason, papers) VALUES(?1,?2,?3,?4,"
                                 " (SELECT count(DISTINCT row) FROM listing WHERE day = ?1 AND source = ?2))"
                                 " ON CONFLICT(day, source) DO UPDATE SET status=excluded.status,"
                                 " reason=excluded.reason, papers=excluded.papers");
        write.with(section.day, int(section.source), int(status), reason).run();
        m_changed = true;
    }
    m_days += {.day = section.day,
               .source = section.source,
               .status = status,
               .reason = reason,
               .count = int(section.papers.size())};
}

/** Papers that the list had not yet are put at its end, so that no row moves. */
bool Putting::list(const DaySection &section)
{
    Statement known(m_cache,
                    "SELECT 1 FROM listing WHERE row = ? AND day = ? AND source = ? AND category = ''");
    Statement last(
        m_cache,
        "SELECT coalesce(max(position), 0) FROM listing WHERE day = ? AND source = ? AND category = ''");
    Statement insert(m_cache, "INSERT INTO listing(day, source, category, position, row, kind, version)"
                              " VALUES(?,?,'',?,?,?,?)");
    qint64 position = last.with(section.day, int(section.source)).step() ? last.number(0) : 0;
    bool changed = false;
    for (const DayPaper &paper : section.papers) {
        const qint64 row = paper.details.id.row();
        if (!known.with(row, section.day, int(section.source)).step()) {
            insert
                .with(section.day, int(section.source), ++position, row, int(paper.kind),
                      paper.details.version)
                .run();
            changed = true;
        }
    }
    return changed;
}

void Putting::addTo(FileOutcome &outcome, StoreChange &change) const
{
    outcome.days = m_days;
    outcome.remarks = m_file.remarks;
    for (auto fate = m_fate.begin(); fate != m_fate.end(); ++fate) {
        outcome.added += *fate == Added;
        outcome.merged += *fate == Merged;
        outcome.same += *fate == Same;
        if (*fate != Same) {
            change.papers += fate.key();
        }
    }
    for (const DaySummary &day : m_days) {
        if (!change.days.contains(day.day)) {
            change.days += day.day;
        }
    }
    if (change.papers.size() > mostNamed) {
        change.papers.clear();
        change.many = true;
    }
}

} // namespace paperdawn
