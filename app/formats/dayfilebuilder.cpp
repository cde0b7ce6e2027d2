// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/formats/dayfilebuilder.h"

#include "app/domain/listingday.h"

namespace paperdawn {

namespace {

/** The beginning of a row on one line, enough to recognise it by. */
QString beginningOf(QStringView row)
{
    constexpr qsizetype longest = 120;
    QStringView beginning = row.first(std::min(row.size(), longest));
    if (!beginning.isEmpty() && beginning.back().isHighSurrogate()) {
        beginning.chop(1);
    }
    return beginning.toString().simplified();
}

/** bioRxiv and medRxiv post on every day. */
bool hasNoList(const DaySection &section)
{
    return section.source == Source::Arxiv && section.day.isValid() && !ListingDay::isListingDay(section.day);
}

} // namespace

DayFileBuilder::Section &DayFileBuilder::section(QDate day, Source source)
{
    const std::pair key(day, int(source));
    if (const auto it = m_index.constFind(key); it != m_index.constEnd()) {
        return m_sections[*it];
    }
    m_index.insert(key, m_sections.size());
    Section fresh;
    fresh.told.day = day;
    fresh.told.source = source;
    m_sections.append(fresh);
    return m_sections.last();
}

void DayFileBuilder::begin(QDate day, Source source)
{
    section(day, source);
}

void DayFileBuilder::take(QDate day, DayPaper paper, int line, QStringView row)
{
    Section &into = section(day, paper.details.id.source());
    const auto place = into.places.constFind(paper.details.id);
    if (place != into.places.constEnd()) {
        merge(into.told.papers[*place].details, paper.details);
        remark(RowRemark::Why::Repeated, line, row);
        return;
    }
    into.places.insert(paper.details.id, into.told.papers.size());
    into.told.papers.append(std::move(paper));
}

void DayFileBuilder::remark(RowRemark::Why why, int line, QStringView row)
{
    m_remarks.append({line, why, beginningOf(row)});
}

void DayFileBuilder::noteFailed(QDate day, Source source, const QString &reason)
{
    Section &told = section(day, source);
    told.failed = true;
    told.told.reason = reason;
}

void DayFileBuilder::noteEmpty(QDate day, Source source)
{
    section(day, source).empty = true;
}

void DayFileBuilder::noteCutOff(QDate day, Source source)
{
    section(day, source).cutOff = true;
}

void DayFileBuilder::noteCutOffLast()
{
    if (!m_sections.isEmpty()) {
        m_sections.last().cutOff = true;
    }
}

DaySection DayFileBuilder::finished(Section &section)
{
    const bool hasPapers = !section.told.papers.isEmpty();
    if (section.cutOff || (section.failed && hasPapers)) {
        section.told.status = DayStatus::Incomplete;
    } else if (hasPapers) {
        section.told.status = DayStatus::Selection;
    } else if (section.failed) {
        section.told.status = DayStatus::Failed;
    } else if (section.empty || hasNoList(section.told)) {
        section.told.status = DayStatus::Empty;
    } else {
        section.told.status = DayStatus::Unknown;
    }
    return std::move(section.told);
}

DayFile DayFileBuilder::finish()
{
    DayFile file;
    file.sections.reserve(m_sections.size());
    for (Section &section : m_sections) {
        file.sections.append(finished(section));
    }
    file.remarks = std::move(m_remarks);
    return file;
}

} // namespace paperdawn
