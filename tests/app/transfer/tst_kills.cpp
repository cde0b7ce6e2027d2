// SPDX-License-Identifier: GPL-3.0-or-later
// kill -9 while importing and while starring: what was acknowledged is there, what was half done is not.
#include "app/services.h"

#include "tests/support/decisions.h"
#include "tests/support/importing.h"
#include "tests/support/processes.h"
#include "tests/support/programs.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QtTest>

using namespace paperdawn;
using namespace paperdawn::test;
using namespace Qt::StringLiterals;

namespace {

const QDate firstDay(2025, 12, 1);

/** Days that tell of each other's papers, some too large for one batch of the store. */
QByteArray dayAt(int index)
{
    const int sizes[] = {3, 700, 1, 1300, 40, 5};
    int first = 1;
    for (int before = 0; before < index; ++before) {
        first += sizes[before] / 2; // so that half of it comes again on the next day
    }
    return manyPapers(first, sizes[index], firstDay.addDays(index).toString(Qt::ISODate));
}

constexpr int days = 6;

int importAll(const QString &library, const QString &folder)
{
    const FakeClock clock;
    const auto store = Store::open({library}, clock, u"laptop"_s);
    if (!store) {
        return 1;
    }
    return importInto(**store, {folder}).refused();
}

/** Stars one paper after another, from number `first` on; prints the number of each once it is kept. */
int starAndTell(const QString &library, int first)
{
    const auto services = Services::open({library});
    if (!services) {
        return 1;
    }
    for (int number = first;; ++number) {
        if (!settled((*services)->decisions().decide({paper(number)}, Decide::Star))) {
            return 2;
        }
        print(QByteArray::number(number) + '\n');
    }
}

/** True where a kill left a file of which some is stored: what the next opening takes back. */
bool hasHalfAFile(const LibraryFolder &library)
{
    if (!QFile::exists(library.cacheFile())) {
        return false;
    }
    const auto cache =
        Connection::open(library.cacheFile(), Connection::Mode::Read, Connection::Sync::Normal);
    const char *tables = "SELECT count(*) FROM sqlite_master WHERE name = 'import_file'";
    return cache && (*cache)->number(tables) > 0 &&
           (*cache)->number("SELECT count(*) FROM import_file WHERE published <> 1") > 0;
}

/** The faults that a check finds; a last line of a journal that a kill cut short is none that was kept. */
QString faultsIn(Store &store)
{
    QStringList lines;
    const auto faults = await(store.check(false));
    for (const Fault &fault : faults.value_or(QList<Fault>())) {
        if (!fault.file.endsWith(u".jsonl"_s)) {
            lines += fault.file + u": "_s + fault.what;
        }
    }
    return faults ? lines.join(u'\n') : faults.error().what;
}

QSet<int> numbersIn(const QByteArray &printed)
{
    QSet<int> numbers;
    for (const QByteArray &line : printed.first(printed.lastIndexOf('\n') + 1).split('\n')) {
        if (!line.isEmpty()) {
            numbers += line.toInt();
        }
    }
    return numbers;
}

QSet<int> starredIn(const Library &library)
{
    QSet<int> numbers;
    for (const Paper &each : library.papers(InReadingList{}, u"en"_s).value_or(QList<Paper>())) {
        numbers += each.id.value().section(u'.', 1).toInt();
    }
    return numbers;
}

} // namespace

/** PAPERDAWN_KILLS sets how many kills (1,000 before a release). */
class TestKills : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anImportLeavesEachFileWholeOrNotAtAll()
    {
        const int kills = wanted("PAPERDAWN_KILLS", 24);
        const TemporaryLibrary files;
        QList<QString> states; // after none, one, two … files: nothing else may ever be there
        {
            const TemporaryLibrary undisturbed;
            const auto store = undisturbed.store();
            QDir().mkpath(files.path(u"days"_s));
            for (int index = 0; index <= days; ++index) {
                states += cacheText(undisturbed.folder());
                if (index < days) {
                    const QString path = files.path(u"days/day%1.md"_s.arg(index));
                    QVERIFY(putFile(path, dayAt(index)));
                    QCOMPARE(importInto(*store, {path}).refused(), 0);
                }
            }
        }
        QRandomGenerator random(7);
        QMap<qsizetype, int> interrupted;
        int halves = 0;
        for (int kill = 0; kill < kills;) {
            const TemporaryLibrary library;
            do {
                // at any file, and while what the kill before left is taken back
                const qsizetype originals = random.bounded(days + 1);
                const QDir imports(library.folder().importsFolder());
                printedUntilKilled(
                    {u"--import"_s, library.folder().path, files.path(u"days"_s)},
                    [&](const QByteArray &) { return imports.entryList(QDir::Files).size() >= originals; },
                    random.bounded(15'000));
                ++kill;
            } while (random.bounded(2) == 0);
            halves += hasHalfAFile(library.folder());
            const auto store = library.store();
            QVERIFY(store);
            const qsizetype there = states.indexOf(cacheText(library.folder()));
            QVERIFY2(there >= 0, qPrintable(u"kill %1: half a file is there"_s.arg(kill)));
            QCOMPARE(QDir(library.folder().importsFolder()).entryList(QDir::Files).size(), there);
            QCOMPARE(faultsIn(*store), QString());
            ++interrupted[there];
            QCOMPARE(importInto(*store, {files.path(u"days"_s)}).refused(), 0);
            QVERIFY(cacheText(library.folder()) == states.last());
            QCOMPARE(faultsIn(*store), QString());
        }
        QStringList counts;
        for (auto it = interrupted.begin(); it != interrupted.end(); ++it) {
            counts += u"%1 with %2 files"_s.arg(it.value()).arg(it.key());
        }
        qInfo().noquote() << kills << "kills:" << counts.join(u", "_s) << "and" << halves << "in the middle";
    }

    void noStarThatWasKeptIsLost()
    {
        const int kills = wanted("PAPERDAWN_KILLS", 24);
        const TemporaryLibrary library;
        {
            const auto store = library.store();
            const qint64 import = await(store->beginImport()).value_or(-1);
            QVERIFY(await(store->put(import, dayFile(u"day.md"_s, manyPapers(1, 1000)))));
        }
        QRandomGenerator random(11);
        QElapsedTimer timer;
        timer.start();
        QSet<int> kept;
        int next = 1;
        for (int kill = 1; kill <= kills; ++kill) {
            const QByteArray printed =
                printedUntilKilled({u"--star"_s, library.folder().path, QString::number(next)},
                                   1 + random.bounded(5), random.bounded(6000));
            kept += numbersIn(printed);
            const auto services = Services::open(library.folder());
            QVERIFY(services);
            const QSet<int> starred = starredIn((*services)->library());
            QVERIFY2(starred.contains(kept), qPrintable(u"lost by kill %1"_s.arg(kill)));
            QVERIFY(starred.size() <= kept.size() + kill); // and at most the one that was being kept
            next = *std::max_element(starred.begin(), starred.end()) + 1;
            const bool isLast = kill == kills;
            if (isLast || kill % 20 == 0) { // it reads the whole journal
                QCOMPARE(faultsIn((*services)->store()), QString());
            }
        }
        QVERIFY(kept.size() >= kills);
        qInfo().noquote() << kills << "kills:" << kept.size() << "stars acknowledged," << next - 1
                          << "kept, none lost," << timer.elapsed() / 1000 << "s";
    }

    void noStarOfThePaperdawnctlThatEndedWellIsLost()
    {
        const int kills = wanted("PAPERDAWN_KILLS", 16);
        const TemporaryLibrary library;
        {
            const auto store = library.store();
            const qint64 import = await(store->beginImport()).value_or(-1);
            QVERIFY(await(store->put(import, dayFile(u"day.md"_s, manyPapers(1, kills)))));
        }
        const auto words = [&](int number) {
            return QStringList{u"--library"_s, library.folder().path, u"star"_s, paper(number).key()};
        };
        QElapsedTimer undisturbed;
        undisturbed.start();
        QCOMPARE(runPaperdawnctl(words(1)).code, 0);
        const auto longest = unsigned(1000 * (undisturbed.elapsed() + 1));
        QRandomGenerator random(13);
        QSet<int> kept{1};
        for (int number = 2; number <= kills; ++number) {
            QProcess program;
            startPaperdawnctl(program, words(number));
            QVERIFY(program.waitForStarted());
            if (number % 4 != 0) {
                usleep(random.bounded(longest));
                program.kill();
            }
            const Run run = outcomeOf(program);
            QVERIFY2(run.code == -1 || run.code == 0, qPrintable(run.err));
            if (run.code == 0) {
                kept += number;
            }
        }
        QVERIFY(kept.size() >= kills / 4);
        const auto services = Services::open(library.folder());
        QVERIFY(services);
        QVERIFY(starredIn((*services)->library()).contains(kept));
        QCOMPARE(faultsIn((*services)->store()), QString());
        qInfo("%d runs of paperdawnctl: %lld ended well, none of their stars was lost", kills,
              qlonglong(kept.size()));
    }
};

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"--import"_s) {
        return importAll(arguments.value(2), arguments.value(3));
    }
    if (arguments.value(1) == u"--star"_s) {
        return starAndTell(arguments.value(2), arguments.value(3).toInt());
    }
    TestKills test;
    return QTest::qExec(&test, arguments);
}

#include "tst_kills.moc"
