// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/latex.h"

#include <algorithm>
#include <string_view>

namespace paperdawn {

using namespace Qt::StringLiterals;

namespace {

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
