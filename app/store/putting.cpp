// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/putting.h"

namespace paperdawn {

namespace {

constexpr qsizetype papersABatch = 500;
constexpr qsizetype charactersABatch = 4 << 20;
constexpr qsizetype mostNamed = 2000; ///< papers a change names one by one

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
    : m_file(file)
    , m_fileId(fileId)
    , m_rows(cache)
    , m_writing(cache)
    , m_dayWriting(cache)
    , m_mention(cache, "INSERT OR IGNORE INTO mention(row, file) VALUES(?,?)")
    , m_telling(cache, "INSERT OR IGNORE INTO telling(day, source, file) VALUES(?,?,?)")
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
    const bool learned = merge(paper, storable(told));
    if (!held || learned) {
        m_writing.write(paper, held);
    }
    m_mention.with(told.id.row(), m_fileId).run();
    const Fate fate = !held ? Added : learned ? Merged : Same;
    m_fate[told.id] = std::max(m_fate.value(told.id, Same), fate);
}

void Putting::publish()
{
    for (const DaySection &section : m_file.sections) {
        if (section.day.isValid()) {
            m_days += m_dayWriting.publish(section);
            m_telling.with(section.day, int(section.source), m_fileId).run();
        }
    }
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
