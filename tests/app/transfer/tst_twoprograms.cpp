// SPDX-License-Identifier: GPL-3.0-or-later
// Programs at one library at the same time. What two import is stored once, and what they say of it adds up;
// and four, a window among them, go on for as long as PAPERDAWN_MINUTES asks: nobody sees an error, no star
// is lost.
#include "app/services.h"
#include "app/transfer/export.h"

#include "tests/support/decisions.h"
#include "tests/support/importing.h"
#include "tests/support/processes.h"
#include "tests/support/programs.h"

#include <QtTest>
#include <poll.h>

using namespace paperdawn;
using namespace paperdawn::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int days = 4;
constexpr int papersADay = 700; ///< more than the store takes in one go

/** What a summary says: "4 days, 2100 papers new, 700 papers unchanged". */
struct Counts
{
    int added = 0;
    int same = 0;
};

Counts countsIn(const QString &summary)
{
    static const QRegularExpression form(
        u"^Imported: 4 days, (\\d+) papers new(?:, (\\d+) papers unchanged)?\\.$"_s);
    const auto match = form.match(summary.trimmed());
    return match.hasMatch() ? Counts{match.captured(1).toInt(), match.captured(2).toInt()} : Counts{-1, -1};
}

// ---- four programs

/** Those that a window stars; paperdawnctl stars those above. */
constexpr int ofTheWindow = papersADay / 2;

/** Until who started this program has nothing more to say. */
bool mayGoOn()
{
    pollfd input{STDIN_FILENO, POLLIN, 0};
    return ::poll(&input, 1, 0) == 0;
}

/** Says what a reader would see as an error. */
template <typename T>
void tell(const Result<T> &result)
{
    if (!result) {
        print("! " + sentence(result.error()).toUtf8() + '\n');
    }
}

/** All that a window asks for when something changed. */
void lookAt(const Library &library)
{
    tell(library.days({2025, 1, 1}, {2027, 1, 1}));
    tell(library.papers(OnDay{{2025, 12, 1}, {}}, u"zh-Hans"_s));
    tell(library.papers(StillUnread{}, u"zh-Hans"_s));
    tell(library.papers(InReadingList{}, u"zh-Hans"_s));
    tell(library.details(paper(1)));
    tell(library.marks({paper(1), paper(2)}));
    tell(exported(library, {.query = OnDay{{2025, 12, 1}, {}}}));
}

/** What a window does without its widgets; prints the number of each paper once its star is kept, or gone. */
int beAWindow(const QString &folder)
{
    const auto services = Services::open({folder});
    tell(services);
    if (!services) {
        return 1;
    }
    Decisions &decisions = (*services)->decisions();
    Library &library = (*services)->library();
    bool isAnother = true;
    QObject::connect(&decisions, &Decisions::failed, qApp,
                     [](const Error &error) { tell(Result<>(tl::unexpected(error))); });
    QObject::connect(&(*services)->store(), &Store::changed, qApp, [&] { isAnother = true; });
    (*services)->store().watchOthers();
    for (int deed = 0; mayGoOn(); ++deed) {
        const int number = 1 + deed % ofTheWindow;
        const bool star = !decisions.marks(paper(number)).starred;
        if (settled(decisions.decide({paper(number)}, star ? Decide::Star : Decide::Unstar))) {
            print((star ? "+" : "-") + QByteArray::number(number) + '\n');
        }
        decisions.markRead(paper(number));
        if (std::exchange(isAnother, false)) {
            lookAt(library);
        }
        QTest::qWait(10); // nobody presses keys faster
    }
    tell(settled(decisions.flush()));
    return 0;
}

/** Which papers are to be starred in the end, by what programs told: "+7", "-7". */
void note(QMap<int, bool> &stars, const QStringList &told)
{
    for (const QString &line : told) {
        stars[line.mid(1).toInt()] = line.startsWith(u'+');
    }
}

/** One paperdawnctl after the other, for as long as it takes. */
class Series final : public QObject
{
public:
    /** The words of the turn's command. */
    using Next = std::function<QStringList(int turn)>;

    Series(LibraryFolder folder, Next next)
        : m_folder(std::move(folder))
        , m_next(std::move(next))
    {
        connect(&m_program, &QProcess::finished, this, &Series::take);
    }
    ~Series() override { m_program.disconnect(this); }
    Q_DISABLE_COPY_MOVE(Series)
    void go()
    {
        m_words = m_next(m_turn++);
        startPaperdawnctl(m_program, QStringList{u"--library"_s, m_folder.path} + m_words);
    }
    void end() { m_isEnding = true; }
    [[nodiscard]] bool isOver() const { return m_program.state() == QProcess::NotRunning; }
    [[nodiscard]] int turns() const { return m_turn; }
    [[nodiscard]] const QStringList &errors() const { return m_errors; }
    [[nodiscard]] const QList<QStringList> &done() const { return m_done; }

private:
    void take()
    {
        const Run run = outcomeOf(m_program);
        if (run.code != 0 || !run.err.isEmpty()) {
            m_errors +=
                u"%1 ended with %2: %3%4"_s.arg(m_words.join(u' ')).arg(run.code).arg(run.out, run.err);
        } else {
            m_done += m_words;
        }
        if (!m_isEnding) {
            go();
        }
    }

    const LibraryFolder m_folder;
    const Next m_next;
    QProcess m_program;
    QStringList m_words;
    QList<QStringList> m_done;
    QStringList m_errors;
    int m_turn = 0;
    bool m_isEnding = false;
};

/** Takes in days that tell of papers that others tell of, too, and gives out. */
QStringList filesCommand(const TemporaryLibrary &place, int turn)
{
    const QString out = place.path(u"day"_s);
    const QString date = QDate(2026, 1, 1).addDays(turn % 200).toString(Qt::ISODate);
    const QString in = place.path(date + u".md"_s);
    switch (turn % 4) {
    case 0:
        return {u"import"_s, putFile(in, manyPapers(1 + turn % 2000, 50, date)) ? in : QString()};
    case 1:
        return {u"export"_s, u"2025-12-02"_s, u"--format"_s, formatKey(ExportFormat(turn / 4 % 5)), u"-o"_s,
                out};
    case 2:
        return {u"list"_s, u"2025-12-01"_s};
    default:
        return {u"export"_s, u"2025-12-01"_s, u"--style"_s, u"reading"_s, u"-o"_s, out};
    }
}

QStringList starsCommand(int turn)
{
    const auto at = [](int index) { return paper(ofTheWindow + 1 + index % ofTheWindow).key(); };
    return turn % 8 == 7 ? QStringList{u"unstar"_s, at(turn / 4)} : QStringList{u"star"_s, at(turn / 2)};
}

QStringList keepingCommand(const TemporaryLibrary &place, int turn)
{
    const QString backup = place.path(u"backup.tar.gz"_s);
    const QList<QStringList> commands{{u"backup"_s, backup},    {u"restore"_s, backup, u"--preview"_s},
                                      {u"restore"_s, backup},   {u"check"_s},
                                      {u"days"_s, u"--json"_s}, {u"list"_s, u"starred"_s}};
    return commands[turn % commands.size()];
}

/** "" or the papers whose stars are not as they were left. */
QString otherStars(Services &services, const QMap<int, bool> &left)
{
    QStringList others;
    for (auto it = left.begin(); it != left.end(); ++it) {
        if (services.decisions().marks(paper(it.key())).starred != it.value()) {
            others += QString::number(it.key());
        }
    }
    return others.join(u' ');
}

/** "ok" where SQLite finds no fault. */
QString integrityOf(const QString &database)
{
    const auto connection = Connection::open(database, Connection::Mode::Read, Connection::Sync::Normal);
    if (!connection) {
        return connection.error().what;
    }
    Statement check(**connection, "PRAGMA integrity_check");
    check.with();
    return check.step() ? check.text(0) : u"no answer"_s;
}

} // namespace

class TestTwoPrograms : public QObject
{
    Q_OBJECT
    TemporaryLibrary m_files;
    QString m_folder = m_files.path(u"days"_s);
    QString m_alone; ///< what one program would have stored

    void isStoredOnce(const LibraryFolder &folder, const Counts &first, const Counts &second)
    {
        QCOMPARE(first.added + second.added, days * papersADay);
        QCOMPARE(first.same + second.same, days * papersADay);
        QVERIFY(cacheText(folder) == m_alone);
        QCOMPARE(QDir(folder.importsFolder()).entryList(QDir::Files).size(), days);
        const Run check = runPaperdawnctl({u"--library"_s, folder.path, u"check"_s});
        QCOMPARE(check.out + check.err, u"No faults: files, journal, index and days agree.\n"_s);
    }

private Q_SLOTS:
    void initTestCase()
    {
        QDir().mkpath(m_folder);
        for (int day = 0; day < days; ++day) {
            const QString date = QDate(2025, 12, 1).addDays(day).toString(Qt::ISODate);
            QVERIFY(putFile(m_folder + u'/' + date + u".md"_s,
                            manyPapers(1 + day * papersADay, papersADay, date)));
        }
        const TemporaryLibrary alone;
        const auto store = alone.store();
        QCOMPARE(importInto(*store, {m_folder}).added(), days * papersADay);
        m_alone = cacheText(alone.folder());
    }

    void paperdawnctlTwice()
    {
        for (int round = 0; round < 4; ++round) {
            const TemporaryLibrary library; // not even the folder is there yet
            const QStringList words{u"--library"_s, library.folder().path, u"import"_s, m_folder};
            QProcess first;
            QProcess second;
            startPaperdawnctl(first, words);
            startPaperdawnctl(second, words);
            const Run one = outcomeOf(first);
            const Run other = outcomeOf(second);
            QCOMPARE(one.err + other.err, QString());
            QCOMPARE(one.code, 0);
            QCOMPARE(other.code, 0);
            isStoredOnce(library.folder(), countsIn(one.out), countsIn(other.out));
        }
    }

    void theWindowsServicesAndPaperdawnctl()
    {
        for (int round = 0; round < 4; ++round) {
            const TemporaryLibrary library;
            auto services = Services::open(library.folder());
            QVERIFY(services);
            QProcess program;
            startPaperdawnctl(program, {u"--library"_s, library.folder().path, u"import"_s, m_folder});
            QVERIFY(program.waitForStarted());
            const ImportSummary summary = importInto((*services)->store(), {m_folder});
            const Run other = outcomeOf(program);
            QCOMPARE(other.err, QString());
            QCOMPARE(other.code, 0);
            QCOMPARE(summary.refused(), 0);
            isStoredOnce(library.folder(), {summary.added(), summary.same()}, countsIn(other.out));
            // and the window goes on
            QCOMPARE((*services)->library().papers(OnDay{{2025, 12, 1}, {}}, u"en"_s)->size(), papersADay);
            QVERIFY(settled((*services)->decisions().decide({paper(1)}, Decide::Star)));
        }
    }

    /** A window, and three times paperdawnctl: one takes in and gives out, one stars, one keeps and looks. */
    void fourForAWhile()
    {
        const int minutes = wanted("PAPERDAWN_MINUTES", 0);
        constexpr int usualTurns = 12; // each command at least twice
        const TemporaryLibrary library;
        const LibraryFolder folder = library.folder();
        QCOMPARE(importInto(*library.store(), {m_folder}).added(), days * papersADay);
        Series files(folder, [&](int turn) { return filesCommand(library, turn); });
        Series stars(folder, starsCommand);
        Series keeping(folder, [&](int turn) { return keepingCommand(library, turn); });
        const QList<Series *> all{&files, &stars, &keeping};
        const auto errors = [&] { return (files.errors() + stars.errors() + keeping.errors()).join(u'\n'); };

        QProcess window;
        window.start(self({}).first(), {u"--window"_s, folder.path});
        QVERIFY(window.waitForStarted());
        QDeadlineTimer time(minutes * 60'000);
        for (Series *series : all) {
            series->go();
        }
        const auto isEnough = [&](const Series *series) { return series->turns() >= usualTurns; };
        while (!time.hasExpired() || !std::all_of(all.begin(), all.end(), isEnough)) {
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 100);
            QCOMPARE(errors(), QString());
            QCOMPARE(window.state(), QProcess::Running);
        }
        for (Series *series : all) {
            series->end();
            QVERIFY(QTest::qWaitFor([&] { return series->isOver(); }, 60'000));
        }
        window.closeWriteChannel();
        const Run shown = outcomeOf(window);
        const QStringList told = shown.out.split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(errors() + told.filter(u"!"_s).join(u'\n'), QString());
        QCOMPARE(shown.err, QString());
        QCOMPARE(shown.code, 0);

        QMap<int, bool> left;
        note(left, told);
        for (const QStringList &words : stars.done()) {
            note(left, {(words[0] == u"star"_s ? u'+' : u'-') + words[1].section(u'.', 1)});
        }
        const auto services = Services::open(folder);
        QVERIFY(services);
        QCOMPARE(otherStars(**services, left), QString());
        QCOMPARE(integrityOf(folder.libraryFile()), u"ok"_s);
        QCOMPARE(integrityOf(folder.cacheFile()), u"ok"_s);
        const Run check = runPaperdawnctl({u"--library"_s, folder.path, u"check"_s});
        QCOMPARE(check.out + check.err, u"No faults: files, journal, index and days agree.\n"_s);
        qInfo(
            "a window that gave and took %lld stars, %d times paperdawnctl: %lld stars are as they were left",
            qlonglong(told.size()), files.turns() + stars.turns() + keeping.turns(), qlonglong(left.size()));
    }

    void oneProgramIsGivenAFileTwice()
    {
        const QString file = m_folder + u"/2025-12-01.md"_s;
        QString said;
        for (const QString &locale : {inEnglish, inChinese}) {
            const TemporaryLibrary library;
            const Run run = runPaperdawnctl({u"--library"_s, library.folder().path, u"import"_s, file,
                                             m_folder + u"/../days/2025-12-01.md"_s, file},
                                            locale);
            QCOMPARE(run.code, 0);
            said += run.out + run.err;
        }
        QCOMPARE(said, u"Imported: 1 day, 700 papers new.\n已导入：1 天，新论文 700 篇。\n"_s);
    }
};

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"--window"_s) {
        return beAWindow(arguments.value(2));
    }
    TestTwoPrograms test;
    return QTest::qExec(&test, arguments);
}

#include "tst_twoprograms.moc"
