// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/formats/keptday.h"

#include "tests/support/dayfiletext.h"

#include <QtTest>

using namespace paperdawn;
using namespace paperdawn::test;
using namespace Qt::StringLiterals;

namespace {

DayFile dayOf(const PaperDetails &paper)
{
    return {
        {{{2025, 12, 9}, Source::Arxiv, DayStatus::Approximate, {}, {{paper, Kind::Cross}}, u"cs.CL"_s, 7}},
        {}};
}

} // namespace

class TestKeptDay : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsKeptIsReadAgain_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("plain") << u"We draw."_s;
        QTest::newRow("quotes") << u"\"a\" \\ b\n\nc\t\u0001"_s;
        QTest::newRow("byte order mark") << u"\uFEFFWe \uFEFFdraw.\uFEFF"_s;
        QTest::newRow("only that") << u"\uFEFF"_s;
        QTest::newRow("beyond the first plane") << u"😀𝒜"_s;
    }
    void whatIsKeptIsReadAgain()
    {
        QFETCH(QString, text);
        PaperDetails paper = namedOnly(*PaperId::parse(u"2512.00001"), 2);
        paper.title = paper.abstract = paper.comment = text;
        paper.authors = {text, u"Ada"_s};
        paper.submitted = QDateTime({2025, 12, 8}, {18, 59, 59}, Qt::UTC);
        paper.translations = {{u"zh-Hans"_s, u"file"_s, text, {}, PaperFlag::Chatter}};
        const DayFile day = dayOf(paper);
        const auto read = parseKeptDay(writeKeptDay(day), u"kept"_s);
        QCOMPARE(textOf(read), textOf(day));
        QVERIFY(read == day);
    }
};

QTEST_APPLESS_MAIN(TestKeptDay)
#include "tst_keptday.moc"
