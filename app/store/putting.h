// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/rows.h"
#include "app/store/store.h"

#include <QSet>

namespace paperdawn {

/**
 * Storing one parsed file: in batches that keep a transaction short, and published by the last of them, which
 * alone writes what a reader sees (listings and days). Thread: the store's.
 */
class Putting final
{
public:
    Putting(Connection &cache, const DayFile &file, qint64 fileId);

    /** True while there is a batch left. */
    [[nodiscard]] bool more() const { return m_section < m_file.sections.size(); }
    /** Within an open transaction: stores the next papers; with the last of them, publishes the days. */
    void nextBatch();
    [[nodiscard]] bool changedAnything() const { return m_changed; }

    /** What became of it, once there is no more. */
    void addTo(FileOutcome &outcome, StoreChange &change) const;

private:
    void take(const PaperDetails &told);
    void publish();
    void publish(const DaySection &section);
    [[nodiscard]] bool list(const DaySection &section);

    Connection &m_cache;
    const DayFile &m_file;
    qint64 m_fileId;
    PaperRows m_rows;
    PaperWriting m_writing;
    Statement m_mention;
    qsizetype m_section = 0;
    qsizetype m_paper = 0;
    QHash<PaperId, int> m_fate; ///< 0 same, 1 merged, 2 added; a paper may stand in several sections
    QList<DaySummary> m_days;
    bool m_changed = false;
};

} // namespace paperdawn
