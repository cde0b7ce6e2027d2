// SPDX-License-Identifier: GPL-3.0-or-later
// bench_import FOLDER DAYS: imports a folder of day files into a new library, beside reading each of its
// files and writing it out again with an fsync.
#include "app/services.h"
#include "app/transfer/importjob.h"
#include "tests/bench/measuring.h"

#include <QCoreApplication>
#include <QDir>
#include <QEventLoop>
#include <fcntl.h>
#include <unistd.h>

using namespace paperdawn;
using namespace paperdawn::bench;
using namespace Qt::StringLiterals;

namespace {

ImportSummary imported(Services &services, const QString &days)
{
    ImportJob job(services.store(), services.pool());
    ImportSummary summary;
    QEventLoop waiting;
    QObject::connect(&job, &ImportJob::finished, &waiting, [&](const ImportSummary &done) {
        summary = done;
        waiting.quit();
    });
    job.start({days});
    waiting.exec();
    return summary;
}

bool copied(const QString &from, const QString &to)
{
    QFile in(from);
    if (!in.open(QIODevice::ReadOnly)) {
        return false;
    }
    const QByteArray bytes = in.readAll();
    const int out = ::open(QFile::encodeName(to).constData(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    const bool written =
        ::write(out, bytes.constData(), size_t(bytes.size())) == bytes.size() && ::fsync(out) == 0;
    ::close(out);
    return written;
}

bool copiedAll(const QString &from, const QString &to)
{
    const QDir days(from);
    const QStringList files = days.entryList({u"*.md"_s}, QDir::Files);
    return QDir().mkpath(to) && std::all_of(files.begin(), files.end(), [&](const QString &name) {
               return copied(days.filePath(name), to + u'/' + name);
           });
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const QString folder = arguments.value(1);
    const QString days = arguments.value(2);

    double before = milliseconds();
    const bool done = copiedAll(days, folder + u"/floor"_s);
    const double floor = milliseconds() - before;

    auto services = Services::open({folder + u"/library"_s});
    if (!done || !services) {
        std::fprintf(stderr, "bench_import: cannot read %s or write %s\n", qPrintable(days),
                     qPrintable(folder));
        return 1;
    }
    before = milliseconds();
    const double cpuBefore = cpuMilliseconds();
    const ImportSummary summary = imported(**services, days);
    tell({{u"ours"_s, milliseconds() - before},
          {u"cpu"_s, cpuMilliseconds() - cpuBefore},
          {u"floor"_s, floor},
          {u"papers"_s, summary.added()}});
    return 0;
}
