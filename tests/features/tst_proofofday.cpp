// SPDX-License-Identifier: GPL-3.0-or-later
// A list held against arXiv's own page, as a reader sees it: the status bar, what it says when it is asked
// for more, and the JSON of `paperdawnctl days`.
#include "app/formats/papersjson.h"

#include "tests/support/fakearxiv.h"
#include "tests/support/fakepages.h"
#include "tests/support/misbehavingserver.h"
#include "tests/support/scenario.h"
#include "ui/daywords.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace paperdawn;
using namespace paperdawn::test;
using namespace Qt::StringLiterals;

namespace {

const QDate tuesday(2025, 12, 9);

/** A reader of an arXiv with an API and pages of its own, the morning after the list came. */
struct Morning
{
    explicit Morning(const QStringList &categories)
        : reader(QDateTime(tuesday, {12, 0}, Qt::UTC))
    {
        server.always([this](const Asked &asked) {
            const QUrl url(u"http://arxiv"_s + QString::fromUtf8(asked.target));
            return asked.target.startsWith("/api/") ? answers::good(api.answer(url)) : page(url);
        });
        Endpoints endpoints = nowhere();
        endpoints.replace(Endpoint::ArxivApi, server.url(u"/api/query"_s));
        endpoints.replace(Endpoint::ArxivSite, server.url());
        reader.asks(endpoints);
        reader.settings().setCategories(categories);
    }

    /** The newest list, "/list/cs.CL/new". */
    [[nodiscard]] Answer page(const QUrl &url) const
    {
        if (isDown) {
            return answers::status(503, {}, "Retry-After: 300\r\n");
        }
        const QString category = url.path().section(u'/', 2, 2);
        const QByteArray html = withoutEntry(listingPage(tuesday, pages.value(category)), lost);
        return answers::good(html, "text/html; charset=utf-8");
    }

    void getsTheDay() { reader.window().actions()[Command::GetLatest]->trigger(); }
    [[nodiscard]] QString seesFetching()
    {
        auto *words = reader.window().findChild<QLabel *>(u"fetch-words"_s);
        return words->isVisible() ? words->text() : QString();
    }
    /** Behind what the status bar says of the day. */
    [[nodiscard]] QString seesProof() const { return reader.seesStatus().section(u"  "_s, 1); }
    /** What the status bar says beyond its line. */
    [[nodiscard]] QString seesDetails()
    {
        return reader.window().findChild<QLabel *>(u"status"_s)->accessibleDescription();
    }

    FakeArxiv api{{{u"cs.CL"_s, entries(1, 2)}, {u"hep-th"_s, entries(30, 1, u"hep-th"_s)}}};
    QHash<QString, QList<ListedEntry>> pages{{u"cs.CL"_s, listed(1, 12) +
                                                              listed(20, 1, Kind::Cross, u"cs.LG"_s) +
                                                              listed(15, 2, Kind::Replaced, u"cs.CL"_s, 3)},
                                             {u"hep-th"_s, listed(30, 1, Kind::New, u"hep-th"_s)}};
    QByteArray lost; ///< an entry that the page counts and does not have
    bool isDown = false;
    MisbehavingServer server;
    Reader reader;
};

} // namespace

class TestProofOfDay : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    /** Of which the API knew two: arXiv's own page has the others, and the order. */
    void theStatusBarSaysThatTheListIsAllThere()
    {
        Morning it({u"cs.CL"_s});
        When(it.getsTheDay());
        Then(it.seesFetching(), QString());
        Then(it.seesProof(), u"cs.CL · new 12/12 · cross-lists 1/1 · replacements 2/2 ✓"_s);
        QCOMPARE(it.seesDetails(), QString());
        QCOMPARE(it.reader.table().model()->rowCount(), 18); // with three groups' headings
    }

    void ofSeveralListsItSaysTheSumAndEachWhereItIsAsked()
    {
        Morning it({u"cs.CL"_s, u"hep-th"_s});
        When(it.getsTheDay());
        Then(it.seesFetching(), QString());
        Then(it.seesProof(), u"2 list(s) · new 13/13 · cross-lists 1/1 · replacements 2/2 ✓"_s);
        QCOMPARE(
            it.seesDetails(),
            u"cs.CL · new 12/12 · cross-lists 1/1 · replacements 2/2 ✓\nhep-th · new 1/1 · cross-lists 0/0 · replacements 0/0 ✓"_s);
    }

    void whatThePageCountsAndNobodyHasIsMissing()
    {
        Morning it({u"cs.CL"_s});
        it.lost = "2512.00003";
        When(it.getsTheDay());
        Then(it.seesFetching(), QString());
        Then(it.seesProof(), u"cs.CL · new 11/12 · cross-lists 1/1 · replacements 2/2"_s);
        const auto days = it.reader.services().library().days(tuesday, tuesday);
        QCOMPARE(days->first().status, DayStatus::Incomplete);

        it.lost.clear(); // and the page is whole again
        auto *rest = it.reader.window().findChild<QAbstractButton *>(u"get-rest"_s);
        QVERIFY(rest->isVisible());
        QCOMPARE(rest->text(), u"Get the other 1"_s);
        When(QTest::mouseClick(rest, Qt::LeftButton));
        Then(it.seesProof(), u"cs.CL · new 12/12 · cross-lists 1/1 · replacements 2/2 ✓"_s);
    }

    /** The lists are here, and nobody says that they are all there is. */
    void aListThatWasNotCheckedSaysSo()
    {
        Morning it({u"cs.CL"_s});
        it.isDown = true;
        When(it.getsTheDay());
        Then(it.seesFetching(), QString());
        QCOMPARE(it.reader.table().model()->rowCount(), 2);
        QCOMPARE(it.reader.seesStatus(), u"2 paper(s); one or the other may belong to a neighbouring day."_s);
    }

    void theJsonOfADaySaysEachListAndSection()
    {
        Morning it({u"cs.CL"_s});
        it.lost = "2512.00003";
        When(it.getsTheDay());
        Then(it.seesFetching(), QString());
        const Library &library = it.reader.services().library();
        Then(library.parts(tuesday, Source::Arxiv).value(0).tallies.size(), 3);
        const QJsonObject day =
            dayJson(library.days(tuesday, tuesday)->first(), library.parts(tuesday, Source::Arxiv));
        QCOMPARE(QJsonDocument(day.value("lists"_L1).toArray()).toJson(QJsonDocument::Compact),
                 R"([{"category":"cs.CL","expected":15,"held":14,"proven":false,"sections":[)"
                 R"({"expected":12,"held":11,"kind":"new"},{"expected":1,"held":1,"kind":"cross"},)"
                 R"({"expected":2,"held":2,"kind":"replaced"}]}])");
    }

    void theWords_data()
    {
        QTest::addColumn<QList<DayPart>>("lists");
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("lines");
        const DayPart proven{u"cs.CL"_s, 3, 3, {}, {{Kind::New, 2, 2}, {Kind::Replaced, 1, 1}}};
        const DayPart missing{u"hep-th"_s, 4, 3, {}, {{Kind::New, 4, 3}}};
        const DayPart unchecked{u"math.AG"_s, 5, 5, {}, {}};
        QTest::newRow("none") << QList<DayPart>() << QString() << QString();
        QTest::newRow("one that is proven") << QList{proven} << u"cs.CL · new 2/2 · replacements 1/1 ✓"_s
                                            << u"cs.CL · new 2/2 · replacements 1/1 ✓"_s;
        QTest::newRow("one that lacks some")
            << QList{missing} << u"hep-th · new 3/4"_s << u"hep-th · new 3/4"_s;
        QTest::newRow("one that was not checked")
            << QList{unchecked} << QString() << u"math.AG · not held against arXiv's own page"_s;
        QTest::newRow("one of which more is here than the page counts")
            << QList{DayPart{u"cs.CL"_s, 1, 2, {}, {{Kind::New, 1, 2}}}} << u"cs.CL · new 2/1"_s
            << u"cs.CL · new 2/1"_s;
        QTest::newRow("a sum that hides what one lacks")
            << QList{missing, DayPart{u"cs.AI"_s, 1, 2, {}, {{Kind::New, 1, 2}}}} << u"2 list(s) · new 5/5"_s
            << u"hep-th · new 3/4\ncs.AI · new 2/1"_s;
        QTest::newRow("some of them")
            << QList{proven, unchecked} << u"1 list(s) · new 2/2 · replacements 1/1"_s
            << u"cs.CL · new 2/2 · replacements 1/1 ✓\nmath.AG · not held against arXiv's own page"_s;
    }

    void theWords()
    {
        QFETCH(QList<DayPart>, lists);
        QTEST(proofWords(lists), "words");
        QTEST(proofLines(lists), "lines");
    }
};

QTEST_MAIN(TestProofOfDay)
#include "tst_proofofday.moc"
