// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/formats/dayfileformat.h"
#include "app/platform/filelock.h"
#include "app/store/statement.h"
#include "app/transfer/sampleday.h"
#include "tests/support/scenario.h"
#include "ui/openingnotice.h"
#include "ui/session.h"

using namespace paperdawn;
using namespace paperdawn::test;
using namespace Qt::StringLiterals;

namespace {

/** The notice, once it is on the screen. */
OpeningNotice *notice()
{
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        if (auto *found = qobject_cast<OpeningNotice *>(widget); found && found->isVisible()) {
            return found;
        }
    }
    return nullptr;
}

QString words()
{
    return notice() ? notice()->findChild<QLabel *>(u"opening-words"_s)->text() : QString();
}

/** The dialog that asks now, answered by the button of that name. */
bool answer(const QString &button)
{
    auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
    for (QAbstractButton *one : box ? box->buttons() : QList<QAbstractButton *>()) {
        if (one->text() == button) {
            one->click();
            return true;
        }
    }
    return false;
}

} // namespace

/** A library that cannot be opened at once: the window is never held by it, and the reader knows why. */
class TestOpening : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QLoggingCategory::setFilterRules(u"qt.qpa.*=false"_s);
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<Settings>(m_folder->filePath(u"settings.ini"_s));
        QVERIFY(QDir().mkpath(library().path));
    }

    void anotherProgramThatWritesIsWaitedForAndNamed()
    {
        Session session(library().path, *m_settings, nowhere());
        auto writing = std::optional(FileLock::acquire(library().writerLock(), QDeadlineTimer(0)).value());
        When(session.open({}));
        Then(words(), u"Another program is writing to the library; waiting for it."_s);
        QVERIFY(!session.window());
        writing.reset();
        QTRY_VERIFY(session.window());
        QVERIFY(session.window()->isVisible());
        QVERIFY(!notice());
    }

    void whoDoesNotWantToWaitLeaves()
    {
        Session session(library().path, *m_settings, nowhere());
        const auto writing = FileLock::acquire(library().writerLock(), QDeadlineTimer(0));
        When(session.open({}));
        QTRY_VERIFY(notice());
        QPointer<OpeningNotice> shown = notice();
        When(QTest::keyClick(notice(), Qt::Key_Escape));
        QTRY_VERIFY(!shown);
        QVERIFY(!session.window());
    }

    void theWindowOnTheOwnDaysStaysWhileTheSampleWaits()
    {
        Session session(library().path, *m_settings, nowhere());
        session.open({});
        QTRY_VERIFY(session.window());
        const LibraryFolder sample = sampleFolder(library());
        QVERIFY(QDir().mkpath(sample.path));
        auto writing = std::optional(FileLock::acquire(sample.writerLock(), QDeadlineTimer(0)).value());
        const QPointer<MainWindow> own = session.window();
        When(own->actions()[Command::Sample]->trigger());
        QTRY_VERIFY(notice());
        QCOMPARE(session.window(), own.data());
        const QPointer<OpeningNotice> shown = notice();
        When(QTest::keyClick(notice(), Qt::Key_Escape));
        QTRY_VERIFY(!shown);
        QCOMPARE(session.window(), own.data());

        When(own->actions()[Command::Sample]->trigger());
        QTRY_VERIFY(notice());
        writing.reset();
        QTRY_VERIFY(!own);
        QVERIFY(session.window()->findChild<PaperTableView *>()->model()->rowCount() > 0);
    }

    void whatCannotBeOpenedIsToldAndTriedAgain()
    {
        const QString cache = library().cacheFile();
        {
            auto newer = Connection::open(cache, Connection::Mode::Write, Connection::Sync::Normal);
            Statement(**newer, "PRAGMA user_version = 9999").with().run();
        }
        Session session(library().path, *m_settings, nowhere());
        When(session.open({}));
        QTRY_VERIFY(QApplication::activeModalWidget());
        const auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
        QCOMPARE(box->text(), u"Made by a newer version of Paperdawn: nothing is changed in "_s + cache +
                                  u". Update Paperdawn to go on with it."_s);
        When(QVERIFY(answer(u"Copy details"_s)));
        QVERIFY(QGuiApplication::clipboard()->text().startsWith(box->text()));
        QVERIFY(box->isVisible());
        QVERIFY(QFile::remove(cache));
        When(QVERIFY(answer(u"Try again"_s)));
        QTRY_VERIFY(session.window());
    }

    /** Where there is no place for a library, what is opened is read all the same. */
    void withoutAPlaceForALibraryItIsReadForNow()
    {
        QString place;
        {
            Session session(u"/proc/nowhere"_s, *m_settings, nowhere());
            When(session.open({}));
            QTRY_VERIFY(QApplication::activeModalWidget());
            When(QVERIFY(answer(u"Read without keeping"_s)));
            QTRY_VERIFY(session.window());
            place = session.folder();
            QVERIFY(QFileInfo(place).isDir());
            const QString told = session.window()->findChild<MessageBar *>(u"warnings"_s)->text();
            QVERIFY2(told.startsWith(u"Nothing of this is kept when the window closes. /proc"_s),
                     qPrintable(told));
            When(session.window()->actions()[Command::Sample]->trigger());
            QTRY_VERIFY(session.window()->findChild<PaperTableView *>()->model()->rowCount() > 0);
        }
        QVERIFY(!QFileInfo::exists(place));
    }

    void aNewerLibraryIsShownAndItsMarksAreOff()
    {
        const QString cache = library().cacheFile();
        {
            auto own = Services::open(library());
            const QByteArray bytes = dayFile(QDate(2025, 12, 9), {u"Voxel art"_s});
            QFuture<Result<FileOutcome>> put = (*own)->store().put(
                1, {u"2025-12-09-arxiv.md"_s, bytes, *parseDayFile(bytes, u"2025-12-09-arxiv.md"_s)});
            put.waitForFinished();
            QVERIFY(put.result());
        }
        {
            auto newer = Connection::open(cache, Connection::Mode::Write, Connection::Sync::Normal);
            Statement(**newer, "PRAGMA user_version = 9999").with().run();
            (*newer)->checkpoint(true);
        }
        Session session(library().path, *m_settings, nowhere());
        When(session.open({}));
        QTRY_VERIFY(session.window());
        const MainWindow &window = *session.window();
        auto *messages = window.findChild<MessageBar *>(u"warnings"_s);
        const QString reason = u"Made by a newer version of Paperdawn: nothing is changed in "_s + cache +
                               u". Update Paperdawn to go on with it."_s;
        QCOMPARE(messages->text(), reason);
        QCOMPARE(window.findChild<PaperTableView *>()->model()->rowCount(), 1);
        for (const Command command : {Command::Star, Command::Unread, Command::MarkAbove, Command::Undo,
                                      Command::OpenFiles, Command::GetLatest}) {
            QVERIFY(!window.actions()[command]->isEnabled());
        }
        messages->clear();
        When(QTest::keyClick(window.findChild<PaperTableView *>(), Qt::Key_S));
        Then(messages->text(), reason);
        When(session.window()->say(u"Something else."_s));
        Then(messages->text(), reason); // it stays, whatever else is said

        QUrl opened;
        session.window()->outside().setOpener([&](const QUrl &url) {
            opened = url;
            return true;
        });
        When(window.actions()[Command::OpenPdf]->trigger()); // there is no place to keep it
        Then(opened, QUrl(u"https://arxiv.org/pdf/2512.09001v1"_s));
        QVERIFY(!QFileInfo::exists(library().pdfFolder()));
    }

private:
    [[nodiscard]] LibraryFolder library() const { return {m_folder->filePath(u"library"_s)}; }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Settings> m_settings;
};

QTEST_MAIN(TestOpening)
#include "tst_opening.moc"
