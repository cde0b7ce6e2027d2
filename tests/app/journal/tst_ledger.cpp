// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/decisions.h"
#include "tests/support/undostack.h"

#include <QRandomGenerator>
#include <QtTest>
#include <vector>

using namespace paperdawn;
using namespace paperdawn::test;
using namespace Qt::StringLiterals;

namespace {

/** What one machine writes, without a disk. */
class Machine
{
public:
    explicit Machine(QString name)
        : m_name(std::move(name))
    {
    }
    QList<Decision> write(const QList<Draft> &drafts, bool undoable = true)
    {
        m_time += 10;
        const qint64 first = m_sequence + 1;
        QList<Decision> lines;
        for (const Draft &d : drafts) {
            const qint64 deed = undoable && d.way == Way::Done ? first : 0;
            lines << Decision{m_name,  ++m_sequence, m_time, deed, d.paper, d.field,
                              d.value, d.was,        d.way,  d.of, d.copy};
        }
        m_all += lines;
        return lines;
    }
    [[nodiscard]] const QList<Decision> &all() const { return m_all; }

private:
    QString m_name;
    qint64 m_sequence = 0;
    qint64 m_time = 0;
    QList<Decision> m_all;
};

QList<Decision> randomDecisions(QRandomGenerator &random, int count)
{
    QList<Decision> decisions;
    QMap<QString, qint64> numbers;
    for (int i = 0; i < count; ++i) {
        const QString machine = u"m%1"_s.arg(random.bounded(3));
        Decision d;
        d.machine = machine;
        d.sequence = ++numbers[machine];
        d.time = random.bounded(1, 20); // many collide
        d.paper = u"arxiv:%1"_s.arg(random.bounded(4));
        d.field = random.bounded(2) != 0 ? u"star"_s : u"read"_s;
        d.value = random.bounded(3);
        decisions << d;
        if (random.bounded(10) == 0) { // a machine that was copied: same numbers, another value
            d.value = u"copied"_s;
            decisions << d;
        }
    }
    return decisions;
}

void shuffle(QList<Decision> &decisions, QRandomGenerator &random)
{
    std::shuffle(decisions.begin(), decisions.end(), random);
}

QString describe(const UndoStack &stack)
{
    const auto name = [](const std::optional<Deed> &deed) {
        return deed ? u"%1 (%2)"_s.arg(deed->number).arg(deed->lines.size()) : u"-"_s;
    };
    return u"undo "_s + name(stack.undo()) + u", redo "_s + name(stack.redo());
}

} // namespace

class TestLedger : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void laterStandsPerPaperAndField()
    {
        Machine a(u"a"_s);
        Machine b(u"b"_s);
        Ledger ledger;
        const auto take = [&ledger](const QList<Decision> &lines) { return ledger.take(lines.first()); };
        QVERIFY(take(a.write({starring(u"arxiv:1"_s)})));
        QVERIFY(take(b.write({starring(u"arxiv:1"_s, false)}))); // same time, later machine
        QVERIFY(take(a.write({starring(u"arxiv:2"_s)})));
        QVERIFY(!take(b.all()));
        QCOMPARE(text(ledger.standing()), u"b 1 @10 deed 1: arxiv:1 star = false\n"
                                          "a 2 @20 deed 2: arxiv:2 star = true"_s);
        QCOMPARE(ledger.value(u"arxiv:2"_s, u"star"_s), QJsonValue(true));
        QCOMPARE(ledger.value(u"arxiv:2"_s, u"read"_s), QJsonValue());
        QCOMPARE(ledger.find(u"arxiv:2"_s, u"read"_s), nullptr);
    }

    void orderAndRepetitionDoNotMatter()
    {
        QRandomGenerator random(20251209);
        for (int round = 0; round < 100; ++round) {
            QList<Decision> decisions = randomDecisions(random, 60);
            const QString expected = text(ledgerOf(decisions).standing());
            for (int turn = 0; turn < 10; ++turn) {
                QList<Decision> again = decisions;
                again += decisions.sliced(random.bounded(decisions.size()));
                shuffle(again, random);
                QCOMPARE(text(ledgerOf(again).standing()), expected);
            }
        }
    }

    void takenInPartsItIsTheSame()
    {
        QRandomGenerator random(7);
        const QList<Decision> decisions = randomDecisions(random, 60);
        const Ledger whole = ledgerOf(decisions);
        for (qsizetype cut = 0; cut <= decisions.size(); ++cut) {
            Ledger ledger = ledgerOf(decisions.first(cut));
            // a prefix is a state of its own: nothing in it comes from what is still to come
            for (const Decision &standing : ledger.standing()) {
                QVERIFY(decisions.first(cut).contains(standing));
            }
            for (const Decision &decision : decisions) {
                ledger.take(decision);
            }
            QVERIFY(ledger == whole);
        }
    }

    void undoAndRedoWalkTheDeeds()
    {
        Machine machine(u"a"_s);
        UndoStack stack(u"a"_s);
        const auto take = [&](const QList<Draft> &drafts, bool undoable = true) {
            for (const Decision &line : machine.write(drafts, undoable)) {
                stack.take(line);
            }
            return describe(stack);
        };
        const QString one = u"arxiv:1"_s;
        const QString two = u"arxiv:2"_s;
        QCOMPARE(describe(stack), u"undo -, redo -"_s);
        QCOMPARE(take({starring(one)}), u"undo 1 (1), redo -"_s);
        QCOMPARE(take({starring(one, false), starring(two)}), u"undo 2 (2), redo -"_s);
        QCOMPARE(take(undoing(*stack.undo())), u"undo 1 (1), redo 2 (2)"_s);
        QCOMPARE(take({{one, u"read"_s, true, {}, Way::Done, 0, {}}}, false), u"undo 1 (1), redo 2 (2)"_s);
        QCOMPARE(take(undoing(*stack.undo())), u"undo -, redo 1 (1)"_s);
        QCOMPARE(take(redoing(*stack.redo())), u"undo 1 (1), redo 2 (2)"_s);
        QCOMPARE(take(redoing(*stack.redo())), u"undo 2 (2), redo -"_s);
        QCOMPARE(take(undoing(*stack.undo())), u"undo 1 (1), redo 2 (2)"_s);
        QCOMPARE(take({starring(two)}), u"undo 13 (1), redo -"_s); // a new deed clears redo
        QCOMPARE(take(undoing(*stack.undo())), u"undo 1 (1), redo 13 (1)"_s);

        UndoStack afterRestart(u"a"_s);
        QList<Decision> all = machine.all() + machine.all();
        QRandomGenerator random(1);
        shuffle(all, random);
        for (const Decision &line : all) {
            afterRestart.take(line);
        }
        QCOMPARE(describe(afterRestart), describe(stack));
        QCOMPARE(afterRestart.redo(), stack.redo());
        QCOMPARE(afterRestart.undo(), stack.undo());
    }

    void undoPutsBackWhatWas()
    {
        Machine machine(u"a"_s);
        const QJsonObject copy{{u"title"_s, u"Voxel art"_s}};
        machine.write({{u"arxiv:1"_s, u"star"_s, true, false, Way::Done, 0, copy}});
        const QString before = text(ledgerOf(machine.all()).standing()).section(u':', 1);
        machine.write({{u"arxiv:1"_s, u"star"_s, false, true, Way::Done, 0, copy},
                       {u"arxiv:1"_s, u"star"_s, true, false, Way::Done, 0, copy},
                       {u"arxiv:1"_s, u"star"_s, u"twice"_s, true, Way::Done, 0, copy}});
        const QString after = text(ledgerOf(machine.all()).standing()).section(u':', 1);
        UndoStack stack(u"a"_s);
        for (const Decision &line : machine.all()) {
            stack.take(line);
        }
        const Deed deed = stack.undo().value();
        machine.write(undoing(deed));
        QCOMPARE(text(ledgerOf(machine.all()).standing()).section(u':', 1), before);
        QCOMPARE(ledgerOf(machine.all()).find(u"arxiv:1"_s, u"star"_s)->copy, copy);
        machine.write(redoing(deed));
        QCOMPARE(text(ledgerOf(machine.all()).standing()).section(u':', 1), after);
    }

    void othersAndTornDeedsDoNotConfuseUndo()
    {
        Machine machine(u"a"_s);
        Machine other(u"b"_s);
        const QList<Decision> first = machine.write({starring(u"arxiv:1"_s)});
        const QList<Decision> deed =
            machine.write({starring(u"arxiv:2"_s), starring(u"arxiv:3"_s), starring(u"arxiv:4"_s)});
        UndoStack stack(u"a"_s);
        stack.take(first.first());
        stack.take(deed.at(1)); // its first line was torn, and the last one too
        for (const Decision &line : other.write({starring(u"arxiv:9"_s), starring(u"arxiv:8"_s)})) {
            stack.take(line);
        }
        QCOMPARE(describe(stack), u"undo 2 (1), redo -"_s);
        for (const Decision &line : machine.write(undoing(*stack.undo()))) {
            stack.take(line);
        }
        QCOMPARE(describe(stack), u"undo 1 (1), redo 2 (1)"_s);
    }

    void anUndoWhoseDeedIsLostIsPassedOver()
    {
        UndoStack stack(u"a"_s);
        Decision undone;
        undone.machine = u"a"_s;
        undone.sequence = 9;
        undone.way = Way::Undone;
        undone.of = 3;
        stack.take(undone);
        QCOMPARE(describe(stack), u"undo -, redo -"_s);
    }

    /** Against the obvious pair of stacks, for random walks. */
    void undoIsAsWithTwoStacks()
    {
        QRandomGenerator random(42);
        for (int walk = 0; walk < 50; ++walk) {
            Machine machine(u"a"_s);
            UndoStack stack(u"a"_s);
            std::vector<qint64> undo;
            std::vector<qint64> redo;
            for (int step = 0; step < 60; ++step) {
                QList<Decision> lines;
                const int what = random.bounded(4);
                if (what == 0 && !undo.empty()) {
                    lines = machine.write(undoing(stack.undo().value()));
                    redo.push_back(undo.back());
                    undo.pop_back();
                } else if (what == 1 && !redo.empty()) {
                    lines = machine.write(redoing(stack.redo().value()));
                    undo.push_back(redo.back());
                    redo.pop_back();
                } else if (what == 2) {
                    lines = machine.write({starring(u"arxiv:%1"_s.arg(step)), starring(u"arxiv:1"_s)});
                    undo.push_back(lines.first().deed);
                    redo.clear();
                } else {
                    lines = machine.write({starring(u"arxiv:1"_s)}, false);
                }
                for (const Decision &line : lines) {
                    stack.take(line);
                }
                QCOMPARE(stack.undo() ? stack.undo()->number : 0, undo.empty() ? 0 : undo.back());
                QCOMPARE(stack.redo() ? stack.redo()->number : 0, redo.empty() ? 0 : redo.back());
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestLedger)
#include "tst_ledger.moc"
