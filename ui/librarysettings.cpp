// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/librarysettings.h"

#include "app/settings/settings.h"

#include <QComboBox>
#include <QLocale>

namespace paperdawn {

using namespace Qt::StringLiterals;

namespace {

constexpr int offeredRooms[] = {512, 1024, 2048, 5 * 1024, 10 * 1024, 20 * 1024}; ///< MiB

} // namespace

LibrarySettings::LibrarySettings(Settings &settings, QWidget *parent)
    : SettingsPage(parent)
    , m_settings(settings)
    , m_keepsPdfs(new QComboBox)
    , m_pdfRoom(new QComboBox)
{
    addField(u"keepsPdfs"_s, m_keepsPdfs);
    addField(u"pdfRoom"_s, m_pdfRoom);
    LibrarySettings::retranslate();
    connect(m_keepsPdfs, &QComboBox::activated, this,
            [this] { m_settings.setKeepsPdfs(m_keepsPdfs->currentData().toBool()); });
    connect(m_pdfRoom, &QComboBox::activated, this,
            [this] { m_settings.setPdfRoom(m_pdfRoom->currentData().toInt()); });
}

QString LibrarySettings::title() const
{
    return tr("Li&brary");
}

void LibrarySettings::retranslate()
{
    label(m_keepsPdfs, tr("Starred &PDFs:"));
    label(m_pdfRoom, tr("Room &for PDFs:"));
    offer(m_keepsPdfs, {{tr("Downloaded with the star"), true}, {tr("Downloaded when opened"), false}},
          m_settings.keepsPdfs());
    fillPdfRoom();
}

void LibrarySettings::fillPdfRoom()
{
    QList<int> rooms(std::begin(offeredRooms), std::end(offeredRooms));
    if (const int room = m_settings.pdfRoom(); room > 0 && !rooms.contains(room)) { // written by hand
        rooms += room;
        std::sort(rooms.begin(), rooms.end());
    }
    QList<Offer> offers;
    for (const int room : rooms) {
        offers += Offer{QLocale().formattedDataSize(qint64(room) * 1024 * 1024, 0), room};
    }
    offers += Offer{tr("As much as there is"), 0};
    offer(m_pdfRoom, offers, m_settings.pdfRoom());
}

} // namespace paperdawn
