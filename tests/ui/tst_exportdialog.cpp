// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/widgets.h"
#include "ui/exportdialog.h"

#include <QPushButton>
#include <QTemporaryDir>

using namespace paperdawn;
using namespace paperdawn::test;
using namespace Qt::StringLiterals;

class TestExportDialog : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<Settings> m_settings;

    static QString summary(const ExportChoice &c)
    {
        return u"%1 %2 %3 %4 "_s.arg(int(c.what)).arg(int(c.style)).arg(int(c.language)).arg(int(c.where)) +
               formatKey(c.format);
    }

    static void choose(const ExportDialog &dialog, const QString &field, int index)
    {
        dialog.findChild<QComboBox *>(field)->setCurrentIndex(index);
    }

private Q_SLOTS:
    void init()
    {
        static int number = 0;
        m_settings = std::make_unique<Settings>(m_folder.filePath(u"%1.ini"_s.arg(++number)));
    }

    void remembersWhatWasAccepted()
    {
        const ExportOffer offer{QDate(2025, 12, 9), 412, 3, 5};
        {
            ExportDialog dialog(*m_settings, offer);
            QCOMPARE(summary(dialog.choice()), u"0 0 0 0 markdown"_s);
            choose(dialog, u"what"_s, 2);
            choose(dialog, u"format"_s, 3);
            choose(dialog, u"style"_s, 1);
            choose(dialog, u"language"_s, 2);
            choose(dialog, u"where"_s, 1);
            dialog.accept();
        }
        {
            ExportDialog dialog(*m_settings, offer);
            QCOMPARE(summary(dialog.choice()), u"2 1 2 1 csv"_s);
            choose(dialog, u"style"_s, 0);
            dialog.reject(); // is not remembered
        }
        QCOMPARE(summary(ExportDialog(*m_settings, offer).choice()), u"2 1 2 1 csv"_s);
    }

    void forgetsWhatItDoesNotUnderstand()
    {
        m_settings->setValue(u"export"_s, u"everything table klingon file papyrus"_s);
        QCOMPARE(summary(ExportDialog(*m_settings, {QDate(2025, 12, 9), 1, 1, 1}).choice()),
                 u"0 0 0 0 markdown"_s);
    }

    void offersOnlyWhatThereIs_data()
    {
        QTest::addColumn<int>("onDay");
        QTest::addColumn<int>("selected");
        QTest::addColumn<int>("listed");
        QTest::addColumn<int>("chosen");
        QTest::addColumn<bool>("possible");
        QTest::newRow("all") << 9 << 2 << 5 << 1 << true;
        QTest::newRow("no selection") << 9 << 0 << 5 << 0 << true;
        QTest::newRow("only stars") << 0 << 0 << 5 << 2 << true;
        QTest::newRow("nothing") << 0 << 0 << 0 << 0 << false;
    }

    void offersOnlyWhatThereIs()
    {
        QFETCH(int, onDay);
        QFETCH(int, selected);
        QFETCH(int, listed);
        QFETCH(int, chosen);
        QFETCH(bool, possible);
        m_settings->setValue(u"export"_s, u"selection table zh file"_s);
        ExportDialog dialog(*m_settings, {QDate(2025, 12, 9), onDay, selected, listed});
        QCOMPARE(int(dialog.choice().what), chosen);
        QCOMPARE(dialog.findChild<QPushButton *>(u"export"_s)->isEnabled(), possible);
    }

    void theButtonNamesTheDeed()
    {
        ExportDialog dialog(*m_settings, {QDate(2025, 12, 9), 1, 1, 1});
        const auto *button = dialog.findChild<QPushButton *>(u"export"_s);
        QCOMPARE(button->text(), u"&Export…"_s);
        QVERIFY(button->isDefault());
        choose(dialog, u"where"_s, 1);
        QCOMPARE(button->text(), u"&Copy"_s);
    }

    void whatWasRememberedBeforeThereWereFormats()
    {
        m_settings->setValue(u"export"_s, u"reading-list reading both clipboard"_s);
        QCOMPARE(summary(ExportDialog(*m_settings, {QDate(2025, 12, 9), 1, 1, 1}).choice()),
                 u"2 1 2 1 markdown"_s);
    }

    void styleAndLanguageAreOfMarkdown()
    {
        ExportDialog dialog(*m_settings, {QDate(2025, 12, 9), 1, 1, 1});
        QVERIFY(shownAndActive(&dialog));
        const auto *style = dialog.findChild<QComboBox *>(u"style"_s);
        const auto *language = dialog.findChild<QComboBox *>(u"language"_s);
        QVERIFY(style->isVisible() && language->isVisible());
        choose(dialog, u"format"_s, 1);
        QVERIFY(!style->isVisible() && !language->isVisible());
        QCOMPARE(faultsOf(&dialog).join(u'\n'), QString());
        choose(dialog, u"format"_s, 0);
        QVERIFY(style->isVisible() && language->isVisible());
    }

    void byKeyboard()
    {
        ExportDialog dialog(*m_settings, {QDate(2025, 12, 9), 412, 3, 5});
        QVERIFY(shownAndActive(&dialog));
        QCOMPARE(faultsOf(&dialog).join(u'\n'), QString());
        const QStringList order{u"what"_s,  u"format"_s, u"style"_s, u"language"_s,
                                u"where"_s, u"export"_s, u"Cancel"_s};
        QCOMPARE(tabOrder(&dialog).join(u" "_s), order.join(u" "_s));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(dialog.result(), int(QDialog::Accepted));
        QVERIFY(shownAndActive(&dialog));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QCOMPARE(dialog.result(), int(QDialog::Rejected));
    }

    void names_data()
    {
        QTest::addColumn<int>("what");
        QTest::addColumn<QDate>("day");
        QTest::addColumn<QString>("name");
        QTest::newRow("day") << 0 << QDate(2025, 12, 9) << u"2025-12-09.md"_s;
        QTest::newRow("selection") << 1 << QDate(2025, 12, 9) << u"2025-12-09-selection.md"_s;
        QTest::newRow("selection of stars") << 1 << QDate() << u"papers-selection.md"_s;
        QTest::newRow("reading list") << 2 << QDate(2025, 12, 9) << u"reading-list.md"_s;
    }

    void names()
    {
        QFETCH(int, what);
        QFETCH(QDate, day);
        QFETCH(QString, name);
        QCOMPARE(ExportDialog::suggestedName({.what = ExportChoice::What(what)}, day), name);
    }

    void theNameTellsTheFormat()
    {
        QStringList names;
        for (const auto format : {ExportFormat::Markdown, ExportFormat::Bibtex, ExportFormat::Ris,
                                  ExportFormat::Csv, ExportFormat::Json}) {
            names += ExportDialog::suggestedName({.format = format}, QDate(2025, 12, 9));
        }
        QCOMPARE(names.join(u' '),
                 u"2025-12-09.md 2025-12-09.bib 2025-12-09.ris 2025-12-09.csv 2025-12-09.json"_s);
    }
};

QTEST_MAIN(TestExportDialog)
#include "tst_exportdialog.moc"
