// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fetch/fetchjob.h"

#include "app/base/async.h"
#include "app/domain/category.h"
#include "app/domain/listingday.h"
#include "app/fetch/lacking.h"
#include "app/formats/keptday.h"

#include <QCoreApplication>
#include <QPointer>
#include <algorithm>
#include <utility>

namespace paperdawn {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Fetch)
};

Kind kindIn(const QString &category, const PaperDetails &paper)
{
    const QString primary = paper.categories.value(0);
    return Category::canonical(primary) == category ? Kind::New : Kind::Cross;
}

QString why(ListingDay::WhyEmpty reason)
{
    switch (reason) {
    case ListingDay::WhyEmpty::Weekend:
        return Words::tr("weekend");
    case ListingDay::WhyEmpty::Holiday:
        return Words::tr("arXiv's holiday");
    case ListingDay::WhyEmpty::SkippedFreeze:
    case ListingDay::WhyEmpty::None:
        break;
    }
    return Words::tr("arXiv announced nothing");
}

/** Another attempt may fare better. */
bool mayPass(ErrorKind kind)
{
    return kind == ErrorKind::ServerError || kind == ErrorKind::TimedOut || kind == ErrorKind::Incomplete;
}

bool areWhole(const QList<DayPart> &parts)
{
    return std::all_of(parts.begin(), parts.end(), [](const DayPart &part) { return part.isWhole(); });
}

} // namespace

bool concernsAll(ErrorKind kind)
{
    return kind == ErrorKind::Offline || kind == ErrorKind::RateLimited || kind == ErrorKind::Portal ||
           kind == ErrorKind::ProxyLogin || kind == ErrorKind::NotTrusted;
}

bool FetchOutcome::isWhole() const
{
    return !error && stillIncomplete == 0 && areWhole(parts);
}

bool FetchOutcome::hasFailed() const
{
    const bool looksUp = parts.isEmpty();
    const bool isSomeHere =
        looksUp ? added + completed > 0
                : std::any_of(parts.begin(), parts.end(), [](const DayPart &part) { return part.held > 0; });
    const bool isSomeLacking = looksUp ? stillIncomplete > 0 : !areWhole(parts);
    return error && (!isSomeHere || !isSomeLacking || failureReason(*error).isNull());
}

Result<> mayHaveList(QDate day, const QDateTime &now)
{
    if (!ListingDay::isListingDay(day)) {
        return failure(ErrorKind::NoList, why(ListingDay::whyEmpty(day)), day.toString(Qt::ISODate));
    }
    if (const QDateTime announced = ListingDay::announcementOf(day); announced > now) {
        Error error{ErrorKind::NotYet, {}, day.toString(Qt::ISODate), 0, announced};
        return tl::unexpected(error);
    }
    return {};
}

FetchJob::FetchJob(const ArxivApi &api, Store &store, const Library &library, const Clock &clock, QDate day,
                   QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_store(store)
    , m_library(library)
    , m_clock(clock)
    , m_day(day)
    , m_outcome{.day = day}
{
}

FetchJob::~FetchJob()
{
    m_stop.request_stop();
}

void FetchJob::cancel()
{
    m_stop.request_stop();
}

void FetchJob::fetchLists(const QStringList &categories)
{
    m_categories = categories;
    nextCategory();
}

/**
 * From where it broke off; a list that was whole may have grown, for the index lags behind. Of one that
 * shrank, more is held than it has: where its end is now, that does not say.
 */
void FetchJob::nextCategory()
{
    if (++m_category == m_categories.size()) {
        return end(m_failure);
    }
    const DayPart known = part();
    beginPass(known.held > known.expected.value_or(known.held) ? 0 : known.held);
}

void FetchJob::beginPass(int start)
{
    m_start = start;
    m_most = 0;
    m_fromTheStart = start == 0;
    m_askedAgain = false;
    m_triedAgain = false;
    askForPage();
}

void FetchJob::askForPage()
{
    tell();
    whenDone(m_api.list(m_categories.at(m_category), m_day, m_start, m_stop.get_token(), progress()), this,
             [this](const Result<AtomPage> &page) { takePage(page); });
}

void FetchJob::takePage(const Result<AtomPage> &page)
{
    if (!page) {
        return takeFailure(page.error());
    }
    m_triedAgain = false;
    m_failedBefore.reset();
    const auto received = int(page->papers.size() + page->unidentified.size());
    const bool isJustTheEnd = m_start > 0 && page->totalResults == m_start;
    if (received == 0 && !isJustTheEnd && !m_askedAgain) {
        m_askedAgain = true; // the server is known to send an empty answer for no reason
        return askForPage();
    }
    m_askedAgain = false;
    const QString &category = m_categories.at(m_category);
    m_start += received;
    m_most = std::max(m_most, page->totalResults);
    const bool isAll = m_start == m_most && m_start == page->totalResults;
    const bool isLast = m_start == m_most || received == 0 || m_start >= ArxivApi::longestAnswer;
    DaySection section = sectionOf(category);
    section.expected =
        m_start > m_most && received == 0 ? endOfMoreThanTold() : expected(isAll && m_fromTheStart);
    for (const PaperDetails &paper : page->papers) {
        section.papers += {paper, kindIn(category, paper)};
    }
    keep(section, [this, isLast, before = part().held] {
        const bool isOverAgain = m_start > m_most && part().held == before; // else it might go on for ever
        if (isLast || isOverAgain) {
            endPass();
        } else {
            askForPage();
        }
    });
}

/** What was stored is kept; other lists say nothing of why this one failed, and are asked for nevertheless.
 */
void FetchJob::takeFailure(const Error &error)
{
    if (m_stop.stop_requested()) { // just before it failed
        return end(Error{ErrorKind::Cancelled, {}, {}, 0, {}});
    }
    if (mayPass(error.kind) && !std::exchange(m_triedAgain, true)) {
        return askForPage();
    }
    const QString reason = failureReason(error);
    if (reason.isNull()) {
        return end(error);
    }
    m_failure = m_failure.value_or(error);
    const bool failsAlike = mayPass(error.kind) && m_failedBefore == error.kind;
    m_failedBefore = error.kind;
    const bool isAll = concernsAll(error.kind) || failsAlike; // the host is ill, each list would take as long
    const auto next = [this, error, isAll] { isAll ? end(error) : nextCategory(); };
    if (part().isWhole()) {
        return next();
    }
    DaySection section = sectionOf(m_categories.at(m_category));
    section.reason = reason;
    keep(section, next);
}

/**
 * As many papers as were ever told. That they are fewer is believed where a pass from the start proves it,
 * and that there are none only of a list of which nothing is known, and not on the first day: the server's
 * index lags behind the announcement.
 */
std::optional<int> FetchJob::expected(bool isProven) const
{
    const std::optional<int> known = part().expected;
    if (m_most == 0 && m_start == 0) {
        const bool isNew = m_clock.now() < ListingDay::announcementOf(m_day).addDays(1);
        return known || isNew ? known : std::optional(0);
    }
    if (m_start > m_most) { // it gives more than it tells of
        return known;
    }
    return isProven ? m_most : std::max(known.value_or(0), m_most);
}

/** Where a further page proves that there is no more of it. */
int FetchJob::endOfMoreThanTold() const
{
    const DayPart known = part();
    return std::max(known.expected.value_or(0), known.held);
}

/**
 * Papers that were indexed late stand between those that are here: then the list is asked for once more. So
 * it is where the pass began behind its end: one that shrank may have other papers by now.
 */
void FetchJob::endPass()
{
    if (!m_fromTheStart && (!part().isWhole() || m_start > m_most)) {
        return beginPass(0);
    }
    nextCategory();
}

void FetchJob::lookUpPapers()
{
    m_papers = m_library.incompletePapers(m_day, Source::Arxiv);
    lookUpNext();
}

void FetchJob::lookUp(const QList<PaperId> &papers)
{
    m_papers = papers;
    lookUpNext();
}

void FetchJob::lookUpNext()
{
    const QList<PaperId> some = m_papers.mid(m_lookedUp, ArxivApi::papersALookUp);
    if (some.isEmpty()) {
        return end();
    }
    tell();
    whenDone(m_api.papers(some, m_stop.get_token(), progress()), this,
             [this, some](const Result<AtomPage> &page) { takeLookedUp(some, page); });
}

/** Its total is how many were asked for: an answer that was cut and one without those that it does not know
 * look alike, so it is asked for once more, and then believed. */
void FetchJob::takeLookedUp(const QList<PaperId> &asked, const Result<AtomPage> &page)
{
    if (!page) {
        const bool again = mayPass(page.error().kind) && !std::exchange(m_triedAgain, true);
        return again ? lookUpNext() : end(page.error());
    }
    m_triedAgain = false;
    const bool isCut = page->papers.size() + page->unidentified.size() < page->totalResults;
    if ((page->papers.isEmpty() || isCut) && !m_askedAgain) {
        m_askedAgain = true;
        return lookUpNext();
    }
    m_askedAgain = false;
    m_lookedUp += asked.size();
    DaySection section{.day = {}, .source = Source::Arxiv, .status = DayStatus::Unknown};
    for (const PaperDetails &paper : page->papers) {
        section.papers += {paper, Kind::Unknown};
    }
    if (section.papers.isEmpty()) {
        return lookUpNext();
    }
    keep(section, [this] { lookUpNext(); });
}

DaySection FetchJob::sectionOf(const QString &category) const
{
    DaySection section{.day = m_day, .source = Source::Arxiv, .status = DayStatus::Approximate};
    section.category = category;
    return section;
}

/** So that a fetch which ends before it comes to the others leaves a day that says what it lacks. */
QList<DaySection> FetchJob::withListsToCome(const DaySection &section) const
{
    if (section.category.isNull()) {
        return {section};
    }
    QStringList known;
    for (const DayPart &part : m_library.parts(m_day, Source::Arxiv)) {
        known += part.category;
    }
    QList<DaySection> sections;
    for (const QString &category : m_categories) {
        if (category == section.category) {
            sections += section;
        } else if (!known.contains(category)) {
            sections += sectionOf(category);
        }
    }
    return sections;
}

void FetchJob::keep(const DaySection &section, const std::function<void()> &next)
{
    const DayFile file{.sections = withListsToCome(section), .remarks = {}};
    const QString what = m_day.isValid() ? m_day.toString(Qt::ISODate) : u"papers"_s;
    const QString name = u"arxiv-api %1 %2.json"_s.arg(what, section.category);
    whenDone(m_store.put(nobodysImport, {name, writeKeptDay(file), file}), this,
             [this, next](const Result<FileOutcome> &outcome) {
                 if (!outcome) {
                     return end(outcome.error());
                 }
                 m_outcome.added += outcome->added;
                 m_outcome.completed += outcome->merged;
                 if (m_stop.stop_requested()) {
                     return end(Error{ErrorKind::Cancelled, {}, {}, 0, {}});
                 }
                 next();
             });
}

void FetchJob::end(std::optional<Error> error)
{
    m_outcome.error = std::move(error);
    if (m_papers.isEmpty()) {
        const QList<DayPart> parts = m_library.parts(m_day, Source::Arxiv);
        for (const QString &category : std::as_const(m_categories)) {
            const auto known = std::find_if(parts.begin(), parts.end(),
                                            [&](const DayPart &part) { return part.category == category; });
            m_outcome.parts += known == parts.end() ? DayPart{.category = category} : *known;
        }
    } else if (const auto unknown = unknownPapers()) {
        m_outcome.stillIncomplete = *unknown;
    } else if (!m_outcome.error) { // else it would look as if arXiv did not know them
        m_outcome.error = unknown.error();
    }
    Q_EMIT finished(m_outcome);
}

/** Of those that were looked up. */
Result<int> FetchJob::unknownPapers() const
{
    if (m_day.isValid()) {
        return int(m_library.incompletePapers(m_day, Source::Arxiv).size());
    }
    return m_library.details(m_papers).map(
        [this](const QList<PaperDetails> &known) { return int(m_papers.size() - known.size()); });
}

DayPart FetchJob::part() const
{
    const QString &category = m_categories.at(m_category);
    for (const DayPart &part : m_library.parts(m_day, Source::Arxiv)) {
        if (part.category == category) {
            return part;
        }
    }
    return {.category = category};
}

HttpProgressed FetchJob::progress()
{
    return [job = QPointer(this)](const HttpProgress &progress) {
        if (job) {
            job->tell(progress.waitingUntil);
        }
    };
}

void FetchJob::tell(const QDateTime &waitingUntil)
{
    if (m_papers.isEmpty()) {
        Q_EMIT progressed(
            {m_categories.value(m_category), m_category, int(m_categories.size()), waitingUntil});
    } else {
        Q_EMIT progressed({{}, int(m_lookedUp), int(m_papers.size()), waitingUntil});
    }
}

} // namespace paperdawn
