// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSettings>

namespace paperdawn {

enum class ThemeChoice : quint8 { Auto, Light, Dark };
enum class TitleLanguage : quint8 { Translated, Original, Both };
enum class Density : quint8 { Compact, Cosy, Reading };
enum class Contrast : quint8 { Auto, Usual, High };
enum class ProxyUse : quint8 { System, None, Http, Socks5 };

/**
 * The reader's settings, typed, kept in $XDG_CONFIG_HOME/paperdawn/paperdawn.ini (or the file given). A value
 * that cannot be understood counts as not set. Thread: UI.
 */
class Settings final : public QObject
{
    Q_OBJECT
public:
    static constexpr int smallestTextScale = 80; ///< per cent
    static constexpr int largestTextScale = 200;
    static constexpr int shortestDwell = 700; ///< milliseconds; less would be scrolling, not reading
    static constexpr int longestDwell = 60'000;
    static constexpr int usualPdfRoom = 2048; ///< MiB, of some hundred papers
    static constexpr int leastPdfRoom = 256;

    explicit Settings(const QString &file = {}, QObject *parent = nullptr);

    [[nodiscard]] QString language() const; ///< "en", "zh_CN"; empty = the system's
    void setLanguage(const QString &language);
    [[nodiscard]] ThemeChoice theme() const;
    void setTheme(ThemeChoice theme);
    [[nodiscard]] Contrast contrast() const;
    void setContrast(Contrast contrast);
    [[nodiscard]] TitleLanguage titleLanguage() const;
    void setTitleLanguage(TitleLanguage language);
    [[nodiscard]] Density density() const;
    void setDensity(Density density);
    [[nodiscard]] int textScale() const; ///< per cent, 80 to 200
    void setTextScale(int percent);      ///< the nearest that is allowed
    [[nodiscard]] int
    dwell() const; ///< milliseconds until a paper counts as read, at least 700; 0 = never by itself
    void setDwell(int milliseconds); ///< the nearest that is allowed

    [[nodiscard]] QStringList categories() const; ///< of arXiv, that the reader follows; in their order
    void setCategories(const QStringList &ids);

    /** By a notification of the desktop. Off unless the reader asks for it: nothing is to interrupt them. */
    [[nodiscard]] bool tellsOfNewLists() const;
    void setTellsOfNewLists(bool tells);

    [[nodiscard]] int pdfRoom() const; ///< MiB that PDFs may take on the disk; 0 = as much as there is
    void setPdfRoom(int mebibytes);    ///< the nearest that is allowed
    /** A star fetches the PDF, too, so that the reading list can be read anywhere. */
    [[nodiscard]] bool keepsPdfs() const;
    void setKeepsPdfs(bool keeps);

    /** How many months a day's lists are kept; 0 = for ever. Of this machine: no backup brings it. */
    [[nodiscard]] int keptMonths() const;
    void setKeptMonths(int months);
    /** Where the library is; empty: in its usual place. Of this machine, too. */
    [[nodiscard]] QString libraryFolder() const;
    void setLibraryFolder(const QString &folder);
    /** What was set is in the file after this, which happens by itself a moment later; false where it cannot
     * be written. */
    [[nodiscard]] bool keepNow();

    // How this machine reaches the network.
    [[nodiscard]] ProxyUse proxy() const;
    void setProxy(ProxyUse use);
    [[nodiscard]] QString proxyHost() const; ///< empty: not told yet
    void setProxyHost(const QString &host);
    [[nodiscard]] int proxyPort() const; ///< where none was told, the one that is usual for its kind
    void setProxyPort(int port);
    [[nodiscard]] QString proxyUser() const; ///< empty: it asks for none
    void setProxyUser(const QString &user);
    /** Held as long as this object is, and in no file: that can be read by anyone. */
    [[nodiscard]] QString proxyPassword() const { return m_proxyPassword; }
    void setProxyPassword(const QString &password);
    /** Where to ask a service instead of its own address, which an empty one stands for. */
    [[nodiscard]] QString address(const QString &service) const;
    void setAddress(const QString &service, const QString &address);

    [[nodiscard]] QString file() const { return m_settings.fileName(); }
    /** Takes the typed values of another such file that are not set here, but those on the network: they
     * belong to the machine, and a foreign file must not lead anyone elsewhere. */
    void takeMissing(const QString &file);

    // changed() is not for these two: they are the window's own memory, nobody has to follow them.
    /** State that a view keeps for itself (geometry, widths, splitters), by its name. */
    [[nodiscard]] QByteArray state(const QString &name) const;
    void setState(const QString &name, const QByteArray &state);
    [[nodiscard]] QString value(const QString &name) const; ///< last folder, last day
    void setValue(const QString &name, const QString &value);

Q_SIGNALS:
    /** One of the typed values is another one now. */
    void changed();

private:
    template <typename T>
    void put(QAnyStringView key, const T &value);
    QSettings m_settings;
    QString m_proxyPassword;
};

} // namespace paperdawn
