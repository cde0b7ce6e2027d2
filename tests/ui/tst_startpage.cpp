// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/settings.h"
#include "tests/ui/widgets.h"
#include "ui/startpage.h"

#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>

using namespace paperdawn;
using namespace paperdawn::test;
using namespace Qt::StringLiterals;

class TestStartPage : public QObject
{
    Q_OBJECT

    /** Drops it on the page; false where the page would not have it. */
    static bool drop(StartPage &page, QMimeData &data)
    {
        QDragEnterEvent enter(QPoint(9, 9), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        enter.setAccepted(false);
        QCoreApplication::sendEvent(&page, &enter);
        if (!enter.isAccepted()) {
            return false;
        }
        QDropEvent event(QPointF(9, 9), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&page, &event);
        return event.isAccepted();
    }

private Q_SLOTS:
    void initTestCase()
    {
        for (const char *name : {"https_proxy", "HTTPS_PROXY", "http_proxy", "HTTP_PROXY", "all_proxy",
                                 "ALL_PROXY", "no_proxy", "NO_PROXY"}) {
            qunsetenv(name);
        }
    }

    void aSearchThatFindsNothingSaysSo()
    {
        Settings settings(m_folder.filePath(u"settings.ini"_s));
        settings.setCategories({u"cs.CV"_s});
        StartPage page(settings);
        auto *search = page.findChild<QLineEdit *>(u"categorySearch"_s);
        const auto says = [&page](const QString &words) {
            const QList<QLabel *> labels = page.findChildren<QLabel *>();
            return std::any_of(labels.begin(), labels.end(),
                               [&](const QLabel *label) { return label->text() == words; });
        };
        QTest::keyClicks(search, u"nowhere"_s);
        QVERIFY(says(u"No category matches “nowhere”."_s));
        const auto *list = page.findChild<QWidget *>(u"categories"_s);
        const int height = list->height();
        QEvent language(QEvent::LanguageChange);
        QCoreApplication::sendEvent(search->parentWidget(), &language);
        QCOMPARE(list->maximumHeight(), list->minimumHeight());
        QCOMPARE(list->height(), height);
        search->selectAll();
        QTest::keyClicks(search, u"cv"_s);
        QVERIFY(says(u"Chosen: cs.CV"_s));
    }

    void nothingMovesWhenThePapersADayCome()
    {
        Settings settings(m_folder.filePath(u"settings.ini"_s));
        settings.setCategories({u"cs.CV"_s, u"hep-th"_s});
        StartPage page(settings);
        QVERIFY(shownAndActive(&page));
        const auto *button = page.findChild<QPushButton *>(u"getLatest"_s);
        const auto *search = page.findChild<QLineEdit *>(u"categorySearch"_s);
        const QPoint below = button->mapTo(&page, QPoint());
        const QPoint above = search->mapTo(&page, QPoint());
        page.setPapersADay({{u"cs.CV"_s, 390}, {u"hep-th"_s, 20}});
        QCoreApplication::sendPostedEvents();
        const auto *papers = page.findChild<QLabel *>(u"papersADay"_s);
        QCOMPARE(papers->text(), u"At most 410 a day, 10 min at most"_s);
        QVERIFY(papers->width() >= papers->sizeHint().width());
        QVERIFY(papers->height() >= papers->sizeHint().height());
        QCOMPARE(button->mapTo(&page, QPoint()), below);
        QCOMPARE(search->mapTo(&page, QPoint()), above);
    }

    void escapeBeginsTheSearchAnew()
    {
        Settings settings(m_folder.filePath(u"settings.ini"_s));
        StartPage page(settings);
        QVERIFY(shownAndActive(&page));
        auto *search = page.findChild<QLineEdit *>(u"categorySearch"_s);
        const QAbstractItemModel &rows = *page.findChild<QListView *>()->model();
        const int all = rows.rowCount();
        search->setFocus();
        QTest::keyClicks(search, u"xyzzy"_s);
        QCOMPARE(rows.rowCount(), 0);
        QTest::keyClick(search, Qt::Key_Escape);
        QCOMPARE(search->text(), QString());
        QCOMPARE(rows.rowCount(), all);
        QVERIFY(search->hasFocus());
    }

    void everyWayInIsAKeyAway_data()
    {
        QTest::addColumn<int>("tabs");
        QTest::addColumn<int>("signal");
        QTest::newRow("latest") << 3 << 0; // behind the search, the list and the language
        QTest::newRow("files") << 4 << 1;
        QTest::newRow("folder") << 5 << 2;
        QTest::newRow("sample") << 6 << 3;
    }

    void everyWayInIsAKeyAway()
    {
        QFETCH(int, tabs);
        QFETCH(int, signal);
        Settings settings(m_folder.filePath(u"settings.ini"_s));
        settings.setCategories({u"cs.CV"_s});
        StartPage page(settings);
        page.setFocus();
        QVERIFY(shownAndActive(&page));
        const QSignalSpy latest(&page, &StartPage::latestRequested);
        const QSignalSpy files(&page, &StartPage::openFilesRequested);
        const QSignalSpy folder(&page, &StartPage::openFolderRequested);
        const QSignalSpy sample(&page, &StartPage::sampleRequested);
        for (int i = 0; i < tabs; ++i) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        }
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        const QList<qsizetype> counts{latest.size(), files.size(), folder.size(), sample.size()};
        for (int i = 0; i < counts.size(); ++i) {
            QCOMPARE(counts.at(i), i == signal ? 1 : 0);
        }
    }

    void theWayToTheNetworkSettingsIsThereWhereItIsNeeded_data()
    {
        QTest::addColumn<QByteArray>("proxy");
        QTest::addColumn<QString>("says");
        QTest::newRow("a request failed") << QByteArray() << u"Is there a proxy?"_s;
        QTest::newRow("the desktop has one")
            << QByteArray("http://127.0.0.1:7890") << u"By the desktop's proxy, 127.0.0.1:7890."_s;
    }
    void theWayToTheNetworkSettingsIsThereWhereItIsNeeded()
    {
        QFETCH(const QByteArray, proxy);
        QFETCH(const QString, says);
        qputenv("https_proxy", proxy);
        const auto forget = qScopeGuard([] { qunsetenv("https_proxy"); });
        Settings settings(m_folder.filePath(u"settings.ini"_s));
        StartPage page(settings);
        QVERIFY(shownAndActive(&page));
        auto *button = page.findChild<QPushButton *>(u"networkSettings"_s);
        QVERIFY(!button->isVisible());
        if (proxy.isEmpty()) {
            page.offerNetworkSettings();
        }
        QTRY_VERIFY(button->isVisible());
        QCOMPARE(page.findChild<QLabel *>(u"aboutNetwork"_s)->text(), says);
        const QSignalSpy requested(&page, &StartPage::networkSettingsRequested);
        button->click();
        QCOMPARE(requested.size(), 1);
    }

    void takesWhatIsDropped()
    {
        Settings settings(m_folder.filePath(u"settings.ini"_s));
        StartPage page(settings);
        const QSignalSpy dropped(&page, &StartPage::filesDropped);
        QMimeData data;
        data.setUrls({QUrl(u"file:///media/王/2025-12-09.md"_s), QUrl(u"https://example.org/day.md"_s),
                      QUrl(u"file:///media/王/a%20folder"_s)});
        QVERIFY(drop(page, data));
        QCOMPARE(dropped.size(), 1);
        const QStringList expected{u"/media/王/2025-12-09.md"_s, u"/media/王/a folder"_s};
        QCOMPARE(dropped.constFirst().constFirst().toStringList(), expected);
    }

    void leavesTheRest()
    {
        Settings settings(m_folder.filePath(u"settings.ini"_s));
        StartPage page(settings);
        const QSignalSpy dropped(&page, &StartPage::filesDropped);
        QMimeData data;
        data.setText(u"file:///etc/hosts"_s);
        QVERIFY(!drop(page, data));
        data.setUrls({QUrl(u"https://example.org/day.md"_s)});
        QVERIFY(!drop(page, data));
        QCOMPARE(dropped.size(), 0);
    }

    void isHeard()
    {
        Settings settings(m_folder.filePath(u"settings.ini"_s));
        StartPage page(settings);
        QVERIFY(shownAndActive(&page));
        QCOMPARE(faultsOf(&page).join(u'\n'), QString());
        QCOMPARE(spokenName(&page), u"Start page"_s);
    }

    void theCategoriesAreChosenByKeys()
    {
        Settings settings(m_folder.filePath(u"chosen.ini"_s));
        StartPage page(settings);
        page.setFocus();
        QVERIFY(shownAndActive(&page));
        auto *button = page.findChild<QPushButton *>(u"getLatest"_s);
        QVERIFY(!button->isEnabled());
        QTest::keyClicks(QApplication::focusWidget(), u"comput vision"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTest::keyClicks(QApplication::focusWidget(), u"hep-th"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(settings.categories(), QStringList({u"cs.CV"_s, u"hep-th"_s}));
        QVERIFY(button->isEnabled());
        QTest::keyClicks(QApplication::focusWidget(), u"cs.CV"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return); // marked: not any more
        QCOMPARE(settings.categories(), QStringList(u"hep-th"_s));
    }

private:
    QTemporaryDir m_folder;
};

QTEST_MAIN(TestStartPage)
#include "tst_startpage.moc"
