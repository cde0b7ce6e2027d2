// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pdf/refusedpdfs.h"

#include "app/pdf/pdffolder.h"

namespace paperdawn {

RefusedPdfs::RefusedPdfs(const QString &path, QThreadPool &pool)
    : m_file(path, pool)
{
}

/** What is no line of ours is passed over: at worst it is asked for once more. */
QMap<QString, QDate> &RefusedPdfs::names()
{
    if (!m_names) {
        m_names.emplace();
        for (const QByteArray &line : m_file.read().split('\n')) {
            const QList<QByteArray> words = line.split(' ');
            const QDate day = QDate::fromString(QString::fromUtf8(words.value(1)), Qt::ISODate);
            if (day.isValid()) {
                m_names->insert(QString::fromUtf8(words.first()), day);
            }
        }
    }
    return *m_names;
}

/** A day that is still to come was noted by a clock that went wrong: it counts for nothing. */
bool RefusedPdfs::contains(const VersionedId &paper, QDate today)
{
    const QDate day = names().value(PdfFolder::nameOf(paper));
    return day.isValid() && day <= today && day.daysTo(today) < days;
}

/** For a shorter time it is noted as refused earlier. */
void RefusedPdfs::insert(const VersionedId &paper, QDate today, int forDays)
{
    names().insert(PdfFolder::nameOf(paper), today.addDays(forDays - days));
    names().removeIf([today](const std::pair<const QString &, QDate &> &refused) {
        return refused.second.daysTo(today) >= days;
    });
    note();
}

void RefusedPdfs::remove(const VersionedId &paper)
{
    if (names().remove(PdfFolder::nameOf(paper)) > 0) {
        note();
    }
}

void RefusedPdfs::note()
{
    QByteArray lines;
    for (const auto &[name, day] : m_names->asKeyValueRange()) {
        lines += name.toUtf8() + ' ' + day.toString(Qt::ISODate).toLatin1() + '\n';
    }
    m_file.note(lines);
}

} // namespace paperdawn
