// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/scenario.h"
#include "ui/safekeeping.h"

using namespace paperdawn;
using namespace paperdawn::test;
using namespace Qt::StringLiterals;

namespace {

SafeKeeping &keepingOf(Reader &reader)
{
    return *reader.window().findChild<SafeKeeping *>();
}

/** What is asked now; null: nothing. */
QMessageBox *question()
{
    return qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
}

bool answers(const QString &button)
{
    const auto buttons = question() ? question()->buttons() : QList<QAbstractButton *>();
    for (QAbstractButton *one : buttons) {
        if (one->text() == button) {
            one->click();
            return true;
        }
    }
    return false;
}

} // namespace

/** The reader keeps a backup, and another machine begins with it. */
class TestSafeKeeping : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aBackupOpensElsewhere()
    {
        const QTemporaryDir stick;
        const QString path = stick.filePath(u"mine.tar.gz"_s);
        {
            Reader reader;
            Given(reader.hasDay(QDate(2025, 12, 9), {u"Voxel art"_s, u"Relational similarity"_s}));
            When(reader.presses(u"j s"_s));
            Then(reader.seesInReadingList(), u"Relational similarity"_s);
            When(keepingOf(reader).backUpTo(path));
            QTRY_VERIFY(reader.seesMessage().startsWith(u"Backed up to "_s));
        }
        Reader other;
        Given(other.hasDay(QDate(2025, 12, 10), {u"Slow light"_s}));
        When(keepingOf(other).restoreFrom(path));
        QTRY_VERIFY(question());
        When(QVERIFY(answers(u"Cancel"_s)));
        Then(other.seesInReadingList(), QString());

        When(keepingOf(other).restoreFrom(path));
        QTRY_VERIFY(question());
        When(QVERIFY(answers(u"Restore"_s)));
        Then(other.seesInReadingList(), u"Relational similarity"_s);
        Then(other.seesOffered(), u"Take the days back"_s);
        When(other.window().showDay(QDate(2025, 12, 9)));
        Then(other.table().model()->rowCount(), 2);

        When(keepingOf(other).restoreFrom(path));
        Then(other.seesMessage(), u"Everything in this backup is here already."_s);
    }

    void whatIsNoBackupIsSaidToBeNone()
    {
        Reader reader;
        const QString path = reader.writes(u"x.tar.gz"_s, "no backup");
        When(keepingOf(reader).restoreFrom(path));
        QTRY_VERIFY(reader.seesMessage().contains(u"is no backup of Paperdawn"_s));
    }
};

QTEST_MAIN(TestSafeKeeping)
#include "tst_safekeeping.moc"
