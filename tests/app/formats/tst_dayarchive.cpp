// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/formats/dayfileformat.h"

#include "tests/support/dayarchive.h"
#include "tests/support/dayfiletext.h"

#include <QtTest>

using namespace paperdawn;
using namespace paperdawn::test;
using namespace Qt::StringLiterals;

namespace {

DayFile readShared(const QString &folder, const QString &name)
{
    const auto file = parseDayFile(sharedBytes(u"days/"_s + folder + u'/' + name), name);
    return file ? *file : DayFile();
}

QList<QByteArray> idsOf(const DayFile &file)
{
    QList<QByteArray> ids;
    for (const DaySection &section : file.sections) {
        for (const DayPaper &paper : section.papers) {
            ids += paper.details.id.value().toLatin1();
        }
    }
    return ids;
}

QStringList remarkKeys(const DayFile &file)
{
    QStringList keys;
    for (const RowRemark &remark : file.remarks) {
        keys += remarkKey(remark.why);
    }
    return keys;
}

/** Papers by "2024-09-04 arxiv:2409.02920". */
using Papers = QMap<QString, PaperDetails>;

void add(Papers &papers, const DayFile &file)
{
    for (const DaySection &section : file.sections) {
        for (const DayPaper &paper : section.papers) {
            papers.insert(section.day.toString(Qt::ISODate) + u' ' + paper.details.id.key(), paper.details);
        }
    }
}

Papers papersOf(const QString &folder, bool (*isWanted)(const QString &name))
{
    Papers papers;
    for (const QString &name : dayFilesIn(folder)) {
        if (isWanted(name)) {
            add(papers, readShared(folder, name));
        }
    }
    return papers;
}

Translation translationOf(const PaperDetails &paper)
{
    return paper.translations.value(0);
}

bool hasLineEnds(const PaperDetails &paper)
{
    const Translation translation = translationOf(paper);
    return QStringList{paper.title, paper.abstract, translation.title, translation.abstract}
        .join(QString())
        .contains(u'\n');
}

/** The fields in which both tell something, and not the same; each with the text of the JSON. */
QStringList differences(const PaperDetails &markdown, const PaperDetails &json)
{
    QStringList different;
    const auto compare = [&different](const char *field, const QString &left, const QString &right) {
        if (!left.isNull() && !right.isNull() && left != right) {
            different += QLatin1String(field) + u" "_s + right;
        }
    };
    const Translation left = translationOf(markdown);
    const Translation right = translationOf(json);
    compare("title", markdown.title, json.title);
    compare("abstract", markdown.abstract, json.abstract);
    compare("author", markdown.authors.value(0), json.authors.value(0));
    compare("translated title", left.title, right.title);
    compare("translated abstract", left.abstract, right.abstract);
    compare("origin", left.origin, right.origin);
    if (markdown.version != json.version || markdown.submitted != json.submitted ||
        markdown.flags != json.flags || left.flags != right.flags || markdown.codeUrls != json.codeUrls ||
        markdown.pdfUrl != json.pdfUrl) {
        different += u"facts "_s + textOf(json);
    }
    return different;
}

} // namespace

class TestDayArchive : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyLinkIsOnePaper()
    {
        REQUIRE_SHARED_DATA(u"days/md"_s);
        const QStringList names = dayFilesIn(u"md"_s);
        QCOMPARE(names.size(), 240);
        qsizetype links = 0;
        qsizetype papers = 0;
        for (const QString &name : names) {
            const QList<QByteArray> linked = linkedIds(sharedBytes(u"days/md/"_s + name));
            const QList<QByteArray> read = idsOf(readShared(u"md"_s, name));
            QVERIFY2(read == firstsOf(linked), qPrintable(name));
            links += isOfOneSource(name) ? linked.size() : 0;
            papers += isOfOneSource(name) ? read.size() : 0;
        }
        QCOMPARE(links, 7085);
        QCOMPARE(papers, 7051); // 34 links stand twice on their day
    }

    /** Wherever a file is cut: what is read is as it was, and what is missing is said. */
    void cutFilesGiveWholePapers()
    {
        REQUIRE_SHARED_DATA(u"days/md"_s);
        constexpr int cuts = 20;
        for (const QString &name : dayFilesIn(u"md"_s).filter(QRegularExpression(u"xiv"_s))) {
            const QByteArray bytes = sharedBytes(u"days/md/"_s + name);
            const DayFile whole = readShared(u"md"_s, name);
            const bool hasRepeated = remarkKeys(whole).contains(remarkKey(RowRemark::Why::Repeated));
            if (whole.sections.first().papers.isEmpty() ||
                hasRepeated) { // which merge what the cut may take away
                continue;
            }
            const QList<DayPaper> papers = whole.sections.first().papers;
            for (int cut = 1; cut <= cuts; ++cut) {
                const QByteArray part = bytes.first(bytes.size() * cut / (cuts + 1));
                if (!part.contains('\n')) { // half a heading is no day file
                    continue;
                }
                const auto file = parseDayFile(part, name);
                QVERIFY2(file && file->sections.size() == 1, qPrintable(name));
                const DaySection &section = file->sections.first();
                QVERIFY2(section.papers == papers.first(section.papers.size()), qPrintable(name));
                const bool isBetweenRows = part.endsWith("|\n") || part.endsWith('|') || !part.contains('|');
                QVERIFY2(section.status == DayStatus::Incomplete || isBetweenRows,
                         qPrintable(name + u": "_s + QString::fromUtf8(part.right(60))));
            }
        }
    }

    void whatTheFilesHold()
    {
        REQUIRE_SHARED_DATA(u"days/md"_s);
        QMap<QString, int> counts;
        for (const QString &name : dayFilesIn(u"md"_s).filter(QRegularExpression(u"xiv"_s))) {
            const DayFile file = readShared(u"md"_s, name);
            QCOMPARE(file.sections.size(), 1);
            const DaySection &section = file.sections.first();
            QCOMPARE(section.day.toString(Qt::ISODate) + u'-' + sourceKey(section.source) + u".md"_s, name);
            ++counts[u"section "_s + dayStatusKey(section.status)];
            for (const RowRemark &remark : file.remarks) {
                ++counts[u"row "_s + remarkKey(remark.why)];
            }
            for (const DayPaper &paper : section.papers) {
                const Translation translation = translationOf(paper.details);
                counts[u"chatter"_s] += translation.flags.testFlag(PaperFlag::Chatter);
                counts[u"untranslated"_s] += paper.details.flags.testFlag(PaperFlag::Untranslated);
                counts[u"over several lines"_s] += hasLineEnds(paper.details);
                counts[u"nothing but the link"_s] += textOf(paper.details).count(u'\n') == 0;
            }
        }
        QStringList shown;
        for (auto it = counts.begin(); it != counts.end(); ++it) {
            shown += u"%1 %2"_s.arg(it.value()).arg(it.key());
        }
        QCOMPARE(shown.join(u'\n'), u"307 chatter\n"
                                    "170 nothing but the link\n"
                                    "321 over several lines\n"
                                    "10 row no link\n" // "PDF缺失"
                                    "34 row repeated\n"
                                    "2 row surplus cells\n"
                                    "7 section empty\n"
                                    "7 section failed\n"
                                    "157 section selection\n"
                                    "9 section unknown\n"
                                    "73 untranslated"_s);
    }

    void theMergedFilesTellTheSame()
    {
        REQUIRE_SHARED_DATA(u"days/md"_s);
        for (const QString &name : dayFilesIn(u"md"_s)) {
            if (isOfOneSource(name)) {
                continue;
            }
            DayFile parts;
            for (const Source source : {Source::Arxiv, Source::Biorxiv, Source::Medrxiv}) {
                const QString part = name.chopped(3) + u'-' + sourceKey(source) + u".md"_s;
                parts.sections += readShared(u"md"_s, part).sections;
            }
            QCOMPARE(readShared(u"md"_s, name).sections.size(), 3);
            QVERIFY2(readShared(u"md"_s, name).sections == parts.sections, qPrintable(name));
        }
    }

    /** The JSON was made of the lines of the Markdown: rows over several lines and rows without a title are
     * lost. */
    void whatTheJsonLost()
    {
        REQUIRE_SHARED_DATA(u"days/api-daily"_s);
        const Papers markdown = papersOf(u"md"_s, isOfOneSource);
        const Papers json = papersOf(u"api-daily"_s, [](const QString &) { return true; });
        QMap<QString, int> lost;
        for (auto it = markdown.begin(); it != markdown.end(); ++it) {
            const bool isBare = textOf(*it).count(u'\n') == 0;
            if (!json.contains(it.key())) {
                ++lost[isBare ? u"bare"_s : hasLineEnds(*it) ? u"several lines"_s : it.key()];
            }
        }
        QCOMPARE(lost, (QMap<QString, int>{{u"2025-01-13 arxiv:2501.07014"_s, 1}, // bare pipes in both titles
                                           {u"bare"_s, 170},
                                           {u"several lines"_s, 321}}));
        QCOMPARE(json.size(), 6559);
        for (auto it = json.begin(); it != json.end(); ++it) {
            QVERIFY2(markdown.contains(it.key()), qPrintable(it.key()));
        }
    }

    void theJsonTellsTheSame()
    {
        REQUIRE_SHARED_DATA(u"days/api-daily"_s);
        // the JSON's maker made one blank of several, and of a tab
        const QMap<QString, QString> expected{
            {u"2024-09-21 biorxiv:10.1101/2024.09.17.613396"_s, u"(Culex pipiens and Culex"_s},
            {u"2024-10-28 medrxiv:10.1101/2024.10.25.24316098"_s, u"ANAEMIA AMONG PRETERM"_s},
            {u"2024-11-28 biorxiv:10.1101/2024.11.27.625597"_s, u"Cooperative cluster-binding"_s},
            {u"2024-12-23 biorxiv:10.1101/2024.12.22.629934"_s, u"mexicanus surface fish"_s},
            {u"2024-12-25 biorxiv:10.1101/2024.12.25.629896"_s, u"FUNGUS BOTRYTIS"_s},
            {u"2025-02-03 medrxiv:10.1101/2025.02.01.25321522"_s, u"detection of Schistosoma"_s},
        };
        const Papers markdown = papersOf(u"md"_s, isOfOneSource);
        const Papers json = papersOf(u"api-daily"_s, [](const QString &) { return true; });
        QStringList explained;
        for (auto it = json.begin(); it != json.end(); ++it) {
            for (const QString &difference : differences(markdown.value(it.key(), *it), *it)) {
                const QString words = expected.value(it.key());
                QVERIFY2(difference.startsWith(u"title "_s) && !words.isEmpty() && difference.contains(words),
                         qPrintable(it.key() + u": "_s + difference));
                QCOMPARE(it->title, markdown.value(it.key(), *it).title.simplified());
                explained += it.key();
            }
        }
        QCOMPARE(explained, expected.keys());
    }

    void bothJsonFormsTellTheSame()
    {
        REQUIRE_SHARED_DATA(u"days/api-raw"_s);
        QMap<QString, DaySection> daily;
        for (const QString &name : dayFilesIn(u"api-daily"_s)) {
            for (const DaySection &section : readShared(u"api-daily"_s, name).sections) {
                daily.insert(name.first(10) + u'-' + sourceKey(section.source), section);
            }
        }
        int compared = 0;
        for (const QString &name : dayFilesIn(u"api-raw"_s)) {
            const DayFile raw = readShared(u"api-raw"_s, name);
            QCOMPARE(raw.sections.size(), 1);
            QCOMPARE(textOf(raw), textOf(DayFile{{daily.value(name.chopped(5))}, raw.remarks}));
            ++compared;
        }
        QCOMPARE(compared, 63);
    }
};

QTEST_GUILESS_MAIN(TestDayArchive)
#include "tst_dayarchive.moc"
