// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/language.h"

#include "tests/support/filler.h"
#include "tests/support/processes.h"
#include "tests/support/scenario.h"

#include <cstdio>

using namespace paperdawn;
using namespace paperdawn::test;
using namespace Qt::StringLiterals;

namespace {

QStringList longTitles(int count)
{
    QStringList titles;
    for (int i = 1; i <= count; ++i) {
        titles += u"Paper %1 "_s.arg(i) + QString(300, u'x');
    }
    return titles;
}

/** A journey on a disk that is full in between; prints what the reader sees. */
int journey(const QString &disk, const QString &language)
{
    qputenv("TMPDIR", disk.toLocal8Bit());
    Language spoken;
    spoken.speak(language);
    const auto see = [&](QString text) {
        static const QRegularExpression folder(u"/\\S*/library(/journal/\\w+\\.jsonl)?"_s);
        std::printf("%s\n", qPrintable(text.replace(folder, u"LIBRARY"_s)));
    };
    Reader reader;
    reader.hasDay(QDate(2025, 12, 8), {u"Slow light"_s, u"Voxel art"_s});
    const QStringList files{
        reader.writes(u"2025-12-09-arxiv.md"_s, dayFile(QDate(2025, 12, 9), {u"Small"_s})),
        reader.writes(u"2025-12-10-arxiv.md"_s, dayFile(QDate(2025, 12, 10), longTitles(900))),
        reader.writes(u"2025-12-11-arxiv.md"_s, dayFile(QDate(2025, 12, 11), {u"Never tried"_s}))};
    {
        const Filler filler(disk, 300 << 10);
        reader.drops(files);
        see(reader.seesMessage());
    }
    {
        const Filler filler(disk, 0);
        reader.presses(u"s"_s);
        const QString before = reader.seesMessage();
        (void)QTest::qWaitFor([&] { return reader.seesMessage() != before; });
        see(reader.seesMessage());
        see(u"reading list: "_s + reader.seesInReadingList());
    }
    reader.drops(files);
    see(reader.seesMessage());
    reader.presses(u"s"_s);
    (void)QTest::qWaitFor([&] { return !reader.seesInReadingList().isEmpty(); });
    see(u"reading list: "_s + reader.seesInReadingList());
    return 0;
}

} // namespace

/** The disk fills up while somebody reads: told once, in their language, and nothing is half done. */
class TestFullDisk : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aFullDiskIsSaidAndEndsNothing_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("seen");
        QTest::newRow("English")
            << u"en"_s
            << u"Disk full: nothing was saved to LIBRARY. Free some space and try again. "
               "Imported: 1 day, 1 paper new, 2 files not taken.\n"
               "Disk full: nothing was saved to LIBRARY. Free some space and try again.\n"
               "reading list: \n"
               "Imported: 3 days, 901 papers new, 1 paper unchanged.\n"
               "reading list: Small"_s;
        QTest::newRow("Chinese") << u"zh_CN"_s
                                 << u"磁盘已满：没有任何内容存入 LIBRARY。请腾出空间后重试。"
                                    "已导入：1 天，新论文 1 篇，未导入文件 2 个。\n"
                                    "磁盘已满：没有任何内容存入 LIBRARY。请腾出空间后重试。\n"
                                    "reading list: \n"
                                    "已导入：3 天，新论文 901 篇，未变 1 篇。\n"
                                    "reading list: Small"_s;
    }

    void aFullDiskIsSaidAndEndsNothing()
    {
        REQUIRE_UNSHARE();
        QFETCH(QString, language);
        QFETCH(QString, seen);
        const QTemporaryDir disk;
        QCOMPARE(printedOnTmpfs(disk.path(), u"size=16m"_s, {u"--journey"_s, disk.path(), language}), seen);
    }
};

int main(int argc, char *argv[])
{
    const QApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"--journey"_s) {
        return journey(arguments.value(2), arguments.value(3));
    }
    TestFullDisk test;
    return QTest::qExec(&test, arguments);
}

#include "tst_fulldisk.moc"
