// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/net/gunzip.h"
#include "app/platform/descriptor.h"

#include <QByteArray>
#include <optional>

namespace paperdawn {

/** What the head of an answer says of the body that follows. */
struct BodyForm
{
    QByteArray type;        ///< media type, lower case, without parameters
    QByteArray encoding;    ///< "", "identity" or "gzip"; nothing else is asked for
    qint64 length = -1;     ///< bytes on the wire, -1 = not said
    bool isChunked = false; ///< its end is marked

    QString file;    ///< where it goes; empty: it is kept in memory
    qint64 from = 0; ///< bytes of the file that stay
};

/**
 * The body of one answer, as it arrives: decompressed, counted, kept in memory or written into a file, and at
 * its end told from half a body. Errors carry no host. Thread: one at a time.
 */
class Body final
{
public:
    /** Errors: BadAnswer (encoding), AnswerTooLarge (said so in the head); for the file those of
     * systemError().
     */
    [[nodiscard]] static Result<std::unique_ptr<Body>> begin(BodyForm form, qint64 most);

    /** Errors: AnswerTooLarge, BadAnswer (damaged gzip), those of systemError(). */
    [[nodiscard]] Result<> add(const QByteArray &bytes);
    /** What was kept in memory. Errors: Incomplete. */
    [[nodiscard]] Result<QByteArray> end();

    [[nodiscard]] const BodyForm &form() const { return m_form; }
    [[nodiscard]] qint64 received() const { return m_onWire; } ///< bytes on the wire
    /** True where it begins as a page does, whatever type it was given. */
    [[nodiscard]] bool beginsAsPage() const;

private:
    Body(BodyForm form, qint64 most);
    [[nodiscard]] Result<> open();
    [[nodiscard]] Result<> keep(const QByteArray &bytes);
    [[nodiscard]] bool endsAsItShould() const;

    const BodyForm m_form;
    const qint64 m_most;
    std::optional<Gunzip> m_gunzip;
    Descriptor m_file;
    QByteArray m_kept;
    QByteArray m_first;
    QByteArray m_last;
    qint64 m_onWire = 0;
    qint64 m_size = 0;
};

} // namespace paperdawn
