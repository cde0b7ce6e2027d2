// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/domain/paper.h"

namespace paperdawn {

/** A version of a paper, as format arXivRaw tells of it. */
struct OaiVersion
{
    int number = 0;
    QDateTime submitted; ///< UTC
    int kilobytes = -1;  ///< of its source, -1 = not told
    QString sourceType; ///< letters: D pdfTeX, H HTML, P PostScript, X docx, A, S, I; null = TeX, or not told

    /** Its text was taken back: nothing is left, or the source is to be ignored. */
    [[nodiscard]] bool isWithdrawn() const { return kilobytes == 0 || sourceType.contains(u'I'); }
    bool operator==(const OaiVersion &) const = default;
};

/** A paper of arXiv, and what the protocol says of it. */
struct OaiRecord
{
    PaperDetails details;       ///< named only, in a list of identifiers and of a deleted record
    QDate datestamp;            ///< of the last change of any of this, UTC; not of a version
    QStringList sets;           ///< "cs:cs:CV", "physics:hep-th"; of the old server "cs", "physics:hep-th"
    QList<OaiVersion> versions; ///< all of them, where the format is arXivRaw
    QString license;            ///< an address; null = not told
    bool isDeleted = false;

    bool operator==(const OaiRecord &) const = default;
};

/** One answer of arXiv's OAI-PMH. A null token means that there is no page behind this one. */
struct OaiPage
{
    QDateTime responded; ///< by the server's clock, UTC; invalid for a record on its own
    QList<OaiRecord> records;
    QStringList unidentified; ///< the identifiers of records that name no paper, as they stood

    QString token; ///< asks for the next page
    QDateTime tokenExpires;
    std::optional<int> cursor;           ///< how many records came before this page; the old server's
    std::optional<int> completeListSize; ///< likewise

    QDate earliest;              ///< Identify: no datestamp lies before it
    QString granularity;         ///< Identify: "YYYY-MM-DD"
    QStringList setSpecs;        ///< ListSets
    QStringList metadataFormats; ///< ListMetadataFormats: their prefixes

    bool operator==(const OaiPage &) const = default;
};

/**
 * Reads an answer of OAI-PMH 2.0 (https://www.openarchives.org/OAI/openarchivesprotocol.html) as arXiv's
 * server gives it since March 2025, and as the one before did; also a bare `<record>`. The formats arXivRaw,
 * arXivOld, arXiv and oai_dc are read; names are in Unicode in all of them, other texts stay as they came.
 * A time is told only where it is certain: `created` of format arXiv is that of the current version in the
 * new server and of the first one in the old, whose days are New York's. MSC and ACM classes are left out
 * (the server confuses them); categories of oai_dc, which stand there by name, may be their aliases. Errors:
 * Rejected (the server's words, behind its code: "badArgument: …"; but noRecordsMatch is a page without
 * records), Incomplete, BadAnswer (as openXml(), or no such answer). `where` is for the errors. Linear.
 * Thread: any.
 */
[[nodiscard]] Result<OaiPage> parseArxivOai(const QByteArray &bytes, const QString &where = {});

/** Whether the server does not take a token (any more): the list is to be asked for anew, from the last day
 * that is whole.
 */
[[nodiscard]] bool isTokenRefused(const Error &error);

} // namespace paperdawn
