// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/arguments.h"

#include "app/domain/category.h"

#include <QCommandLineParser>
#include <QCoreApplication>

namespace paperdawn {

using namespace Qt::StringLiterals;

namespace {

struct CommandLine
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

/** A command, how many operands it takes, and the options that are its own. */
struct CommandForm
{
    QLatin1StringView name;
    int least;
    int most; ///< -1: any number
    QStringList options;
};

const QList<CommandForm> &commandForms()
{
    static const QList<CommandForm> forms = {
        {"import"_L1, 1, -1, {}},
        {"fetch"_L1, 0, 0, {u"day"_s, u"category"_s, u"details"_s, u"endpoint"_s}},
        {"days"_L1, 0, 0, {u"json"_s}},
        {"list"_L1, 1, 1, {u"json"_s, u"source"_s, u"category"_s}},
        {"show"_L1, 1, 1, {u"json"_s}},
        {"star"_L1, 1, -1, {}},
        {"unstar"_L1, 1, -1, {}},
        {"export"_L1, 1, 1, {u"format"_s, u"style"_s, u"language"_s, u"output"_s}},
        {"remove"_L1, 1, 1, {}},
        {"pdf"_L1, 1, -1, {u"output"_s, u"endpoint"_s}},
        {"check"_L1, 0, 0, {u"repair"_s}},
        {"backup"_L1, 1, 1, {}},
        {"restore"_L1, 1, 1, {u"preview"_s}},
    };
    return forms;
}

const QStringList &globalOptions()
{
    static const QStringList options = {u"library"_s, u"quiet"_s, u"help"_s, u"version"_s};
    return options;
}

void addOptions(QCommandLineParser &parser)
{
    parser.addOptions({
        {u"library"_s, {}, u"DIR"_s},
        {{u"q"_s, u"quiet"_s}, {}},
        {{u"h"_s, u"help"_s}, {}},
        {{u"v"_s, u"version"_s}, {}},
        {u"json"_s, {}},
        {u"source"_s, {}, u"S"_s},
        {u"category"_s, {}, u"C"_s},
        {u"day"_s, {}, u"D"_s},
        {u"details"_s, {}, u"D"_s},
        {u"endpoint"_s, {}, u"NAME=URL"_s},
        {u"format"_s, {}, u"F"_s},
        {u"style"_s, {}, u"S"_s},
        {u"language"_s, {}, u"L"_s},
        {{u"o"_s, u"output"_s}, {}, u"FILE"_s},
        {u"repair"_s, {}},
        {u"preview"_s, {}},
    });
}

tl::unexpected<Error> wrong(const QString &what)
{
    return failure(ErrorKind::BadArgument, what);
}

Result<> checkForm(const Arguments &arguments, const QCommandLineParser &parser)
{
    for (const CommandForm &form : commandForms()) {
        if (form.name != arguments.command) {
            continue;
        }
        for (const QString &option : parser.optionNames()) {
            const bool isShort = option == "q"_L1 || option == "h"_L1 || option == "v"_L1 || option == "o"_L1;
            const QString name = option == "o"_L1 ? u"output"_s : option;
            const bool isKnown = form.options.contains(name) || globalOptions().contains(name) ||
                                 (isShort && option != "o"_L1);
            if (!isKnown) {
                //: %1 is a command such as “days”, %2 an option such as “--style”
                return wrong(CommandLine::tr("“%1” does not take “--%2”").arg(arguments.command, option));
            }
        }
        if (arguments.operands.size() < form.least) {
            return wrong(CommandLine::tr("“%1” needs to be told of what").arg(arguments.command));
        }
        if (form.most >= 0 && arguments.operands.size() > form.most) {
            return wrong(CommandLine::tr("“%1” does not know what to do with “%2”")
                             .arg(arguments.command, arguments.operands.at(form.most)));
        }
        return {};
    }
    return wrong(CommandLine::tr("There is no command “%1”").arg(arguments.command));
}

Result<QDate> dayOf(const QString &text)
{
    const QDate day = QDate::fromString(text, Qt::ISODate);
    if (!day.isValid()) {
        return wrong(CommandLine::tr("“%1” is no day: write it as 2025-12-09").arg(text));
    }
    return day;
}

Result<> takeFetch(Arguments &arguments, const QCommandLineParser &parser)
{
    for (const auto &[option, day] :
         {std::pair(u"day"_s, &arguments.day), {u"details"_s, &arguments.details}}) {
        if (!parser.isSet(option)) {
            continue;
        }
        const auto given = dayOf(parser.value(option));
        if (!given) {
            return tl::unexpected(given.error());
        }
        *day = *given;
    }
    if (arguments.details.isValid() && (arguments.day.isValid() || parser.isSet(u"category"_s))) {
        return wrong(CommandLine::tr("“--details” goes with neither “--day” nor “--category”"));
    }
    for (const QString &id : parser.values(u"category"_s)) {
        const Category *category = Category::find(Category::canonical(id));
        if (!category || !category->active) {
            return wrong(CommandLine::tr("arXiv has no category “%1”").arg(id));
        }
        if (!arguments.categories.contains(category->id)) {
            arguments.categories += category->id;
        }
    }
    return {};
}

Result<> takeEndpoints(Arguments &arguments, const QCommandLineParser &parser)
{
    for (const QString &assignment : parser.values(u"endpoint"_s)) {
        if (auto replaced = arguments.endpoints.replace(assignment); !replaced) {
            return replaced;
        }
    }
    return {};
}

Result<> takeValues(Arguments &arguments, const QCommandLineParser &parser)
{
    arguments.library = parser.value(u"library"_s);
    arguments.output = parser.value(u"output"_s);
    arguments.category = parser.value(u"category"_s);
    if (parser.isSet(u"library"_s) && arguments.library.isEmpty()) {
        return wrong(CommandLine::tr("“--library” needs a folder"));
    }
    if (parser.isSet(u"source"_s)) {
        arguments.source = parseSource(parser.value(u"source"_s));
        if (!arguments.source) {
            return wrong(CommandLine::tr("There is no source “%1”: arxiv, biorxiv or medrxiv")
                             .arg(parser.value(u"source"_s)));
        }
    }
    if (parser.isSet(u"format"_s)) {
        const auto format = parseFormat(parser.value(u"format"_s));
        if (!format) {
            return wrong(CommandLine::tr("There is no format “%1”: markdown, bibtex, ris, csv or json")
                             .arg(parser.value(u"format"_s)));
        }
        arguments.format = *format;
    }
    for (const QString &option : {u"style"_s, u"language"_s}) {
        if (parser.isSet(option) && arguments.format != ExportFormat::Markdown) {
            //: %1 is a format such as “bibtex”, %2 an option such as “--style”
            return wrong(CommandLine::tr("The format “%1” does not take “--%2”")
                             .arg(formatKey(arguments.format), option));
        }
    }
    const QString style = parser.isSet(u"style"_s) ? parser.value(u"style"_s) : u"table"_s;
    if (style != "table"_L1 && style != "reading"_L1) {
        return wrong(CommandLine::tr("There is no style “%1”: table or reading").arg(style));
    }
    arguments.style = style == "table"_L1 ? ExportStyle::Table : ExportStyle::Reading;
    const QString language = parser.isSet(u"language"_s) ? parser.value(u"language"_s) : u"zh"_s;
    if (language != "zh"_L1 && language != "en"_L1 && language != "both"_L1) {
        return wrong(CommandLine::tr("There is no language “%1”: zh, en or both").arg(language));
    }
    arguments.language = language == "zh"_L1   ? ExportLanguage::Chinese
                         : language == "en"_L1 ? ExportLanguage::Original
                                               : ExportLanguage::Both;
    return {};
}

} // namespace

Result<Arguments> Arguments::parse(const QStringList &words)
{
    QCommandLineParser parser;
    addOptions(parser);
    Arguments arguments;
    if (!parser.parse(QStringList{u"paperdawnctl"_s} + words)) {
        QString what = parser.errorText();
        while (what.endsWith(u'.')) {
            what.chop(1);
        }
        return wrong(what);
    }
    arguments.help = parser.isSet(u"help"_s);
    arguments.version = parser.isSet(u"version"_s);
    arguments.quiet = parser.isSet(u"quiet"_s);
    arguments.json = parser.isSet(u"json"_s);
    arguments.repair = parser.isSet(u"repair"_s);
    arguments.preview = parser.isSet(u"preview"_s);
    if (arguments.help || arguments.version) {
        return arguments;
    }
    arguments.operands = parser.positionalArguments();
    if (arguments.operands.isEmpty()) {
        return wrong(CommandLine::tr("No command was given"));
    }
    arguments.command = arguments.operands.takeFirst();
    if (auto fits = checkForm(arguments, parser); !fits) {
        return tl::unexpected(fits.error());
    }
    if (auto taken = takeValues(arguments, parser); !taken) {
        return tl::unexpected(taken.error());
    }
    if (auto taken = takeEndpoints(arguments, parser); !taken) {
        return tl::unexpected(taken.error());
    }
    if (arguments.command == "pdf"_L1 && !arguments.output.isEmpty() && arguments.operands.size() > 1) {
        return wrong(CommandLine::tr("“--output” takes one PDF only"));
    }
    if (arguments.command == "fetch"_L1) {
        if (auto taken = takeFetch(arguments, parser); !taken) {
            return tl::unexpected(taken.error());
        }
    }
    return arguments;
}

QString Arguments::helpText()
{
    return CommandLine::tr(
        "Usage: paperdawnctl [--library DIR] COMMAND …\n"
        "\n"
        "Reads and writes the library of Paperdawn, the reader for the daily preprint list, without a "
        "window.\n"
        "\n"
        "Commands:\n"
        "  import PATH…              take in day files (Markdown, JSON) and folders of them\n"
        "  fetch [--day DAY] [--category C]…\n"
        "                            get a day's lists from arXiv, the latest if no day is told\n"
        "  fetch --details DAY       look up what is unknown of a day's papers\n"
        "       [--endpoint NAME=URL]\n"
        "  days [--json]             the days that are here, and how much of each\n"
        "  list DAY|starred          the papers of a day, or the reading list\n"
        "       [--source S] [--category C] [--json]\n"
        "  show ID [--json]          everything known of a paper\n"
        "  star ID…, unstar ID…      put papers on the reading list, or take them off\n"
        "  export DAY|starred        write papers to a file, or out\n"
        "       [--format markdown|bibtex|ris|csv|json] [-o FILE]\n"
        "       [--style table|reading] [--language zh|en|both] (of Markdown)\n"
        "  remove DAY                take a day out again, with the files it came from; stars stay\n"
        "  pdf ID…                   get PDFs into the library, or one into a file, too\n"
        "       [-o FILE] [--endpoint NAME=URL]\n"
        "  check [--repair]          look for damage, and mend it\n"
        "  backup FILE               keep decisions, day files and settings in one file (.tar.gz)\n"
        "  restore FILE [--preview]  bring in what a backup has and the library lacks\n"
        "\n"
        "Options for all of them:\n"
        "  --library DIR             the library's folder, made when missing\n"
        "  -q, --quiet               no progress and no summary\n"
        "  -v, --version             the version\n"
        "  -h, --help                this text\n"
        "\n"
        "A DAY is written 2025-12-09, an ID arxiv:2512.07834 or just 2512.07834.\n"
        "Ends with 0 when done, 1 when something failed, 2 when it was called wrongly, 3 when a fetch is "
        "incomplete,\n"
        "or only some of the PDFs are here.\n"
        "\n"
        "Examples:\n"
        "  paperdawnctl import ~/days/2025-12-09-arxiv.md\n"
        "  paperdawnctl fetch --category cs.CL --category hep-th\n"
        "  paperdawnctl list 2025-12-09 --json\n"
        "  paperdawnctl star 2512.07834\n"
        "  paperdawnctl pdf 2512.07834 -o voxel.pdf\n"
        "  paperdawnctl export starred --style reading --language both -o reading-list.md\n"
        "  paperdawnctl export starred --format bibtex -o reading-list.bib\n");
}

} // namespace paperdawn
