// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/formats/archivejson.h"
#include "app/formats/dayfileformat.h"

#include "tests/support/dayfiletext.h"

#include <QtTest>

using namespace paperdawn;
using namespace paperdawn::test;
using namespace Qt::StringLiterals;

namespace {

/** JSON written with single quotes. */
QByteArray quoted(QByteArray json)
{
    return json.replace('\'', '"');
}

} // namespace

class TestArchiveJson : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsEveryForm_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("shown");
        QTest::newRow("all sources, originals known")
            << quoted("{\n"
                      "  'version': 1, 'date': '2024-09-04', 'count': 1,\n"
                      "  'sources': {'arxiv': {'count': 1}, 'biorxiv': {'count': 0}},\n"
                      "  'papers': [{'id': '18b4', 'date': '2024-09-04', 'source': 'arxiv', 'title': 'Robot "
                      "Benchmark',\n"
                      "    'translated_title': '机器人基准', 'author': 'Yao Mu', 'summary': '', "
                      "'translated_summary': '',\n"
                      "    'pdf_url': 'http://arxiv.org/pdf/2409.02920v1', 'paper_url': '', 'rank': 1}]\n"
                      "}")
            << u"== arxiv 2024-09-04 selection\n"
               "arxiv:2409.02920v1\n"
               "  title: Robot Benchmark\n"
               "  first author: Yao Mu\n"
               "  zh-Hans of file 2024-09-04\n"
               "    title: 机器人基准\n"
               "== biorxiv 2024-09-04 unknown"_s;
        QTest::newRow("copies of the translation")
            << quoted("{'date': '2025-12-09', 'papers': [\n"
                      "  {'source': 'biorxiv', 'title': '思维空白', 'translated_title': '思维空白', "
                      "'author': 'Musat, E. M.',\n"
                      "   'summary': '摘要。', 'translated_summary': '摘要。', 'pdf_url': "
                      "'https://doi.org/10.1101/2024.02.11.579845'}]}")
            << u"== biorxiv 2025-12-09 selection\n"
               "biorxiv:10.1101/2024.02.11.579845\n"
               "  first author: Musat, E. M.\n"
               "  zh-Hans of file 2025-12-09\n"
               "    title: 思维空白\n"
               "    abstract: 摘要。"_s;
        QTest::newRow("one source, both languages")
            << quoted("{'date': '2026-05-15', 'source': 'medrxiv', 'papers': [\n"
                      "  {'source': 'medrxiv', 'title': 'A title', 'translated_title': '标题', 'author': "
                      "'N/A', 'summary': 'The $x$ \\\\%.',\n"
                      "   'translated_summary': '第 $x$ 个。', 'published_date': '2026-05-13',\n"
                      "   'pdf_url': "
                      "'https://www.medrxiv.org/content/10.64898/2026.05.11.26352913v2.full.pdf',\n"
                      "   'paper_url': 'https://doi.org/10.64898/2026.05.11.26352913'}]}")
            << u"== medrxiv 2026-05-15 selection\n"
               "medrxiv:10.64898/2026.05.11.26352913v2\n"
               "  title: A title\n"
               "  abstract: The $x$ \\%.\n"
               "  submitted: 2026-05-13T00:00:00.000Z\n"
               "  zh-Hans of file 2026-05-15\n"
               "    title: 标题\n"
               "    abstract: 第 $x$ 个。"_s;
        QTest::newRow("not translated")
            << quoted("{'date': '2026-07-24', 'source': 'arxiv', 'papers': [\n"
                      "  {'title': 'A title', 'translated_title': 'A title', 'author': 'A', 'summary': "
                      "'Words.', 'translated_summary': 'Words.',\n"
                      "   'pdf_url': 'https://arxiv.org/pdf/2607.00001v1'}]}")
            << u"== arxiv 2026-07-24 selection\n"
               "arxiv:2607.00001v1\n"
               "  title: A title\n"
               "  abstract: Words.\n"
               "  first author: A\n"
               "  flags: untranslated"_s;
        QTest::newRow("PDF elsewhere")
            << quoted("{'date': '2026-07-24', 'papers': [\n"
                      "  {'title': 'A title', 'pdf_url': 'https://example.org/a.pdf', 'paper_url': "
                      "'https://arxiv.org/abs/2607.00001v1'}]}")
            << u"== arxiv 2026-07-24 selection\n"
               "arxiv:2607.00001v1\n"
               "  title: A title\n"
               "  pdf: https://example.org/a.pdf"_s;
        QTest::newRow("nothing on it") << quoted("{'date': '2026-05-01', 'source': 'arxiv', 'papers': []}")
                                       << u"== arxiv 2026-05-01 unknown"_s;
        QTest::newRow("remarks")
            << quoted("{'source': 'arxiv', 'sources': {'a': {'b': 1}, 'c': [[]]}, 'papers': [{'title': 'A'}, "
                      "{'title': 'B', 'pdf_url': 'x'},\n"
                      "  {'title': 'C', 'pdf_url': 'https://arxiv.org/pdf/2607.00001v1'}, {'pdf_url': "
                      "'https://arxiv.org/pdf/2607.00001v1'}, 7]}")
            << u"== arxiv 2026-07-25 selection\n"
               "arxiv:2607.00001v1\n"
               "  title: C\n"
               "! 1 no link\n! 1 unknown link\n! 2 repeated\n! 2 no link"_s;
    }
    void readsEveryForm()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, shown);
        const QString name = u"2026-07-25.json"_s;
        QCOMPARE(textOf(parseArchiveJson(json, name)), shown);
        QCOMPARE(textOf(parseDayFile(" " + QByteArray(json).replace("\n", "\r\n"), name)), shown);
        QCOMPARE(textOf(parseDayFile("\xEF\xBB\xBF" + json, u"2026-07-25.md"_s)), shown);
    }

    void markdownIsTold()
    {
        const QByteArray day = "# arXiv 2026-05-01\n\n> 当天没有抓取到有效论文。\n";
        QCOMPARE(textOf(parseDayFile(day, u"day.json"_s)), u"== arxiv 2026-05-01 empty"_s);
    }

    void whatIsNoDayFile_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<int>("line");
        QTest::newRow("nothing") << QByteArray() << ErrorKind::Empty << 0;
        QTest::newRow("cut") << QByteArray("{\"date\": \"2026-05-01\",\n \"papers\": [\n {\"title\": \"A")
                             << ErrorKind::Truncated << 3;
        QTest::newRow("wrong") << QByteArray("{\n\n\n\"a\" 1}") << ErrorKind::Malformed << 4;
        QTest::newRow("something else") << QByteArray("{\"a\": 1}") << ErrorKind::NotADayFile << 0;
        QTest::newRow("no source and no paper")
            << QByteArray("{\"papers\": []}") << ErrorKind::NotADayFile << 0;
        QTest::newRow("papers of another kind")
            << QByteArray("{\"papers\": [1, [2], \"3\"]}") << ErrorKind::NotADayFile << 0;
        QTest::newRow("nul") << QByteArray("{\0}", 3) << ErrorKind::Binary << 0;
        QTest::newRow("latin 1") << QByteArray("{\n\"a\": \"\xE9\" }") << ErrorKind::Encoding << 2;
    }
    void whatIsNoDayFile()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(ErrorKind, kind);
        QFETCH(int, line);
        const auto file = parseDayFile(bytes, u"x.json"_s);
        QVERIFY(!file);
        QCOMPARE(file.error().kind, kind);
        QCOMPARE(file.error().line, line);
        QCOMPARE(file.error().where, u"x.json"_s);
    }
};

QTEST_GUILESS_MAIN(TestArchiveJson)
#include "tst_archivejson.moc"
