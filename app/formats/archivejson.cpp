// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/formats/archivejson.h"

#include "app/formats/archiverow.h"
#include "app/formats/dayfilebuilder.h"
#include "app/formats/filetext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace paperdawn {

namespace {

struct BothTexts
{
    QString original;
    QString shown;
};

/** A text and its translation; where they are the same, it is unknown which of them it is. */
BothTexts bothTexts(const QJsonObject &paper, QLatin1StringView original, QLatin1StringView translated)
{
    const QString first = knownText(paper.value(original).toString());
    const QString second = knownText(paper.value(translated).toString());
    return {first == second ? QString() : first, second};
}

ArchiveRow rowOf(const QJsonObject &paper)
{
    const BothTexts title = bothTexts(paper, "title"_L1, "translated_title"_L1);
    const BothTexts abstract = bothTexts(paper, "summary"_L1, "translated_summary"_L1);
    ArchiveRow row;
    row.title = title.original;
    row.shownTitle = title.shown;
    row.abstract = abstract.original;
    row.shownAbstract = abstract.shown;
    row.author = knownText(paper.value("author"_L1).toString());
    row.submitted = dateIn(paper.value("published_date"_L1).toString());
    return row;
}

std::optional<Source> sourceOf(const QJsonObject &object)
{
    return parseSource(object.value("source"_L1).toString());
}

class JsonDayReader final
{
public:
    JsonDayReader(const QJsonObject &root, const QString &name)
        : m_root(root)
        , m_day(dateIn(root.value("date"_L1).toString()))
    {
        if (!m_day.isValid()) {
            m_day = dateIn(name);
        }
    }

    DayFile read()
    {
        beginSections();
        const QJsonArray papers = m_root.value("papers"_L1).toArray();
        for (const QJsonValue &paper : papers) {
            readPaper(paper.toObject());
        }
        return m_builder.finish();
    }

private:
    void beginSections()
    {
        if (const auto only = sourceOf(m_root)) {
            m_builder.begin(m_day, *only);
        }
        const QJsonObject sources = m_root.value("sources"_L1).toObject();
        for (auto it = sources.begin(); it != sources.end(); ++it) {
            if (const auto source = parseSource(it.key())) {
                m_builder.begin(m_day, *source);
            }
        }
    }

    void readPaper(const QJsonObject &paper)
    {
        const ArchiveRow row = rowOf(paper);
        const QString title = row.shownTitle.isNull() ? row.title : row.shownTitle;
        const QString pdf = knownText(paper.value("pdf_url"_L1).toString());
        const QString page = knownText(paper.value("paper_url"_L1).toString());
        if (pdf.isNull() && page.isNull()) {
            m_builder.remark(RowRemark::Why::NoLink, 0, title);
            return;
        }
        const auto source = sourceOf(paper);
        const auto byPdf = VersionedId::parse(pdf, source);
        const auto id = byPdf ? byPdf : VersionedId::parse(page, source);
        if (!id) {
            m_builder.remark(RowRemark::Why::UnknownLink, 0, title);
            return;
        }
        PaperDetails details = detailsOf(*id, row, m_day, ShownText::Promised);
        details.pdfUrl =
            byPdf ? QString() : pdf; // an address of the services themselves can be told from the id
        m_builder.take(m_day, {std::move(details), Kind::Unknown}, 0, title);
    }

    const QJsonObject m_root;
    QDate m_day;
    DayFileBuilder m_builder;
};

} // namespace

Result<DayFile> parseArchiveJson(const QByteArray &bytes, const QString &name)
{
    const auto file = fileText(bytes, name);
    if (!file) {
        return tl::unexpected(file.error());
    }
    const QByteArray json = file->text.toUtf8();
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError) {
        // where the file ends too soon, Qt's offset lies behind its end
        const qsizetype offset = std::clamp<qsizetype>(error.offset, 0, json.size());
        const int line = 1 + int(QByteArrayView(json).first(offset).count('\n'));
        const bool endsTooSoon = error.offset >= json.size();
        return failure(endsTooSoon ? ErrorKind::Truncated : ErrorKind::Malformed, error.errorString(), name,
                       line);
    }
    if (!document.object().value("papers"_L1).isArray()) {
        return failure(ErrorKind::NotADayFile, {}, name);
    }
    DayFile day = JsonDayReader(document.object(), name).read();
    if (day.sections.isEmpty()) {
        return failure(ErrorKind::NotADayFile, {}, name);
    }
    return day;
}

} // namespace paperdawn
