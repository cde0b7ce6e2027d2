// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/formats/dayheading.h"

#include "app/formats/filetext.h"

using namespace Qt::StringLiterals;

namespace paperdawn {

MarkdownHeading readMarkdownHeading(QStringView line)
{
    int level = 0;
    while (level < line.size() && line[level] == u'#') {
        ++level;
    }
    const bool isHeading = level >= 1 && level <= 6 && level < line.size() && line[level] == u' ';
    return isHeading ? MarkdownHeading{level, trimmedBlanks(line.sliced(level))} : MarkdownHeading{};
}

std::optional<DayHeading> readDayHeading(QStringView line)
{
    constexpr qsizetype longest = 60;
    const MarkdownHeading heading = readMarkdownHeading(line);
    if (heading.level < 1 || heading.level > 2 || heading.text.size() > longest) {
        return {};
    }
    DayHeading day;
    if (heading.text == readingListHeading(false) || heading.text == readingListHeading(true)) {
        day.readingList = true;
        return day;
    }
    for (const QStringView word : heading.text.split(u' ', Qt::SkipEmptyParts)) {
        const QDate date = word.size() == 10 ? dateIn(word) : QDate();
        if (date.isValid()) {
            day.day = date;
        } else if (const auto source = parseSource(word)) {
            day.source = source;
        } else if (word.compare("papers"_L1, Qt::CaseInsensitive) != 0 && word != u"每日论文"_s) {
            return {};
        }
    }
    return day.day.isValid() || day.source ? std::optional(day) : std::nullopt;
}

QString dayHeadingText(QDate day, Source source)
{
    return day.isValid() ? sourceKey(source) + u' ' + day.toString(Qt::ISODate) : sourceKey(source);
}

QString readingListHeading(bool inChinese)
{
    return inChinese ? u"阅读清单"_s : u"Reading list"_s;
}

QString exportMarker(QLatin1StringView style)
{
    return u"<!-- paperdawn export: %1 1 -->"_s.arg(style);
}

} // namespace paperdawn
