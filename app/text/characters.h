// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace paperdawn {

inline bool isAscii(QChar c)
{
    return c.unicode() < 0x80;
}

inline bool isAsciiLetter(QChar c)
{
    return isAscii(c) && c.isLetter();
}

inline bool isAsciiDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

inline bool isBlank(QChar c) // no-break spaces are characters like others
{
    return c == u' ' || (c >= u'\t' && c <= u'\r');
}

inline bool isHan(QChar c) // with the punctuation of Chinese
{
    return c.script() == QChar::Script_Han || (c >= QChar(0x3000) && c <= QChar(0x303F)) ||
           (c >= QChar(0xFF00) && c <= QChar(0xFFEF));
}

/** What turns the order of what follows it (Unicode Standard Annex 9, 2). */
inline bool isBidiControl(QChar c)
{
    return c == u'\u061c' || c == u'\u200e' || c == u'\u200f' || (c >= u'\u202a' && c <= u'\u202e') ||
           (c >= u'\u2066' && c <= u'\u2069');
}

/** A name for use within a sentence of another direction (FIRST STRONG ISOLATE … POP DIRECTIONAL ISOLATE). */
inline QString isolated(const QString &name)
{
    return name.isRightToLeft() ? QString(QChar(0x2068) + name + QChar(0x2069)) : name;
}

} // namespace paperdawn
