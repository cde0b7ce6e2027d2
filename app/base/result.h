// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QFuture>
#include <QString>
#include <tl/expected.hpp>

namespace paperdawn {

/** What went wrong, in the terms that a person can act on. sentence() turns it into words. */
enum class ErrorKind : quint8 {
    Cancelled,   ///< the reader stopped it: silent
    NotFound,    ///< file, folder or paper that does not exist
    Permission,  ///< the system refused
    DiskFull,    ///< nothing was saved
    Io,          ///< reading or writing failed; what = the system's words
    TooLarge,    ///< file over the cap; what = the cap, in words
    Empty,       ///< file of 0 bytes or of blanks
    Binary,      ///< not a text file
    Encoding,    ///< not UTF-8; line = where
    NotADayFile, ///< text, but neither a day list nor one of our exports
    NoDayFiles,  ///< a folder without any
    Truncated,   ///< the file ends in the middle of a row or value; line = where
    Malformed,   ///< damaged JSON or table; what = the parser's words, line = where
    Damaged,     ///< database or journal that fails its check
    NewerSchema, ///< made by a newer version
    ReadOnly,    ///< the library cannot be written
    NotAFile,    ///< a folder or device stands where a file should
    Link,        ///< a link stands where a file of our own should: it is not followed
    Busy,        ///< another process holds the lock for too long
    // of the network; where = the host that was asked
    Offline,        ///< the host cannot be reached; what = the system's words
    TimedOut,       ///< no answer within the deadline of its purpose
    RateLimited,    ///< the host asks to wait; retryAt = until when
    ServerError,    ///< the host's own fault (HTTP 5xx); what = the status
    Denied,         ///< the host gives this to no program, or not to us; what = the status
    Refused,        ///< an address that we do not follow; what = that address
    Portal,         ///< the network answered in the host's place: it wants a login
    ProxyLogin,     ///< the proxy wants a user and a password, or takes not these
    NotTrusted,     ///< certificate or TLS; what = the system's words
    Incomplete,     ///< the answer ended before its end
    AnswerTooLarge, ///< over the cap of its purpose; what = the cap, in words
    BadAnswer,      ///< not what was asked for; what = how
    Rejected,       ///< it does not accept what was asked; what = its words
    NoList,         ///< a day on which arXiv announces nothing; where = the day, what = why
    NotYet,         ///< a day whose list is not announced yet; retryAt = when it is
    NoPdf,          ///< the host has no PDF of a paper; where = the paper, what = what it gave instead
    NoRoom,         ///< the PDFs of starred papers fill the room for PDFs; what = so much it is
    NothingToUndo,
    NothingToRedo,
    NothingToExport,
    LibraryGone,   ///< the folder that the settings name holds no library
    NotEmpty,      ///< the folder to which a library is to be moved
    WithinLibrary, ///< likewise
    NoSpace,       ///< likewise; what = how much the library takes
    NotABackup,    ///< a file that is no backup of ours, or a damaged one
    BadArgument,   ///< wrong usage; what = which
    Internal,      ///< a promise of our own was broken; what = which
};

/** An error as a value. Thread: any. */
struct Error
{
    ErrorKind kind = ErrorKind::Internal;
    QString what;      ///< detail for the sentence, may be empty
    QString where;     ///< file, host or paper it is about, may be empty
    int line = 0;      ///< 1-based, 0 = none
    QDateTime retryAt; ///< when asking again makes sense, invalid = unknown

    bool operator==(const Error &) const = default;
};

template <typename T = void>
using Result = tl::expected<T, Error>;

/** The value to return where a Result is expected: `return failure(ErrorKind::NotFound, {}, path);` */
[[nodiscard]] inline tl::unexpected<Error> failure(ErrorKind kind, QString what = {}, QString where = {},
                                                   int line = 0)
{
    return tl::unexpected(Error{kind, std::move(what), std::move(where), line, {}});
}

/** What waits. A promise that is dropped without a result cancels its future. */
template <typename T = void>
using Future = QFuture<Result<T>>;

} // namespace paperdawn
