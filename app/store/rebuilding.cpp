// SPDX-License-Identifier: GPL-3.0-or-later
// What a crash left half done, and a new cache from the originals.
#include "app/base/log.h"
#include "app/formats/dayfileformat.h"
#include "app/platform/durable.h"
#include "app/store/originals.h"
#include "app/store/statement.h"
#include "app/store/writer.h"

namespace paperdawn {

using namespace Qt::StringLiterals;

/**
 * Only where no other process is in the middle of an import: that one's half-stored file is none of ours. One
 * that builds the cache anew is waited for, or days would seem to be missing.
 */
Result<> Writer::finishWhatACrashLeft(StoreChange &change)
{
    const bool isNew = isNewCache();
    m_cache->forgetError(); // it comes again where it matters
    const auto importing = lock(m_folder.importLock(), isNew ? m_patience : std::chrono::milliseconds(0));
    if (!importing && importing.error().kind == ErrorKind::Busy && !isNew) {
        return {};
    }
    if (!importing) {
        return tl::unexpected(importing.error());
    }
    finishOriginals();
    auto tookBack = takeBackUnpublished(change);
    if (!tookBack && mayPass(tookBack.error())) { // what does not go now, goes at the next opening
        qCWarning(logStore) << "not taken back:" << tookBack.error().what << tookBack.error().where;
        tookBack = 0;
    }
    auto done = tookBack.and_then([this](int) { return storeOriginalsAgain(); });
    if (done || done.error().kind != ErrorKind::Damaged) {
        return done;
    }
    return replaceFile(m_cache, u"cache"_s).and_then([&](const Fault &fault) {
        m_told += fault;
        return storeOriginalsAgain();
    });
}

/** What waits belongs to a published file, or to none; of a cache that is new nobody knows: nothing is lost.
 */
void Writer::finishOriginals()
{
    originals::finish(m_folder.importsFolder(), [this](const QString &fingerprint) {
        if (isNewCache()) {
            return true;
        }
        const Snapshot snapshot(*m_cache);
        Statement published(*m_cache, "SELECT 1 FROM import_file WHERE sha256 = ? AND published = 1");
        return published.with(fingerprint).step() || m_cache->failed();
    });
    m_cache->forgetError();
}

bool Writer::isNewCache()
{
    return m_cache->number("SELECT count(*) FROM to_do WHERE what = 'originals'") > 0;
}

/** Into a new cache, into no other; holding import.lock. What cannot be read just now stays to do. */
Result<> Writer::storeOriginalsAgain()
{
    const bool isNew = isNewCache();
    if (auto error = m_cache->takeError()) {
        return tl::unexpected(*error);
    }
    if (!isNew) {
        return {};
    }
    return storeAll(strays()).and_then([this](bool isDone) -> Result<> {
        if (!isDone) {
            return {};
        }
        return underLock([&] {
            Transaction transaction(*m_cache);
            Statement(*m_cache, "DELETE FROM to_do WHERE what = 'originals'").with().run();
            return transaction.commit();
        });
    });
}

/** False where one of them could not be read just now. */
Result<bool> Writer::storeAll(const QStringList &strays)
{
    bool isDone = true;
    OpeningStep step{OpeningStep::What::BuildingAnew, 0, int(strays.size())};
    for (const QString &fingerprint : strays) {
        if (m_opening.stop.stop_requested()) {
            return failure(ErrorKind::Cancelled);
        }
        if (m_opening.told) {
            m_opening.told(step);
        }
        auto stored = storeStray(fingerprint);
        if (!stored) {
            return tl::unexpected(stored.error());
        }
        isDone &= *stored != StrayState::Unreadable;
        if (*stored != StrayState::Sound) {
            m_told += strayFault(fingerprint, *stored);
        }
        ++step.done;
    }
    return isDone;
}

/** Originals that no published file stands for, oldest first. */
QStringList Writer::strays()
{
    QSet<QString> published;
    {
        const Snapshot snapshot(*m_cache);
        Statement files(*m_cache, "SELECT sha256 FROM import_file WHERE published = 1");
        files.with();
        while (files.step()) {
            published.insert(files.text(0));
        }
    }
    QStringList strays = originals::all(m_folder.importsFolder());
    strays.removeIf([&](const QString &fingerprint) { return published.contains(fingerprint); });
    return strays;
}

Result<ImportFile> Writer::stray(const QString &fingerprint) const
{
    return originals::read(m_folder.importsFolder(), fingerprint)
        .and_then([](const Original &original) -> Result<ImportFile> {
            return parseDayFile(original.bytes, original.name).map([&](DayFile &&day) {
                return ImportFile{original.name, original.bytes, std::move(day)};
            });
        });
}

Writer::StrayState Writer::stateOf(const Result<ImportFile> &stray)
{
    if (stray) {
        return StrayState::Sound;
    }
    return mayPass(stray.error()) ? StrayState::Unreadable : StrayState::Damaged;
}

/** Stores what a stray tells; holding import.lock. Fails only where the cache does not take it. */
Result<Writer::StrayState> Writer::storeStray(const QString &fingerprint)
{
    const auto file = stray(fingerprint);
    if (!file) {
        qCWarning(logStore) << "cannot be stored again:" << fingerprint << file.error().what;
        return stateOf(file); // its bytes stay in imports/
    }
    StoreChange change;
    return storeInBatches(nobodysImport, *file, fingerprint, true, change).map([](const FileOutcome &) {
        return StrayState::Sound;
    });
}

Fault Writer::strayFault(const QString &fingerprint, StrayState state) const
{
    const auto what = [state] {
        switch (state) {
        case StrayState::Unreadable:
            return Store::tr(
                "It cannot be read, so the days that it told of are missing. The next start tries"
                " again.");
        case StrayState::Damaged:
            return Store::tr(
                "It is damaged, so the days that it told of are missing. Import the file again.");
        case StrayState::Sound:
            break;
        }
        return Store::tr("It was imported, but the days that it told of are missing.");
    };
    return {originals::pathOf(m_folder.importsFolder(), fingerprint), what(), false};
}

} // namespace paperdawn
