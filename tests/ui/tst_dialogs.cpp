// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/log.h"
#include "app/base/parts.h"
#include "app/store/library.h"
#include "tests/ui/widgets.h"
#include "ui/aboutdialog.h"
#include "ui/failurebox.h"
#include "ui/keysheet.h"
#include "ui/logdialog.h"
#include "ui/settingsdialog.h"

#include <QClipboard>
#include <QDialog>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableWidget>
#include <QTemporaryDir>

using namespace paperdawn;
using namespace paperdawn::test;
using namespace Qt::StringLiterals;

namespace {

QList<KeyRow> someKeys()
{
    return {{u"next"_s, u"&Next paper"_s, {Qt::Key_J, Qt::Key_Down}, u"Reading"_s},
            {u"star"_s, u"Star && next"_s, {Qt::Key_S}, u"Reading"_s},
            {u"sample"_s, u"Try the sample"_s, {}, u"Library"_s},
            {u"undo"_s, u"Undo"_s, {QKeySequence(u"Ctrl+Z"_s)}, u"Deciding"_s}};
}

} // namespace

class TestDialogs : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<Settings> m_settings;

    std::unique_ptr<QDialog> dialog(const QString &name)
    {
        if (name == u"settings") {
            return std::make_unique<SettingsDialog>(*m_settings, LibraryFolder{m_folder.path()});
        }
        if (name == u"keys") {
            return std::make_unique<KeySheet>(someKeys());
        }
        if (name == u"log") {
            return std::make_unique<LogDialog>(nullptr);
        }
        return std::make_unique<AboutDialog>(u"/media/reader/library"_s);
    }

private Q_SLOTS:
    void init()
    {
        static int number = 0;
        m_settings = std::make_unique<Settings>(m_folder.filePath(u"%1.ini"_s.arg(++number)));
    }

    void tabVisitsEverything_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QStringList>("order");
        QTest::newRow("settings") << u"settings"_s
                                  << QStringList{u"language"_s,      u"theme"_s,   u"contrast"_s,
                                                 u"titleLanguage"_s, u"density"_s, u"textScale"_s,
                                                 u"dwell"_s,         u"Close"_s,   u"settingsPages"_s};
        QTest::newRow("keys") << u"keys"_s << QStringList{u"keys"_s, u"Close"_s};
        QTest::newRow("about") << u"about"_s << QStringList{u"Close"_s, u"copyVersion"_s};
        QTest::newRow("log") << u"log"_s << QStringList{u"log"_s, u"copyLog"_s, u"Close"_s};
    }

    void tabVisitsEverything()
    {
        QFETCH(QString, name);
        QFETCH(QStringList, order);
        const auto window = dialog(name);
        QVERIFY(shownAndActive(window.get()));
        QStringList visited = tabOrder(window.get());
        visited.removeAll(u"sentence"_s); // of the about dialog: each can be selected by keyboard
        QCOMPARE(visited, order);
    }

    void escapeCloses_data() { tabVisitsEverything_data(); }

    void escapeCloses()
    {
        QFETCH(QString, name);
        const auto window = dialog(name);
        QVERIFY(shownAndActive(window.get()));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(!window->isVisible());
    }

    void isHeard_data() { tabVisitsEverything_data(); }

    void isHeard()
    {
        QFETCH(QString, name);
        const auto window = dialog(name);
        QVERIFY(shownAndActive(window.get()));
        QVERIFY(!window->windowTitle().isEmpty());
        QCOMPARE(faultsOf(window.get()).join(u'\n'), QString());
    }

    void settingsAreAppliedAtOnce_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("expected");
        QTest::newRow("language") << u"language"_s << u"en 0 2 1 100 700 0"_s;
        QTest::newRow("theme") << u"theme"_s << u" 1 2 1 100 700 0"_s;
        QTest::newRow("titles") << u"titleLanguage"_s << u" 0 1 1 100 700 0"_s;
        QTest::newRow("density") << u"density"_s << u" 0 2 0 100 700 0"_s;
        QTest::newRow("text") << u"textScale"_s << u" 0 2 1 90 700 0"_s;
        QTest::newRow("contrast") << u"contrast"_s << u" 0 2 1 100 700 1"_s;
        QTest::newRow("dwell") << u"dwell"_s << u" 0 2 1 100 0 0"_s;
    }

    void settingsOfPdfsAreAppliedAtOnce()
    {
        SettingsDialog window(*m_settings, LibraryFolder{m_folder.path()});
        QVERIFY(shownAndActive(&window));
        QTest::keyClick(window.findChild<QWidget *>(u"keepsPdfs"_s), Qt::Key_Down);
        QVERIFY(!m_settings->keepsPdfs());
        QTest::keyClick(window.findChild<QWidget *>(u"pdfRoom"_s), Qt::Key_Down);
        QCOMPARE(m_settings->pdfRoom(), 5 * 1024);
        QTest::keyClick(window.findChild<QWidget *>(u"pdfRoom"_s), Qt::Key_End);
        QCOMPARE(m_settings->pdfRoom(), 0);
    }

    void settingsAreAppliedAtOnce()
    {
        QFETCH(QString, field);
        QFETCH(QString, expected);
        SettingsDialog window(*m_settings, LibraryFolder{m_folder.path()});
        QVERIFY(shownAndActive(&window));
        auto *widget = window.findChild<QWidget *>(field);
        // down where there is something below the first choice, up where it is the last
        const bool up = field == u"titleLanguage" || field == u"density" || field == u"dwell";
        QTest::keyClick(widget, field == u"textScale" || !up ? Qt::Key_Down : Qt::Key_Up);
        const Settings &s = *m_settings;
        QCOMPARE(u"%1 %2 %3 %4 %5 %6 %7"_s.arg(s.language())
                     .arg(int(s.theme()))
                     .arg(int(s.titleLanguage()))
                     .arg(int(s.density()))
                     .arg(s.textScale())
                     .arg(s.dwell())
                     .arg(int(s.contrast())),
                 expected);
    }

    void theLogShowsWhatIsNoted()
    {
        keepLog();
        LogDialog window(nullptr);
        QVERIFY(shownAndActive(&window));
        const auto *text = window.findChild<QPlainTextEdit *>(u"log"_s);
        QTest::ignoreMessage(QtWarningMsg, "the disk is full");
        qCWarning(logStore) << "the disk is full";
        QTRY_VERIFY(text->toPlainText().endsWith(u"warning paperdawn.store: the disk is full"_s));
        window.findChild<QPushButton *>(u"copyLog"_s)->click();
        QVERIFY(QGuiApplication::clipboard()->text().startsWith(u"Paperdawn "_s));
        QVERIFY(QGuiApplication::clipboard()->text().endsWith(u"the disk is full\n"_s));
    }

    void anOddDwellIsShownAsItIs()
    {
        m_settings->setDwell(1500);
        SettingsDialog window(*m_settings, LibraryFolder{m_folder.path()});
        QCOMPARE(window.findChild<QComboBox *>(u"dwell"_s)->currentText(), u"After 1.5 s in view"_s);
    }

    void openingChangesNothing()
    {
        const QSignalSpy changed(m_settings.get(), &Settings::changed);
        SettingsDialog window(*m_settings, LibraryFolder{m_folder.path()});
        QVERIFY(shownAndActive(&window));
        QTest::keyClick(&window, Qt::Key_Escape);
        QCOMPARE(changed.size(), 0);
    }

    void keySheetSaysWhatThereIs()
    {
        KeySheet sheet(someKeys());
        const auto *table = sheet.findChild<QTableWidget *>(u"keys"_s);
        QStringList lines;
        for (int row = 0; row < table->rowCount(); ++row) {
            const QTableWidgetItem *what = table->item(row, 1);
            lines += table->item(row, 0)->text() + (what ? u" | "_s + what->text() : QString());
        }
        const QStringList expected{u"Reading"_s, u"J or Down | Next paper"_s, u"S | Star & next"_s,
                                   u"Deciding"_s, u"Ctrl+Z | Undo"_s};
        QCOMPARE(lines, expected);
    }

    void keySheetGoesAsItCame_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<QString>("text");
        QTest::newRow("?") << int(Qt::Key_Question) << u"?"_s;
        QTest::newRow("F1") << int(Qt::Key_F1) << QString();
    }

    void keySheetGoesAsItCame()
    {
        QFETCH(int, key);
        QFETCH(QString, text);
        KeySheet sheet(someKeys());
        QVERIFY(shownAndActive(&sheet));
        QTest::sendKeyEvent(QTest::Click, QApplication::focusWidget(), Qt::Key(key), text, Qt::NoModifier);
        QVERIFY(!sheet.isVisible());
    }

    void aboutTellsWhereThingsAre()
    {
        AboutDialog about(u"/media/<b>reader</b>/library"_s);
        QStringList texts;
        const QList<QLabel *> labels = about.findChildren<QLabel *>();
        for (const QLabel *label : labels) {
            texts += label->text();
        }
        QVERIFY(texts.join(u'\n').contains(u"/media/<b>reader</b>/library"));
        QVERIFY(texts.join(u'\n').contains(u"version 3 or later"));
    }

    void aboutTellsWhatItIsMadeOf()
    {
        AboutDialog about(u"/media/reader/library"_s);
        QString text;
        const QList<QLabel *> labels = about.findChildren<QLabel *>();
        for (const QLabel *label : labels) {
            text += label->text();
        }
        const PartVersions parts = partVersions();
        const QStringList expected = {
            u"Qt %1 (LGPL 3)"_s.arg(parts.qt), u"SQLite %1 (public domain)"_s.arg(parts.sqlite),
            u"zlib %1 (zlib licence)"_s.arg(parts.zlib), u"tl::expected %1 (CC0)"_s.arg(parts.expected)};
        for (const QString &part : expected) {
            QVERIFY2(text.contains(part), qPrintable(part + u" is not in: "_s + text));
        }
    }

    void aboutCopiesTheVersion()
    {
        AboutDialog about(u"/media/reader/library"_s);
        about.findChild<QPushButton *>(u"copyVersion"_s)->click();
        QVERIFY(QApplication::clipboard()->text().startsWith(u"Paperdawn "));
        QVERIFY(QApplication::clipboard()->text().contains(u"SQLite "_s + partVersions().sqlite));
    }

    void aFailureCanBeCopiedAndStaysUntilItIsLeft()
    {
        FailureBox box({.kind = ErrorKind::NotFound, .where = u"/media/<b>reader</b>/library"_s});
        const QPushButton *again = box.addButton(u"Try again"_s, QMessageBox::AcceptRole);
        const QPushButton *leaving = box.addLeaving(u"Quit"_s);
        box.open();
        QVERIFY2(box.text().contains(u"<b>reader</b>"_s), qPrintable(box.text()));
        QCOMPARE(box.textFormat(), Qt::PlainText);
        QVERIFY(again->isDefault());
        const auto buttons = box.buttons();
        const auto copy = std::find_if(buttons.begin(), buttons.end(), [](const auto *button) {
            return button->text() == "Copy details"_L1;
        });
        QVERIFY(copy != buttons.end());
        QTest::mouseClick(*copy, Qt::LeftButton);
        QVERIFY(QGuiApplication::clipboard()->text().startsWith(box.text()));
        QVERIFY(QGuiApplication::clipboard()->text().size() > box.text().size());
        QVERIFY(box.isVisible());
        QTest::keyClick(&box, Qt::Key_Escape);
        QVERIFY(!box.isVisible());
        QCOMPARE(box.clickedButton(), leaving);
    }
};

QTEST_MAIN(TestDialogs)
#include "tst_dialogs.moc"
