// SPDX-License-Identifier: GPL-3.0-or-later
// `paperdawnctl fetch` from a server that answers wrongly: its exit code and its words tell what is here, and
// the next one goes on from there.
#include "tests/support/fakearxiv.h"
#include "tests/support/misbehavingserver.h"
#include "tests/support/nowhere.h"
#include "tests/support/programs.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace paperdawn::test;
using namespace Qt::StringLiterals;

namespace {

/** "cs.CL from 200": what a request asks for. */
QString questionOf(const QUrl &url)
{
    const QString list = asked(url, u"search_query"_s).contains(u"cat:cs.CL"_s) ? u"cs.CL"_s : u"hep-th"_s;
    return u"%1 from %2"_s.arg(list, asked(url, u"start"_s));
}

} // namespace

class TestFetchProgram : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_ill.clear();
        m_questions.clear();
        m_server.always([this](const Asked &asked) {
            const QUrl url(u"http://arxiv%1"_s.arg(QString::fromUtf8(asked.target)));
            m_questions += questionOf(url);
            return m_ill.contains(questionOf(url)) ? m_ill.value(questionOf(url))
                                                   : answers::good(m_arxiv.answer(url));
        });
    }

    void whatIsNotHereIsSaid_data()
    {
        QTest::addColumn<QString>("at");
        QTest::addColumn<Answer>("answer");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("day"); ///< as `days` tells of it
        const QByteArray feed = atomFeed(entries(1, 200), 230);
        const QString lacking = u"The list of 2025-12-09 is incomplete: %1.\n%2\n"_s;
        const QString strange = u"127.0.0.1 gave an answer that Paperdawn does not understand (HTTP 404). "
                                "What was here is kept; try again later."_s;
        const QString broke = u"127.0.0.1 broke off before its answer was complete. What was here is kept; "
                              "try again."_s;
        const QString busy = u"127.0.0.1 is busy and asks us to wait. Try again in some minutes."_s;
        QTest::newRow("nothing of the second list")
            << u"hep-th from 0"_s << answers::status(404) << 3
            << lacking.arg(u"hep-th: nothing yet"_s, u"hep-th: "_s + strange)
            << u"2025-12-09  arXiv     incomplete      230  hep-th: nothing yet. %1\n"_s.arg(strange);
        QTest::newRow("half of the second page")
            << u"cs.CL from 200"_s << answers::shortBody(feed) << 3
            << lacking.arg(u"cs.CL: 200 of 230"_s, u"cs.CL: "_s + broke)
            << u"2025-12-09  arXiv     incomplete      205  cs.CL: 200 of 230. %1\n"_s.arg(broke);
        QTest::newRow("a server that wants to be left alone")
            << u"cs.CL from 0"_s << answers::status(429) << 1 << busy + u'\n'
            << u"2025-12-09  arXiv     failed            0  cs.CL: nothing yet; hep-th: nothing yet. "
               "%1\n"_s.arg(busy);
    }

    void whatIsNotHereIsSaid()
    {
        QFETCH(QString, at);
        QFETCH(Answer, answer);
        QFETCH(int, code);
        QFETCH(QString, words);
        QFETCH(QString, day);
        m_ill = {{at, answer}};
        const Run ill = fetch();
        QCOMPARE(ill.err, words);
        QCOMPARE(ill.code, code);
        QCOMPARE(run({u"days"_s}).out, day);

        m_ill.clear();
        const Run well = fetch();
        QCOMPARE(well.err, QString());
        QCOMPARE(well.code, 0);
        QCOMPARE(run({u"days"_s}).out, u"2025-12-09  arXiv     approximate     235\n"_s);
    }

    void scriptsReadWhatADayLacks()
    {
        m_ill = {{u"hep-th from 0"_s, answers::status(403)}};
        QCOMPARE(fetch().code, 3);
        const QJsonObject day =
            QJsonDocument::fromJson(run({u"days"_s, u"--json"_s}).out.toUtf8()).array().first().toObject();
        QCOMPARE(day.value("status"_L1).toString(), u"incomplete"_s);
        QCOMPARE(day.value("reason"_L1).toString(), u"hep-th 0/?"_s);
        const QJsonObject lacking{{u"category"_s, u"hep-th"_s},
                                  {u"held"_s, 0},
                                  {u"expected"_s, QJsonValue()},
                                  {u"why"_s, u"denied"_s}};
        QCOMPARE(day.value("lacking"_L1).toArray(), QJsonArray{lacking});
    }

    /** Killed while the second page is under way: the first one is here, and is not asked for again. */
    void aKilledFetchIsGoneOnWith()
    {
        m_ill = {{u"cs.CL from 200"_s, answers::silence()}};
        QProcess process;
        startPaperdawnctl(process, fetchWords());
        QTRY_VERIFY_WITH_TIMEOUT(m_questions.contains(u"cs.CL from 200"_s), 60'000);
        process.kill();
        QTRY_COMPARE(process.state(), QProcess::NotRunning);
        QCOMPARE(run({u"days"_s}).out, u"2025-12-09  arXiv     incomplete      200  cs.CL: 200 of 230; "
                                       "hep-th: nothing yet\n"_s);
        m_ill.clear();
        m_questions.clear();
        QCOMPARE(fetch().code, 0);
        QCOMPARE(m_questions, (QStringList{u"cs.CL from 200"_s, u"hep-th from 0"_s}));
        QCOMPARE(run({u"days"_s}).out, u"2025-12-09  arXiv     approximate     235\n"_s);
        QCOMPARE(run({u"check"_s}).code, 0);
    }

    void aDayThatIsNotHereCannotBeLookedUp()
    {
        const Run lookUp = run({u"fetch"_s, u"--details"_s, u"2025-12-09"_s});
        QCOMPARE(lookUp.code, 1);
        QCOMPARE(lookUp.err, u"Nothing of 2025-12-09 is here, so there is nothing to look up. Import or "
                             "fetch that day first.\n"_s);
        QCOMPARE(m_questions, QStringList());
    }

private:
    /** While the server answers here. */
    Run run(const QStringList &words)
    {
        QProcess process;
        startPaperdawnctl(process, QStringList{u"--library"_s, m_folder->filePath(u"library"_s)} + words);
        (void)QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, 60'000);
        return outcomeOf(process);
    }

    [[nodiscard]] QStringList fetchWords() const
    {
        return QStringList{u"--library"_s,  m_folder->filePath(u"library"_s),
                           u"fetch"_s,      u"--day"_s,
                           u"2025-12-09"_s, u"--category"_s,
                           u"cs.CL"_s,      u"--category"_s,
                           u"hep-th"_s} +
               nowhereWords() + QStringList{u"--endpoint"_s, u"arxiv-api="_s + m_server.url().toString()};
    }

    Run fetch() { return run(fetchWords().mid(2)); }

    const FakeArxiv m_arxiv{{{u"cs.CL"_s, entries(1, 230)}, {u"hep-th"_s, entries(900, 5, u"hep-th"_s)}}};
    MisbehavingServer m_server;
    QMap<QString, Answer> m_ill; ///< by what is asked
    QStringList m_questions;
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestFetchProgram)
#include "tst_fetchprogram.moc"
