// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/programs.h"
#include "tests/support/scenario.h"
#include "ui/onewindow.h"
#include "ui/wish.h"

using namespace paperdawn;
using namespace paperdawn::test;
using namespace Qt::StringLiterals;

/** Several programs on one library: one window, which shows what the others write. */
class TestOneWindow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void whatASecondProgramWasAskedForIsShownByTheFirst()
    {
        QProcess first;
        startWindow(first, {});
        QTRY_COMPARE_WITH_TIMEOUT(days(), QStringList(), 20'000);
        const Run second = runWindow({writes(u"2025-12-09-arxiv.md"_s, QDate(2025, 12, 9))});
        QCOMPARE(second.err, QString());
        QCOMPARE(second.code, 0);
        QTRY_COMPARE_WITH_TIMEOUT(days(), QStringList(u"2025-12-09"_s), 20'000);
        QCOMPARE(first.state(), QProcess::Running);
        first.terminate();
        QVERIFY(first.waitForFinished());
    }

    void theFirstStaysTheFirstWhereItsLibraryIsMoved()
    {
        qputenv("XDG_RUNTIME_DIR", m_folder->path().toUtf8());
        QVERIFY(QDir().mkpath(library()));
        OneWindow first(m_folder->filePath(u"before"_s));
        QCOMPARE(first.claim({}).value_or(false), true);
        QSignalSpy handedOver(&first, &OneWindow::handedOver);
        When(first.follow(library()));
        QProcess second;
        startWindow(second, {u"2512.07834"_s});
        QTRY_COMPARE_WITH_TIMEOUT(handedOver.size(), 1, 20'000);
        QCOMPARE(outcomeOf(second).code, 0);
        OneWindow another(m_folder->filePath(u"before"_s)); // there is room for another library
        QCOMPARE(another.claim({}).value_or(false), true);
    }

    void afterAKillTheNextProgramIsTheFirst()
    {
        QProcess killed;
        startWindow(killed, {});
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(library() + u"/window.lock"_s), 20'000);
        killed.kill();
        QVERIFY(killed.waitForFinished());
        QProcess next;
        startWindow(next, {writes(u"2025-12-10-arxiv.md"_s, QDate(2025, 12, 10))});
        QTRY_COMPARE_WITH_TIMEOUT(days(), QStringList(u"2025-12-10"_s), 20'000);
        QCOMPARE(next.state(), QProcess::Running);
        next.terminate();
        QVERIFY(next.waitForFinished());
    }

    void aWishKeepsItsContentOnTheWay()
    {
        const Wish wish{.content = MainWindow::Content::Sample,
                        .paths = {u"/tmp/a \"b\"\n.md"_s, u"/tmp/日.md"_s},
                        .paper = PaperId::parse(u"2512.07834"_s)};
        const QByteArray line = toLine(wish);
        QCOMPARE(line.count('\n'), 1);
        const auto same = wishFromLine(line);
        QVERIFY(same);
        QCOMPARE(same->content, wish.content);
        QCOMPARE(same->paths, wish.paths);
        QVERIFY(same->paper == wish.paper);
    }

    void whatIsNoWishIsNotTaken_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("no JSON") << QByteArray("GET / HTTP/1.1\r\n");
        QTest::newRow("a list") << QByteArray("[1]\n");
    }
    void whatIsNoWishIsNotTaken()
    {
        QFETCH(const QByteArray, line);
        QVERIFY(!wishFromLine(line));
    }

    void pathsThatAreNotAbsoluteAreLeftOut()
    {
        QCOMPARE(wishFromLine("{\"paths\":[\"a.md\",7,\"/b.md\"],\"paper\":\"../x\"}")->paths,
                 QStringList(u"/b.md"_s));
    }

    void theWindowShowsWhatAnotherProgramWrites()
    {
        Reader reader;
        reader.settings().setDwell(600'000);
        Given(reader.hasDay(QDate(2025, 12, 9), {u"Voxel art"_s, u"Slow light"_s}));
        const QString folder = reader.services().folder().path;
        When(QCOMPARE(runPaperdawnctl({u"--library"_s, folder, u"star"_s, u"2512.09002"_s}).err, QString()));
        Then(reader.seesRows(), u"Voxel art | *Slow light"_s);
        Then(reader.seesBeside(u"Reading list"_s), u"Reading list, 1 paper(s)"_s);
        const QString other = writes(u"2025-12-10-arxiv.md"_s, QDate(2025, 12, 10));
        When(QCOMPARE(runPaperdawnctl({u"--library"_s, folder, u"import"_s, other}).code, 0));
        Then(reader.window().actions()[Command::NextDay]->isEnabled(), true);
    }

private:
    [[nodiscard]] QString library() const { return m_folder->filePath(u"library"_s); }

    [[nodiscard]] QString writes(const QString &name, QDate day) const
    {
        const QString path = m_folder->filePath(name);
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(dayFile(day, {u"Voxel art"_s})) > 0 ? path
                                                                                                 : QString();
    }

    void startWindow(QProcess &process, const QStringList &words) const
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"XDG_RUNTIME_DIR"_s, m_folder->path());
        environment.insert(u"XDG_CONFIG_HOME"_s, m_folder->path()); // no category is chosen there
        environment.insert(u"QT_LOGGING_RULES"_s, u"*=false"_s);
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(PAPERDAWN_BIN_DIR "/paperdawn"),
                      QStringList{u"--library"_s, library()} + words);
    }

    [[nodiscard]] Run runWindow(const QStringList &words) const
    {
        QProcess process;
        startWindow(process, words);
        return outcomeOf(process);
    }

    /** Those that the library has; "none" where it is not there yet. */
    [[nodiscard]] QStringList days() const
    {
        if (!QFile::exists(library() + u"/library.db"_s)) {
            return {u"none"_s};
        }
        QStringList days;
        const Run run = runPaperdawnctl({u"--library"_s, library(), u"days"_s});
        for (const QString &line : run.out.split(u'\n', Qt::SkipEmptyParts)) {
            days += line.section(u' ', 0, 0);
        }
        return days;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_MAIN(TestOneWindow)
#include "tst_onewindow.moc"
