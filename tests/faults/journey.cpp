// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/journey.h"

#include "app/base/sentence.h"
#include "app/fetch/fetchjob.h"
#include "app/net/body.h"
#include "app/pdf/pdfcache.h"
#include "app/transfer/backupfile.h"
#include "app/transfer/export.h"

#include "tests/support/decisions.h"
#include "tests/support/fakearxiv.h"
#include "tests/support/pdfserver.h"
#include "tests/support/temporarylibrary.h"

#include <QEventLoop>

namespace paperdawn::test {

using namespace Qt::StringLiterals;

namespace {

const QString dayOne = u"2025-12-08"_s;
const QString dayTwo = u"2025-12-09"_s;
const QString dayThree = u"2025-12-10"_s;
const QDate fetchedDay(2025, 12, 5);
constexpr int papersAPage = 12;
const VersionedId starredAndRead{paper(750), 1};

/** Papers that the third day tells of, too, and some that nothing else tells of. */
QList<AtomEntry> fetchedList()
{
    return entries(320, 10) + entries(750, 10);
}

QByteArray fetchedPdf()
{
    return pdfOf(40'000);
}

LibraryFolder libraryIn(const QString &folder)
{
    return {folder + u"/library"_s};
}

QString exportIn(const QString &folder)
{
    return folder + u"/day.md"_s;
}

QString backupIn(const QString &folder)
{
    return folder + u"/backup.tar.gz"_s;
}

/** arXiv with one list and one PDF. Where it is broken, it ends after a page of the one and in the middle of
 * the other. Thread: one. */
class Arxiv final : public Transport
{
public:
    /** `asked` is told from which paper on the list is asked for. */
    explicit Arxiv(bool isBroken, std::function<void(int)> asked = {})
        : m_isBroken(isBroken)
        , m_asked(std::move(asked))
    {
    }

    [[nodiscard]] Future<HttpReply> get(HttpRequest request, std::stop_token /*stop*/,
                                        HttpProgressed /*progressed*/) override
    {
        return readyFuture(request.file.isEmpty() ? page(request.url) : pdf(request));
    }

private:
    [[nodiscard]] Result<HttpReply> page(const QUrl &url) const
    {
        if (url.host() != "export.arxiv.org"_L1) { // it is the API that is here
            return failure(ErrorKind::Denied, {}, url.host());
        }
        const int start = asked(url, u"start"_s).toInt();
        if (m_asked) {
            m_asked(start);
        }
        if (m_isBroken && start > 0) {
            return failure(ErrorKind::ServerError, {}, url.host());
        }
        const QList<AtomEntry> all = fetchedList();
        return atomReply(atomFeed(all.mid(start, papersAPage), int(all.size()), start));
    }

    /** Into the file as HttpTransport writes it. */
    [[nodiscard]] Result<HttpReply> pdf(const HttpRequest &request) const
    {
        const QByteArray whole = fetchedPdf();
        HttpReply reply;
        reply.etag = "\"v1\"";
        reply.status = request.from == 0 ? 200 : request.from < whole.size() ? 206 : 416;
        if (reply.status == 416) {
            return reply;
        }
        if (reply.status == 200) {
            request.fileBegun(reply);
        }
        const auto body = Body::begin({.type = "application/pdf",
                                       .encoding = {},
                                       .length = whole.size() - request.from,
                                       .file = request.file,
                                       .from = request.from},
                                      whole.size());
        if (!body) {
            return tl::unexpected(body.error());
        }
        constexpr qint64 step = 8000;
        const qint64 end = m_isBroken ? whole.size() / 2 : whole.size();
        for (qint64 at = request.from; at < end; at += step) {
            if (const auto added = (*body)->add(whole.mid(at, std::min(step, end - at))); !added) {
                return tl::unexpected(added.error());
            }
        }
        return (*body)->end().map([&](const QByteArray &) { return reply; });
    }

    const bool m_isBroken;
    const std::function<void(int)> m_asked;
};

/** What `signal` of `sender` tells, once `start` has been called. */
template <typename Value, typename Sender, typename Start>
Value toldBy(Sender &sender, void (Sender::*signal)(const Value &), const Start &start)
{
    QEventLoop loop;
    std::optional<Value> told;
    QObject::connect(&sender, signal, &loop, [&](const Value &value) {
        told.emplace(value);
        QMetaObject::invokeMethod(&loop, &QEventLoop::quit, Qt::QueuedConnection); // it may not run yet
    });
    start();
    loop.exec();
    return *told;
}

FetchOutcome fetched(Services &services, Arxiv &arxiv)
{
    const Endpoints endpoints;
    const ArxivServices lists(arxiv, endpoints, services.pool());
    FetchJob job(lists, services.store(), services.library(), services.clock(), fetchedDay);
    return toldBy(job, &FetchJob::finished, [&] { job.fetchLists({u"cs.CL"_s}); });
}

PdfOutcome downloaded(Services &services, Arxiv &arxiv)
{
    const Endpoints endpoints;
    PdfCache cache(services.folder().pdfFolder(), {[&]() -> Transport & { return arxiv; }, endpoints},
                   services.pool(), services.clock(), [](const QList<PaperId> &) { return QSet<PaperId>(); });
    return toldBy(cache, &PdfCache::finished, [&] { cache.fetch(starredAndRead, PdfCache::Why::Wanted); });
}

QString pdfIn(const QString &folder)
{
    return PdfFolder(libraryIn(folder).pdfFolder()).fileOf(starredAndRead);
}

Result<std::unique_ptr<Services>> servicesIn(const QString &folder)
{
    return Services::open(libraryIn(folder), {}, std::make_unique<FakeClock>());
}

QStringList idsOf(const QList<AtomEntry> &entries)
{
    QStringList ids;
    for (const AtomEntry &each : entries) {
        ids += each.id.section(u'v', 0, 0);
    }
    return ids;
}

QStringList idsOn(Services &services, QDate day)
{
    QStringList ids;
    for (const Paper &each : services.library().papers(OnDay{day, {}}, u"en"_s).value_or(QList<Paper>())) {
        ids += each.id.value();
    }
    return ids;
}

template <typename T>
Result<> outcome(const Result<T> &result)
{
    return result.map([](const auto &) {});
}

} // namespace

Journey::Journey(QString folder, std::function<void(const Told &)> tell)
    : m_folder(std::move(folder))
    , m_tell(std::move(tell))
{
}

void Journey::go()
{
    onAMorning(&Journey::first);
    onAMorning(&Journey::second);
}

void Journey::onAMorning(void (Journey::*morning)(Services &))
{
    std::unique_ptr<Services> services;
    take({u"open"_s}, [&] {
        return servicesIn(m_folder).map(
            [&](std::unique_ptr<Services> &&opened) { services = std::move(opened); });
    });
    if (services) {
        (this->*morning)(*services);
    }
}

void Journey::take(const QStringList &steps, const Step &step, const QByteArray &bytes)
{
    for (const QString &each : steps) {
        m_tell({.what = Told::What::Begun, .step = each, .bytes = bytes});
    }
    const auto taken = step();
    for (const QString &each : steps) {
        m_tell({taken ? Told::What::Done : Told::What::Failed, each, taken ? Error{} : taken.error(), bytes});
    }
}

void Journey::first(Services &services)
{
    import(services, dayOne, 1, 12);
    decide(services, {1}, Decide::Star);
    decide(services, {2}, Decide::Star);
    import(services, dayTwo, 8, 700);
    fetch(services, true);
    decide(services, {750}, Decide::Star);
    download(services, true);
    decide(services, {3, 4, 5, 6, 600}, Decide::Star);
    decide(services, {2, 5}, Decide::Unstar);
    decide(services, {7}, Decide::Read);
    take({u"back up"_s}, [&] { return await(services.store().backUpIfDue()); });
    save(services);
    take({u"has backup"_s}, [&] { return outcome(writeBackup(services.folder(), {}, backupIn(m_folder))); });
    decide(services, {8}, Decide::Star);
}

void Journey::second(Services &services)
{
    decide(services, {10}, Decide::Star);
    import(services, dayThree, 300, 30);
    fetch(services, false);
    download(services, false);
    take({u"lacks "_s + dayOne}, [&]() -> Result<> {
        const auto removed = await(services.store().removeDay(QDate::fromString(dayOne, Qt::ISODate)));
        return removed && removed->unfinished ? tl::unexpected(*removed->unfinished) : outcome(removed);
    });
    take({u"lacks "_s + dayThree}, [&] { return outcome(await(services.store().undoImport(m_lastImport))); });
    restore(services);
    decide(services, {1, 2}, Decide::Unstar);
    save(services);
    decide(services, {11}, Decide::Star);
}

/** Brings the removed day back, if it was here when the backup was made. */
void Journey::restore(Services &services)
{
    std::unique_ptr<BackupFile> backup;
    take({u"open backup"_s}, [&] {
        return BackupFile::open(backupIn(m_folder), services.folder())
            .map([&](std::unique_ptr<BackupFile> &&opened) { backup = std::move(opened); });
    });
    if (backup && backup->brings().originals > 0) {
        take({u"has "_s + dayOne},
             [&] { return outcome(backup->mergeInto(services.store(), services.clock())); });
    }
}

void Journey::decide(Services &services, const QList<int> &papers, Decide what)
{
    QList<PaperId> ids;
    QStringList steps;
    for (const int number : papers) {
        if (what == Decide::Unstar && !services.decisions().marks(paper(number)).starred) {
            continue; // its star failed: nothing is written, and nothing promised
        }
        ids += paper(number);
        steps += what == Decide::Star     ? u"star %1"_s.arg(number)
                 : what == Decide::Unstar ? u"unstar %1"_s.arg(number)
                                          : u"mark %1"_s.arg(number);
    }
    take(steps, [&] { return settled(services.decisions().decide(ids, what)); });
}

void Journey::import(Services &services, const QString &day, int firstPaper, int count)
{
    take({u"has "_s + day}, [&]() -> Result<> {
        const auto import = await(services.store().beginImport());
        if (!import) {
            return tl::unexpected(import.error());
        }
        m_lastImport = *import;
        const QByteArray bytes = manyPapers(firstPaper, count, day);
        const auto stored = await(services.store().put(*import, dayFile(day + u"-arxiv.md"_s, bytes)));
        return stored && stored->refused ? tl::unexpected(*stored->refused) : outcome(stored);
    });
}

/** Once a page is asked for, those before it are stored. */
void Journey::fetch(Services &services, bool isBroken)
{
    const auto holds = [this](int papers) {
        m_tell({.what = Told::What::Done, .step = u"holds %1"_s.arg(papers)});
    };
    take({u"fetch"_s}, [&]() -> Result<> {
        Arxiv arxiv(isBroken, holds);
        const FetchOutcome outcome = fetched(services, arxiv);
        holds(outcome.isWhole() ? int(fetchedList().size()) : outcome.parts.value(0).held);
        const bool isToBe = !outcome.error || (isBroken && outcome.error->kind == ErrorKind::ServerError);
        return isToBe ? Result<>() : tl::unexpected(*outcome.error);
    });
}

void Journey::download(Services &services, bool isBroken)
{
    take({isBroken ? u"begin pdf"_s : u"has pdf"_s}, [&]() -> Result<> {
        Arxiv arxiv(isBroken);
        const PdfOutcome outcome = downloaded(services, arxiv);
        const bool isToBe = !outcome.error || (isBroken && outcome.error->kind == ErrorKind::Incomplete);
        return isToBe ? Result<>() : tl::unexpected(*outcome.error);
    });
}

void Journey::save(Services &services)
{
    const auto bytes = exported(services.library(), {.query = InReadingList{}});
    take(
        {u"has export"_s},
        [&] {
            return bytes.and_then(
                [&](const QByteArray &text) { return saveExport(exportIn(m_folder), text); });
        },
        bytes.value_or(QByteArray()));
}

void Promises::hear(const Told &told)
{
    const QString what = told.step.section(u' ', 0, 0);
    const QString name = told.step.section(u' ', 1);
    if (what == u"holds"_s) {
        m_held = std::max(m_held, name.toInt());
    }
    const bool isThing = name == u"export"_s || name == u"backup"_s || name == u"pdf"_s;
    Kept *kept = what == u"star"_s || what == u"unstar"_s   ? &m_stars
                 : (what == u"has"_s || what == u"lacks"_s) ? (isThing ? &m_files : &m_days)
                                                            : nullptr;
    if (kept == nullptr) {
        return;
    }
    if (told.what == Told::What::Done) {
        (*kept)[name] = what == u"star"_s || what == u"has"_s;
        if (name == u"export"_s) {
            m_exports = {told.bytes};
        }
    } else {
        // it may have been done, or not; but what stands as it is to become stays so
        const bool isSoAlready = kept->value(name) == (what == u"star"_s || what == u"has"_s);
        if (!isThing && !isSoAlready) {
            (*kept)[name] = std::nullopt;
        }
        if (name == u"export"_s) {
            m_exports += told.bytes;
        }
    }
}

QString Promises::brokenIn(const QString &folder) const
{
    auto services = servicesIn(folder);
    if (!services) {
        return u"does not open: "_s + sentence(services.error());
    }
    if ((*services)->onlyRead()) {
        return u"opens to be read only: "_s + sentence(*(*services)->onlyRead());
    }
    QStringList broken =
        brokenStars(**services) + brokenDays(**services) + brokenList(**services) + brokenFiles(folder);
    broken += brokenWork(**services);
    const auto faults = await((*services)->store().check(false));
    for (const Fault &fault : (*services)->store().mended() + faults.value_or(QList<Fault>())) {
        // a line that a crash cut short was promised to nobody
        if (!fault.file.endsWith(u".jsonl"_s) && !fault.isNote) {
            broken += faultSentence(fault);
        }
    }
    return broken.join(u'\n');
}

/** The reader goes on, and arXiv gives all that is lacking. */
QStringList Promises::brokenWork(Services &services)
{
    QStringList broken;
    if (!settled(services.decisions().decide({paper(900)}, Decide::Star))) {
        broken += u"nothing can be starred"_s;
    }
    Arxiv arxiv(false);
    if (const FetchOutcome outcome = fetched(services, arxiv); !outcome.isWhole()) {
        broken += u"the list does not come: "_s + (outcome.error ? sentence(*outcome.error) : u"not whole"_s);
    }
    if (idsOn(services, fetchedDay) != idsOf(fetchedList())) {
        broken += u"the list that was fetched anew is not the one that arXiv has"_s;
    }
    const PdfOutcome outcome = downloaded(services, arxiv);
    if (outcome.error || contentOf(outcome.file) != fetchedPdf()) {
        broken += u"the PDF does not come: "_s + (outcome.error ? sentence(*outcome.error) : u"torn"_s);
    }
    return broken;
}

QStringList Promises::brokenStars(Services &services) const
{
    QStringList broken;
    QSet<QString> starred;
    for (const Paper &each : services.library().papers(InReadingList{}, u"en"_s).value_or(QList<Paper>())) {
        starred += each.id.key();
    }
    for (const auto &[number, isStarred] : m_stars.asKeyValueRange()) {
        const QString key = paper(number.toInt()).key();
        if (isStarred && *isStarred != starred.contains(key)) {
            broken += key + (*isStarred ? u" lost its star"_s : u" has a star again"_s);
        }
        starred.remove(key);
    }
    for (const QString &key : starred) {
        broken += key + u" was never starred"_s;
    }
    return broken;
}

QStringList Promises::brokenDays(Services &services) const
{
    const QMap<QString, int> whole{{dayOne, 12}, {dayTwo, 700}, {dayThree, 30}};
    QMap<QString, int> there;
    for (const DaySummary &day : services.library().days().value_or(QList<DaySummary>())) {
        if (day.day != fetchedDay) {
            there[day.day.toString(Qt::ISODate)] = day.count;
        }
    }
    QStringList broken;
    for (const auto &[day, count] : there.asKeyValueRange()) {
        if (count != whole.value(day)) {
            broken += u"%1 has %2 papers"_s.arg(day).arg(count);
        }
    }
    for (const auto &[day, isThere] : m_days.asKeyValueRange()) {
        if (isThere && *isThere != there.contains(day)) {
            broken += day + (*isThere ? u" is gone"_s : u" is back"_s);
        }
    }
    return broken;
}

/** A fetch is atomic a page, and a list says that it is whole where it is. */
QStringList Promises::brokenList(Services &services) const
{
    const QStringList all = idsOf(fetchedList());
    const QStringList held = idsOn(services, fetchedDay);
    const auto days = services.library().days(fetchedDay, fetchedDay).value_or(QList<DaySummary>());
    QStringList broken;
    if (held.size() < m_held) {
        broken += u"of %1 papers that were fetched there are %2"_s.arg(m_held).arg(held.size());
    }
    if (held != all.first(held.size()) || (held.size() % papersAPage != 0 && held != all)) {
        broken += u"the fetched list holds something else than pages: "_s + held.join(u' ');
    }
    if (days.isEmpty() ? !held.isEmpty() : days.first().count != held.size()) {
        broken += u"the fetched day does not count its papers"_s;
    }
    const bool isCalledWhole = !days.isEmpty() && days.first().status == DayStatus::Approximate;
    const bool isCalledIncomplete = !days.isEmpty() && days.first().status == DayStatus::Incomplete;
    if (held == all ? !isCalledWhole : isCalledIncomplete == held.isEmpty()) {
        broken += u"the fetched day with %1 papers is called %2"_s.arg(held.size())
                      .arg(days.isEmpty() ? u"nothing"_s : dayStatusKey(days.first().status));
    }
    return broken;
}

QStringList Promises::brokenFiles(const QString &folder) const
{
    QStringList broken;
    const bool isExportThere = QFile::exists(exportIn(folder));
    if (isExportThere && !m_exports.contains(contentOf(exportIn(folder)))) {
        broken += u"the exported file is none of those that were exported"_s;
    }
    if (!isExportThere && m_files.value(u"export"_s) == true) {
        broken += u"the exported file is gone"_s;
    }
    const bool isPdfThere = QFile::exists(pdfIn(folder));
    if (isPdfThere ? contentOf(pdfIn(folder)) != fetchedPdf() : m_files.value(u"pdf"_s) == true) {
        broken += isPdfThere ? u"the PDF is torn"_s : u"the PDF is gone"_s;
    }
    const auto backup = BackupFile::open(backupIn(folder), libraryIn(folder));
    const bool mayLack = m_files.value(u"backup"_s) != true;
    if (!backup && !(mayLack && backup.error().kind == ErrorKind::NotFound)) {
        broken += u"the backup: "_s + sentence(backup.error());
    }
    return broken;
}

} // namespace paperdawn::test
