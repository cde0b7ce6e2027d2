// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/pacedtransport.h"

#include "tests/support/fakeclock.h"
#include "tests/support/temporarylibrary.h"

#include <QtTest>

using namespace paperdawn;
using namespace paperdawn::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const Pacing arxiv{u"arxiv"_s, 3s};
const Pacing pages{u"arxiv-pages"_s, 15s};

double never()
{
    return 0;
}

/** The pace of a program, of which there may be several. */
class Program final
{
public:
    Program(const QString &folder, const Clock &clock, Pace::Random random = never)
        : m_clock(clock)
        , m_pace(folder, clock, std::move(random))
    {
    }
    /** Milliseconds until the next request may be sent. */
    qint64 wait(const Pacing &pacing = arxiv) { return m_clock.now().msecsTo(m_pace.freeAt(pacing)); }
    std::optional<Pace::Turn> take(const Pacing &pacing = arxiv) { return m_pace.take(pacing); }
    /** A request that takes no time; false where it was not its turn. */
    bool ask(Pace::Outcome outcome = Pace::Outcome::Answered, const QDateTime &retryAt = {})
    {
        auto turn = take();
        if (!turn) {
            return false;
        }
        m_pace.finish(std::move(*turn), outcome, retryAt);
        return true;
    }
    Pace &pace() { return m_pace; }

private:
    const Clock &m_clock;
    Pace m_pace;
};

/** A network of promises, which a test keeps when it wants. */
class FakeTransport final : public Transport
{
public:
    Future<HttpReply> get(HttpRequest request, std::stop_token stop, HttpProgressed progressed) override
    {
        asked += request.url.path();
        m_stops.push_back(std::move(stop));
        m_progressed.push_back(std::move(progressed));
        m_promises.emplace_back();
        m_promises.back().start();
        return m_promises.back().future();
    }
    void answer(Result<HttpReply> result = HttpReply{.status = 200})
    {
        m_promises.back().addResult(std::move(result));
        m_promises.back().finish();
    }
    [[nodiscard]] bool isStopped() const { return m_stops.back().stop_requested(); }
    void progress(const HttpProgress &progress) { m_progressed.back()(progress); }

    QStringList asked;

private:
    std::vector<std::stop_token> m_stops;
    std::vector<HttpProgressed> m_progressed;
    std::vector<QPromise<Result<HttpReply>>> m_promises;
};

/** The clock of a test, a folder, and a program that asks at a pace. */
struct Asking
{
    explicit Asking(const Endpoints &endpoints = {})
        : pace(place.path(u"pace"_s), clock, never)
        , transport(inner, endpoints, pace, clock, 1ms)
    {
    }
    Future<HttpReply> get(const QString &path, std::stop_token stop = {}, HttpProgressed progressed = {})
    {
        return transport.get({.url = QUrl(u"https://export.arxiv.org"_s + path)}, std::move(stop),
                             std::move(progressed));
    }
    TemporaryLibrary place;
    FakeClock clock;
    FakeTransport inner;
    Pace pace;
    PacedTransport transport;
};

/** Lets timers of a millisecond fire many times. */
void letTimePass()
{
    QTest::qWait(20);
}

ErrorKind errorOf(Future<HttpReply> future)
{
    const auto result = settled(std::move(future));
    return result ? ErrorKind::Internal : result.error().kind;
}

} // namespace

class TestPace : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theIntervalIsKept()
    {
        const TemporaryLibrary place;
        FakeClock clock;
        Program program(place.path(u"pace"_s), clock);
        QCOMPARE(program.wait(), 0);
        auto turn = program.take();
        QVERIFY(turn);
        clock.advance(10'000); // a slow answer: the interval begins at its end
        program.pace().finish(std::move(*turn), Pace::Outcome::Answered);
        QCOMPARE(program.wait(), 3000);
        QVERIFY(!program.take());
        clock.advance(2999);
        QCOMPARE(program.wait(), 1);
        QVERIFY(!program.take());
        clock.advance(1);
        QCOMPARE(program.wait(), 0);
        QVERIFY(program.take());
    }

    void groupsDoNotWaitForEachOther()
    {
        const TemporaryLibrary place;
        const FakeClock clock;
        Program program(place.path(u"pace"_s), clock);
        const auto turn = program.take(arxiv);
        const auto other = program.take(pages);
        QVERIFY(turn && other);
        QCOMPARE(program.wait(pages), 15'000);
    }

    void aRestartKeepsIt()
    {
        const TemporaryLibrary place;
        FakeClock clock;
        QVERIFY(Program(place.path(u"pace"_s), clock).ask(Pace::Outcome::Refused));
        clock.advance(1000);
        Program again(place.path(u"pace"_s), clock);
        QCOMPARE(again.wait(), 59'000);
        QVERIFY(!again.take());
        clock.advance(59'000);
        QVERIFY(again.ask(Pace::Outcome::Refused));
        QCOMPARE(again.wait(), 120'000); // it remembers that there was one before
    }

    void twoProgramsAskOneAtATime()
    {
        const TemporaryLibrary place;
        FakeClock clock;
        Program one(place.path(u"pace"_s), clock);
        Program two(place.path(u"pace"_s), clock);
        auto turn = one.take();
        QVERIFY(turn);
        clock.advance(60'000); // however long it takes
        QCOMPARE(two.wait(), 0);
        QVERIFY(!two.take());
        one.pace().finish(std::move(*turn), Pace::Outcome::Answered);
        turn.reset();
        QCOMPARE(two.wait(), 3000);
        clock.advance(3000);
        QVERIFY(two.take());
    }

    void aProgramThatDiesInARequestFreesTheOthers()
    {
        const TemporaryLibrary place;
        FakeClock clock;
        Program one(place.path(u"pace"_s), clock);
        Program two(place.path(u"pace"_s), clock);
        one.take().reset();
        QCOMPARE(two.wait(), 3000);
        clock.advance(3000);
        QVERIFY(two.take());
    }

    void backOffDoublesAndASuccessEndsIt()
    {
        const TemporaryLibrary place;
        FakeClock clock;
        Program program(place.path(u"pace"_s), clock);
        QList<qint64> waits;
        for (int i = 0; i < 8; ++i) {
            QVERIFY(program.ask(Pace::Outcome::Refused));
            waits += program.wait() / 1000;
            clock.advance(program.wait());
        }
        QCOMPARE(waits, (QList<qint64>{60, 120, 240, 480, 960, 1800, 1800, 1800}));
        QVERIFY(program.ask(Pace::Outcome::Failed)); // a cable that is pulled out says nothing of the host
        QCOMPARE(program.wait(), 3000);
        clock.advance(3000);
        QVERIFY(program.ask(Pace::Outcome::Refused));
        QCOMPARE(program.wait(), 1'800'000);
        clock.advance(1'800'000);
        QVERIFY(program.ask());
        QCOMPARE(program.wait(), 3000);
        clock.advance(3000);
        QVERIFY(program.ask(Pace::Outcome::Refused));
        QCOMPARE(program.wait(), 60'000);
    }

    void jitterStaysWithinItsBounds()
    {
        for (const double number : {0.0, 0.5, 0.999999}) {
            const TemporaryLibrary place;
            FakeClock clock;
            Program program(place.path(u"pace"_s), clock, [number] { return number; });
            QVERIFY(program.ask(Pace::Outcome::Refused));
            QCOMPARE(program.wait(), 60'000 + qint64(6000 * number));
        }
        QSet<qint64> waits;
        for (int i = 0; i < 100; ++i) {
            const TemporaryLibrary place;
            const FakeClock clock;
            Program program(place.path(u"pace"_s), clock, Pace::anyNumber);
            QVERIFY(program.ask(Pace::Outcome::Refused));
            QVERIFY(program.wait() >= 60'000 && program.wait() < 66'000);
            waits += program.wait();
        }
        QVERIFY(waits.size() > 1);
    }

    void whatTheHostSaysIsKept_data()
    {
        QTest::addColumn<qint64>("told");
        QTest::addColumn<qint64>("wait");
        QTest::newRow("300 s") << qint64(300'000) << qint64(300'000);
        QTest::newRow("now, but not sooner than always") << qint64(0) << qint64(3000);
        QTest::newRow("past") << qint64(-3'600'000) << qint64(3000);
        QTest::newRow("a year") << qint64(365) * 86'400'000 << qint64(86'400'000);
    }

    void whatTheHostSaysIsKept()
    {
        QFETCH(qint64, told);
        QFETCH(qint64, wait);
        const TemporaryLibrary place;
        FakeClock clock;
        Program program(place.path(u"pace"_s), clock);
        QVERIFY(program.ask(Pace::Outcome::Refused, clock.now().addMSecs(told)));
        QCOMPARE(program.wait(), wait);
        clock.advance(wait);
        QVERIFY(program.ask(Pace::Outcome::Refused)); // and counts as one
        QCOMPARE(program.wait(), 120'000);
    }

    void aClockThatIsSetBackCostsTheWaitOnceMore()
    {
        const TemporaryLibrary place;
        FakeClock clock;
        Program program(place.path(u"pace"_s), clock);
        QVERIFY(program.ask(Pace::Outcome::Refused));
        clock.advance(-qint64(20) * 365 * 86'400'000);
        QCOMPARE(program.wait(), 60'000);
        QVERIFY(!program.take());
        clock.advance(59'999);
        QCOMPARE(program.wait(), 1);
        clock.advance(1);
        QVERIFY(program.ask());
    }

    void aClockThatIsSetForwardDoesNoHarm()
    {
        const TemporaryLibrary place;
        FakeClock clock;
        Program program(place.path(u"pace"_s), clock);
        QVERIFY(program.ask());
        clock.advance(qint64(12) * 365 * 86'400'000);
        QVERIFY(program.ask());
        QCOMPARE(program.wait(), 3000);
    }

    void aFileThatSaysNonsenseIsAsIfThereWereNone_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("mayWait");
        QTest::newRow("empty") << QByteArray() << false;
        QTest::newRow("half") << QByteArray("{\"since\":17") << false;
        QTest::newRow("other") << QByteArray("[1, 2]") << false;
        QTest::newRow("strings") << QByteArray(R"({"since":"now","notBefore":"later"})") << false;
        QTest::newRow("large") << QByteArray(100'000, ' ') << false;
        QTest::newRow("for ever") << QByteArray(R"({"since":1,"notBefore":9e15,"refusals":-5})") << false;
        QTest::newRow("for ever from now")
            << QByteArray(R"({"since":9e15,"notBefore":9.1e15,"refusals":2000000000})") << true;
    }

    void aFileThatSaysNonsenseIsAsIfThereWereNone()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(bool, mayWait);
        const TemporaryLibrary place;
        FakeClock clock;
        QVERIFY(QDir().mkpath(place.path(u"pace"_s)));
        QFile file(place.path(u"pace/arxiv.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
        file.close();
        Program program(place.path(u"pace"_s), clock);
        QCOMPARE(program.wait(), mayWait ? 86'400'000 : 0); // never for years
        clock.advance(86'400'000);
        QVERIFY(program.ask(Pace::Outcome::Refused));
        QVERIFY(program.wait() >= 60'000 && program.wait() <= 1'800'000);
    }

    void aFolderThatCannotBeWrittenDoesNotStopUs()
    {
        FakeClock clock;
        Program program(u"/dev/null/pace"_s, clock);
        QVERIFY(program.ask());
        QCOMPARE(program.wait(), 3000);
        QVERIFY(!program.take());
        clock.advance(3000);
        QVERIFY(program.take());
    }

    // What follows asks by a transport; it looks at the clock every millisecond.

    void requestsGoOneByOneInTheirOrder()
    {
        Asking asking;
        auto first = asking.get(u"/1"_s);
        auto second = asking.get(u"/2"_s);
        auto third = asking.get(u"/3"_s);
        QCOMPARE(asking.inner.asked, QStringList{u"/1"_s});
        asking.clock.advance(10'000);
        letTimePass();
        QCOMPARE(asking.inner.asked, QStringList{u"/1"_s}); // it is not answered yet
        asking.inner.answer();
        QVERIFY(settled(first));
        letTimePass();
        QCOMPARE(asking.inner.asked.size(), 1); // the interval
        asking.clock.advance(3000);
        QTRY_COMPARE(asking.inner.asked, (QStringList{u"/1"_s, u"/2"_s}));
        asking.inner.answer();
        QVERIFY(settled(second));
        asking.clock.advance(3000);
        QTRY_COMPARE(asking.inner.asked, (QStringList{u"/1"_s, u"/2"_s, u"/3"_s}));
        asking.inner.answer(failure(ErrorKind::TimedOut));
        QCOMPARE(errorOf(third), ErrorKind::TimedOut);
    }

    void aRefusalIsHandedOnWithItsEndAndHoldsUpTheNext()
    {
        Asking asking;
        const QDateTime begin = asking.clock.now();
        auto first = asking.get(u"/1"_s);
        asking.inner.answer(failure(ErrorKind::RateLimited));
        const auto refused = settled(first);
        QVERIFY(!refused);
        QCOMPARE(refused.error().retryAt, begin.addSecs(60));
        QList<HttpProgress> progress;
        auto second = asking.get(u"/2"_s, {}, [&](const HttpProgress &now) { progress += now; });
        QCOMPARE(progress,
                 (QList<HttpProgress>{{.waitingFor = WaitingFor::Host, .waitingUntil = begin.addSecs(60)}}));
        asking.clock.advance(59'999);
        letTimePass();
        QCOMPARE(asking.inner.asked.size(), 1);
        asking.clock.advance(1);
        QTRY_COMPARE(asking.inner.asked.size(), 2);
        Error told{ErrorKind::RateLimited, {}, {}, 0, asking.clock.now().addSecs(300)};
        asking.inner.answer(tl::unexpected(told));
        QCOMPARE(settled(second).error(), told);
    }

    void whoWaitsIsToldUntilWhen()
    {
        Asking asking;
        const QDateTime begin = asking.clock.now();
        QList<QDateTime> first;
        QList<QDateTime> second;
        const auto into = [](QList<QDateTime> &list) {
            return [&list](const HttpProgress &now) { list += now.waitingUntil; };
        };
        auto asked = asking.get(u"/0"_s);
        asking.inner.answer();
        QVERIFY(settled(asked));
        auto one = asking.get(u"/1"_s, {}, into(first));
        auto two = asking.get(u"/2"_s, {}, into(second));
        letTimePass();
        QCOMPARE(first, QList<QDateTime>{begin.addSecs(3)});
        QCOMPARE(second, QList<QDateTime>{begin.addSecs(6)}); // told once, not at every look
        asking.clock.advance(3000);
        QTRY_COMPARE(asking.inner.asked.size(), 2);
        asking.inner.progress({.received = 5});
        QCOMPARE(first, (QList<QDateTime>{begin.addSecs(3), QDateTime()})); // under way
    }

    void waitingCanBeStopped()
    {
        Asking asking;
        std::stop_source stop;
        auto first = asking.get(u"/1"_s, stop.get_token());
        std::stop_source stopSecond;
        auto second = asking.get(u"/2"_s, stopSecond.get_token());
        auto third = asking.get(u"/3"_s);
        stopSecond.request_stop();
        QCOMPARE(errorOf(second), ErrorKind::Cancelled);
        QVERIFY(!asking.inner.isStopped());
        stop.request_stop(); // the one under way is the other transport's
        QVERIFY(asking.inner.isStopped());
        asking.inner.answer(failure(ErrorKind::Cancelled));
        QCOMPARE(errorOf(first), ErrorKind::Cancelled);
        asking.clock.advance(3000);
        QTRY_COMPARE(asking.inner.asked, (QStringList{u"/1"_s, u"/3"_s}));
        QVERIFY(!third.isFinished());
        QCOMPARE(errorOf(asking.get(u"/4"_s, stop.get_token())), ErrorKind::Cancelled);
    }

    void aDestroyedTransportCancelsWhatWaits()
    {
        std::stop_source stop;
        Future<HttpReply> first;
        Future<HttpReply> second;
        {
            Asking asking;
            first = asking.get(u"/1"_s, stop.get_token());
            second = asking.get(u"/2"_s, stop.get_token());
        }
        stop.request_stop();
        QVERIFY(first.isCanceled() && first.isFinished());
        QVERIFY(second.isCanceled() && second.isFinished());
    }

    void anotherProgramIsWaitedFor()
    {
        Asking asking;
        Program other(asking.place.path(u"pace"_s), asking.clock);
        auto turn = other.take();
        QVERIFY(turn);
        asking.clock.advance(10'000);
        QList<HttpProgress> progress;
        auto waiting = asking.get(u"/1"_s, {}, [&](const HttpProgress &now) { progress += now; });
        letTimePass();
        QVERIFY(asking.inner.asked.isEmpty());
        QCOMPARE(progress, (QList<HttpProgress>{{.waitingFor = WaitingFor::OtherProgram}}));
        other.pace().finish(std::move(*turn), Pace::Outcome::Answered);
        turn.reset();
        letTimePass();
        QVERIFY(asking.inner.asked.isEmpty()); // its interval is ours too
        QTRY_COMPARE(progress.last(), (HttpProgress{.waitingFor = WaitingFor::Interval,
                                                    .waitingUntil = asking.clock.now().addSecs(3)}));
        asking.clock.advance(3000);
        QTRY_COMPARE(asking.inner.asked.size(), 1);
    }

    void loopbackIsAskedAtOnce()
    {
        Endpoints endpoints;
        endpoints.replace(Endpoint::ArxivApi, QUrl(u"http://127.0.0.1:8080"_s));
        Asking asking(endpoints);
        auto first = asking.get(u"/1"_s);
        auto second = asking.get(u"/2"_s);
        QCOMPARE(asking.inner.asked, (QStringList{u"/1"_s, u"/2"_s}));
        endpoints.setInterval(Endpoint::ArxivApi, 1s);
        asking.transport.setEndpoints(endpoints);
        auto third = asking.get(u"/3"_s);
        auto fourth = asking.get(u"/4"_s);
        letTimePass();
        QCOMPARE(asking.inner.asked.size(), 3);
    }

    void whoIsAnsweredMayDestroyTheTransport()
    {
        auto asking = std::make_unique<Asking>();
        bool isTold = false;
        QObject context;
        asking->get(u"/1"_s).then(&context, [&](const Result<HttpReply> & /*reply*/) {
            isTold = true;
            asking.reset();
        });
        asking->inner.answer();
        QTRY_VERIFY(isTold);
        QVERIFY(!asking);
    }
};

QTEST_GUILESS_MAIN(TestPace)
#include "tst_pace.moc"
