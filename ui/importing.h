// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services.h"
#include "app/settings/settings.h"

#include <QWidget>
#include <functional>
#include <memory>

class QToolButton;

namespace paperdawn {

class ImportProgressBar;
class MessageBar;

/**
 * Imports from the window: asks for files, shows how far it is, says what came of it, offers to take it back
 * and to list what was left out. Stands in the status bar. One import at a time; what is asked for meanwhile
 * follows it. Thread: UI.
 */
class Importing final : public QWidget
{
    Q_OBJECT
public:
    Importing(Services &services, Settings &settings, MessageBar &messages, QWidget *parent);

    /** The files that the reader chose; empty if none. */
    [[nodiscard]] QStringList chosenFiles();
    [[nodiscard]] QStringList chosenFolder();
    void start(const QStringList &paths);
    [[nodiscard]] bool isImporting() const { return m_job != nullptr; }
    /** An import, or days that go or come back. */
    [[nodiscard]] bool isUnderWay() const { return m_job != nullptr || m_deeds.use_count() > 1; }
    /** Whether there is a last import, of whichever day and program, that can be taken back. */
    [[nodiscard]] bool canTakeBack() const { return m_last != 0 && !m_job; }
    /** Asks first, in the message bar. */
    void takeBackLast();
    /** A whole day, whoever brought it; likewise. */
    void askToRemove(QDate day);
    /** All days before the months that the settings say are kept; says so where there were any. Not while an
     * import is under way: false. */
    bool removeOldDays();

Q_SIGNALS:
    void finished(const paperdawn::ImportSummary &summary);
    void lastChanged(); ///< canTakeBack() may say something else now
    void failed(const paperdawn::Error &error);

protected:
    void changeEvent(QEvent *event) override;

private:
    void end(const ImportSummary &summary);
    void tell(const QList<ImportSummary> &ended, int dropped);
    void takeBack(const QList<qint64> &imports, int goneBefore = 0);
    void afterDecisions(std::function<void()> deed);
    void remove(QDate day);
    void tellOfRemoved(QDate day, const RemovedDay &removed);
    void tellOfOldDays(QDate before, const RemovedDay &removed);
    // `day`: invalid for all that were old
    void bringAgain(QDate day, const QList<ImportFile> &files);
    void putAgain(QDate day, qint64 import, QList<ImportFile> files);
    void tellBack(QDate day);
    void tellNotBack(QDate day, const Error &error, const QList<ImportFile> &files);
    void askForLast();
    void retranslate();

    Services &m_services;
    Settings &m_settings;
    MessageBar &m_messages;
    ImportProgressBar *m_progress;
    QToolButton *m_remarks;
    ImportJob *m_job = nullptr;
    bool m_isStopped = false;     ///< by the reader
    QStringList m_next;           ///< to be imported after it
    QList<ImportSummary> m_ended; ///< those before it, to be told of together
    std::shared_ptr<const bool> m_deeds = std::make_shared<const bool>(true); ///< each holds it, too
    qint64 m_last = 0; ///< what the last import is known by in the store
};

} // namespace paperdawn
