// SPDX-License-Identifier: GPL-3.0-or-later
// The journal's folder is gone, or was not mounted: what library.db still holds is never thrown away.
#include "app/journal/journalfile.h"

#include "tests/support/decisions.h"
#include "tests/support/temporarylibrary.h"

#include <QSignalSpy>
#include <QtTest>

using namespace paperdawn;
using namespace paperdawn::test;
using namespace Qt::StringLiterals;

namespace {

Result<QList<Decision>> append(const TemporaryLibrary &library, const QList<Draft> &drafts)
{
    static const FakeClock clock;
    return JournalFile::open(library.folder().journalFolder(), library.folder().machineFile(), clock)
        .and_then([&](JournalFile &&journal) { return journal.append(drafts); });
}

Draft starringWithCopy(int number)
{
    Draft draft = starring(paper(number).key());
    draft.copy = {{u"title"_s, u"Paper %1"_s.arg(number)}};
    return draft;
}

/** Three stars, the first of them taken back, and a mark. */
void decide(const TemporaryLibrary &library)
{
    const auto store = library.store();
    for (int i = 1; i <= 3; ++i) {
        QVERIFY(append(library, {starringWithCopy(i)}));
    }
    QVERIFY(append(library, {starring(paper(1).key(), false)}));
    QVERIFY(append(library, {{paper(7).key(), u"read"_s, true, {}, Way::Done, 0, {}}}));
    QVERIFY(await(store->catchUp()));
}

QString titles(const TemporaryLibrary &library)
{
    QStringList titles;
    const auto starred = library.library()->papers(InReadingList{}, u"en"_s);
    for (const Paper &each : starred.value_or(QList<Paper>())) {
        titles += each.title;
    }
    return titles.join(u", "_s);
}

} // namespace

class TestLostJournal : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void repairingWritesItAgain_data()
    {
        QTest::addColumn<bool>("all");
        QTest::newRow("the folder is gone") << true;
        QTest::newRow("an older copy was put back") << false;
    }

    void repairingWritesItAgain()
    {
        QFETCH(bool, all);
        const TemporaryLibrary library;
        QVERIFY(append(library, {starringWithCopy(9)}));
        const QString file =
            JournalFile::open(library.folder().journalFolder(), library.folder().machineFile(), FakeClock())
                ->path();
        const QByteArray older = contentOf(file);
        decide(library);
        QCOMPARE(titles(library), u"Paper 3, Paper 2, Paper 9"_s);
        QVERIFY(QDir(library.folder().journalFolder()).removeRecursively());
        if (!all) {
            QVERIFY(QDir().mkpath(library.folder().journalFolder()) && putFile(file, older));
        }
        const auto store = library.store();
        const auto found = await(store->check(false));
        QCOMPARE(found->size(), 1);
        QCOMPARE(found->first().file, library.folder().libraryFile());
        QCOMPARE(titles(library), u"Paper 3, Paper 2, Paper 9"_s);
        const auto repaired = await(store->check(true));
        QCOMPARE(repaired->size(), 1);
        QVERIFY(repaired->first().repaired);
        QCOMPARE(titles(library), u"Paper 3, Paper 2, Paper 9"_s);
        QVERIFY(library.library()->marks(paper(7)).read);
        QVERIFY(!library.library()->marks(paper(1)).starred);
        QVERIFY(await(store->check(false))->isEmpty());

        // it is truth again: library.db can go
        QVERIFY(QFile::remove(library.folder().libraryFile()));
        QVERIFY(await(store->catchUp()));
        QCOMPARE(titles(library), u"Paper 3, Paper 2, Paper 9"_s);
    }

    /** What a journal file said that cannot be read now is not known: nothing is thrown away for it. */
    void aFileThatCannotBeReadChangesNothing()
    {
        const TemporaryLibrary library;
        decide(library);
        const QString folder = library.folder().journalFolder();
        const QString file = folder + u'/' + QDir(folder).entryList(QDir::Files).first();
        QVERIFY(QFile::rename(file, library.path(u"aside"_s)));
        QVERIFY(QFile::link(u"/proc/self/mem"_s, file)); // reading it is an I/O error
        const auto store = library.store();
        QCOMPARE(store->mended().size(), 1);
        QCOMPARE(store->mended().first().file, file);
        QSignalSpy told(store.get(), &Store::told);
        const auto found = await(store->check(true));
        QCOMPARE(told.size(), 0); // once is enough
        QCOMPARE(found->size(), 1);
        QCOMPARE(found->first().file, file);
        QVERIFY(!found->first().repaired);
        QCOMPARE(titles(library), u"Paper 3, Paper 2"_s);
        QVERIFY(QFile::remove(file) && QFile::rename(library.path(u"aside"_s), file));
        QVERIFY(await(store->check(false))->isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestLostJournal)
#include "tst_lostjournal.moc"
