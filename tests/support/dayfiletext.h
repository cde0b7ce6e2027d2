// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/domain/dayfile.h"

namespace paperdawn::test {

inline QString remarkKey(RowRemark::Why why)
{
    switch (why) {
    case RowRemark::Why::NoLink:
        return QStringLiteral("no link");
    case RowRemark::Why::UnknownLink:
        return QStringLiteral("unknown link");
    case RowRemark::Why::Repeated:
        return QStringLiteral("repeated");
    case RowRemark::Why::MissingCells:
        return QStringLiteral("missing cells");
    case RowRemark::Why::SurplusCells:
        return QStringLiteral("surplus cells");
    case RowRemark::Why::CutOff:
        return QStringLiteral("cut off");
    }
    return {};
}

/** All that is known of a paper, one fact a line. Line ends inside of texts are shown as ⏎. */
inline QString textOf(const PaperDetails &paper)
{
    QStringList lines;
    const auto add = [&lines](const char *name, QString value) {
        if (!value.isNull()) {
            lines +=
                QLatin1String(name) + QLatin1String(": ") + value.replace(QLatin1Char('\n'), QChar(0x23CE));
        }
    };
    const auto addList = [&add](const char *name, const QStringList &values) {
        add(name, values.isEmpty() ? QString() : values.join(QLatin1String("; ")));
    };
    lines += paper.id.key() + (paper.version > 0 ? QStringLiteral("v%1").arg(paper.version) : QString());
    add("title", paper.title);
    add("abstract", paper.abstract);
    addList(paper.authorsComplete ? "authors" : "first author", paper.authors);
    addList("categories", paper.categories);
    add("submitted", paper.submitted.isValid() ? paper.submitted.toString(Qt::ISODateWithMs) : QString());
    add("updated", paper.updated.isValid() ? paper.updated.toString(Qt::ISODateWithMs) : QString());
    add("comment", paper.comment);
    add("journal", paper.journalRef);
    add("doi", paper.doi);
    add("pdf", paper.pdfUrl);
    addList("code", paper.codeUrls);
    addList("flags", flagKeys(paper.flags));
    for (const Translation &translation : paper.translations) {
        lines += translation.language + QLatin1String(" of ") + translation.origin;
        add("  title", translation.title);
        add("  abstract", translation.abstract);
        addList("  flags", flagKeys(translation.flags));
    }
    return lines.join(QLatin1String("\n  "));
}

/** A whole day file, to compare and to show where two differ. */
inline QString textOf(const DayFile &file)
{
    QStringList lines;
    for (const DaySection &section : file.sections) {
        lines += QStringLiteral("== %1 %2 %3 %4")
                     .arg(sourceKey(section.source), section.day.toString(Qt::ISODate),
                          dayStatusKey(section.status), section.reason)
                     .trimmed();
        for (const DayPaper &paper : section.papers) {
            lines += textOf(paper.details);
        }
    }
    for (const RowRemark &remark : file.remarks) {
        lines += QStringLiteral("! %1 %2").arg(remark.line).arg(remarkKey(remark.why));
    }
    return lines.join(QLatin1Char('\n'));
}

/** Of a file that was not read: "error 11 line 3". */
inline QString textOf(const Result<DayFile> &file)
{
    return file ? textOf(*file)
                : QStringLiteral("error %1 line %2").arg(int(file.error().kind)).arg(file.error().line);
}

} // namespace paperdawn::test
