// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/importing.h"

#include "app/base/async.h"
#include "app/base/sentence.h"
#include "app/transfer/remarks.h"
#include "ui/daywords.h"
#include "ui/importdetails.h"
#include "ui/importprogress.h"
#include "ui/messagebar.h"
#include "ui/theme.h"

#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QToolButton>
#include <utility>

namespace paperdawn {

using namespace Qt::StringLiterals;

namespace {

const QString folderKey = u"last-folder"_s;

} // namespace

Importing::Importing(Services &services, Settings &settings, MessageBar &messages, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_settings(settings)
    , m_messages(messages)
    , m_progress(new ImportProgressBar(services.clock(), this))
    , m_remarks(new QToolButton(this))
{
    m_remarks->setObjectName("import-details"_L1);
    m_remarks->setAutoRaise(true);
    m_remarks->hide();
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(grid::gap);
    layout->addWidget(m_remarks);
    layout->addWidget(m_progress);
    connect(m_progress, &ImportProgressBar::stopRequested, this, [this] {
        if (m_job) {
            m_isStopped = true;
            m_job->cancel();
        }
    });
    connect(&m_services.store(), &Store::changed, this, [this](const StoreChange &change) {
        if (change.many) { // another program may have imported
            askForLast();
        }
    });
    retranslate();
    askForLast();
}

QStringList Importing::chosenFiles()
{
    const QString folder = m_settings.value(folderKey);
    const QStringList paths = QFileDialog::getOpenFileNames(
        window(), tr("Open day files"), folder.isEmpty() ? QDir::homePath() : folder,
        tr("Day files and BibTeX (*.md *.markdown *.json *.bib *.bibtex);;All files (*)"));
    if (!paths.isEmpty()) {
        m_settings.setValue(folderKey, QFileInfo(paths.first()).path());
    }
    return paths;
}

QStringList Importing::chosenFolder()
{
    const QString folder = m_settings.value(folderKey);
    const QString path = QFileDialog::getExistingDirectory(window(), tr("Open a folder of days"),
                                                           folder.isEmpty() ? QDir::homePath() : folder);
    if (path.isEmpty()) {
        return {};
    }
    m_settings.setValue(folderKey, path);
    return {path};
}

void Importing::start(const QStringList &paths)
{
    if (paths.isEmpty()) {
        return;
    }
    if (m_job) {
        m_next += paths;
        m_messages.say(tr("These files follow once the import that is under way is done."));
        return;
    }
    m_job = new ImportJob(m_services.store(), m_services.pool(), this);
    connect(m_job, &ImportJob::progressed, m_progress, &ImportProgressBar::setProgress);
    connect(m_job, &ImportJob::finished, this, [this](const ImportSummary &summary) {
        m_job->deleteLater();
        m_job = nullptr;
        m_progress->finish();
        end(summary);
    });
    m_remarks->hide();
    m_progress->start();
    m_job->start(paths);
}

/** What was asked for meanwhile follows, unless the reader stopped or the disk takes nothing more; all of it
 * is told together. */
void Importing::end(const ImportSummary &summary)
{
    m_ended += summary;
    const QStringList next = std::exchange(m_next, {});
    const bool goesOn = !std::exchange(m_isStopped, false) && summary.notTried == 0;
    if (!next.isEmpty() && goesOn) {
        start(next);
    } else {
        tell(std::exchange(m_ended, {}), int(next.size()));
    }
    askForLast();
    Q_EMIT finished(summary);
}

/** `dropped`: files and folders that were to follow, and do not. */
void Importing::tell(const QList<ImportSummary> &ended, int dropped)
{
    ImportSummary summary;
    QList<qint64> imports;
    for (const ImportSummary &one : ended) {
        summary.files += one.files;
        summary.notTried += one.notTried;
        summary.cancelled |= one.cancelled;
        imports += one.import != 0 ? QList<qint64>{one.import} : QList<qint64>();
    }
    if (summary.files.size() == 1 && summary.files.first().refused && dropped == 0) {
        Q_EMIT failed(*summary.files.first().refused);
        return;
    }
    if (hasRemarks(summary)) {
        m_remarks->disconnect(this);
        connect(m_remarks, &QToolButton::clicked, this,
                [this, summary] { (new ImportDetails(summary, window()))->show(); });
        m_remarks->show();
    }
    const bool learned = !imports.isEmpty() && summary.added() + summary.merged() > 0;
    const QString undo = learned ? tr("Undo") : QString();
    const auto takeBackAll = [this, imports] { takeBack(imports); };
    QString words = summarySentence(summary);
    if (dropped > 0) {
        words +=
            u' ' + tr("%n file(s) or folder(s) that were to follow were not imported.", nullptr, dropped);
    }
    if (summary.notTried > 0) { // what ended it is no detail
        const QString why = sentence(*summary.files.last().refused);
        //: two sentences, one after the other
        m_messages.warn(tr("%1 %2").arg(why, words), undo, takeBackAll);
    } else {
        m_messages.say(words, undo, takeBackAll);
    }
}

void Importing::takeBackLast()
{
    if (!canTakeBack()) {
        return;
    }
    // it may be long ago, and the originals go with it: nobody's hand slips over that
    m_messages.say(tr("Take back the last import? Its days and papers go; stars stay."), tr("Take it back"),
                   [this, import = m_last] { takeBack({import}); });
}

/** The last first; what is starred by now stays with all that is known of it. */
void Importing::takeBack(const QList<qint64> &imports, int goneBefore)
{
    m_last = 0; // not twice
    m_remarks->hide();
    Q_EMIT lastChanged();
    afterDecisions([this, imports, goneBefore, underWay = m_deeds] {
        whenDone(m_services.store().undoImport(imports.last()), this,
                 [this, imports, goneBefore, underWay](const Result<int> &gone) {
                     if (gone && imports.size() > 1) {
                         return takeBack(imports.first(imports.size() - 1), goneBefore + *gone);
                     }
                     if (gone) {
                         m_messages.say(tr("The import was taken back: %n paper(s) less. Stars stay.",
                                           nullptr, goneBefore + *gone));
                     } else {
                         Q_EMIT failed(gone.error());
                     }
                     askForLast();
                 });
    });
}

/** Once what was decided so far is on disk, for stars keep what they are of. */
void Importing::afterDecisions(std::function<void()> deed)
{
    whenDone(m_services.decisions().flush(), this,
             [deed = std::move(deed), underWay = m_deeds](const Result<> &) { deed(); });
}

void Importing::askToRemove(QDate day)
{
    if (m_job) {
        m_messages.say(tr("An import is under way. Wait for it, or stop it below."));
        return;
    }
    //: %1 is a day
    m_messages.say(tr("Remove %1? Its list and the files it came from go; stars stay.").arg(dayName(day)),
                   tr("Remove it"), [this, day] { remove(day); });
}

void Importing::remove(QDate day)
{
    afterDecisions([this, day, underWay = m_deeds] {
        whenDone(m_services.store().removeDay(day), this,
                 [this, day, underWay](const Result<RemovedDay> &removed) {
                     askForLast();
                     if (!removed) {
                         Q_EMIT failed(removed.error());
                     } else {
                         tellOfRemoved(day, *removed);
                     }
                 });
    });
}

void Importing::tellOfRemoved(QDate day, const RemovedDay &removed)
{
    QString undo;
    std::function<void()> deed;
    if (!removed.files.isEmpty()) {
        undo = tr("Undo");
        deed = [this, day, files = removed.files] { bringAgain(day, files); };
    }
    const QString words = removedSentence(dayName(day), removed);
    if (removed.unfinished) {
        m_messages.warn(words, undo, deed);
    } else {
        m_messages.say(words, undo, deed);
    }
}

bool Importing::removeOldDays()
{
    if (m_job) {
        return false;
    }
    // a clock that is far ahead must not make all days old ones
    const QDate newest = m_services.library().latestDay();
    const QDate today = m_services.clock().now().toLocalTime().date();
    const QDate before =
        oldestKept(m_settings.keptMonths(), std::min(newest.isValid() ? newest : today, today));
    if (!before.isValid() || m_services.onlyRead()) {
        return true;
    }
    afterDecisions([this, before, underWay = m_deeds] {
        whenDone(m_services.store().removeDaysBefore(before), this,
                 [this, before, underWay](const Result<RemovedDay> &removed) {
                     if (!removed) {
                         Q_EMIT failed(removed.error());
                     } else if (removed->days > 0) {
                         tellOfOldDays(before, *removed);
                     }
                 });
    });
    return true;
}

void Importing::tellOfOldDays(QDate before, const RemovedDay &removed)
{
    askForLast();
    //: %1 is a day
    QString words = tr("%n day(s) before %1 were removed, as the settings say. Starred papers stay.", nullptr,
                       removed.days)
                        .arg(shortDayName(before));
    if (removed.unfinished) {
        words = sentence(*removed.unfinished);
    }
    if (removed.files.isEmpty()) { // too much to be held
        return m_messages.say(words);
    }
    m_messages.say(words, tr("Undo"), [this, files = removed.files] {
        m_settings.setKeptMonths(0); // else they would go again
        bringAgain({}, files);
    });
}

/** Under an import of its own, which can be taken back like any other. */
void Importing::bringAgain(QDate day, const QList<ImportFile> &files)
{
    const auto put = [this, day, files, underWay = m_deeds](const Result<qint64> &import) {
        if (import) {
            putAgain(day, *import, files);
        } else {
            tellNotBack(day, import.error(), files);
        }
    };
    whenDone(m_services.store().beginImport(), this, put);
}

/** One after the other, so that what is said of it is true. */
void Importing::putAgain(QDate day, qint64 import, QList<ImportFile> files)
{
    if (files.isEmpty()) {
        return tellBack(day);
    }
    const ImportFile first = files.first();
    whenDone(
        m_services.store().put(import, first), this,
        [this, day, import, files = std::move(files), underWay = m_deeds](const Result<FileOutcome> &put) {
            if (put) {
                putAgain(day, import, files.mid(1));
            } else {
                tellNotBack(day, put.error(), files);
            }
        });
}

void Importing::tellBack(QDate day)
{
    askForLast();
    if (!day.isValid()) {
        m_messages.say(tr("The days are back, and days are kept for ever from now on."));
        return;
    }
    //: %1 is a day
    m_messages.say(tr("%1 is back.").arg(dayName(day)));
}

/** `files` are in memory only: the way to try again stays open. */
void Importing::tellNotBack(QDate day, const Error &error, const QList<ImportFile> &files)
{
    askForLast();
    //: %1 is a sentence that says what is wrong
    const QString words = !day.isValid() ? tr("%1 The days are not back yet.").arg(sentence(error))
                                         //: %1 is a sentence that says what is wrong, %2 is a day
                                         : tr("%1 %2 is not back yet.").arg(sentence(error), dayName(day));
    m_messages.warn(words, tr("Try again"), [this, day, files] { bringAgain(day, files); });
}

void Importing::askForLast()
{
    whenDone(m_services.store().undoableImport(), this, [this](const Result<qint64> &last) {
        m_last = last.value_or(0);
        Q_EMIT lastChanged();
    });
}

void Importing::retranslate()
{
    m_remarks->setText(tr("What was left out…"));
}

void Importing::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace paperdawn
