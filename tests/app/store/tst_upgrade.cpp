// SPDX-License-Identifier: GPL-3.0-or-later
// Libraries that earlier versions made open in this one, and say what they said. One for each schema that was
// ever shipped is kept in tests/databases, of invented papers: cache-C-library-L.tar.gz.
#include "app/services.h"
#include "app/store/migrations.h"

#include "tests/support/temporarylibrary.h"

#include <QRegularExpression>
#include <QStandardPaths>
#include <QtTest>

using namespace paperdawn;
using namespace paperdawn::test;
using namespace Qt::StringLiterals;

namespace {

const QString kept = QStringLiteral(PAPERDAWN_SOURCE_DIR "/tests/databases");

/** What each of them says of what was imported. */
const QString imported = u"2025-12-08 arxiv selection : 3 papers, 3 unread, 1 starred\n"
                         "  arxiv:2512.90001 体素里的猫\n"
                         "  arxiv:2512.90002 慢光 ★\n"
                         "  arxiv:2512.90003 O'Hara 定理\n"
                         "2025-12-09 arxiv selection : 2 papers, 2 unread, 1 starred\n"
                         "  arxiv:2512.90002 慢光，再次 ★\n"
                         "  arxiv:2512.90004 苔藓的记忆\n"
                         "2025-12-09 biorxiv selection : 1 papers, 1 unread, 1 starred\n"
                         "  biorxiv:10.1101/2025.12.05.690001 真菌的网 ★\n"
                         "reading list\n"
                         "  biorxiv:10.1101/2025.12.05.690001 真菌的网 ★\n"
                         "  arxiv:2512.90002 慢光，再次 ★"_s;

/** And of a day that was fetched, but not to its end, from schema 2 on: as libraryText() has it, and its
 * parts with why they did not come, which schema 3 brought, and what arXiv's page counts, which 4 did. */
struct Fetched
{
    QString text;
    QStringList parts;
};

const QDate fetchedDay(2025, 12, 5);

Fetched fetchedAt(int schema)
{
    const QString papers = u": 3 papers, 3 unread, 0 starred\n"
                           "  arxiv:2512.90014 Strings of pearls\n"
                           "  arxiv:2512.90011 Looms for languages\n"
                           "  arxiv:2512.90012 A grammar of tides\n"_s;
    switch (schema) {
    case 1:
        return {};
    case 2:
        return {u"2025-12-05 arxiv incomplete cs.CL 2/3"_s + papers, {u"cs.CL 2/3 "_s, u"hep-th 1/1 "_s}};
    case 3:
        return {u"2025-12-05 arxiv incomplete cs.CL 2/3, math.AG 0/?"_s + papers,
                {u"cs.CL 2/3 bad-answer\n127.0.0.1\nHTTP 404"_s, u"hep-th 1/1 "_s,
                 u"math.AG 0/? denied\n127.0.0.1\nHTTP 403"_s}};
    default:
        return {u"2025-12-05 arxiv incomplete cs.CL 2/3, math.AG 2/3: 4 papers, 4 unread, 0 starred\n"
                "  arxiv:2512.90014 Strings of pearls\n"
                "  arxiv:2512.90011 Looms for languages\n"
                "  arxiv:2512.90012 A grammar of tides\n"
                "  arxiv:2512.90015 Curves that meet once\n"_s,
                {u"cs.CL 2/3 bad-answer\n127.0.0.1\nHTTP 404"_s, u"hep-th 1/1  new 1/1"_s,
                 u"math.AG 2/3  new 1/2 cross 1/1"_s}};
    }
}

QStringList partsIn(const Library &library)
{
    QStringList parts;
    for (const DayPart &part : library.parts(fetchedDay, Source::Arxiv)) {
        const QString expected = part.expected ? QString::number(*part.expected) : u"?"_s;
        QString text = u"%1 %2/%3 %4"_s.arg(part.category).arg(part.held).arg(expected, part.reason);
        for (const DayTally &tally : part.tallies) {
            text += u" %1 %2/%3"_s.arg(kindKey(tally.kind)).arg(tally.held).arg(tally.expected);
        }
        parts += text;
    }
    return parts;
}

QStringList archives()
{
    return QDir(kept).entryList({u"*.tar.gz"_s}, QDir::Files, QDir::Name);
}

QString tarProgram()
{
    return QStandardPaths::findExecutable(u"tar"_s);
}

} // namespace

class TestUpgrade : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /** Whoever adds a migration keeps a library of the schema before and after it. */
    void everySchemaIsKept()
    {
        static const QRegularExpression form(u"^cache-(\\d+)-library-(\\d+)"_s);
        QSet<int> caches;
        QSet<int> libraries;
        for (const QString &name : archives()) {
            const auto match = form.match(name);
            QVERIFY2(match.hasMatch(), qPrintable(name));
            caches.insert(match.captured(1).toInt());
            libraries.insert(match.captured(2).toInt());
        }
        for (int version = 1; version <= newestSchema(u"cache"_s); ++version) {
            QVERIFY2(caches.contains(version), qPrintable(u"cache %1"_s.arg(version)));
        }
        for (int version = 1; version <= newestSchema(u"library"_s); ++version) {
            QVERIFY2(libraries.contains(version), qPrintable(u"library %1"_s.arg(version)));
        }
    }

    void itOpensAndSaysTheSame_data() { rowAnArchive(); }

    void itOpensAndSaysTheSame()
    {
        QFETCH(QString, archive);
        const TemporaryLibrary library;
        QVERIFY(unpack(archive, library.folder().path));
        const int schema = schemaOf(library.folder().cacheFile());
        QCOMPARE(schema, archive.section(u'-', 1, 1).toInt()); // it is what its name says
        const auto services = Services::open(library.folder());
        QVERIFY(services);
        QVERIFY(!(*services)->onlyRead());
        QVERIFY((*services)->store().mended().isEmpty());
        QCOMPARE(libraryText((*services)->library()), fetchedAt(schema).text + imported);
        QCOMPARE(partsIn((*services)->library()), fetchedAt(schema).parts);
        QVERIFY(await((*services)->store().check(false))->isEmpty());
        QVERIFY(settled((*services)->decisions().decide({*PaperId::parse(u"2512.90004"_s)}, Decide::Star)));
        QTRY_COMPARE((*services)->library().readingListSize(), 3);
        QCOMPARE(schemaOf(library.folder().cacheFile()), newestSchema(u"cache"_s));
        QCOMPARE(schemaOf(library.folder().libraryFile()), newestSchema(u"library"_s));
    }

    /** From the originals that were kept then. */
    void aCacheBuiltAnewSaysTheSame_data() { rowAnArchive(); }

    void aCacheBuiltAnewSaysTheSame()
    {
        QFETCH(QString, archive);
        const TemporaryLibrary library;
        QVERIFY(unpack(archive, library.folder().path));
        const int schema = schemaOf(library.folder().cacheFile());
        QVERIFY(QFile::remove(library.folder().cacheFile()));
        const auto services = Services::open(library.folder());
        QVERIFY(services);
        QCOMPARE(libraryText((*services)->library()), fetchedAt(schema).text + imported);
        QCOMPARE(partsIn((*services)->library()), fetchedAt(schema).parts);
    }

private:
    static void rowAnArchive()
    {
        if (tarProgram().isEmpty()) {
            QSKIP("unpacking the libraries needs tar");
        }
        QTest::addColumn<QString>("archive");
        for (const QString &name : archives()) {
            QTest::newRow(qPrintable(name)) << name;
        }
    }

    static bool unpack(const QString &archive, const QString &folder)
    {
        return QDir().mkpath(folder) &&
               QProcess::execute(tarProgram(), {u"-xzf"_s, kept + u'/' + archive, u"-C"_s, folder}) == 0;
    }

    /** The schema of a database. */
    static int schemaOf(const QString &path)
    {
        const auto database = Connection::open(path, Connection::Mode::Look, Connection::Sync::Normal);
        return database ? int((*database)->number("PRAGMA user_version")) : -1;
    }
};

QTEST_GUILESS_MAIN(TestUpgrade)
#include "tst_upgrade.moc"
