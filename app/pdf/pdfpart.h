// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/platform/filelock.h"

#include <QDateTime>
#include <QStringList>

namespace paperdawn {

/**
 * A PDF that is not whole yet: what came of it ("….pdf.part"), beside it a note of what the host calls that,
 * so that the rest can be asked for, and a lock that keeps other programs away as long as this lives.
 * Thread: one at a time.
 */
class PdfPart final
{
public:
    /** Takes up what is here of `pdf`. Errors: Busy (a program is at it), those of systemError(). */
    [[nodiscard]] static Result<PdfPart> open(const QString &pdf);

    /** The parts that lie in a folder. */
    [[nodiscard]] static QStringList filesIn(const QString &folder);
    /** Removes one unless a program is at it. */
    static bool remove(const QString &part);

    [[nodiscard]] const QString &pdf() const { return m_pdf; }
    [[nodiscard]] QString file() const;
    /** So many bytes are as they came: all of them, or, if the machine was started anew since, what had
     * reached the disk. None where nothing tells what they are of. */
    [[nodiscard]] qint64 size() const;
    [[nodiscard]] const QByteArray &etag() const { return m_etag; }
    [[nodiscard]] const QByteArray &lastModified() const { return m_lastModified; }
    [[nodiscard]] bool beginsAsPdf() const;

    /** Nothing is here any more; what comes now is called so. */
    void begin(const QByteArray &etag, const QByteArray &lastModified);
    /** What came survives a power cut. */
    [[nodiscard]] Result<> keep();
    /** Makes it the PDF, which is whole, durably. */
    [[nodiscard]] Result<> finish(const QDateTime &now);
    void discard();

private:
    PdfPart(QString pdf, FileLock lock);
    void readNote();
    [[nodiscard]] QByteArray note() const;

    QString m_pdf;
    FileLock m_lock; ///< of the part itself: it goes when that gets its name
    QByteArray m_etag;
    QByteArray m_lastModified;
    QByteArray m_boot;     ///< of the machine, when the bytes came
    qint64 m_durable = -1; ///< bytes on the disk for sure; -1: they are of nothing that is known
};

} // namespace paperdawn
