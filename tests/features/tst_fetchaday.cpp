// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakearxiv.h"
#include "tests/support/misbehavingserver.h"
#include "tests/support/scenario.h"
#include "ui/fetching.h"

#include <QHelpEvent>
#include <QScrollBar>
#include <QToolButton>
#include <QToolTip>

using namespace paperdawn;
using namespace paperdawn::test;
using namespace Qt::StringLiterals;

namespace {

const QDate tuesday(2025, 12, 9);

/** A reader who follows some categories of an arXiv of our own. */
struct Following
{
    explicit Following(Answering answering, const QStringList &categories = {u"cs.CL"_s, u"hep-th"_s},
                       QDate today = tuesday)
        : reader(QDateTime(today, {12, 0}, Qt::UTC))
    {
        server.always(std::move(answering));
        Endpoints endpoints = nowhere();
        endpoints.replace(Endpoint::ArxivApi, server.url(u"/api/query"_s));
        reader.asks(endpoints);
        reader.settings().setCategories(categories);
        reader.settings().setDwell(0);
    }

    void goesOffline() { server.close(); }
    /** While the window is open, or before it is opened again. */
    void comesOnline(quint16 port, bool isClosedBefore)
    {
        if (isClosedBefore) {
            reader.closesTheWindow();
        }
        QVERIFY(server.listen(QHostAddress::LocalHost, port));
        if (isClosedBefore) {
            reader.opensTheWindow();
            reader.window().showDay(tuesday);
        } else {
            reader.window().findChild<Fetching *>()->networkChanged();
        }
    }
    void asksFor(Command command) { reader.window().actions()[command]->trigger(); }
    [[nodiscard]] int seesCount() { return reader.table().model()->rowCount(); }
    [[nodiscard]] QAbstractButton *rest()
    {
        return reader.window().findChild<QAbstractButton *>(u"get-rest"_s);
    }
    [[nodiscard]] QString seesProgress()
    {
        auto *words = reader.window().findChild<QLabel *>(u"fetch-words"_s);
        return words->isVisible() ? words->text() : QString();
    }

    MisbehavingServer server;
    Reader reader;
};

Answering arxivWith(const QMap<QString, QList<AtomEntry>> &lists)
{
    return [arxiv = FakeArxiv{lists}](const Asked &asked) {
        return answers::good(arxiv.answer(QUrl(u"http://arxiv"_s + QString::fromUtf8(asked.target))));
    };
}

} // namespace

/** Categories chosen, a list fetched from arXiv, and what may come between. */
class TestFetchADay : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void aNewcomerGetsTheLatestList_data()
    {
        QTest::addColumn<QDate>("today");
        QTest::newRow("the list of today, which is shown already") << tuesday;
        QTest::newRow("the list of Friday on a Sunday") << QDate(2025, 12, 14);
    }

    void aNewcomerGetsTheLatestList()
    {
        QFETCH(QDate, today);
        Following it(arxivWith({{u"cs.CL"_s, entries(1, 230)}, {u"hep-th"_s, entries(900, 3, u"hep-th"_s)}}),
                     {u"cs.CL"_s, u"hep-th"_s}, today);
        auto *button = it.reader.window().findChild<QPushButton *>(u"getLatest"_s);
        QVERIFY(button->isVisible());
        When(QTest::mouseClick(button, Qt::LeftButton));
        Then(it.seesCount(), 233);
        Then(it.seesProgress(), QString());
        QVERIFY2(it.reader.seesMessage().startsWith(u"233 new paper(s) on the list of "_s),
                 qPrintable(it.reader.seesMessage()));
        QCOMPARE(it.reader.seesOffered(), QString()); // the day is shown already
        QCOMPARE(it.reader.seesCurrent(), u"Paper 1"_s);
        QVERIFY(it.reader.seesDetail().contains(u"Abstract of Paper 1."_s));
    }

    /** What is read stays where it is on the screen while rows come. */
    void rowsThatComeMoveNothing()
    {
        QMap<QString, QList<AtomEntry>> lists{{u"cs.CL"_s, entries(1, 60)}};
        Following it([&](const Asked &asked) { return arxivWith(lists)(asked); }, {u"cs.CL"_s});
        Given(it.reader.hasDay(tuesday, {u"Voxel art"_s, u"Slow light"_s}));
        When(it.asksFor(Command::GetDay));
        Then(it.seesCount(), 62);
        Then(it.seesProgress(), QString());
        it.reader.presses(u"Ctrl+End K K K"_s);
        const QString read = it.reader.seesCurrent();
        const int position = it.reader.table().visualRect(it.reader.table().currentIndex()).y();
        lists[u"cs.AI"_s] = entries(500, 50, u"cs.AI"_s);
        it.reader.settings().setCategories({u"cs.AI"_s, u"cs.CL"_s});
        When(it.asksFor(Command::GetDay));
        Then(it.seesCount(), 112);
        QCOMPARE(it.reader.seesCurrent(), read);
        QCOMPARE(it.reader.table().visualRect(it.reader.table().currentIndex()).y(), position);
    }

    void whatTheServerCannotGiveIsToldWithAWayToTryAgain()
    {
        bool isBroken = true;
        const Answering arxiv = arxivWith({{u"cs.CL"_s, entries(1, 5)}});
        Following it([&](const Asked &asked) { return isBroken ? answers::status(500) : arxiv(asked); },
                     {u"cs.CL"_s});
        Given(it.reader.hasDay(tuesday, {u"Voxel art"_s}));
        When(it.asksFor(Command::GetDay));
        Then(it.reader.seesOffered(), u"Try again"_s);
        QVERIFY2(it.reader.seesMessage().startsWith(u"127.0.0.1 has a fault of its own"_s),
                 qPrintable(it.reader.seesMessage()));
        QCOMPARE(it.seesCount(), 1);
        isBroken = false;
        When(it.reader.takesTheOffer());
        Then(it.seesCount(), 6);
    }

    /** What the day lacks stands beside it, and is all that is fetched then. */
    void onlyWhatADayLacksIsFetched()
    {
        bool isBroken = true;
        const Answering arxiv =
            arxivWith({{u"cs.CL"_s, entries(1, 230)}, {u"hep-th"_s, entries(900, 3, u"hep-th"_s)}});
        Following it([&](const Asked &asked) {
            return isBroken && asked.target.contains("start=200") ? answers::status(404) : arxiv(asked);
        });
        Given(it.reader.hasDay(QDate(2025, 12, 8), {u"Voxel art"_s}));
        Given(it.reader.window().showDay(tuesday));
        When(it.reader.presses(u"Shift+F5"_s));
        Then(it.reader.seesOffered(), u"Get the other 30"_s);
        const QString strange = u"127.0.0.1 gave an answer that Paperdawn does not understand (HTTP 404). "
                                "What was here is kept; try again later."_s;
        Then(it.reader.seesMessage(), strange + u" Incomplete: cs.CL: 200 of 230."_s);
        Then(it.reader.seesStatus(), u"203 paper(s) so far (cs.CL: 200 of 230). "_s + strange);
        auto *rest = it.reader.window().findChild<QPushButton *>(u"get-rest"_s);
        QVERIFY(rest->isVisible());
        QCOMPARE(rest->text(), u"Get the other 30"_s);
        When(it.reader.window().showDay(QDate(2025, 12, 8))); // which lacks nothing
        QVERIFY(!rest->isVisible());

        isBroken = false;
        it.reader.settings().setCategories({u"cs.LG"_s}); // another one by now
        const qsizetype asked = it.server.asked().size();
        When(it.reader.window().showDay(tuesday));
        When(QTest::mouseClick(rest, Qt::LeftButton));
        Then(it.seesCount(), 233);
        Then(it.seesProgress(), QString());
        Then(rest->isVisible(), false);
        QCOMPARE(it.server.asked().size() - asked, 1);
        QVERIFY(it.server.asked().last().target.contains("cs.CL"));
    }

    /** A list that is not followed any more does not keep the day incomplete. */
    void aDaysWholeFetchGetsWhatItLacksToo()
    {
        bool isBroken = true;
        const Answering arxiv =
            arxivWith({{u"cs.CL"_s, entries(1, 5)}, {u"hep-th"_s, entries(900, 3, u"hep-th"_s)}});
        Following it([&](const Asked &asked) {
            return isBroken && asked.target.contains("hep-th") ? answers::status(404) : arxiv(asked);
        });
        Given(it.reader.hasDay(QDate(2025, 12, 8), {u"Voxel art"_s}));
        Given(it.reader.window().showDay(tuesday));
        When(it.asksFor(Command::GetDay));
        Then(it.reader.seesOffered(), u"Get the rest"_s);
        Then(it.seesCount(), 5);
        isBroken = false;
        it.reader.settings().setCategories({u"cs.CL"_s});
        When(it.asksFor(Command::GetDay));
        Then(it.seesCount(), 8);
        Then(it.seesProgress(), QString());
        Then(it.reader.seesStatus(), u"8 paper(s); one or the other may belong to a neighbouring day."_s);
    }

    void aDayThatCouldNotBeFetchedSaysWhy()
    {
        Following it([](const Asked &) { return answers::status(403); });
        Given(it.reader.hasDay(QDate(2025, 12, 8), {u"Voxel art"_s}));
        Given(it.reader.window().showDay(tuesday));
        When(it.asksFor(Command::GetDay));
        Then(it.reader.seesOffered(), u"Try again"_s);
        Then(it.reader.seesStatus(),
             u"This day's list could not be fetched: 127.0.0.1 does not give this to a program (HTTP 403). "
             "Open it in a web browser."_s);
        auto *status = it.reader.window().findChild<QLabel *>(u"status"_s);
        status->setFixedWidth(100); // where the line does not fit
        QHelpEvent asks(QEvent::ToolTip, {}, status->mapToGlobal(QPoint()));
        When(QCoreApplication::sendEvent(status, &asks));
        Then(QToolTip::text(), u"<qt>%1</qt>"_s.arg(it.reader.seesStatus().toHtmlEscaped()));
    }

    /** The first page is here, and is not asked for again. */
    void aWindowClosedInTheMiddleOfAFetchGoesOnWithIt()
    {
        bool isSilent = true;
        const Answering arxiv = arxivWith({{u"cs.CL"_s, entries(1, 230)}});
        Following it(
            [&](const Asked &asked) {
                return isSilent && asked.target.contains("start=200") ? answers::silence() : arxiv(asked);
            },
            {u"cs.CL"_s});
        Given(it.reader.hasDay(tuesday, {u"Voxel art"_s}));
        When(it.asksFor(Command::GetDay));
        Then(it.seesCount(), 201);
        QTRY_COMPARE(it.server.asked().size(), 2);
        When(it.reader.closesTheWindow());
        isSilent = false;
        When(it.reader.opensTheWindow());
        Then(it.seesCount(), 231);
        Then(it.seesProgress(), QString());
        QCOMPARE(it.server.asked().size(), 3);
        QVERIFY(it.server.asked().last().target.contains("start=200"));
    }

    /** Whatever is pasted while a fetch is under way, once it is done. */
    void aPaperPastedDuringAFetchIsLookedUpAfterIt()
    {
        bool isIll = true;
        const Answering arxiv = arxivWith({{u"hep-th"_s, entries(1, 5, u"hep-th"_s)}});
        Following it(
            [&](const Asked &asked) {
                return std::exchange(isIll, false) ? answers::status(404) : arxiv(asked);
            },
            {u"cs.CL"_s});
        Given(it.reader.hasDay(tuesday, {u"Voxel art"_s}));
        When(it.asksFor(Command::GetDay));
        When(it.reader.dropsText(u"2512.00003"_s));
        When(it.reader.dropsText(u"https://arxiv.org/abs/2512.00004"_s));
        When(it.reader.dropsText(u"2512.00003"_s));
        Then(it.reader.seesMessage(), u"2512.00003 is looked up once this fetch is done."_s);
        Then(it.reader.seesCurrent(), u"Paper 4"_s);
        QVERIFY(it.reader.services().library().details(*PaperId::parse(u"2512.00003")));
    }

    void aStopForgetsThePapersThatWait()
    {
        bool isSilent = true;
        const Answering arxiv = arxivWith({{u"hep-th"_s, entries(1, 5, u"hep-th"_s)}});
        Following it(
            [&](const Asked &asked) {
                return std::exchange(isSilent, false) ? answers::silence() : arxiv(asked);
            },
            {u"cs.CL"_s});
        Given(it.reader.hasDay(tuesday, {u"Voxel art"_s}));
        When(it.asksFor(Command::GetDay));
        Then(it.seesProgress(), u"Getting cs.CL (0 of 1 done)"_s);
        When(it.reader.dropsText(u"2512.00003"_s));
        When(QTest::mouseClick(it.reader.window().findChild<QToolButton *>(u"stop-fetch"_s), Qt::LeftButton));
        Then(it.seesProgress(), QString());
        QVERIFY(it.reader.seesMessage().startsWith(u"Stopped."_s));
        QVERIFY(!it.reader.window().findChild<Fetching *>()->isUnderWay());
    }

    /** The rest waits for it: each would fail alike. */
    void papersThatWaitAreKeptWhereOneCannotBeLookedUp()
    {
        bool isIll = true;
        const Answering arxiv = arxivWith({{u"hep-th"_s, entries(1, 5, u"hep-th"_s)}});
        Following it([&](const Asked &asked) { return isIll ? answers::status(404) : arxiv(asked); },
                     {u"cs.CL"_s});
        Given(it.reader.hasDay(tuesday, {u"Voxel art"_s}));
        When(it.reader.dropsText(u"2512.00003"_s));
        When(it.reader.dropsText(u"2512.00004"_s));
        Then(it.reader.seesOffered(), u"Try again"_s);
        Then(it.seesProgress(), QString());
        QCOMPARE(it.server.asked().size(), 1);
        isIll = false;
        When(it.reader.takesTheOffer());
        Then(it.reader.seesCurrent(), u"Paper 4"_s);
        QVERIFY(it.reader.services().library().details(*PaperId::parse(u"2512.00003")));
    }

    void aBusyServerIsAskedAgainWithoutTheReader()
    {
        bool isBusy = true;
        const Answering arxiv = arxivWith({{u"cs.CL"_s, entries(1, 5)}});
        Following it(
            [&](const Asked &asked) {
                return std::exchange(isBusy, false) ? answers::status(503, {}, "Retry-After: 1\r\n")
                                                    : arxiv(asked);
            },
            {u"cs.CL"_s});
        Given(it.reader.hasDay(tuesday, {u"Voxel art"_s}));
        When(it.asksFor(Command::GetDay));
        Then(it.reader.seesMessage(),
             u"127.0.0.1 is busy and asks us to wait. The list comes by itself then."_s);
        QCOMPARE(it.reader.seesOffered(), QString()); // nothing to press while it wants us to wait
        QVERIFY(!it.rest()->isVisible());
        Then(it.seesCount(), 6);
        Then(it.seesProgress(), QString());
    }

    void withoutANetworkTheListIsRememberedAndComesByItself_data()
    {
        QTest::addColumn<bool>("isClosed");
        QTest::newRow("the network is back") << false;
        QTest::newRow("it is back at the next start") << true;
    }

    void withoutANetworkTheListIsRememberedAndComesByItself()
    {
        QFETCH(bool, isClosed);
        Following it(arxivWith({{u"cs.CL"_s, entries(1, 5)}}), {u"cs.CL"_s});
        const quint16 port = it.server.serverPort();
        it.goesOffline();
        Given(it.reader.hasDay(tuesday, {u"Voxel art"_s}));
        When(it.asksFor(Command::GetDay));
        Then(it.seesProgress(), u"Offline: the list waits for a network"_s);
        QVERIFY2(
            it.reader.seesMessage().startsWith(u"127.0.0.1 cannot be reached (") &&
                it.reader.seesMessage().endsWith(u"Everything stored still opens; the list comes by itself "
                                                 "once there is a network."),
            qPrintable(it.reader.seesMessage()));
        QCOMPARE(it.seesCount(), 1);
        When(it.comesOnline(port, isClosed));
        Then(it.seesCount(), 6);
        Then(it.seesProgress(), QString());
        QCOMPARE(it.reader.seesCurrent(), u"Voxel art"_s);

        const qsizetype asked = it.server.asked().size();
        When(it.reader.restarts()); // it is here now
        QTest::qWait(50);
        QCOMPARE(it.server.asked().size(), asked);
    }

    void aPaperLookedUpInBetweenDoesNotForgetTheListThatWaits()
    {
        Following it(arxivWith({{u"cs.CL"_s, entries(1, 5)}}), {u"cs.CL"_s});
        const quint16 port = it.server.serverPort();
        it.goesOffline();
        Given(it.reader.hasDay(tuesday, {u"Voxel art"_s}));
        When(it.asksFor(Command::GetDay));
        Then(it.seesProgress(), u"Offline: the list waits for a network"_s);
        QVERIFY(it.server.listen(QHostAddress::LocalHost, port));
        When(it.reader.dropsText(u"2401.00001"_s));
        Then(it.seesCount(), 6);
        Then(it.seesProgress(), QString());
    }

    void anotherWayToTheNetworkIsTriedAtOnce()
    {
        Following it(arxivWith({{u"cs.CL"_s, entries(1, 5)}}), {u"cs.CL"_s});
        const quint16 port = it.server.serverPort();
        it.goesOffline();
        Given(it.reader.hasDay(tuesday, {u"Voxel art"_s}));
        When(it.asksFor(Command::GetDay));
        Then(it.seesProgress(), u"Offline: the list waits for a network"_s);
        QVERIFY(it.server.listen(QHostAddress::LocalHost, port));
        When(it.reader.settings().setProxyHost(u"127.0.0.1"_s));
        Then(it.seesCount(), 6);
    }

    void whereNothingIsFollowedAnyMoreNothingWaits()
    {
        Following it(arxivWith({{u"cs.CL"_s, entries(1, 5)}}), {u"cs.CL"_s});
        it.goesOffline();
        Given(it.reader.hasDay(tuesday, {u"Voxel art"_s}));
        When(it.asksFor(Command::GetDay));
        Then(it.seesProgress(), u"Offline: the list waits for a network"_s);
        When(it.reader.settings().setCategories({}));
        Then(it.seesProgress(), QString());
    }

    /** A hotel answers in the place of a host that proves who it is: until somebody logs in, that is no
     * trust. */
    void aListThatWaitedForANetworkWaitsForItsLoginToo_data()
    {
        QTest::addColumn<bool>("isResumed");
        QTest::newRow("while the window is open") << false;
        QTest::newRow("at the next start") << true;
    }

    void aListThatWaitedForANetworkWaitsForItsLoginToo()
    {
        QFETCH(bool, isResumed);
        Following it(arxivWith({{u"cs.CL"_s, entries(1, 5)}}), {u"cs.CL"_s});
        const quint16 port = it.server.serverPort();
        it.goesOffline();
        Given(it.reader.hasDay(tuesday, {u"Voxel art"_s}));
        When(it.asksFor(Command::GetDay));
        Then(it.seesProgress(), u"Offline: the list waits for a network"_s);
        it.server.always([](const Asked &) { return answers::page(); });
        When(it.comesOnline(port, isResumed));
        QTRY_VERIFY(it.reader.seesMessage().endsWith(u"The list is tried again by itself."_s));
        QVERIFY(it.reader.window().findChild<Fetching *>()->isWaiting());
        it.server.always(arxivWith({{u"cs.CL"_s, entries(1, 5)}}));
        When(it.reader.window().findChild<Fetching *>()->networkChanged());
        Then(it.seesCount(), 6);
    }

    void aDayOfWhichNothingIsHereIsOffered()
    {
        Following it(arxivWith({{u"cs.CL"_s, entries(1, 5)}}), {u"cs.CL"_s}, QDate(2025, 12, 10));
        Given(it.reader.hasDay(QDate(2025, 12, 8), {u"Voxel art"_s}));
        When(it.reader.window().showDay(tuesday));
        QVERIFY(it.rest()->isVisible());
        QCOMPARE(it.rest()->text(), u"Get this day's list"_s);
        When(QTest::mouseClick(it.rest(), Qt::LeftButton));
        Then(it.seesCount(), 5);
        QVERIFY(!it.rest()->isVisible());
        When(it.reader.window().showDay(QDate(2025, 12, 11))); // to be announced in the evening
        QVERIFY(!it.rest()->isVisible());
        When(it.reader.window().showDay(QDate(2025, 12, 7))); // a Sunday
        QVERIFY(!it.rest()->isVisible());
    }

    void aPaperPastedIntoTheFilterIsThatPaper()
    {
        Following it(arxivWith({{u"hep-th"_s, entries(1, 5, u"hep-th"_s)}}), {u"cs.CL"_s});
        Given(it.reader.hasDay(tuesday, {u"Voxel art"_s}));
        auto *filter = it.reader.window().findChild<QLineEdit *>(u"filter"_s);
        QGuiApplication::clipboard()->setText(u" https://arxiv.org/abs/2512.00004 "_s);
        When(QTest::keyClick(filter, Qt::Key_V, Qt::ControlModifier));
        Then(it.reader.seesCurrent(), u"Paper 4"_s);
        QCOMPARE(filter->text(), QString());
        QGuiApplication::clipboard()->setText(u"voxel"_s);
        When(QTest::keyClick(filter, Qt::Key_V, Qt::ControlModifier));
        QCOMPARE(filter->text(), u"voxel"_s);
    }

    void aListThatWaitsIsForgottenWhenStopped()
    {
        Following it(arxivWith({{u"cs.CL"_s, entries(1, 5)}}), {u"cs.CL"_s});
        const quint16 port = it.server.serverPort();
        it.goesOffline();
        Given(it.reader.hasDay(tuesday, {u"Voxel art"_s}));
        When(it.asksFor(Command::GetDay));
        Then(it.seesProgress(), u"Offline: the list waits for a network"_s);
        When(QTest::mouseClick(it.reader.window().findChild<QToolButton *>(u"stop-fetch"_s), Qt::LeftButton));
        Then(it.seesProgress(), QString());
        QVERIFY(it.server.listen(QHostAddress::LocalHost, port));
        When(it.reader.window().findChild<Fetching *>()->networkChanged());
        When(it.reader.restarts());
        QTest::qWait(50);
        QCOMPARE(it.server.asked().size(), 0);
    }

    void aPaperPastedOnTheFirstPageIsLookedUp()
    {
        Following it(arxivWith({{u"cs.CL"_s, entries(1, 5)}}));
        auto *search = it.reader.window().findChild<QLineEdit *>(u"categorySearch"_s);
        search->setFocus();
        QGuiApplication::clipboard()->setText(u"https://arxiv.org/abs/2512.00003"_s);
        When(QTest::keySequence(search, QKeySequence(QKeySequence::Paste)));
        Then(it.reader.seesTitle(), u"Paperdawn — Looked up"_s);
        Then(it.reader.seesCurrent(), u"Paper 3"_s);
        QCOMPARE(search->text(), QString());
    }

    void aFetchCanBeStopped()
    {
        Following it([](const Asked &) { return Answer{.then = Answer::Then::Hang}; }, {u"cs.CL"_s});
        Given(it.reader.hasDay(tuesday, {u"Voxel art"_s}));
        When(it.asksFor(Command::GetDay));
        Then(it.seesProgress(), u"Getting cs.CL (0 of 1 done)"_s);
        When(QTest::mouseClick(it.reader.window().findChild<QToolButton *>(u"stop-fetch"_s), Qt::LeftButton));
        Then(it.seesProgress(), QString());
        QVERIFY2(it.reader.seesMessage().startsWith(u"Stopped."_s), qPrintable(it.reader.seesMessage()));
    }

    void whatIsUnknownOfADayIsLookedUp()
    {
        Following it(arxivWith({{u"cs.CL"_s, {{u"2512.09001v1"_s, u"Voxel art"_s, u"cs.CL"_s}}}}));
        Given(it.reader.hasDay(tuesday, {u"Voxel art"_s, u"Slow light"_s}));
        When(it.asksFor(Command::LookUp));
        Then(it.reader.seesMessage(), u"1 paper(s) completed. Of 1 paper(s) arXiv does not tell more."_s);
        QVERIFY(it.reader.seesDetail().contains(u"cs.CL"_s));
    }

    void aPaperOfNoListHereIsLookedUp()
    {
        Following it(arxivWith({{u"cs.CL"_s, entries(1, 5)}}));
        When(it.reader.dropsText(u"https://arxiv.org/abs/2512.00003"_s)); // nothing is here yet
        Then(it.reader.seesTitle(), u"Paperdawn — Looked up"_s);
        Then(it.reader.seesCurrent(), u"Paper 3"_s);
        QVERIFY(it.reader.seesDetail().contains(u"Abstract of Paper 3."_s));
        Given(it.reader.hasDay(tuesday, {u"Voxel art"_s}));
        Given(it.reader.window().showDay(tuesday));
        Then(it.reader.seesRows(), u"Voxel art"_s);

        const qsizetype asked = it.server.asked().size();
        When(it.reader.dropsText(u"2512.00003"_s)); // it is here now
        Then(it.reader.seesCurrent(), u"Paper 3"_s);
        When(it.reader.presses(u"s"_s));
        Then(it.reader.seesInReadingList(), u"Paper 3"_s);
        QCOMPARE(it.server.asked().size(), asked);
    }

    void whatArxivDoesNotKnowIsSaid()
    {
        Following it(arxivWith({{u"cs.CL"_s, entries(1, 5)}}));
        Given(it.reader.hasDay(tuesday, {u"Voxel art"_s}));
        When(it.reader.dropsText(u"2401.00001"_s));
        Then(it.reader.seesMessage(), u"arXiv knows no paper 2401.00001."_s);
        Then(it.reader.seesRows(), u"Voxel art"_s);
    }

    void withoutCategoriesTheSettingsAreNamed()
    {
        Following it(arxivWith({}), {});
        Given(it.reader.hasDay(tuesday, {u"Voxel art"_s}));
        When(it.asksFor(Command::GetDay));
        Then(it.reader.seesMessage(), u"Choose first what you read, in the settings."_s);
        QVERIFY(!it.reader.window().findChild<QPushButton *>(u"getLatest"_s)->isEnabled());
    }
};

QTEST_MAIN(TestFetchADay)
#include "tst_fetchaday.moc"
