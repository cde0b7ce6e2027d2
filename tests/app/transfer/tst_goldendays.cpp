// SPDX-License-Identifier: GPL-3.0-or-later
// All 60 recorded days, imported into a real library: nothing is lost, nothing is made up.
#include "tests/support/dayarchive.h"
#include "tests/support/importing.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>
#include <algorithm>

using namespace paperdawn;
using namespace paperdawn::test;
using namespace Qt::StringLiterals;

namespace {

const QString language = u"zh-Hans"_s;

QStringList filesOfOneSource()
{
    QStringList paths;
    for (const QString &name : dayFilesIn(u"md"_s)) {
        if (isOfOneSource(name)) {
            paths += sharedData(u"days/md/"_s + name);
        }
    }
    return paths;
}

QStringList mergedFiles()
{
    QStringList paths;
    for (const QString &name : dayFilesIn(u"md"_s)) {
        if (!isOfOneSource(name)) {
            paths += sharedData(u"days/md/"_s + name);
        }
    }
    return paths;
}

/** "2024-09-04-arxiv.md" */
OnDay listOf(const QString &name)
{
    return {QDate::fromString(name.first(10), Qt::ISODate), parseSource(name.sliced(11).chopped(3))};
}

QList<QByteArray> storedIds(const Library &library, const OnDay &list)
{
    QList<QByteArray> ids;
    for (const Paper &paper : library.papers(list, language).value_or(QList<Paper>())) {
        ids += paper.id.value().toLatin1();
    }
    return ids;
}

/** What the archive's own JSON says of a paper. */
struct Told
{
    QDate day;
    QByteArray id;
    QString title;
    QString translatedTitle;
    QString author;
    QString abstract;
    QString translatedAbstract;
};

QList<Told> toldIn(const QString &folder)
{
    QList<Told> all;
    for (const QString &name : dayFilesIn(folder)) {
        const QJsonObject root =
            QJsonDocument::fromJson(sharedBytes(u"days/"_s + folder + u'/' + name)).object();
        const QJsonArray papers = root.value("papers"_L1).toArray();
        for (const QJsonValue &value : papers) {
            const QJsonObject paper = value.toObject();
            const auto text = [&paper](const char *key) {
                return paper.value(QLatin1StringView(key)).toString();
            };
            all += Told{QDate::fromString(text("date"), Qt::ISODate),
                        idInLink(text("pdf_url").toLatin1()),
                        text("title"),
                        text("translated_title"),
                        text("author"),
                        text("summary"),
                        text("translated_summary")};
        }
    }
    return all;
}

/** How a text of the JSON and what is stored of it agree. */
QString compared(const QString &told, const QString &stored)
{
    if (told.isEmpty()) {
        return stored.isEmpty() ? u"neither tells"_s : u"only the Markdown tells"_s;
    }
    if (stored.isEmpty()) {
        return u"only the JSON tells"_s;
    }
    if (told == stored) {
        return u"same"_s;
    }
    return told == stored.simplified() ? u"the JSON made one blank of several"_s : u"another text"_s;
}

/** One field of which the JSON tells. */
struct Field
{
    QString name;
    QString told;
    QString stored;
    QString outcome;
};

/** The JSON shows one text in both places where it has only one of them: the right place is compared. */
QList<Field> fieldsOf(const Told &told, const PaperDetails &stored)
{
    const Translation translation = stored.translations.value(0);
    QList<Field> fields;
    const auto add = [&](const QString &name, const QString &original, const QString &translated,
                         const QString &storedOriginal, const QString &storedTranslation) {
        const bool twice = !original.isEmpty() && original == translated;
        fields += {name, original, storedOriginal,
                   twice && storedOriginal.isNull() && !storedTranslation.isNull()
                       ? u"the JSON repeats the translation"_s
                       : compared(original, storedOriginal)};
        fields += {u"translated "_s + name, translated, storedTranslation,
                   twice && storedTranslation.isNull() && !storedOriginal.isNull()
                       ? u"the JSON repeats the original"_s
                       : compared(translated, storedTranslation)};
    };
    add(u"title"_s, told.title, told.translatedTitle, stored.title, translation.title);
    add(u"abstract"_s, told.abstract, told.translatedAbstract, stored.abstract, translation.abstract);
    const QString author = stored.authors.value(0);
    fields += {u"first author"_s, told.author, author, compared(told.author, author)};
    return fields;
}

QString markdownOf(QDate day, Source source)
{
    return QString::fromUtf8(
        sharedBytes(u"days/md/%1-%2.md"_s.arg(day.toString(Qt::ISODate), sourceKey(source))));
}

/** Why a text that only the JSON tells, or another one, is not stored: the Markdown must bear it out. */
QString explained(const Field &field, const PaperId &id, const QDate &day, const QList<QDate> &days)
{
    const QString markdown = markdownOf(day, id.source());
    if (field.outcome == u"only the JSON tells"_s) {
        return markdown.contains(field.told) ? u"LOST"_s : u"not in the Markdown"_s;
    }
    if (linkedIds(markdown.toUtf8()).count(id.value().toLatin1()) > 1 && markdown.contains(field.stored)) {
        return u"the row is there twice"_s;
    }
    const auto isThere = [&](const QDate &other) {
        return other != day && markdownOf(other, id.source()).contains(field.stored);
    };
    return std::any_of(days.begin(), days.end(), isThere) ? u"another day's telling stands"_s
                                                          : u"UNEXPLAINED"_s;
}

} // namespace

class TestGoldenDays : public QObject
{
    Q_OBJECT
    TemporaryLibrary m_place;
    std::unique_ptr<Store> m_store;
    ImportSummary m_summary;

private Q_SLOTS:
    void initTestCase()
    {
        REQUIRE_SHARED_DATA(u"days/md"_s);
        m_store = m_place.store();
        QVERIFY(m_store);
        m_summary = importInto(*m_store, filesOfOneSource());
    }

    void everyLinkIsOneStoredPaperAndNothingElseIs()
    {
        QCOMPARE(m_summary.files.size(), 180);
        QCOMPARE(m_summary.refused(), 0);
        QCOMPARE(m_summary.dayCount(), 60);
        const auto library = m_place.library();
        QSet<QByteArray> linked;
        qsizetype links = 0;
        for (const QString &path : filesOfOneSource()) {
            const QString name = QFileInfo(path).fileName();
            const QList<QByteArray> inFile = linkedIds(sharedBytes(u"days/md/"_s + name));
            links += inFile.size();
            linked += QSet<QByteArray>(inFile.begin(), inFile.end());
            QVERIFY2(storedIds(*library, listOf(name)) == firstsOf(inFile), qPrintable(name));
        }
        QCOMPARE(links, 7085);
        const QStringList rows = cacheText(m_place.folder()).split(u'\n');
        QCOMPARE(rows.filter(QRegularExpression(u"^paper "_s)).size(), linked.size());
        QCOMPARE(rows.filter(QRegularExpression(u"^listing "_s)).size(), 7051); // 34 stand twice on their day
        QCOMPARE(rows.filter(QRegularExpression(u"^day "_s)).size(), 180);
        QCOMPARE(m_summary.added(), linked.size());
    }

    void theArchivesOwnJsonAgrees_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::addColumn<QString>("expected");
        QTest::newRow("daily") << u"api-daily"_s
                               << u"6036 abstract: neither tells\n"
                                  "470 abstract: not in the Markdown\n"
                                  "30 abstract: same\n"
                                  "54 abstract: the JSON repeats the translation\n"
                                  "6587 first author: same\n"
                                  "3 first author: the row is there twice\n"
                                  "15 title: another day's telling stands\n"
                                  "466 title: not in the Markdown\n"
                                  "5963 title: same\n"
                                  "6 title: the JSON made one blank of several\n"
                                  "137 title: the JSON repeats the translation\n"
                                  "3 title: the row is there twice\n"
                                  "6036 translated abstract: neither tells\n"
                                  "524 translated abstract: same\n"
                                  "30 translated abstract: the JSON repeats the original\n"
                                  "6541 translated title: same\n"
                                  "32 translated title: the JSON repeats the original\n"
                                  "17 translated title: the row is there twice"_s;
        QTest::newRow("raw") << u"api-raw"_s
                             << u"470 abstract: not in the Markdown\n"
                                "30 abstract: same\n"
                                "500 first author: same\n"
                                "1 title: another day's telling stands\n"
                                "466 title: not in the Markdown\n"
                                "33 title: same\n"
                                "470 translated abstract: same\n"
                                "30 translated abstract: the JSON repeats the original\n"
                                "468 translated title: same\n"
                                "32 translated title: the JSON repeats the original"_s;
    }

    void theArchivesOwnJsonAgrees()
    {
        REQUIRE_SHARED_DATA(u"days/api-raw"_s);
        QFETCH(QString, folder);
        QFETCH(QString, expected);
        const auto library = m_place.library();
        QMap<QString, int> counts;
        for (const Told &told : toldIn(folder)) {
            const auto id = PaperId::parse(QString::fromLatin1(told.id));
            const auto stored = id ? library->details(*id, told.day) : failure(ErrorKind::NotFound);
            QVERIFY2(stored, told.id.constData());
            for (const Field &field : fieldsOf(told, *stored)) {
                const bool isPlain =
                    field.outcome != u"only the JSON tells"_s && field.outcome != u"another text"_s;
                const QString outcome =
                    isPlain ? field.outcome : explained(field, *id, told.day, library->daysOf(*id));
                ++counts[field.name + u": "_s + outcome];
                QVERIFY2(isPlain || outcome != outcome.toUpper(),
                         qPrintable(id->key() + u' ' + field.told + u" became "_s + field.stored));
            }
        }
        QStringList lines;
        for (auto it = counts.begin(); it != counts.end(); ++it) {
            lines += u"%1 %2"_s.arg(it.value()).arg(it.key());
        }
        QCOMPARE(lines.join(u'\n'), expected);
    }

    void undoingLeavesAnEmptyLibrary()
    {
        const QString before = cacheText(m_place.folder());
        QCOMPARE(await(m_store->undoImport(m_summary.import)).value_or(-1), m_summary.added());
        QCOMPARE(cacheText(m_place.folder()), QString());
        QCOMPARE(libraryText(*m_place.library()), u"reading list"_s);
        QVERIFY(QDir(m_place.folder().importsFolder()).isEmpty());
        QCOMPARE(await(m_store->check(false))->size(), 0);
        QCOMPARE(importInto(*m_store, filesOfOneSource()).added(), m_summary.added());
        QVERIFY(cacheText(m_place.folder()) == before);
    }

    void importingAllAgainChangesNothing()
    {
        const QString before = cacheText(m_place.folder());
        const ImportSummary again = importInto(*m_store, filesOfOneSource());
        QCOMPARE(again.import, 0);
        QCOMPARE(again.added() + again.merged() + again.refused(), 0);
        QCOMPARE(again.same(), 7051);
        QVERIFY(cacheText(m_place.folder()) == before);
        const ImportSummary merged = importInto(*m_store, mergedFiles()); // which repeat the others
        QCOMPARE(merged.files.size(), 60);
        QCOMPARE(merged.added() + merged.merged() + merged.refused(), 0);
        QVERIFY(cacheText(m_place.folder()) == before);
        QVERIFY(await(m_store->undoImport(merged.import)));
        QVERIFY(cacheText(m_place.folder()) == before);
        QCOMPARE(await(m_store->check(false))->size(), 0);
    }
};

QTEST_GUILESS_MAIN(TestGoldenDays)
#include "tst_goldendays.moc"
