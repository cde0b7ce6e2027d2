// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/settings.h"

#include "app/platform/durable.h"

#include <QFileInfo>
#include <QStandardPaths>
#include <array>
#include <optional>
#include <utility>

namespace paperdawn {

using namespace Qt::StringLiterals;

namespace {

// In the file a choice is a word, so that a person can read it and an enum may change its numbers.
constexpr std::array themes{"auto"_L1, "light"_L1, "dark"_L1};
constexpr std::array titleLanguages{"translated"_L1, "original"_L1, "both"_L1};
constexpr std::array densities{"compact"_L1, "cosy"_L1, "reading"_L1};
constexpr std::array contrasts{"auto"_L1, "usual"_L1, "high"_L1};
constexpr std::array languages{"en"_L1, "zh_CN"_L1};
constexpr std::array proxyUses{"system"_L1, "none"_L1, "http"_L1, "socks5"_L1};
constexpr int usualHttpPort = 8080;
constexpr int usualSocksPort = 1080;
constexpr int largestPort = 65'535;

constexpr auto languageKey = "language"_L1;
constexpr auto themeKey = "theme"_L1;
constexpr auto contrastKey = "contrast"_L1;
constexpr auto titleLanguageKey = "titleLanguage"_L1;
constexpr auto densityKey = "density"_L1;
constexpr auto textScaleKey = "textScale"_L1;
constexpr auto dwellKey = "dwell"_L1;
constexpr auto categoriesKey = "categories"_L1;
constexpr auto tellsOfNewListsKey = "tellsOfNewLists"_L1;
constexpr auto pdfRoomKey = "pdfRoom"_L1;
constexpr auto keepsPdfsKey = "keepsPdfs"_L1;
constexpr auto keptMonthsKey = "library/keptMonths"_L1;
constexpr auto libraryFolderKey = "library/folder"_L1;
constexpr auto proxyKey = "network/proxy"_L1;
constexpr auto proxyHostKey = "network/proxyHost"_L1;
constexpr auto proxyPortKey = "network/proxyPort"_L1;
constexpr auto proxyUserKey = "network/proxyUser"_L1;
constexpr auto networkGroup = "network/"_L1;
constexpr auto stateGroup = "state/"_L1;
constexpr auto valueGroup = "value/"_L1;

QString defaultFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
           "/paperdawn/paperdawn.ini"_L1;
}

template <typename Choice, size_t N>
Choice choice(const QSettings &settings, QLatin1StringView key, const std::array<QLatin1StringView, N> &words,
              Choice unset)
{
    const auto found = std::find(words.begin(), words.end(), settings.value(key).toString());
    return found == words.end() ? unset : Choice(found - words.begin());
}

std::optional<int> number(const QSettings &settings, QLatin1StringView key)
{
    bool ok = false;
    const int value = settings.value(key).toString().toInt(&ok);
    return ok ? std::optional(value) : std::nullopt;
}

} // namespace

Settings::Settings(const QString &file, QObject *parent)
    : QObject(parent)
    , m_settings(file.isEmpty() ? defaultFile() : file, QSettings::IniFormat)
{
}

void Settings::takeMissing(const QString &file)
{
    if (!QFileInfo::exists(file)) {
        return;
    }
    const QSettings other(file, QSettings::IniFormat);
    bool isAnother = false;
    // those in groups are the window's own memory, the network of this machine and the library's place on
    // it, and the room for PDFs is of its disk
    for (const QLatin1StringView key :
         {languageKey, themeKey, contrastKey, titleLanguageKey, densityKey, textScaleKey, dwellKey,
          categoriesKey, tellsOfNewListsKey, keepsPdfsKey}) {
        if (other.contains(key) && !m_settings.contains(key)) {
            m_settings.setValue(key, other.value(key).toString());
            isAnother = true;
        }
    }
    if (isAnother) {
        Q_EMIT changed();
    }
}

QString Settings::language() const
{
    const QString language = m_settings.value(languageKey).toString();
    return std::find(languages.begin(), languages.end(), language) == languages.end() ? QString() : language;
}

void Settings::setLanguage(const QString &language)
{
    put(languageKey, language);
}

ThemeChoice Settings::theme() const
{
    return choice(m_settings, themeKey, themes, ThemeChoice::Auto);
}

void Settings::setTheme(ThemeChoice theme)
{
    put(themeKey, QString(themes[size_t(theme)]));
}

Contrast Settings::contrast() const
{
    return choice(m_settings, contrastKey, contrasts, Contrast::Auto);
}

void Settings::setContrast(Contrast contrast)
{
    put(contrastKey, QString(contrasts[size_t(contrast)]));
}

TitleLanguage Settings::titleLanguage() const
{
    return choice(m_settings, titleLanguageKey, titleLanguages, TitleLanguage::Both);
}

void Settings::setTitleLanguage(TitleLanguage language)
{
    put(titleLanguageKey, QString(titleLanguages[size_t(language)]));
}

Density Settings::density() const
{
    return choice(m_settings, densityKey, densities, Density::Cosy);
}

void Settings::setDensity(Density density)
{
    put(densityKey, QString(densities[size_t(density)]));
}

int Settings::textScale() const
{
    return std::clamp(number(m_settings, textScaleKey).value_or(100), smallestTextScale, largestTextScale);
}

void Settings::setTextScale(int percent)
{
    put(textScaleKey, std::clamp(percent, smallestTextScale, largestTextScale));
}

int Settings::dwell() const
{
    const int dwell = number(m_settings, dwellKey).value_or(shortestDwell);
    return dwell == 0 ? 0 : std::clamp(dwell, shortestDwell, longestDwell);
}

void Settings::setDwell(int milliseconds)
{
    put(dwellKey, milliseconds <= 0 ? 0 : std::clamp(milliseconds, shortestDwell, longestDwell));
}

int Settings::pdfRoom() const
{
    const int room = number(m_settings, pdfRoomKey).value_or(usualPdfRoom);
    return room == 0 ? 0 : std::max(room, leastPdfRoom);
}

void Settings::setPdfRoom(int mebibytes)
{
    put(pdfRoomKey, mebibytes <= 0 ? 0 : std::max(mebibytes, leastPdfRoom));
}

bool Settings::tellsOfNewLists() const
{
    return m_settings.value(tellsOfNewListsKey).toString() == "true"_L1;
}

void Settings::setTellsOfNewLists(bool tells)
{
    put(tellsOfNewListsKey, tells ? u"true"_s : u"false"_s);
}

bool Settings::keepsPdfs() const
{
    return m_settings.value(keepsPdfsKey).toString() != "false"_L1;
}

void Settings::setKeepsPdfs(bool keeps)
{
    put(keepsPdfsKey, keeps ? u"true"_s : u"false"_s);
}

int Settings::keptMonths() const
{
    return std::max(0, number(m_settings, keptMonthsKey).value_or(0));
}

void Settings::setKeptMonths(int months)
{
    put(keptMonthsKey, std::max(0, months));
}

QString Settings::libraryFolder() const
{
    return m_settings.value(libraryFolderKey).toString();
}

void Settings::setLibraryFolder(const QString &folder)
{
    put(libraryFolderKey, folder);
}

bool Settings::keepNow()
{
    m_settings.sync();
    return m_settings.status() == QSettings::NoError && syncFile(file()) &&
           syncFolder(QFileInfo(file()).path());
}

ProxyUse Settings::proxy() const
{
    return choice(m_settings, proxyKey, proxyUses, ProxyUse::System);
}

void Settings::setProxy(ProxyUse use)
{
    put(proxyKey, QString(proxyUses[size_t(use)]));
}

QString Settings::proxyHost() const
{
    return m_settings.value(proxyHostKey).toString();
}

void Settings::setProxyHost(const QString &host)
{
    put(proxyHostKey, host);
}

int Settings::proxyPort() const
{
    const int port = number(m_settings, proxyPortKey).value_or(0);
    if (port > 0 && port <= largestPort) {
        return port;
    }
    return proxy() == ProxyUse::Socks5 ? usualSocksPort : usualHttpPort;
}

void Settings::setProxyPort(int port)
{
    put(proxyPortKey, port);
}

QString Settings::proxyUser() const
{
    return m_settings.value(proxyUserKey).toString();
}

void Settings::setProxyUser(const QString &user)
{
    put(proxyUserKey, user);
}

void Settings::setProxyPassword(const QString &password)
{
    if (password != std::exchange(m_proxyPassword, password)) {
        Q_EMIT changed();
    }
}

QString Settings::address(const QString &service) const
{
    return m_settings.value(networkGroup + service).toString();
}

void Settings::setAddress(const QString &service, const QString &address)
{
    put(networkGroup + service, address);
}

QByteArray Settings::state(const QString &name) const
{
    return m_settings.value(stateGroup + name).toByteArray();
}

void Settings::setState(const QString &name, const QByteArray &state)
{
    m_settings.setValue(stateGroup + name, state);
}

QString Settings::value(const QString &name) const
{
    return m_settings.value(valueGroup + name).toString();
}

void Settings::setValue(const QString &name, const QString &value)
{
    m_settings.setValue(valueGroup + name, value);
}

QStringList Settings::categories() const
{
    return m_settings.value(categoriesKey).toString().split(u' ', Qt::SkipEmptyParts);
}

void Settings::setCategories(const QStringList &ids)
{
    put(categoriesKey, ids.join(u' '));
}

template <typename T>
void Settings::put(QAnyStringView key, const T &value)
{
    // what was read from the file is text, so texts are compared
    if (m_settings.value(key).toString() == QVariant(value).toString()) {
        return;
    }
    m_settings.setValue(key, value);
    Q_EMIT changed();
}

} // namespace paperdawn
