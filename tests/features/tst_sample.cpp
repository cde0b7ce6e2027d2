// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/transfer/sampleday.h"
#include "tests/support/scenario.h"
#include "ui/session.h"

using namespace paperdawn;
using namespace paperdawn::test;
using namespace Qt::StringLiterals;

/** A first look without a network, and back to one's own days. */
class TestSample : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theSampleNeverMixesWithWhatIsOnesOwn()
    {
        const QTemporaryDir folder;
        QLoggingCategory::setFilterRules(u"qt.qpa.*=false"_s);
        Settings settings(folder.filePath(u"settings.ini"_s));
        settings.setKeepsPdfs(true); // but the sample's papers have none
        Session session(folder.filePath(u"library"_s), settings);
        session.open({});
        QTRY_VERIFY(session.window());
        const auto rows = [&] {
            return session.window()->findChild<PaperTableView *>()->model()->rowCount();
        };
        QCOMPARE(rows(), 0);
        const QRect place = session.window()->geometry();

        When(session.window()->actions()[Command::Sample]->trigger());
        QTRY_VERIFY(rows() > 0);
        QCOMPARE(session.window()->geometry().size(), place.size());
        auto *table = session.window()->findChild<PaperTableView *>();
        const PaperId starred = *table->currentPaper();
        const QPersistentModelIndex row = table->currentIndex();
        When(session.window()->actions()[Command::Star]->trigger());
        QTRY_VERIFY(row.data(PaperTableModel::StarredRole).toBool());

        When(session.window()->actions()[Command::OpenPdf]->trigger());
        QCOMPARE(session.window()->findChild<MessageBar *>(u"messageBar"_s)->text(),
                 u"This paper is invented: there is no PDF of it."_s);

        When(session.window()->actions()[Command::Sample]->trigger()); // leaves it
        QTRY_COMPARE(rows(), 0);
        QVERIFY(QDir(sampleFolder({folder.filePath(u"library"_s)}).path).exists());

        QFile day(folder.filePath(u"2025-12-09-arxiv.md"_s));
        QVERIFY(day.open(QIODevice::WriteOnly));
        day.write(dayFile(QDate(2025, 12, 9), {u"Voxel art"_s}));
        day.close();
        When(session.window()->import({day.fileName()}));
        QTRY_COMPARE(rows(), 1);
        Then(QDir(sampleFolder({folder.filePath(u"library"_s)}).path).exists(), false); // real days are here
        QVERIFY(session.window()->findChild<PaperTableView *>()->currentPaper() != starred);
    }

    void ownDaysDroppedOnTheSampleGoToTheOwnLibrary()
    {
        const QTemporaryDir folder;
        Settings settings(folder.filePath(u"settings.ini"_s));
        Session session(folder.filePath(u"library"_s), settings);
        session.open({.content = MainWindow::Content::Sample});
        QTRY_VERIFY(session.window());
        QFile day(folder.filePath(u"2025-12-09-arxiv.md"_s));
        QVERIFY(day.open(QIODevice::WriteOnly));
        day.write(dayFile(QDate(2025, 12, 9), {u"Voxel art"_s}));
        day.close();
        When(session.window()->import({day.fileName()}));
        Then(session.window()->findChild<PaperTableView *>()->model()->rowCount(), 1);
        Then(session.window()->windowTitle(), u"Paperdawn — 9 December 2025"_s);
    }
};

QTEST_MAIN(TestSample)
#include "tst_sample.moc"
