// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/formats/markdownexport.h"

#include "app/domain/dayfile.h"
#include "app/formats/dayfileformat.h"
#include "app/formats/markdowntext.h"

#include "tests/support/commonmark.h"
#include "tests/support/dayfiletext.h"
#include "tests/support/nastypapers.h"
#include "tests/support/shareddata.h"

#include <QStandardPaths>
#include <QtTest>

using namespace paperdawn;
using namespace paperdawn::test;
using namespace Qt::StringLiterals;

namespace {

const QDate &day = nastyDay;

// ---- what an export holds

/** As Markdown can say it. */
QString sayable(QString text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool isPair = text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        if (isPair) {
            ++i;
        } else if (text[i].isNull() || text[i].isSurrogate()) {
            text[i] = QChar::ReplacementCharacter;
        }
    }
    return text;
}

PaperDetails sayable(PaperDetails paper)
{
    for (QString *text : {&paper.title, &paper.abstract, &paper.comment, &paper.journalRef}) {
        *text = text->isNull() ? QString() : sayable(*text);
    }
    for (QString &author : paper.authors) {
        author = sayable(author);
    }
    for (Translation &each : paper.translations) {
        each.title = each.title.isNull() ? QString() : sayable(each.title);
        each.abstract = each.abstract.isNull() ? QString() : sayable(each.abstract);
    }
    return paper;
}

Translation translationOf(const PaperDetails &paper)
{
    return paper.translations.isEmpty() ? translation({}, {}) : paper.translations.first();
}

QString either(const QString &first, const QString &second)
{
    return first.isNull() ? second : first;
}

/** What a table holds of a paper: in one language no more than what it shows. */
QStringList heldByTable(const PaperDetails &paper, ExportLanguage language)
{
    const Translation translated = translationOf(paper);
    const QString name = paper.id.key() + u'v' + QString::number(paper.version);
    const QString author = paper.authors.value(0);
    switch (language) {
    case ExportLanguage::Chinese:
        return {name, author, either(translated.title, paper.title),
                either(translated.abstract, paper.abstract)};
    case ExportLanguage::Original:
        return {name, author, either(paper.title, translated.title),
                either(paper.abstract, translated.abstract)};
    case ExportLanguage::Both:
        break;
    }
    return {name, author, translated.title, translated.abstract, paper.title, paper.abstract};
}

/** What a reading page holds of a paper. */
PaperDetails heldByPage(PaperDetails paper, ExportLanguage language, QDate of)
{
    Translation translated = translationOf(paper);
    translated.origin = fileOrigin(of);
    translated.flags = {};
    paper.flags = {};
    if (translated.title == paper.title) {
        translated.title = QString();
    }
    if (language == ExportLanguage::Chinese && !translated.abstract.isNull()) {
        paper.abstract = QString();
    }
    if (language == ExportLanguage::Original && !paper.title.isNull()) {
        translated.title = QString();
    }
    if (language == ExportLanguage::Original && !paper.abstract.isNull()) {
        translated.abstract = QString();
    }
    const bool isKnown = !translated.title.isNull() || !translated.abstract.isNull();
    paper.translations = isKnown ? QList{translated} : QList<Translation>();
    return paper;
}

PaperDetails withoutFlags(PaperDetails paper)
{
    for (Translation &each : paper.translations) {
        each.flags = {};
    }
    return paper;
}

/** The sections of a file, to be written again. */
QList<ExportSection> sectionsOf(const DayFile &file, const QList<ExportSection> &like)
{
    QList<ExportSection> sections;
    for (qsizetype i = 0; i < file.sections.size(); ++i) {
        ExportSection section{like[i].day, file.sections[i].source, {}}; // a reading list has lost its days
        for (const DayPaper &paper : file.sections[i].papers) {
            section.papers += paper.details;
        }
        sections += section;
    }
    return sections;
}

/** "" or what is lost when `sections` are written and read again. */
QString lost(const QList<ExportSection> &sections, ExportStyle style, ExportLanguage language,
             bool readingList)
{
    const QByteArray written = writeMarkdown(sections, style, language, readingList);
    const auto file = parseDayFile(written, u"export.md"_s);
    if (!file) {
        return textOf(file);
    }
    if (!file->remarks.isEmpty() || file->sections.size() != sections.size()) {
        return textOf(*file);
    }
    for (qsizetype i = 0; i < sections.size(); ++i) {
        const DaySection &read = file->sections[i];
        const QDate of = readingList ? QDate() : sections[i].day;
        if (read.day != of || read.source != sections[i].source ||
            read.papers.size() != sections[i].papers.size()) {
            return u"another section\n"_s + textOf(*file);
        }
        for (qsizetype j = 0; j < read.papers.size(); ++j) {
            const PaperDetails before = sayable(sections[i].papers[j]);
            const PaperDetails after = read.papers[j].details;
            const bool isSame = style == ExportStyle::Table
                                    ? heldByTable(before, language) == heldByTable(after, language)
                                    : heldByPage(before, language, of) == withoutFlags(after);
            if (!isSame) {
                return textOf(before) + u"\nbecame\n"_s + textOf(after);
            }
        }
    }
    const bool isStable = writeMarkdown(sectionsOf(*file, sections), style, language, readingList) == written;
    return isStable ? QString() : u"written again it is another file"_s;
}

struct Variant
{
    QByteArray name;
    ExportStyle style;
    ExportLanguage language;
    bool readingList;
};

QList<Variant> variants()
{
    QList<Variant> all;
    for (const ExportStyle style : {ExportStyle::Table, ExportStyle::Reading}) {
        for (const ExportLanguage language :
             {ExportLanguage::Chinese, ExportLanguage::Original, ExportLanguage::Both}) {
            for (const bool readingList : {false, true}) {
                const char *const languages[] = {"Chinese", "original", "both"};
                const QByteArray name = QByteArray(style == ExportStyle::Table ? "table, " : "page, ") +
                                        languages[int(language)] + (readingList ? ", list" : "");
                all += {name, style, language, readingList};
            }
        }
    }
    return all;
}

/** The cells of a table, with line ends and all, as they are to be shown. */
QList<MarkdownBlock> expectedCells(const ExportSection &section, ExportLanguage language)
{
    QStringList header{u"标题"_s, u"作者"_s, u"PDF链接"_s, u"摘要"_s};
    if (language == ExportLanguage::Both) {
        header += {u"Title"_s, u"Abstract"_s};
    }
    QList<MarkdownBlock> cells;
    int row = 1;
    const auto add = [&](const QStringList &texts) {
        for (const QString &text : texts) {
            cells += {u"table_cell"_s, text, row};
        }
        ++row;
    };
    add(header);
    for (const PaperDetails &paper : section.papers) {
        QStringList texts = heldByTable(paper, language).sliced(1); // author, title, abstract, …
        texts.move(1, 0);
        texts.insert(2, u"PDF"_s);
        add(texts);
    }
    return cells;
}

bool hasCommonmark()
{
    return !QStandardPaths::findExecutable(u"cmark-gfm"_s).isEmpty();
}

/** "" or the first cell that GitHub's parser shows otherwise. */
QString misshown(const ExportSection &section, ExportLanguage language)
{
    const QByteArray written = writeMarkdown({section}, ExportStyle::Table, language, false);
    QList<MarkdownBlock> shown = commonmarkBlocks(written);
    const QList<MarkdownBlock> cells = expectedCells(section, language);
    if (shown.size() != cells.size() + 2 || shown.first().kind != u"heading" ||
        shown.last().kind != u"html_block") {
        return u"%1 blocks instead of %2"_s.arg(shown.size()).arg(cells.size() + 2);
    }
    shown = shown.sliced(1, cells.size());
    for (qsizetype i = 0; i < cells.size(); ++i) {
        if (shown[i] != cells[i]) {
            return u"row %1: %2\ninstead of\nrow %3: %4"_s.arg(shown[i].row)
                .arg(shown[i].text)
                .arg(cells[i].row)
                .arg(cells[i].text);
        }
    }
    return {};
}

/** A day of the archive with what its Markdown and its JSON tell of each paper. */
QList<ExportSection> bothTellings(const QString &name)
{
    const auto markdown = parseDayFile(sharedBytes(u"days/md/"_s + name), name);
    const auto json = parseDayFile(sharedBytes(u"days/api-daily/"_s + name.chopped(2) + u"json"_s), name);
    QHash<PaperId, PaperDetails> told;
    for (const DaySection &section : json->sections) {
        for (const DayPaper &paper : section.papers) {
            told.insert(paper.details.id, paper.details);
        }
    }
    QList<ExportSection> sections;
    for (const DaySection &section : markdown->sections) {
        sections += ExportSection{section.day, section.source, {}};
        for (const DayPaper &paper : section.papers) {
            PaperDetails details = paper.details;
            merge(details, told.value(details.id, details));
            sections.last().papers += details;
        }
    }
    return sections;
}

PaperDetails simplePaper()
{
    PaperDetails paper = namedOnly(*PaperId::parse(u"2512.07834"), 1);
    paper.title = u"Voxel | *art*"_s;
    paper.abstract = u"First.\n\nSecond\nline."_s;
    paper.authors = {u"Yi Huang"_s, u"Ann; Lee"_s};
    paper.authorsComplete = true;
    paper.categories = {u"cs.CV"_s, u"cs.GR"_s};
    paper.submitted = QDateTime(QDate(2025, 12, 8), QTime(18, 59, 59), Qt::UTC);
    paper.codeUrls = {u"https://github.com/a/b"_s};
    paper.translations = {translation(u"体素艺术"_s, u"第一段。\n\n第二段。"_s)};
    return paper;
}

} // namespace

class TestMarkdownExport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tables_data()
    {
        QTest::addColumn<ExportLanguage>("language");
        QTest::addColumn<QString>("text");
        QTest::newRow("Chinese") << ExportLanguage::Chinese
                                 << u"# arxiv 2025-12-09\n\n"
                                    "| 标题 | 作者 | PDF链接 | 摘要 |\n"
                                    "|------|------|--------|------|\n"
                                    "| 体素艺术 | Yi Huang | [PDF](https://arxiv.org/pdf/2512.07834v1) | "
                                    "第一段。<br><br>第二段。 |\n\n"
                                    "<!-- paperdawn export: table 1 -->\n"_s;
        QTest::newRow("original")
            << ExportLanguage::Original
            << u"# arxiv 2025-12-09\n\n"
               "| 标题 | 作者 | PDF链接 | 摘要 |\n"
               "|------|------|--------|------|\n"
               "| Voxel \\| \\*art\\* | Yi Huang | [PDF](https://arxiv.org/pdf/2512.07834v1) | "
               "First.<br><br>Second<br>line. |\n\n"
               "<!-- paperdawn export: table 1 -->\n"_s;
        QTest::newRow("both")
            << ExportLanguage::Both
            << u"# arxiv 2025-12-09\n\n"
               "| 标题 | 作者 | PDF链接 | 摘要 | Title | Abstract |\n"
               "|------|------|--------|------|-------|----------|\n"
               "| 体素艺术 | Yi Huang | [PDF](https://arxiv.org/pdf/2512.07834v1) | "
               "第一段。<br><br>第二段。 | Voxel \\| \\*art\\* | First.<br><br>Second<br>line. |\n\n"
               "<!-- paperdawn export: table 1 -->\n"_s;
    }
    void tables()
    {
        QFETCH(ExportLanguage, language);
        QFETCH(QString, text);
        const ExportSection section{day, Source::Arxiv, {simplePaper()}};
        QCOMPARE(QString::fromUtf8(writeMarkdown({section}, ExportStyle::Table, language, false)), text);
    }

    void pages_data()
    {
        QTest::addColumn<ExportLanguage>("language");
        QTest::addColumn<QString>("text");
        QTest::newRow("Chinese") << ExportLanguage::Chinese
                                 << u"# 阅读清单\n\n## arxiv 2025-12-09\n\n### 体素艺术\n\n"
                                    "- 编号：arxiv:2512.07834v1\n"
                                    "- 原标题：Voxel \\| \\*art\\*\n"
                                    "- 作者：Yi Huang; Ann\\; Lee\n"
                                    "- 分类：cs.CV; cs.GR\n"
                                    "- 提交日期：2025-12-08T18:59:59Z\n"
                                    "- 摘要页：[摘要页](https://arxiv.org/abs/2512.07834v1)\n"
                                    "- PDF：[PDF](https://arxiv.org/pdf/2512.07834v1)\n"
                                    "- 代码：[代码](https://github.com/a/b)\n\n"
                                    "#### 摘要\n\n第一段。\n\n第二段。\n\n"
                                    "<!-- paperdawn export: reading 1 -->\n"_s;
        QTest::newRow("both") << ExportLanguage::Both
                              << u"# Reading list\n\n## arxiv 2025-12-09\n\n### Voxel \\| \\*art\\*\n\n"
                                 "- ID: arxiv:2512.07834v1\n"
                                 "- Translated title: 体素艺术\n"
                                 "- Authors: Yi Huang; Ann\\; Lee\n"
                                 "- Categories: cs.CV; cs.GR\n"
                                 "- Submitted: 2025-12-08T18:59:59Z\n"
                                 "- Abstract page: [Abstract page](https://arxiv.org/abs/2512.07834v1)\n"
                                 "- PDF: [PDF](https://arxiv.org/pdf/2512.07834v1)\n"
                                 "- Code: [Code](https://github.com/a/b)\n\n"
                                 "#### Abstract\n\nFirst.\n\nSecond<br>line.\n\n"
                                 "#### Translated abstract\n\n第一段。\n\n第二段。\n\n"
                                 "<!-- paperdawn export: reading 1 -->\n"_s;
    }
    void pages()
    {
        QFETCH(ExportLanguage, language);
        QFETCH(QString, text);
        const ExportSection section{day, Source::Arxiv, {simplePaper()}};
        QCOMPARE(QString::fromUtf8(writeMarkdown({section}, ExportStyle::Reading, language, true)), text);
    }

    void nothingIsLost_data()
    {
        QTest::addColumn<Variant>("variant");
        for (const Variant &variant : variants()) {
            QTest::newRow(variant.name) << variant;
        }
    }
    void nothingIsLost()
    {
        QFETCH(Variant, variant);
        const QStringList texts = nastyTexts(fragments() + controlFragments(), 600);
        const PaperDetails medical = namedOnly(*PaperId::parse(u"10.64898/2025.12.04.25341430"));
        const QList<ExportSection> sections{{day, Source::Arxiv, nastyPapers(texts)},
                                            {day, Source::Medrxiv, {medical}}};
        QCOMPARE(lost(sections, variant.style, variant.language, variant.readingList), QString());
        QCOMPARE(lost({{day, Source::Biorxiv, {}}}, variant.style, variant.language, variant.readingList),
                 QString());
    }

    void tablesShowTheTexts_data()
    {
        QTest::addColumn<ExportLanguage>("language");
        QTest::newRow("Chinese") << ExportLanguage::Chinese;
        QTest::newRow("original") << ExportLanguage::Original;
        QTest::newRow("both") << ExportLanguage::Both;
    }
    void tablesShowTheTexts()
    {
        if (!hasCommonmark()) {
            QSKIP("cmark-gfm is not installed");
        }
        QFETCH(ExportLanguage, language);
        const ExportSection section{day, Source::Arxiv, nastyPapers(nastyTexts(fragments(), 600))};
        QCOMPARE(misshown(section, language), QString());
    }

    void pagesShowTheTexts()
    {
        if (!hasCommonmark()) {
            QSKIP("cmark-gfm is not installed");
        }
        for (const QString &text : nastyTexts(fragments(), 400)) {
            PaperDetails paper = namedOnly(paperId(1));
            paper.title = text;
            paper.comment = text;
            paper.abstract = text;
            const QByteArray written = writeMarkdown({{day, Source::Arxiv, {paper}}}, ExportStyle::Reading,
                                                     ExportLanguage::Both, false);
            QStringList paragraphs;
            bool isBelowAbstract = false;
            for (const MarkdownBlock &block : commonmarkBlocks(written)) {
                const bool isLabel = block.kind == u"heading" && block.text == u"Abstract";
                if (isBelowAbstract && block.kind == u"paragraph") {
                    paragraphs += block.text;
                } else if (block.kind == u"heading" && !isLabel && block.text != u"arxiv 2025-12-09") {
                    QCOMPARE(block.text, text);
                } else if (block.text.startsWith(u"Comment: "_s)) {
                    QCOMPARE(block.text.sliced(9), text);
                } else {
                    QVERIFY2(block.kind == u"paragraph" || block.kind == u"heading" ||
                                 block.kind == u"html_block",
                             qPrintable(block.kind));
                }
                isBelowAbstract = isBelowAbstract || isLabel;
            }
            QCOMPARE(paragraphs.join(u"\n\n"_s), text);
        }
    }

    void withoutItsMarkerATableIsStillReadable()
    {
        const ExportSection section{day, Source::Arxiv, {simplePaper()}};
        QByteArray written = writeMarkdown({section}, ExportStyle::Table, ExportLanguage::Both, false);
        written = written.first(written.indexOf("<!--"));
        QCOMPARE(textOf(parseDayFile(written, {})), u"== arxiv 2025-12-09 selection\n"
                                                    "arxiv:2512.07834v1\n"
                                                    "  title: Voxel | \\*art\\*\n"
                                                    "  abstract: First.<br><br>Second<br>line.\n"
                                                    "  first author: Yi Huang\n"
                                                    "  zh-Hans of file 2025-12-09\n"
                                                    "    title: 体素艺术\n"
                                                    "    abstract: 第一段。<br><br>第二段。"_s);
    }

    void aNoteBehindItsMarkerChangesNothing_data()
    {
        QTest::addColumn<ExportStyle>("style");
        QTest::newRow("table") << ExportStyle::Table;
        QTest::newRow("reading") << ExportStyle::Reading;
    }
    void aNoteBehindItsMarkerChangesNothing()
    {
        QFETCH(ExportStyle, style);
        const QByteArray written =
            writeMarkdown({{day, Source::Arxiv, {simplePaper()}}}, style, ExportLanguage::Both, false);
        const auto plain = parseDayFile(written, {});
        const auto noted = parseDayFile(written + "\nTo be read on Sunday.\n", {});
        QVERIFY(plain && noted);
        QCOMPARE(noted->sections, plain->sections);
    }

    void controlsAreWrittenAsReferences()
    {
        PaperDetails paper = simplePaper();
        paper.title = u"a\u202eb\u2066c\u200fd\u009be"_s;
        const QByteArray written = writeMarkdown({{day, Source::Arxiv, {paper}}}, ExportStyle::Table,
                                                 ExportLanguage::Original, false);
        QVERIFY2(written.contains("a&#8238;b&#8294;c&#8207;d&#155;e"), written.constData());
        QCOMPARE(parseDayFile(written, {})->sections.first().papers.first().details.title, paper.title);
    }

    void aCutPageGivesItsWholePapers()
    {
        PaperDetails second = simplePaper();
        second.id = paperId(2);
        const ExportSection section{day, Source::Arxiv, {simplePaper(), second}};
        const QByteArray written =
            writeMarkdown({section}, ExportStyle::Reading, ExportLanguage::Both, false);
        const auto whole = parseDayFile(written, {});
        QVERIFY(whole);
        const qsizetype middle = written.indexOf("## Voxel", written.indexOf("## Voxel") + 9);
        const auto marked = parseDayFile(written.first(written.indexOf("<!--")), {});
        QVERIFY(marked);
        QCOMPARE(marked->sections, whole->sections); // only the marker is missing
        const auto cut = parseDayFile(written.first(middle + 60), {});
        QVERIFY(cut);
        QCOMPARE(cut->sections.first().papers, whole->sections.first().papers.first(1));
        QCOMPARE(cut->sections.first().status, DayStatus::Incomplete);
    }

    void whatAPageLeavesEmptyIsUnknown()
    {
        const auto read = parseDayFile("# arxiv 2025-12-09\n\n## Voxel art\n\n- ID: arxiv:2512.07834v1\n"
                                       "- Authors: Ada; ; Bo\n- Comment: \n- Journal:\n"
                                       "- Code: [a](\n- Code: [a](https://a.b/c)\n\n### Abstract\n\n"
                                       "<!-- paperdawn export: reading 1 -->\n",
                                       {});
        QVERIFY(read);
        const PaperDetails paper = read->sections.first().papers.first().details;
        QCOMPARE(textOf(paper), u"arxiv:2512.07834v1\n  title: Voxel art\n  authors: Ada; Bo\n"
                                "  code: https://a.b/c"_s);
    }

    void aHalfOfAPairIsNoCharacter()
    {
        const auto read = parseDayFile(QByteArray("# arxiv 2025-12-09\n\n## a&#55296;b&#57343;c\n\n"
                                                  "- ID: arxiv:2512.07834v1\n\n"
                                                  "<!-- paperdawn export: reading 1 -->\n"),
                                       {});
        QVERIFY(read);
        QCOMPARE(read->sections.first().papers.first().details.title, u"a&#55296;b&#57343;c"_s);
    }

    /** Sizes at which any step that is not linear would run into the test's time limit. */
    void largeTextsTakeLinearTime()
    {
        for (const QString &text :
             {u"|"_s.repeated(300'000), u"\n\n \\`"_s.repeated(100'000), u"&#; "_s.repeated(200'000),
              u"1"_s.repeated(500'000), u"# <br>["_s.repeated(100'000)}) {
            PaperDetails paper = simplePaper();
            paper.title = text;
            paper.abstract = text;
            paper.authors = {text};
            for (const ExportStyle style : {ExportStyle::Table, ExportStyle::Reading}) {
                QCOMPARE(lost({{day, Source::Arxiv, {paper}}}, style, ExportLanguage::Both, false),
                         QString());
            }
        }
    }

    void theArchiveIsNotChanged_data()
    {
        QTest::addColumn<Variant>("variant");
        for (const Variant &variant : variants()) {
            QTest::newRow(variant.name) << variant;
        }
    }
    void theArchiveIsNotChanged()
    {
        REQUIRE_SHARED_DATA(u"days/md"_s);
        QFETCH(Variant, variant);
        const QDir folder(sharedData(u"days/md"_s));
        for (const QString &name : folder.entryList({u"20*-??.md"_s}, QDir::Files, QDir::Name)) {
            const QList<ExportSection> sections = bothTellings(name);
            const QString change = lost(sections, variant.style, variant.language, variant.readingList);
            QVERIFY2(change.isEmpty(), qPrintable(name + u": "_s + change));
            const bool isShown =
                variant.style == ExportStyle::Table && !variant.readingList && hasCommonmark();
            for (const ExportSection &section : sections) {
                const QString wrong = isShown ? misshown(section, variant.language) : QString();
                QVERIFY2(wrong.isEmpty(), qPrintable(name + u": "_s + wrong));
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestMarkdownExport)
#include "tst_markdownexport.moc"
