// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/fold.h"

#include <QRandomGenerator>
#include <QtTest>

using namespace paperdawn;
using namespace Qt::StringLiterals;

class TestFold : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void fold_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const QString &text, const QString &expected) {
            QTest::newRow(name) << text << expected;
        };
        row("nothing", {}, {});
        row("case", u"BERT and GPT"_s, u"bert and gpt"_s);
        row("whitespace", u"  a\t b\n\nc\u00a0d\u3000e "_s, u"a b c d e"_s);
        row("accents", u"Gröbner Poincaré Čech"_s, u"grobner poincare cech"_s);
        row("marks apart", u"e\u0301"_s, u"e"_s);
        row("strokes", u"Łukasz Ørsted Æsir œuvre Đ ı"_s, u"lukasz orsted aesir oeuvre d i"_s);
        row("sharp s", u"Straße"_s, u"strasse"_s);
        row("Turkish", u"İstanbul"_s, u"istanbul"_s);
        row("Greek", u"Σίγμας"_s, u"σιγμασ"_s);
        row("Cyrillic", u"Й"_s, u"и"_s);
        row("full width", u"ＢＥＲＴ：１２３，ｘ"_s, u"bert:123,x"_s);
        row("styled letters", u"𝒪(n²) over ℝ and 𝔸"_s, u"o(n2) over r and a"_s);
        row("ligature", u"eﬃcient"_s, u"efficient"_s);
        row("dashes and quotes", u"state‑of–the—art ‘a’ “b”"_s, u"state-of-the-art 'a' \"b\""_s);
        row("minus", u"10⁻³"_s, u"10-3"_s);
        row("invisible", u"a\u200bb\u202ec\u00add"_s, u"abcd"_s);
        row("Chinese", u"基于 Transformer 的方法"_s, u"基于 transformer 的方法"_s);
        row("Japanese keeps its sound marks", u"ガ が ﾊﾟ"_s, u"ガ が パ"_s);
        row("Korean stays composed", u"한국어"_s, u"한국어"_s);
        row("symbols of formulas", u"ϕ ϵ µ"_s, u"φ ε μ"_s);
    }
    void fold()
    {
        QFETCH(QString, text);
        QTEST(folded(text), "expected");
        QCOMPARE(folded(folded(text)), folded(text));
    }

    void termsMatch_data()
    {
        QTest::addColumn<QString>("haystack");
        QTest::addColumn<QStringList>("terms");
        QTest::addColumn<bool>("expected");
        QTest::newRow("no terms") << u"a"_s << QStringList() << true;
        QTest::newRow("one") << u"a grobner basis"_s << QStringList{u"grob"_s} << true;
        QTest::newRow("all, in any order")
            << u"a grobner basis"_s << QStringList{u"basis"_s, u"grob"_s} << true;
        QTest::newRow("one is missing")
            << u"a grobner basis"_s << QStringList{u"basis"_s, u"ideal"_s} << false;
        QTest::newRow("empty haystack") << QString() << QStringList{u"a"_s} << false;
        QTest::newRow("Chinese") << u"稀疏注意力"_s << QStringList{u"注意"_s} << true;
    }
    void termsMatch()
    {
        QFETCH(QString, haystack);
        QFETCH(QStringList, terms);
        QTEST(matches(haystack, terms), "expected");
    }

    void anythingIsTaken()
    {
        QRandomGenerator random(3);
        for (int round = 0; round < 300; ++round) {
            QString text(200, u'a');
            for (QChar &c : text) {
                c = QChar(char16_t(random.bounded(0x10000)));
            }
            QVERIFY(folded(text).size() <= 20 * text.size()); // one character of Unicode unfolds to 18
        }
        QCOMPARE(folded(u"é"_s.repeated(100'000)), u"e"_s.repeated(100'000));
        QCOMPARE(folded(u"e\u0301"_s.repeated(10'000)), u"e"_s.repeated(10'000)); // over the seams of pieces
        QCOMPARE(folded(u"\u1112\u1161\u11ab"_s.repeated(10'000)), u"한"_s.repeated(10'000));
        QCOMPARE(folded(u"ｶﾞ"_s.repeated(10'000)), u"ガ"_s.repeated(10'000));
    }
};

QTEST_GUILESS_MAIN(TestFold)
#include "tst_fold.moc"
