// SPDX-License-Identifier: GPL-3.0-or-later
// bench_library FOLDER PAPERS METADATA [--big-day | --raw]: fills a new library with invented papers, 300 a
// day, as an import would, and tells CPU and wall time of the storing alone, the peak of memory and the size
// on disk.
// --big-day adds a list of 10,000 of them, not measured. --raw is the floor: the same rows put into the same
// schema by bare SQLite, one transaction a day.
#include "app/base/clock.h"
#include "app/store/store.h"
#include "tests/bench/inventedpapers.h"
#include "tests/bench/measuring.h"

#include <QCoreApplication>
#include <QDirIterator>
#include <QFile>
#include <functional>
#include <sqlite3.h>
#include <sys/resource.h>

using namespace paperdawn;
using namespace paperdawn::bench;
using namespace Qt::StringLiterals;

namespace {

struct Spent
{
    double cpu = 0;
    double wall = 0;

    void add(const std::function<void()> &work)
    {
        const double cpuBefore = cpuMilliseconds();
        const double wallBefore = milliseconds();
        work();
        cpu += cpuMilliseconds() - cpuBefore;
        wall += milliseconds() - wallBefore;
    }
};

[[noreturn]] void stop(const QString &why)
{
    std::fprintf(stderr, "%s\n", qPrintable(why));
    std::exit(1);
}

qint64 bytesIn(const QString &folder)
{
    qint64 bytes = 0;
    for (QDirIterator all(folder, QDir::Files, QDirIterator::Subdirectories); all.hasNext();) {
        all.next();
        bytes += all.fileInfo().size();
    }
    return bytes;
}

/** Takes lists as the store does. */
class Stored final
{
public:
    explicit Stored(const LibraryFolder &folder)
    {
        auto store = Store::open(folder, m_clock, u"bench"_s);
        if (!store) {
            stop(store.error().what);
        }
        m_store = *std::move(store);
        m_import = *m_store->beginImport().result();
    }

    void put(DayFile list, Spent &spent)
    {
        // the bytes only name the file: compressing real ones belongs to the import of real files
        ImportFile file{u"day.md"_s, list.sections.first().day.toString(Qt::ISODate).toUtf8(),
                        std::move(list)};
        spent.add([&] {
            if (const auto outcome = m_store->put(m_import, file).result(); !outcome) {
                stop(outcome.error().what);
            }
        });
    }

private:
    SystemClock m_clock;
    std::unique_ptr<Store> m_store;
    qint64 m_import = 0;
};

/** Puts the rows of a list into the same schema. */
class Bare final
{
public:
    explicit Bare(const LibraryFolder &folder)
    {
        QDir().mkpath(folder.path);
        sqlite3_open(QFile::encodeName(folder.cacheFile()).constData(), &m_handle);
        run("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;");
        QFile schema(u":/paperdawn/sql/cache/001.sql"_s);
        if (!schema.open(QIODevice::ReadOnly)) {
            stop(schema.errorString());
        }
        run(schema.readAll().constData());
        m_paper = prepared("INSERT INTO paper VALUES(?,1,?,?,1,?,?,?,NULL,NULL,NULL,NULL,NULL,0)");
        m_abstract = prepared("INSERT INTO abstract VALUES(?,?)");
        m_listing = prepared("INSERT INTO listing VALUES(?,0,'',?,?,1,1)");
        m_mention = prepared("INSERT INTO mention VALUES(?,1)");
        m_day = prepared("INSERT INTO day VALUES(?,0,1,NULL,?)");
    }
    ~Bare() { sqlite3_close_v2(m_handle); }
    Q_DISABLE_COPY_MOVE(Bare)

    void put(const DayFile &list, Spent &spent)
    {
        const DaySection &section = list.sections.first();
        QList<Row> rows;
        for (const DayPaper &paper : section.papers) {
            const PaperDetails &details = paper.details;
            rows += {details.id.row(),
                     details.title.toUtf8(),
                     details.authors.join(u'\n').toUtf8(),
                     details.categories.join(u'\n').toUtf8(),
                     details.abstract.toUtf8(),
                     details.submitted.toMSecsSinceEpoch()};
        }
        spent.add([&] { insert(section.day.toJulianDay(), rows); });
    }

private:
    struct Row
    {
        qint64 row;
        QByteArray title;
        QByteArray authors;
        QByteArray categories;
        QByteArray abstract;
        qint64 submitted;
    };

    void insert(qint64 day, const QList<Row> &rows)
    {
        run("BEGIN IMMEDIATE");
        qint64 position = 0;
        for (const Row &row : rows) {
            sqlite3_bind_int64(m_paper, 1, row.row);
            bind(m_paper, 2, row.title);
            bind(m_paper, 3, row.authors);
            bind(m_paper, 4, row.categories);
            sqlite3_bind_int64(m_paper, 5, row.submitted);
            sqlite3_bind_int64(m_paper, 6, row.submitted);
            step(m_paper);
            sqlite3_bind_int64(m_abstract, 1, row.row);
            bind(m_abstract, 2, row.abstract);
            step(m_abstract);
            sqlite3_bind_int64(m_listing, 1, day);
            sqlite3_bind_int64(m_listing, 2, ++position);
            sqlite3_bind_int64(m_listing, 3, row.row);
            step(m_listing);
            sqlite3_bind_int64(m_mention, 1, row.row);
            step(m_mention);
        }
        sqlite3_bind_int64(m_day, 1, day);
        sqlite3_bind_int64(m_day, 2, position);
        step(m_day);
        run("COMMIT");
    }

    sqlite3_stmt *prepared(const char *sql)
    {
        sqlite3_stmt *statement = nullptr;
        check(sqlite3_prepare_v3(m_handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr));
        return statement;
    }
    void run(const char *sql) { check(sqlite3_exec(m_handle, sql, nullptr, nullptr, nullptr)); }
    void step(sqlite3_stmt *statement)
    {
        check(sqlite3_step(statement));
        sqlite3_reset(statement);
    }
    static void bind(sqlite3_stmt *statement, int index, const QByteArray &text)
    {
        sqlite3_bind_text(statement, index, text.constData(), int(text.size()), SQLITE_STATIC);
    }
    void check(int code)
    {
        if (code != SQLITE_OK && code != SQLITE_DONE && code != SQLITE_ROW) {
            stop(QString::fromUtf8(sqlite3_errmsg(m_handle)));
        }
    }

    sqlite3 *m_handle = nullptr;
    sqlite3_stmt *m_paper;
    sqlite3_stmt *m_abstract;
    sqlite3_stmt *m_listing;
    sqlite3_stmt *m_mention;
    sqlite3_stmt *m_day;
};

template <typename Taker>
Spent fill(Taker &&taker, InventedPapers &papers, qint64 count, bool withBigDay)
{
    Spent spent;
    qint64 left = count;
    for (const QDate &day : InventedPapers::daysFor(count)) {
        const int today = int(qMin<qint64>(left, InventedPapers::papersADay));
        taker.put(papers.list(day, today), spent);
        left -= today;
    }
    if (withBigDay) {
        Spent notMeasured;
        taker.put(papers.bigList(), notMeasured);
    }
    return spent;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 4) {
        stop(u"usage: bench_library FOLDER PAPERS METADATA [--big-day | --raw]"_s);
    }
    const LibraryFolder folder{arguments.at(1)};
    const qint64 count = arguments.at(2).toLongLong();
    auto papers = InventedPapers::from(arguments.at(3));
    if (!papers) {
        stop(u"There are no recorded papers in "_s + arguments.at(3));
    }
    const Spent spent = arguments.contains("--raw"_L1)
                            ? fill(Bare(folder), *papers, count, false)
                            : fill(Stored(folder), *papers, count, arguments.contains("--big-day"_L1));
    rusage usage = {};
    getrusage(RUSAGE_SELF, &usage);
    tell({{u"cpu"_s, spent.cpu},
          {u"wall"_s, spent.wall},
          {u"peak"_s, double(usage.ru_maxrss) / 1024},
          {u"bytes"_s, bytesIn(folder.path)}});
    return 0;
}
