// SPDX-License-Identifier: GPL-3.0-or-later
// What arXiv's own page counts on the lists of a day, and whether that is what is here.
#include "app/formats/keptday.h"

#include "tests/support/temporarylibrary.h"

#include <QtTest>

using namespace paperdawn;
using namespace paperdawn::test;
using namespace Qt::StringLiterals;

namespace {

const QDate tuesday(2025, 12, 9);

struct Entry
{
    int number = 0;
    Kind kind = Kind::New;
};

DaySection listOf(const QString &category, const QList<Entry> &entries)
{
    DaySection section{.day = tuesday, .status = DayStatus::Approximate};
    section.category = category;
    for (const Entry &entry : entries) {
        section.papers += {namedOnly(paper(entry.number), 1), entry.kind};
    }
    section.expected = int(entries.size());
    return section;
}

/** As arXiv's page tells it: all of it, and how many of each kind. */
DaySection pageOf(const QString &category, const QList<Entry> &entries, const QList<KindCount> &counted)
{
    DaySection section = listOf(category, entries);
    section.isWholeList = true;
    section.counted = counted;
    section.expected = 0;
    for (const KindCount &count : counted) {
        *section.expected += count.papers;
    }
    return section;
}

void put(Store &store, const DaySection &section)
{
    const DayFile day{{section}, {}};
    const QByteArray bytes = writeKeptDay(day);
    QVERIFY(await(store.put(nobodysImport, {u"arxiv %1.json"_s.arg(section.category), bytes, day})));
}

/** "complete: 2 new/2, 1 cross/1", category by category. */
QString standing(const Library &library)
{
    const auto days = library.days(tuesday, tuesday);
    QString text = days && !days->isEmpty() ? dayStatusKey(days->first().status) : u"none"_s;
    for (const DayPart &part : library.parts(tuesday, Source::Arxiv)) {
        text += u"; "_s + part.category;
        for (const DayTally &tally : part.tallies) {
            text += u" %1 %2/%3"_s.arg(kindKey(tally.kind)).arg(tally.held).arg(tally.expected);
        }
        text += part.isProven() ? u" proven"_s : u""_s;
    }
    return text;
}

QString order(const Library &library)
{
    QStringList rows;
    for (const Paper &paper : library.papers(OnDay{tuesday, {}}, {}).value_or(QList<Paper>())) {
        rows += u"%1 %2"_s.arg(paper.id.value().section(u'.', 1).toInt()).arg(kindKey(paper.kind));
    }
    return rows.join(u", "_s);
}

const QList<KindCount> twoNewOneCross = {{Kind::New, 2}, {Kind::Cross, 1}, {Kind::Replaced, 2}};
const QList<Entry> theList = {
    {3, Kind::New}, {1, Kind::New}, {7, Kind::Cross}, {5, Kind::Replaced}, {6, Kind::ReplacedCross}};

} // namespace

class TestProof : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aDayIsCompleteWhereAllListsAreWhatThePageCounts()
    {
        const TemporaryLibrary library;
        const auto store = library.store();
        put(*store, pageOf(u"cs.CL"_s, theList, twoNewOneCross));
        const auto reader = library.library();
        QCOMPARE(standing(*reader), u"complete; cs.CL new 2/2 cross 1/1 replaced 2/2 proven"_s);
        QCOMPARE(order(*reader), u"3 new, 1 new, 7 cross, 5 replaced, 6 replaced-cross"_s);

        put(*store, listOf(u"hep-th"_s, {{9, Kind::New}})); // of which nobody knows
        QCOMPARE(standing(*reader), u"approximate; cs.CL new 2/2 cross 1/1 replaced 2/2 proven; hep-th"_s);
        put(*store, pageOf(u"hep-th"_s, {{9, Kind::New}}, {{Kind::New, 1}}));
        QCOMPARE(standing(*reader), u"complete; cs.CL new 2/2 cross 1/1 replaced 2/2 proven; hep-th new 1/1 "
                                    "proven"_s);
    }

    void aPaperOnTwoListsIsUnreadOnce()
    {
        const TemporaryLibrary library;
        const auto store = library.store();
        put(*store, pageOf(u"cs.CL"_s, {{1, Kind::New}}, {{Kind::New, 1}}));
        put(*store,
            pageOf(u"hep-th"_s, {{1, Kind::Cross}, {2, Kind::New}}, {{Kind::New, 1}, {Kind::Cross, 1}}));
        const auto days = library.library()->days(tuesday, tuesday);
        QCOMPARE(days->first().count, 2);
        QCOMPARE(days->first().unread, 2);
    }

    void whatIsMissingIsSaid()
    {
        const TemporaryLibrary library;
        const auto store = library.store();
        put(*store, pageOf(u"cs.CL"_s, theList.mid(1), twoNewOneCross));
        const auto reader = library.library();
        QCOMPARE(standing(*reader), u"incomplete; cs.CL new 1/2 cross 1/1 replaced 2/2"_s);
        QCOMPARE(reader->days(tuesday, tuesday)->first().lacking.first().held, 4);
        put(*store, pageOf(u"cs.CL"_s, theList, twoNewOneCross));
        QCOMPARE(standing(*reader), u"complete; cs.CL new 2/2 cross 1/1 replaced 2/2 proven"_s);
    }

    /** A window of submissions knows no cross-lists of older papers, and has some of a neighbouring day. */
    void thePageTakesThePlaceOfWhatWasApproximate()
    {
        const TemporaryLibrary library;
        const auto store = library.store();
        put(*store, listOf(u"cs.CL"_s, {{1, Kind::New}, {2, Kind::New}, {3, Kind::New}}));
        const auto reader = library.library();
        QCOMPARE(standing(*reader), u"approximate; cs.CL"_s);
        put(*store, pageOf(u"cs.CL"_s, theList, twoNewOneCross));
        QCOMPARE(standing(*reader), u"complete; cs.CL new 2/2 cross 1/1 replaced 2/2 proven"_s);
        QCOMPARE(order(*reader), u"3 new, 1 new, 7 cross, 5 replaced, 6 replaced-cross"_s);
        QVERIFY(reader->details(paper(2))); // known, but on no list
    }

    void aCacheThatIsBuiltAnewSaysTheSame()
    {
        const TemporaryLibrary library;
        {
            const auto store = library.store();
            put(*store, listOf(u"cs.CL"_s, {{1, Kind::New}, {2, Kind::New}}));
            put(*store, pageOf(u"cs.CL"_s, theList, twoNewOneCross));
        }
        QVERIFY(QFile::remove(library.folder().cacheFile()));
        const auto store = library.store();
        QCOMPARE(standing(*library.library()), u"complete; cs.CL new 2/2 cross 1/1 replaced 2/2 proven"_s);
        QCOMPARE(order(*library.library()), u"3 new, 1 new, 7 cross, 5 replaced, 6 replaced-cross"_s);
    }

    void whatIsKeptIsTheSameWhenItIsRead()
    {
        const DayFile day{{pageOf(u"cs.CL"_s, theList, twoNewOneCross)}, {}};
        QCOMPARE(*parseKeptDay(writeKeptDay(day), u"kept.json"_s), day);
    }
};

QTEST_GUILESS_MAIN(TestProof)
#include "tst_proof.moc"
