// SPDX-License-Identifier: GPL-3.0-or-later
// paperdawnctl from outside: words in, exit code, standard output and standard error out.
#include "app/formats/keptday.h"
#include "app/transfer/sampleday.h"

#include "tests/support/pdfserver.h"
#include "tests/support/programs.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QtTest>

using namespace paperdawn;
using namespace paperdawn::test;
using namespace Qt::StringLiterals;

namespace {

QJsonArray arrayIn(const Run &run)
{
    return QJsonDocument::fromJson(run.out.toUtf8()).array();
}

QJsonObject objectIn(const Run &run)
{
    return QJsonDocument::fromJson(run.out.toUtf8()).object();
}

const QByteArray day = R"(# arxiv 2025-12-09

| 标题 | 作者 | PDF链接 |  摘要 |
|------|------|--------|------|
| 第一篇：关于 $E=mc^2$ | Ada Example | [PDF](https://arxiv.org/pdf/2512.90001v2) | 摘要的第一段。

第二段，有 \| 一条竖线。 |
| A title that was not translated | Bob Example | [PDF](https://arxiv.org/pdf/2512.90002v1) | An abstract in English. |
)";

} // namespace

class TestPaperdawnctl : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    QString m_language = inEnglish;

    QString path(const QString &name) const { return m_dir.filePath(name); }

    QString file(const QString &name, const QByteArray &bytes) const
    {
        QFile file(path(name));
        const bool written = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
        return written ? file.fileName() : QString();
    }

    Run run(const QStringList &words) const
    {
        return runPaperdawnctl(QStringList{u"--library"_s, path(u"library"_s)} + words, m_language);
    }

    /** The same while a server of this program answers it. */
    Run runServed(const MisbehavingServer &server, const QStringList &words) const
    {
        QProcess process;
        startPaperdawnctl(process,
                          QStringList{u"--library"_s, path(u"library"_s)} + words +
                              QStringList{u"--endpoint"_s, u"arxiv-pdf="_s + server.url().toString()},
                          m_language);
        (void)QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, 60'000);
        return outcomeOf(process);
    }

private Q_SLOTS:
    void init() { QDir(path(u"library"_s)).removeRecursively(); }

    void helpAndVersion()
    {
        const Run help = runPaperdawnctl({u"--help"_s});
        QCOMPARE(help.code, 0);
        QVERIFY2(help.out.contains(u"paperdawnctl import"_s) && help.out.contains(u"Examples:"_s),
                 qPrintable(help.out));
        const Run version = runPaperdawnctl({u"--version"_s});
        QCOMPARE(version.code, 0);
        QVERIFY(version.out.startsWith(u"paperdawnctl "_s));
    }

    void wrongUsage_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QString>("sentence");
        const auto row = [](const QStringList &words, const QString &sentence) {
            QTest::newRow(qPrintable(words.join(u' '))) << words << sentence;
        };
        row({}, u"No command was given. See “paperdawnctl --help”.\n"_s);
        row({u"dance"_s}, u"There is no command “dance”. See “paperdawnctl --help”.\n"_s);
        row({u"import"_s}, u"“import” needs to be told of what. See “paperdawnctl --help”.\n"_s);
        row({u"days"_s, u"x"_s}, u"“days” does not know what to do with “x”. See “paperdawnctl --help”.\n"_s);
        row({u"days"_s, u"--style"_s, u"table"_s},
            u"“days” does not take “--style”. See “paperdawnctl --help”.\n"_s);
        row({u"--dance"_s}, u"Unknown option 'dance'. See “paperdawnctl --help”.\n"_s);
        row({u"list"_s, u"yesterday"_s},
            u"“yesterday” is no day: write it as 2025-12-09. See “paperdawnctl --help”.\n"_s);
        row({u"list"_s, u"2025-12-09xyz"_s},
            u"“2025-12-09xyz” is no day: write it as 2025-12-09. See “paperdawnctl --help”.\n"_s);
        row({u"list"_s, u"2025/12/09"_s},
            u"“2025/12/09” is no day: write it as 2025-12-09. See “paperdawnctl --help”.\n"_s);
        row({u"star"_s, u"12"_s},
            u"“12” is no paper's id: write it as 2512.07834. See “paperdawnctl --help”.\n"_s);
        row({u"export"_s, u"starred"_s, u"--language"_s, u"fr"_s},
            u"There is no language “fr”: zh, en or both. See “paperdawnctl --help”.\n"_s);
        row({u"remove"_s}, u"“remove” needs to be told of what. See “paperdawnctl --help”.\n"_s);
        row({u"remove"_s, u"starred"_s},
            u"“starred” is no day: write it as 2025-12-09. See “paperdawnctl --help”.\n"_s);
        row({u"remove"_s, u"2025-12-08"_s, u"2025-12-09"_s},
            u"“remove” does not know what to do with “2025-12-09”. See “paperdawnctl --help”.\n"_s);
        row({u"pdf"_s}, u"“pdf” needs to be told of what. See “paperdawnctl --help”.\n"_s);
        row({u"pdf"_s, u"2512.90001"_s, u"2512.90002"_s, u"-o"_s, u"a.pdf"_s},
            u"“--output” takes one PDF only. See “paperdawnctl --help”.\n"_s);
        row({u"pdf"_s, u"voxel"_s},
            u"“voxel” is no paper's id: write it as 2512.07834. See “paperdawnctl --help”.\n"_s);
        row({u"export"_s, u"starred"_s, u"--format"_s, u"xml"_s},
            u"There is no format “xml”: markdown, bibtex, ris, csv or json. See “paperdawnctl --help”.\n"_s);
        row({u"export"_s, u"starred"_s, u"--format"_s, u"ris"_s, u"--style"_s, u"table"_s},
            u"The format “ris” does not take “--style”. See “paperdawnctl --help”.\n"_s);
    }

    void wrongUsage()
    {
        QFETCH(const QStringList, words);
        QFETCH(const QString, sentence);
        const Run result = run(words);
        QCOMPARE(result.err, sentence);
        QCOMPARE(result.code, 2);
        QVERIFY(result.out.isEmpty());
    }

    void importsAndLists()
    {
        const Run import = run({u"import"_s, file(u"2025-12-09-arxiv.md"_s, day)});
        QCOMPARE(import.err, QString());
        QCOMPARE(import.code, 0);
        QCOMPARE(import.out, u"Imported: 1 day, 2 papers new.\n"_s);

        const QJsonArray papers = arrayIn(run({u"list"_s, u"2025-12-09"_s, u"--json"_s}));
        QCOMPARE(papers.size(), 2);
        const QJsonObject expected{
            {u"id"_s, u"arxiv:2512.90001"_s},
            {u"version"_s, 2},
            {u"source"_s, u"arxiv"_s},
            {u"kind"_s, QJsonValue()},
            {u"title"_s, QJsonValue()},
            {u"title_translated"_s, u"第一篇：关于 $E=mc^2$"_s},
            {u"language"_s, u"zh-Hans"_s},
            {u"authors"_s, QJsonArray{u"Ada Example"_s}},
            {u"categories"_s, QJsonArray()},
            {u"primary_category"_s, QJsonValue()},
            {u"submitted"_s, QJsonValue()},
            {u"updated"_s, QJsonValue()},
            {u"comment"_s, QJsonValue()},
            {u"journal_ref"_s, QJsonValue()},
            {u"doi"_s, QJsonValue()},
            {u"pdf_url"_s, u"https://arxiv.org/pdf/2512.90001v2"_s},
            {u"abs_url"_s, u"https://arxiv.org/abs/2512.90001v2"_s},
            {u"code_urls"_s, QJsonArray()},
            {u"abstract"_s, QJsonValue()},
            {u"abstract_translated"_s, u"摘要的第一段。\n\n第二段，有 | 一条竖线。"_s},
            {u"starred"_s, false},
            {u"read"_s, false},
            {u"flags"_s, QJsonArray()},
        };
        QCOMPARE(QString::fromUtf8(QJsonDocument(papers.first().toObject()).toJson()),
                 QString::fromUtf8(QJsonDocument(expected).toJson()));
        const QJsonObject untranslated = papers.last().toObject();
        QCOMPARE(untranslated.value("title"_L1).toString(), u"A title that was not translated"_s);
        QVERIFY(untranslated.value("title_translated"_L1).isNull());
        QCOMPARE(untranslated.value("flags"_L1).toArray(), QJsonArray{u"untranslated"_s});

        const QJsonArray days = arrayIn(run({u"days"_s, u"--json"_s}));
        QCOMPARE(days, (QJsonArray{QJsonObject{{u"day"_s, u"2025-12-09"_s},
                                               {u"source"_s, u"arxiv"_s},
                                               {u"status"_s, u"selection"_s},
                                               {u"reason"_s, QJsonValue()},
                                               {u"count"_s, 2}}}));
    }

    void starsAcrossRuns()
    {
        QCOMPARE(run({u"import"_s, file(u"2025-12-09-arxiv.md"_s, day)}).code, 0);
        QCOMPARE(run({u"star"_s, u"2512.90002"_s, u"https://arxiv.org/abs/2512.90001"_s}).code, 0);
        QCOMPARE(arrayIn(run({u"list"_s, u"starred"_s, u"--json"_s})).size(), 2);
        QCOMPARE(run({u"unstar"_s, u"arxiv:2512.90001"_s}).code, 0);
        const QJsonArray left = arrayIn(run({u"list"_s, u"starred"_s, u"--json"_s}));
        QCOMPARE(left.size(), 1);
        QCOMPARE(left.first().toObject().value("id"_L1).toString(), u"arxiv:2512.90002"_s);
        QVERIFY(objectIn(run({u"show"_s, u"2512.90002"_s, u"--json"_s})).value("starred"_L1).toBool());
    }

    void aDayGoesAndCanBeImportedAgain()
    {
        const QString path = file(u"2025-12-09-arxiv.md"_s, day);
        QCOMPARE(run({u"import"_s, path}).code, 0);
        QCOMPARE(run({u"star"_s, u"2512.90001"_s}).code, 0);
        const Run remove = run({u"remove"_s, u"2025-12-09"_s});
        QCOMPARE(remove.err, QString());
        QCOMPARE(remove.out, u"Removed: 2025-12-09, 1 paper less. Stars stay.\n"
                             "To have it again, import: 2025-12-09-arxiv.md\n"_s);
        QCOMPARE(remove.code, 0);
        QCOMPARE(run({u"days"_s}).out, QString());
        QCOMPARE(run({u"list"_s, u"starred"_s}).out, u"★ arxiv:2512.90001  第一篇：关于 $E=mc^2$\n"_s);

        const Run again = run({u"remove"_s, u"2025-12-09"_s});
        QCOMPARE(again.err, u"2025-12-09 was not found. Check the name and try again.\n"_s);
        QCOMPARE(again.code, 1);

        QCOMPARE(run({u"import"_s, path}).code, 0);
        QCOMPARE(arrayIn(run({u"list"_s, u"2025-12-09"_s, u"--json"_s})).size(), 2);
    }

    void whatWasFetchedIsToldToBeFetchedAgain()
    {
        DaySection section{.day = QDate(2025, 12, 9), .source = Source::Arxiv};
        section.status = DayStatus::Approximate;
        section.category = u"hep-th"_s;
        section.papers = {{namedOnly(*PaperId::parse(u"2512.90001"_s), 1), Kind::New}};
        QCOMPARE(run({u"import"_s, file(u"page.json"_s, writeKeptDay({{section}, {}}))}).code, 0);
        const Run remove = run({u"remove"_s, u"2025-12-09"_s});
        QCOMPARE(remove.out,
                 u"Removed: 2025-12-09, 1 paper less. Stars stay.\n"
                 "To have it again, fetch it: paperdawnctl fetch --day 2025-12-09 --category hep-th\n"_s);
        QCOMPARE(remove.code, 0);
    }

    void theLibraryIsWhereTheSettingsSay()
    {
        QVERIFY(QDir().mkpath(path(u"config/paperdawn"_s)));
        qputenv("XDG_CONFIG_HOME", path(u"config"_s).toUtf8());
        const auto restore = qScopeGuard([] { qunsetenv("XDG_CONFIG_HOME"); });
        file(u"config/paperdawn/paperdawn.ini"_s,
             "[library]\nfolder="_ba + path(u"library"_s).toUtf8() + '\n');
        const Run gone = runPaperdawnctl({u"days"_s});
        QCOMPARE(gone.code, 1);
        QCOMPARE(gone.err,
                 u"There is no library in %1, where the settings say that yours is. Is its disk plugged "
                 "in? Try again then, or choose its folder.\n"_s.arg(path(u"library"_s)));
        QVERIFY(!QFile::exists(path(u"library"_s)));

        QCOMPARE(run({u"import"_s, file(u"2025-12-09-arxiv.md"_s, day)}).code, 0);
        QVERIFY(runPaperdawnctl({u"days"_s}).out.startsWith(u"2025-12-09"_s));
    }

    void nothingIsStarredWhereOneIsUnknown()
    {
        QCOMPARE(run({u"import"_s, file(u"2025-12-09-arxiv.md"_s, day)}).code, 0);
        const Run star = run({u"star"_s, u"2512.90001"_s, u"2512.99999"_s});
        QCOMPARE(star.code, 1);
        QCOMPARE(star.err, u"arxiv:2512.99999 was not found. Check the name and try again.\n"_s);
        QVERIFY(arrayIn(run({u"list"_s, u"starred"_s, u"--json"_s})).isEmpty());
    }

    void exportsToAFileOrOut()
    {
        QCOMPARE(run({u"import"_s, file(u"2025-12-09-arxiv.md"_s, day)}).code, 0);
        const Run out = run({u"export"_s, u"2025-12-09"_s});
        QCOMPARE(out.code, 0);
        QVERIFY2(out.out.startsWith(u"# arxiv 2025-12-09\n\n| 标题 | 作者 | PDF链接 | 摘要 |\n"_s),
                 qPrintable(out.out));
        const QString target = path(u"out.md"_s);
        QCOMPARE(run({u"export"_s, u"2025-12-09"_s, u"-o"_s, target}).code, 0);
        QFile written(target);
        QVERIFY(written.open(QIODevice::ReadOnly));
        QCOMPARE(QString::fromUtf8(written.readAll()), out.out);

        const Run again = run({u"import"_s, target});
        QCOMPARE(again.out, u"Imported: 1 day, 0 papers new, 2 papers unchanged.\n"_s);
        const Run nothing = run({u"export"_s, u"starred"_s});
        QCOMPARE(nothing.code, 1);
        QCOMPARE(nothing.err, u"There is nothing to export from starred. Import or choose another day.\n"_s);
    }

    void exportsInEveryFormat()
    {
        QCOMPARE(run({u"import"_s, file(u"2025-12-09-arxiv.md"_s, day)}).code, 0);
        const auto exported = [this](const QString &format) {
            return run({u"export"_s, u"2025-12-09"_s, u"--format"_s, format}).out;
        };
        QCOMPARE(exported(u"markdown"_s), run({u"export"_s, u"2025-12-09"_s}).out);
        QCOMPARE(exported(u"json"_s), run({u"list"_s, u"2025-12-09"_s, u"--json"_s}).out);
        const QString bibtex = exported(u"bibtex"_s);
        QVERIFY2(bibtex.startsWith(u"@misc{example251290001,\n"
                                   "      titleaddon={第一篇：关于 $E=mc^2$},\n"
                                   "      author={Ada Example and others},\n"
                                   "      eprint={2512.90001},\n"_s),
                 qPrintable(bibtex));
        QCOMPARE(bibtex.count(u"@misc{"_s), 2);
        QCOMPARE(exported(u"ris"_s).count(u"TY  - UNPB\r\n"_s), 2);
        QVERIFY(exported(u"csv"_s).contains(u"\"arxiv:2512.90001\",\"2\",\"arxiv\""_s));
    }

    void jsonHasNoOrdersForATerminal()
    {
        const QByteArray hostile =
            "# arxiv 2025-12-09\n\n| 标题 | 作者 | PDF链接 | 摘要 |\n|---|---|---|---|\n"
            "| a\u202eb\u009bc | A | [PDF](https://arxiv.org/pdf/2512.90001v1) | 摘要 |\n";
        QCOMPARE(run({u"import"_s, file(u"2025-12-09-arxiv.md"_s, hostile)}).code, 0);
        const Run list = run({u"list"_s, u"2025-12-09"_s, u"--json"_s});
        QVERIFY2(list.out.contains(u"a\\u202eb\\u009bc"_s), qPrintable(list.out));
        QCOMPARE(arrayIn(list).at(0).toObject().value(u"title"_s).toString(), u"a\u202eb\u009bc"_s);
    }

    void aStarWithoutItsCopyIsListedByItsName()
    {
        QCOMPARE(run({u"import"_s, file(u"2025-12-09-arxiv.md"_s, day)}).code, 0);
        QCOMPARE(run({u"star"_s, u"2512.90001"_s}).code, 0);
        QVERIFY(!file(u"library/journal/other.jsonl"_s,
                      R"({"m":"other","s":1,"t":1765000000000,"p":"arxiv:2401.00001","f":"star","v":true})"
                      "\n")
                     .isEmpty());
        const QJsonArray starred = arrayIn(run({u"list"_s, u"starred"_s, u"--json"_s}));
        QCOMPARE(starred.size(), 2);
        QCOMPARE(starred.last().toObject().value(u"id"_s).toString(), u"arxiv:2401.00001"_s);
        QVERIFY(starred.last().toObject().value(u"title"_s).isNull());
        const Run exported = run({u"export"_s, u"starred"_s});
        QCOMPARE(exported.code, 0);
        QVERIFY2(exported.out.contains(u"https://arxiv.org/pdf/2401.00001"_s), qPrintable(exported.out));
    }

    void failuresAreOneSentenceInBothLanguages_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QString>("english");
        QTest::addColumn<QString>("chinese");
        QTest::newRow("no file") << QStringList{u"import"_s, u"/nowhere/day.md"_s}
                                 << u"/nowhere/day.md was not found. Check the name and try again.\n"_s
                                 << u"找不到 /nowhere/day.md。请核对名称后重试。\n"_s;
        QTest::newRow("no folder to export to")
            << QStringList{u"export"_s, u"2025-12-09"_s, u"-o"_s, u"/nowhere/day.md"_s}
            << u"/nowhere was not found. Check the name and try again.\n"_s
            << u"找不到 /nowhere。请核对名称后重试。\n"_s;
        QTest::newRow("a device")
            << QStringList{u"import"_s, u"/dev/zero"_s}
            << u"/dev/zero is too large (32.00 MiB). A day file is far smaller; choose "
               "another file.\n"_s
            << u"/dev/zero 过大（32.00 MiB）。一天的列表文件要小得多，请换一个文件。\n"_s;
        QTest::newRow("no day") << QStringList{u"list"_s, u"2030-01-01"_s}
                                << u"2030-01-01 was not found. Check the name and try again.\n"_s
                                << u"找不到 2030-01-01。请核对名称后重试。\n"_s;
    }

    void failuresAreOneSentenceInBothLanguages()
    {
        QFETCH(const QStringList, words);
        QFETCH(const QString, english);
        QFETCH(const QString, chinese);
        QCOMPARE(run({u"import"_s, file(u"2025-12-09-arxiv.md"_s, day)}).code, 0);
        const Run spoken = run(QStringList{u"--quiet"_s} + words);
        QCOMPARE(spoken.err, english);
        QCOMPARE(spoken.code, 1);
        m_language = inChinese;
        const Run spokenInChinese = run(QStringList{u"--quiet"_s} + words);
        m_language = inEnglish;
        QCOMPARE(spokenInChinese.err, chinese);
        QCOMPARE(spokenInChinese.code, 1);
    }

    void checkFindsNoFaultInASoundLibrary()
    {
        QCOMPARE(run({u"import"_s, file(u"2025-12-09-arxiv.md"_s, day)}).code, 0);
        QCOMPARE(run({u"star"_s, u"2512.90001"_s}).code, 0);
        const Run check = run({u"check"_s});
        QCOMPARE(check.err, QString());
        QCOMPARE(check.code, 0);
    }

    /** Nothing is damaged yet: it is no fault. */
    void aPlaceThatPutsTheLibraryInDangerIsNamed()
    {
        const Run check =
            runPaperdawnctl({u"--library"_s, path(u"Dropbox/papers"_s), u"check"_s}, m_language);
        QCOMPARE(check.code, 0);
        QCOMPARE(check.err, QString());
        QCOMPARE(check.out,
                 u"The library lies in a folder that Dropbox synchronizes. Its files are copied while "
                 "they are being written, which can damage it. Better move it to another folder: "
                 "Settings, Library.\n"
                 "No faults: files, journal, index and days agree.\n"_s);
    }

    /** What a kill cut short and the next star ended can never be mended: it is no fault. */
    void aTornLineIsANoteForEver()
    {
        QCOMPARE(run({u"import"_s, file(u"2025-12-09-arxiv.md"_s, day)}).code, 0);
        QVERIFY(!file(u"library/journal/other.jsonl"_s, "{\"m\":\"oth\n").isNull());
        const Run check = run({u"check"_s});
        QCOMPARE(check.code, 0);
        QCOMPARE(check.err, QString());
        QCOMPARE(check.out, path(u"library/journal/other.jsonl"_s) +
                                u": 1 line could not be read; it is kept.\n"
                                "No faults: files, journal, index and days agree.\n"_s);
    }

    void anyCommandTellsWhatOpeningMended()
    {
        QCOMPARE(run({u"import"_s, file(u"2025-12-09-arxiv.md"_s, day)}).code, 0);
        QVERIFY(!file(u"library/cache.db"_s, "not a database").isNull());
        const Run days = run({u"days"_s, u"--json"_s});
        QCOMPARE(days.code, 0);
        QVERIFY2(days.err.contains(path(u"library/cache.db"_s) + u": It was damaged and was built anew"_s),
                 qPrintable(days.err));
        QCOMPARE(arrayIn(days).size(), 1);
        QCOMPARE(run({u"days"_s, u"--json"_s}).err, QString());

        QVERIFY(QFile::link(u"/proc/self/mem"_s, path(u"library/journal/broken.jsonl"_s)));
        const Run list = run({u"list"_s, u"starred"_s});
        QCOMPARE(list.code, 0);
        QVERIFY2(list.err.contains(path(u"library/journal/broken.jsonl"_s) + u": It cannot be read ("_s),
                 qPrintable(list.err));
        QCOMPARE(run({u"check"_s}).code, 1);
    }

    void aNewerLibraryIsReadAndSaidToBe()
    {
        QCOMPARE(run({u"import"_s, file(u"2025-12-09-arxiv.md"_s, day)}).code, 0);
        QVERIFY(!file(u"library/journal/desktop.jsonl"_s, "{\"n\":2,\"m\":\"desktop\"}\n").isNull());
        const QString reason = u"Made by a newer version of Paperdawn: nothing is changed in "_s +
                               path(u"library/journal/desktop.jsonl"_s) +
                               u". Update Paperdawn to go on with it.\n"_s;
        const Run list = run({u"list"_s, u"2025-12-09"_s, u"--json"_s});
        QCOMPARE(list.code, 0);
        QCOMPARE(arrayIn(list).size(), 2);
        QCOMPARE(list.err, reason);
        const Run star = run({u"star"_s, u"2512.90001"_s});
        QCOMPARE(star.code, 1);
        QCOMPARE(star.err, reason);
    }

    void backsUpAndRestores()
    {
        QCOMPARE(run({u"import"_s, file(u"2025-12-09-arxiv.md"_s, day)}).code, 0);
        QCOMPARE(run({u"star"_s, u"2512.90001"_s}).code, 0);
        const QString kept = path(u"mine.tar.gz"_s);
        QCOMPARE(run({u"backup"_s, kept}).out, u"Backed up: 1 decision, 1 file.\n"_s);
        QVERIFY(QDir(path(u"library"_s)).removeRecursively());
        QCOMPARE(run({u"restore"_s, kept, u"--preview"_s}).out, u"Not here yet: 1 decision, 1 file.\n"_s);
        QCOMPARE(arrayIn(run({u"list"_s, u"starred"_s, u"--json"_s})).size(), 0);
        QCOMPARE(run({u"restore"_s, kept}).out, u"Restored: 1 decision, 1 file.\n"_s);
        QCOMPARE(arrayIn(run({u"list"_s, u"starred"_s, u"--json"_s})).size(), 1);
        QCOMPARE(arrayIn(run({u"list"_s, u"2025-12-09"_s, u"--json"_s})).size(), 2);
        QCOMPARE(run({u"restore"_s, kept}).out, u"Restored: 0 decisions, 0 files.\n"_s);
    }

    void aRestoreSaysWhatWasDamaged()
    {
        QCOMPARE(run({u"import"_s, file(u"2025-12-09-arxiv.md"_s, day)}).code, 0);
        QCOMPARE(run({u"star"_s, u"2512.90001"_s}).code, 0);
        const QDir imports(path(u"library/imports"_s));
        QFile original(imports.filePath(imports.entryList(QDir::Files).value(0)));
        QVERIFY(original.open(QIODevice::WriteOnly) && original.write("rotten") == 6);
        original.close();
        const QString kept = path(u"mine.tar.gz"_s);
        QCOMPARE(run({u"backup"_s, kept}).code, 0);
        QVERIFY(QDir(path(u"library"_s)).removeRecursively());
        const Run restored = run({u"restore"_s, kept});
        QCOMPARE(restored.code, 0);
        QCOMPARE(restored.out, u"Restored: 1 decision, 0 files.\n"_s);
        QVERIFY2(restored.err.contains(u"1 file in the backup was damaged and left out."_s),
                 qPrintable(restored.err));
        QCOMPARE(arrayIn(run({u"list"_s, u"starred"_s, u"--json"_s})).size(), 1);
    }

    void checkRepairsALibraryThatLostItsDecisions()
    {
        QCOMPARE(run({u"import"_s, file(u"2025-12-09-arxiv.md"_s, day)}).code, 0);
        QCOMPARE(run({u"star"_s, u"2512.90001"_s}).code, 0);
        QFile library(path(u"library/library.db"_s));
        QVERIFY(library.open(QIODevice::ReadWrite));
        library.write(QByteArray(4096, 'x'));
        library.close();
        const Run check = run({u"check"_s, u"--repair"_s});
        QCOMPARE(check.code, 0);
        QVERIFY2(check.err.contains(u"library.db"_s), qPrintable(check.err));
        QCOMPARE(arrayIn(run({u"list"_s, u"starred"_s, u"--json"_s})).size(), 1);
    }

    void getsPdfs()
    {
        run({u"import"_s, file(u"2025-12-09-arxiv.md"_s, day)});
        MisbehavingServer server;
        server.always(answers::pdf(pdfOf(100'000)));
        const QString first =
            path(u"library"_s) + u"/pdf/arxiv_2512.90001v2.pdf"_s; // the version that is known
        const QString second = path(u"library"_s) + u"/pdf/arxiv_2512.90002v7.pdf"_s;
        const Run both = runServed(server, {u"pdf"_s, u"2512.90001"_s, u"2512.90002v7"_s});
        QCOMPARE(both.err, QString());
        QCOMPARE(both.code, 0);
        QCOMPARE(both.out, first + u'\n' + second + u'\n');
        QCOMPARE(bytesOf(first), pdfOf(100'000));
        QCOMPARE(bytesOf(second), pdfOf(100'000));

        const qsizetype asked = server.asked().size();
        const Run copied = runServed(server, {u"pdf"_s, u"2512.90001"_s, u"-o"_s, path(u"voxel.pdf"_s)});
        QCOMPARE(copied.code, 0);
        QCOMPARE(copied.out, QString());
        QCOMPARE(bytesOf(path(u"voxel.pdf"_s)), pdfOf(100'000));
        QCOMPARE(server.asked().size(), asked); // it was here
    }

    void asksNobodyForThePdfOfAnInventedPaper()
    {
        const LibraryFolder own{m_dir.path()};
        QVERIFY(makeSample(own).has_value());
        QVERIFY(QDir().rename(sampleFolder(own).path, path(u"library"_s)));
        MisbehavingServer server(answers::good(pdfOf(1000), "application/pdf"));
        const QString invented = u"2512.99910 is a paper of the sample, invented and without a PDF.\n"_s;
        const Run none = runServed(server, {u"pdf"_s, u"2512.99910"_s});
        QCOMPARE(none.err, invented);
        QCOMPARE(none.out, QString());
        QCOMPARE(none.code, 1);
        const Run some = runServed(server, {u"pdf"_s, u"2512.99903"_s, u"2512.99910"_s});
        QCOMPARE(some.err, invented);
        QCOMPARE(some.out, path(u"library"_s) + u"/pdf/arxiv_2512.99903v1.pdf\n"_s);
        QCOMPARE(some.code, 3);
        QVERIFY(server.asked().isEmpty());
    }

    void saysWhichPdfsItDidNotGet()
    {
        MisbehavingServer server(answers::status(404));
        const QString missing =
            u"There is no PDF of arXiv 2512.90001 to be had (HTTP 404). The paper's page may say why.\n"_s;
        const Run none = runServed(server, {u"pdf"_s, u"2512.90001"_s});
        QCOMPARE(none.err, missing);
        QCOMPARE(none.code, 1);
        server.at("/2512.90002", {answers::good(pdfOf(1000), "application/pdf")});
        const Run some = runServed(server, {u"pdf"_s, u"2512.90001"_s, u"2512.90002"_s});
        QCOMPARE(some.err, missing);
        QCOMPARE(some.out, path(u"library"_s) + u"/pdf/arxiv_2512.90002.pdf\n"_s);
        QCOMPARE(some.code, 3);
    }
};

QTEST_GUILESS_MAIN(TestPaperdawnctl)
#include "tst_paperdawnctl.moc"
