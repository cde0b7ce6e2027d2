// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/formats/biorxivjson.h"

#include "app/formats/arxivtext.h"
#include "app/formats/authorname.h"
#include "app/formats/filetext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace paperdawn {

namespace {

/** What the service knows: it writes "NA" for what it does not. */
QString known(const QJsonValue &value)
{
    const QString text = value.toString();
    return trimmedBlanks(text) == "NA"_L1 ? QString() : text;
}

/** Numbers come as such or as text. */
std::optional<int> number(const QJsonValue &value)
{
    bool isNumber = value.isDouble();
    const int number = isNumber ? value.toInt(-1) : value.toString().toInt(&isNumber);
    return isNumber && number >= 0 ? std::optional(number) : std::nullopt;
}

QDateTime midnight(const QJsonValue &value)
{
    const QDate date = QDate::fromString(value.toString(), Qt::ISODate);
    return date.isValid() ? QDateTime(date, QTime(0, 0), Qt::UTC) : QDateTime();
}

/** "Ghafari, T.; Quinn, A. J.;" */
QStringList authorsOf(const QString &line)
{
    QStringList authors;
    for (const QStringView written : QStringView(line).split(u';')) {
        QString name = oneLine(written);
        while (name.endsWith(u',') || name.endsWith(u' ')) {
            name.chop(1);
        }
        authors += inReadingOrder(name);
    }
    authors.removeAll(QString());
    return authors;
}

std::optional<BiorxivRecord> recordOf(const QJsonObject &told, std::optional<Source> asked)
{
    const auto server = parseSource(told.value("server"_L1).toString());
    const auto id = PaperId::parse(told.value("doi"_L1).toString(), server ? server : asked);
    if (!id || id->source() == Source::Arxiv) {
        return {};
    }
    BiorxivRecord record{namedOnly(*id, number(told.value("version"_L1)).value_or(0)), {}, {}};
    PaperDetails &paper = record.details;
    paper.title = oneLine(known(told.value("title"_L1)));
    paper.abstract = paragraphs(known(told.value("abstract"_L1)));
    paper.authors = authorsOf(known(told.value("authors"_L1)));
    paper.authorsComplete = !paper.authors.isEmpty();
    if (const QString category = oneLine(known(told.value("category"_L1))); !category.isNull()) {
        paper.categories += category.toLower();
    }
    paper.updated = midnight(told.value("date"_L1));
    paper.submitted = paper.version == 1 ? paper.updated : QDateTime();
    paper.doi = oneLine(known(told.value("published"_L1)));
    record.type = oneLine(known(told.value("type"_L1)));
    record.license = oneLine(known(told.value("license"_L1)));
    return record;
}

BiorxivPage pageOf(const QJsonObject &message, const QJsonArray &collection, std::optional<Source> asked)
{
    BiorxivPage page;
    for (const QJsonValue &value : collection) {
        if (auto record = recordOf(value.toObject(), asked)) {
            page.records += *std::move(record);
        } else {
            page.unidentified += oneLine(value["doi"_L1].toString());
        }
    }
    page.cursor = number(message.value("cursor"_L1)).value_or(0);
    page.count = number(message.value("count"_L1)).value_or(int(collection.size()));
    page.total = number(message.value("total"_L1));
    return page;
}

/** Text that ended too soon, or is none. */
tl::unexpected<Error> notJson(const QJsonParseError &error, qsizetype size, const QString &where)
{
    const bool endsTooSoon = error.offset >= size; // Qt's offset lies behind the end then
    return endsTooSoon ? failure(ErrorKind::Incomplete, {}, where)
                       : failure(ErrorKind::BadAnswer, error.errorString(), where);
}

} // namespace

Result<BiorxivPage> parseBiorxivJson(const QByteArray &bytes, std::optional<Source> asked,
                                     const QString &where)
{
    const auto text = fileText(bytes, where);
    if (!text && text.error().kind != ErrorKind::Empty) {
        return noListOfPapers(where);
    }
    if (!text || text->torn) {
        return failure(ErrorKind::Incomplete, {}, where);
    }
    const QByteArray json = text->text.toUtf8();
    QJsonParseError error;
    const QJsonObject answer = QJsonDocument::fromJson(json, &error).object();
    if (error.error != QJsonParseError::NoError) {
        return notJson(error, json.size(), where);
    }
    const QJsonObject message = answer.value("messages"_L1)[0].toObject();
    const QString status = oneLine(message.value("status"_L1).toString());
    if (status.startsWith("no posts found"_L1, Qt::CaseInsensitive)) {
        return BiorxivPage();
    }
    if (status.compare("ok"_L1, Qt::CaseInsensitive) == 0 && answer.value("collection"_L1).isArray()) {
        return pageOf(message, answer.value("collection"_L1).toArray(), asked);
    }
    return status.isNull() || status.compare("ok"_L1, Qt::CaseInsensitive) == 0
               ? noListOfPapers(where)
               : failure(ErrorKind::Rejected, status, where);
}

} // namespace paperdawn
