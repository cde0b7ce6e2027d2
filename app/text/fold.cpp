// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/fold.h"

#include <algorithm>

namespace paperdawn {

using namespace Qt::StringLiterals;

namespace {

/** A letter of its own to Unicode that people type without its stroke; null if there is nothing to replace.
 */
QStringView plainLetter(QChar c)
{
    switch (c.unicode()) {
    case u'æ':
        return u"ae";
    case u'œ':
        return u"oe";
    case u'ø':
        return u"o";
    case u'ł':
        return u"l";
    case u'đ':
    case u'ð':
        return u"d";
    case u'ħ':
        return u"h";
    case u'ı':
        return u"i";
    case u'ȷ':
        return u"j";
    case u'ŋ':
        return u"n";
    case u'ß':
        return u"ss";
    case u'þ':
        return u"th";
    case u'ŧ':
        return u"t";
    case u'‐':
    case u'‑':
    case u'‒':
    case u'–':
    case u'—':
    case u'―':
    case u'−':
        return u"-";
    case u'‘':
    case u'’':
    case u'′':
        return u"'";
    case u'“':
    case u'”':
    case u'″':
        return u"\"";
    default:
        return {};
    }
}

bool isLetterMark(QChar c)
{
    return c.unicode() >= 0x300 && c.unicode() < 0x370; // not the sound marks of kana and the like
}

bool isInvisible(QChar c)
{
    return c.category() == QChar::Other_Format || (c.category() == QChar::Other_Control && !c.isSpace());
}

bool isAscii(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80; });
}

/** Length of a first piece that can be normalized apart: QString::normalized() is quadratic in what it
 * expands. */
qsizetype pieceSize(QStringView text)
{
    constexpr qsizetype enough = 256;
    qsizetype size = std::min(enough, text.size());
    const auto joinsOn =
        [](QChar c) { // marks, second halves of pairs, and vowels and finals of Korean syllables
            return c.isMark() || c.isLowSurrogate() || (c >= QChar(0x1160) && c <= QChar(0x11FF)) ||
                   (c >= QChar(0xFF9E) && c <= QChar(0xFF9F));
        };
    while (size < text.size() && joinsOn(text.at(size))) {
        ++size;
    }
    return size;
}

void appendFolded(QString &plain, QStringView piece)
{
    const QString decomposed = piece.toString()
                                   .normalized(QString::NormalizationForm_KD)
                                   .toCaseFolded()
                                   .normalized(QString::NormalizationForm_KD);
    QString letters;
    letters.reserve(decomposed.size());
    for (const QChar c : decomposed) {
        if (isLetterMark(c) || isInvisible(c)) {
            continue;
        }
        if (const QStringView letter = plainLetter(c); !letter.isNull()) {
            letters += letter;
        } else {
            letters += c;
        }
    }
    plain += letters.normalized(QString::NormalizationForm_C);
}

} // namespace

QString folded(QStringView text)
{
    if (isAscii(text)) {
        return text.toString().toLower().simplified();
    }
    QString plain;
    plain.reserve(text.size());
    while (!text.isEmpty()) {
        const qsizetype size = pieceSize(text);
        appendFolded(plain, text.first(size));
        text = text.sliced(size);
    }
    return plain.simplified();
}

bool matches(QStringView foldedHaystack, const QList<QString> &foldedTerms)
{
    return std::all_of(foldedTerms.begin(), foldedTerms.end(),
                       [&](const QString &term) { return foldedHaystack.contains(term); });
}

} // namespace paperdawn
