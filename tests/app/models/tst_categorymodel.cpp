// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/categorymodel.h"

#include <QtTest>

using namespace paperdawn;
using namespace Qt::StringLiterals;

class TestCategoryModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isFoundInBothLanguages_data()
    {
        QTest::addColumn<QString>("search");
        QTest::addColumn<QString>("id");
        QTest::newRow("id") << u"hep-th"_s << u"hep-th"_s;
        QTest::newRow("a part of the id") << u"cv"_s << u"cs.CV"_s;
        QTest::newRow("English, in any order") << u"theory energy"_s << u"hep-th"_s;
        QTest::newRow("Chinese") << u"高能物理"_s << u"hep-th"_s;
        QTest::newRow("Chinese, shorter than it is") << u"高能理论"_s << u"hep-th"_s;
        QTest::newRow("of two names of the same") << u"机器视觉"_s << QString();
        QTest::newRow("what it was called before") << u"cmp-lg"_s << u"cs.CL"_s;
        QTest::newRow("another id of it") << u"math.it"_s << u"cs.IT"_s;
        QTest::newRow("its group") << u"mathematics algebraic"_s << u"math.AG"_s;
        QTest::newRow("its group, in Chinese") << u"定量生物学"_s << u"q-bio.NC"_s;
    }

    void isFoundInBothLanguages()
    {
        QFETCH(QString, search);
        QFETCH(QString, id);
        CategoryModel model;
        const int all = model.rowCount();
        model.setSearch(search);
        QVERIFY(model.rowCount() < all);
        QStringList found;
        for (int row = 0; row < model.rowCount(); ++row) {
            found += model.index(row).data(CategoryModel::IdRole).toString();
        }
        if (id.isNull()) {
            QCOMPARE(found, QStringList());
        } else {
            QVERIFY2(found.contains(id), qPrintable(found.join(u' ')));
        }
        model.setSearch({});
        QCOMPARE(model.rowCount(), all);
    }

    void whoseIdIsTypedComesFirst()
    {
        CategoryModel model;
        model.setChosen({u"physics.class-ph"_s}); // "cs.cl" is in it
        const auto first = [&](const QString &search) {
            model.setSearch(search);
            return model.index(0).data(CategoryModel::IdRole).toString();
        };
        QCOMPARE(first(u"cs.CL"_s), u"cs.CL"_s);
        QCOMPARE(first(u"cmp-lg"_s), u"cs.CL"_s);
        QCOMPARE(first(u"cs"_s), u"cs.AI"_s);
        QCOMPARE(first(u"cs."_s), u"cs.AI"_s);
        QCOMPARE(first(u"AI"_s), u"cs.AI"_s); // not "Algebraic"
        QCOMPARE(first(u"stat"_s), u"stat.AP"_s);
        QCOMPARE(first(u"class"_s), u"physics.class-ph"_s);
        QCOMPARE(model.firstCategory().row(), 0);
    }

    void groupsAreHeadedAndWhatIsChosenComesFirst()
    {
        CategoryModel model;
        model.setChosen({u"q-bio.NC"_s, u"cs.NA"_s}); // the second is math.NA
        QStringList heads;
        for (int row = 0; row < model.rowCount(); ++row) {
            const QModelIndex index = model.index(row);
            if (index.data(CategoryModel::IdRole).toString().isNull()) {
                heads += index.data().toString();
                QVERIFY(!index.data(Qt::CheckStateRole).isValid());
                QVERIFY(!model.flags(index).testFlag(Qt::ItemIsSelectable));
                QVERIFY(!model.setData(index, Qt::Checked, Qt::CheckStateRole));
            }
        }
        QCOMPARE(heads.mid(0, 2), (QStringList{u"Physics"_s, u"Mathematics"_s}));
        QCOMPARE(heads.size(), 8);
        QCOMPARE(model.index(0).data(CategoryModel::IdRole).toString(), u"math.NA"_s);
        QCOMPARE(model.index(1).data(CategoryModel::IdRole).toString(), u"q-bio.NC"_s);
        QCOMPARE(model.index(2).data().toString(), u"Physics"_s);
        model.setChosen({});
        QCOMPARE(model.index(0).data().toString(), u"Physics"_s);
        QCOMPARE(model.firstCategory().row(), 1);
        model.setSearch(u"cs."_s); // what is found needs no head
        QCOMPARE(model.firstCategory().row(), 0);
        model.setSearch(u"nothing at all"_s);
        QVERIFY(!model.firstCategory().isValid());
    }

    void howManyPapersADayIsToldWhereItIsKnown()
    {
        CategoryModel model;
        QCOMPARE(model.papersADay(), std::nullopt);
        model.setChosen({u"cs.CL"_s, u"hep-th"_s});
        model.setPapersADay({{u"cs.CL"_s, 93}});
        QCOMPARE(model.papersADay(), std::nullopt);
        QCOMPARE(model.index(0).data().toString(), u"cs.CL  Computation and Language  ≈ 93"_s);
        QVERIFY(!model.index(1).data().toString().contains(u'≈'));
        model.setPapersADay({{u"cs.CL"_s, 93}, {u"hep-th"_s, 20}});
        QCOMPARE(model.papersADay(), std::optional(113));
    }
};

QTEST_GUILESS_MAIN(TestCategoryModel)
#include "tst_categorymodel.moc"
