// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include "app/base/sentence.h"
#include "app/domain/listingday.h"
#include "app/fetch/fetchjob.h"
#include "app/fetch/lacking.h"
#include "app/formats/keptday.h"
#include "app/formats/papersjson.h"
#include "app/net/limits.h"
#include "app/pdf/pdfcache.h"
#include "app/platform/durable.h"
#include "app/platform/riskyplace.h"
#include "app/settings/settings.h"
#include "app/transfer/backupfile.h"
#include "app/transfer/export.h"
#include "app/transfer/remarks.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QFileInfo>
#include <QFutureWatcher>
#include <QJsonArray>
#include <cstdio>
#include <unistd.h>
#include <utility>

namespace paperdawn {

using namespace Qt::StringLiterals;

namespace {

const QString translationLanguage = u"zh-Hans"_s;

struct CommandLine
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

template <typename T>
Result<T> await(const Future<T> &future)
{
    QFutureWatcher<Result<T>> watcher;
    QEventLoop loop;
    QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QEventLoop::quit);
    watcher.setFuture(future);
    if (!future.isFinished()) {
        loop.exec();
    }
    return future.isResultReadyAt(0) ? future.result() : Result<T>(failure(ErrorKind::Cancelled));
}

Result<VersionedId> versionNamed(const QString &text)
{
    const std::optional<VersionedId> paper = VersionedId::parse(text);
    if (!paper) {
        return failure(
            ErrorKind::BadArgument,
            CommandLine::tr("“%1” is no paper's id: write it as 2512.07834").arg(printable(text, 60)));
    }
    return *paper;
}

Result<QDate> dayNamed(const QString &text)
{
    const QDate day = QDate::fromString(text, u"yyyy-MM-dd");
    if (!day.isValid()) {
        return failure(ErrorKind::BadArgument,
                       CommandLine::tr("“%1” is no day: write it as 2025-12-09").arg(printable(text, 60)));
    }
    return day;
}

Result<PaperId> paperNamed(const QString &text)
{
    return versionNamed(text).map([](const VersionedId &paper) { return paper.id; });
}

/** One command at work: what it was asked, what it works on, where it writes. */
class Command final
{
public:
    Command(const Arguments &arguments, Services &services, const Terminal &terminal)
        : m_arguments(arguments)
        , m_services(services)
        , m_terminal(terminal)
    {
    }

    Result<> run()
    {
        if (m_arguments.command == "import"_L1) {
            return import();
        }
        if (m_arguments.command == "fetch"_L1) {
            return fetch();
        }
        if (m_arguments.command == "days"_L1) {
            return days();
        }
        if (m_arguments.command == "list"_L1) {
            return list();
        }
        if (m_arguments.command == "show"_L1) {
            return show();
        }
        if (m_arguments.command == "star"_L1) {
            return decide(Decide::Star);
        }
        if (m_arguments.command == "unstar"_L1) {
            return decide(Decide::Unstar);
        }
        if (m_arguments.command == "export"_L1) {
            return exportPapers();
        }
        if (m_arguments.command == "remove"_L1) {
            return remove();
        }
        if (m_arguments.command == "pdf"_L1) {
            return pdf();
        }
        if (m_arguments.command == "backup"_L1) {
            return backUp();
        }
        if (m_arguments.command == "restore"_L1) {
            return restore();
        }
        return check();
    }

    /** What was fetched is not all that there is. */
    [[nodiscard]] bool isIncomplete() const { return m_isIncomplete; }

private:
    Result<> import();
    Result<> fetch();
    Result<> days();
    Result<> list();
    Result<> show();
    Result<> decide(Decide what);
    Result<> exportPapers();
    Result<> remove();
    Result<> pdf();
    Result<> check();
    Result<> backUp();
    Result<> restore();
    void sum(const ImportSummary &summary);
    [[nodiscard]] Result<> sum(const FetchOutcome &outcome);
    void complainOfFailures(const QList<DayPart> &parts) const;
    [[nodiscard]] Result<QList<VersionedId>> versions() const;
    [[nodiscard]] QList<VersionedId> toBeHad(QList<VersionedId> papers) const;
    [[nodiscard]] QList<PdfOutcome> fetchPdfs(const QList<VersionedId> &papers);
    [[nodiscard]] Result<> copyPdf(const QString &file) const;
    void tellWaysBack(QDate day, const QStringList &fetched, const QList<ImportFile> &files) const;
    [[nodiscard]] Result<PaperQuery> query() const;
    [[nodiscard]] Result<QList<Paper>> papers() const;

    const Arguments &m_arguments;
    Services &m_services;
    const Terminal &m_terminal;
    bool m_isIncomplete = false;
};

/** Said already, file by file: the exit code alone is left to tell. */
const Error alreadySaid{ErrorKind::Cancelled, {}, {}, 0, {}};

/** Says how far it is and, where a request is not to be sent for a while, until when it waits: off a terminal
 * only that, a line each time. */
class Waiting final
{
public:
    Waiting(const Terminal &terminal, const Clock &clock)
        : m_terminal(terminal)
        , m_clock(clock)
    {
    }

    void tell(const QString &progress, const QDateTime &until)
    {
        constexpr int worthTelling = 5;
        const bool isLong = until.isValid() && m_clock.now().secsTo(until) > worthTelling;
        //: behind what is fetched just now; %1 is a time of day
        const QString words =
            isLong ? CommandLine::tr("waiting until %1").arg(until.toLocalTime().toString(u"HH:mm:ss"))
                   : QString();
        m_terminal.progress(isLong ? progress + u"  "_s + words : progress);
        if (isLong && until != std::exchange(m_told, until) && !m_terminal.showsProgress()) {
            m_terminal.note(words);
        }
    }

private:
    const Terminal &m_terminal;
    const Clock &m_clock;
    QDateTime m_told;
};

/** Why a day is empty or failed, or what it lacks and why. */
QString reasonWords(const DaySummary &day)
{
    if (day.lacking.isEmpty()) {
        return printable(day.reason, 100);
    }
    const QString lacking = lackingWords(day.lacking);
    const QString why = whyLacking(day.lacking);
    //: %1 is such as “cs.CL: 231 of 240”, %2 a sentence on why the rest could not be fetched
    return printable(why.isNull() ? lacking : CommandLine::tr("%1. %2").arg(lacking, why), longestSentence);
}

Result<> Command::import()
{
    ImportJob job(m_services.store(), m_services.pool());
    ImportSummary summary;
    QEventLoop loop;
    QObject::connect(&job, &ImportJob::progressed, &loop, [&](const ImportProgress &progress) {
        m_terminal.progress(
            u"%1/%2  %3"_s.arg(progress.done).arg(progress.total).arg(QFileInfo(progress.file).fileName()));
    });
    QObject::connect(&job, &ImportJob::finished, &loop, [&](const ImportSummary &done) {
        summary = done;
        loop.quit();
    });
    job.start(m_arguments.operands);
    loop.exec();
    m_terminal.progress({});
    sum(summary);
    return summary.refused() > 0 || hasCutOff(summary) ? Result<>(tl::unexpected(alreadySaid)) : Result<>();
}

Result<> Command::fetch()
{
    const QDateTime now = m_services.clock().now();
    const bool looksUp = m_arguments.details.isValid();
    const QDate day = looksUp                     ? m_arguments.details
                      : m_arguments.day.isValid() ? m_arguments.day
                                                  : ListingDay::latest(now);
    const QStringList categories =
        m_arguments.categories.isEmpty() ? Settings().categories() : m_arguments.categories;
    if (!looksUp && categories.isEmpty()) {
        return failure(ErrorKind::BadArgument,
                       CommandLine::tr("Which categories? Name them with “--category”"));
    }
    if (auto may = mayHaveList(day, now); !looksUp && !may) {
        return may;
    }
    const auto known = m_services.library().days(day, day);
    if (!known) {
        return tl::unexpected(known.error());
    }
    if (looksUp && known->isEmpty()) {
        m_terminal.complain(CommandLine::tr("Nothing of %1 is here, so there is nothing to look up. Import "
                                            "or fetch that day first.")
                                .arg(day.toString(Qt::ISODate)));
        return tl::unexpected(alreadySaid);
    }
    m_services.useNetwork(Settings(), m_arguments.endpoints);
    FetchJob job(m_services.arxiv(), m_services.store(), m_services.library(), m_services.clock(), day);
    FetchOutcome outcome;
    QEventLoop loop;
    Waiting waiting(m_terminal, m_services.clock());
    QObject::connect(&job, &FetchJob::progressed, &loop, [&](const FetchProgress &progress) {
        waiting.tell(u"%1/%2  %3"_s.arg(progress.done).arg(progress.total).arg(progress.category),
                     progress.waitingUntil);
    });
    QObject::connect(
        &job, &FetchJob::finished, &loop,
        [&](const FetchOutcome &done) {
            outcome = done;
            loop.quit();
        },
        Qt::QueuedConnection);
    looksUp ? job.lookUpPapers() : job.fetchLists(categories);
    loop.exec();
    m_terminal.progress({});
    return sum(outcome);
}

void Command::complainOfFailures(const QList<DayPart> &parts) const
{
    for (const DayPart &part : parts) {
        if (const QString why = failureSentence(part.reason); !part.isWhole() && !why.isNull()) {
            m_terminal.complain(part.category + u": "_s + why);
        }
    }
}

/** What is here, category by category, and what is missing; where nothing is here, why. */
Result<> Command::sum(const FetchOutcome &outcome)
{
    for (const DayPart &part : outcome.parts) {
        const QString expected = part.expected ? QString::number(*part.expected) : u"?"_s;
        m_terminal.say(u"%1 %2  %3/%4"_s.arg(outcome.day.toString(Qt::ISODate), part.category)
                           .arg(part.held)
                           .arg(expected));
    }
    m_terminal.say(CommandLine::tr("%n paper(s) new", nullptr, outcome.added) + u", "_s +
                   CommandLine::tr("%n completed", nullptr, outcome.completed));
    if (outcome.hasFailed()) {
        return tl::unexpected(*outcome.error);
    }
    if (const QString lacking = lackingWords(outcome.parts); !lacking.isNull()) {
        //: %1 is a day, %2 such as “cs.CL: 231 of 240, hep-th: nothing yet”
        m_terminal.complain(CommandLine::tr("The list of %1 is incomplete: %2.")
                                .arg(outcome.day.toString(Qt::ISODate), lacking));
        complainOfFailures(outcome.parts);
    }
    if (outcome.parts.isEmpty() && outcome.error) {
        m_terminal.complain(
            CommandLine::tr("%n paper(s) are still incomplete.", nullptr, outcome.stillIncomplete) + u' ' +
            sentence(*outcome.error));
    } else if (outcome.stillIncomplete > 0) {
        m_terminal.say(
            CommandLine::tr("Of %n paper(s) arXiv does not tell more.", nullptr, outcome.stillIncomplete));
    }
    m_isIncomplete = !outcome.isWhole();
    return {};
}

void Command::sum(const ImportSummary &summary)
{
    for (const FileOutcome &file : summary.files) {
        for (const RowRemark &remark : file.remarks) {
            const QString line = remarkSentence(QFileInfo(file.path).fileName(), remark);
            if (remark.why == RowRemark::Why::CutOff) {
                m_terminal.complain(line);
            } else if (remark.why != RowRemark::Why::Repeated) {
                m_terminal.say(line);
            }
        }
        if (file.refused) {
            m_terminal.complain(sentence(*file.refused));
        }
    }
    m_terminal.say(summarySentence(summary));
}

Result<> Command::days()
{
    auto days = m_services.library().days();
    if (!days) {
        return tl::unexpected(days.error());
    }
    if (m_arguments.json) {
        QJsonArray array;
        for (const DaySummary &day : std::as_const(*days)) {
            array += dayJson(day, m_services.library().parts(day.day, day.source));
        }
        return m_terminal.print(jsonBytes(QJsonDocument(array)));
    }
    QString text;
    for (const DaySummary &day : std::as_const(*days)) {
        text += u"%1  %2  %3  %4  %5"_s
                    .arg(day.day.toString(Qt::ISODate), sourceName(day.source).leftJustified(8),
                         dayStatusKey(day.status).leftJustified(11),
                         QString::number(day.count).rightJustified(6), reasonWords(day))
                    .trimmed() +
                u'\n';
    }
    return m_terminal.print(text.toUtf8());
}

Result<> Command::list()
{
    auto rows = papers();
    if (!rows) {
        return tl::unexpected(rows.error());
    }
    if (!m_arguments.json) {
        QString text;
        for (const Paper &paper : std::as_const(*rows)) {
            const QString title = paper.titleTranslated.isNull() ? paper.title : paper.titleTranslated;
            text +=
                u"%1 %2  %3\n"_s.arg(paper.starred ? u"★"_s : u" "_s, paper.id.key(), printable(title, 200));
        }
        return m_terminal.print(text.toUtf8());
    }
    QJsonArray array;
    for (const Paper &paper : std::as_const(*rows)) {
        auto details = m_services.library().details(paper.id, paper.day);
        if (!details) {
            return tl::unexpected(details.error());
        }
        array += paperJson(paper, *details);
    }
    return m_terminal.print(jsonBytes(QJsonDocument(array)));
}

Result<> Command::show()
{
    auto id = paperNamed(m_arguments.operands.first());
    if (!id) {
        return tl::unexpected(id.error());
    }
    const QList<QDate> days = m_services.library().daysOf(*id);
    auto details = m_services.library().details(*id, days.value(0));
    if (!details) {
        return tl::unexpected(details.error());
    }
    Paper row{.id = *id};
    if (!days.isEmpty()) {
        auto listed = m_services.library().papers(OnDay{days.first(), id->source()}, translationLanguage);
        for (const Paper &other : listed.value_or(QList<Paper>())) {
            row = other.id == *id ? other : row;
        }
    }
    const Marks marks = m_services.library().marks(*id);
    row.starred = marks.starred;
    row.read = marks.read;
    const QJsonObject json = paperJson(row, *details);
    if (m_arguments.json) {
        return m_terminal.print(jsonBytes(QJsonDocument(json)));
    }
    ExportSection section{days.value(0), id->source(), {*details}};
    return m_terminal.print(writeMarkdown({section}, ExportStyle::Reading, ExportLanguage::Both, false));
}

Result<> Command::decide(Decide what)
{
    QList<PaperId> papers;
    for (const QString &operand : m_arguments.operands) {
        auto id = paperNamed(operand);
        if (!id) {
            return tl::unexpected(id.error());
        }
        if (auto known = m_services.library().details(*id); !known) {
            return tl::unexpected(known.error());
        }
        papers += *id;
    }
    return await(m_services.decisions().decide(papers, what));
}

Result<> Command::exportPapers()
{
    auto asked = query();
    if (!asked) {
        return tl::unexpected(asked.error());
    }
    auto bytes = exported(m_services.library(),
                          {*asked, {}, m_arguments.style, m_arguments.language, m_arguments.format});
    if (!bytes) {
        return tl::unexpected(bytes.error());
    }
    return m_arguments.output.isEmpty() || m_arguments.output == "-"_L1
               ? m_terminal.print(*bytes)
               : saveExport(m_arguments.output, *bytes);
}

/** Nobody is asked before it goes, so how to have it again is said after. */
Result<> Command::remove()
{
    const auto day = dayNamed(m_arguments.operands.first());
    if (!day) {
        return tl::unexpected(day.error());
    }
    const auto known = m_services.library().days(*day, *day);
    if (!known) {
        return tl::unexpected(known.error());
    }
    if (known->isEmpty()) {
        return failure(ErrorKind::NotFound, {}, day->toString(Qt::ISODate));
    }
    QStringList fetched;
    for (const DayPart &part : m_services.library().parts(*day, Source::Arxiv)) {
        fetched += part.category;
    }
    const auto removed = await(m_services.store().removeDay(*day));
    if (!removed) {
        return tl::unexpected(removed.error());
    }
    const QString words = removedSentence(day->toString(Qt::ISODate), *removed);
    if (removed->unfinished) {
        m_terminal.complain(words);
    } else {
        m_terminal.say(words);
    }
    tellWaysBack(*day, fetched, removed->files);
    return removed->unfinished ? Result<>(tl::unexpected(alreadySaid)) : Result<>();
}

void Command::tellWaysBack(QDate day, const QStringList &fetched, const QList<ImportFile> &files) const
{
    QStringList imported;
    bool wasFetched = false;
    for (const ImportFile &file : files) {
        if (isKeptDay(file.bytes)) {
            wasFetched = true;
        } else {
            imported += printable(file.path, longestSentence);
        }
    }
    if (!imported.isEmpty()) {
        //: behind it stand the names of files
        m_terminal.say(CommandLine::tr("To have it again, import:") + u' ' + imported.join(u' '));
    }
    if (wasFetched && !fetched.isEmpty()) {
        //: behind it stands a command
        m_terminal.say(CommandLine::tr("To have it again, fetch it:") +
                       u" paperdawnctl fetch --day %1 --category %2"_s.arg(day.toString(Qt::ISODate),
                                                                           fetched.join(u" --category "_s)));
    }
}

/** Where no version is named, that which the library knows. */
Result<QList<VersionedId>> Command::versions() const
{
    QList<VersionedId> papers;
    for (const QString &operand : m_arguments.operands) {
        auto paper = versionNamed(operand);
        if (!paper) {
            return tl::unexpected(paper.error());
        }
        if (const auto known = m_services.library().details(paper->id); known && paper->version == 0) {
            paper->version = known->version;
        }
        if (!papers.contains(*paper)) {
            papers += *paper;
        }
    }
    return papers;
}

/** Without the invented ones of the sample, but for one whose PDF is here: no host knows them. */
QList<VersionedId> Command::toBeHad(QList<VersionedId> papers) const
{
    papers.removeIf([this](const VersionedId &paper) {
        const auto known = m_services.library().details(paper.id);
        const bool isInvented = known && known->flags.testFlag(PaperFlag::Sample);
        if (!isInvented || !m_services.pdfs().fileOf(paper).isNull()) {
            return false;
        }
        m_terminal.complain(
            //: %1 is the number of a paper
            CommandLine::tr("%1 is a paper of the sample, invented and without a PDF.")
                .arg(paper.id.value()));
        return true;
    });
    return papers;
}

QList<PdfOutcome> Command::fetchPdfs(const QList<VersionedId> &papers)
{
    PdfCache &pdfs = m_services.pdfs();
    pdfs.setRoom(PdfCache::bytesOfRoom(Settings().pdfRoom()));
    QList<PdfOutcome> outcomes;
    QEventLoop loop;
    Waiting waiting(m_terminal, m_services.clock());
    QObject::connect(&pdfs, &PdfCache::progressed, &loop, [&](const PdfProgress &progress) {
        const QLocale c = QLocale::c();
        const QString total = progress.of.total < 0 ? u"?"_s : c.formattedDataSize(progress.of.total);
        waiting.tell(u"%1/%2  %3  %4/%5"_s.arg(outcomes.size())
                         .arg(papers.size())
                         .arg(progress.paper.id.value(), c.formattedDataSize(progress.of.received), total),
                     progress.of.waitingUntil);
    });
    QObject::connect(&pdfs, &PdfCache::finished, &loop, [&](const PdfOutcome &outcome) {
        outcomes += outcome;
        if (outcomes.size() == papers.size()) {
            loop.quit();
        }
    });
    for (const VersionedId &paper : papers) {
        pdfs.fetch(paper, PdfCache::Why::Wanted);
    }
    if (!papers.isEmpty()) {
        loop.exec();
    }
    m_terminal.progress({});
    return outcomes;
}

Result<> Command::pdf()
{
    const auto papers = versions();
    if (!papers) {
        return tl::unexpected(papers.error());
    }
    m_services.useNetwork(Settings(), m_arguments.endpoints);
    qsizetype here = 0;
    for (const PdfOutcome &outcome : fetchPdfs(toBeHad(*papers))) {
        if (outcome.error) {
            if (outcome.error != m_services.onlyRead()) { // that was said before
                m_terminal.complain(sentence(*outcome.error));
            }
            continue;
        }
        ++here;
        if (outcome.isTooMuch) {
            m_terminal.say(
                CommandLine::tr("The PDFs take more room than the settings give them: those of starred "
                                "papers stay."));
        }
        if (!m_arguments.output.isEmpty()) {
            return copyPdf(outcome.file);
        }
        m_terminal.say(outcome.file);
    }
    m_isIncomplete = here > 0 && here < papers->size();
    return here == 0 ? Result<>(tl::unexpected(alreadySaid)) : Result<>();
}

Result<> Command::copyPdf(const QString &file) const
{
    const auto bytes = readWhole(file, limitsOf(Purpose::Pdf).most);
    if (!bytes) {
        return tl::unexpected(bytes.error());
    }
    return m_arguments.output == "-"_L1 ? m_terminal.print(*bytes) : saveExport(m_arguments.output, *bytes);
}

Result<> Command::check()
{
    const auto faults = await(m_services.store().check(m_arguments.repair));
    if (!faults) {
        return tl::unexpected(faults.error());
    }
    bool found = false;
    bool left = false;
    for (const Fault &fault : *faults) {
        const QString line = faultSentence(fault);
        if (fault.isNote) {
            m_terminal.say(line);
            continue;
        }
        m_terminal.complain(
            printable(fault.repaired ? line + u' ' + CommandLine::tr("(repaired)") : line, longestSentence));
        found = true;
        left |= !fault.repaired;
    }
    if (const auto risk = riskOf(m_services.folder().path)) {
        m_terminal.say(riskSentence(*risk));
    }
    if (!found) {
        m_terminal.say(CommandLine::tr("No faults: files, journal, index and days agree."));
    }
    return left ? Result<>(tl::unexpected(alreadySaid)) : Result<>();
}

Result<> Command::backUp()
{
    return writeBackup(m_services.folder(), Settings().file(), m_arguments.operands.first())
        .map([this](const BackupCount &count) {
            m_terminal.say(CommandLine::tr("Backed up: %n decision(s)", nullptr, count.decisions) + u", "_s +
                           CommandLine::tr("%n file(s).", nullptr, count.originals));
        });
}

Result<> Command::restore()
{
    auto backup = BackupFile::open(m_arguments.operands.first(), m_services.folder());
    if (!backup) {
        return tl::unexpected(backup.error());
    }
    const BackupCount count = (*backup)->brings();
    if (m_arguments.preview) {
        m_terminal.say(CommandLine::tr("Not here yet: %n decision(s)", nullptr, count.decisions) + u", "_s +
                       CommandLine::tr("%n file(s).", nullptr, count.originals));
        return {};
    }
    auto merged = (*backup)->mergeInto(m_services.store(), m_services.clock(), [this](int done, int total) {
        m_terminal.progress(u"%1/%2"_s.arg(done).arg(total));
    });
    m_terminal.progress({});
    return merged.map([&](const RestoredBackup &restored) {
        Settings().takeMissing((*backup)->settingsFile());
        m_terminal.say(CommandLine::tr("Restored: %n decision(s)", nullptr, restored.brought.decisions) +
                       u", "_s + CommandLine::tr("%n file(s).", nullptr, restored.brought.originals));
        if (restored.damaged > 0) {
            m_terminal.complain(CommandLine::tr("%n file(s) in the backup were damaged and left out.",
                                                nullptr, restored.damaged));
        }
    });
}

Result<PaperQuery> Command::query() const
{
    const QString what = m_arguments.operands.first();
    if (what == "starred"_L1) {
        return Result<PaperQuery>(tl::in_place, InReadingList{});
    }
    return dayNamed(what).map([this](QDate day) -> PaperQuery { return OnDay{day, m_arguments.source}; });
}

Result<QList<Paper>> Command::papers() const
{
    auto asked = query();
    if (!asked) {
        return tl::unexpected(asked.error());
    }
    auto papers = m_services.library().papers(*asked, translationLanguage);
    if (!papers) {
        return papers;
    }
    papers->removeIf([this](const Paper &paper) {
        return (m_arguments.source && paper.id.source() != *m_arguments.source) ||
               (!m_arguments.category.isEmpty() &&
                !paper.categories.contains(m_arguments.category, Qt::CaseInsensitive));
    });
    const auto *onDay = std::get_if<OnDay>(&*asked);
    if (onDay && papers->isEmpty() &&
        m_services.library().days(onDay->day, onDay->day).value_or(QList<DaySummary>()).isEmpty()) {
        return failure(ErrorKind::NotFound, {}, onDay->day.toString(Qt::ISODate));
    }
    return papers;
}

} // namespace

Result<> Terminal::print(const QByteArray &bytes) const
{
    const bool written = fwrite(bytes.constData(), 1, size_t(bytes.size()), m_out) == size_t(bytes.size());
    if (!written || fflush(m_out) != 0) {
        const int number = errno;
        return failure(number == ENOSPC ? ErrorKind::DiskFull : ErrorKind::Io, qt_error_string(number),
                       CommandLine::tr("Standard output"));
    }
    return {};
}

void Terminal::say(const QString &line) const
{
    if (!m_quiet) {
        (void)print(line.toUtf8() + '\n');
    }
}

void Terminal::complain(const QString &line) const
{
    const QByteArray bytes = line.toUtf8() + '\n';
    fwrite(bytes.constData(), 1, size_t(bytes.size()), m_errors);
}

void Terminal::note(const QString &line) const
{
    if (!m_quiet) {
        complain(line);
    }
}

bool Terminal::showsProgress() const
{
    return !m_quiet && isatty(fileno(m_errors));
}

void Terminal::progress(const QString &line) const
{
    if (!showsProgress()) {
        return;
    }
    const QByteArray bytes = "\r\x1b[K" + printable(line, 78).toUtf8();
    fwrite(bytes.constData(), 1, size_t(bytes.size()), m_errors);
    fflush(m_errors);
}

int runCommand(const Arguments &arguments, Services &services, const Terminal &terminal)
{
    for (const Fault &fault : services.store().mended()) {
        terminal.complain(faultSentence(fault));
    }
    if (services.onlyRead()) {
        terminal.complain(sentence(*services.onlyRead()));
    }
    Command command(arguments, services, terminal);
    const Result<> done = command.run();
    (void)await(services.store().backUpIfDue()); // the log says what hinders it; the next one tries again
    if (done) {
        constexpr int incomplete = 3;
        return command.isIncomplete() ? incomplete : 0;
    }
    const bool isSaid = done.error() == services.onlyRead();
    if (const QString words = sentence(done.error()); !words.isEmpty() && !isSaid) {
        terminal.complain(words);
    }
    return done.error().kind == ErrorKind::BadArgument ? 2 : 1;
}

} // namespace paperdawn
