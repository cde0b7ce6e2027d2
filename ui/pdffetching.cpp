// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pdffetching.h"

#include "app/base/async.h"
#include "app/base/sentence.h"
#include "ui/messagebar.h"
#include "ui/outside.h"
#include "ui/progressstrip.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLocale>

namespace paperdawn {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostLookedAt = 200; ///< whose details are read for that
constexpr int mostAtOnce = 20;    ///< of those that nobody asked for just now

QString sizeInWords(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
}

/** A service that gives its pages to browsers only answers a program with a refusal or a page. */
bool isRefusal(const Error &error)
{
    return error.kind == ErrorKind::Denied || error.kind == ErrorKind::NoPdf ||
           error.kind == ErrorKind::RateLimited || (error.kind == ErrorKind::Portal && error.what.isEmpty());
}

} // namespace

PdfFetching::PdfFetching(Services &services, Settings &settings, MessageBar &messages, Outside &outside,
                         QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_settings(settings)
    , m_messages(messages)
    , m_outside(outside)
    , m_pdfs(services.pdfs())
    , m_strip(new ProgressStrip(u"pdf"_s, services.clock(), this))
{
    setObjectName("pdf-fetching"_L1);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_strip);
    connect(m_strip, &ProgressStrip::stopRequested, this, [this] {
        m_strip->setStoppable(false);
        m_beginsNoMore = true;
        m_pdfs.stop();
    });
    connect(&m_pdfs, &PdfCache::progressed, this, &PdfFetching::show);
    connect(&m_pdfs, &PdfCache::finished, this, &PdfFetching::end);
    connect(&m_pdfs, &PdfCache::delayed, this, [this](const VersionedId &paper, bool isWanted) {
        if (isWanted) {
            const auto [words, deed] = otherVersionOr(paper, {});
            m_messages.say(tr("Not on this computer yet; will download when online."), words, deed);
        }
    });
    connect(&settings, &Settings::changed, this, &PdfFetching::applySettings);
    m_pdfs.setPatience(PdfCache::usualPause);
    QTimer::singleShot(0, &m_pdfs, [this] { // what is read comes first
        m_pdfs.watchOthers();
        m_pdfs.resume();
    });
    applySettings();
    retranslate();
    hide();
}

void PdfFetching::applySettings()
{
    m_pdfs.setRoom(PdfCache::bytesOfRoom(m_settings.pdfRoom()));
}

void PdfFetching::open(const PaperDetails &paper)
{
    const VersionedId version{paper.id, paper.version};
    if (!paper.pdfUrl.isNull()) { // of another place, where we ask for nothing
        m_outside.openAddress(QUrl(paper.pdfUrl, QUrl::StrictMode));
    } else if (const QString file = m_pdfs.fileOf(version); !file.isNull()) {
        openFile(file);
    } else if (paper.flags.testFlag(PaperFlag::Sample)) {
        //: The list marks papers whose PDF is here with “PDF”, in every language
        m_messages.say(
            tr("This paper is invented and has no PDF; in the sample only the one marked “PDF” has."));
    } else if (paper.id.source() != Source::Arxiv && paper.version == 0) {
        openBrowser(version);           // which version is the newest, only the page says
    } else if (m_services.onlyRead()) { // there is no place to keep it
        m_outside.openAddress(paper.id.pdfUrl(paper.version));
    } else {
        m_pdfs.fetch(version, PdfCache::Why::Wanted);
    }
}

void PdfFetching::keep(const QList<PaperId> &papers)
{
    if (!m_settings.keepsPdfs()) {
        return;
    }
    const auto details = m_services.library().details(papers);
    for (const PaperDetails &paper : details.value_or(QList<PaperDetails>())) {
        if (isToBeKept(paper)) {
            m_pdfs.fetch({paper.id, paper.version}, PdfCache::Why::Kept);
        }
    }
}

/** It is not here yet, and of a place that is asked for it. */
bool PdfFetching::isToBeKept(const PaperDetails &paper) const
{
    const bool isElsewhere = !paper.pdfUrl.isNull() || paper.flags.testFlag(PaperFlag::Sample);
    return !isElsewhere && m_pdfs.fileOf({paper.id, paper.version}).isNull();
}

/** Those starred last come first. However long the reading list is, the window goes on meanwhile. */
bool PdfFetching::keepStarred()
{
    if (m_beginsNoMore || !m_settings.keepsPdfs() || m_services.onlyRead()) {
        return true;
    }
    if (m_pdfs.isUnderWay()) {
        return false;
    }
    m_beginsNoMore = true;
    if (!m_pdfs.starredFillTheRoom()) {
        inPool([](const Library &library) { return library.papers(InReadingList{}, QString()); },
               [this](const QList<Paper> &starred) { keepSomeOf(starred); });
    }
    return true;
}

void PdfFetching::keepSomeOf(const QList<Paper> &starred)
{
    QList<PaperId> lacking;
    for (const Paper &paper : starred) {
        const VersionedId version{paper.id, paper.version};
        if (m_pdfs.placeOf(version) == PdfCache::Place::Absent && !m_pdfs.isToBeLeftAlone(version)) {
            lacking += paper.id;
        }
        if (lacking.size() == mostLookedAt) {
            break;
        }
    }
    const auto look = [lacking](const Library &library) { return library.details(lacking); };
    inPool(look, [this](const QList<PaperDetails> &papers) {
        int asked = 0;
        for (const PaperDetails &paper : papers) {
            if (asked < mostAtOnce && isToBeKept(paper)) {
                m_pdfs.fetch({paper.id, paper.version}, PdfCache::Why::ByItself);
                ++asked;
            }
        }
    });
}

/** What cannot be read is asked for another time: nobody waits for it. */
template <typename Ask, typename Take>
void PdfFetching::inPool(Ask ask, Take take)
{
    const auto work = [&services = m_services, ask] {
        return services.anotherLibrary().and_then(
            [&](const std::unique_ptr<Library> &library) { return ask(*library); });
    };
    whenDone(runIn(&m_services.pool(), work), this, [take](const auto &answer) {
        if (answer) {
            take(*answer);
        }
    });
}

void PdfFetching::openFile(const QString &file)
{
    m_pdfs.noteOpened(file);
    m_outside.openFile(file);
}

/** It was here when it was offered: somebody may have removed it since. */
void PdfFetching::openOrFetch(const VersionedId &paper)
{
    if (const QString file = m_pdfs.fileOf(paper); !file.isNull()) {
        openFile(file);
    } else {
        m_pdfs.fetch(paper, PdfCache::Why::Wanted);
    }
}

void PdfFetching::openBrowser(const VersionedId &paper)
{
    m_outside.openAddress(paper.id.absUrl(paper.version));
}

void PdfFetching::show(const PdfProgress &progress)
{
    m_progress = progress;
    if (isHidden()) {
        m_strip->setStoppable(true);
        QWidget::show();
    }
    showProgress();
}

void PdfFetching::showProgress()
{
    if (!m_progress) {
        return;
    }
    const QString paper = m_progress->paper.id.value();
    const HttpProgress &of = m_progress->of;
    QString words;
    if (m_progress->isOffline) {
        //: %1 is the number of a paper
        words = tr("The PDF of %1 waits for the network").arg(paper);
    } else if (of.waitingFor == WaitingFor::OtherProgram) {
        words = tr("Another program gets the PDF of %1").arg(paper);
    } else if (of.total > 0) {
        //: %1 is the number of a paper, %2 and %3 are sizes
        words = tr("Getting the PDF of %1 (%2 of %3)")
                    .arg(paper, sizeInWords(of.received), sizeInWords(of.total));
    } else if (of.received > 0) {
        //: %1 is the number of a paper, %2 a size; nobody knows of how much
        words = tr("Getting the PDF of %1 (%2)").arg(paper, sizeInWords(of.received));
    } else {
        words = tr("Getting the PDF of %1").arg(paper);
    }
    if (m_progress->waiting > 0) {
        //: %1 is what is being done
        words = tr("%1, %n more", nullptr, m_progress->waiting).arg(words);
    }
    m_strip->setProgress(of.received, of.total);
    m_strip->setWords(words, m_progress->isOffline ? QDateTime() : of.waitingUntil);
}

void PdfFetching::end(const PdfOutcome &outcome)
{
    m_strip->setStoppable(true);
    if (!m_pdfs.isUnderWay()) {
        m_progress.reset();
        hide();
    }
    if (outcome.isByItself) {
        return;
    }
    if (!outcome.error) {
        tellHere(outcome);
    } else if (outcome.error->kind == ErrorKind::NoRoom || outcome.error->kind == ErrorKind::DiskFull) {
        m_messages.warn(sentence(*outcome.error));
    } else if (!outcome.isWanted) {
        return;
    } else if (outcome.error->kind == ErrorKind::Cancelled) {
        m_messages.say(tr("Stopped. What came of the PDF is kept."));
    } else if (outcome.paper.id.source() != Source::Arxiv && isRefusal(*outcome.error) && !outcome.wasLate) {
        //: %1 is bioRxiv or medRxiv
        m_messages.say(tr("%1 gives its PDFs to browsers only: the paper's page is open in yours.")
                           .arg(sourceName(outcome.paper.id.source())));
        openBrowser(outcome.paper);
    } else {
        tellFailure(outcome.paper, *outcome.error);
    }
}

void PdfFetching::tellHere(const PdfOutcome &outcome)
{
    if (outcome.isTooMuch) {
        m_messages.warn(
            tr("The PDFs take more than the %1 that the settings give them: those of starred papers stay.")
                .arg(sizeInWords(PdfCache::bytesOfRoom(m_settings.pdfRoom()))));
    }
    if (outcome.isWanted && outcome.wasLate) { // the reader is elsewhere by now
        m_messages.say(tr("The PDF of %1 is here.").arg(outcome.paper.id.value()), tr("Open it"),
                       [this, paper = outcome.paper] { openOrFetch(paper); });
    } else if (outcome.isWanted) {
        openFile(outcome.file);
    }
}

void PdfFetching::tellFailure(const VersionedId &paper, const Error &error)
{
    const bool isForGood = error.kind == ErrorKind::Denied || error.kind == ErrorKind::NoPdf;
    const Offer offer =
        isForGood ? Offer{tr("Open its page"), [this, paper] { openBrowser(paper); }}
                  : Offer{tr("Try again"), [this, paper] { m_pdfs.fetch(paper, PdfCache::Why::Wanted); }};
    const auto [words, deed] = otherVersionOr(paper, offer);
    m_messages.warn(sentence(error), words, deed);
}

/** Better an older version than none. */
PdfFetching::Offer PdfFetching::otherVersionOr(const VersionedId &paper, const Offer &otherwise)
{
    const auto other = m_pdfs.newestOf(paper.id);
    if (!other) {
        return otherwise;
    }
    const QString words =
        other->version > 0 ? tr("Open version %1").arg(other->version) : tr("Open what is here");
    return {words, [this, other = *other] { openOrFetch(other); }};
}

void PdfFetching::retranslate()
{
    m_strip->setSpokenNames(tr("Stop getting PDFs"), tr("PDF progress"));
    showProgress();
}

void PdfFetching::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace paperdawn
