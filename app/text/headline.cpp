// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/headline.h"

#include "app/text/characters.h"

#include <QStringList>

namespace paperdawn {

using namespace Qt::StringLiterals;

namespace {

QStringList paragraphsOf(const QString &text)
{
    QStringList paragraphs(QString{});
    const QStringList lines = text.split(u'\n');
    for (const QString &line : lines) {
        QString &last = paragraphs.last();
        if (!line.trimmed().isEmpty()) {
            last += last.isEmpty() ? line : QString(u'\n' + line);
        } else if (!last.isEmpty()) {
            paragraphs += QString();
        }
    }
    if (paragraphs.last().isEmpty()) {
        paragraphs.removeLast();
    }
    return paragraphs;
}

bool introduces(const QString &paragraph)
{
    const QString text = paragraph.trimmed();
    return text.endsWith(u'：') || text.endsWith(u':');
}

QString withoutBold(const QString &paragraph)
{
    const QString text = paragraph.trimmed();
    const bool isBold =
        text.size() > 4 && text.startsWith("**"_L1) && text.endsWith("**"_L1) && text.count("**"_L1) == 2;
    return isBold ? text.sliced(2, text.size() - 4) : text;
}

} // namespace

Headline headlineOf(const QString &title)
{
    if (!title.contains(u'\n')) {
        return {title, {}};
    }
    QStringList paragraphs = paragraphsOf(title);
    if (paragraphs.size() < 2) {
        return {title, {}};
    }
    const qsizetype at = introduces(paragraphs.first()) ? 1 : 0;
    const QString head = withoutBold(paragraphs.takeAt(at));
    return {head, paragraphs.join("\n\n"_L1)};
}

} // namespace paperdawn
