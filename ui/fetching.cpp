// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fetching.h"

#include "app/base/sentence.h"
#include "app/domain/listingday.h"
#include "ui/daywords.h"
#include "ui/messagebar.h"
#include "ui/progressstrip.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLocale>

namespace paperdawn {

using namespace Qt::StringLiterals;

namespace {

/** "cs.CL: 231 of 240" for each category of which papers are missing. */
QString missing(const QList<DayPart> &parts)
{
    QStringList texts;
    for (const DayPart &part : parts) {
        if (!part.isWhole()) {
            texts += part.expected
                         ? Fetching::tr("%1: %2 of %3").arg(part.category).arg(part.held).arg(*part.expected)
                         : Fetching::tr("%1: nothing yet").arg(part.category);
        }
    }
    return QLocale().createSeparatedList(texts);
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
    connect(m_strip, &ProgressStrip::stopRequested, this, [this] {
        if (m_job) {
            m_strip->setStoppable(false);
            m_job->cancel();
        }
    });
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
        m_job->fetchLists(m_settings.categories());
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
    if (begin({}, [this, paper] { lookUp(paper); })) {
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
    m_again = std::move(again);
    m_looksUp = false;
    m_sought.reset();
    m_job = new FetchJob(m_services.arxivApi(), m_services.store(), m_services.library(), m_services.clock(),
                         day, this);
    connect(m_job, &FetchJob::progressed, this, &Fetching::show);
    connect(m_job, &FetchJob::finished, this, &Fetching::end, Qt::QueuedConnection);
    m_strip->setStoppable(true);
    m_progress = {};
    showProgress();
    QWidget::show();
    return true;
}

void Fetching::end(const FetchOutcome &outcome)
{
    m_job->deleteLater();
    m_job = nullptr;
    hide();
    tell(outcome);
    Q_EMIT finished(outcome);
}

void Fetching::tell(const FetchOutcome &outcome)
{
    const QString lacking = missing(outcome.parts);
    if (outcome.error) {
        tellOfFailure(outcome);
    } else if (m_sought) {
        tellOfPaper(*m_sought, outcome.stillIncomplete == 0);
    } else if (m_looksUp) {
        const QString done = tr("%n paper(s) completed.", nullptr, outcome.completed);
        const QString left = tr("Of %n paper(s) arXiv does not tell more.", nullptr, outcome.stillIncomplete);
        m_messages.say(outcome.stillIncomplete == 0 ? done : tr("%1 %2", "two sentences").arg(done, left));
    } else if (!lacking.isEmpty()) {
        m_messages.warn(tr("The list of %1 is incomplete: %2. arXiv's search may lag behind its lists.")
                            .arg(dayName(outcome.day), lacking),
                        tr("Try again"), m_again);
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
    const QString lacking = missing(outcome.parts);
    if (outcome.error->kind == ErrorKind::Cancelled) {
        m_messages.say(lacking.isEmpty() ? tr("Stopped.") : tr("Stopped. Here so far: %1.").arg(lacking));
        return;
    }
    const QString why = sentence(*outcome.error);
    //: %1 is a sentence on what failed, %2 such as “cs.CL: 100 of 240”
    m_messages.warn(lacking.isEmpty() ? why : tr("%1 Here so far: %2.").arg(why, lacking), tr("Try again"),
                    m_again);
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
    const QString words = m_progress.total == 0 ? tr("Asking arXiv")
                          : m_progress.category.isNull()
                              ? tr("Looking up %1 of %2 papers").arg(m_progress.done).arg(m_progress.total)
                              //: %1 is a category, %2 of %3 categories are done
                              : tr("Getting %1 (%2 of %3 done)")
                                    .arg(m_progress.category)
                                    .arg(m_progress.done)
                                    .arg(m_progress.total);
    m_strip->setProgress(m_progress.done, m_progress.total);
    m_strip->setWords(words, m_progress.waitingUntil);
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
