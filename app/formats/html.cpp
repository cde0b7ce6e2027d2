// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/formats/html.h"

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace paperdawn {

namespace {

constexpr qsizetype longestReference = 12; // "&#x0010FFFF;"

/** Those that templates write. Everything else stands in arXiv's pages as the character itself. */
constexpr std::array<std::pair<QLatin1StringView, char16_t>, 6> named = {{{"amp"_L1, u'&'},
                                                                          {"lt"_L1, u'<'},
                                                                          {"gt"_L1, u'>'},
                                                                          {"quot"_L1, u'"'},
                                                                          {"apos"_L1, u'\''},
                                                                          {"nbsp"_L1, u'\u00A0'}}};

bool isHtmlBlank(QChar c)
{
    return c == u' ' || c == u'\t' || c == u'\n' || c == u'\r' || c == u'\f';
}

bool beginsName(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

/** Of a number that is no character's, what HTML puts in its place. */
QString characterOf(uint code)
{
    const bool isNone = code == 0 || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF);
    const char32_t character = isNone ? U'\uFFFD' : char32_t(code);
    return QString::fromUcs4(&character, 1);
}

/** What stands between "&" and ";"; null where it is nothing that we know. */
QString decoded(QStringView reference)
{
    if (reference.startsWith(u'#')) {
        const bool isHex = reference.sliced(1).startsWith(u'x', Qt::CaseInsensitive);
        const QStringView digits = reference.sliced(isHex ? 2 : 1);
        bool isNumber = false;
        const uint code = digits.toUInt(&isNumber, isHex ? 16 : 10);
        return isNumber ? characterOf(code) : QString();
    }
    const auto known = std::find_if(named.begin(), named.end(),
                                    [reference](const auto &pair) { return pair.first == reference; });
    return known == named.end() ? QString() : QString(QChar(known->second));
}

} // namespace

HtmlReader::Token HtmlReader::next()
{
    while (m_at < m_html.size()) {
        const QStringView rest = m_html.sliced(m_at);
        const QChar first = rest.size() > 1 ? rest[1] : QChar();
        if (rest.front() != u'<') {
            return readText();
        }
        if (beginsName(first)) {
            return readTag(Token::Start, m_at + 1);
        }
        if (first == u'/' && rest.size() > 2 && beginsName(rest[2])) {
            return readTag(Token::End, m_at + 2);
        }
        if (first != u'!' && first != u'?' && first != u'/') {
            return readText();
        }
        passOver();
    }
    return Token::Done;
}

/** Up to the next "<", one with which it begins aside. */
HtmlReader::Token HtmlReader::readText()
{
    const qsizetype begin = m_at;
    const qsizetype end = m_html.indexOf(u'<', begin + 1);
    m_at = end < 0 ? m_html.size() : end;
    m_token = m_html.sliced(begin, m_at - begin);
    return Token::Text;
}

/** A comment, or what HTML takes for one ("<!DOCTYPE html>"). */
void HtmlReader::passOver()
{
    const bool isComment = m_html.sliced(m_at).startsWith("<!--"_L1);
    const QLatin1StringView last = isComment ? "-->"_L1 : ">"_L1;
    const qsizetype end = m_html.indexOf(last, m_at + (isComment ? 4 : 2));
    m_at = end < 0 ? m_html.size() : end + last.size();
}

HtmlReader::Token HtmlReader::readTag(Token token, qsizetype nameBegin)
{
    const auto endsName = [](QChar c) { return isHtmlBlank(c) || c == u'/' || c == u'>'; };
    const auto *nameEnd = std::find_if(m_html.begin() + nameBegin, m_html.end(), endsName);
    m_token = m_html.sliced(nameBegin, nameEnd - m_html.begin() - nameBegin);
    m_attributes = m_at = nameEnd - m_html.begin();
    while (!readAttribute(m_at).name.isEmpty()) {
    }
    m_at = std::min(m_at + 1, m_html.size()); // behind ">"
    if (token == Token::Start && (is("script"_L1) || is("style"_L1))) {
        const qsizetype end = m_html.indexOf(QString("</"_L1 + m_token), m_at, Qt::CaseInsensitive);
        m_at = end < 0 ? m_html.size() : end;
    }
    return token;
}

/** From behind what was read before; at the ">" or the end of the page there is none. */
HtmlReader::Attribute HtmlReader::readAttribute(qsizetype &at) const
{
    const auto skip = [this, &at](auto isSkipped) {
        const qsizetype begin = at;
        while (at < m_html.size() && isSkipped(m_html[at])) {
            ++at;
        }
        return m_html.sliced(begin, at - begin);
    };
    skip([](QChar c) { return isHtmlBlank(c) || c == u'/' || c == u'='; });
    Attribute attribute;
    attribute.name = skip([](QChar c) { return !isHtmlBlank(c) && c != u'/' && c != u'>' && c != u'='; });
    const qsizetype nameEnd = at;
    skip(isHtmlBlank);
    if (attribute.name.isEmpty() || at >= m_html.size() || m_html[at] != u'=') {
        at = nameEnd;
        return attribute;
    }
    ++at;
    skip(isHtmlBlank);
    const QChar quote = at < m_html.size() ? m_html[at] : QChar();
    if (quote == u'"' || quote == u'\'') {
        ++at;
        attribute.value = skip([quote](QChar c) { return c != quote; });
        at = std::min(at + 1, m_html.size());
    } else {
        attribute.value = skip([](QChar c) { return !isHtmlBlank(c) && c != u'>'; });
    }
    return attribute;
}

bool HtmlReader::is(QLatin1StringView name) const
{
    return m_token.compare(name, Qt::CaseInsensitive) == 0;
}

QString HtmlReader::attribute(QLatin1StringView name) const
{
    qsizetype at = m_attributes;
    for (Attribute next = readAttribute(at); !next.name.isEmpty(); next = readAttribute(at)) {
        if (next.name.compare(name, Qt::CaseInsensitive) == 0) {
            return withoutReferences(next.value);
        }
    }
    return {};
}

QString HtmlReader::text() const
{
    return withoutReferences(m_token);
}

QString withoutReferences(QStringView text)
{
    if (!text.contains(u'&')) {
        return text.toString();
    }
    QString plain;
    plain.reserve(text.size());
    for (qsizetype at = 0; at < text.size();) {
        const QStringView reach = text.sliced(at, std::min(longestReference, text.size() - at));
        const qsizetype end = text[at] == u'&' ? reach.indexOf(u';') : -1;
        const QString character = end > 1 ? decoded(reach.sliced(1, end - 1)) : QString();
        if (character.isNull()) {
            plain += text[at++];
        } else {
            plain += character;
            at += end + 1;
        }
    }
    return plain;
}

QString textOfHtml(QStringView html)
{
    QString text;
    HtmlReader reader(html);
    for (auto token = reader.next(); token != HtmlReader::Token::Done; token = reader.next()) {
        if (token == HtmlReader::Token::Text) {
            text += reader.text();
        }
    }
    return text;
}

} // namespace paperdawn
