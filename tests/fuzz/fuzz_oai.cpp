// SPDX-License-Identifier: GPL-3.0-or-later
// An answer of arXiv's OAI-PMH, through the guard of all XML.
#include "app/formats/arxivoai.h"

#include "tests/fuzz/fuzz.h"

using namespace Qt::StringLiterals;

void paperdawn::fuzz::feed(const QByteArray &input)
{
    const auto page = parseArxivOai(input, u"host"_s);
    if (!page) {
        return;
    }
    require(page->token.isNull() || !page->token.isEmpty(), "a token is not empty");
    DayFile day;
    for (const OaiRecord &record : page->records) {
        const PaperDetails &paper = record.details;
        require(paper.id.source() == Source::Arxiv, "arXiv tells of its own papers");
        require(!paper.title.contains(u'\n'), "a title is one line");
        require(record.license.isNull() || !record.license.isEmpty(), "what is not known is null");
        require(!record.sets.contains(QString()), "a set has a name");
        for (const OaiVersion &version : record.versions) {
            require(version.number > 0 && version.number <= paper.version, "the last version is the paper's");
            require(version.kilobytes >= -1, "no size is negative");
        }
        day.sections +=
            DaySection{{2025, 12, 9}, Source::Arxiv, DayStatus::Approximate, {}, {{paper}}, {}, {}};
    }
    requireWhole(day);
}
