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

/** On which line (from 1) each paper begins, which Qt's parser does not tell: the values in the array
 * "papers". */
class PaperLines final
{
public:
    explicit PaperLines(QByteArrayView json)
    {
        for (qsizetype at = 0; at < json.size(); ++at) {
            m_line += json[at] == '\n' ? 1 : 0;
            read(json, at);
        }
    }

    [[nodiscard]] int of(qsizetype paper) const { return m_lines.value(paper); }

private:
    void read(QByteArrayView json, qsizetype &at)
    {
        const char c = json[at];
        if (c == ' ' || c == '\t' || c == '\r' || c == '\n') {
            return;
        }
        if (c == ']' || c == '}') {
            --m_depth;
        } else if (c == ',') {
            m_awaitsPaper = m_isInPapers && m_depth == papersDepth;
        } else {
            noteBegin();
            if (c == '"') {
                string(json, at);
            } else if (c == '[' || c == '{') {
                if (++m_depth == papersDepth) {
                    m_awaitsPaper = m_isInPapers = m_key == "papers";
                }
            }
        }
    }

    void noteBegin()
    {
        if (m_awaitsPaper) {
            m_lines += m_line;
        }
        m_awaitsPaper = false;
    }

    /** Leaves `at` on the closing quote. */
    void string(QByteArrayView json, qsizetype &at)
    {
        const qsizetype begin = ++at;
        while (at < json.size() && json[at] != '"') {
            at += json[at] == '\\' ? 2 : 1;
        }
        if (m_depth == 1) {
            m_key = json.sliced(begin, std::min(at, json.size()) - begin);
        }
    }

    static constexpr int papersDepth = 2; ///< of the array within the outermost object
    QList<int> m_lines;
    QByteArrayView m_key; ///< the last string of the outermost object
    int m_line = 1;
    int m_depth = 0;
    bool m_isInPapers = false;
    bool m_awaitsPaper = false;
};

class JsonDayReader final
{
public:
    JsonDayReader(const QJsonObject &root, const PaperLines &lines, const QString &name)
        : m_root(root)
        , m_lines(lines)
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
        for (qsizetype i = 0; i < papers.size(); ++i) {
            readPaper(papers.at(i).toObject(), m_lines.of(i));
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

    void readPaper(const QJsonObject &paper, int line)
    {
        const ArchiveRow row = rowOf(paper);
        const QString title = row.shownTitle.isNull() ? row.title : row.shownTitle;
        const QString pdf = knownText(paper.value("pdf_url"_L1).toString());
        const QString page = knownText(paper.value("paper_url"_L1).toString());
        if (pdf.isNull() && page.isNull()) {
            m_builder.remark(RowRemark::Why::NoLink, line, title);
            return;
        }
        const auto source = sourceOf(paper);
        const auto byPdf = VersionedId::parse(pdf, source);
        const auto id = byPdf ? byPdf : VersionedId::parse(page, source);
        if (!id) {
            m_builder.remark(RowRemark::Why::UnknownLink, line, title);
            return;
        }
        PaperDetails details = detailsOf(*id, row, m_day, ShownText::Promised);
        details.pdfUrl =
            byPdf ? QString() : pdf; // an address of the services themselves can be told from the id
        m_builder.take(m_day, {std::move(details), Kind::Unknown}, line, title);
    }

    const QJsonObject m_root;
    const PaperLines &m_lines;
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
    DayFile day = JsonDayReader(document.object(), PaperLines(json), name).read();
    if (day.sections.isEmpty()) {
        return failure(ErrorKind::NotADayFile, {}, name);
    }
    return day;
}

} // namespace paperdawn
