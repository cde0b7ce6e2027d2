// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/language.h"

#include <QRandomGenerator>
#include <QtTest>

using namespace paperdawn;
using namespace Qt::StringLiterals;

class TestLanguage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void languageOfText_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("language");
        const auto row = [](const char *name, const QString &text, const QString &language) {
            QTest::newRow(name) << text << language;
        };
        row("nothing", {}, {});
        row("digits and signs", u"2024–09: 3.5 %!"_s, {});
        row("only a formula", u"$\\alpha + x$"_s, {});
        row("only an address", u"https://example.org/some/words/here"_s, {});
        row("Cyrillic is not known", u"Квантовая механика"_s, {});
        row("emoji", u"😀"_s, {});

        row("English", u"Attention Is All You Need"_s, u"en"_s);
        row("English with TeX", u"On the $\\mathrm{K}3$ surfaces of \\emph{Kummer} type"_s, u"en"_s);
        row("accents", u"Gröbner-Basen für Schrödinger-Operatoren"_s, u"en"_s);
        row("one name", u"GPT-4o"_s, u"en"_s);
        row("one letter", u"x"_s, u"en"_s);
        row("quotes a Chinese word", u"The Way: Translating 道 in Classical Texts"_s, u"en"_s);
        row("quotes a longer one", u"The meaning of 人工智能 in modern Chinese newspapers"_s, u"en"_s);
        row("quotes a Japanese word", u"A study of わび in the design of gardens and houses"_s, u"en"_s);
        row("prices are no formula", u"From $5 to nothing: the cost of words"_s, u"en"_s);

        row("Chinese", u"掩码扩散模型实际上是时间无关的掩码模型"_s, u"zh-Hans"_s);
        row("begins with a name", u"SPADE：自适应稀疏注意力"_s, u"zh-Hans"_s);
        row("names outnumber it", u"BERT、GPT-4o、LLaVA-OneVision 与 Qwen2.5-VL 对比"_s, u"zh-Hans"_s);
        row("names of words", u"基于 Vision Transformer 与 Diffusion Model 的图像生成"_s, u"zh-Hans"_s);
        row("formula beside", u"关于 $\\mathcal{N}=4$ supersymmetric 理论的注记"_s, u"zh-Hans"_s);
        row("formula longer than the text", u"界：$\\operatorname{rank} some long words in it = 3$"_s,
            u"zh-Hans"_s);
        row("address beside", u"代码见 https://github.com/some/project-of-many-words"_s, u"zh-Hans"_s);
        row("address ends at Chinese", u"https://example.org/a，代码已公开"_s, u"zh-Hans"_s);
        row("no telling character", u"人工智能"_s, u"zh-Hans"_s);
        row("beyond the BMP", u"𠀀𠀁字"_s, u"zh-Hans"_s);
        row("quotes one traditional form", u"论“學”字的演变与传播"_s, u"zh-Hans"_s);
        row("quotes one Japanese word", u"关于“の”在现代汉语广告标题中的使用情况的调查"_s, u"zh-Hans"_s);
        row("lone dollar", u"成本不到 $5 的大模型训练方法"_s, u"zh-Hans"_s);

        row("traditional", u"基於深度學習的醫學影像分割"_s, u"zh-Hant"_s);
        row("traditional with a name", u"SPADE：自適應稀疏注意力"_s, u"zh-Hant"_s);
        row("both ways, even", u"简体与繁體的轉換标准"_s, u"zh-Hans"_s);

        row("Japanese", u"深層学習による画像認識の研究"_s, u"ja"_s);
        row("Katakana", u"トランスフォーマー"_s, u"ja"_s);
        row("Korean", u"딥러닝을 이용한 영상 인식"_s, u"ko"_s);
        row("Korean with Han", u"量子역학의 기초"_s, u"ko"_s);
    }
    void languageOfText()
    {
        QFETCH(QString, text);
        QTEST(languageOf(text), "language");
    }

    void hasHan_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("has");
        QTest::newRow("empty") << QString() << false;
        QTest::newRow("Latin") << u"é – “x”"_s << false;
        QTest::newRow("Chinese punctuation") << u"：，。（）"_s << false;
        QTest::newRow("kana") << u"カナ"_s << false;
        QTest::newRow("one") << u"a 字 b"_s << true;
        QTest::newRow("beyond the BMP") << u"a𠀀"_s << true;
        QTest::newRow("half a pair") << QString(QChar(0xD840)) << false;
    }
    void hasHan()
    {
        QFETCH(QString, text);
        QTEST(paperdawn::hasHan(text), "has");
    }

    void anythingIsTaken()
    {
        QRandomGenerator random(1);
        for (int round = 0; round < 200; ++round) {
            QString text(500, u'a');
            for (QChar &c : text) {
                c = QChar(char16_t(random.bounded(4) ? random.bounded(0x20, 0x7f) : random.bounded(0x10000)));
            }
            const QString language = languageOf(text);
            QVERIFY(language.isNull() || language.size() >= 2);
        }
        QCOMPARE(languageOf(QString::fromUcs4(U"\U00010780\U0001DF00", 2)), QString());
        QCOMPARE(languageOf(u"$"_s.repeated(100'001)), QString());
        QCOMPARE(languageOf(u"\\"_s.repeated(100'000)), QString());
        QCOMPARE(languageOf(u"字"_s.repeated(100'000)), u"zh-Hans"_s);
    }
};

QTEST_GUILESS_MAIN(TestLanguage)
#include "tst_language.moc"
