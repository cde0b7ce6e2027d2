// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fetch/fetchjob.h"
#include "app/services.h"
#include "app/settings/settings.h"

#include <QWidget>

namespace paperdawn {

class MessageBar;
class ProgressStrip;

/**
 * Fetches from the window: the lists of the categories that the reader follows, and what is unknown of the
 * papers of a day. Shows in the status bar how far it is and what it waits for, and says what came of it. One
 * fetch at a time. Thread: UI.
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
    void lookUp(QDate day);
    /** One that is not here: paperRequested() once it is. */
    void lookUp(const PaperId &paper);
    [[nodiscard]] bool isUnderWay() const { return m_job != nullptr; }

Q_SIGNALS:
    void dayRequested(QDate day);
    void paperRequested(const paperdawn::PaperId &paper);
    void finished(const paperdawn::FetchOutcome &outcome);
    void failed(const paperdawn::Error &error);

protected:
    void changeEvent(QEvent *event) override;

private:
    /** `again` is what another attempt is. */
    [[nodiscard]] bool begin(QDate day, std::function<void()> again);
    void end(const FetchOutcome &outcome);
    void tell(const FetchOutcome &outcome);
    void tellOfFailure(const FetchOutcome &outcome);
    void tellOfPaper(const PaperId &paper, bool isKnown);
    void show(const FetchProgress &progress);
    void showProgress();
    void retranslate();

    Services &m_services;
    Settings &m_settings;
    MessageBar &m_messages;
    const std::function<QDate()> m_shownDay;
    ProgressStrip *m_strip;
    FetchProgress m_progress;
    FetchJob *m_job = nullptr;
    std::function<void()> m_again;
    bool m_looksUp = false;          ///< not lists, but papers
    std::optional<PaperId> m_sought; ///< only this one
};

} // namespace paperdawn
