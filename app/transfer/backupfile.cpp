// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/transfer/backupfile.h"

#include "app/formats/dayfileformat.h"
#include "app/formats/tar.h"
#include "app/journal/rejoin.h"
#include "app/journal/replay.h"
#include "app/platform/durable.h"
#include "app/store/originals.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QTemporaryFile>
#include <cerrno>
#include <unistd.h>
#include <zlib.h>

namespace paperdawn {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestEntry = 1LL << 30;
constexpr qsizetype atOnce = 1 << 18;
const QByteArray top = "paperdawn/";

/** A gzip file being written; the first failure is remembered. */
class Archive final
{
public:
    explicit Archive(int file)
        : m_gzip(gzdopen(::dup(file), "wb"))
    {
    }
    ~Archive() { (void)end(); }
    Archive(const Archive &) = delete;
    Archive &operator=(const Archive &) = delete;

    void write(const QByteArray &bytes)
    {
        if (m_number == 0 && !bytes.isEmpty() &&
            gzwrite(m_gzip, bytes.constData(), unsigned(bytes.size())) == 0) {
            m_number = errno == 0 ? EIO : errno;
        }
    }

    /** The file as long as it is now: what is appended meanwhile comes with the next backup. */
    [[nodiscard]] Result<> add(const QByteArray &name, const QString &path)
    {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly)) {
            return failure(ErrorKind::Io, file.errorString(), path);
        }
        const qint64 size = file.size();
        write(tar::header(name, size, QFileInfo(file).lastModified().toSecsSinceEpoch()));
        for (qint64 left = size; left > 0;) {
            const QByteArray block = file.read(qMin<qint64>(left, atOnce));
            if (block.isEmpty()) {
                return failure(ErrorKind::Io, file.errorString(), path);
            }
            write(block);
            left -= block.size();
        }
        write(tar::padding(size));
        return {};
    }

    /** The errno of what failed, 0 if nothing. */
    [[nodiscard]] int end()
    {
        if (m_gzip) {
            const int code = gzclose(std::exchange(m_gzip, nullptr));
            if (code != Z_OK && m_number == 0) {
                m_number = errno == 0 ? EIO : errno;
            }
        }
        return m_number;
    }

private:
    gzFile m_gzip;
    int m_number = 0;
};

/** A name that an archive can hold, whatever a synchroniser made of it. */
QByteArray nameInArchive(const QString &name)
{
    static const QRegularExpression plain(u"^[A-Za-z0-9._-]{1,70}\\.jsonl$"_s);
    return plain.match(name).hasMatch()
               ? name.toLatin1()
               : originals::fingerprint(name.toUtf8()).first(32).toLatin1() + ".jsonl";
}

/** What `journal` says. */
Result<QList<Decision>> decisionsIn(const QString &journal, const QString &path)
{
    QList<Decision> decisions;
    Replay replay;
    do {
        auto next = readSince(journal, replay.offsets);
        if (!next) {
            return next.error().kind == ErrorKind::NotFound ? Result<QList<Decision>>(decisions)
                                                            : tl::unexpected(next.error());
        }
        replay = *std::move(next);
        decisions += replay.decisions;
        for (const Error &error : std::as_const(replay.skipped)) {
            if (error.kind == ErrorKind::NewerSchema) {
                return failure(ErrorKind::NewerSchema, {}, path);
            }
        }
    } while (replay.more);
    return decisions;
}

/** Where a file of an archive goes, null: nowhere. Its name is made anew, so that it leads nowhere else. */
QString placeOf(const QByteArray &name)
{
    static const QRegularExpression form(
        u"(?:^|/)(?:(journal/[A-Za-z0-9._-]{1,80}\\.jsonl)|(imports/[0-9a-f]{64}(?:-[0-9a-f]{8})?\\.gz)|"
        "(settings\\.ini))$"_s);
    const auto match = form.match(QString::fromLatin1(name));
    return match.captured(1) + match.captured(2) + match.captured(3);
}

/** An archive being read, entry by entry. */
class Unpacking final
{
public:
    explicit Unpacking(const QString &path)
        : m_path(path)
        , m_gzip(gzopen(QFile::encodeName(path).constData(), "rb"))
        , m_number(m_gzip ? 0 : errno)
    {
    }
    ~Unpacking()
    {
        if (m_gzip) {
            gzclose(m_gzip);
        }
    }
    Unpacking(const Unpacking &) = delete;
    Unpacking &operator=(const Unpacking &) = delete;

    /** Nothing at the end, be it too early: ending() tells. */
    std::optional<tar::Entry> next()
    {
        auto entry = m_gzip ? tar::entry(read(tar::block)) : std::nullopt;
        m_isWhole = entry && entry->name.isNull();
        if (!entry || m_isWhole || entry->size > largestEntry) {
            return {};
        }
        return entry;
    }

    /** Its bytes, into a file; to nowhere where `to` is null. */
    Result<> take(const tar::Entry &entry, const QString &to)
    {
        QFile file(to);
        if (!to.isNull() && !file.open(QIODevice::WriteOnly)) {
            return failure(ErrorKind::Io, file.errorString(), to);
        }
        for (qint64 left = entry.size; left > 0;) {
            const QByteArray bytes = read(qMin<qint64>(left, atOnce));
            if (bytes.isEmpty()) {
                return broken();
            }
            if (!to.isNull() && file.write(bytes) != bytes.size()) {
                return failure(ErrorKind::DiskFull, {}, to);
            }
            left -= bytes.size();
        }
        if (!to.isNull() && !file.flush()) {
            return failure(ErrorKind::DiskFull, {}, to);
        }
        m_holdsAnything |= !to.isNull();
        const qsizetype fill = tar::padding(entry.size).size();
        return read(fill).size() == fill ? Result<>() : broken();
    }

    /** Whether it came to its end, and had anything of ours in it. */
    [[nodiscard]] Result<> ending() const
    {
        if (m_number != 0) {
            return tl::unexpected(systemError(m_number, m_path));
        }
        return m_isWhole && m_holdsAnything ? Result<>() : broken();
    }

private:
    [[nodiscard]] Result<> broken() const { return failure(ErrorKind::NotABackup, {}, m_path); }

    /** So many bytes; none where there are fewer. */
    QByteArray read(qint64 size)
    {
        QByteArray bytes(qsizetype(size), Qt::Uninitialized);
        const int got = gzread(m_gzip, bytes.data(), unsigned(size));
        return got == size ? bytes : QByteArray();
    }

    QString m_path;
    gzFile m_gzip;
    int m_number; ///< errno of opening it
    bool m_isWhole = false;
    bool m_holdsAnything = false;
};

} // namespace

Result<BackupCount> writeBackup(const LibraryFolder &folder, const QString &settingsFile, const QString &path)
{
    const QFileInfo named(path);
    const QFileInfo target(named.isSymLink() ? named.symLinkTarget() : path);
    if (target.exists() && !target.isFile()) {
        return failure(ErrorKind::NotAFile, {}, path);
    }
    QTemporaryFile file(target.absoluteFilePath() + u".XXXXXX"_s);
    if (!file.open()) {
        return tl::unexpected(systemError(errno, target.absolutePath()));
    }
    BackupCount count;
    Archive archive(file.handle());
    for (const QString &name : QDir(folder.journalFolder()).entryList({u"*.jsonl"_s}, QDir::Files)) {
        const QString from = folder.journalFolder() + u'/' + name;
        if (auto added = archive.add(top + "journal/" + nameInArchive(name), from); !added) {
            return tl::unexpected(added.error());
        }
    }
    for (const QString &fingerprint : originals::all(folder.importsFolder())) {
        const QString from = originals::pathOf(folder.importsFolder(), fingerprint);
        if (auto added = archive.add(top + "imports/" + fingerprint.toLatin1() + ".gz", from); !added) {
            return tl::unexpected(added.error());
        }
        ++count.originals;
    }
    if (QFileInfo::exists(settingsFile)) {
        if (auto added = archive.add(top + "settings.ini", settingsFile); !added) {
            return tl::unexpected(added.error());
        }
    }
    archive.write(QByteArray(2 * tar::block, '\0'));
    if (const int number = archive.end(); number != 0) {
        return tl::unexpected(systemError(number, path));
    }
    const auto said = decisionsIn(folder.journalFolder(), folder.journalFolder());
    count.decisions = int(said.value_or(QList<Decision>()).size());
    return renameWhole(file.fileName(), target.absoluteFilePath()).map([&] {
        file.setAutoRemove(false);
        return count;
    });
}

Result<std::unique_ptr<BackupFile>> BackupFile::open(const QString &path, const LibraryFolder &folder)
{
    std::unique_ptr<BackupFile> backup(new BackupFile(folder));
    return backup->unpack(path).and_then([&] { return backup->compare(path); }).map([&] {
        return std::move(backup);
    });
}

QString BackupFile::settingsFile() const
{
    const QString file = m_scratch.filePath(u"settings.ini"_s);
    return QFileInfo::exists(file) ? file : QString();
}

Result<> BackupFile::unpack(const QString &path)
{
    if (!QFileInfo(path).isFile()) {
        return failure(QFileInfo::exists(path) ? ErrorKind::NotAFile : ErrorKind::NotFound, {}, path);
    }
    const QDir scratch(m_scratch.path());
    if (!scratch.mkpath(u"journal"_s) || !scratch.mkpath(u"imports"_s)) {
        return tl::unexpected(systemError(errno, m_scratch.path()));
    }
    Unpacking archive(path);
    while (const auto entry = archive.next()) {
        const QString place = entry->isFile ? placeOf(entry->name) : QString();
        if (auto taken = archive.take(*entry, place.isEmpty() ? QString() : m_scratch.filePath(place));
            !taken) {
            return taken;
        }
        if (place.startsWith(u"imports/")) {
            m_originals += QFileInfo(place).completeBaseName();
        }
    }
    return archive.ending();
}

/** Leaves what the library lacks. */
Result<> BackupFile::compare(const QString &path)
{
    QSet<QString> known;
    const auto line = [](const Decision &decision) { return QString::fromUtf8(toLine(decision)); };
    const auto here = decisionsIn(m_folder.journalFolder(), m_folder.journalFolder());
    const auto kept = decisionsIn(m_scratch.filePath(u"journal"_s), path);
    if (!here || !kept) {
        return tl::unexpected(here ? kept.error() : here.error());
    }
    for (const Decision &decision : *here) {
        known.insert(line(decision));
    }
    for (const Decision &decision : *kept) {
        if (const QString text = line(decision); !known.contains(text)) {
            known.insert(text);
            m_decisions += decision;
        }
    }
    const QStringList there = originals::all(m_folder.importsFolder());
    m_originals.removeIf(
        [there = QSet(there.begin(), there.end())](const QString &one) { return there.contains(one); });
    return {};
}

Result<qint64> BackupFile::mergeInto(Store &store, const Clock &clock,
                                     const std::function<void(int done, int total)> &told)
{
    return importOriginals(store, told).and_then([&](qint64 import) -> Result<qint64> {
        if (m_decisions.isEmpty()) {
            return import;
        }
        return rejoin(m_folder.journalFolder(), m_decisions, clock.now())
            .and_then([&] { return store.catchUp().result(); })
            .map([import] { return import; });
    });
}

Result<qint64> BackupFile::importOriginals(Store &store, const std::function<void(int done, int total)> &told)
{
    if (m_originals.isEmpty()) {
        return 0;
    }
    const auto import = store.beginImport().result();
    for (qsizetype i = 0; import && i < m_originals.size(); ++i) {
        if (told) {
            told(int(i), int(m_originals.size()));
        }
        auto file = originals::read(m_scratch.filePath(u"imports"_s), m_originals.at(i))
                        .and_then([](const Original &original) -> Result<ImportFile> {
                            return parseDayFile(original.bytes, original.name).map([&](DayFile &&day) {
                                return ImportFile{original.name, original.bytes, std::move(day)};
                            });
                        });
        if (!file) {
            continue; // it was damaged there already: nothing can be had from it
        }
        if (auto put = store.put(*import, *std::move(file)).result(); !put) {
            return tl::unexpected(put.error());
        }
    }
    return import;
}

} // namespace paperdawn
