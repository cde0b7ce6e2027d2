// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pdf/pdfdownload.h"

#include "app/base/async.h"
#include "app/platform/durable.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QPointer>

namespace paperdawn {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto lookEvery = 500ms;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Pdf)
};

bool breaksOff(ErrorKind kind)
{
    return kind == ErrorKind::Incomplete || kind == ErrorKind::TimedOut;
}

/** What is here is not the beginning of what would come. */
bool isOfAnother(const Error &error)
{
    return error.kind == ErrorKind::BadAnswer; // 416 among them
}

QString nameForPeople(const VersionedId &paper)
{
    return sourceName(paper.id.source()) + u' ' + paper.id.value() +
           (paper.version > 0 ? u'v' + QString::number(paper.version) : QString());
}

} // namespace

std::optional<PdfAddress> PdfAddress::of(const VersionedId &paper, const Endpoints &endpoints)
{
    if (paper.id.source() == Source::Arxiv) {
        QUrl url = endpoints.base(Endpoint::ArxivPdf);
        url.setPath(url.path() + u'/' + paper.id.pdfUrl(paper.version).path().section(u'/', 2));
        return PdfAddress{Endpoint::ArxivPdf, url};
    }
    if (paper.version <= 0) {
        return {};
    }
    QUrl url = paper.id.pdfUrl(paper.version);
    if (const QUrl base = endpoints.base(Endpoint::Biorxiv); base != Endpoints().base(Endpoint::Biorxiv)) {
        const QString path = url.path();
        url = base;
        url.setPath(base.path() + path);
    }
    return PdfAddress{Endpoint::Biorxiv, url};
}

PdfDownload::PdfDownload(const VersionedId &paper, const PdfFolder &folder, Transport &transport,
                         const Endpoints &endpoints, QThreadPool &pool, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_paper(paper)
    , m_folder(folder)
    , m_transport(transport)
    , m_address(PdfAddress::of(paper, endpoints))
    , m_pool(pool)
    , m_clock(clock)
{
    m_look.setSingleShot(true);
    connect(&m_look, &QTimer::timeout, this, &PdfDownload::open);
}

PdfDownload::~PdfDownload()
{
    m_stop.request_stop();
}

void PdfDownload::start()
{
    m_look.start(0);
}

void PdfDownload::cancel()
{
    m_stop.request_stop();
    if (m_look.isActive()) {
        m_look.start(0);
    }
}

void PdfDownload::open()
{
    if (m_stop.stop_requested()) {
        return end(Error{ErrorKind::Cancelled, {}, {}, 0, {}});
    }
    if (!m_address) {
        return end(noPdf(Words::tr("its version is not known")));
    }
    auto part = makeFolder(m_folder.path()).and_then([this] { return PdfPart::open(file()); });
    if (!part && part.error().kind == ErrorKind::Busy) {
        m_look.start(lookEvery);
        Q_EMIT progressed({.waitingFor = WaitingFor::OtherProgram});
        return;
    }
    if (!part) {
        return end(part.error());
    }
    m_part = std::make_shared<PdfPart>(std::move(*part));
    if (QFileInfo::exists(file())) { // another program was quicker
        m_part->discard();
        return end();
    }
    ask();
}

void PdfDownload::ask()
{
    m_from = m_part->size();
    ++m_tries;
    HttpRequest request{.url = m_address->url,
                        .endpoint = m_address->endpoint,
                        .purpose = Purpose::Pdf,
                        .accept = "application/pdf"};
    request.file = m_part->file();
    request.from = m_from;
    if (m_from > 0) {
        request.etag = m_part->etag();
        request.lastModified = m_part->lastModified();
    }
    request.fileBegun = [begun =
                             std::weak_ptr(m_part)](const HttpReply &head) { // the lock goes with this job
        if (const auto part = begun.lock()) {
            part->begin(head.etag, head.lastModified);
        }
    };
    const auto told = [job = QPointer(this)](const HttpProgress &progress) {
        if (job) {
            Q_EMIT job->progressed(progress);
        }
    };
    whenDone(m_transport.get(std::move(request), m_stop.get_token(), told), this,
             [this](const Result<HttpReply> &reply) { take(reply); });
}

void PdfDownload::take(const Result<HttpReply> &reply)
{
    const auto good = reply ? succeeded(*reply) : reply;
    if (good && (good->status == 200 || good->status == 206)) {
        return finish();
    }
    const Error error = good ? Error{ErrorKind::BadAnswer,
                                     u"HTTP "_s + QString::number(good->status),
                                     m_address->url.host(),
                                     0,
                                     {}}
                             : good.error();
    if (m_from > 0 && isOfAnother(error) && !m_beganAnew) {
        m_beganAnew = true;
        m_part->begin({}, {});
        return ask();
    }
    if (breaksOff(error.kind) && m_part->size() > m_from && m_tries < mostTries) {
        return ask();
    }
    fail(error);
}

void PdfDownload::finish()
{
    if (!m_part->beginsAsPdf()) {
        return fail(noPdf(Words::tr("something else came")));
    }
    whenDone(runIn(&m_pool, [part = m_part, now = m_clock.now()] { return part->finish(now); }), this,
             [this](const Result<> &finished) {
                 if (finished) {
                     end();
                 } else {
                     fail(finished.error());
                 }
             });
}

/** What came stays where the rest of it may follow. */
void PdfDownload::fail(const Error &error)
{
    const bool isUseless = error.kind == ErrorKind::DiskFull || error.kind == ErrorKind::AnswerTooLarge ||
                           m_part->size() == 0 || !m_part->beginsAsPdf();
    if (isUseless) {
        m_part->discard();
        return end(translated(error));
    }
    whenDone(runIn(&m_pool, [part = m_part] { return part->keep(); }), this,
             [this, error](const Result<> & /*kept*/) { end(translated(error)); });
}

Error PdfDownload::translated(Error error) const
{
    if (error.kind == ErrorKind::NotFound && error.what.startsWith("HTTP"_L1)) { // and not a folder
        return noPdf(error.what);
    }
    if (error.kind == ErrorKind::DiskFull) {
        error.where = file();
    }
    return error;
}

Error PdfDownload::noPdf(const QString &why) const
{
    return {ErrorKind::NoPdf, why, nameForPeople(m_paper), 0, {}};
}

void PdfDownload::end(const std::optional<Error> &error)
{
    m_part.reset(); // with its lock
    Q_EMIT finished(error);
}

} // namespace paperdawn
