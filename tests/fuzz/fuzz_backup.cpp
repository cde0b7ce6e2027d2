// SPDX-License-Identifier: GPL-3.0-or-later
// A file that is said to be a backup, by whomever: names in it lead nowhere else. The input is the files in
// it, one after the other: three bytes for kind, length of the name and of the content, then these.
#include "app/formats/tar.h"
#include "app/transfer/backupfile.h"

#include "tests/fuzz/checksum.h"
#include "tests/fuzz/fuzz.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace paperdawn;
using namespace paperdawn::fuzz;
using namespace Qt::StringLiterals;

namespace {

class Pieces
{
public:
    explicit Pieces(const QByteArray &input)
        : m_input(input)
    {
    }
    [[nodiscard]] bool atEnd() const { return m_at >= m_input.size(); }
    quint8 byte() { return atEnd() ? 0 : quint8(m_input[m_at++]); }
    QByteArray bytes(qsizetype count)
    {
        const QByteArray piece = m_input.mid(m_at, count);
        m_at += count;
        return piece;
    }

private:
    const QByteArray m_input;
    qsizetype m_at = 0;
};

/** A header of another kind than ours: a folder, a link. */
QByteArray ofKind(QByteArray header, char kind)
{
    header[156] = kind;
    return withChecksum(header);
}

QByteArray archiveOf(const QByteArray &input)
{
    constexpr qsizetype largest = 256 * 1024; // three bytes make a block of it
    Pieces pieces(input);
    QByteArray archive;
    while (!pieces.atEnd() && archive.size() < largest) {
        const quint8 kind = pieces.byte();
        const QByteArray name = pieces.bytes(pieces.byte() % 128);
        const QByteArray content = pieces.bytes(pieces.byte());
        archive += ofKind(tar::header(name, content.size(), 0), kind < 200 ? '0' : char(kind));
        archive += content + tar::padding(content.size());
    }
    return archive + QByteArray(2 * tar::block, '\0');
}

QStringList namesIn(const QString &folder)
{
    return QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
}

} // namespace

void paperdawn::fuzz::feed(const QByteArray &input)
{
    static const QTemporaryDir place(u"/dev/shm/paperdawn-fuzz"_s);
    const LibraryFolder library{place.filePath(u"library"_s)};
    const QString path = place.filePath(u"backup"_s);
    QFile file(path);
    require(file.open(QIODevice::WriteOnly) && file.write(archiveOf(input)) >= 0, "there is room for a file");
    file.close();
    if (const auto backup = BackupFile::open(path, library)) {
        const BackupCount count = (*backup)->brings();
        require(count.decisions >= 0 && count.originals >= 0, "there are no fewer than none");
    }
    require(namesIn(place.path()) == QStringList{u"backup"_s, u"library"_s}, "nothing leaves the library");
    require(namesIn(library.path).isEmpty(), "nothing is left of what was only looked at");
}
