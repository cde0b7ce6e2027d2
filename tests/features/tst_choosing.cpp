// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/scenario.h"
#include "ui/startpage.h"

#include <QTranslator>

using namespace paperdawn;
using namespace paperdawn::test;
using namespace Qt::StringLiterals;

namespace {

const QDate tuesday(2025, 12, 9);

QByteArray entry(const QString &category)
{
    return u"@misc{k, eprint={2512.00001}, archivePrefix={arXiv}, primaryClass={%1}}\n"_s.arg(category)
        .toUtf8();
}

const QByteArray other = "@book{k, title={The Engine}}\n";

} // namespace

/** What somebody cites says what they read. */
class TestChoosing : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        QVERIFY(m_englishNumbers.load(u":/i18n/paperdawn_en.qm"_s));
        QCoreApplication::installTranslator(&m_englishNumbers);
    }

    void onTheFirstPage()
    {
        Reader reader;
        auto *page = reader.window().findChild<StartPage *>();
        const auto *latest = page->findChild<QPushButton *>(u"getLatest"_s);
        QVERIFY(page->isVisible() && !latest->isEnabled());
        const QString file =
            reader.writes(u"refs.bib"_s, entry(u"cs.LG"_s) + entry(u"cs.CL"_s).repeated(2) + other);
        QMimeData mime;
        mime.setUrls({QUrl::fromLocalFile(file)});
        QDragEnterEvent enter(QPoint(9, 9), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(page, &enter);
        QDropEvent dropped(QPointF(9, 9), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        When(QCoreApplication::sendEvent(page, &dropped));
        Then(reader.seesMessage(),
             u"Chosen from refs.bib: cs.CL and cs.LG. A category of arXiv stands in 3 of "
             "4 entries."_s);
        Then(reader.settings().categories(), QStringList({u"cs.CL"_s, u"cs.LG"_s}));
        QVERIFY(latest->isEnabled());

        Then(reader.seesOffered(), u"Undo the choice"_s);
        When(reader.takesTheOffer());
        Then(reader.settings().categories(), QStringList());
        Then(reader.seesMessage(), u"Not chosen any more: cs.CL and cs.LG."_s);
        QVERIFY(!latest->isEnabled());
    }

    void whatWasUnchosenByHandIsNotTakenBackOnceMore()
    {
        Reader reader;
        const QString file = reader.writes(u"refs.bib"_s, entry(u"cs.LG"_s) + entry(u"cs.CL"_s));
        reader.settings().setCategories({u"hep-th"_s});
        reader.letsGoOf({file});
        Then(reader.settings().categories(), QStringList({u"hep-th"_s, u"cs.CL"_s, u"cs.LG"_s}));
        Then(reader.seesOffered(), u"Undo the choice"_s);
        reader.settings().setCategories({u"hep-th"_s, u"cs.LG"_s});
        When(reader.takesTheOffer());
        Then(reader.settings().categories(), QStringList({u"hep-th"_s}));
        Then(reader.seesMessage(), u"Not chosen any more: cs.LG."_s);

        reader.letsGoOf({file});
        Then(reader.settings().categories(), QStringList({u"hep-th"_s, u"cs.CL"_s, u"cs.LG"_s}));
        Then(reader.seesOffered(), u"Undo the choice"_s);
        reader.settings().setCategories({});
        When(reader.takesTheOffer());
        Then(reader.seesMessage(), u"None of them was chosen any more."_s);
    }

    void whatIsChosenAlreadyStays()
    {
        Reader reader;
        reader.settings().setCategories({u"hep-th"_s, u"cs.CL"_s});
        const QString file = reader.writes(u"refs.bib"_s, entry(u"cs.LG"_s) + entry(u"cs.CL"_s));
        When(reader.letsGoOf({file}));
        Then(reader.seesMessage(),
             u"Chosen from refs.bib: cs.LG. A category of arXiv stands in 2 of 2 entries."_s);
        Then(reader.settings().categories(), QStringList({u"hep-th"_s, u"cs.CL"_s, u"cs.LG"_s}));
        reader.settings().setCategories({u"cs.CL"_s, u"cs.LG"_s, u"cs.CV"_s});
        When(reader.takesTheOffer());
        Then(reader.settings().categories(), QStringList({u"cs.CL"_s, u"cs.CV"_s})); // what it chose, only

        reader.settings().setCategories({u"cs.LG"_s, u"cs.CL"_s});
        When(reader.letsGoOf({file}));
        Then(reader.seesMessage(), u"Those from refs.bib are chosen already: cs.CL and cs.LG. A category of "
                                   "arXiv stands in 2 of 2 entries."_s);
        Then(reader.seesOffered(), QString());
    }

    void whatIsWrongIsSaid_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("says");
        QTest::addColumn<QString>("chooses");
        const auto row = [](const char *name, const QByteArray &bytes, const QString &says,
                            const QString &chooses = {}) { QTest::newRow(name) << bytes << says << chooses; };
        const QString none = u"There is no BibTeX entry in refs.bib. Choose another file."_s;
        row("nothing", {}, none);
        row("text", "To ada@example.org: see below.", none);
        row("no text", QByteArray("\0\1\2", 3), none);
        row("no category", other.repeated(3),
            u"No category of today's arXiv stands in the 3 entries of refs.bib: many programs leave it out. "
            "Choose categories by hand."_s);
        row("one entry without", other,
            u"No category of today's arXiv stands in the 1 entry of refs.bib: many programs leave it out. "
            "Choose categories by hand."_s);
        row("one is damaged", entry(u"cs.CL"_s) + "@misc{a, b=\n" + other,
            u"Chosen from refs.bib: cs.CL. A category of arXiv stands in 1 of 2 entries. 1 entry is damaged "
            u"and "
            "was left out, in line 2 of refs.bib."_s,
            u"cs.CL"_s);
        row("all are damaged", "@misc{a, b=\n@misc{c, d=\n",
            u"2 entries are damaged and were left out, the first in line 1 of refs.bib."_s);
        row("too large", QByteArray(33 << 20, ' '),
            u"refs.bib is too large to be read (33.00 MiB). Export a smaller part of it."_s);
    }
    void whatIsWrongIsSaid()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const QString, says);
        QFETCH(const QString, chooses);
        Reader reader;
        When(reader.letsGoOf({reader.writes(u"refs.bib"_s, bytes)}));
        Then(reader.seesMessage(), says);
        QCOMPARE(reader.settings().categories().join(u' '), chooses);
    }

    void severalFiles()
    {
        Reader reader;
        const QString first = reader.writes(u"a.bib"_s, entry(u"cs.CL"_s));
        const QString second = reader.writes(u"b.BIB"_s, entry(u"cs.LG"_s) + other);
        const QString third = reader.writes(u"c.bib"_s, "no entry");
        const QString fourth = reader.writes(u"d.bib"_s, "none here");
        When(reader.letsGoOf({first, second, third, fourth}));
        Then(reader.seesMessage(),
             u"Chosen from 4 files: cs.CL and cs.LG. A category of arXiv stands in 2 of 3 entries. There is "
             u"no "
             "BibTeX entry in c.bib. Choose another file. 1 other file could not be read, either."_s);
    }

    void besideDayFiles()
    {
        Reader reader;
        const QString day = reader.writes(u"2025-12-09-arxiv.md"_s, dayFile(tuesday, {u"Voxel art"_s}));
        const QString file = reader.writes(u"refs.bib"_s, entry(u"cs.CL"_s));
        When(reader.drops({file, day}));
        Then(reader.seesMessage(),
             u"Imported: 1 day, 1 paper new. Chosen from refs.bib: cs.CL. A category of "
             "arXiv stands in 1 of 1 entry."_s);
        Then(reader.seesRows(), u"Voxel art"_s);
        Then(reader.settings().categories(), QStringList(u"cs.CL"_s));
        When(reader.takesTheOffer());
        Then(reader.settings().categories(), QStringList());
        Then(reader.seesRows(), u"Voxel art"_s);

        When(reader.letsGoOf({file})); // and where days are shown
        Then(reader.settings().categories(), QStringList(u"cs.CL"_s));
        Then(reader.seesTitle(), u"Paperdawn — 9 December 2025"_s);
    }

    void byKeys()
    {
        Reader reader;
        const QString file = reader.writes(u"refs.bib"_s, entry(u"cs.CL"_s));
        QTimer answers;
        connect(&answers, &QTimer::timeout, this, [&] {
            if (auto *dialog = qobject_cast<QFileDialog *>(QApplication::activeModalWidget())) {
                answers.stop();
                QVERIFY(dialog->nameFilters().first().contains(u"*.bib"_s));
                dialog->findChild<QLineEdit *>(u"fileNameEdit"_s)->setText(file);
                QTimer::singleShot(0, dialog, &QDialog::accept);
            }
        });
        answers.start(10);
        auto *files = reader.window().findChild<QPushButton *>(u"openFiles"_s);
        files->setFocus();
        When(QTest::keyClick(files, Qt::Key_Space));
        Then(reader.settings().categories(), QStringList(u"cs.CL"_s));
    }

    void aWindowThatClosesMeanwhileChoosesNothing()
    {
        Reader reader;
        const QString file = reader.writes(u"refs.bib"_s, entry(u"cs.CL"_s).repeated(10'000));
        When(reader.letsGoOf({file}));
        When(reader.closesTheWindow());
        QCoreApplication::processEvents();
        QCOMPARE(reader.settings().categories(), QStringList());
    }

private:
    QTranslator m_englishNumbers; ///< "1 entry", "2 entries"
};

QTEST_MAIN(TestChoosing)
#include "tst_choosing.moc"
