// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/paperid.h"

#include <QDateTime>
#include <QList>
#include <filesystem>

namespace paperdawn {

/** A PDF that is kept. */
struct PdfFile
{
    VersionedId paper;
    QString path;
    qint64 size = 0;
    std::filesystem::file_time_type opened; ///< when it was last opened, or came
};

/**
 * The folder of a library in which its PDFs are. A name is made of the id and the version alone; a file with
 * another name is not ours and is neither counted nor removed. When a PDF was last opened is its time of
 * modification, so that it is known without a table. Nothing is kept in memory. Thread: any.
 */
class PdfFolder final
{
public:
    explicit PdfFolder(QString path)
        : m_path(std::move(path))
    {
    }

    [[nodiscard]] const QString &path() const { return m_path; }
    /** "…/arxiv_math_0309136v2.pdf", whether it is there or not. */
    [[nodiscard]] QString fileOf(const VersionedId &paper) const;
    [[nodiscard]] static QString nameOf(const VersionedId &paper); ///< of that file, within the folder
    [[nodiscard]] static std::optional<VersionedId> paperOf(const QString &fileName);

    /** The papers whose PDFs are here, without their sizes: cheap. */
    [[nodiscard]] QList<VersionedId> papers() const;
    /** The longest unopened first. */
    [[nodiscard]] QList<PdfFile> files() const;
    static void noteOpened(const QString &file, const QDateTime &time);

    /** What takes more room than was given. */
    struct Surplus
    {
        qint64 bytes = 0;     ///< not above 0: nothing does
        QList<PdfFile> files; ///< that there are, the longest unopened first
    };
    /** Where all takes more than `most` bytes, what was begun goes, unless a program is at it: what is still
     * too much then. */
    [[nodiscard]] Surplus surplusOver(qint64 most) const;

private:
    QString m_path;
};

} // namespace paperdawn
