// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeclock.h"
#include "ui/messagebar.h"
#include "ui/placewarning.h"

#include <QAbstractButton>
#include <QtTest>

using namespace paperdawn;
using namespace paperdawn::test;
using namespace Qt::StringLiterals;

class TestPlaceWarning : public QObject
{
    Q_OBJECT

    /** What is said at a start of the library in that folder; " [offered]" where its move is.
     */
    QString saidAtAStart(const QString &folder, const QString &before = {})
    {
        const auto services = Services::open({m_home->filePath(folder)}, {}, std::make_unique<FakeClock>());
        if (!services) {
            return u"not opened"_s;
        }
        MessageBar messages;
        messages.say(before);
        PlaceWarning warning(**services, *m_settings, messages, nullptr);
        warning.look();
        (*services)->pool().waitForDone();
        QCoreApplication::processEvents(); // and what came of it is told
        const auto *offer = messages.findChild<QWidget *>(u"messageAction"_s);
        const bool isOffered = !messages.text().isEmpty() && offer->isVisibleTo(&messages);
        return messages.text() + (isOffered ? u" [offered]"_s : QString());
    }

private Q_SLOTS:
    void init()
    {
        m_home.emplace();
        QVERIFY(QDir(m_home->path()).mkpath(u"Dropbox"_s));
        m_settings.emplace(m_home->filePath(u"settings.ini"_s));
    }

    void aPlaceThatIsSynchronizedIsSaidOnce()
    {
        const QString words = u"The library lies in a folder that Dropbox synchronizes. Its files are copied "
                              "while they are being written, which can damage it. Better move it to another "
                              "folder: Settings, Library."_s;
        m_settings->setLibraryFolder(m_home->filePath(u"Dropbox/one"_s));
        QCOMPARE(saidAtAStart(u"Dropbox/one"_s), words + u" [offered]"_s);
        QCOMPARE(saidAtAStart(u"Dropbox/one"_s), QString());
        QCOMPARE(saidAtAStart(u"Dropbox/other"_s), words); // named for this start alone
        QCOMPARE(saidAtAStart(u"Dropbox/other"_s), QString());
    }

    void anotherPlaceIsNot() { QCOMPARE(saidAtAStart(u"papers"_s), QString()); }

    void whatIsSaidAlreadyStaysAndTheWarningComesAfterTheNextStart()
    {
        QCOMPARE(saidAtAStart(u"Dropbox/one"_s, u"A paper is here."_s), u"A paper is here."_s);
        QVERIFY(saidAtAStart(u"Dropbox/one"_s).startsWith("The library lies"_L1));
    }

    void theOfferAsksForTheMove()
    {
        const auto services =
            Services::open({m_home->filePath(u"Dropbox/one"_s)}, {}, std::make_unique<FakeClock>());
        QVERIFY(services);
        m_settings->setLibraryFolder(m_home->filePath(u"Dropbox/one"_s));
        MessageBar messages;
        PlaceWarning warning(**services, *m_settings, messages, nullptr);
        const QSignalSpy requested(&warning, &PlaceWarning::moveRequested);
        warning.look();
        QTRY_VERIFY(!messages.text().isEmpty());
        messages.findChild<QAbstractButton *>(u"messageAction"_s)->click();
        QCOMPARE(requested.size(), 1);
    }

private:
    std::optional<QTemporaryDir> m_home;
    std::optional<Settings> m_settings;
};

QTEST_MAIN(TestPlaceWarning)
#include "tst_placewarning.moc"
