// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/settings.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace paperdawn;
using namespace Qt::StringLiterals;

class TestSettings : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_file;

    void write(const QByteArray &content)
    {
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        QCOMPARE(file.write(content), content.size());
    }

    static QString summary(const Settings &s)
    {
        return u"%1 %2 %3 %4 %5 %6"_s.arg(s.language().isEmpty() ? u"system"_s : s.language())
            .arg(int(s.theme()))
            .arg(int(s.titleLanguage()))
            .arg(int(s.density()))
            .arg(s.textScale())
            .arg(s.dwell());
    }

private Q_SLOTS:
    void init()
    {
        static int number = 0;
        m_file = m_folder.filePath(u"%1.ini"_s.arg(++number));
    }

    void readsWhatItUnderstands_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("seen");

        QTest::newRow("nothing") << QByteArray() << u"system 0 2 1 100 700"_s;
        QTest::newRow("all")
            << QByteArray("[General]\nlanguage=zh_CN\ntheme=dark\ntitleLanguage=original\ndensity=compact\n"
                          "textScale=150\ndwell=2000\n")
            << u"zh_CN 2 1 0 150 2000"_s;
        QTest::newRow("words that mean nothing")
            << QByteArray("[General]\nlanguage=tlh\ntheme=2\ntitleLanguage=Both\ndensity=\n"
                          "textScale=big\ndwell=1s\n")
            << u"system 0 2 1 100 700"_s;
        QTest::newRow("out of range")
            << QByteArray("[General]\ntextScale=5000\ndwell=12\n") << u"system 0 2 1 200 700"_s;
        QTest::newRow("far out of range")
            << QByteArray("[General]\ntextScale=-1\ndwell=99999999999999\n") << u"system 0 2 1 80 700"_s;
        QTest::newRow("never by itself") << QByteArray("[General]\ndwell=0\n") << u"system 0 2 1 100 0"_s;
        QTest::newRow("not an ini file")
            << QByteArray("\0\x01\xff[[[]\n=;=%\n", 13) << u"system 0 2 1 100 700"_s;
    }

    void readsWhatItUnderstands()
    {
        QFETCH(QByteArray, file);
        QFETCH(QString, seen);
        write(file);
        QCOMPARE(summary(Settings(m_file)), seen);
    }

    void keepsWhatIsSet()
    {
        {
            Settings settings(m_file);
            settings.setLanguage(u"en"_s);
            settings.setTheme(ThemeChoice::Light);
            settings.setTitleLanguage(TitleLanguage::Translated);
            settings.setDensity(Density::Compact);
            settings.setTextScale(300);
            settings.setDwell(1);
            settings.setState(u"table"_s, QByteArray("\0\xff,;\"", 5));
            settings.setValue(u"folder"_s, u"/media/王小明/a, b; c=“d”"_s);
        }
        const Settings settings(m_file);
        QCOMPARE(summary(settings), u"en 1 0 0 200 700"_s);
        QCOMPARE(settings.state(u"table"_s), QByteArray("\0\xff,;\"", 5));
        QCOMPARE(settings.value(u"folder"_s), u"/media/王小明/a, b; c=“d”"_s);
    }

    void thereIsAlwaysRoomForSomePdfs()
    {
        QCOMPARE(Settings(m_file).pdfRoom(), Settings::usualPdfRoom);
        QVERIFY(Settings(m_file).keepsPdfs());
        write("[General]\npdfRoom=1\nkeepsPdfs=false\n");
        Settings settings(m_file);
        QCOMPARE(settings.pdfRoom(), Settings::leastPdfRoom);
        QVERIFY(!settings.keepsPdfs());
        settings.setPdfRoom(0); // as much as there is
        QCOMPARE(settings.pdfRoom(), 0);
        settings.setPdfRoom(5000);
        settings.setKeepsPdfs(true);
        QCOMPARE(Settings(m_file).pdfRoom(), 5000);
        QVERIFY(Settings(m_file).keepsPdfs());
    }

    /** What another machine's file says is taken as far as it is known here, but for what is of that machine.
     */
    void takesWhatIsMissing()
    {
        write("[General]\ntheme=dark\ntextScale=150\npdfRoom=100000\nunheardOf=1\ndensity=@Variant(x)\n"
              "[state]\nwindow=x\n");
        const QString file = m_folder.filePath(u"mine.ini"_s);
        Settings settings(file);
        settings.setTextScale(120);
        const QSignalSpy changed(&settings, &Settings::changed);
        settings.takeMissing(m_file);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(summary(settings), u"system 2 2 1 120 700"_s);
        QCOMPARE(settings.pdfRoom(), Settings::usualPdfRoom);
        QVERIFY(settings.state(u"window"_s).isEmpty());
        const QSettings raw(file, QSettings::IniFormat);
        QVERIFY(!raw.contains(u"unheardOf"_s) && !raw.contains(u"pdfRoom"_s));
        settings.takeMissing(m_file);
        QCOMPARE(changed.size(), 1);
    }

    void theNetworkIsReadAndKept()
    {
        const auto network = [](const Settings &s) {
            return u"%1 “%2” %3 “%4”"_s.arg(int(s.proxy()))
                .arg(s.proxyHost())
                .arg(s.proxyPort())
                .arg(s.address(u"arxiv-api"_s));
        };
        QCOMPARE(network(Settings(m_file)), u"0 “” 8080 “”"_s);
        write("[network]\nproxy=carrier pigeon\nproxyPort=99999\n");
        QCOMPARE(network(Settings(m_file)), u"0 “” 8080 “”"_s);
        {
            Settings settings(m_file);
            settings.setProxy(ProxyUse::Socks5);
            settings.setProxyHost(u"127.0.0.1"_s);
            QCOMPARE(network(settings), u"3 “127.0.0.1” 1080 “”"_s);
            settings.setProxyPort(7890);
            settings.setProxyUser(u"ada"_s);
            QSignalSpy changed(&settings, &Settings::changed);
            settings.setProxyPassword(u"secret"_s);
            settings.setProxyPassword(u"secret"_s);
            QCOMPARE(changed.size(), 1);
            QCOMPARE(settings.proxyPassword(), u"secret"_s);
            settings.setAddress(u"arxiv-api"_s, u"https://mirror.example.cn"_s);
        }
        QCOMPARE(network(Settings(m_file)), u"3 “127.0.0.1” 7890 “https://mirror.example.cn”"_s);
        QCOMPARE(Settings(m_file).proxyUser(), u"ada"_s);
        QCOMPARE(Settings(m_file).proxyPassword(), QString());
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains("secret"));
    }

    void anotherFileDoesNotSayHowTheNetworkIsReached()
    {
        write("[General]\ntheme=dark\n[network]\nproxy=http\nproxyHost=a.example\n"
              "arxiv-api=https://a.example\n");
        Settings settings(m_folder.filePath(u"another.ini"_s));
        settings.takeMissing(m_file);
        QCOMPARE(settings.theme(), ThemeChoice::Dark);
        QCOMPARE(settings.proxy(), ProxyUse::System);
        QCOMPARE(settings.proxyHost(), QString());
        QCOMPARE(settings.address(u"arxiv-api"_s), QString());
    }

    void theLibrarysPlaceIsKeptAndOfThisMachine()
    {
        write("[General]\ntheme=dark\n");
        {
            Settings settings(m_file);
            QCOMPARE(settings.libraryFolder(), QString());
            settings.setLibraryFolder(u"/media/disk 2/论文"_s);
            QCOMPARE(settings.keptMonths(), 0);
            settings.setKeptMonths(6);
            QVERIFY(settings.keepNow());
            QCOMPARE(Settings(m_file).libraryFolder(), u"/media/disk 2/论文"_s);
        }
        Settings another(m_folder.filePath(u"elsewhere.ini"_s));
        another.takeMissing(m_file);
        QCOMPARE(another.theme(), ThemeChoice::Dark);
        QCOMPARE(another.libraryFolder(), QString());
        QCOMPARE(another.keptMonths(), 0); // else what a backup brings might go at once
        QCOMPARE(Settings(m_file).keptMonths(), 6);
        Settings nowhere(u"/proc/nowhere/settings.ini"_s);
        nowhere.setLibraryFolder(u"/media"_s);
        QVERIFY(!nowhere.keepNow());
    }

    void tellsOnlyOfChanges()
    {
        write("[General]\ntextScale=150\n");
        Settings settings(m_file);
        const QSignalSpy changed(&settings, &Settings::changed);
        settings.setTextScale(150);
        settings.setState(u"window"_s, "x");
        settings.setValue(u"day"_s, u"2025-12-09"_s);
        QCOMPARE(changed.size(), 0);
        settings.setTextScale(160);
        settings.setTheme(ThemeChoice::Dark);
        settings.setTheme(ThemeChoice::Dark);
        QCOMPARE(changed.size(), 2);
    }
};

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_settings.moc"
