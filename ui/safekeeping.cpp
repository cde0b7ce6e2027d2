// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/safekeeping.h"

#include "app/base/async.h"
#include "app/base/sentence.h"
#include "ui/messagebar.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>

namespace paperdawn {

using namespace Qt::StringLiterals;

namespace {

const QString folderKey = u"last-backup"_s;
constexpr qsizetype longestPath = 120;

/** With what was unpacked, which may be much. */
void removeElsewhere(BackupFile *backup)
{
    QThreadPool::globalInstance()->start([backup] { delete backup; });
}

QString decisions(const BackupCount &count)
{
    return SafeKeeping::tr("%n decision(s)", nullptr, count.decisions);
}

QString files(const BackupCount &count)
{
    return SafeKeeping::tr("%n day file(s)", nullptr, count.originals);
}

} // namespace

SafeKeeping::SafeKeeping(Services &services, Settings &settings, MessageBar &messages, QWidget *window)
    : QObject(window)
    , m_services(services)
    , m_settings(settings)
    , m_messages(messages)
    , m_window(window)
{
}

SafeKeeping::~SafeKeeping()
{
    m_stop.request_stop();
}

QString SafeKeeping::folder() const
{
    const QString last = m_settings.value(folderKey);
    return last.isEmpty() ? QDir::homePath() : last;
}

void SafeKeeping::backUp()
{
    const QString day = m_services.clock().now().toLocalTime().date().toString(Qt::ISODate);
    const QString path =
        QFileDialog::getSaveFileName(m_window, tr("Back up"), folder() + u"/paperdawn-%1.tar.gz"_s.arg(day),
                                     tr("Backups (*.tar.gz);;All files (*)"));
    if (!path.isEmpty()) {
        m_settings.setValue(folderKey, QFileInfo(path).path());
        backUpTo(path);
    }
}

void SafeKeeping::restore()
{
    const QString path = QFileDialog::getOpenFileName(m_window, tr("Restore from a backup"), folder(),
                                                      tr("Backups (*.tar.gz);;All files (*)"));
    if (!path.isEmpty()) {
        m_settings.setValue(folderKey, QFileInfo(path).path());
        restoreFrom(path);
    }
}

void SafeKeeping::backUpTo(const QString &path)
{
    if (std::exchange(m_isBusy, true)) {
        return;
    }
    m_messages.say(tr("Backing up the library."));
    const auto write = [library = m_services.folder(), settings = m_settings.file(), path] {
        return writeBackup(library, settings, path);
    };
    whenDone(runIn(&m_services.pool(), write), this, [this, path](const Result<BackupCount> &count) {
        m_isBusy = false;
        if (!count) {
            Q_EMIT failed(count.error());
            return;
        }
        //: %1 is a file
        m_messages.say(tr("Backed up to %1: %n decision(s), without PDFs.", nullptr, count->decisions)
                           .arg(printable(path, longestPath)));
    });
}

void SafeKeeping::restoreFrom(const QString &path)
{
    if (std::exchange(m_isBusy, true)) {
        return;
    }
    m_messages.say(tr("Reading the backup."));
    const auto open = [library = m_services.folder(), path]() -> Result<Opened> {
        return BackupFile::open(path, library).map([](std::unique_ptr<BackupFile> backup) {
            return Opened(backup.release(), removeElsewhere);
        });
    };
    whenDone(runIn(&m_services.pool(), open), this, [this](const Result<Opened> &backup) {
        m_isBusy = false;
        m_messages.clear();
        if (!backup) {
            Q_EMIT failed(backup.error());
        } else if ((*backup)->brings() == BackupCount{}) {
            m_messages.say(tr("Everything in this backup is here already."));
        } else {
            ask(*backup);
        }
    });
}

void SafeKeeping::ask(const Opened &backup)
{
    const BackupCount count = backup->brings();
    //: %1 is “3 decisions”, %2 is “2 day files”
    const QString text =
        tr("New in this backup: %1 and %2. Bring them in?").arg(decisions(count), files(count));
    auto *box = new QMessageBox(QMessageBox::Question, tr("Restore from a backup"), text,
                                QMessageBox::NoButton, m_window);
    box->setObjectName("restore"_L1);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(tr("What is here stays: a mark that was made later is never overwritten."));
    box->setAttribute(Qt::WA_DeleteOnClose);
    const auto *go = box->addButton(tr("Restore"), QMessageBox::AcceptRole);
    box->setEscapeButton(box->addButton(tr("Cancel"), QMessageBox::RejectRole));
    connect(box, &QDialog::finished, this, [this, box, go, backup] {
        if (box->clickedButton() == go) {
            merge(backup);
        }
    });
    box->open();
}

void SafeKeeping::merge(const Opened &backup)
{
    if (std::exchange(m_isBusy, true)) {
        return;
    }
    m_messages.say(tr("Restoring from the backup."));
    // the window may close meanwhile; the services wait for their pool
    const auto merge = [&services = m_services, backup, stop = m_stop.get_token()] {
        return backup->mergeInto(services.store(), services.clock(), {}, stop);
    };
    whenDone(runIn(&m_services.pool(), merge), this, [this, backup](const Result<RestoredBackup> &restored) {
        m_isBusy = false;
        if (!restored) {
            Q_EMIT failed(restored.error());
            return;
        }
        if (!backup->settingsFile().isNull()) {
            m_settings.takeMissing(backup->settingsFile());
        }
        const BackupCount count = restored->brought;
        //: %1 is “3 decisions”, %2 is “2 day files”
        QString text = tr("Restored: %1 and %2.").arg(decisions(count), files(count));
        if (restored->damaged > 0) {
            text +=
                u' ' + tr("%n file(s) in the backup were damaged and left out.", nullptr, restored->damaged);
        }
        if (restored->import == 0) {
            m_messages.say(text);
        } else {
            m_messages.say(text, tr("Take the days back"),
                           [this, which = restored->import] { takeBack(which); });
        }
    });
}

void SafeKeeping::takeBack(qint64 import)
{
    if (std::exchange(m_isBusy, true)) {
        return;
    }
    const auto tell = [this](const Result<int> &gone) {
        m_isBusy = false;
        if (gone) {
            m_messages.say(tr("The days were taken back: %n paper(s) less. Marks stay.", nullptr, *gone));
        } else {
            Q_EMIT failed(gone.error());
        }
    };
    whenDone(m_services.decisions().flush(), this, [this, import, tell](const Result<> &) {
        whenDone(m_services.store().undoImport(import), this, tell);
    });
}

} // namespace paperdawn
