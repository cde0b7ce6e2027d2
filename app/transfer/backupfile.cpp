// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/transfer/backupfile.h"

#include "app/formats/dayfileformat.h"
#include "app/formats/tar.h"
#include "app/journal/rejoin.h"
#include "app/journal/replay.h"
#include "app/platform/durable.h"
#include "app/store/originals.h"
#include "app/store/standing.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QTemporaryFile>
#include <cerrno>
#include <filesystem>
#include <unistd.h>
#include <zlib.h>

namespace paperdawn {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestEntry = 1LL << 30;
constexpr qint64 largestSettings = 64 << 10;
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

    void add(const QByteArray &name, const QByteArray &bytes, const QDateTime &time)
    {
        write(tar::header(name, bytes.size(), time.toSecsSinceEpoch()));
        write(bytes);
        write(tar::padding(bytes.size()));
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

/** What a journal says. */
struct Said
{
    QList<Decision> decisions;
    QList<Error> skipped; ///< files that could not be read to their end

    [[nodiscard]] const Error *of(const std::function<bool(ErrorKind)> &kind) const
    {
        const auto found = std::find_if(skipped.begin(), skipped.end(),
                                        [&](const Error &error) { return kind(error.kind); });
        return found == skipped.end() ? nullptr : &*found;
    }
};

bool isOfANewerVersion(ErrorKind kind)
{
    return kind == ErrorKind::NewerSchema;
}

bool isOfTheDisk(ErrorKind kind)
{
    return !isOfANewerVersion(kind);
}

Result<Said> saidIn(const QString &journal)
{
    Said said;
    Replay replay;
    do {
        auto next = readSince(journal, replay.offsets);
        if (!next) {
            return next.error().kind == ErrorKind::NotFound ? Result<Said>(said)
                                                            : tl::unexpected(next.error());
        }
        replay = *std::move(next);
        said.decisions += replay.decisions;
        said.skipped = replay.skipped;
    } while (replay.more);
    return said;
}

/** Fails where QDir would leave something out in silence: a folder that cannot be listed, links to nowhere.
 */
Result<> canBeListed(const QString &folder)
{
    namespace fs = std::filesystem;
    std::error_code code;
    fs::directory_iterator entry(QFile::encodeName(folder).toStdString(), code);
    if (code == std::errc::no_such_file_or_directory && !QFileInfo(folder).isSymLink()) {
        return {};
    }
    for (; !code && entry != fs::directory_iterator(); entry.increment(code)) {
        const QString path = QFile::decodeName(entry->path().c_str());
        if (QFileInfo(path).isSymLink() && !QFileInfo::exists(path)) {
            return failure(ErrorKind::NotFound, {}, path);
        }
    }
    return code ? Result<>(tl::unexpected(systemError(code.value(), folder))) : Result<>();
}

/** What library.db still says and the journal does not. */
QList<Decision> lostBy(const Said &journal, const QList<Decision> &standing)
{
    Ledger ledger;
    for (const Decision &decision : journal.decisions) {
        ledger.take(decision);
    }
    QList<Decision> lost = standing;
    lost.removeIf([&](const Decision &decision) {
        return !isLaterThan(ledger.find(decision.paper, decision.field), decision);
    });
    return lost;
}

/** What a library says, told as a journal does. */
struct Told
{
    int decisions = 0;
    QByteArray lost; ///< lines that its journal lacks; null: none
};

/** Library.db is asked first: what comes meanwhile is in the journal before. */
Result<Told> toldBy(const LibraryFolder &folder)
{
    auto standing = standingIn(folder);
    const auto said = standing ? saidIn(folder.journalFolder()) : tl::unexpected(standing.error());
    if (!said) {
        return tl::unexpected(said.error());
    }
    if (const Error *unread = said->of(isOfTheDisk)) {
        return tl::unexpected(*unread);
    }
    Told told{int(said->decisions.size()), {}};
    for (const Decision &decision : lostBy(*said, *standing)) {
        told.lost += toLine(decision) + '\n';
        ++told.decisions;
    }
    return told;
}

/** All that is to be kept. */
Result<BackupCount> pack(Archive &archive, const LibraryFolder &folder, const QString &settingsFile)
{
    for (const QString &each : {folder.journalFolder(), folder.importsFolder()}) {
        if (auto listed = canBeListed(each); !listed) {
            return tl::unexpected(listed.error());
        }
    }
    const auto told = toldBy(folder);
    if (!told) {
        return tl::unexpected(told.error());
    }
    BackupCount count{told->decisions, 0};
    QList<std::pair<QByteArray, QString>> files; // by their names in the archive
    for (const QString &name : QDir(folder.journalFolder()).entryList({u"*.jsonl"_s}, QDir::Files)) {
        files += {"journal/" + nameInArchive(name), folder.journalFolder() + u'/' + name};
    }
    for (const QString &fingerprint : originals::all(folder.importsFolder())) {
        files += {"imports/" + fingerprint.toLatin1() + ".gz",
                  originals::pathOf(folder.importsFolder(), fingerprint)};
        ++count.originals;
    }
    if (QFileInfo::exists(settingsFile)) {
        files += {"settings.ini", settingsFile};
    }
    for (const auto &[name, path] : std::as_const(files)) {
        if (auto added = archive.add(top + name, path); !added) {
            return tl::unexpected(added.error());
        }
    }
    if (!told->lost.isEmpty()) {
        const QByteArray digest = originals::fingerprint(told->lost).first(12).toLatin1();
        archive.add(top + "journal/restored-" + digest + ".jsonl", told->lost,
                    QFileInfo(folder.libraryFile()).lastModified());
    }
    archive.write(QByteArray(2 * tar::block, '\0'));
    return count;
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
        const qsizetype fill = tar::padding(entry.size).size();
        return read(fill).size() == fill ? Result<>() : broken();
    }

    /** Whether it came to its end. */
    [[nodiscard]] Result<> ending() const
    {
        if (m_number != 0) {
            return tl::unexpected(systemError(m_number, m_path));
        }
        return m_isWhole ? Result<>() : broken();
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
};

const QString scratchName = u"/unpacked-"_s;
const QString scratchLock = u"lock"_s;

/** Those of programs that were killed: nobody holds their locks. */
void removeLeftScratch(const LibraryFolder &folder)
{
    const QDir library(folder.path);
    for (const QString &name : library.entryList({scratchName.mid(1) + u'*'}, QDir::Dirs)) {
        QDir scratch(library.filePath(name));
        if (scratch.exists(scratchLock) &&
            FileLock::acquire(scratch.filePath(scratchLock), QDeadlineTimer(0))) {
            scratch.removeRecursively();
        }
    }
}

Result<ImportFile> dayFileIn(const QString &folder, const QString &fingerprint)
{
    return originals::read(folder, fingerprint).and_then([](const Original &original) -> Result<ImportFile> {
        return parseDayFile(original.bytes, original.name).map([&](DayFile &&day) {
            return ImportFile{original.name, original.bytes, std::move(day)};
        });
    });
}

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
    Archive archive(file.handle());
    const auto count = pack(archive, folder, settingsFile);
    if (!count) {
        return count;
    }
    if (const int number = archive.end(); number != 0) {
        return tl::unexpected(systemError(number, path));
    }
    return renameWhole(file.fileName(), target.absoluteFilePath()).map([&] {
        file.setAutoRemove(false);
        return *count;
    });
}

Result<std::unique_ptr<BackupFile>> BackupFile::open(const QString &path, const LibraryFolder &folder)
{
    if (!QFileInfo(path).isFile()) {
        return failure(QFileInfo::exists(path) ? ErrorKind::NotAFile : ErrorKind::NotFound, {}, path);
    }
    if (auto made = makeFolder(folder.path); !made) {
        return tl::unexpected(made.error());
    }
    removeLeftScratch(folder);
    std::unique_ptr<BackupFile> backup(new BackupFile(folder));
    return backup->unpack(path).and_then([&] { return backup->compare(path); }).map([&] {
        return std::move(backup);
    });
}

/** On the library's own disk: that is where there has to be room for it. */
BackupFile::BackupFile(LibraryFolder folder)
    : m_folder(std::move(folder))
    , m_scratch(m_folder.path + scratchName + u"XXXXXX"_s)
{
}

QString BackupFile::settingsFile() const
{
    const QString file = m_scratch.filePath(u"settings.ini"_s);
    return QFileInfo::exists(file) ? file : QString();
}

Result<> BackupFile::unpack(const QString &path)
{
    const QDir scratch(m_scratch.path());
    if (!m_scratch.isValid() || !scratch.mkpath(u"journal"_s) || !scratch.mkpath(u"imports"_s)) {
        return tl::unexpected(systemError(errno, m_folder.path));
    }
    auto inUse = FileLock::acquire(scratch.filePath(scratchLock), QDeadlineTimer(0));
    if (!inUse) {
        return tl::unexpected(inUse.error());
    }
    m_inUse = *std::move(inUse);
    Unpacking archive(path);
    bool holdsAnything = false;
    while (const auto entry = archive.next()) {
        const QString place = entry->isFile ? placeOf(entry->name) : QString();
        holdsAnything |= !place.isEmpty();
        const QString to = whereTo(place, entry->size);
        if (auto taken = archive.take(*entry, to); !taken) {
            taken.error().where = taken.error().where == to ? m_folder.path : taken.error().where;
            return taken;
        }
        if (!to.isNull() && place.startsWith(u"imports/")) {
            m_originals += QFileInfo(place).completeBaseName();
        }
    }
    return archive.ending().and_then(
        [&]() -> Result<> { return holdsAnything ? Result<>() : failure(ErrorKind::NotABackup, {}, path); });
}

/** Null where it is not wanted: an original that is here already, and sound, and settings that are none. */
QString BackupFile::whereTo(const QString &place, qint64 size) const
{
    const QString fingerprint = QFileInfo(place).completeBaseName();
    const bool isHere =
        place.startsWith(u"imports/") &&
        (m_originals.contains(fingerprint) || originals::read(m_folder.importsFolder(), fingerprint));
    const bool isNone = place == "settings.ini"_L1 && size > largestSettings;
    return place.isEmpty() || isHere || isNone ? QString() : m_scratch.filePath(place);
}

/** Leaves what the library lacks. */
Result<> BackupFile::compare(const QString &path)
{
    QSet<QString> known;
    const auto line = [](const Decision &decision) { return QString::fromUtf8(toLine(decision)); };
    const auto here = saidIn(m_folder.journalFolder());
    const auto kept = saidIn(m_scratch.filePath(u"journal"_s));
    if (!here || !kept) {
        return tl::unexpected(here ? kept.error() : here.error());
    }
    if (const Error *newer = here->of(isOfANewerVersion)) {
        return tl::unexpected(*newer);
    }
    if (!kept->skipped.isEmpty()) {
        Error error = kept->skipped.first();
        error.where = path;
        return tl::unexpected(error);
    }
    for (const Decision &decision : here->decisions) {
        known.insert(line(decision));
    }
    for (const Decision &decision : kept->decisions) {
        if (const QString text = line(decision); !known.contains(text)) {
            known.insert(text);
            m_decisions += decision;
        }
    }
    return {};
}

Result<RestoredBackup> BackupFile::mergeInto(Store &store, const Clock &clock,
                                             const std::function<void(int done, int total)> &told,
                                             const std::stop_token &stop)
{
    RestoredBackup restored;
    if (!m_decisions.isEmpty()) { // what matters most comes first
        const auto joined = rejoin(m_folder.journalFolder(), m_decisions, clock.now()).and_then([&] {
            return store.catchUp().result();
        });
        if (!joined) {
            return tl::unexpected(joined.error());
        }
        restored.brought.decisions = int(m_decisions.size());
    }
    return importOriginals(store, restored, told, stop).map([&] { return restored; });
}

Result<> BackupFile::importOriginals(Store &store, RestoredBackup &restored,
                                     const std::function<void(int done, int total)> &told,
                                     const std::stop_token &stop)
{
    if (m_originals.isEmpty()) {
        return {};
    }
    const auto import = store.beginImport().result();
    if (!import) {
        return tl::unexpected(import.error());
    }
    Result<> others; // what is to be told once all else is here
    for (qsizetype i = 0; i < m_originals.size(); ++i) {
        if (stop.stop_requested()) {
            return failure(ErrorKind::Cancelled);
        }
        if (told) {
            told(int(i), int(m_originals.size()));
        }
        auto file = dayFileIn(m_scratch.filePath(u"imports"_s), m_originals.at(i));
        if (!file && file.error().kind == ErrorKind::NewerSchema) {
            others = tl::unexpected(file.error());
            continue;
        }
        if (!file && mayPass(file.error())) {
            return tl::unexpected(file.error());
        }
        if (!file) {
            ++restored.damaged;
            continue;
        }
        if (auto put = store.put(*import, *std::move(file)).result(); !put) {
            return tl::unexpected(put.error());
        }
        ++restored.brought.originals;
        restored.import = *import;
    }
    return others;
}

} // namespace paperdawn
