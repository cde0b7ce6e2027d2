// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/formats/bibtexfile.h"

#include "app/domain/category.h"
#include "app/formats/arxivtext.h"
#include "app/formats/filetext.h"

#include <QHash>
#include <QRegularExpression>
#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace paperdawn {

namespace {

constexpr int mostKept = 1'000'000;               ///< entries and fields, for each takes some 100 bytes
constexpr qsizetype mostPutIn = 16 * 1024 * 1024; ///< characters: macros of macros double at each step

bool isBibtexBlank(QChar c)
{
    return c == u' ' || c == u'\t' || c == u'\n' || c == u'\r';
}

/** A character of a type, macro or field (bibtex.web, "legal_id_char"), save "@": heads would overlap. */
bool isOfName(QChar c)
{
    constexpr QStringView others = u"\"#%'(),={}@";
    return !isBibtexBlank(c) && !others.contains(c);
}

/** Reads one file from its begin to its end, each character a small number of times. */
class BibtexReader final
{
public:
    explicit BibtexReader(QStringView text)
        : m_text(text)
    {
    }

    BibtexFile read()
    {
        for (qsizetype at = m_text.indexOf(u'@'); at >= 0; at = m_text.indexOf(u'@', m_at)) {
            m_at = at + 1;
            const bool isOfAddress = at > 0 && m_text[at - 1].isLetterOrNumber(); // "ada@example.org (Ada)"
            if (!isOfAddress && !readCommand(at)) {
                ++m_file.unread;
                m_file.firstUnread = m_file.firstUnread == 0 ? lineOf(at) : m_file.firstUnread;
                skipToHead();
            }
        }
        return std::move(m_file);
    }

private:
    /** Behind its "@"; false where it is damaged. What has no delimiter is text: "ada@example.org". */
    bool readCommand(qsizetype begin)
    {
        skipBlanks();
        const QString type = takeName().toString().toLower();
        skipBlanks();
        if (type.isEmpty() || (next() != u'{' && next() != u'(')) {
            return true;
        }
        if (type == "comment"_L1) {
            skipComment();
            return true;
        }
        const QChar close = next() == u'{' ? u'}' : u')';
        ++m_at;
        if (type == "preamble"_L1) {
            skipBlanks();
            return takeValue() && take(close);
        }
        if (type == "string"_L1) {
            const auto define = [this](const QString &name, const QString &value) {
                m_macros.insert(name, value);
            };
            return readFields(close, define);
        }
        return readEntry({type, {}, {}, lineOf(begin)}, close);
    }

    bool readEntry(BibtexEntry entry, QChar close)
    {
        entry.key = takeKey(close);
        const auto keep = [&entry](const QString &name, const QString &value) {
            if (!entry.fields.contains(name)) {
                const QString line = oneLine(value);
                entry.fields.insert(name, line.isNull() ? u""_s : line);
            }
        };
        if (!readFields(close, keep) || !hasRoom()) {
            return false;
        }
        m_file.entries += std::move(entry);
        return true;
    }

    /** Up to the end of the command. */
    template <typename Keep>
    bool readFields(QChar close, const Keep &keep)
    {
        for (;;) {
            while (isBibtexBlank(next()) || next() == u',') {
                ++m_at;
            }
            if (take(close)) {
                return true;
            }
            const QString name = takeName().toString().toLower();
            skipBlanks();
            if (name.isEmpty() || !take(u'=') || !hasRoom()) {
                return false;
            }
            const auto value = takeValue();
            if (!value) {
                return false;
            }
            keep(name, *value);
        }
    }

    /** None where a field stands in its place, as EndNote writes it. Between parentheses it may contain the
     * closing one. */
    QString takeKey(QChar close)
    {
        skipBlanks();
        const qsizetype begin = m_at;
        takeName();
        skipBlanks();
        const bool isField = take(u'=');
        skipBlanks();
        const bool hasValue = next() == u'{' || next() == u'"';
        m_at = begin;
        if (isField && hasValue) {
            return {};
        }
        const auto ends = [close](QChar c) {
            return isBibtexBlank(c) || c == u',' || (c == u'}' && c == close);
        };
        return takeUntil(ends).toString();
    }

    /** Pieces between "#"; nothing where one is damaged. */
    std::optional<QString> takeValue()
    {
        QString value;
        do {
            skipBlanks();
            if (!takePiece(value)) {
                return {};
            }
            skipBlanks();
        } while (take(u'#'));
        return value;
    }

    bool takePiece(QString &value)
    {
        if (next() == u'{' || next() == u'"') {
            const QStringView text = takeDelimited();
            value += text;
            return !text.isNull();
        }
        const QStringView name = takeName();
        const auto macro = m_macros.constFind(name.toString().toLower());
        if (macro == m_macros.constEnd()) { // a number, or the name of a month
            value += name;
            return !name.isEmpty();
        }
        m_putIn += macro->size();
        if (m_putIn > mostPutIn) {
            return false;
        }
        value += *macro;
        return true;
    }

    /** Between braces, or between quotes with braces in balance; null where it does not end. */
    QStringView takeDelimited()
    {
        const bool isQuoted = next() == u'"';
        const qsizetype begin = ++m_at;
        int depth = 0;
        for (; m_at < m_text.size(); ++m_at) {
            const QChar c = m_text[m_at];
            const bool ends = depth == 0 && c == (isQuoted ? u'"' : u'}');
            if (ends) {
                return m_text.sliced(begin, m_at++ - begin);
            }
            depth += c == u'{' ? 1 : c == u'}' ? -1 : 0;
            if (depth < 0 || (c == u'@' && beginsLine(m_at) && isHead(m_at))) {
                return {};
            }
        }
        return {};
    }

    /** With all that is in it; where its braces are out of balance, nothing but the word, as in BibTeX. */
    void skipComment()
    {
        if (next() != u'{' || !m_commentsEnd) {
            return;
        }
        int depth = 0;
        for (qsizetype at = m_at; at < m_text.size(); ++at) {
            depth += m_text[at] == u'{' ? 1 : m_text[at] == u'}' ? -1 : 0;
            if (depth == 0) {
                m_at = at + 1;
                return;
            }
        }
        m_commentsEnd = false; // nor would one in it: they would be sought to the end again and again
    }

    /** From a damaged entry on to what looks like the begin of another. */
    void skipToHead()
    {
        while (m_at < m_text.size() && !(m_text[m_at] == u'@' && isHead(m_at))) {
            ++m_at;
        }
    }

    /** "@article{" and the like. */
    bool isHead(qsizetype at) const
    {
        const auto skip = [this, &at](auto isWanted) {
            const qsizetype begin = at;
            while (at < m_text.size() && isWanted(m_text[at])) {
                ++at;
            }
            return at > begin;
        };
        ++at;
        skip(isBibtexBlank);
        const bool isNamed = skip(isOfName);
        skip(isBibtexBlank);
        return isNamed && at < m_text.size() && (m_text[at] == u'{' || m_text[at] == u'(');
    }

    bool beginsLine(qsizetype at) const
    {
        while (at > 0 && (m_text[at - 1] == u' ' || m_text[at - 1] == u'\t')) {
            --at;
        }
        return at == 0 || m_text[at - 1] == u'\n' || m_text[at - 1] == u'\r';
    }

    /** Null at the end. */
    QChar next() const { return m_at < m_text.size() ? m_text[m_at] : QChar(); }

    bool take(QChar c)
    {
        const bool isThere = m_at < m_text.size() && m_text[m_at] == c;
        m_at += isThere ? 1 : 0;
        return isThere;
    }

    template <typename Ends>
    QStringView takeUntil(const Ends &ends)
    {
        const qsizetype begin = m_at;
        while (m_at < m_text.size() && !ends(m_text[m_at])) {
            ++m_at;
        }
        return m_text.sliced(begin, m_at - begin);
    }

    QStringView takeName()
    {
        return takeUntil([](QChar c) { return !isOfName(c); });
    }

    void skipBlanks()
    {
        takeUntil([](QChar c) { return !isBibtexBlank(c); });
    }

    bool hasRoom() { return ++m_kept <= mostKept; }

    /** Lines are asked for in their order. */
    int lineOf(qsizetype at)
    {
        if (at > m_counted) {
            m_line += int(m_text.sliced(m_counted, at - m_counted).count(u'\n'));
            m_counted = at;
        }
        return m_line;
    }

    QStringView m_text;
    qsizetype m_at = 0;
    qsizetype m_counted = 0; ///< of which the lines are
    int m_line = 1;
    int m_kept = 0;
    qsizetype m_putIn = 0; ///< characters of macros
    bool m_commentsEnd = true;
    QHash<QString, QString> m_macros;
    BibtexFile m_file;
};

/** Takes protecting braces out of TeX: those of a group that is neither a command's argument nor begins with
 * a command, and stands in no formula. */
class Unprotecting final
{
public:
    explicit Unprotecting(QStringView tex)
        : m_tex(tex)
    {
    }

    QString text()
    {
        QString text;
        while (m_at < m_tex.size()) {
            const QChar c = m_tex[m_at];
            if (c == u'\\') {
                text += takeCommand();
                continue;
            }
            m_inFormula = (c == u'$') != m_inFormula;
            if (c != u'{' && c != u'}') {
                text += c;
                m_isArgument = c == u'^' || c == u'_';
            } else if (c == u'{' ? open() : close()) {
                text += c;
            }
            ++m_at;
        }
        return text;
    }

private:
    /** Whether the brace is kept. */
    bool open()
    {
        const bool isCommand = m_at + 1 < m_tex.size() && m_tex[m_at + 1] == u'\\';
        m_kept += m_isArgument || isCommand || m_inFormula;
        m_isArgument = false;
        return m_kept.last();
    }

    bool close()
    {
        const bool isKept = m_kept.isEmpty() || m_kept.takeLast();
        m_isArgument = isKept; // \frac{a}{b}
        return isKept;
    }

    QStringView takeCommand()
    {
        const qsizetype begin = m_at++;
        const auto isLetter = [this] { return m_at < m_tex.size() && m_tex[m_at].isLetter(); };
        const bool isWord = isLetter();
        while (isLetter()) {
            ++m_at;
        }
        if (!isWord && m_at < m_tex.size()) {
            ++m_at;
        }
        const QStringView command = m_tex.sliced(begin, m_at - begin);
        constexpr QStringView accents = u"'`^\"~=.";
        m_isArgument = isWord || (command.size() == 2 && accents.contains(command.back()));
        while (isWord && m_at < m_tex.size() && m_tex[m_at] == u' ') {
            ++m_at;
        }
        return m_tex.sliced(begin, m_at - begin);
    }

    QStringView m_tex;
    qsizetype m_at = 0;
    bool m_isArgument = false; ///< a brace here would open one
    bool m_inFormula = false;
    QList<bool> m_kept; ///< of the groups that are open
};

/** What stands around an "and" outside of braces, as BibTeX parts names. */
QList<QStringView> partedNames(QStringView authors)
{
    constexpr QStringView separator = u" and ";
    QList<QStringView> names;
    qsizetype begin = 0;
    int depth = 0;
    for (qsizetype at = 0; at < authors.size(); ++at) {
        depth += authors[at] == u'{' ? 1 : authors[at] == u'}' ? -1 : 0;
        const bool parts = depth == 0 && authors[at] == u' ' &&
                           authors.sliced(at).startsWith(separator, Qt::CaseInsensitive);
        if (parts) {
            names += authors.sliced(begin, std::max<qsizetype>(at - begin, 0));
            begin = at + separator.size();
            at = begin - 2; // its last blank may be the first of another
        }
    }
    names += authors.sliced(std::min(begin, authors.size()));
    return names;
}

bool hasCommaOutside(QStringView name)
{
    int depth = 0;
    return std::any_of(name.begin(), name.end(), [&depth](QChar c) {
        depth += c == u'{' ? 1 : c == u'}' ? -1 : 0;
        return depth == 0 && c == u',';
    });
}

std::optional<PaperId> arxivIdOf(QStringView text)
{
    const auto id = PaperId::parse(text);
    return id && id->source() == Source::Arxiv ? id : std::nullopt;
}

/** Of the words in a text those that speak of arXiv: "arXiv preprint arXiv:2512.07834". */
std::optional<PaperId> arxivIdIn(const QString &tex)
{
    static const QRegularExpression between(u"[\\s,;(){}\\[\\]]+"_s);
    const QStringList words = Unprotecting(tex).text().split(between, Qt::SkipEmptyParts);
    for (QStringView word : words) {
        word.chop(word.endsWith(u'.') ? 1 : 0);
        const bool isOfArxiv = word.contains("arxiv"_L1, Qt::CaseInsensitive);
        if (const auto id = isOfArxiv ? arxivIdOf(word) : std::nullopt) {
            return id;
        }
    }
    return {};
}

/** Where a number of arXiv may stand beside "eprint"; not in an abstract, which may name other papers. */
constexpr std::array placesOfNumbers = {"arxivid"_L1,      "doi"_L1,    "url"_L1,    "journal"_L1,
                                        "journaltitle"_L1, "volume"_L1, "number"_L1, "pages"_L1,
                                        "howpublished"_L1, "note"_L1,   "eid"_L1};

QString knownCategory(QStringView id)
{
    const Category *category = Category::find(id);
    return category ? category->id : QString();
}

/** "[cs.CL]" behind a number, or the class in an old one: "math.GT/0309136". */
QString categoryBeside(const QString &number)
{
    static const QRegularExpression form(
        uR"(\[([a-z-]{2,20}(?:\.[A-Za-z-]{2,20})?)\]|([a-z-]{2,20}\.[A-Za-z-]{2,20})/\d{7})"_s);
    const auto match = form.match(number);
    return match.hasMatch() ? knownCategory(QString(match.captured(1) + match.captured(2))) : QString();
}

} // namespace

AuthorLine BibtexEntry::authors() const
{
    AuthorLine authors{{}, true};
    const QString written = fields.value(u"author"_s);
    for (const QStringView name : partedNames(written)) {
        const QString plain = nameOf(name);
        if (name.trimmed() == "others"_L1) {
            authors.isWhole = false;
        } else if (!plain.isNull()) {
            authors.names += hasCommaOutside(name) ? inReadingOrder(plain) : plain;
        }
    }
    authors.isWhole = authors.isWhole && !authors.names.isEmpty();
    return authors;
}

QString BibtexEntry::title() const
{
    return oneLine(Unprotecting(fields.value(u"title"_s)).text());
}

std::optional<PaperId> BibtexEntry::arxivId() const
{
    const QString archive = fields.value(u"archiveprefix"_s, fields.value(u"eprinttype"_s));
    if (archive.isEmpty() || archive.contains("arxiv"_L1, Qt::CaseInsensitive)) {
        const QString eprint = fields.value(u"eprint"_s);
        const auto id = arxivIdOf(eprint);
        if (const auto found = id ? id : arxivIdIn(eprint)) {
            return found;
        }
    }
    for (const QLatin1StringView place : placesOfNumbers) {
        if (const auto id = arxivIdIn(fields.value(place))) {
            return id;
        }
    }
    const QString journal = fields.value(u"journal"_s).toLower(); // as DBLP and Semantic Scholar write it
    const bool isOfArxiv = journal == "corr"_L1 || journal == "arxiv"_L1;
    return isOfArxiv ? arxivIdOf(fields.value(u"volume"_s).remove("abs/"_L1)) : std::nullopt;
}

QString BibtexEntry::category() const
{
    const QString told = fields.value(u"primaryclass"_s, fields.value(u"eprintclass"_s));
    static const QRegularExpression behind(u"[ ,;].*"_s);
    QString category = knownCategory(QString(told).remove(behind));
    const auto id = arxivId();
    if (!category.isNull() || !id) {
        return category;
    }
    QStringList numbers{fields.value(u"eprint"_s)};
    for (const QLatin1StringView place : placesOfNumbers) {
        numbers += fields.value(place);
    }
    for (const QString &number : numbers) {
        category = category.isNull() ? categoryBeside(number) : category;
    }
    const qsizetype slash = id->value().indexOf(u'/');
    return category.isNull() && slash > 0 ? knownCategory(id->value().first(slash)) : category;
}

Result<BibtexFile> parseBibtex(const QByteArray &bytes, const QString &name)
{
    auto file = fileText(bytes, name);
    if (!file && file.error().kind == ErrorKind::Encoding) {
        file = fileText(QString::fromLatin1(bytes).toUtf8(), name);
    }
    return std::move(file).map([](const FileText &content) { return BibtexReader(content.text).read(); });
}

} // namespace paperdawn
