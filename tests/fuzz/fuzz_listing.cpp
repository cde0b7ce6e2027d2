// SPDX-License-Identifier: GPL-3.0-or-later
// A listing or catch-up page of arXiv, which is HTML and passes no guard of XML.
#include "app/formats/arxivlisting.h"

#include "tests/fuzz/fuzz.h"

using namespace Qt::StringLiterals;

void paperdawn::fuzz::feed(const QByteArray &input)
{
    const auto page = parseArxivListing(input, u"cs.AI"_s, u"host"_s);
    if (!page) {
        return;
    }
    require(input.contains("</html>") || input.toLower().contains("</html"),
            "a page that is read has an end");
    DayFile day;
    for (const ListedSection &section : page->sections) {
        require(section.papers.size() == section.shown || !section.day.isValid(),
                "what a heading says is shown is read");
        require(!section.papers.isEmpty() && section.shown <= section.total + section.papers.size(),
                "a section has papers");
        for (const DayPaper &paper : section.papers) {
            require(paper.details.id.source() == Source::Arxiv, "arXiv tells of its own papers");
            require(!paper.details.title.isNull() && !paper.details.title.contains(u'\n'),
                    "a title is one line");
            require(!paper.details.categories.isEmpty() && paper.kind != Kind::Unknown,
                    "how a paper stands on the list is known");
            // a page may name a paper twice, and a day has it once
            day.sections +=
                DaySection{section.day, Source::Arxiv, DayStatus::Approximate, {}, {paper}, {}, {}};
        }
    }
    requireWhole(day);
}
