// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/formats/bibtex.h"

#include "app/formats/authorname.h"

#include <QHash>
#include <QSet>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace paperdawn {

namespace {

constexpr int wordsOfAKey = 4;
constexpr int longestKey = 200;

/** The words that arXiv leaves out of keys (arxiv-browse, formatting/cite.py, STOPWORDS). */
const QSet<QString> &stopWords()
{
    static const QSet<QString> words = [] {
        const QStringList list =
            QString::fromLatin1(
                "a about above across after afterwards again against all almost alone along "
                "already also although always am among amongst amoungst amount an and another "
                "any anyhow anyone anything anyway anywhere are around as at back be became "
                "because become becomes becoming been before beforehand behind being below "
                "beside besides between beyond bill both bottom but by call can cannot cant co "
                "con could couldnt cry de describe detail do done down due during each eg eight "
                "either eleven else elsewhere empty enough etc even ever every everyone "
                "everything everywhere except few fifteen fify fill find fire first five for "
                "former formerly forty found four from front full further get give go had has "
                "hasnt have he hence her here hereafter hereby herein hereupon hers herself him "
                "himself his how however hundred ie if in inc indeed interest into is it its "
                "itself keep last latter latterly least less ltd made many may me meanwhile "
                "might mill mine more moreover most mostly move much must my myself name namely "
                "neither never nevertheless next nine no nobody none noone nor not nothing now "
                "nowhere of off often on once one only onto or other others otherwise our ours "
                "ourselves out over own part per perhaps please put rather re same see seem "
                "seemed seeming seems serious several she should show side since sincere six "
                "sixty so some somehow someone something sometime sometimes somewhere still "
                "such system take ten than that the their them themselves then thence there "
                "thereafter thereby therefore therein thereupon these they thickv thin third "
                "this those though three through throughout thru thus to together too top "
                "toward towards twelve twenty two un under until up upon us very via was we "
                "well were what whatever when whence whenever where whereafter whereas whereby "
                "wherein whereupon wherever whether which while whither who whoever whole whom "
                "whose why will with within without would yet you your yours yourself "
                "yourselves ")
                .split(u' ', Qt::SkipEmptyParts);
        return QSet<QString>(list.begin(), list.end());
    }();
    return words;
}

/** Whether the brace at each place has a partner. As in BibTeX, a backslash before it makes no difference. */
QList<bool> partneredBraces(QStringView text)
{
    QList<bool> partnered(text.size(), false);
    QList<qsizetype> open;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == u'{') {
            open += i;
        } else if (text[i] == u'}' && !open.isEmpty()) {
            partnered[open.takeLast()] = true;
            partnered[i] = true;
        }
    }
    return partnered;
}

/** Whether the next character would be taken for a part of a command. */
bool endsInEscape(QStringView tex)
{
    const auto last = std::find_if(tex.rbegin(), tex.rend(), [](QChar c) { return c != u'\\'; });
    return (last - tex.rbegin()) % 2 == 1;
}

/** TeX that stays within the braces around it, on one line. Text that is in balance stays as it is. */
QString enclosed(const QString &tex)
{
    const QString line = tex.simplified();
    const QList<bool> partnered = partneredBraces(line);
    QString safe;
    safe.reserve(line.size());
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QChar c = line[i];
        if ((c == u'{' || c == u'}') && !partnered[i]) {
            safe.chop(endsInEscape(safe) ? 1 : 0);
            safe += c == u'{' ? u"\\textbraceleft "_s : u"\\textbraceright "_s;
        } else if (c.category() != QChar::Other_Control) {
            safe += c;
        }
    }
    if (endsInEscape(safe)) { // to TeX, the closing brace
        safe.chop(1);
        safe += u"\\textbackslash "_s;
    }
    return safe;
}

/** Plain text as TeX that shows it. */
QString escaped(const QString &text)
{
    const QString line = text.simplified();
    QString tex;
    tex.reserve(line.size());
    for (const QChar c : line) {
        switch (c.unicode()) {
        case u'{':
            tex += u"\\textbraceleft "_s;
            break;
        case u'}':
            tex += u"\\textbraceright "_s;
            break;
        case u'\\':
            tex += u"\\textbackslash "_s;
            break;
        case u'^':
            tex += u"\\textasciicircum "_s;
            break;
        case u'~':
            tex += u"\\textasciitilde "_s;
            break;
        case u'%':
        case u'#':
        case u'&':
        case u'$':
        case u'_':
            tex += u'\\';
            tex += c;
            break;
        default:
            if (c.category() != QChar::Other_Control) {
                tex += c;
            }
        }
    }
    return tex;
}

/** An address or identifier, which shows as it is: what could leave its braces is written as in URLs. */
QString verbatim(const QString &text)
{
    QString safe = text.simplified();
    safe.replace(u'{', "%7B"_L1).replace(u'}', "%7D"_L1).replace(u'\\', "%5C"_L1);
    return safe;
}

/** A name in which BibTeX would find several, or more parts than names have, counts as one piece. */
QString oneName(const QString &tex)
{
    const bool isPlain = tex.count(u',') <= 2 && !tex.contains(" and "_L1, Qt::CaseInsensitive);
    return isPlain ? tex : QString(u'{' + tex + u'}');
}

QString lettersAndDigits(const QString &text)
{
    QString kept;
    for (const char32_t c : text.toUcs4()) {
        if (QChar::isLetterOrNumber(c)) {
            kept += QString::fromUcs4(&c, 1);
        }
    }
    return kept;
}

QString keyWordsOf(const QString &title)
{
    QStringList words = title.simplified().split(u' ');
    words.removeIf([](const QString &word) { return stopWords().contains(word.toLower()); });
    return words.mid(0, wordsOfAKey).join(QString());
}

/** Of the latest version, as far as that is known. */
QString yearOf(const PaperDetails &paper)
{
    const QDateTime time = paper.updated.isValid() ? paper.updated : paper.submitted;
    return time.isValid() ? QString::number(time.toUTC().date().year()) : QString();
}

/** "abadi2016tensorflow"; the id stands in for a title that is not known. */
QString keyOf(const PaperDetails &paper)
{
    const QString author = paper.authors.isEmpty() ? QString() : authorName(paper.authors.first()).key;
    const QString title = paper.title.isNull() ? paper.id.value() : keyWordsOf(paper.title);
    const QString key = lettersAndDigits(author + yearOf(paper) + title).toLower().left(longestKey);
    return key.isEmpty() ? lettersAndDigits(paper.id.key()) : key;
}

/** Writes the lines of one entry, in arXiv's order and with its blanks. */
class EntryWriter final
{
public:
    explicit EntryWriter(const PaperDetails &paper)
        : m_paper(paper)
        , m_isTex(paper.id.source() == Source::Arxiv)
    {
    }

    QString write(const QString &key)
    {
        m_entry = "@misc{"_L1 + key + ",\n"_L1;
        line("title"_L1, text(m_paper.title), ", "_L1);
        if (m_paper.title.isNull() && !m_paper.translations.isEmpty()) {
            line("titleaddon"_L1, text(m_paper.translations.first().title));
        }
        line("author"_L1, authors());
        line("year"_L1, yearOf(m_paper));
        if (m_isTex) {
            writeArxiv();
        } else {
            writeBiorxiv();
        }
        return m_entry + u'}';
    }

private:
    [[nodiscard]] QString text(const QString &written) const
    {
        return m_isTex ? enclosed(written) : escaped(written);
    }

    void line(QLatin1StringView field, const QString &value, QLatin1StringView end = ","_L1)
    {
        if (!value.isEmpty()) {
            m_entry += "      "_L1 + field + "={"_L1 + value + u'}' + end + u'\n';
        }
    }

    [[nodiscard]] QString authors() const
    {
        QStringList names = m_paper.authorsComplete ? m_paper.authors : m_paper.authors.mid(0, 1);
        for (QString &name : names) {
            name = oneName(text(name));
        }
        if (!names.isEmpty() && !m_paper.authorsComplete) {
            names += u"others"_s;
        }
        return names.join(" and "_L1);
    }

    void writeArxiv()
    {
        line("eprint"_L1, m_paper.id.value());
        line("archivePrefix"_L1, u"arXiv"_s);
        line("primaryClass"_L1, verbatim(m_paper.categories.value(0)));
        line("doi"_L1, m_paper.doi.isNull() ? QString() : "https://doi.org/"_L1 + verbatim(m_paper.doi));
        line("url"_L1, m_paper.id.absUrl().toString(), ", "_L1);
    }

    /** The DOI is that of the preprint, which is what is cited; where it was published is a note. */
    void writeBiorxiv()
    {
        line("howpublished"_L1, sourceName(m_paper.id.source()));
        line("doi"_L1, m_paper.id.value());
        line("url"_L1, m_paper.id.absUrl().toString());
        line("note"_L1, m_paper.doi.isNull() ? QString() : "Published as "_L1 + escaped(m_paper.doi));
    }

    const PaperDetails &m_paper;
    const bool m_isTex;
    QString m_entry;
};

/** 0 is a, 25 is z, 26 is aa. */
QString suffix(int number)
{
    QString letters;
    for (int rest = number + 1; rest > 0; rest = (rest - 1) / 26) {
        letters.prepend(QChar(u'a' + (rest - 1) % 26));
    }
    return letters;
}

} // namespace

QString bibtexEntry(const PaperDetails &paper)
{
    return EntryWriter(paper).write(keyOf(paper));
}

QByteArray writeBibtex(const QList<PaperDetails> &papers)
{
    QStringList keys;
    for (const PaperDetails &paper : papers) {
        keys += keyOf(paper);
    }
    QSet<QString> taken(keys.begin(), keys.end()); // a made-up key must not be another paper's own
    QHash<QString, int> uses;
    QStringList entries;
    for (qsizetype i = 0; i < papers.size(); ++i) {
        QString key = keys[i];
        int &used = uses[key];
        if (used++ > 0) {
            do {
                key = keys[i] + suffix(used - 2);
            } while (taken.contains(key) && ++used > 0);
            taken += key;
        }
        entries += EntryWriter(papers[i]).write(key) + u'\n';
    }
    return entries.join(u'\n').toUtf8();
}

} // namespace paperdawn
