// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/daywriting.h"
#include "app/store/rows.h"
#include "app/store/store.h"

namespace paperdawn {

/**
 * Storing one parsed file: in batches that keep a transaction short, and published by the last of them, which
 * alone writes what a reader sees (listings and days). Thread: the store's.
 */
class Putting final
{
public:
    /** `file` must outlive it. */
    Putting(Connection &cache, const DayFile &file, qint64 fileId);

    /** True while there is a batch left. */
    [[nodiscard]] bool more() const { return m_section < m_file.sections.size(); }
    /** Within an open transaction: stores the next papers; with the last of them, publishes the days. */
    void nextBatch();

    /** What became of it, once there is no more. */
    void addTo(FileOutcome &outcome, StoreChange &change) const;

private:
    enum Fate { Same, Merged, Added };
    void take(const PaperDetails &told);
    void publish();

    const DayFile &m_file;
    qint64 m_fileId;
    PaperRows m_rows;
    PaperWriting m_writing;
    DayWriting m_dayWriting;
    Statement m_mention;
    Statement m_telling;
    qsizetype m_section = 0;
    qsizetype m_paper = 0;
    QHash<PaperId, Fate> m_fate; ///< a paper may stand in several sections
    QList<DaySummary> m_days;
};

} // namespace paperdawn
