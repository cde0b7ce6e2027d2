// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakearxiv.h"
#include "tests/support/misbehavingserver.h"
#include "tests/support/nowhere.h"
#include "tests/support/programs.h"
#include "tests/support/scenario.h"
#include "ui/session.h"

using namespace paperdawn;
using namespace paperdawn::test;
using namespace Qt::StringLiterals;

namespace {

Answer noPapers(const Asked & /*asked*/)
{
    return answers::good(FakeArxiv{}.answer(QUrl(u"http://arxiv/"_s)));
}

} // namespace

/** What the settings say of the network holds for the window, at once, and for paperdawnctl. */
class TestNetwork : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QLoggingCategory::setFilterRules(u"qt.qpa.*=false"_s);
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(QDir().mkpath(m_folder->filePath(u"paperdawn"_s)));
        qputenv("XDG_CACHE_HOME", QFile::encodeName(m_folder->path())); // no other program's pace
        m_settings = std::make_unique<Settings>(m_folder->filePath(u"paperdawn/paperdawn.ini"_s));
        m_settings->setCategories({u"cs.CL"_s});
        setNowhere(*m_settings);
    }

    void theWindowAsksAnotherAddressAtOnce()
    {
        MisbehavingServer first;
        MisbehavingServer second;
        first.always(noPapers);
        second.always(noPapers);
        m_settings->setAddress(u"arxiv-api"_s, first.url(u"/first"_s).toString());
        Session session(library(), *m_settings, Endpoints());
        session.open({});
        QTRY_VERIFY(session.window());
        getLatest(session);
        QVERIFY(!first.asked().isEmpty());

        const qsizetype before = first.asked().size();
        When(m_settings->setAddress(u"arxiv-api"_s, second.url(u"/second"_s).toString()));
        getLatest(session);
        QVERIFY(second.asked().first().target.startsWith("/second?"));
        QCOMPARE(first.asked().size(), before);
    }

    void theWindowAsksByAnotherProxyAtOnce()
    {
        MisbehavingServer first;
        MisbehavingServer second;
        first.always(noPapers);
        second.always(noPapers);
        m_settings->setAddress(u"arxiv-api"_s, u"http://mirror.invalid/api"_s); // which only a proxy knows
        m_settings->setProxy(ProxyUse::Http);
        m_settings->setProxyHost(u"127.0.0.1"_s);
        m_settings->setProxyPort(first.serverPort());
        Session session(library(), *m_settings, Endpoints());
        session.open({});
        QTRY_VERIFY(session.window());
        getLatest(session);
        QVERIFY(first.asked().first().target.startsWith("http://mirror.invalid/"));
        QCOMPARE(second.asked().size(), 0);

        m_settings->setProxyPort(second.serverPort());
        When(m_settings->setProxy(ProxyUse::Socks5));
        getLatest(session);
        QCOMPARE(second.resolved().first(), "mirror.invalid");
    }

    void theCommandLineOfTheWindowWins()
    {
        MisbehavingServer told;
        MisbehavingServer set;
        told.always(noPapers);
        set.always(noPapers);
        Endpoints endpoints;
        endpoints.replace(Endpoint::ArxivApi, told.url());
        m_settings->setAddress(u"arxiv-api"_s, set.url().toString());
        Session session(library(), *m_settings, endpoints);
        session.open({});
        QTRY_VERIFY(session.window());
        getLatest(session);
        QVERIFY(!told.asked().isEmpty());
        QCOMPARE(set.asked().size(), 0);
    }

    void paperdawnctlReadsTheSameSettings_data()
    {
        QTest::addColumn<bool>("isTold");
        QTest::newRow("set") << false;
        QTest::newRow("told on the command line, which wins") << true;
    }

    void paperdawnctlReadsTheSameSettings()
    {
        QFETCH(bool, isTold);
        MisbehavingServer set;
        MisbehavingServer told;
        set.always(noPapers);
        told.always(noPapers);
        m_settings->setAddress(u"arxiv-api"_s, set.url().toString());
        m_settings.reset(); // it is on the disk now
        QStringList words{u"--library"_s, library(), u"fetch"_s, u"--day"_s, u"2025-12-09"_s};
        if (isTold) {
            words += {u"--endpoint"_s, u"arxiv-api="_s + told.url().toString()};
        }
        qputenv("XDG_CONFIG_HOME", QFile::encodeName(m_folder->path()));
        QProcess process;
        startPaperdawnctl(process, words);
        QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, 60'000); // the servers answer here
        const Run run = outcomeOf(process);
        QCOMPARE(run.code, 0);
        QCOMPARE(set.asked().isEmpty(), isTold);
        QCOMPARE(told.asked().isEmpty(), !isTold);
    }

private:
    [[nodiscard]] QString library() const { return m_folder->filePath(u"library"_s); }

    /** And waits for what becomes of it. */
    static void getLatest(const Session &session)
    {
        auto *messages = session.window()->findChild<MessageBar *>(u"messageBar"_s);
        messages->clear();
        When(session.window()->actions()[Command::GetLatest]->trigger());
        QTRY_VERIFY_WITH_TIMEOUT(!messages->text().isNull(), 30'000);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Settings> m_settings;
};

QTEST_MAIN(TestNetwork)
#include "tst_network.moc"
