// SPDX-License-Identifier: GPL-3.0-or-later
// library.db against Ledger and UndoStack: whatever the order and the repetitions, it says what they say.
#include "app/journal/journalfile.h"

#include "tests/support/decisions.h"
#include "tests/support/temporarylibrary.h"
#include "tests/support/undostack.h"

#include <QRandomGenerator>
#include <QtTest>
#include <atomic>

using namespace paperdawn;
using namespace paperdawn::test;
using namespace Qt::StringLiterals;

namespace {

const QString us = u"laptop"_s;

/** Decisions of two machines as they would make them: deeds of several lines, undone and redone. */
QList<Decision> randomDecisions(QRandomGenerator &random)
{
    QList<Decision> decisions;
    QMap<QString, qint64> sequence;
    QMap<QString, QList<qint64>> deeds;
    for (int i = random.bounded(1, 60); i > 0; --i) {
        const QString machine = random.bounded(3) == 0 ? u"desk"_s : us;
        const qint64 time =
            1'765'267'200'000 + random.bounded(20); // the same time often: then machine and number tell
        const qint64 first = sequence[machine] + 1;
        const bool moves = random.bounded(3) == 0 && !deeds[machine].isEmpty();
        const bool isDeed = random.bounded(5) != 0;
        const int lines = random.bounded(1, 4);
        for (int line = 0; line < lines; ++line) {
            Decision d{.machine = machine, .sequence = ++sequence[machine], .time = time};
            d.paper = u"arxiv:2512.0000%1"_s.arg(random.bounded(1, 6));
            d.field = random.bounded(2) == 0 ? u"star"_s : u"read"_s;
            d.value = random.bounded(2) == 0;
            d.was = !d.value.toBool();
            if (moves) {
                d.way = random.bounded(2) == 0 ? Way::Undone : Way::Redone;
                d.of = deeds[machine].at(random.bounded(deeds[machine].size()));
            } else {
                d.deed = isDeed ? first : 0;
            }
            decisions += d;
        }
        if (!moves && isDeed) {
            deeds[machine] += first;
        }
    }
    return decisions;
}

bool writeLines(const QString &path, const QList<Decision> &decisions)
{
    QByteArray lines;
    for (const Decision &decision : decisions) {
        lines += toLine(decision) + '\n';
    }
    QFile file(path);
    return file.open(QIODevice::Append) && file.write(lines) == lines.size();
}

QString expected(const QList<Decision> &decisions)
{
    QStringList lines;
    const Ledger ledger = ledgerOf(decisions);
    for (const Decision &d : ledger.standing()) {
        if (d.value.toBool()) {
            lines += d.paper + u' ' + d.field;
        }
    }
    lines.sort();
    UndoStack stack(us);
    for (const Decision &decision : decisions) {
        stack.take(decision);
    }
    for (const auto &deed : {stack.undo(), stack.redo()}) {
        lines += deed ? u"deed %1\n%2"_s.arg(deed->number).arg(text(deed->lines)) : u"none"_s;
    }
    return lines.join(u'\n');
}

QString actual(const Library &library)
{
    QStringList lines;
    for (int i = 1; i < 6; ++i) {
        const QString key = u"arxiv:2512.0000%1"_s.arg(i);
        const Marks marks = library.marks(*PaperId::fromKey(key));
        lines += marks.starred ? QStringList{key + u" star"_s} : QStringList();
        lines += marks.read ? QStringList{key + u" read"_s} : QStringList();
    }
    lines.sort();
    for (const auto &deed : {library.undoable(), library.redoable()}) {
        lines += deed ? u"deed %1\n%2"_s.arg(deed->number).arg(text(deed->lines)) : u"none"_s;
    }
    return lines.join(u'\n');
}

} // namespace

class TestApplying : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anyOrderAndAnyRepetition_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 120; ++seed) {
            QTest::addRow("seed %u", seed) << seed;
        }
    }

    /** The decisions come in several files and several turns, shuffled, some twice. */
    void anyOrderAndAnyRepetition()
    {
        QFETCH(quint32, seed);
        QRandomGenerator random(seed);
        const QList<Decision> decisions = randomDecisions(random);
        QList<Decision> shuffled = decisions;
        if (seed % 2 == 0) {
            std::shuffle(shuffled.begin(), shuffled.end(), random);
        }
        for (int i = random.bounded(5); i > 0; --i) {
            shuffled.insert(random.bounded(shuffled.size() + 1),
                            shuffled.at(random.bounded(shuffled.size())));
        }
        TemporaryLibrary library;
        const QString journal = library.folder().journalFolder();
        QVERIFY(QDir().mkpath(journal));
        auto store = library.store();
        const auto reader = library.library();
        for (qsizetype from = 0; from < shuffled.size();) {
            const qsizetype count = qMin<qsizetype>(random.bounded(1, 20), shuffled.size() - from);
            const QString file = journal + (random.bounded(2) == 0 ? u"/laptop.jsonl"_s : u"/copy.jsonl"_s);
            QVERIFY(writeLines(file, shuffled.mid(from, count)));
            from += count;
            QVERIFY(await(store->catchUp()));
            if (random.bounded(4) == 0) {
                store.reset();
                store = library.store();
            }
        }
        QCOMPARE(actual(*reader), expected(decisions));
        QCOMPARE(reader->canUndo(), reader->undoable().has_value());
        QCOMPARE(reader->canRedo(), reader->redoable().has_value());
        QVERIFY(await(store->check(false))->isEmpty());

        // and from nothing
        store.reset();
        QVERIFY(QFile::remove(library.folder().libraryFile()));
        store = library.store();
        QCOMPARE(actual(*reader), expected(decisions)); // the reader notices that the file is another
    }

    void numbersThatCameTwiceStandAlikeInAnyOrder()
    {
        Decision one{.machine = us,
                     .sequence = 1,
                     .time = 5,
                     .deed = 1,
                     .paper = u"arxiv:2512.00001"_s,
                     .field = u"star"_s};
        one.value = true;
        Decision two = one;
        two.value = false;
        QStringList states;
        for (const QList<Decision> &order : {QList<Decision>{one, two}, QList<Decision>{two, one}}) {
            const TemporaryLibrary library;
            QVERIFY(QDir().mkpath(library.folder().journalFolder()));
            QVERIFY(writeLines(library.folder().journalFolder() + u"/laptop.jsonl"_s, order));
            const auto store = library.store();
            states += actual(*library.library());
        }
        QCOMPARE(states.first(), states.last());
    }

    /** A crash left two whole lines of three: they are a deed, and one undo takes it back. */
    void aDeedThatWasCutCountsAsFarAsItCame()
    {
        const TemporaryLibrary library;
        const FakeClock clock;
        auto journal =
            JournalFile::open(library.folder().journalFolder(), library.folder().machineFile(), clock);
        QVERIFY(
            journal->append({starring(paper(1).key()), starring(paper(2).key()), starring(paper(3).key())}));
        QFile file(journal->path());
        QVERIFY(file.resize(file.size() - 20));
        const auto store = library.store(journal->machine());
        const auto starred = [&library] {
            QStringList keys;
            const auto papers = library.library()->papers(InReadingList{}, u"en"_s);
            for (const Paper &each : papers.value_or(QList<Paper>())) {
                keys += each.id.key();
            }
            return keys;
        };
        QCOMPARE(starred(), (QStringList{paper(2).key(), paper(1).key()}));
        const auto deed = library.library()->undoable();
        QCOMPARE(deed->lines.size(), 2);
        QVERIFY(journal->append(undoing(*deed)));
        QVERIFY(await(store->catchUp()));
        QCOMPARE(starred(), QStringList());
        QCOMPARE(library.library()->redoable()->lines.size(), 2);
        QVERIFY(journal->append({starring(paper(3).key())})); // its number is its own
        QVERIFY(await(store->catchUp()));
        QCOMPARE(library.library()->undoable()->lines.size(), 1);
        QCOMPARE(starred(), QStringList{paper(3).key()});
    }

    void whatCouldNotBeTakenInIsLookedForAgain()
    {
        const TemporaryLibrary library;
        const auto store = library.store();
        store->watchOthers();
        const auto runInLibrary = [&](const char *sql) {
            const auto beside = Connection::open(library.folder().libraryFile(), Connection::Mode::Write,
                                                 Connection::Sync::Normal);
            return beside && (*beside)->run(sql).has_value();
        };
        QVERIFY(
            runInLibrary("CREATE TABLE seen(x);"
                         "CREATE TRIGGER t BEFORE INSERT ON decision BEGIN SELECT RAISE(ABORT, 'no'); END"));
        const FakeClock clock;
        auto journal =
            JournalFile::open(library.folder().journalFolder(), library.folder().machineFile(), clock);
        std::atomic<int> looks = 0; // one that sees another's commit tells of it
        connect(
            store.get(), &Store::changed, store.get(), [&] { ++looks; }, Qt::DirectConnection);
        QVERIFY(journal->append({starring(paper(1).key())}));
        QVERIFY(runInLibrary("INSERT INTO seen VALUES(1)"));
        QTRY_VERIFY(looks > 0);
        QVERIFY(!library.library()->marks(paper(1)).starred);
        QVERIFY(runInLibrary("DROP TRIGGER t"));
        QTRY_VERIFY(library.library()->marks(paper(1)).starred);
    }

    void fieldsOfLaterVersionsAreKept()
    {
        const TemporaryLibrary library;
        QVERIFY(QDir().mkpath(library.folder().journalFolder()));
        const QByteArray lines =
            R"({"m":"desk","s":1,"t":7,"p":"arxiv:2512.00001","f":"tag","v":["a",{"b":null}]})"
            "\n"
            R"({"m":"desk","s":2,"t":7,"p":"zenodo:17","f":"star","v":true})"
            "\nnonsense\n";
        QVERIFY(putFile(library.folder().journalFolder() + u"/desk.jsonl"_s, lines));
        const auto store = library.store();
        const auto faults = await(store->check(false));
        QCOMPARE(faults->size(), 1); // the line that is none; nothing else
        QVERIFY(faults->first().isNote);
        QVERIFY(library.library()->papers(InReadingList{}, u"en"_s)->isEmpty());
    }

    /** The library was copied to another machine: what its old one did is not that one's to undo. */
    void deedsOfTheMachineThatItWasCopiedFromAreNotUndone()
    {
        const TemporaryLibrary library;
        QVERIFY(QDir().mkpath(library.folder().journalFolder()));
        Decision done{.machine = us,
                      .sequence = 1,
                      .time = 5,
                      .deed = 1,
                      .paper = u"arxiv:2512.00001"_s,
                      .field = u"star"_s};
        done.value = true;
        QVERIFY(writeLines(library.folder().journalFolder() + u"/laptop.jsonl"_s, {done}));
        QVERIFY(library.store());
        QCOMPARE(library.library()->undoable()->lines, QList<Decision>{done});

        const auto store = library.store(u"desk"_s);
        QVERIFY(!library.library()->undoable());
        Decision ours = done;
        ours.machine = u"desk"_s;
        ours.time = 4; // its clock is behind
        ours.paper = u"arxiv:2512.00002"_s;
        QVERIFY(writeLines(library.folder().journalFolder() + u"/desk.jsonl"_s, {ours}));
        QVERIFY(await(store->catchUp()));
        QCOMPARE(library.library()->undoable()->lines, QList<Decision>{ours});
        QVERIFY(library.library()->marks(*PaperId::fromKey(done.paper)).starred);
        QVERIFY(await(store->check(false))->isEmpty());
    }

    void onlyTheLastDeedsAreKept()
    {
        const TemporaryLibrary library;
        QVERIFY(QDir().mkpath(library.folder().journalFolder()));
        QList<Decision> decisions;
        for (int i = 1; i <= 1200; ++i) {
            Decision d{.machine = us,
                       .sequence = i,
                       .time = i,
                       .deed = i,
                       .paper = u"arxiv:2512.00001"_s,
                       .field = u"star"_s};
            d.value = i % 2 == 1;
            decisions += d;
        }
        QVERIFY(writeLines(library.folder().journalFolder() + u"/laptop.jsonl"_s, decisions));
        const auto store = library.store();
        QCOMPARE(library.library()->undoable()->number, 1200);
        const auto raw =
            Connection::open(library.folder().libraryFile(), Connection::Mode::Read, Connection::Sync::Full);
        QCOMPARE((*raw)->number("SELECT count(*) FROM deed"), 500);
        QCOMPARE((*raw)->number("SELECT count(*) FROM deed_line"), 500);
    }
};

QTEST_GUILESS_MAIN(TestApplying)
#include "tst_applying.moc"
