// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/latex.h"

#include "app/text/characters.h"
#include "app/text/texsymbols.h"

namespace paperdawn {

using namespace Qt::StringLiterals;

namespace {

QChar charAt(QStringView text, qsizetype at)
{
    return at < text.size() ? text.at(at) : QChar();
}

QStringView commandName(QStringView tex, qsizetype at)
{
    qsizetype end = at;
    while (end < tex.size() && isAsciiLetter(tex.at(end))) {
        ++end;
    }
    return tex.sliced(at, end - at);
}

/** Commands such as \o and \alpha by their characters, with the braces around or the blank behind them. */
QString withCommands(QStringView tex, QChar (*lookUp)(QStringView))
{
    QString text;
    text.reserve(tex.size());
    for (qsizetype at = 0; at < tex.size();) {
        const bool braced = tex.at(at) == u'{' && charAt(tex, at + 1) == u'\\';
        const qsizetype command = at + (braced ? 1 : 0);
        if (tex.at(command) != u'\\') {
            text += tex.at(at++);
            continue;
        }
        const QStringView name = commandName(tex, command + 1);
        qsizetype end = command + 1 + name.size();
        const QChar after = charAt(tex, end);
        const QChar character = name.isEmpty() || after.isLetterOrNumber() ? QChar() : lookUp(name);
        if (character.isNull()) {
            text += tex.sliced(at, end - at);
            at = end;
            continue;
        }
        if (braced && after == u'}') {
            text += character;
            at = end + 1;
            continue;
        }
        if (braced) {
            text += u'{';
        }
        text += character;
        if (after == u' ' || (after == u'\\' && charAt(tex, end + 1) == u' ')) {
            ++end;
        } else if (after == u'{' && charAt(tex, end + 1) == u'}') {
            end += 2;
        }
        at = end;
    }
    return text;
}

/** {\j} and \j with a blank: a plain j. */
QString withPlainJ(QStringView tex)
{
    QString text;
    text.reserve(tex.size());
    for (qsizetype at = 0; at < tex.size();) {
        const QStringView rest = tex.sliced(at);
        if (rest.startsWith("{\\j}"_L1)) {
            text += u'j';
            at += 4;
        } else if (rest.startsWith("\\j"_L1) && charAt(tex, at + 2).isSpace()) {
            text += u'j';
            at += 3;
        } else {
            text += tex.at(at++);
        }
    }
    return text;
}

/** {{x}} as {x}, to any depth. */
QString withSingleBraces(QStringView tex)
{
    QString text;
    text.reserve(tex.size());
    qsizetype from = 0; // end of the last run of closing braces
    while (from < tex.size()) {
        const qsizetype close = tex.indexOf(u'}', from);
        if (close < 0) {
            break;
        }
        qsizetype end = close;
        while (charAt(tex, end) == u'}') {
            ++end;
        }
        qsizetype surplus = end - close - 1;
        for (qsizetype at = from; at < close; ++at) {
            const bool doubled = tex.at(at) == u'{' && at + 1 < close && tex.at(at + 1) == u'{';
            if (doubled && surplus > 0) {
                --surplus;
                --end;
            } else {
                text += tex.at(at);
            }
        }
        text += QString(end - close, u'}');
        from = close;
        while (charAt(tex, from) == u'}') {
            ++from;
        }
    }
    text += tex.sliced(from);
    return text;
}

/** \'e, \'{e}, \v{e} by their characters; an accent that the letter cannot carry is left out, as arXiv does.
 */
QString withAccents(QStringView tex)
{
    QString text;
    text.reserve(tex.size());
    for (qsizetype at = 0; at < tex.size();) {
        const QChar accent = charAt(tex, at + 1);
        if (tex.at(at) != u'\\' || accent.isNull()) {
            text += tex.at(at++);
            continue;
        }
        const bool sign = u"'`^\"~=."_s.contains(accent);
        const bool letter = u"Hckoruv"_s.contains(accent);
        const bool braced = charAt(tex, at + 2) == u'{' && charAt(tex, at + 4) == u'}';
        const QChar base = charAt(tex, at + (braced ? 3 : 2));
        if (accent == u't' && braced) {
            text += base;
            at += 5;
        } else if (isAsciiLetter(base) && (sign || (letter && braced))) {
            const QString accented = texAccented(accent, base);
            text += !accented.isEmpty() ? accented : letter ? QString(accent) + base : QString(base);
            at += braced ? 5 : 3;
        } else {
            text += tex.at(at++);
        }
    }
    return text;
}

} // namespace

QString texToUnicode(QStringView tex, Greek greek)
{
    if (!tex.contains(u'\\') && !tex.contains(u'{')) {
        return tex.toString();
    }
    // the order of the passes is arXiv's, and tells in odd cases
    QString text = withCommands(tex, texLetter);
    if (greek == Greek::Convert) {
        text = withCommands(text, texGreek);
    }
    text = withCommands(text, texSign);
    text = withPlainJ(text);
    text = withSingleBraces(text);
    return withAccents(text);
}

} // namespace paperdawn
