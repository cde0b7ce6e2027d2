// SPDX-License-Identifier: GPL-3.0-or-later
// An answer of arXiv's API, through the guard of all XML.
#include "app/formats/arxivatom.h"

#include "tests/fuzz/fuzz.h"

using namespace Qt::StringLiterals;

void paperdawn::fuzz::feed(const QByteArray &input)
{
    const auto page = parseArxivAtom(input, u"host"_s);
    if (!page) {
        return;
    }
    DayFile day;
    for (const PaperDetails &paper : page->papers) {
        require(paper.id.source() == Source::Arxiv, "arXiv tells of its own papers");
        require(!paper.title.contains(u'\n'), "a title is one line");
        // an answer may name a paper twice, and a day has it once
        day.sections +=
            DaySection{{2025, 12, 9}, Source::Arxiv, DayStatus::Approximate, {}, {{paper}}, {}, {}};
    }
    requireWhole(day);
}
