// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/headline.h"

#include <QtTest>

using namespace paperdawn;
using namespace Qt::StringLiterals;

class TestHeadline final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void titleAndRemarks_data()
    {
        QTest::addColumn<QString>("whole");
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("remarks");
        const auto row = [](const char *name, const QString &whole, const QString &title,
                            const QString &remarks) { QTest::newRow(name) << whole << title << remarks; };
        row("a title", u"体素艺术"_s, u"体素艺术"_s, {});
        row("a title over two lines", u"体素艺术：\n一种方法"_s, u"体素艺术：\n一种方法"_s, {});
        row("remarks behind it", u"体素艺术  \n\n（翻译说明：\n1. 甲\n\n2. 乙）"_s, u"体素艺术"_s,
            u"（翻译说明：\n1. 甲\n\n2. 乙）"_s);
        row("between the words of an answer", u"以下是这段文字的中文翻译：\n\n**体素艺术**\n\n希望有帮助！"_s,
            u"体素艺术"_s, u"以下是这段文字的中文翻译：\n\n希望有帮助！"_s);
        row("blank lines with blanks", u"\n \n体素艺术\n \t\n注：甲\n"_s, u"体素艺术"_s, u"注：甲"_s);
        row("only one bold word", u"**体素** 与 **艺术**\n\n注"_s, u"**体素** 与 **艺术**"_s, u"注"_s);
        row("nothing but an introduction", u"翻译：\n\n"_s, u"翻译：\n\n"_s, {});
        row("blank", u"\n\n \n"_s, u"\n\n \n"_s, {});
        row("nothing", {}, {}, {});
    }

    void titleAndRemarks()
    {
        QFETCH(QString, whole);
        const Headline headline = headlineOf(whole);
        QTEST(headline.title, "title");
        QTEST(headline.remarks, "remarks");
    }
};

QTEST_GUILESS_MAIN(TestHeadline)
#include "tst_headline.moc"
