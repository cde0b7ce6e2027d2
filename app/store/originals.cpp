// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/originals.h"

#include "app/base/log.h"
#include "app/platform/durable.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <cerrno>
#include <cstdio>
#include <unistd.h>
#include <zlib.h>

namespace paperdawn::originals {

using namespace Qt::StringLiterals;

namespace {

constexpr int gzipWindow = MAX_WBITS + 16;
const QString waiting = u".waiting"_s;
constexpr qint64 mostBytes = 128LL << 20; ///< of an original, unpacked

QString waitingPathOf(const QString &folder, const QString &fingerprint)
{
    return pathOf(folder, fingerprint) + waiting;
}

QByteArray packed(const Original &original)
{
    z_stream stream{};
    if (deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, gzipWindow, 8, Z_DEFAULT_STRATEGY) != Z_OK) {
        return {};
    }
    QByteArray name = original.name.toUtf8();
    gz_header header{};
    header.name = reinterpret_cast<Bytef *>(name.data());
    header.os = 3;
    deflateSetHeader(&stream, &header);
    QByteArray out(qsizetype(deflateBound(&stream, uLong(original.bytes.size()))) + name.size() + 64,
                   Qt::Uninitialized);
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(original.bytes.constData()));
    stream.avail_in = uInt(original.bytes.size());
    stream.next_out = reinterpret_cast<Bytef *>(out.data());
    stream.avail_out = uInt(out.size());
    const bool done = deflate(&stream, Z_FINISH) == Z_STREAM_END;
    out.truncate(done ? qsizetype(stream.total_out) : 0);
    deflateEnd(&stream);
    return out;
}

std::optional<Original> unpacked(QByteArray bytes)
{
    z_stream stream{};
    if (inflateInit2(&stream, gzipWindow) != Z_OK) {
        return {};
    }
    QByteArray name(4096, '\0');
    gz_header header{};
    header.name = reinterpret_cast<Bytef *>(name.data());
    header.name_max = uInt(name.size() - 1);
    inflateGetHeader(&stream, &header);
    stream.next_in = reinterpret_cast<Bytef *>(bytes.data());
    stream.avail_in = uInt(bytes.size());
    Original original;
    QByteArray block(1 << 18, Qt::Uninitialized);
    int code = Z_OK;
    while (code == Z_OK && original.bytes.size() <= mostBytes) {
        stream.next_out = reinterpret_cast<Bytef *>(block.data());
        stream.avail_out = uInt(block.size());
        code = inflate(&stream, Z_NO_FLUSH);
        original.bytes.append(block.constData(), block.size() - qsizetype(stream.avail_out));
    }
    inflateEnd(&stream);
    if (code != Z_STREAM_END) {
        return {};
    }
    original.name = QString::fromUtf8(name.constData());
    return original;
}

} // namespace

QString pathOf(const QString &folder, const QString &fingerprint)
{
    return folder + u'/' + fingerprint + u".gz"_s;
}

QString fingerprint(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

Result<bool> keep(const QString &folder, const QString &fingerprint, const Original &original)
{
    if (QFileInfo::exists(pathOf(folder, fingerprint)) && read(folder, fingerprint)) {
        return false;
    }
    if (auto made = makeFolder(folder); !made) {
        return tl::unexpected(made.error());
    }
    const QString path = waitingPathOf(folder, fingerprint);
    const QByteArray bytes = packed(original);
    if (bytes.isEmpty()) {
        return failure(ErrorKind::Internal, u"gzip"_s, path);
    }
    if (auto written = writeWhole(path, bytes); !written) {
        return tl::unexpected(written.error());
    }
    return true;
}

/** Not made durable: where a power cut takes the new name back, the next opening gives it again. */
void place(const QString &folder, const QString &fingerprint)
{
    const QByteArray from = QFile::encodeName(waitingPathOf(folder, fingerprint));
    if (::rename(from.constData(), QFile::encodeName(pathOf(folder, fingerprint)).constData()) != 0) {
        qCWarning(logStore) << "an original keeps waiting:" << fingerprint << qt_error_string();
    }
}

void withdraw(const QString &folder, const QString &fingerprint)
{
    QFile::remove(waitingPathOf(folder, fingerprint));
}

Result<Original> read(const QString &folder, const QString &fingerprint)
{
    const QString path = pathOf(folder, fingerprint);
    auto bytes = readWhole(path, mostBytes);
    if (!bytes && bytes.error().kind == ErrorKind::NotFound) { // somebody was killed before placing it
        bytes = readWhole(waitingPathOf(folder, fingerprint), mostBytes);
    }
    if (!bytes) {
        return tl::unexpected(bytes.error());
    }
    std::optional<Original> original = unpacked(*std::move(bytes));
    if (!original || !fingerprint.startsWith(originals::fingerprint(original->bytes))) {
        return failure(ErrorKind::Damaged, u"its bytes are not those that were imported"_s, path);
    }
    return *std::move(original);
}

QStringList all(const QString &folder)
{
    QStringList names;
    const QFileInfoList files =
        QDir(folder).entryInfoList({u"*.gz"_s}, QDir::Files, QDir::Time | QDir::Reversed);
    for (const QFileInfo &file : files) {
        names += file.completeBaseName();
    }
    return names;
}

Result<> remove(const QString &folder, const QStringList &fingerprints)
{
    for (const QString &fingerprint : fingerprints) {
        const QString path = pathOf(folder, fingerprint);
        if (::unlink(QFile::encodeName(path).constData()) != 0 && errno != ENOENT) {
            return tl::unexpected(systemError(errno, path));
        }
    }
    return fingerprints.isEmpty() || !QFileInfo::exists(folder) ? Result<>() : syncFolder(folder);
}

void finish(const QString &folder, const std::function<bool(const QString &fingerprint)> &isWanted)
{
    const QDir dir(folder);
    const auto namesLike = [&dir](const QString &form) { return dir.entryList({form}, QDir::Files); };
    for (const QString &name : namesLike(u"*.gz"_s + waiting)) {
        const QString fingerprint = QFileInfo(name).baseName();
        if (isWanted(fingerprint)) {
            place(folder, fingerprint);
        } else {
            withdraw(folder, fingerprint);
        }
    }
    for (const QString &name : namesLike(u"*.gz"_s + waiting + u".??????"_s)) { // as writeWhole() calls them
        QFile::remove(dir.filePath(name));
    }
}

} // namespace paperdawn::originals
