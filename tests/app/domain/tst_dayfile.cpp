// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/dayfile.h"

#include <QtTest>

using namespace paperdawn;
using namespace Qt::StringLiterals;

namespace {

QString shown(const std::optional<QDate> &day)
{
    return !day ? u"no file's"_s : day->isValid() ? day->toString(Qt::ISODate) : u"without a day"_s;
}

} // namespace

class TestDayFile final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theOriginOfAFileIsReadBack_data()
    {
        QTest::addColumn<QString>("origin");
        QTest::addColumn<QString>("day");
        QTest::newRow("of a day") << fileOrigin(QDate(2025, 12, 9)) << u"2025-12-09"_s;
        QTest::newRow("without a day") << fileOrigin(QDate()) << u"without a day"_s;
        QTest::newRow("of a program") << u"deepseek 2025-12-09"_s << u"no file's"_s;
        QTest::newRow("a longer word") << u"filed 2025-12-09"_s << u"no file's"_s;
        QTest::newRow("no such day") << u"file 2025-13-09"_s << u"no file's"_s;
        QTest::newRow("nothing") << QString() << u"no file's"_s;
    }

    void theOriginOfAFileIsReadBack()
    {
        QFETCH(QString, origin);
        QTEST(shown(dayOfFileOrigin(origin)), "day");
    }
};

QTEST_GUILESS_MAIN(TestDayFile)
#include "tst_dayfile.moc"
