// SPDX-License-Identifier: GPL-3.0-or-later
// A feed of rss.arxiv.org in any of its dialects, through the guard of all XML.
#include "app/formats/arxivfeed.h"

#include "tests/fuzz/fuzz.h"

using namespace Qt::StringLiterals;

void paperdawn::fuzz::feed(const QByteArray &input)
{
    const auto feed = parseArxivFeed(input, u"host"_s);
    if (!feed) {
        return;
    }
    require(!feed->lists.isEmpty() && !feed->lists.contains(QString()), "a feed says what it is of");
    QSet<PaperId> news;
    DayFile day;
    for (const DayPaper &paper : feed->papers) {
        require(paper.details.id.source() == Source::Arxiv, "arXiv tells of its own papers");
        require(!paper.details.title.contains(u'\n'), "a title is one line");
        if (paper.kind == Kind::New) {
            news += paper.details.id;
        }
        // a feed may name a paper twice, and a day has it once
        day.sections += DaySection{feed->day, Source::Arxiv, DayStatus::Approximate, {}, {paper}, {}, {}};
    }
    require(isStaleBatch(feed->papers, news) == !news.isEmpty(), "what was new before makes a batch stale");
    require(!isStaleBatch(feed->papers, {}), "nothing is stale where nothing was new");
    requireWhole(day);
}
