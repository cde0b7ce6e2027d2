// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/decisions.h"
#include "tests/support/importing.h"
#include "tests/support/languages.h"
#include "tests/support/processes.h"

#include <QTranslator>
#include <QtTest>
#include <cstdio>

using namespace paperdawn;
using namespace paperdawn::test;
using namespace Qt::StringLiterals;

namespace {

const QString link1 = u"http://arxiv.org/pdf/2512.00001v1"_s;
const QString link2 = u"http://arxiv.org/pdf/2512.00002v1"_s;

QByteArray day(const QList<Row> &rows)
{
    return dayText(u"arXiv"_s, u"2025-12-09"_s, rows);
}

const QByteArray good =
    day({{u"Voxel art"_s, u"Ada"_s, link1, u"We draw."_s}, {u"体素"_s, u"Bo"_s, link2, u"我们。"_s}});

QByteArray inUtf16(const QByteArray &utf8)
{
    return QStringEncoder(QStringEncoder::Utf16LE, QStringConverter::Flag::WriteBom)(QString::fromUtf8(utf8));
}

/** JSON, with ' for its quotation marks. */
QByteArray json(QByteArray text)
{
    return text.replace('\'', '"');
}

/** Imports a path; prints what was said, in both languages. */
int importAndSay(const QString &folder, const QString &path)
{
    const FakeClock clock;
    const auto store = Store::open({folder}, clock, u"laptop"_s);
    if (!store) {
        return 1;
    }
    const ImportSummary summary = importInto(**store, {path});
    for (const QString &words : inBothLanguages([&] { return said(summary); })) {
        std::printf("%s\n", qPrintable(words));
    }
    return 0;
}

} // namespace

class TestImportJob : public QObject
{
    Q_OBJECT
    std::unique_ptr<TemporaryLibrary> m_place;
    std::unique_ptr<Store> m_store;
    QTranslator m_englishNumbers; ///< "1 paper", "2 papers"

    QString file(const QString &name, const QByteArray &bytes)
    {
        const QString path = m_place->path(name);
        QDir().mkpath(QFileInfo(path).path());
        return putFile(path, bytes) ? path : QString();
    }
    [[nodiscard]] QString state() { return cacheText(m_place->folder()); }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_englishNumbers.load(u":/i18n/paperdawn_en.qm"_s));
        QCoreApplication::installTranslator(&m_englishNumbers);
    }

    void init()
    {
        m_place = std::make_unique<TemporaryLibrary>();
        m_store = m_place->store();
        QVERIFY(m_store);
    }

    void cleanup()
    {
        m_store.reset();
        m_place.reset();
    }

    void filesAndFoldersInTheOrderOfNames()
    {
        file(u"days/b/2025-12-10.md"_s,
             dayText(u"arXiv"_s, u"2025-12-10"_s, {{u"C"_s, u"Cy"_s, link2, u""_s}}));
        const QString first = file(u"days/2025-12-09.MD"_s, good);
        file(u"days/notes.txt"_s, "not looked at");
        file(u"days/.hidden.md"_s, "not looked at");
        QVERIFY(QFile::link(m_place->path(u"days"_s), m_place->path(u"days/loop"_s)));
        QStringList begun;
        const ImportSummary summary = importInto(*m_store, {m_place->path(u"days"_s), first},
                                                 [&](ImportJob &, const ImportProgress &progress) {
                                                     begun += u"%1/%2 %3"_s.arg(progress.done)
                                                                  .arg(progress.total)
                                                                  .arg(QFileInfo(progress.file).fileName());
                                                 });
        QCOMPARE(said(summary), u"Imported: 2 days, 2 papers new, 1 known paper completed."_s);
        QCOMPARE(summary.files.size(), 2);
        QVERIFY(summary.import > 0);
        QVERIFY(!begun.isEmpty());
        for (const QString &step : begun) {
            QVERIFY2(step == u"0/2 2025-12-09.MD"_s || step == u"1/2 2025-12-10.md"_s, qPrintable(step));
        }
        QCOMPARE(libraryText(*m_place->library()),
                 u"2025-12-09 arxiv selection : 2 papers, 2 unread, 0 starred\n"
                 "  arxiv:2512.00001 Voxel art\n"
                 "  arxiv:2512.00002 体素\n"
                 "2025-12-10 arxiv selection : 1 papers, 1 unread, 0 starred\n"
                 "  arxiv:2512.00002 体素\n"
                 "reading list"_s);
    }

    void aRepetitionChangesNothingAndOffersNoUndo()
    {
        const QString path = file(u"2025-12-09.md"_s, good);
        const qint64 first = importInto(*m_store, {path}).import;
        QVERIFY(first > 0);
        const QString before = state();
        const ImportSummary again = importInto(*m_store, {path, file(u"copy.md"_s, good)});
        QCOMPARE(said(again), u"Imported: 1 day, 0 papers new, 4 papers unchanged."_s);
        QCOMPARE(again.import, 0);
        QCOMPARE(state(), before);
        QVERIFY(await(m_store->undoImport(first)));
    }

    void cancelStopsBetweenFiles()
    {
        QStringList paths;
        for (int i = 1; i <= 40; ++i) {
            paths += file(u"day%1.md"_s.arg(i, 2, 10, QChar(u'0')),
                          dayText(u"arXiv"_s, u"2025-12-09"_s,
                                  {{u"Paper"_s, u"Ada"_s,
                                    u"http://arxiv.org/pdf/2512.%1"_s.arg(i, 5, 10, QChar(u'0')), u""_s}}));
        }
        QThreadPool pool;
        ImportJob job(*m_store, pool);
        connect(
            m_store.get(), &Store::changed, &job, [&job] { job.cancel(); },
            Qt::DirectConnection); // before the next file is begun
        ImportSummary summary;
        QEventLoop loop;
        connect(&job, &ImportJob::finished, &loop, [&](const ImportSummary &done) {
            summary = done;
            loop.quit();
        });
        job.start(paths);
        loop.exec();
        QVERIFY(summary.cancelled);
        QCOMPARE(summary.files.size(), 1);
        QVERIFY2(said(summary).startsWith(u"Stopped: "), qPrintable(said(summary)));
        const auto stored = m_place->library()->papers(OnDay{QDate(2025, 12, 9), {}}, u"en"_s);
        QCOMPARE(stored->size(), summary.files.size()); // what was done stays
        QCOMPARE(importInto(*m_store, paths).added(), paths.size() - summary.files.size());
    }

    void nothingToDo()
    {
        const ImportSummary summary = importInto(*m_store, {});
        QCOMPARE(summary.import, 0);
        QCOMPARE(said(summary), u"Imported: 0 days, 0 papers new."_s);
    }

    void whatIsSaid_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("english");
        QTest::addColumn<QString>("chinese");
        const QByteArray cut = good.first(good.lastIndexOf("\n| ") + 12);
        const QString refused = u"\nImported: 0 days, 0 papers new, 1 file not taken."_s;
        const QString refusedInChinese = u"\n已导入：0 天，新论文 0 篇，未导入文件 1 个。"_s;

        QTest::newRow("not a day file")
            << u"notes.md"_s << QByteArray("# Shopping\n\n- milk\n- bread\n")
            << u"notes.md is not a day list: no table of papers was found in it. Choose another file."_s +
                   refused
            << u"notes.md 不是每日列表：里面没有论文表格。请换一个文件。"_s + refusedInChinese;
        QTest::newRow("other JSON") << u"package.json"_s << json("{'name':'x','papers':3}")
                                    << u"package.json is not a day list: no table of papers was found in it. "
                                       "Choose another file."_s +
                                           refused
                                    << u"package.json 不是每日列表：里面没有论文表格。请换一个文件。"_s +
                                           refusedInChinese;
        QTest::newRow("binary") << u"photo.md"_s << QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16)
                                << u"photo.md is not a text file. Choose a Markdown or JSON day file."_s +
                                       refused
                                << u"photo.md 不是文本文件。请选择 Markdown 或 JSON 格式的每日列表文件。"_s +
                                       refusedInChinese;
        QTest::newRow("empty") << u"empty.md"_s << QByteArray()
                               << u"empty.md is empty: there is no day in it. Choose another file."_s +
                                      refused
                               << u"empty.md 是空的，里面没有任何一天的列表。请换一个文件。"_s +
                                      refusedInChinese;
        QTest::newRow("blank") << u"blank.md"_s << QByteArray(" \n\n\t\n")
                               << u"blank.md is empty: there is no day in it. Choose another file."_s +
                                      refused
                               << u"blank.md 是空的，里面没有任何一天的列表。请换一个文件。"_s +
                                      refusedInChinese;
        QTest::newRow("UTF-16") << u"wide.md"_s << inUtf16(good)
                                << u"wide.md is not a text file. Choose a Markdown or JSON day file."_s +
                                       refused
                                << u"wide.md 不是文本文件。请选择 Markdown 或 JSON 格式的每日列表文件。"_s +
                                       refusedInChinese;
        QTest::newRow("GB18030")
            << u"gb.md"_s << QByteArray("# arXiv 2025-12-09\n\n| \xb1\xea\xcc\xe2 | PDF |\n|---|---|\n")
            << u"gb.md is not UTF-8 (line 3). Convert it to UTF-8 and import it again."_s + refused
            << u"gb.md 不是 UTF-8 编码（第 3 行）。请转换为 UTF-8 后重新导入。"_s + refusedInChinese;
        QTest::newRow("cut in the middle of a row")
            << u"cut.md"_s << cut
            << u"cut.md, line 6: left out, the file ends in the middle of it; get the file again (| 体素 |)\n"
               "Imported: 1 day, 1 paper new, 1 row left out."_s
            << u"cut.md，第 6 行：已略过：文件在此行中间断开，请重新获取文件（| 体素 |）\n已导入：1 天，新论文 1 篇，略过 1 行。"_s;
        QTest::newRow("JSON cut in the middle")
            << u"cut.json"_s
            << json("{'date':'2025-12-09','papers':[{'title':'x','pdf_url':'http://arxiv.org/pdf/2512.0")
            << u"cut.json ends in the middle of a row (line 1): it is incomplete. Get it again and import it "
               "then."_s +
                   refused
            << u"cut.json 在一行中间断开（第 1 行），文件不完整。请重新获取后再导入。"_s + refusedInChinese;
        QTest::newRow("name with a bidi override")
            << u"\u202Egnp.md"_s << QByteArray("# Shopping\n")
            << u"gnp.md is not a day list: no table of papers was found in it. Choose another file."_s +
                   refused
            << u"gnp.md 不是每日列表：里面没有论文表格。请换一个文件。"_s + refusedInChinese;
        QTest::newRow("hostile row without a link")
            << u"row.md"_s
            << day({{u"\u202E<script>alert(1)</script>\u2066"_s, u"Ada"_s, u""_s, u"x"_s},
                    {u"C"_s, u"Cy"_s, link1, u""_s}})
            << u"row.md, line 5: left out, it has no link to a paper (| <script>alert(1)</script> | Ada | "
               "2025-12-09 | [PDF]() | x |)\nImported: 1 day, 1 paper new, 1 row left out."_s
            << u"row.md，第 5 行：已略过：没有论文链接（| <script>alert(1)</script> | Ada | 2025-12-09 | "
               u"[PDF]() | x |）\n"
               "已导入：1 天，新论文 1 篇，略过 1 行。"_s;
        QTest::newRow("links to elsewhere")
            << u"links.md"_s
            << day({{u"A"_s, u"Ada"_s, u"javascript:alert(1)"_s, u""_s},
                    {u"B"_s, u"Bo"_s, u"file:///etc/passwd"_s, u""_s},
                    {u"C"_s, u"Cy"_s, link1, u""_s}})
            << u"links.md, line 5: left out, its link is no paper of arXiv, bioRxiv or medRxiv "
               "(| A | Ada | 2025-12-09 | [PDF](javascript:alert(1)) | |)\n"
               "links.md, line 6: left out, its link is no paper of arXiv, bioRxiv or medRxiv "
               "(| B | Bo | 2025-12-09 | [PDF](file:///etc/passwd) | |)\n"
               "Imported: 1 day, 1 paper new, 2 rows left out."_s
            << u"links.md，第 5 行：已略过：链接不是 arXiv、bioRxiv 或 medRxiv 的论文"
               "（| A | Ada | 2025-12-09 | [PDF](javascript:alert(1)) | |）\n"
               "links.md，第 6 行：已略过：链接不是 arXiv、bioRxiv 或 medRxiv 的论文"
               "（| B | Bo | 2025-12-09 | [PDF](file:///etc/passwd) | |）\n"
               "已导入：1 天，新论文 1 篇，略过 2 行。"_s;
    }

    void whatIsSaid()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, bytes);
        QFETCH(QString, english);
        QFETCH(QString, chinese);
        const ImportSummary summary = importInto(*m_store, {file(name, bytes)});
        QCOMPARE(inBothLanguages([&] { return said(summary); }), (QStringList{english, chinese}));
        for (const FileOutcome &outcome : summary.files) {
            QVERIFY(!outcome.refused || sentence(*outcome.refused).size() <= 300);
        }
        if (summary.refused() > 0) {
            QCOMPARE(state(), QString());
            QVERIFY(!QDir(m_place->folder().importsFolder()).exists() ||
                    QDir(m_place->folder().importsFolder()).isEmpty());
            QCOMPARE(summary.import, 0);
        }
    }

    void largeFilesAreRefusedWithoutReadingThem()
    {
        const QString path = file(u"large.md"_s, "# arXiv 2025-12-09\n");
        QVERIFY(QFile::resize(path, 100 << 20));
        const ImportSummary summary = importInto(*m_store, {path});
        QCOMPARE(
            inBothLanguages([&] { return said(summary); }),
            (QStringList{
                u"large.md is too large (100.00 MiB). A day file is far smaller; choose another file.\n"
                "Imported: 0 days, 0 papers new, 1 file not taken."_s,
                u"large.md 过大（100.00 MiB）。一天的列表文件要小得多，请换一个文件。\n已导入：0 天，新论文 0 篇，未导入文件 1 个。"_s}));
        QCOMPARE(sentence(*summary.files.first().refused).section(u' ', 0, 0), printable(path, 120));
        QCOMPARE(state(), QString());
    }

    void placesThatHoldNoDays_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("english");
        QTest::addColumn<QString>("chinese");
        QTest::newRow("empty folder")
            << u"empty"_s << u"There are no day files in empty. Choose a folder with Markdown or JSON days."_s
            << u"empty 中没有每日列表文件。请选择存有 Markdown 或 JSON 列表的文件夹。"_s;
        QTest::newRow("folder of other files")
            << u"notes"_s << u"There are no day files in notes. Choose a folder with Markdown or JSON days."_s
            << u"notes 中没有每日列表文件。请选择存有 Markdown 或 JSON 列表的文件夹。"_s;
        QTest::newRow("absent") << u"absent.md"_s
                                << u"absent.md was not found. Check the name and try again."_s
                                << u"找不到 absent.md。请核对名称后重试。"_s;
        QTest::newRow("dangling link")
            << u"dangling.md"_s << u"dangling.md was not found. Check the name and try again."_s
            << u"找不到 dangling.md。请核对名称后重试。"_s;
        QTest::newRow("device") << u"/dev/null"_s
                                << u"null is empty: there is no day in it. Choose another file."_s
                                << u"null 是空的，里面没有任何一天的列表。请换一个文件。"_s;
        QTest::newRow("endless")
            << u"/dev/zero"_s
            << u"zero is too large (32.00 MiB). A day file is far smaller; choose another file."_s
            << u"zero 过大（32.00 MiB）。一天的列表文件要小得多，请换一个文件。"_s;
    }

    void placesThatHoldNoDays()
    {
        QFETCH(QString, path);
        QFETCH(QString, english);
        QFETCH(QString, chinese);
        QVERIFY(QDir().mkpath(m_place->path(u"empty"_s)));
        file(u"notes/day.txt"_s, good);
        QVERIFY(QFile::link(m_place->path(u"nowhere"_s), m_place->path(u"dangling.md"_s)));
        const QString full = path.startsWith(u'/') ? path : m_place->path(path);
        const ImportSummary summary = importInto(*m_store, {full});
        QCOMPARE(inBothLanguages([&] { return said(summary).section(u'\n', 0, 0); }),
                 (QStringList{english, chinese}));
        QCOMPARE(state(), QString());
    }

    void lockedFilesAndFoldersAreNamed()
    {
        REQUIRE_UNPRIVILEGED();
        const QFile::Permissions all = QFile::Permissions(0x7777);
        for (const QString &name : {u"open.md"_s, u"locked.md"_s, u"locked/x.md"_s}) {
            file(u"days/"_s + name, good);
        }
        QVERIFY(QDir().mkpath(m_place->path(u"theirs"_s)));
        for (const QString &name : {u"."_s, u"days"_s, u"theirs"_s}) {
            QVERIFY(QFile::setPermissions(m_place->path(name), all));
        }
        QVERIFY(QFile::setPermissions(m_place->path(u"days/locked.md"_s), {}));
        QVERIFY(QFile::setPermissions(m_place->path(u"days/locked"_s), {}));
        const QString printed = printedUnprivileged(
            {u"--import"_s, m_place->path(u"theirs/library"_s), m_place->path(u"days"_s)});
        QVERIFY(QFile::setPermissions(m_place->path(u"days/locked"_s), all)); // to be removed
        QCOMPARE(
            printed,
            u"locked cannot be opened: permission denied. Change its permissions or choose another place.\n"
            "locked.md cannot be opened: permission denied. Change its permissions or choose another place.\n"
            "Imported: 1 day, 2 papers new, 2 files not taken.\n"
            "无法打开 locked：没有权限。请修改权限，或换一个位置。\n"
            "无法打开 locked.md：没有权限。请修改权限，或换一个位置。\n"
            "已导入：1 天，新论文 2 篇，未导入文件 2 个。"_s);
    }

    void hostileTextsAreKeptAsTheyCame_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("a megabyte") << u"We draw $x$. "_s.repeated(80660).trimmed();
        QTest::newRow("40 nested tables")
            << u"<table><tr><td>"_s.repeated(40) + u"x"_s + u"</td></tr></table>"_s.repeated(40);
        QTest::newRow("bidi overrides") << u"We \u202Edraw\u202C and \u2066isolate\u2069."_s;
        QTest::newRow("script") << u"We <script>alert('x')</script> draw <img src=\"file:///etc/passwd\">."_s;
        QTest::newRow("links")
            << u"See [us](javascript:alert(1)), [them](file:///etc/hosts) and <https://example.org>."_s;
        QTest::newRow("combining flood") << u"We d"_s + u"\u0301"_s.repeated(5000) + u"raw."_s;
    }

    void hostileTextsAreKeptAsTheyCame()
    {
        QFETCH(QString, text);
        const ImportSummary summary =
            importInto(*m_store, {file(u"day.md"_s, day({{u"Voxel art"_s, u"Ada"_s, link1, text}}))});
        QCOMPARE(inBothLanguages([&] { return said(summary); }),
                 (QStringList{u"Imported: 1 day, 1 paper new."_s, u"已导入：1 天，新论文 1 篇。"_s}));
        const auto paper = m_place->library()->details(*PaperId::fromKey(u"arxiv:2512.00001"));
        QCOMPARE(paper->abstract, text);
        QVERIFY(paper->codeUrls.isEmpty());
    }

    void aTextThatIsTooLongIsRefusedWhole()
    {
        const QString path =
            file(u"day.md"_s,
                 day({{u"A"_s, u"Ada"_s, link2, u""_s}, {u"B"_s, u"Ada"_s, link1, QString(20 << 20, u'x')}}));
        const ImportSummary summary = importInto(*m_store, {path});
        QCOMPARE(inBothLanguages([&] { return said(summary).section(u'\n', 0, 0); }),
                 (QStringList{
                     u"day.md is too large (20.00 MiB). A day file is far smaller; choose another file."_s,
                     u"day.md 过大（20.00 MiB）。一天的列表文件要小得多，请换一个文件。"_s}));
        QCOMPARE(state(), QString());
    }

    void nonsenseInJsonComesBackValid()
    {
        const QByteArray day =
            json("{'date':'2025-12-09','papers':[{'title':'Half \\ud83e pair and \\u0000 NUL',"
                 "'pdf_url':'http://arxiv.org/pdf/2512.00001v1','authors':['A\\nda','Bo']}]}");
        const QString path = file(u"2025-12-09.json"_s, day);
        const ImportSummary summary = importInto(*m_store, {path});
        if (summary.refused() > 0) {
            QCOMPARE(state(), QString()); // whole or not at all
            return;
        }
        QCOMPARE(summary.added(), 1);
        const auto paper = m_place->library()->details(*PaperId::fromKey(u"arxiv:2512.00001"));
        QVERIFY(paper->title.isValidUtf16());
        const QString before = state();
        QCOMPARE(importInto(*m_store, {path}).same(), 1);
        QCOMPARE(state(), before);
    }
};

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"--import"_s) {
        return importAndSay(arguments.value(2), arguments.value(3));
    }
    TestImportJob test;
    return QTest::qExec(&test, arguments);
}

#include "tst_importjob.moc"
