// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/replay.h"

#include "app/journal/linereader.h"

#include <QDir>
#include <QFile>

namespace paperdawn {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mostBytes = 8 * 1024 * 1024;

/** What one call may still read. */
struct Allowance
{
    qint64 lines;
    qint64 bytes;
    [[nodiscard]] bool isUsedUp() const { return lines <= 0 || bytes <= 0; }
};

/** `offset` if it still is the end of a line, else 0: the file is another one now. */
qint64 whereToReadOn(QFile &file, qint64 offset)
{
    if (offset <= 0 || offset > file.size() || !file.seek(offset - 1)) {
        return 0;
    }
    char before = 0;
    return file.getChar(&before) && before == '\n' ? offset : 0;
}

Result<> readOn(QFile &file, const QString &name, Allowance &left, Replay &replay)
{
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        const bool refused = file.error() == QFileDevice::PermissionsError || !QFileInfo(file).isReadable();
        return failure(refused ? ErrorKind::Permission : ErrorKind::Io, file.errorString(), file.fileName());
    }
    qint64 &offset = replay.offsets[name];
    offset = whereToReadOn(file, offset);
    if (!file.seek(offset)) {
        return failure(ErrorKind::Io, file.errorString(), file.fileName());
    }
    LineReader lines(file, longestLine);
    while (!left.isUsedUp()) {
        const auto line = lines.next();
        if (!line) {
            break;
        }
        auto decision =
            line->tooLong ? failure(ErrorKind::Malformed, u"over 256 KiB"_s) : fromLine(line->bytes);
        if (decision) {
            replay.decisions << *std::move(decision);
        } else if (decision.error().kind == ErrorKind::NewerSchema) {
            return failure(ErrorKind::NewerSchema, {}, file.fileName());
        } else {
            replay.unreadable << UnreadableLine{name, offset, decision.error().what};
        }
        left.lines -= 1;
        left.bytes -= line->end - offset;
        offset = line->end;
    }
    if (lines.failed()) {
        return failure(ErrorKind::Io, file.errorString(), file.fileName());
    }
    return {};
}

} // namespace

Result<Replay> readSince(const QString &folder, const Offsets &offsets, int mostLines)
{
    const QDir dir(folder);
    if (!dir.exists()) {
        return failure(ErrorKind::NotFound, {}, folder);
    }
    if (!dir.isReadable()) {
        return failure(ErrorKind::Permission, {}, folder);
    }
    Replay replay;
    replay.offsets = offsets;
    Allowance left{mostLines, mostBytes};
    // QDir::Files are regular files and links to them: a FIFO would keep us waiting
    for (const QString &name : dir.entryList({u"*.jsonl"_s}, QDir::Files, QDir::Name)) {
        if (left.isUsedUp()) {
            break;
        }
        QFile file(dir.filePath(name));
        if (const auto read = readOn(file, name, left, replay); !read) {
            replay.skipped << read.error();
        }
        if (replay.offsets.value(name) == 0 && !offsets.contains(name)) {
            replay.offsets.remove(
                name); // it holds no line yet: nothing to remember, which a full disk could not
        }
    }
    replay.more = left.isUsedUp();
    return replay;
}

} // namespace paperdawn
