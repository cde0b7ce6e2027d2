// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/formats/keptday.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace paperdawn {

using namespace Qt::StringLiterals;

namespace {

constexpr auto versionKey = "paperdawn_day"_L1;
constexpr int version = 1;

/** What is not known is left out. */
void put(QJsonObject &object, const QString &key, const QString &text)
{
    if (!text.isNull()) {
        object.insert(key, text);
    }
}

void put(QJsonObject &object, const QString &key, const QStringList &list)
{
    if (!list.isEmpty()) {
        object.insert(key, QJsonArray::fromStringList(list));
    }
}

void put(QJsonObject &object, const QString &key, const QDateTime &time)
{
    if (time.isValid()) {
        object.insert(key, time.toUTC().toString(Qt::ISODateWithMs));
    }
}

QString text(const QJsonObject &object, QLatin1StringView key)
{
    const QString value = object.value(key).toString();
    return value.isEmpty() ? QString() : value;
}

QStringList list(const QJsonObject &object, QLatin1StringView key)
{
    QStringList list;
    for (const QJsonValue &value : object.value(key).toArray()) {
        list += value.toString();
    }
    return list;
}

QDateTime time(const QJsonObject &object, QLatin1StringView key)
{
    return QDateTime::fromString(text(object, key), Qt::ISODateWithMs);
}

QJsonObject translationObject(const Translation &translation)
{
    QJsonObject object;
    put(object, u"language"_s, translation.language);
    put(object, u"origin"_s, translation.origin);
    put(object, u"title"_s, translation.title);
    put(object, u"abstract"_s, translation.abstract);
    put(object, u"flags"_s, flagKeys(translation.flags));
    return object;
}

Translation translationOf(const QJsonObject &object)
{
    return {text(object, "language"_L1), text(object, "origin"_L1), text(object, "title"_L1),
            text(object, "abstract"_L1), parseFlags(list(object, "flags"_L1))};
}

QJsonObject paperObject(const DayPaper &paper)
{
    const PaperDetails &details = paper.details;
    QJsonObject object{{u"id"_s, details.id.key()}};
    put(object, u"kind"_s, kindKey(paper.kind));
    if (details.version > 0) {
        object.insert(u"version"_s, details.version);
    }
    put(object, u"title"_s, details.title);
    put(object, u"abstract"_s, details.abstract);
    put(object, u"authors"_s, details.authors);
    object.insert(u"authors_complete"_s, details.authorsComplete);
    put(object, u"categories"_s, details.categories);
    put(object, u"submitted"_s, details.submitted);
    put(object, u"updated"_s, details.updated);
    put(object, u"comment"_s, details.comment);
    put(object, u"journal_ref"_s, details.journalRef);
    put(object, u"doi"_s, details.doi);
    put(object, u"pdf_url"_s, details.pdfUrl);
    put(object, u"code_urls"_s, details.codeUrls);
    put(object, u"flags"_s, flagKeys(details.flags));
    QJsonArray translations;
    for (const Translation &translation : details.translations) {
        translations += translationObject(translation);
    }
    if (!translations.isEmpty()) {
        object.insert(u"translations"_s, translations);
    }
    return object;
}

std::optional<DayPaper> paperOf(const QJsonObject &object)
{
    const auto id = PaperId::fromKey(text(object, "id"_L1));
    if (!id) {
        return {};
    }
    PaperDetails details{.id = *id};
    details.version = qMax(0, object.value("version"_L1).toInt());
    details.title = text(object, "title"_L1);
    details.abstract = text(object, "abstract"_L1);
    details.authors = list(object, "authors"_L1);
    details.authorsComplete = object.value("authors_complete"_L1).toBool();
    details.categories = list(object, "categories"_L1);
    details.submitted = time(object, "submitted"_L1);
    details.updated = time(object, "updated"_L1);
    details.comment = text(object, "comment"_L1);
    details.journalRef = text(object, "journal_ref"_L1);
    details.doi = text(object, "doi"_L1);
    details.pdfUrl = text(object, "pdf_url"_L1);
    details.codeUrls = list(object, "code_urls"_L1);
    details.flags = parseFlags(list(object, "flags"_L1));
    for (const QJsonValue &translation : object.value("translations"_L1).toArray()) {
        details.translations += translationOf(translation.toObject());
    }
    return DayPaper{details, parseKind(text(object, "kind"_L1))};
}

QJsonObject sectionObject(const DaySection &section)
{
    QJsonObject object{{u"source"_s, sourceKey(section.source)}, {u"status"_s, dayStatusKey(section.status)}};
    if (section.day.isValid()) {
        object.insert(u"day"_s, section.day.toString(Qt::ISODate));
    }
    put(object, u"reason"_s, section.reason);
    put(object, u"category"_s, section.category);
    if (section.expected) {
        object.insert(u"expected"_s, *section.expected);
    }
    QJsonArray counted;
    for (const KindCount &count : section.counted) {
        counted += QJsonObject{{u"kind"_s, kindKey(count.kind)}, {u"papers"_s, count.papers}};
    }
    if (!counted.isEmpty()) {
        object.insert(u"counted"_s, counted);
    }
    if (section.isWholeList) {
        object.insert(u"whole_list"_s, true);
    }
    QJsonArray papers;
    for (const DayPaper &paper : section.papers) {
        papers += paperObject(paper);
    }
    object.insert(u"papers"_s, papers);
    return object;
}

std::optional<DaySection> sectionOf(const QJsonObject &object)
{
    const auto source = parseSource(text(object, "source"_L1));
    if (!source) {
        return {};
    }
    DaySection section{.day = QDate::fromString(text(object, "day"_L1), Qt::ISODate),
                       .source = *source,
                       .status = parseDayStatus(text(object, "status"_L1)),
                       .reason = text(object, "reason"_L1)};
    section.category = text(object, "category"_L1);
    if (const QJsonValue expected = object.value("expected"_L1); expected.isDouble()) {
        section.expected = qMax(0, expected.toInt());
    }
    for (const QJsonValue &value : object.value("counted"_L1).toArray()) {
        const QJsonObject count = value.toObject();
        if (const Kind kind = parseKind(text(count, "kind"_L1)); kind != Kind::Unknown) {
            section.counted += {kind, qMax(0, count.value("papers"_L1).toInt())};
        }
    }
    section.isWholeList = !section.category.isNull() && object.value("whole_list"_L1).toBool();
    for (const QJsonValue &paper : object.value("papers"_L1).toArray()) {
        if (auto known = paperOf(paper.toObject())) {
            section.papers += *std::move(known);
        }
    }
    return section;
}

} // namespace

QByteArray writeKeptDay(const DayFile &file)
{
    QJsonArray sections;
    for (const DaySection &section : file.sections) {
        sections += sectionObject(section);
    }
    // Qt's parser takes a byte order mark at the beginning of a text for none of it, unless it is escaped
    return QJsonDocument(QJsonObject{{versionKey, version}, {u"sections"_s, sections}})
        .toJson(QJsonDocument::Compact)
        .replace("\xEF\xBB\xBF", "\\ufeff");
}

bool isKeptDay(QByteArrayView bytes)
{
    return bytes.startsWith("{\"paperdawn_day\":");
}

Result<DayFile> parseKeptDay(const QByteArray &bytes, const QString &name)
{
    QJsonParseError error;
    const QJsonObject root = QJsonDocument::fromJson(bytes, &error).object();
    if (error.error != QJsonParseError::NoError) {
        return failure(ErrorKind::Malformed, error.errorString(), name, 1);
    }
    if (root.value(versionKey).toInt() > version) {
        return failure(ErrorKind::NewerSchema, {}, name);
    }
    DayFile file;
    for (const QJsonValue &value : root.value("sections"_L1).toArray()) {
        if (auto section = sectionOf(value.toObject())) {
            file.sections += *std::move(section);
        }
    }
    if (file.sections.isEmpty()) {
        return failure(ErrorKind::NotADayFile, {}, name);
    }
    return file;
}

} // namespace paperdawn
