// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/domain/paper.h"

namespace paperdawn {

/** One page of an answer of arXiv's API. */
struct AtomPage
{
    int totalResults = 0; ///< of the whole answer
    int startIndex = 0;
    int itemsPerPage = 0; ///< as asked, or as given
    QList<PaperDetails> papers;
    QStringList unidentified; ///< the ids of entries that name no paper, as they stood

    bool operator==(const AtomPage &) const = default;
};

/**
 * Reads an answer of the API (https://info.arxiv.org/help/api), in the dialect of before 2025-11-11 and in
 * that of after it. Titles and comments are one line, abstracts one line a paragraph with a blank line
 * between; affiliations are left out, and so are the MSC and ACM classes that stood among the categories.
 * Errors: Rejected (the server's words: it answers with one entry that is no paper), Incomplete, BadAnswer
 * (as openXml(), or not a feed of the API). `where` is for the errors. Thread: any.
 */
[[nodiscard]] Result<AtomPage> parseArxivAtom(const QByteArray &bytes, const QString &where = {});

} // namespace paperdawn
