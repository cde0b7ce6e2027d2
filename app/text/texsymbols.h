// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace paperdawn {

/** What a sign does in a formula; decides the space beside it (The TeXbook, chapter 18). */
enum class SignClass : quint8 { Ordinary, Operator, Binary, Relation, Opening, Closing, Punctuation, Space };

struct TexSymbol
{
    QString text;
    SignClass signClass = SignClass::Ordinary;
    bool italic = false; ///< a lower-case Greek letter
};

/** What the command `name` (without its backslash) of formulas stands for; null if it is none of ours. */
[[nodiscard]] const TexSymbol *texSymbol(QStringView name);
/** The class of a sign that stands in a formula as itself. */
[[nodiscard]] SignClass signClass(QStringView sign);

/** The letter of the text command `name`: "ss" is ß. Null character if there is none. */
[[nodiscard]] QChar texLetter(QStringView name);
/** The sign of the text command `name`: "pounds" is £. Null character if there is none. */
[[nodiscard]] QChar texSign(QStringView name);
/** The Greek letter that arXiv's tex2utf knows by `name`. Null character if there is none. */
[[nodiscard]] QChar texGreek(QStringView name);

/** The combining mark of a text accent: "'" is U+0301, "v" U+030C. Null character if there is none. */
[[nodiscard]] QChar texAccentMark(QChar accent);
/** The letter `base` under `accent`, if that is a character that arXiv's tex2utf knows. */
[[nodiscard]] QString texAccented(QChar accent, QChar base);

} // namespace paperdawn
