// SPDX-License-Identifier: GPL-3.0-or-later
// bench_decision FOLDER TIMES: how long a star takes until it is on disk, that is until the fsync of its line
// returns, and until the one who decided is told so; beside a bare write and fsync of the same line in the
// same folder, in turns.
#include "app/services.h"
#include "tests/bench/measuring.h"

#include <QCoreApplication>
#include <QDir>
#include <QEventLoop>
#include <atomic>
#include <dlfcn.h>
#include <fcntl.h>
#include <unistd.h>

using namespace paperdawn;
using namespace paperdawn::bench;
using namespace Qt::StringLiterals;

namespace {

std::atomic<double> firstSync = 0; ///< when it returned, in milliseconds; 0: none has since it was set so

struct Taken
{
    double onDisk = 0;
    double told = 0;
};

} // namespace

/** Instead of the C library's: the journal's is the first of a decision. */
extern "C" int fsync(int file)
{
    static const auto real = reinterpret_cast<int (*)(int)>(dlsym(RTLD_NEXT, "fsync"));
    const int result = real(file);
    double none = 0;
    firstSync.compare_exchange_strong(none, milliseconds());
    return result;
}

namespace {

Taken takenBy(Decisions &decisions, const PaperId &paper)
{
    // the other way than it is: what is so already would be no deed, and nothing would ever be done
    const Decide what = decisions.marks(paper).starred ? Decide::Unstar : Decide::Star;
    QEventLoop settled; // the copy in library.db comes after the journal; the next turn must not meet it
    QObject::connect(&decisions, &Decisions::done, &settled, &QEventLoop::quit);
    double told = 0;
    firstSync = 0;
    const double start = milliseconds();
    decisions.decide({paper}, what).then(&settled, [&](const Result<> &) { told = milliseconds(); });
    settled.exec();
    return {firstSync - start, told - start};
}

/** The last line of the only journal file, which the star has just written. */
QByteArray lastLine(const QString &folder)
{
    const QDir dir(folder);
    QFile journal(dir.filePath(dir.entryList({u"*.jsonl"_s}).value(0)));
    return journal.open(QIODevice::ReadOnly) ? journal.readAll().trimmed().split('\n').last() + '\n'
                                             : QByteArray();
}

double bareWrite(int file, const QByteArray &line)
{
    const double start = milliseconds();
    const bool written =
        ::write(file, line.constData(), size_t(line.size())) == line.size() && ::fsync(file) == 0;
    return written ? milliseconds() - start : 0;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    auto services = Services::open({arguments.value(1)});
    const auto papers = services
                            ? (*services)->library().papers(OnDay{(*services)->library().latestDay(), {}}, {})
                            : Result<QList<Paper>>();
    if (!services || !papers || papers->isEmpty()) {
        std::fprintf(stderr, "bench_decision: there is no library with papers in %s\n",
                     qPrintable(arguments.value(1)));
        return 1;
    }
    const QString folder = (*services)->folder().journalFolder();
    const int file = ::open(QFile::encodeName(folder + u"/floor"_s).constData(),
                            O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    QJsonArray ours;
    QJsonArray told;
    QJsonArray floor;
    for (int i = 0; i < arguments.value(2).toInt(); ++i) {
        const PaperId &paper = papers->at(i / 2 % papers->size()).id;
        const Taken taken = takenBy((*services)->decisions(), paper);
        ours += taken.onDisk;
        told += taken.told;
        floor += bareWrite(file, lastLine(folder));
    }
    ::close(file);
    QFile::remove(folder + u"/floor"_s);
    tell({{u"ours"_s, ours}, {u"told"_s, told}, {u"floor"_s, floor}});
    return 0;
}
