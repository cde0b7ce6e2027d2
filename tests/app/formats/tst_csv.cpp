// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/formats/csv.h"

#include "app/formats/papersjson.h"
#include "tests/support/nastypapers.h"

#include <QProcess>
#include <QStandardPaths>
#include <QtTest>

using namespace paperdawn;
using namespace paperdawn::test;
using namespace Qt::StringLiterals;

namespace {

QJsonArray titled(const QStringList &titles)
{
    QJsonArray papers;
    for (const QString &title : titles) {
        PaperDetails paper = namedOnly(paperId(int(papers.size()) + 1));
        paper.title = title;
        papers += paperJson({.id = paper.id}, paper);
    }
    return papers;
}

/** What Python's own reader makes of a table: a JSON object a row. */
QJsonArray readByPython(const QByteArray &csv)
{
    QProcess python;
    python.start(u"python3"_s,
                 {u"-c"_s, u"import csv, io, json, sys\n"
                           "text = io.TextIOWrapper(sys.stdin.buffer, encoding='utf-8-sig', newline='')\n"
                           "rows = list(csv.DictReader(text, strict=True))\n"
                           "sys.stdout.buffer.write(json.dumps(rows).encode())"_s});
    python.write(csv);
    python.closeWriteChannel();
    return python.waitForFinished() && python.exitCode() == 0
               ? QJsonDocument::fromJson(python.readAllStandardOutput()).array()
               : QJsonArray();
}

} // namespace

class TestCsv : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aTable()
    {
        PaperDetails paper = namedOnly(*PaperId::parse(u"2512.07834"_s), 2);
        paper.title = u"Say \"hello\", world"_s;
        paper.authors = {u"A"_s, u"B"_s};
        paper.translations = {translation(u"你好"_s, u"一\n\n二"_s)};
        Paper row{.id = paper.id};
        row.starred = true;
        QVERIFY(writeCsv({}).startsWith("\xEF\xBB\xBF\"id\"")); // which fromUtf8() takes off
        QCOMPARE(
            QString::fromUtf8(writeCsv({paperJson(row, paper)})),
            u"\"id\",\"version\",\"source\",\"kind\",\"title\",\"title_translated\",\"language\","
            "\"authors\",\"primary_category\",\"categories\",\"submitted\",\"updated\",\"comment\","
            "\"journal_ref\",\"doi\",\"abs_url\",\"pdf_url\",\"code_urls\",\"abstract\","
            "\"abstract_translated\",\"starred\",\"read\",\"flags\"\r\n"
            "\"arxiv:2512.07834\",\"2\",\"arxiv\",\"\",\"Say \"\"hello\"\", world\",\"你好\",\"zh-Hans\","
            "\"A; B\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"https://arxiv.org/abs/2512.07834v2\","
            "\"https://arxiv.org/pdf/2512.07834v2\",\"\",\"\",\"一\n\n二\",\"true\",\"false\",\"\"\r\n"_s);
    }

    void noPapersAreATableToo() { QCOMPARE(writeCsv({}).count("\r\n"), 1); }

    void everyFactHasAColumn()
    {
        const QJsonObject paper = titled({u"x"_s}).first().toObject();
        const QByteArray header = writeCsv({}).mid(3).trimmed();
        QSet<QByteArray> columns;
        for (const QByteArray &column : header.split(',')) {
            columns += column.mid(1).chopped(1);
        }
        for (const QString &key : paper.keys()) {
            QVERIFY2(columns.contains(key.toLatin1()), qPrintable(key));
        }
        QCOMPARE(columns.size(), paper.size());
    }

    void pythonReadsIt()
    {
        if (QStandardPaths::findExecutable(u"python3"_s).isEmpty()) {
            QSKIP("python3 is not installed");
        }
        QStringList titles{u"=1+1"_s, u"+1"_s,    u"-1"_s,    u"@SUM(A1)"_s, u"\t=1"_s,
                           u"\r=1"_s, u"\n=1"_s,  u"＝１"_s,  u"'quoted'"_s, u" =1"_s,
                           u"a;=1"_s, u"a\t=1"_s, u"\",=1"_s, u"\"\r\n=1"_s, u"中文，标点；"_s};
        titles += nastyTexts(fragments(), 300);
        const QJsonArray rows = readByPython(writeCsv(titled(titles)));
        QCOMPARE(rows.size(), titles.size());
        for (qsizetype i = 0; i < titles.size(); ++i) {
            const QString &title = titles.at(i);
            const bool isFormula = u"=+-@\t\r\n＝＋－＠"_s.contains(title.front());
            QCOMPARE(rows.at(i).toObject().value("title"_L1).toString(),
                     isFormula ? QString(u'\'' + title) : title);
            QCOMPARE(rows.at(i).toObject().size(), 23);
        }
    }

    void aFormulaBehindNothingIsOne()
    {
        const QByteArray csv = writeCsv(titled({QString(QChar(0)) + u"=1"_s}));
        QVERIFY(csv.contains("\"'=1\""));
        QVERIFY(!csv.contains('\0'));
    }
};

QTEST_GUILESS_MAIN(TestCsv)
#include "tst_csv.moc"
