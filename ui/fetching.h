// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fetch/fetchjob.h"
#include "app/services.h"
#include "app/settings/settings.h"

#include <QTimer>
#include <QWidget>
#include <chrono>

namespace paperdawn {

class MessageBar;
class ProgressStrip;

/**
 * Fetches from the window: the lists of the categories that the reader follows, and what is unknown of the
 * papers of a day. Shows in the status bar how far it is and what it waits for, and says what came of it. One
 * fetch at a time. A list that does not come because there is no network, or because its server is busy, is
 * tried again by itself until it is here or the reader stops it, also after the window was closed. Thread:
 * UI.
 */
class Fetching final : public QWidget
{
    Q_OBJECT
public:
    /** `shownDay`: the one that is on the screen, which need not be offered. */
    Fetching(Services &services, Settings &settings, MessageBar &messages, std::function<QDate()> shownDay,
             QWidget *parent);

    /** The newest list that is announced. */
    void getLatest();
    void getDay(QDate day);
    /** Only the lists of a day that were asked for and are not whole. */
    void getRest(QDate day);
    void lookUp(QDate day);
    /** One that is not here: paperRequested() once it is. Where a fetch is under way, after it. */
    void lookUp(const PaperId &paper);
    [[nodiscard]] bool isUnderWay() const { return m_job != nullptr; }
    /** Nothing is under way, but a list comes by itself. */
    [[nodiscard]] bool isWaiting() const { return m_next.isActive(); }
    /** Goes on with the list that was still to come when the window was closed, if there was one. */
    void resume();
    /** The library is in another folder now: that list is still to come there. */
    static void follow(Settings &settings, const LibraryFolder &from, const LibraryFolder &to);
    /** There may be a network again: what waits for it is tried at once. */
    void networkChanged();

Q_SIGNALS:
    void dayRequested(QDate day);
    void paperRequested(const paperdawn::PaperId &paper);
    void begun();
    void finished(const paperdawn::FetchOutcome &outcome);
    void givenUp(); ///< what it waited for
    void failed(const paperdawn::Error &error);
    /** Nothing got through. */
    void unreachable();
    void networkSettingsRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    /** `again` is what another attempt is. */
    [[nodiscard]] bool begin(QDate day, std::function<void()> again);
    void end(const FetchOutcome &outcome);
    void stop();
    void waitToTryAgain(const Error &error);
    void tellOfWaiting(const Error &error);
    void tryAgain();
    void followNetwork();
    [[nodiscard]] QStringList lackingLists(QDate day) const;
    [[nodiscard]] QDate unfinished() const;
    void remember(QDate day);
    void tell(const FetchOutcome &outcome);
    void tellOfFailure(const FetchOutcome &outcome);
    void offerRest(const QString &words, const FetchOutcome &outcome);
    void tellOfPaper(const PaperId &paper, bool isKnown);
    void show(const FetchProgress &progress);
    void showProgress();
    [[nodiscard]] static QString words(const FetchProgress &progress);
    void retranslate();

    Services &m_services;
    Settings &m_settings;
    MessageBar &m_messages;
    const std::function<QDate()> m_shownDay;
    ProgressStrip *m_strip;
    FetchProgress m_progress;
    FetchJob *m_job = nullptr;
    std::function<void()> m_again;
    QTimer m_next; ///< active: nothing is under way, and it is tried again by itself
    std::chrono::seconds m_pause{};
    bool m_followsNetwork = false;
    std::optional<Error> m_why;      ///< it did not come yet
    bool m_isResumed = false;        ///< it was to come before the window was opened
    bool m_looksUp = false;          ///< not lists, but papers
    std::optional<PaperId> m_sought; ///< only this one
    QList<PaperId> m_queue;          ///< to be looked up, one by one, when nothing is under way
};

} // namespace paperdawn
