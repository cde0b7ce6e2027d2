// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/starcopy.h"

#include <QJsonArray>

namespace paperdawn {

using namespace Qt::StringLiterals;

namespace {

// together below the longest line of a journal, whatever has to be escaped; abstracts stay in the cache
constexpr qsizetype longestCopiedText = 3000;
constexpr qsizetype longestCopiedName = 100;
constexpr qsizetype mostCopiedAuthors = 200;
constexpr qsizetype mostCopiedCategories = 50;

QString cut(const QString &text, qsizetype most)
{
    const bool betweenSurrogates = text.size() > most && text.at(most - 1).isHighSurrogate();
    return text.left(betweenSurrogates ? most - 1 : most);
}

QJsonArray names(const QStringList &list, qsizetype most)
{
    QJsonArray names;
    for (const QString &name : list.mid(0, most)) {
        names += cut(name, longestCopiedName);
    }
    return names;
}

void put(QJsonObject &copy, QLatin1StringView name, const QString &value)
{
    if (!value.isNull()) {
        copy.insert(name, cut(value, longestCopiedText));
    }
}

QString text(const QJsonObject &copy, QLatin1StringView name)
{
    return copy.value(name).toString(QString());
}

} // namespace

QJsonObject starCopy(const PaperDetails &paper)
{
    QJsonObject copy;
    put(copy, "title"_L1, paper.title);
    if (paper.version > 0) {
        copy.insert("version"_L1, paper.version);
    }
    if (!paper.authors.isEmpty()) {
        copy.insert("authors"_L1, names(paper.authors, mostCopiedAuthors));
    }
    if (paper.authorsComplete && paper.authors.size() <= mostCopiedAuthors) {
        copy.insert("authors_complete"_L1, true);
    }
    if (!paper.categories.isEmpty()) {
        copy.insert("categories"_L1, names(paper.categories, mostCopiedCategories));
    }
    if (paper.submitted.isValid()) {
        copy.insert("submitted"_L1, paper.submitted.toUTC().toString(Qt::ISODate));
    }
    put(copy, "journal_ref"_L1, paper.journalRef);
    put(copy, "doi"_L1, paper.doi);
    put(copy, "pdf_url"_L1, paper.pdfUrl);
    if (const Translation *translation = bestTranslation(paper.translations, u"zh-Hans"_s)) {
        put(copy, "title_translated"_L1, translation->title);
        put(copy, "language"_L1, translation->language);
        put(copy, "origin"_L1, translation->origin);
    }
    return copy;
}

PaperDetails paperFromCopy(const PaperId &id, const QJsonObject &copy)
{
    PaperDetails paper{.id = id};
    paper.version = copy.value("version"_L1).toInt();
    paper.title = text(copy, "title"_L1);
    for (const auto &author : copy.value("authors"_L1).toArray()) {
        paper.authors += author.toString();
    }
    paper.authorsComplete = copy.value("authors_complete"_L1).toBool();
    for (const auto &category : copy.value("categories"_L1).toArray()) {
        paper.categories += category.toString();
    }
    paper.submitted = QDateTime::fromString(text(copy, "submitted"_L1), Qt::ISODate);
    paper.journalRef = text(copy, "journal_ref"_L1);
    paper.doi = text(copy, "doi"_L1);
    paper.pdfUrl = text(copy, "pdf_url"_L1);
    if (const QString title = text(copy, "title_translated"_L1); !title.isNull()) {
        paper.translations += {text(copy, "language"_L1), text(copy, "origin"_L1), title, {}, {}};
    }
    return paper;
}

} // namespace paperdawn
