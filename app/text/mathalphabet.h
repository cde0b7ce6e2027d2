// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace paperdawn {

/** The shapes of letters in a formula; Variables: italic where a letter stands for a variable. */
enum class Alphabet : quint8 { Variables, Upright, Italic, Blackboard, Calligraphic, Fraktur };

/** How the letters of a stretch of formula look. */
struct Face
{
    Alphabet alphabet = Alphabet::Variables;
    bool bold = false;
    int script = 0;
};

/** The letter or digit in a mathematical alphabet (Unicode, Mathematical Alphanumeric Symbols); 0 if not
 * there. */
[[nodiscard]] char32_t styled(char32_t c, Alphabet alphabet);
/** Applies the command (\mathbf) or declaration (\bf) `name`; false if it is none. */
bool setAlphabet(QStringView name, Face &face);
/** Whether `name` holds to the end of its group (\bf) and takes no argument. */
[[nodiscard]] bool isDeclaration(QStringView name);

} // namespace paperdawn
