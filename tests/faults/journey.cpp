// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/journey.h"

#include "app/base/sentence.h"
#include "app/transfer/backupfile.h"
#include "app/transfer/export.h"

#include "tests/support/decisions.h"
#include "tests/support/temporarylibrary.h"

namespace paperdawn::test {

using namespace Qt::StringLiterals;

namespace {

const QString dayOne = u"2025-12-08"_s;
const QString dayTwo = u"2025-12-09"_s;
const QString dayThree = u"2025-12-10"_s;

LibraryFolder libraryIn(const QString &folder)
{
    return {folder + u"/library"_s};
}

QString exportIn(const QString &folder)
{
    return folder + u"/day.md"_s;
}

QString backupIn(const QString &folder)
{
    return folder + u"/backup.tar.gz"_s;
}

Result<std::unique_ptr<Services>> servicesIn(const QString &folder)
{
    return Services::open(libraryIn(folder), {}, std::make_unique<FakeClock>());
}

template <typename T>
Result<> outcome(const Result<T> &result)
{
    return result.map([](const auto &) {});
}

} // namespace

Journey::Journey(QString folder, std::function<void(const Told &)> tell)
    : m_folder(std::move(folder))
    , m_tell(std::move(tell))
{
}

void Journey::go()
{
    onAMorning(&Journey::first);
    onAMorning(&Journey::second);
}

void Journey::onAMorning(void (Journey::*morning)(Services &))
{
    std::unique_ptr<Services> services;
    take({u"open"_s}, [&] {
        return servicesIn(m_folder).map(
            [&](std::unique_ptr<Services> &&opened) { services = std::move(opened); });
    });
    if (services) {
        (this->*morning)(*services);
    }
}

void Journey::take(const QStringList &steps, const Step &step, const QByteArray &bytes)
{
    for (const QString &each : steps) {
        m_tell({.what = Told::What::Begun, .step = each, .bytes = bytes});
    }
    const auto taken = step();
    for (const QString &each : steps) {
        m_tell({taken ? Told::What::Done : Told::What::Failed, each, taken ? Error{} : taken.error(), bytes});
    }
}

void Journey::first(Services &services)
{
    import(services, dayOne, 1, 12);
    decide(services, {1}, Decide::Star);
    decide(services, {2}, Decide::Star);
    import(services, dayTwo, 8, 700);
    decide(services, {3, 4, 5, 6, 600}, Decide::Star);
    decide(services, {2, 5}, Decide::Unstar);
    decide(services, {7}, Decide::Read);
    take({u"back up"_s}, [&] { return await(services.store().backUpIfDue()); });
    save(services);
    take({u"has backup"_s}, [&] { return outcome(writeBackup(services.folder(), {}, backupIn(m_folder))); });
    decide(services, {8}, Decide::Star);
}

void Journey::second(Services &services)
{
    decide(services, {10}, Decide::Star);
    import(services, dayThree, 300, 30);
    take({u"lacks "_s + dayOne}, [&]() -> Result<> {
        const auto removed = await(services.store().removeDay(QDate::fromString(dayOne, Qt::ISODate)));
        return removed && removed->unfinished ? tl::unexpected(*removed->unfinished) : outcome(removed);
    });
    take({u"lacks "_s + dayThree}, [&] { return outcome(await(services.store().undoImport(m_lastImport))); });
    restore(services);
    decide(services, {1, 2}, Decide::Unstar);
    save(services);
    decide(services, {11}, Decide::Star);
}

/** Brings the removed day back, if it was here when the backup was made. */
void Journey::restore(Services &services)
{
    std::unique_ptr<BackupFile> backup;
    take({u"open backup"_s}, [&] {
        return BackupFile::open(backupIn(m_folder), services.folder())
            .map([&](std::unique_ptr<BackupFile> &&opened) { backup = std::move(opened); });
    });
    if (backup && backup->brings().originals > 0) {
        take({u"has "_s + dayOne},
             [&] { return outcome(backup->mergeInto(services.store(), services.clock())); });
    }
}

void Journey::decide(Services &services, const QList<int> &papers, Decide what)
{
    QList<PaperId> ids;
    QStringList steps;
    for (const int number : papers) {
        if (what == Decide::Unstar && !services.decisions().marks(paper(number)).starred) {
            continue; // its star failed: nothing is written, and nothing promised
        }
        ids += paper(number);
        steps += what == Decide::Star     ? u"star %1"_s.arg(number)
                 : what == Decide::Unstar ? u"unstar %1"_s.arg(number)
                                          : u"mark %1"_s.arg(number);
    }
    take(steps, [&] { return settled(services.decisions().decide(ids, what)); });
}

void Journey::import(Services &services, const QString &day, int firstPaper, int count)
{
    take({u"has "_s + day}, [&]() -> Result<> {
        const auto import = await(services.store().beginImport());
        if (!import) {
            return tl::unexpected(import.error());
        }
        m_lastImport = *import;
        const QByteArray bytes = manyPapers(firstPaper, count, day);
        const auto stored = await(services.store().put(*import, dayFile(day + u"-arxiv.md"_s, bytes)));
        return stored && stored->refused ? tl::unexpected(*stored->refused) : outcome(stored);
    });
}

void Journey::save(Services &services)
{
    const auto bytes = exported(services.library(), {.query = InReadingList{}});
    take(
        {u"has export"_s},
        [&] {
            return bytes.and_then(
                [&](const QByteArray &text) { return saveExport(exportIn(m_folder), text); });
        },
        bytes.value_or(QByteArray()));
}

void Promises::hear(const Told &told)
{
    const QString what = told.step.section(u' ', 0, 0);
    const QString name = told.step.section(u' ', 1);
    const bool isThing = name == u"export"_s || name == u"backup"_s;
    Kept *kept = what == u"star"_s || what == u"unstar"_s   ? &m_stars
                 : (what == u"has"_s || what == u"lacks"_s) ? (isThing ? &m_files : &m_days)
                                                            : nullptr;
    if (kept == nullptr) {
        return;
    }
    if (told.what == Told::What::Done) {
        (*kept)[name] = what == u"star"_s || what == u"has"_s;
        if (name == u"export"_s) {
            m_exports = {told.bytes};
        }
    } else {
        // it may have been done, or not; but what stands as it is to become stays so
        const bool isSoAlready = kept->value(name) == (what == u"star"_s || what == u"has"_s);
        if (!isThing && !isSoAlready) {
            (*kept)[name] = std::nullopt;
        }
        if (name == u"export"_s) {
            m_exports += told.bytes;
        }
    }
}

QString Promises::brokenIn(const QString &folder) const
{
    auto services = servicesIn(folder);
    if (!services) {
        return u"does not open: "_s + sentence(services.error());
    }
    if ((*services)->onlyRead()) {
        return u"opens to be read only: "_s + sentence(*(*services)->onlyRead());
    }
    QStringList broken = brokenStars(**services) + brokenDays(**services) + brokenFiles(folder);
    const auto faults = await((*services)->store().check(false));
    for (const Fault &fault : (*services)->store().mended() + faults.value_or(QList<Fault>())) {
        // a line that a crash cut short was promised to nobody
        if (!fault.file.endsWith(u".jsonl"_s) && !fault.isNote) {
            broken += faultSentence(fault);
        }
    }
    if (!settled((*services)->decisions().decide({paper(900)}, Decide::Star))) {
        broken += u"nothing can be starred"_s;
    }
    return broken.join(u'\n');
}

QStringList Promises::brokenStars(Services &services) const
{
    QStringList broken;
    QSet<QString> starred;
    for (const Paper &each : services.library().papers(InReadingList{}, u"en"_s).value_or(QList<Paper>())) {
        starred += each.id.key();
    }
    for (const auto &[number, isStarred] : m_stars.asKeyValueRange()) {
        const QString key = paper(number.toInt()).key();
        if (isStarred && *isStarred != starred.contains(key)) {
            broken += key + (*isStarred ? u" lost its star"_s : u" has a star again"_s);
        }
        starred.remove(key);
    }
    for (const QString &key : starred) {
        broken += key + u" was never starred"_s;
    }
    return broken;
}

QStringList Promises::brokenDays(Services &services) const
{
    const QMap<QString, int> whole{{dayOne, 12}, {dayTwo, 700}, {dayThree, 30}};
    QMap<QString, int> there;
    for (const DaySummary &day : services.library().days().value_or(QList<DaySummary>())) {
        there[day.day.toString(Qt::ISODate)] = day.count;
    }
    QStringList broken;
    for (const auto &[day, count] : there.asKeyValueRange()) {
        if (count != whole.value(day)) {
            broken += u"%1 has %2 papers"_s.arg(day).arg(count);
        }
    }
    for (const auto &[day, isThere] : m_days.asKeyValueRange()) {
        if (isThere && *isThere != there.contains(day)) {
            broken += day + (*isThere ? u" is gone"_s : u" is back"_s);
        }
    }
    return broken;
}

QStringList Promises::brokenFiles(const QString &folder) const
{
    QStringList broken;
    const bool isExportThere = QFile::exists(exportIn(folder));
    if (isExportThere && !m_exports.contains(contentOf(exportIn(folder)))) {
        broken += u"the exported file is none of those that were exported"_s;
    }
    if (!isExportThere && m_files.value(u"export"_s) == true) {
        broken += u"the exported file is gone"_s;
    }
    const auto backup = BackupFile::open(backupIn(folder), libraryIn(folder));
    const bool mayLack = m_files.value(u"backup"_s) != true;
    if (!backup && !(mayLack && backup.error().kind == ErrorKind::NotFound)) {
        broken += u"the backup: "_s + sentence(backup.error());
    }
    return broken;
}

} // namespace paperdawn::test
