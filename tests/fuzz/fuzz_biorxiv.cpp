// SPDX-License-Identifier: GPL-3.0-or-later
// A page of the service of bioRxiv and medRxiv.
#include "app/formats/biorxivjson.h"

#include "tests/fuzz/fuzz.h"

using namespace Qt::StringLiterals;

void paperdawn::fuzz::feed(const QByteArray &input)
{
    const auto page = parseBiorxivJson(input, Source::Medrxiv, u"host"_s);
    if (!page) {
        return;
    }
    require(page->cursor >= 0 && page->count >= 0 && page->total.value_or(0) >= 0, "no figure is negative");
    DayFile day;
    for (const BiorxivRecord &record : page->records) {
        const PaperDetails &paper = record.details;
        require(paper.id.source() != Source::Arxiv, "the service tells of its own papers");
        require(!paper.title.contains(u'\n'), "a title is one line");
        require(record.license.isNull() || !record.license.isEmpty(), "what is not known is null");
        require(record.type.isNull() || !record.type.isEmpty(), "what is not known is null");
        day.sections +=
            DaySection{{2025, 12, 9}, paper.id.source(), DayStatus::Approximate, {}, {{paper}}, {}, {}};
    }
    requireWhole(day);
}
