// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fetch/fetchjob.h"

#include "app/base/async.h"
#include "app/domain/listingday.h"
#include "app/fetch/lacking.h"
#include "app/formats/keptday.h"

#include <QCoreApplication>
#include <algorithm>
#include <utility>

namespace paperdawn {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Fetch)
};

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

bool areWhole(const QList<DayPart> &parts)
{
    return std::all_of(parts.begin(), parts.end(), [](const DayPart &part) { return part.isWhole(); });
}

const Error cancelled{ErrorKind::Cancelled, {}, {}, 0, {}};

} // namespace

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

FetchJob::FetchJob(const ArxivServices &arxiv, Store &store, const Library &library, const Clock &clock,
                   QDate day, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_fetch{
          .arxiv = arxiv,
          .library = library,
          .clock = clock,
          .day = day,
          .job = this,
          .stop = m_stop.get_token(),
          .keep = [this](const DaySection &section, const FetchContext::Next &next) { keep(section, next); },
          .tell = [this](const FetchProgress &progress) { Q_EMIT progressed(progress); }}
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
    m_lists.emplace(m_fetch, categories, [this](const std::optional<Error> &error) {
        m_failure = error;
        const bool helpsNobody = error && (isNoWay(error->kind) || failureReason(*error).isNull());
        m_stop.stop_requested() || helpsNobody ? endLists() : check();
    });
    m_lists->start();
}

void FetchJob::check()
{
    m_check.emplace(m_fetch, m_categories, [this](const std::optional<Error> &unchecked) {
        m_outcome.unchecked = unchecked;
        m_stop.stop_requested() || m_failure ? endLists() : lookUpUnfamiliar();
    });
    m_check->start();
}

/** Those of which arXiv's pages told and the API did not. That it does not know them yet is no failure. */
void FetchJob::lookUpUnfamiliar()
{
    m_lookUps.emplace(m_fetch, m_fetch.library.unfamiliarPapers(m_fetch.day),
                      [this](const std::optional<Error> & /*error*/) { endLists(); });
    m_lookUps->start();
}

void FetchJob::lookUpPapers()
{
    lookUp(m_fetch.library.incompletePapers(m_fetch.day, Source::Arxiv));
}

void FetchJob::lookUp(const QList<PaperId> &papers)
{
    m_papers = papers;
    m_lookUps.emplace(m_fetch, papers, [this](const std::optional<Error> &error) { end(error); });
    m_lookUps->start();
}

/** So that a fetch which ends before it comes to the others leaves a day that says what it lacks. */
QList<DaySection> FetchJob::withListsToCome(const DaySection &section) const
{
    if (section.category.isNull()) {
        return {section};
    }
    QStringList known;
    for (const DayPart &part : m_fetch.library.parts(m_fetch.day, Source::Arxiv)) {
        known += part.category;
    }
    QList<DaySection> sections;
    for (const QString &category : m_categories) {
        if (category == section.category) {
            sections += section;
        } else if (!known.contains(category)) {
            sections += m_fetch.section(category);
        }
    }
    return sections;
}

void FetchJob::keep(const DaySection &section, const FetchContext::Next &next)
{
    const DayFile file{.sections = withListsToCome(section), .remarks = {}};
    const QString what = m_fetch.day.isValid() ? m_fetch.day.toString(Qt::ISODate) : u"papers"_s;
    const QString name = u"arxiv %1 %2.json"_s.arg(what, section.category);
    whenDone(m_store.put(nobodysImport, {name, writeKeptDay(file), file}), this,
             [this, next](const Result<FileOutcome> &outcome) {
                 if (!outcome) {
                     return end(outcome.error());
                 }
                 m_outcome.added += outcome->added;
                 m_outcome.completed += outcome->merged;
                 if (m_stop.stop_requested()) {
                     return end(cancelled);
                 }
                 next();
             });
}

/** What failed by one service and came by another did not fail. */
void FetchJob::endLists()
{
    if (m_stop.stop_requested()) {
        return end(cancelled);
    }
    const bool isSettled = m_check && areWhole(parts());
    end(isSettled ? std::nullopt : m_failure);
}

void FetchJob::end(std::optional<Error> error)
{
    m_outcome.error = std::move(error);
    if (!m_categories.isEmpty()) {
        m_outcome.parts = parts();
    } else if (const auto unknown = unknownPapers()) {
        m_outcome.stillIncomplete = *unknown;
    } else if (!m_outcome.error) { // else it would look as if arXiv did not know them
        m_outcome.error = unknown.error();
    }
    Q_EMIT finished(m_outcome);
}

QList<DayPart> FetchJob::parts() const
{
    QList<DayPart> parts;
    for (const QString &category : m_categories) {
        parts += m_fetch.part(category);
    }
    return parts;
}

/** Of those that were looked up. */
Result<int> FetchJob::unknownPapers() const
{
    if (m_papers.isEmpty()) {
        return 0;
    }
    if (m_fetch.day.isValid()) {
        return int(m_fetch.library.incompletePapers(m_fetch.day, Source::Arxiv).size());
    }
    return m_fetch.library.details(m_papers).map(
        [this](const QList<PaperDetails> &known) { return int(m_papers.size() - known.size()); });
}

} // namespace paperdawn
