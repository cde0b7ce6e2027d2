// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/formats/dayfileformat.h"
#include "app/store/statement.h"
#include "app/store/store.h"

#include "tests/support/dayfiletext.h"
#include "tests/support/fakeclock.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

namespace paperdawn::test {

/** The value of a future, waited for; the thread's events wait too. */
template <typename T>
Result<T> await(Future<T> future)
{
    future.waitForFinished();
    return future.isResultReadyAt(0) ? future.result()
                                     : failure(ErrorKind::Internal, QStringLiteral("dropped"));
}

/** The same, while the thread's events go on: for what comes back to it. */
template <typename T>
Result<T> settled(Future<T> future)
{
    return QTest::qWaitFor([&] { return future.isFinished(); }, 60'000)
               ? await(future)
               : failure(ErrorKind::Busy, QStringLiteral("too long"));
}

/** Where libraries of tests live: in memory where there is a place for it, because nothing here is to be
 * kept. */
inline QString scratchPlace()
{
    const QString memory = QStringLiteral("/dev/shm");
    return QFileInfo(memory).isWritable() ? memory : QDir::tempPath();
}

/** A folder for a library that goes with the test. */
class TemporaryLibrary final
{
public:
    explicit TemporaryLibrary(const QString &place = scratchPlace())
        : m_dir(place + QStringLiteral("/paperdawn-test"))
    {
    }
    [[nodiscard]] LibraryFolder folder() const { return {m_dir.filePath(QStringLiteral("library"))}; }
    /** A place for files beside it. */
    [[nodiscard]] QString path(const QString &name) const { return m_dir.filePath(name); }
    [[nodiscard]] std::unique_ptr<Store> store(const QString &machine = QStringLiteral("laptop")) const
    {
        return Store::open(folder(), m_clock, machine).value_or(nullptr);
    }
    [[nodiscard]] std::unique_ptr<Library> library() const
    {
        return Library::open(folder()).value_or(nullptr);
    }
    [[nodiscard]] FakeClock &clock() { return m_clock; }

private:
    QTemporaryDir m_dir;
    FakeClock m_clock;
};

/** A file as an import hands it to the store. */
inline ImportFile dayFile(const QString &name, const QByteArray &bytes)
{
    return {name, bytes, parseDayFile(bytes, name).value_or(DayFile())};
}

/** A row of what dayText() makes. */
struct Row
{
    QString title;
    QString author;
    QString link;
    QString abstract;
};

/** The text of a day as the archive writes it. */
inline QByteArray dayText(const QString &source, const QString &day, const QList<Row> &rows)
{
    QString text = QStringLiteral("# %1 %2\n\n| 标题 | 作者 | 发布日期 | PDF链接 | 摘要 |\n"
                                  "|------|------|----------|--------|------|\n")
                       .arg(source, day);
    for (const Row &row : rows) {
        text += QStringLiteral("| %1 | %2 | %3 | [PDF](%4) | %5 |\n")
                    .arg(row.title, row.author, day, row.link, row.abstract);
    }
    return text.toUtf8();
}

/** arxiv:2512.00001 and so on. */
inline PaperId paper(int number)
{
    return *PaperId::parse(QStringLiteral("2512.%1").arg(number, 5, 10, QChar(u'0')));
}

/** A day of `count` papers, numbered from `first`. */
inline QByteArray manyPapers(int first, int count, const QString &day = QStringLiteral("2025-12-09"))
{
    QList<Row> rows;
    for (int i = first; i < first + count; ++i) {
        rows +=
            {QStringLiteral("Paper %1").arg(i), QStringLiteral("Ada"),
             QStringLiteral("http://arxiv.org/pdf/%1v1").arg(paper(i).value()), QStringLiteral("We draw.")};
    }
    return dayText(QStringLiteral("arXiv"), day, rows);
}

/** Every row of what a cache says of papers and days, to compare whole states. */
inline QString cacheText(const LibraryFolder &folder)
{
    auto connection = Connection::open(folder.cacheFile(), Connection::Mode::Read, Connection::Sync::Normal);
    if (!connection) {
        return QStringLiteral("cannot be opened");
    }
    QStringList lines;
    for (const char *sql :
         {"SELECT 'paper ' || row || ' v' || version || ' ' || quote(title) || ' ' ||"
          " quote(authors) || authors_complete || ' ' || quote(categories) || quote(submitted) ||"
          " quote(updated) || quote(comment) || quote(journal_ref) || quote(doi) || quote(pdf_url) ||"
          " quote(code_urls) || flags FROM paper ORDER BY row",
          "SELECT 'abstract ' || row || ' ' || quote(text) FROM abstract ORDER BY row",
          "SELECT 'translation ' || row || ' ' || language || ' ' || origin || ' ' || quote(title) || ' ' ||"
          " quote(abstract) || flags FROM translation ORDER BY row, language, origin",
          "SELECT 'listing ' || day || ' ' || source || ' ' || category || ' ' || position || ' ' || row ||"
          " ' ' || kind || ' v' || version FROM listing ORDER BY day, source, category, position",
          "SELECT 'day ' || day || ' ' || source || ' ' || status || ' ' || quote(reason) || ' ' || papers"
          " FROM day ORDER BY day, source"}) {
        Statement rows(**connection, sql);
        rows.with();
        while (rows.step()) {
            lines += rows.text(0);
        }
    }
    if (const auto error = (*connection)->takeError()) {
        lines += error->what;
    }
    return lines.join(u'\n');
}

/** What a reader sees: days, their lists, the reading list. */
inline QString libraryText(const Library &library)
{
    const auto line = [](const Paper &paper) {
        const QString title = paper.titleTranslated.isNull() ? paper.title : paper.titleTranslated;
        return QStringLiteral("  %1 %2%3%4")
            .arg(paper.id.key(), title, paper.starred ? QStringLiteral(" ★") : QString(),
                 paper.read ? QStringLiteral(" read") : QString());
    };
    QStringList lines;
    const auto days = library.days(QDate(1990, 1, 1), QDate(2100, 1, 1)).value_or(QList<DaySummary>());
    for (const DaySummary &day : days) {
        lines += QStringLiteral("%1 %2 %3 %4: %5 papers, %6 unread, %7 starred")
                     .arg(day.day.toString(Qt::ISODate), sourceKey(day.source), dayStatusKey(day.status),
                          day.reason)
                     .arg(day.count)
                     .arg(day.unread)
                     .arg(day.starred);
        for (const Paper &paper :
             library.papers(OnDay{day.day, day.source}, QStringLiteral("zh-Hans")).value_or(QList<Paper>())) {
            lines += line(paper);
        }
    }
    lines += QStringLiteral("reading list");
    for (const Paper &paper :
         library.papers(InReadingList{}, QStringLiteral("zh-Hans")).value_or(QList<Paper>())) {
        lines += line(paper);
    }
    return lines.join(u'\n');
}

} // namespace paperdawn::test
