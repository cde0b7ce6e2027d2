// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/papercolumns.h"

#include "app/models/papertablemodel.h"

#include <QHeaderView>
#include <QStandardItemModel>
#include <QtTest>

using namespace paperdawn;
using namespace Qt::StringLiterals;

namespace {

using Model = PaperTableModel;

constexpr int wide = 2000;

} // namespace

class TestPaperColumns : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_header = std::make_unique<QHeaderView>(Qt::Horizontal);
        m_model = std::make_unique<QStandardItemModel>(1, Model::ColumnCount);
        m_header->setModel(m_model.get());
        m_columns = new PaperColumns(*m_header);
        m_header->resize(wide, 20);
    }

    void showsWhatFits_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<bool>("kinds");
        QTest::addColumn<Density>("density");
        QTest::addColumn<QList<int>>("shown");
        const QList<int> always{Model::State, Model::Star, Model::Title};
        QTest::newRow("all that a day wants")
            << wide << false << Density::Compact << always + QList<int>{Model::Authors, Model::Categories};
        QTest::newRow("the kinds too where they differ")
            << wide << true << Density::Compact
            << always + QList<int>{Model::ListKind, Model::Authors, Model::Categories};
        QTest::newRow("categories stand under the authors in high rows")
            << wide << false << Density::Reading << always + QList<int>{Model::Authors};
        QTest::newRow("first the categories go")
            << 480 << false << Density::Compact << always + QList<int>{Model::Authors};
        QTest::newRow("then the authors") << 300 << false << Density::Compact << always;
    }

    void showsWhatFits()
    {
        QFETCH(int, width);
        QFETCH(bool, kinds);
        QFETCH(Density, density);
        QFETCH(QList<int>, shown);
        m_columns->setKindsDiffer(kinds);
        fit(width, density);
        for (int column = 0; column < Model::ColumnCount; ++column) {
            QCOMPARE(!m_header->isSectionHidden(column), shown.contains(column));
        }
    }

    void remembersEachListApart()
    {
        fit();
        m_header->resizeSection(Model::Authors, 300);
        m_columns->setWanted(Model::Categories, false);
        m_columns->showList(ListView::ReadingList);
        fit();
        QVERIFY(!m_header->isSectionHidden(Model::Date));
        QVERIFY(!m_header->isSectionHidden(Model::Categories));
        QVERIFY(m_header->sectionSize(Model::Authors) != 300);
        m_columns->showList(ListView::Day);
        fit();
        QVERIFY(m_header->isSectionHidden(Model::Categories));
        QCOMPARE(m_header->sectionSize(Model::Authors), 300);
    }

    void aNarrowWindowForgetsNoWidth()
    {
        fit();
        m_header->resizeSection(Model::Authors, 300);
        fit(300);
        QVERIFY(m_header->isSectionHidden(Model::Authors));
        fit();
        QCOMPARE(m_header->sectionSize(Model::Authors), 300);
    }

    void keepsDotAndStarInFront()
    {
        fit();
        m_header->moveSection(m_header->visualIndex(Model::Authors), 0);
        QCOMPARE(m_header->logicalIndex(0), int(Model::State));
        QCOMPARE(m_header->logicalIndex(1), int(Model::Star));
        QCOMPARE(m_header->logicalIndex(2), int(Model::Authors));
    }

    void comesBackFromItsState()
    {
        fit();
        m_header->resizeSection(Model::Authors, 222);
        m_header->moveSection(m_header->visualIndex(Model::Authors), m_header->visualIndex(Model::Title));
        m_columns->setWanted(Model::Date, true);
        const QByteArray state = m_columns->state();
        m_columns->reset();
        fit();
        QVERIFY(m_header->isSectionHidden(Model::Date));
        m_columns->restore(state);
        fit();
        QCOMPARE(m_header->sectionSize(Model::Authors), 222);
        QVERIFY(m_header->visualIndex(Model::Authors) < m_header->visualIndex(Model::Title));
        QVERIFY(!m_header->isSectionHidden(Model::Date));
    }

    void noStateChangesNothing_data()
    {
        QTest::addColumn<QByteArray>("state");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("noise") << QByteArray(200, '\x7f');
        QTest::newRow("an older form") << QByteArray(12, '\0');
    }

    void noStateChangesNothing()
    {
        QFETCH(QByteArray, state);
        m_columns->setWanted(Model::Date, true);
        const QByteArray before = m_columns->state();
        m_columns->restore(state);
        QCOMPARE(m_columns->state(), before);
    }

    void aCutStateChangesNothing()
    {
        m_columns->setWanted(Model::Date, true);
        const QByteArray whole = m_columns->state();
        m_columns->reset();
        for (qsizetype size = 0; size < whole.size(); ++size) {
            m_columns->restore(whole.first(size));
            QCOMPARE(m_columns->isWanted(Model::Date), false);
        }
        m_columns->restore(whole);
        QVERIFY(m_columns->isWanted(Model::Date));
    }

private:
    void fit(int width = wide, Density density = Density::Compact)
    {
        m_columns->fit(width, m_header->font(), density);
    }

    std::unique_ptr<QStandardItemModel> m_model;
    std::unique_ptr<QHeaderView> m_header;
    PaperColumns *m_columns = nullptr;
};

QTEST_MAIN(TestPaperColumns)
#include "tst_papercolumns.moc"
