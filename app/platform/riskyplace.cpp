// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/riskyplace.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>
#include <algorithm>
#include <sys/vfs.h>

namespace paperdawn {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(RiskyPlace)
};

constexpr quint32 fuse = 0x65735546; // local ones too, such as ntfs-3g: its type tells

constexpr std::pair<quint32, QLatin1StringView> networks[] = {
    {0x6969, "NFS"_L1},        {0xff534d42, "SMB"_L1}, {0xfe534d42, "SMB"_L1},
    {0x517b, "SMB"_L1},        {0x5346414f, "AFS"_L1}, {0x6b414653, "AFS"_L1},
    {0x73757245, "Coda"_L1},   {0x564c, "NCP"_L1},     {0x00c36400, "Ceph"_L1},
    {0x0bd00bd0, "Lustre"_L1}, {0x01021997, "9P"_L1},  {0x786f4256, "VirtualBox"_L1},
    {0xbacbacbc, "VMware"_L1}};

constexpr QLatin1StringView fuseNetworks[] = {
    "sshfs"_L1,       "rclone"_L1,    "davfs"_L1,     "davfs2"_L1,
    "s3fs"_L1,        "gcsfuse"_L1,   "curlftpfs"_L1, "smbnetfs"_L1,
    "glusterfs"_L1,   "ceph"_L1,      "ceph-fuse"_L1, "gvfsd-fuse"_L1,
    "kio-fuse"_L1,    "onedriver"_L1, "juicefs"_L1,   "google-drive-ocamlfuse"_L1,
    "vmhgfs-fuse"_L1, "alist"_L1,     "goofys"_L1};

/** A folder's name, as the program that synchronizes it gives it; " - …" and " (…)" may follow. */
constexpr std::pair<QStringView, QStringView> folders[] = {{u"Dropbox", u"Dropbox"},
                                                           {u"OneDrive", u"OneDrive"},
                                                           {u"Nextcloud", u"Nextcloud"},
                                                           {u"ownCloud", u"ownCloud"},
                                                           {u"iCloud Drive", u"iCloud"},
                                                           {u"iCloudDrive", u"iCloud"},
                                                           {u"Mobile Documents", u"iCloud"},
                                                           {u"Google Drive", u"Google Drive"},
                                                           {u"GoogleDrive", u"Google Drive"},
                                                           {u"Insync", u"Insync"},
                                                           {u"MEGA", u"MEGA"},
                                                           {u"MEGAsync", u"MEGA"},
                                                           {u"pCloudDrive", u"pCloud"},
                                                           {u"Proton Drive", u"Proton Drive"},
                                                           {u"Box Sync", u"Box"},
                                                           {u"Yandex.Disk", u"Yandex.Disk"},
                                                           {u"Seafile", u"Seafile"},
                                                           {u"Resilio Sync", u"Resilio Sync"},
                                                           {u"Syncthing", u"Syncthing"},
                                                           {u"Nutstore", u"坚果云"},
                                                           {u"Nutstore Files", u"坚果云"},
                                                           {u"我的坚果云", u"坚果云"},
                                                           {u"坚果云", u"坚果云"},
                                                           {u"百度云同步盘", u"百度网盘"}};

/** What such a program leaves in the folder that it synchronizes, whatever that is called. */
constexpr std::pair<QStringView, QStringView> marks[] = {{u".stfolder", u"Syncthing"},
                                                         {u".dropbox.cache", u"Dropbox"},
                                                         {u".nextcloudsync.log", u"Nextcloud"},
                                                         {u".owncloudsync.log", u"ownCloud"},
                                                         {u".nutstore", u"坚果云"}};

std::optional<QString> networkOf(const FileSystem &system)
{
    for (const auto &[magic, name] : networks) {
        if (magic == system.magic) {
            return name;
        }
    }
    const QString by = system.type.section(u'.', 1);
    const bool isRemote =
        system.magic == fuse && std::ranges::find(fuseNetworks, by) != std::end(fuseNetworks);
    return isRemote ? std::optional(by) : std::nullopt;
}

bool isNamed(const QString &folder, QStringView name)
{
    const QString rest = folder.startsWith(name) ? folder.mid(name.size()) : u"another"_s;
    return rest.isEmpty() || rest.startsWith(" - "_L1) || rest.startsWith(" ("_L1);
}

/** Of the folder, or of one that it is in. */
std::optional<QString> synchronizerOf(const QString &folder)
{
    for (QString path = folder; !path.isEmpty(); path = path.section(u'/', 0, -2)) {
        const QString last = path.section(u'/', -1);
        for (const auto &[name, by] : folders) {
            if (isNamed(last, name)) {
                return by.toString();
            }
        }
        for (const auto &[mark, by] : marks) {
            if (QFileInfo::exists(path + u'/' + mark)) {
                return by.toString();
            }
        }
    }
    return {};
}

} // namespace

FileSystem fileSystemOf(const QString &folder)
{
    struct statfs told = {};
    if (statfs(QFile::encodeName(folder).constData(), &told) != 0) {
        return {};
    }
    const auto magic = quint32(told.f_type);
    return {magic, magic == fuse ? QString::fromUtf8(QStorageInfo(folder).fileSystemType()) : QString()};
}

std::optional<RiskyPlace> riskOf(const QString &folder, const FileSystemOf &fileSystem)
{
    if (const auto network = networkOf(fileSystem(folder))) {
        return RiskyPlace{RiskyPlace::Kind::Network, *network};
    }
    auto by = synchronizerOf(QFileInfo(folder).absoluteFilePath());
    if (!by) {
        by = synchronizerOf(QFileInfo(folder).canonicalFilePath()); // a link leads there
    }
    return by ? std::optional(RiskyPlace{RiskyPlace::Kind::Synchronized, *by}) : std::nullopt;
}

QString riskSentence(const RiskyPlace &place)
{
    if (place.kind == RiskyPlace::Kind::Network) {
        //: %1 is a file system such as NFS
        return Words::tr(
                   "The library lies on a file system of the network (%1), which can damage it when the "
                   "connection breaks. Better move it to a disk of this computer: Settings, Library.")
            .arg(place.by);
    }
    //: %1 is a program such as Dropbox
    return Words::tr(
               "The library lies in a folder that %1 synchronizes. Its files are copied while they are "
               "being written, which can damage it. Better move it to another folder: Settings, Library.")
        .arg(place.by);
}

} // namespace paperdawn
