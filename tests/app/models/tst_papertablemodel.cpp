// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/papertablemodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QtTest>

using namespace paperdawn;
using namespace Qt::StringLiterals;

namespace {

const QDate someDay(2025, 12, 9);

Paper paper(int serial, const QString &title, const QString &author = u"Ann Other"_s)
{
    Paper made{*PaperId::parse(u"2512.%1"_s.arg(serial, 5, 10, QChar(u'0')))};
    made.day = someDay;
    made.title = title;
    made.authors = {author};
    return made;
}

constexpr int manyRows = 10000;

constexpr int rowsAboutFlows = manyRows / 100;

QList<Paper> manyPapers()
{
    QList<Paper> papers;
    for (int i = 0; i < manyRows; ++i) {
        const bool aboutFlows = i % 100 == 0;
        papers += paper(i + 1, aboutFlows ? u"A rather long title about flows"_s
                                          : u"A rather long title about diffusion"_s);
        papers.last().titleTranslated = u"关于扩散模型与变换器的论文的标题"_s;
    }
    return papers;
}

QString textOf(const PaperTableModel &model)
{
    QStringList rows;
    for (int row = 0; row < model.rowCount(); ++row) {
        rows += model.index(row, PaperTableModel::Title).data().toString();
    }
    return rows.join(u" | "_s);
}

} // namespace

class TestPaperTableModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_papers = {paper(1, u"Voxel art"_s, u"Zoë Zimmer"_s),
                    paper(2, u"Relational similarity"_s, u"Bo Li"_s),
                    paper(3, u"Äther drift"_s, u"Ada Lovelace"_s)};
        m_over.clear();
        m_refusal.reset();
    }

    void showsADayInItsOwnOrder()
    {
        auto model = shown();
        QCOMPARE(textOf(*model), u"Voxel art | Relational similarity | Äther drift"_s);
        QCOMPARE(model->total(), 3);
        QCOMPARE(model->unread(), 3);
    }

    void filtersByWordsOfAnyField_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("left");
        QTest::newRow("nothing") << u""_s << u"Voxel art | Relational similarity | Äther drift"_s;
        QTest::newRow("blanks") << u"  "_s << u"Voxel art | Relational similarity | Äther drift"_s;
        QTest::newRow("a title's word") << u"VOXEL"_s << u"Voxel art"_s;
        QTest::newRow("without its accent") << u"ather"_s << u"Äther drift"_s;
        QTest::newRow("an author") << u"zoe"_s << u"Voxel art"_s;
        QTest::newRow("two words, two fields") << u"lovelace drift"_s << u"Äther drift"_s;
        QTest::newRow("a number") << u"2512.00002"_s << u"Relational similarity"_s;
        QTest::newRow("no such word") << u"quark"_s << u""_s;
        QTest::newRow("an apostrophe") << u"o'hara"_s << u""_s;
    }

    void filtersByWordsOfAnyField()
    {
        QFETCH(QString, words);
        QFETCH(QString, left);
        auto model = shown();
        model->setFilter(words);
        QCOMPARE(textOf(*model), left);
        QCOMPARE(model->total(), 3);
        model->setFilter({});
        QCOMPARE(model->rowCount(), 3);
    }

    void translationsAreFilteredToo()
    {
        m_papers[1].titleTranslated = u"关系相似性"_s;
        auto model = shown();
        model->setFilter(u"相似"_s);
        QCOMPARE(textOf(*model), u"Relational similarity"_s);
    }

    void sorts_data()
    {
        using Order = PaperTableModel::Order;
        QTest::addColumn<Order>("order");
        QTest::addColumn<Qt::SortOrder>("direction");
        QTest::addColumn<QString>("rows");
        QTest::newRow("title") << Order::Title << Qt::AscendingOrder
                               << u"Äther drift | Relational similarity | Voxel art"_s;
        QTest::newRow("title, down") << Order::Title << Qt::DescendingOrder
                                     << u"Voxel art | Relational similarity | Äther drift"_s;
        QTest::newRow("last name of the first author")
            << Order::Author << Qt::AscendingOrder << u"Relational similarity | Äther drift | Voxel art"_s;
        QTest::newRow("date") << Order::Date << Qt::DescendingOrder
                              << u"Äther drift | Relational similarity | Voxel art"_s;
        QTest::newRow("list, down") << Order::List << Qt::DescendingOrder
                                    << u"Äther drift | Relational similarity | Voxel art"_s;
    }

    void sorts()
    {
        QFETCH(PaperTableModel::Order, order);
        QFETCH(Qt::SortOrder, direction);
        QFETCH(QString, rows);
        auto model = shown();
        const QPersistentModelIndex voxel = model->index(0, PaperTableModel::Title);
        model->setOrder(order, direction);
        QCOMPARE(textOf(*model), rows);
        QCOMPARE(voxel.data().toString(), u"Voxel art"_s);
    }

    void sortsByTheTitleThatComesFirst()
    {
        m_papers[0].titleTranslated = u"一"_s;
        m_papers[1].titleTranslated = u"三"_s;
        m_papers[2].titleTranslated = u"丁"_s;
        m_papers += paper(4, {});
        m_papers[3].titleTranslated = u"乙"_s;
        const QString byOriginal = u"Äther drift | Relational similarity | Voxel art | "_s;
        const QString byTranslation = u"Voxel art | Äther drift | Relational similarity | "_s;
        auto model = shown();
        model->setOrder(PaperTableModel::Order::Title);
        QCOMPARE(textOf(*model), byOriginal);
        model->setTitles(TitleLanguage::Translated);
        QCOMPARE(textOf(*model), byTranslation);
        model->setTitles(TitleLanguage::Both);
        QCOMPARE(textOf(*model), byOriginal);
    }

    void tellsOnlyOfWhatChanged()
    {
        auto model = shown();
        const QSignalSpy resets(model.get(), &QAbstractItemModel::modelReset);
        const QSignalSpy inserted(model.get(), &QAbstractItemModel::rowsInserted);
        const QSignalSpy removed(model.get(), &QAbstractItemModel::rowsRemoved);
        const QSignalSpy changed(model.get(), &QAbstractItemModel::dataChanged);
        const QPersistentModelIndex drift = model->index(2, PaperTableModel::Title);

        m_papers[1].read = true;
        model->storeChanged({{}, {m_papers[1].id}, false});
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.first().first().toModelIndex().row(), 1);

        m_papers.removeFirst();
        m_papers.append(paper(4, u"New"_s));
        model->storeChanged({{someDay}, {}, false});
        QCOMPARE(textOf(*model), u"Relational similarity | Äther drift | New"_s);
        QCOMPARE(drift.row(), 1);
        QCOMPARE(removed.size(), 1);
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(resets.size(), 0);
    }

    void aStrangersChangeIsNoneOfItsBusiness()
    {
        auto model = shown();
        const int asked = m_asked;
        model->storeChanged({{someDay.addDays(1)}, {*PaperId::parse(u"2401.00001")}, false});
        QCOMPARE(m_asked, asked);
        model->storeChanged({{}, {}, true});
        QCOMPARE(m_asked, asked + 1);
    }

    void pendingMarksLieOverStoredOnes()
    {
        auto model = shown();
        const PaperId id = m_papers[0].id;
        m_over.insert(id, {true, true});
        model->marksChanged({id});
        QVERIFY(model->paper(0).starred && model->paper(0).read);
        QCOMPARE(model->unread(), 2);
        m_over.clear(); // taken back
        model->marksChanged({id});
        QVERIFY(!model->paper(0).starred && !model->paper(0).read);
    }

    void anErrorLeavesTheRows()
    {
        auto model = shown();
        m_refusal = Error{ErrorKind::Damaged, {}, u"cache.db"_s, 0, {}};
        model->refresh();
        QCOMPARE(model->rowCount(), 3);
        QVERIFY(model->error());
        m_refusal.reset();
        model->refresh();
        QVERIFY(!model->error());
    }

    void everyStateIsSpoken()
    {
        m_papers[0].starred = true;
        m_papers[0].titleTranslated = u"体素艺术"_s;
        m_papers[0].title = u"Voxel $\\alpha$ art"_s;
        auto model = shown();
        QCOMPARE(model->index(0, PaperTableModel::Title).data(Qt::AccessibleTextRole).toString(),
                 u"starred, unread, Voxel α art, 体素艺术, Zoë Zimmer et al."_s);
    }

    void whosePdfIsHereIsSpokenAndToldAnew()
    {
        bool isHere = false;
        auto model = shown();
        const QModelIndex second = model->index(1, PaperTableModel::Title);
        model->setPdfHere([&](const Paper &paper) { return isHere && paper.id == m_papers[1].id; });
        QVERIFY(!second.data(PaperTableModel::PdfRole).toBool());
        const QSignalSpy changed(model.get(), &QAbstractItemModel::dataChanged);
        isHere = true;
        model->pdfsChanged();
        QCOMPARE(changed.size(), 1);
        QVERIFY(second.data(PaperTableModel::PdfRole).toBool());
        QCOMPARE(second.data(Qt::AccessibleTextRole).toString(),
                 u"unread, Relational similarity, Bo Li et al., PDF here"_s);
        QVERIFY(!model->index(0, PaperTableModel::Title).data(PaperTableModel::PdfRole).toBool());
    }

    void aPaperWithoutATitleShowsItsNumber()
    {
        m_papers[0].title.clear();
        m_papers[1].title.clear();
        m_papers[1].titleTranslated = u"关系相似性"_s;
        QCOMPARE(textOf(*shown()), u"2512.00001 |  | Äther drift"_s);
    }

    void namesThreeAuthorsAndTheLast_data()
    {
        QTest::addColumn<QStringList>("authors");
        QTest::addColumn<bool>("complete");
        QTest::addColumn<QString>("line");
        QTest::newRow("none") << QStringList() << false << QString();
        QTest::newRow("in TeX") << QStringList{u"Zo\\\"e Muster"_s} << true << u"Zoë Muster"_s;
        QTest::newRow("first only") << QStringList{u"A"_s} << false << u"A et al."_s;
        QTest::newRow("alone") << QStringList{u"A"_s} << true << u"A"_s;
        QTest::newRow("four") << QStringList{u"A"_s, u"B"_s, u"C"_s, u"D"_s} << true << u"A, B, C, D"_s;
        QTest::newRow("six") << QStringList{u"A"_s, u"B"_s, u"C"_s, u"D"_s, u"E"_s, u"F"_s} << true
                             << u"A, B, C … F"_s;
    }

    void namesThreeAuthorsAndTheLast()
    {
        QFETCH(QStringList, authors);
        QFETCH(bool, complete);
        QFETCH(QString, line);
        Paper one = paper(1, u"T"_s);
        one.authors = authors;
        one.authorsComplete = complete;
        m_papers = {one};
        QCOMPARE(shown()->index(0, PaperTableModel::Authors).data().toString(), line);
    }

    /** What the filter looks at is made piece by piece: nothing between all rows and the right ones is shown.
     */
    void aLongListIsFilteredAsAWhole()
    {
        m_papers = manyPapers();
        auto model = shown();
        QSet<int> seen;
        connect(model.get(), &PaperTableModel::listChanged, model.get(),
                [&] { seen.insert(model->rowCount()); });
        model->setFilter(u"扩散"_s);
        model->setFilter(u"flow"_s); // typed on before the first was there: the last counts
        QTRY_COMPARE(model->rowCount(), rowsAboutFlows);
        QVERIFY((seen - QSet<int>{manyRows, rowsAboutFlows}).isEmpty());
    }

    void aFilterIsFinishedOnRequest()
    {
        m_papers = manyPapers();
        auto model = shown();
        model->setFilter(u"flow"_s);
        model->finishFiltering();
        QCOMPARE(model->rowCount(), rowsAboutFlows);
    }

    void aFilterThatWaitsIsGivenUpWithItsWords()
    {
        m_papers = manyPapers();
        auto model = shown();
        model->setFilter(u"flow"_s);
        model->setFilter({});
        QCOMPARE(model->rowCount(), manyRows);
        model->finishFiltering();
        QCOMPARE(model->rowCount(), manyRows);
    }

    void aFilterThatWaitsHoldsForTheListThatComesMeanwhile()
    {
        m_papers = manyPapers();
        auto model = shown();
        model->setFilter(u"flow"_s);
        m_papers = m_papers.first(101);
        model->refresh();
        QCOMPARE(model->rowCount(), 2);
    }

    void standsInGroupsWhereItIsKnown()
    {
        makeGroups();
        auto model = shown();
        QVERIFY(model->isGrouped());
        QCOMPARE(textOf(*model), u"New | B | D | Cross-lists | C | Replacements | A | E"_s);
        QCOMPARE(model->index(0, 0).data(PaperTableModel::GroupRole).toString(), u"2 / 2"_s);
        QVERIFY(!model->isPaper(0));
        QVERIFY(!model->flags(model->index(0, 0)).testFlag(Qt::ItemIsSelectable));
        QCOMPARE(model->headOf(2), 0);
        QCOMPARE(model->nearestPaper(3, 1), 4);
        QCOMPARE(model->nearestPaper(3, -1), 2);
        QCOMPARE(model->nearestPaper(0, -1), -1);
        QCOMPARE(model->total(), 5);
        QCOMPARE(model->shownCount(), 5);
    }

    void hasNoGroupsWhereAllStandInOneWay()
    {
        auto model = shown();
        QVERIFY(!model->isGrouped());
        QVERIFY(!model->hasKinds());
        QCOMPARE(model->headOf(1), -1);
    }

    void hasNoGroupsWhereOneWayIsKnownAndTheRestIsNot()
    {
        m_papers[0].kind = Kind::New;
        QVERIFY(!shown()->isGrouped());
        m_papers[1].kind = Kind::Cross;
        auto model = shown();
        QCOMPARE(textOf(*model),
                 u"New | Voxel art | Cross-lists | Relational similarity | Others | Äther drift"_s);
    }

    void hasGroupsOnlyInADaysOwnOrder()
    {
        makeGroups();
        auto model = shown();
        model->setOrder(PaperTableModel::Order::Title);
        QVERIFY(!model->isGrouped());
        QVERIFY(model->hasKinds());
        QCOMPARE(textOf(*model), u"A | B | C | D | E"_s);
        QCOMPARE(model->index(0, PaperTableModel::ListKind).data().toString(), u"R"_s);
        model->setOrder(PaperTableModel::Order::List);
        QVERIFY(model->isGrouped());
        model->show(InReadingList{});
        QVERIFY(!model->isGrouped());
    }

    void foldsAGroup()
    {
        makeGroups();
        auto model = shown();
        model->toggleGroup(4);
        QCOMPARE(textOf(*model), u"New | B | D | Cross-lists | Replacements | A | E"_s);
        QVERIFY(model->index(3, 0).data(PaperTableModel::FoldedRole).toBool());
        QCOMPARE(model->shownCount(), 5);
        model->toggleGroup(0);
        QCOMPARE(textOf(*model), u"New | Cross-lists | Replacements | A | E"_s);
        QCOMPARE(model->foldedGroups(), u"new cross"_s);
        auto another = shown();
        another->setFoldedGroups(u"new cross elsewhere"_s);
        QCOMPARE(textOf(*another), textOf(*model));
        model->unfoldAll();
        QCOMPARE(model->rowCount(), 8);
    }

    void findsInFoldedGroups()
    {
        makeGroups();
        auto model = shown();
        model->setFoldedGroups(u"new cross replaced"_s);
        QCOMPARE(model->rowCount(), 3);
        QCOMPARE(model->nearestPaper(0, 1), -1);
        model->setFilter(u"c"_s);
        model->finishFiltering();
        QCOMPARE(textOf(*model), u"Cross-lists | C"_s);
        model->setFilter({});
        QCOMPARE(model->rowCount(), 3);
    }

    void countsAGroupAnewWhenAPaperIsRead()
    {
        makeGroups();
        auto model = shown();
        QSignalSpy changed(model.get(), &QAbstractItemModel::dataChanged);
        m_over.insert(m_papers.at(1).id, {false, true});
        model->marksChanged({m_papers.at(1).id});
        QCOMPARE(model->index(0, 0).data(PaperTableModel::GroupRole).toString(), u"1 / 2"_s);
        const auto tellsOfHead = [](const QList<QVariant> &arguments) {
            return arguments.first().toModelIndex().row() == 0;
        };
        QVERIFY(std::any_of(changed.begin(), changed.end(), tellsOfHead));
    }

    void fetchesTheAbstractsInSightOnce()
    {
        makeGroups();
        auto model = shown();
        m_abstractsAsked = 0;
        model->fetchAbstracts(0, 3);
        model->fetchAbstracts(-1, 4);
        QCOMPARE(m_abstractsAsked, 3);
        QCOMPARE(model->index(1, 0).data(PaperTableModel::AbstractRole).toString(),
                 u"About x² of 2512.00002"_s);
        QVERIFY(model->index(7, 0).data(PaperTableModel::AbstractRole).toString().isNull());
        model->refresh(); // what was learned meanwhile may be in them
        model->fetchAbstracts(1, 1);
        QCOMPARE(m_abstractsAsked, 4);
    }

private:
    void makeGroups()
    {
        m_papers = {paper(1, u"A"_s), paper(2, u"B"_s), paper(3, u"C"_s), paper(4, u"D"_s), paper(5, u"E"_s)};
        m_papers[0].kind = Kind::Replaced;
        m_papers[1].kind = Kind::New;
        m_papers[2].kind = Kind::Cross;
        m_papers[3].kind = Kind::New;
        m_papers[4].kind = Kind::ReplacedCross;
    }

    std::unique_ptr<PaperTableModel> shown()
    {
        m_asked = 0;
        auto model = std::make_unique<PaperTableModel>(
            [this](const PaperQuery &) -> Result<QList<Paper>> {
                ++m_asked;
                if (m_refusal) {
                    return tl::unexpected(*m_refusal);
                }
                return m_papers;
            },
            [this](const PaperId &id, Marks stored) { return m_over.value(id, stored); },
            [this](const QList<PaperId> &ids) {
                m_abstractsAsked += ids.size();
                QHash<PaperId, Abstracts> abstracts;
                for (const PaperId &id : ids) {
                    abstracts.insert(id, {u"About  $x^2$ of "_s + id.value(), {}});
                }
                return abstracts;
            });
        new QAbstractItemModelTester(model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest,
                                     model.get());
        model->show(OnDay{someDay, {}});
        return model;
    }

    QList<Paper> m_papers;
    QHash<PaperId, Marks> m_over;
    std::optional<Error> m_refusal;
    int m_asked = 0;
    qsizetype m_abstractsAsked = 0;
};

QTEST_GUILESS_MAIN(TestPaperTableModel)
#include "tst_papertablemodel.moc"
