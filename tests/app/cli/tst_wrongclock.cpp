// SPDX-License-Identifier: GPL-3.0-or-later
// The real paperdawnctl on a machine whose clock is wrong: before 1970, after the end of 32 bits, far ahead.
#include "tests/support/decisions.h"
#include "tests/support/programs.h"
#include "tests/support/temporarylibrary.h"

#include <QStandardPaths>
#include <QtTest>

using namespace paperdawn;
using namespace paperdawn::test;
using namespace Qt::StringLiterals;

namespace {

const QString right = u"2025-12-09 08:00:00"_s;
const QString ahead = u"2099-06-01 12:00:00"_s;

/** Runs it as if it were that time, UTC. What waits goes by the clock that only runs on, which is left as it
 * is. */
Run runAt(const QString &time, const TemporaryLibrary &library, const QStringList &words)
{
    QProcess process;
    process.start(u"faketime"_s, QStringList{u"--exclude-monotonic"_s, u"-f"_s, u'@' + time,
                                             QStringLiteral(PAPERDAWN_BIN_DIR "/paperdawnctl"),
                                             u"--library"_s, library.folder().path} +
                                     words);
    return outcomeOf(process);
}

/** What each command says: out, in error, and how it ended. */
QString saidOf(const Run &run)
{
    return u"%1%2(%3)\n"_s.arg(run.out, run.err).arg(run.code);
}

QString starredAt(const QString &time, const TemporaryLibrary &library)
{
    return runAt(time, library, {u"list"_s, u"starred"_s}).out;
}

/** As a folder that machines share brings it. */
bool shareJournal(const TemporaryLibrary &from, const TemporaryLibrary &to)
{
    const QDir there(from.folder().journalFolder());
    const QDir here(to.folder().journalFolder());
    bool isShared = QDir().mkpath(here.path());
    for (const QString &name : there.entryList(QDir::Files)) {
        isShared &= putFile(here.filePath(name), contentOf(there.filePath(name)));
    }
    return isShared;
}

} // namespace

class TestWrongClock : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
#ifdef __SANITIZE_ADDRESS__
        QSKIP("faketime and the address sanitizer both want to be loaded first");
#endif
        if (QStandardPaths::findExecutable(u"faketime"_s).isEmpty()) {
            QSKIP("to run at another time, this needs faketime");
        }
        QProcess year;
        year.start(u"faketime"_s, {u"-f"_s, u'@' + ahead, u"date"_s, u"+%Y"_s});
        if (outcomeOf(year).out != u"2099\n"_s) {
            QSKIP("faketime does not change the time here");
        }
        m_file = m_files.path(u"2025-12-09-arxiv.md"_s);
        QVERIFY(putFile(m_file, manyPapers(1, 3)));
    }

    void itMovesNoDay_data()
    {
        QTest::addColumn<QString>("time");
        QTest::newRow("before 1970") << u"1969-12-31 12:00:00"_s;
        QTest::newRow("after 32 bits") << u"2038-01-20 12:00:00"_s;
        QTest::newRow("far ahead") << ahead;
    }

    void itMovesNoDay()
    {
        QFETCH(QString, time);
        const TemporaryLibrary wrong;
        const QString said = saidAt(time, wrong);
        const TemporaryLibrary undisturbed;
        QCOMPARE(said, saidAt(right, undisturbed));
        QVERIFY2(said.contains(u"2025-12-09  arXiv     selection         3\n"_s), qPrintable(said));
        QVERIFY2(said.contains(u"★ arxiv:2512.00002"_s), qPrintable(said));
        // and when the clock is right again
        QCOMPARE(runAt(right, wrong, {u"days"_s}).out, runAt(right, undisturbed, {u"days"_s}).out);
        QCOMPARE(starredAt(right, wrong), starredAt(right, undisturbed));
    }

    /** Journals go by time, so what comes after what was seen is given a later one. */
    void whatIsDecidedLaterWins_data()
    {
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("then");
        QTest::newRow("the clock was ahead") << ahead << right;
        QTest::newRow("the clock falls back before 1970") << right << u"1969-12-31 12:00:00"_s;
    }

    void whatIsDecidedLaterWins()
    {
        QFETCH(QString, first);
        QFETCH(QString, then);
        const TemporaryLibrary laptop;
        const TemporaryLibrary desktop;
        QCOMPARE(runAt(first, laptop, {u"import"_s, m_file}).code, 0);
        QCOMPARE(runAt(first, laptop, {u"star"_s, u"2512.00001"_s, u"2512.00002"_s}).code, 0);
        QCOMPARE(runAt(then, laptop, {u"unstar"_s, u"2512.00001"_s}).code, 0);
        const QString one = u"★ arxiv:2512.00002  Paper 2\n"_s;
        QCOMPARE(starredAt(then, laptop), one);

        // a library.db that is made anew of the journal knows only its times
        QVERIFY(QFile::remove(laptop.folder().libraryFile()));
        QCOMPARE(starredAt(then, laptop), one);

        // and so does another machine, which decides something else
        QVERIFY(shareJournal(laptop, desktop));
        QCOMPARE(runAt(then, desktop, {u"import"_s, m_file}).code, 0);
        QCOMPARE(starredAt(then, desktop), one);
        QCOMPARE(runAt(then, desktop, {u"unstar"_s, u"2512.00002"_s}).code, 0);
        QCOMPARE(runAt(then, desktop, {u"star"_s, u"2512.00003"_s}).code, 0);
        QVERIFY(shareJournal(desktop, laptop));
        QCOMPARE(starredAt(then, laptop), u"★ arxiv:2512.00003  Paper 3\n"_s);
        QCOMPARE(saidOf(runAt(then, laptop, {u"check"_s})),
                 u"No faults: files, journal, index and days agree.\n(0)\n"_s);
    }

private:
    [[nodiscard]] QString saidAt(const QString &time, const TemporaryLibrary &library) const
    {
        QString said;
        for (const QStringList &words : {QStringList{u"import"_s, m_file},
                                         {u"star"_s, u"2512.00002"_s},
                                         {u"days"_s},
                                         {u"days"_s, u"--json"_s},
                                         {u"list"_s, u"2025-12-09"_s},
                                         {u"list"_s, u"starred"_s},
                                         {u"export"_s, u"2025-12-09"_s},
                                         {u"export"_s, u"starred"_s, u"--format"_s, u"json"_s},
                                         {u"check"_s}}) {
            said += words.first() + u": "_s + saidOf(runAt(time, library, words));
        }
        return said;
    }

    TemporaryLibrary m_files;
    QString m_file;
};

QTEST_GUILESS_MAIN(TestWrongClock)
#include "tst_wrongclock.moc"
