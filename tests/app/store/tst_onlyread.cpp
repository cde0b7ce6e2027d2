// SPDX-License-Identifier: GPL-3.0-or-later
// Libraries that are not ours to write: read as far as can be, and not a byte of them changes.
#include "app/base/sentence.h"
#include "app/journal/journalfile.h"
#include "app/services.h"

#include "tests/support/decisions.h"
#include "tests/support/processes.h"
#include "tests/support/programs.h"
#include "tests/support/temporarylibrary.h"

#include <QCryptographicHash>
#include <QDirIterator>
#include <QtTest>
#include <cstdio>

using namespace paperdawn;
using namespace paperdawn::test;
using namespace Qt::StringLiterals;

namespace {

/** A day and some stars, closed properly. */
void fill(const TemporaryLibrary &library)
{
    const auto store = library.store();
    const qint64 import = await(store->beginImport()).value_or(-1);
    QVERIFY(await(store->put(import, dayFile(u"2025-12-09-arxiv.md"_s, manyPapers(1, 30)))));
    const FakeClock clock;
    auto journal = JournalFile::open(library.folder().journalFolder(), library.folder().machineFile(), clock);
    QVERIFY(journal->append({starring(paper(1).key()), starring(paper(7).key())}));
    QVERIFY(await(store->catchUp()));
}

/** Every file below the folder with its bytes' digest, one a line. */
QString everything(const QString &folder)
{
    QStringList lines;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        lines += path + u' ' +
                 QString::fromLatin1(
                     QCryptographicHash::hash(contentOf(path), QCryptographicHash::Sha256).toHex());
    }
    lines.sort();
    return lines.join(u'\n');
}

void alter(const QString &path, const char *sql, bool leaveInLog = false)
{
    auto newer = Connection::open(path, Connection::Mode::Write, Connection::Sync::Full);
    QVERIFY((*newer)->run(sql));
    if (!leaveInLog) {
        (*newer)->checkpoint(true);
    }
}

/** What who opens it sees: why it is only read, what is in it, what becomes of a star. */
QString seen(const LibraryFolder &folder)
{
    auto services = Services::open(folder);
    if (!services) {
        return u"not opened: "_s + sentence(services.error());
    }
    const auto &reason = (*services)->onlyRead();
    const auto starred = settled((*services)->decisions().decide({paper(2)}, Decide::Star));
    const auto import = await((*services)->store().beginImport());
    return QStringList{reason ? sentence(*reason) : u"may be written"_s,
                       starred ? u"starred"_s : sentence(starred.error()),
                       import ? u"imports"_s : sentence(import.error()), libraryText((*services)->library())}
        .join(u'\n');
}

int lookAtIt(const QString &folder)
{
    std::printf("%s\n", qPrintable(seen({folder})));
    return 0;
}

/** Runs this program where `folder` is mounted read-only; what it printed. */
QString printedReadOnly(const QString &folder, const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(u"unshare"_s, QStringList{u"-rm"_s, u"sh"_s, u"-c"_s,
                                            u"mount --bind \"$1\" \"$1\" && mount -o remount,bind,ro \"$1\""
                                            " && shift && exec \"$@\""_s,
                                            u"sh"_s, folder} +
                                    self(arguments));
    process.waitForFinished(60'000);
    return QString::fromUtf8(process.readAllStandardOutput()).trimmed();
}

QString seenClosed(const QString &reason, const QString &text)
{
    return QStringList{reason, reason, reason, text}.join(u'\n');
}

} // namespace

class TestOnlyRead : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aNewerLibraryIsReadAndNotTouched_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("sql");
        QTest::addColumn<bool>("inLog");
        QTest::newRow("library") << u"library.db"_s << QByteArray("PRAGMA user_version=9") << false;
        QTest::newRow("library, in its log")
            << u"library.db"_s << QByteArray("PRAGMA user_version=9") << true;
        QTest::newRow("library with other tables")
            << u"library.db"_s
            << QByteArray("DROP TABLE decision; CREATE TABLE decision(x); PRAGMA user_version=9") << false;
        QTest::newRow("cache") << u"cache.db"_s << QByteArray("CREATE TABLE later(x); PRAGMA user_version=9")
                               << false;
        QTest::newRow("cache, in its log")
            << u"cache.db"_s << QByteArray("ALTER TABLE day ADD COLUMN later TEXT; PRAGMA user_version=9")
            << true;
    }

    void aNewerLibraryIsReadAndNotTouched()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, sql);
        QFETCH(bool, inLog);
        const TemporaryLibrary library;
        fill(library);
        const QString text = libraryText(*library.library());
        const QString path = library.folder().path + u'/' + name;
        alter(path, sql.constData(), inLog);
        const QString before = everything(library.folder().path);
        const QString reason = u"Made by a newer version of Paperdawn: nothing is changed in "_s + path +
                               u". Update Paperdawn to go on with it."_s;
        QCOMPARE(seen(library.folder()), seenClosed(reason, text));
        QCOMPARE(everything(library.folder().path), before);
    }

    void aNewerCacheThatCannotBeReadIsNotTouchedEither()
    {
        const TemporaryLibrary library;
        fill(library);
        const QString path = library.folder().cacheFile();
        alter(path, "DROP TABLE listing; PRAGMA user_version=9");
        const QString before = everything(library.folder().path);
        QCOMPARE(seen(library.folder()), u"not opened: Made by a newer version of Paperdawn: nothing is "
                                         "changed in "_s +
                                             path + u". Update Paperdawn to go on with it."_s);
        QCOMPARE(everything(library.folder().path), before);
    }

    /** Another machine shares its journal, and is a version ahead. */
    void aNewerLineOfTheJournalIsNotPassedOver()
    {
        const TemporaryLibrary library;
        fill(library);
        const QString text = libraryText(*library.library());
        const QString path = library.folder().journalFolder() + u"/desktop.jsonl"_s;
        const QByteArray newer = R"({"n":2,"m":"desktop","s":1,"t":1765267200001,"stars":["a","b"]})"
                                 "\n";
        const QByteArray after = R"({"m":"desktop","s":2,"t":1765267200002,"p":"arxiv:2512.00003",)"
                                 R"("f":"star","v":true})"
                                 "\n";
        QVERIFY(putFile(path, newer + after));
        const QString before = everything(library.folder().path);
        const QString reason = u"Made by a newer version of Paperdawn: nothing is changed in "_s + path +
                               u". Update Paperdawn to go on with it."_s;
        QCOMPARE(seen(library.folder()), seenClosed(reason, text));
        QCOMPARE(everything(library.folder().path), before);

        // the update: what waited is taken in, nothing of it was skipped
        QVERIFY(putFile(path, after));
        const auto store = library.store();
        QVERIFY(library.library()->marks(paper(3)).starred);
    }

    /** It arrives while the library is open: ours goes on, what follows in that file waits, and is told. */
    void aNewerLineThatComesLaterWaits()
    {
        const TemporaryLibrary library;
        fill(library);
        const auto store = library.store();
        QList<Fault> told;
        connect(store.get(), &Store::told, this, [&](const QList<Fault> &faults) { told += faults; });
        const QString path = library.folder().journalFolder() + u"/desktop.jsonl"_s;
        QVERIFY(putFile(path, "{\"n\":2}\n{\"m\":\"desktop\",\"s\":2,\"t\":1765267200002,\"p\":"
                              "\"arxiv:2512.00003\",\"f\":\"star\",\"v\":true}\n"));
        const FakeClock clock;
        auto journal =
            JournalFile::open(library.folder().journalFolder(), library.folder().machineFile(), clock);
        QVERIFY(journal->append({starring(paper(2).key())}));
        QVERIFY(await(store->catchUp()));
        QVERIFY(library.library()->marks(paper(2)).starred);
        QVERIFY(!library.library()->marks(paper(3)).starred);
        QTRY_COMPARE(told.size(), 1);
        QCOMPARE(faultSentence(told.first()),
                 path + u": A newer version of Paperdawn wrote into it: what follows waits until Paperdawn "
                        "is updated here."_s);
    }

    /** The newer version goes on writing meanwhile: what it has written is seen at the next question. */
    void whatIsWrittenMeanwhileIsSeen()
    {
        const TemporaryLibrary library;
        fill(library);
        alter(library.folder().cacheFile(), "PRAGMA user_version=9");
        const auto services = Services::open(library.folder());
        QCOMPARE((*services)->library().days()->first().count, 30);
        alter(library.folder().cacheFile(), "UPDATE day SET papers = 29");
        QCOMPARE((*services)->library().days()->first().count, 29);
        alter(library.folder().cacheFile(), "UPDATE day SET papers = 28", true);
        QCOMPARE((*services)->library().days()->first().count, 28);
    }

    void aReadOnlyFileSystemIsReadAndNamed_data()
    {
        QTest::addColumn<QString>("gone");
        QTest::newRow("all there") << QString();
        QTest::newRow("without library.db") << u"library.db"_s;
        QTest::newRow("without logs") << u"cache.db-wal"_s;
    }

    void aReadOnlyFileSystemIsReadAndNamed()
    {
        REQUIRE_UNSHARE();
        QFETCH(QString, gone);
        const TemporaryLibrary library;
        fill(library);
        const QString text = libraryText(*library.library());
        if (!gone.isNull()) {
            QVERIFY(QFile::remove(library.folder().path + u'/' + gone));
        }
        const QString before = everything(library.folder().path);
        const QString reason = library.folder().path +
                               u" cannot be written (Read-only file system), so "
                               "nothing can be kept. Choose another library folder."_s;
        QCOMPARE(printedReadOnly(library.folder().path, {u"--look"_s, library.folder().path}),
                 seenClosed(reason, text));
        QCOMPARE(everything(library.folder().path), before);
    }

    void aFolderOfSomebodyElseIsReadAndNamed()
    {
        REQUIRE_UNPRIVILEGED();
        const TemporaryLibrary library;
        fill(library);
        const QString text = libraryText(*library.library());
        const QString before = everything(library.folder().path);
        QDirIterator all(library.path(u"."_s), QDir::AllEntries | QDir::NoDotAndDotDot,
                         QDirIterator::Subdirectories);
        while (all.hasNext()) {
            const QString path = all.next();
            QVERIFY(
                QFile::setPermissions(path, QFile::Permissions(all.fileInfo().isDir() ? 0x5555 : 0x4444)));
        }
        QVERIFY(QFile::setPermissions(library.path(u"."_s), QFile::Permissions(0x7055)));
        const QString reason = library.folder().path + u" cannot be written (Permission denied), so nothing "
                                                       "can be kept. Choose another library folder."_s;
        QCOMPARE(printedUnprivileged({u"--look"_s, library.folder().path}), seenClosed(reason, text));
        for (const QString &path :
             {library.folder().path, library.folder().journalFolder(), library.folder().importsFolder()}) {
            QVERIFY(QFile::setPermissions(path, QFile::Permissions(0x7700)));
        }
        QCOMPARE(everything(library.folder().path), before);
    }

    void anOlderCacheIsReadThere()
    {
        REQUIRE_UNSHARE();
        const TemporaryLibrary library;
        fill(library);
        const QString text = libraryText(*library.library());
        alter(library.folder().cacheFile(), "DROP TABLE part; DROP TABLE tally; PRAGMA user_version=1");
        const QString before = everything(library.folder().path);
        QVERIFY(printedReadOnly(library.folder().path, {u"--look"_s, library.folder().path}).endsWith(text));
        QCOMPARE(everything(library.folder().path), before);
    }
};

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"--look"_s) {
        return lookAtIt(arguments.value(2));
    }
    TestOnlyRead test;
    return QTest::qExec(&test, arguments);
}

#include "tst_onlyread.moc"
