// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/net/transport.h"
#include "app/pdf/pdffolder.h"
#include "app/pdf/pdfpart.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>
#include <memory>

namespace paperdawn {

/** What is asked for the PDF of a paper; none where its service has no address for that version. */
struct PdfAddress
{
    Endpoint endpoint = Endpoint::ArxivPdf;
    QUrl url;

    [[nodiscard]] static std::optional<PdfAddress> of(const VersionedId &paper, const Endpoints &endpoints);
};

/**
 * Fetches one PDF into a folder, from where it broke off before. It is asked for again by itself as long as a
 * broken answer brought more of it, a few times; what came is kept where the rest may follow. While another
 * program fetches the same, it is waited for. Thread: the transport's; what waits for the disk is done in the
 * pool. Runs once.
 */
class PdfDownload final : public QObject
{
    Q_OBJECT
public:
    static constexpr int mostTries = 5;

    PdfDownload(const VersionedId &paper, const PdfFolder &folder, Transport &transport,
                const Endpoints &endpoints, QThreadPool &pool, const Clock &clock, QObject *parent = nullptr);
    ~PdfDownload() override; ///< cancels

    /** finished() comes exactly once, by the event loop. */
    void start();
    void cancel();
    [[nodiscard]] bool isCancelled() const { return m_stop.stop_requested(); }
    [[nodiscard]] const VersionedId &paper() const { return m_paper; }
    [[nodiscard]] QString file() const { return m_folder.fileOf(m_paper); }

Q_SIGNALS:
    void progressed(const paperdawn::HttpProgress &progress);
    /** Errors: NoPdf, those of the transport, for the file those of systemError(). */
    void finished(const std::optional<paperdawn::Error> &error);

private:
    void open();
    void ask();
    void take(const Result<HttpReply> &reply);
    void finish();
    void fail(const Error &error);
    void end(const std::optional<Error> &error = {});
    [[nodiscard]] Error noPdf(const QString &why) const;
    [[nodiscard]] Error translated(Error error) const;

    const VersionedId m_paper;
    const PdfFolder m_folder;
    Transport &m_transport;
    const std::optional<PdfAddress> m_address;
    QThreadPool &m_pool;
    const Clock &m_clock;
    std::shared_ptr<PdfPart> m_part; ///< with the pool while it works on it
    std::stop_source m_stop;
    QTimer m_look;     ///< whether the other program is through
    qint64 m_from = 0; ///< what was here when it was asked for last
    int m_tries = 0;
    bool m_beganAnew = false;
};

} // namespace paperdawn
