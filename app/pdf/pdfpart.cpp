// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pdf/pdfpart.h"

#include "app/platform/durable.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSysInfo>

namespace paperdawn {

using namespace Qt::StringLiterals;

namespace {

constexpr auto partEnding = ".part"_L1;
constexpr auto noteEnding = ".part.json"_L1;
constexpr qint64 longestNote = 4096;

} // namespace

PdfPart::PdfPart(QString pdf, FileLock lock)
    : m_pdf(std::move(pdf))
    , m_lock(std::move(lock))
{
}

Result<PdfPart> PdfPart::open(const QString &pdf)
{
    return FileLock::acquire(pdf + partEnding, QDeadlineTimer(0)).map([&](FileLock lock) {
        PdfPart part(pdf, std::move(lock));
        part.readNote();
        return part;
    });
}

QStringList PdfPart::filesIn(const QString &folder)
{
    QStringList files;
    for (const QFileInfo &file :
         QDir(folder).entryInfoList({u"*.pdf"_s + partEnding}, QDir::Files, QDir::Time | QDir::Reversed)) {
        files += file.filePath();
    }
    return files;
}

bool PdfPart::remove(const QString &part)
{
    auto opened = open(part.chopped(partEnding.size()));
    if (opened) {
        opened->discard();
    }
    return opened.has_value();
}

QString PdfPart::file() const
{
    return m_pdf + partEnding;
}

/** A note that cannot be read is as good as none. */
void PdfPart::readNote()
{
    const auto bytes = readWhole(m_pdf + noteEnding, longestNote);
    const QJsonObject note = QJsonDocument::fromJson(bytes.value_or(QByteArray())).object();
    m_etag = note["etag"_L1].toString().toLatin1();
    m_lastModified = note["lastModified"_L1].toString().toLatin1();
    m_boot = note["boot"_L1].toString().toLatin1();
    m_durable = note["durable"_L1].toInteger(-1);
}

QByteArray PdfPart::note() const
{
    return QJsonDocument(QJsonObject{{"etag"_L1, QString::fromLatin1(m_etag)},
                                     {"lastModified"_L1, QString::fromLatin1(m_lastModified)},
                                     {"boot"_L1, QString::fromLatin1(m_boot)},
                                     {"durable"_L1, m_durable}})
        .toJson(QJsonDocument::Compact);
}

qint64 PdfPart::size() const
{
    if (m_durable < 0 || (m_etag.isEmpty() && m_lastModified.isEmpty())) {
        return 0;
    }
    const qint64 there = QFileInfo(file()).size();
    // what a program wrote before it was killed is still there, but not what a machine had not written yet
    const bool isSameRun = !m_boot.isEmpty() && m_boot == QSysInfo::bootUniqueId();
    return isSameRun ? there : std::min(there, m_durable);
}

bool PdfPart::beginsAsPdf() const
{
    QFile begun(file());
    return begun.open(QIODevice::ReadOnly) && begun.read(5) == "%PDF-";
}

/** The old bytes go before the new name is noted: there is no moment at which one stands for the other. */
void PdfPart::begin(const QByteArray &etag, const QByteArray &lastModified)
{
    QFile::remove(m_pdf + noteEnding);
    m_durable = -1;
    if (!QFile::resize(file(), 0)) {
        return;
    }
    m_etag = etag;
    m_lastModified = lastModified;
    m_boot = QSysInfo::bootUniqueId();
    m_durable = 0;
    QFile written(m_pdf + noteEnding); // not durably: without it, all is fetched anew
    if (written.open(QIODevice::WriteOnly)) {
        written.write(note());
    }
}

Result<> PdfPart::keep()
{
    const qint64 held = size();
    return syncFile(file()).and_then([&] {
        m_durable = held;
        return writeWhole(m_pdf + noteEnding, note());
    });
}

/** The note goes first: nobody would look for it behind a program that was killed in between. */
Result<> PdfPart::finish(const QDateTime &now)
{
    QFile whole(file());
    if (whole.open(QIODevice::ReadOnly)) {
        whole.setFileTime(now, QFileDevice::FileModificationTime);
    }
    QFile::remove(m_pdf + noteEnding);
    return renameWhole(file(), m_pdf);
}

void PdfPart::discard()
{
    QFile::remove(m_pdf + noteEnding);
    QFile::remove(file());
    m_durable = -1;
}

} // namespace paperdawn
