// SPDX-License-Identifier: GPL-3.0-or-later
// bench_export FOLDER METADATA TIMES: exports a day of 600 papers, original and translated, into a file, in
// both styles, beside formatting the same papers out of memory and writing the same bytes with an fsync.
#include "app/base/clock.h"
#include "app/store/store.h"
#include "app/transfer/export.h"
#include "tests/bench/inventedpapers.h"
#include "tests/bench/measuring.h"

#include <QCoreApplication>
#include <QFile>
#include <fcntl.h>
#include <unistd.h>

using namespace paperdawn;
using namespace paperdawn::bench;
using namespace Qt::StringLiterals;

namespace {

constexpr int papersOfTheDay = 600;

[[noreturn]] void stop(const QString &why)
{
    std::fprintf(stderr, "bench_export: %s\n", qPrintable(why));
    std::exit(1);
}

template <typename T>
T orStop(Result<T> result)
{
    if (!result) {
        stop(result.error().what);
    }
    return *std::move(result);
}

void store(const LibraryFolder &folder, InventedPapers &papers)
{
    DayFile list = papers.list(InventedPapers::newestDay(), papersOfTheDay);
    for (DayPaper &paper : list.sections.first().papers) {
        PaperDetails &details = paper.details;
        details.translations = {
            {u"zh-Hans"_s, fileOrigin(InventedPapers::newestDay()), details.title, details.abstract, {}}};
    }
    const SystemClock clock;
    const auto opened = orStop(Store::open(folder, clock, u"bench"_s));
    const qint64 import = orStop(opened->beginImport().result());
    orStop(opened->put(import, {u"day.md"_s, "day", list}).result());
}

QList<ExportSection> sectionsOf(const Library &library)
{
    ExportSection section{InventedPapers::newestDay(), Source::Arxiv, {}};
    for (const Paper &paper : orStop(library.papers(OnDay{section.day, {}}, u"zh-Hans"_s))) {
        section.papers += orStop(library.details(paper.id, paper.day));
    }
    return {section};
}

double bare(const QList<ExportSection> &sections, ExportStyle style, const QString &path)
{
    const double start = milliseconds();
    const QByteArray bytes = writeMarkdown(sections, style, ExportLanguage::Both, false);
    const int file =
        ::open(QFile::encodeName(path).constData(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (::write(file, bytes.constData(), size_t(bytes.size())) != bytes.size() || ::fsync(file) != 0) {
        stop(path);
    }
    ::close(file);
    return milliseconds() - start;
}

double whole(const Library &library, ExportStyle style, const QString &path)
{
    const double start = milliseconds();
    const ExportRequest request{OnDay{InventedPapers::newestDay(), {}}, {}, style, ExportLanguage::Both};
    if (!saveExport(path, orStop(exported(library, request)))) {
        stop(path);
    }
    return milliseconds() - start;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const LibraryFolder folder{arguments.value(1)};
    auto papers = InventedPapers::from(arguments.value(2));
    if (!papers) {
        stop(u"there are no recorded papers in "_s + arguments.value(2));
    }
    store(folder, *papers);
    const auto library = orStop(Library::open(folder));
    const QList<ExportSection> sections = sectionsOf(*library);
    for (const auto &[name, style] :
         {std::pair(u"table"_s, ExportStyle::Table), std::pair(u"reading"_s, ExportStyle::Reading)}) {
        QJsonArray ours;
        QJsonArray floor;
        for (int i = 0; i < arguments.value(3).toInt(); ++i) {
            ours += whole(*library, style, folder.path + u"/ours.md"_s);
            floor += bare(sections, style, folder.path + u"/floor.md"_s);
        }
        tell({{u"style"_s, name}, {u"ours"_s, ours}, {u"floor"_s, floor}});
    }
    return 0;
}
