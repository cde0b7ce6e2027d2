// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/dayfile.h"

#include <QHash>

namespace paperdawn {

/**
 * Gathers what a reader of day files finds, in the order of the file: one section a source and day, each
 * paper once in it. Thread: one.
 */
class DayFileBuilder final
{
public:
    /** A section begins, though it may stay without papers. */
    void begin(QDate day, Source source);
    /** A paper of `day`; the section is that of its id. `row` is where it stands, for the remark on a
     * repeated one. */
    void take(QDate day, DayPaper paper, int line, QStringView row);
    void remark(RowRemark::Why why, int line, QStringView row);
    /** The file says why the day has no papers: the source failed, or had none (null reason). */
    void noteFailed(QDate day, Source source, const QString &reason);
    void noteEmpty(QDate day, Source source);
    /** The file ends in the middle of this section. */
    void noteCutOff(QDate day, Source source);
    void noteCutOffLast(); ///< the section begun last, if there is one

    [[nodiscard]] bool isEmpty() const { return m_sections.isEmpty(); }
    /** The sections with their status: what was noted, a selection where there are papers, else unknown or
     * empty. */
    [[nodiscard]] DayFile finish();

private:
    struct Section
    {
        DaySection told;
        QHash<PaperId, qsizetype> places;
        bool failed = false;
        bool empty = false;
        bool cutOff = false;
    };
    Section &section(QDate day, Source source);
    static DaySection finished(Section &section);

    QList<Section> m_sections;
    QHash<std::pair<QDate, int>, qsizetype> m_index; ///< by day and source
    QList<RowRemark> m_remarks;
};

} // namespace paperdawn
