// SPDX-License-Identifier: GPL-3.0-or-later
// What a desktop takes a file for, by packaging's MIME types: a day, or not ours to open.
#include <QMimeDatabase>
#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::StringLiterals;

class TestDayTypes : public QObject
{
    Q_OBJECT

    QTemporaryDir m_data;

private Q_SLOTS:
    void initTestCase()
    {
        const QString packages = m_data.filePath(u"mime/packages"_s);
        QVERIFY(QDir().mkpath(packages));
        QVERIFY(QFile::copy(
            QStringLiteral(PAPERDAWN_SOURCE_DIR "/packaging/io.github.paperdawn.Paperdawn.mime.xml"),
            packages + u"/io.github.paperdawn.Paperdawn.xml"_s));
        qputenv("XDG_DATA_HOME", QFile::encodeName(m_data.path())); // before the first question below
    }

    void namesTellDays_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("type");
        const QString markdown = u"text/x-paperdawn-day"_s;
        const QString json = u"application/x-paperdawn-day+json"_s;
        for (const char *source : {"arxiv", "biorxiv", "medrxiv"}) {
            const QString name = u"2025-12-09-"_s + QLatin1StringView(source);
            QTest::addRow("%s Markdown", source) << name + u".md"_s << markdown;
            QTest::addRow("%s JSON", source) << name + u".json"_s << json;
        }
        QTest::newRow("any Markdown") << u"README.md"_s << u"text/markdown"_s;
        QTest::newRow("a diary") << u"2025-12-09.md"_s << u"text/markdown"_s;
        QTest::newRow("any JSON") << u"package.json"_s << u"application/json"_s;
    }

    void namesTellDays()
    {
        QFETCH(QString, file);
        QFETCH(QString, type);
        QCOMPARE(QMimeDatabase().mimeTypeForFile(file, QMimeDatabase::MatchExtension).name(), type);
    }

    void daysAreStillText()
    {
        const QMimeDatabase types;
        QVERIFY(types.mimeTypeForName(u"text/x-paperdawn-day"_s).inherits(u"text/plain"_s));
        QVERIFY(types.mimeTypeForName(u"application/x-paperdawn-day+json"_s).inherits(u"application/json"_s));
    }
};

QTEST_GUILESS_MAIN(TestDayTypes)
#include "tst_daytypes.moc"
