// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/riskyplace.h"

#include <QtTest>

using namespace paperdawn;
using namespace Qt::StringLiterals;

namespace {

FileSystemOf lyingOn(quint32 magic, const QString &type = {})
{
    return [=](const QString &) { return FileSystem{magic, type}; };
}

constexpr quint32 ext4 = 0xef53;
constexpr quint32 fuse = 0x65735546;

/** "network NFS"; nothing where there is no danger. */
QString told(const std::optional<RiskyPlace> &place)
{
    if (!place) {
        return {};
    }
    return (place->kind == RiskyPlace::Kind::Network ? u"network "_s : u"synchronized "_s) + place->by;
}

} // namespace

class TestRiskyPlace : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void fileSystemsOfTheNetworkAreToldByTheirMagic_data()
    {
        QTest::addColumn<quint32>("magic");
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("expected");
        QTest::newRow("ext4") << ext4 << QString() << QString();
        QTest::newRow("btrfs") << 0x9123683eU << QString() << QString();
        QTest::newRow("tmpfs") << 0x01021994U << QString() << QString();
        QTest::newRow("not known") << 0U << QString() << QString();
        QTest::newRow("NFS") << 0x6969U << QString() << u"network NFS"_s;
        QTest::newRow("CIFS") << 0xff534d42U << QString() << u"network SMB"_s;
        QTest::newRow("SMB 2") << 0xfe534d42U << QString() << u"network SMB"_s;
        QTest::newRow("shared by the host") << 0x01021997U << QString() << u"network 9P"_s;
        QTest::newRow("sshfs") << fuse << u"fuse.sshfs"_s << u"network sshfs"_s;
        QTest::newRow("a disk of Windows") << fuse << u"fuseblk"_s << QString();
        QTest::newRow("encrypted") << fuse << u"fuse.gocryptfs"_s << QString();
    }

    void fileSystemsOfTheNetworkAreToldByTheirMagic()
    {
        QFETCH(quint32, magic);
        QFETCH(QString, type);
        QFETCH(QString, expected);
        const QTemporaryDir folder;
        QCOMPARE(told(riskOf(folder.path(), lyingOn(magic, type))), expected);
    }

    void foldersThatAreSynchronizedAreToldByTheirNames_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::addColumn<QString>("expected");
        const auto row = [](const QString &folder, const QString &by) {
            QTest::newRow(qPrintable(folder))
                << folder << (by.isEmpty() ? QString() : u"synchronized "_s + by);
        };
        row(u"Dropbox/papers"_s, u"Dropbox"_s);
        row(u"Dropbox (Institute)/a/b/c"_s, u"Dropbox"_s);
        row(u"OneDrive - Universität Wien/papers"_s, u"OneDrive"_s);
        row(u"Nextcloud"_s, u"Nextcloud"_s);
        row(u"Library/Mobile Documents/papers"_s, u"iCloud"_s);
        row(u"我的坚果云/文献"_s, u"坚果云"_s);
        row(u"Nutstore Files/papers"_s, u"坚果云"_s);
        row(u"Dropboxes/papers"_s, {});
        row(u"src/nextcloud/papers"_s, {});
        row(u"papers"_s, {});
    }

    void foldersThatAreSynchronizedAreToldByTheirNames()
    {
        QFETCH(QString, folder);
        QFETCH(QString, expected);
        const QTemporaryDir home;
        QVERIFY(QDir(home.path()).mkpath(folder));
        QCOMPARE(told(riskOf(home.filePath(folder), lyingOn(ext4))), expected);
        QCOMPARE(told(riskOf(home.filePath(folder + u"/not/there"_s), lyingOn(ext4))), expected);
    }

    void whatSyncthingLeavesTellsOfItToo()
    {
        const QTemporaryDir home;
        QVERIFY(QDir(home.path()).mkpath(u"shared/.stfolder"_s));
        QVERIFY(QDir(home.path()).mkpath(u"shared/papers"_s));
        QCOMPARE(told(riskOf(home.filePath(u"shared/papers"_s), lyingOn(ext4))), u"synchronized Syncthing"_s);
        QCOMPARE(told(riskOf(home.path(), lyingOn(ext4))), QString());
    }

    void aLinkIsFollowed()
    {
        const QTemporaryDir home;
        QVERIFY(QDir(home.path()).mkpath(u"Dropbox/papers"_s));
        QVERIFY(QFile::link(home.filePath(u"Dropbox/papers"_s), home.filePath(u"papers"_s)));
        QCOMPARE(told(riskOf(home.filePath(u"papers"_s), lyingOn(ext4))), u"synchronized Dropbox"_s);
    }

    void theSystemIsAsked()
    {
        QCOMPARE(fileSystemOf(u"/proc"_s).magic, 0x9fa0U);
        QCOMPARE(fileSystemOf(u"/not/there"_s).magic, 0U);
    }
};

QTEST_GUILESS_MAIN(TestRiskyPlace)
#include "tst_riskyplace.moc"
