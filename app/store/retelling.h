// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/dayfile.h"
#include "app/store/connection.h"

#include <QHash>
#include <QMap>
#include <QSet>

namespace paperdawn {

/**
 * Makes papers and days anew of what the published files tell of them, in the order of import, as if no other
 * file had been there. A slice of what the tables again_paper and again_day name; those of which an original
 * cannot be read stay as they are, rather than lose what it told. Thread: the store's, holding import.lock.
 */
class Retelling final
{
public:
    Retelling(Connection &cache, QString importsFolder);

    /** Reads the next slice and the files it needs, which may take longer than a transaction may. */
    void read();
    [[nodiscard]] bool isEmpty() const { return m_papers.isEmpty() && m_days.isEmpty(); }
    /** Within a transaction: writes the slice and strikes it off. */
    void write();
    /** Papers of which no file tells any more. */
    [[nodiscard]] int gone() const { return m_gone; }

private:
    using Day = std::pair<qint64, int>; ///< Julian day, source
    struct Paper
    {
        std::optional<PaperDetails> told;
        bool stays = false;
    };
    struct List
    {
        QList<DaySection> told;
        bool stays = false;
    };
    void readSlice();
    [[nodiscard]] QMap<qint64, QString> tellers();
    void take(const DayFile &file);
    void leaveAsTheyAre(qint64 file);
    void writePapers();
    void writeDays();

    Connection &m_cache;
    QString m_importsFolder;
    QMap<qint64, Paper> m_papers; ///< by row
    QMap<Day, List> m_days;
    int m_gone = 0;
};

} // namespace paperdawn
