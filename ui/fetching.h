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
    [[nodiscard]] bool isUnderWay() const { return m_job != nullptr; }

Q_SIGNALS:
    void dayRequested(QDate day);
    void finished(const paperdawn::FetchOutcome &outcome);
    void failed(const paperdawn::Error &error);

protected:
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] bool begin(QDate day);
    void end(const FetchOutcome &outcome);
    void tell(const FetchOutcome &outcome);
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
    bool m_looksUp = false;
};

} // namespace paperdawn
