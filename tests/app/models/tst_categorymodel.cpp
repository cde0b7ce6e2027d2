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
        QTest::newRow("Chinese, shorter than it is, again") << u"机器视觉"_s << QString();
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
};

QTEST_GUILESS_MAIN(TestCategoryModel)
#include "tst_categorymodel.moc"
