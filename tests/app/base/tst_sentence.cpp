// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/sentence.h"

#include <QtTest>

using namespace paperdawn;
using namespace Qt::StringLiterals;

class TestSentence : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cancelledIsSilent() { QVERIFY(sentence({ErrorKind::Cancelled, {}, {}, 0, {}}).isEmpty()); }

    void placeholdersInNamesAreNotReplaced()
    {
        QCOMPARE(sentence({ErrorKind::Encoding, u"x"_s, u"100{detail} day.md"_s, 7, {}}),
                 u"100{detail} day.md is not UTF-8 (line 7). Convert it to UTF-8 and import it again."_s);
    }

    void everySentenceIsShortAndOnOneLine()
    {
        const QString hostile = u"\u202E evil\n\t"_s + QString(5000, u'漢');
        for (int kind = int(ErrorKind::NotFound); kind <= int(ErrorKind::Internal); ++kind) {
            const QString text = sentence({ErrorKind(kind), hostile, hostile, 3, {}});
            QVERIFY2(!text.isEmpty() && text.size() <= 300, qPrintable(text));
            QVERIFY(!text.contains(u'\n') && !text.contains(u'\u202E') && !text.contains(u'{'));
        }
    }

    void surrogatesAreNotTornApart()
    {
        const QString cut = printable(u"😀"_s.repeated(100), 41);
        QVERIFY(cut.isValidUtf16());
        QVERIFY(cut.size() <= 41);
    }
};

QTEST_GUILESS_MAIN(TestSentence)
#include "tst_sentence.moc"
