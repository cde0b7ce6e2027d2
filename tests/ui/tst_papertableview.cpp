// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/papertableview.h"

#include "tests/ui/widgets.h"

#include <QScrollBar>
#include <QSignalSpy>
#include <QtTest>

using namespace paperdawn;
using namespace paperdawn::test;
using namespace Qt::StringLiterals;

namespace {

const QDate someDay(2025, 12, 9);
constexpr int ofEachKind = 20;
constexpr int groups = 3;

QList<Paper> papersOfAllKinds()
{
    QList<Paper> papers;
    for (const Kind kind : {Kind::New, Kind::Cross, Kind::Replaced}) {
        for (int i = 0; i < ofEachKind; ++i) {
            const int serial = int(papers.size()) + 1;
            Paper paper{*PaperId::parse(u"2512.%1"_s.arg(serial, 5, 10, QChar(u'0')))};
            paper.day = someDay;
            paper.title = u"Paper %1"_s.arg(serial);
            paper.kind = kind;
            papers += paper;
        }
    }
    return papers;
}

} // namespace

class TestPaperTableView : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_papers = std::make_unique<PaperTableModel>(
            [](const PaperQuery &) -> Result<QList<Paper>> { return papersOfAllKinds(); },
            [](const PaperId &, Marks stored) { return stored; },
            [this](const QList<PaperId> &ids) {
                m_asked += ids.size();
                return QHash<PaperId, Abstracts>();
            });
        m_view = std::make_unique<PaperTableView>(*m_papers, nullptr);
        m_view->resize(800, 400);
        m_papers->show(OnDay{someDay, {}});
        QVERIFY(shownAndActive(m_view.get()));
        m_asked = 0;
    }

    void cleanup()
    {
        m_view.reset();
        m_papers.reset();
    }

    void stepsOverWhatHeadsAGroup()
    {
        QVERIFY(m_view->goTo(0));
        QCOMPARE(number(), 1);
        for (int i = 0; i < ofEachKind; ++i) {
            QVERIFY(m_view->goBy(1));
        }
        QCOMPARE(number(), ofEachKind + 1);
        QVERIFY(m_view->goBy(-1));
        QCOMPARE(number(), ofEachKind);
        QVERIFY(m_view->goTo(m_papers->rowCount() - 1));
        QVERIFY(!m_view->goBy(1));
        QVERIFY(m_view->goTo(0));
        QVERIFY(!m_view->goBy(-1));
    }

    void pagesEndOnAPaper()
    {
        QVERIFY(m_view->goTo(0));
        for (int i = 0; i < 2 * ofEachKind && number() < groups * ofEachKind; ++i) {
            QTest::keyClick(m_view.get(), Qt::Key_PageDown);
            QVERIFY(m_view->currentPaper());
        }
        QCOMPARE(number(), groups * ofEachKind);
        for (int i = 0; i < 2 * ofEachKind && number() > 1; ++i) {
            QTest::keyClick(m_view.get(), Qt::Key_PageUp);
            QVERIFY(m_view->currentPaper());
        }
        QCOMPARE(number(), 1);
    }

    void selectsPapersOnly()
    {
        m_view->selectAll();
        QCOMPARE(m_view->selectedPapers().size(), groups * ofEachKind);
        QVERIFY(m_view->goTo(ofEachKind));
        m_view->extendBy(1);
        QCOMPARE(m_view->selectedPapers().size(), 2);
        QCOMPARE(m_view->papersDownToCurrent().size(), ofEachKind + 1);
    }

    void noPaperIsHiddenUnderTheHead()
    {
        const int head = PaperDelegate::headHeight(m_view->font());
        QVERIFY(m_view->goTo(m_papers->rowCount() - 1));
        while (m_view->goBy(-1)) {
            QVERIFY(m_view->visualRect(m_view->currentIndex()).top() >= head);
        }
    }

    void foldsByClickAndByCommand()
    {
        QVERIFY(m_view->goTo(3));
        const QRect head = m_view->visualRect(m_papers->index(0, PaperTableModel::Title));
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, head.center());
        QCOMPARE(m_papers->rowCount(), 2 * ofEachKind + groups);
        QCOMPARE(number(), ofEachKind + 1); // the next that is there
        m_view->foldGroup();
        m_view->foldGroup();
        QVERIFY(!m_view->currentPaper());
        QCOMPARE(m_papers->rowCount(), groups);
        QVERIFY(!m_view->goBy(1));
        m_papers->unfoldAll();
        QCOMPARE(m_papers->rowCount(), groups * ofEachKind + groups);
    }

    void foldsByAClickOnTheHeadThatStays()
    {
        QVERIFY(m_view->goTo(3));
        m_view->verticalScrollBar()->setValue(m_view->rowHeight() * 5);
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, QPoint(200, 4));
        QCOMPARE(m_papers->foldedGroups(), u"new"_s);
    }

    void headsAreLowInHighRows()
    {
        m_view->setDensity(Density::Reading);
        const int head = PaperDelegate::headHeight(m_view->font());
        QCOMPARE(m_view->rowViewportPosition(1) - m_view->rowViewportPosition(0), head);
        QCOMPARE(m_view->rowViewportPosition(2) - m_view->rowViewportPosition(1), m_view->rowHeight());
        m_papers->setOrder(PaperTableModel::Order::Title);
        QCOMPARE(m_view->rowViewportPosition(1) - m_view->rowViewportPosition(0), m_view->rowHeight());
    }

    void asksForAbstractsInSightOnly()
    {
        m_view->viewport()->repaint();
        QCOMPARE(m_asked, 0);
        m_view->setDensity(Density::Reading);
        QCoreApplication::processEvents();
        m_view->viewport()->repaint();
        QVERIFY(m_asked > 0);
        QVERIFY(m_asked < ofEachKind);
    }

private:
    /** Of the current paper; 0 without one. */
    [[nodiscard]] int number() const
    {
        return m_view->currentPaper() ? m_view->currentPaper()->value().right(5).toInt() : 0;
    }

    std::unique_ptr<PaperTableModel> m_papers;
    std::unique_ptr<PaperTableView> m_view;
    qsizetype m_asked = 0;
};

QTEST_MAIN(TestPaperTableView)
#include "tst_papertableview.moc"
