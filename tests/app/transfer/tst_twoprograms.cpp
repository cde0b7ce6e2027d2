// SPDX-License-Identifier: GPL-3.0-or-later
// Two programs import the same files into one library at the same time: each is stored once, and what the two
// say of it adds up.
#include "app/services.h"

#include "tests/support/decisions.h"
#include "tests/support/importing.h"
#include "tests/support/programs.h"

#include <QtTest>

using namespace paperdawn;
using namespace paperdawn::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int days = 4;
constexpr int papersADay = 700; ///< more than the store takes in one go

/** What a summary says: "4 days, 2100 papers new, 700 papers unchanged". */
struct Counts
{
    int added = 0;
    int same = 0;
};

Counts countsIn(const QString &summary)
{
    static const QRegularExpression form(
        u"^Imported: 4 days, (\\d+) papers new(?:, (\\d+) papers unchanged)?\\.$"_s);
    const auto match = form.match(summary.trimmed());
    return match.hasMatch() ? Counts{match.captured(1).toInt(), match.captured(2).toInt()} : Counts{-1, -1};
}

} // namespace

class TestTwoPrograms : public QObject
{
    Q_OBJECT
    TemporaryLibrary m_files;
    QString m_folder = m_files.path(u"days"_s);
    QString m_alone; ///< what one program would have stored

    void isStoredOnce(const LibraryFolder &folder, const Counts &first, const Counts &second)
    {
        QCOMPARE(first.added + second.added, days * papersADay);
        QCOMPARE(first.same + second.same, days * papersADay);
        QVERIFY(cacheText(folder) == m_alone);
        QCOMPARE(QDir(folder.importsFolder()).entryList(QDir::Files).size(), days);
        const Run check = runPaperdawnctl({u"--library"_s, folder.path, u"check"_s});
        QCOMPARE(check.out + check.err, u"No faults: files, journal, index and days agree.\n"_s);
    }

private Q_SLOTS:
    void initTestCase()
    {
        QDir().mkpath(m_folder);
        for (int day = 0; day < days; ++day) {
            const QString date = QDate(2025, 12, 1).addDays(day).toString(Qt::ISODate);
            QVERIFY(putFile(m_folder + u'/' + date + u".md"_s,
                            manyPapers(1 + day * papersADay, papersADay, date)));
        }
        const TemporaryLibrary alone;
        const auto store = alone.store();
        QCOMPARE(importInto(*store, {m_folder}).added(), days * papersADay);
        m_alone = cacheText(alone.folder());
    }

    void paperdawnctlTwice()
    {
        for (int round = 0; round < 4; ++round) {
            const TemporaryLibrary library; // not even the folder is there yet
            const QStringList words{u"--library"_s, library.folder().path, u"import"_s, m_folder};
            QProcess first;
            QProcess second;
            startPaperdawnctl(first, words);
            startPaperdawnctl(second, words);
            const Run one = outcomeOf(first);
            const Run other = outcomeOf(second);
            QCOMPARE(one.err + other.err, QString());
            QCOMPARE(one.code, 0);
            QCOMPARE(other.code, 0);
            isStoredOnce(library.folder(), countsIn(one.out), countsIn(other.out));
        }
    }

    void theWindowsServicesAndPaperdawnctl()
    {
        for (int round = 0; round < 4; ++round) {
            const TemporaryLibrary library;
            auto services = Services::open(library.folder());
            QVERIFY(services);
            QProcess program;
            startPaperdawnctl(program, {u"--library"_s, library.folder().path, u"import"_s, m_folder});
            QVERIFY(program.waitForStarted());
            const ImportSummary summary = importInto((*services)->store(), {m_folder});
            const Run other = outcomeOf(program);
            QCOMPARE(other.err, QString());
            QCOMPARE(other.code, 0);
            QCOMPARE(summary.refused(), 0);
            isStoredOnce(library.folder(), {summary.added(), summary.same()}, countsIn(other.out));
            // and the window goes on
            QCOMPARE((*services)->library().papers(OnDay{{2025, 12, 1}, {}}, u"en"_s)->size(), papersADay);
            QVERIFY(settled((*services)->decisions().decide({paper(1)}, Decide::Star)));
        }
    }

    void oneProgramIsGivenAFileTwice()
    {
        const QString file = m_folder + u"/2025-12-01.md"_s;
        QString said;
        for (const QString &locale : {inEnglish, inChinese}) {
            const TemporaryLibrary library;
            const Run run = runPaperdawnctl({u"--library"_s, library.folder().path, u"import"_s, file,
                                             m_folder + u"/../days/2025-12-01.md"_s, file},
                                            locale);
            QCOMPARE(run.code, 0);
            said += run.out + run.err;
        }
        QCOMPARE(said, u"Imported: 1 day, 700 papers new.\n已导入：1 天，新论文 700 篇。\n"_s);
    }
};

QTEST_GUILESS_MAIN(TestTwoPrograms)
#include "tst_twoprograms.moc"
