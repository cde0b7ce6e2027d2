// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/latex.h"
#include "tests/support/shareddata.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QtTest>

using namespace paperdawn;
using namespace Qt::StringLiterals;

namespace {

/** Runs as one line: /italic/, *bold*, ^{raised}, _{lowered}, ~ for a thin space; "-" if there are none. */
QString written(const std::optional<QList<Run>> &runs)
{
    if (!runs) {
        return u"-"_s;
    }
    QString line;
    for (const Run &run : *runs) {
        QString text = run.text;
        text = run.bold ? QString(u"*"_s + text + u"*"_s) : text;
        text = run.italic ? QString(u"/"_s + text + u"/"_s) : text;
        text = run.script > 0 ? QString(u"^{"_s + text + u"}"_s) : text;
        text = run.script < 0 ? QString(u"_{"_s + text + u"}"_s) : text;
        line += text;
    }
    return line.replace(QChar(0x2009), u'~').replace(QChar(0x2003), u'#');
}

struct Row
{
    const char16_t *tex;
    const char16_t *runs;
};

constexpr Row rows[] = {
    // letters, digits, signs
    {u"x", u"/x/"},
    {u"N", u"/N/"},
    {u"42", u"42"},
    {u"3.14", u"3.14"},
    {u"2x", u"2/x/"},
    {u"\\alpha", u"/α/"},
    {u"\\Lambda", u"Λ"},
    {u"\\Lambda CDM", u"Λ/CDM/"},
    {u"\\epsilon\\varepsilon\\phi\\varphi", u"/ϵεϕφ/"},
    {u"α", u"/α/"},
    {u"Ω", u"Ω"},
    {u"é", u"/é/"},
    {u"\\ell", u"ℓ"},
    {u"\\hbar", u"ℏ"},
    {u"\\infty", u"∞"},
    {u"\\partial_\\mu", u"∂_{/μ/}"},
    {u"\\%", u"%"},
    {u"\\_", u"_"},
    {u"x y", u"/xy/"},
    // relations and operations
    {u"x=1", u"/x/~=~1"},
    {u"x = 1", u"/x/~=~1"},
    {u"=1", u"=~1"},
    {u"\\sim", u"∼"},
    {u"\\sim10", u"∼~10"},
    {u"z\\sim3", u"/z/~∼~3"},
    {u">5", u">~5"},
    {u"a+b", u"/a/~+~/b/"},
    {u"a-b", u"/a/~−~/b/"},
    {u"-1", u"−1"},
    {u"x=-1", u"/x/~=~−1"},
    {u"(-1)", u"(−1)"},
    {u"(0,-1)", u"(0,~−1)"},
    {u"\\gamma-", u"/γ/−"},
    {u"2\\times", u"2×"},
    {u"\\times 10^5", u"×10^{5}"},
    {u"5\\times10^{-3}", u"5~×~10^{−3}"},
    {u"\\pm 0.5", u"±0.5"},
    {u"1.2 \\pm 0.5", u"1.2~±~0.5"},
    {u"a \\le b", u"/a/~≤~/b/"},
    {u"a:=b", u"/a/~:=~/b/"},
    {u"f\\colon X\\to Y", u"/f/:~/X/~→~/Y/"},
    {u"A\\subset\\mathbb{N}", u"/A/~⊂~ℕ"},
    {u"x\\in\\R", u"/x/~∈~ℝ"},
    {u"a \\not= b", u"/a/~≠~/b/"},
    {u"a\\not\\in B", u"/a/~∉~/B/"},
    {u"1/2", u"1/2"},
    {u"a≥b", u"/a/~≥~/b/"},
    {u"p(x|y)", u"/p/(/x/|/y/)"},
    {u"x\\mid y", u"/x/~∣~/y/"},
    {u"n!", u"/n/!"},
    {u"10,000", u"10,000"},
    {u"(1,2)", u"(1,~2)"},
    {u"SO(4,2)", u"/SO/(4,~2)"},
    {u"{=}", u"="},
    {u"\\{1,\\dots,k\\}", u"{1,~…,~/k/}"},
    {u"a \\bmod n", u"/a/~mod~/n/"},
    {u"a\\pmod n", u"/a/~(mod /n/)"},
    // scripts
    {u"x^2", u"/x/^{2}"},
    {u"x_i", u"/x/_{/i/}"},
    {u"_2", u"_{2}"},
    {u"^{13}", u"^{13}"},
    {u"{}^{12}C", u"^{12}/C/"},
    {u"x_i^2", u"/x/_{/i/}^{2}"},
    {u"T^\\mu_\\nu", u"/T/^{/μ/}_{/ν/}"},
    {u"x^10", u"/x/^{1}0"},
    {u"x^{2-y}", u"/x/^{2−}^{/y/}"},
    {u"M_\\odot", u"/M/_{⊙}"},
    {u"M_{\\rm BH}", u"/M/_{BH}"},
    {u"M_\\mathrm{BH}", u"/M/_{BH}"},
    {u"E_\\text{iso}", u"/E/_{iso}"},
    {u"\\sum_{i=1}^n x_i", u"∑_{/i/}_{=1}^{/n/}~/x/_{/i/}"},
    {u"e^{a/b}", u"/e/^{/a/}^{/}^{/b/}"},
    {u"s_{_{NN}}", u"/s/_{/NN/}"},
    {u"x'", u"/x/′"},
    {u"x''", u"/x/′′"},
    {u"x'^2", u"/x/′^{2}"},
    {u"x^\\prime", u"/x/′"},
    {u"x^{\\prime\\prime}", u"/x/″"},
    {u"360^\\circ", u"360°"},
    {u"^{\\circ}C", u"°/C/"},
    {u"x^*", u"/x/^{∗}"},
    {u"x_{i'}", u"/x/_{/i/}_{′}"},
    {u"D_2, ^1S_0", u"/D/_{2},~^{1}/S/_{0}"},
    {u"p+^{3}He", u"/p/~+~^{3}/He/"},
    {u"\\lim_{x\\to0}f", u"lim_{/x/}_{→0}~/f/"},
    // alphabets
    {u"\\mathbb{R}^n", u"ℝ^{/n/}"},
    {u"\\mathbb{A}", u"𝔸"},
    {u"\\mathbb{1}", u"𝟙"},
    {u"\\mathbb Z", u"ℤ"},
    {u"\\mathcal{O}(n)", u"𝒪(/n/)"},
    {u"\\mathcal M", u"ℳ"},
    {u"\\cal M", u"ℳ"},
    {u"{\\cal O}(x)", u"𝒪(/x/)"},
    {u"\\mathfrak{g}", u"𝔤"},
    {u"\\mathfrak{C}", u"ℭ"},
    {u"\\mathrm{Tr}\\,x", u"Tr~/x/"},
    {u"\\mathbf{x}", u"*x*"},
    {u"{\\bf x}y", u"*x*/y/"},
    {u"\\boldsymbol{x}", u"/*x*/"},
    {u"\\boldsymbol\\alpha", u"/*α*/"},
    {u"\\textit{Gaia}", u"/Gaia/"},
    {u"\\textbf{x y}", u"*x y*"},
    {u"\\text{if }x>0", u"if /x/~>~0"},
    {u"\\text{\\'et}", u"ét"},
    {u"\\mathsf{P}\\ne\\mathsf{NP}", u"P~≠~NP"},
    // accents
    {u"\\bar{p}", u"/p̄/"},
    {u"\\hat H", u"/Ĥ/"},
    {u"\\tilde O(n)", u"/Õ/(/n/)"},
    {u"\\dot{M}", u"/Ṁ/"},
    {u"\\vec v", u"/v⃗/"},
    {u"\\bar\\nu_e", u"/ν̄/_{/e/}"},
    {u"\\bar{D}^0", u"/D̄/^{0}"},
    {u"\\overline{z}", u"/z̄/"},
    {u"\\hat{\\mathrm x}", u"x̂"},
    // functions
    {u"\\log n", u"log~/n/"},
    {u"\\log(n)", u"log(/n/)"},
    {u"n\\log n", u"/n/~log~/n/"},
    {u"\\sin^2\\theta", u"sin^{2}~/θ/"},
    {u"-\\log x", u"−log~/x/"},
    {u"\\operatorname{Hilb}(S)", u"Hilb(/S/)"},
    {u"\\operatorname{mod-}A", u"mod-~/A/"},
    {u"\\operatorname*{argmin}_x f", u"argmin_{/x/}~/f/"},
    {u"\\int f\\,dx", u"∫~/f/~/dx/"},
    {u"\\limsup a", u"lim~sup~/a/"},
    // fractions
    {u"\\frac{1}{2}", u"1/2"},
    {u"\\frac12", u"1/2"},
    {u"-\\frac12", u"−1/2"},
    {u"\\frac{a+b}{2}", u"(/a/~+~/b/)/2"},
    {u"\\frac{1}{2\\pi}", u"1/(2/π/)"},
    {u"\\frac{2\\pi}{a}", u"2/π///a/"},
    {u"\\frac{a/b}{c}", u"(/a///b/)//c/"},
    {u"\\frac12 x", u"(1/2)/x/"},
    {u"\\frac12\\,x", u"(1/2)~/x/"},
    {u"a+\\frac{b}{c}", u"/a/~+~/b///c/"},
    {u"{a+\\frac{b}{c}}x", u"/a/~+~(/b///c/)/x/"},
    {u"\\log\\frac{a}{b}", u"log~(/a///b/)"},
    {u"a/\\frac{b}{c}", u"/a//(/b///c/)"},
    {u"\\frac{a}{b}/c", u"(/a///b/)//c/"},
    {u"\\frac{a}{b}^2", u"(/a///b/)^{2}"},
    {u"\\frac{1}{(x+1)}", u"1/(/x/~+~1)"},
    {u"x^{\\frac{1}{2}}", u"/x/^{1/2}"},
    {u"(\\frac12)", u"(1/2)"},
    // roots
    {u"\\sqrt{2}", u"√2"},
    {u"\\sqrt 2", u"√2"},
    {u"\\sqrt{x+1}", u"√(/x/~+~1)"},
    {u"\\sqrt{x^2}", u"√(/x/^{2})"},
    {u"\\sqrt{s_{NN}}=200", u"√/s/_{/NN/}~=~200"},
    {u"\\sqrt2x", u"√(2)/x/"},
    {u"\\sqrt[3]{x}", u"∛/x/"},
    {u"1/\\sqrt{T}", u"1/√/T/"},
    {u"\\frac{1}{\\sqrt2}", u"1/(√2)"},
    // delimiters
    {u"\\left(x\\right)", u"(/x/)"},
    {u"\\left.x\\right|_0", u"/x/|_{0}"},
    {u"\\langle x\\rangle", u"⟨/x/⟩"},
    {u"\\left<x\\right>", u"⟨/x/⟩"},
    {u"\\bigl(x\\bigr)", u"(/x/)"},
    {u"\\|x\\|", u"‖/x/‖"},
    {u"\\ket{\\psi}", u"|/ψ/⟩"},
    {u"\\braket{a|b}", u"⟨/a/|/b/⟩"},
    // spaces
    {u"\\,", u"~"},
    {u"a\\quad b", u"/a/#/b/"},
    {u"a~b", u"/a/~/b/"},
    {u"a\\!b", u"/ab/"},

    // not ours to show
    {u"", u"-"},
    {u" ", u"-"},
    {u"{}", u"-"},
    {u"\\unknown", u"-"},
    {u"\\msun", u"-"},
    {u"x^{y^2}", u"-"},
    {u"x_{i_j}", u"-"},
    {u"e^{-S_{\\rm BH}}", u"-"},
    {u"{x^2}^3", u"-"},
    {u"x^2{}^3", u"-"},
    {u"x^1^2", u"-"},
    {u"x^2'", u"-"},
    {u"x_1_2", u"-"},
    {u"x^", u"-"},
    {u"x_}", u"-"},
    {u"{x", u"-"},
    {u"x}", u"-"},
    {u"x\\", u"-"},
    {u"a & b", u"-"},
    {u"a \\\\ b", u"-"},
    {u"r&gt;0", u"-"},
    {u"\\begin{pmatrix}a\\end{pmatrix}", u"-"},
    {u"\\frac{1}", u"-"},
    {u"\\frac{\\frac12}{3}", u"-"},
    {u"x\\frac12", u"-"},
    {u"2\\frac12", u"-"},
    {u"\\frac{}{2}", u"-"},
    {u"\\sqrt[n]{x}", u"-"},
    {u"\\sqrt{2}^3", u"-"},
    {u"\\hat{AB}", u"-"},
    {u"\\overline{\\mathcal M}", u"-"},
    {u"\\not p", u"-"},
    {u"\\not\\not=", u"-"},
    {u"\\mathcal{abc}", u"-"},
    {u"\\left(x", u"-"},
    {u"x\\right)", u"-"},
    {u"\\text{$x$}", u"-"},
    {u"\\text{x", u"-"},
    {u"\\xrightarrow{f}", u"-"},
    {u"{a \\over b}", u"-"},
    {u"\\def\\x{\\x}\\x", u"-"},
    {u"\\href{javascript:x}{y}", u"-"},
    {u"a\u202eb", u"-"},
    {u"\ufffc\u0007", u"-"},
};

} // namespace

class TestFormula : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void runs_data()
    {
        QTest::addColumn<QString>("tex");
        QTest::addColumn<QString>("expected");
        int number = 0;
        for (const Row &row : rows) {
            const QString tex(QStringView(row.tex).toString());
            QTest::addRow("%d %s", ++number, qPrintable(tex)) << tex << QStringView(row.runs).toString();
        }
        QVERIFY(number >= 120);
    }
    void runs()
    {
        QFETCH(QString, tex);
        QFETCH(QString, expected);
        const auto runs = unicodeRuns(tex);
        QCOMPARE(written(runs), expected);
    }

    void realFormulas()
    {
        REQUIRE_SHARED_DATA(u"math/formulas.json"_s);
        const auto formulas = QJsonDocument::fromJson(test::sharedBytes(u"math/formulas.json"_s)).array();
        QCOMPARE(formulas.size(), 2505);
        qsizetype taken = 0;
        for (const auto &formula : formulas) {
            const auto runs = unicodeRuns(formula.toString());
            taken += runs.has_value();
            for (const Run &run : runs.value_or(QList<Run>())) {
                QVERIFY2(!run.text.isEmpty() && run.text.isValidUtf16() && !run.text.contains(u'$'),
                         qPrintable(formula.toString()));
            }
        }
        qInfo("%lld of %lld", qint64(taken), qint64(formulas.size()));
        QVERIFY(taken >= 2505 * 85 / 100);
    }

    void typicalFormulas()
    {
        REQUIRE_SHARED_DATA(u"math/typical40.json"_s);
        const auto formulas = QJsonDocument::fromJson(test::sharedBytes(u"math/typical40.json"_s)).array();
        qsizetype taken = 0;
        for (const auto &formula : formulas) {
            taken += unicodeRuns(formula.toString()).has_value();
        }
        qInfo("%lld of %lld", qint64(taken), qint64(formulas.size()));
        QVERIFY(taken >= 21);
    }

    void nastyInput_data()
    {
        QTest::addColumn<QString>("tex");
        QTest::newRow("long") << u"x"_s.repeated(20'000);
        QTest::newRow("long sum") << u"+x"_s.repeated(10'000);
        QTest::newRow("nested braces") << QString(5'000, u'{') + u"x"_s + QString(5'000, u'}');
        QTest::newRow("braces within the cap") << QString(499, u'{') + u"x"_s + QString(499, u'}');
        QTest::newRow("open braces") << QString(900, u'{');
        QTest::newRow("roots") << u"\\sqrt"_s.repeated(199) + u"x"_s;
        QTest::newRow("accents") << u"\\hat"_s.repeated(240) + u"x"_s;
        QTest::newRow("fractions") << u"\\frac"_s.repeated(190) + u"x"_s;
        QTest::newRow("alphabets") << u"\\mathrm"_s.repeated(140);
        QTest::newRow("nots") << u"\\not"_s.repeated(240) + u"="_s;
        QTest::newRow("scripts") << u"^_"_s.repeated(500);
        QTest::newRow("left") << u"\\left("_s.repeated(150);
        QTest::newRow("half a pair") << QString(QChar(0xD835)) + u"x"_s;
    }
    void nastyInput()
    {
        QFETCH(QString, tex);
        QCOMPARE(written(unicodeRuns(tex)), u"-"_s);
    }

    void aThousandCharactersAreTaken()
    {
        const auto runs = unicodeRuns(u"x"_s.repeated(1'000));
        QVERIFY(runs);
        QCOMPARE(runs->size(), 1);
        QCOMPARE(runs->first().text.size(), 1'000);
        const QString nested = QString(20, u'{') + u"x"_s + QString(20, u'}');
        QVERIFY(unicodeRuns(nested));
    }

    void anythingIsTaken()
    {
        const QString pieces = u"\\{}^_$'+-=()[]|/ ~&#%ax1α\\\\{{}}^^"_s;
        const QStringList words = {u"\\frac"_s, u"\\sqrt"_s, u"\\left"_s,  u"\\right"_s,
                                   u"\\hat"_s,  u"\\rm"_s,   u"\\text{"_s, u"\\mathbb"_s,
                                   u"\\sum"_s,  u"\\not"_s,  u"\\cal"_s};
        QRandomGenerator random(7);
        for (int round = 0; round < 3'000; ++round) {
            QString tex;
            for (int i = random.bounded(60); i > 0; --i) {
                switch (random.bounded(5)) {
                case 0:
                    tex += words.at(random.bounded(int(words.size())));
                    break;
                case 1:
                    tex += QChar(char16_t(random.bounded(0x10000)));
                    break;
                default:
                    tex += pieces.at(random.bounded(int(pieces.size())));
                }
            }
            const auto runs = unicodeRuns(tex);
            qsizetype size = 0;
            for (const Run &run : runs.value_or(QList<Run>())) {
                QVERIFY(!run.text.isEmpty() && run.text.isValidUtf16() && qAbs(run.script) <= 1);
                size += run.text.size();
            }
            QVERIFY2(size <= 8 * tex.size(), qPrintable(tex)); // no input grows without bounds
        }
    }
};

QTEST_GUILESS_MAIN(TestFormula)
#include "tst_formula.moc"
