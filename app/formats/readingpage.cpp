// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/formats/readingpage.h"

#include "app/formats/archiverow.h"
#include "app/formats/chatter.h"
#include "app/formats/dayfilebuilder.h"
#include "app/formats/dayheading.h"
#include "app/formats/filetext.h"
#include "app/formats/markdowntable.h"
#include "app/formats/markdowntext.h"
#include "app/formats/readinglabels.h"

#include <QHash>
#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace paperdawn {

namespace {

/** The lines of one paper, as they were written. */
struct PaperLines
{
    QString heading;
    QHash<ReadingField, QStringList> fields; ///< escaped
    QHash<ReadingField, QStringList> paragraphs;
    int line = 0;
    QStringView begin; ///< for remarks
};

std::optional<ReadingField> fieldNamed(QStringView label)
{
    const auto it =
        std::find_if(std::begin(readingLabels), std::end(readingLabels), [&](const ReadingLabel &known) {
            return known.chinese == label || known.english == label;
        });
    return it == std::end(readingLabels) ? std::nullopt : std::optional(it->field);
}

/** "arxiv:2512.07834v1" */
std::optional<VersionedId> readKey(const QString &text)
{
    const auto id = VersionedId::parse(text);
    return id && text.startsWith(sourceKey(id->id.source()) + u':') ? id : std::nullopt;
}

/** Past the character reference ("&#10;") that begins at `at`, if one does. */
qsizetype pastReference(QStringView written, qsizetype at)
{
    if (!written.sliced(at).startsWith(u"&#")) {
        return at;
    }
    qsizetype end = at + 2;
    while (end < written.size() && written[end].isDigit()) {
        ++end;
    }
    return end < written.size() && written[end] == u';' ? end + 1 : at;
}

/** The text that was written; null where nothing was. */
QString known(QStringView written)
{
    return written.isEmpty() ? QString() : unescapedMarkdown(written);
}

/** Splits at "; ", but not where a backslash stands before it or where it ends a character reference. */
QStringList names(QStringView written)
{
    QStringList all;
    qsizetype begin = 0;
    const auto take = [&](qsizetype end) {
        all.append(known(trimmedBlanks(written.sliced(begin, end - begin))));
        begin = end + 1;
    };
    for (qsizetype i = 0; i < written.size();) {
        if (const qsizetype past = pastReference(written, i); past > i) {
            i = past;
            continue;
        }
        if (written.sliced(i).startsWith(u"; ")) {
            take(i);
        }
        i += written[i] == u'\\' ? 2 : 1;
    }
    take(written.size());
    all.removeAll(QString());
    return all;
}

QDateTime moment(const QString &text)
{
    const QDateTime read = QDateTime::fromString(text, Qt::ISODateWithMs);
    return read.isValid() ? read.toUTC() : QDateTime();
}

class PaperText final
{
public:
    explicit PaperText(const PaperLines &lines)
        : m_lines(lines)
    {
    }

    [[nodiscard]] QString field(ReadingField field) const
    {
        const QStringList written = m_lines.fields.value(field);
        return known(written.value(0));
    }

    [[nodiscard]] QStringList list(ReadingField field) const
    {
        const QStringList written = m_lines.fields.value(field);
        return written.isEmpty() ? QStringList() : names(written.first());
    }

    [[nodiscard]] QStringList links(ReadingField field) const
    {
        QStringList all;
        for (const QString &written : m_lines.fields.value(field)) {
            all.append(known(readMarkdownLink(written).address));
        }
        all.removeAll(QString()); // what is no link
        return all;
    }

    [[nodiscard]] QString paragraphs(ReadingField field) const
    {
        const QStringList written = m_lines.paragraphs.value(field);
        return known(written.join("<br><br>"_L1));
    }

    [[nodiscard]] bool has(ReadingField field) const { return m_lines.fields.contains(field); }

    [[nodiscard]] QString heading() const { return known(m_lines.heading); }

private:
    const PaperLines &m_lines;
};

/** The heading is the title in the page's language; the other one, if it is there, has a field of its own. */
void readTitles(const PaperText &text, PaperDetails &details, Translation &translation)
{
    const QString heading = text.heading() == details.id.key() ? QString() : text.heading();
    if (text.has(ReadingField::OriginalTitle)) {
        details.title = text.field(ReadingField::OriginalTitle);
        translation.title = heading == details.title ? QString() : heading;
    } else if (text.has(ReadingField::TranslatedTitle)) {
        translation.title = text.field(ReadingField::TranslatedTitle);
        details.title = heading == translation.title ? QString() : heading;
    } else if (readsAsTranslation(heading)) {
        translation.title = heading;
    } else {
        details.title = heading;
    }
}

PaperDetails readDetails(const VersionedId &id, const PaperText &text, QDate day)
{
    PaperDetails details = namedOnly(id.id, id.version);
    details.authorsComplete = text.has(ReadingField::Authors);
    details.authors = text.list(details.authorsComplete ? ReadingField::Authors : ReadingField::FirstAuthor);
    details.categories = text.list(ReadingField::Categories);
    details.submitted = moment(text.field(ReadingField::Submitted));
    details.updated = moment(text.field(ReadingField::Updated));
    details.comment = text.field(ReadingField::Comment);
    details.journalRef = text.field(ReadingField::JournalRef);
    details.doi = text.field(ReadingField::Doi);
    const QString pdf = text.links(ReadingField::PdfLink).value(0);
    details.pdfUrl = pdf == id.id.pdfUrl(id.version).toString() ? QString() : pdf;
    details.codeUrls = text.links(ReadingField::CodeLink);
    details.abstract = text.paragraphs(ReadingField::OriginalAbstract);

    Translation translation{u"zh-Hans"_s, fileOrigin(day), {}, {}, {}};
    readTitles(text, details, translation);
    translation.abstract = text.paragraphs(ReadingField::TranslatedAbstract);
    if (isChattyTitle(translation.title) || isChattyAbstract(translation.abstract)) {
        translation.flags |= PaperFlag::Chatter;
    }
    if (!translation.title.isNull() || !translation.abstract.isNull()) {
        details.translations = {translation};
    }
    return details;
}

/** Walks over the lines of a page; the levels of its headings tell what they are. */
class PageReader final
{
public:
    PageReader(const QString &text, const QString &name, bool isOurs)
        : m_text(text)
        , m_isOurs(isOurs)
        , m_fileDay(dateIn(name))
    {
    }

    DayFile read()
    {
        for (const MarkdownLine &line : markdownLines(m_text)) {
            readLine(trimmedBlanks(line.in(m_text)), line.number);
        }
        if (m_paper && !m_isOurs && !m_text.endsWith(u'\n')) {
            m_builder.remark(RowRemark::Why::CutOff, m_paper->line, m_paper->begin);
            m_builder.noteCutOffLast();
            m_paper.reset();
        }
        takePaper();
        return m_builder.finish();
    }

private:
    void readLine(QStringView line, int number)
    {
        const MarkdownHeading heading = readMarkdownHeading(line);
        const int level = heading.level - (m_isReadingList ? 1 : 0);
        if (heading.level == 1 || (heading.level > 0 && level == 1)) {
            takePaper();
            enter(line);
        } else if (level == 2) {
            takePaper();
            m_paper = PaperLines{heading.text.toString(), {}, {}, number, line};
            m_part.reset();
        } else if (m_paper && level == 3) {
            m_part = fieldNamed(heading.text);
        } else if (m_paper && m_part && !line.isEmpty() && !line.startsWith(u"<!--")) {
            m_paper->paragraphs[*m_part].append(line.toString());
        } else if (m_paper && !m_part && line.startsWith(u"- ")) {
            readField(line.sliced(2));
        }
    }

    void enter(QStringView line)
    {
        const auto heading = readDayHeading(line);
        if (!heading) {
            return;
        }
        m_isReadingList = m_isReadingList || heading->readingList;
        m_day = m_isReadingList ? QDate() : heading->day.isValid() ? heading->day : m_fileDay;
        if (heading->source && m_isOurs) { // else the page may be about something else: wait for a paper
            m_builder.begin(m_day, *heading->source);
        }
    }

    void readField(QStringView item)
    {
        for (const QStringView colon : {QStringView(u"："), QStringView(u": ")}) {
            const qsizetype at = item.indexOf(colon);
            const auto field = at < 0 ? std::nullopt : fieldNamed(item.first(at));
            if (field) {
                m_paper->fields[*field].append(trimmedBlanks(item.sliced(at + colon.size())).toString());
                return;
            }
        }
    }

    void takePaper()
    {
        if (!m_paper) {
            return;
        }
        const PaperLines lines = *std::exchange(m_paper, std::nullopt);
        m_part.reset();
        const PaperText text(lines);
        const auto id = readKey(text.field(ReadingField::Id));
        if (id) {
            m_builder.take(m_day, {readDetails(*id, text, m_day), Kind::Unknown}, lines.line, lines.begin);
        } else if (!m_builder.isEmpty()) {
            m_builder.remark(RowRemark::Why::NoLink, lines.line, lines.begin);
        }
    }

    const QString m_text;
    const bool m_isOurs;
    const QDate m_fileDay;
    QDate m_day;
    bool m_isReadingList = false;

    std::optional<PaperLines> m_paper;
    std::optional<ReadingField> m_part;
    DayFileBuilder m_builder;
};

} // namespace

DayFile readReadingPage(const QString &text, const QString &name, bool isOurs)
{
    return PageReader(text, name, isOurs).read();
}

} // namespace paperdawn
