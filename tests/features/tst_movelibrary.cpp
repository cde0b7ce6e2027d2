// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/formats/dayfileformat.h"
#include "app/platform/filelock.h"
#include "tests/support/scenario.h"
#include "ui/libraryplace.h"
#include "ui/session.h"
#include "ui/settingsdialog.h"

using namespace paperdawn;
using namespace paperdawn::test;
using namespace Qt::StringLiterals;

namespace {

/** Does what a reader does with one dialog after the other, each as soon as it is there. */
class Answers final
{
public:
    using Answer = std::function<void(QDialog &dialog)>;

    explicit Answers(QList<Answer> answers)
        : m_answers(std::move(answers))
    {
        QObject::connect(&m_looks, &QTimer::timeout, &m_looks, [this] {
            auto *dialog = qobject_cast<QDialog *>(QApplication::activeModalWidget());
            if (dialog && dialog != m_answered && !m_answers.isEmpty()) {
                m_answered = dialog;
                m_answers.takeFirst()(*dialog);
            }
        });
        m_looks.start(10);
    }
    [[nodiscard]] bool areGiven() const { return m_answers.isEmpty(); }

private:
    QList<Answer> m_answers;
    QPointer<QDialog> m_answered;
    QTimer m_looks;
};

Answers::Answer presses(const QString &button)
{
    return [button](QDialog &dialog) {
        for (QAbstractButton *one : dialog.findChildren<QAbstractButton *>()) {
            if (one->text() == button && one->isVisible()) {
                return one->click();
            }
        }
        QFAIL(qPrintable(u"no button "_s + button));
    };
}

/** From the dialog's own loop: it may ask more before it closes. */
Answers::Answer choosesFolder(const QString &folder)
{
    return [folder](QDialog &dialog) {
        QVERIFY(qobject_cast<QFileDialog *>(&dialog));
        dialog.findChild<QLineEdit *>(u"fileNameEdit"_s)->setText(folder);
        QTimer::singleShot(0, &dialog, &QDialog::accept);
    };
}

} // namespace

/** The library goes to another folder, and the window with it. */
class TestMoveLibrary : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QLoggingCategory::setFilterRules(u"qt.qpa.*=false"_s);
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<Settings>(path(u"settings.ini"_s));
        m_settings->setTitleLanguage(TitleLanguage::Original);
        m_settings->setDwell(0);
        m_settings->setKeepsPdfs(false);
        m_settings->setValue(u"settings-page"_s, u"library"_s);
        m_settings->setLibraryFolder(path(u"library"_s));
        QVERIFY(m_settings->keepNow());
        QVERIFY(QDir().mkpath(path(u"disk"_s)));
        const auto own = Services::open({path(u"library"_s)});
        const QByteArray bytes = dayFile(QDate(2025, 12, 9), {u"Voxel art"_s, u"Slow light"_s});
        QFuture<Result<FileOutcome>> put = (*own)->store().put(
            1, {u"2025-12-09-arxiv.md"_s, bytes, *parseDayFile(bytes, u"2025-12-09-arxiv.md"_s)});
        put.waitForFinished();
        QVERIFY(put.result());
    }

    void theWindowGoesOnWhereItIsNow()
    {
        Session session(path(u"library"_s), *m_settings, nowhere());
        QSignalSpy moved(&session, &Session::moved);
        opens(session);
        When(QTest::keyClick(&table(session), Qt::Key_S));
        QTRY_COMPARE(starred(session), u"Voxel art"_s);
        const QPointer<MainWindow> before = session.window();
        const Answers answers(
            {presses(u"&Move the library…"_s), choosesFolder(path(u"disk"_s)), [this](QDialog &box) {
                 const QString text = dynamic_cast<QMessageBox &>(box).text();
                 QCOMPARE(text, u"Move the library to %1?"_s.arg(path(u"disk"_s)));
                 presses(u"Move"_s)(box);
             }});
        When(session.window()->actions()[Command::OpenSettings]->trigger());
        QTRY_VERIFY(!before && session.window());
        QVERIFY(answers.areGiven());
        QCOMPARE(moved.size(), 1);
        QTRY_COMPARE(said(session), u"The library is in %1 now."_s.arg(path(u"disk"_s)));
        QCOMPARE(Settings(m_settings->file()).libraryFolder(), path(u"disk"_s));
        QVERIFY(!QFileInfo::exists(path(u"library"_s)));
        Then(starred(session), u"Voxel art"_s);
        QCOMPARE(table(session).model()->rowCount(), 2);

        When(QTest::keyClick(&table(session), Qt::Key_J)); // and decides on
        When(QTest::keyClick(&table(session), Qt::Key_S));
        QTRY_COMPARE(starred(session), u"Slow light | Voxel art"_s);
    }

    void theListThatWaitsForTheNetworkWaitsOn()
    {
        m_settings->setCategories({u"cs.CL"_s});
        m_settings->setValue(u"unfinishedList"_s, u"2025-12-09 "_s + path(u"library"_s));
        Session session(path(u"library"_s), *m_settings, nowhere());
        opens(session);
        const QPointer<MainWindow> before = session.window();
        When(session.moveTo(path(u"disk"_s)));
        QTRY_VERIFY(!before && session.window());
        QCOMPARE(m_settings->value(u"unfinishedList"_s), u"2025-12-09 "_s + path(u"disk"_s));
    }

    void itStaysWhileAnotherProgramIsAtIt()
    {
        Session session(path(u"library"_s), *m_settings, nowhere());
        opens(session);
        const QPointer<MainWindow> before = session.window();
        {
            const auto other = FileLock::share(path(u"library/use.lock"_s), QDeadlineTimer(0));
            When(session.moveTo(path(u"disk"_s)));
            QTRY_VERIFY(!before && session.window());
        }
        Then(said(session), u"%1 is in use by another program for too long. Close it and try again."_s.arg(
                                path(u"library"_s)));
        QCOMPARE(m_settings->libraryFolder(), path(u"library"_s));
        QVERIFY(QDir(path(u"disk"_s)).isEmpty());
        QCOMPARE(table(session).model()->rowCount(), 2);
    }

    void itStaysWhereItsNewPlaceCannotBeWrittenDown()
    {
        Settings settings(u"/proc/nowhere/settings.ini"_s);
        Session session(path(u"library"_s), settings, nowhere());
        opens(session);
        const QPointer<MainWindow> before = session.window();
        When(session.moveTo(path(u"disk"_s)));
        QTRY_VERIFY(!before && session.window());
        Then(said(session), u"/proc/nowhere/settings.ini cannot be opened: permission denied. Change its "
                            "permissions or choose another place."_s);
        QVERIFY(QDir(path(u"disk"_s)).isEmpty());
        QCOMPARE(settings.libraryFolder(), QString());
        QCOMPARE(table(session).model()->rowCount(), 2);
    }

    void whatASecondProgramAsksForComesAfterIt()
    {
        Session session(path(u"library"_s), *m_settings, nowhere());
        opens(session);
        const QPointer<MainWindow> before = session.window();
        session.moveTo(path(u"disk"_s));
        When(session.carryOut({.paths = {}, .paper = PaperId::parse(u"2512.09002"_s)}));
        QTRY_VERIFY(!before && session.window());
        Then(table(session).currentIndex().data().toString(), u"Slow light"_s);
    }

    void theSettingsOfferItOnlyForTheLibraryThatTheyName()
    {
        for (const auto &[folder, offered] :
             {std::pair(path(u"library"_s), true), {path(u"disk"_s), false}}) {
            SettingsDialog dialog(*m_settings, LibraryFolder{folder});
            dialog.show();
            QCOMPARE(dialog.findChild<QPushButton *>(u"move"_s)->isVisible(), offered);
        }
    }

    void onAnotherDiskThanIsThereItIsAskedFor()
    {
        QVERIFY(QDir().rename(path(u"library"_s), path(u"unplugged"_s)));
        const Answers answers({[this](QDialog &box) {
                                   QCOMPARE(
                                       dynamic_cast<QMessageBox &>(box).text(),
                                       u"There is no library in %1, where the settings say that yours is. "
                                       "Is its disk plugged in? Try again then, or choose its folder."_s.arg(
                                           path(u"library"_s)));
                                   presses(u"Try again"_s)(box);
                               },
                               [this](QDialog &box) {
                                   QVERIFY(QDir().rename(path(u"unplugged"_s), path(u"library"_s)));
                                   presses(u"Try again"_s)(box);
                               }});
        const auto place = placeOfLibrary(*m_settings);
        QVERIFY(answers.areGiven());
        QVERIFY(place);
        QCOMPARE(place->path, path(u"library"_s));
    }

    void aLibraryElsewhereCanBeChosenAndAnEmptyOneBegunOnlyOnRequest()
    {
        QVERIFY(QDir().rename(path(u"library"_s), path(u"moved"_s)));
        const QString gone = u"Choose its folder…"_s;
        {
            const Answers answers(
                {presses(gone), choosesFolder(path(u"disk"_s)), presses(u"Cancel"_s), presses(u"Quit"_s)});
            QVERIFY(!placeOfLibrary(*m_settings));
            QVERIFY(answers.areGiven());
            QVERIFY(QDir(path(u"disk"_s)).isEmpty());
            QCOMPARE(m_settings->libraryFolder(), path(u"library"_s));
        }
        {
            const Answers answers({presses(gone), choosesFolder(path(u"moved"_s))});
            QCOMPARE(placeOfLibrary(*m_settings).value_or(LibraryFolder()).path, path(u"moved"_s));
            QCOMPARE(m_settings->libraryFolder(), path(u"moved"_s));
        }
        m_settings->setLibraryFolder(path(u"library"_s));
        const Answers answers({presses(gone), choosesFolder(path(u"disk"_s)), presses(u"Begin a new one"_s)});
        QCOMPARE(placeOfLibrary(*m_settings).value_or(LibraryFolder()).path, path(u"disk"_s));
        QVERIFY(Services::open({path(u"disk"_s)}));
    }

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }

    static void opens(Session &session)
    {
        session.open({});
        QTRY_VERIFY(session.window());
        QVERIFY(QTest::qWaitForWindowActive(session.window()));
        table(session).setFocus();
    }

    static PaperTableView &table(const Session &session)
    {
        return *session.window()->findChild<PaperTableView *>();
    }

    static QString said(const Session &session)
    {
        return session.window()->findChild<MessageBar *>(u"messageBar"_s)->text();
    }

    /** As the journal of the library that is open has it. */
    static QString starred(const Session &session)
    {
        QStringList titles;
        const auto library = Library::open({session.folder()});
        for (const Paper &paper : (*library)->papers(InReadingList{}, u"en"_s).value_or(QList<Paper>())) {
            titles += paper.title;
        }
        return titles.join(u" | ");
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Settings> m_settings;
};

QTEST_MAIN(TestMoveLibrary)
#include "tst_movelibrary.moc"
