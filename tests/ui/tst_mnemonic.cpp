// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mnemonic.h"

#include <QtTest>

using namespace paperdawn;
using namespace Qt::StringLiterals;

class TestMnemonic final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void labelsArePlain_data()
    {
        QTest::addColumn<QString>("label");
        QTest::addColumn<QString>("plain");
        QTest::newRow("English") << u"Text &size:"_s << u"Text size"_s;
        QTest::newRow("Chinese") << u"文字大小(&S)："_s << u"文字大小"_s;
        QTest::newRow("Chinese, with a blank") << u"撤销 (&N)"_s << u"撤销"_s;
        QTest::newRow("an ellipsis stays") << u"打开每日列表文件(&O)…"_s << u"打开每日列表文件…"_s;
        QTest::newRow("an ampersand") << u"Black && &white"_s << u"Black & white"_s;
        QTest::newRow("other parentheses") << u"Star (s)"_s << u"Star (s)"_s;
    }

    void labelsArePlain()
    {
        QFETCH(QString, label);
        QTEST(plainLabel(label), "plain");
    }
};

QTEST_GUILESS_MAIN(TestMnemonic)
#include "tst_mnemonic.moc"
