// SPDX-License-Identifier: GPL-3.0-or-later
// What is known of a paper, as the formats of other programs. The input is its texts, parted by bytes of 1.
#include "app/formats/bibtex.h"
#include "app/formats/csv.h"
#include "app/formats/papersjson.h"
#include "app/formats/ris.h"

#include "tests/fuzz/fuzz.h"

#include <algorithm>

using namespace paperdawn;
using namespace paperdawn::fuzz;
using namespace Qt::StringLiterals;

namespace {

PaperDetails paperOf(const QByteArray &input)
{
    const QStringList texts = QString::fromUtf8(input).split(u'\1');
    const auto text = [&](qsizetype i) { return texts.value(i).isEmpty() ? QString() : texts.value(i); };
    const auto id = PaperId::parse(texts.first());
    PaperDetails paper = namedOnly(id ? *id : *PaperId::parse(u"2512.00001"), 1);
    paper.title = text(1);
    paper.abstract = text(2);
    paper.comment = text(3);
    paper.journalRef = text(4);
    paper.doi = text(5);
    paper.categories = {u"cs.CL"_s};
    paper.translations = {{u"zh-Hans"_s, u"file"_s, text(6), text(7), {}}};
    paper.authors = texts.mid(8);
    paper.authors.removeAll(QString());
    paper.authorsComplete = texts.size() % 2 == 0;
    return paper;
}

/** A brace that a backslash stands before is one, too: BibTeX counts them all. */
void requireBalanced(const QByteArray &bibtex)
{
    int depth = 0;
    for (const char c : bibtex) {
        depth += c == '{' ? 1 : c == '}' ? -1 : 0;
        require(depth >= 0, "no brace is closed that was not opened");
    }
    require(depth == 0, "every brace of an entry is closed");
}

void requireLines(const QByteArray &ris)
{
    for (const QByteArray &line : ris.split('\n')) {
        const bool isField = line.size() >= 6 && line.sliced(2).startsWith("  -") && line.endsWith('\r');
        require(line.isEmpty() || line == "\r" || isField, "a line of RIS is a field");
    }
}

/** Rows of as many cells as the header has, each in quotes. */
void requireTable(const QByteArray &csv)
{
    QList<int> cells{1};
    bool isQuoted = false;
    for (qsizetype i = 0; i < csv.size(); ++i) {
        isQuoted = isQuoted != (csv[i] == '"');
        if (isQuoted) {
            continue;
        }
        if (csv[i] == ',') {
            ++cells.last();
        } else if (csv[i] == '\n') {
            cells += 1;
        }
    }
    require(!isQuoted && cells.size() == 3 && cells[0] == cells[1], "a paper is a row of the table");
}

} // namespace

void paperdawn::fuzz::feed(const QByteArray &input)
{
    const PaperDetails paper = paperOf(input);
    requireBalanced(writeBibtex({paper}));
    requireLines(writeRis({paper}));
    const QJsonObject json = paperJson(Paper{.id = paper.id}, paper);
    const QByteArray bytes = jsonBytes(QJsonDocument(json));
    require(QJsonDocument::fromJson(bytes).object() == json, "JSON is read as it was written");
    require(std::none_of(bytes.begin(), bytes.end(), [](char c) { return quint8(c) < 32 && c != '\n'; }),
            "no terminal takes it for orders");
    requireTable(writeCsv({json}));
}
