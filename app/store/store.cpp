// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/store.h"

#include "app/base/async.h"
#include "app/base/log.h"
#include "app/base/sentence.h"
#include "app/store/writer.h"

#include <QTimer>

namespace paperdawn {

using namespace std::chrono_literals;

namespace {

constexpr auto betweenLooks = 700ms; ///< what another program wrote is seen within a second
constexpr int quietLooks = 5;        ///< before something is done that nobody asked for

bool isSomething(const StoreChange &change)
{
    return change.many || !change.days.isEmpty() || !change.papers.isEmpty();
}

} // namespace

QString faultSentence(const Fault &fault)
{
    constexpr qsizetype longest = 300;
    return printable(fault.file + u": " + fault.what, longest);
}

QString openingSentence(const OpeningStep &step)
{
    switch (step.what) {
    case OpeningStep::What::Waiting:
        return Store::tr("Another program is writing to the library; waiting for it.");
    case OpeningStep::What::BuildingAnew:
        //: %1 of %2 files
        return Store::tr("The papers are being stored again from the imported files: %1 of %2.")
            .arg(step.done)
            .arg(step.total);
    }
    return {};
}

Result<std::unique_ptr<Store>> Store::open(const LibraryFolder &folder, const Clock &clock,
                                           const QString &machine, const Opening &opening)
{
    std::unique_ptr<Store> store(new Store);
    auto writer = Writer::open(folder, clock, machine, opening);
    if (!writer) {
        return tl::unexpected(writer.error());
    }
    store->m_writer = *std::move(writer);
    store->m_mended = store->m_writer->takeTold();
    return store;
}

std::unique_ptr<Store> Store::closedTo(const Error &reason)
{
    std::unique_ptr<Store> store(new Store);
    store->m_closed = reason;
    return store;
}

Store::Store()
{
    m_there.moveToThread(&m_thread);
    m_thread.setObjectName(QStringLiteral("store"));
    m_thread.start();
}

Store::~Store()
{
    // what was handed in is done before the thread ends
    QMetaObject::invokeMethod(
        &m_there, [this] { m_thread.quit(); }, Qt::QueuedConnection);
    m_thread.wait();
}

/** Runs `work(change)` in the store's thread, and tells what it changed. */
template <typename Work>
auto Store::inThread(Work work)
{
    return runOn(&m_there, [this, work = std::move(work)]() mutable { return tellAfter(work); });
}

/** In the store's thread. */
template <typename Work>
auto Store::tellAfter(Work &&work)
{
    StoreChange change;
    using R = decltype(work(change));
    if (m_closed) {
        return R(tl::unexpected(*m_closed));
    }
    R result = work(change);
    if (isSomething(change)) {
        m_quiet = 0;
        Q_EMIT changed(change);
    }
    if (const QList<Fault> faults = m_writer->takeTold(); !faults.isEmpty()) {
        Q_EMIT told(faults);
    }
    return result;
}

Future<> Store::backUpIfDue()
{
    return inThread([this](StoreChange &) { return m_writer->backUpIfDue(); });
}

/** In the store's thread. */
void Store::look()
{
    const auto taken = tellAfter([this](StoreChange &change) { return m_writer->takeInOthers(change); });
    if (!taken) {
        qCDebug(logStore) << "others are looked for again:" << taken.error().what;
    }
    if (++m_quiet == quietLooks) {
        m_quiet = 0;
        const auto backedUp = tellAfter([this](StoreChange &) { return m_writer->backUpIfDue(); });
        if (!backedUp) {
            qCWarning(logStore) << "no backup today:" << backedUp.error().what << backedUp.error().where;
        }
    }
}

void Store::watchOthers()
{
    if (m_closed) {
        return;
    }
    QMetaObject::invokeMethod(&m_there, [this] {
        auto *timer = new QTimer;
        QObject::connect(&m_thread, &QThread::finished, timer, &QObject::deleteLater);
        QObject::connect(timer, &QTimer::timeout, &m_there, [this] { look(); });
        timer->start(betweenLooks);
    });
}

Future<qint64> Store::beginImport()
{
    return inThread([this](StoreChange &) { return m_writer->beginImport(); });
}

Future<FileOutcome> Store::put(qint64 import, ImportFile file)
{
    return inThread([this, import, file = std::move(file)](StoreChange &change) {
        return m_writer->put(import, file, change);
    });
}

Future<int> Store::undoImport(qint64 import)
{
    return inThread([this, import](StoreChange &change) { return m_writer->undoImport(import, change); });
}

Future<RemovedDay> Store::removeDay(QDate day)
{
    return inThread([this, day](StoreChange &change) { return m_writer->removeDays({day, day}, change); });
}

Future<RemovedDay> Store::removeDaysBefore(QDate day)
{
    return inThread([this, day](StoreChange &change) {
        return m_writer->removeDays({QDate(1, 1, 1), day.addDays(-1)}, change);
    });
}

Future<qint64> Store::undoableImport()
{
    return inThread([this](StoreChange &) { return m_writer->undoableImport(); });
}

Future<> Store::catchUp()
{
    return inThread([this](StoreChange &change) { return m_writer->catchUp(change); });
}

Future<QList<Fault>> Store::check(bool repair)
{
    return inThread([this, repair](StoreChange &change) { return m_writer->check(repair, change); });
}

} // namespace paperdawn
