// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/paper.h"

#include <optional>

namespace paperdawn {

/** A row of a file that could not be taken, or only in part. */
struct RowRemark
{
    enum class Why : quint8 {
        NoLink,       ///< a row without a link to a paper: left out
        UnknownLink,  ///< its link is no paper of arXiv, bioRxiv or medRxiv: left out
        Repeated,     ///< its paper stood further up: merged into it
        MissingCells, ///< taken; what its missing cells would have said stays unknown
        SurplusCells, ///< taken; bare pipes were joined to the cell they belong to
        CutOff,       ///< the file ends in the middle of it: left out
    };
    int line = 0; ///< 1-based
    Why why = Why::NoLink;
    QString text; ///< beginning of the row
    bool operator==(const RowRemark &) const = default;
};

/** One paper as a file tells of it. */
struct DayPaper
{
    PaperDetails details;
    Kind kind = Kind::Unknown;
    bool operator==(const DayPaper &) const = default;
};

/** How many papers of a kind stand on a list, by arXiv's own page of the day. */
struct KindCount
{
    Kind kind = Kind::Unknown;
    int papers = 0;
    bool operator==(const KindCount &) const = default;
};

/** One source of one day in a file. */
struct DaySection
{
    QDate day; ///< invalid: papers without a day (an export of a reading list)
    Source source = Source::Arxiv;
    DayStatus status = DayStatus::Selection;
    QString reason;              ///< why failed or empty; of a category: why asking for it failed
    QList<DayPaper> papers;      ///< in the order of the file, each paper once
    QString category;            ///< of whose list these are a part, by a service; null: of a file's list
    std::optional<int> expected; ///< papers on that list, by the service; nothing: it did not say yet
    QList<KindCount> counted;    ///< on that list, by arXiv's own page of the day; none: it was not asked
    bool isWholeList = false;    ///< `papers` are all of it, in its order: others stand on it no longer
    bool operator==(const DaySection &) const = default;
};

/** Translation::origin of what a day's file says ("file 2025-12-09"; "file" without a day). */
[[nodiscard]] QString fileOrigin(QDate day);
/** The day of such an origin (invalid: without one); nullopt where it is no file's. */
[[nodiscard]] std::optional<QDate> dayOfFileOrigin(QStringView origin);

/** Which of two things told of a day stands: what holds more of the list. */
[[nodiscard]] DayStatus strongerStatus(DayStatus a, DayStatus b);

/** A day file as a value: what app/formats reads and writes, and what the store takes. */
struct DayFile
{
    QList<DaySection> sections;
    QList<RowRemark> remarks;
    bool operator==(const DayFile &) const = default;
};

} // namespace paperdawn
