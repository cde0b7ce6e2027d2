// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/link.h"
#include "ui/paperdocument.h"

#include <QTextBlock>
#include <QTextCursor>
#include <QtTest>

using namespace paperdawn;
using namespace Qt::StringLiterals;

namespace {

/** The face, in a few letters: Large, bold, italic, sup, sub, Mono, muted, warn, and the faces of a language.
 */
QString faceOf(const QTextCharFormat &format)
{
    const QFont font = format.font();
    QStringList flags;
    const auto say = [&](bool holds, const QString &flag) {
        if (holds) {
            flags += flag;
        }
    };
    say(font.pointSizeF() > 11, u"L"_s);
    say(font.weight() >= QFont::DemiBold, u"b"_s);
    say(font.italic(), u"i"_s);
    say(format.verticalAlignment() == QTextCharFormat::AlignSuperScript, u"sup"_s);
    say(format.verticalAlignment() == QTextCharFormat::AlignSubScript, u"sub"_s);
    say(font.families().contains(u"monospace"_s), u"M"_s);
    say(format.foreground().color() == lightColours().muted, u"muted"_s);
    say(format.foreground().color() == lightColours().warn, u"warn"_s);
    say(font.families().contains(u"Noto Sans CJK SC"_s), u"SC"_s);
    say(font.families().contains(u"Noto Sans CJK JP"_s), u"JP"_s);
    say(format.isAnchor(), u"→"_s + format.anchorHref());
    return flags.isEmpty() ? QString() : u'{' + flags.join(u' ') + u'}';
}

/** The document as text: a line a paragraph, each stretch followed by its face. */
QString dump(const QTextDocument &document)
{
    QStringList lines;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        QString line;
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            line += it.fragment().text() + faceOf(it.fragment().charFormat());
        }
        lines += line.replace(QChar::LineSeparator, u'⏎').replace(u'\t', u'⇥');
    }
    return lines.join(u'\n');
}

PaperLook look(TitleLanguage mode)
{
    QFont font(u"DejaVu Sans"_s);
    font.setPointSizeF(10);
    return {.mode = mode, .font = font, .colours = lightColours()};
}

PaperDetails paper(const QString &title = {}, const QString &abstract = {})
{
    PaperDetails details{.id = *PaperId::parse(u"2512.07834"_s)};
    details.title = title;
    details.abstract = abstract;
    return details;
}

/** Only the paragraph of the abstract. */
QString abstractOf(const QString &abstract)
{
    const auto document =
        paperDocument(paper(u"T"_s, abstract), Kind::Unknown, look(TitleLanguage::Original));
    QStringList lines = dump(*document).split(u'\n');
    return lines.sliced(1, lines.size() - 3).join(u'\n'); // without the title, the paper's id and its PDF
}

QString textOf(const QTextDocument &document)
{
    return document.toPlainText();
}

} // namespace

class TestPaperDocument : public QObject
{
    Q_OBJECT

    static PaperDetails whole()
    {
        PaperDetails p = paper(u"On $\\alpha_1$-cats"_s, u"We show $E=mc^2$.\n\nAnd \\emph{more}."_s);
        p.version = 2;
        p.authors = {u"Ren\\'e Untel"_s, u"Wang Shili"_s};
        p.authorsComplete = true;
        p.categories = {u"cs.CL"_s, u"cs.LG"_s};
        p.submitted = QDateTime(QDate(2025, 12, 5), QTime(23, 0), Qt::UTC);
        p.updated = QDateTime(QDate(2025, 12, 8), QTime(1, 0), Qt::UTC);
        p.comment = u"9 pages, $n=3$"_s;
        p.journalRef = u"J. Inv. 1 (2025)"_s;
        p.doi = u"10.5555/a<b>c"_s;
        p.codeUrls = {u"https://example.org/code"_s};
        p.translations = {{u"zh-Hans"_s, u"file 2025-12-09"_s, u"论 $\\alpha_1$ 猫"_s,
                           u"我们证明 $E=mc^2$。"_s, PaperFlag::Chatter}};
        return p;
    }

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void everythingKnown_data()
    {
        QTest::addColumn<int>("mode");
        QTest::addColumn<QString>("expected");
        const QString inChinese = u"论 {L b SC}α{L b i SC}1{L b sub SC} 猫{L b SC}\n"
                                  u"On {muted}α{i muted}1{sub muted}-cats{muted}\n"_s;
        const QString inEnglish = u"On {L b}α{L b i}1{L b sub}-cats{L b}\n"
                                  u"论 {muted SC}α{i muted SC}1{sub muted SC} 猫{muted SC}\n"_s;
        const QString people = u"René Untel, Wang Shili\n"
                               u"cs.CL  ·  cs.LG  ·  Replacement  ·  {muted}"
                               u"A model's remarks around the translation{warn}\n"_s;
        const QString chinese = u"我们证明 {SC}E{i SC} = {SC}mc{i SC}2{sup SC}。{SC}\n"_s;
        const QString english = u"We show E{i} = mc{i}2{sup}.\nAnd more{i}.\n"_s;
        const QString facts =
            u"Paper⇥{muted}arXiv:2512.07834v2{→https://arxiv.org/abs/2512.07834v2}\n"
            u"PDF⇥{muted}https://arxiv.org/pdf/2512.07834v2{→https://arxiv.org/pdf/2512.07834v2}\n"
            u"DOI⇥{muted}10.5555/a<b>c{→https://doi.org/10.5555/a%3Cb%3Ec}\n"
            u"Code⇥{muted}https://example.org/code{→https://example.org/code}\n"
            u"Comments⇥9 pages, {muted}n{i muted} = 3{muted}\n"
            u"Journal⇥J. Inv. 1 (2025){muted}\n"
            u"Submitted⇥Friday, 5 December 2025{muted}\n"
            u"Updated⇥Monday, 8 December 2025 (version 2){muted}\n"
            u"Translation⇥day file of 9 December 2025{muted}"_s;
        QTest::newRow("both") << int(TitleLanguage::Both) << inChinese + people + chinese + english + facts;
        QTest::newRow("translated") << int(TitleLanguage::Translated) << inChinese + people + chinese + facts;
        QTest::newRow("original") << int(TitleLanguage::Original) << inEnglish + people + english + facts;
    }

    void everythingKnown()
    {
        QFETCH(int, mode);
        QFETCH(QString, expected);
        const auto document = paperDocument(whole(), Kind::Replaced, look(TitleLanguage(mode)));
        QString seen = dump(*document);
        seen.replace(u'\u2009', u' ').replace(QChar::Nbsp, u' '); // thin blanks around signs
        QCOMPARE(seen, expected);
    }

    void theTranslationOfTheDayIsShown()
    {
        PaperDetails p = paper();
        p.translations = {{u"de"_s, u"file 2025-12-09"_s, u"Katzen"_s, {}, {}},
                          {u"zh-Hans"_s, u"file 2025-12-10"_s, u"论猫"_s, {}, {}},
                          {u"zh-Hans"_s, u"file 2025-12-11"_s, u"关于猫"_s, {}, {}}};
        const QString seen = dump(*paperDocument(p, Kind::Unknown, look(TitleLanguage::Translated)));
        QVERIFY2(seen.startsWith(u"论猫"_s) && !seen.contains(u"关于猫"_s), qPrintable(seen));
    }

    void littleKnown_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("expected");
        QTest::newRow("nothing") << u""_s
                                 << u"arXiv:2512.07834{L b}\n"
                                    u"There is no abstract in what was imported.{muted}"_s;
        QTest::newRow("a translated title") << u"title"_s
                                            << u"论猫{L b SC}\n"
                                               u"There is no abstract in what was imported.{muted}"_s;
        QTest::newRow("only a translation")
            << u"abstract"_s
            << u"论猫{L b SC}\n"
               u"The original abstract is not here; this is its translation.{muted}\n我们证明。{SC}"_s;
        QTest::newRow("first author") << u"author"_s
                                      << u"arXiv:2512.07834{L b}\nAda Beispiel et al.\n"
                                         u"There is no abstract in what was imported.{muted}"_s;
        QTest::newRow("flags") << u"flags"_s
                               << u"arXiv:2512.07834{L b}\nNot translated{warn}  ·  {muted}"
                                  u"Formula lost in the translation{warn}\n"
                                  u"There is no abstract in what was imported.{muted}"_s;
    }

    void littleKnown()
    {
        QFETCH(QString, what);
        QFETCH(QString, expected);
        PaperDetails p = paper();
        if (what == u"title" || what == u"abstract") {
            p.translations = {
                {u"zh-Hans"_s, QString(), u"论猫"_s, what == u"abstract" ? u"我们证明。"_s : QString(), {}}};
        } else if (what == u"author") {
            p.authors = {u"Ada Beispiel"_s};
        } else if (what == u"flags") {
            p.flags = PaperFlag::FormulaLost | PaperFlag::Untranslated;
        }
        const QString seen = dump(*paperDocument(p, Kind::Unknown, look(TitleLanguage::Original)));
        QCOMPARE(seen.section(u"\nPaper⇥"_s, 0, 0), expected);
    }

    void facesGoByLanguage()
    {
        const auto face = [](const QString &title) {
            return dump(*paperDocument(paper(title), Kind::Unknown, look(TitleLanguage::Original)))
                .section(u'\n', 0, 0);
        };
        QCOMPARE(face(u"骨直门"_s), u"骨直门{L b SC}"_s);
        QCOMPARE(face(u"Bones"_s), u"Bones{L b}"_s);
        QCOMPARE(face(u"骨をまっすぐに"_s), u"骨をまっすぐに{L b JP}"_s);
    }

    void linesStandEvenly()
    {
        PaperDetails p = whole();
        const auto document = paperDocument(p, Kind::New, look(TitleLanguage::Both));
        for (QTextBlock block = document->begin(); block.isValid(); block = block.next()) {
            QCOMPARE(block.blockFormat().lineHeightType(), int(QTextBlockFormat::FixedHeight));
            const QTextCharFormat first = block.begin().fragment().charFormat();
            const bool chinese = faceOf(first).contains(u"SC");
            const double size = QFontInfo(first.font()).pixelSize();
            QVERIFY2(block.blockFormat().lineHeight() >= (chinese ? 1.6 : 1.4) * size,
                     qPrintable(block.text()));
        }
    }

    void abstracts_data()
    {
        QTest::addColumn<QString>("abstract");
        QTest::addColumn<QString>("expected");
        QTest::newRow("a formula that is not shown by runs")
            << u"As $\\begin{pmatrix}a\\\\b\\end{pmatrix}$ grows"_s
            << u"As $\\begin{pmatrix}a\\\\b\\end{pmatrix}${M muted} grows"_s;
        QTest::newRow("displayed") << u"So $$x=1$$ holds."_s << u"So \nx{i} = 1\nholds."_s;
        QTest::newRow("displayed at the end") << u"So $$x=1$$\n"_s << u"So \nx{i} = 1"_s;
        QTest::newRow("displayed twice") << u"$$x$$ $$y$$\n\nEnd"_s << u"x{i}\ny{i}\nEnd"_s;
        QTest::newRow("citation") << u"See \\cite{knuth}."_s << u"See [knuth]{muted}."_s;
        QTest::newRow("bold, code") << u"\\textbf{Big} and \\texttt{x.py}"_s << u"Big{b} and x.py{M}"_s;
        QTest::newRow("link") << u"At https://example.org/a?b=c."_s
                              << u"At https://example.org/a?b=c{→https://example.org/a?b=c}."_s;
        QTest::newRow("named link") << u"See \\href{https://example.org/}{our page}."_s
                                    << u"See our page{→https://example.org/}."_s;
    }

    void abstracts()
    {
        QFETCH(QString, abstract);
        QFETCH(QString, expected);
        QCOMPARE(abstractOf(abstract).replace(u'\u2009', u' '), expected);
    }

    void hostileTextStaysText_data()
    {
        QTest::addColumn<QString>("abstract");
        QTest::newRow("script") << u"<script>alert('x')</script><b>bold</b>&lt;i&gt;"_s;
        QTest::newRow("image") << u"<img src=\"file:///etc/hosts\"><img src=http://example.org/x.png>"_s;
        QTest::newRow("style") << u"<style>@import url(file:///etc/hosts);</style>"_s;
        QTest::newRow("tables") << u"<table><tr><td>"_s.repeated(40) + u"deep"_s;
        QTest::newRow("file link") << u"<a href=\"file:///etc/hosts\">x</a> file:///etc/hosts"_s;
        QTest::newRow("script link") << u"javascript:alert(1) data:text/html,x vbscript:x"_s;
        QTest::newRow("user in address") << u"See http://bank.example@example.org/ now"_s;
        QTest::newRow("own links") << u"<a href=\"paperdawn:all-text\">x</a> paperdawn:all-text"_s;
    }

    void hostileTextStaysText()
    {
        QFETCH(QString, abstract);
        const auto document =
            paperDocument(paper(u"T"_s, abstract), Kind::Unknown, look(TitleLanguage::Original));
        QString seen = textOf(*document).replace(u'”', u'"');
        QVERIFY2(seen.contains(abstract.left(20).section(u'\'', 0, 0)), qPrintable(seen));
        for (QTextBlock block = document->begin(); block.isValid(); block = block.next()) {
            for (auto it = block.begin(); !it.atEnd(); ++it) {
                const QTextCharFormat format = it.fragment().charFormat();
                QVERIFY(!format.isImageFormat());
                if (format.isAnchor()) {
                    const QUrl url(format.anchorHref(), QUrl::StrictMode);
                    QVERIFY2(isOpenable(url), qPrintable(format.anchorHref()));
                    QVERIFY2(url.host() == u"arxiv.org" || url.host() == u"example.org",
                             qPrintable(url.host()));
                }
            }
        }
    }

    void hostileLinks()
    {
        PaperDetails p = paper(u"T"_s);
        p.pdfUrl = u"file:///etc/hosts"_s;
        p.codeUrls = {u"javascript:alert(1)"_s, u"https://\u0435xample.org/x"_s, u"//evil"_s};
        p.doi = u"10.1/\"><script>"_s;
        const QString seen = dump(*paperDocument(p, Kind::Unknown, look(TitleLanguage::Original)));
        const QString expected = u"PDF⇥file:///etc/hosts{muted}\n"
                                 u"DOI⇥{muted}10.1/\"><script>{→https://doi.org/10.1/%22%3E%3Cscript%3E}\n"
                                 u"Code⇥javascript:alert(1){muted}\n"
                                 u"Code⇥{muted}https://xn--xample-2of.org/x{→https://xn--xample-2of.org/x}\n"
                                 u"Code⇥//evil{muted}"_s;
        QCOMPARE(seen.section(u"\nPDF"_s, 1, -1).prepend(u"PDF"_s), expected);
    }

    void orderAndFloods()
    {
        const QString flood = u"a"_s + QString(20'000, QChar(0x0301));
        const QString hostile =
            u"\u202Egnp.exe\u202C \u2066x\u2069 \uFFFC "_s + flood + u" \uFDD0\uFDD1 end"_s;
        const QString seen =
            textOf(*paperDocument(paper(hostile, hostile), Kind::Unknown, look(TitleLanguage::Both)));
        for (const QChar c :
             {QChar(0x202E), QChar(0x202C), QChar(0x2066), QChar(0x2069), QChar(0xFFFC), QChar(0xFDD0)}) {
            QVERIFY(!seen.contains(c));
        }
        QVERIFY(!seen.contains(QString(9, QChar(0x0301))));
        QCOMPARE(seen.count(u"end"), 2);
    }

    void longTextIsCutAndUnfolded()
    {
        const QString text = u"word "_s.repeated(200'000) + u"finis"_s; // 1 MB
        PaperLook folded = look(TitleLanguage::Original);
        const auto cut = paperDocument(paper(u"T"_s, text), Kind::Unknown, folded);
        QVERIFY(cut->characterCount() < 21'000);
        QVERIFY(dump(*cut).contains(u"Show all 1000005 characters{→paperdawn:all-text}"));
        folded.allText = true;
        const auto all = paperDocument(paper(u"T"_s, text), Kind::Unknown, folded);
        QVERIFY(textOf(*all).contains(u"finis"));
        QVERIFY(!dump(*all).contains(u"paperdawn:"));
        for (QTextBlock block = all->begin(); block.isValid(); block = block.next()) {
            QVERIFY(block.length() <= 4'001); // laid out piece by piece
        }
    }

    void manyAuthorsAreFolded()
    {
        PaperDetails p = paper(u"T"_s);
        p.authorsComplete = true;
        for (int i = 1; i <= 3'000; ++i) {
            p.authors += u"Author <b>%1</b>"_s.arg(i);
        }
        PaperLook folded = look(TitleLanguage::Original);
        const QString seen = dump(*paperDocument(p, Kind::Unknown, folded));
        QVERIFY(seen.contains(u"Author <b>24</b>, and 2976 more{→paperdawn:all-authors}"));
        QVERIFY(!seen.contains(u"<b>25</b>"));
        folded.allAuthors = true;
        QVERIFY(dump(*paperDocument(p, Kind::Unknown, folded)).contains(u"Author <b>3000</b>"));
    }

    void theSampleLeadsNowhere()
    {
        PaperDetails p = paper(u"T"_s, u"See https://example.org/x"_s);
        p.flags = PaperFlag::Sample;
        p.doi = u"10.5555/x"_s;
        const QString seen = dump(*paperDocument(p, Kind::New, look(TitleLanguage::Both)));
        QVERIFY(!seen.contains(u"arxiv.org"));
        QVERIFY(!seen.contains(u"doi.org"));
        QVERIFY(seen.contains(u"→https://example.org/x"));
        QVERIFY(seen.contains(u"Sample, invented"));
    }

    void copiesFormulasAsTex_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("copied");
        QTest::newRow("all") << u"We"_s << u"."_s << u"We show $E=mc^2$ and $E=mc^2$$x$."_s;
        QTest::newRow("from inside a formula") << u"mc"_s << u" and"_s << u"$E=mc^2$ and"_s;
    }

    void copiesFormulasAsTex()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(QString, copied);
        const auto document = paperDocument(paper(u"T"_s, u"We show $E=mc^2$ and $E=mc^2$$x$."_s),
                                            Kind::Unknown, look(TitleLanguage::Original));
        const QTextCursor begin = document->find(from, 0, QTextDocument::FindCaseSensitively);
        const QTextCursor end = document->find(to, begin.position() - 1);
        QCOMPARE(textWithTex(*document, begin.selectionStart(), end.selectionEnd()), copied);
    }

    void openable_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<bool>("opens");
        QTest::newRow("https") << u"https://example.org/a"_s << true;
        QTest::newRow("http") << u"http://example.org"_s << true;
        for (const char *address :
             {"javascript:alert(1)", "file:///etc/hosts", "data:text/html,x", "smb://host/x", "//evil",
              "https:///x", "https://", "http://user@example.org/", "http://u:p@example.org/",
              "https://exa mple.org/", "https://example.org/%zz", "", "paperdawn:all-text",
              "HTTPS:example.org", "ftp://example.org/"}) {
            QTest::newRow(address) << QString::fromLatin1(address) << false;
        }
    }

    void openable()
    {
        QFETCH(QString, address);
        QFETCH(bool, opens);
        QCOMPARE(openableLink(address).has_value(), opens);
    }
};

QTEST_MAIN(TestPaperDocument)
#include "tst_paperdocument.moc"
