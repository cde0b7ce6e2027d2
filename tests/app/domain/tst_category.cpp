// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/category.h"
#include "tests/support/shareddata.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace paperdawn;
using namespace Qt::StringLiterals;

class TestCategory : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void agreesWithArxivsTaxonomy()
    {
        REQUIRE_SHARED_DATA(u"taxonomy/taxonomy.json"_s);
        const QJsonObject taxonomy =
            QJsonDocument::fromJson(test::sharedBytes(u"taxonomy/taxonomy.json"_s)).object();
        QStringList theirs;
        for (const QJsonValue &value : taxonomy["categories"_L1].toArray()) {
            const QJsonObject category = value.toObject();
            const QString group = category["group"_L1].toString().mid(4); // "grp_"
            if (group != "test"_L1 && group != "bad"_L1) {
                theirs << u"%1 %2 %3 %4 %5 %6"_s.arg(
                    category["id"_L1].toString(), category["name"_L1].toString(),
                    category["archive"_L1].toString(), group, category["canonical"_L1].toString(),
                    category["active"_L1].toBool() ? u"active"_s : u"old"_s);
            }
        }
        QStringList ours;
        for (const Category &category : Category::all()) {
            ours << u"%1 %2 %3 %4 %5 %6"_s.arg(category.id, category.english, category.archive,
                                               category.group, Category::canonical(category.id),
                                               category.active ? u"active"_s : u"old"_s);
        }
        QCOMPARE(ours.join(u'\n'), theirs.join(u'\n'));
    }

    void tableIsWhole()
    {
        QCOMPARE(Category::all().size(), 176);
        QSet<QString> groups;
        for (const CategoryGroup &group : CategoryGroup::all()) {
            groups.insert(group.id);
            QVERIFY(group.name(u"zh") != group.name(u"en"));
        }
        QCOMPARE(groups.size(), 8);
        int active = 0;
        for (const Category &category : Category::all()) {
            active += category.active ? 1 : 0;
            QVERIFY2(groups.contains(category.group), qPrintable(category.id));
            QVERIFY2(!category.english.isEmpty(), qPrintable(category.id));
            const bool isHan = std::any_of(category.chinese.begin(), category.chinese.end(),
                                           [](QChar c) { return c.script() == QChar::Script_Han; });
            QVERIFY2(isHan, qPrintable(category.id));
            QVERIFY2(category.chinese.trimmed() == category.chinese, qPrintable(category.id));
            if (!category.aliasOf.isNull()) {
                const Category *canonical = Category::find(category.aliasOf);
                QVERIFY2(canonical && canonical->aliasOf.isNull(), qPrintable(category.id));
            }
        }
        QCOMPARE(active, 155);
    }

    void find()
    {
        QCOMPARE(Category::find(u"cs.cl")->id, u"cs.CL"_s);
        QCOMPARE(Category::find(u"HEP-TH")->archive, u"hep-th"_s);
        QVERIFY(!Category::find(u"cs"));
        QVERIFY(!Category::find(u"cell biology"));
        QVERIFY(!Category::find(u""));
    }

    void canonical_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("wanted");
        QTest::newRow("itself") << u"cs.CV"_s << u"cs.CV"_s;
        QTest::newRow("letters") << u"CS.cv"_s << u"cs.CV"_s;
        QTest::newRow("alias") << u"cs.na"_s << u"math.NA"_s;
        QTest::newRow("alias to an archive") << u"math.MP"_s << u"math-ph"_s;
        QTest::newRow("subsumed archive") << u"cmp-lg"_s << u"cs.CL"_s;
        QTest::newRow("old archive") << u"astro-ph"_s << u"astro-ph"_s;
        QTest::newRow("bioRxiv") << u"cell biology"_s << u"cell biology"_s;
        QTest::newRow("nothing") << u""_s << u""_s;
    }

    void canonical()
    {
        QFETCH(QString, id);
        QFETCH(QString, wanted);
        QCOMPARE(Category::canonical(id), wanted);
    }

    void name()
    {
        QCOMPARE(Category::name(u"cs.cl", u"zh-Hans"), u"计算与语言"_s);
        QCOMPARE(Category::name(u"cs.CV", u"zh_CN"), u"计算机视觉与模式识别"_s);
        QCOMPARE(Category::name(u"hep-th", u"zh"), u"高能物理－理论"_s);
        QCOMPARE(Category::name(u"hep-th", u"en"), u"High Energy Physics - Theory"_s);
        QCOMPARE(Category::name(u"hep-th", u"zha"), u"High Energy Physics - Theory"_s);
        QCOMPARE(Category::name(u"hep-th", u""), u"High Energy Physics - Theory"_s);
        QCOMPARE(Category::name(u"Cell Biology", u"zh"), u"Cell Biology"_s);
        QCOMPARE(CategoryGroup::all().first().name(u"zh-Hant"), u"物理学"_s);
    }
};

QTEST_GUILESS_MAIN(TestCategory)
#include "tst_category.moc"
