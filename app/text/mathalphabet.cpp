// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/mathalphabet.h"

#include <QHash>
#include <QSet>

namespace paperdawn {

using namespace Qt::StringLiterals;

char32_t styled(char32_t c, Alphabet alphabet)
{
    constexpr std::u32string_view blackboardOwn = U"CℂHℍNℕPℙQℚRℝZℤ";
    constexpr std::u32string_view calligraphicOwn = U"BℬEℰFℱHℋIℐLℒMℳRℛ";
    constexpr std::u32string_view frakturOwn = U"CℭHℌIℑRℜZℨ";
    const auto find = [c](std::u32string_view own, char32_t upper, char32_t lower,
                          char32_t zero) -> char32_t {
        for (std::size_t i = 0; i < own.size(); i += 2) {
            if (own[i] == c) {
                return own[i + 1];
            }
        }
        if (c >= U'A' && c <= U'Z') {
            return upper + (c - U'A');
        }
        if (c >= U'a' && c <= U'z') {
            return lower == 0 ? 0 : lower + (c - U'a');
        }
        return zero == 0 ? 0 : zero + (c - U'0');
    };
    switch (alphabet) {
    case Alphabet::Blackboard:
        return find(blackboardOwn, 0x1D538, 0x1D552, 0x1D7D8);
    case Alphabet::Calligraphic:
        return find(calligraphicOwn, 0x1D49C, 0, 0); // TeX's has capitals only
    case Alphabet::Fraktur:
        return find(frakturOwn, 0x1D504, 0x1D51E, 0);
    default:
        return c;
    }
}

bool setAlphabet(QStringView name, Face &face)
{
    static const QHash<QString, Face> faces = {
        {u"rm"_s, {Alphabet::Upright}},
        {u"sf"_s, {Alphabet::Upright}},
        {u"tt"_s, {Alphabet::Upright}},
        {u"mathrm"_s, {Alphabet::Upright}},
        {u"mathup"_s, {Alphabet::Upright}},
        {u"mathsf"_s, {Alphabet::Upright}},
        {u"mathtt"_s, {Alphabet::Upright}},
        {u"mathnormal"_s, {Alphabet::Variables}},
        {u"mit"_s, {Alphabet::Variables}},
        {u"it"_s, {Alphabet::Italic}},
        {u"sl"_s, {Alphabet::Italic}},
        {u"mathit"_s, {Alphabet::Italic}},
        {u"bf"_s, {Alphabet::Upright, true}},
        {u"bold"_s, {Alphabet::Upright, true}},
        {u"mathbf"_s, {Alphabet::Upright, true}},
        {u"cal"_s, {Alphabet::Calligraphic}},
        {u"mathcal"_s, {Alphabet::Calligraphic}},
        {u"mathscr"_s, {Alphabet::Calligraphic}},
        {u"Bbb"_s, {Alphabet::Blackboard}},
        {u"mathbb"_s, {Alphabet::Blackboard}},
        {u"mathds"_s, {Alphabet::Blackboard}},
        {u"frak"_s, {Alphabet::Fraktur}},
        {u"mathfrak"_s, {Alphabet::Fraktur}},
    };
    const auto found = faces.constFind(name.toString());
    if (found == faces.cend()) {
        return false;
    }
    face.alphabet = found->alphabet;
    face.bold = found->bold;
    return true;
}

bool isDeclaration(QStringView name)
{
    static const QSet<QString> names = {u"rm"_s, u"sf"_s, u"tt"_s, u"mit"_s,
                                        u"it"_s, u"sl"_s, u"bf"_s, u"cal"_s};
    return names.contains(name.toString());
}

} // namespace paperdawn
