// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/latex.h"
#include "tests/support/shareddata.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QtTest>

using namespace paperdawn;
using namespace Qt::StringLiterals;

namespace {

/** Segments as one line: Text as it is, others in brackets, newlines as ↵, no-break spaces as ⍽. */
QString written(const QList<Segment> &segments)
{
    QString line;
    for (const Segment &segment : segments) {
        QString marks;
        marks += segment.bold ? u"b"_s : QString();
        marks += segment.italic ? u"i"_s : QString();
        marks += segment.mono ? u"m"_s : QString();
        switch (segment.kind) {
        case Segment::Kind::Text:
            line += marks.isEmpty() ? segment.text : QString(u"["_s + marks + u":"_s + segment.text + u"]"_s);
            break;
        case Segment::Kind::Math:
            line += u"[M"_s + marks + u":"_s + segment.text + u"]"_s;
            break;
        case Segment::Kind::DisplayMath:
            line += u"[D"_s + marks + u":"_s + segment.text + u"]"_s;
            break;
        case Segment::Kind::Link:
            line += u"[L"_s + marks + u":"_s + segment.text +
                    (segment.href == segment.text ? QString() : QString(u" → "_s + segment.href)) + u"]"_s;
            break;
        case Segment::Kind::Cite:
            line += u"[C"_s + marks + u":"_s + segment.text + u"]"_s;
            break;
        }
    }
    return line.replace(u'\n', u'↵').replace(QChar(QChar::Nbsp), u'⍽');
}

} // namespace

class TestLatex : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void asArxivDoes()
    {
        REQUIRE_SHARED_DATA(u"taxonomy/tex2utf-golden.jsonl"_s);
        int rows = 0;
        for (const QByteArray &line : test::sharedBytes(u"taxonomy/tex2utf-golden.jsonl"_s).split('\n')) {
            if (line.isEmpty()) {
                continue;
            }
            ++rows;
            const QJsonObject row = QJsonDocument::fromJson(line).object();
            const QString tex = row.value(u"tex"_s).toString();
            QCOMPARE(texToUnicode(tex), row.value(u"utf8"_s).toString());
            QCOMPARE(texToUnicode(tex, Greek::Keep), row.value(u"utf8_no_greek"_s).toString());
        }
        QCOMPARE(rows, 84);
    }

    void arxivsTables()
    {
        REQUIRE_SHARED_DATA(u"taxonomy/tex2utf-tables.json"_s);
        const auto tables =
            QJsonDocument::fromJson(test::sharedBytes(u"taxonomy/tex2utf-tables.json"_s)).object();
        const auto accents = tables.value(u"accents"_s).toObject();
        for (auto it = accents.begin(); it != accents.end(); ++it) {
            QCOMPARE(texToUnicode(QString(u"\\"_s + it.key().at(0) + u"{"_s + it.key().at(1) + u"}"_s)),
                     it->toString());
        }
        for (const QString &name : {u"textlet"_s, u"textgreek"_s, u"textsym"_s}) {
            const auto table = tables.value(name).toObject();
            QVERIFY(!table.isEmpty());
            for (auto it = table.begin(); it != table.end(); ++it) {
                QCOMPARE(texToUnicode(QString(u"\\"_s + it.key())), it->toString());
            }
        }
    }

    void arxivsTitles()
    {
        REQUIRE_SHARED_DATA(u"bibtex/expected-bibtex-and-authors.jsonl"_s);
        int rows = 0;
        for (const QByteArray &line :
             test::sharedBytes(u"bibtex/expected-bibtex-and-authors.jsonl"_s).split('\n')) {
            const QJsonObject row = QJsonDocument::fromJson(line).object();
            if (row.contains(u"title_utf8"_s)) {
                ++rows;
                QCOMPARE(texToUnicode(row.value(u"title"_s).toString()),
                         row.value(u"title_utf8"_s).toString());
            }
        }
        QVERIFY(rows > 800);
    }

    void oddTex_data()
    {
        QTest::addColumn<QString>("tex");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const QString &tex, const QString &expected) {
            QTest::newRow(name) << tex << expected;
        };
        row("braces stay", u"Ren{\\'e}"_s, u"Ren{é}"_s);
        row("unknown command", u"\\foo{x}"_s, u"\\foo{x}"_s);
        row("a longer name", u"\\order"_s, u"\\order"_s);
        row("before a digit", u"\\alpha1"_s, u"\\alpha1"_s);
        row("before an underscore", u"\\alpha_1"_s, u"α_1"_s);
        row("the blank behind", u"\\O bro"_s, u"Øbro"_s);
        row("empty braces behind", u"\\ss{}e"_s, u"ße"_s);
        row("backslash and blank behind", u"\\L\\ x"_s, u"Ł x"_s);
        row("open brace", u"{\\O bro}"_s, u"{Øbro}"_s);
        row("doubled braces", u"{{{x}}}"_s, u"{x}"_s);
        row("doubled apart", u"{{a}b}"_s, u"{{a}b}"_s);
        row("braces within", u"{{a{b}}}"_s, u"{a{b}}"_s);
        row("j", u"\\j a {\\j}"_s, u"ja j"_s);
        row("accent that is none", u"\\'q \\v{B}"_s, u"q vB"_s);
        row("tie", u"\\t{o}"_s, u"o"_s);
        row("end", u"a\\"_s, u"a\\"_s);
    }
    void oddTex()
    {
        QFETCH(QString, tex);
        QTEST(texToUnicode(tex), "expected");
    }

    void split_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const QString &text, const QString &expected) {
            QTest::newRow(name) << text << expected;
        };
        row("nothing", {}, {});
        row("blanks", u" \n "_s, {});
        row("plain", u"Attention is all you need"_s, u"Attention is all you need"_s);

        // formulas
        row("inline", u"the $x^2$ law"_s, u"the [M:x^2] law"_s);
        row("blanks inside", u"a $ x $ b"_s, u"a [M:x] b"_s);
        row("two side by side", u"$a$$b$"_s, u"[M:a][M:b]"_s);
        row("display", u"so $$x=1$$ holds"_s, u"so [D:x=1] holds"_s);
        row("parentheses", u"so \\(x\\) holds"_s, u"so [M:x] holds"_s);
        row("brackets", u"so \\[x\\] holds"_s, u"so [D:x] holds"_s);
        row("environment", u"so \\begin{align} a&=b \\end{align} holds"_s,
            u"so [D:\\begin{align} a&=b \\end{align}] holds"_s);
        row("starred environment", u"\\begin{equation*}x\\end{equation*}"_s,
            u"[D:\\begin{equation*}x\\end{equation*}]"_s);
        row("forgotten dollars", u"in \\mathcal{O}(n)"_s, u"in [M:\\mathcal{O}](n)"_s);
        row("raised text", u"the 5\\textsuperscript{th}"_s, u"the 5[M:^{\\text{th}}]"_s);
        row("a word", u"with $Gaia$ data"_s, u"with [M:Gaia] data"_s);
        row("sign before a number", u"$\\sim$10 and $>$5"_s, u"[M:\\sim]10 and [M:>]5"_s);
        row("Chinese around", u"在$\\mathbb{R}^n$上"_s, u"在[M:\\mathbb{R}^n]上"_s);
        row("escaped dollar inside", u"$a\\$b$"_s, u"[M:a\\$b]"_s);
        row("link between dollars", u"at $\\href{https://a.org/x}{here}$."_s,
            u"at [L:here → https://a.org/x]."_s);

        // no formulas
        row("prices", u"from $5 to $10 each"_s, u"from $5 to $10 each"_s);
        row("price range", u"$5-$10 and $100M/$200M"_s, u"$5-$10 and $100M/$200M"_s);
        row("one price", u"for $5 only"_s, u"for $5 only"_s);
        row("price and formula", u"for $5 we get $x_1$"_s, u"for $5 we get [M:x_1]"_s);
        row("escaped price", u"for \\$5 and \\$6"_s, u"for $5 and $6"_s);
        row("words between", u"the 3$ and 4$ case"_s, u"the 3$ and 4$ case"_s);
        row("Chinese prices", u"从$5元降到$3元"_s, u"从$5元降到$3元"_s);
        row("empty", u"a $$ b $ $ c"_s, u"a $$ b $ $ c"_s);
        row("over a blank line", u"a $x\n\ny$ b"_s, u"a $x↵↵y$ b"_s);
        row("open display", u"a $$x and \\[y and \\(z"_s, u"a $$x and \\[y and \\(z"_s);
        row("open environment", u"\\begin{align} x"_s, u"\\begin{align} x"_s);
        row("other environment", u"\\begin{table}x\\end{table}"_s, u"\\begin{table}x\\end{table}"_s);

        // style
        row("emphasis", u"an \\emph{old} one"_s, u"an [i:old] one"_s);
        row("nested", u"\\textbf{a \\textit{b} c}"_s, u"[b:a ][bi:b][b: c]"_s);
        row("declaration", u"the {\\em tritronqu\\'ee} one"_s, u"the [i:tritronquée] one"_s);
        row("two declarations", u"{\\bf\\it x} y"_s, u"[bi:x] y"_s);
        row("typewriter", u"\\texttt{a\\_b}"_s, u"[m:a_b]"_s);
        row("underlined", u"\\underline{x}"_s, u"[i:x]"_s);
        row("small capitals", u"\\textsc{Moca} {\\sc Moca}"_s, u"Moca Moca"_s);
        row("formula in bold", u"\\textbf{a $x$}"_s, u"[b:a ][Mb:x]"_s);
        row("coloured", u"\\textcolor{red}{warm}"_s, u"warm"_s);
        row("open argument", u"\\textbf{abc"_s, u"\\textbf{abc"_s);
        row("declaration outside", u"\\bf abc"_s, u"\\bf abc"_s);
        row("footnote", u"word\\footnote{see \\emph{x}} on"_s, u"word (see [i:x]) on"_s);
        row("brace in a formula", u"\\emph{a $x}$ b}"_s, u"[i:a ][Mi:x}] b}"_s);

        // links
        row("bare", u"at https://a.org/x."_s, u"at [L:https://a.org/x]."_s);
        row("in parentheses", u"(https://a.org/x)"_s, u"([L:https://a.org/x])"_s);
        row("with parentheses", u"https://a.org/x_(y)!"_s, u"[L:https://a.org/x_(y)]!"_s);
        row("Chinese behind", u"见https://a.org/x，谢谢"_s, u"见[L:https://a.org/x]，谢谢"_s);
        row("Chinese full stop", u"https://a.org/x。"_s, u"[L:https://a.org/x]。"_s);
        row("Chinese parentheses", u"（https://a.org/x）"_s, u"（[L:https://a.org/x]）"_s);
        row("escaped underscore", u"https://a.org/x\\_y"_s, u"[L:https://a.org/x_y]"_s);
        row("tilde", u"http://a.org/~x/"_s, u"[L:http://a.org/~x/]"_s);
        row("url", u"\\url{https://a.org/\\~x}"_s, u"[L:https://a.org/~x]"_s);
        row("url without scheme", u"\\url{a.org/x}"_s, u"a.org/x"_s);
        row("href", u"\\href{https://a.org}{our \\textbf{page}}"_s,
            u"[L:our  → https://a.org][Lb:page → https://a.org]"_s);
        row("href of nothing", u"\\href{https://a.org}{}"_s, u"[L:https://a.org]"_s);
        row("script", u"\\href{javascript:alert(1)}{x}"_s, u"\\href{javascript:alert(1)}{x}"_s);
        row("file", u"\\url{file:///etc/passwd} data:text/html,x"_s,
            u"\\url{file:///etc/passwd} data:text/html,x"_s);
        row("user name", u"https://u:p@a.org/"_s, u"https://u:p@a.org/"_s);
        row("no host", u"https:///x and http://"_s, u"https:///x and http://"_s);
        row("within a word", u"xhttps://a.org"_s, u"xhttps://a.org"_s);

        // citations
        row("cite", u"see \\cite{a,b}."_s, u"see [C:a,b]."_s);
        row("ref", u"see \\ref{a}"_s, u"see \\ref{a}"_s);

        // signs
        row("accents", u"Erd\\H{o}s, Gr\\\"obner, \\'{\\i}, \\c c, \\v{s}, {\\'e}"_s,
            u"Erdős, Gröbner, í, ç, š, é"_s);
        row("letters", u"Stra\\ss e {\\O}rsted \\L ukasz na\\\"{\\i}ve"_s, u"Straße Ørsted Łukasz naïve"_s);
        row("accent without a letter", u"\\' c \\d x \\r{ho}"_s, u"\\' c \\d x \\r{ho}"_s);
        row("escapes", u"5\\% \\& \\_ \\# \\{x\\}"_s, u"5% & _ # {x}"_s);
        row("Greek outside formulas", u"2\\gamma and \\to"_s, u"2γ and →"_s);
        row("dashes", u"263--310 --- Navier--Stokes"_s, u"263–310 — Navier–Stokes"_s);
        row("dashes that are none", u"--verbose a --> b ---- (--x)"_s, u"--verbose a --> b ---- (--x)"_s);
        row("quotes", u"``so'' it's"_s, u"“so” it's"_s);
        row("tie", u"Fig.~3 of~x"_s, u"Fig.⍽3 of⍽x"_s);
        row("about", u"~100 papers (~5 days)"_s, u"~100 papers (~5 days)"_s);
        row("braces of the author", u"the set {0,1} and {\\phi_n}"_s, u"the set {0,1} and {ϕ_n}"_s);
        row("unknown command", u"our \\model{} is"_s, u"our \\model{} is"_s);
        row("name", u"\\LaTeX{} and \\TeX"_s, u"LaTeX and TeX"_s);
        row("last backslash", u"a\\"_s, u"a\\"_s);
        row("stray braces", u"}a{"_s, u"}a{"_s);

        // whitespace
        row("wrapped lines", u"one\ntwo\n three"_s, u"one two three"_s);
        row("wrapped Chinese", u"自适应\n稀疏，\n注意力\nBERT"_s, u"自适应稀疏，注意力 BERT"_s);
        row("blank line", u"one\n\ntwo \n \nthree"_s, u"one↵↵two↵↵three"_s);
        row("two blanks", u"  one\n  two"_s, u"one↵↵two"_s);
        row("carriage returns", u"one\r\ntwo\r\n\r\nthree"_s, u"one two↵↵three"_s);
        row("line break", u"one\\\\ two\\newline three"_s, u"one↵two↵three"_s);
        row("list", u"x: \\begin{itemize} \\item a \\item b \\end{itemize}"_s, u"x:↵• a↵• b"_s);
        row("blanks fold", u"a   b\tc"_s, u"a b c"_s);
    }
    void split()
    {
        QFETCH(QString, text);
        const auto parts = segments(text);
        QTEST(written(parts), "expected");
    }

    void sourcesAreKept()
    {
        const auto parts = segments(u"a $ x $ \\[y\\] \\cite{k}"_s);
        QCOMPARE(parts.size(), 6);
        QCOMPARE(parts.at(1).source, u"$ x $"_s);
        QCOMPARE(parts.at(3).source, u"\\[y\\]"_s);
        QCOMPARE(parts.at(5).source, u"\\cite{k}"_s);
    }

    void plain_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const QString &text, const QString &expected) {
            QTest::newRow(name) << text << expected;
        };
        row("formula", u"the $10^{-3}$ of $x_i$"_s, u"the 10⁻³ of xᵢ"_s);
        row("spaces", u"$z \\sim 3$, Fig.~1"_s, u"z ∼ 3, Fig. 1"_s);
        row("no raised letters", u"$e^p + e^{-p}$"_s, u"e^p + e^(−p)"_s);
        row("word below", u"$M_{\\rm BH} = M_\\odot$"_s, u"M_BH = M_⊙"_s);
        row("word before a letter", u"$M_{\\rm BH}c$"_s, u"M_(BH)c"_s);
        row("parentheses raised", u"$\\eta^{(\\prime)}$"_s, u"η^(′)"_s);
        row("not to be shown", u"a $x^{y^z}$ b"_s, u"a $x^{y^z}$ b"_s);
        row("environment", u"\\begin{align}a&=b\\end{align}"_s, u"\\begin{align}a&=b\\end{align}"_s);
        row("style", u"\\textbf{a} \\href{https://a.org}{b} \\cite{c}"_s, u"a b [c]"_s);
        row("paragraphs", u"a\n\nb"_s, u"a\n\nb"_s);
    }
    void plain()
    {
        QFETCH(QString, text);
        QTEST(plainText(text), "expected");
    }

    void show_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const QString &text, const QString &expected) {
            QTest::newRow(name) << text << expected;
        };
        row("nothing", {}, {});
        row("plain", u"a 字 😀 é\n\tb"_s, u"a 字 😀 é\n\tb"_s);
        row("bidi", u"a\u202a\u202b\u202c\u202d\u202eb\u2066\u2067\u2068\u2069c\u200e\u200f\u061cd"_s,
            u"abcd"_s);
        row("controls", u"a\u0001\u0000b\u007f\u0085c"_s, u"abc"_s);
        row("invisible", u"a\u200bb\u2060c\ufeffd\u00ade"_s, u"abcde"_s);
        row("joiners stay", u"a\u200db\u200cc"_s, u"a\u200db\u200cc"_s);
        row("eight marks", QString(u"a"_s + u"\u0301"_s.repeated(30) + u"b"_s),
            QString(u"a"_s + u"\u0301"_s.repeated(8) + u"b"_s));
        row("marks with controls between", u"\u0301\u202e"_s.repeated(30), u"\u0301"_s.repeated(8));
        row("line ends", u"a\r\nb\rc\u2028d\u2029e"_s, u"a\nb\nc\nd\ne"_s);
        row("half pairs", QString(QString(QChar(0xD83D)) + u"a"_s + QChar(0xDE00)), u"\ufffda\ufffd"_s);
        row("object character", u"a\ufffcb"_s, u"a\ufffdb"_s);
        row("noncharacters", u"a\ufdd0\ufffeb"_s, u"ab"_s);
        row("right to left letters", u"שלום مرحبا"_s, u"שלום مرحبا"_s);
    }
    void show()
    {
        QFETCH(QString, text);
        bool cut = true;
        QTEST(shown(text, &cut), "expected");
        QVERIFY(!cut);
    }

    void showCuts()
    {
        bool cut = true;
        QCOMPARE(shown(u"a"_s.repeated(20'000), &cut).size(), 20'000);
        QVERIFY(!cut);
        QCOMPARE(shown(u"a"_s.repeated(20'001), &cut).size(), 20'000);
        QVERIFY(cut);
        const QString pairs = shown(QString(u"a"_s + u"😀"_s.repeated(20'000)), &cut);
        QVERIFY(cut && pairs.size() == 19'999 && pairs.isValidUtf16());
        QCOMPARE(shown(QString(u"a"_s.repeated(20'000) + u"\u202e"_s), &cut).size(), 20'000);
        QVERIFY(!cut); // nothing that could be seen is missing
    }

    void nastyInputIsTaken_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("letters") << u"x"_s.repeated(20'000);
        QTest::newRow("braces") << QString(QString(5'000, u'{') + u"x"_s + QString(5'000, u'}'));
        QTest::newRow("open braces") << QString(20'000, u'{');
        QTest::newRow("bold") << QString(u"\\textbf{"_s.repeated(3'000) + QString(3'000, u'}'));
        QTest::newRow("open bold") << u"\\textbf{"_s.repeated(3'000);
        QTest::newRow("declarations") << QString(u"{\\bf "_s.repeated(4'000) + QString(4'000, u'}'));
        QTest::newRow("dollars") << QString(20'001, u'$');
        QTest::newRow("prices") << u"$5 and "_s.repeated(3'000);
        QTest::newRow("open parentheses") << u"\\("_s.repeated(10'000);
        QTest::newRow("open environments") << u"\\begin{align}"_s.repeated(1'500);
        QTest::newRow("addresses") << u"http://"_s.repeated(3'000);
        QTest::newRow("backslashes") << QString(20'001, u'\\');
        QTest::newRow("accents") << u"\\'"_s.repeated(10'000);
        QTest::newRow("newlines") << QString(20'000, u'\n');
        QTest::newRow("footnotes") << QString(u"\\footnote{"_s.repeated(2'000) + QString(2'000, u'}'));
    }
    void nastyInputIsTaken()
    {
        QFETCH(QString, text);
        qsizetype size = 0;
        for (const Segment &segment : segments(text)) {
            size += segment.text.size();
        }
        QVERIFY(size <= 2 * text.size());
        QVERIFY(plainText(text).size() <= 2 * text.size());
        QVERIFY(texToUnicode(text).size() <= 2 * text.size());
    }

    void anythingIsTaken()
    {
        const QString pieces = u"\\{}$$~-`'\"h \n\na1字.^_"_s;
        const QStringList words = {u"\\textbf{"_s,
                                   u"{\\em "_s,
                                   u"\\href{https://a.org}{"_s,
                                   u"https://a.org/"_s,
                                   u"\\begin{align}"_s,
                                   u"\\end{align}"_s,
                                   u"\\cite{"_s,
                                   u"\\footnote{"_s,
                                   u"\\("_s,
                                   u"\\)"_s,
                                   u"\\item "_s,
                                   u"\\'"_s};
        QRandomGenerator random(11);
        for (int round = 0; round < 3'000; ++round) {
            QString text;
            for (int i = random.bounded(80); i > 0; --i) {
                switch (random.bounded(5)) {
                case 0:
                    text += words.at(random.bounded(int(words.size())));
                    break;
                case 1:
                    text += QChar(char16_t(random.bounded(0x10000)));
                    break;
                default:
                    text += pieces.at(random.bounded(int(pieces.size())));
                }
            }
            qsizetype size = 0;
            for (const Segment &segment : segments(text)) {
                QVERIFY2(!segment.text.isEmpty() || segment.kind == Segment::Kind::Cite, qPrintable(text));
                QVERIFY((segment.kind == Segment::Kind::Link) == !segment.href.isNull());
                size += segment.text.size();
            }
            QVERIFY(size <= 2 * text.size());
            QVERIFY(plainText(text).size() <= 3 * text.size());
            QVERIFY(texToUnicode(text).size() <= text.size());
            QVERIFY(shown(text).size() <= text.size());
        }
    }
};

QTEST_GUILESS_MAIN(TestLatex)
#include "tst_latex.moc"
