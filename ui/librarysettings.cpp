// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/librarysettings.h"

#include "app/base/async.h"
#include "app/settings/settings.h"
#include "ui/mnemonic.h"
#include "ui/wrappedlabel.h"

#include <QComboBox>
#include <QDir>
#include <QLocale>
#include <QPushButton>
#include <algorithm>

namespace paperdawn {

using namespace Qt::StringLiterals;

namespace {

constexpr int offeredRooms[] = {512, 1024, 2048, 5 * 1024, 10 * 1024, 20 * 1024}; ///< MiB

QString bytes(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
}

QString sizeWords(const LibrarySize &size)
{
    const QStringList parts{
        LibrarySettings::tr("lists and abstracts %1").arg(bytes(size.lists)),
        LibrarySettings::tr("PDFs %1").arg(bytes(size.pdfs)),
        LibrarySettings::tr("files that were imported or fetched %1").arg(bytes(size.originals)),
        LibrarySettings::tr("stars and journal %1").arg(bytes(size.decisions)),
        LibrarySettings::tr("backups %1").arg(bytes(size.backups))};
    return QLocale().createSeparatedList(parts);
}

/** Such as a name, which may be long: it breaks anywhere. */
WrappedLabel *fact()
{
    auto *label = new WrappedLabel;
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

LibrarySettings::LibrarySettings(Settings &settings, const LibraryFolder &folder, QWidget *parent)
    : SettingsPage(parent)
    , m_settings(settings)
    , m_folder(folder)
    , m_keepsPdfs(new QComboBox)
    , m_pdfRoom(new QComboBox)
    , m_keptMonths(new QComboBox)
    , m_where(fact())
    , m_move(new QPushButton)
    , m_size(fact())
    , m_backup(fact())
{
    addField(u"keepsPdfs"_s, m_keepsPdfs);
    addField(u"pdfRoom"_s, m_pdfRoom);
    addField(u"keptMonths"_s, m_keptMonths);
    addField(u"where"_s, m_where);
    addField(u"move"_s, m_move);
    m_move->setAutoDefault(false); // Enter in a box above is not meant for it
    m_move->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    // neither one that was named on the command line, for the settings do not lead there, nor the sample
    setShown(m_move, LibraryFolder::ofReader(settings.libraryFolder()).path == folder.path);
    connect(m_move, &QPushButton::clicked, this, &LibrarySettings::moveRequested);
    addField(u"size"_s, m_size);
    addField(u"lastBackup"_s, m_backup);
    m_kept = addNote();
    m_kept->setObjectName("kept"_L1);
    const auto measure = [folder]() -> Result<LibrarySize> { return LibrarySize::of(folder); };
    whenDone(runIn(QThreadPool::globalInstance(), measure), this, [this](const Result<LibrarySize> &size) {
        m_measured = *size;
        showSize();
    });
    LibrarySettings::retranslate();
    connect(m_keepsPdfs, &QComboBox::activated, this,
            [this] { m_settings.setKeepsPdfs(m_keepsPdfs->currentData().toBool()); });
    connect(m_pdfRoom, &QComboBox::activated, this,
            [this] { m_settings.setPdfRoom(m_pdfRoom->currentData().toInt()); });
    connect(m_keptMonths, &QComboBox::activated, this, [this] {
        m_settings.setKeptMonths(m_keptMonths->currentData().toInt());
        tellOfKept();
    });
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
    m_move->setText(tr("&Move the library…"));
    label(m_keptMonths, tr("&Keep the lists of:"));
    fillPdfRoom();
    fillKeptMonths();
    tellOfKept();
    showSize();
}

void LibrarySettings::showSize()
{
    tell(m_where, tr("Folder:"), QDir::toNativeSeparators(m_folder.path));
    tell(m_size, tr("On the disk:"), m_measured ? sizeWords(*m_measured) : tr("being measured"));
    const QDateTime last = m_measured ? m_measured->lastBackup : QDateTime();
    tell(m_backup, tr("Last backup:"),
         !m_measured ? QString()
         : last.isValid()
             ? tr("%1, checked", "a time").arg(QLocale().toString(last.toLocalTime(), QLocale::ShortFormat))
             : tr("none yet; one is made each day"));
}

/** A label's name is all that is spoken of it. */
void LibrarySettings::tell(QLabel *fact, const QString &words, const QString &text)
{
    label(fact, words);
    static_cast<WrappedLabel *>(fact)->setText(text);
    fact->setAccessibleName(plainLabel(words) + u": "_s + text);
}

void LibrarySettings::fillKeptMonths()
{
    QList<Offer> offers{{tr("All days"), 0},
                        {tr("The last year"), 12},
                        {tr("The last six months"), 6},
                        {tr("The last three months"), 3}};
    if (const int months = m_settings.keptMonths(); // written by hand
        std::none_of(offers.begin(), offers.end(), [&](const Offer &one) { return one.value == months; })) {
        offers += Offer{tr("The last %n month(s)", nullptr, months), months};
    }
    offer(m_keptMonths, offers, m_settings.keptMonths());
}

void LibrarySettings::tellOfKept()
{
    setShown(m_kept, m_settings.keptMonths() > 0);
    m_kept->setText(tr("Older days go some time after the next start, with the files they came from. Starred "
                       "papers stay, with all that is known of them."));
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
