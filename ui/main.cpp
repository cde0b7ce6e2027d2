// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/language.h"
#include "app/base/log.h"
#include "app/base/sentence.h"
#include "app/platform/process.h"
#include "paperdawn_version.h"
#include "ui/appearance.h"
#include "ui/calmstyle.h"
#include "ui/failurebox.h"
#include "ui/libraryplace.h"
#include "ui/onewindow.h"
#include "ui/session.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFileInfo>
#include <QIcon>
#include <QPushButton>
#include <cstdio>

using namespace paperdawn;
using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Main)
};

/** Paths to import and the paper to show are told apart by what exists. */
Wish wishOf(bool sample, const QStringList &arguments)
{
    Wish result{.content = sample ? MainWindow::Content::Sample : MainWindow::Content::Own};
    for (const QString &argument : arguments) {
        const QUrl url(argument);
        const QString path = url.isLocalFile() ? url.toLocalFile() : argument;
        const auto paper = QFileInfo::exists(path) ? std::nullopt : PaperId::parse(argument);
        if (paper) {
            result.paper = paper;
        } else {
            // also what does not exist: the import says so
            result.paths += QFileInfo(path).absoluteFilePath();
        }
    }
    return result;
}

/** The installed one, else the one that the program carries. */
QIcon windowIcon()
{
    QIcon carried;
    for (const int size : {16, 32, 48, 128}) {
        carried.addFile(u":/paperdawn/icons/%1.png"_s.arg(size));
    }
    return QIcon::fromTheme(u"io.github.paperdawn.Paperdawn"_s, carried);
}

} // namespace

int main(int argc, char *argv[])
{
    keepLog();
    (void)forbidCoreDumps(); // where it is not permitted there is nothing to be done about it
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"paperdawn"_s);
    QApplication::setApplicationVersion(QStringLiteral(PAPERDAWN_VERSION));
    QApplication::setDesktopFileName(u"io.github.paperdawn.Paperdawn"_s);
    QApplication::setWindowIcon(windowIcon());
    QApplication::setStyle(new CalmStyle);

    Settings settings;
    Language language;
    const auto speak = [&] { language.speak(settings.language()); };
    QObject::connect(&settings, &Settings::changed, &application, speak);
    speak();

    QCommandLineParser parser;
    parser.setApplicationDescription(Words::tr("A reader for the daily preprint list."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption library(u"library"_s, Words::tr("Keep everything in this folder."), u"DIR"_s);
    const QCommandLineOption sample(u"sample"_s, Words::tr("Open the sample day."));
    //: NAME and URL are not translated
    const QCommandLineOption endpoint(u"endpoint"_s, Words::tr("Ask a service at another address."),
                                      u"NAME=URL"_s);
    parser.addOptions({library, sample, endpoint});
    parser.addPositionalArgument(u"paths"_s,
                                 Words::tr("Day files, folders of them, or the number of a paper."),
                                 u"[files|folders|paper]"_s);
    parser.process(application);

    Endpoints endpoints;
    for (const QString &assignment : parser.values(endpoint)) {
        if (const auto replaced = endpoints.replace(assignment); !replaced) {
            std::fprintf(stderr, "%s\n", qPrintable(sentence(replaced.error())));
            return 2;
        }
    }
    const Wish wish = wishOf(parser.isSet(sample), parser.positionalArguments());
    const Appearance appearance(application, settings);
    const auto folder =
        parser.isSet(library) ? LibraryFolder{parser.value(library)} : placeOfLibrary(settings);
    if (!folder) {
        return 1;
    }
    OneWindow window(folder->path);
    const auto first = window.claim(wish);
    if (!first) {
        FailureBox box(first.error());
        box.setDefaultButton(box.addLeaving(Words::tr("Close")));
        box.exec();
        return 1;
    }
    if (!*first) {
        return 0;
    }

    Session session(folder->path, settings, endpoints);
    QObject::connect(&session, &Session::moved, &window, &OneWindow::follow);
    QObject::connect(&window, &OneWindow::handedOver, &session, &Session::carryOut);
    session.open(wish);
    return QApplication::exec();
}
