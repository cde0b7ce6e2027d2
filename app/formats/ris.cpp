// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/formats/ris.h"

#include "app/formats/authorname.h"
#include "app/text/latex.h"

using namespace Qt::StringLiterals;

namespace paperdawn {

namespace {

/** On one line: a field ends with its line. */
QString oneLine(const QString &text)
{
    QString line;
    for (const QChar c : text.simplified()) {
        if (c.category() != QChar::Other_Control && c.category() != QChar::Separator_Line &&
            c.category() != QChar::Separator_Paragraph) {
            line += c;
        }
    }
    return line;
}

class RisWriter final
{
public:
    [[nodiscard]] QByteArray bytes() const { return m_text.toUtf8(); }

    void write(const PaperDetails &paper)
    {
        const bool isArxiv = paper.id.source() == Source::Arxiv;
        field("TY"_L1, u"UNPB"_s);
        field("TI"_L1, plainText(paper.title));
        if (!paper.translations.isEmpty()) {
            field("TT"_L1, plainText(paper.translations.first().title));
        }
        writeAuthors(paper);
        writeDate(paper.updated.isValid() ? paper.updated : paper.submitted);
        field("AB"_L1, plainText(paper.abstract));
        for (const QString &category : paper.categories) {
            field("KW"_L1, category);
        }
        field("PB"_L1, sourceName(paper.id.source()));
        field("AN"_L1, isArxiv ? "arXiv:"_L1 + paper.id.value() : paper.id.value());
        field("DO"_L1, doiOf(paper));
        field("UR"_L1, paper.id.absUrl().toString(QUrl::FullyEncoded));
        field("L1"_L1, paper.pdfUrl.isNull() ? paper.id.pdfUrl(paper.version).toString(QUrl::FullyEncoded)
                                             : paper.pdfUrl);
        field("N1"_L1, plainText(paper.comment));
        field("N1"_L1, plainText(paper.journalRef));
        if (!isArxiv && !paper.doi.isNull()) {
            field("N1"_L1, "Published as "_L1 + paper.doi);
        }
        m_text += "ER  - \r\n\r\n"_L1;
    }

private:
    void field(QLatin1StringView tag, const QString &value)
    {
        if (const QString line = oneLine(value); !line.isEmpty()) {
            m_text += tag + "  - "_L1 + line + "\r\n"_L1;
        }
    }

    /** "Last, First, Suffix"; where only the first is known, EndNote's word for the others. */
    void writeAuthors(const PaperDetails &paper)
    {
        const QStringList names = paper.authorsComplete ? paper.authors : paper.authors.mid(0, 1);
        for (const QString &written : names) {
            const AuthorName name = authorName(texToUnicode(written));
            QStringList parts{name.key, name.first, name.suffix};
            while (parts.last().isEmpty() && parts.size() > 1) {
                parts.removeLast();
            }
            field("AU"_L1, parts.join(", "_L1));
        }
        if (!names.isEmpty() && !paper.authorsComplete) {
            field("AU"_L1, u"et al.,"_s);
        }
    }

    void writeDate(const QDateTime &time)
    {
        if (time.isValid()) {
            const QDate day = time.toUTC().date();
            field("PY"_L1, QString::number(day.year()));
            field("DA"_L1, day.toString(u"yyyy/MM/dd"));
        }
    }

    /** Of the published article where arXiv knows one; every paper has one of its own. */
    [[nodiscard]] static QString doiOf(const PaperDetails &paper)
    {
        if (paper.id.source() != Source::Arxiv) {
            return paper.id.value();
        }
        const QString published = paper.doi.section(u' ', 0, 0);
        return published.isEmpty() ? "10.48550/arXiv."_L1 + paper.id.value() : published;
    }

    QString m_text;
};

} // namespace

QByteArray writeRis(const QList<PaperDetails> &papers)
{
    RisWriter writer;
    for (const PaperDetails &paper : papers) {
        writer.write(paper);
    }
    return writer.bytes();
}

} // namespace paperdawn
