// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/formats/authorname.h"

#include "app/formats/arxivtext.h"
#include "app/text/characters.h"
#include "app/text/latex.h"

#include <QRegularExpression>
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

/** What stands outside of parentheses, and what within. */
struct Pieces
{
    QStringList outside; ///< parted where parentheses stood
    QStringList inside;  ///< with the parentheses in it
    bool isClosed = true;
};

/** A parenthesis that is not closed reaches to the end; one that was not opened is left out. */
Pieces pieces(QStringView authors)
{
    Pieces pieces{{QString()}, {}, true};
    int depth = 0;
    for (const QChar c : authors) {
        if (c == u')' && depth == 0) {
            pieces.isClosed = false;
            continue;
        }
        if (c == u'(' && depth++ == 0) {
            pieces.inside += QString();
        }
        (depth > 0 ? pieces.inside : pieces.outside).last() += c;
        if (c == u')' && --depth == 0) {
            pieces.outside += QString();
        }
    }
    pieces.isClosed = pieces.isClosed && depth == 0;
    return pieces;
}

/** With a blank behind each dot ("C.-P." is "C. -P."), but not within a TeX accent ("\\.z"). */
QString spaced(const QString &name)
{
    QString spaced;
    spaced.reserve(name.size() + 8);
    for (qsizetype i = 0; i < name.size(); ++i) {
        const bool isAfterDot = i > 0 && name[i - 1] == u'.' && (i < 2 || name[i - 2] != u'\\');
        if (isAfterDot && !isBlank(name[i])) {
            spaced += u' ';
        }
        spaced += name[i];
    }
    return spaced;
}

/** Behind a comma; "Petrov, V" has a first name. */
bool isPartedSuffix(const QString &word)
{
    return word.size() > 1 && isOneOf(word, suffixes);
}

/** Takes "et al." and what follows it from a name; false where there is none. */
bool takeEtAl(QString &name)
{
    static const QRegularExpression form(u"(?:^| )et\\.? al\\b"_s, QRegularExpression::CaseInsensitiveOption);
    const qsizetype at = name.indexOf(form);
    if (at >= 0) {
        name.truncate(at);
    }
    return at >= 0;
}

void take(AuthorLine &line, QString name)
{
    line.isWhole = !takeEtAl(name) && line.isWhole;
    if (isPartedSuffix(name) && !line.names.isEmpty()) { // "Ada Author, Jr."
        line.names.last() += u", "_s + name;
    } else if (const QString shown = nameOf(name); !shown.isNull()) {
        line.names += shown;
    }
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

QString nameOf(QStringView tex)
{
    QString name = texToUnicode(tex);
    name.remove(u'{').remove(u'}');
    return oneLine(name);
}

QString inReadingOrder(const QString &name)
{
    QStringList parts = name.simplified().split(u", "_s);
    const auto suffix = std::find_if(parts.begin() + 1, parts.end(), isPartedSuffix);
    const QString behind = suffix == parts.end() ? QString() : u", "_s + *suffix;
    if (suffix != parts.end()) {
        parts.erase(suffix);
    }
    const bool isReversed = parts.size() == 2; // with more commas it is the name of a group
    return oneLine(isReversed ? QString(parts.at(1) + u' ' + parts.at(0) + behind) : name.simplified());
}

AuthorLine authorLine(QStringView authors)
{
    static const QRegularExpression separator(u",? (?:and|&) |[,:]"_s);
    const Pieces both = pieces(authors);
    AuthorLine line;
    const auto isOfMore = [](const QString &remark) { return remark.contains("authors not shown"_L1); };
    line.isWhole = both.isClosed && std::none_of(both.inside.begin(), both.inside.end(), isOfMore);
    for (const QString &piece : both.outside) {
        const QStringList names = QString(u' ' + piece.simplified() + u' ').split(separator);
        for (const QString &name : names) {
            take(line, spaced(name.trimmed()));
        }
    }
    line.isWhole = line.isWhole && !line.names.isEmpty();
    return line;
}

} // namespace paperdawn
