// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/endpoints.h"
#include "app/settings/settings.h"
#include "ui/settingspage.h"

class QSpinBox;

namespace paperdawn {

class CheckedLine;

/** By which proxy the network is reached, and where the services on it are. Thread: UI. */
class NetworkSettings final : public SettingsPage
{
    Q_OBJECT
public:
    /** `settings` must outlive the page. */
    explicit NetworkSettings(Settings &settings, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override;

private:
    void retranslate() override;
    void labelLine(CheckedLine *line, const QString &words);
    void chooseProxy();
    void takeHost();
    void showProxy();
    void takeAddress(Endpoint endpoint);
    [[nodiscard]] CheckedLine *lineOf(Endpoint endpoint) const { return m_addresses.at(size_t(endpoint)); }

    Settings &m_settings;
    QComboBox *m_proxy;
    CheckedLine *m_host;
    QSpinBox *m_port;
    CheckedLine *m_user;
    CheckedLine *m_password;
    WrappedLabel *m_aboutProxy;
    WrappedLabel *m_aboutAddresses;
    std::array<CheckedLine *, endpointCount> m_addresses{};
};

} // namespace paperdawn
