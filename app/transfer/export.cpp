// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/transfer/export.h"

#include "app/platform/durable.h"

#include <QFileInfo>
#include <QSet>

namespace paperdawn {

using namespace Qt::StringLiterals;

namespace {

QString nameOf(const PaperQuery &query)
{
    if (const auto *onDay = std::get_if<OnDay>(&query)) {
        return onDay->day.toString(Qt::ISODate);
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

ExportSection &sectionOf(QList<ExportSection> &sections, const Paper &paper)
{
    for (ExportSection &section : sections) {
        if (section.day == paper.day && section.source == paper.id.source()) {
            return section;
        }
    }
    sections += ExportSection{paper.day, paper.id.source(), {}};
    return sections.last();
}

} // namespace

Result<QByteArray> exported(const Library &library, const ExportRequest &request)
{
    auto papers = library.papers(request.query, u"zh-Hans"_s);
    if (!papers) {
        return tl::unexpected(papers.error());
    }
    const QSet<PaperId> only(request.only.begin(), request.only.end());
    QList<ExportSection> sections;
    for (const Paper &paper : std::as_const(*papers)) {
        if (!only.isEmpty() && !only.contains(paper.id)) {
            continue;
        }
        auto details = asListed(library, paper);
        if (!details) {
            return tl::unexpected(details.error());
        }
        sectionOf(sections, paper).papers += *std::move(details);
    }
    if (sections.isEmpty()) {
        return failure(ErrorKind::NothingToExport, {}, nameOf(request.query));
    }
    const bool readingList = std::holds_alternative<InReadingList>(request.query);
    return writeMarkdown(sections, request.style, request.language, readingList);
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
