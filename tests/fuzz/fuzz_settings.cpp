// SPDX-License-Identifier: GPL-3.0-or-later
// A file of settings, as it stands or as a backup brings it: what cannot be understood counts as not set.
#include "app/settings/settings.h"

#include "tests/fuzz/fuzz.h"

#include <QFile>
#include <QTemporaryDir>

using namespace paperdawn;
using namespace paperdawn::fuzz;
using namespace Qt::StringLiterals;

namespace {

void requireTyped(const Settings &settings)
{
    require(settings.textScale() >= Settings::smallestTextScale &&
                settings.textScale() <= Settings::largestTextScale,
            "the text can be read");
    require(settings.dwell() == 0 ||
                (settings.dwell() >= Settings::shortestDwell && settings.dwell() <= Settings::longestDwell),
            "reading takes its time");
    require(settings.pdfRoom() == 0 || settings.pdfRoom() >= Settings::leastPdfRoom,
            "there is room for a PDF");
    require(settings.proxyPort() >= 0 && settings.proxyPort() <= 65'535, "a port is one");
    require(settings.theme() <= ThemeChoice::Dark && settings.contrast() <= Contrast::High &&
                settings.titleLanguage() <= TitleLanguage::Both && settings.density() <= Density::Reading &&
                settings.proxy() <= ProxyUse::Socks5,
            "a choice is one of those that there are");
    (void)settings.language();
    (void)settings.categories();
    (void)settings.proxyHost();
    (void)settings.address(u"arxiv-api"_s);
    (void)settings.state(u"window"_s);
}

} // namespace

void paperdawn::fuzz::feed(const QByteArray &input)
{
    static const QTemporaryDir place(u"/dev/shm/paperdawn-fuzz"_s);
    static int number = 0; // QSettings remembers the last files that it read
    const QString told = place.filePath(QString::number(++number));
    const QString own = told + u".own"_s;
    QFile file(told);
    require(file.open(QIODevice::WriteOnly) && file.write(input) == input.size(), "there is room for a file");
    file.close();
    {
        requireTyped(Settings(told));
        Settings settings(own);
        settings.takeMissing(told);
        requireTyped(settings);
        require(settings.address(u"arxiv-api"_s).isEmpty() && settings.proxy() == ProxyUse::System,
                "a foreign file leads nobody elsewhere");
    }
    QFile::remove(told);
    QFile::remove(own);
}
