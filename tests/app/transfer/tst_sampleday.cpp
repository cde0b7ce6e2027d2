// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/transfer/sampleday.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace paperdawn;
using namespace Qt::StringLiterals;

class TestSampleDay : public QObject
{
    Q_OBJECT

    static QList<DayPaper> papers()
    {
        QList<DayPaper> papers;
        const QList<DayFile> days = sampleDays();
        for (const DayFile &day : days) {
            papers += day.sections.constFirst().papers;
        }
        return papers;
    }

private Q_SLOTS:
    void days()
    {
        QStringList seen;
        const QList<DayFile> days = sampleDays();
        for (const DayFile &day : days) {
            QCOMPARE(day.sections.size(), 1);
            QMap<QString, int> kinds;
            for (const DayPaper &paper : day.sections.constFirst().papers) {
                ++kinds[kindKey(paper.kind)];
            }
            QString line = day.sections.constFirst().day.toString(Qt::ISODate);
            for (auto it = kinds.cbegin(); it != kinds.cend(); ++it) {
                line += u" %1 %2"_s.arg(it.key()).arg(it.value());
            }
            seen += line;
        }
        const QStringList expected{u"2025-12-08 new 2"_s,
                                   u"2025-12-09 cross 2 new 8 replaced 1 replaced-cross 1"_s};
        QCOMPARE(seen, expected);
    }

    void everyPaperIsInvented()
    {
        for (const DayPaper &paper : papers()) {
            const PaperDetails &p = paper.details;
            const QString id = p.id.key();
            // arXiv has never given a number this high in a month
            QVERIFY2(id.startsWith(u"arxiv:2512.999"), qPrintable(id));
            QVERIFY2(p.flags == PaperFlag::Sample, qPrintable(id));
            QVERIFY2(p.version > 0 && !p.authors.isEmpty() && !p.categories.isEmpty(), qPrintable(id));
            QVERIFY2(!p.title.isEmpty() && !p.abstract.isEmpty(), qPrintable(id));
            QVERIFY2(p.submitted.isValid() && p.updated >= p.submitted, qPrintable(id));
            for (const QString &all : {p.title, p.abstract, p.comment, p.codeUrls.join(u' ')}) {
                for (qsizetype at = all.indexOf(u"://"); at >= 0; at = all.indexOf(u"://", at + 1)) {
                    QVERIFY2(QStringView(all).sliced(at).startsWith(u"://example.org/"), qPrintable(all));
                }
            }
        }
    }

    void itShowsWhatThereIsToShow()
    {
        const QList<DayPaper> all = papers();
        const auto any = [&](auto holds) { return std::any_of(all.begin(), all.end(), holds); };
        QVERIFY(any([](const DayPaper &p) { return p.details.title.contains(u'$'); }));
        QVERIFY(any([](const DayPaper &p) { return p.details.abstract.contains(u"\n\n"); }));
        QVERIFY(any([](const DayPaper &p) { return p.details.translations.isEmpty(); }));
        QVERIFY(any([](const DayPaper &p) { return !p.details.authorsComplete; }));
        QVERIFY(any([](const DayPaper &p) { return p.details.authors.size() > 5; }));
        QVERIFY(any([](const DayPaper &p) { return !p.details.codeUrls.isEmpty(); }));
        // a translation keeps every formula of its original, so nothing here may look lost
        for (const DayPaper &p : all) {
            for (const Translation &t : p.details.translations) {
                QCOMPARE(t.title.count(u'$'), p.details.title.count(u'$'));
                QCOMPARE(t.abstract.count(u'$'), p.details.abstract.count(u'$'));
            }
        }
    }

    void livesInALibraryOfItsOwn()
    {
        const QTemporaryDir temporary;
        const LibraryFolder own{temporary.filePath(u"library"_s)};
        for (int time = 0; time < 2; ++time) { // the second time there is nothing left to do
            const auto made = makeSample(own);
            QVERIFY(made.has_value());
            const auto library = Library::open(sampleFolder(own));
            QVERIFY(library.has_value());
            const auto listed = (*library)->papers(OnDay{QDate(2025, 12, 9), {}}, u"zh-Hans"_s);
            QVERIFY(listed.has_value());
            QCOMPARE(listed->size(), 12);
            QCOMPARE(listed->constFirst().titleTranslated, u"小模型翻译的标题，已足够快速浏览"_s);
            QVERIFY(listed->constFirst().flags.testFlag(PaperFlag::Sample));
            QCOMPARE((*library)->latestDay(), QDate(2025, 12, 9));
            QCOMPARE((*library)->dayBefore(QDate(2025, 12, 9)), QDate(2025, 12, 8));
        }
        QVERIFY(!QFile::exists(own.cacheFile()));
        QVERIFY(!QFile::exists(own.journalFolder()));

        QVERIFY(removeSample(own));
        QVERIFY(!QFile::exists(sampleFolder(own).path));
        QVERIFY(removeSample(own)); // nothing there is nothing left
    }

    void aLinkIsNotFollowed()
    {
        const QTemporaryDir temporary;
        const QString precious = temporary.filePath(u"precious"_s);
        QVERIFY(QDir().mkpath(precious + u"/thesis"_s));
        const LibraryFolder own{temporary.filePath(u"library"_s)};
        QVERIFY(QDir().mkpath(own.path));
        QVERIFY(QFile::link(precious, sampleFolder(own).path));
        QVERIFY(!removeSample(own));
        QVERIFY(QFile::exists(precious + u"/thesis"_s));
    }

    void aFolderThatCannotBeMadeIsAnError()
    {
        const QTemporaryDir temporary;
        QFile blocking(temporary.filePath(u"library"_s));
        QVERIFY(blocking.open(QIODevice::WriteOnly));
        QVERIFY(!makeSample({blocking.fileName()}).has_value());
    }
};

QTEST_GUILESS_MAIN(TestSampleDay)
#include "tst_sampleday.moc"
