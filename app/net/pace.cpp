// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/pace.h"

#include "app/base/log.h"
#include "app/platform/durable.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <algorithm>
#include <filesystem>

namespace paperdawn {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 longestFile = 4096;

QDateTime time(const QJsonValue &ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms.toInteger(), Qt::UTC);
}

/** None: not there, or not one of ours. */
std::optional<PaceState> readState(const QString &path)
{
    const auto bytes = readWhole(path, longestFile);
    const QJsonObject object = QJsonDocument::fromJson(bytes.value_or(QByteArray())).object();
    if (!object["since"_L1].isDouble() || !object["notBefore"_L1].isDouble()) {
        return {};
    }
    return PaceState{time(object["since"_L1]), time(object["notBefore"_L1]),
                     std::max(object["refusals"_L1].toInt(), 0)};
}

/** Whole or not at all, but not durable: after a power cut the interval is over anyway, and this is written
 * twice a request. */
bool writeState(const QString &path, const PaceState &state)
{
    const QJsonObject object{{"since"_L1, state.since.toMSecsSinceEpoch()},
                             {"notBefore"_L1, state.notBefore.toMSecsSinceEpoch()},
                             {"refusals"_L1, state.refusals}};
    const QByteArray bytes = QJsonDocument(object).toJson(QJsonDocument::Compact);
    QFile written(path + ".new"_L1);
    if (!written.open(QIODevice::WriteOnly) || written.write(bytes) != bytes.size() || !written.flush()) {
        return false;
    }
    std::error_code failed;
    std::filesystem::rename(QFile::encodeName(written.fileName()).toStdString(),
                            QFile::encodeName(path).toStdString(), failed);
    return !failed;
}

/** How long it was to be left alone from `since` on. */
std::chrono::milliseconds spanOf(const PaceState &state)
{
    const std::chrono::milliseconds span(state.since.msecsTo(state.notBefore));
    return std::clamp<std::chrono::milliseconds>(span, std::chrono::milliseconds(0), Pace::longestWait);
}

} // namespace

Pace::Pace(QString folder, const Clock &clock, Random random)
    : m_folder(std::move(folder))
    , m_clock(clock)
    , m_random(std::move(random))
{
}

QString Pace::defaultFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) + "/paperdawn/pace"_L1;
}

double Pace::anyNumber()
{
    return QRandomGenerator::global()->generateDouble();
}

QString Pace::file(const Pacing &pacing, QLatin1StringView suffix) const
{
    return m_folder + u'/' + pacing.group + suffix;
}

PaceState Pace::state(const Pacing &pacing) const
{
    const auto written = readState(file(pacing, ".json"_L1));
    return written ? *written : m_known.value(pacing.group);
}

void Pace::remember(const Pacing &pacing, const PaceState &state)
{
    const bool isFirst = !m_known.contains(pacing.group);
    m_known.insert(pacing.group, state);
    if (!writeState(file(pacing, ".json"_L1), state) && isFirst) {
        qCWarning(logNet) << "the pace cannot be remembered in" << m_folder;
    }
}

Result<FileLock> Pace::lock(const Pacing &pacing) const
{
    return makeFolder(m_folder).and_then(
        [&] { return FileLock::acquire(file(pacing, ".lock"_L1), QDeadlineTimer(0)); });
}

QDateTime Pace::freeAt(const Pacing &pacing)
{
    const QDateTime now = m_clock.now();
    if (state(pacing).since > now) {
        bringToNow(pacing);
    }
    const PaceState known = state(pacing);
    return known.since.isValid() ? std::max(now, std::min(known.since, now) + spanOf(known)) : now;
}

bool Pace::isHeldUp(const Pacing &pacing) const
{
    return spanOf(state(pacing)) > pacing.interval;
}

/**
 * The clock was set back, or was wrong before: what is left to wait is counted from now, and once. A request
 * of another program that is under way does the same when it ends.
 */
void Pace::bringToNow(const Pacing &pacing)
{
    const auto held = lock(pacing);
    if (!held && held.error().kind == ErrorKind::Busy) {
        return;
    }
    PaceState moved = state(pacing);
    const auto span = spanOf(moved);
    moved.since = m_clock.now();
    moved.notBefore = moved.since + span;
    remember(pacing, moved);
}

std::optional<Pace::Turn> Pace::take(const Pacing &pacing)
{
    Turn turn{pacing, {}};
    if (auto held = lock(pacing)) {
        turn.lock = std::move(*held);
    } else if (held.error().kind == ErrorKind::Busy) {
        return {};
    }
    const QDateTime now = m_clock.now();
    PaceState known = state(pacing);
    if (known.since.isValid() && (known.since > now || known.since + spanOf(known) > now)) {
        return {}; // another program was quicker
    }
    known.since = now;
    known.notBefore = now + pacing.interval; // where this program dies, the next one still keeps the interval
    remember(pacing, known);
    return turn;
}

std::chrono::milliseconds Pace::backOff(int refusals) const
{
    constexpr int mostDoublings = 5; // beyond longestBackOff
    const auto plain = std::min<std::chrono::milliseconds>(
        firstBackOff * (1 << std::clamp(refusals - 1, 0, mostDoublings)), longestBackOff);
    return plain + std::chrono::milliseconds(qint64(double(plain.count()) * jitter * m_random()));
}

QDateTime Pace::finish(Turn turn, Outcome outcome, const QDateTime &retryAt)
{
    PaceState known = state(turn.pacing);
    known.since = m_clock.now();
    known.notBefore = known.since + turn.pacing.interval;
    if (outcome == Outcome::Answered) {
        known.refusals = 0;
    } else if (outcome == Outcome::Refused) {
        ++known.refusals;
        const QDateTime told = retryAt.isValid() ? retryAt : known.since + backOff(known.refusals);
        known.notBefore = std::clamp(told, known.notBefore, known.since + longestWait);
    }
    remember(turn.pacing, known);
    return known.notBefore;
}

} // namespace paperdawn
