// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/formats/markdowntext.h"

#include "app/formats/filetext.h"
#include "app/text/characters.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace paperdawn {

namespace {

constexpr QLatin1StringView lineBreak = "<br>"_L1;

bool isAsciiPunctuation(QChar c)
{
    return (c >= u'!' && c <= u'/') || (c >= u':' && c <= u'@') || (c >= u'[' && c <= u'`') ||
           (c >= u'{' && c <= u'~');
}

/** What a terminal or an editor would take for an order, a tab, or a line end besides "\n". */
bool isControl(QChar c)
{
    return c < u' ' || (c >= u'\u007f' && c <= u'\u009f') || c == u'\u2028' || c == u'\u2029' ||
           isBidiControl(c);
}

void appendReference(QString &out, QChar c)
{
    out += u"&#"_s + QString::number(c.unicode()) + u';';
}

/** Whether a backslash before `next` would be read as an escape of it (or of what it is written as). */
bool needsSecondBackslash(QChar next)
{
    return !next.isLetterOrNumber();
}

void appendPlain(QString &out, QChar c, QChar next)
{
    switch (c.unicode()) {
    case u'`':
    case u'*':
    case u'_':
    case u'[':
    case u']':
    case u'<':
    case u'|':
    case u'~':
        out += u'\\';
        break;
    case u'&': // only before a name or a number could it begin a character reference
        if (isAsciiLetter(next) || next == u'#') {
            out += u'\\';
        }
        break;
    case u'\\':
        if (needsSecondBackslash(next)) {
            out += u'\\';
        }
        break;
    default:
        break;
    }
    out += c;
}

} // namespace

QString escapedMarkdown(QStringView text, QStringView also)
{
    qsizetype first = 0;
    qsizetype last = text.size();
    while (first < last && isBlank(text[first])) {
        ++first;
    }
    while (last > first && isBlank(text[last - 1])) {
        --last;
    }
    QString out;
    out.reserve(text.size() + text.size() / 8);
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        const QChar next = i + 1 < text.size() ? text[i + 1] : QChar(u'\n');
        if (c.isHighSurrogate() && next.isLowSurrogate()) {
            out += c;
            out += next;
            ++i;
        } else if (c.isNull() || c.isSurrogate()) {
            out += QChar(QChar::ReplacementCharacter);
        } else if (i < first || i >= last) {
            appendReference(out, c);
        } else if (c == u'\n') {
            out += lineBreak;
        } else if (isControl(c)) {
            appendReference(out, c);
        } else if (also.contains(c)) {
            out += u'\\';
            out += c;
        } else {
            appendPlain(out, c, next);
        }
    }
    return out;
}

namespace {

/** The character that the reference at `at` ("&#10;") stands for and its length; length 0: there is none. */
std::pair<QChar, qsizetype> referenceAt(QStringView text, qsizetype at)
{
    constexpr qsizetype mostDigits = 5;
    if (!text.sliced(at).startsWith("&#"_L1)) {
        return {};
    }
    uint code = 0;
    qsizetype end = at + 2;
    while (end < text.size() && end - at - 2 < mostDigits && isAsciiDigit(text[end])) {
        code = code * 10 + uint(text[end].digitValue());
        ++end;
    }
    const bool isWhole = end > at + 2 && end < text.size() && text[end] == u';';
    return isWhole && code > 0 && code <= 0xFFFF && !QChar::isSurrogate(code)
               ? std::pair(QChar(char16_t(code)), end + 1 - at)
               : std::pair(QChar(), qsizetype(0));
}

} // namespace

QString unescapedMarkdown(QStringView markdown)
{
    QString out;
    out.reserve(markdown.size());
    for (qsizetype i = 0; i < markdown.size();) {
        const QChar c = markdown[i];
        if (c == u'\\' && i + 1 < markdown.size() && isAsciiPunctuation(markdown[i + 1])) {
            out += markdown[i + 1];
            i += 2;
        } else if (c == u'<' && markdown.sliced(i).startsWith(lineBreak)) {
            out += u'\n';
            i += lineBreak.size();
        } else if (const auto [character, length] = referenceAt(markdown, i); length > 0) {
            out += character;
            i += length;
        } else {
            out += c;
            ++i;
        }
    }
    return out;
}

QString escapedMarkdownLine(QStringView text)
{
    QString line = escapedMarkdown(text);
    if (line.endsWith(u'#')) { // would close a heading
        line.insert(line.size() - 1, u'\\');
    }
    qsizetype digits = 0;
    while (digits < line.size() && isAsciiDigit(line[digits])) {
        ++digits;
    }
    if (digits > 0 && digits < line.size() && (line[digits] == u'.' || line[digits] == u')')) {
        line.insert(digits, u'\\');
    }
    if (!line.isEmpty() && QStringView(u"#>+-=").contains(line.front())) {
        line.prepend(u'\\');
    }
    return line;
}

QStringList markdownParagraphs(QStringView text)
{
    QStringList paragraphs;
    qsizetype begin = 0;
    for (qsizetype i = 0; i < text.size();) {
        qsizetype end = i;
        while (end < text.size() && text[end] == u'\n') {
            ++end;
        }
        const bool isInside = i > 0 && end < text.size();
        if (end - i == 2 && isInside) {
            paragraphs += escapedMarkdownLine(text.sliced(begin, i - begin));
            begin = end;
        }
        i = std::max(end, i + 1);
    }
    paragraphs += escapedMarkdownLine(text.sliced(begin));
    return paragraphs;
}

QString markdownLink(QStringView label, const QString &address)
{
    QString escaped;
    escaped.reserve(address.size());
    for (const QChar c : address) {
        if (isBlank(c) || isControl(c) || c.isSurrogate()) {
            escaped += QString::fromLatin1(
                QByteArray(1, c < u'\u0100' ? char(c.unicode()) : ' ').toPercentEncoding());
        } else if (QStringView(u"\\()<>&`|[]*_~").contains(c)) {
            escaped += u'\\';
            escaped += c;
        } else {
            escaped += c;
        }
    }
    return u'[' + label + u"]("_s + escaped + u')';
}

MarkdownLink readMarkdownLink(QStringView cell)
{
    const auto isAddress = [](QStringView text) {
        return text.startsWith("http://"_L1, Qt::CaseInsensitive) ||
               text.startsWith("https://"_L1, Qt::CaseInsensitive);
    };
    const auto isOneWord = [](QStringView text) { return std::none_of(text.begin(), text.end(), isBlank); };
    cell = trimmedBlanks(cell);
    if (cell.startsWith(u'[') && cell.endsWith(u')')) {
        const qsizetype middle = cell.indexOf("]("_L1);
        const QStringView address =
            middle < 0 ? QStringView() : trimmedBlanks(cell.sliced(middle + 2).chopped(1));
        return isOneWord(address) && !address.isEmpty() ? MarkdownLink{cell.sliced(1, middle - 1), address}
                                                        : MarkdownLink{};
    }
    if (cell.startsWith(u'<') && cell.endsWith(u'>')) {
        cell = cell.sliced(1).chopped(1);
    }
    return isAddress(cell) && isOneWord(cell) ? MarkdownLink{{}, cell} : MarkdownLink{};
}

} // namespace paperdawn
