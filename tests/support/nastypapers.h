// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/dayfile.h"
#include "app/text/language.h"

#include <QRandomGenerator>

// Papers with texts that are hard to write down.
namespace paperdawn::test {

using namespace Qt::StringLiterals;

inline const QDate nastyDay(2025, 12, 9);

inline const QStringList &fragments()
{
    static const QStringList all{
        u"|"_s,
        u"a | b"_s,
        u"\\|"_s,
        u"\\\\|"_s,
        u"\\"_s,
        u"ends in \\"_s,
        u"`code`"_s,
        u"`` ` ``"_s,
        u"`unclosed"_s,
        u"*emphasis* **strong** ***both***"_s,
        u"_under_ __line__ a_b_c x_{i}"_s,
        u"~~gone~~ ~one~"_s,
        u"[text](https://example.org)"_s,
        u"[text][ref]"_s,
        u"[ref]: https://example.org"_s,
        u"![image](a.png)"_s,
        u"]("_s,
        u"[^1] [ ] [x]"_s,
        u"<script>alert(1)</script>"_s,
        u"<!-- comment -->"_s,
        u"<!-- paperdawn export: table 1 -->"_s,
        u"<br>"_s,
        u"a<br>b<br/>c"_s,
        u"<https://example.org>"_s,
        u"<a@b.org> a < b > c <= d"_s,
        u"&amp; &lt; &#10; &#x41; &nosuch; AT&T a & b"_s,
        u"# heading #"_s,
        u"## arxiv 2025-12-09"_s,
        u"- item"_s,
        u"+ item"_s,
        u"* item"_s,
        u"> quote"_s,
        u"1. one"_s,
        u"12) twelve"_s,
        u"---"_s,
        u"==="_s,
        u"***"_s,
        u"|---|---|"_s,
        u"```\nfence\n```"_s,
        u"    indented"_s,
        u"one\ntwo"_s,
        u"one\n\ntwo"_s,
        u"one\n\n\nthree\n\n\n\nfour"_s,
        u"\nbefore and after\n"_s,
        u"\n\nbefore and after\n\n"_s,
        u"  blanks  inside   and around  "_s,
        u" "_s,
        u"\ttab\tinside"_s,
        u"line \n end"_s,
        u"one\n\n  two  \n\n# three"_s,
        u"emoji 😀 👩‍🔬 🇨🇳"_s,
        u"עברית \u202Eoverride\u202C العربية"_s,
        u"e\u0301 n\u0303 combining"_s,
        u"zero\u200Bwidth\u200D\u2060\uFEFF"_s,
        u"no\u00A0break \u00A0"_s,
        u"\u3000全角　空格\u3000"_s,
        u"$\\alpha_{i} \\times \\mathbb{R}^{n}$ and \\% \\_ \\& \\$5"_s,
        u"$\\|x\\|_2 \\leq |y|$ \\begin{equation} a \\\\ b \\end{equation}"_s,
        u"\\texttt{KSig} \\\"o \\'e \\~n \\{ \\}"_s,
        u"N/A"_s,
        u"PDF缺失"_s,
        u"https://arxiv.org/abs/2512.07834"_s,
        u"www.example.org a_b@c.org"_s,
        u"!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"_s,
        u"中文标题：**加粗**（注：翻译说明）"_s,
        u"以下是翻译：\n\n**标题**"_s,
        u"> 抓取失败：x"_s,
        u"- ID: arxiv:2512.00001"_s,
        u"- 编号：arxiv:2512.00001"_s,
        u"### Abstract"_s,
        u"a; b; c\\; d;"_s,
        u"GPT-4"_s,
        QString(300, u'x'),
        QString(150, u'漢'),
    };
    return all;
}

/** Not shown by XML, so only read back: control characters, and what no Markdown can say. */
inline const QStringList &controlFragments()
{
    static const QStringList all{
        u"bell\u0007 escape\u001B[31m delete\u007F"_s,
        u"next\u0085line \u2028separator\u2029"_s,
        u"carriage\rreturn\r\nand line"_s,
        u"nul"_s + QChar(0) + u"inside"_s,
        u"half "_s + QChar(0xD83D) + u" and "_s + QChar(0xDE00),
        u"\u0001"_s,
        u"form\ffeed\v"_s,
    };
    return all;
}

/** Every fragment alone, and many of two or three put together. */
inline QStringList nastyTexts(const QStringList &from, int count)
{
    QRandomGenerator random(20251209);
    const auto any = [&] { return from[random.bounded(from.size())]; };
    QStringList texts = from;
    while (texts.size() < count) {
        const QString glue = QStringList{u""_s, u" "_s, u"\n"_s, u"\n\n"_s, u"中"_s}[random.bounded(5)];
        QStringList parts{any(), any()};
        if (random.bounded(3) == 0) {
            parts += any();
        }
        texts += parts.join(glue);
    }
    return texts;
}

inline PaperId paperId(int number)
{
    return *PaperId::parse(u"2512.%1"_s.arg(number, 5, 10, '0'_L1));
}

/** The text, with as many words before it as make it a Chinese one, or an English one. */
inline QString inLanguage(const QString &text, const QString &language)
{
    const QString words = language == u"en" ? u"on "_s : u"论文"_s;
    QString whole = text;
    while (languageOf(whole) != language) {
        whole = words + whole;
    }
    return whole;
}

/** As a library may hold it: from a day's table, translations are Chinese and originals are not. */
inline PaperDetails inItsLanguages(PaperDetails paper)
{
    const auto put = [](QString &text, const QString &language) {
        text = text.isNull() ? QString() : inLanguage(text, language);
    };
    put(paper.title, u"en"_s);
    put(paper.abstract, u"en"_s);
    for (Translation &each : paper.translations) {
        put(each.title, u"zh-Hans"_s);
        put(each.abstract, u"zh-Hans"_s);
    }
    return paper;
}

inline Translation translation(const QString &title, const QString &abstract, QDate of = nastyDay)
{
    return {u"zh-Hans"_s, fileOrigin(of), title, abstract, {}};
}

/** Papers with every combination of known and unknown texts. */
inline QList<PaperDetails> nastyPapers(const QStringList &texts)
{
    QList<PaperDetails> papers;
    const auto text = [&texts](qsizetype at) { return texts[at % texts.size()]; };
    for (qsizetype i = 0; i < texts.size(); ++i) {
        PaperDetails paper = namedOnly(paperId(int(i) + 1), int(i % 4));
        const bool hasOriginal = i % 5 != 1;
        const bool hasTranslation = i % 5 != 2;
        if (hasOriginal) {
            paper.title = text(i);
            paper.abstract = i % 7 == 3 ? QString() : text(i + 11);
        }
        if (hasTranslation) {
            paper.translations = {translation(i % 7 == 5 ? QString() : text(i + 23), text(i + 37))};
        }
        if (i % 3 != 0) {
            paper.authors = {text(i + 41), text(i + 43)};
            paper.authorsComplete = i % 3 == 1;
        }
        if (i % 4 == 0) {
            paper.comment = text(i + 47);
            paper.journalRef = text(i + 53);
            paper.doi = u"10.1000/(a)_b;%1"_s.arg(i);
            paper.categories = {u"cs.CV"_s, u"math-ph"_s};
            paper.submitted = QDateTime(nastyDay, QTime(18, 59, 59), Qt::UTC);
            paper.updated = QDateTime(nastyDay, QTime(1, 2, 3, 456), Qt::UTC);
            paper.pdfUrl = u"https://example.org/a(b)_c?d=e&amp=f|g"_s;
            paper.codeUrls = {u"https://github.com/a/b_c"_s, u"https://example.org/[x]*~`"_s};
        }
        papers += paper;
    }
    return papers;
}

} // namespace paperdawn::test
