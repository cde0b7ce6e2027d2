// SPDX-License-Identifier: GPL-3.0-or-later
// A title or an abstract on its way to the screen: TeX, formulas, links, remarks of a translator.
#include "app/formats/chatter.h"
#include "app/text/characters.h"
#include "app/text/fold.h"
#include "app/text/headline.h"
#include "app/text/language.h"
#include "app/text/latex.h"
#include "app/text/webaddress.h"

#include "tests/fuzz/fuzz.h"

using namespace paperdawn;
using namespace paperdawn::fuzz;

namespace {

void requireSplit(const Segment &segment)
{
    const bool isFormula = segment.kind == Segment::Kind::Math || segment.kind == Segment::Kind::DisplayMath;
    require(segment.href.isNull() || isWebAddress(segment.href), "a link leads into the web");
    require(segment.source.isNull() != (isFormula || segment.kind == Segment::Kind::Cite),
            "a formula keeps its source");
    if (!isFormula) {
        return;
    }
    if (const auto runs = unicodeRuns(segment.text)) {
        require(!runs->isEmpty(), "a formula is never empty of runs");
        for (const Run &run : *runs) {
            require(!run.text.isEmpty() && run.script >= -1 && run.script <= 1,
                    "a run has a text and a height");
        }
    }
}

} // namespace

void paperdawn::fuzz::feed(const QByteArray &input)
{
    const QString text = QString::fromUtf8(input);
    for (const Segment &segment : segments(text)) {
        requireSplit(segment);
    }
    bool isCut = false;
    const QString shownText = shown(plainText(text), &isCut);
    requireShowable(shownText);
    require(shownText.size() <= 20'000 && shown(shownText) == shownText, "what is shown may be shown");
    const QString plain = folded(text);
    require(folded(plain) == plain, "a folded text stays as it is");
    const Headline headline = headlineOf(text);
    require(text.contains(u'\n') || headline.title == text, "a title of one line is the headline");
    (void)texToUnicode(text);
    (void)texToUnicode(text, Greek::Keep);
    (void)languageOf(text);
    (void)isChattyTitle(text);
    (void)isChattyAbstract(text);
}
