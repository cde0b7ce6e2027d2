// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/formats/dayfileformat.h"

#include "app/formats/archivejson.h"
#include "app/formats/keptday.h"
#include "app/formats/markdownday.h"

#include <algorithm>

namespace paperdawn {

Result<DayFile> parseDayFile(const QByteArray &bytes, const QString &name)
{
    if (isKeptDay(bytes)) {
        return parseKeptDay(bytes, name);
    }
    QByteArrayView content = bytes;
    if (content.startsWith("\xEF\xBB\xBF")) {
        content = content.sliced(3);
    }
    const auto isBlank = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; };
    const auto first = std::find_if_not(content.begin(), content.end(), isBlank);
    const bool isJson = first != content.end() && *first == '{';
    return isJson ? parseArchiveJson(bytes, name) : parseMarkdownDay(bytes, name);
}

} // namespace paperdawn
