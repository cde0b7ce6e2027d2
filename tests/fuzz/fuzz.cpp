// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/fuzz.h"

#include "app/formats/keptday.h"
#include "app/text/characters.h"

#include <QSet>
#include <algorithm>
#include <cstdio>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace paperdawn::fuzz {

namespace {

/**
 * The input so long that what is quadratic is seen: a piece of it is told again and again. Where the piece
 * begins and ends its first two bytes say, so that the fuzzer learns of which pieces that is worth while.
 */
QByteArray stretched(const QByteArray &input, qsizetype size)
{
    const QByteArray text = input.sliced(2);
    const qsizetype begin = quint8(input[0]) * text.size() / 256;
    const qsizetype length = 1 + quint8(input[1]) * (text.size() - begin - 1) / 256;
    const qsizetype times = (size - text.size()) / length;
    return text.first(begin) + text.sliced(begin, length).repeated(times) + text.sliced(begin + length);
}

bool isKnownOrNull(const QString &text)
{
    return text.isNull() || !text.isEmpty();
}

void requireWhole(const PaperDetails &paper)
{
    for (const QString &text :
         {paper.title, paper.abstract, paper.comment, paper.journalRef, paper.doi, paper.pdfUrl}) {
        require(isKnownOrNull(text), "what is not known is null");
    }
    for (const QStringList &list : {paper.authors, paper.categories, paper.codeUrls}) {
        require(!list.contains(QString()), "no list has an empty text");
    }
    for (const Translation &translation : paper.translations) {
        require(isKnownOrNull(translation.title) && isKnownOrNull(translation.abstract),
                "what is not translated is null");
        require(!translation.language.isEmpty() && !translation.origin.isEmpty(),
                "a translation has a language and an origin");
    }
    require(paper.version >= 0, "no version is negative");
    require(PaperId::fromKey(paper.id.key()) == paper.id, "an id is read from its key");
}

} // namespace

void require(bool holds, const char *promise)
{
    if (!holds) {
        std::fprintf(stderr, "Broken: %s.\n", promise);
        std::abort();
    }
}

void requireWhole(const DayFile &file)
{
    for (const DaySection &section : file.sections) {
        QSet<PaperId> seen;
        for (const DayPaper &paper : section.papers) {
            requireWhole(paper.details);
            require(paper.details.id.source() == section.source, "a paper stands under its own source");
            require(!seen.contains(paper.details.id), "a paper stands once in a section");
            seen += paper.details.id;
        }
    }
    const auto kept = parseKeptDay(writeKeptDay(file), u"kept"_s);
    require(file.sections.isEmpty() || (kept && kept->sections == file.sections),
            "what is kept is read again as it was");
}

void requireShowable(const QString &text)
{
    require(std::none_of(text.begin(), text.end(),
                         [](QChar c) {
                             return isBidiControl(c) || (c.category() == QChar::Other_Control && !isBlank(c));
                         }),
            "what is shown has no control characters");
}

} // namespace paperdawn::fuzz

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    using namespace paperdawn::fuzz;
    static const qsizetype stretch = qEnvironmentVariableIntValue("PAPERDAWN_STRETCH");
    const QByteArray input(reinterpret_cast<const char *>(data), qsizetype(size));
    if (stretch == 0) {
        feed(input);
    } else if (input.size() > 2 && input.size() < stretch) {
        feed(stretched(input, stretch));
    }
    return 0;
}
