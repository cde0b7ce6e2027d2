// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QFlags>
#include <QHash>
#include <QList>
#include <QObject>

namespace paperdawn {

/** Everything the reader can ask for, once. */
enum class Command : quint8 {
    // library
    GetLatest,
    GetDay,
    LookUp,
    OpenFiles,
    OpenFolder,
    TakeBackImport,
    RemoveDay,
    Export,
    BackUp,
    Restore,
    Sample,
    OpenSettings,
    Quit,
    // moving
    NextPaper,
    PreviousPaper,
    ReadOn,
    NextUnread,
    FirstPaper,
    LastPaper,
    SelectDown,
    SelectUp,
    PreviousDay,
    NextDay,
    Latest,
    UnreadPapers,
    ReadingList,
    // deciding
    Star,
    Unread,
    MarkAbove,
    Undo,
    Redo,
    // paper
    OpenPdf,
    OpenPage,
    CopyBibtex,
    CopyMarkdown,
    CopyLink,
    Paste,
    // view
    Filter,
    Escape,
    CycleTitles,
    PeekOriginal,
    Compact,
    Cosy,
    Reading,
    FoldGroup,
    UnfoldGroups,
    ColumnKind,
    ColumnAuthors,
    ColumnCategories,
    ColumnDay,
    ResetColumns,
    ZoomIn,
    ZoomOut,
    ZoomReset,
    HideLeft,
    FullScreen,
    SortByList,
    SortByTitle,
    SortByAuthor,
    SortByDate,
    // help
    Keys,
    Log,
    About,
};

/** What there is to act on. */
enum class Situation : quint16 {
    HasPaper = 1,   ///< a row is current
    HasList = 2,    ///< rows are shown
    HasLibrary = 4, ///< the library has days or stars
    CanUndo = 8,
    CanRedo = 16,
    CanTakeBackImport = 32,
    HasDay = 64,     ///< one day's list is shown, be it empty
    MayWrite = 128,  ///< the library may be changed
    HasGroups = 256, ///< the list stands in groups
};
Q_DECLARE_FLAGS(Situations, Situation)
Q_DECLARE_OPERATORS_FOR_FLAGS(Situations)

/**
 * Every QAction of the window, made from one table: name, words, keys, group, and what must be there for it
 * to be enabled. Menus, the key sheet and the tests read the same table. The actions are added to `window`.
 */
class Actions final : public QObject
{
    Q_OBJECT
public:
    enum class Group : quint8 { Library, Moving, Deciding, Paper, View, Help };

    explicit Actions(QWidget *window);

    [[nodiscard]] QAction *operator[](Command command) const { return m_actions.value(command); }
    /** The actions of a group, in the order of the table. */
    [[nodiscard]] QList<QAction *> of(Group group) const;
    [[nodiscard]] static QList<Group> groups();
    [[nodiscard]] static QString title(Group group); ///< translated, with its mnemonic
    void enableFor(Situations situation);
    /** Those that need this. */
    [[nodiscard]] QList<QAction *> needing(Situation situation) const;
    /** Sets all words anew, after the language has changed. */
    void retranslate();

private:
    QHash<Command, QAction *> m_actions;
};

} // namespace paperdawn
