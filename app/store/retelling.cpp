// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/retelling.h"

#include "app/base/log.h"
#include "app/formats/dayfileformat.h"
#include "app/store/daywriting.h"
#include "app/store/originals.h"
#include "app/store/rows.h"

namespace paperdawn {

namespace {

constexpr int papersASlice = 2000;
constexpr int daysASlice = 200;

} // namespace

Retelling::Retelling(Connection &cache, QString importsFolder)
    : m_cache(cache)
    , m_importsFolder(std::move(importsFolder))
{
}

void Retelling::read()
{
    const Snapshot snapshot(m_cache);
    readSlice();
    const QMap<qint64, QString> files = tellers();
    for (auto file = files.begin(); file != files.end(); ++file) { // in the order of import
        const auto told = originals::read(m_importsFolder, *file).and_then([](const Original &original) {
            return parseDayFile(original.bytes, original.name);
        });
        if (told) {
            take(*told);
        } else {
            qCWarning(logStore) << "cannot be told again:" << *file << told.error().what;
            leaveAsTheyAre(file.key());
        }
    }
}

void Retelling::readSlice()
{
    Statement papers(m_cache, "SELECT row FROM again_paper ORDER BY row LIMIT ?");
    papers.with(papersASlice);
    while (papers.step()) {
        m_papers.insert(papers.number(0), {});
    }
    Statement days(m_cache, "SELECT day, source FROM again_day ORDER BY day, source LIMIT ?");
    days.with(m_papers.isEmpty() ? daysASlice : 0); // a list names papers: they come first
    while (days.step()) {
        m_days.insert({days.number(0), int(days.number(1))}, {});
    }
}

/** The files that tell of the slice: id and fingerprint. */
QMap<qint64, QString> Retelling::tellers()
{
    QMap<qint64, QString> files;
    Statement ofPapers(m_cache, "SELECT DISTINCT f.id, f.sha256 FROM again_paper a"
                                " JOIN mention m ON m.row = a.row JOIN import_file f ON f.id = m.file"
                                " WHERE f.published = 1 AND a.row <= ?");
    ofPapers.with(m_papers.isEmpty() ? 0 : m_papers.lastKey());
    while (ofPapers.step()) {
        files.insert(ofPapers.number(0), ofPapers.text(1));
    }
    Statement ofDay(m_cache, "SELECT f.id, f.sha256 FROM telling t JOIN import_file f ON f.id = t.file"
                             " WHERE f.published = 1 AND t.day = ? AND t.source = ?");
    for (auto day = m_days.begin(); day != m_days.end(); ++day) {
        ofDay.with(day.key().first, day.key().second);
        while (ofDay.step()) {
            files.insert(ofDay.number(0), ofDay.text(1));
        }
    }
    return files;
}

void Retelling::take(const DayFile &file)
{
    for (const DaySection &section : file.sections) {
        for (const DayPaper &paper : section.papers) {
            const auto again = m_papers.find(paper.details.id.row());
            if (again == m_papers.end()) {
                continue;
            }
            if (!again->told) {
                again->told = PaperDetails{.id = paper.details.id};
            }
            merge(*again->told, storable(paper.details));
        }
        const auto day = m_days.find({section.day.toJulianDay(), int(section.source)});
        if (section.day.isValid() && day != m_days.end()) {
            day->told += section;
        }
    }
}

void Retelling::leaveAsTheyAre(qint64 file)
{
    Statement papers(m_cache, "SELECT row FROM mention WHERE file = ?");
    papers.with(file);
    while (papers.step()) {
        if (const auto paper = m_papers.find(papers.number(0)); paper != m_papers.end()) {
            paper->stays = true;
        }
    }
    Statement days(m_cache, "SELECT day, source FROM telling WHERE file = ?");
    days.with(file);
    while (days.step()) {
        if (const auto day = m_days.find({days.number(0), int(days.number(1))}); day != m_days.end()) {
            day->stays = true;
        }
    }
}

void Retelling::write()
{
    m_gone = 0;
    writePapers();
    writeDays();
}

void Retelling::writePapers()
{
    PaperWriting writing(m_cache);
    Statement done(m_cache, "DELETE FROM again_paper WHERE row = ?");
    for (auto paper = m_papers.begin(); paper != m_papers.end(); ++paper) {
        if (!paper->stays) {
            writing.forget(paper.key());
            m_gone += paper->told ? 0 : 1;
        }
        if (paper->told && !paper->stays) {
            writing.write(*paper->told, {});
        }
        done.with(paper.key()).run();
    }
}

void Retelling::writeDays()
{
    DayWriting writing(m_cache);
    Statement done(m_cache, "DELETE FROM again_day WHERE day = ? AND source = ?");
    for (auto day = m_days.begin(); day != m_days.end(); ++day) {
        const QDate date = QDate::fromJulianDay(day.key().first);
        const auto source = Source(day.key().second);
        if (day->stays) {
            writing.forgetGonePapers(date, source);
        } else {
            writing.forget(date, source);
            for (const DaySection &section : std::as_const(day->told)) {
                writing.publish(section);
            }
        }
        done.with(date, int(source)).run();
    }
}

} // namespace paperdawn
