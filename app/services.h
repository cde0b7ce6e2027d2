// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/decisions/decisions.h"
#include "app/net/proxy.h"
#include "app/platform/filelock.h"
#include "app/sources/arxivservices.h"
#include "app/transfer/importjob.h"

#include <QThreadPool>

namespace paperdawn {

class HttpTransport;
class Pace;
class PacedTransport;
class PdfCache;
class Settings;
class Transport;

/**
 * The composition root: owns everything that outlives a window, in the order in which it must be closed.
 * Thread: the one that opened it (main of paperdawnctl), or to which it was moved (UI).
 */
class Services final : public QObject
{
    Q_OBJECT
public:
    /**
     * All of it in the thread that calls: seconds where another program writes or the cache is built anew. A
     * library that a newer version made, or whose folder cannot be written, is opened to be read: onlyRead().
     */
    [[nodiscard]] static Result<std::unique_ptr<Services>>
    open(const LibraryFolder &folder, const Opening &opening = {},
         std::unique_ptr<const Clock> clock = std::make_unique<SystemClock>());
    /** Hands everything to another thread. Thread: the one that opened it. */
    void moveTo(QThread *thread);
    ~Services() override;

    [[nodiscard]] const LibraryFolder &folder() const { return m_folder; }
    [[nodiscard]] Library &library() { return *m_library; }
    /** One more look at the same, for a thread of the pool, which is the one that asks. */
    [[nodiscard]] Result<std::unique_ptr<Library>> anotherLibrary() const;
    [[nodiscard]] Store &store() { return *m_store; }
    [[nodiscard]] Decisions &decisions() { return *m_decisions; }
    /** Why nothing is written: not a byte of the library changes then. */
    [[nodiscard]] const std::optional<Error> &onlyRead() const { return m_onlyRead; }
    [[nodiscard]] QThreadPool &pool() { return m_pool; }
    [[nodiscard]] const Clock &clock() const { return *m_clock; }

    /** Where the services on the network are. Holds for requests from now on. */
    void useEndpoints(const Endpoints &endpoints);
    /** The same as the settings say it, and by which proxy; what was told on the command line wins. */
    void useNetwork(const Settings &settings, const Endpoints &told = {});
    /** Made when it is first needed, for it costs start-up time. */
    [[nodiscard]] const ArxivServices &arxiv();
    /** Made when it is first needed, too; asks the network only to fetch. */
    [[nodiscard]] PdfCache &pdfs();

private:
    Services(LibraryFolder folder, std::unique_ptr<const Clock> clock);
    [[nodiscard]] Transport &transport();
    [[nodiscard]] Result<> openToWrite(const Opening &opening);
    [[nodiscard]] Result<> openToRead(const Error &reason);
    [[nodiscard]] Result<> beginUse(const Opening &opening);
    LibraryFolder m_folder;
    std::optional<FileLock> m_inUse; ///< shared: nobody moves the library meanwhile
    std::optional<Error> m_onlyRead;
    std::unique_ptr<const Clock> m_clock;
    QThreadPool m_pool;
    Endpoints m_endpoints;
    ProxyChoice m_proxy;
    std::unique_ptr<HttpTransport> m_http;
    std::unique_ptr<Pace> m_pace;
    std::unique_ptr<PacedTransport> m_transport;
    std::unique_ptr<ArxivServices> m_arxiv;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<Library> m_library;
    std::unique_ptr<Journal> m_journal;
    std::unique_ptr<Decisions> m_decisions;
    std::unique_ptr<PdfCache> m_pdfs;
};

} // namespace paperdawn
