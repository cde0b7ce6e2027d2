// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/domain/paper.h"
#include "app/domain/paperquery.h"
#include "app/journal/ledger.h"

#include <QHash>
#include <QSet>
#include <memory>

namespace paperdawn {

class Clock;
class Connection;
struct Sight;

/** Where a library keeps its files. */
struct LibraryFolder
{
    QString path;

    /** Where the reader's own library is: in the folder that the settings name, else in
     * $XDG_DATA_HOME/paperdawn. */
    [[nodiscard]] static LibraryFolder ofReader(const QString &named);
    /** The same, to be opened: LibraryGone where the named one is not there. It may be on a disk that is not
     * plugged in, so that none is made in its place. */
    [[nodiscard]] static Result<LibraryFolder> thatIsThere(const QString &named);
    /** Holds a library, all of it. (Where the settings name a folder, a copy to it is finished.) */
    [[nodiscard]] bool isLibrary() const;
    [[nodiscard]] bool holdsLibrary() const; ///< or a part of one, being copied

    [[nodiscard]] QString cacheFile() const { return path + QStringLiteral("/cache.db"); }
    [[nodiscard]] QString libraryFile() const { return path + QStringLiteral("/library.db"); }
    [[nodiscard]] QString journalFolder() const { return path + QStringLiteral("/journal"); }
    [[nodiscard]] QString machineFile() const { return path + QStringLiteral("/machine"); }
    [[nodiscard]] QString importsFolder() const { return path + QStringLiteral("/imports"); }
    [[nodiscard]] QString pdfFolder() const { return path + QStringLiteral("/pdf"); }
    [[nodiscard]] QString backupFolder() const { return path + QStringLiteral("/backup"); }
    [[nodiscard]] QString writerLock() const { return path + QStringLiteral("/writer.lock"); }
    /** Shared by all who have the library open; held alone while it is moved elsewhere. */
    [[nodiscard]] QString useLock() const { return path + QStringLiteral("/use.lock"); }
    /** In a folder to which a library is being copied, until the settings name it. */
    [[nodiscard]] QString unfinishedCopy() const { return path + QStringLiteral("/unfinished-copy"); }
    /** Held while a file is stored or taken back: tells that from what a crash left half done. */
    [[nodiscard]] QString importLock() const { return path + QStringLiteral("/import.lock"); }
};

/** What the reader decided on one paper. */
struct Marks
{
    bool starred = false;
    bool read = false;
    bool operator==(const Marks &) const = default;
};

/**
 * The only reader: answers questions from cache.db and library.db, read-only. One per thread: it may be
 * handed to another one, but not be used by two. Every answer is a snapshot; Store::changed tells when to ask
 * again. One that could not be read and that is no Result is as if nothing were there; the log says why.
 */
class Library final
{
public:
    [[nodiscard]] static Result<std::unique_ptr<Library>> open(const LibraryFolder &folder);
    /** One that is not to be changed, not by a byte (lookAt()): in a folder that cannot be written, or of a
     * newer version, as far as this one can read that. */
    [[nodiscard]] static Result<std::unique_ptr<Library>> openToRead(const LibraryFolder &folder,
                                                                     const Clock &clock);
    ~Library();
    Library(const Library &) = delete;
    Library &operator=(const Library &) = delete;

    /** The rows of a list, with translations into `language`. */
    [[nodiscard]] Result<QList<Paper>> papers(const PaperQuery &query, const QString &language) const;

    /**
     * Everything known of one paper: from the cache, else from the copy that its star keeps; NotFound else.
     * The translation to show stands first: that of the day asked for, else the best.
     */
    [[nodiscard]] Result<PaperDetails> details(const PaperId &id, QDate day = {}) const;
    /** The same of many papers; those of which nothing is known are left out. */
    [[nodiscard]] Result<QList<PaperDetails>> details(const QList<PaperId> &ids) const;

    /**
     * Days and sources of which something is known, with counts, oldest first. Unread and starred are counted
     * only where both limits are given.
     */
    [[nodiscard]] Result<QList<DaySummary>> days(QDate from = {}, QDate to = {}) const;
    /** The categories whose lists of that day a service was asked for. */
    [[nodiscard]] QList<DayPart> parts(QDate day, Source source) const;
    /** On a list of each category of arXiv, on average of those that were fetched last. */
    [[nodiscard]] QHash<QString, int> papersADay() const;
    /** Papers of the day of which more could be looked up: title, abstract, authors or categories are
     * unknown. */
    [[nodiscard]] QList<PaperId> incompletePapers(QDate day, Source source) const;
    /** Papers on arXiv's own lists of a day that are known as lists tell of them, without a version or a
     * date, or by an older version than the one that stands there; oldest first. */
    [[nodiscard]] QList<PaperId> unfamiliarPapers(QDate day) const;
    /** Papers that stand as new on arXiv's list of a category. */
    [[nodiscard]] QSet<PaperId> newOn(QDate day, const QString &category) const;
    /** The newest day with papers on it, or an invalid date. */
    [[nodiscard]] QDate latestDay() const;
    /** The nearest day of which something is known after/before `day`, or an invalid date. */
    [[nodiscard]] QDate dayAfter(QDate day) const;
    [[nodiscard]] QDate dayBefore(QDate day) const;
    /** The days on whose lists a paper stands, newest first. */
    [[nodiscard]] QList<QDate> daysOf(const PaperId &id) const;

    [[nodiscard]] Marks marks(const PaperId &id) const;
    /** Of many papers, at a tenth of what asking one by one costs. */
    [[nodiscard]] Result<QHash<PaperId, Marks>> marks(const QList<PaperId> &ids) const;
    [[nodiscard]] int readingListSize() const;
    /** How many papers StillUnread{} finds. */
    [[nodiscard]] int unreadCount() const;
    /** What undo and redo act on next: this machine's deeds, across restarts and programs. */
    [[nodiscard]] std::optional<Deed> undoable() const;
    [[nodiscard]] std::optional<Deed> redoable() const;
    [[nodiscard]] bool canUndo() const; ///< cheaper than the deed
    [[nodiscard]] bool canRedo() const;

    /** Changes whenever another connection, of any process, has committed (PRAGMA data_version). */
    [[nodiscard]] qint64 dataVersion() const;

private:
    Library(LibraryFolder folder, std::unique_ptr<Connection> connection);
    [[nodiscard]] Result<> tryOut() const;
    void lookAgain() const;
    [[nodiscard]] Result<QList<Paper>> namedPapers(const QList<PaperId> &ids, const QString &language) const;
    [[nodiscard]] Connection &connection() const;

    LibraryFolder m_folder;
    mutable std::unique_ptr<Connection> m_connection; ///< to the files that stand there now
    mutable qint64 m_opened = 1;                      ///< how often
    mutable std::unique_ptr<const Sight> m_sight;     ///< of one that is not to be changed
    mutable QString m_seen;                           ///< its files, when it was opened
};

} // namespace paperdawn
