// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/journalfile.h"
#include "app/store/starcopy.h"

#include "tests/support/decisions.h"
#include "tests/support/temporarylibrary.h"

#include <QJsonDocument>
#include <QtTest>

using namespace paperdawn;
using namespace paperdawn::test;
using namespace Qt::StringLiterals;

namespace {

const QString chinese = u"zh-Hans"_s;

PaperId id(const QString &key)
{
    return *PaperId::fromKey(key);
}

PaperDetails told(const QString &key, const QString &title, const QString &translated = {}, QDate day = {})
{
    PaperDetails paper{.id = id(key), .title = title};
    if (!translated.isNull()) {
        paper.translations = {{chinese, fileOrigin(day), translated, {}, {}}};
    }
    return paper;
}

QStringList titles(const Result<QList<Paper>> &papers)
{
    QStringList titles;
    for (const Paper &paper : papers.value_or(QList<Paper>())) {
        titles += paper.titleTranslated.isNull() ? paper.title : paper.titleTranslated;
    }
    return titles;
}

} // namespace

class TestLibrary : public QObject
{
    Q_OBJECT
    std::unique_ptr<TemporaryLibrary> m_place;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<Library> m_library;
    const QDate m_tuesday{2025, 12, 9};
    const QDate m_wednesday{2025, 12, 10};

    void put(const QList<DaySection> &sections)
    {
        static int number = 0;
        const QByteArray bytes = QByteArray::number(++number);
        const qint64 import = await(m_store->beginImport()).value_or(-1);
        QVERIFY(await(m_store->put(import, {QString::fromLatin1(bytes), bytes, {sections, {}}})));
    }
    void decide(const QList<Draft> &drafts)
    {
        m_place->clock().advance(1000);
        auto journal = JournalFile::open(m_place->folder().journalFolder(), m_place->folder().machineFile(),
                                         m_place->clock());
        QVERIFY(journal->append(drafts));
        QVERIFY(await(m_store->catchUp()));
    }

private Q_SLOTS:
    void init()
    {
        m_place = std::make_unique<TemporaryLibrary>();
        m_store = m_place->store();
        m_library = m_place->library();
        QVERIFY(m_store && m_library);
    }

    void cleanup()
    {
        m_library.reset();
        m_store.reset();
        m_place.reset();
    }

    void anEmptyLibraryAnswers()
    {
        QCOMPARE(libraryText(*m_library), u"reading list"_s);
        QVERIFY(!m_library->latestDay().isValid());
        QVERIFY(!m_library->dayAfter(m_tuesday).isValid());
        QVERIFY(!m_library->dayBefore(m_tuesday).isValid());
        QCOMPARE(m_library->readingListSize(), 0);
        QVERIFY(!m_library->undoable() && !m_library->redoable());
        const auto details = m_library->details(id(u"arxiv:2512.00001"_s));
        QVERIFY(!details);
        QCOMPARE(details.error().kind, ErrorKind::NotFound);
    }

    void listsStandInTheOrderOfTheirFiles()
    {
        put({{.day = m_tuesday,
              .source = Source::Biorxiv,
              .papers = {{told(u"biorxiv:10.1101/2025.12.01.123456"_s, u"Cells"_s), Kind::Unknown}}},
             {.day = m_tuesday,
              .source = Source::Arxiv,
              .papers = {{told(u"arxiv:2512.00003"_s, u"C"_s), Kind::New},
                         {told(u"arxiv:2512.00001"_s, u"A"_s), Kind::Cross}}}});
        put({{.day = m_tuesday,
              .source = Source::Arxiv,
              .papers = {{told(u"arxiv:2512.00002"_s, u"B"_s), Kind::New},
                         {told(u"arxiv:2512.00001"_s, u"A"_s), Kind::New}}}});
        QCOMPARE(titles(m_library->papers(OnDay{m_tuesday, {}}, chinese)),
                 (QStringList{u"C"_s, u"A"_s, u"B"_s, u"Cells"_s}));
        QCOMPARE(titles(m_library->papers(OnDay{m_tuesday, Source::Biorxiv}, chinese)),
                 QStringList{u"Cells"_s});
        QCOMPARE(m_library->papers(OnDay{m_tuesday, Source::Arxiv}, chinese)->at(1).kind, Kind::Cross);
        QVERIFY(m_library->papers(OnDay{m_wednesday, {}}, chinese)->isEmpty());
    }

    void aListShowsTheTranslationOfItsDay()
    {
        for (const QDate day : {m_tuesday, m_wednesday}) {
            put({{.day = day,
                  .papers = {{told(u"arxiv:2512.00001"_s, u"Voxel art"_s, u"体素 %1"_s.arg(day.day()), day),
                              Kind::New}}}});
        }
        QCOMPARE(titles(m_library->papers(OnDay{m_tuesday, {}}, chinese)), QStringList{u"体素 9"_s});
        QCOMPARE(titles(m_library->papers(OnDay{m_wednesday, {}}, chinese)), QStringList{u"体素 10"_s});
        QCOMPARE(titles(m_library->papers(OnDay{m_tuesday, {}}, u"de"_s)), QStringList{u"Voxel art"_s});
        const auto details = m_library->details(id(u"arxiv:2512.00001"_s), m_wednesday);
        QCOMPARE(details->translations.size(), 2);
        QCOMPARE(details->translations.first().title, u"体素 10"_s);
        QCOMPARE(m_library->daysOf(id(u"arxiv:2512.00001"_s)), (QList<QDate>{m_wednesday, m_tuesday}));
    }

    void daysCountWhatIsRead()
    {
        put({{.day = m_tuesday,
              .papers = {{told(u"arxiv:2512.00001"_s, u"A"_s), Kind::New},
                         {told(u"arxiv:2512.00002"_s, u"B"_s), Kind::New}}},
             {.day = m_wednesday, .status = DayStatus::Failed, .reason = u"HTTP 503"_s}});
        decide({starring(u"arxiv:2512.00002"_s)});
        Draft read = starring(u"arxiv:2512.00001"_s);
        read.field = u"read"_s;
        decide({read});
        QCOMPARE(libraryText(*m_library), u"2025-12-09 arxiv selection : 2 papers, 1 unread, 1 starred\n"
                                          "  arxiv:2512.00001 A read\n"
                                          "  arxiv:2512.00002 B ★\n"
                                          "2025-12-10 arxiv failed HTTP 503: 0 papers, 0 unread, 0 starred\n"
                                          "reading list\n"
                                          "  arxiv:2512.00002 B ★"_s);
        QCOMPARE(m_library->days()->size(), 2);
        QCOMPARE(m_library->days(m_wednesday, m_wednesday)->size(), 1);
        QCOMPARE(m_library->days(m_wednesday)->size(), 1);
        QCOMPARE(m_library->latestDay(), m_tuesday);
        QCOMPARE(m_library->dayAfter(m_tuesday), m_wednesday);
        QCOMPARE(m_library->dayBefore(m_wednesday), m_tuesday);
        QVERIFY(!m_library->dayAfter(m_wednesday).isValid());
    }

    void theStrongerStatusStands_data()
    {
        QTest::addColumn<DayStatus>("first");
        QTest::addColumn<DayStatus>("second");
        QTest::addColumn<DayStatus>("stands");
        QTest::newRow("failed, then papers")
            << DayStatus::Failed << DayStatus::Selection << DayStatus::Selection;
        QTest::newRow("papers, then failed")
            << DayStatus::Selection << DayStatus::Failed << DayStatus::Selection;
        QTest::newRow("cut off, then whole")
            << DayStatus::Incomplete << DayStatus::Selection << DayStatus::Selection;
        QTest::newRow("empty, then unknown") << DayStatus::Empty << DayStatus::Unknown << DayStatus::Empty;
    }

    void theStrongerStatusStands()
    {
        QFETCH(DayStatus, first);
        QFETCH(DayStatus, second);
        QFETCH(DayStatus, stands);
        put({{.day = m_tuesday,
              .status = first,
              .reason = first == DayStatus::Failed ? u"why"_s : QString()}});
        put({{.day = m_tuesday,
              .status = second,
              .reason = second == DayStatus::Failed ? u"why"_s : QString()}});
        QCOMPARE(m_library->days()->first().status, stands);
        QVERIFY(m_library->days()->first().reason.isNull());
    }

    void theReadingListIsLastStarredFirst()
    {
        put({{.day = m_tuesday,
              .papers = {{told(u"arxiv:2512.00001"_s, u"A"_s, u"甲"_s, m_tuesday), Kind::New},
                         {told(u"arxiv:2512.00002"_s, u"B"_s), Kind::New}}}});
        decide({starring(u"arxiv:2512.00001"_s)});
        decide({starring(u"arxiv:2512.00002"_s)});
        Draft elsewhere = starring(u"arxiv:1706.03762"_s);
        elsewhere.copy = starCopy(told(u"arxiv:1706.03762"_s, u"Attention"_s, u"注意力"_s));
        decide({elsewhere});
        decide({starring(u"medrxiv:10.1101/2020.01.02.20016303"_s)});
        QCOMPARE(titles(m_library->papers(InReadingList{}, chinese)),
                 (QStringList{QString(), u"注意力"_s, u"B"_s, u"甲"_s}));
        QCOMPARE(m_library->readingListSize(), 4);
        QCOMPARE(m_library->papers(InReadingList{}, chinese)->last().day, m_tuesday);
        decide({starring(u"arxiv:2512.00002"_s, false)});
        QCOMPARE(m_library->readingListSize(), 3);
        QCOMPARE(m_library->marks(id(u"arxiv:2512.00002"_s)), (Marks{false, false}));
        QCOMPARE(m_library->details(id(u"arxiv:1706.03762"_s))->title, u"Attention"_s);
    }

    /** Whatever a paper holds, its star fits a line of the journal. */
    void theUnreadAreNewestFirstAndEachOnce()
    {
        put({{.day = m_tuesday,
              .papers = {{told(u"arxiv:2512.00001"_s, u"Old"_s), Kind::New},
                         {told(u"arxiv:2512.00002"_s, u"Both days"_s), Kind::New},
                         {told(u"arxiv:2512.00003"_s, u"Seen"_s), Kind::New}}}});
        put({{.day = m_wednesday,
              .papers = {{told(u"arxiv:2512.00004"_s, u"New"_s), Kind::New},
                         {told(u"arxiv:2512.00002"_s, u"Both days"_s), Kind::Replaced}}}});
        decide({{u"arxiv:2512.00003"_s, u"read"_s, true, false, Way::Done, 0, {}}});
        const auto unread = m_library->papers(StillUnread{}, chinese);
        QCOMPARE(titles(unread), QStringList({u"New"_s, u"Both days"_s, u"Old"_s}));
        QCOMPARE(unread->at(1).day, m_wednesday);
        QCOMPARE(m_library->unreadCount(), 3);

        decide({{u"arxiv:2512.00004"_s, u"read"_s, true, false, Way::Done, 0, {}}});
        const StillUnread kept{{id(u"arxiv:2512.00004"_s)}};
        QCOMPARE(titles(m_library->papers(kept, chinese)),
                 QStringList({u"New"_s, u"Both days"_s, u"Old"_s})); // read while it was shown
        QCOMPARE(titles(m_library->papers(StillUnread{}, chinese)), QStringList({u"Both days"_s, u"Old"_s}));
        QCOMPARE(m_library->unreadCount(), 2);
    }

    void onlyTheNewestListsAreAskedForTheUnread()
    {
        for (int i = 0; i <= StillUnread::lists; ++i) {
            const QString number = u"arxiv:2512.%1"_s.arg(i + 1, 5, 10, QChar(u'0'));
            put({{.day = m_tuesday.addDays(i), .papers = {{told(number, number), Kind::New}}}});
        }
        QCOMPARE(m_library->papers(StillUnread{}, chinese)->size(), StillUnread::lists);
        QCOMPARE(m_library->unreadCount(), StillUnread::lists);
    }

    void aCopyFitsItsLine()
    {
        PaperDetails huge{.id = id(u"arxiv:2512.00001"_s)};
        const QString worst = u"\"\\\u0001😀晨"_s.repeated(2000);
        huge.title = worst;
        huge.journalRef = worst;
        huge.doi = worst;
        huge.pdfUrl = worst;
        huge.authors = QStringList(3000, worst);
        huge.categories = QStringList(3000, worst);
        huge.translations = {{chinese, worst, worst, worst, {}}};
        Draft draft = starring(huge.id.key());
        draft.copy = starCopy(huge);
        auto journal = JournalFile::open(m_place->folder().journalFolder(), m_place->folder().machineFile(),
                                         m_place->clock());
        const auto written = journal->append({draft});
        QVERIFY2(written, qPrintable(written ? QString() : written.error().what));
        for (qsizetype length = 2990; length < 3010; ++length) {
            huge.title = u"x"_s.repeated(length % 7) + u"😀"_s.repeated(length);
            draft.copy = starCopy(huge);
            QVERIFY(journal->append({draft}));
        }
    }

    void aCopySaysWhatItHolds()
    {
        PaperDetails paper = told(u"arxiv:2512.00001"_s, u"Voxel art"_s, u"体素"_s, m_tuesday);
        paper.version = 2;
        paper.authors = {u"Ada"_s, u"Bo"_s};
        paper.authorsComplete = true;
        paper.categories = {u"cs.CV"_s};
        paper.submitted = QDateTime(m_tuesday, QTime(1, 2, 3), Qt::UTC);
        paper.doi = u"10.1/x"_s;
        paper.journalRef = u"J. of X"_s;
        paper.pdfUrl = u"https://example.org/x.pdf"_s;
        QCOMPARE(textOf(paperFromCopy(paper.id, starCopy(paper))), textOf(paper));
        QCOMPARE(textOf(paperFromCopy(paper.id, {})), textOf(PaperDetails{.id = paper.id}));
    }
};

QTEST_GUILESS_MAIN(TestLibrary)
#include "tst_library.moc"
