// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/filelock.h"
#include "app/transfer/sampleday.h"
#include "tests/support/scenario.h"
#include "ui/importprogress.h"
#include "ui/openingnotice.h"
#include "ui/session.h"

#include <algorithm>

using namespace paperdawn;
using namespace paperdawn::test;
using namespace Qt::StringLiterals;

namespace {

/** How many windows came since it was made. */
struct WindowsShown final : QObject
{
    WindowsShown() { qApp->installEventFilter(this); }
    bool eventFilter(QObject *object, QEvent *event) override
    {
        count += event->type() == QEvent::Show && qobject_cast<MainWindow *>(object) ? 1 : 0;
        return false;
    }
    int count = 0;
};

} // namespace

/** What another program or the reader asks for comes one after the other, and takes no window from under a
 * dialog. */
class TestWishes : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QLoggingCategory::setFilterRules(u"qt.qpa.*=false"_s);
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<Settings>(m_folder->filePath(u"settings.ini"_s));
        m_settings->setKeepsPdfs(false);
        m_session = std::make_unique<Session>(m_folder->filePath(u"library"_s), *m_settings, nowhere());
    }
    void cleanup() { m_session.reset(); }

    void noneOfThemIsLost()
    {
        m_session->open({});
        m_session->carryOut({.paths = {writes(QDate(2025, 12, 8))}});
        m_session->carryOut({.paths = {writes(QDate(2025, 12, 9))}});
        m_session->carryOut({.paths = {writes(QDate(2025, 12, 10))}});
        QTRY_COMPARE(days(), 3);
        QTRY_VERIFY(!m_session->window()->isBusy());
    }

    /** Whether it is open when the other window is asked for, or only when that one has come. */
    void aDialogIsWaitedFor_data()
    {
        QTest::addColumn<bool>("isOpenFirst");
        QTest::newRow("open before") << true;
        QTest::newRow("opened meanwhile") << false;
    }
    void aDialogIsWaitedFor()
    {
        QFETCH(const bool, isOpenFirst);
        m_session->open({});
        QTRY_VERIFY(m_session->window());
        const LibraryFolder sample = sampleFolder({m_session->folder()});
        QVERIFY(QDir().mkpath(sample.path));
        std::optional<FileLock> held;
        if (!isOpenFirst) { // its library waits for this one, and so does its window
            held = FileLock::acquire(sample.writerLock(), QDeadlineTimer(0)).value();
            m_session->carryOut({.content = MainWindow::Content::Sample});
            QTRY_VERIFY(isNoticeShown());
        }
        const QPointer<MainWindow> before = m_session->window();
        bool wasThereAtTheEnd = false;
        QTimer::singleShot(0, before, [&] {
            auto *dialog = qobject_cast<QDialog *>(QApplication::activeModalWidget());
            QVERIFY(dialog);
            if (isOpenFirst) {
                m_session->carryOut({.content = MainWindow::Content::Sample});
            }
            held.reset();
            QTimer::singleShot(1500, dialog, [&, dialog] {
                wasThereAtTheEnd = !before.isNull();
                dialog->reject();
            });
        });
        When(before->actions()[Command::OpenSettings]->trigger());
        QVERIFY(wasThereAtTheEnd);
        QTRY_VERIFY(!before && m_session->window());
        QVERIFY(m_session->window()->findChild<PaperTableView *>()->model()->rowCount() > 0);
    }

    void whatIsShownAlreadyIsNotOpenedAgain()
    {
        m_session->open({});
        QTRY_VERIFY(m_session->window());
        const QPointer<MainWindow> own = m_session->window();
        WindowsShown shown;
        m_session->carryOut({.content = MainWindow::Content::Sample});
        m_session->carryOut({.content = MainWindow::Content::Sample});
        m_session->open({}); // behind both
        QTRY_COMPARE(shown.count, 2);
        QTRY_VERIFY(!own && m_session->window());
        QCOMPARE(days(), 0);
        QCOMPARE(m_session->window()->findChild<PaperTableView *>()->model()->rowCount(), 0);
    }

    void whatIsImportedComesFirst()
    {
        m_session->open({});
        QTRY_VERIFY(m_session->window());
        const QPointer<MainWindow> before = m_session->window();
        When(before->import({writes(QDate(2025, 12, 8))}));
        QVERIFY(before->isBusy());
        When(before->import({writes(QDate(2025, 12, 9))})); // follows
        m_session->carryOut({.content = MainWindow::Content::Sample});
        QTRY_VERIFY(!before && m_session->window());
        m_session->open({});
        QTRY_VERIFY(m_session->window() && days() == 2);
    }

    void whatWasToFollowAnImportThatIsStoppedIsNamed()
    {
        m_session->open({});
        QTRY_VERIFY(m_session->window());
        MainWindow &window = *m_session->window();
        const LibraryFolder own{m_session->folder()};
        auto held = std::optional(FileLock::acquire(own.importLock(), QDeadlineTimer(0)).value());
        When(window.import({writes(QDate(2025, 12, 8))})); // waits for the lock
        When(window.import({writes(QDate(2025, 12, 9))}));
        const auto *said = window.findChild<MessageBar *>(u"messageBar"_s);
        QCOMPARE(said->text(), u"These files follow once the import that is under way is done."_s);
        When(window.findChild<ImportProgressBar *>()->stopRequested());
        held.reset();
        QTRY_VERIFY(!window.isBusy());
        const QString dropped = u" 1 file(s) or folder(s) that were to follow were not imported."_s;
        QVERIFY2(said->text().endsWith(dropped), qPrintable(said->text()));
        QVERIFY(days() <= 1); // the first may have been begun
    }

private:
    static bool isNoticeShown()
    {
        const QWidgetList all = QApplication::topLevelWidgets();
        return std::ranges::any_of(all, [](const QWidget *widget) {
            return qobject_cast<const OpeningNotice *>(widget) && widget->isVisible();
        });
    }

    [[nodiscard]] QString writes(QDate day) const
    {
        const QString path = m_folder->filePath(day.toString(Qt::ISODate) + u"-arxiv.md"_s);
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(dayFile(day, {u"Voxel art"_s})) > 0 ? path
                                                                                                 : QString();
    }
    [[nodiscard]] qsizetype days() const
    {
        const auto library = Library::open({m_session->folder()});
        return library ? (*library)->days().value_or(QList<DaySummary>()).size() : 0;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<Session> m_session;
};

QTEST_MAIN(TestWishes)
#include "tst_wishes.moc"
