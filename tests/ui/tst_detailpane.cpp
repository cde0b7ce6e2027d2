// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/transfer/sampleday.h"
#include "tests/support/hostileabstracts.h"
#include "tests/ui/widgets.h"
#include "ui/detailpane.h"
#include "ui/paperbrowser.h"
#include "ui/theme.h"

#include <QAction>
#include <QClipboard>
#include <QHelpEvent>
#include <QMainWindow>
#include <QMimeData>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTextBlock>
#include <QToolTip>

using namespace paperdawn;
using namespace paperdawn::test;
using namespace Qt::StringLiterals;

namespace {

PaperDetails paper(const QString &abstract = u"We show $E=mc^2$ at https://example.org/x."_s)
{
    PaperDetails details{.id = *PaperId::parse(u"2512.07834"_s)};
    details.version = 1;
    details.title = u"On $\\alpha$-cats"_s;
    details.abstract = abstract;
    details.translations = {{u"zh-Hans"_s, u"file"_s, u"论 $\\alpha$ 猫"_s, u"我们证明 $E=mc^2$。"_s, {}}};
    return details;
}

QList<DayPaper> samplePapers()
{
    return sampleDays().constLast().sections.constFirst().papers;
}

/** How much a document asks of the layout. */
struct Extent
{
    int characters = 0;
    int longestBlock = 0;  ///< characters; a block is laid out as a whole,
    int mostStretches = 0; ///< in a block, in time that grows with the square of these
};

Extent extentOf(const QTextDocument &document)
{
    Extent extent;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        extent.characters += block.length();
        extent.longestBlock = std::max(extent.longestBlock, block.length());
        extent.mostStretches = std::max(extent.mostStretches, int(block.textFormats().size()));
    }
    return extent;
}

} // namespace

class TestDetailPane : public QObject
{
    Q_OBJECT

    static PaperBrowser *browser(const DetailPane &pane) { return pane.findChild<PaperBrowser *>(); }
    static QPushButton *button(const DetailPane &pane, const QString &name)
    {
        return pane.findChild<QPushButton *>(name);
    }
    static QString text(const DetailPane &pane) { return browser(pane)->document()->toPlainText(); }

    /** Follows the first link whose address begins so. */
    static void follow(const DetailPane &pane, const QString &address)
    {
        Q_EMIT browser(pane)->anchorClicked(QUrl(address));
    }

private Q_SLOTS:
    void init()
    {
        QApplication::setStyle(u"Fusion"_s);
        QApplication::setPalette(paletteOf(lightColours()));
    }

    void emptyAtFirst()
    {
        DetailPane pane;
        QVERIFY(shownAndActive(&pane));
        QCOMPARE(text(pane), u"Choose a paper to read its abstract here."_s);
        for (const auto &name : {u"star"_s, u"pdf"_s, u"page"_s, u"copyBibtex"_s}) {
            QVERIFY(!button(pane, name)->isEnabled());
        }
        QVERIFY(!pane.pageDown());
        pane.peekOriginal(true);
        pane.show(paper(), {}, TitleLanguage::Both);
        QVERIFY(text(pane).startsWith(u"论 α 猫"));
        pane.clear();
        QCOMPARE(text(pane), u"Choose a paper to read its abstract here."_s);
    }

    void buttonsEmitIntentions()
    {
        DetailPane pane;
        const QSignalSpy star(&pane, &DetailPane::starToggled);
        const QSignalSpy pdf(&pane, &DetailPane::pdfRequested);
        const QSignalSpy page(&pane, &DetailPane::pageRequested);
        const QSignalSpy bibtex(&pane, &DetailPane::bibtexRequested);
        pane.show(paper(), {}, TitleLanguage::Both);
        for (const auto &name : {u"star"_s, u"pdf"_s, u"page"_s, u"copyBibtex"_s}) {
            button(pane, name)->click();
        }
        QCOMPARE(star.size(), 1);
        QCOMPARE(pdf.size(), 1);
        QCOMPARE(page.size(), 1);
        QCOMPARE(bibtex.size(), 1);
        QCOMPARE(button(pane, u"star"_s)->text(), u"☆ Star"_s); // only setMarks() tells that it is so
    }

    void aStarMovesNothing()
    {
        DetailPane pane;
        QVERIFY(shownAndActive(&pane));
        pane.show(paper(), {}, TitleLanguage::Both);
        QCoreApplication::processEvents();
        const auto places = [&] {
            QList<QRect> all;
            const QList<QWidget *> widgets = pane.findChildren<QWidget *>();
            for (const QWidget *widget : widgets) {
                all += widget->geometry();
            }
            return all;
        };
        const QList<QRect> before = places();
        const QTextDocument *document = browser(pane)->document();
        pane.setMarks({.starred = true, .read = true});
        pane.show(paper(), {.starred = true, .read = true}, TitleLanguage::Both);
        QCoreApplication::processEvents();
        QCOMPARE(button(pane, u"star"_s)->text(), u"★ Starred"_s);
        QCOMPARE(places(), before);
        QCOMPARE(browser(pane)->document(), document); // the same paper is not built again
    }

    void modes()
    {
        DetailPane pane;
        pane.show(paper(), {}, TitleLanguage::Translated);
        QVERIFY(text(pane).contains(u"我们证明"));
        QVERIFY(!text(pane).contains(u"We show"));
        pane.setMode(TitleLanguage::Both);
        QVERIFY(text(pane).contains(u"我们证明") && text(pane).contains(u"We show"));
        pane.setMode(TitleLanguage::Original);
        QVERIFY(!text(pane).contains(u"我们证明"));
    }

    void peeking()
    {
        DetailPane pane;
        pane.resize(400, 200);
        QVERIFY(shownAndActive(&pane));
        PaperDetails p = paper(u"Words. "_s.repeated(2'000));
        p.translations[0].abstract = u"词语。"_s.repeated(2'000);
        pane.show(p, {}, TitleLanguage::Translated);
        QVERIFY(pane.pageDown());
        const int scrolled = browser(pane)->verticalScrollBar()->value();
        QVERIFY(scrolled > 0);
        pane.peekOriginal(true);
        pane.peekOriginal(true); // keys repeat
        QVERIFY(text(pane).contains(u"Words."));
        pane.peekOriginal(false);
        QVERIFY(!text(pane).contains(u"Words."));
        QCOMPARE(browser(pane)->verticalScrollBar()->value(), scrolled);
        pane.peekOriginal(true);
        pane.show(samplePapers().first().details, {},
                  TitleLanguage::Translated); // the next paper is not peeked at
        QVERIFY(text(pane).contains(u"小模型"));
        QVERIFY(!text(pane).contains(u"Readers who skim"));
    }

    void pagesToTheEnd()
    {
        DetailPane pane;
        pane.resize(400, 300);
        QVERIFY(shownAndActive(&pane));
        pane.show(paper(u"Words and words. "_s.repeated(1'000)), {}, TitleLanguage::Original);
        int pages = 0;
        while (pane.pageDown() && pages < 1'000) {
            ++pages;
        }
        QVERIFY2(pages > 10 && pages < 200, qPrintable(QString::number(pages)));
        const QScrollBar *bar = browser(pane)->verticalScrollBar();
        QCOMPARE(bar->value(), bar->maximum());
        pane.show(paper(u"Short."_s), {}, TitleLanguage::Original);
        pane.resize(600, 900);
        QVERIFY(!pane.pageDown());
    }

    void linksAreCheckedAgain_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<int>("activated");
        QTest::newRow("https") << u"https://example.org/x"_s << 1;
        QTest::newRow("file") << u"file:///etc/hosts"_s << 0;
        QTest::newRow("script") << u"javascript:alert(1)"_s << 0;
        QTest::newRow("with a user") << u"https://bank.example@example.org/"_s << 0;
        QTest::newRow("relative") << u"x.html"_s << 0;
    }

    void linksAreCheckedAgain()
    {
        QFETCH(QString, address);
        QFETCH(int, activated);
        DetailPane pane;
        const QSignalSpy links(&pane, &DetailPane::linkActivated);
        pane.show(paper(), {}, TitleLanguage::Both);
        follow(pane, address);
        QCOMPARE(links.size(), activated);
    }

    void nothingIsLoaded()
    {
        DetailPane pane;
        pane.show(paper(), {}, TitleLanguage::Both);
        for (const auto &address : {u"file:///etc/hosts"_s, u"http://example.org/x.png"_s, u"qrc:/x"_s,
                                    u"data:image/png;base64,iVBORw0KGgo="_s}) {
            for (const int type : {QTextDocument::HtmlResource, QTextDocument::ImageResource,
                                   QTextDocument::StyleSheetResource}) {
                QVERIFY(!browser(pane)->loadResource(type, QUrl(address)).isValid());
                QVERIFY(!browser(pane)->document()->resource(type, QUrl(address)).isValid());
            }
        }
        QVERIFY(!browser(pane)->openLinks());
        QVERIFY(!browser(pane)->isUndoRedoEnabled());
        QVERIFY(browser(pane)->isReadOnly());
    }

    void unfoldsOnRequest()
    {
        DetailPane pane;
        const QSignalSpy links(&pane, &DetailPane::linkActivated);
        PaperDetails p = paper(u"word "_s.repeated(5'000) + u"finis"_s);
        p.authorsComplete = true;
        for (int i = 0; i < 100; ++i) {
            p.authors += u"Author %1"_s.arg(i);
        }
        pane.show(p, {}, TitleLanguage::Original);
        QVERIFY(!text(pane).contains(u"finis"));
        follow(pane, u"paperdawn:all-text"_s);
        QVERIFY(text(pane).contains(u"finis"));
        QVERIFY(!text(pane).contains(u"Author 99"));
        follow(pane, u"paperdawn:all-authors"_s);
        QVERIFY(text(pane).contains(u"Author 99"));
        QVERIFY(text(pane).contains(u"finis"));
        pane.show(samplePapers().first().details, {}, TitleLanguage::Original);
        pane.show(p, {}, TitleLanguage::Original); // folded anew
        QVERIFY(!text(pane).contains(u"finis"));
        QCOMPARE(links.size(), 0);
    }

    void copiesPlainTextWithTex()
    {
        DetailPane pane;
        pane.show(paper(), {}, TitleLanguage::Original);
        browser(pane)->selectAll();
        browser(pane)->copy();
        const QMimeData *data = QApplication::clipboard()->mimeData();
        QVERIFY(data->text().startsWith(u"On $\\alpha$-cats\n"));
        QVERIFY(data->text().contains(u"We show $E=mc^2$ at https://example.org/x."));
        QCOMPARE(data->formats(), QStringList(u"text/plain"_s));
    }

    void lettersAreLeftToTheWindow()
    {
        QMainWindow window;
        auto *pane = new DetailPane;
        window.setCentralWidget(pane);
        QStringList done;
        for (const Qt::Key key : {Qt::Key_S, Qt::Key_Space, Qt::Key_J, Qt::Key_Slash, Qt::Key_Return}) {
            auto *action = new QAction(&window);
            action->setShortcut(key);
            window.addAction(action);
            connect(action, &QAction::triggered, this,
                    [&done, key] { done += QKeySequence(key).toString(QKeySequence::PortableText); });
        }
        pane->show(paper(), {}, TitleLanguage::Both);
        QVERIFY(shownAndActive(&window));
        pane->setFocus();
        QVERIFY(browser(*pane)->hasFocus());
        for (const Qt::Key key : {Qt::Key_S, Qt::Key_Space, Qt::Key_J, Qt::Key_Slash, Qt::Key_Return}) {
            QTest::keyClick(browser(*pane), key);
        }
        QCOMPARE(done.join(u' '), u"S Space J / Return"_s);
        QVERIFY(!browser(*pane)->testAttribute(Qt::WA_InputMethodEnabled));
        QVERIFY(!browser(*pane)->viewport()->testAttribute(Qt::WA_InputMethodEnabled));
    }

    void linksAreReachedByKeyboard()
    {
        DetailPane pane;
        pane.resize(600, 800);
        QVERIFY(shownAndActive(&pane));
        pane.show(paper(), {}, TitleLanguage::Original);
        const QSignalSpy links(&pane, &DetailPane::linkActivated);
        button(pane, u"copyBibtex"_s)->setFocus();
        QTest::keyClick(&pane, Qt::Key_Tab); // into the text
        QVERIFY(browser(pane)->hasFocus());
        QTest::keyClick(browser(pane), Qt::Key_Tab); // to its first link
        QTest::keyClick(browser(pane), Qt::Key_Return);
        QCOMPARE(links.size(), 1);
        QCOMPARE(links.constFirst().constFirst().toUrl(), QUrl(u"https://example.org/x"_s));
    }

    void clicksLeaveTheKeyboardWithTheList()
    {
        QMainWindow window;
        auto *list = new QWidget(&window);
        list->setFocusPolicy(Qt::StrongFocus);
        auto *pane = new DetailPane;
        window.setCentralWidget(pane);
        pane->show(paper(), {}, TitleLanguage::Both);
        list->setFocus();
        QVERIFY(shownAndActive(&window));
        QTest::mouseClick(button(*pane, u"star"_s), Qt::LeftButton);
        QVERIFY(list->hasFocus());
    }

    void tooltipTellsTheTrueHost()
    {
        DetailPane pane;
        pane.resize(600, 800);
        QVERIFY(shownAndActive(&pane));
        PaperDetails p = paper(u"x"_s);
        p.codeUrls = {u"https://\u0435xample.org/%3Cb%3E"_s};
        pane.show(p, {}, TitleLanguage::Original);
        QCoreApplication::processEvents();
        const QTextCursor link = browser(pane)->document()->find(u"xn--"_s);
        QVERIFY(!link.isNull());
        QTextCursor before = link;
        before.setPosition(link.selectionStart() + 1);
        const QPoint at = browser(pane)->cursorRect(before).center();
        QHelpEvent event(QEvent::ToolTip, at, browser(pane)->viewport()->mapToGlobal(at));
        QCoreApplication::sendEvent(browser(pane)->viewport(), &event);
        QCOMPARE(QToolTip::text(), u"https://xn--xample-2of.org/%3Cb%3E"_s);
    }

    void isHeard()
    {
        DetailPane pane;
        QVERIFY(shownAndActive(&pane));
        pane.show(paper(), {.starred = true}, TitleLanguage::Both);
        QCOMPARE(faultsOf(&pane).join(u'\n'), QString());
        QCOMPARE(spokenName(&pane), u"Details"_s);
        QCOMPARE(spokenName(button(pane, u"star"_s)), u"Starred; take the star back"_s);
        QCOMPARE(role(button(pane, u"pdf"_s)), QAccessible::Button);
        QVERIFY(browser(pane)->accessibleDescription().startsWith(u"论 $\\alpha$ 猫\nOn $\\alpha$-cats\n"));
    }

    void coloursFollowThePalette()
    {
        DetailPane pane;
        QVERIFY(shownAndActive(&pane));
        pane.show(paper(), {}, TitleLanguage::Both);
        const auto ink = [&] {
            return browser(pane)->document()->begin().begin().fragment().charFormat().foreground().color();
        };
        QCOMPARE(ink(), lightColours().ink);
        QApplication::setPalette(paletteOf(darkColours()));
        QCoreApplication::processEvents();
        QCOMPARE(ink(), darkColours().ink);
    }

    void textFollowsTheFont()
    {
        DetailPane pane;
        pane.show(paper(), {}, TitleLanguage::Both);
        const auto size = [&] {
            return browser(pane)->document()->begin().begin().fragment().charFormat().font().pointSizeF();
        };
        const double before = size();
        pane.setFont(scaled(pane.font(), 2.0));
        QVERIFY(qAbs(size() - 2 * before) < 0.1);
    }

    void linesKeepTheirMeasure()
    {
        DetailPane pane;
        pane.resize(2'000, 800);
        QVERIFY(shownAndActive(&pane));
        pane.show(paper(u"Words and words. "_s.repeated(50)), {}, TitleLanguage::Original);
        const int measure = browser(pane)->lineWrapColumnOrWidth();
        QVERIFY(measure < 800);
        pane.resize(300, 800);
        QCoreApplication::processEvents();
        QVERIFY(browser(pane)->lineWrapColumnOrWidth() <= pane.width()); // as narrow as its buttons let it be
        QCOMPARE(browser(pane)->horizontalScrollBar()->maximum(), 0);
    }

    void hostilePapersAskLittleOfTheLayout_data()
    {
        QTest::addColumn<QString>("abstract");
        for (const auto &[name, abstract] : hostileAbstracts()) {
            QTest::newRow(name) << abstract;
        }
    }

    /** What keeps the window from being held, on any machine; how long it takes is measured by bench_pane. */
    void hostilePapersAskLittleOfTheLayout()
    {
        QFETCH(QString, abstract);
        DetailPane pane;
        pane.resize(600, 800);
        QVERIFY(shownAndActive(&pane));
        PaperDetails hostile = paper(abstract);
        hostile.title = abstract.first(std::min<qsizetype>(abstract.size(), 3'000));
        pane.show(hostile, {}, TitleLanguage::Both);
        pane.repaint();
        const Extent extent = extentOf(*browser(pane)->document());
        QVERIFY(extent.characters <= 24'000);
        QVERIFY(extent.longestBlock <= 4'100);
        QVERIFY(extent.mostStretches <= 250);
    }
};

QTEST_MAIN(TestDetailPane)
#include "tst_detailpane.moc"
