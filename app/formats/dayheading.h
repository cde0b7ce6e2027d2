// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/paperid.h"

#include <QDate>
#include <optional>

namespace paperdawn {

/** A heading of a day file: "# Arxiv 2024-09-04 Papers", "# 2024-09-04 每日论文", "## arXiv", "# Reading
 * list". */
struct DayHeading
{
    QDate day;
    std::optional<Source> source;
    bool readingList = false;
};

/** Null for any other line, among them headings inside of cells. */
[[nodiscard]] std::optional<DayHeading> readDayHeading(QStringView line);

/** Text of the heading of a section of an export: "arxiv 2025-12-09". */
[[nodiscard]] QString dayHeadingText(QDate day, Source source);

/** Text of the heading of an exported reading list. */
[[nodiscard]] QString readingListHeading(bool inChinese);

/** "<!-- paperdawn export: table 1 -->", the last line of an export, by which its escapes are known. */
[[nodiscard]] QString exportMarker(QLatin1StringView style);

/** A heading's level, 0 where the line is none, and its text. */
struct MarkdownHeading
{
    int level = 0;
    QStringView text;
};
[[nodiscard]] MarkdownHeading readMarkdownHeading(QStringView line);

} // namespace paperdawn
