// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QJsonObject>
#include <QJsonValue>
#include <QString>

namespace paperdawn {

/** How a decision came about. */
enum class Way : quint8 { Done, Undone, Redone };

/** What a caller asks to append; Journal adds who, when and the numbers. */
struct Draft
{
    QString paper;       ///< PaperId::key(), or the key of what else was decided on
    QString field;       ///< "star", "read", …
    QJsonValue value;    ///< null = as if never decided
    QJsonValue was;      ///< what undo puts back
    Way way = Way::Done; ///< the same in all drafts of one append
    qint64 of = 0;       ///< Undone, Redone: the deed that is taken back or brought again
    QJsonObject copy;    ///< star, on and off: the bibliographic copy, so that the reading list and its undo
                         ///< outlive the cache
    bool operator==(const Draft &) const = default;
};

/**
 * One decision of the reader: one line of a journal file. Fields this version does not know are decisions
 * like any other. Thread: any.
 */
struct Decision
{
    QString machine;
    qint64 sequence = 0; ///< of this machine, from 1, rising
    qint64 time = 0;     ///< ms since 1970 UTC, later than whatever the machine had seen before
    qint64 deed = 0;     ///< sequence of the first decision of its deed: what one Ctrl+Z takes back; 0 = not
                         ///< undoable (read by dwell; Undone and Redone themselves)
    QString paper;
    QString field;
    QJsonValue value;
    QJsonValue was;
    Way way = Way::Done;
    qint64 of = 0;
    QJsonObject copy;

    bool operator==(const Decision &) const = default;
};

/** The longest line, without its end; longer ones are neither written nor read. */
constexpr qsizetype longestLine = 256 * 1024;

/** The last moment of 2200. A later one is no time: nothing could be decided after it, it would win for ever.
 */
constexpr qint64 latestTime = 7'289'654'399'999;
/** The last number of a line; far enough from the end of JSON's numbers for every line that comes after it.
 */
constexpr qint64 lastSequence = qint64(1) << 52;

/** Of the files in the folder and of each line. Lower-case letters, digits and '-', 1 to 64. */
[[nodiscard]] bool isMachineId(QStringView text);

/**
 * JSON on one line, without the line's end. Keys: s t d m p f v w y o c. Numbers below 2^53. A line with
 * "n": 2 or more needs a reader that knows that form of the journal; the form told of here is 1.
 */
[[nodiscard]] QByteArray toLine(const Decision &decision);

/**
 * From a line, with or without its end (LF or CRLF). Errors: NewerSchema for a form of the journal that this
 * version does not know, else Malformed with the reason in `what`.
 */
[[nodiscard]] Result<Decision> fromLine(QByteArrayView line);

/** True if `a` stands against `b` of the same paper and field: the later (time, machine, sequence) wins. */
[[nodiscard]] bool supersedes(const Decision &a, const Decision &b);

} // namespace paperdawn
