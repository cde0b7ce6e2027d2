// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/recordeddisk.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <cstring>

namespace paperdawn::test {

using namespace Qt::StringLiterals;
using Kind = FileCall::Kind;

namespace {

constexpr qint64 sector = 512;

void write(QByteArray &content, qint64 offset, QByteArrayView bytes)
{
    if (content.size() < offset + bytes.size()) {
        content.append(offset + bytes.size() - content.size(), '\0');
    }
    std::memcpy(content.data() + offset, bytes.data(), size_t(bytes.size()));
}

void setLength(QByteArray &content, qint64 length)
{
    content.size() > length ? content.truncate(length) : void(content.append(length - content.size(), '\0'));
}

/** A name below a folder that was renamed moves with it. */
void rename(QMap<QByteArray, quint64> &names, const QByteArray &from, const QByteArray &to)
{
    const QByteArray below = from + '/';
    QMap<QByteArray, quint64> moved;
    for (auto it = names.begin(); it != names.end();) {
        if (it.key() == from || it.key().startsWith(below)) {
            moved.insert(to + it.key().mid(from.size()), it.value());
            it = names.erase(it);
        } else {
            ++it;
        }
    }
    names.insert(moved);
}

} // namespace

void RecordedDisk::take(const FileCall &call)
{
    switch (call.kind) {
    case Kind::Write:
    case Kind::Truncate:
        m_files[m_nodes[call.node]].since += {call.kind == Kind::Truncate, call.offset, call.bytes};
        return;
    case Kind::Sync:
        if (const quint64 node = m_nodes.value(call.node); m_files.contains(node)) {
            File &file = m_files[node];
            for (const Change &change : std::as_const(file.since)) {
                change.isTruncation ? setLength(file.synced, change.offset)
                                    : write(file.synced, change.offset, change.bytes);
            }
            file.since.clear();
        } else {
            for (Naming &naming : m_namings) {
                naming.isSynced |= naming.folder == node;
            }
        }
        return;
    case Kind::MakeNameless:
        m_nodes[call.node] = ++m_last;
        m_files.insert(m_last, {});
        return;
    case Kind::Make:
        m_files.insert(m_last + 1, {});
        [[fallthrough]];
    case Kind::MakeFolder:
        m_nodes[call.node] = ++m_last;
        break;
    case Kind::Link:
    case Kind::Rename:
    case Kind::Remove:
    case Kind::RemoveFolder:
        break;
    }
    const quint64 folder = call.kind == Kind::Rename || call.kind == Kind::Link ? call.toFolder : call.folder;
    m_namings += {call, m_nodes.value(call.node), m_nodes.value(folder), false};
}

QByteArray RecordedDisk::contentOf(const File &file, QRandomGenerator &random)
{
    enum Lot : quint8 { Nothing, Everything, SomeWrites, SomeSectors, FirstWrites, Lots };
    const auto lot = Lot(random.bounded(Lots));
    const qsizetype first = random.bounded(file.since.size() + 1);
    QByteArray content = file.synced;
    for (qsizetype i = 0; i < file.since.size(); ++i) {
        const Change &change = file.since[i];
        const bool isKept = lot == Everything || lot == SomeSectors || (lot == FirstWrites && i < first) ||
                            (lot == SomeWrites && random.bounded(2) == 0);
        if (!isKept) {
            continue;
        }
        if (change.isTruncation) {
            setLength(content, change.offset);
            continue;
        }
        for (qint64 at = 0; at < change.bytes.size();) {
            const qint64 end =
                qMin(change.bytes.size(), ((change.offset + at) / sector + 1) * sector - change.offset);
            if (lot != SomeSectors || random.bounded(2) == 0) {
                write(content, change.offset + at, QByteArrayView(change.bytes).sliced(at, end - at));
            }
            at = end;
        }
    }
    return content;
}

/** Folders have names, too. */
QMap<QByteArray, quint64> RecordedDisk::namesOf(QRandomGenerator &random) const
{
    QHash<quint64, int> since; // namings in each folder that were not synced
    for (const Naming &naming : m_namings) {
        since[naming.folder] += naming.isSynced ? 0 : 1;
    }
    for (int &count : since) {
        count = random.bounded(count + 1);
    }
    QMap<QByteArray, quint64> names;
    for (const Naming &naming : m_namings) {
        if (!naming.isSynced && --since[naming.folder] < 0) {
            continue;
        }
        const FileCall &call = naming.call;
        switch (call.kind) {
        case Kind::Make:
        case Kind::MakeFolder:
            names.insert(call.path, naming.node);
            break;
        case Kind::Link:
            names.insert(call.to, naming.node);
            break;
        case Kind::Rename:
            rename(names, call.path, call.to);
            break;
        default:
            names.remove(call.path);
            break;
        }
    }
    return names;
}

void RecordedDisk::writeImage(const QString &folder, QRandomGenerator &random) const
{
    const QMap<QByteArray, quint64> names = namesOf(random);
    for (const auto &[name, node] : names.asKeyValueRange()) { // a folder comes before what is in it
        const QString path = folder + u'/' + QFile::decodeName(name);
        const auto file = m_files.constFind(node);
        if (file == m_files.constEnd()) {
            QDir().mkpath(path);
            continue;
        }
        QFile written(path); // none where its folder is none: that is lost with it
        if (written.open(QIODevice::WriteOnly)) {
            written.write(contentOf(*file, random));
            written.flush();
            written.setFileTime(QDateTime::fromSecsSinceEpoch(qint64(node)), QFile::FileModificationTime);
        }
    }
}

} // namespace paperdawn::test
