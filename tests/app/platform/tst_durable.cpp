// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/durable.h"
#include "app/platform/process.h"

#include <QtTest>
#include <cerrno>
#include <csignal>
#include <sys/resource.h>
#include <unistd.h>

using namespace paperdawn;
using namespace Qt::StringLiterals;

namespace {

/** No file may grow beyond `bytes` as long as it lives: a full disk for everybody, root included. */
class SmallDisk
{
public:
    explicit SmallDisk(rlim_t bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit small{bytes, m_before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &small);
    }
    ~SmallDisk() { ::setrlimit(RLIMIT_FSIZE, &m_before); }

private:
    Q_DISABLE_COPY_MOVE(SmallDisk)
    rlimit m_before = {};
};

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestDurable : public QObject
{
    Q_OBJECT
    QTemporaryDir m_dir;

private Q_SLOTS:
    void init()
    {
        m_dir = QTemporaryDir();
        QVERIFY(m_dir.isValid());
    }

    void systemErrorsHaveKinds_data()
    {
        QTest::addColumn<int>("number");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("ENOSPC") << ENOSPC << ErrorKind::DiskFull;
        QTest::newRow("EDQUOT") << EDQUOT << ErrorKind::DiskFull;
        QTest::newRow("EACCES") << EACCES << ErrorKind::Permission;
        QTest::newRow("EPERM") << EPERM << ErrorKind::Permission;
        QTest::newRow("EROFS") << EROFS << ErrorKind::ReadOnly;
        QTest::newRow("ENOENT") << ENOENT << ErrorKind::NotFound;
        QTest::newRow("EFBIG") << EFBIG << ErrorKind::TooLarge;
        QTest::newRow("EIO") << EIO << ErrorKind::Io;
    }
    void systemErrorsHaveKinds()
    {
        QFETCH(int, number);
        QFETCH(ErrorKind, kind);
        const Error error = systemError(number, u"/a/b"_s);
        QCOMPARE(error.kind, kind);
        QCOMPARE(error.where, u"/a/b"_s);
        QVERIFY(!error.what.isEmpty());
    }

    void writesAndReplaces()
    {
        const QString path = m_dir.filePath(u"名前.json"_s);
        QVERIFY(writeWhole(path, "old"));
        QVERIFY(writeWhole(path, QByteArray(200'000, 'n')));
        QCOMPARE(contentOf(path), QByteArray(200'000, 'n'));
        QCOMPARE(QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        QCOMPARE(QDir(m_dir.path()).entryList(QDir::Files).size(), 1); // no temporary is left
    }

    void aWriteThatDoesNotFitLeavesTheOldFile()
    {
        const QString path = m_dir.filePath(u"f"_s);
        QVERIFY(writeWhole(path, "old"));
        Result<> written;
        {
            const SmallDisk disk(5000);
            written = writeWhole(path, QByteArray(8000, 'n'));
        }
        QCOMPARE(written.error().kind, ErrorKind::TooLarge);
        QCOMPARE(written.error().where, path);
        QCOMPARE(contentOf(path), QByteArray("old"));
        QCOMPARE(QDir(m_dir.path()).entryList(QDir::Files), QStringList{u"f"_s});
    }

    void anAppendThatDoesNotFitIsTakenBack()
    {
        const QString path = m_dir.filePath(u"f"_s);
        QVERIFY(appendWhole(path, "one\n"));
        Result<> appended;
        {
            const SmallDisk disk(5000);
            appended = appendWhole(path, QByteArray(8000, 'n'));
        }
        QCOMPARE(appended.error().kind, ErrorKind::TooLarge);
        QCOMPARE(contentOf(path), QByteArray("one\n"));
        QVERIFY(appendWhole(path, "two\n"));
        QCOMPARE(contentOf(path), QByteArray("one\ntwo\n"));
    }

    void writingToNoFolderIsSaid()
    {
        const QString path = m_dir.filePath(u"no/f"_s);
        QCOMPARE(writeWhole(path, "x").error().kind, ErrorKind::NotFound);
        QCOMPARE(appendWhole(path, "x").error().kind, ErrorKind::NotFound);
        QCOMPARE(syncFolder(m_dir.filePath(u"no"_s)).error().kind, ErrorKind::NotFound);
    }

    void aFolderWithoutPermissionIsSaid()
    {
        if (::geteuid() == 0) {
            QSKIP("root may write everywhere");
        }
        const QString folder = m_dir.filePath(u"closed"_s);
        QVERIFY(makeFolder(folder));
        QVERIFY(QFile::setPermissions(folder, QFile::ReadOwner | QFile::ExeOwner));
        QCOMPARE(writeWhole(folder + u"/f"_s, "x").error().kind, ErrorKind::Permission);
        QCOMPARE(makeFolder(folder + u"/g"_s).error().kind, ErrorKind::Permission);
    }

    void reads_data()
    {
        QTest::addColumn<int>("size");
        QTest::addColumn<bool>("fits");
        QTest::newRow("empty") << 0 << true;
        QTest::newRow("small") << 10 << true;
        QTest::newRow("exactly") << 100'000 << true;
        QTest::newRow("one more") << 100'001 << false;
        QTest::newRow("far more") << 1'000'000 << false;
    }
    void reads()
    {
        QFETCH(int, size);
        QFETCH(bool, fits);
        const QString path = m_dir.filePath(u"f"_s);
        QVERIFY(writeWhole(path, QByteArray(size, 'x')));
        const auto bytes = readWhole(path, 100'000);
        QCOMPARE(bytes.has_value(), fits);
        if (fits) {
            QCOMPARE(bytes->size(), size);
        } else {
            QCOMPARE(bytes.error().kind, ErrorKind::TooLarge);
        }
    }

    void readingWhatIsNoFileIsSaid()
    {
        QCOMPARE(readWhole(m_dir.filePath(u"none"_s), 10).error().kind, ErrorKind::NotFound);
        QCOMPARE(readWhole(m_dir.path(), 10).error().kind, ErrorKind::Io);
    }

    void makesFoldersForThisUserOnly()
    {
        const QString folder = m_dir.filePath(u"a/b/c"_s);
        QVERIFY(makeFolder(folder));
        QVERIFY(makeFolder(folder));
        QVERIFY(QFileInfo(folder).isDir());
        QCOMPARE(QFile::permissions(folder) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        QVERIFY(writeWhole(m_dir.filePath(u"file"_s), "x"));
        QVERIFY(!makeFolder(m_dir.filePath(u"file/d"_s)));
        QVERIFY(!makeFolder(m_dir.filePath(u"file"_s)));
    }

    void coreDumpsAreOff()
    {
        QVERIFY(forbidCoreDumps());
        rlimit limit = {};
        QCOMPARE(::getrlimit(RLIMIT_CORE, &limit), 0);
        QCOMPARE(limit.rlim_cur, rlim_t(0));
        QCOMPARE(limit.rlim_max, rlim_t(0));
    }
};

QTEST_GUILESS_MAIN(TestDurable)
#include "tst_durable.moc"
