// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/latex.h"

#include "app/text/texsymbols.h"

#include <QHash>
#include <QSet>
#include <QUrl>
#include <algorithm>

namespace paperdawn {

using namespace Qt::StringLiterals;

namespace {

bool isAscii(QChar c)
{
    return c.unicode() < 0x80;
}

bool isAsciiLetter(QChar c)
{
    return isAscii(c) && c.isLetter();
}

bool isBlank(QChar c) // no-break spaces are characters like others
{
    return c == u' ' || (c >= u'\t' && c <= u'\r');
}

bool isHan(QChar c) // with the punctuation of Chinese
{
    return c.script() == QChar::Script_Han || (c >= QChar(0x3000) && c <= QChar(0x303F)) ||
           (c >= QChar(0xFF00) && c <= QChar(0xFFEF));
}

bool isWebAddress(const QString &address)
{
    const QUrl url(address, QUrl::StrictMode);
    return url.isValid() && (url.scheme() == u"http" || url.scheme() == u"https") && !url.host().isEmpty() &&
           url.userInfo().isEmpty();
}

/** How text looks at one place. */
struct Style
{
    bool bold = false;
    bool italic = false;
    bool mono = false;
    QString href;
};

/** The command (\textbf) or declaration (\bf) `name`, applied to a style; false if it is none. */
bool applyCommand(QStringView name, Style &style)
{
    static const QSet<QString> plain = {u"textrm"_s, u"textsf"_s,     u"textsc"_s, u"textup"_s, u"textmd"_s,
                                        u"text"_s,   u"textnormal"_s, u"mbox"_s,   u"hbox"_s};
    if (name == u"textbf") {
        style.bold = true;
    } else if (name == u"emph" || name == u"textit" || name == u"textsl" || name == u"underline" ||
               name == u"uline") {
        style.italic = true; // an underlined word is meant to be stressed
    } else if (name == u"texttt") {
        style.mono = true;
    } else {
        return plain.contains(name.toString());
    }
    return true;
}

bool applyDeclaration(QStringView name, Style &style)
{
    static const QSet<QString> plain = {u"rm"_s,         u"sc"_s,         u"sf"_s,           u"rmfamily"_s,
                                        u"scshape"_s,    u"sffamily"_s,   u"upshape"_s,      u"normalfont"_s,
                                        u"tiny"_s,       u"scriptsize"_s, u"footnotesize"_s, u"small"_s,
                                        u"normalsize"_s, u"large"_s};
    if (name == u"bf" || name == u"bfseries") {
        style.bold = true;
    } else if (name == u"em" || name == u"it" || name == u"sl" || name == u"itshape" || name == u"slshape") {
        style.italic = true;
    } else if (name == u"tt" || name == u"ttfamily") {
        style.mono = true;
    } else {
        return plain.contains(name.toString());
    }
    return true;
}

/** Commands of formulas that authors forget to put between dollars. */
bool isFormulaCommand(QStringView name)
{
    static const QSet<QString> names = {u"mathbb"_s,   u"mathcal"_s, u"mathrm"_s, u"mathbf"_s,    u"mathsf"_s,
                                        u"mathfrak"_s, u"mathscr"_s, u"mathit"_s, u"ensuremath"_s};
    return names.contains(name.toString());
}

bool isCitation(QStringView name)
{
    static const QSet<QString> names = {u"cite"_s,     u"citep"_s,     u"citet"_s,    u"citealp"_s,
                                        u"citealt"_s,  u"parencite"_s, u"textcite"_s, u"citeauthor"_s,
                                        u"citeyear"_s, u"autocite"_s};
    return names.contains(name.toString());
}

bool isMathEnvironment(QStringView name)
{
    static const QSet<QString> names = {u"equation"_s, u"align"_s,       u"gather"_s,
                                        u"multline"_s, u"eqnarray"_s,    u"flalign"_s,
                                        u"alignat"_s,  u"displaymath"_s, u"math"_s};
    return names.contains((name.endsWith(u'*') ? name.chopped(1) : name).toString());
}

bool isList(QStringView environment)
{
    return environment == u"itemize" || environment == u"enumerate";
}

/** Words and signs of text commands that tex2utf does not know. */
QString textCommand(QStringView name)
{
    static const QHash<QString, QString> texts = {
        {u"LaTeX"_s, u"LaTeX"_s},
        {u"TeX"_s, u"TeX"_s},
        {u"BibTeX"_s, u"BibTeX"_s},
        {u"dots"_s, u"…"_s},
        {u"ldots"_s, u"…"_s},
        {u"textellipsis"_s, u"…"_s},
        {u"textendash"_s, u"–"_s},
        {u"textemdash"_s, u"—"_s},
        {u"textquoteleft"_s, u"‘"_s},
        {u"textquoteright"_s, u"’"_s},
        {u"textquotedblleft"_s, u"“"_s},
        {u"textquotedblright"_s, u"”"_s},
        {u"textquotesingle"_s, u"'"_s},
        {u"textbackslash"_s, u"\\"_s},
        {u"textasciitilde"_s, u"~"_s},
        {u"textasciicircum"_s, u"^"_s},
        {u"textunderscore"_s, u"_"_s},
        {u"textbar"_s, u"|"_s},
        {u"textless"_s, u"<"_s},
        {u"textgreater"_s, u">"_s},
        {u"textbullet"_s, u"•"_s},
        {u"textperiodcentered"_s, u"·"_s},
        {u"textdegree"_s, u"°"_s},
        {u"textmu"_s, u"µ"_s},
        {u"texttimes"_s, u"×"_s},
        {u"textpm"_s, u"±"_s},
        {u"textdagger"_s, u"†"_s},
        {u"textregistered"_s, u"®"_s},
        {u"texttrademark"_s, u"™"_s},
        {u"textcopyright"_s, u"©"_s},
        {u"texteuro"_s, u"€"_s},
        {u"euro"_s, u"€"_s},
        {u"newline"_s, u"\n"_s},
        {u"par"_s, u"\n\n"_s},
        {u"thinspace"_s, u"\u2009"_s},
        {u"item"_s, u"\n• "_s},
        {u"quad"_s, u" "_s},
        {u"qquad"_s, u" "_s},
        {u"noindent"_s, u""_s},
        {u"xspace"_s, u""_s},
    };
    const auto found = texts.constFind(name.toString());
    if (found != texts.cend()) {
        return *found;
    }
    const QChar sign = texSign(name);
    return sign.isNull() ? QString() : QString(sign);
}

/** How many words of prose stand in what is between two dollars. */
int proseWords(QStringView text)
{
    int words = 0;
    int depth = 0;
    for (qsizetype at = 0; at < text.size();) {
        const QChar c = text.at(at);
        if (c == u'\\') {
            do {
                ++at;
            } while (at < text.size() && isAsciiLetter(text.at(at)));
            continue;
        }
        depth += c == u'{' ? 1 : c == u'}' ? -1 : 0;
        if (depth > 0 || !c.isLetter()) {
            ++at;
            continue;
        }
        const qsizetype begin = at;
        bool lower = true;
        while (at < text.size() && text.at(at).isLetter()) {
            lower = lower && text.at(at).isLower();
            ++at;
        }
        const bool parted =
            (begin > 0 && isBlank(text.at(begin - 1))) || (at < text.size() && isBlank(text.at(at)));
        words += isHan(c) || (lower && at - begin > 1 && parted);
    }
    return words;
}

/** Whether what stands between two dollars is a formula, and not the words between two prices. */
bool isFormula(QStringView text, QChar after)
{
    const QStringView inner = text.trimmed();
    if (inner.isEmpty()) {
        return false;
    }
    const auto isOneOf = [](QStringView signs) { return [signs](QChar c) { return signs.contains(c); }; };
    const bool tex = std::any_of(inner.begin(), inner.end(), isOneOf(u"\\^_{}"));
    const bool relation = std::any_of(inner.begin(), inner.end(), isOneOf(u"=<>"));
    const int words = proseWords(text);
    const bool number = text.front().isDigit();
    if (words > 2 && !inner.contains(u'\\')) {
        return false;
    }
    if (number && !tex) {
        return words == 0 && !after.isDigit();
    }
    return words == 0 || tex || relation;
}

class Splitter
{
public:
    explicit Splitter(QStringView text)
        : m_text(text)
        , m_closing(text.size(), -1)
    {
        findClosingBraces();
    }

    QList<Segment> split()
    {
        m_at = 0;
        while (m_at < m_text.size()) {
            if (!m_groups.isEmpty() && m_groups.last().end <= m_at) {
                endGroup();
                continue;
            }
            next();
        }
        while (!m_groups.isEmpty()) {
            endGroup();
        }
        flush();
        trimEnds();
        return m_segments;
    }

private:
    struct Group
    {
        qsizetype end = 0; ///< of its closing brace
        Style before;
        QString suffix; ///< what stands in place of the brace
    };

    void findClosingBraces()
    {
        QList<qsizetype> open;
        for (qsizetype at = 0; at < m_text.size(); ++at) {
            const QChar c = m_text.at(at);
            if (c == u'\\') {
                ++at;
            } else if (c == u'{') {
                open.append(at);
            } else if (c == u'}' && !open.isEmpty()) {
                m_closing[open.takeLast()] = at;
            }
        }
    }

    [[nodiscard]] QChar charAt(qsizetype at) const
    {
        return at >= 0 && at < m_text.size() ? m_text.at(at) : QChar();
    }

    [[nodiscard]] qsizetype closing(qsizetype brace) const
    {
        return charAt(brace) == u'{' ? m_closing.at(brace) : -1;
    }

    [[nodiscard]] qsizetype pastBlanks(qsizetype at) const
    {
        while (at < m_text.size() && isBlank(m_text.at(at))) {
            ++at;
        }
        return at;
    }

    [[nodiscard]] QStringView nameAt(qsizetype at) const
    {
        qsizetype end = at;
        while (end < m_text.size() && isAsciiLetter(m_text.at(end))) {
            ++end;
        }
        return m_text.sliced(at, end - at);
    }

    void next()
    {
        const QChar c = m_text.at(m_at);
        if (isBlank(c)) {
            blanks();
            return;
        }
        switch (c.unicode()) {
        case u'\\':
            command();
            return;
        case u'$':
            dollar();
            return;
        case u'{':
            brace();
            return;
        case u'~':
            tilde();
            return;
        case u'-':
            dashes();
            return;
        case u'`':
        case u'\'':
            quotes();
            return;
        case u'h':
        case u'H':
            if (!address()) {
                put(m_at + 1);
            }
            return;
        default:
            put(m_at + 1);
        }
    }

    /** Takes the source up to `end` as it stands. */
    void put(qsizetype end)
    {
        m_run += m_text.sliced(m_at, end - m_at);
        m_at = end;
    }

    void put(QStringView text, qsizetype end)
    {
        m_run += text;
        m_at = end;
    }

    void flush()
    {
        if (m_run.isEmpty()) {
            return;
        }
        Segment segment{m_style.href.isNull() ? Segment::Kind::Text : Segment::Kind::Link,
                        m_run,
                        m_style.bold,
                        m_style.italic,
                        m_style.mono,
                        m_style.href,
                        {}};
        m_run.clear();
        if (!m_segments.isEmpty()) {
            Segment &last = m_segments.last();
            if (last.kind == segment.kind && last.bold == segment.bold && last.italic == segment.italic &&
                last.mono == segment.mono && last.href == segment.href &&
                segment.kind == Segment::Kind::Text) {
                last.text += segment.text;
                return;
            }
        }
        m_segments.append(segment);
    }

    void append(Segment::Kind kind, QStringView text, qsizetype end)
    {
        flush();
        m_segments.append({kind,
                           text.trimmed().toString(),
                           m_style.bold,
                           m_style.italic,
                           m_style.mono,
                           {},
                           m_text.sliced(m_at, end - m_at).toString()});
        m_at = end;
    }

    void setStyle(const Style &style)
    {
        flush();
        m_style = style;
    }

    void beginGroup(qsizetype end, const Style &style, const QString &suffix = {})
    {
        m_groups.append({end, m_style, suffix});
        setStyle(style);
    }

    void endGroup()
    {
        const Group group = m_groups.takeLast();
        m_run += group.suffix;
        setStyle(group.before);
        m_at = std::max(m_at, group.end + 1); // a formula may have swallowed the brace
    }

    void blanks()
    {
        const qsizetype end = pastBlanks(m_at);
        qsizetype lines = 0;
        qsizetype indent = 0;
        for (qsizetype at = m_at; at < end; ++at) {
            const QChar c = m_text.at(at);
            if (c == u'\n' || (c == u'\r' && charAt(at + 1) != u'\n')) {
                ++lines;
                indent = 0;
            } else {
                ++indent;
            }
        }
        const QChar before = m_at > 0 ? charAt(m_at - 1) : QChar();
        const QChar after = charAt(end);
        if (lines > 1 || (lines == 1 && indent >= 2)) {
            breakLine(u"\n\n");
        } else if (lines == 0 || !isHan(before) || !isHan(after)) {
            if (!m_run.endsWith(u' ') && !m_run.endsWith(u'\n')) {
                m_run += u' ';
            }
        }
        m_at = end;
    }

    void breakLine(QStringView lines)
    {
        while (m_run.endsWith(u' ') || m_run.endsWith(u'\n')) {
            m_run.chop(1);
        }
        m_run += lines;
    }

    /** "Fig.~3" has a no-break space, "~100 papers" are about 100. */
    void tilde()
    {
        const QChar before = m_at > 0 ? m_text.at(m_at - 1) : QChar();
        const QChar after = charAt(m_at + 1);
        const bool tie = (before.isLetterOrNumber() || u".,)]}$'"_s.contains(before)) && !before.isNull() &&
                         !after.isNull() && !isBlank(after) && after != u'~';
        put(tie ? QStringView(u"\u00a0") : QStringView(u"~"), m_at + 1);
    }

    void dashes()
    {
        qsizetype end = m_at;
        while (charAt(end) == u'-') {
            ++end;
        }
        const qsizetype count = end - m_at;
        const QChar before = m_at > 0 ? m_text.at(m_at - 1) : QChar();
        const bool option =
            (before.isNull() || isBlank(before) || before == u'(') && isAsciiLetter(charAt(end));
        const bool arrow = charAt(end) == u'>' || before == u'<' || before == u'!';
        if (count == 2 && !option && !arrow) {
            put(u"–", end);
        } else if (count == 3 && !arrow) {
            put(u"—", end);
        } else {
            put(end);
        }
    }

    void quotes()
    {
        const QChar quote = m_text.at(m_at);
        qsizetype end = m_at;
        while (charAt(end) == quote) {
            ++end;
        }
        if (end - m_at == 2) {
            put(quote == u'`' ? u"“" : u"”", end);
        } else {
            put(end);
        }
    }

    void dollar()
    {
        if (charAt(m_at + 1) == u'$') {
            const qsizetype end = m_noDisplay ? -1 : m_text.indexOf(u"$$", m_at + 2);
            m_noDisplay = end < 0;
            if (end > 0 && !m_text.sliced(m_at + 2, end - m_at - 2).trimmed().isEmpty()) {
                append(Segment::Kind::DisplayMath, m_text.sliced(m_at + 2, end - m_at - 2), end + 2);
            } else {
                put(m_at + 2);
            }
            return;
        }
        const qsizetype begin = m_at + 1;
        qsizetype end = begin;
        bool broken = false; // no formula goes over a blank line
        while (end < m_text.size() && m_text.at(end) != u'$' && !broken) {
            if (m_text.at(end) == u'\n') {
                broken = charAt(end + 1) == u'\n' || (charAt(end + 1) == u' ' && charAt(end + 2) == u' ');
            }
            end += m_text.at(end) == u'\\' ? 2 : 1;
        }
        if (broken || end >= m_text.size() ||
            !isFormula(m_text.sliced(begin, end - begin), charAt(end + 1))) {
            put(begin);
            return;
        }
        const QStringView inner = m_text.sliced(begin, end - begin);
        if (inner.startsWith(u"\\href{") || inner.startsWith(u"{\\href{") || inner.startsWith(u"\\url{")) {
            beginGroup(end, m_style); // a link that someone put between dollars
            m_at = begin;
            return;
        }
        append(Segment::Kind::Math, inner, end + 1);
    }

    /** Whether the backslash at `at` begins something that braces may be put around: {\'e}, {\bf x}. */
    [[nodiscard]] bool isUnderstood(qsizetype at) const
    {
        if (charAt(at) != u'\\') {
            return false;
        }
        const QStringView name = nameAt(at + 1);
        if (name.isEmpty()) {
            return !texAccentMark(charAt(at + 1)).isNull();
        }
        if (charAt(at + 1 + name.size()) == u'}' && (texSymbol(name) || !textCommand(name).isNull())) {
            return true; // but not {\phi_n}, which may be a set
        }
        Style style;
        return applyDeclaration(name, style) || applyCommand(name, style) || !texLetter(name).isNull() ||
               name == u"href" || name == u"url" || name == u"textcolor" || isCitation(name) ||
               (name.size() == 1 && !texAccentMark(name.front()).isNull());
    }

    void brace()
    {
        const qsizetype end = closing(m_at);
        if (end < 0 || !isUnderstood(pastBlanks(m_at + 1))) {
            put(m_at + 1);
            return;
        }
        beginGroup(end, m_style);
        ++m_at;
        while (true) { // the declarations that the group begins with
            const qsizetype at = pastBlanks(m_at);
            const QStringView name = charAt(at) == u'\\' ? nameAt(at + 1) : QStringView();
            Style style = m_style;
            if (!applyDeclaration(name, style)) {
                return;
            }
            setStyle(style);
            m_at = pastBlanks(at + 1 + name.size());
        }
    }

    void command()
    {
        const QChar c = charAt(m_at + 1);
        if (isAsciiLetter(c)) {
            namedCommand(nameAt(m_at + 1));
            return;
        }
        switch (c.unicode()) {
        case u'(':
            formula(u"\\)", Segment::Kind::Math, m_noParenthesis);
            return;
        case u'[':
            formula(u"\\]", Segment::Kind::DisplayMath, m_noBracket);
            return;
        case u'%':
        case u'&':
        case u'#':
        case u'$':
        case u'_':
        case u'{':
        case u'}':
            put(m_text.sliced(m_at + 1, 1), m_at + 2);
            return;
        case u' ':
        case u'\n':
            ++m_at; // the blank comes next
            return;
        case u',':
        case u';':
        case u':':
            put(u"\u2009", m_at + 2);
            return;
        case u'!':
        case u'-':
        case u'@':
            m_at += 2;
            return;
        case u'/':
            if (charAt(m_at + 2) == u'}' || isBlank(charAt(m_at + 2))) {
                m_at += 2; // TeX's italic correction
                return;
            }
            break;
        case u'\\':
            if (const QChar after = charAt(m_at + 2); after.isNull() || isBlank(after)) {
                breakLine(u"\n");
                m_at = pastBlanks(m_at + 2);
                return;
            }
            put(m_at + 2);
            return;
        default:
            if (accent(m_at + 1, m_at + 2)) {
                return;
            }
        }
        put(m_at + 1);
    }

    void formula(QStringView closingMark, Segment::Kind kind, bool &none)
    {
        const qsizetype end = none ? -1 : m_text.indexOf(closingMark, m_at + 2);
        none = end < 0;
        if (end < 0 || m_text.sliced(m_at + 2, end - m_at - 2).trimmed().isEmpty()) {
            put(m_at + 2);
            return;
        }
        append(kind, m_text.sliced(m_at + 2, end - m_at - 2), end + 2);
    }

    /** What may stand under an accent, and its end: a letter, \i (an i, for the accent takes its dot), \o. */
    [[nodiscard]] std::pair<QString, qsizetype> accentedLetter(qsizetype at) const
    {
        const QChar c = charAt(at);
        if (c == u'\\') {
            const QStringView name = nameAt(at + 1);
            const QChar letter = name == u"i" || name == u"j" ? name.front() : texLetter(name);
            return {letter.isNull() ? QString() : QString(letter), at + 1 + name.size()};
        }
        if (c.isLetter() && !isHan(c) && !c.isSurrogate()) {
            return {c, at + 1};
        }
        return {{}, at};
    }

    /** The accent at `accentAt` over the letter at or after `at`: \'e, \'{e}, \v{\i}, \c c. */
    bool accent(qsizetype accentAt, qsizetype at)
    {
        const QChar accent = charAt(accentAt);
        const QChar mark = texAccentMark(accent);
        if (mark.isNull()) {
            return false;
        }
        const bool letterAccent = isAsciiLetter(accent);
        const qsizetype arg = letterAccent ? pastBlanks(at) : at;
        const bool braced = charAt(arg) == u'{';
        if (letterAccent && !braced &&
            (accent == u'd' || accent == u'b' || (arg == at && charAt(arg) != u'\\'))) {
            return false; // "\d x" may be anything
        }
        const qsizetype close = closing(arg);
        const qsizetype letterAt = close >= 0 ? pastBlanks(arg + 1) : arg;
        auto [base, end] = accentedLetter(letterAt);
        if (close >= 0) {
            end = pastBlanks(end);
            if (base.isEmpty() && end == close && !letterAccent) {
                put(m_text.sliced(accentAt, 1), close + 1); // \~{} is the sign itself
                return true;
            }
            if (end != close) {
                return false;
            }
            ++end;
        }
        if (base.isEmpty()) {
            return false;
        }
        put(QString(base + mark).normalized(QString::NormalizationForm_C), end);
        return true;
    }

    void namedCommand(QStringView name)
    {
        const qsizetype end = m_at + 1 + name.size();
        const qsizetype arg = pastBlanks(end);
        const qsizetype close = closing(arg);
        Style style = m_style;
        if (name.size() == 1 && accent(m_at + 1, end)) {
            return;
        }
        if (const QChar letter = texLetter(name); !letter.isNull() && !charAt(end).isDigit()) {
            put(QString(letter), afterCommand(end, true));
            return;
        }
        if (close >= 0 && applyCommand(name, style)) {
            beginGroup(close, style);
            m_at = arg + 1;
            return;
        }
        if (close >= 0 && structure(name, arg, close)) {
            return;
        }
        if (const QString text = textCommand(name); !text.isNull()) {
            if (text.startsWith(u'\n')) {
                breakLine(text);
                m_at = arg;
            } else {
                put(text, afterCommand(end, false));
            }
            return;
        }
        if (const TexSymbol *symbol = texSymbol(name); symbol && symbol->signClass != SignClass::Operator) {
            put(symbol->text, afterCommand(end, false));
            return;
        }
        put(end);
    }

    /** TeX takes the blank behind a command for its end; behind a sign authors mean it. */
    [[nodiscard]] qsizetype afterCommand(qsizetype end, bool isLetter) const
    {
        if (charAt(end) == u'{' && charAt(end + 1) == u'}') {
            return end + 2;
        }
        return isLetter ? pastBlanks(end) : end;
    }

    /** Commands with an argument, whose brace is at `arg`. */
    bool structure(QStringView name, qsizetype arg, qsizetype close)
    {
        const QStringView argument = m_text.sliced(arg + 1, close - arg - 1);
        if (name == u"href") {
            return hyperlink(argument, close + 1);
        }
        if (name == u"url" || name == u"path") {
            const QString target = unescaped(argument);
            if (isWebAddress(target)) {
                link(target, close + 1);
            } else if (!target.isEmpty() && !target.contains(u':')) {
                put(target, close + 1); // "github.com/…": an address to type
            } else {
                return false;
            }
        } else if (isCitation(name)) {
            append(Segment::Kind::Cite, argument, close + 1);
        } else if (name == u"footnote" || name == u"thanks") {
            if (!m_run.endsWith(u' ')) {
                m_run += u' ';
            }
            m_run += u'(';
            beginGroup(close, m_style, u")"_s);
            m_at = arg + 1;
        } else if (name == u"textcolor" && closing(pastBlanks(close + 1)) >= 0) {
            m_at = pastBlanks(close + 1);
            beginGroup(closing(m_at), m_style);
            ++m_at;
        } else if (name == u"textsuperscript" || name == u"textsubscript") {
            const QString mark = name == u"textsuperscript" ? u"^"_s : u"_"_s;
            append(Segment::Kind::Math, QString(mark + u"{\\text{"_s + argument + u"}}"_s), close + 1);
        } else if (isFormulaCommand(name)) {
            append(Segment::Kind::Math, m_text.sliced(m_at, close + 1 - m_at), close + 1);
        } else if ((name == u"begin" || name == u"end") && isList(argument)) {
            breakLine(u"\n");
            m_at = pastBlanks(close + 1);
        } else if (name == u"begin") {
            return environment(argument, close + 1);
        } else {
            return false;
        }
        return true;
    }

    bool environment(QStringView name, qsizetype begin)
    {
        if (!isMathEnvironment(name) || m_unended.contains(name.toString())) {
            return false;
        }
        const QString mark = u"\\end{"_s + name + u"}"_s;
        const qsizetype end = m_text.indexOf(mark, begin);
        if (end < 0) {
            m_unended.insert(name.toString()); // not to be looked for again
            return false;
        }
        append(Segment::Kind::DisplayMath, m_text.sliced(m_at, end + mark.size() - m_at), end + mark.size());
        return true;
    }

    /** \href{target}{words}, with the second brace at or after `at`. */
    bool hyperlink(QStringView target, qsizetype at)
    {
        const QString address = unescaped(target);
        const qsizetype words = pastBlanks(at);
        const qsizetype close = closing(words);
        if (close < 0 || !isWebAddress(address)) {
            return false;
        }
        if (m_text.sliced(words + 1, close - words - 1).trimmed().isEmpty()) {
            link(address, close + 1);
            return true;
        }
        Style style = m_style;
        style.href = address;
        beginGroup(close, style);
        m_at = words + 1;
        return true;
    }

    void link(const QString &address, qsizetype end)
    {
        flush();
        m_segments.append(
            {Segment::Kind::Link, address, m_style.bold, m_style.italic, m_style.mono, address, {}});
        m_at = end;
    }

    static QString unescaped(QStringView address)
    {
        QString text;
        const QStringView from = address.trimmed();
        for (qsizetype at = 0; at < from.size(); ++at) {
            const bool escape =
                from.at(at) == u'\\' && at + 1 < from.size() && u"_%#&~{}$"_s.contains(from.at(at + 1));
            text += from.at(escape ? ++at : at);
        }
        return text;
    }

    /** An address that stands in the text as itself. */
    bool address()
    {
        const QStringView rest = m_text.sliced(m_at);
        if (!m_style.href.isNull() ||
            (m_at > 0 && isAscii(m_text.at(m_at - 1)) && m_text.at(m_at - 1).isLetterOrNumber()) ||
            (!rest.startsWith("http://"_L1, Qt::CaseInsensitive) &&
             !rest.startsWith("https://"_L1, Qt::CaseInsensitive))) {
            return false;
        }
        const qsizetype end = addressEnd();
        const QString target = unescaped(m_text.sliced(m_at, end - m_at));
        if (!isWebAddress(target)) {
            return false;
        }
        link(target, end);
        return true;
    }

    [[nodiscard]] qsizetype addressEnd() const
    {
        qsizetype end = m_at;
        int open = 0; // parentheses and brackets, less those closed
        while (end < m_text.size()) {
            const QChar c = m_text.at(end);
            if (c == u'\\' && u"_%#&~"_s.contains(charAt(end + 1)) && end + 1 < m_text.size()) {
                end += 2;
                continue;
            }
            if (c <= u' ' || c >= u'\u007f' || u"<>\"{}|\\^`$"_s.contains(c)) {
                break;
            }
            open += c == u'(' || c == u'[' ? 1 : c == u')' || c == u']' ? -1 : 0;
            ++end;
        }
        while (end > m_at) { // what ends the sentence is no part of it
            const QChar last = m_text.at(end - 1);
            const bool surplus = (last == u')' || last == u']') && open < 0;
            if (!surplus && !u".,;:!?'*"_s.contains(last)) {
                break;
            }
            open += surplus ? 1 : 0;
            --end;
        }
        return end;
    }

    void trimEnds()
    {
        while (!m_segments.isEmpty() && m_segments.first().kind == Segment::Kind::Text) {
            QString &text = m_segments.first().text;
            text.remove(0, std::find_if_not(text.begin(), text.end(), isBlank) - text.begin());
            if (!text.isEmpty()) {
                break;
            }
            m_segments.removeFirst();
        }
        while (!m_segments.isEmpty() && m_segments.last().kind == Segment::Kind::Text) {
            QString &text = m_segments.last().text;
            while (!text.isEmpty() && isBlank(text.back())) {
                text.chop(1);
            }
            if (!text.isEmpty()) {
                break;
            }
            m_segments.removeLast();
        }
    }

    QStringView m_text;
    QList<qsizetype> m_closing; ///< by the place of an opening brace: that of its closing one, or -1
    qsizetype m_at = 0;
    Style m_style;
    QList<Group> m_groups;
    QString m_run; ///< text not yet in m_segments
    QList<Segment> m_segments;
    // what has been looked for in vain, so that it is looked for once
    bool m_noDisplay = false;
    bool m_noParenthesis = false;
    bool m_noBracket = false;
    QSet<QString> m_unended;
};

/** The character as a superscript or subscript, where Unicode has it in most fonts; null if not. */
QChar scriptCharacter(QChar c, int script)
{
    static constexpr std::u16string_view plain = u"0123456789+−=()ni";
    static constexpr std::u16string_view raised = u"⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ";
    static constexpr std::u16string_view plainLow = u"0123456789+−=()aehijklmnoprstuvx";
    static constexpr std::u16string_view lowered = u"₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ";
    static_assert(plain.size() == raised.size() && plainLow.size() == lowered.size());
    const auto from = script > 0 ? plain : plainLow;
    const auto found = from.find(c.unicode());
    return found == std::u16string_view::npos ? QChar() : QChar((script > 0 ? raised : lowered)[found]);
}

QString plainScript(const QString &text, int script, QChar after)
{
    QString characters;
    for (const QChar c : text) {
        const QChar character = scriptCharacter(c, script);
        if (character.isNull()) {
            const bool word =
                !after.isLetterOrNumber() && std::all_of(text.begin(), text.end(), [](QChar part) {
                    return part.isLetterOrNumber() || part.isSurrogate() || part.isMark();
                });
            const bool bare =
                word || text.size() == 1 || (text.startsWith(u'(') && text.indexOf(u')') == text.size() - 1);
            const QString mark = script > 0 ? u"^"_s : u"_"_s;
            return bare ? QString(mark + text) : QString(mark + u'(' + text + u')');
        }
        characters += character;
    }
    return characters;
}

QString plainRuns(const QList<Run> &runs)
{
    QString text;
    for (qsizetype i = 0; i < runs.size();) {
        const int script = runs.at(i).script;
        QString stretch; // of one height, whatever its faces
        for (; i < runs.size() && runs.at(i).script == script; ++i) {
            stretch += runs.at(i).text;
        }
        const QChar after = i < runs.size() && runs.at(i).script == 0 ? runs.at(i).text.front() : QChar();
        text += script == 0 ? stretch : plainScript(stretch, script, after);
    }
    return text;
}

} // namespace

QList<Segment> segments(QStringView text)
{
    return Splitter(text).split();
}

QString plainText(QStringView text)
{
    QString plain;
    const auto parts = segments(text);
    for (const Segment &segment : parts) {
        switch (segment.kind) {
        case Segment::Kind::Text:
        case Segment::Kind::Link:
            plain += segment.text;
            break;
        case Segment::Kind::Cite:
            plain += u'[' + segment.text + u']';
            break;
        case Segment::Kind::Math:
        case Segment::Kind::DisplayMath: {
            const auto runs = unicodeRuns(segment.text);
            plain += runs ? plainRuns(*runs) : segment.source;
            break;
        }
        }
    }
    return plain.replace(QChar(0x2009), u' ').replace(QChar(0x2003), u' ').replace(QChar(QChar::Nbsp), u' ');
}

} // namespace paperdawn
