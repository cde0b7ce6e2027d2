// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fetching.h"

#include "app/base/sentence.h"
#include "app/domain/listingday.h"
#include "app/fetch/lacking.h"
#include "ui/daywords.h"
#include "ui/messagebar.h"
#include "ui/progressstrip.h"
#include "ui/reachability.h"

#include <QEvent>
#include <QHBoxLayout>
#include <algorithm>
#include <utility>

namespace paperdawn {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/** It is not there, or wants a login first: in the place of a host that proves who it is, that is no trust.
 */
bool isOfNetwork(ErrorKind kind)
{
    return kind == ErrorKind::Offline || kind == ErrorKind::Portal || kind == ErrorKind::NotTrusted ||
           kind == ErrorKind::ProxyLogin;
}

/** It comes by itself once there is a network, or once its server wants; a network that is new may be slow,
 * before anything came of it, or want a login first. */
bool mayComeLater(const FetchOutcome &outcome, bool hasWaited)
{
    if (!outcome.error) {
        return false;
    }
    const bool isNothingHere = std::all_of(outcome.parts.begin(), outcome.parts.end(),
                                           [](const DayPart &part) { return part.held == 0; });
    const ErrorKind kind = outcome.error->kind;
    if (isOfNetwork(kind)) {
        return hasWaited || kind == ErrorKind::Offline;
    }
    switch (kind) {
    case ErrorKind::RateLimited:
        return true;
    case ErrorKind::TimedOut:
    case ErrorKind::Incomplete:
    case ErrorKind::ServerError:
        return hasWaited && isNothingHere;
    default:
        return false;
    }
}

constexpr std::chrono::seconds firstPause{30};
constexpr std::chrono::seconds longestPause{600};

const QString unfinishedList = u"unfinishedList"_s; ///< its day and the library, of the window's own memory

QDate unfinishedIn(const Settings &settings, const LibraryFolder &library)
{
    const QString text = settings.value(unfinishedList);
    return text.section(u' ', 1) == library.path ? QDate::fromString(text.section(u' ', 0, 0), Qt::ISODate)
                                                 : QDate();
}

void rememberIn(Settings &settings, const LibraryFolder &library, QDate day)
{
    settings.setValue(unfinishedList, day.toString(Qt::ISODate) + u' ' + library.path);
}

} // namespace

Fetching::Fetching(Services &services, Settings &settings, MessageBar &messages,
                   std::function<QDate()> shownDay, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_settings(settings)
    , m_messages(messages)
    , m_shownDay(std::move(shownDay))
    , m_strip(new ProgressStrip(u"fetch"_s, services.clock(), this))
{
    setObjectName("fetching"_L1);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_strip);
    connect(m_strip, &ProgressStrip::stopRequested, this, &Fetching::stop);
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &Fetching::tryAgain);
    retranslate();
    hide();
}

void Fetching::getLatest()
{
    getDay(ListingDay::latest(m_services.clock().now()));
}

void Fetching::getDay(QDate day)
{
    if (const auto may = mayHaveList(day, m_services.clock().now()); !may) {
        Q_EMIT failed(may.error());
    } else if (m_settings.categories().isEmpty()) {
        m_messages.say(tr("Choose first what you read, in the settings."));
    } else if (begin(day, [this, day] { getDay(day); })) {
        remember(day);
        QStringList categories = m_settings.categories();
        for (const QString &one : lackingLists(day)) { // else the day would lack one for ever
            if (!categories.contains(one)) {
                categories += one;
            }
        }
        m_job->fetchLists(categories);
    }
}

/** Those that were asked for, whether they are followed or not. */
QStringList Fetching::lackingLists(QDate day) const
{
    QStringList categories;
    for (const DayPart &part : m_services.library().parts(day, Source::Arxiv)) {
        if (!part.isWhole()) {
            categories += part.category;
        }
    }
    return categories;
}

void Fetching::getRest(QDate day)
{
    const QStringList categories = lackingLists(day);
    if (categories.isEmpty()) { // not even what was asked for could be kept
        getDay(day);
    } else if (begin(day, [this, day] { getRest(day); })) {
        remember(day);
        m_job->fetchLists(categories);
    }
}

void Fetching::lookUp(QDate day)
{
    if (begin(day, [this, day] { lookUp(day); })) {
        m_looksUp = true;
        m_job->lookUpPapers();
    }
}

void Fetching::lookUp(const PaperId &paper)
{
    if (m_job) {
        if (m_sought != paper && !m_queue.contains(paper)) {
            m_queue += paper;
        }
        //: %1 is the number of a paper
        m_messages.say(tr("%1 is looked up once this fetch is done.").arg(paper.value()));
    } else if (begin({}, [this, paper] { lookUp(paper); })) {
        m_looksUp = true;
        m_sought = paper;
        m_job->lookUp({paper});
    }
}

bool Fetching::begin(QDate day, std::function<void()> again)
{
    if (m_job) {
        m_messages.say(tr("A fetch is under way. Wait for it, or stop it below."));
        return false;
    }
    m_next.stop();
    m_pause = firstPause;
    m_why.reset();
    m_isResumed = false;
    m_again = std::move(again);
    m_looksUp = false;
    m_sought.reset();
    m_job = new FetchJob(m_services.arxiv(), m_services.store(), m_services.library(), m_services.clock(),
                         day, this);
    connect(m_job, &FetchJob::progressed, this, &Fetching::show);
    connect(m_job, &FetchJob::finished, this, &Fetching::end, Qt::QueuedConnection);
    m_strip->setStoppable(true);
    m_progress = {};
    showProgress();
    QWidget::show();
    Q_EMIT begun();
    return true;
}

void Fetching::end(const FetchOutcome &outcome)
{
    m_job->deleteLater();
    m_job = nullptr;
    const bool looksUp = m_looksUp;
    if (!looksUp && mayComeLater(outcome, m_why.has_value() || m_isResumed)) {
        waitToTryAgain(*outcome.error);
    } else {
        hide();
        tell(outcome);
        if (!looksUp) {
            remember({});
        }
    }
    Q_EMIT finished(outcome);
    if (outcome.error && outcome.error->kind == ErrorKind::Cancelled) {
        m_queue.clear(); // and the list that waited comes with the next start
        return;
    }
    const bool failsAlike = m_next.isActive() || (looksUp && outcome.error); // each would say so
    if (!m_queue.isEmpty() && !failsAlike) {
        lookUp(m_queue.takeFirst());
    } else if (looksUp) {
        resume(); // the list that waited
    }
}

void Fetching::stop()
{
    if (m_job) {
        m_strip->setStoppable(false);
        m_job->cancel();
    } else if (m_next.isActive()) {
        m_next.stop();
        hide();
        remember({});
        m_messages.say(tr("Stopped."));
        Q_EMIT givenUp();
    }
}

/** Said once, however often it is tried. */
void Fetching::waitToTryAgain(const Error &error)
{
    const QDateTime now = m_services.clock().now();
    const std::chrono::milliseconds told(error.retryAt.isValid() ? now.msecsTo(error.retryAt) : 0);
    const bool isToldFirst = error.retryAt.isValid() && !m_why; // for ever again, it is not believed
    m_next.start(isToldFirst ? std::max(told, 0ms) : std::max<std::chrono::milliseconds>(told, m_pause));
    followNetwork();
    m_pause = std::min(m_pause * 2, longestPause);
    if (!m_why || m_why->kind != error.kind) {
        tellOfWaiting(error);
    }
    m_why = error;
    m_strip->setStoppable(true);
    showProgress();
}

void Fetching::tellOfWaiting(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::Offline:
        //: %1 is a host, %2 the system's words for what is wrong
        m_messages.warn(tr("%1 cannot be reached (%2). Everything stored still opens; the list comes by "
                           "itself once there is a network.")
                            .arg(error.where, error.what),
                        tr("Network settings…"), [this] { Q_EMIT networkSettingsRequested(); });
        Q_EMIT unreachable();
        return;
    case ErrorKind::RateLimited:
        //: %1 is a host
        return m_messages.warn(
            tr("%1 is busy and asks us to wait. The list comes by itself then.").arg(error.where));
    default:
        //: %1 is a sentence that says what is wrong
        return m_messages.warn(tr("%1 The list is tried again by itself.").arg(sentence(error)));
    }
}

void Fetching::tryAgain()
{
    const auto pause = m_pause;
    const auto why = m_why;
    m_next.stop();
    m_again();
    if (!m_job) { // no category is followed any more
        hide();
        remember({});
        Q_EMIT givenUp();
        return;
    }
    m_pause = pause;
    m_why = why;
}

/** What it waits for may be here now: another network, or another way to it. */
void Fetching::followNetwork()
{
    if (!std::exchange(m_followsNetwork, true)) {
        reachability::follow(this, [this] { networkChanged(); });
        connect(&m_settings, &Settings::changed, this, &Fetching::networkChanged, Qt::QueuedConnection);
    }
}

void Fetching::networkChanged()
{
    if (m_next.isActive() && m_why->kind != ErrorKind::RateLimited) {
        tryAgain();
    }
}

/** Invalid, too, where another library's is remembered. */
QDate Fetching::unfinished() const
{
    return unfinishedIn(m_settings, m_services.folder());
}

void Fetching::follow(Settings &settings, const LibraryFolder &from, const LibraryFolder &to)
{
    if (const QDate day = unfinishedIn(settings, from); day.isValid()) {
        rememberIn(settings, to, day);
    }
}

void Fetching::remember(QDate day)
{
    if (day.isValid()) {
        rememberIn(m_settings, m_services.folder(), day);
    } else if (unfinished().isValid()) {
        m_settings.setValue(unfinishedList, {});
    }
}

void Fetching::resume()
{
    if (m_job) { // the reader was faster
        return;
    }
    if (const QDate day = unfinished(); day.isValid() && !m_settings.categories().isEmpty()) {
        getDay(day);
        m_isResumed = m_job != nullptr;
    }
}

void Fetching::tell(const FetchOutcome &outcome)
{
    const QString lacking = lackingWords(outcome.parts);
    if (outcome.error) {
        tellOfFailure(outcome);
    } else if (m_sought) {
        tellOfPaper(*m_sought, outcome.stillIncomplete == 0);
    } else if (m_looksUp) {
        const QString done = tr("%n paper(s) completed.", nullptr, outcome.completed);
        const QString left = tr("Of %n paper(s) arXiv does not tell more.", nullptr, outcome.stillIncomplete);
        m_messages.say(outcome.stillIncomplete == 0 ? done : tr("%1 %2", "two sentences").arg(done, left));
    } else if (!lacking.isEmpty()) {
        offerRest(tr("The list of %1 is incomplete: %2. arXiv's search may lag behind its lists.")
                      .arg(dayName(outcome.day), lacking),
                  outcome);
    } else {
        //: %1 is a day
        m_messages.say(
            tr("%n new paper(s) on the list of %1.", nullptr, outcome.added).arg(dayName(outcome.day)),
            m_shownDay() == outcome.day ? QString() : tr("Show it"),
            [this, day = outcome.day] { Q_EMIT dayRequested(day); });
    }
}

void Fetching::tellOfFailure(const FetchOutcome &outcome)
{
    const QString lacking = lackingWords(outcome.parts);
    if (outcome.error->kind == ErrorKind::Cancelled) {
        m_messages.say(lacking.isEmpty() ? tr("Stopped.") : tr("Stopped. Incomplete: %1.").arg(lacking));
        return;
    }
    const QString ofLists = failureReason(*outcome.error).isNull() ? QString() : whyLacking(outcome.parts);
    const QString why = ofLists.isNull() ? sentence(*outcome.error) : ofLists;
    if (lacking.isEmpty()) { // papers that wait are looked up after it
        m_messages.warn(why, tr("Try again"), m_again);
    } else {
        //: %1 is a sentence on what failed, %2 such as “cs.CL: 100 of 240”
        offerRest(tr("%1 Incomplete: %2.").arg(why, lacking), outcome);
    }
}

void Fetching::offerRest(const QString &words, const FetchOutcome &outcome)
{
    m_messages.warn(words, getRestWords(outcome.parts), [this, day = outcome.day] { getRest(day); });
}

void Fetching::tellOfPaper(const PaperId &paper, bool isKnown)
{
    if (isKnown) {
        Q_EMIT paperRequested(paper);
    } else {
        //: %1 is the number of a paper
        m_messages.say(tr("arXiv knows no paper %1.").arg(paper.value()));
    }
}

void Fetching::show(const FetchProgress &progress)
{
    m_progress = progress;
    showProgress();
}

void Fetching::showProgress()
{
    if (m_next.isActive()) {
        const bool isOffline = isOfNetwork(m_why->kind);
        m_strip->setProgress(0, -1);
        m_strip->setWords(
            isOffline ? tr("Offline: the list waits for a network") : tr("The list waits for its server"),
            isOffline ? QDateTime() : m_services.clock().now().addMSecs(m_next.remainingTime()));
        return;
    }
    m_strip->setProgress(m_progress.done, m_progress.total);
    m_strip->setWords(words(m_progress), m_progress.waitingUntil);
}

QString Fetching::words(const FetchProgress &progress)
{
    if (progress.total == 0) {
        return tr("Asking arXiv");
    }
    switch (progress.step) {
    case FetchProgress::Step::Lists:
        //: %1 is a category, %2 of %3 categories are done
        return tr("Getting %1 (%2 of %3 done)").arg(progress.category).arg(progress.done).arg(progress.total);
    case FetchProgress::Step::Check:
        //: %1 is a category, %2 of %3 categories are done
        return tr("Checking %1 against arXiv's own page (%2 of %3 done)")
            .arg(progress.category)
            .arg(progress.done)
            .arg(progress.total);
    case FetchProgress::Step::Papers:
        break;
    }
    return tr("Looking up %1 of %2 papers").arg(progress.done).arg(progress.total);
}

void Fetching::retranslate()
{
    m_strip->setSpokenNames(tr("Stop fetching"), tr("Fetch progress"));
    showProgress();
}

void Fetching::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace paperdawn
