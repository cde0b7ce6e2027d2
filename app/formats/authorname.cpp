// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/formats/authorname.h"

#include <QStringList>
#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace paperdawn {

namespace {

constexpr std::array prefixes = {"van"_L1, "der"_L1, "de"_L1,  "la"_L1,  "von"_L1, "del"_L1,   "della"_L1,
                                 "da"_L1,  "mac"_L1, "ter"_L1, "dem"_L1, "di"_L1,  "vaziri"_L1};
constexpr std::array suffixes = {"i"_L1,  "ii"_L1, "iii"_L1, "iv"_L1, "v"_L1,
                                 "sr"_L1, "jr"_L1, "sr."_L1, "jr."_L1};
constexpr std::array groups = {"collaboration"_L1, "group"_L1, "team"_L1};

bool isOneOf(QStringView word, const auto &words)
{
    return std::any_of(words.begin(), words.end(), [word](QLatin1StringView known) {
        return word.compare(known, Qt::CaseInsensitive) == 0;
    });
}

QString joined(const QStringList &words, qsizetype first, qsizetype count)
{
    return words.sliced(first, count).join(u' ');
}

bool isCollaboration(const QStringList &words)
{
    return words.size() > 1 && isOneOf(words.last(), groups);
}

} // namespace

AuthorName authorName(const QString &name)
{
    const QStringList parts = name.simplified().split(u", "_s);
    if (parts.size() > 1 && !isOneOf(parts.at(1), suffixes)) { // "Last, First, Jr."
        return {parts.at(0), parts.at(1), parts.value(2)};
    }
    const QStringList words = parts.join(u' ').split(u' ', Qt::SkipEmptyParts);
    const qsizetype count = words.size();
    if (count < 2 || isCollaboration(words)) {
        return {words.join(u' '), {}, {}};
    }
    // of a suffix and of a prefix a first name must be left over
    if (count > 2 && isOneOf(words[count - 2], prefixes)) {
        const qsizetype key = count > 3 && isOneOf(words[count - 3], prefixes) ? 3 : 2;
        return {joined(words, count - key, key), joined(words, 0, count - key), {}};
    }
    if (count > 2 && isOneOf(words.last(), suffixes)) {
        return {words[count - 2], joined(words, 0, count - 2), words.last()};
    }
    return {words.last(), joined(words, 0, count - 1), {}};
}

} // namespace paperdawn
