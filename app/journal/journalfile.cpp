// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/journalfile.h"

#include "app/base/log.h"
#include "app/journal/linereader.h"
#include "app/journal/rejoin.h"
#include "app/platform/durable.h"
#include "app/platform/filelock.h"

#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>
#include <algorithm>
#include <chrono>
#include <limits>

namespace paperdawn {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto patience = 10s;

/** What the end of a journal file tells. */
struct Tail
{
    qint64 sequence = 0; ///< highest of `machine` in it
    qint64 time = 0;     ///< latest in it
    bool torn = false;   ///< its last line has no end
};

/** True if a decision of `machine` (of anybody, if null) was among the lines. */
bool takeLines(const QByteArray &bytes, const QString &machine, Tail &tail)
{
    bool found = false;
    for (const QByteArray &line : bytes.split('\n')) {
        const auto decision = fromLine(line);
        if (!decision) {
            continue;
        }
        tail.time = std::max(tail.time, decision->time);
        if (decision->machine == machine) {
            tail.sequence = std::max({tail.sequence, decision->sequence, decision->deed, decision->of});
        }
        found = found || machine.isNull() || decision->machine == machine;
    }
    return found;
}

/**
 * Reads a file backwards until a decision of `machine` turns up. Numbers and times rise within a file, so
 * its end is enough, however long it is; a last line without its end counts, since it may become one.
 */
Result<Tail> readTail(const QString &path, const QString &machine, qint64 most)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        return failure(ErrorKind::Io, file.errorString(), path);
    }
    const qint64 size = file.size();
    const qint64 start = std::max<qint64>(0, size - most);
    Tail tail;
    for (qint64 window = 4096, from = size; from > start; window *= 4) {
        from = std::max(start, size - window);
        if (!file.seek(from)) {
            return failure(ErrorKind::Io, file.errorString(), path);
        }
        const QByteArray bytes = file.read(size - from);
        if (bytes.size() < size - from) {
            return failure(ErrorKind::Io, file.errorString(), path);
        }
        tail.torn = !bytes.endsWith('\n');
        if (takeLines(bytes, machine, tail)) {
            break;
        }
    }
    return tail;
}

/** Reads all of a file in which numbers and times stand in no order. */
Result<Tail> readInNoOrder(const QString &path, const QString &machine)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        return failure(ErrorKind::Io, file.errorString(), path);
    }
    Tail tail;
    LineReader lines(file, longestLine);
    while (const auto line = lines.next()) {
        takeLines(line->bytes, machine, tail);
    }
    return lines.failed() ? failure(ErrorKind::Io, file.errorString(), path) : Result<Tail>(tail);
}

/** What the machine's file says: its id and, on a line of its own, the system that it was made on. */
struct Machine
{
    QString id;
    QString system;

    /** Neither damaged nor copied from another system; where one of the two is not known, it is ours. */
    [[nodiscard]] bool isOf(const QString &ours) const
    {
        return isMachineId(id) && (system == ours || system.isEmpty() || ours.isEmpty());
    }
};

Result<Machine> readMachine(const QString &path)
{
    return readWhole(path, 256).map([](const QByteArray &text) {
        const QStringList lines = QString::fromUtf8(text).split(u'\n');
        return Machine{lines.value(0).trimmed(), lines.value(1).trimmed()};
    });
}

/** The id in the file; a new one where there is none, none that could be a file's name, or another system's.
 */
Result<QString> machineId(const QString &path, const QString &lockFile, const QString &system)
{
    const auto isComplete = [&system](const Result<Machine> &machine) {
        return machine && machine->isOf(system) && (!machine->system.isEmpty() || system.isEmpty());
    };
    if (const auto known = readMachine(path); isComplete(known)) {
        return known->id;
    }
    const auto lock = FileLock::acquire(lockFile, QDeadlineTimer(patience));
    if (!lock) {
        return tl::unexpected(lock.error());
    }
    const auto known = readMachine(path); // another process may have been faster
    if (isComplete(known)) {
        return known->id;
    }
    if (!known && known.error().kind != ErrorKind::NotFound && known.error().kind != ErrorKind::TooLarge) {
        return tl::unexpected(known.error()); // it may be a good one that cannot be read just now
    }
    const quint64 random = QRandomGenerator::system()->generate64();
    const QString fresh = QString::number(random >> 16, 16).rightJustified(12, u'0');
    const QString id = known && known->isOf(system) ? known->id : fresh;
    return writeWhole(path, QByteArray(id.toLatin1() + '\n' + system.toLatin1() + '\n')).map([&] {
        return id;
    });
}

bool canBeRead(const Decision &decision, const QByteArray &line)
{
    return line.size() <= longestLine && fromLine(line) == decision;
}

} // namespace

JournalFile::JournalFile(QString folder, QString machine, QString lockFile, const Clock &clock)
    : m_folder(std::move(folder))
    , m_machine(std::move(machine))
    , m_lockFile(std::move(lockFile))
    , m_clock(&clock)
{
}

Result<JournalFile> JournalFile::open(const QString &folder, const QString &machineIdFile, const Clock &clock,
                                      const QString &system)
{
    const QString lockFile = machineIdFile + u".lock"_s;
    return makeFolder(folder)
        .and_then([&] { return makeFolder(QFileInfo(machineIdFile).path()); })
        .and_then([&] { return machineId(machineIdFile, lockFile, system); })
        .map([&](const QString &machine) { return JournalFile(folder, machine, lockFile, clock); });
}

QString JournalFile::fileName() const
{
    return m_machine + u".jsonl"_s;
}

QString JournalFile::path() const
{
    return m_folder + u'/' + fileName();
}

/** Files that are as they were when they were last read, as nearly all are, are not read again. */
Result<bool> JournalFile::catchUp()
{
    const QString ours = fileName();
    const auto files = filesIn(m_folder, ".jsonl");
    if (!files) { // else numbers that were given would be given again
        return tl::unexpected(files.error());
    }
    for (const auto &[name, state] : files->asKeyValueRange()) {
        if (const auto seen = m_seen.constFind(name); seen != m_seen.constEnd() && seen->state == state) {
            continue;
        }
        if (const auto torn = read(name)) {
            m_seen.insert(name, {state, *torn});
        } else if (name == ours) {
            return torn;
        } else {
            qCWarning(logJournal) << "cannot read" << name << "which is not ours:" << torn.error().what;
        }
    }
    return m_seen.value(ours).isTorn;
}

/** What our own lines were numbered is never given again: in a restored file may be some that ours lost. */
Result<bool> JournalFile::read(const QString &name)
{
    constexpr qint64 mostOfOthers = 1024 * 1024;
    const QString path = m_folder + u'/' + name;
    return (isRestored(name)     ? readInNoOrder(path, m_machine)
            : name == fileName() ? readTail(path, m_machine, std::numeric_limits<qint64>::max())
                                 : readTail(path, {}, mostOfOthers))
        .map([this](const Tail &tail) {
            m_time = std::max(m_time, tail.time);
            m_sequence = std::max(m_sequence, tail.sequence);
            return tail.torn;
        });
}

Result<QList<Decision>> JournalFile::append(const QList<Draft> &drafts, Undoable undoable)
{
    return drafts.isEmpty() ? QList<Decision>() : append([&drafts] { return drafts; }, undoable);
}

Result<QList<Decision>> JournalFile::append(const std::function<QList<Draft>()> &drafts, Undoable undoable)
{
    const auto lock = FileLock::acquire(m_lockFile, QDeadlineTimer(patience));
    if (!lock) {
        return tl::unexpected(lock.error());
    }
    const auto torn = catchUp();
    if (!torn) {
        return tl::unexpected(torn.error());
    }
    const auto decisions = numbered(drafts(), undoable);
    if (decisions.isEmpty()) {
        return decisions;
    }
    // a torn last line is ended first, or ours would be glued to it and lost
    QByteArray lines = *torn ? QByteArray("\n") : QByteArray();
    for (const Decision &decision : decisions) {
        const QByteArray line = toLine(decision);
        if (!canBeRead(decision, line)) {
            return failure(ErrorKind::BadArgument, u"a decision that does not fit a line"_s, decision.paper);
        }
        lines += line + '\n';
    }
    if (const auto written = write(lines); !written) {
        return tl::unexpected(written.error());
    }
    m_sequence = decisions.last().sequence;
    m_time = decisions.last().time;
    m_seen.insert(fileName(), {stateOf(path()).value_or(FileState()), false});
    return decisions;
}

QList<Decision> JournalFile::numbered(const QList<Draft> &drafts, Undoable undoable) const
{
    const qint64 first = m_sequence + 1;
    // later than all that was seen, so that a clock set to 2038 once does not win for ever
    const qint64 time = std::min(std::max(m_clock->now().toMSecsSinceEpoch(), m_time + 1), latestTime);
    QList<Decision> decisions;
    decisions.reserve(drafts.size());
    for (const Draft &draft : drafts) {
        const bool isDeed = undoable == Undoable::Yes && draft.way == Way::Done;
        decisions << Decision{m_machine,   first + decisions.size(),
                              time,        isDeed ? first : 0,
                              draft.paper, draft.field,
                              draft.value, draft.was,
                              draft.way,   draft.of,
                              draft.copy};
    }
    return decisions;
}

Result<> JournalFile::write(const QByteArray &lines)
{
    if (!m_folderSynced) {
        // whoever created the file may have died before it was sure to stay
        if (const auto synced = syncFolder(m_folder); !synced) {
            return synced;
        }
        m_folderSynced = true;
    }
    return appendWhole(path(), lines);
}

} // namespace paperdawn
