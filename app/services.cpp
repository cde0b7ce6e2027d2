// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services.h"

#include "app/net/httptransport.h"
#include "app/net/pacedtransport.h"
#include "app/pdf/pdfcache.h"
#include "app/platform/durable.h"
#include "app/settings/settings.h"
#include "app/store/looking.h"

namespace paperdawn {

namespace {

constexpr int poolThreads = 2;

QSet<PaperId> starredOf(const QHash<PaperId, Marks> &marks)
{
    QSet<PaperId> starred;
    for (const auto &[paper, mark] : marks.asKeyValueRange()) {
        if (mark.starred) {
            starred.insert(paper);
        }
    }
    return starred;
}

/** A proxy without a host is not one yet: until it is told, the system's is used. */
ProxyChoice proxyIn(const Settings &settings)
{
    if (settings.proxy() == ProxyUse::None) {
        return {.kind = ProxyChoice::Kind::None};
    }
    if (settings.proxy() == ProxyUse::System || settings.proxyHost().isEmpty()) {
        return {};
    }
    return {.kind = settings.proxy() == ProxyUse::Http ? ProxyChoice::Kind::Http : ProxyChoice::Kind::Socks5,
            .host = settings.proxyHost(),
            .port = quint16(settings.proxyPort()),
            .user = settings.proxyUser(),
            .password = settings.proxyPassword()};
}

/** What the settings say of an address and is none counts as not said. */
Endpoints endpointsIn(const Settings &settings)
{
    Endpoints endpoints;
    for (int i = 0; i < endpointCount; ++i) {
        const auto endpoint = Endpoint(i);
        if (const auto address = parseAddress(settings.address(endpointName(endpoint)))) {
            endpoints.replace(endpoint, *address);
        }
    }
    return endpoints;
}

} // namespace

Result<std::unique_ptr<Services>> Services::open(const LibraryFolder &folder, const Opening &opening,
                                                 std::unique_ptr<const Clock> clock)
{
    std::unique_ptr<Services> services(new Services(folder, std::move(clock)));
    const auto reason = reasonOnlyToRead(folder);
    auto opened = reason ? services->openToRead(*reason) : services->openToWrite(opening);
    if (!opened && !reason && opened.error().kind == ErrorKind::NewerSchema) {
        opened = services->openToRead(opened.error());
    }
    return opened.map([&] { return std::move(services); });
}

Result<> Services::openToWrite(const Opening &opening)
{
    if (auto made = makeFolder(m_folder.path).and_then([&] { return beginUse(opening); }); !made) {
        return made;
    }
    auto journal = Journal::open(m_folder.journalFolder(), m_folder.machineFile(), *m_clock);
    if (!journal) {
        return tl::unexpected(journal.error());
    }
    m_journal = *std::move(journal);
    auto store = Store::open(m_folder, *m_clock, m_journal->machine(), opening);
    if (!store) {
        return tl::unexpected(store.error());
    }
    m_store = *std::move(store);
    auto library = Library::open(m_folder);
    if (!library) {
        return tl::unexpected(library.error());
    }
    m_library = *std::move(library);
    m_decisions = std::make_unique<Decisions>(*m_library, *m_journal, *m_store);
    return {};
}

Result<> Services::beginUse(const Opening &opening)
{
    constexpr int patienceMs = 30'000; // as that of a writer
    const QString path = m_folder.useLock();
    auto inUse = FileLock::share(path, QDeadlineTimer(0), opening.stop);
    if (!inUse && inUse.error().kind == ErrorKind::Busy) {
        if (opening.told) {
            opening.told({.what = OpeningStep::What::Waiting});
        }
        inUse = FileLock::share(path, QDeadlineTimer(patienceMs), opening.stop);
        // who holds it alone moves the library; its folder may stay, where it cannot be renamed
        const bool isGone = inUse ? !m_folder.holdsLibrary() : inUse.error().kind == ErrorKind::NotFound;
        if (isGone) {
            return failure(ErrorKind::LibraryGone, {}, m_folder.path);
        }
    }
    return std::move(inUse).map([this](FileLock lock) { m_inUse = std::move(lock); });
}

/** Where it cannot be read either, `reason` is what is wrong with it. */
Result<> Services::openToRead(const Error &reason)
{
    auto library = Library::openToRead(m_folder, *m_clock);
    if (!library) {
        return tl::unexpected(reason);
    }
    m_library = *std::move(library);
    m_store = Store::closedTo(reason);
    m_decisions = std::make_unique<Decisions>(*m_library, *m_store, reason);
    m_onlyRead = reason;
    return {};
}

Result<std::unique_ptr<Library>> Services::anotherLibrary() const
{
    return m_onlyRead ? Library::openToRead(m_folder, *m_clock) : Library::open(m_folder);
}

Services::Services(LibraryFolder folder, std::unique_ptr<const Clock> clock)
    : m_folder(std::move(folder))
    , m_clock(std::move(clock))
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

void Services::useEndpoints(const Endpoints &endpoints)
{
    m_endpoints = endpoints;
    if (m_transport) {
        m_http->setEndpoints(endpoints);
        m_transport->setEndpoints(endpoints);
    }
}

void Services::useNetwork(const Settings &settings, const Endpoints &told)
{
    Endpoints endpoints = endpointsIn(settings);
    endpoints.replaceAsIn(told);
    useEndpoints(endpoints);
    const ProxyChoice proxy = proxyIn(settings);
    if (proxy != m_proxy && m_http) {
        m_http->setProxy(proxy); // forgets what it learnt of the system's, so only where it is another
    }
    m_proxy = proxy;
}

Transport &Services::transport()
{
    if (!m_transport) {
        m_http = std::make_unique<HttpTransport>(m_endpoints, *m_clock);
        m_http->setProxy(m_proxy);
        m_pace = std::make_unique<Pace>(Pace::defaultFolder(), *m_clock);
        m_transport = std::make_unique<PacedTransport>(*m_http, m_endpoints, *m_pace, *m_clock);
    }
    return *m_transport;
}

const ArxivServices &Services::arxiv()
{
    if (!m_arxiv) {
        m_arxiv = std::make_unique<ArxivServices>(transport(), m_endpoints, m_pool);
    }
    return *m_arxiv;
}

PdfCache &Services::pdfs()
{
    if (!m_pdfs) {
        m_pdfs = std::make_unique<PdfCache>(
            m_folder.pdfFolder(),
            PdfCache::Network{[this]() -> Transport & { return transport(); }, m_endpoints}, m_pool, *m_clock,
            [this](const QList<PaperId> &papers) { return m_decisions->marks(papers).map(starredOf); });
        if (m_onlyRead) {
            m_pdfs->closeTo(*m_onlyRead);
        }
    }
    return *m_pdfs;
}

Services::~Services()
{
    m_pdfs.reset();
    m_arxiv.reset();
    m_transport.reset(); // what was asked for is given up
    m_http.reset();
    m_pool.waitForDone();
    m_decisions.reset(); // flushes into the journal
    m_library.reset();
    m_store.reset();
    m_journal.reset();
    m_inUse.reset();
}

} // namespace paperdawn
