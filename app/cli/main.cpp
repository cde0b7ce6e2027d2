// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/language.h"
#include "app/base/log.h"
#include "app/base/sentence.h"
#include "app/cli/commands.h"
#include "app/platform/process.h"
#include "app/settings/settings.h"
#include "paperdawn_version.h"

#include <QCoreApplication>

using namespace paperdawn;
using namespace Qt::StringLiterals;

int main(int argc, char **argv)
{
    (void)forbidCoreDumps(); // where it is not permitted there is nothing to be done about it
    keepLogQuiet();
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"paperdawn"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(PAPERDAWN_VERSION));
    Language language;
    language.speak({});

    auto arguments = Arguments::parse(QCoreApplication::arguments().mid(1));
    const Terminal terminal(arguments && arguments->quiet);
    if (!arguments) {
        terminal.complain(sentence(arguments.error()));
        return 2;
    }
    if (arguments->help || arguments->version) {
        const QString text = arguments->help ? Arguments::helpText()
                                             : u"paperdawnctl %1\n"_s.arg(QStringLiteral(PAPERDAWN_VERSION));
        return terminal.print(text.toUtf8()) ? 0 : 1;
    }
    const auto folder = arguments->library.isEmpty() ? LibraryFolder::thatIsThere(Settings().libraryFolder())
                                                     : LibraryFolder{arguments->library};
    if (!folder) {
        terminal.complain(sentence(folder.error()));
        return 1;
    }
    auto services = Services::open(
        *folder, {.told = [&](const OpeningStep &step) { terminal.progress(openingSentence(step)); }});
    terminal.progress({});
    if (!services) {
        terminal.complain(sentence(services.error()));
        return 1;
    }
    return runCommand(*arguments, **services, terminal);
}
