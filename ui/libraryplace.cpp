// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/libraryplace.h"

#include "app/base/log.h"
#include "app/base/sentence.h"
#include "app/platform/durable.h"
#include "ui/failurebox.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>

namespace paperdawn {

using namespace Qt::StringLiterals;

namespace {

struct Place
{
    Q_DECLARE_TR_FUNCTIONS(Place)
};

enum class Answer : quint8 { Again, Choose, Quit };

Answer answerTo(const Error &gone)
{
    FailureBox box(gone);
    box.setObjectName("library-gone"_L1);
    const auto *again = box.addButton(Place::tr("Try again"), QMessageBox::AcceptRole);
    const auto *choose = box.addButton(Place::tr("Choose its folder…"), QMessageBox::ActionRole);
    box.addLeaving(Place::tr("Quit"));
    box.exec();
    return box.clickedButton() == again    ? Answer::Again
           : box.clickedButton() == choose ? Answer::Choose
                                           : Answer::Quit;
}

bool mayBegin(const QString &folder)
{
    QMessageBox box(QMessageBox::Question, u"Paperdawn"_s,
                    //: %1 is a folder
                    Place::tr("There is no library in %1 either. Begin a new, empty one there?")
                        .arg(printable(QDir::toNativeSeparators(folder), longestSentence / 2)));
    box.setObjectName("begin-library"_L1);
    box.setTextFormat(Qt::PlainText);
    box.setAttribute(Qt::WA_QuitOnClose, false);
    const auto *begin = box.addButton(Place::tr("Begin a new one"), QMessageBox::AcceptRole);
    auto *cancel = box.addButton(Place::tr("Cancel"), QMessageBox::RejectRole);
    box.setDefaultButton(cancel);
    box.setEscapeButton(cancel);
    box.exec();
    return box.clickedButton() == begin;
}

void refuse(const Error &error)
{
    FailureBox box(error);
    box.setObjectName("not-chosen"_L1);
    box.setDefaultButton(box.addLeaving(Place::tr("Close")));
    box.exec();
}

/** A folder that holds a library, or shall. */
void chooseInto(Settings &settings)
{
    const QString folder =
        QFileDialog::getExistingDirectory(nullptr, Place::tr("The folder of the library"), QDir::homePath());
    if (folder.isEmpty()) {
        return;
    }
    const LibraryFolder chosen{QDir::cleanPath(folder)};
    if (chosen.isLibrary()) {
        settings.setLibraryFolder(chosen.path);
    } else if (!QDir(chosen.path).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot)) {
        refuse({.kind = ErrorKind::NotEmpty,
                .where = chosen.path}); // one among other files is hard to tell from them
    } else if (mayBegin(chosen.path) && makeFolder(chosen.journalFolder())) {
        settings.setLibraryFolder(chosen.path);
    }
}

/** It is written down only once all of it is there, so the note of a copy on its way was left by a crash. */
void forgetCopying(const LibraryFolder &library)
{
    QFile note(library.unfinishedCopy());
    if (note.open(QIODevice::ReadOnly)) {
        qCWarning(logStore) << "the library was moved; what it was copied from may still be in"
                            << note.readAll();
        note.remove();
    }
}

} // namespace

std::optional<LibraryFolder> placeOfLibrary(Settings &settings)
{
    while (true) {
        const auto there = LibraryFolder::thatIsThere(settings.libraryFolder());
        if (there) {
            if (!settings.libraryFolder().isEmpty()) {
                forgetCopying(*there);
            }
            return *there;
        }
        switch (answerTo(there.error())) {
        case Answer::Again:
            break;
        case Answer::Choose:
            chooseInto(settings);
            break;
        case Answer::Quit:
            return {};
        }
    }
}

} // namespace paperdawn
