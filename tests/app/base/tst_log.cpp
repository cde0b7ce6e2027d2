// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/log.h"

#include <QThreadPool>
#include <QtTest>

using namespace paperdawn;
using namespace Qt::StringLiterals;

class TestLog : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        keepLog();
        keepLog(); // would pass every message on to itself
    }

    void keepsWhatIsNoted()
    {
        const qsizetype before = logCount();
        QTest::ignoreMessage(QtWarningMsg, "half an answer");
        qCWarning(logNet) << "half an answer";
        QCOMPARE(logCount(), before + 1);
        const LogLine line = keptLog().last();
        QCOMPARE(line.category, u"paperdawn.net"_s);
        QCOMPARE(line.text, u"half an answer"_s);
        QCOMPARE(line.type, QtWarningMsg);
    }

    void isReadable()
    {
        const LogLine line{QDateTime(QDate(2025, 12, 9), QTime(8, 41, 3), Qt::UTC), QtCriticalMsg,
                           u"paperdawn.store"_s, u"no room"_s};
        QCOMPARE(logText(line), u"2025-12-09T08:41:03Z critical paperdawn.store: no room"_s);
    }

    void forgetsTheOldestOnly()
    {
        const qsizetype before = logCount();
        for (int i = 0; i <= mostLogLines; ++i) {
            const QByteArray text = "number " + QByteArray::number(i);
            QTest::ignoreMessage(QtWarningMsg, text.constData());
            qCWarning(logNet).noquote() << text;
        }
        QCOMPARE(logCount(), before + mostLogLines + 1);
        QCOMPARE(keptLog().size(), mostLogLines);
        QCOMPARE(keptLog().first().text, u"number 1"_s);
        QCOMPARE(keptLog().last().text, u"number %1"_s.arg(mostLogLines));
    }

    void takesMessagesOfEveryThread()
    {
        constexpr int threads = 4;
        constexpr int each = 50;
        const qsizetype before = logCount();
        for (int i = 0; i < threads * each; ++i) {
            QTest::ignoreMessage(QtWarningMsg, "from a thread");
        }
        QThreadPool pool;
        pool.setMaxThreadCount(threads);
        for (int i = 0; i < threads; ++i) {
            pool.start([] {
                for (int k = 0; k < each; ++k) {
                    qCWarning(logNet) << "from a thread";
                }
            });
        }
        pool.waitForDone();
        QCOMPARE(logCount(), before + threads * each);
    }
};

QTEST_GUILESS_MAIN(TestLog)
#include "tst_log.moc"
