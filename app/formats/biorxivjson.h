// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/domain/paper.h"

namespace paperdawn {

/** One version of a paper of bioRxiv or medRxiv; the DOI is that of all its versions. */
struct BiorxivRecord
{
    /** `updated` is the version's day, `submitted` that of the first one; `doi` the published article's. */
    PaperDetails details;
    QString type;    ///< "new results"
    QString license; ///< "cc_by_nc"

    bool operator==(const BiorxivRecord &) const = default;
};

/** One page of an answer of the details service. */
struct BiorxivPage
{
    QList<BiorxivRecord> records;
    QStringList unidentified; ///< the DOIs of records that name no paper, as they stood
    int cursor = 0;           ///< of this page; the next page is at cursor + count
    int count = 0;            ///< of records on this page, by the server
    /** Of records in the whole answer, by the server; it may be more than there are, and then the last page
     * is empty. Nothing: it did not say, for there are no pages. */
    std::optional<int> total;

    bool operator==(const BiorxivPage &) const = default;
};

/**
 * Reads a page of https://api.biorxiv.org/details, which serves bioRxiv and medRxiv. `asked` is the server
 * that was asked, for records that do not tell theirs. Where nothing was found the page has no records.
 * Errors: Rejected (the server's words, which come with status 200), Incomplete (cut off, or the empty body
 * that the service gives at times), BadAnswer. `where` is for the errors. Linear. Thread: any.
 */
[[nodiscard]] Result<BiorxivPage> parseBiorxivJson(const QByteArray &bytes, std::optional<Source> asked = {},
                                                   const QString &where = {});

} // namespace paperdawn
