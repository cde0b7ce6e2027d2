// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/paperid.h"

#include <QDateTime>
#include <QFlags>
#include <QList>
#include <QStringList>
#include <algorithm>
#include <optional>

namespace paperdawn {

/** How a paper stands on a day's list. */
enum class Kind : quint8 { Unknown, New, Cross, Replaced, ReplacedCross };
[[nodiscard]] QString kindKey(Kind kind); ///< "new", "cross", "replaced", "replaced-cross"; null for Unknown
[[nodiscard]] Kind parseKind(QStringView key); ///< Unknown for any other text

/** What a reader should know about what is shown. */
enum class PaperFlag : quint8 {
    Chatter = 1,      ///< a model's remarks stand around the translation
    FormulaLost = 2,  ///< the original has formulas that the translation has not
    Untranslated = 4, ///< where a translation was promised, the original stands
    ProbableTwin = 8, ///< joined with another paper by title and first author only
    Sample = 16,      ///< invented, of the sample day
};
Q_DECLARE_FLAGS(PaperFlags, PaperFlag)
Q_DECLARE_OPERATORS_FOR_FLAGS(PaperFlags)
[[nodiscard]] QStringList flagKeys(PaperFlags set); ///< "chatter", "formula-lost", … in this order
[[nodiscard]] PaperFlags parseFlags(const QStringList &keys); ///< unknown keys are passed over

/** Words of one origin in another language. Null = not translated. */
struct Translation
{
    QString language; ///< BCP 47, "zh-Hans"
    QString origin;   ///< who made it and for which day: "arxiv_daily 2025-12-09"
    QString title;
    QString abstract;
    PaperFlags flags;

    bool operator==(const Translation &) const = default;
};

/**
 * All that is known of a paper. A null string, an empty list, an invalid date or version 0 means "not known";
 * an empty string that is not null never occurs. Thread: any.
 */
struct PaperDetails
{
    PaperId id;
    int version = 0;
    QString title;    ///< original, as it came (TeX and all)
    QString abstract; ///< original
    QStringList authors;
    bool authorsComplete = false; ///< false: only the first is known to be right
    QStringList categories;       ///< primary first
    QDateTime submitted;          ///< first version, UTC
    QDateTime updated;            ///< this version, UTC
    QString comment;
    QString journalRef;
    QString doi;    ///< of the published article
    QString pdfUrl; ///< only where it differs from id.pdfUrl(version)
    QStringList codeUrls;
    PaperFlags flags; ///< of the paper; each translation has its own
    QList<Translation> translations;

    bool operator==(const PaperDetails &) const = default;
};

/** A paper of which nothing is known yet but what names it. */
[[nodiscard]] inline PaperDetails namedOnly(const PaperId &id, int version = 0)
{
    return {id, version, {}, {}, {}, false, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}};
}

/**
 * Adds what `told` knows to `known` (both of the same id; else nothing happens). Nothing known is overwritten
 * by nothing. The texts of the higher version win; where versions are equal, the longer text. Categories,
 * code addresses and flags are united, the known primary category stays the first. Translations of different
 * origin stand side by side, but one of no day that only repeats another is left out; the texts of one origin
 * are merged, clean before flagged, longer among clean ones. FormulaLost of every translation is judged anew.
 * Idempotent. True if `known` changed.
 */
bool merge(PaperDetails &known, const PaperDetails &told);

/**
 * The translation into `language` that a reader should see: of `origin` if there is one, else one without
 * flags, with a title, of the last origin (the latest day's). Null if there is none. Points into
 * `translations`.
 */
[[nodiscard]] const Translation *bestTranslation(const QList<Translation> &translations, QStringView language,
                                                 QStringView origin = {});

/** What a row of a list shows. */
struct Paper
{
    PaperId id;
    int version = 0;
    Kind kind = Kind::Unknown;
    QDate day; ///< of the list it stands on; invalid where it stands on none
    QString title;
    QString titleTranslated;
    QString language; ///< of the translation
    QStringList authors;
    bool authorsComplete = false;
    QStringList categories;
    PaperFlags flags; ///< of the paper and of the translation shown
    bool starred = false;
    bool read = false;

    bool operator==(const Paper &) const = default;
};

/** How much of a day's list is here. */
enum class DayStatus : quint8 {
    Unknown,
    Complete,
    Approximate,
    Selection,
    Incomplete,
    Failed,
    Empty,
    Uncheckable,
    Future
};
[[nodiscard]] QString dayStatusKey(DayStatus status);    ///< "unknown", "complete", …
[[nodiscard]] DayStatus parseDayStatus(QStringView key); ///< Unknown for any other text

/** How many papers of one kind arXiv's own page of a day counts on a category's list, and how many are here.
 * Replaced counts cross-lists that were replaced, too. */
struct DayTally
{
    Kind kind = Kind::Unknown;
    int expected = 0;
    int held = 0;

    bool operator==(const DayTally &) const = default;
};

/** How much of one category's list is here. */
struct DayPart
{
    QString category;
    std::optional<int> expected; ///< papers on it, by the service; nothing: it did not say yet
    int held = 0;
    QString reason;          ///< why the last attempt at it failed, see failureReason(); null: it did not
    QList<DayTally> tallies; ///< by arXiv's own page of the day; none: it was not asked

    [[nodiscard]] bool isWhole() const { return expected && held >= *expected; }
    /** It is what arXiv's own page of the day counts, kind by kind. */
    [[nodiscard]] bool isProven() const
    {
        return !tallies.isEmpty() && std::all_of(tallies.begin(), tallies.end(), [](const DayTally &tally) {
            return tally.held == tally.expected;
        });
    }
    bool operator==(const DayPart &) const = default;
};

/** One day of one source, as the calendar and `days` show it. */
struct DaySummary
{
    QDate day;
    Source source = Source::Arxiv;
    DayStatus status = DayStatus::Unknown;
    QString reason; ///< why failed or empty, in the words of who said so
    int count = 0;
    int unread = 0;
    int starred = 0;
    QList<DayPart> lacking; ///< categories that were fetched, and of which papers are missing

    bool operator==(const DaySummary &) const = default;
};

} // namespace paperdawn
