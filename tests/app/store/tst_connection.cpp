// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/migrations.h"
#include "app/store/statement.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QtTest>

using namespace paperdawn;
using namespace Qt::StringLiterals;

namespace {

std::unique_ptr<Connection> opened(const QString &path, Connection::Mode mode = Connection::Mode::Write)
{
    auto connection = Connection::open(path, mode, Connection::Sync::Normal);
    if (connection && mode == Connection::Mode::Write && !(*connection)->keepLog()) {
        return nullptr;
    }
    return std::move(connection).value_or(nullptr);
}

} // namespace

class TestConnection : public QObject
{
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Connection> m_connection;

    [[nodiscard]] QString path() const { return m_dir->filePath(u"x.db"_s); }
    void put(qint64 number)
    {
        Transaction transaction(*m_connection);
        Statement(*m_connection, "INSERT INTO t(a) VALUES(?)").with(number).run();
        QVERIFY(transaction.commit());
    }

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_connection = opened(path());
        QVERIFY(m_connection);
        QVERIFY(m_connection->run("CREATE TABLE t(a, b)"));
    }

    void cleanup()
    {
        m_connection.reset();
        m_dir.reset();
    }

    void valuesComeBack_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("null") << QString();
        QTest::newRow("empty") << u""_s;
        QTest::newRow("apostrophe") << u"it's; DROP TABLE t; --"_s;
        QTest::newRow("NUL inside") << QString(u"a"_s + QChar(0) + u"b"_s);
        QTest::newRow("emoji, RTL and bidi") << u"🦜 שלום \u202Eabc\u202C"_s;
        QTest::newRow("last characters") << QString(QChar(0xFFFE)) + QChar(0xFFFF) + u"\U0010FFFF"_s;
        QTest::newRow("a megabyte") << QString(1 << 20, u'晨');
    }

    void valuesComeBack()
    {
        QFETCH(QString, text);
        Statement(*m_connection, "INSERT INTO t VALUES(?,?)").with(text, text.toUtf8()).run();
        Statement read(*m_connection, "SELECT a, b FROM t");
        QVERIFY(read.with().step());
        QCOMPARE(read.text(0), text);
        QCOMPARE(read.text(0).isNull(), text.isNull());
        QCOMPARE(read.bytes(1), text.toUtf8());
        QVERIFY(!m_connection->failed());
    }

    void timesDaysAndListsComeBack()
    {
        const QDateTime time({2025, 12, 9}, {1, 2, 3, 4}, Qt::UTC);
        Statement(*m_connection, "INSERT INTO t VALUES(?,?)").with(time, QDate(2024, 2, 29)).run();
        Statement(*m_connection, "INSERT INTO t VALUES(?,?)").with(QDateTime(), QDate()).run();
        Statement(*m_connection, "INSERT INTO t VALUES(?,?)")
            .with(QStringList{u"x"_s, u"y"_s}, QStringList())
            .run();
        Statement read(*m_connection, "SELECT a, b FROM t ORDER BY rowid");
        QVERIFY(read.with().step());
        QCOMPARE(read.time(0), time);
        QCOMPARE(read.day(1), QDate(2024, 2, 29));
        QVERIFY(read.step());
        QVERIFY(read.isNull(0) && read.isNull(1));
        QVERIFY(!read.time(0).isValid() && !read.day(1).isValid());
        QVERIFY(read.step());
        QCOMPARE(read.lines(0), (QStringList{u"x"_s, u"y"_s}));
        QVERIFY(read.isNull(1));
        QVERIFY(read.lines(1).isEmpty());
    }

    void aFailureUndoesTheTransactionAndIsForgottenByTheNext()
    {
        {
            Transaction transaction(*m_connection);
            Statement(*m_connection, "INSERT INTO t(a) VALUES(1)").with().run();
            Statement(*m_connection, "INSERT INTO nowhere VALUES(1)").with().run();
            Statement(*m_connection, "INSERT INTO t(a) VALUES(2)").with().run();
            const auto done = transaction.commit();
            QVERIFY(!done);
            QVERIFY2(done.error().what.contains(u"nowhere"_s), qPrintable(done.error().what));
        }
        put(3);
        QCOMPARE(m_connection->number("SELECT group_concat(a) FROM t"), 3);
    }

    void aTransactionThatIsLeftIsUndone()
    {
        {
            const Transaction transaction(*m_connection);
            Statement(*m_connection, "INSERT INTO t(a) VALUES(1)").with().run();
        }
        QCOMPARE(m_connection->number("SELECT count(*) FROM t"), 0);
        put(1);
        QCOMPARE(m_connection->number("SELECT count(*) FROM t"), 1);
    }

    /** A cursor left open would keep its snapshot: the next BEGIN would fail once another process has
     * written. */
    void anOpenCursorDoesNotOutliveItsTransaction()
    {
        put(1);
        put(2);
        Statement cursor(*m_connection, "SELECT a FROM t");
        {
            Transaction transaction(*m_connection);
            QVERIFY(cursor.with().step());
            QVERIFY(transaction.commit());
        }
        const auto other = opened(path());
        QVERIFY(other->run("INSERT INTO t(a) VALUES(3)"));
        put(4);
        QCOMPARE(m_connection->number("SELECT count(*) FROM t"), 4);
        QVERIFY(cursor.with().step());
    }

    void aSnapshotIsOfOneMoment()
    {
        put(1);
        const auto reader = opened(path(), Connection::Mode::Read);
        reader->note(21); // a failure of before
        {
            const Snapshot snapshot(*reader);
            QCOMPARE(reader->number("SELECT count(*) FROM t"), 1);
            put(2);
            QCOMPARE(reader->number("SELECT count(*) FROM t"), 1);
        }
        QCOMPARE(reader->number("SELECT count(*) FROM t"), 2);
        QVERIFY(!reader->failed());
    }

    void aReaderCannotWrite()
    {
        const auto reader = opened(path(), Connection::Mode::Read);
        const auto written = reader->run("INSERT INTO t(a) VALUES(1)");
        QVERIFY(!written);
        QCOMPARE(written.error().kind, ErrorKind::ReadOnly);
    }

    void textsHaveALimit()
    {
        Transaction transaction(*m_connection);
        Statement(*m_connection, "INSERT INTO t(a) VALUES(?)").with(QString(17 << 20, u'x')).run();
        const auto done = transaction.commit();
        QVERIFY(!done);
        QCOMPARE(done.error().kind, ErrorKind::TooLarge);
    }

    void checkpointsKeepTheLogSmall()
    {
        const QByteArray page(4000, 'x');
        for (int i = 0; i < 30; ++i) {
            Transaction transaction(*m_connection);
            Statement insert(*m_connection, "INSERT INTO t(a) VALUES(?)");
            for (int row = 0; row < 100; ++row) {
                insert.with(page).run();
            }
            QVERIFY(transaction.commit());
            if (m_connection->logPages() > 300) {
                m_connection->checkpoint(false);
                QCOMPARE(m_connection->logPages(), 0);
            }
        }
        QVERIFY(QFileInfo(path() + u"-wal"_s).size() < 600 * 4096);
        m_connection->checkpoint(true);
        QCOMPARE(QFileInfo(path() + u"-wal"_s).size(), 0);
    }

    void aFileThatWasReplacedIsNoticed()
    {
        QVERIFY(!m_connection->hasMoved());
        QVERIFY(QFile::rename(path(), path() + u".aside"_s));
        QVERIFY(m_connection->hasMoved());
        const auto other = opened(path());
        QVERIFY(other);
        QVERIFY(m_connection->hasMoved());
        QVERIFY(!other->hasMoved());
    }

    void schemasAreMadeOnce_data()
    {
        QTest::addColumn<QString>("family");
        QTest::newRow("cache") << u"cache"_s;
        QTest::newRow("library") << u"library"_s;
    }

    void schemasAreMadeOnce()
    {
        QFETCH(QString, family);
        const QString file = m_dir->filePath(family);
        for (int time = 0; time < 2; ++time) {
            const auto connection =
                std::move(Connection::open(file, Connection::Mode::Write, Connection::Sync::Full))
                    .value_or(nullptr);
            QVERIFY(migrate(*connection, family));
            QCOMPARE(connection->number("PRAGMA user_version"), newestSchema(family));
            QCOMPARE(connection->number("SELECT journal_mode = 'wal' FROM pragma_journal_mode"), 1);
        }
    }

    void tablesWithoutAVersionAreNotOurs()
    {
        const auto migrated = migrate(*m_connection, u"cache"_s);
        QVERIFY(!migrated);
        QCOMPARE(migrated.error().kind, ErrorKind::Damaged);
    }

    void whatIsNoDatabaseIsDamaged()
    {
        QFile file(m_dir->filePath(u"text"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(8192, 'x'));
        file.close();
        const auto connection =
            Connection::open(file.fileName(), Connection::Mode::Write, Connection::Sync::Full);
        const auto migrated =
            connection ? migrate(**connection, u"cache"_s) : tl::unexpected(connection.error());
        QVERIFY(!migrated);
        QCOMPARE(migrated.error().kind, ErrorKind::Damaged);
    }
};

QTEST_GUILESS_MAIN(TestConnection)
#include "tst_connection.moc"
