// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/sentence.h"
#include "app/journal/journalfile.h"
#include "app/pdf/pdffolder.h"
#include "app/store/store.h"
#include "app/transfer/sampleday.h"
#include "tests/support/pdfserver.h"

#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QtTest>

using namespace paperdawn;
using namespace paperdawn::test;
using namespace Qt::StringLiterals;

namespace {

const VersionedId withPdf = *VersionedId::parse(u"2512.99903v1");
const PaperId replaced = *PaperId::parse(u"2512.99901");

/** What a reader of PDFs would stumble over in one with a plain table of objects; empty where nothing. */
QString faultOf(const QByteArray &pdf)
{
    static const QRegularExpression end(u"startxref\n(\\d+)\n%%EOF\n$"_s);
    static const QRegularExpression table(u"^xref\n0 (\\d+)\n0000000000 65535 f \n"_s);
    static const QRegularExpression stream(u"<< /Length (\\d+) >>\nstream\n"_s);
    const QString text = QString::fromLatin1(pdf); // a character a byte
    const auto start = end.match(text);
    if (!pdf.startsWith("%PDF-1.") || !start.hasMatch()) {
        return u"no head or no end"_s;
    }
    const QString tail = text.mid(start.captured(1).toInt());
    const auto head = table.match(tail);
    const int objects = head.captured(1).toInt();
    if (objects < 2 || !tail.contains(u"/Size %1 "_s.arg(objects))) {
        return u"no table of objects"_s;
    }
    for (int object = 1; object < objects; ++object) {
        constexpr int entry = 20; // bytes, of each
        const QString line = tail.mid(head.capturedEnd() + (object - 1) * entry, entry);
        const bool isThere = text.mid(line.left(10).toInt()).startsWith(u"%1 0 obj\n"_s.arg(object));
        if (!isThere || !line.endsWith(u" 00000 n \n"_s)) {
            return u"object %1 is not at \"%2\""_s.arg(object).arg(line);
        }
    }
    for (auto it = stream.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        if (!text.mid(match.capturedEnd() + match.captured(1).toInt()).startsWith(u"\nendstream\n"_s)) {
            return u"a stream is not %1 bytes long"_s.arg(match.captured(1));
        }
    }
    return {};
}

QString pdfIn(const LibraryFolder &own)
{
    return PdfFolder(sampleFolder(own).pdfFolder()).fileOf(withPdf);
}

/** All that a library knows of the paper that was replaced. */
PaperDetails known(const LibraryFolder &folder, QDate day = {})
{
    const auto library = Library::open(folder);
    return library ? (*library)->details(replaced, day).value_or(namedOnly(replaced)) : namedOnly(replaced);
}

/** Stores days as an import does, in this order. */
void store(const LibraryFolder &folder, const QList<DayFile> &days)
{
    QDir().mkpath(folder.path);
    const SystemClock clock;
    const auto journal = JournalFile::open(folder.journalFolder(), folder.machineFile(), clock);
    const auto store = Store::open(folder, clock, journal->machine(), {});
    const auto import = (*store)->beginImport().result();
    for (const DayFile &day : days) {
        const QString name = day.sections.constFirst().day.toString(Qt::ISODate);
        const auto outcome = (*store)->put(*import, {name, "of a test " + name.toUtf8(), day}).result();
        QVERIFY(outcome.has_value() && !outcome->refused);
    }
}

/** The sample as it was before its replacement told of coffee. */
QList<DayFile> olderDays()
{
    QList<DayFile> days = sampleDays();
    for (DayPaper &paper : days.last().sections.first().papers) {
        PaperDetails &p = paper.details;
        if (p.id == replaced) {
            p.title = u"Reading Four Hundred Titles Before Breakfast: A Field Study"_s;
            p.comment = u"v2: one more morning, same conclusion"_s;
            p.abstract = days.first().sections.first().papers.first().details.abstract;
            p.translations.first().title = u"早餐前读完四百个标题：一项实地研究"_s;
        }
    }
    return days;
}

} // namespace

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
        QVERIFY(QFile::exists(pdfIn(own)));

        QVERIFY(removeSample(own));
        QVERIFY(!QFile::exists(sampleFolder(own).path));
        QVERIFY(removeSample(own)); // nothing there is nothing left
    }

    void aReplacementHasChanges()
    {
        const QTemporaryDir temporary;
        const LibraryFolder own{temporary.filePath(u"library"_s)};
        QVERIFY(makeSample(own).has_value());
        const QList<DayFile> days = sampleDays();
        const DayPaper first = days.first().sections.first().papers.first();
        const PaperDetails second = known(sampleFolder(own));
        QCOMPARE(first.details.id, replaced);
        QCOMPARE(first.details.version, 1);
        QCOMPARE(second.version, 2);
        QVERIFY(second.title != first.details.title);
        QVERIFY(second.abstract != first.details.abstract);
        QVERIFY(second.comment.startsWith(u"v2: "_s));
        QCOMPARE(second.translations.size(), 1);
        QVERIFY(second.translations.first().title != first.details.translations.first().title);
        QVERIFY(second.translations.first().abstract != first.details.translations.first().abstract);
        QVERIFY(second.updated > second.submitted);
        for (const QDate &day :
             {QDate(2025, 12, 8), QDate(2025, 12, 9)}) { // one paper, whichever list it is on
            QCOMPARE(known(sampleFolder(own), day), second);
        }
        const auto library = Library::open(sampleFolder(own));
        const auto earlier = (*library)->papers(OnDay{QDate(2025, 12, 8), {}}, u"zh-Hans"_s);
        QCOMPARE(earlier->first().id, replaced);
        QCOMPARE(earlier->first().kind, Kind::New);
        QCOMPARE(earlier->first().title, second.title);
        QCOMPARE(earlier->first().titleTranslated, second.translations.first().title);
    }

    void theLaterVersionStaysInWhicheverOrderTheDaysCome()
    {
        const QTemporaryDir temporary;
        const QList<DayFile> days = sampleDays();
        const LibraryFolder oldestFirst{temporary.filePath(u"1"_s)};
        const LibraryFolder newestFirst{temporary.filePath(u"2"_s)};
        store(oldestFirst, days);
        store(newestFirst, {days.last(), days.first()});
        QCOMPARE(known(oldestFirst).version, 2);
        QCOMPARE(known(newestFirst), known(oldestFirst));
    }

    void anOlderSampleIsCompleted()
    {
        const QTemporaryDir temporary;
        const LibraryFolder fresh{temporary.filePath(u"fresh"_s)};
        QVERIFY(makeSample(fresh).has_value());
        const LibraryFolder old{temporary.filePath(u"old"_s)};
        store(sampleFolder(old), olderDays());
        QVERIFY(known(sampleFolder(old)) != known(sampleFolder(fresh)));
        QVERIFY(!QFile::exists(pdfIn(old)));
        QVERIFY(makeSample(old).has_value());
        QCOMPARE(known(sampleFolder(old)), known(sampleFolder(fresh)));
        QCOMPARE(bytesOf(pdfIn(old)), bytesOf(pdfIn(fresh)));
        const auto library = Library::open(sampleFolder(old));
        QCOMPARE((*library)->papers(OnDay{QDate(2025, 12, 9), {}}, u"zh-Hans"_s)->size(), 12);
    }

    void thePdfIsOneOfASamplePaper()
    {
        const QTemporaryDir temporary;
        const LibraryFolder own{temporary.filePath(u"library"_s)};
        QVERIFY(makeSample(own).has_value());
        const PdfFolder folder(sampleFolder(own).pdfFolder());
        QCOMPARE(folder.papers(), QList<VersionedId>{withPdf});
        const auto library = Library::open(sampleFolder(own));
        const auto paper = (*library)->details(withPdf.id);
        QVERIFY(paper.has_value());
        QCOMPARE(paper->version, withPdf.version); // else nobody would be shown it
        QVERIFY(paper->flags.testFlag(PaperFlag::Sample));
        const QByteArray pdf = bytesOf(folder.fileOf(withPdf));
        QCOMPARE(faultOf(pdf), QString());
        QVERIFY2(pdf.size() < 30'000, qPrintable(QString::number(pdf.size())));
        QCOMPARE(pdf.count("/Type /Page\n") + pdf.count("/Type /Page "), 2);
        QVERIFY(paper->comment.startsWith(u"2 pages, "_s));
        QVERIFY(pdf.contains(QByteArray("/Title (" + paper->title.toLatin1() + ")\n")));
        // and what would be one is seen
        QCOMPARE(faultOf(pdf.chopped(3)), u"no head or no end"_s);
        QCOMPARE(faultOf(QByteArray(pdf).replace("Anything.", "Nothing.")), u"no table of objects"_s);
        QVERIFY(
            faultOf(QByteArray(pdf).replace("\n4 0 obj", "\n5 0 obj")).startsWith(u"object 4 is not at "_s));
        QVERIFY(
            faultOf(QByteArray(pdf).replace("\nendstream", "\nendStream")).startsWith(u"a stream is not "_s));
    }

    void thePdfIsWhatItsScriptWrites()
    {
        const QTemporaryDir temporary;
        const QString folder = QStringLiteral(PAPERDAWN_SOURCE_DIR);
        const QString written = temporary.filePath(u"paper.pdf"_s);
        QCOMPARE(QProcess::execute(folder + u"/packaging/write-sample-paper"_s, {written}), 0);
        const QString kept = folder + u"/resources/sample/"_s + PdfFolder::nameOf(withPdf);
        QVERIFY2(bytesOf(written) == bytesOf(kept), "run packaging/write-sample-paper");
    }

    void aPdfThatIsThereStaysAsItIs()
    {
        const QTemporaryDir temporary;
        const LibraryFolder own{temporary.filePath(u"library"_s)};
        QVERIFY(makeSample(own).has_value());
        QFile file(pdfIn(own));
        QVERIFY(file.open(QIODevice::Append) && file.write("% a note") > 0);
        file.close();
        const QByteArray noted = bytesOf(pdfIn(own));
        QVERIFY(makeSample(own).has_value());
        QCOMPARE(bytesOf(pdfIn(own)), noted);
    }

    void aPdfThatCannotBeWrittenIsAnError()
    {
        const QTemporaryDir temporary;
        const LibraryFolder own{temporary.filePath(u"library"_s)};
        QVERIFY(QDir().mkpath(sampleFolder(own).path));
        QFile blocking(sampleFolder(own).pdfFolder());
        QVERIFY(blocking.open(QIODevice::WriteOnly));
        const auto made = makeSample(own);
        QVERIFY(!made.has_value());
        QVERIFY2(sentence(made.error()).contains(blocking.fileName()), qPrintable(sentence(made.error())));
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
