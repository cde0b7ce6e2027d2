// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/formats/markdownexport.h"

#include "app/domain/dayfile.h"
#include "app/formats/archiverow.h"
#include "app/formats/dayheading.h"
#include "app/formats/markdowntext.h"
#include "app/formats/readinglabels.h"

using namespace Qt::StringLiterals;

namespace paperdawn {

namespace {

/** What an export shows of a paper's texts. */
struct PaperTexts
{
    QString title;
    QString abstract;
    QString translatedTitle;
    QString translatedAbstract;
};

PaperTexts textsOf(const PaperDetails &paper, QDate day)
{
    PaperTexts texts{paper.title, paper.abstract, {}, {}};
    if (const auto *translation = bestTranslation(paper.translations, u"zh-Hans", fileOrigin(day))) {
        texts.translatedTitle = translation->title;
        texts.translatedAbstract = translation->abstract;
    }
    return texts;
}

QString either(const QString &first, const QString &second)
{
    return first.isEmpty() ? second : first;
}

// ---- the style Table

QString cell(const QString &text)
{
    const QString escaped = escapedMarkdown(text);
    return escaped == "N/A"_L1 ? u"N\\/A"_s : escaped; // which alone in a cell means "not known"
}

void writeRow(QString &out, const QStringList &cells)
{
    out += u"| "_s + cells.join(" | "_L1) + u" |\n"_s;
}

void writeHeader(QString &out, ExportLanguage language)
{
    const QStringList names{u"标题"_s, u"作者"_s, u"PDF链接"_s, u"摘要"_s};
    if (language == ExportLanguage::Both) {
        writeRow(out, names + QStringList{u"Title"_s, u"Abstract"_s});
        out += u"|------|------|--------|------|-------|----------|\n"_s;
    } else {
        writeRow(out, names);
        out += u"|------|------|--------|------|\n"_s;
    }
}

void writePaperRow(QString &out, const PaperDetails &paper, QDate day, ExportLanguage language)
{
    const PaperTexts texts = textsOf(paper, day);
    const QString author = cell(paper.authors.value(0));
    // not pdfUrl: only the services' own address tells which paper it is
    const QString link = markdownLink(u"PDF", paper.id.pdfUrl(paper.version).toString());
    switch (language) {
    case ExportLanguage::Chinese:
        writeRow(out, {cell(either(texts.translatedTitle, texts.title)), author, link,
                       cell(either(texts.translatedAbstract, texts.abstract))});
        break;
    case ExportLanguage::Original:
        writeRow(out, {cell(either(texts.title, texts.translatedTitle)), author, link,
                       cell(either(texts.abstract, texts.translatedAbstract))});
        break;
    case ExportLanguage::Both:
        writeRow(out, {cell(texts.translatedTitle), author, link, cell(texts.translatedAbstract),
                       cell(texts.title), cell(texts.abstract)});
        break;
    }
}

void writeTable(QString &out, const ExportSection &section, ExportLanguage language)
{
    writeHeader(out, language);
    for (const PaperDetails &paper : section.papers) {
        writePaperRow(out, paper, section.day, language);
    }
    out += u'\n';
}

// ---- the style Reading

/** Writes the lines of one paper. */
class ReadingWriter final
{
public:
    ReadingWriter(QString &out, ExportLanguage language, int level)
        : m_out(out)
        , m_language(language)
        , m_level(level)
    {
    }

    void write(const PaperDetails &paper, QDate day)
    {
        const PaperTexts texts = textsOf(paper, day);
        writeTitles(paper, texts);
        writeFields(paper);
        m_out += u'\n';
        const bool wantsBoth = m_language == ExportLanguage::Both;
        const bool wantsChinese = m_language == ExportLanguage::Chinese;
        const bool isShort = !wantsBoth && !texts.abstract.isEmpty() && !texts.translatedAbstract.isEmpty();
        if (!isShort || !wantsChinese) {
            writeParagraphs(ReadingField::OriginalAbstract, texts.abstract);
        }
        if (!isShort || wantsChinese) {
            writeParagraphs(ReadingField::TranslatedAbstract, texts.translatedAbstract);
        }
    }

private:
    [[nodiscard]] QString label(ReadingField field) const
    {
        const bool inChinese = m_language == ExportLanguage::Chinese;
        for (const ReadingLabel &known : readingLabels) {
            if (known.field == field) {
                return known.in(inChinese).toString();
            }
        }
        return {};
    }

    void writeHeading(int level, const QString &text)
    {
        m_out += QString(level, u'#') + u' ' + text + u"\n\n"_s;
    }

    /** One line of the list; none where there is nothing to say. `written` is Markdown. */
    void writeField(ReadingField field, const QString &written)
    {
        if (!written.isEmpty()) {
            const QStringView colon = m_language == ExportLanguage::Chinese ? u"：" : u": ";
            m_out += u"- "_s + label(field) + colon + written + u'\n';
        }
    }

    void writeText(ReadingField field, const QString &text) { writeField(field, escapedMarkdown(text)); }

    void writeList(ReadingField field, const QStringList &items)
    {
        QStringList written;
        for (const QString &item : items) {
            written += escapedMarkdown(item, u";");
        }
        writeField(field, written.join("; "_L1));
    }

    void writeMoment(ReadingField field, const QDateTime &moment)
    {
        const bool isWhole = moment.time().msec() == 0;
        writeField(field, moment.isValid()
                              ? moment.toUTC().toString(isWhole ? Qt::ISODate : Qt::ISODateWithMs)
                              : QString());
    }

    /**
     * The heading is the title in the page's language. The other title has a line of its own; so has the
     * heading's own title where its letters would have the reader take it for the other one.
     */
    void writeTitles(const PaperDetails &paper, const PaperTexts &texts)
    {
        const QString translated = texts.translatedTitle == texts.title ? QString() : texts.translatedTitle;
        const bool inChinese = m_language == ExportLanguage::Chinese;
        const bool hasBoth = !texts.title.isEmpty() && !translated.isEmpty();
        const bool showsOriginal = inChinese ? translated.isEmpty() : !texts.title.isEmpty();
        const QString heading = showsOriginal ? texts.title : translated;
        writeHeading(m_level, escapedMarkdownLine(either(heading, paper.id.key())));
        writeText(ReadingField::Id,
                  paper.id.key() + (paper.version > 0 ? u"v%1"_s.arg(paper.version) : QString()));

        const bool misleads = !heading.isEmpty() && readsAsTranslation(heading) == showsOriginal;
        if (hasBoth && inChinese) {
            writeText(ReadingField::OriginalTitle, texts.title);
        } else if (hasBoth && m_language == ExportLanguage::Both) {
            writeText(ReadingField::TranslatedTitle, translated);
        } else if (misleads) {
            writeText(showsOriginal ? ReadingField::OriginalTitle : ReadingField::TranslatedTitle, heading);
        }
    }

    void writeFields(const PaperDetails &paper)
    {
        writeList(paper.authorsComplete ? ReadingField::Authors : ReadingField::FirstAuthor, paper.authors);
        writeList(ReadingField::Categories, paper.categories);
        writeMoment(ReadingField::Submitted, paper.submitted);
        writeMoment(ReadingField::Updated, paper.updated);
        writeText(ReadingField::Comment, paper.comment);
        writeText(ReadingField::JournalRef, paper.journalRef);
        writeText(ReadingField::Doi, paper.doi);
        writeLink(ReadingField::AbsLink, paper.id.absUrl(paper.version).toString());
        writeLink(ReadingField::PdfLink, either(paper.pdfUrl, paper.id.pdfUrl(paper.version).toString()));
        for (const QString &address : paper.codeUrls) {
            writeLink(ReadingField::CodeLink, address);
        }
    }

    void writeLink(ReadingField field, const QString &address)
    {
        writeField(field, markdownLink(label(field), address));
    }

    void writeParagraphs(ReadingField field, const QString &text)
    {
        if (text.isEmpty()) {
            return;
        }
        writeHeading(m_level + 1, label(field));
        for (const QString &paragraph : markdownParagraphs(text)) {
            m_out += paragraph + u"\n\n"_s;
        }
    }

    QString &m_out;
    const ExportLanguage m_language;
    const int m_level;
};

void writePages(QString &out, const ExportSection &section, ExportLanguage language, int level)
{
    ReadingWriter writer(out, language, level);
    for (const PaperDetails &paper : section.papers) {
        writer.write(paper, section.day);
    }
}

} // namespace

QByteArray writeMarkdown(const QList<ExportSection> &sections, ExportStyle style, ExportLanguage language,
                         bool readingList)
{
    QString out;
    if (readingList) {
        out += u"# "_s + readingListHeading(language == ExportLanguage::Chinese) + u"\n\n"_s;
    }
    const int level = readingList ? 2 : 1;
    for (const ExportSection &section : sections) {
        out += QString(level, u'#') + u' ' + dayHeadingText(section.day, section.source) + u"\n\n"_s;
        if (style == ExportStyle::Table) {
            writeTable(out, section, language);
        } else {
            writePages(out, section, language, level + 1);
        }
    }
    out += exportMarker(style == ExportStyle::Table ? "table"_L1 : "reading"_L1) + u'\n';
    return out.toUtf8();
}

} // namespace paperdawn
