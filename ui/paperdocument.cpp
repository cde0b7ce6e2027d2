// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paperdocument.h"

#include "app/text/characters.h"
#include "app/text/headline.h"
#include "app/text/language.h"
#include "app/text/latex.h"
#include "ui/daywords.h"
#include "ui/link.h"

#include <QCoreApplication>
#include <QFontDatabase>
#include <QFontMetrics>
#include <QLocale>
#include <QTextBlock>
#include <QTextCursor>
#include <algorithm>
#include <utility>

namespace paperdawn {

using namespace Qt::StringLiterals;

namespace {

constexpr auto readersLanguage = u"zh-Hans";
constexpr qsizetype mostAuthors = 24;
constexpr qsizetype shownAtOnce = 10'000;     ///< characters; shown() cuts longer texts
constexpr qsizetype longestParagraph = 4'000; ///< characters; a longer one is laid out piece by piece,
constexpr qsizetype pieceOfParagraph = 1'000; ///< since Qt lays out a block as a whole
constexpr qsizetype enoughToJudge = 2'000;    ///< characters
constexpr int mostStretches = 200; ///< of different faces in a block: Qt's time grows with their square
constexpr int mostFormulas = 100;  ///< in a text, real ones have up to 27; the rest stays TeX

/** Foreign text without what may not be shown; the whole of it on request. */
QString shownText(const QString &text, bool whole, bool *cut)
{
    if (!whole) {
        return shown(text, cut);
    }
    QString all;
    for (qsizetype at = 0; at < text.size();) {
        qsizetype size = std::min(shownAtOnce, text.size() - at);
        if (size > 1 && text.at(at + size - 1).isHighSurrogate()) {
            --size;
        }
        all += shown(QStringView(text).sliced(at, size));
        at += size;
    }
    return all;
}

/** Judged by the beginning: a text of megabytes is not read through for its language. */
QString languageAtStart(QStringView text)
{
    return languageOf(text.first(std::min(text.size(), enoughToJudge)));
}

QString shownLine(const QString &text)
{
    return shown(text).simplified();
}

QString withoutLeadingBlanks(const QString &text)
{
    const auto ink = std::find_if(text.begin(), text.end(), [](QChar c) { return !c.isSpace(); });
    return text.sliced(ink - text.begin());
}

/** The library puts the one of the list's own day first. */
const Translation *firstInReadersLanguage(const QList<Translation> &translations)
{
    const auto first =
        std::find_if(translations.begin(), translations.end(), [](const Translation &translation) {
            return translation.language.compare(readersLanguage, Qt::CaseInsensitive) == 0;
        });
    return first == translations.end() ? nullptr : &*first;
}

QString dateWords(const QDateTime &time)
{
    return QLocale().toString(time.toUTC().date(), QLocale::LongFormat);
}

QString nameOf(const PaperId &id, int version)
{
    const QString name = sourceName(id.source()) + u':' + id.value();
    return version > 0 ? name + u'v' + QString::number(version) : name;
}

/** Writes a paper from top to bottom. */
class PaperWriter
{
    Q_DECLARE_TR_FUNCTIONS(PaperDocument)
public:
    PaperWriter(QTextDocument &document, const PaperLook &look)
        : m_cursor(&document)
        , m_look(look)
    {
    }

    void write(const PaperDetails &paper, Kind kind)
    {
        m_cursor.beginEditBlock(); // one change, not hundreds
        const Translation *translation = firstInReadersLanguage(paper.translations);
        titles(paper, translation);
        authors(paper);
        chips(paper, kind, translation);
        abstracts(paper, translation ? *translation : Translation());
        remarks(translation ? *translation : Translation());
        facts(paper, translation);
        m_cursor.endEditBlock();
    }

    void remark(const QString &sentence) { line(sentence, {}, m_look.colours.muted, 0); }

private:
    enum class Rank : quint8 { Title, Body };

    // --- blocks ---

    /** A new paragraph in `language`; lines stand at even distances whatever faces and scripts are in them.
     */
    void block(const QFont &font, QStringView language, int above, const QTextBlockFormat &base = {})
    {
        QTextBlockFormat format = base;
        format.setLineHeight(lineHeight(font, language), QTextBlockFormat::FixedHeight);
        format.setTopMargin(m_first ? 0 : above);
        m_stretches = 0;
        if (std::exchange(m_first, false)) {
            m_cursor.setBlockFormat(format);
        } else {
            m_cursor.insertBlock(format);
        }
    }

    void put(const QString &text, const QTextCharFormat &format)
    {
        m_cursor.insertText(text, format);
        ++m_stretches;
    }

    /** A paragraph of our own words. */
    void line(const QString &text, QStringView language, const QColor &ink, int above)
    {
        block(m_look.font, language, above);
        put(text, inked(faceFor(m_look.font, language), ink));
    }

    [[nodiscard]] static QTextCharFormat inked(const QFont &font, const QColor &ink)
    {
        QTextCharFormat format;
        format.setFont(font);
        format.setForeground(ink);
        return format;
    }

    [[nodiscard]] QTextCharFormat linked(QTextCharFormat format, const QString &address) const
    {
        format.setAnchor(true);
        format.setAnchorHref(address);
        format.setForeground(m_look.colours.accent);
        format.setFontUnderline(true);
        return format;
    }

    // --- foreign text ---

    /** Text as authors write it, in one or more paragraphs. */
    void foreign(const QString &text, QStringView language, Rank rank, const QColor &ink, int above)
    {
        QFont font = faceFor(rank == Rank::Title ? larger(m_look.font) : m_look.font, language);
        if (rank == Rank::Title) {
            font.setWeight(QFont::DemiBold);
        }
        bool cut = false;
        const QList<Segment> parts = segments(shownText(text, m_look.allText, &cut));
        block(font, language, above);
        m_formulasInText = 0;
        bool behindDisplay = false;
        for (Segment part : parts) {
            if (behindDisplay && part.kind == Segment::Kind::Text) {
                part.text = withoutLeadingBlanks(part.text);
                if (part.text.isEmpty()) {
                    continue;
                }
            }
            if (behindDisplay && part.kind != Segment::Kind::DisplayMath) {
                block(font, language, grid::gap);
            }
            behindDisplay = part.kind == Segment::Kind::DisplayMath;
            segment(part, inked(font, ink), language);
        }
        if (cut) {
            put(u"… "_s, inked(font, ink));
            //: A link behind the beginning of a very long text; %n characters
            put(tr("Show all %n characters", nullptr, int(text.size())),
                linked(inked(m_look.font, ink), allTextLink));
        }
    }

    void segment(const Segment &part, QTextCharFormat format, QStringView language)
    {
        if (m_stretches > mostStretches) {
            block(format.font(), language, 0);
        }
        switch (part.kind) {
        case Segment::Kind::Text:
        case Segment::Kind::Link:
            format.setFontItalic(part.italic);
            if (part.bold) {
                format.setFontWeight(QFont::Bold);
            }
            if (part.mono) {
                format.setFontFamilies(monospace());
            }
            if (const auto url = part.href.isNull() ? std::nullopt : openableLink(part.href)) {
                format = linked(format, part.href);
            }
            paragraphs(part.text, format, language);
            return;
        case Segment::Kind::Math:
            formula(part, format);
            return;
        case Segment::Kind::DisplayMath:
            displayed(part, format, language);
            return;
        case Segment::Kind::Cite:
            format.setForeground(m_look.colours.muted);
            standFor(part, format);
            put(u'[' + part.text + u']', format);
            return;
        }
    }

    void paragraphs(const QString &text, const QTextCharFormat &format, QStringView language)
    {
        QStringView rest(text);
        while (!rest.isEmpty()) {
            const qsizetype end = rest.indexOf(u"\n\n");
            if (end < 0) {
                pieces(rest, format, language);
                return;
            }
            pieces(rest.first(end), format, language);
            rest = rest.sliced(end + 2);
            block(format.font(), language, grid::pad);
        }
    }

    /** One paragraph; a monstrous one in several blocks, since a block is laid out as a whole. */
    void pieces(QStringView text, const QTextCharFormat &format, QStringView language)
    {
        while (text.size() > longestParagraph) {
            qsizetype size = text.first(pieceOfParagraph).lastIndexOf(u' ') + 1;
            if (size == 0) {
                size = pieceOfParagraph - (text.at(pieceOfParagraph - 1).isHighSurrogate() ? 1 : 0);
            }
            insert(text.first(size), format);
            text = text.sliced(size);
            block(format.font(), language, 0);
        }
        insert(text, format);
    }

    void insert(QStringView text, const QTextCharFormat &format)
    {
        put(text.toString().replace(u'\n', QChar::LineSeparator), format);
    }

    /** What the clipboard gets for the characters of `format`. */
    void standFor(const Segment &part, QTextCharFormat &format)
    {
        format.setProperty(TexSource, part.source);
        format.setProperty(FormulaNumber, ++m_formulas);
    }

    void formula(const Segment &part, QTextCharFormat format)
    {
        if (++m_formulasInText > mostFormulas) {
            put(part.source, format);
            return;
        }
        standFor(part, format);
        const auto runs = unicodeRuns(part.text);
        if (!runs) {
            format.setFontFamilies(monospace());
            format.setForeground(m_look.colours.muted);
            put(part.source, format);
            return;
        }
        for (const Run &run : *runs) {
            QTextCharFormat face = format;
            face.setFontItalic(run.italic);
            if (run.bold) {
                face.setFontWeight(QFont::Bold);
            }
            if (run.script != 0) {
                face.setVerticalAlignment(run.script > 0 ? QTextCharFormat::AlignSuperScript
                                                         : QTextCharFormat::AlignSubScript);
            }
            put(run.text, face);
        }
    }

    void displayed(const Segment &part, const QTextCharFormat &format, QStringView language)
    {
        QTextBlockFormat centred;
        centred.setAlignment(Qt::AlignHCenter);
        if (m_cursor.atBlockStart()) {
            centred.setLineHeight(lineHeight(format.font(), language), QTextBlockFormat::FixedHeight);
            centred.setTopMargin(m_cursor.blockFormat().topMargin());
            m_cursor.setBlockFormat(centred);
        } else {
            block(format.font(), language, grid::gap, centred);
        }
        formula(part, format);
    }

    [[nodiscard]] static QStringList monospace()
    {
        static const QStringList families{QFontDatabase::systemFont(QFontDatabase::FixedFont).family(),
                                          u"monospace"_s};
        return families;
    }

    // --- the paper ---

    [[nodiscard]] static QString wordsOf(Kind kind)
    {
        switch (kind) {
        case Kind::Unknown:
            return {};
        case Kind::New:
            return tr("New");
        case Kind::Cross:
            return tr("Cross-list");
        case Kind::Replaced:
            return tr("Replacement");
        case Kind::ReplacedCross:
            return tr("Replaced cross-list");
        }
        return {};
    }

    [[nodiscard]] static QStringList wordsOf(PaperFlags flags, const Translation *translation)
    {
        QStringList words;
        const auto say = [&](PaperFlag flag, const QString &text) {
            if (flags.testFlag(flag)) {
                words += text;
            }
        };
        say(PaperFlag::Sample, tr("Sample, invented"));
        const bool hasTitle = translation && !translation->title.isNull();
        say(PaperFlag::Untranslated, hasTitle ? tr("Abstract not translated") : tr("Not translated"));
        say(PaperFlag::FormulaLost, tr("Formula lost in the translation"));
        say(PaperFlag::Chatter, tr("A model's remarks around the translation"));
        say(PaperFlag::ProbableTwin, tr("Joined with its twin by title and first author"));
        return words;
    }

    void titles(const PaperDetails &paper, const Translation *translation)
    {
        QString first = translation ? headlineOf(translation->title).title : QString();
        QString firstLanguage = translation ? translation->language : QString();
        QString second = paper.title;
        QString secondLanguage = languageAtStart(paper.title);
        if (m_look.mode == TitleLanguage::Original || first.isNull()) {
            std::swap(first, second);
            std::swap(firstLanguage, secondLanguage);
        }
        if (first.isNull()) {
            std::swap(first, second);
            std::swap(firstLanguage, secondLanguage);
        }
        if (first.isNull()) {
            first = nameOf(paper.id, 0);
        }
        foreign(first, firstLanguage, Rank::Title, m_look.colours.ink, 0);
        if (!second.isNull() && second != first) {
            foreign(second, secondLanguage, Rank::Body, m_look.colours.muted, grid::unit);
        }
    }

    void authors(const PaperDetails &paper)
    {
        if (paper.authors.isEmpty()) {
            return;
        }
        const bool folded = !m_look.allAuthors && paper.authors.size() > mostAuthors;
        QStringList names;
        for (const QString &author : folded ? paper.authors.first(mostAuthors) : paper.authors) {
            names += shownLine(plainText(author));
        }
        //: Between the names of authors
        QString text = names.join(tr(", "));
        if (!paper.authorsComplete) {
            //: %1: the first author, the only one that is known
            text = tr("%1 et al.").arg(isolated(text));
        }
        line(text, languageAtStart(text), m_look.colours.ink, grid::pad);
        if (folded) {
            const QTextCharFormat format = inked(m_look.font, m_look.colours.ink);
            put(tr(", "), format);
            //: A link behind the first of a long list of authors
            put(tr("and %n more", nullptr, int(paper.authors.size() - mostAuthors)),
                linked(format, allAuthorsLink));
        }
    }

    void chips(const PaperDetails &paper, Kind kind, const Translation *translation)
    {
        const PaperFlags flags = paper.flags | (translation ? translation->flags : PaperFlags());
        QList<std::pair<QString, QColor>> words;
        for (const QString &category : paper.categories) {
            words.append({shownLine(category), words.isEmpty() ? m_look.colours.ink : m_look.colours.muted});
        }
        if (kind != Kind::Unknown) {
            words.append({wordsOf(kind), m_look.colours.muted});
        }
        const QStringList remarks = wordsOf(flags, translation);
        for (const QString &word : remarks) {
            words.append({word, m_look.colours.warn});
        }
        if (words.isEmpty()) {
            return;
        }
        block(m_look.font, {}, grid::unit);
        for (qsizetype i = 0; i < words.size(); ++i) {
            if (i > 0) {
                put(u"  ·  "_s, inked(m_look.font, m_look.colours.muted));
            }
            put(words.at(i).first, inked(m_look.font, words.at(i).second));
        }
    }

    void abstracts(const PaperDetails &paper, const Translation &translation)
    {
        const QString &translated = translation.abstract;
        const bool wantsTranslated = m_look.mode != TitleLanguage::Original;
        const bool wantsOriginal = m_look.mode != TitleLanguage::Translated;
        bool written = false;
        const auto write = [&](const QString &text, const QString &textLanguage) {
            foreign(text, textLanguage, Rank::Body, m_look.colours.ink, grid::wide);
            written = true;
        };
        if (wantsTranslated && !translated.isNull()) {
            write(translated, translation.language);
        }
        if (!paper.abstract.isNull() && (wantsOriginal || translated.isNull())) {
            write(paper.abstract, languageAtStart(paper.abstract));
        }
        if (!written && !translated.isNull()) {
            line(tr("The original abstract is not here; this is its translation."), {}, m_look.colours.muted,
                 grid::wide);
            foreign(translated, translation.language, Rank::Body, m_look.colours.ink, grid::gap);
        } else if (!written) {
            line(tr("There is no abstract in what was imported."), {}, m_look.colours.muted, grid::wide);
        }
    }

    /** What a model said beside the title that it translated. */
    void remarks(const Translation &translation)
    {
        const QString words = headlineOf(translation.title).remarks;
        if (!words.isNull() && m_look.mode != TitleLanguage::Original) {
            line(tr("The model's remarks on the title:"), {}, m_look.colours.muted, grid::wide);
            foreign(words, translation.language, Rank::Body, m_look.colours.muted, grid::gap);
        }
    }

    // --- facts ---

    void facts(const PaperDetails &paper, const Translation *translation)
    {
        const bool invented = paper.flags.testFlag(PaperFlag::Sample); // has no page anywhere
        const QString name = nameOf(paper.id, paper.version);
        fact(tr("Paper"), name, invented ? std::nullopt : std::optional(paper.id.absUrl(paper.version)),
             grid::wide);
        if (!paper.pdfUrl.isNull()) {
            factLink(tr("PDF"), paper.pdfUrl);
        } else if (!invented) {
            factLink(tr("PDF"), paper.id.pdfUrl(paper.version).toString(QUrl::FullyEncoded));
        }
        fact(tr("DOI"), paper.doi, invented ? std::nullopt : doiUrl(paper.doi));
        for (const QString &code : paper.codeUrls) {
            factLink(tr("Code"), code);
        }
        factText(tr("Comments"), paper.comment);
        factText(tr("Journal"), paper.journalRef);
        if (paper.submitted.isValid()) {
            fact(tr("Submitted"), dateWords(paper.submitted));
        }
        if (paper.updated.isValid() && paper.updated != paper.submitted) {
            const QString date = dateWords(paper.updated);
            //: %1: a date; %2: the number of the version
            fact(tr("Updated"),
                 paper.version > 0 ? tr("%1 (version %2)").arg(date).arg(paper.version) : date);
        }
        if (translation && !invented) {
            fact(tr("Translation"), originWords(translation->origin));
        }
    }

    [[nodiscard]] static std::optional<QUrl> doiUrl(const QString &doi)
    {
        return openableLink(u"https://doi.org/"_s + QString::fromLatin1(QUrl::toPercentEncoding(doi, "/")));
    }

    /** "Label   value", the value as a link where there is an address; nothing for no value. */
    void fact(const QString &label, const QString &value, const std::optional<QUrl> &address = {},
              int above = 0)
    {
        if (value.isEmpty()) {
            return;
        }
        factLabel(label, above);
        const QTextCharFormat format =
            inked(faceFor(m_look.font, languageAtStart(value)), m_look.colours.muted);
        put(shownLine(value), address ? linked(format, honestAddress(*address)) : format);
    }

    /** An address by itself: shown as it is opened, or as mere text where it may not be. */
    void factLink(const QString &label, const QString &address)
    {
        const auto url = openableLink(address);
        fact(label, url ? honestAddress(*url) : address, url);
    }

    /** A fact in the words of the authors. */
    void factText(const QString &label, const QString &text)
    {
        if (text.isEmpty()) {
            return;
        }
        factLabel(label, 0);
        const QString language = languageAtStart(text);
        const QList<Segment> parts = segments(shownLine(text));
        for (const Segment &part : parts) {
            segment(part, inked(faceFor(m_look.font, language), m_look.colours.muted), language);
        }
    }

    void factLabel(const QString &label, int above)
    {
        const int indent = labelWidth();
        QTextBlockFormat hanging;
        hanging.setLeftMargin(indent);
        hanging.setTextIndent(-indent);
        hanging.setTabPositions({QTextOption::Tab(indent, QTextOption::LeftTab)});
        block(m_look.font, readersLanguage, above, hanging);
        put(label + u'\t', inked(m_look.font, m_look.colours.muted));
    }

    /** The column of the labels is as wide as the widest of them all, so that papers look alike. */
    [[nodiscard]] int labelWidth() const
    {
        const QFontMetrics metrics(m_look.font);
        int widest = 0;
        for (const QString &label : {tr("Paper"), tr("PDF"), tr("DOI"), tr("Code"), tr("Comments"),
                                     tr("Journal"), tr("Submitted"), tr("Updated"), tr("Translation")}) {
            widest = std::max(widest, metrics.horizontalAdvance(label));
        }
        return grid::up(widest + grid::section);
    }

    QTextCursor m_cursor;
    const PaperLook &m_look;
    int m_formulas = 0; ///< so far: the number of the next
    int m_formulasInText = 0;
    int m_stretches = 0; ///< in this block
    bool m_first = true;
};

/** Asked for a resource, QTextDocument itself opens local files where its view has none: this one does not.
 */
class ClosedDocument final : public QTextDocument
{
public:
    QVariant loadResource(int, const QUrl &) override { return {}; }
};

std::unique_ptr<QTextDocument> blankDocument(const PaperLook &look)
{
    auto document = std::make_unique<ClosedDocument>();
    document->setUndoRedoEnabled(false);
    document->setDefaultFont(look.font);
    document->setDocumentMargin(grid::section);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    document->setDefaultTextOption(option);
    return document;
}

} // namespace

std::unique_ptr<QTextDocument> paperDocument(const PaperDetails &paper, Kind kind, const PaperLook &look)
{
    auto document = blankDocument(look);
    PaperWriter(*document, look).write(paper, kind);
    return document;
}

std::unique_ptr<QTextDocument> emptyDocument(const QString &sentence, const PaperLook &look)
{
    auto document = blankDocument(look);
    PaperWriter(*document, look).remark(sentence);
    return document;
}

QString textWithTex(const QTextDocument &document, int from, int to)
{
    QString text;
    int lastFormula = 0;
    for (QTextBlock block = document.findBlock(from); block.isValid() && block.position() < to;
         block = block.next()) {
        if (block.position() > from) {
            text += u'\n';
        }
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            const QTextFragment fragment = it.fragment();
            const int begin = std::max(fragment.position(), from);
            const int end = std::min(fragment.position() + fragment.length(), to);
            if (begin >= end) {
                continue;
            }
            const QTextCharFormat format = fragment.charFormat();
            const int formula = format.intProperty(FormulaNumber);
            if (formula == 0) {
                text += QStringView(fragment.text()).mid(begin - fragment.position(), end - begin);
            } else if (formula != lastFormula) {
                text += format.stringProperty(TexSource);
            }
            lastFormula = formula;
        }
    }
    return text.replace(QChar::LineSeparator, u'\n').replace(QChar::Nbsp, u' ');
}

} // namespace paperdawn
