// SPDX-License-Identifier: GPL-3.0-or-later
// A day in Markdown: what is exported of it and read again is exported as the same.
#include "app/formats/markdownday.h"
#include "app/formats/markdownexport.h"

#include "tests/fuzz/fuzz.h"

using namespace paperdawn;
using namespace Qt::StringLiterals;

namespace {

/** Those of a day; papers of none stand in a reading list, which makes no day. */
QList<ExportSection> sectionsOf(const DayFile &file)
{
    QList<ExportSection> sections;
    for (const DaySection &section : file.sections) {
        ExportSection written{section.day, section.source, {}};
        for (const DayPaper &paper : section.papers) {
            written.papers += paper.details;
        }
        if (section.day.isValid()) {
            sections += written;
        }
    }
    return sections;
}

} // namespace

void paperdawn::fuzz::feed(const QByteArray &input)
{
    const auto day = parseMarkdownDay(input, u"2025-12-09.md"_s);
    if (!day) {
        return;
    }
    const QList<ExportSection> sections = sectionsOf(*day);
    if (sections.isEmpty()) {
        return;
    }
    for (const ExportStyle style : {ExportStyle::Table, ExportStyle::Reading}) {
        const QByteArray written = writeMarkdown(sections, style, ExportLanguage::Both, false);
        const auto read = parseMarkdownDay(written, u"export.md"_s);
        require(read.has_value() && read->remarks.isEmpty(), "an export is read without remarks");
        require(writeMarkdown(sectionsOf(*read), style, ExportLanguage::Both, false) == written,
                "an export that is read is exported as the same");
    }
}
