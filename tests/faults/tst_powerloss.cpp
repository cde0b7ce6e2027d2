// SPDX-License-Identifier: GPL-3.0-or-later
// The power goes at any moment of a reader's two mornings: whatever was acknowledged is there again.
#include "tests/faults/journey.h"
#include "tests/faults/recordeddisk.h"
#include "tests/support/decisions.h"
#include "tests/support/processes.h"
#include "tests/support/temporarylibrary.h"

#include <QElapsedTimer>
#include <QtTest>

using namespace paperdawn;
using namespace paperdawn::test;
using namespace Qt::StringLiterals;

namespace {

/** What the disk and the reader were told, in one order. */
class Recording final : public FileCallWatcher
{
public:
    struct Event
    {
        std::optional<FileCall> call;
        Told told;
    };
    [[nodiscard]] int refusal(const FileCall &) override { return 0; }
    void made(const FileCall &call) override
    {
        const QMutexLocker lock(&m_mutex);
        m_events += {call, {}};
    }
    void hear(const Told &told)
    {
        const QMutexLocker lock(&m_mutex);
        m_events += {{}, told};
    }
    [[nodiscard]] const QList<Event> &events() const { return m_events; }

private:
    QMutex m_mutex;
    QList<Event> m_events;
};

/** The machine has been started anew, so that what was begun of a PDF in the run before it is not trusted. */
void startAnew(const QString &folder)
{
    const QDir pdfs(folder + u"/library/pdf"_s);
    for (const QString &note : pdfs.entryList({u"*.json"_s}, QDir::Files)) {
        const QByteArray said = contentOf(pdfs.filePath(note));
        putFile(pdfs.filePath(note), QByteArray(said).replace(QSysInfo::bootUniqueId(), "another-run"));
    }
}

/** The cache is gone, too: what it said is in imports/. */
void loseCache(const QString &folder)
{
    const QDir library(folder + u"/library"_s);
    for (const QString &file : library.entryList({u"cache.db*"_s}, QDir::Files)) {
        QFile::remove(library.filePath(file));
    }
}

} // namespace

/** PAPERDAWN_IMAGES sets how many disks are looked at (10,000 before a release). */
class TestPowerLoss : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        const QTemporaryDir folder(scratchPlace() + u"/paperdawn-power"_s);
        watchFileCalls(QFile::encodeName(folder.path()), &m_recording);
        Journey(folder.path(), [this](const Told &told) { m_recording.hear(told); }).go();
        watchFileCalls({}, nullptr);
        for (const auto &event : m_recording.events()) {
            QVERIFY2(event.told.what != Told::What::Failed,
                     qPrintable(event.told.step + u": "_s + event.told.error.what));
        }
    }

    void aDiskThatKeptEverythingHoldsWhatWasPromised()
    {
        Promises promises;
        for (const auto &event : m_recording.events()) {
            if (!event.call) {
                promises.hear(event.told);
            }
        }
        // and the promises can be broken
        const QTemporaryDir empty(scratchPlace() + u"/paperdawn-power"_s);
        const QString broken = promises.brokenIn(empty.path());
        for (const QString &each :
             {u"lost its star"_s, u"of 20 papers that were fetched there are 0"_s, u"the PDF is gone"_s}) {
            QVERIFY2(broken.contains(each), qPrintable(broken));
        }
    }

    void whatWasAcknowledgedIsThereAgain()
    {
        const int images = wanted("PAPERDAWN_IMAGES", 150);
        QRandomGenerator random(17);
        QMap<qsizetype, int> cuts; // how many images at each event
        for (int i = 0; i < images; ++i) {
            ++cuts[random.bounded(m_recording.events().size() + 1)];
        }
        for (qsizetype at = 0; at < m_recording.events().size(); ++at) { // PDFs are a few calls of them
            const auto &call = m_recording.events()[at].call;
            cuts[at + 1] += call && call->path.startsWith("library/pdf/") ? std::max(1, images / 40) : 0;
        }
        QElapsedTimer timer;
        timer.start();
        RecordedDisk disk;
        Promises promises;
        QString step;
        int looks = 0;
        for (qsizetype at = 0; at <= m_recording.events().size(); ++at) {
            for (int image = 0; image < cuts.value(at); ++image) {
                const QTemporaryDir folder(scratchPlace() + u"/paperdawn-power"_s);
                disk.writeImage(folder.path(), random);
                startAnew(folder.path());
                ++looks;
                if (random.bounded(8) == 0) {
                    loseCache(folder.path());
                }
                const QString broken = promises.brokenIn(folder.path());
                QVERIFY2(broken.isEmpty(), qPrintable(u"power lost at event %1 of %2, at \"%3\": %4"_s.arg(at)
                                                          .arg(m_recording.events().size())
                                                          .arg(step, broken)));
            }
            if (at < m_recording.events().size()) {
                const auto &event = m_recording.events()[at];
                event.call ? disk.take(*event.call) : promises.hear(event.told);
                step = event.call ? step : event.told.step;
            }
        }
        qInfo("%d images of %lld calls and steps: nothing lost, nothing damaged, %lld s", looks,
              qlonglong(m_recording.events().size()), timer.elapsed() / 1000);
    }

private:
    Recording m_recording;
};

QTEST_GUILESS_MAIN(TestPowerLoss)
#include "tst_powerloss.moc"
