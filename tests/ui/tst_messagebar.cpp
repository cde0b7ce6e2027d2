// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/widgets.h"
#include "ui/messagebar.h"

#include <QClipboard>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace paperdawn;
using namespace paperdawn::test;
using namespace Qt::StringLiterals;

namespace {

/** A window with something to type in, and the bar below it. */
struct Window
{
    QWidget window;
    QLineEdit *list = new QLineEdit;
    MessageBar *bar = new MessageBar;

    Window()
    {
        auto *column = new QVBoxLayout(&window);
        column->addWidget(list);
        column->addWidget(bar);
        list->setFocus();
    }
    QPushButton *button(const QString &name) { return bar->findChild<QPushButton *>(name); }
};

} // namespace

class TestMessageBar : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void hiddenWhileThereIsNothingToSay()
    {
        Window w;
        QVERIFY(shownAndActive(&w.window));
        QVERIFY(!w.bar->isVisible());
        w.bar->say(u"213 skipped."_s);
        QVERIFY(w.bar->isVisible());
        QVERIFY(!w.button(u"messageAction"_s)->isVisible());
        w.bar->say({});
        QVERIFY(!w.bar->isVisible());
        QCOMPARE(w.bar->text(), QString());
    }

    void whatWentWrongCanBeCopied()
    {
        Window w;
        QVERIFY(shownAndActive(&w.window));
        w.bar->say(u"213 skipped."_s);
        QVERIFY(!w.button(u"messageDetails"_s)->isVisible());
        w.bar->warn(u"Disk full: nothing was saved."_s);
        QVERIFY(w.button(u"messageDetails"_s)->isVisible());
        w.button(u"messageDetails"_s)->click();
        const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n');
        QCOMPARE(lines.value(0), u"Disk full: nothing was saved."_s);
        QVERIFY(lines.value(1).startsWith(u"Paperdawn "_s));
        QVERIFY(w.bar->isVisible()); // what it says is still true
    }

    void theKeyboardDoesNotStayOnAButtonThatGoes()
    {
        Window w;
        QVERIFY(shownAndActive(&w.window));
        w.bar->warn(u"Disk full: nothing was saved."_s);
        w.button(u"messageDetails"_s)->setFocus();
        w.bar->say(u"213 skipped."_s);
        QVERIFY(w.list->hasFocus());
    }

    void theNewestSentenceStands()
    {
        Window w;
        QVERIFY(shownAndActive(&w.window));
        int undone = 0;
        w.bar->say(u"213 skipped."_s, u"Undo"_s, [&] { ++undone; });
        w.bar->warn(u"Disk full: nothing was saved."_s);
        QCOMPARE(w.bar->text(), u"Disk full: nothing was saved."_s);
        QVERIFY(!w.button(u"messageAction"_s)->isVisible());
        w.button(u"messageAction"_s)->click();
        QCOMPARE(undone, 0);
    }

    void theDeedIsDoneOnce()
    {
        Window w;
        QVERIFY(shownAndActive(&w.window));
        QString said;
        w.bar->say(u"213 skipped."_s, u"Undo"_s, [&] {
            said = w.bar->text(); // closed already
            w.bar->say(u"Taken back."_s);
        });
        QPushButton *undo = w.button(u"messageAction"_s);
        QCOMPARE(undo->text(), u"Undo"_s);
        undo->click();
        QCOMPARE(said, QString());
        QCOMPARE(w.bar->text(), u"Taken back."_s);
        undo->click();
        QCOMPARE(w.bar->text(), QString());
    }

    void leavesTheKeyboardWhereItIs()
    {
        Window w;
        QVERIFY(shownAndActive(&w.window));
        QVERIFY(w.list->hasFocus());
        w.bar->say(u"213 skipped."_s, u"Undo"_s, [] {});
        QVERIFY(w.list->hasFocus());
        QTest::mouseClick(w.button(u"messageClose"_s), Qt::LeftButton);
        QVERIFY(w.list->hasFocus());
        QVERIFY(!w.bar->isVisible());
    }

    void givesTheKeyboardBack_data()
    {
        QTest::addColumn<int>("tabs");
        QTest::addColumn<int>("key");
        QTest::newRow("Return on the deed") << 1 << int(Qt::Key_Return);
        QTest::newRow("Space on the deed") << 1 << int(Qt::Key_Space);
        QTest::newRow("Escape on the deed") << 1 << int(Qt::Key_Escape);
        QTest::newRow("Space on close") << 2 << int(Qt::Key_Space);
        QTest::newRow("Escape on close") << 2 << int(Qt::Key_Escape);
    }

    void givesTheKeyboardBack()
    {
        QFETCH(int, tabs);
        QFETCH(int, key);
        Window w;
        QVERIFY(shownAndActive(&w.window));
        w.bar->say(u"213 skipped."_s, u"Undo"_s, [] {});
        for (int i = 0; i < tabs; ++i) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        }
        QVERIFY(w.bar->isAncestorOf(QApplication::focusWidget()));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key(key));
        QVERIFY(!w.bar->isVisible());
        QVERIFY(w.list->hasFocus());
    }

    void isHeard()
    {
        Window w;
        QVERIFY(shownAndActive(&w.window));
        w.bar->say(u"213 skipped."_s, u"Undo"_s, [] {});
        QCOMPARE(spokenName(w.bar), u"213 skipped."_s);
        QCOMPARE(role(w.bar), QAccessible::AlertMessage);
        QCOMPARE(role(w.button(u"messageAction"_s)), QAccessible::Button);
        w.bar->warn(u"Disk full: nothing was saved."_s);
        QCOMPARE(spokenName(w.bar), u"Warning: Disk full: nothing was saved."_s);
        QCOMPARE(faultsOf(&w.window).join(u'\n'), QString());
    }

    void takesNoMarkup()
    {
        Window w;
        QVERIFY(shownAndActive(&w.window));
        const QString text = u"<b>x</b><img src='file:///etc/hosts'> was imported."_s;
        w.bar->say(text);
        const auto *label = w.bar->findChild<QLabel *>(u"messageText"_s);
        QCOMPARE(label->text(), text);
        QCOMPARE(label->textFormat(), Qt::PlainText);
    }
};

QTEST_MAIN(TestMessageBar)
#include "tst_messagebar.moc"
