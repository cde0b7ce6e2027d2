// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services.h"

#include "app/net/httptransport.h"
#include "app/net/pacedtransport.h"
#include "app/pdf/pdfcache.h"
#include "app/platform/durable.h"

namespace paperdawn {

namespace {

constexpr int poolThreads = 2;

} // namespace

Result<std::unique_ptr<Services>> Services::open(const LibraryFolder &folder, const Opening &opening)
{
    std::unique_ptr<Services> services(new Services(folder));
    if (auto made = makeFolder(folder.path); !made) {
        return tl::unexpected(made.error());
    }
    auto journal = Journal::open(folder.journalFolder(), folder.machineFile(), services->m_clock);
    if (!journal) {
        return tl::unexpected(journal.error());
    }
    services->m_journal = *std::move(journal);
    auto store = Store::open(folder, services->m_clock, services->m_journal->machine(), opening);
    if (!store) {
        return tl::unexpected(store.error());
    }
    services->m_store = *std::move(store);
    auto library = Library::open(folder);
    if (!library) {
        return tl::unexpected(library.error());
    }
    services->m_library = *std::move(library);
    services->m_decisions =
        std::make_unique<Decisions>(*services->m_library, *services->m_journal, *services->m_store);
    return services;
}

Services::Services(LibraryFolder folder)
    : m_folder(std::move(folder))
{
    m_pool.setMaxThreadCount(poolThreads);
}

void Services::moveTo(QThread *thread)
{
    for (QObject *object :
         std::initializer_list<QObject *>{this, &m_pool, m_store.get(), m_decisions.get()}) {
        object->moveToThread(thread);
    }
}

Transport &Services::transport()
{
    if (!m_transport) {
        m_http = std::make_unique<HttpTransport>(m_endpoints, m_clock);
        m_pace = std::make_unique<Pace>(Pace::defaultFolder(), m_clock);
        m_transport = std::make_unique<PacedTransport>(*m_http, m_endpoints, *m_pace, m_clock);
    }
    return *m_transport;
}

const ArxivApi &Services::arxivApi()
{
    if (!m_arxivApi) {
        m_arxivApi = std::make_unique<ArxivApi>(transport(), m_endpoints, m_pool);
    }
    return *m_arxivApi;
}

PdfCache &Services::pdfs()
{
    if (!m_pdfs) {
        m_pdfs = std::make_unique<PdfCache>(
            m_folder.pdfFolder(),
            PdfCache::Network{[this]() -> Transport & { return transport(); }, m_endpoints}, m_pool, m_clock,
            [this](const PaperId &paper) { return m_decisions->marks(paper).starred; });
    }
    return *m_pdfs;
}

Services::~Services()
{
    m_pdfs.reset();
    m_arxivApi.reset();
    m_transport.reset(); // what was asked for is given up
    m_http.reset();
    m_pool.waitForDone();
    m_decisions.reset(); // flushes into the journal
    m_library.reset();
    m_store.reset();
    m_journal.reset();
}

} // namespace paperdawn
