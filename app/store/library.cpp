// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/library.h"

#include "app/domain/dayfile.h"
#include "app/domain/listingday.h"
#include "app/store/looking.h"
#include "app/store/rows.h"
#include "app/store/starcopy.h"
#include "app/store/statement.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QStandardPaths>

namespace paperdawn {

using namespace Qt::StringLiterals;

namespace {

using TranslationsByRow = QHash<qint64, QList<Translation>>;

/** The translation to show is the first of its language. */
void bringForward(QList<Translation> &translations, QDate day)
{
    const Translation *best = bestTranslation(translations, u"zh-Hans"_s, fileOrigin(day));
    if (best) {
        translations.move(best - translations.constData(), 0);
    }
}

void translate(Paper &paper, const QList<Translation> &translations, const QString &language)
{
    const Translation *best = bestTranslation(translations, language, fileOrigin(paper.day));
    if (!best) {
        return;
    }
    paper.titleTranslated = best->title;
    paper.language = best->language;
    paper.flags |= best->flags;
}

/** The columns of a row, as paperFromRow() reads them; `p` is the paper, the marks are looked up by its row.
 */
#define PAPER_COLUMNS                                                                                        \
    "p.row, p.version, p.title, p.authors, p.authors_complete, p.categories, p.flags,"                       \
    " (SELECT value FROM library.decision d WHERE d.row = p.row AND d.field = 'star') = 'true',"             \
    " (SELECT value FROM library.decision d WHERE d.row = p.row AND d.field = 'read') = 'true'"

std::optional<Paper> paperFromRow(const Statement &row)
{
    const std::optional<PaperId> id = PaperId::fromRow(row.number(0));
    if (!id) {
        return {};
    }
    Paper paper{.id = *id};
    paper.version = int(row.number(1));
    paper.title = row.text(2);
    paper.authors = row.lines(3);
    paper.authorsComplete = row.number(4) != 0;
    paper.categories = row.lines(5);
    paper.flags = PaperFlags::fromInt(int(row.number(6)));
    paper.starred = row.number(7) != 0;
    paper.read = row.number(8) != 0;
    return paper;
}

DayPart partFromRow(Statement &row)
{
    return {.category = row.text(0),
            .expected = row.isNull(1) ? std::nullopt : std::optional(int(row.number(1))),
            .held = int(row.number(2)),
            .reason = row.text(3)};
}

TranslationsByRow titlesOnDay(Connection &connection, QDate day)
{
    TranslationsByRow titles;
    Statement statement(connection, "SELECT t.row, t.language, t.origin, t.title, t.flags FROM translation t"
                                    " WHERE t.row IN (SELECT row FROM listing WHERE day = ?)");
    statement.with(day);
    while (statement.step()) {
        titles[statement.number(0)] += {statement.text(1),
                                        statement.text(2),
                                        statement.text(3),
                                        {},
                                        PaperFlags::fromInt(int(statement.number(4)))};
    }
    return titles;
}

QList<Paper> papersOnDay(Connection &connection, const OnDay &query, const QString &language)
{
    const TranslationsByRow titles = titlesOnDay(connection, query.day);
    const int from = query.source ? int(*query.source) : 0;
    const int to = query.source ? int(*query.source) : 255;
    Statement rows(
        connection,
        "SELECT " PAPER_COLUMNS ", l.kind, l.version FROM listing l JOIN paper p ON p.row = l.row"
        " LEFT JOIN part ON part.day = l.day AND part.source = l.source AND part.category = l.category"
        " WHERE l.day = ? AND l.source BETWEEN ? AND ?"
        " ORDER BY l.source, coalesce(part.place, 0), l.category, l.position");
    rows.with(query.day, from, to);
    QList<Paper> papers;
    QHash<qint64, qsizetype> places; // a paper may stand in several categories of a day
    while (rows.step()) {
        const qint64 row = rows.number(0);
        const auto kind = Kind(rows.number(9));
        if (const auto place = places.constFind(row); place != places.constEnd()) {
            Paper &seen = papers[*place];
            seen.kind = kind == Kind::New ? kind : seen.kind; // in one of them it is new
            continue;
        }
        std::optional<Paper> paper = paperFromRow(rows);
        if (!paper) {
            continue;
        }
        places.insert(row, papers.size());
        paper->day = query.day;
        paper->kind = kind;
        paper->version = rows.number(10) > 0 ? int(rows.number(10)) : paper->version;
        translate(*paper, titles.value(row), language);
        papers += *std::move(paper);
    }
    return papers;
}

Paper paperFromDetails(const PaperDetails &details, const QString &language)
{
    Paper paper{.id = details.id};
    paper.version = details.version;
    paper.title = details.title;
    paper.authors = details.authors;
    paper.authorsComplete = details.authorsComplete;
    paper.categories = details.categories;
    paper.flags = details.flags;
    translate(paper, details.translations, language);
    return paper;
}

/** The newest days with papers on them, newest first. */
QList<QDate> newestDays(Connection &connection, int count)
{
    QList<QDate> days;
    Statement rows(connection, "SELECT DISTINCT day FROM day WHERE papers > 0 ORDER BY day DESC LIMIT ?");
    rows.with(count);
    while (rows.step()) {
        days += rows.day(0);
    }
    return days;
}

QList<Paper> unreadPapers(Connection &connection, const StillUnread &query, const QString &language)
{
    QList<Paper> papers;
    QSet<PaperId> seen; // a replacement stands on a later day again
    for (const QDate &day : newestDays(connection, StillUnread::lists)) {
        for (Paper &paper : papersOnDay(connection, {day, {}}, language)) {
            if (!seen.contains(paper.id) && (!paper.read || query.keeping.contains(paper.id))) {
                seen.insert(paper.id);
                papers += std::move(paper);
            }
        }
    }
    return papers;
}

bool isStarred(Connection &connection, const PaperId &id)
{
    Statement star(connection,
                   "SELECT 1 FROM library.decision WHERE key = ? AND field = 'star' AND value = 'true'");
    return star.with(id.key()).step();
}

/** What its star keeps of a paper that the cache does not have, be it only its name. */
std::optional<PaperDetails> copyOf(Connection &connection, const PaperId &id)
{
    Statement copy(connection, "SELECT paper FROM library.copy WHERE key = ?");
    if (!copy.with(id.key()).step()) {
        return isStarred(connection, id) ? std::optional(namedOnly(id)) : std::nullopt;
    }
    return paperFromCopy(id, QJsonDocument::fromJson(copy.text(0).toUtf8()).object());
}

QList<Paper> readingList(Connection &connection, const QString &language)
{
    QList<Paper> papers;
    Statement starred(connection, "SELECT key FROM library.decision WHERE field = 'star' AND value = 'true'"
                                  " ORDER BY time DESC, machine, sequence DESC");
    Statement rows(connection,
                   "SELECT " PAPER_COLUMNS ", (SELECT max(day) FROM listing l WHERE l.row = p.row),"
                   " (SELECT kind FROM listing l WHERE l.row = p.row ORDER BY day DESC LIMIT 1)"
                   " FROM paper p WHERE p.row = ?");
    Statement read(connection,
                   "SELECT value = 'true' FROM library.decision WHERE key = ? AND field = 'read'");
    PaperRows cache(connection);
    starred.with();
    while (starred.step()) {
        const std::optional<PaperId> id = PaperId::fromKey(starred.text(0));
        if (!id) {
            continue; // of a source that this version does not know: kept, not shown
        }
        std::optional<Paper> paper;
        if (rows.with(id->row()).step() && (paper = paperFromRow(rows))) {
            paper->day = rows.day(9);
            paper->kind = Kind(rows.number(10));
            translate(*paper, cache.translations(id->row()), language);
        } else {
            paper = paperFromDetails(copyOf(connection, *id).value_or(namedOnly(*id)), language);
            paper->read = read.with(id->key()).step() && read.number(0) != 0;
        }
        paper->starred = true;
        papers += *std::move(paper);
    }
    return papers;
}

/** The deed that was moved onto its stack last, see UndoStack of the tests. */
constexpr const char *lastDone = "SELECT number FROM library.deed d WHERE undone = 0"
                                 " AND EXISTS (SELECT 1 FROM library.deed_line l WHERE l.deed = d.number)"
                                 " ORDER BY stamp DESC LIMIT 1";
/** Any deed done after it clears what was undone. */
constexpr const char *lastUndone = "SELECT number FROM library.deed d WHERE undone = 1"
                                   " AND EXISTS (SELECT 1 FROM library.deed_line l WHERE l.deed = d.number)"
                                   " AND stamp > (SELECT sequence FROM library.deed_line"
                                   " ORDER BY deed DESC, sequence DESC LIMIT 1)"
                                   " ORDER BY stamp DESC LIMIT 1";

std::optional<Deed> deedFrom(Connection &connection, const char *stack)
{
    const Snapshot snapshot(connection);
    const qint64 number = connection.number(stack);
    if (number == 0) {
        return {};
    }
    Deed deed{number, {}};
    Statement lines(connection, "SELECT line FROM library.deed_line WHERE deed = ? ORDER BY sequence");
    lines.with(number);
    while (lines.step()) {
        if (auto decision = fromLine(lines.text(0).toUtf8())) {
            deed.lines += *std::move(decision);
        }
    }
    return deed;
}

bool isThere(Connection &connection, const char *stack)
{
    const Snapshot snapshot(connection);
    return connection.number(stack) != 0;
}

QDate dayFrom(Connection &connection, const char *sql, QDate day)
{
    const Snapshot snapshot(connection);
    Statement statement(connection, sql);
    return statement.with(day).step() ? statement.day(0) : QDate();
}

Result<std::unique_ptr<Connection>> openBoth(const QString &cache, const QString &library,
                                             Connection::Mode mode)
{
    auto connection = Connection::open(cache, mode, Connection::Sync::Normal);
    if (connection) {
        if (auto attached = (*connection)->attach(library, "library"); !attached) {
            return tl::unexpected(attached.error());
        }
    }
    return connection;
}

/** Changes where somebody has written to one of the files. */
QString stateOf(const Sight &sight)
{
    QString state;
    for (const QString &path : {sight.cache, sight.library}) {
        for (const QFileInfo &file : {QFileInfo(path), QFileInfo(path + u"-wal"_s)}) {
            state += QString::number(file.size()) + u' ' +
                     QString::number(file.lastModified().toMSecsSinceEpoch()) + u'\n';
        }
    }
    return state;
}

/** The value, or the failure that its making met. */
template <typename T>
Result<T> checked(Connection &connection, T value)
{
    if (auto error = connection.takeError()) {
        return tl::unexpected(*error);
    }
    return value;
}

} // namespace

LibraryFolder LibraryFolder::ofReader(const QString &named)
{
    return {named.isEmpty()
                ? QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/paperdawn"_s
                : named};
}

Result<LibraryFolder> LibraryFolder::thatIsThere(const QString &named)
{
    LibraryFolder folder = ofReader(named);
    if (!named.isEmpty() && !folder.holdsLibrary()) {
        return failure(ErrorKind::LibraryGone, {}, named);
    }
    return folder;
}

bool LibraryFolder::isLibrary() const
{
    return holdsLibrary() && !QFileInfo::exists(unfinishedCopy());
}

bool LibraryFolder::holdsLibrary() const
{
    return QFileInfo(journalFolder()).isDir() || QFileInfo::exists(libraryFile());
}

Result<std::unique_ptr<Library>> Library::open(const LibraryFolder &folder)
{
    return openBoth(folder.cacheFile(), folder.libraryFile(), Connection::Mode::Read)
        .map([&](std::unique_ptr<Connection> connection) {
            return std::unique_ptr<Library>(new Library(folder, std::move(connection)));
        });
}

Library::Library(LibraryFolder folder, std::unique_ptr<Connection> connection)
    : m_folder(std::move(folder))
    , m_connection(std::move(connection))
{
}

Library::~Library()
{
    m_connection.reset();
    if (m_sight && !m_sight->scratch.isEmpty()) {
        QDir(m_sight->scratch).removeRecursively();
    }
}

Result<std::unique_ptr<Library>> Library::openToRead(const LibraryFolder &folder, const Clock &clock)
{
    return lookAt(folder, clock).and_then([&](const Sight &sight) -> Result<std::unique_ptr<Library>> {
        const QString seen = stateOf(sight);
        std::unique_ptr<Library> library(new Library(folder, nullptr));
        library->m_sight = std::make_unique<Sight>(sight); // with it the scratch folder goes
        library->m_seen = seen;
        auto connection = openBoth(sight.cache, sight.library, Connection::Mode::Look);
        if (!connection) {
            return tl::unexpected(connection.error());
        }
        library->m_connection = *std::move(connection);
        return library->tryOut().map([&] { return std::move(library); });
    });
}

/** What a newer version made may be made quite differently. */
Result<> Library::tryOut() const
{
    return papers(InReadingList{}, u"en"_s)
        .and_then([this](const QList<Paper> &) {
            return papers(OnDay{latestDay(), {}}, u"en"_s);
        })
        .and_then([this](const QList<Paper> &) { return days(QDate(1990, 1, 1), QDate(9999, 12, 31)); })
        .map([](const QList<DaySummary> &) {});
}

/** Nobody tells a connection that leaves no trace that others write. */
void Library::lookAgain() const
{
    const QString now = stateOf(*m_sight);
    if (now == m_seen) {
        return;
    }
    if (auto anew = openBoth(m_sight->cache, m_sight->library, Connection::Mode::Look)) {
        m_connection = *std::move(anew);
        m_seen = now;
        ++m_opened;
    }
}

/** A damaged file is set aside and built anew, maybe by another process: then what we hold is the old one. */
Connection &Library::connection() const
{
    if (m_sight) {
        lookAgain();
    } else if (m_connection->hasMoved() || m_connection->hasMoved("library")) {
        if (auto anew = openBoth(m_folder.cacheFile(), m_folder.libraryFile(), Connection::Mode::Read)) {
            m_connection = *std::move(anew);
            ++m_opened;
        }
    }
    return *m_connection;
}

Result<QList<Paper>> Library::papers(const PaperQuery &query, const QString &language) const
{
    if (const auto *named = std::get_if<Named>(&query)) {
        return namedPapers(named->papers, language);
    }
    Connection &from = connection();
    const Snapshot snapshot(from);
    if (const auto *onDay = std::get_if<OnDay>(&query)) {
        return checked(from, papersOnDay(from, *onDay, language));
    }
    if (const auto *unread = std::get_if<StillUnread>(&query)) {
        return checked(from, unreadPapers(from, *unread, language));
    }
    return checked(from, readingList(from, language));
}

Result<QList<Paper>> Library::namedPapers(const QList<PaperId> &ids, const QString &language) const
{
    const auto found = details(ids);
    if (!found) {
        return tl::unexpected(found.error());
    }
    return marks(ids).map([&](const QHash<PaperId, Marks> &marks) {
        QList<Paper> papers;
        for (const PaperDetails &details : *found) {
            Paper paper = paperFromDetails(details, language);
            paper.starred = marks.value(paper.id).starred;
            paper.read = marks.value(paper.id).read;
            papers += std::move(paper);
        }
        return papers;
    });
}

Result<PaperDetails> Library::details(const PaperId &id, QDate day) const
{
    return details(QList{id}).and_then([&](QList<PaperDetails> &&found) -> Result<PaperDetails> {
        if (found.isEmpty()) {
            return failure(ErrorKind::NotFound, {}, id.key());
        }
        bringForward(found.first().translations, day);
        return std::move(found.first());
    });
}

Result<QList<PaperDetails>> Library::details(const QList<PaperId> &ids) const
{
    Connection &from = connection();
    const Snapshot snapshot(from);
    PaperRows cache(from);
    QList<PaperDetails> found;
    for (const PaperId &id : ids) {
        std::optional<PaperDetails> paper = cache.find(id);
        if (!paper) {
            paper = copyOf(from, id);
        }
        if (paper) {
            bringForward(paper->translations, {});
            found += *std::move(paper);
        }
    }
    return checked(from, std::move(found));
}

Result<QList<DaySummary>> Library::days(QDate from, QDate to) const
{
    const qint64 first = from.isValid() ? from.toJulianDay() : 0;
    const qint64 last = to.isValid() ? to.toJulianDay() : std::numeric_limits<qint64>::max();
    Connection &source = connection();
    const Snapshot snapshot(source);
    QMap<std::pair<QDate, int>, DaySummary> days;
    Statement rows(source, "SELECT day, source, status, reason, papers FROM day WHERE day BETWEEN ? AND ?");
    rows.with(first, last);
    while (rows.step()) {
        const DaySummary summary{.day = rows.day(0),
                                 .source = Source(rows.number(1)),
                                 .status = DayStatus(rows.number(2)),
                                 .reason = rows.text(3),
                                 .count = int(rows.number(4))};
        days.insert({summary.day, int(summary.source)}, summary);
    }
    if (from.isValid() && to.isValid()) {
        Statement marks(
            source,
            "SELECT l.day, l.source, count(*),"
            " sum((SELECT value FROM library.decision d WHERE d.row = l.row AND d.field = 'read') = 'true'),"
            " sum((SELECT value FROM library.decision d WHERE d.row = l.row AND d.field = 'star') = 'true')"
            " FROM (SELECT DISTINCT day, source, row FROM listing WHERE day BETWEEN ? AND ?) l"
            " GROUP BY l.day, l.source");
        marks.with(first, last);
        while (marks.step()) {
            DaySummary &summary = days[{marks.day(0), int(marks.number(1))}];
            summary.unread = int(marks.number(2) - marks.number(3));
            summary.starred = int(marks.number(4));
        }
    }
    Statement lacking(source,
                      "SELECT p.category, p.expected, (SELECT count(*) FROM listing l WHERE l.day = p.day"
                      " AND l.source = p.source AND l.category = p.category) held, p.reason, p.day, p.source"
                      " FROM part p JOIN day d ON d.day = p.day AND d.source = p.source"
                      " WHERE p.day BETWEEN ? AND ? AND d.status IN (?,?)"
                      " AND (p.expected IS NULL OR held < p.expected) ORDER BY p.category");
    lacking.with(first, last, int(DayStatus::Incomplete), int(DayStatus::Failed));
    while (lacking.step()) {
        days[{lacking.day(4), int(lacking.number(5))}].lacking += partFromRow(lacking);
    }
    return checked(source, days.values());
}

QHash<QString, int> Library::papersADay() const
{
    constexpr int days = 40;
    Connection &from = connection();
    const Snapshot snapshot(from);
    QHash<QString, int> papers;
    Statement rows(from, "SELECT category, round(avg(expected)) FROM part WHERE source = ?1 AND expected > 0"
                         " AND day > (SELECT max(day) FROM part WHERE source = ?1) - ?2 GROUP BY category");
    rows.with(int(Source::Arxiv), days);
    while (rows.step()) {
        papers.insert(rows.text(0), int(rows.number(1)));
    }
    return papers;
}

QList<DayPart> Library::parts(QDate day, Source source) const
{
    Connection &from = connection();
    const Snapshot snapshot(from);
    QList<DayPart> parts;
    Statement rows(from, "SELECT category, expected, (SELECT count(*) FROM listing l WHERE l.day = p.day"
                         " AND l.source = p.source AND l.category = p.category), reason FROM part p"
                         " WHERE day = ? AND source = ? ORDER BY category");
    rows.with(day, int(source));
    while (rows.step()) {
        parts += partFromRow(rows);
    }
    Statement tallies(from, "SELECT kind, expected, (SELECT count(*) FROM listing l WHERE l.day = t.day"
                            " AND l.source = t.source AND l.category = t.category"
                            " AND (l.kind = t.kind OR (t.kind = 3 AND l.kind = 4))) FROM tally t"
                            " WHERE day = ? AND source = ? AND category = ? ORDER BY kind");
    for (DayPart &part : parts) {
        tallies.with(day, int(source), part.category);
        while (tallies.step()) {
            part.tallies += {Kind(tallies.number(0)), int(tallies.number(1)), int(tallies.number(2))};
        }
    }
    return parts;
}

QList<PaperId> Library::incompletePapers(QDate day, Source source) const
{
    Connection &from = connection();
    const Snapshot snapshot(from);
    QList<PaperId> papers;
    Statement rows(from, "SELECT DISTINCT p.row FROM listing l JOIN paper p ON p.row = l.row"
                         " WHERE l.day = ? AND l.source = ? AND (p.title IS NULL OR p.authors_complete = 0"
                         " OR p.categories IS NULL OR p.row NOT IN (SELECT row FROM abstract))"
                         " ORDER BY p.row");
    rows.with(day, int(source));
    while (rows.step()) {
        if (const auto id = PaperId::fromRow(rows.number(0))) {
            papers += *id;
        }
    }
    return papers;
}

QList<PaperId> Library::unfamiliarPapers(QDate day) const
{
    Connection &from = connection();
    const Snapshot snapshot(from);
    QList<PaperId> papers;
    // a replacement came since the list before it was closed
    Statement rows(from, "SELECT DISTINCT p.row FROM listing l JOIN paper p ON p.row = l.row"
                         " WHERE l.day = ?1 AND l.source = ?2 AND l.category <> '' AND (p.version = 0"
                         " OR p.updated IS NULL"
                         " OR (l.kind IN (?3, ?4) AND p.updated < ?5)) ORDER BY p.row");
    rows.with(day, int(Source::Arxiv), int(Kind::Replaced), int(Kind::ReplacedCross),
              ListingDay::opensAt(day).toMSecsSinceEpoch());
    while (rows.step()) {
        if (const auto id = PaperId::fromRow(rows.number(0))) {
            papers += *id;
        }
    }
    return papers;
}

QSet<PaperId> Library::newOn(QDate day, const QString &category) const
{
    Connection &from = connection();
    const Snapshot snapshot(from);
    QSet<PaperId> papers;
    Statement rows(from,
                   "SELECT row FROM listing WHERE day = ? AND source = ? AND category = ? AND kind = ?");
    rows.with(day, int(Source::Arxiv), category, int(Kind::New));
    while (rows.step()) {
        if (const auto id = PaperId::fromRow(rows.number(0))) {
            papers += *id;
        }
    }
    return papers;
}

QDate Library::latestDay() const
{
    return dayFrom(connection(),
                   "SELECT day FROM day WHERE papers > 0 AND day <= ? ORDER BY day DESC LIMIT 1",
                   QDate(9999, 12, 31));
}

QDate Library::dayAfter(QDate day) const
{
    return dayFrom(connection(), "SELECT min(day) FROM day WHERE day > ?", day);
}

QDate Library::dayBefore(QDate day) const
{
    return dayFrom(connection(), "SELECT max(day) FROM day WHERE day < ?", day);
}

QList<QDate> Library::daysOf(const PaperId &id) const
{
    Connection &from = connection();
    const Snapshot snapshot(from);
    QList<QDate> days;
    Statement rows(from, "SELECT DISTINCT day FROM listing WHERE row = ? ORDER BY day DESC");
    rows.with(id.row());
    while (rows.step()) {
        days += rows.day(0);
    }
    return days;
}

Marks Library::marks(const PaperId &id) const
{
    return marks(QList{id}).value_or(QHash<PaperId, Marks>()).value(id);
}

Result<QHash<PaperId, Marks>> Library::marks(const QList<PaperId> &ids) const
{
    Connection &from = connection();
    const Snapshot snapshot(from);
    Statement rows(from, "SELECT field FROM library.decision WHERE key = ? AND value = 'true'");
    QHash<PaperId, Marks> found;
    found.reserve(ids.size());
    for (const PaperId &id : ids) {
        Marks &marks = found[id];
        rows.with(id.key());
        while (rows.step()) {
            const QString field = rows.text(0);
            marks.starred |= field == "star"_L1;
            marks.read |= field == "read"_L1;
        }
    }
    if (auto error = from.takeError()) {
        return tl::unexpected(*error);
    }
    return found;
}

int Library::readingListSize() const
{
    Connection &from = connection();
    const Snapshot snapshot(from);
    return int(from.number(
        "SELECT count(*) FROM library.decision WHERE field = 'star' AND value = 'true' AND row NOT NULL"));
}

int Library::unreadCount() const
{
    Connection &from = connection();
    const Snapshot snapshot(from);
    const QList<QDate> days = newestDays(from, StillUnread::lists);
    if (days.isEmpty()) {
        return 0;
    }
    Statement count(
        from,
        "SELECT count(DISTINCT l.row) FROM listing l WHERE l.day >= ? AND"
        " (SELECT value FROM library.decision d WHERE d.row = l.row AND d.field = 'read') IS NOT 'true'");
    return count.with(days.last()).step() ? int(count.number(0)) : 0;
}

std::optional<Deed> Library::undoable() const
{
    return deedFrom(connection(), lastDone);
}

std::optional<Deed> Library::redoable() const
{
    return deedFrom(connection(), lastUndone);
}

bool Library::canUndo() const
{
    return isThere(connection(), lastDone);
}

bool Library::canRedo() const
{
    return isThere(connection(), lastUndone);
}

qint64 Library::dataVersion() const
{
    // each counts the commits to its own file, from small numbers; none of the three ever falls
    Connection &from = connection();
    return (m_opened << 40) + from.number("PRAGMA main.data_version") +
           from.number("PRAGMA library.data_version");
}

} // namespace paperdawn
