// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pdf/pdffolder.h"

#include "app/base/log.h"
#include "app/pdf/pdfpart.h"

#include <QDir>
#include <QFile>
#include <algorithm>

namespace paperdawn {

using namespace Qt::StringLiterals;

namespace {

constexpr auto ending = ".pdf"_L1;

} // namespace

QString PdfFolder::fileOf(const VersionedId &paper) const
{
    return m_path + u'/' + nameOf(paper);
}

QString PdfFolder::nameOf(const VersionedId &paper)
{
    QString name = paper.id.key(); // of letters, digits, dots and hyphens, but for ':' and '/'
    name.replace(u':', u'_').replace(u'/', u'_');
    return name + (paper.version > 0 ? u'v' + QString::number(paper.version) : QString()) + ending;
}

std::optional<VersionedId> PdfFolder::paperOf(const QString &fileName)
{
    if (!fileName.endsWith(ending)) {
        return {};
    }
    const QString name = fileName.chopped(ending.size());
    const auto source = parseSource(name.section(u'_', 0, 0));
    const auto paper = VersionedId::parse(name.section(u'_', 1).replace(u'_', u'/'), source);
    return paper && nameOf(*paper) == fileName ? paper : std::nullopt;
}

QList<VersionedId> PdfFolder::papers() const
{
    QList<VersionedId> papers;
    for (const QString &name : QDir(m_path).entryList({u'*' + ending}, QDir::Files, QDir::Unsorted)) {
        if (const auto paper = paperOf(name)) {
            papers += *paper;
        }
    }
    return papers;
}

QList<PdfFile> PdfFolder::files() const
{
    QList<PdfFile> files; // not by QFileInfo, whose times of thousands of files would hold the window
    for (const VersionedId &paper : papers()) {
        const QString path = fileOf(paper);
        const std::filesystem::path file(QFile::encodeName(path).toStdString());
        std::error_code gone;
        const auto opened = std::filesystem::last_write_time(file, gone);
        const auto size = std::filesystem::file_size(file, gone);
        if (!gone) {
            files += {paper, path, qint64(size), opened};
        }
    }
    std::stable_sort(files.begin(), files.end(),
                     [](const PdfFile &a, const PdfFile &b) { return a.opened < b.opened; });
    return files;
}

void PdfFolder::noteOpened(const QString &file, const QDateTime &time)
{
    QFile opened(file);
    if (!opened.open(QIODevice::ReadOnly) || !opened.setFileTime(time, QFileDevice::FileModificationTime)) {
        qCWarning(logTransfer) << "when it was opened cannot be noted:" << file;
    }
}

PdfFolder::Surplus PdfFolder::surplusOver(qint64 most) const
{
    Surplus surplus{-most, files()};
    for (const PdfFile &pdf : std::as_const(surplus.files)) {
        surplus.bytes += pdf.size;
    }
    const QStringList parts = PdfPart::filesIn(m_path);
    for (const QString &part : parts) {
        surplus.bytes += QFileInfo(part).size();
    }
    for (const QString &part : parts) { // nobody can open them
        const qint64 size = QFileInfo(part).size();
        if (surplus.bytes > 0 && PdfPart::remove(part)) {
            surplus.bytes -= size;
        }
    }
    return surplus;
}

} // namespace paperdawn
