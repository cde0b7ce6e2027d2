// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/decision.h"

#include <QJsonArray>
#include <QtTest>

using namespace paperdawn;
using namespace Qt::StringLiterals;

namespace {

Decision star()
{
    return {u"3f2a91bc04d7"_s,
            7,
            1765267200000,
            7,
            u"arxiv:2512.07834"_s,
            u"star"_s,
            true,
            false,
            Way::Done,
            0,
            QJsonObject{{u"title"_s, u"晨 “quoted”\n\u2028 \\frac{1}{2}"_s}}};
}

Decision with(const std::function<void(Decision &)> &change)
{
    Decision decision = star();
    change(decision);
    return decision;
}

} // namespace

class TestDecision : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isOneLineOfJson()
    {
        QCOMPARE(toLine(star()),
                 QByteArray(R"({"c":{"title":"晨 “quoted”\n)"
                            "\u2028"
                            R"( \\frac{1}{2}"},"d":7,"f":"star","m":"3f2a91bc04d7","p":"arxiv:2512.07834",)"
                            R"("s":7,"t":1765267200000,"v":true,"w":false})"));
    }

    void comesBackAsItWas_data()
    {
        QTest::addColumn<Decision>("decision");
        QTest::newRow("star") << star();
        QTest::newRow("read by dwell") << with([](Decision &d) {
            d.field = u"read"_s;
            d.deed = 0;
            d.copy = {};
        });
        QTest::newRow("undone") << with([](Decision &d) {
            d.way = Way::Undone;
            d.deed = 0;
            d.of = 6;
        });
        QTest::newRow("redone") << with([](Decision &d) {
            d.way = Way::Redone;
            d.deed = 0;
            d.of = 1;
        });
        QTest::newRow("field of a newer version") << with([](Decision &d) {
            d.field = u"tag:量子"_s;
            d.value = QJsonObject{{u"colour"_s, u"red"_s}, {u"weights"_s, QJsonArray{1.5, -2, 1e300}}};
            d.was = u""_s;
        });
        QTest::newRow("null") << with([](Decision &d) {
            d.value = QJsonValue::Null;
            d.was = QJsonValue::Null;
        });
        QTest::newRow("the largest numbers") << with([](Decision &d) {
            d.sequence = d.deed = lastSequence;
            d.value = (qint64(1) << 53) - 1;
        });
        QTest::newRow("the last moment of 2200") << with([](Decision &d) { d.time = 7'289'654'399'999; });
        QTest::newRow("control characters in a copy")
            << with([](Decision &d) { d.copy.insert(u"title"_s, u"a\0b\r\n\t\x7f"_s); });
    }
    void comesBackAsItWas()
    {
        QFETCH(Decision, decision);
        const QByteArray line = toLine(decision);
        QVERIFY(!line.contains('\n') && !line.contains('\0') && !line.contains('\r'));
        for (const char *end : {"", "\n", "\r\n", "\r"}) {
            const auto read = fromLine(QByteArray(line + end));
            QVERIFY2(read, read ? "" : qPrintable(read.error().what));
            QCOMPARE(*read, decision);
        }
    }

    void whatIsUnknownInALineIsPassedOver()
    {
        QByteArray line = toLine(star());
        line.insert(1, R"("zeta":[1,2],)");
        QCOMPARE(fromLine(line).value(), star());
    }

    void aByteOrderMarkOfAnEditorIsPassedOver()
    {
        QCOMPARE(fromLine(QByteArray("\xEF\xBB\xBF" + toLine(star()))).value(), star());
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("line");
        const QByteArray good = toLine(star());
        const auto replaced = [&](const char *name, const char *old, const char *fresh) {
            QByteArray line = good;
            Q_ASSERT(line.contains(old));
            QTest::newRow(name) << line.replace(old, fresh);
        };
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("blank") << QByteArray("  ");
        QTest::newRow("not JSON") << QByteArray("<<<<<<< HEAD");
        QTest::newRow("array") << QByteArray("[]");
        QTest::newRow("empty object") << QByteArray("{}");
        QTest::newRow("two glued") << QByteArray(good + good);
        QTest::newRow("NUL in front") << QByteArray(QByteArray(1, '\0') + good);
        QTest::newRow("NULs, as a crashed file system leaves them") << QByteArray(300, '\0');
        QTest::newRow("not UTF-8") << QByteArray(good).replace("star", "st\xFFr");
        QTest::newRow("deep") << QByteArray(QByteArray(100'000, '['));
        QTest::newRow("long") << QByteArray(good + QByteArray(longestLine, ' '));
        replaced("machine is a path", "3f2a91bc04d7", "../etc");
        replaced("machine is empty", "3f2a91bc04d7", "");
        replaced("sequence is 0", R"("s":7)", R"("s":0)");
        replaced("sequence is broken", R"("s":7)", R"("s":7.5)");
        replaced("sequence is text", R"("s":7)", R"("s":"7")");
        replaced("sequence is huge", R"("s":7)", R"("s":9007199254740992)");
        replaced("sequence overflows", R"("s":7)", R"("s":1e400)");
        replaced("no sequence", R"("s":7,)", "");
        replaced("sequence at the end of numbers", R"("s":7,)", R"("s":9007199254740991,)");
        replaced("time before 1970", R"("t":1765267200000)", R"("t":-1)");
        replaced("time after 2200", R"("t":1765267200000)", R"("t":7289654400000)");
        replaced("time at the end of numbers", R"("t":1765267200000)", R"("t":9007199254740991)");
        replaced("no time", R"("t":1765267200000,)", "");
        replaced("deed after its line", R"("d":7)", R"("d":8)");
        replaced("deed is negative", R"("d":7)", R"("d":-7)");
        replaced("paper is empty", "arxiv:2512.07834", "");
        replaced("paper has a line break", "arxiv:2512.07834", "arxiv:\\n");
        replaced("field is a number", R"("f":"star")", R"("f":1)");
        replaced("no value", R"("v":true,)", "");
        replaced("unknown way", R"("v":true)", R"("v":true,"y":"forgotten","o":3)");
        replaced("undone, but what", R"("v":true)", R"("v":true,"y":"undone")");
        replaced("undone before it was done", R"("d":7,)", R"("y":"undone","o":7,)");
        replaced("undone is a deed", R"("v":true)", R"("v":true,"y":"undone","o":3)");
        replaced("done of another", R"("v":true)", R"("v":true,"o":3)");
        replaced("copy is text", R"("c":{)", R"("c":"x","x":{)");
    }
    void refuses()
    {
        QFETCH(QByteArray, line);
        const auto read = fromLine(line);
        QVERIFY(!read);
        QCOMPARE(read.error().kind, ErrorKind::Malformed);
        QVERIFY(!read.error().what.isEmpty());
    }

    void noBeginningOfALineIsALine()
    {
        const QByteArray line = toLine(star());
        for (qsizetype size = 0; size < line.size(); ++size) {
            QVERIFY(!fromLine(line.first(size)));
        }
    }

    void laterWins_data()
    {
        QTest::addColumn<Decision>("later");
        QTest::addColumn<Decision>("earlier");
        QTest::newRow("time") << with([](Decision &d) {
            d.time += 1;
            d.machine = u"0"_s;
            d.sequence = 1;
        }) << star();
        QTest::newRow("machine") << with([](Decision &d) {
            d.machine = u"4"_s;
            d.sequence = 1;
        }) << star();
        QTest::newRow("sequence") << with([](Decision &d) { d.sequence += 1; }) << star();
        QTest::newRow("same numbers") << with([](Decision &d) { d.value = u"x"_s; }) << star();
    }
    void laterWins()
    {
        QFETCH(Decision, later);
        QFETCH(Decision, earlier);
        QCOMPARE(supersedes(later, earlier), !supersedes(earlier, later));
        if (QByteArray(QTest::currentDataTag()) != "same numbers") {
            QVERIFY(supersedes(later, earlier));
        }
        QVERIFY(!supersedes(later, later));
    }
};

QTEST_GUILESS_MAIN(TestDecision)
#include "tst_decision.moc"
