// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakearxiv.h"
#include "tests/support/fakeclock.h"
#include "tests/support/misbehavingserver.h"
#include "tests/support/nowhere.h"
#include "ui/mainwindow.h"
#include "ui/newlistnotice.h"
#include "ui/session.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCall>
#include <QProcess>
#include <QStandardPaths>
#include <QTableView>
#include <QTemporaryDir>
#include <QtTest>

using namespace paperdawn;
using namespace paperdawn::test;
using namespace Qt::StringLiterals;

namespace {

const QString service = u"org.freedesktop.Notifications"_s;
const QString path = u"/org/freedesktop/Notifications"_s;

/** A message bus of our own, which starts no services by itself. */
class PrivateBus final
{
public:
    [[nodiscard]] bool start()
    {
        QFile config(m_folder.filePath(u"bus.conf"_s));
        if (!config.open(QIODevice::WriteOnly)) {
            return false;
        }
        config.write("<busconfig><type>session</type><listen>unix:path=" +
                     QFile::encodeName(m_folder.filePath(u"bus"_s)) +
                     "</listen><policy context=\"default\"><allow send_destination=\"*\"/>"
                     "<allow receive_sender=\"*\"/><allow own=\"*\"/></policy></busconfig>");
        config.close();
        m_daemon.start(u"dbus-daemon"_s, {u"--nofork"_s, u"--nopidfile"_s, u"--print-address"_s,
                                          u"--config-file="_s + config.fileName()});
        if (!m_daemon.waitForReadyRead(30'000)) {
            return false;
        }
        m_address = m_daemon.readLine().trimmed();
        return !m_address.isEmpty();
    }
    ~PrivateBus()
    {
        m_daemon.kill();
        m_daemon.waitForFinished();
    }
    [[nodiscard]] QByteArray address() const { return m_address; }

private:
    QTemporaryDir m_folder;
    QProcess m_daemon;
    QByteArray m_address;
};

} // namespace

/** The desktop's side: notes what it is to show, and says what the reader does with it. */
class FakeDesktop final : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")
public:
    explicit FakeDesktop(const QByteArray &bus)
        : m_bus(QDBusConnection::connectToBus(QString::fromUtf8(bus), u"desktop"_s))
    {
        m_bus.registerObject(path, this, QDBusConnection::ExportAllSlots);
    }
    ~FakeDesktop() override
    {
        m_bus.unregisterObject(path);
        QCoreApplication::removePostedEvents(this); // a call that waits is refused now, over the bus
        QDBusConnection::disconnectFromBus(u"desktop"_s);
    }

    [[nodiscard]] bool comes() { return m_bus.registerService(service); }
    void goes() { m_bus.unregisterService(service); }
    void tells(const QString &signal, uint id, const QVariant &what)
    {
        QDBusMessage message = QDBusMessage::createSignal(path, service, signal);
        message << id << what;
        m_bus.send(message);
    }

    QStringList shown; ///< what was to be shown, one line each
    QList<uint> takenOff;

public Q_SLOTS:
    uint Notify(const QString &program, uint replaces, const QString &icon, const QString &title,
                const QString &text, const QStringList &actions, const QVariantMap &hints, int expires)
    {
        Q_UNUSED(icon)
        Q_UNUSED(hints)
        shown += u"%1 | %2 | %3 | %4 | %5 | %6"_s.arg(program)
                     .arg(replaces)
                     .arg(title, text, actions.join(u' '))
                     .arg(expires);
        return replaces == 0 ? ++m_last : replaces;
    }
    void CloseNotification(uint id) { takenOff += id; }

private:
    QDBusConnection m_bus;
    uint m_last = 40;
};

namespace {

const QDateTime beforeTuesdaysList({2025, 12, 9}, {0, 59, 30}, Qt::UTC); // announced at 20:00 in New York
const QString tuesdaysNotice =
    u"Paperdawn | 0 | A new list is there | Tuesday, 9 December 2025 | default Get it "
    "get Get it | -1"_s;
constexpr qint64 minute = 60'000;
constexpr qint64 day = 24 * 60 * minute;

} // namespace

/** When a list is announced, the desktop says so, once, if the reader wants it. */
class TestNewListNotice : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        if (QStandardPaths::findExecutable(u"dbus-daemon"_s).isEmpty()) {
            QSKIP("dbus-daemon is not here");
        }
        QLoggingCategory::setFilterRules(u"qt.qpa.*=false"_s);
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        QVERIFY(m_bus.start());
        qputenv("DBUS_SESSION_BUS_ADDRESS", m_bus.address());
        QVERIFY(QDBusConnection::sessionBus().isConnected());
    }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<Settings>(m_folder->filePath(u"settings.ini"_s));
        m_settings->setTellsOfNewLists(true);
        m_desktop = std::make_unique<FakeDesktop>(m_bus.address());
        QVERIFY(m_desktop->comes());
        m_clock.set(beforeTuesdaysList);
        m_isHere = false;
        begin();
    }

    void cleanup()
    {
        m_notice.reset();
        m_desktop.reset();
    }

    void itIsToldOnce()
    {
        looks();
        QCOMPARE(shown(), QString()); // not yet
        m_clock.advance(minute);
        looks();
        QTRY_COMPARE(shown(), tuesdaysNotice);
        m_clock.advance(minute);
        looks();
        begin(); // a restart
        looks();
        m_clock.advance(-2 * minute); // a clock that was set back, and goes on
        looks();
        m_clock.advance(2 * minute);
        looks();
        QCOMPARE(shown(), tuesdaysNotice);
    }

    void whatWasAnnouncedBeforeTheWindowCameIsNoNews()
    {
        m_clock.advance(minute);
        begin();
        looks();
        QCOMPARE(shown(), QString());
    }

    void afterALongSleepItIsTheNewest()
    {
        m_clock.advance(2 * day + minute); // it slept over Tuesday's and Wednesday's
        looks();
        QTRY_COMPARE(shown(), QString(tuesdaysNotice).replace(u"Tuesday, 9"_s, u"Thursday, 11"_s));
    }

    void theNextOneTakesThePlaceOfTheFirst()
    {
        m_clock.advance(minute);
        looks();
        m_clock.advance(day);
        looks();
        const QString next = QString(tuesdaysNotice)
                                 .replace(u"Tuesday, 9"_s, u"Wednesday, 10"_s)
                                 .replace(u"| 0 |"_s, u"| 41 |"_s);
        QTRY_COMPARE(shown(), tuesdaysNotice + u'\n' + next);
    }

    void whatIsHereAlreadyIsNotTold()
    {
        m_isHere = true;
        m_clock.advance(minute);
        looks();
        m_isHere = false;
        looks();
        QCOMPARE(shown(), QString());
    }

    void whoDoesNotWantItIsNotTold()
    {
        m_settings->setTellsOfNewLists(false);
        m_clock.advance(minute);
        looks();
        m_settings->setTellsOfNewLists(true); // what was announced before is no news
        looks();
        QCOMPARE(shown(), QString());
        m_clock.advance(day);
        looks();
        QTRY_VERIFY(shown().contains(u"Wednesday, 10 December 2025"));
    }

    void aClockThatWasFarAheadDoesNotSilenceItForever()
    {
        m_clock.set(QDateTime({2038, 1, 19}, {4, 0}, Qt::UTC));
        begin();
        m_clock.set(beforeTuesdaysList);
        looks();
        m_clock.advance(minute);
        looks();
        QTRY_COMPARE(shown(), tuesdaysNotice);
    }

    void aClickOnItAsksForTheList_data()
    {
        QTest::addColumn<QString>("action");
        QTest::newRow("on it") << u"default"_s;
        QTest::newRow("on its button") << u"get"_s;
    }

    void aClickOnItAsksForTheList()
    {
        QFETCH(QString, action);
        const QSignalSpy chosen(m_notice.get(), &NewListNotice::chosen);
        m_clock.advance(minute);
        looks();
        QTRY_VERIFY(!shown().isEmpty());
        answered();
        m_desktop->tells(u"ActivationToken"_s, 41, u"token"_s);
        m_desktop->tells(u"ActionInvoked"_s, 7, action); // of another program
        m_desktop->tells(u"ActionInvoked"_s, 41, action);
        QTRY_COMPARE(chosen.size(), 1);
        QCOMPARE(qgetenv("XDG_ACTIVATION_TOKEN"), "token");
        qunsetenv("XDG_ACTIVATION_TOKEN");
        m_desktop->tells(u"NotificationClosed"_s, 41, 2U);
        m_desktop->tells(u"ActionInvoked"_s, 41, action); // gone
        answered();
        QCOMPARE(chosen.size(), 1);
    }

    void itGoesWithTheWindow()
    {
        m_clock.advance(minute);
        looks();
        QTRY_VERIFY(!shown().isEmpty());
        answered();
        m_notice.reset();
        QTRY_COMPARE(m_desktop->takenOff, QList<uint>{41});
    }

    void whereNobodyShowsNotificationsNothingHappens()
    {
        m_desktop->goes();
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        const QSignalSpy chosen(m_notice.get(), &NewListNotice::chosen);
        m_clock.advance(minute);
        looks();
        answered();
        QCOMPARE(chosen.size(), 0);
        QVERIFY(m_desktop->comes());
        looks();
        answered();
        QCOMPARE(shown(), QString()); // not late, either
    }

    void theWindowComesAndGetsTheList()
    {
        m_notice.reset();
        MisbehavingServer server;
        server.always([arxiv = FakeArxiv{{{u"cs.CL"_s, entries(1, 3)}}}](const Asked &asked) {
            return answers::good(arxiv.answer(QUrl(u"http://arxiv"_s + QString::fromUtf8(asked.target))));
        });
        m_settings->setCategories({u"cs.CL"_s});
        setNowhere(*m_settings);
        m_settings->setAddress(u"arxiv-api"_s, server.url(u"/api/query"_s).toString());
        FakeClock *clock = nullptr;
        Session session(m_folder->filePath(u"library"_s), *m_settings, {}, [&clock] {
            auto made = std::make_unique<FakeClock>(beforeTuesdaysList);
            clock = made.get();
            return made;
        });
        session.open({});
        QTRY_VERIFY(session.window());
        session.window()->showMinimized();
        clock->advance(minute);
        auto *notice = session.findChild<NewListNotice *>();
        notice->look();
        QTRY_COMPARE(shown(), tuesdaysNotice);
        answered();
        m_desktop->tells(u"ActionInvoked"_s, 41, u"default"_s);
        QTRY_COMPARE(session.window()->findChild<QTableView *>()->model()->rowCount(), 3);
        QVERIFY(!session.window()->isMinimized());

        clock->advance(-minute);
        notice->look();
        QCOMPARE(shown(), tuesdaysNotice);
    }

private:
    void begin()
    {
        m_notice = std::make_unique<NewListNotice>(m_clock, *m_settings, [this](QDate) { return m_isHere; });
    }

    /** What is to be shown has arrived at the desktop after it. */
    void looks()
    {
        m_notice->look();
        answered();
    }

    /** What was sent over the bus before, either way, has arrived: the bus keeps the order. */
    static void answered()
    {
        for (int i = 0; i < 3; ++i) {
            QDBusMessage ping = QDBusMessage::createMethodCall(u"org.freedesktop.DBus"_s, u"/"_s,
                                                               u"org.freedesktop.DBus"_s, u"GetId"_s);
            QDBusPendingCall call = QDBusConnection::sessionBus().asyncCall(ping);
            QTRY_VERIFY(call.isFinished());
            QCoreApplication::processEvents();
        }
    }

    [[nodiscard]] QString shown() const { return m_desktop->shown.join(u'\n'); }

    PrivateBus m_bus;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<FakeDesktop> m_desktop;
    FakeClock m_clock;
    bool m_isHere = false;
    std::unique_ptr<NewListNotice> m_notice;
};

QTEST_MAIN(TestNewListNotice)
#include "tst_newlistnotice.moc"
