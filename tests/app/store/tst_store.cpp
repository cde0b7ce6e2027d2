// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/filelock.h"

#include "tests/support/decisions.h"
#include "tests/support/processes.h"
#include "tests/support/temporarylibrary.h"

#include <QSignalSpy>
#include <QtTest>

using namespace paperdawn;
using namespace paperdawn::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray tuesday =
    dayText(u"arXiv"_s, u"2025-12-09"_s,
            {{u"Voxel art"_s, u"Ada"_s, u"http://arxiv.org/pdf/2512.00002v1"_s, u"We draw."_s},
             {u"体素艺术"_s, u"Bo"_s, u"http://arxiv.org/pdf/2512.00001v1"_s, u"我们绘制。"_s}});

PaperId paper(const char *key)
{
    return *PaperId::fromKey(QString::fromLatin1(key));
}

DayFile dayOf(const QList<PaperDetails> &papers)
{
    DaySection section{.day = QDate(2025, 12, 9)};
    for (const PaperDetails &details : papers) {
        section.papers += {details, Kind::New};
    }
    return {{section}, {}};
}

/** Puts values that no file needs to tell. */
Result<FileOutcome> put(Store &store, const DayFile &day, const QString &name = u"day"_s)
{
    const qint64 import = await(store.beginImport()).value_or(-1);
    return await(store.put(import, {name, name.toUtf8(), day}));
}

QString counts(const Result<FileOutcome> &outcome)
{
    return !outcome ? outcome.error().what
                    : u"%1 added, %2 merged, %3 same%4"_s.arg(outcome->added)
                          .arg(outcome->merged)
                          .arg(outcome->same)
                          .arg(outcome->known ? u", known"_s : u""_s);
}

/** Imports the given files again and again; prints what became of them. */
int importInto(const QString &folder, int first, int files)
{
    const FakeClock clock;
    const auto store = Store::open({folder}, clock, u"laptop"_s);
    if (!store) {
        return 1;
    }
    for (int i = 0; i < files; ++i) {
        const qint64 import = await((*store)->beginImport()).value_or(-1);
        const auto outcome =
            await((*store)->put(import, dayFile(u"day.md"_s, manyPapers(first + i * 700, 1100))));
        if (!outcome) {
            qWarning() << outcome.error().what;
            return 2;
        }
    }
    return 0;
}

} // namespace

class TestStore : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aFileIsStoredInItsOrder()
    {
        const TemporaryLibrary library;
        const auto store = library.store();
        QSignalSpy changed(store.get(), &Store::changed);
        const qint64 import = await(store->beginImport()).value_or(-1);
        const auto outcome = await(store->put(import, dayFile(u"2025-12-09-arxiv.md"_s, tuesday)));
        QCOMPARE(counts(outcome), u"2 added, 0 merged, 0 same"_s);
        QCOMPARE(libraryText(*library.library()),
                 u"2025-12-09 arxiv selection : 2 papers, 2 unread, 0 starred\n"
                 "  arxiv:2512.00002 Voxel art\n"
                 "  arxiv:2512.00001 体素艺术\n"
                 "reading list"_s);
        QCOMPARE(changed.size(), 1);
        const auto change = changed.first().first().value<StoreChange>();
        QCOMPARE(change.days, QList<QDate>{QDate(2025, 12, 9)});
        QCOMPARE(change.papers.size(), 2);
        QVERIFY(!change.many);
    }

    void aRepeatedFileChangesNothing()
    {
        const TemporaryLibrary library;
        const auto store = library.store();
        const ImportFile file = dayFile(u"2025-12-09-arxiv.md"_s, tuesday);
        QVERIFY(await(store->put(await(store->beginImport()).value_or(-1), file)));
        const QString before = cacheText(library.folder());
        const auto again = await(store->put(await(store->beginImport()).value_or(-1), file));
        QCOMPARE(counts(again), u"0 added, 0 merged, 2 same, known"_s);
        QCOMPARE(cacheText(library.folder()), before);
    }

    void originalsAreKept()
    {
        const TemporaryLibrary library;
        const auto store = library.store();
        const QString name = u"Tag für Tag 晨.md"_s;
        QVERIFY(await(store->put(await(store->beginImport()).value_or(-1), dayFile(name, tuesday))));
        QDir imports(library.folder().importsFolder());
        QCOMPARE(imports.entryList(QDir::Files).size(), 1);
        const QString original = imports.filePath(imports.entryList(QDir::Files).first());
        QProcess gzip;
        gzip.start(u"gzip"_s, {u"-dc"_s, original});
        QVERIFY(gzip.waitForFinished());
        QCOMPARE(gzip.readAllStandardOutput(), tuesday);

        QVERIFY(putFile(original, "damaged"));
        const auto faults = await(store->check(true));
        QCOMPARE(faults->size(), 1);
        QVERIFY2(faults->first().what.contains(name), qPrintable(faults->first().what));
        // and importing it again, as the fault says, mends it
        QVERIFY(await(store->put(await(store->beginImport()).value_or(-1), dayFile(name, tuesday))));
        QVERIFY(await(store->check(false))->isEmpty());
    }

    void hostileTextsComeBackAndTeachNothingTwice_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected"); ///< in a list of names
        QTest::newRow("line end in a name") << u"Ada\nLovelace"_s << u"Ada Lovelace"_s;
        QTest::newRow("line ends around") << u"\n\nAda\n"_s << u"Ada"_s;
        QTest::newRow("lone surrogate") << QString(u"A"_s + QChar(0xD83E) + u"b"_s) << u"A\uFFFDb"_s;
        QTest::newRow("lone low surrogate") << QString(QChar(0xDD9C) + u"b"_s) << u"\uFFFDb"_s;
        QTest::newRow("NUL") << QString(u"A"_s + QChar(0) + u"b"_s) << QString(u"A"_s + QChar(0) + u"b"_s);
        QTest::newRow("bidi") << u"\u202EAda\u2066"_s << u"\u202EAda\u2066"_s;
        QTest::newRow("markup") << u"<script>alert('x')</script>"_s << u"<script>alert('x')</script>"_s;
    }

    void hostileTextsComeBackAndTeachNothingTwice()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        const TemporaryLibrary library;
        const auto store = library.store();
        PaperDetails hostile{
            .id = paper("arxiv:2512.00001"), .title = text, .abstract = text, .authors = {text, u"Bo"_s}};
        hostile.categories = {text};
        hostile.codeUrls = {text};
        hostile.translations = {{u"zh-Hans"_s, u"file 2025-12-09"_s, text, text, {}}};
        QCOMPARE(counts(put(*store, dayOf({hostile}))), u"1 added, 0 merged, 0 same"_s);
        QCOMPARE(counts(put(*store, dayOf({hostile}), u"other"_s)), u"0 added, 0 merged, 1 same"_s);
        const auto read = library.library()->details(hostile.id);
        QVERIFY(read);
        QCOMPARE(read->authors, (QStringList{expected, u"Bo"_s}));
        QCOMPARE(read->categories, QStringList{expected});
        QString valid = text;
        valid.replace(QChar(0xD83E), QChar(0xFFFD)).replace(QChar(0xDD9C), QChar(0xFFFD));
        QCOMPARE(read->title, valid);
        QCOMPARE(read->abstract, valid);
        QCOMPARE(read->translations.first().abstract, valid);
    }

    void hugeTextsAreStoredOrRefused()
    {
        const TemporaryLibrary library;
        const auto store = library.store();
        PaperDetails big{
            .id = paper("arxiv:2512.00001"), .title = u"Big"_s, .abstract = QString(1 << 20, u'a')};
        QVERIFY(put(*store, dayOf({big})));
        QCOMPARE(library.library()->details(big.id)->abstract, big.abstract);

        // many papers before the one that does not fit: batches of them are on disk when it is refused
        const QString before = cacheText(library.folder());
        QList<PaperDetails> papers;
        for (int i = 2; i < 1300; ++i) {
            papers += {.id = *PaperId::parse(u"2512.%1"_s.arg(i, 5, 10, QChar(u'0'))), .title = u"Small"_s};
        }
        papers += {.id = paper("arxiv:2512.09999"), .title = u"Huge"_s, .abstract = QString(20 << 20, u'a')};
        const auto refused = put(*store, dayOf(papers), u"huge.json"_s);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::TooLarge);
        QCOMPARE(refused.error().where, u"huge.json"_s);
        QCOMPARE(cacheText(library.folder()), before);
        QCOMPARE(QDir(library.folder().importsFolder()).entryList(QDir::Files).size(), 1);
        QVERIFY(await(store->check(false))->isEmpty());
    }

    /** The first batch of a file fails: what was stored just before it must not be taken for it. */
    void aFailedFileTakesNothingElseAlong()
    {
        const TemporaryLibrary library;
        const auto store = library.store();
        QVERIFY(
            await(store->put(await(store->beginImport()).value_or(-1), dayFile(u"tuesday.md"_s, tuesday))));
        const QString before = cacheText(library.folder());
        PaperDetails huge{.id = paper("arxiv:2512.00003"), .abstract = QString(20 << 20, u'a')};
        QVERIFY(!put(*store, dayOf({huge})));
        QCOMPARE(cacheText(library.folder()), before);
    }

    void anImportThatACrashLeftIsTakenBack()
    {
        const TemporaryLibrary library;
        {
            const auto store = library.store();
            QVERIFY(await(store->put(await(store->beginImport()).value_or(-1), dayFile(u"a.md"_s, tuesday))));
        }
        const QString before = cacheText(library.folder());
        {
            const auto store = library.store();
            QVERIFY(await(
                store->put(await(store->beginImport()).value_or(-1), dayFile(u"b.md"_s, manyPapers(1, 20)))));
        }
        {
            // as if the process had ended before the last batch
            auto cache = Connection::open(library.folder().cacheFile(), Connection::Mode::Write,
                                          Connection::Sync::Full);
            QVERIFY((*cache)->run("UPDATE import_file SET published = 0 WHERE name = 'b.md'"));
            QVERIFY(putFile(library.folder().importsFolder() + u"/0123.gz.waiting.AbC123"_s, "torn"));
        }
        {
            // not while somebody imports: it is theirs
            const auto importing = FileLock::acquire(library.folder().importLock(), QDeadlineTimer(0));
            QVERIFY(importing && library.store());
            QVERIFY(cacheText(library.folder()) != before);
        }
        QVERIFY(library.store());
        QCOMPARE(cacheText(library.folder()), before);
        QCOMPARE(QDir(library.folder().importsFolder()).entryList(QDir::Files).size(), 1);
    }

    /** Large files of both at once: no batch of one may fail or be lost because the other wrote in between.
     */
    void twoProcessesImportAtOnce()
    {
        const TemporaryLibrary library;
        constexpr int files = 3;
        QProcess other;
        other.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        other.start(self({}).first(), {u"--import"_s, library.folder().path, u"1"_s, QString::number(files)});
        QVERIFY(other.waitForStarted());
        QCOMPARE(importInto(library.folder().path, 301, files), 0);
        QVERIFY(other.waitForFinished(120'000));
        QCOMPARE(other.exitCode(), 0);
        const auto store = library.store();
        QVERIFY(await(store->check(false))->isEmpty());
        const auto papers = library.library()->papers(OnDay{QDate(2025, 12, 9), {}}, u"zh-Hans"_s);
        QCOMPARE(papers->size(), 301 + 2 * 700 + 1100 - 1);
    }

    void theSameFileFromTwoProcessesIsOneFile()
    {
        const TemporaryLibrary library;
        QProcess other;
        other.start(self({}).first(), {u"--import"_s, library.folder().path, u"1"_s, u"1"_s});
        QVERIFY(other.waitForStarted());
        QCOMPARE(importInto(library.folder().path, 1, 1), 0);
        QVERIFY(other.waitForFinished(120'000));
        QCOMPARE(other.exitCode(), 0);
        const TemporaryLibrary alone;
        QCOMPARE(importInto(alone.folder().path, 1, 1), 0);
        QCOMPARE(cacheText(library.folder()), cacheText(alone.folder()));
        QCOMPARE(QDir(library.folder().importsFolder()).entryList(QDir::Files).size(), 1);
    }

    void aReaderSeesAllOfAFileOrNothing()
    {
        const TemporaryLibrary library;
        const auto store = library.store();
        const auto reader = library.library();
        const qint64 version = reader->dataVersion();
        const qint64 import = await(store->beginImport()).value_or(-1);
        auto stored = store->put(import, dayFile(u"big.md"_s, manyPapers(1, 3000)));
        QSet<qsizetype> seen;
        while (!stored.isFinished()) {
            const auto papers = reader->papers(OnDay{QDate(2025, 12, 9), {}}, u"zh-Hans"_s);
            QVERIFY2(papers, qPrintable(papers ? QString() : papers.error().what));
            seen.insert(papers->size());
        }
        seen.insert(reader->papers(OnDay{QDate(2025, 12, 9), {}}, u"zh-Hans"_s)->size());
        QVERIFY(seen.contains(3000));
        QVERIFY(seen.subtract({0, 3000}).isEmpty());
        QVERIFY(reader->dataVersion() > version);
    }

    void theLogStaysSmall()
    {
        const TemporaryLibrary library;
        const auto store = library.store();
        qint64 largest = 0;
        for (int file = 0; file < 12; ++file) {
            const qint64 import = await(store->beginImport()).value_or(-1);
            QVERIFY(await(store->put(import, dayFile(u"big.md"_s, manyPapers(1 + file * 1500, 1500)))));
            largest = qMax(largest, QFileInfo(library.folder().cacheFile() + u"-wal"_s).size());
        }
        QVERIFY2(largest < 16 << 20, qPrintable(QString::number(largest)));
    }

    void closingWritesTheLogBack()
    {
        const TemporaryLibrary library;
        {
            const auto store = library.store();
            QVERIFY(await(store->put(await(store->beginImport()).value_or(-1), dayFile(u"a.md"_s, tuesday))));
            QVERIFY(QFileInfo(library.folder().cacheFile() + u"-wal"_s).size() > 0);
        }
        QCOMPARE(QFileInfo(library.folder().cacheFile() + u"-wal"_s).size(), 0);
    }
};

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"--import"_s) {
        return importInto(arguments.value(2), arguments.value(3).toInt(), arguments.value(4).toInt());
    }
    TestStore test;
    return QTest::qExec(&test, arguments);
}

#include "tst_store.moc"
