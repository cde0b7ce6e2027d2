// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/transfer/export.h"

#include "app/formats/bibtex.h"
#include "app/formats/csv.h"
#include "app/formats/papersjson.h"
#include "app/formats/ris.h"
#include "app/platform/durable.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QSet>
#include <algorithm>

namespace paperdawn {

using namespace Qt::StringLiterals;

namespace {

struct FormatNames
{
    ExportFormat format;
    QLatin1StringView key;
    QLatin1StringView suffix;
};
/** In the order of the enum. */
constexpr FormatNames formats[] = {
    {ExportFormat::Markdown, "markdown"_L1, "md"_L1}, {ExportFormat::Bibtex, "bibtex"_L1, "bib"_L1},
    {ExportFormat::Ris, "ris"_L1, "ris"_L1},          {ExportFormat::Csv, "csv"_L1, "csv"_L1},
    {ExportFormat::Json, "json"_L1, "json"_L1},
};

QString nameOf(const PaperQuery &query)
{
    if (const auto *onDay = std::get_if<OnDay>(&query)) {
        return onDay->day.toString(Qt::ISODate);
    }
    if (const auto *named = std::get_if<Named>(&query)) {
        return named->papers.size() == 1 ? named->papers.first().value() : u"papers"_s;
    }
    return std::holds_alternative<InReadingList>(query) ? u"starred"_s : u"unread"_s;
}

/** The paper as it stands on its day: that day's version and translation. */
Result<PaperDetails> asListed(const Library &library, const Paper &paper)
{
    auto details = library.details(paper.id, paper.day);
    if (!details) {
        return details;
    }
    details->version = paper.version > 0 ? paper.version : details->version;
    details->translations = details->translations.mid(0, 1);
    return details;
}

/** A paper on its list. */
struct ListedPaper
{
    Paper row;
    PaperDetails details;
};

Result<QList<ListedPaper>> papersOf(const Library &library, const ExportRequest &request)
{
    auto rows = library.papers(request.query, u"zh-Hans"_s);
    if (!rows) {
        return tl::unexpected(rows.error());
    }
    const QSet<PaperId> only(request.only.begin(), request.only.end());
    QList<ListedPaper> papers;
    for (const Paper &row : std::as_const(*rows)) {
        if (!only.isEmpty() && !only.contains(row.id)) {
            continue;
        }
        auto details = asListed(library, row);
        if (!details) {
            return tl::unexpected(details.error());
        }
        papers += {row, *std::move(details)};
    }
    return papers;
}

QList<ExportSection> sectionsOf(const QList<ListedPaper> &papers)
{
    QList<ExportSection> sections;
    for (const ListedPaper &paper : papers) {
        const auto same = std::find_if(sections.begin(), sections.end(), [&](const ExportSection &section) {
            return section.day == paper.row.day && section.source == paper.row.id.source();
        });
        if (same != sections.end()) {
            same->papers += paper.details;
        } else {
            sections += ExportSection{paper.row.day, paper.row.id.source(), {paper.details}};
        }
    }
    return sections;
}

QList<PaperDetails> detailsOf(const QList<ListedPaper> &papers)
{
    QList<PaperDetails> details;
    for (const ListedPaper &paper : papers) {
        details += paper.details;
    }
    return details;
}

QJsonArray jsonOf(const QList<ListedPaper> &papers)
{
    QJsonArray json;
    for (const ListedPaper &paper : papers) {
        json += paperJson(paper.row, paper.details);
    }
    return json;
}

} // namespace

QString formatKey(ExportFormat format)
{
    return formats[size_t(format)].key;
}

std::optional<ExportFormat> parseFormat(QStringView key)
{
    const auto it = std::find_if(std::begin(formats), std::end(formats),
                                 [key](const FormatNames &names) { return names.key == key; });
    return it == std::end(formats) ? std::nullopt : std::optional(it->format);
}

QString fileSuffix(ExportFormat format)
{
    return formats[size_t(format)].suffix;
}

Result<QByteArray> exported(const Library &library, const ExportRequest &request)
{
    const auto papers = papersOf(library, request);
    if (!papers) {
        return tl::unexpected(papers.error());
    }
    if (papers->isEmpty()) {
        return failure(ErrorKind::NothingToExport, {}, nameOf(request.query));
    }
    switch (request.format) {
    case ExportFormat::Markdown:
        break;
    case ExportFormat::Bibtex:
        return writeBibtex(detailsOf(*papers));
    case ExportFormat::Ris:
        return writeRis(detailsOf(*papers));
    case ExportFormat::Csv:
        return writeCsv(jsonOf(*papers));
    case ExportFormat::Json:
        return jsonBytes(QJsonDocument(jsonOf(*papers)));
    }
    const bool readingList = std::holds_alternative<InReadingList>(request.query);
    return writeMarkdown(sectionsOf(*papers), request.style, request.language, readingList);
}

Result<> saveExport(const QString &path, const QByteArray &bytes)
{
    const QFileInfo named(path);
    const QFileInfo target(named.isSymLink() ? named.symLinkTarget() : path);
    if (target.exists() && !target.isFile()) {
        return failure(ErrorKind::NotAFile, {}, path);
    }
    if (target.exists() && !target.isWritable()) { // which replacing it would pass over
        return failure(ErrorKind::Permission, {}, path);
    }
    auto written = writeWhole(target.absoluteFilePath(), bytes, Readers::AsUsual);
    if (!written) {
        const bool isFolderMissing = written.error().kind == ErrorKind::NotFound;
        written.error().where = isFolderMissing ? target.absolutePath() : path;
    }
    return written;
}

} // namespace paperdawn
