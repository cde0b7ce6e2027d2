// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pdf/pdffolder.h"
#include "app/transfer/sampleday.h"
#include "tests/support/pdfserver.h"
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
        settings.setKeepsPdfs(true); // but those of the sample's papers are nowhere to be had
        Session session(folder.filePath(u"library"_s), settings, nowhere());
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

        When(session.window()->actions()[Command::OpenPdf]->trigger()); // of the next paper
        QCOMPARE(session.window()->findChild<MessageBar *>(u"messageBar"_s)->text(),
                 u"This paper is invented and has no PDF; in the sample only the one marked “PDF” has."_s);

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

    void thePdfThatComesWithTheSampleOpensWithoutANetwork()
    {
        const QTemporaryDir folder;
        Settings settings(folder.filePath(u"settings.ini"_s));
        settings.setKeepsPdfs(true);
        settings.setDwell(0);
        MisbehavingServer server(answers::good(pdfOf(1000), "application/pdf")); // where nobody is to ask
        Endpoints endpoints = nowhere();
        endpoints.replace(Endpoint::ArxivPdf, server.url());
        const LibraryFolder own{folder.filePath(u"library"_s)};
        Session session(own.path, settings, endpoints);
        session.open({.content = MainWindow::Content::Sample});
        QTRY_VERIFY(session.window());
        MainWindow &window = *session.window();
        QUrl opened;
        window.outside().setOpener([&opened](const QUrl &url) {
            opened = url;
            return true;
        });
        auto *table = window.findChild<PaperTableView *>();
        const int first = table->currentIndex().row(); // below the heading of its group
        const int next = first + 1;
        const auto *button = window.findChild<QPushButton *>(u"pdf"_s);
        const QString file =
            PdfFolder(sampleFolder(own).pdfFolder()).fileOf(*VersionedId::parse(u"2512.99903v1"));
        const auto marked = [table](int row) {
            const QModelIndex at = table->model()->index(row, PaperTableModel::Title);
            return at.data(Qt::AccessibleTextRole).toString().contains(u", PDF here"_s);
        };
        QVERIFY(marked(first));
        QVERIFY(!marked(next));

        When(table->goTo(first));
        QVERIFY(button->isEnabled());
        QCOMPARE(button->accessibleName(), u"Open the PDF; it is on this computer"_s);
        When(window.actions()[Command::OpenPdf]->trigger());
        Then(opened, QUrl::fromLocalFile(file));
        QVERIFY(bytesOf(file).startsWith("%PDF-"));
        QCOMPARE(window.findChild<MessageBar *>(u"messageBar"_s)->text(), QString());

        opened.clear();
        When(table->goTo(next));
        QVERIFY(!button->isEnabled());
        When(window.actions()[Command::Star]
                 ->trigger()); // which keeps the PDF of a paper that is not invented
        QTRY_VERIFY(table->model()->index(next, 0).data(PaperTableModel::StarredRole).toBool());
        When(table->goTo(next));
        When(window.actions()[Command::OpenPdf]->trigger());
        Then(window.findChild<MessageBar *>(u"messageBar"_s)->text(),
             u"This paper is invented and has no PDF; in the sample only the one marked “PDF” has."_s);
        QCOMPARE(opened, QUrl());
        When(table->goTo(first));
        QVERIFY(button->isEnabled());
        QVERIFY(server.asked().isEmpty());
    }

    void ownDaysDroppedOnTheSampleGoToTheOwnLibrary()
    {
        const QTemporaryDir folder;
        Settings settings(folder.filePath(u"settings.ini"_s));
        Session session(folder.filePath(u"library"_s), settings, nowhere());
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
