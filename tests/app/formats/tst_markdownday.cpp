// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/formats/markdownday.h"

#include "tests/support/dayfiletext.h"

#include <QtTest>

using namespace paperdawn;
using namespace paperdawn::test;
using namespace Qt::StringLiterals;

namespace {

const QString fourColumns = u"| 标题 | 作者 | PDF链接 |  摘要 |\n|------|------|--------|------|\n"_s;
const QString fiveColumns = u"| 标题 | 作者 | PDF链接 | 代码仓库 | Title | \n|---|---|---|---|---| \n"_s;
const QString datedColumns = u"| 标题 | 作者 | 发布日期 | PDF链接 | 摘要 |\n|---|---|---|---|---|\n"_s;

QString read(const QString &text, const QString &name = u"day.md"_s)
{
    return textOf(parseMarkdownDay(text.toUtf8(), name));
}

/** Titles of the translations, and after a slash of the originals, with ⏎ for line ends. */
QStringList titlesOf(const DaySection &section)
{
    QStringList titles;
    for (const DayPaper &paper : section.papers) {
        const PaperDetails &details = paper.details;
        QString title = details.translations.isEmpty() ? QString() : details.translations.first().title;
        if (!details.title.isNull()) {
            title += u" / "_s + details.title;
        }
        titles += title.replace(u'\n', u'⏎');
    }
    return titles;
}

QString remarksOf(const DayFile &file)
{
    QStringList remarks;
    for (const RowRemark &remark : file.remarks) {
        remarks += remarkKey(remark.why);
    }
    return remarks.join(u", "_s);
}

} // namespace

class TestMarkdownDay : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsEveryForm_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("shown");

        QTest::newRow("first form")
            << u"# Arxiv 2024-09-04 Papers\n\n"_s + fiveColumns +
                   u"| 机器人基准 | Yao Mu | [PDF](http://arxiv.org/pdf/2409.02920v1) | N/A | Robot "
                   u"Benchmark |\n"
                   "| 手术场景 | Jia Guo | [PDF](http://arxiv.org/pdf/2409.02917v2) | "
                   "[code](https://github.com/a/b) | "
                   "Scenes |\n"_s
            << u"== arxiv 2024-09-04 selection\n"
               "arxiv:2409.02920v1\n"
               "  title: Robot Benchmark\n"
               "  first author: Yao Mu\n"
               "  zh-Hans of file 2024-09-04\n"
               "    title: 机器人基准\n"
               "arxiv:2409.02917v2\n"
               "  title: Scenes\n"
               "  first author: Jia Guo\n"
               "  code: https://github.com/a/b\n"
               "  zh-Hans of file 2024-09-04\n"
               "    title: 手术场景"_s;
        QTest::newRow("second form, several lines")
            << u"# arxiv 2025-12-09\n\n"_s + fourColumns +
                   u"| 像素艺术 | Yi Huang | [PDF](https://arxiv.org/pdf/2512.07834v1) | "
                   u"第一段。\n\n第二段。 |\n"
                   "| 相似性 | T. Nguyen | [PDF](https://arxiv.org/pdf/2512.07833v1) |  |\n"_s
            << u"== arxiv 2025-12-09 selection\n"
               "arxiv:2512.07834v1\n"
               "  first author: Yi Huang\n"
               "  zh-Hans of file 2025-12-09\n"
               "    title: 像素艺术\n"
               "    abstract: 第一段。⏎⏎第二段。\n"
               "arxiv:2512.07833v1\n"
               "  first author: T. Nguyen\n"
               "  zh-Hans of file 2025-12-09\n"
               "    title: 相似性"_s;
        QTest::newRow("second form, nothing but links")
            << u"# medrxiv 2025-12-09\n\n"_s + fourColumns +
                   u"|  |  | [PDF](https://doi.org/10.64898/2025.12.04.25341430) |  |\n"_s
            << u"== medrxiv 2025-12-09 selection\nmedrxiv:10.64898/2025.12.04.25341430"_s;
        QTest::newRow("third form")
            << u"# bioRxiv 2026-05-15\n\n"_s + datedColumns +
                   u"| 模 \\| 型 | Wu, X. | 2026-05-13 | "
                   "[PDF](https://www.biorxiv.org/content/10.64898/2026.05.11.724299v2.full.pdf) | 摘要 100\\% 与 a\\_b |\n"_s
            << u"== biorxiv 2026-05-15 selection\n"
               "biorxiv:10.64898/2026.05.11.724299v2\n"
               "  first author: Wu, X.\n"
               "  submitted: 2026-05-13T00:00:00.000Z\n"
               "  zh-Hans of file 2026-05-15\n"
               "    title: 模 | 型\n"
               "    abstract: 摘要 100\\% 与 a\\_b"_s;
        QTest::newRow("merged, with notes")
            << u"# 2026-08-21 每日论文\n\n| 来源 | 独立页面 |\n|------|----------|\n"
               "| arXiv | [arXiv](2026-08-21-arxiv.md) |\n\n## arXiv\n\n"_s +
                   datedColumns +
                   u"| 信息 | A. B | 2026-08-20 | [PDF](https://arxiv.org/pdf/2608.20337v1) | 摘要 |\n\n"
                   "## bioRxiv\n\n> 抓取失败：500 Server Error: x\n\n## medRxiv\n\n> 当天没有抓取到有效论文。\n"_s
            << u"== arxiv 2026-08-21 selection\n"
               "arxiv:2608.20337v1\n"
               "  first author: A. B\n"
               "  submitted: 2026-08-20T00:00:00.000Z\n"
               "  zh-Hans of file 2026-08-21\n"
               "    title: 信息\n"
               "    abstract: 摘要\n"
               "== biorxiv 2026-08-21 failed 500 Server Error: x\n"
               "== medrxiv 2026-08-21 empty"_s;
        QTest::newRow("nothing but a header")
            << u"# BioRxiv 2024-09-25 Papers\n\n"_s + fiveColumns << u"== biorxiv 2024-09-25 unknown"_s;
        QTest::newRow("nothing but a header on a Saturday")
            << u"# Arxiv 2024-09-21 Papers\n\n"_s + fiveColumns << u"== arxiv 2024-09-21 empty"_s;
        QTest::newRow("header, then a note")
            << u"# medrxiv 2025-12-09\n\n"_s + fourColumns + u"\n> 抓取失败：x\n"_s
            << u"== medrxiv 2025-12-09 failed x"_s;
        QTest::newRow("rows, then a note")
            << u"# medrxiv 2025-12-09\n\n"_s + fourColumns +
                   u"| | | [PDF](https://doi.org/10.64898/2025.12.04.25341430) | |\n\n> 抓取失败：x\n"_s
            << u"== medrxiv 2025-12-09 incomplete x\nmedrxiv:10.64898/2025.12.04.25341430"_s;
        QTest::newRow("words below the headings")
            << u"# 2025-12-09 每日论文\n\n共 1 篇\n\n## medRxiv\n\n如下：\n\n"_s + fourColumns +
                   u"| | | [PDF](https://doi.org/10.64898/2025.12.04.25341430) | |\n"_s
            << u"== medrxiv 2025-12-09 selection\nmedrxiv:10.64898/2025.12.04.25341430"_s;
        QTest::newRow("no heading: the day of the name, the sources of the links")
            << fourColumns + u"| 甲 | A | [PDF](https://doi.org/10.1101/2025.03.10.25323643) | |\n"
                             "| 乙 | B | [PDF](https://arxiv.org/pdf/2512.07834) | |\n"_s
            << u"== medrxiv 2025-12-10 selection\n"
               "medrxiv:10.1101/2025.03.10.25323643\n"
               "  first author: A\n"
               "  zh-Hans of file 2025-12-10\n"
               "    title: 甲\n"
               "== arxiv 2025-12-10 selection\n"
               "arxiv:2512.07834\n"
               "  first author: B\n"
               "  zh-Hans of file 2025-12-10\n"
               "    title: 乙"_s;
        QTest::newRow("columns in another order, names in English")
            << u"# arXiv 2025-12-09\n\n| Link | Abstract | Authors | Title |\n|:--|--|--|--:|\n"
               "| https://arxiv.org/abs/2512.07834v3 | An abstract. | Ann | A title |\n"_s
            << u"== arxiv 2025-12-09 selection\n"
               "arxiv:2512.07834v3\n"
               "  title: A title\n"
               "  abstract: An abstract.\n"
               "  first author: Ann"_s;
        QTest::newRow("a title that is the link")
            << u"# arXiv 2025-12-09\n\n| Title | Authors |\n|--|--|\n"
               "| [A title](https://arxiv.org/abs/2512.07834v3) | Ann |\n"_s
            << u"== arxiv 2025-12-09 selection\narxiv:2512.07834v3\n  title: A title\n  first author: Ann"_s;
        const QString both =
            u"== arxiv 2025-12-09 selection\n"
            "arxiv:2512.07834v1\n  first author: A\n  zh-Hans of file 2025-12-09\n    title: 甲\n    "
            "abstract: 文\n"
            "arxiv:2512.07833v1\n  first author: B\n  zh-Hans of file 2025-12-09\n    title: 乙\n    abstract: 字"_s;
        QTest::newRow("no outer pipes")
            << u"# arXiv 2025-12-09\n\n标题 | 作者 | PDF链接 | 摘要\n---|---|---|---\n"
               "甲 | A | [PDF](https://arxiv.org/pdf/2512.07834v1) | 文\n"
               "乙 | B | [PDF](https://arxiv.org/pdf/2512.07833v1) | 字\n\nText after it.\n"_s
            << both;
        QTest::newRow("rows without a first pipe under a header with one")
            << u"# arXiv 2025-12-09\n\n"_s + fourColumns +
                   u"甲 | A | [PDF](https://arxiv.org/pdf/2512.07834v1) | 文 |\n"
                   "乙 | B | [PDF](https://arxiv.org/pdf/2512.07833v1) | 字 |\n"_s
            << both;
    }
    void readsEveryForm()
    {
        QFETCH(QString, text);
        QFETCH(QString, shown);
        QCOMPARE(read(text, u"2025-12-10.md"_s), shown);
        QCOMPARE(read(QString(text).replace(u"\n"_s, u"\r\n"_s), u"2025-12-10.md"_s), shown);
        QCOMPARE(read(u'\uFEFF' + text, u"2025-12-10.md"_s), shown);
    }

    void findsRows_data()
    {
        QTest::addColumn<QString>("table");
        QTest::addColumn<QStringList>("titles");
        QTest::addColumn<QString>("remarks");
        const auto end = [](int n) {
            return u" | A | [PDF](http://arxiv.org/pdf/2409.0000%1v1) | N/A | T%1 |\n"_s.arg(n);
        };
        const auto row = [](const QString &title, int n, const QString &abstract) {
            return u"| %1 | A | [PDF](http://arxiv.org/pdf/2409.0000%2v1) | %3 |\n"_s.arg(title).arg(n).arg(
                abstract);
        };

        QTest::newRow("paragraphs, lists, heading, bold")
            << fiveColumns + u"| 以下是翻译：\n\n## 标题\n\n**甲**\n\n1. 一\n- 二"_s + end(1) + u"| 乙"_s +
                   end(2)
            << QStringList{u"以下是翻译：⏎⏎## 标题⏎⏎**甲**⏎⏎1. 一⏎- 二 / T1"_s, u"乙 / T2"_s} << QString();
        QTest::newRow("a heading that looks like a section's")
            << fiveColumns + u"| 甲\n\n## arXiv\n\n文"_s + end(1) << QStringList{u"甲⏎⏎## arXiv⏎⏎文 / T1"_s}
            << QString();
        QTest::newRow("tables in a title")
            << fiveColumns +
                   u"| 甲\n\n| 模型 | 值 |\n|---|---|\n| a | 1 |\n| b | 2 |\n\n文\n\n| 词 | 数 |\n|---|---|\n| c | 3 |\n\n末"_s +
                   end(1) + u"| 乙"_s + end(2)
            << QStringList{u"甲⏎⏎| 模型 | 值 |⏎|---|---|⏎| a | 1 |⏎| b | 2 |⏎⏎文⏎⏎| 词 | 数 |⏎|---|---|⏎| c | 3 |⏎⏎末 / T1"_s,
                           u"乙 / T2"_s}
            << u"surplus cells"_s;
        QTest::newRow("bare pipes on both sides")
            << fiveColumns +
                   u"| 甲 | 乙 | A | [PDF](http://arxiv.org/pdf/2409.00001v1) | N/A | Left | right |\n"_s
            << QStringList{u"甲 | 乙 / Left | right"_s} << u"surplus cells"_s;
        QTest::newRow("code missing")
            << fiveColumns + u"| 甲 | A | [PDF](http://arxiv.org/pdf/2409.00001v1) | One |\n"_s
            << QStringList{u"甲 / One"_s} << u"missing cells"_s;
        QTest::newRow("nothing behind the link")
            << fourColumns + u"| 甲 | A | [PDF](http://arxiv.org/pdf/2409.00001v1) |\n"_s
            << QStringList{u"甲"_s} << u"missing cells"_s;
        QTest::newRow("nothing before the link")
            << fourColumns + u"| [PDF](http://arxiv.org/pdf/2409.00001v1) | 文 |\n"_s
            << QStringList{QString()} << u"missing cells"_s;
        QTest::newRow("date missing")
            << datedColumns + row(u"甲"_s, 1, u"文"_s) << QStringList{u"甲"_s} << u"missing cells"_s;
        QTest::newRow("a table in an abstract")
            << fourColumns + row(u"甲"_s, 1, u"文\n\n| a | b |\n|--|--|\n| 1 | 2 |\n\n末"_s) +
                   row(u"乙"_s, 2, u"文"_s)
            << QStringList{u"甲"_s, u"乙"_s} << u"surplus cells"_s;
        QTest::newRow("an abstract with a pipe at the end of a line")
            << fourColumns + row(u"甲"_s, 1, u"范数 |x|\n有界。"_s) + row(u"乙"_s, 2, u"文"_s)
            << QStringList{u"甲"_s, u"乙"_s} << u"surplus cells"_s;
        QTest::newRow("rows without a link")
            << fourColumns +
                   u"| 甲 | A | PDF缺失 | 文 |\n| 乙\n\n（注：两行） | B | PDF缺失 | 文\n\n字 |\n"_s +
                   row(u"丙"_s, 3, u"文"_s)
            << QStringList{u"丙"_s} << u"no link, no link"_s;
        QTest::newRow("a link to something else")
            << fourColumns + u"| 甲 | A | [PDF](https://example.org/1.pdf) | 文 |\n"_s +
                   row(u"乙"_s, 2, u"文"_s)
            << QStringList{u"乙"_s} << u"unknown link"_s;
        QTest::newRow("a row without its last pipe")
            << fourColumns + row(u"甲"_s, 1, u"文"_s).chopped(3) + u'\n' + row(u"乙"_s, 2, u"文"_s)
            << QStringList{u"甲"_s, u"乙"_s} << QString();
        QTest::newRow("text between and after the rows")
            << fourColumns + row(u"甲"_s, 1, u"文"_s) + u"\n说明文字\n\n"_s + row(u"乙"_s, 2, u"文"_s) +
                   u"\n共 2 篇\n"_s
            << QStringList{u"甲"_s, u"乙"_s} << QString();
        QTest::newRow("told twice") << fourColumns + row(u"甲"_s, 1, u"文"_s) + row(u"甲"_s, 1, u"文"_s)
                                    << QStringList{u"甲"_s} << u"repeated"_s;
    }
    void findsRows()
    {
        QFETCH(QString, table);
        QFETCH(QStringList, titles);
        QFETCH(QString, remarks);
        const auto file = parseMarkdownDay((u"# arxiv 2024-09-04\n\n"_s + table).toUtf8(), u"a.md"_s);
        QVERIFY(file);
        QCOMPARE(file->sections.size(), 1);
        QCOMPARE(titlesOf(file->sections.first()), titles);
        QCOMPARE(remarksOf(*file), remarks);
    }

    void surplusCellsAreJoinedAsTheyStood()
    {
        QCOMPARE(read(u"# arxiv 2024-09-04\n\n"_s + fourColumns +
                      u"| 甲 | A | [PDF](http://arxiv.org/pdf/2409.00001v1) | 范数  |x|\n有界 | 末 |\n"_s),
                 u"== arxiv 2024-09-04 selection\n"
                 "arxiv:2409.00001v1\n"
                 "  first author: A\n"
                 "  zh-Hans of file 2024-09-04\n"
                 "    title: 甲\n"
                 "    abstract: 范数  |x|⏎有界 | 末\n"
                 "! 5 surplus cells"_s);
    }

    void secondTellingOfAPaperIsMerged()
    {
        QCOMPARE(read(u"# arxiv 2024-09-04\n\n"_s + fourColumns +
                      u"| 甲 | | [PDF](http://arxiv.org/pdf/2409.00001v1) | |\n"
                      "| 甲 | A | [PDF](http://arxiv.org/pdf/2409.00001v2) | 文 |\n"_s),
                 u"== arxiv 2024-09-04 selection\n"
                 "arxiv:2409.00001v2\n"
                 "  first author: A\n"
                 "  zh-Hans of file 2024-09-04\n"
                 "    title: 甲\n"
                 "    abstract: 文\n"
                 "! 6 repeated"_s);
    }

    void untranslatedTextIsTheOriginal()
    {
        QCOMPARE(
            read(
                u"# arxiv 2025-04-27\n\n"_s + fourColumns +
                u"| 点扩散 | A | [PDF](http://arxiv.org/pdf/2504.17791v1) | Training models at the scale of\n"
                "outdoor scenes is chall [翻译失败] |\n"
                "| Moving camera poses | B | [PDF](http://arxiv.org/pdf/2504.17788v1) | 标注相机位姿。 |\n"_s),
            u"== arxiv 2025-04-27 selection\n"
            "arxiv:2504.17791v1\n"
            "  abstract: Training models at the scale of⏎outdoor scenes is chall [翻译失败]\n"
            "  first author: A\n"
            "  flags: untranslated\n"
            "  zh-Hans of file 2025-04-27\n"
            "    title: 点扩散\n"
            "arxiv:2504.17788v1\n"
            "  title: Moving camera poses\n"
            "  first author: B\n"
            "  flags: untranslated\n"
            "  zh-Hans of file 2025-04-27\n"
            "    abstract: 标注相机位姿。"_s);
    }

    void chatterIsFlagged_data()
    {
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("abstract");
        QTest::addColumn<bool>("flagged");
        QTest::newRow("introduction") << u"以下是这段英文的中文翻译：\n\n**标题**"_s << QString() << true;
        QTest::newRow("introduction on the line")
            << u"将这段文字翻译成中文为：通过扩散桥接实现编辑"_s << QString() << true;
        QTest::newRow("label") << u"标题翻译：**裸盖菇素辅助治疗**"_s << QString() << true;
        QTest::newRow("notes") << u"第四届挑战赛\n\n（翻译说明：\n1. 一"_s << QString() << true;
        QTest::newRow("a paragraph about it")
            << u"小鼠中的骨关节炎\n\n在这项研究中，研究人员发现。"_s << QString() << true;
        QTest::newRow("thanks") << u"甲的研究\n希望这个翻译对你有帮助！"_s << QString() << true;
        QTest::newRow("note below the abstract")
            << u"标题"_s << u"摘要。\n\n（注：根据学术翻译规范，处理如下：\n1."_s << true;
        QTest::newRow("about translation") << u"文档级机器翻译中的长度问题：一项研究"_s << QString() << false;
        QTest::newRow("title of two lines")
            << u"问题：大型语言模型表现如何？\n答案："_s << QString() << false;
        QTest::newRow("title that says title") << u"标题：利用合成复制起点工程化质粒"_s << QString() << false;
        QTest::newRow("below five years") << u"五岁以下是高危人群：机器翻译问卷"_s << QString() << false;
        QTest::newRow("paragraphs of an abstract")
            << u"标题"_s << u"第一段。\n\n我们希望它有用（注意力）。"_s << false;
        QTest::newRow("bold names in an abstract")
            << u"标题"_s << u"**背景：** 甲。**方法：** 乙。"_s << false;
    }
    void chatterIsFlagged()
    {
        QFETCH(QString, title);
        QFETCH(QString, abstract);
        QFETCH(bool, flagged);
        const QString text = u"# arxiv 2025-04-27\n\n"_s + fourColumns + u"| "_s + title +
                             u" | A | [PDF](http://arxiv.org/pdf/2504.17791v1) | "_s + abstract + u" |\n"_s;
        const auto file = parseMarkdownDay(text.toUtf8(), {});
        QVERIFY(file);
        const Translation translation = file->sections.first().papers.first().details.translations.first();
        QCOMPARE(translation.title, title);
        QCOMPARE(translation.abstract, abstract);
        QCOMPARE(translation.flags.testFlag(PaperFlag::Chatter), flagged);
    }

    void whatIsNoDayFile_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<int>("line");
        QTest::newRow("nothing") << QByteArray() << ErrorKind::Empty << 0;
        QTest::newRow("blanks") << QByteArray(" \r\n\t\n") << ErrorKind::Empty << 0;
        QTest::newRow("mark alone") << QByteArray("\xEF\xBB\xBF\n") << ErrorKind::Empty << 0;
        QTest::newRow("nul") << QByteArray("# arxiv 2025-12-09\n\0x\n", 22) << ErrorKind::Binary << 0;
        QTest::newRow("control bytes") << QByteArray("\x01\x02\x03 abc") << ErrorKind::Binary << 0;
        QTest::newRow("latin 1") << QByteArray("# arxiv 2025-12-09\n\ncaf\xE9 x\n") << ErrorKind::Encoding
                                 << 3;
        QTest::newRow("prose") << QByteArray("# Notes\n\nSome text.\n") << ErrorKind::NotADayFile << 0;
        QTest::newRow("heading of one word")
            << QByteArray("# arXiv\n\nAbout it.\n") << ErrorKind::NotADayFile << 0;
        QTest::newRow("heading of a diary")
            << QByteArray("# arXiv 2025-12-09\n\nRead today.\n") << ErrorKind::NotADayFile << 0;
        QTest::newRow("another table") << QByteArray("# 2025-12-09\n\n| Name | Date |\n|--|--|\n| a | b |\n")
                                       << ErrorKind::NotADayFile << 0;
        QTest::newRow("html") << QByteArray("<!DOCTYPE html>\n<html><body>| a | b |</body></html>\n")
                              << ErrorKind::NotADayFile << 0;
    }
    void whatIsNoDayFile()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(ErrorKind, kind);
        QFETCH(int, line);
        const auto file = parseMarkdownDay(bytes, u"x.md"_s);
        QVERIFY(!file);
        QCOMPARE(file.error(), (Error{kind, {}, u"x.md"_s, line, {}}));
    }

    void aTornRowIsLeftOut()
    {
        const QString whole = u"# arxiv 2025-12-09\n\n"_s + fourColumns +
                              u"| 甲 | A | [PDF](https://arxiv.org/pdf/2512.00001v1) | 文 |\n"_s;
        const QString first = u"== arxiv 2025-12-09 incomplete\n"
                              "arxiv:2512.00001v1\n"
                              "  first author: A\n"
                              "  zh-Hans of file 2025-12-09\n"
                              "    title: 甲\n"
                              "    abstract: 文\n"
                              "! 6 cut off"_s;
        for (const QString &torn :
             {u"|"_s, u"| 乙"_s, u"| 乙 |"_s, u"| 乙 | B | [PDF](https://arxiv.org/pdf/2512.0"_s,
              u"| 乙 | B | [PDF](https://arxiv.org/pdf/2512.00002v1) |"_s,
              u"| 乙 | B | [PDF](https://arxiv.org/pdf/2512.00002v1) | 文"_s,
              u"| 乙 | B | [PDF](https://arxiv.org/pdf/2512.00002v1) | 范数 \\|"_s,
              u"| 乙\n\n（翻译说明：\n"_s,
              u"| 乙 | B | [PDF](https://arxiv.org/pdf/2512.00002v1) | 文\n\n"_s}) {
            QCOMPARE(read(whole + torn), first);
        }
        QCOMPARE(textOf(parseMarkdownDay((whole + u"| 乙"_s).toUtf8().chopped(1), {})),
                 first); // half a character
    }

    void aTornHeaderLeavesTheSectionIncomplete()
    {
        QCOMPARE(read(u"# arxiv 2025-12-09\n\n| 标题 | 作"_s),
                 u"== arxiv 2025-12-09 incomplete\n! 3 cut off"_s);
        QCOMPARE(read(u"# arxiv 2025-12-09\n\n| 标题 | 作者 | PDF链接 |  摘要 |\n|---"_s),
                 u"== arxiv 2025-12-09 incomplete\n! 4 cut off"_s);
    }

    /** Sizes at which any step that is not linear would run into the test's time limit. */
    void largeFilesAreReadInLinearTime_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("papers");
        const QString head = u"# arxiv 2025-12-09\n\n"_s + fourColumns;
        const QString tail = u" | A | [PDF](https://arxiv.org/pdf/2512.00001v1) | "_s;
        const QString table = u"\n\n| a | b |\n|--|--|\n| 1 | 2 |\n\n文"_s;
        QTest::newRow("a long abstract")
            << head + u"| 甲"_s + tail + u"很长的句子。\n"_s.repeated(200'000) + u" |\n"_s << 1;
        QTest::newRow("many pipes") << head + u"| 甲"_s + tail + u"|x"_s.repeated(200'000) + u" |\n"_s << 1;
        QTest::newRow("pipes before the link")
            << head + u"| 甲 | 乙\n"_s.repeated(100'000) + u"| 乙"_s + tail + u"|\n"_s << 1;
        QTest::newRow("brackets") << head + u"| "_s + u"[a]("_s.repeated(200'000) + tail + u"|\n"_s << 1;
        QTest::newRow("nested tables") << head + u"| 甲"_s + tail + table.repeated(20'000) + u" |\n"_s << 1;
        QTest::newRow("headings") << head + u"| 甲"_s + tail + u"\n# arXiv\n\nx"_s.repeated(100'000) +
                                         u" |\n"_s
                                  << 1;
        QTest::newRow("headings and blank lines")
            << u"# arxiv 2025-12-09\n"_s + u"# arXiv\n\n\n\n"_s.repeated(50'000) + u"\n"_s.repeated(200'000) +
                   head + u"| 甲"_s + tail + u" |\n"_s
            << 1;
        QTest::newRow("notes") << u"# arxiv 2025-12-09\n\n"_s + u"> 抓取失败：x\n"_s.repeated(100'000) << 0;
        QTest::newRow("dashes") << head + u"| 甲"_s + tail + u"\n|--|--|"_s.repeated(100'000) + u"\n末 |\n"_s
                                << 1;
        QString rows;
        for (int i = 1; i <= 50'000; ++i) {
            rows += u"| 甲 | A | [PDF](https://arxiv.org/pdf/2512.%1v1) | 文 |\n"_s.arg(i, 5, 10, '0'_L1);
        }
        QTest::newRow("many rows") << head + rows << 50'000;
    }
    void largeFilesAreReadInLinearTime()
    {
        QFETCH(QString, text);
        QFETCH(int, papers);
        const auto file = parseMarkdownDay(text.toUtf8(), {});
        QVERIFY(file);
        QCOMPARE(file->sections.size(), 1);
        QCOMPARE(file->sections.first().papers.size(), papers);
    }
};

QTEST_GUILESS_MAIN(TestMarkdownDay)
#include "tst_markdownday.moc"
