// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/transfer/namedcategories.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace paperdawn;
using namespace Qt::StringLiterals;

namespace {

/** "cs.CL 3 hep-th 1": so many entries that name each; "none" names no category. */
QByteArray bibliography(const QString &counts)
{
    const QStringList words = counts.split(u' ', Qt::SkipEmptyParts);
    QByteArray text;
    for (qsizetype i = 0; i + 1 < words.size(); i += 2) {
        const QString field =
            words.at(i) == "none"_L1 ? u"year={2025}"_s : u"primaryClass={%1}"_s.arg(words.at(i));
        text += u"@misc{k,%1}\n"_s.arg(field).toUtf8().repeated(words.at(i + 1).toInt());
    }
    return text;
}

NamedCategories namedIn(const QByteArray &bytes)
{
    NamedCategories named;
    named.add(parseBibtex(bytes, u"refs.bib"_s).value(), u"refs.bib"_s);
    return named;
}

} // namespace

class TestNamedCategories : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void usual_data()
    {
        QTest::addColumn<QString>("counts");
        QTest::addColumn<QString>("usual");
        const auto row = [](const QString &counts, const QString &usual) {
            QTest::newRow(qPrintable(counts)) << counts << usual;
        };
        row(u"cs.CL 25 cs.LG 10 hep-th 1 none 16"_s, u"cs.CL cs.LG"_s);
        row(u"hep-th 1"_s, u"hep-th"_s);
        row(u"cs.LG 1 none 500"_s, u"cs.LG"_s); // of those that name one
        row(u"cs.LG 2 hep-th 2 cs.CL 2"_s, u"cs.CL cs.LG hep-th"_s);
        row(u"cs.LG 90 hep-th 10"_s, u"cs.LG hep-th"_s);
        row(u"cs.LG 91 hep-th 10"_s, u"cs.LG"_s);
        row(u"cs.AI 1 cs.CC 1 cs.CG 1 cs.CL 1 cs.CR 1 cs.CV 1 cs.CY 1 cs.DB 1 cs.DC 1 cs.DL 1"_s,
            u"cs.AI cs.CC cs.CG cs.CL cs.CR cs.CV cs.CY cs.DB cs.DC cs.DL"_s);
        row(u"cs.AI 1 cs.CC 1 cs.CG 1 cs.CL 1 cs.CR 1 cs.CV 1 cs.CY 1 cs.DB 1 cs.DC 1 cs.DL 1 cs.LG 1"_s,
            u"cs.AI"_s); // all are rare
        row(u"cs.AI 1 cs.CC 1 cs.CG 1 cs.CL 1 cs.CR 1 cs.CV 1 cs.CY 1 cs.DB 1 cs.DC 1 cs.DL 1 cs.LG 2"_s,
            u"cs.LG"_s);
        row(u"cs.NA 3 math.NA 3 cmp-lg 1 astro-ph 9"_s, u"math.NA cs.CL"_s); // where they are today
        row(u"none 9"_s, {});
    }
    void usual()
    {
        QFETCH(const QString, counts);
        QFETCH(const QString, usual);
        QCOMPARE(namedIn(bibliography(counts)).usual().join(u' '), usual);
        QCOMPARE(NamedCategories().usual(), QStringList());
    }

    void entriesAreCounted()
    {
        const NamedCategories named = namedIn(bibliography(u"cs.NA 3 astro-ph 2 none 4"_s));
        QCOMPARE(named.entries, 9);
        QCOMPARE(named.naming, 3);
        QCOMPARE(named.byName, (QHash<QString, int>{{u"math.NA"_s, 3}}));
    }

    void filesAreReadTogether()
    {
        const QString first = file(u"a.bib"_s, bibliography(u"cs.CL 2 none 1"_s));
        const QString second = file(u"b.bib"_s, "\n@misc{a, b=\n" + bibliography(u"cs.CL 1 cs.LG 4"_s));
        const QString third = file(u"c.bib"_s, "@misc{a, b=");
        const NamedCategories named = categoriesNamedIn({first, second, third});
        QCOMPARE(named.usual().join(u' '), u"cs.LG cs.CL"_s);
        QCOMPARE(named.entries, 8);
        QCOMPARE(named.unread, 2);
        QCOMPARE(named.firstUnreadFile, second);
        QCOMPARE(named.firstUnreadLine, 2);
        QVERIFY(named.refused.isEmpty());
    }

    void whatIsNoneIsRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("nothing") << QByteArray() << ErrorKind::Empty;
        QTest::newRow("text") << QByteArray("To ada@example.org: see below.\n") << ErrorKind::Empty;
        QTest::newRow("a picture") << QByteArray("\x89PNG\r\n\x1A\n\0\0\0", 11) << ErrorKind::Binary;
        QTest::newRow("too much") << QByteArray((32 << 20) + 1, ' ') << ErrorKind::TooLarge;
    }
    void whatIsNoneIsRefused()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const ErrorKind, kind);
        const QString path = file(u"refs.bib"_s, bytes);
        const NamedCategories named =
            categoriesNamedIn({path, file(u"good.bib"_s, bibliography(u"hep-th 1"_s))});
        QCOMPARE(named.refused.size(), 1);
        QCOMPARE(named.refused.first().kind, kind);
        QCOMPARE(named.refused.first().where, path);
        QCOMPARE(named.usual(), QStringList(u"hep-th"_s)); // the others count
    }

    void whatIsNotThereIsRefused()
    {
        const QString nowhere = m_folder.filePath(u"nowhere.bib"_s);
        const NamedCategories named = categoriesNamedIn({nowhere, m_folder.path()});
        QCOMPARE(named.refused.size(), 2);
        QCOMPARE(named.refused.first().kind, ErrorKind::NotFound);
        QCOMPARE(named.refused.first().where, nowhere);
        QCOMPARE(named.refused.last().where, m_folder.path());
    }

    void isStoppedBetweenFiles()
    {
        std::stop_source stop;
        stop.request_stop();
        const QString path = file(u"refs.bib"_s, bibliography(u"hep-th 1"_s));
        QCOMPARE(categoriesNamedIn({path}, stop.get_token()).entries, 0);
    }

    void isToldByItsName()
    {
        QVERIFY(isNamedAsBibtex(u"/a/王.bib"_s));
        QVERIFY(isNamedAsBibtex(u"refs.v2.BIB"_s));
        QVERIFY(isNamedAsBibtex(u"refs.bibtex"_s));
        QVERIFY(!isNamedAsBibtex(u"/a.bib/2025-12-09.md"_s));
        QVERIFY(!isNamedAsBibtex(u"bib"_s));
        QVERIFY(QDir(m_folder.path()).mkpath(u"days.bib"_s));
        QVERIFY(!isNamedAsBibtex(m_folder.filePath(u"days.bib"_s)));
    }

private:
    [[nodiscard]] QString file(const QString &name, const QByteArray &bytes) const
    {
        const QString path = m_folder.filePath(name);
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? path : QString();
    }

    QTemporaryDir m_folder;
};

QTEST_APPLESS_MAIN(TestNamedCategories)
#include "tst_namedcategories.moc"
