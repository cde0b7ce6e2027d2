// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/transfer/sampleday.h"

#include "app/journal/journalfile.h"
#include "app/pdf/pdffolder.h"
#include "app/platform/durable.h"
#include "app/store/store.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

namespace paperdawn {

using namespace Qt::StringLiterals;

namespace {

constexpr auto resources = ":/paperdawn/sample"_L1;

/** A text that is missing is null, as the domain wants it. */
QString text(const QJsonObject &object, QLatin1StringView key)
{
    const QString value = object[key].toString();
    return value.isEmpty() ? QString() : value;
}

QStringList texts(const QJsonObject &object, QLatin1StringView key)
{
    QStringList list;
    const QJsonArray values = object[key].toArray();
    for (const QJsonValue &value : values) {
        list += value.toString();
    }
    return list;
}

QDateTime time(const QJsonObject &object, QLatin1StringView key)
{
    return QDateTime::fromString(object[key].toString(), Qt::ISODate);
}

DayPaper paperOf(const QJsonObject &object, const QJsonObject &root)
{
    PaperDetails details{.id = *PaperId::parse(text(object, "id"_L1))};
    details.version = object["version"_L1].toInt();
    details.title = text(object, "title"_L1);
    details.abstract = text(object, "abstract"_L1);
    details.authors = texts(object, "authors"_L1);
    details.authorsComplete = object["authorsComplete"_L1].toBool(true);
    details.categories = texts(object, "categories"_L1);
    details.submitted = time(object, "submitted"_L1);
    details.updated = time(object, "updated"_L1);
    details.comment = text(object, "comment"_L1);
    details.journalRef = text(object, "journalRef"_L1);
    details.doi = text(object, "doi"_L1);
    details.codeUrls = texts(object, "code"_L1);
    details.flags = PaperFlag::Sample;
    if (object.contains("titleTranslated"_L1)) {
        details.translations = {{text(root, "language"_L1), text(root, "origin"_L1),
                                 text(object, "titleTranslated"_L1), text(object, "abstractTranslated"_L1),
                                 PaperFlag::Sample}};
    }
    return {details, parseKind(text(object, "kind"_L1))};
}

QByteArray bytesOfResource(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QJsonObject sample()
{
    return QJsonDocument::fromJson(bytesOfResource(resources + "/days.json"_L1)).object();
}

DayFile dayOf(const QJsonObject &object, const QJsonObject &root)
{
    DaySection section{.day = QDate::fromString(text(object, "day"_L1), Qt::ISODate),
                       .status = DayStatus::Selection};
    const QJsonArray papers = object["papers"_L1].toArray();
    for (const QJsonValue &paper : papers) {
        section.papers += paperOf(paper.toObject(), root);
    }
    return {.sections = {section}};
}

/** The bytes that stand for a day among the originals of an import: the same ones are never stored twice. */
QByteArray bytesOf(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Result<> putDays(Store &store, qint64 import)
{
    const QJsonObject root = sample();
    const QJsonArray days = root["days"_L1].toArray();
    for (const QJsonValue &day : days) {
        const QJsonObject object = day.toObject();
        const QString name = text(object, "day"_L1) + u".json"_s;
        const auto outcome = store.put(import, {name, bytesOf(object), dayOf(object, root)}).result();
        if (!outcome) {
            return tl::unexpected(outcome.error());
        }
        if (outcome->refused) {
            return tl::unexpected(*outcome->refused);
        }
    }
    return {};
}

/** One that is there stays: its reader may have written into it. */
Result<> putPdfs(const PdfFolder &folder)
{
    if (auto made = makeFolder(folder.path()); !made) {
        return made;
    }
    const PdfFolder bundled(resources);
    for (const VersionedId &paper : bundled.papers()) {
        const QString file = folder.fileOf(paper);
        if (QFileInfo::exists(file)) {
            continue;
        }
        if (auto put = writeWhole(file, bytesOfResource(bundled.fileOf(paper))); !put) {
            return put;
        }
    }
    return {};
}

} // namespace

QList<DayFile> sampleDays()
{
    const QJsonObject root = sample();
    QList<DayFile> days;
    const QJsonArray objects = root["days"_L1].toArray();
    for (const QJsonValue &day : objects) {
        days += dayOf(day.toObject(), root);
    }
    return days;
}

LibraryFolder sampleFolder(const LibraryFolder &library)
{
    return {library.path + u"/sample"_s};
}

Result<> makeSample(const LibraryFolder &library, const Opening &opening)
{
    const LibraryFolder folder = sampleFolder(library);
    if (auto made = makeFolder(folder.path); !made) {
        return made;
    }
    const SystemClock clock;
    const auto journal = JournalFile::open(folder.journalFolder(), folder.machineFile(), clock);
    if (!journal) {
        return tl::unexpected(journal.error());
    }
    const auto store = Store::open(folder, clock, journal->machine(), opening);
    if (!store) {
        return tl::unexpected(store.error());
    }
    const auto import = (*store)->beginImport().result();
    if (!import) {
        return tl::unexpected(import.error());
    }
    return putDays(**store, *import).and_then([&] { return putPdfs(PdfFolder(folder.pdfFolder())); });
}

bool removeSample(const LibraryFolder &library)
{
    const QString path = sampleFolder(library).path;
    // through a link we would empty somebody else's folder
    if (library.path.isEmpty() || QFileInfo(path).isSymLink()) {
        return false;
    }
    return QDir(path).removeRecursively();
}

} // namespace paperdawn
