// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/formats/papersjson.h"

#include "app/text/characters.h"

#include <QJsonArray>

namespace paperdawn {

using namespace Qt::StringLiterals;

namespace {

QJsonValue orNull(const QString &text)
{
    return text.isNull() ? QJsonValue() : QJsonValue(text);
}

QJsonValue orNull(const QDateTime &time)
{
    return time.isValid() ? QJsonValue(time.toUTC().toString(Qt::ISODate)) : QJsonValue();
}

} // namespace

QJsonObject paperJson(const Paper &row, const PaperDetails &details)
{
    const Translation *translation = details.translations.isEmpty() ? nullptr : &details.translations.first();
    const int version = row.version > 0 ? row.version : details.version;
    const QString pdfUrl =
        details.pdfUrl.isNull() ? details.id.pdfUrl(version).toString(QUrl::FullyEncoded) : details.pdfUrl;
    return {
        {u"id"_s, details.id.key()},
        {u"version"_s, version > 0 ? QJsonValue(version) : QJsonValue()},
        {u"source"_s, sourceKey(details.id.source())},
        {u"kind"_s, orNull(kindKey(row.kind))},
        {u"title"_s, orNull(details.title)},
        {u"title_translated"_s, translation ? orNull(translation->title) : QJsonValue()},
        {u"language"_s, translation ? orNull(translation->language) : QJsonValue()},
        {u"authors"_s, QJsonArray::fromStringList(details.authors)},
        {u"categories"_s, QJsonArray::fromStringList(details.categories)},
        {u"primary_category"_s,
         details.categories.isEmpty() ? QJsonValue() : QJsonValue(details.categories.first())},
        {u"submitted"_s, orNull(details.submitted)},
        {u"updated"_s, orNull(details.updated)},
        {u"comment"_s, orNull(details.comment)},
        {u"journal_ref"_s, orNull(details.journalRef)},
        {u"doi"_s, orNull(details.doi)},
        {u"pdf_url"_s, pdfUrl},
        {u"abs_url"_s, details.id.absUrl(version).toString(QUrl::FullyEncoded)},
        {u"code_urls"_s, QJsonArray::fromStringList(details.codeUrls)},
        {u"abstract"_s, orNull(details.abstract)},
        {u"abstract_translated"_s, translation ? orNull(translation->abstract) : QJsonValue()},
        {u"starred"_s, row.starred},
        {u"read"_s, row.read},
        {u"flags"_s, QJsonArray::fromStringList(
                         flagKeys(details.flags | (translation ? translation->flags : PaperFlags())))},
    };
}

static QJsonObject listJson(const DayPart &list)
{
    QJsonArray sections;
    for (const DayTally &tally : list.tallies) {
        sections += QJsonObject{
            {u"kind"_s, kindKey(tally.kind)}, {u"held"_s, tally.held}, {u"expected"_s, tally.expected}};
    }
    return {{u"category"_s, list.category},
            {u"held"_s, list.held},
            {u"expected"_s, list.expected ? QJsonValue(*list.expected) : QJsonValue()},
            {u"proven"_s, list.isProven()},
            {u"sections"_s, sections}};
}

QJsonObject dayJson(const DaySummary &day, const QList<DayPart> &lists)
{
    QJsonObject object{
        {u"day"_s, day.day.toString(Qt::ISODate)},
        {u"source"_s, sourceKey(day.source)},
        {u"status"_s, dayStatusKey(day.status)},
        {u"reason"_s, orNull(day.reason)},
        {u"count"_s, day.count},
    };
    QJsonArray lacking;
    for (const DayPart &part : day.lacking) {
        lacking += QJsonObject{
            {u"category"_s, part.category},
            {u"held"_s, part.held},
            {u"expected"_s, part.expected ? QJsonValue(*part.expected) : QJsonValue()},
            {u"why"_s, orNull(part.reason.section(u'\n', 0, 0))},
        };
    }
    if (!lacking.isEmpty()) {
        object.insert(u"lacking"_s, lacking);
    }
    QJsonArray parts;
    for (const DayPart &list : lists) {
        parts += listJson(list);
    }
    if (!parts.isEmpty()) {
        object.insert(u"lists"_s, parts);
    }
    return object;
}

QByteArray jsonBytes(const QJsonDocument &document)
{
    const QString plain = QString::fromUtf8(document.toJson(QJsonDocument::Indented));
    QString safe;
    safe.reserve(plain.size());
    for (const QChar c : plain) { // such characters can only stand in strings
        if ((c >= u'\u007f' && c <= u'\u009f') || isBidiControl(c)) {
            safe += u"\\u%1"_s.arg(int(c.unicode()), 4, 16, QChar(u'0'));
        } else {
            safe += c;
        }
    }
    return safe.toUtf8();
}

} // namespace paperdawn
