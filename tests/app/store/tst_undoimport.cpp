// SPDX-License-Identifier: GPL-3.0-or-later
// Taking imports back: what is left is what the other files tell, and nothing of those that went.
#include "app/journal/journalfile.h"

#include "tests/support/decisions.h"
#include "tests/support/temporarylibrary.h"

#include <QRandomGenerator>
#include <QtTest>

using namespace paperdawn;
using namespace paperdawn::test;
using namespace Qt::StringLiterals;

namespace {

QString oneOf(QRandomGenerator &random, const QStringList &choices)
{
    return choices.at(random.bounded(choices.size()));
}

Row randomRow(QRandomGenerator &random)
{
    const int paper = random.bounded(6);
    const QString version = oneOf(random, {u""_s, u"v1"_s, u"v2"_s});
    const QString title =
        oneOf(random, {u"Voxel art"_s, u"Voxel art, a longer title"_s, u"体素艺术"_s,
                       u"体素艺术：更长的标题"_s, u"以下是翻译：体素艺术"_s, u"Cost $x$"_s});
    const QString abstract = oneOf(random, {u""_s, u"We draw $x^2$ voxels."_s, u"我们绘制体素。"_s,
                                            u"我们绘制体素，而且说得更多。"_s, u"We draw."_s});
    return {title, oneOf(random, {u"Ada"_s, u"Bo Chen"_s, u""_s}),
            u"http://arxiv.org/pdf/2512.0000%1%2"_s.arg(paper).arg(version), abstract};
}

/** A day file of one source, or a note that there is none, or a merged one. */
QByteArray randomDay(QRandomGenerator &random)
{
    const QString day = oneOf(random, {u"2025-12-09"_s, u"2025-12-10"_s});
    if (random.bounded(6) == 0) {
        const QString note = oneOf(random, {u"> 抓取失败：HTTP 503"_s, u"> 当天没有抓取到有效论文。"_s});
        return u"# arXiv %1\n\n%2\n"_s.arg(day, note).toUtf8();
    }
    QList<Row> rows;
    for (int i = random.bounded(5); i >= 0; --i) {
        rows += randomRow(random);
    }
    QByteArray text = dayText(u"arXiv"_s, day, rows);
    if (random.bounded(4) == 0) {
        text +=
            '\n' + dayText(u"bioRxiv"_s, day,
                           {{u"Cells"_s, u"Cy"_s,
                             u"https://www.biorxiv.org/content/10.1101/2025.12.0%1.123456v1.full.pdf"_s.arg(
                                 random.bounded(1, 4)),
                             u""_s}});
    }
    return text;
}

qint64 import(Store &store, const QList<QByteArray> &files)
{
    const qint64 import = await(store.beginImport()).value_or(-1);
    for (const QByteArray &bytes : files) {
        const ImportFile file = dayFile(u"day.md"_s, bytes);
        if (file.day.sections.isEmpty() || !await(store.put(import, file))) {
            return -1;
        }
    }
    return import;
}

QString stateAfter(const QList<QList<QByteArray>> &imports)
{
    const TemporaryLibrary library;
    const auto store = library.store();
    for (const QList<QByteArray> &files : imports) {
        import(*store, files);
    }
    return cacheText(library.folder());
}

QStringList originalsIn(const LibraryFolder &folder)
{
    return QDir(folder.importsFolder()).entryList(QDir::Files, QDir::Name);
}

const QByteArray ofTuesday =
    dayText(u"arXiv"_s, u"2025-12-09"_s,
            {{u"Voxel art"_s, u"Ada"_s, u"http://arxiv.org/pdf/2512.00001v1"_s, u""_s},
             {u"Cells"_s, u"Bo"_s, u"http://arxiv.org/pdf/2512.00002v1"_s, u""_s}});
const QByteArray ofTuesdayToo =
    dayText(u"arXiv"_s, u"2025-12-09"_s,
            {{u"体素艺术"_s, u"Ada"_s, u"http://arxiv.org/pdf/2512.00001v2"_s, u"我们绘制体素。"_s},
             {u"图"_s, u"Cy"_s, u"http://arxiv.org/pdf/2512.00003v1"_s, u""_s}});
/** Its day stands in its name alone. */
const QByteArray undated = "| 标题 | 作者 | PDF链接 | 摘要 |\n|---|---|---|---|\n"
                           "| Voxel art | Ada | [PDF](http://arxiv.org/pdf/2512.00001v1) | We draw. |\n";

void star(const TemporaryLibrary &library, int number)
{
    const FakeClock clock;
    auto journal = JournalFile::open(library.folder().journalFolder(), library.folder().machineFile(), clock);
    QVERIFY(journal->append({starring(paper(number).key())}));
}

} // namespace

class TestUndoImport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void leavesNothing()
    {
        const TemporaryLibrary library;
        const auto store = library.store();
        const QString before = cacheText(library.folder());
        const qint64 first = import(*store, {ofTuesday, ofTuesdayToo});
        QCOMPARE(await(store->undoableImport()).value_or(-1), first);
        QCOMPARE(await(store->undoImport(first)).value_or(-1), 3);
        QCOMPARE(cacheText(library.folder()), before);
        QCOMPARE(originalsIn(library.folder()), QStringList());
        QCOMPARE(await(store->undoableImport()).value_or(-1), 0);
        const auto again = await(store->undoImport(first));
        QVERIFY(!again);
        QCOMPARE(again.error().kind, ErrorKind::NothingToUndo);
    }

    void whatIsStarredStaysWithAllThatIsKnownOfIt()
    {
        const TemporaryLibrary library;
        PaperDetails before = namedOnly(paper(1));
        {
            const auto store = library.store();
            const qint64 import = ::import(*store, {ofTuesdayToo});
            star(library, 1); // as another program does, a moment ago
            before = library.library()->details(paper(1)).value_or(before);
            QVERIFY(!before.translations.isEmpty() && !before.translations.first().abstract.isNull());
            QCOMPARE(await(store->undoImport(import)).value_or(-1), 1); // the other of the two
            QVERIFY(await(store->check(false))->isEmpty());
            QVERIFY(library.library()->details(paper(1)) == before);
            QCOMPARE(library.library()->days()->size(), 0);
        }
        for (const QString &suffix : {u""_s, u"-wal"_s, u"-shm"_s}) {
            QFile::remove(library.folder().cacheFile() + suffix); // and however the cache is lost
        }
        const auto store = library.store();
        QVERIFY(library.library()->details(paper(1)) == before);
        QCOMPARE(await(store->undoableImport()).value_or(-1), 0);
    }

    void leavesWhatAnotherTold_data()
    {
        QTest::addColumn<bool>("undoFirst");
        QTest::newRow("first") << true;
        QTest::newRow("second") << false;
    }

    void leavesWhatAnotherTold()
    {
        QFETCH(bool, undoFirst);
        const TemporaryLibrary library;
        const auto store = library.store();
        const qint64 first = import(*store, {ofTuesday});
        const qint64 second = import(*store, {ofTuesdayToo});
        QCOMPARE(await(store->undoImport(undoFirst ? first : second)).value_or(-1), 1);
        QCOMPARE(cacheText(library.folder()), stateAfter({{undoFirst ? ofTuesdayToo : ofTuesday}}));
    }

    void filesThatTwoImportsBroughtStay()
    {
        const TemporaryLibrary library;
        const auto store = library.store();
        const qint64 first = import(*store, {ofTuesday});
        const qint64 second = import(*store, {ofTuesday, ofTuesdayToo});
        const qint64 third = import(*store, {ofTuesday});
        QVERIFY(third > second);
        QCOMPARE(await(store->undoableImport()).value_or(-1), second); // the third brought nothing
        QCOMPARE(await(store->undoImport(first)).value_or(-1), 0);
        QCOMPARE(cacheText(library.folder()), stateAfter({{ofTuesday, ofTuesdayToo}}));
        QVERIFY(await(store->undoImport(second)));
        QCOMPARE(cacheText(library.folder()), stateAfter({{ofTuesday}}));
        QVERIFY(await(store->undoImport(third)));
        QCOMPARE(cacheText(library.folder()), QString());
    }

    void anyImportCanGo_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 60; ++seed) {
            QTest::addRow("seed %u", seed) << seed;
        }
    }

    /** After any imports, undoing any one leaves the state of having imported only the others. */
    void anyImportCanGo()
    {
        QFETCH(quint32, seed);
        QRandomGenerator random(seed);
        QList<QList<QByteArray>> imports(random.bounded(2, 4));
        QSet<QByteArray> seen; // which order files that come twice count in is told elsewhere
        for (QList<QByteArray> &files : imports) {
            for (int i = random.bounded(3); i >= 0; --i) {
                const QByteArray file = randomDay(random);
                if (!seen.contains(file)) {
                    files += file;
                    seen.insert(file);
                }
            }
        }
        imports.removeAll(QList<QByteArray>());
        const TemporaryLibrary library;
        auto store = library.store();
        QList<qint64> numbers;
        for (const QList<QByteArray> &files : std::as_const(imports)) {
            numbers += import(*store, files);
            QVERIFY(numbers.last() > 0);
        }
        while (!imports.isEmpty()) {
            const qsizetype undone = random.bounded(imports.size());
            imports.removeAt(undone);
            QVERIFY(await(store->undoImport(numbers.takeAt(undone))));
            QCOMPARE(cacheText(library.folder()), stateAfter(imports));
            if (random.bounded(2) == 0) {
                store.reset();
                store = library.store();
            }
        }
        QCOMPARE(originalsIn(library.folder()), QStringList());
    }

    /** A day that stands in the name alone: under another name the same bytes are another day. */
    void theSameBytesUnderAnotherNameAreAnotherDay()
    {
        const TemporaryLibrary library;
        auto store = library.store();
        const auto put = [&](const QString &name) {
            const qint64 import = await(store->beginImport()).value_or(-1);
            const auto outcome = await(store->put(import, dayFile(name, undated)));
            return std::pair(import, outcome && outcome->known);
        };
        const auto seen = [&] {
            QStringList days;
            for (const DaySummary &day : library.library()->days().value_or(QList<DaySummary>())) {
                days += day.day.toString(Qt::ISODate);
            }
            return days;
        };
        QVERIFY(!put(u"2025-12-09.md"_s).second);
        const auto [second, wasKnown] = put(u"2025-12-10.md"_s);
        QVERIFY(!wasKnown);
        QVERIFY(put(u"2025-12-09.md"_s).second && put(u"2025-12-10.md"_s).second);
        QVERIFY(put(u"again 2025-12-10.md"_s).second); // tells the same
        const QStringList both{u"2025-12-09"_s, u"2025-12-10"_s};
        QCOMPARE(seen(), both);
        QCOMPARE(originalsIn(library.folder()).size(), 2);

        const QString facts = cacheText(library.folder());
        store.reset();
        QVERIFY(QFile::remove(library.folder().cacheFile()));
        store = library.store();
        QCOMPARE(cacheText(library.folder()), facts);
        QVERIFY(await(store->check(false))->isEmpty());
        QVERIFY(put(u"2025-12-10.md"_s).second);
        QCOMPARE(originalsIn(library.folder()).size(), 2);
    }

    void oneOfTwoDaysOfTheSameBytesCanGo()
    {
        for (const int undone : {0, 1}) {
            const TemporaryLibrary library;
            const auto store = library.store();
            QList<qint64> imports;
            const QStringList names{u"2025-12-09.md"_s, u"2025-12-10.md"_s};
            for (const QString &name : names) {
                imports += await(store->beginImport()).value_or(-1);
                QVERIFY(await(store->put(imports.last(), dayFile(name, undated))));
            }
            QVERIFY(await(store->undoImport(imports.at(undone))));
            QCOMPARE(originalsIn(library.folder()).size(), 1);
            const auto left = library.library()->days();
            QCOMPARE(left->size(), 1);
            QCOMPARE(left->first().day, QDate(2025, 12, undone == 0 ? 10 : 9));
            QVERIFY(await(store->check(false))->isEmpty());
        }
    }

    void theSameDayUnderAnotherNameIsTheSameFile()
    {
        const TemporaryLibrary library;
        const auto store = library.store();
        import(*store, {ofTuesday});
        const qint64 again = await(store->beginImport()).value_or(-1);
        QVERIFY(await(store->put(again, dayFile(u"copy.md"_s, ofTuesday)))->known);
        QCOMPARE(originalsIn(library.folder()).size(), 1);
    }

    /** What a damaged original told cannot be told again: then what is known stays. */
    void nothingIsLostWhereAnOriginalIsDamaged()
    {
        const TemporaryLibrary library;
        const auto store = library.store();
        import(*store, {ofTuesday});
        const QString original =
            library.folder().importsFolder() + u'/' + originalsIn(library.folder()).first();
        const qint64 second = import(*store, {ofTuesdayToo});
        QFile file(original);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("no gzip");
        file.close();
        QVERIFY(await(store->undoImport(second)));
        const auto reader = library.library();
        QVERIFY(reader->details(*PaperId::fromKey(u"arxiv:2512.00001")));
        QVERIFY(!reader->details(*PaperId::fromKey(u"arxiv:2512.00003")));
        QCOMPARE(reader->papers(OnDay{QDate(2025, 12, 9), {}}, u"zh-Hans"_s)->size(), 2);
        QCOMPARE(reader->days()->first().count, 2);
    }
};

QTEST_GUILESS_MAIN(TestUndoImport)
#include "tst_undoimport.moc"
