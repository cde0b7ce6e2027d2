// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/formats/dayfileformat.h"
#include "app/store/statement.h"
#include "tests/support/fakearxiv.h"
#include "tests/support/misbehavingserver.h"
#include "tests/support/scenario.h"
#include "ui/fetching.h"
#include "ui/papercounts.h"
#include "ui/session.h"
#include "ui/startpage.h"

#include <QToolButton>
#include <QTranslator>

using namespace paperdawn;
using namespace paperdawn::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QDateTime tuesday({2025, 12, 9}, {12, 0}, Qt::UTC);

bool asksForCount(const Asked &asked)
{
    return asked.target.contains("max_results=1&") || asked.target.endsWith("max_results=1");
}

Answer count(const Asked &asked)
{
    return answers::good(atomFeed({}, asked.target.contains("cs.CL") ? 2051 : 98));
}

Answer list(const Asked &asked)
{
    const FakeArxiv arxiv{{{u"cs.CL"_s, entries(1, 5)}}};
    return answers::good(arxiv.answer(QUrl(u"http://arxiv"_s + QString::fromUtf8(asked.target))));
}

/** Who opens the program for the first time, in front of an arXiv of our own. */
struct Newcomer
{
    explicit Newcomer(Answering answering = count, const QStringList &categories = {})
    {
        server.always(std::move(answering));
        endpoints.replace(Endpoint::ArxivApi, server.url(u"/api/query"_s));
        settings.setCategories(categories);
    }

    void opens(const Wish &wish = {})
    {
        session = std::make_unique<Session>(library, settings, endpoints,
                                            [] { return std::make_unique<RunningClock>(tuesday); });
        session->open(wish);
    }

    template <class Part>
    [[nodiscard]] Part *part(const QString &name = {}) const
    {
        return session->window()->findChild<Part *>(name);
    }
    void chooses(const QString &category) const
    {
        QTest::keyClicks(part<QLineEdit>(u"categorySearch"_s), category);
        QTest::keyClick(part<QLineEdit>(u"categorySearch"_s), Qt::Key_Return);
    }
    void getsTheLatestList() const { QTest::mouseClick(part<QPushButton>(u"getLatest"_s), Qt::LeftButton); }
    [[nodiscard]] QString sees() const { return part<QLabel>(u"papersADay"_s)->text(); }
    [[nodiscard]] QString seesMessage() const { return part<MessageBar>(u"messageBar"_s)->text(); }

    /** "cs.CL" where the count of it was asked for, "list of cs.CL" where the list was. */
    [[nodiscard]] QStringList asked() const
    {
        QStringList what;
        for (const Asked &one : server.asked()) {
            const QString query =
                test::asked(QUrl(u"http://arxiv"_s + QString::fromUtf8(one.target)), u"search_query"_s);
            const QString category = query.section(u"cat:"_s, 1, 1).section(u' ', 0, 0);
            what += asksForCount(one) ? category : QString(u"list of "_s + category);
        }
        return what;
    }

    QTemporaryDir folder;
    QString library = folder.filePath(u"library"_s);
    Settings settings{folder.filePath(u"settings.ini"_s)};
    Endpoints endpoints = nowhere();
    MisbehavingServer server;
    std::unique_ptr<Session> session;
};

} // namespace

/** How much a choice of categories brings, told to who fetched nothing yet. */
class TestPaperCounts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        QLoggingCategory::setFilterRules(u"qt.qpa.*=false"_s);
        qputenv("XDG_CACHE_HOME", QFile::encodeName(m_cache.path())); // no other program's pace
    }

    void theFirstPageTellsWhatIsChosen()
    {
        Newcomer it;
        it.opens();
        QTRY_VERIFY(it.session->window());
        QCOMPARE(it.sees(), QString());
        When(it.chooses(u"cs.CL"_s));
        Then(it.sees(), u"≈ 410 a day, about 10 min"_s);
        When(it.chooses(u"hep-th"_s));
        Then(it.sees(), u"At most 430 a day, 11 min at most"_s);
        When(it.chooses(u"cs.CL"_s)); // not any more
        Then(it.sees(), u"≈ 20 a day, about 1 min"_s);
        When(it.chooses(u"cs.CL"_s));
        Then(it.sees(), u"At most 430 a day, 11 min at most"_s);
        QCOMPARE(it.asked(), QStringList({u"cs.CL"_s, u"hep-th"_s}));
    }

    void onlyWhatIsACategoryIsAskedFor()
    {
        Newcomer it(count, {u"cs.NA"_s, u"nonsense"_s, u"hep-th"_s}); // written by hand
        it.opens();
        QTRY_VERIFY(it.session->window());
        Then(it.sees(), u"At most 40 a day, 1 min at most"_s);
        QCOMPARE(it.asked(), QStringList({u"math.NA"_s, u"hep-th"_s}));
    }

    void anotherWindowDoesNotAskAgain()
    {
        Newcomer it(count, {u"cs.CL"_s});
        it.opens();
        QTRY_VERIFY(it.session->window());
        Then(it.sees(), u"≈ 410 a day, about 10 min"_s);
        When(it.session->open({.content = MainWindow::Content::Sample}));
        QTRY_VERIFY(it.part<PaperTableView>()->model()->rowCount() > 0);
        When(it.session->open({}));
        QTRY_COMPARE(it.part<PaperTableView>()->model()->rowCount(), 0);
        Then(it.sees(), u"≈ 410 a day, about 10 min"_s);
        QCOMPARE(it.asked(), QStringList(u"cs.CL"_s));
    }

    void itIsToldInAnotherLanguage_data()
    {
        QTest::addColumn<QString>("search");
        QTest::newRow("the list is seen") << QString();
        QTest::newRow("what is searched for is not found") << u"nowhere"_s;
    }

    void itIsToldInAnotherLanguage()
    {
        QFETCH(const QString, search);
        Newcomer it(count, {u"cs.CL"_s});
        it.opens();
        QTRY_VERIFY(it.session->window());
        Then(it.sees(), u"≈ 410 a day, about 10 min"_s);
        QTest::keyClicks(it.part<QLineEdit>(u"categorySearch"_s), search);
        QTranslator chinese;
        QVERIFY(chinese.load(u":/i18n/paperdawn_zh_CN.qm"_s));
        When(QCoreApplication::installTranslator(&chinese));
        Then(it.sees(), u"每天约 410 篇，约需 10 分钟"_s);
        When(QCoreApplication::removeTranslator(&chinese));
        Then(it.sees(), u"≈ 410 a day, about 10 min"_s);
        QCOMPARE(it.asked().size(), 1);
    }

    /** Requests go one after the other, and this one would never end. */
    void theListDoesNotWaitForIt()
    {
        Newcomer it([](const Asked &asked) { return asksForCount(asked) ? answers::silence() : list(asked); },
                    {u"cs.CL"_s, u"hep-th"_s});
        it.endpoints.setInterval(Endpoint::ArxivApi, 50ms);
        it.opens();
        QTRY_COMPARE(it.asked(), QStringList(u"cs.CL"_s));
        When(it.getsTheLatestList());
        Then(it.part<PaperTableView>()->model()->rowCount(), 5);
        QTRY_VERIFY(!it.part<Fetching>()->isUnderWay());
        QVERIFY2(!it.asked().mid(1).contains(u"cs.CL"_s) && !it.asked().contains(u"hep-th"_s),
                 qPrintable(it.asked().join(u", ")));
        QCOMPARE(it.sees(), QString());
    }

    void whereTheListIsStoppedItIsAskedForAfterAll()
    {
        bool isSilent = true;
        Newcomer it([&](const Asked &asked) { return isSilent ? answers::silence() : count(asked); },
                    {u"hep-th"_s});
        it.opens();
        QTRY_COMPARE(it.asked(), QStringList(u"hep-th"_s));
        When(it.getsTheLatestList());
        QTRY_COMPARE(it.asked().last(), u"list of hep-th"_s);
        isSilent = false;
        When(it.part<QToolButton>(u"stop-fetch"_s)->click());
        Then(it.sees(), u"≈ 20 a day, about 1 min"_s);
    }

    void whereItFailsNothingIsSaidAndItIsAskedForByAnotherNetwork()
    {
        bool isIll = true;
        Newcomer it([&](const Asked &asked) { return isIll ? answers::status(500) : count(asked); },
                    {u"cs.CL"_s, u"hep-th"_s});
        it.opens();
        QTRY_COMPARE(it.asked(), QStringList({u"cs.CL"_s, u"hep-th"_s}));
        QTest::qWait(100);
        QCOMPARE(it.sees(), QString());
        QCOMPARE(it.seesMessage(), QString());
        QVERIFY(!it.part<QPushButton>(u"networkSettings"_s)->isVisible());
        isIll = false;
        When(it.chooses(u"math.AG"_s)); // what failed is left out
        QTRY_COMPARE(it.asked().size(), 3);
        QTRY_VERIFY(it.part<PaperCounts>()->papersADay().contains(u"math.AG"_s));
        QCOMPARE(it.sees(), QString());

        QTimer::singleShot(0, qApp, [] { QApplication::activeModalWidget()->close(); });
        When(it.session->window()->actions()[Command::OpenSettings]->trigger()); // may name a proxy now
        Then(it.sees(), u"At most 450 a day, 11 min at most"_s);
    }

    /** A day came while they were asked for, so nobody looks at the page any more. */
    void nothingIsAskedOnceThePageIsGone()
    {
        Newcomer it(count, {u"cs.CL"_s, u"hep-th"_s, u"math.AG"_s, u"cs.NA"_s});
        it.endpoints.setInterval(Endpoint::ArxivApi, 300ms);
        it.opens();
        QTRY_COMPARE(it.asked().size(), 1);
        auto *pages = it.part<StartPage>();
        When(pages->hide());
        QTest::qWait(1000);
        QVERIFY2(it.asked().size() <= 2, qPrintable(it.asked().join(u' '))); // one was under way
        When(pages->show());
        Then(it.sees(), u"At most 470 a day, 12 min at most"_s);
    }

    /** "ask" once more is the reader's: it is chosen again. */
    void whatFailedIsAskedForAgainWhereItIsChosenAgain()
    {
        bool isIll = true;
        Newcomer it([&](const Asked &asked) { return isIll ? answers::status(400) : count(asked); });
        it.opens();
        QTRY_VERIFY(it.session->window());
        When(it.chooses(u"cs.CL"_s));
        QTRY_COMPARE(it.asked().size(), 1);
        isIll = false;
        QTest::qWait(100);
        When(it.chooses(u"cs.CL"_s)); // not any more
        When(it.chooses(u"cs.CL"_s));
        Then(it.sees(), u"≈ 410 a day, about 10 min"_s);
    }

    void whereNobodyNeedsItNothingIsAsked_data()
    {
        QTest::addColumn<QString>("where");
        QTest::addColumn<bool>("asks");
        QTest::newRow("the first page") << u"own"_s << true; // so that the others can fail
        QTest::newRow("sample") << u"sample"_s << false;
        QTest::newRow("nothing is kept") << u"temporary"_s << false;
        QTest::newRow("a library that is only read") << u"read-only"_s << false;
        QTest::newRow("a day is here") << u"day"_s << false;
        QTest::newRow("no category is chosen") << u"none"_s << false;
    }

    void whereNobodyNeedsItNothingIsAsked()
    {
        QFETCH(const QString, where);
        QFETCH(const bool, asks);
        Newcomer it(count, where == u"none" ? QStringList() : QStringList(u"cs.CL"_s));
        if (where == u"temporary") {
            it.library = u"/proc/nowhere"_s;
        } else if (where == u"read-only") {
            makeNewer({it.library});
        } else if (where == u"day") {
            putADay({it.library});
        }
        it.opens(where == u"sample" ? Wish{.content = MainWindow::Content::Sample} : Wish());
        if (where == u"temporary") {
            QTRY_VERIFY(QApplication::activeModalWidget());
            When(pressInDialog(u"Read without keeping"_s));
        }
        QTRY_VERIFY(it.session->window());
        if (asks) {
            Then(it.asked(), QStringList(u"cs.CL"_s));
        } else {
            QTest::qWait(300);
            QCOMPARE(it.asked(), QStringList());
        }
    }

    void whatTheLibraryKnowsIsNotAskedFor()
    {
        Newcomer it([](const Asked &asked) { return asksForCount(asked) ? count(asked) : list(asked); },
                    {u"cs.CL"_s});
        const auto services = Services::open({it.library}, {}, std::make_unique<RunningClock>(tuesday));
        QVERIFY(services);
        (*services)->useEndpoints(it.endpoints);
        MessageBar messages;
        Fetching fetching(
            **services, it.settings, messages, [] { return QDate(); }, nullptr);
        Given(fetching.getLatest());
        QTRY_VERIFY(!fetching.isUnderWay());
        QCOMPARE(it.asked(), QStringList(u"list of cs.CL"_s));
        it.settings.setCategories({u"cs.CL"_s, u"hep-th"_s});
        StartPage page(it.settings);
        QHash<QString, int> told;
        const PaperCounts counts(**services, it.settings, page, fetching, told, nullptr);
        When(page.show());
        Then(page.findChild<QLabel *>(u"papersADay"_s)->text(), u"At most 25 a day, 1 min at most"_s);
        QCOMPARE(it.asked(), QStringList({u"list of cs.CL"_s, u"hep-th"_s}));
    }

private:
    static void makeNewer(const LibraryFolder &library)
    {
        QVERIFY(Services::open(library));
        auto newer = Connection::open(library.cacheFile(), Connection::Mode::Write, Connection::Sync::Normal);
        Statement(**newer, "PRAGMA user_version = 9999").with().run();
        (*newer)->checkpoint(true);
    }

    static void putADay(const LibraryFolder &library)
    {
        const QString name = u"2025-12-09-arxiv.md"_s;
        const QByteArray bytes = dayFile({2025, 12, 9}, {u"Voxel art"_s});
        const auto own = Services::open(library);
        QFuture<Result<FileOutcome>> put = (*own)->store().put(1, {name, bytes, *parseDayFile(bytes, name)});
        put.waitForFinished();
        QVERIFY(put.result());
    }

    static void pressInDialog(const QString &button)
    {
        const auto buttons = QApplication::activeModalWidget()->findChildren<QPushButton *>();
        const auto found = std::find_if(buttons.begin(), buttons.end(),
                                        [&](const QPushButton *one) { return one->text() == button; });
        QVERIFY(found != buttons.end());
        (*found)->click();
    }

    QTemporaryDir m_cache;
};

QTEST_MAIN(TestPaperCounts)
#include "tst_papercounts.moc"
