// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/actions.h"

#include <QCoreApplication>
#include <QWidget>

namespace paperdawn {

using namespace Qt::StringLiterals;

namespace {

using Group = Actions::Group;

/** Whether a held key may repeat the command. */
enum class Held : quint8 { Once, Repeats };

struct Entry
{
    Command command;
    Group group;
    const char *name; ///< objectName, and what a rebinding is stored under
    const char *text;
    const char *keys; ///< portable, separated by a blank; a sequence of two keys is joined by a comma
    Situations needs;
    Held held = Held::Once;
};

// Every symbol key has a letter, arrow or function key beside it: 【】、 of Chinese punctuation and the AltGr
// layers of German or French keyboards hide [ ] / `.
const Entry table[] = {
    {Command::GetLatest, Group::Library, "get-latest", QT_TRANSLATE_NOOP("Actions", "&Get the latest list"),
     "F5", Situation::MayWrite},
    {Command::GetDay, Group::Library, "get-day", QT_TRANSLATE_NOOP("Actions", "Get the list of this &day"),
     "Shift+F5", Situation::HasDay | Situation::MayWrite},
    {Command::LookUp, Group::Library, "look-up",
     QT_TRANSLATE_NOOP("Actions", "&Look up what is unknown of this day"), "",
     Situation::HasDay | Situation::MayWrite},
    {Command::OpenFiles, Group::Library, "open-files", QT_TRANSLATE_NOOP("Actions", "&Open day files…"),
     "Ctrl+O", Situation::MayWrite},
    {Command::OpenFolder, Group::Library, "open-folder",
     QT_TRANSLATE_NOOP("Actions", "Open a &folder of days…"), "", Situation::MayWrite},
    {Command::TakeBackImport, Group::Library, "take-back-import",
     QT_TRANSLATE_NOOP("Actions", "Take back the last &import"), "",
     Situation::CanTakeBackImport | Situation::MayWrite},
    {Command::RemoveDay, Group::Library, "remove-day", QT_TRANSLATE_NOOP("Actions", "Re&move this day…"), "",
     Situation::HasDay | Situation::MayWrite},
    {Command::Export, Group::Library, "export", QT_TRANSLATE_NOOP("Actions", "&Export…"), "Ctrl+E",
     Situation::HasLibrary},
    {Command::BackUp, Group::Library, "back-up", QT_TRANSLATE_NOOP("Actions", "&Back up…"), "", {}},
    {Command::Restore, Group::Library, "restore", QT_TRANSLATE_NOOP("Actions", "&Restore from a backup…"), "",
     Situation::MayWrite},
    {Command::Sample, Group::Library, "sample", QT_TRANSLATE_NOOP("Actions", "Try the &sample"), "", {}},
    {Command::OpenSettings,
     Group::Library,
     "settings",
     QT_TRANSLATE_NOOP("Actions", "Se&ttings…"),
     "Ctrl+,",
     {}},
    {Command::Quit, Group::Library, "quit", QT_TRANSLATE_NOOP("Actions", "&Quit"), "Ctrl+Q", {}},

    {Command::NextPaper, Group::Moving, "next-paper", QT_TRANSLATE_NOOP("Actions", "Next paper"), "J Down",
     Situation::HasList, Held::Repeats},
    {Command::PreviousPaper, Group::Moving, "previous-paper", QT_TRANSLATE_NOOP("Actions", "Previous paper"),
     "K Up", Situation::HasList, Held::Repeats},
    {Command::ReadOn, Group::Moving, "read-on",
     QT_TRANSLATE_NOOP("Actions", "Read on, at the end mark read and go to the next"), "Space",
     Situation::HasPaper, Held::Repeats},
    {Command::NextUnread, Group::Moving, "next-unread", QT_TRANSLATE_NOOP("Actions", "Next unread paper"),
     "N", Situation::HasList, Held::Repeats},
    {Command::FirstPaper, Group::Moving, "first-paper", QT_TRANSLATE_NOOP("Actions", "First paper"),
     "G,G Ctrl+Home", Situation::HasList},
    {Command::LastPaper, Group::Moving, "last-paper", QT_TRANSLATE_NOOP("Actions", "Last paper"),
     "Shift+G Ctrl+End", Situation::HasList},
    {Command::SelectDown, Group::Moving, "select-down",
     QT_TRANSLATE_NOOP("Actions", "Select the next paper too"), "Shift+J Shift+Down", Situation::HasList,
     Held::Repeats},
    {Command::SelectUp, Group::Moving, "select-up",
     QT_TRANSLATE_NOOP("Actions", "Select the previous paper too"), "Shift+K Shift+Up", Situation::HasList,
     Held::Repeats},
    {Command::PreviousDay, Group::Moving, "previous-day", QT_TRANSLATE_NOOP("Actions", "Previous day"),
     "[ , Alt+Left", Situation::HasLibrary, Held::Repeats},
    {Command::NextDay, Group::Moving, "next-day", QT_TRANSLATE_NOOP("Actions", "Next day"), "] . Alt+Right",
     Situation::HasLibrary, Held::Repeats},
    {Command::Latest, Group::Moving, "latest", QT_TRANSLATE_NOOP("Actions", "Latest day"), "G,L Alt+Home",
     Situation::HasLibrary},
    {Command::UnreadPapers, Group::Moving, "unread-papers", QT_TRANSLATE_NOOP("Actions", "Unread papers"),
     "G,U", Situation::HasLibrary},
    {Command::ReadingList, Group::Moving, "reading-list", QT_TRANSLATE_NOOP("Actions", "Reading list"),
     "G,R Alt+End", Situation::HasLibrary},

    {Command::Star, Group::Deciding, "star", QT_TRANSLATE_NOOP("Actions", "&Star, or take the star back"),
     "S", Situation::HasPaper | Situation::MayWrite},
    {Command::Unread, Group::Deciding, "unread", QT_TRANSLATE_NOOP("Actions", "Mark &unread, or read"), "U",
     Situation::HasPaper | Situation::MayWrite},
    {Command::MarkAbove, Group::Deciding, "mark-above", QT_TRANSLATE_NOOP("Actions", "Mark all &above read"),
     "Shift+A", Situation::HasPaper | Situation::MayWrite},
    {Command::Undo, Group::Deciding, "undo", QT_TRANSLATE_NOOP("Actions", "U&ndo"), "Ctrl+Z",
     Situation::CanUndo | Situation::MayWrite},
    {Command::Redo, Group::Deciding, "redo", QT_TRANSLATE_NOOP("Actions", "&Redo"), "Ctrl+Shift+Z Ctrl+Y",
     Situation::CanRedo | Situation::MayWrite},

    {Command::OpenPdf, Group::Paper, "open-pdf", QT_TRANSLATE_NOOP("Actions", "Open the &PDF"),
     "Return O Enter", Situation::HasPaper},
    {Command::OpenPage, Group::Paper, "open-page",
     QT_TRANSLATE_NOOP("Actions", "Open its page in the &browser"), "Shift+Return Shift+O Shift+Enter",
     Situation::HasPaper},
    {Command::CopyBibtex, Group::Paper, "copy-bibtex", QT_TRANSLATE_NOOP("Actions", "Copy Bib&TeX"), "Y",
     Situation::HasPaper},
    {Command::CopyMarkdown, Group::Paper, "copy-markdown", QT_TRANSLATE_NOOP("Actions", "&Copy as Markdown"),
     "Ctrl+C", Situation::HasPaper},
    {Command::CopyLink, Group::Paper, "copy-link", QT_TRANSLATE_NOOP("Actions", "Copy a Markdown &link"),
     "Shift+Y", Situation::HasPaper},

    {Command::Paste,
     Group::Paper,
     "paste",
     QT_TRANSLATE_NOOP("Actions", "&Go to the pasted paper"),
     "Ctrl+V",
     {}},

    {Command::Filter, Group::View, "filter", QT_TRANSLATE_NOOP("Actions", "&Filter this list"), "/ Ctrl+F",
     Situation::HasLibrary},
    {Command::Escape,
     Group::View,
     "escape",
     QT_TRANSLATE_NOOP("Actions", "Clear the filter, or the message"),
     "Esc",
     {}},
    {Command::CycleTitles,
     Group::View,
     "cycle-titles",
     QT_TRANSLATE_NOOP("Actions", "Titles: &original, translated, both"),
     "` B",
     {}},
    {Command::PeekOriginal, Group::View, "peek-original",
     QT_TRANSLATE_NOOP("Actions", "Show the original while held"), "V", Situation::HasPaper},
    {Command::Compact, Group::View, "compact", QT_TRANSLATE_NOOP("Actions", "&Compact rows"), "Ctrl+1", {}},
    {Command::Cosy, Group::View, "cosy", QT_TRANSLATE_NOOP("Actions", "Co&sy rows"), "Ctrl+2", {}},
    {Command::Reading, Group::View, "reading", QT_TRANSLATE_NOOP("Actions", "&Reading rows"), "Ctrl+3", {}},
    {Command::FoldGroup, Group::View, "fold-group", QT_TRANSLATE_NOOP("Actions", "Fol&d this group"), "C",
     Situation::HasGroups},
    {Command::UnfoldGroups, Group::View, "unfold-groups", QT_TRANSLATE_NOOP("Actions", "Unfold all &groups"),
     "Shift+C", Situation::HasGroups},
    {Command::ColumnKind, Group::View, "column-kind", QT_TRANSLATE_NOOP("Actions", "&Kind"), "", {}},
    {Command::ColumnAuthors, Group::View, "column-authors", QT_TRANSLATE_NOOP("Actions", "&Authors"), "", {}},
    {Command::ColumnCategories,
     Group::View,
     "column-categories",
     QT_TRANSLATE_NOOP("Actions", "&Categories"),
     "",
     {}},
    {Command::ColumnDay, Group::View, "column-day", QT_TRANSLATE_NOOP("Actions", "&Day"), "", {}},
    {Command::ResetColumns, Group::View, "reset-columns", QT_TRANSLATE_NOOP("Actions", "As &usual"), "", {}},
    {Command::ZoomIn,
     Group::View,
     "zoom-in",
     QT_TRANSLATE_NOOP("Actions", "&Larger text"),
     "Ctrl++ Ctrl+=",
     {}},
    {Command::ZoomOut, Group::View, "zoom-out", QT_TRANSLATE_NOOP("Actions", "S&maller text"), "Ctrl+-", {}},
    {Command::ZoomReset,
     Group::View,
     "zoom-reset",
     QT_TRANSLATE_NOOP("Actions", "&Normal text size"),
     "Ctrl+0",
     {}},
    {Command::HideLeft,
     Group::View,
     "hide-left",
     QT_TRANSLATE_NOOP("Actions", "Calendar and lists"),
     "F8",
     {}},
    {Command::FullScreen,
     Group::View,
     "full-screen",
     QT_TRANSLATE_NOOP("Actions", "F&ull screen"),
     "F11",
     {}},
    {Command::SortByList,
     Group::View,
     "sort-by-list",
     QT_TRANSLATE_NOOP("Actions", "In the list's own order"),
     "",
     {}},
    {Command::SortByTitle, Group::View, "sort-by-title", QT_TRANSLATE_NOOP("Actions", "By title"), "", {}},
    {Command::SortByAuthor, Group::View, "sort-by-author", QT_TRANSLATE_NOOP("Actions", "By author"), "", {}},
    {Command::SortByDate, Group::View, "sort-by-date", QT_TRANSLATE_NOOP("Actions", "By date"), "", {}},

    {Command::Keys, Group::Help, "keys", QT_TRANSLATE_NOOP("Actions", "&Keys"), "F1 ?", {}},
    {Command::Log, Group::Help, "log", QT_TRANSLATE_NOOP("Actions", "&Log"), "", {}},
    {Command::About, Group::Help, "about", QT_TRANSLATE_NOOP("Actions", "&About Paperdawn"), "", {}},
};

QList<QKeySequence> sequences(const char *keys)
{
    QList<QKeySequence> list;
    for (const QString &one : QString::fromLatin1(keys).split(u' ', Qt::SkipEmptyParts)) {
        const bool twoKeys = one.size() == 3 && one.at(1) == u',';
        list += twoKeys ? QKeySequence(one.first(1) + ", "_L1 + one.last(1)) : QKeySequence(one);
    }
    return list;
}

} // namespace

Actions::Actions(QWidget *window)
    : QObject(window)
{
    for (const Entry &entry : table) {
        auto *action = new QAction(this);
        action->setObjectName(QLatin1StringView(entry.name));
        action->setShortcuts(sequences(entry.keys));
        action->setAutoRepeat(entry.held == Held::Repeats);
        action->setMenuRole(QAction::NoRole);
        window->addAction(action);
        m_actions.insert(entry.command, action);
    }
    for (const Command command :
         {Command::Compact, Command::Cosy, Command::Reading, Command::ColumnKind, Command::ColumnAuthors,
          Command::ColumnCategories, Command::ColumnDay, Command::HideLeft, Command::FullScreen,
          Command::SortByList, Command::SortByTitle, Command::SortByAuthor, Command::SortByDate}) {
        m_actions.value(command)->setCheckable(true);
    }
    retranslate();
}

QList<QAction *> Actions::of(Group group) const
{
    QList<QAction *> list;
    for (const Entry &entry : table) {
        if (entry.group == group) {
            list += m_actions.value(entry.command);
        }
    }
    return list;
}

QList<Actions::Group> Actions::groups()
{
    return {Group::Moving, Group::Deciding, Group::Paper, Group::View, Group::Library, Group::Help};
}

QString Actions::title(Group group)
{
    switch (group) {
    case Group::Library:
        return tr("&Library");
    case Group::Moving:
        return tr("&Go");
    case Group::Deciding:
        return tr("&Decide");
    case Group::Paper:
        return tr("&Paper");
    case Group::View:
        return tr("&View");
    case Group::Help:
        return tr("&Help");
    }
    return {};
}

void Actions::enableFor(Situations situation)
{
    for (const Entry &entry : table) {
        m_actions.value(entry.command)->setEnabled((situation & entry.needs) == entry.needs);
    }
}

QList<QAction *> Actions::needing(Situation situation) const
{
    QList<QAction *> list;
    for (const Entry &entry : table) {
        if (entry.needs.testFlag(situation)) {
            list += m_actions.value(entry.command);
        }
    }
    return list;
}

void Actions::retranslate()
{
    for (const Entry &entry : table) {
        m_actions.value(entry.command)->setText(QCoreApplication::translate("Actions", entry.text));
    }
}

} // namespace paperdawn
