// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/transfer/export.h"

#include <QSaveFile>
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

Error saveError(const QSaveFile &file)
{
    switch (file.error()) {
    case QFileDevice::ResourceError:
        return {ErrorKind::DiskFull, file.errorString(), file.fileName(), 0, {}};
    case QFileDevice::OpenError:
    case QFileDevice::PermissionsError:
        return {ErrorKind::Permission, file.errorString(), file.fileName(), 0, {}};
    default:
        return {ErrorKind::Io, file.errorString(), file.fileName(), 0, {}};
    }
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

/** Each write is checked: on a full disk QSaveFile would commit a short file (safety: exports). */
Result<> saveExport(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    file.setDirectWriteFallback(false);
    if (!file.open(QIODevice::WriteOnly)) {
        return tl::unexpected(saveError(file));
    }
    if (file.write(bytes) != bytes.size() || !file.flush()) {
        const Error error = saveError(file);
        file.cancelWriting();
        return tl::unexpected(error);
    }
    if (!file.commit()) {
        return tl::unexpected(saveError(file));
    }
    return {};
}

} // namespace paperdawn
