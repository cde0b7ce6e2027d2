// SPDX-License-Identifier: GPL-3.0-or-later
// A disk that is full while importing, starring and exporting: said once, nothing half done, and all goes on
// where there is room again. Each test runs in a small file system of its own.
#include "app/services.h"
#include "app/transfer/export.h"

#include "tests/support/decisions.h"
#include "tests/support/filler.h"
#include "tests/support/importing.h"
#include "tests/support/languages.h"
#include "tests/support/processes.h"
#include "tests/support/programs.h"

#include <QtTest>
#include <cstdio>

using namespace paperdawn;
using namespace paperdawn::test;
using namespace Qt::StringLiterals;

namespace {

QString dirOfDisk;

void say(const QString &what, QString value)
{
    static const QRegularExpression machine(u"[0-9a-f]{12}\\.jsonl"_s);
    value.replace(dirOfDisk, u"DISK"_s).replace(machine, u"MACHINE.jsonl"_s);
    std::printf("%s: %s\n", qPrintable(what), qPrintable(value));
}

void say(const QString &what, const QStringList &values)
{
    for (const QString &value : values) {
        say(what, value);
    }
}

void say(const QString &what, bool yes)
{
    say(what, yes ? u"yes"_s : u"NO"_s);
}

QString faultsIn(Store &store)
{
    QStringList lines;
    const auto faults = await(store.check(false));
    for (const Fault &fault : faults.value_or(QList<Fault>())) {
        lines += fault.file + u": "_s + fault.what;
    }
    return faults ? lines.join(u'\n') : faults.error().what;
}

QStringList filesIn(const QString &folder)
{
    return QDir(folder).entryList(QDir::Files | QDir::Hidden, QDir::Name);
}

/** Whatever step the disk is full at. */
int importing(qint64 room)
{
    const LibraryFolder folder{dirOfDisk + u"/library"_s};
    const FakeClock clock;
    const QString small = dirOfDisk + u"/small.md"_s;
    const QString large = dirOfDisk + u"/large.md"_s;
    putFile(small, manyPapers(1, 3, u"2025-12-08"_s));
    putFile(large, manyPapers(2, 4000));
    {
        const auto store = Store::open(folder, clock, u"laptop"_s);
        (void)importInto(**store, {small});
    }
    const QString before = cacheText(folder);
    const QString shown = libraryText(**Library::open(folder));
    const QStringList originals = filesIn(folder.importsFolder());
    {
        auto filler = std::make_unique<Filler>(dirOfDisk, room);
        const auto store = Store::open(folder, clock, u"laptop"_s);
        const ImportSummary summary = importInto(**store, {large, small});
        say(u"import"_s, inBothLanguages([&] { return said(summary); }));
        say(u"shows what it did"_s, libraryText(**Library::open(folder)) == shown);
        say(u"holds the same originals"_s, filesIn(folder.importsFolder()) == originals);
        filler.reset();
        (void)importInto(**store, {small});
        say(u"half a file is there"_s, cacheText(folder) == before ? u"no"_s : u"YES"_s);
        filler = std::make_unique<Filler>(dirOfDisk, room);
        (void)importInto(**store, {large});
    }
    {
        const Filler filler(dirOfDisk, 0);
        const auto store = Store::open(folder, clock, u"laptop"_s);
        const auto library = Library::open(folder);
        say(u"opens though full"_s, store && library);
        say(u"shows what it did"_s, library && libraryText(**library) == shown);
    }
    const auto store = Store::open(folder, clock, u"laptop"_s);
    say(u"half a file is there"_s, cacheText(folder) == before ? u"no"_s : u"YES"_s);
    say(u"faults"_s, faultsIn(**store));
    const ImportSummary again = importInto(**store, {large, small});
    say(u"with room"_s, inBothLanguages([&] { return said(again); }));
    say(u"faults"_s, faultsIn(**store));
    return 0;
}

QList<PaperId> numbered(int first, int last)
{
    QList<PaperId> papers;
    for (int i = first; i <= last; ++i) {
        papers += paper(i);
    }
    return papers;
}

QString starred(Services &services)
{
    const auto list = services.library().papers(InReadingList{}, u"en"_s);
    return u"%1 kept, %2 of them shown, %3 of the others"_s.arg(list->size())
        .arg(services.decisions().marks(paper(1)).starred)
        .arg(services.decisions().marks(paper(2)).starred);
}

int starring()
{
    const LibraryFolder folder{dirOfDisk + u"/library"_s};
    putFile(dirOfDisk + u"/day.md"_s, manyPapers(1, 200));
    {
        auto services = *Services::open(folder);
        (void)importInto(services->store(), {dirOfDisk + u"/day.md"_s});
    }
    auto services = *Services::open(folder);
    QList<Error> failures;
    QObject::connect(&services->decisions(), &Decisions::failed, qApp,
                     [&](const Error &error) { failures += error; });
    const auto decide = [&](const QList<PaperId> &papers) {
        return settled(services->decisions().decide(papers, Decide::Star)).has_value();
    };
    say(u"first"_s, decide({paper(1)}));
    const QString journal = folder.journalFolder() + u'/' + filesIn(folder.journalFolder()).value(0);
    const QByteArray before = contentOf(journal);
    {
        const Filler filler(dirOfDisk, 4096);
        say(u"many when full"_s, decide(numbered(2, 200)));
        for (const Error &error : failures) {
            say(u"said"_s, inBothLanguages([&] { return sentence(error); }));
        }
        say(u"the journal is as before"_s, contentOf(journal) == before);
        say(u"starred"_s, starred(*services));
    }
    say(u"many with room"_s, decide(numbered(2, 200)));
    services.reset();
    services = *Services::open(folder);
    say(u"starred"_s, starred(*services));
    say(u"faults"_s, faultsIn(services->store()));
    return 0;
}

int exporting()
{
    const FakeClock clock;
    const QString folder = dirOfDisk + u"/exports"_s;
    const QString path = folder + u"/2025-12-09.md"_s;
    const QByteArray old = "# An older export\n";
    const QByteArray bytes = manyPapers(1, 300);
    QDir().mkpath(folder);
    putFile(path, old);
    for (const qint64 room : {0, 4096, 8192}) {
        const Filler filler(dirOfDisk, room);
        const auto saved = saveExport(path, bytes);
        say(u"export"_s,
            saved ? QStringList{u"SAVED"_s} : inBothLanguages([&] { return sentence(saved.error()); }));
        say(u"the old one stands"_s, contentOf(path) == old);
        say(u"nothing beside it"_s, filesIn(folder).size() == 1);
    }
    say(u"with room"_s, saveExport(path, bytes).has_value());
    say(u"the new one stands"_s, contentOf(path) == bytes && filesIn(folder).size() == 1);
    return 0;
}

/** What came of an export where an older one stood. */
QString outcome(const QString &path, const QByteArray &bytes)
{
    const QByteArray old = "# An older export\n";
    const QString folder = QFileInfo(path).path();
    putFile(path, old);
    const auto saved = saveExport(path, bytes);
    const QByteArray there = contentOf(path);
    const bool isAlone = filesIn(folder).size() == 1;
    QFile::remove(path);
    if (!isAlone) {
        return u"SOMETHING IS LEFT BESIDE IT"_s;
    }
    if (saved) {
        return there == bytes ? u"complete"_s : u"SAVED, BUT NOT COMPLETE"_s;
    }
    if (saved.error().kind != ErrorKind::DiskFull) {
        return u"ANOTHER ERROR: "_s + sentence(saved.error());
    }
    return there == old ? u"the old one"_s : u"THE OLD ONE IS DAMAGED"_s;
}

/** A day in every format, from a library on another disk. */
int exportingFormats(const QString &source)
{
    const auto library = Library::open({source});
    const QString folder = dirOfDisk + u"/exports"_s;
    QDir().mkpath(folder);
    for (const ExportFormat format : {ExportFormat::Markdown, ExportFormat::Bibtex, ExportFormat::Ris,
                                      ExportFormat::Csv, ExportFormat::Json}) {
        const ExportRequest request{.query = OnDay{{2025, 12, 9}, {}}, .format = format};
        const auto bytes = exported(**library, request);
        say(formatKey(format),
            outcome(folder + u"/day."_s + fileSuffix(format), bytes.value_or(QByteArray())));
    }
    return 0;
}

/** The program itself, from its first start on. */
int running()
{
    const QStringList library{u"--library"_s, dirOfDisk + u"/library"_s};
    const QString small = dirOfDisk + u"/small.md"_s;
    const QString large = dirOfDisk + u"/large.md"_s;
    putFile(small, manyPapers(1, 3));
    putFile(large, manyPapers(1, 1600));
    const auto run = [&](const QStringList &words) {
        for (const QString &locale : {inEnglish, inChinese}) {
            const Run done = runPaperdawnctl(library + words, locale);
            say(u"%1 ends with %2"_s.arg(words.first()).arg(done.code),
                QString(done.out + done.err).trimmed());
        }
    };
    {
        const Filler filler(dirOfDisk, 0);
        run({u"days"_s});
    }
    run({u"import"_s, small});
    const Filler filler(dirOfDisk, 0);
    run({u"import"_s, large});
    run({u"star"_s, u"2512.00001"_s});
    run({u"list"_s, u"2025-12-09"_s});
    run({u"export"_s, u"2025-12-09"_s, u"-o"_s, dirOfDisk + u"/export.md"_s});
    say(u"there is no export"_s, !QFileInfo::exists(dirOfDisk + u"/export.md"_s));
    return 0;
}

} // namespace

class TestDiskFull : public QObject
{
    Q_OBJECT
    QTemporaryDir m_dir;

    QString onSmallDisk(const QString &size, const QStringList &arguments)
    {
        return printedOnTmpfs(m_dir.path(), u"size="_s + size,
                              QStringList{arguments.first(), m_dir.path()} + arguments.mid(1));
    }

private Q_SLOTS:
    void initTestCase() { REQUIRE_UNSHARE(); }

    void importing_data()
    {
        QTest::addColumn<int>("room");
        for (const int room : {0, 4, 20, 40, 100, 200, 400, 800}) {
            QTest::addRow("%d KiB left", room) << room;
        }
    }

    void importing()
    {
        QFETCH(int, room);
        QCOMPARE(onSmallDisk(u"16m"_s, {u"--import"_s, QString::number(room * 1024)}),
                 u"import: Disk full: nothing was saved to library. Free some space and try again.\n"
                 "Imported: 0 days, 0 papers new, 2 files not taken.\n"
                 "import: 磁盘已满：没有任何内容存入 library。请腾出空间后重试。\n"
                 "已导入：0 天，新论文 0 篇，未导入文件 2 个。\n"
                 "shows what it did: yes\n"
                 "holds the same originals: yes\n"
                 "half a file is there: no\n"
                 "opens though full: yes\n"
                 "shows what it did: yes\n"
                 "half a file is there: no\n"
                 "faults: \n"
                 "with room: Imported: 2 days, 3998 papers new, 5 papers unchanged.\n"
                 "with room: 已导入：2 天，新论文 3998 篇，未变 5 篇。\n"
                 "faults:"_s);
    }

    void starring()
    {
        QCOMPARE(onSmallDisk(u"8m"_s, {u"--star"_s}),
                 u"first: yes\n"
                 "many when full: NO\n"
                 "said: Disk full: nothing was saved to DISK/library/journal/MACHINE.jsonl. Free some space "
                 "and try again.\n"
                 "said: 磁盘已满：没有任何内容存入 DISK/library/journal/MACHINE.jsonl。请腾出空间后重试。\n"
                 "the journal is as before: yes\n"
                 "starred: 1 kept, 1 of them shown, 0 of the others\n"
                 "many with room: yes\n"
                 "starred: 200 kept, 1 of them shown, 1 of the others\n"
                 "faults:"_s);
    }

    void exporting()
    {
        QCOMPARE(onSmallDisk(u"1m"_s, {u"--export"_s}),
                 u"export: Disk full: nothing was saved to DISK/exports/2025-12-09.md. Free some space and "
                 u"try again.\n"
                 "export: 磁盘已满：没有任何内容存入 DISK/exports/2025-12-09.md。请腾出空间后重试。\n"
                 "the old one stands: yes\n"
                 "nothing beside it: yes\n"
                 "export: Disk full: nothing was saved to DISK/exports/2025-12-09.md. Free some space and "
                 "try again.\n"
                 "export: 磁盘已满：没有任何内容存入 DISK/exports/2025-12-09.md。请腾出空间后重试。\n"
                 "the old one stands: yes\n"
                 "nothing beside it: yes\n"
                 "export: Disk full: nothing was saved to DISK/exports/2025-12-09.md. Free some space and "
                 "try again.\n"
                 "export: 磁盘已满：没有任何内容存入 DISK/exports/2025-12-09.md。请腾出空间后重试。\n"
                 "the old one stands: yes\n"
                 "nothing beside it: yes\n"
                 "with room: yes\n"
                 "the new one stands: yes"_s);
    }

    /** 64 sizes of disk, from one on which no format has room to one on which all have. */
    void exportingEachFormat()
    {
        const TemporaryLibrary source;
        const auto store = source.store();
        QVERIFY(putFile(source.path(u"day.md"_s), manyPapers(1, 120)));
        QCOMPARE(importInto(*store, {source.path(u"day.md"_s)}).added(), 120);
        QMap<QString, QStringList> outcomes; // by format, as the disk grows
        for (int size = 1; size <= 64; ++size) {
            const QString told =
                onSmallDisk(u"%1k"_s.arg(4 + 4 * size), {u"--export-formats"_s, source.folder().path});
            for (const QString &line : told.split(u'\n')) {
                outcomes[line.section(u": "_s, 0, 0)] += line.section(u": "_s, 1);
            }
        }
        QCOMPARE(outcomes.keys(), (QStringList{u"bibtex"_s, u"csv"_s, u"json"_s, u"markdown"_s, u"ris"_s}));
        for (const QString &format : outcomes.keys()) {
            const QStringList &each = outcomes[format];
            const qsizetype old = each.indexOf(u"complete"_s);
            QVERIFY2(old > 0 &&
                         each == QStringList(old, u"the old one"_s) + QStringList(64 - old, u"complete"_s),
                     qPrintable(format + u": "_s + each.join(u", "_s)));
        }
    }

    void running()
    {
        QCOMPARE(onSmallDisk(u"8m"_s, {u"--run"_s}),
                 u"days ends with 1: Disk full: nothing was saved to DISK/library/machine. Free some space "
                 u"and try again.\n"
                 "days ends with 1: 磁盘已满：没有任何内容存入 DISK/library/machine。请腾出空间后重试。\n"
                 "import ends with 0: Imported: 1 day, 3 papers new.\n"
                 "import ends with 0: 已导入：1 天，新论文 0 篇，未变 3 篇。\n"
                 "import ends with 1: Imported: 0 days, 0 papers new, 1 file not taken.\n"
                 "Disk full: nothing was saved to DISK/library. Free some space and try again.\n"
                 "import ends with 1: 已导入：0 天，新论文 0 篇，未导入文件 1 个。\n"
                 "磁盘已满：没有任何内容存入 DISK/library。请腾出空间后重试。\n"
                 "star ends with 1: Disk full: nothing was saved to DISK/library/journal/MACHINE.jsonl. Free "
                 "some space and try again.\n"
                 "star ends with 1: 磁盘已满：没有任何内容存入 "
                 "DISK/library/journal/MACHINE.jsonl。请腾出空间后重试。\n"
                 "list ends with 0: arxiv:2512.00001  Paper 1\n"
                 "  arxiv:2512.00002  Paper 2\n"
                 "  arxiv:2512.00003  Paper 3\n"
                 "list ends with 0: arxiv:2512.00001  Paper 1\n"
                 "  arxiv:2512.00002  Paper 2\n"
                 "  arxiv:2512.00003  Paper 3\n"
                 "export ends with 1: Disk full: nothing was saved to DISK/export.md. Free some space and "
                 "try again.\n"
                 "export ends with 1: 磁盘已满：没有任何内容存入 DISK/export.md。请腾出空间后重试。\n"
                 "there is no export: yes"_s);
    }
};

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const QString mode = arguments.value(1);
    dirOfDisk = arguments.value(2);
    if (mode == u"--import"_s) {
        return importing(arguments.value(3).toInt());
    }
    if (mode == u"--star"_s) {
        return starring();
    }
    if (mode == u"--export"_s) {
        return exporting();
    }
    if (mode == u"--export-formats"_s) {
        return exportingFormats(arguments.value(3));
    }
    if (mode == u"--run"_s) {
        return running();
    }
    TestDiskFull test;
    return QTest::qExec(&test, arguments);
}

#include "tst_diskfull.moc"
