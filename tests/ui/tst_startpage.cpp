// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/widgets.h"
#include "ui/startpage.h"

#include <QDropEvent>
#include <QMimeData>
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
    void everyWayInIsAKeyAway_data()
    {
        QTest::addColumn<int>("tabs");
        QTest::addColumn<int>("signal");
        QTest::newRow("files") << 0 << 0;
        QTest::newRow("folder") << 1 << 1;
        QTest::newRow("sample") << 2 << 2;
    }

    void everyWayInIsAKeyAway()
    {
        QFETCH(int, tabs);
        QFETCH(int, signal);
        StartPage page;
        page.setFocus();
        QVERIFY(shownAndActive(&page));
        const QSignalSpy files(&page, &StartPage::openFilesRequested);
        const QSignalSpy folder(&page, &StartPage::openFolderRequested);
        const QSignalSpy sample(&page, &StartPage::sampleRequested);
        for (int i = 0; i < tabs; ++i) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        }
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        const QList<qsizetype> counts{files.size(), folder.size(), sample.size()};
        for (int i = 0; i < counts.size(); ++i) {
            QCOMPARE(counts.at(i), i == signal ? 1 : 0);
        }
    }

    void takesWhatIsDropped()
    {
        StartPage page;
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
        StartPage page;
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
        StartPage page;
        QVERIFY(shownAndActive(&page));
        QCOMPARE(faultsOf(&page).join(u'\n'), QString());
        QCOMPARE(spokenName(&page), u"Start page"_s);
    }
};

QTEST_MAIN(TestStartPage)
#include "tst_startpage.moc"
