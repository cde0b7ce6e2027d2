// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/networksettings.h"

#include "app/base/sentence.h"
#include "ui/checkedline.h"
#include "ui/mnemonic.h"
#include "ui/wrappedlabel.h"

#include <QComboBox>
#include <QSignalBlocker>
#include <QSpinBox>

namespace paperdawn {

using namespace Qt::StringLiterals;

namespace {

constexpr int largestPort = 65'535;
constexpr qsizetype longestShown = 60;

/** A proxy as it is told: "proxy.example.org", "127.0.0.1:7890", "http://127.0.0.1:7890/". */
std::optional<QUrl> parseProxy(const QString &text)
{
    const bool hasScheme = text.contains("://"_L1);
    const QUrl url(hasScheme ? text : "proxy://"_L1 + text, QUrl::StrictMode);
    const bool isPlain = url.isValid() && url.userInfo().isEmpty() && !url.hasQuery() && !url.hasFragment() &&
                         (url.path().isEmpty() || url.path() == "/"_L1);
    return isPlain && !url.host().isEmpty() ? std::optional(url) : std::nullopt;
}

} // namespace

NetworkSettings::NetworkSettings(Settings &settings, QWidget *parent)
    : SettingsPage(parent)
    , m_settings(settings)
    , m_proxy(new QComboBox)
    , m_host(new CheckedLine(u"proxyHost"_s))
    , m_port(new QSpinBox)
    , m_user(new CheckedLine(u"proxyUser"_s))
    , m_password(new CheckedLine(u"proxyPassword"_s))
{
    m_port->setRange(1, largestPort);
    m_host->setText(settings.proxyHost());
    m_user->setText(settings.proxyUser());
    m_password->setText(settings.proxyPassword());
    m_password->setSecret();
    addField(u"proxy"_s, m_proxy);
    addField({}, m_host);
    addField(u"proxyPort"_s, m_port);
    addField({}, m_user);
    addField({}, m_password);
    m_aboutProxy = addNote();
    m_aboutAddresses = addNote();
    for (int i = 0; i < endpointCount; ++i) {
        const auto endpoint = Endpoint(i);
        const QString name = endpointName(endpoint);
        auto *line = new CheckedLine(name);
        m_addresses.at(size_t(i)) = line;
        line->setText(settings.address(name));
        line->setPlaceholder(Endpoints().base(endpoint).toString());
        addField({}, line);
        connect(line, &CheckedLine::entered, this, [this, endpoint] { takeAddress(endpoint); });
    }
    NetworkSettings::retranslate();
    connect(m_proxy, &QComboBox::activated, this, &NetworkSettings::chooseProxy);
    connect(m_host, &CheckedLine::entered, this, &NetworkSettings::takeHost);
    connect(m_user, &CheckedLine::entered, this, [this] { m_settings.setProxyUser(m_user->text()); });
    connect(m_password, &CheckedLine::entered, this,
            [this] { m_settings.setProxyPassword(m_password->typed()); });
    connect(m_port, &QSpinBox::valueChanged, this, [this](int port) { m_settings.setProxyPort(port); });
}

QString NetworkSettings::title() const
{
    return tr("&Network");
}

void NetworkSettings::retranslate()
{
    label(m_proxy, tr("&Proxy:"));
    labelLine(m_host, tr("&Host of the proxy:"));
    label(m_port, tr("P&ort of the proxy:"));
    labelLine(m_user, tr("&User, if it asks for one:"));
    labelLine(m_password, tr("Pass&word:"));
    labelLine(lineOf(Endpoint::ArxivApi), tr("arXiv &API:"));
    labelLine(lineOf(Endpoint::ArxivFeed), tr("arXiv f&eeds:"));
    labelLine(lineOf(Endpoint::ArxivSite), tr("arXiv pa&ges:"));
    labelLine(lineOf(Endpoint::ArxivOai), tr("arXiv OA&I:"));
    labelLine(lineOf(Endpoint::ArxivPdf), tr("arXiv PD&Fs:"));
    labelLine(lineOf(Endpoint::Biorxiv), tr("bioR&xiv:"));
    m_aboutProxy->setText(tr("The password is held until the window is closed, and written to no file."));
    m_aboutAddresses->setText(
        tr("Addresses of the services: leave them empty, unless you use a mirror or a server of your own."));
    offer(m_proxy,
          {{tr("Like the desktop"), int(ProxyUse::System)},
           {tr("None"), int(ProxyUse::None)},
           {tr("HTTP"), int(ProxyUse::Http)},
           {tr("SOCKS5"), int(ProxyUse::Socks5)}},
          int(m_settings.proxy()));
    showProxy();
}

void NetworkSettings::labelLine(CheckedLine *line, const QString &words)
{
    label(line, words);
    line->setSpokenName(plainLabel(words));
}

void NetworkSettings::chooseProxy()
{
    m_settings.setProxy(ProxyUse(m_proxy->currentData().toInt()));
    showProxy();
}

void NetworkSettings::showProxy()
{
    const bool isOwn = m_settings.proxy() == ProxyUse::Http || m_settings.proxy() == ProxyUse::Socks5;
    for (QWidget *row : std::initializer_list<QWidget *>{m_host, m_port, m_user, m_password, m_aboutProxy}) {
        setShown(row, isOwn);
    }
    const QSignalBlocker quiet(m_port);
    m_port->setValue(m_settings.proxyPort());
    m_host->say(isOwn && m_settings.proxyHost().isEmpty()
                    ? tr("Which host? Until it is told, the desktop's proxy is used.")
                    : QString());
}

void NetworkSettings::takeHost()
{
    const QString text = m_host->text();
    const auto proxy = parseProxy(text);
    if (!text.isEmpty() && !proxy) {
        m_host->say(tr("“%1” is no host of a proxy; write it as 127.0.0.1 or proxy.example.org.")
                        .arg(printable(text, longestShown)));
        return;
    }
    m_settings.setProxyHost(proxy ? proxy->host() : QString());
    if (proxy && proxy->port() > 0) {
        m_settings.setProxyPort(proxy->port());
    }
    m_host->setText(m_settings.proxyHost());
    showProxy();
}

void NetworkSettings::takeAddress(Endpoint endpoint)
{
    CheckedLine &line = *lineOf(endpoint);
    const QString text = line.text();
    if (!text.isEmpty() && !parseAddress(text)) {
        line.say(tr("“%1” is no address of a service; write it as https://host/path.")
                     .arg(printable(text, longestShown)));
        return;
    }
    line.say({});
    m_settings.setAddress(endpointName(endpoint), text);
}

} // namespace paperdawn
