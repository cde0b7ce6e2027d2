// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/latex.h"

#include "app/text/characters.h"
#include "app/text/texsymbols.h"
#include "app/text/textcommands.h"
#include "app/text/webaddress.h"

#include <QSet>
#include <algorithm>

namespace paperdawn {

using namespace Qt::StringLiterals;

namespace {

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
        TextStyle before;
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

    void setStyle(const TextStyle &style)
    {
        flush();
        m_style = style;
    }

    void beginGroup(qsizetype end, const TextStyle &style, const QString &suffix = {})
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
        TextStyle style;
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
            TextStyle style = m_style;
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
        TextStyle style = m_style;
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
            const QString target = unescapedAddress(argument);
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
        const QString address = unescapedAddress(target);
        const qsizetype words = pastBlanks(at);
        const qsizetype close = closing(words);
        if (close < 0 || !isWebAddress(address)) {
            return false;
        }
        if (m_text.sliced(words + 1, close - words - 1).trimmed().isEmpty()) {
            link(address, close + 1);
            return true;
        }
        TextStyle style = m_style;
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
        const qsizetype end = addressEnd(m_text, m_at);
        const QString target = unescapedAddress(m_text.sliced(m_at, end - m_at));
        if (!isWebAddress(target)) {
            return false;
        }
        link(target, end);
        return true;
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
    TextStyle m_style;
    QList<Group> m_groups;
    QString m_run; ///< text not yet in m_segments
    QList<Segment> m_segments;
    // what has been looked for in vain, so that it is looked for once
    bool m_noDisplay = false;
    bool m_noParenthesis = false;
    bool m_noBracket = false;
    QSet<QString> m_unended;
};

} // namespace

QList<Segment> segments(QStringView text)
{
    return Splitter(text).split();
}

} // namespace paperdawn
