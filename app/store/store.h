// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/domain/importsummary.h"
#include "app/store/library.h"
#include "app/store/opening.h"

#include <QObject>
#include <QThread>

namespace paperdawn {

/** What a commit touched, for models to ask again for just that. */
struct StoreChange
{
    QList<QDate> days;     ///< whose lists or status changed
    QList<PaperId> papers; ///< whose facts or marks changed; empty with `many`
    bool many = false;     ///< too much to name: ask for everything shown
};

/** Of what no reader brought: fetched, or stored again when the cache was built anew. Not to be taken back.
 */
constexpr qint64 nobodysImport = 0;

/** One file of an import, parsed. */
struct ImportFile
{
    QString path;
    QByteArray bytes; ///< the original: kept in imports/
    DayFile day;
};

/** One fault that a check found. */
struct Fault
{
    QString file;
    QString what; ///< a whole sentence
    bool repaired = false;
    bool isNote = false; ///< worth knowing, and nothing to do about it
    QString kept;        ///< the damaged file, beside the one that took its place; null: none
};

/** File and fault in one line, for the window and paperdawnctl alike. */
[[nodiscard]] QString faultSentence(const Fault &fault);

/** What a day, or several, was made of, so that it can be brought again. */
struct RemovedDay
{
    QList<ImportFile> files; ///< none of many days where they are too much to be held
    int days = 0;            ///< of which nothing is here any more
    int papers = 0;          ///< that went
    bool isPartly = false;   ///< a file that tells of other days too tells of this one: that stays
    /** It is decided that they go, and the files went; the next start finishes what failed. */
    std::optional<Error> unfinished;
};

class Writer;

/**
 * The only writer of both databases, on a thread of its own. All transactions of all processes run under one
 * lock. Owned by Services. Methods: any thread. Signals: from the store's thread, after the commit.
 */
class Store final : public QObject
{
    Q_OBJECT
public:
    /**
     * Makes the databases when missing, migrates, takes back an import that a crash left half done, applies
     * what is new in the journal. `machine`: whose deeds undo acts on. All of that in the thread that calls:
     * seconds where another program writes or the cache is built anew.
     */
    [[nodiscard]] static Result<std::unique_ptr<Store>> open(const LibraryFolder &folder, const Clock &clock,
                                                             const QString &machine,
                                                             const Opening &opening = {});
    /** One whose library is not to be written: whatever is asked of it fails with `reason`. */
    [[nodiscard]] static std::unique_ptr<Store> closedTo(const Error &reason);
    ~Store() override;

    /** A new import, for the files that are put under it. */
    [[nodiscard]] Future<qint64> beginImport();
    /** All of a file or nothing of it. */
    [[nodiscard]] Future<FileOutcome> put(qint64 import, ImportFile file);
    /**
     * Forgets what the import added; what the reader decided stays, and what is known of starred papers, in a
     * file of its own. The number of papers that went.
     */
    [[nodiscard]] Future<int> undoImport(qint64 import);
    /** The last import that can still be taken back, 0 if there is none. */
    [[nodiscard]] Future<qint64> undoableImport();

    /**
     * Takes back the files that tell of this day and of no other, whoever brought them. Marks stay, and what
     * is known of starred papers, in a file of its own.
     */
    [[nodiscard]] Future<RemovedDay> removeDay(QDate day);
    /** The same of all days before this one, and of files that tell of several of them. */
    [[nodiscard]] Future<RemovedDay> removeDaysBefore(QDate day);

    /** What opening found damaged and mended, or could not read; the damaged files are kept beside the new.
     */
    [[nodiscard]] const QList<Fault> &mended() const { return m_mended; }

    /** Brings library.db up to what the journal says. Quick where nothing is new. */
    [[nodiscard]] Future<> catchUp();

    [[nodiscard]] Future<QList<Fault>> check(bool repair);

    /** Takes the backup of the day if there is none yet. */
    [[nodiscard]] Future<> backUpIfDue();

    /** From now on the backup of the day is taken when nothing happens, and changed() tells also what
     * other programs write, and other machines into the journal. */
    void watchOthers();

Q_SIGNALS:
    void changed(const paperdawn::StoreChange &change);
    /** The same as mended(), found later. */
    void told(const QList<paperdawn::Fault> &faults);

private:
    Store();
    template <typename Work>
    auto inThread(Work work);
    template <typename Work>
    auto tellAfter(Work &&work);
    void look();

    QThread m_thread;
    QObject m_there; ///< lives in the store's thread
    QList<Fault> m_mended;
    std::optional<Error> m_closed;
    std::unique_ptr<Writer> m_writer;
    int m_quiet = 0; ///< looks since something happened; store's thread
};

} // namespace paperdawn
