// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/settings.h"
#include "app/store/library.h"
#include "tests/ui/widgets.h"
#include "ui/checkedline.h"
#include "ui/settingsdialog.h"
#include "ui/wrappedlabel.h"

#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabWidget>
#include <QTemporaryDir>

using namespace paperdawn;
using namespace paperdawn::test;
using namespace Qt::StringLiterals;

namespace {

const QStringList networkKeys = {u"arxiv-api"_s, u"arxiv-feed"_s, u"arxiv-site"_s,
                                 u"arxiv-oai"_s, u"arxiv-pdf"_s,  u"biorxiv"_s};

} // namespace

class TestSettingsDialog : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<SettingsDialog> m_dialog;

    void openOn(const QString &page)
    {
        m_settings->setValue(u"settings-page"_s, page);
        m_dialog = std::make_unique<SettingsDialog>(*m_settings, LibraryFolder{m_folder.path()});
        QVERIFY(shownAndActive(m_dialog.get()));
    }

    template <typename T>
    [[nodiscard]] T *field(const QString &name) const
    {
        return m_dialog->findChild<T *>(name);
    }

    [[nodiscard]] QString shownPage() const
    {
        return m_dialog->findChild<QTabWidget *>()->currentWidget()->objectName();
    }

    /** As a reader does: the keyboard is in the line when its end comes. */
    void types(const QString &name, const QString &text) const
    {
        auto *line = field<QLineEdit>(name);
        line->setFocus();
        line->selectAll();
        QTest::keyClick(line, Qt::Key_Delete);
        QTest::keyClicks(line, text);
        QTest::keyClick(line, Qt::Key_Return);
    }

    /** What is said below a line; null where nothing is. */
    [[nodiscard]] QString saidOf(const QString &name) const
    {
        const auto *label = field<QLineEdit>(name)->parentWidget()->findChild<QLabel *>();
        return label->isVisible() ? label->text() : QString();
    }

    [[nodiscard]] QString proxy() const
    {
        return u"%1 %2 %3"_s.arg(int(m_settings->proxy()))
            .arg(m_settings->proxyHost())
            .arg(m_settings->proxyPort());
    }

private Q_SLOTS:
    void init()
    {
        // of the offscreen platform, which says it with every window
        QLoggingCategory::setFilterRules(u"qt.qpa.*=false"_s);
        static int number = 0;
        m_settings = std::make_unique<Settings>(m_folder.filePath(u"%1.ini"_s.arg(++number)));
    }

    void cleanup() { m_dialog.reset(); }

    void tabVisitsEverything_data()
    {
        QTest::addColumn<QString>("page");
        QTest::addColumn<QStringList>("order");
        QTest::newRow("reading") << u"reading"_s
                                 << QStringList{u"language"_s,      u"theme"_s,   u"contrast"_s,
                                                u"titleLanguage"_s, u"density"_s, u"textScale"_s,
                                                u"dwell"_s};
        QTest::newRow("lists") << u"lists"_s
                               << QStringList{u"categorySearch"_s, u"categories"_s, u"tellsOfNewLists"_s};
        QTest::newRow("library") << u"library"_s
                                 << QStringList{u"keepsPdfs"_s, u"pdfRoom"_s, u"keptMonths"_s};
        QTest::newRow("network") << u"network"_s << QStringList{u"proxy"_s} + networkKeys;
        QTest::newRow("network by a proxy")
            << u"network by a proxy"_s
            << QStringList{u"proxy"_s, u"proxyHost"_s, u"proxyPort"_s, u"proxyUser"_s, u"proxyPassword"_s} +
                   networkKeys;
    }

    void tabVisitsEverything()
    {
        QFETCH(QString, page);
        QFETCH(QStringList, order);
        if (page.endsWith(u"proxy")) {
            m_settings->setProxy(ProxyUse::Http);
        }
        openOn(page.section(u' ', 0, 0));
        order += {u"Close"_s, u"settingsPages"_s};
        QCOMPARE(tabOrder(m_dialog.get()), order);
        QCOMPARE(faultsOf(m_dialog.get()).join(u'\n'), QString());
    }

    void itFitsOnTheScreenWhicheverPageItOpensOn_data()
    {
        QTest::addColumn<QString>("page");
        for (const char *page : {"reading", "lists", "library", "network"}) {
            QTest::newRow(page) << QString::fromLatin1(page);
        }
    }

    void itFitsOnTheScreenWhicheverPageItOpensOn()
    {
        QFETCH(QString, page);
        m_settings->setProxy(ProxyUse::Http); // then that page says most
        openOn(page);
        QTest::qWait(50); // it is arranged after it is shown
        const int lines = m_dialog->height() / m_dialog->fontMetrics().height();
        QVERIFY2(lines <= 45, qPrintable(u"%1 lines high"_s.arg(lines)));
        for (const WrappedLabel *label : m_dialog->findChildren<WrappedLabel *>()) {
            QVERIFY(!label->isVisible() || label->height() >= label->heightForWidth(label->width()));
        }
    }

    void whatIsOnPagesThatWereNeverShownAsksForNoHeight()
    {
        openOn(u"reading"_s);
        int hidden = 0;
        for (const WrappedLabel *label : m_dialog->findChildren<WrappedLabel *>()) {
            if (!label->isVisible() && !label->text().isEmpty()) {
                QCOMPARE(label->minimumHeight(), 0);
                ++hidden;
            }
        }
        QVERIFY(hidden > 0);
    }

    void howLongDaysAreKeptIsChosenAndExplained()
    {
        openOn(u"library"_s);
        auto *box = field<QComboBox>(u"keptMonths"_s);
        QCOMPARE(box->currentText(), u"All days"_s);
        QVERIFY(!field<QLabel>(u"kept"_s)->isVisible());
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Down);
        QCOMPARE(m_settings->keptMonths(), 12);
        QVERIFY(field<QLabel>(u"kept"_s)->isVisible());
        m_settings->setKeptMonths(18); // by hand
        openOn(u"library"_s);
        QCOMPARE(field<QComboBox>(u"keptMonths"_s)->currentData().toInt(), 18);
    }

    void whatTheLibraryTakesIsTold()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        const LibraryFolder folder{m_folder.filePath(u"library"_s)};
        const auto write = [](const QString &path, qint64 bytes) {
            QFile file(path);
            return QDir().mkpath(QFileInfo(path).path()) && file.open(QIODevice::WriteOnly) &&
                   file.resize(bytes);
        };
        QVERIFY(write(folder.cacheFile(), 2'500'000) && write(folder.libraryFile(), 40'000) &&
                write(folder.journalFolder() + u"/a.jsonl"_s, 2'000) &&
                write(folder.importsFolder() + u"/a.gz"_s, 1'000'000) &&
                write(folder.pdfFolder() + u"/arxiv_2512.00001v1.pdf"_s, 7'200'000));
        m_settings->setValue(u"settings-page"_s, u"library"_s);
        m_dialog = std::make_unique<SettingsDialog>(*m_settings, folder);
        m_dialog->show();
        QTRY_COMPARE(
            m_dialog->findChild<QLabel *>(u"size"_s)->text(),
            u"lists and abstracts 2.5 MB, PDFs 7.2 MB, files that were imported or fetched 1.0 MB, stars "
            "and journal 42.0 kB and backups 0 bytes"_s);
        QCOMPARE(m_dialog->findChild<QLabel *>(u"where"_s)->text(), folder.path);
        QCOMPARE(m_dialog->findChild<QLabel *>(u"lastBackup"_s)->accessibleName(),
                 u"Last backup: none yet; one is made each day"_s);
    }

    void everyLineHasAName()
    {
        openOn(u"network"_s);
        QStringList names;
        for (const QString &key : networkKeys + QStringList{u"proxyHost"_s}) {
            names += spokenName(field<QLineEdit>(key));
        }
        QCOMPARE(names.join(u", "_s), u"arXiv API, arXiv feeds, arXiv pages, arXiv OAI, arXiv PDFs, bioRxiv, "
                                      "Host of the proxy"_s);
    }

    void lettersLeadToTheFields_data()
    {
        QTest::addColumn<QString>("page");
        QTest::addColumn<int>("key");
        QTest::addColumn<QString>("field");
        QTest::newRow("theme") << u"reading"_s << int(Qt::Key_T) << u"theme"_s;
        QTest::newRow("categories") << u"lists"_s << int(Qt::Key_C) << u"categorySearch"_s;
        QTest::newRow("address") << u"network"_s << int(Qt::Key_A) << u"arxiv-api"_s;
    }

    void lettersLeadToTheFields()
    {
        QFETCH(QString, page);
        QFETCH(int, key);
        QFETCH(QString, field);
        openOn(page);
        QTest::keyClick(m_dialog.get(), Qt::Key(key), Qt::AltModifier);
        QCOMPARE(QApplication::focusWidget()->objectName(), field);
    }

    void opensOnThePageThatWasShownLast()
    {
        openOn({});
        QCOMPARE(shownPage(), u"reading"_s);
        QTest::keyClick(m_dialog.get(), Qt::Key_N, Qt::AltModifier);
        QCOMPARE(shownPage(), u"network"_s);
        m_dialog = std::make_unique<SettingsDialog>(*m_settings, LibraryFolder{m_folder.path()});
        QCOMPARE(shownPage(), u"network"_s);
    }

    void pagesAreTurnedFromInside()
    {
        openOn({});
        QStringList pages;
        const std::pair<Qt::Key, Qt::KeyboardModifiers> turns[] = {
            {Qt::Key_Tab, Qt::ControlModifier},
            {Qt::Key_PageDown, Qt::ControlModifier},
            {Qt::Key_PageUp, Qt::ControlModifier},
            {Qt::Key_Backtab, Qt::ControlModifier | Qt::ShiftModifier},
            {Qt::Key_PageUp, Qt::ControlModifier}};
        for (const auto &[key, modifiers] : turns) {
            QTest::keyClick(QApplication::focusWidget(), key, modifiers);
            pages += shownPage() + u' ' + QApplication::focusWidget()->objectName();
        }
        const QStringList expected{u"lists categorySearch"_s, u"library keepsPdfs"_s,
                                   u"lists categorySearch"_s, u"reading language"_s, u"network proxy"_s};
        QCOMPARE(pages, expected);
    }

    void aPageThatIsNotThereIsTheFirst()
    {
        openOn(u"weather"_s);
        QCOMPARE(shownPage(), u"reading"_s);
    }

    void notificationsAreForWhoWantsThem()
    {
        QVERIFY(!m_settings->tellsOfNewLists());
        openOn(u"lists"_s);
        QTest::keyClick(field<QComboBox>(u"tellsOfNewLists"_s), Qt::Key_Down);
        QVERIFY(m_settings->tellsOfNewLists());
    }

    void theProxyIsTold_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("told");
        QTest::newRow("host") << u"proxy.example.org"_s << u"2 proxy.example.org 8080"_s;
        QTest::newRow("with its port") << u" 127.0.0.1:7890 "_s << u"2 127.0.0.1 7890"_s;
        QTest::newRow("as an address") << u"http://[::1]:3128/"_s << u"2 ::1 3128"_s;
    }

    void theProxyIsTold()
    {
        QFETCH(QString, text);
        QFETCH(QString, told);
        openOn(u"network"_s);
        QTest::keyClick(field<QComboBox>(u"proxy"_s), Qt::Key_H); // HTTP
        QCOMPARE(saidOf(u"proxyHost"_s), u"Which host? Until it is told, the desktop's proxy is used."_s);
        types(u"proxyHost"_s, text);
        QCOMPARE(proxy(), told);
        QCOMPARE(saidOf(u"proxyHost"_s), QString());
        QVERIFY(m_dialog->isVisible()); // Return was for the line
    }

    void whatIsNoHostIsNotTaken_data()
    {
        QTest::addColumn<QString>("text");
        for (const auto *text :
             {"ada:secret@proxy.example.org", "a b", "http://", "a.example/path", "a?b", ":80"}) {
            QTest::newRow(text) << QString::fromLatin1(text);
        }
    }

    void whatIsNoHostIsNotTaken()
    {
        QFETCH(QString, text);
        m_settings->setProxy(ProxyUse::Socks5);
        m_settings->setProxyHost(u"127.0.0.1"_s);
        openOn(u"network"_s);
        types(u"proxyHost"_s, text);
        QCOMPARE(saidOf(u"proxyHost"_s),
                 u"“"_s + text + u"” is no host of a proxy; write it as 127.0.0.1 or proxy.example.org."_s);
        QCOMPARE(proxy(), u"3 127.0.0.1 1080"_s);
        types(u"proxyHost"_s, {});
        QCOMPARE(proxy(), u"3  1080"_s);
    }

    void anAddressIsTakenAndGivenBack()
    {
        openOn(u"network"_s);
        types(u"arxiv-api"_s, u" https://mirror.example.cn/api "_s);
        QCOMPARE(m_settings->address(u"arxiv-api"_s), u"https://mirror.example.cn/api"_s);
        types(u"arxiv-api"_s, {});
        QCOMPARE(m_settings->address(u"arxiv-api"_s), QString());
    }

    void whatIsNoAddressIsNotTaken()
    {
        m_settings->setAddress(u"biorxiv"_s, u"https://a.example"_s);
        openOn(u"network"_s);
        const int before = m_dialog->height();
        types(u"biorxiv"_s, u"https://me:secret@a.example"_s);
        QCOMPARE(
            saidOf(u"biorxiv"_s),
            u"“https://me:secret@a.example” is no address of a service; write it as https://host/path."_s);
        QCOMPARE(m_settings->address(u"biorxiv"_s), u"https://a.example"_s);
        const auto *sentence = field<QLineEdit>(u"biorxiv"_s)->parentWidget()->findChild<QLabel *>();
        QTRY_VERIFY(m_dialog->height() > before ||
                    sentence->height() >= sentence->heightForWidth(sentence->width()));
        types(u"biorxiv"_s, u"https://b.example"_s);
        QCOMPARE(saidOf(u"biorxiv"_s), QString());
        QCOMPARE(m_settings->address(u"biorxiv"_s), u"https://b.example"_s);
    }
};

QTEST_MAIN(TestSettingsDialog)
#include "tst_settingsdialog.moc"
